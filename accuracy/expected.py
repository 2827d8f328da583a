"""What a right reading of a paper gives: the hand-made answers, in a form that a clerk can write and check.

A requirement is written ``at_least 95 %``, ``reduce_by 2.5 % / 15 đơn vị @ 2021``, ``between 70 80 %``, ``rank_up 3 5 @ 2018``;
a schedule ``2024-01-01..2024-03-31``, ``by 2024-01-31``, ``monthly 14``, ``yearly 12-14``, ``when Khi có phát hiện``, parts of
one joined by ``and``, ``or``, ``each``. Several writings in a list are all right.
"""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypeVar

import cattrs
from attrs import field, frozen

from cchc.model import (
    Amount,
    AtLeast,
    AtMost,
    Between,
    Complete,
    Compound,
    Conditional,
    Continuous,
    Deadline,
    Exactly,
    Frequency,
    IncreaseBy,
    LessThan,
    MoreThan,
    Operator,
    Qualitative,
    RankUp,
    RankWithin,
    Recurring,
    ReduceBy,
    Requirement,
    Schedule,
    Window,
)

__all__ = [
    "Expected",
    "ExpectedCitation",
    "ExpectedDuty",
    "ExpectedMeasurement",
    "ExpectedStatement",
    "ExpectedTarget",
    "ExpectedTask",
    "load_expected",
    "parse_requirement",
    "parse_written_schedule",
]


@frozen(kw_only=True)
class ExpectedTarget:
    """A target: a piece of its words, and what they require; what is None is not judged, an empty exclusion is."""

    at: str
    requirement: tuple[Requirement, ...]
    area: str | None = None
    scope: str | None = None
    exclusion: str = ""
    aspiration: bool = False
    due: date | None = None
    optional: bool = False


@frozen(kw_only=True)
class ExpectedTask:
    """A task: its title and cells; what is None is not judged."""

    title: str
    number: int | None = None
    area: str | None = None
    code: str | None = None
    group_code: str | None = None
    group_title: str | None = None
    deliverables: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    schedule: tuple[Schedule, ...] = ()
    schedule_text: str | None = None


@frozen(kw_only=True)
class ExpectedDuty:
    """Who owes something: the area led or the day by which."""

    agency: str
    area: str | None = None
    due: date | None = None


@frozen(kw_only=True)
class ExpectedCitation:
    """A cited document."""

    symbol: str
    issued_on: date | None = None


@frozen(kw_only=True)
class ExpectedMeasurement:
    """A figure of a report: a piece of its words, and its value.

    A value is written ``98.5 %``, ``30/58``, ``7 văn bản``, ``1200000 đồng``, ``rank 2/63``.
    """

    at: str
    value: tuple[str, ...]
    qualifier: str = ""
    as_of: date | None = None
    optional: bool = False


@frozen(kw_only=True)
class ExpectedStatement:
    """A statement of a report: a piece of its words, and whether it says what was achieved or what was not."""

    at: str
    kind: Literal["achieved", "shortcoming"]


@frozen(kw_only=True)
class Expected:
    """The answers for a paper; what is None is not judged."""

    kind: Literal["plan", "annex", "report"]
    year: int | None = None
    title: str | None = None
    symbol: str | None = None
    issued_on: date | None = None
    agency: str | None = None
    period: str | None = None
    targets: tuple[ExpectedTarget, ...] | None = None
    may_be_targets: tuple[str, ...] = ()
    tasks: tuple[ExpectedTask, ...] | None = None
    task_count: int | None = None
    duties: tuple[ExpectedDuty, ...] | None = None
    citations: tuple[ExpectedCitation, ...] | None = None
    measurements: tuple[ExpectedMeasurement, ...] | None = None
    statements: tuple[ExpectedStatement, ...] | None = None
    figures: tuple[tuple[str, tuple[Decimal, ...]], ...] = field(default=())
    """Pieces of the text with the numbers that must be among the measurements there."""


_T = TypeVar("_T")
_BOUNDS: Mapping[str, Callable[[Decimal, str], Requirement]] = {
    "at_least": AtLeast,
    "more_than": MoreThan,
    "at_most": AtMost,
    "less_than": LessThan,
    "exactly": Exactly,
}
_REQUIREMENT = re.compile(
    r"(?P<kind>\w+)(?P<numbers>(?: [0-9.]+)*)(?: (?P<unit>[^/@]+?))??(?: / (?P<more>[0-9.]+) (?P<beside>[^@]+?))?"
    r"(?: @ (?P<baseline>\w+))?"
)


