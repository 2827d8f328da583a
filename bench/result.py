"""One line of the benchmark: what was measured, and the goal beside it."""

from typing import NamedTuple

__all__ = ["Result"]


class Result(NamedTuple):
    """A measurement: how much, in which unit (``×`` of the yardstick, ms, ns), the goal where there is one, against what."""

    work: str
    measured: float
    unit: str
    goal: float | None
    against: str
