"""Plans (kế hoạch): what an agency has committed itself to for a period."""

from collections import Counter
from datetime import date

from attrs import field, frozen

from cchc.model.area import Area
from cchc.model.citation import Citation, printed_symbol
from cchc.model.errors import InvalidInput, Problem
from cchc.model.period import Period
from cchc.model.source import Source
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
    """A plan (kế hoạch) with its targets and tasks; target ids and task numbers are unique within it."""

    title: str
    period: Period
    agency: str = ""
    symbol: str = field(default="", converter=printed_symbol)
    issued_on: date | None = None
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    duties: tuple[Duty, ...] = ()
    citations: tuple[Citation, ...] = ()

    def __attrs_post_init__(self) -> None:
        problems = [
            Problem(code="duplicate-id", place=place, found=str(key))
            for place, keys in (("targets", [t.id for t in self.targets]), ("tasks", [t.number for t in self.tasks]))
            for key, times in Counter[str | int](keys).items()
            if times > 1
        ]
        if problems:
            raise InvalidInput(problems)