def parse_requirement(text: str) -> Requirement:
    """A requirement as the answers write it; raises `ValueError` for anything else."""
    found = _REQUIREMENT.fullmatch(text.replace("%/năm", "%").replace("phút/01 lượt", "phút"))
    if found is None:
        raise ValueError(text)
    numbers, unit, baseline = tuple(map(Decimal, found["numbers"].split())), found["unit"] or "", found["baseline"] or ""
    match found["kind"], numbers:
        case ("reduce_by" | "increase_by") as kind, _:
            change = ReduceBy if kind == "reduce_by" else IncreaseBy
            beside = Amount(found["more"], found["beside"]) if found["more"] else None
            return change(value=numbers[0] if numbers else None, unit=unit, baseline=baseline, equivalent=beside)
        case "between", (least, most):
            return Between(least=least, most=most, unit=unit)
        case "rank_within", (place,):
            return RankWithin(int(place))
        case "rank_up", (least, most):
            return RankUp(least=int(least), most=int(most), baseline=baseline)
        case "complete", ():
            return Complete()
        case "qualitative", ():
            return Qualitative()
        case kind, (value,) if kind in _BOUNDS:
            return _bound(kind, value, unit)
    raise ValueError(text)


def _bound(kind: str, value: Decimal, unit: str) -> Requirement:
    return _BOUNDS[kind](value, unit)


_OPERATORS = {" and ": Operator.AND, " or ": Operator.OR, " each ": Operator.PER_SUBJECT}


def parse_written_schedule(text: str) -> Schedule:
    """A schedule as the answers write it; raises `ValueError` for anything else."""
    for word, operator in _OPERATORS.items():
        if word in text and not text.startswith("when "):
            return Compound(operator=operator, parts=tuple(map(parse_written_schedule, text.split(word))))
    first, _, rest = text.partition(" ")
    if first == "continuous":
        return Continuous()
    if first == "by":
        return Deadline(due=date.fromisoformat(rest))
    if first == "when":
        return Conditional(trigger=rest)
    if ".." in first:
        start, _, end = first.partition("..")
        return Window(start=date.fromisoformat(start) if start else None, end=date.fromisoformat(end) if end else None)
    frequency = Frequency(first)
    if frequency is Frequency.MONTHLY and rest:
        return Recurring(frequency=frequency, day=int(rest))
    return Recurring(frequency=frequency, due=(rest,) if rest else ())


def _several(value: object) -> Sequence[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value] if isinstance(value, list) else []


def _converter() -> cattrs.Converter:
    made = cattrs.Converter(forbid_extra_keys=True)
    made.register_structure_hook(date, lambda value, _: value)
    made.register_structure_hook(Decimal, lambda value, _: Decimal(value))

    def target(data: Mapping[str, object], _: type) -> ExpectedTarget:
        words = tuple(map(parse_requirement, _several(data["requirement"])))
        return plain(ExpectedTarget, {**data, "requirement": words})

    def task(data: Mapping[str, object], _: type) -> ExpectedTask:
        lists = {name: tuple(_several(data.get(name, []))) for name in ("deliverables", "lead", "coordinating")}
        when = tuple(map(parse_written_schedule, _several(data.get("schedule", []))))
        return plain(ExpectedTask, {**data, **lists, "schedule": when})

    def measurement(data: Mapping[str, object], _: type) -> ExpectedMeasurement:
        return plain(ExpectedMeasurement, {**data, "value": tuple(_several(data["value"]))})

    made.register_structure_hook(ExpectedTarget, target)
    made.register_structure_hook(ExpectedTask, task)
    made.register_structure_hook(ExpectedMeasurement, measurement)
    return made


def plain(kind: Callable[..., _T], values: Mapping[str, object]) -> _T:
    """A value whose fields are already what they should be."""
    return kind(**values)


_CONVERTER = _converter()


def load_expected(path: Path) -> Expected:
    """The answers in a TOML file; an unknown key is refused."""
    return _CONVERTER.structure(tomllib.loads(path.read_text(encoding="utf-8")), Expected)
