"""The parts of a task that a schedule names (nội dung): "Quý I đối với dự toán, Quý IV đối với quyết toán".

A part speaks of its own subject, else of that of the schedule it stands in. An event that names a subject speaks of that one
only; one whose subject the schedule does not name is progress of the task and settles nothing, and a finding says so.
"""

from collections.abc import Iterator

from attrs import evolve

from cchc.model.schedule import Compound, Operator, Schedule
from cchc.model.task import Milestone, Task, TaskEvent
from cchc.rules.names import name_key

__all__ = ["alternatives", "asked_together", "heard", "hears", "subjects_of", "unknown_subjects"]


def _named(part: Schedule, subject: str) -> Schedule:
    return part if part.subject or not subject else evolve(part, subject=subject)


def alternatives(schedule: Compound) -> tuple[Schedule, ...]:
    """The parts of a compound, each with the subject it speaks of."""
    return tuple(_named(part, schedule.subject) for part in schedule.parts)


def asked_together(schedule: Schedule) -> Iterator[Schedule]:
    """The parts that must all be done, however deep they stand; alternatives stay one part."""
    if isinstance(schedule, Compound) and schedule.operator is not Operator.OR:
        for part in alternatives(schedule):
            yield from asked_together(part)
    else:
        yield schedule


def subjects_of(schedule: Schedule) -> tuple[str, ...]:
    """The subjects that parts of a schedule speak of, each once, in its order."""
    if isinstance(schedule, Compound):
        found = [subject for part in alternatives(schedule) for subject in subjects_of(part)]
    else:
        found = [schedule.subject] if schedule.subject else []
    return tuple({name_key(subject): subject for subject in reversed(found)}.values())[::-1]


def hears(subject: str, event: TaskEvent) -> bool:
    """Whether an event may be meant for a part with this subject: it names it, or names none."""
    return not event.subject or name_key(event.subject) == name_key(subject)


def unknown_subjects(task: Task, events: tuple[TaskEvent, ...]) -> tuple[str, ...]:
    """The subjects of events that the schedule of their task does not name."""
    known = {name_key(subject) for subject in subjects_of(task.schedule)}
    return tuple(sorted({event.subject for event in events if event.subject and name_key(event.subject) not in known}))


def heard(task: Task, events: tuple[TaskEvent, ...]) -> tuple[TaskEvent, ...]:
    """The events as the schedule of their task can take them: of a subject it does not name, only that work is going on."""
    unknown = set(unknown_subjects(task, events))
    taken = []
    for event in events:
        if event.subject not in unknown:
            taken.append(event)
        elif event.milestone in (Milestone.STARTED, Milestone.DONE):
            taken.append(evolve(event, subject="", milestone=Milestone.STARTED))
    return tuple(taken)
