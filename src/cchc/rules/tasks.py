"""Where a task stands on a day (tình trạng thực hiện nhiệm vụ), from its schedule and the events known by that day.

A day is judged at its close: what became known on it counts, and a task is late from the day after its last. Windows are
due at their end, deadlines on their day, named days as stated; an open end and work without a time have no due day.
"""

from collections.abc import Iterable
from datetime import date

from attrs import evolve, frozen

from cchc.model.calendar import Calendar
from cchc.model.period import Period
from cchc.model.regime import Regime
from cchc.model.task import Milestone, Task, TaskEvent
from cchc.rules.delays import working_days_late
from cchc.rules.reporting import reporting_windows
from cchc.rules.standing import Case, Standing, speaks_for, standing
from cchc.rules.states import COMPLETED, Occurrence, TaskState
from cchc.rules.subjects import heard

__all__ = ["TaskVerdict", "in_order", "judge_task", "task_state"]


@frozen(kw_only=True)
class TaskVerdict:
    """The state of the task with number `task` and what it rests on (kết quả đánh giá nhiệm vụ).

    `due` is the day that decides: the earliest that is still owed, else the last. `done_on` is given when all is done.
    `days_late` is the longest delay in calendar days, to the day of judgement while the task is open; `working_days_late` the
    same in working days, where a calendar reaches that far. `occurrences` are the times it was to be done, `periods` the
    reporting periods of its continuous work, `waiting_for` the leads that have not done what is owed first.
    """

    task: int
    state: TaskState
    due: date | None = None
    done_on: date | None = None
    days_late: int = 0
    working_days_late: int | None = None
    occurrences: tuple[Occurrence, ...] = ()
    periods: tuple[Occurrence, ...] = ()
    waiting_for: tuple[str, ...] = ()


def in_order(events: Iterable[TaskEvent]) -> tuple[TaskEvent, ...]:
    """Events in the order in which they happened, each once, whatever the order in which they were handed over."""

    def day_first(event: TaskEvent) -> tuple[date, date, str, str, str, str, date]:
        period = event.period.code if event.period else ""
        return event.on, event.known_on, event.milestone.value, event.agency, event.subject, period, event.due or date.max

    return tuple(sorted(dict.fromkeys(events), key=day_first))


_CLOSED = (*COMPLETED, TaskState.CANCELLED)


def _working_days_late(occurrences: Iterable[Occurrence], as_of: date, calendar: Calendar | None) -> int | None:
    delays = [working_days_late(found.due, found.done_on or as_of, calendar) for found in occurrences if found.days_late]
    known = [delay for delay in delays if delay is not None]
    return None if calendar is None or len(known) < len(delays) else max(known, default=0)


def _verdict(case: Case, found: Standing, calendar: Calendar | None) -> TaskVerdict:
    owed = sorted((o for o in found.occurrences if o.state not in _CLOSED), key=lambda o: o.due or date.max)
    done = [o for o in found.occurrences if o.done_on is not None]
    first = owed[0] if owed else None
    return TaskVerdict(
        task=case.task.number,
        state=found.state,
        due=first.due if first else max((o.due for o in done if o.due is not None), default=None),
        done_on=None if owed else max((o.done_on for o in done if o.done_on is not None), default=None),
        days_late=max((o.days_late for o in found.occurrences), default=0),
        working_days_late=_working_days_late(found.occurrences, case.as_of, calendar),
        occurrences=found.occurrences,
        periods=found.periods,
        waiting_for=first.waiting_for if first else (),
    )


def _called_off(case: Case) -> tuple[TaskEvent, ...]:
    """The events that release every lead from the whole task, not only from one of its times or parts; empty if one is not."""
    stops = [e for e in case.known(Milestone.CANCELLED) if not e.subject and (e.period is None or case.plan_period in e.period)]
    released = all(any(speaks_for(event, party) for event in stops) for party in case.parties)
    return tuple(stops) if released else ()


def _finished(case: Case, stops: tuple[TaskEvent, ...]) -> Standing | None:
    """How the task stood before the last of the leads was released, if nothing was owed any more, released leads apart."""
    last = max(min(event.on for event in stops if speaks_for(event, party)) for party in case.parties)
    by_then = tuple(event for event in case.events if event.on <= last and not (event.on == last and event in stops))
    found = standing(case.task.schedule, evolve(case, events=by_then))
    return found if found.state in COMPLETED and all(time.state in COMPLETED for time in found.occurrences) else None


def _cancelled(case: Case, found: Standing, calendar: Calendar | None) -> TaskVerdict:
    """The verdict on a task that was called off before all of it was done; of its times those stay that were performed."""
    return TaskVerdict(
        task=case.task.number,
        state=TaskState.CANCELLED,
        working_days_late=None if calendar is None else 0,
        occurrences=tuple(time for time in found.occurrences if time.done_on is not None),
        periods=tuple(time for time in found.periods if time.done_on is not None),
    )


def judge_task(case: Case, calendar: Calendar | None = None) -> TaskVerdict:
    """The verdict on a task whose known events and reporting periods have been made ready."""
    case = evolve(case, events=heard(case.task, case.events))
    found = standing(case.task.schedule, case)
    stops = _called_off(case)
    if not stops:
        return _verdict(case, found, calendar)
    finished = _finished(case, stops)
    if finished is None:
        return _cancelled(case, found, calendar)
    # What was called off cannot make an alternative better than the one that was done.
    return _verdict(case, evolve(finished, periods=found.periods), calendar)


def task_state(
    task: Task,
    events: Iterable[TaskEvent],
    *,
    as_of: date,
    plan_period: Period,
    calendar: Calendar | None = None,
    regime: Regime | None = None,
) -> TaskVerdict:
    """Where a task stands at the close of `as_of`.

    Events of other tasks and events known only later change nothing. Recurring work is judged within `plan_period`;
    continuous work per period of `regime`, or over the plan's period where no regime is given. `calendar` serves to count
    delays in working days and moves no due day.
    """
    known = in_order(event for event in events if event.task == task.number and event.known_on <= as_of)
    windows = reporting_windows(regime, plan_period)
    return judge_task(Case(task=task, events=known, as_of=as_of, plan_period=plan_period, windows=windows), calendar)
