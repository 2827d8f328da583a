"""What is wrong with a record of progress (theo dõi tiến độ) measured against its plan.

An event for a row that the plan does not have is nobody's progress, and one for a time or a part that the schedule does not
have settles nothing: each is said, so that no work is lost in silence.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.period import Period
from cchc.model.schedule import Compound, Schedule
from cchc.model.task import Milestone, Task, TaskEvent
from cchc.model.text import nearest
from cchc.rules.names import name_key
from cchc.rules.occurrences import is_steady, planned_slots
from cchc.rules.subjects import subjects_of, unknown_subjects

__all__ = ["check_progress", "unknown_tasks"]


def _asks_for_steady_work(schedule: Schedule) -> bool:
    if isinstance(schedule, Compound):
        return any(_asks_for_steady_work(part) for part in schedule.parts)
    return is_steady(schedule)


def _unplanned(task: Task, events: Sequence[TaskEvent], plan_period: Period) -> tuple[str, ...]:
    """The codes of the periods that recurring work was recorded for and that its schedule does not have."""
    slots = planned_slots(task.schedule, plan_period)
    if _asks_for_steady_work(task.schedule) or not any(slot.period is not None for slot in slots):
        return ()
    stated = sorted({event.period for event in events if event.period is not None})
    return tuple(period.code for period in stated if not any(slot.fits(period) for slot in slots))


def _bystanders(task: Task, events: Sequence[TaskEvent]) -> tuple[str, ...]:
    """The agencies that reported on a task without being named as its lead."""
    leads = {name_key(lead) for lead in task.lead}
    relevant = (event.agency for event in events if event.agency and event.milestone is not Milestone.TRIGGERED)
    return tuple(sorted({agency for agency in relevant if leads and name_key(agency) not in leads}))


def check_progress(task: Task, events: tuple[TaskEvent, ...], plan_period: Period) -> tuple[Finding, ...]:
    """What the known events of one task say that cannot be held against its row.

    ``progress.unknown-period`` gives `periods`; ``progress.unknown-subject`` gives `subjects`, work on which counts as progress
    but completes nothing, those the schedule has (`known`), and for each the one it is `near` to, empty where none is;
    ``progress.agency-not-lead`` gives `agencies`, of whom the same holds, and `leads`.
    """
    subject = f"tasks/{task.number}"
    findings = []
    if periods := _unplanned(task, events, plan_period):
        params = Parameters({"periods": periods})
        findings.append(Finding(code="progress.unknown-period", severity=Severity.WARNING, subject=subject, params=params))
    if subjects := unknown_subjects(task, events):
        known = subjects_of(task.schedule)
        near = tuple(nearest(name, known) for name in subjects)
        params = Parameters({"subjects": subjects, "known": known, "near": near})
        findings.append(Finding(code="progress.unknown-subject", severity=Severity.WARNING, subject=subject, params=params))
    if agencies := _bystanders(task, events):
        params = Parameters({"agencies": agencies, "leads": task.lead})
        findings.append(Finding(code="progress.agency-not-lead", severity=Severity.INFO, subject=subject, params=params))
    return tuple(findings)


def _near(number: int, known: Sequence[int]) -> tuple[int, ...]:
    at = bisect_left(known, number)
    return tuple(known[max(at - 1, 0) : at + 1])


def unknown_tasks(tasks: Sequence[Task], events: Mapping[int, Sequence[TaskEvent]]) -> tuple[Finding, ...]:
    """``progress.unknown-task`` for each number that no task has: how many `events` it has, and the numbers `near` to it."""
    known = sorted(task.number for task in tasks)
    missing = sorted(set(events) - set(known))
    return tuple(
        Finding(
            code="progress.unknown-task",
            severity=Severity.ERROR,
            subject=f"tasks/{number}",
            params=Parameters({"number": number, "events": len(events[number]), "near": _near(number, known)}),
        )
        for number in missing
    )
