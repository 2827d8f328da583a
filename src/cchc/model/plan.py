"""Plans (kế hoạch): what an agency has committed itself to for a period."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import field, frozen

from cchc.model.area import Area
from cchc.model.citation import Citation, printed_symbol
from cchc.model.errors import InvalidInput, Problem
from cchc.model.period import Period
from cchc.model.source import Source
from cchc.model.statement import Statement
from cchc.model.target import Target
from cchc.model.task import Task

__all__ = ["Duty", "Plan"]


@frozen(kw_only=True)
class Duty:
    """What an agency owes under a plan (trách nhiệm): an area it leads, or a thing to do by a day."""

    agency: str
    text: str = ""
    area: Area | None = None
    due: date | None = None
    source: Source | None = None


@frozen(kw_only=True)
class Plan:
    """A plan (kế hoạch) with its targets and tasks; target ids and task numbers are unique within it.

    `period` is None where the paper does not say it; such a plan can be read and checked, not judged. `statements` are what it
    says in words: purposes, and tasks and solutions that say neither who nor when.
    """

    title: str
    period: Period | None
    agency: str = ""
    symbol: str = field(default="", converter=printed_symbol)
    issued_on: date | None = None
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    duties: tuple[Duty, ...] = ()
    citations: tuple[Citation, ...] = ()
    statements: tuple[Statement, ...] = ()

    def __attrs_post_init__(self) -> None:
        problems = [
            *_repeated("targets", "id", [target.id for target in self.targets]),
            *_repeated("tasks", "number", [task.number for task in self.tasks]),
        ]
        if problems:
            raise InvalidInput(problems)


def _repeated(place: str, name: str, keys: Sequence[str | int]) -> Iterator[Problem]:
    """A problem for every key that has stood before."""
    seen: set[str | int] = set()
    for at, key in enumerate(keys):
        if key in seen:
            yield Problem(code="duplicate-id", place=f"{place}[{at}].{name}", found=str(key))
        seen.add(key)
