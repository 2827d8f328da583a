"""A reading beside the answers: which item is which, and which of its fields are right."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from attrs import evolve

from accuracy.expected import Expected, ExpectedMeasurement, ExpectedTarget, ExpectedTask
from accuracy.tally import Tally
from accuracy.words import Places, key, same_names, same_words
from cchc.model import (
    Compound,
    Conditional,
    Count,
    Measurement,
    Money,
    Percent,
    Plan,
    Points,
    Rank,
    RankUp,
    Ratio,
    Report,
    Requirement,
    Schedule,
    Source,
    Target,
    Task,
)
from cchc.reading.result import Reading

__all__ = ["judge", "requirement_fits", "schedule_fits"]

_A = TypeVar("_A")
_B = TypeVar("_B")


def judge(paper: str, reading: Reading, expected: Expected) -> Tally:
    """Every field of the answers, counted."""
    tally = Tally(paper)
    places = Places(reading.text)
    found = reading.plan or reading.report
    tally.judge("kind", "paper", expected.kind, reading.kind, right=expected.kind == reading.kind)
    if found is not None:
        _front(tally, found, expected)
    plan, report = reading.plan or Plan(title="", period=None), reading.report or Report(period=None, agency="")
    if expected.targets is not None:
        _targets(tally, plan.targets, expected, places)
    if expected.tasks is not None:
        _tasks(tally, plan.tasks, expected)
    if expected.duties is not None:
        _duties(tally, plan, expected)
    if expected.citations is not None:
        _citations(tally, found, expected)
    if expected.measurements is not None:
        _measurements(tally, report.measurements, expected, places)
    if expected.statements is not None:
        _statements(tally, report, expected, places)
    _figures(tally, report.measurements, expected, places)
    return tally


def _front(tally: Tally, found: Plan | Report, expected: Expected) -> None:
    if expected.title is not None:
        short = key(found.title).removeprefix("kế hoạch ").removeprefix("báo cáo ")
        wanted = key(expected.title).removeprefix("kế hoạch ").removeprefix("báo cáo ")
        tally.judge("title", "front", expected.title, found.title, right=short == wanted)
    if expected.symbol is not None:
        tally.judge("symbol", "front", expected.symbol, found.symbol, right=expected.symbol == found.symbol)
    if expected.issued_on is not None:
        tally.judge("issued_on", "front", expected.issued_on, found.issued_on, right=expected.issued_on == found.issued_on)
    if expected.agency is not None:
        right = bool(found.agency) and key(found.agency).startswith(key(expected.agency))
        tally.judge("agency", "front", expected.agency, found.agency, right=right)
    if expected.period is not None:
        code = found.period.code if found.period else ""
        tally.judge("period", "front", expected.period, code, right=expected.period == code)


def _paired(
    wanted: Sequence[_A], found: Sequence[_B], score: Callable[[_A, _B], int]
) -> tuple[list[tuple[_A, _B]], list[_A], list[_B]]:
    """Pairs of the best scores above 0, each item once; then what is left on either side."""
    scores = [(score(one, other), -i, -j) for i, one in enumerate(wanted) for j, other in enumerate(found)]
    ones, others = set(range(len(wanted))), set(range(len(found)))
    pairs = []
    for points, i, j in sorted(scores, reverse=True):
        if points > 0 and -i in ones and -j in others:
            ones.discard(-i)
            others.discard(-j)
            pairs.append((-i, -j))
    both = [(wanted[i], found[j]) for i, j in sorted(pairs)]
    return both, [wanted[i] for i in sorted(ones)], [found[j] for j in sorted(others)]


def _span_shared(places: Places, at: str, source: Source | None) -> int:
    return places.shared(places.find(at), source.span if source else None)


def _targets(tally: Tally, found: Sequence[Target], expected: Expected, places: Places) -> None:
    def score(wanted: ExpectedTarget, target: Target) -> int:
        shared = _span_shared(places, wanted.at, target.source)
        if not shared:
            return 0
        fits = any(requirement_fits(one, target.requirement) for one in wanted.requirement)
        said = key(wanted.at) in key(target.text)
        return shared + 1000 * fits + 300 * said

    pairs, missed, extra = _paired(expected.targets or (), found, score)
    for wanted, target in pairs:
        tally.judge("target", wanted.at, wanted.at, target.text, right=True)
        fits = any(requirement_fits(one, target.requirement) for one in wanted.requirement)
        tally.judge("requirement", wanted.at, wanted.requirement[0], target.requirement, right=fits)
        base, read = (getattr(one, "baseline", "") for one in (wanted.requirement[0], target.requirement))
        if base or read.isdigit():
            tally.judge("baseline", wanted.at, base, read, right=bool(base) and base in read)
        if wanted.area is not None:
            area = target.area.value if target.area else ""
            tally.judge("target area", wanted.at, wanted.area, area, right=wanted.area == area)
        hoped = "phấn đấu" if wanted.aspiration else "", "phấn đấu" if target.aspiration else ""
        tally.judge("aspiration", wanted.at, *hoped, right=hoped[0] == hoped[1])
        spared = (
            key(wanted.exclusion).removeprefix("trừ ") in key(target.exclusion) if wanted.exclusion else not target.exclusion
        )
        tally.judge("exclusion", wanted.at, wanted.exclusion, target.exclusion, right=spared)
        due = "" if target.due is None else target.due.isoformat()
        on = "" if wanted.due is None else wanted.due.isoformat()
        if {on, due} == {"", _last_day(expected)}:  # nothing said is the plan's last day
            on = due
        tally.judge("target due", wanted.at, on, due, right=on == due)
        if wanted.scope is not None:
            tally.judge("scope", wanted.at, wanted.scope, target.scope, right=key(wanted.scope) in key(target.scope))
    for wanted in missed:
        if not wanted.optional:
            tally.judge("target", wanted.at, wanted.at, "", right=False)
            tally.judge("requirement", wanted.at, wanted.requirement[0], "", right=False)
    for target in extra:
        if not any(_span_shared(places, at, target.source) for at in expected.may_be_targets):
            tally.judge("target", "nothing expected here", "", f"{target.text} → {target.requirement}", right=False)


def _last_day(expected: Expected) -> str:
    if expected.period is None:
        return ""
    year = expected.period.rpartition("/")[2][:4]
    return f"{year}-12-31" if "-" not in expected.period or expected.period.endswith("H2") else ""


def requirement_fits(wanted: Requirement, found: Requirement) -> bool:
    """Whether a requirement is the one expected: kind and numbers, a unit longer or shorter; the baseline is judged apart."""
    if type(wanted) is not type(found):
        return False
    unit, read = key(getattr(wanted, "unit", "")), key(getattr(found, "unit", ""))
    if getattr(wanted, "unit", "").startswith("%") != getattr(found, "unit", "").startswith("%"):
        return False
    beside, other = getattr(wanted, "equivalent", None), getattr(found, "equivalent", None)
    if (beside is None) != (other is None) or (beside is not None and other is not None and beside.value != other.value):
        return False
    return (unit.startswith(read) or read.startswith(unit)) and _numbers(wanted) == _numbers(found)


def _numbers(requirement: Requirement) -> tuple[object, ...]:
    if isinstance(requirement, RankUp):
        return requirement.least, requirement.most
    return tuple(getattr(requirement, name, None) for name in ("value", "least", "most"))


def _tasks(tally: Tally, found: Sequence[Task], expected: Expected) -> None:
    if expected.task_count is not None:
        tally.judge("task count", "annex", str(expected.task_count), str(len(found)), right=expected.task_count == len(found))
    wanted_numbers = {task.number for task in expected.tasks or ()} - {None}
    # Where the answers are for some rows only, the others are not judged.
    judged = [task for task in found if not wanted_numbers or task.number in wanted_numbers]

    def score(wanted: ExpectedTask, task: Task) -> int:
        one, other = key(wanted.title), key(task.title)
        if wanted.number is not None:
            return 2 if wanted.number == task.number else 0
        return 3 if one == other else 2 if other and (one in other or other in one) else 0

    pairs, missed, extra = _paired(expected.tasks or (), judged, score)
    for wanted, task in pairs:
        tally.judge("task", wanted.title, wanted.title, task.title, right=True)
        _task_fields(tally, wanted, task)
    for wanted in missed:
        tally.judge("task", wanted.title, wanted.title, "", right=False)
    for task in extra:
        tally.judge("task", "nothing expected here", "", task.title, right=False)


def _task_fields(tally: Tally, wanted: ExpectedTask, task: Task) -> None:
    at = f"{wanted.number or ''} {wanted.title}".strip()
    tally.judge("task title", at, wanted.title, task.title, right=same_words(wanted.title, task.title))
    for name in ("deliverables", "lead", "coordinating"):
        names, read = getattr(wanted, name), getattr(task, name)
        tally.judge(name, at, names, read, right=same_names(names, read))
    for name in ("code", "group_code", "group_title", "schedule_text"):
        if (one := getattr(wanted, name)) is not None:
            tally.judge(name, at, one, getattr(task, name), right=same_words(one, getattr(task, name)))
    if wanted.area is not None:
        area = task.area.value if task.area else ""
        tally.judge("task area", at, wanted.area, area, right=wanted.area == area)
    if wanted.schedule:
        fits = any(schedule_fits(one, task.schedule) for one in wanted.schedule)
        tally.judge("schedule", at, wanted.schedule[0], task.schedule, right=fits)


def schedule_fits(wanted: Schedule, found: Schedule) -> bool:
    """Whether two schedules are the same times; subjects and how a condition is worded at its edges make no difference."""
    if isinstance(wanted, Conditional) and isinstance(found, Conditional):
        return key(wanted.trigger) == key(found.trigger)
    if isinstance(wanted, Compound) and isinstance(found, Compound):
        parts = zip(wanted.parts, found.parts, strict=False)
        return (
            wanted.operator is found.operator
            and len(wanted.parts) == len(found.parts)
            and all(schedule_fits(one, other) for one, other in parts)
        )
    return type(wanted) is type(found) and evolve(wanted, subject="") == evolve(found, subject="")


def _duties(tally: Tally, plan: Plan, expected: Expected) -> None:
    wanted = expected.duties or ()
    for duty in wanted:
        theirs = [one for one in plan.duties if key(duty.agency) in key(one.agency)]
        tally.judge("duty agency", duty.agency, duty.agency, theirs[0].agency if theirs else "", right=bool(theirs))
        if duty.area is not None:
            areas = [one.area.value for one in theirs if one.area]
            tally.judge("duty area", duty.agency, duty.area, areas, right=duty.area in areas)
        if duty.due is not None:
            dues = [one.due for one in theirs if one.due]
            tally.judge("duty due", duty.agency, duty.due, dues, right=duty.due in dues)
    for one in plan.duties:
        if one.due and not any(one.due == duty.due for duty in wanted):
            tally.judge("duty due", f"nothing expected here: {one.agency}", "", f"{one.due}: {one.text}", right=False)


def _citations(tally: Tally, found: Plan | Report | None, expected: Expected) -> None:
    read = [one for one in (found.citations if found else ()) if one.symbol != expected.symbol]
    wanted = [one for one in expected.citations or () if one.symbol != expected.symbol]
    known = {one.symbol for one in wanted}
    for citation in wanted:
        same = [one for one in read if one.symbol == citation.symbol]
        tally.judge("citation", citation.symbol, citation.symbol, same[0].symbol if same else "", right=bool(same))
        if citation.issued_on is not None:
            dates = [one.issued_on for one in same if one.issued_on]
            tally.judge("citation date", citation.symbol, citation.issued_on, dates[:1], right=citation.issued_on in dates)
    for symbol in dict.fromkeys(one.symbol for one in read):
        if symbol not in known:
            tally.judge("citation", "nothing expected here", "", symbol, right=False)


def _value_fits(wanted: str, measurement: Measurement) -> bool:
    number, _, unit = wanted.partition(" ")
    match measurement.value:
        case Percent(value):
            return unit == "%" and value == Decimal(number)
        case Ratio(part, whole):
            return wanted == f"{part}/{whole}" or (wanted.startswith(f"{part}/{whole}"))
        case Money(value):
            return unit == "đồng" and value == Decimal(number)
        case Points(value):
            return unit.startswith("điểm") and value == Decimal(number)
        case Rank() as rank:
            return wanted.startswith("rank ") and unit == f"{rank.value}/{rank.of}"
        case Count(value, things):
            named = key(things).startswith(key(unit)) or key(unit).startswith(key(things))
            return number.isdigit() and value == int(number) and named
    return False


def _measurements(tally: Tally, found: Sequence[Measurement], expected: Expected, places: Places) -> None:
    def score(wanted: ExpectedMeasurement, measurement: Measurement) -> int:
        shared = _span_shared(places, wanted.at, measurement.source)
        fits = any(_value_fits(value, measurement) for value in wanted.value)
        return shared + 1000 * fits if shared else 0

    pairs, missed, extra = _paired(expected.measurements or (), found, score)
    for wanted, measurement in pairs:
        fits = any(_value_fits(value, measurement) for value in wanted.value)
        tally.judge("measurement", wanted.at, wanted.value, measurement.value, right=fits)
        tally.judge(
            "qualifier",
            wanted.at,
            wanted.qualifier,
            measurement.qualifier,
            right=key(wanted.qualifier) == key(measurement.qualifier),
        )
        if wanted.as_of is not None:
            right = wanted.as_of == measurement.as_of
            tally.judge("as of", wanted.at, wanted.as_of, measurement.as_of, right=right)
    for wanted in missed:
        if not wanted.optional:
            tally.judge("measurement", wanted.at, wanted.value, "", right=False)
    for measurement in extra:
        words = measurement.source.span.text if measurement.source and measurement.source.span else ""
        tally.judge("measurement", "nothing expected here", "", f"{measurement.value} ← {words}", right=False)


def _statements(tally: Tally, report: Report, expected: Expected, places: Places) -> None:
    for wanted in expected.statements or ():
        here = [one for one in report.statements if _span_shared(places, wanted.at, one.source)]
        kinds = tuple(dict.fromkeys(one.kind.value for one in here))
        tally.judge("statement", wanted.at, wanted.kind, kinds, right=kinds == (wanted.kind,))


def _figures(tally: Tally, found: Iterable[Measurement], expected: Expected, places: Places) -> None:
    known = list(found)
    for quote, numbers in expected.figures:
        here = [one for one in known if _span_shared(places, quote, one.source)]
        read = {number for one in here for number in _read_numbers(one)}
        missing = tuple(str(number) for number in numbers if number not in read)
        tally.judge("checked figures", quote, numbers, sorted(read), right=not missing)


def _read_numbers(measurement: Measurement) -> Iterable[Decimal]:
    match measurement.value:
        case Ratio(part, whole):
            return Decimal(part), Decimal(whole)
        case Percent(value) | Points(value):
            return (value,)
        case Money(value):
            return tuple(value.scaleb(-places).normalize() + 0 for places in (0, 6, 9))
        case Count(value):
            return (Decimal(value),)
        case Rank() as rank:
            return Decimal(rank.value), Decimal(rank.of)
    return ()
