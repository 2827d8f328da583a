"""The period that a judgement needs (kỳ): what was read from half a document may lack one, and nobody guesses it."""

from cchc.model.errors import InvalidInput, Problem
from cchc.model.period import Period

__all__ = ["stated_period"]


def stated_period(period: Period | None, place: str) -> Period:
    """The period, which must be there; raises `InvalidInput` naming the place that lacks it."""
    if period is None:
        raise InvalidInput(Problem(code="no-period", place=place, accepted=("2024", "2024-Q1")))
    return period
