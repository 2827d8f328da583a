"""A plan that was written beside the plan that was read: every difference in words that say where to look."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from accuracy.judging import requirement_fits, schedule_fits
from accuracy.words import key, same_names, same_words
from cchc.model import Plan, Target, Task

__all__ = ["differences", "placeless", "task_differences"]


def differences(written: Plan, read: Plan) -> list[str]:
    """What was read otherwise than it was written: front, targets, tasks, duties, citations."""
    return [
        *_front(written, read),
        *_targets(written, read.targets),
        *task_differences(written.tasks, read.tasks),
        *_duties(written, read),
        *_citations(written, read),
    ]


def _front(written: Plan, read: Plan) -> Iterator[str]:
    for name in ("symbol", "issued_on", "period"):
        if getattr(written, name) != getattr(read, name):
            yield f"{name}: {getattr(written, name)} was read as {getattr(read, name)}"
    for name in ("title", "agency"):
        one, other = (key(getattr(plan, name)).removeprefix("kế hoạch ") for plan in (written, read))
        if one != other:
            yield f"{name}: {one} was read as {other}"


def _targets(written: Plan, read: Sequence[Target]) -> Iterator[str]:
    if len(written.targets) != len(read):
        yield f"targets: {len(written.targets)} were read as {len(read)}: {[target.text for target in read]}"
    end = written.period.end if written.period else None
    for one, other in zip(written.targets, read, strict=False):
        at = f"target {one.text!r}"
        if not requirement_fits(one.requirement, other.requirement):
            yield f"{at}: {one.requirement} was read as {other.requirement}"
        if getattr(one.requirement, "baseline", "") != getattr(other.requirement, "baseline", ""):
            yield f"{at}: baseline was read in {other.requirement}"
        if key(one.exclusion).removeprefix("trừ ") != key(other.exclusion).removeprefix("trừ "):
            yield f"{at}: exclusion was read as {other.exclusion!r}"
        if (one.due or end) != (other.due or end):
            yield f"{at}: due {one.due} was read as {other.due}"
        for name in ("area", "aspiration"):
            if getattr(one, name) != getattr(other, name):
                yield f"{at}: {name} {getattr(one, name)} was read as {getattr(other, name)}"


def task_differences(written: Sequence[Task], read: Sequence[Task]) -> Iterator[str]:
    """What tasks were read otherwise."""
    if len(written) != len(read):
        yield f"tasks: {len(written)} were read as {len(read)}: {[task.title for task in read]}"
    for one, other in zip(written, read, strict=False):
        at = f"task {one.number} {one.title!r}"
        for name in ("title", "group_title", "schedule_text"):
            if not same_words(getattr(one, name), getattr(other, name)):
                yield f"{at}: {name} {getattr(one, name)!r} was read as {getattr(other, name)!r}"
        for name in ("deliverables", "lead", "coordinating"):
            if not same_names(getattr(one, name), getattr(other, name)):
                yield f"{at}: {name} {getattr(one, name)} was read as {getattr(other, name)}"
        for name in ("number", "area"):
            if getattr(one, name) != getattr(other, name):
                yield f"{at}: {name} {getattr(one, name)} was read as {getattr(other, name)}"
        if not schedule_fits(one.schedule, other.schedule):
            yield f"{at}: {one.schedule} was read as {other.schedule}"


def _duties(written: Plan, read: Plan) -> Iterator[str]:
    owed = {(key(duty.agency), duty.area, duty.due) for duty in read.duties}
    for duty in written.duties:
        if (key(duty.agency), duty.area, duty.due) not in owed:
            yield f"duty {duty.agency} {duty.text!r} was not read in {sorted(map(str, owed))}"


def _citations(written: Plan, read: Plan) -> Iterator[str]:
    some, others = ([(one.symbol, one.issued_on) for one in plan.citations] for plan in (written, read))
    if some != others:
        yield f"citations: {some} were read as {others}"


def placeless(plan: Plan) -> Plan:
    """The plan without where its values stand, to compare what two papers say."""
    return evolve(
        plan,
        targets=tuple(evolve(target, source=None) for target in plan.targets),
        tasks=tuple(evolve(task, source=None) for task in plan.tasks),
        duties=tuple(evolve(duty, source=None) for duty in plan.duties),
        citations=tuple(evolve(citation, source=None) for citation in plan.citations),
        statements=tuple(evolve(statement, source=None) for statement in plan.statements),
    )
