"""How the events of a task are held against its schedule.

A performance recorded for a period belongs to the times of that period; one without a period belongs to the time in whose
days it falls, else to the latest that has ended unperformed, else to the next. An event without an agency holds for every
lead; with one it holds for that lead only, and a task is done when it is done for each. A collective lead ("Các sở, ban,
ngành") cannot be counted off, so what single agencies report of it is progress, and only an event without agency (or in the
collective's own name) completes it.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import assert_never

from attrs import evolve, frozen

from cchc.model.period import Period
from cchc.model.schedule import Compound, Conditional, Continuous, Deadline, Operator, Recurring, Schedule, Window
from cchc.model.task import Milestone, Task, TaskEvent
from cchc.rules.delays import days_late
from cchc.rules.names import name_key
from cchc.rules.occurrences import Slot, dated_slots, is_steady
from cchc.rules.reporting import ReportingWindow
from cchc.rules.states import Occurrence, TaskState, state_of_all, state_of_any

__all__ = ["Case", "Standing", "speaks_for", "standing"]

_NEVER = date.max


@frozen(kw_only=True)
class Case:
    """A task with the events known of it, in the order in which they happened, on the day of judgement."""

    task: Task
    events: tuple[TaskEvent, ...]
    as_of: date
    plan_period: Period
    windows: tuple[ReportingWindow, ...]

    @property
    def parties(self) -> tuple[str, ...]:
        """The leads, or one nameless party that any agency speaks for."""
        return self.task.lead or ("",)

    def known(self, *milestones: Milestone) -> tuple[TaskEvent, ...]:
        """The events that are one of `milestones`."""
        return tuple(event for event in self.events if event.milestone in milestones)


@frozen(kw_only=True)
class Standing:
    """The state of a schedule with the times it was made of; `periods` are those of its continuous work."""

    state: TaskState
    occurrences: tuple[Occurrence, ...] = ()
    periods: tuple[Occurrence, ...] = ()


def speaks_for(event: TaskEvent, party: str) -> bool:
    """Whether an event holds for a lead: it names that lead, or no agency at all."""
    return not event.agency or not party or name_key(event.agency) == name_key(party)


def _last_day(slot: Slot) -> date:
    return slot.due or _NEVER


def _place(event: TaskEvent, slots: Sequence[Slot], taken: Collection[Slot]) -> tuple[Slot, ...]:
    """The slots that an event is meant for."""
    if event.period is not None:
        meant = tuple(slot for slot in slots if slot.fits(event.period))
        if meant or any(slot.period is not None for slot in slots):
            return meant
    open_slots = [slot for slot in slots if slot not in taken]
    if any(slot.start <= event.on <= slot.end for slot in slots):
        inside = [slot for slot in open_slots if slot.start <= event.on <= slot.end]
        return tuple(sorted(inside, key=_last_day)[:1])
    ended = sorted((slot for slot in open_slots if slot.end < event.on), key=_last_day)
    ahead = sorted((slot for slot in open_slots if slot.start > event.on), key=lambda slot: slot.start)
    return tuple(ended[-1:] or ahead[:1])


def _settled(slots: Sequence[Slot], events: Iterable[TaskEvent]) -> dict[Slot, date]:
    """The day on which each slot was performed, the earliest where several events speak of it."""
    done: dict[Slot, date] = {}
    for event in events:
        for slot in _place(event, slots, done):
            done.setdefault(slot, event.on)
    return done


def _released(slot: Slot, party: str, case: Case) -> bool:
    return any(
        speaks_for(event, party) and (event.period is None or slot.period is None or slot.fits(event.period))
        for event in case.known(Milestone.CANCELLED)
    )


def _occurrences(slots: Sequence[Slot], case: Case) -> tuple[Occurrence, ...]:
    owed = {
        slot: tuple(party for party in ((slot.agency,) if slot.agency else case.parties) if not _released(slot, party, case))
        for slot in slots
    }
    done = {
        party: _settled(
            [slot for slot in slots if party in owed[slot]],
            [event for event in case.known(Milestone.DONE) if speaks_for(event, party)],
        )
        for party in dict.fromkeys(party for parties in owed.values() for party in parties)
    }
    progress = case.known(Milestone.STARTED, Milestone.DONE)
    begun = {slot for event in progress for slot in _place(event, slots, ())}
    found = []
    for slot, parties in owed.items():
        days = [done[party][slot] for party in parties if slot in done[party]]
        waiting = tuple(party for party in parties if slot not in done[party])
        found.append(_judged(slot, days=days, waiting=waiting, begun=slot in begun or bool(days), as_of=case.as_of))
    return tuple(found)


def _judged(slot: Slot, *, days: list[date], waiting: tuple[str, ...], begun: bool, as_of: date) -> Occurrence:
    known = Occurrence(state=TaskState.NOT_DUE, period=slot.period, subject=slot.subject, due=slot.due)
    if not waiting:
        if not days:
            return evolve(known, state=TaskState.CANCELLED)
        done_on = max(days)
        late = days_late(slot.due, done_on)
        return evolve(known, state=TaskState.DONE_LATE if late else TaskState.DONE, done_on=done_on, days_late=late)
    late = days_late(slot.due, as_of)
    if late:
        state = TaskState.OVERDUE if begun else TaskState.UNREPORTED
    else:
        state = TaskState.IN_PROGRESS if begun else TaskState.NOT_DUE
    return evolve(known, state=state, days_late=late, waiting_for=tuple(party for party in waiting if party))


def _dated(schedules: Iterable[Window | Deadline | Recurring], case: Case) -> Standing:
    # Two parts may ask for the same days, and one performance is enough for both.
    slots = tuple(dict.fromkeys(slot for part in schedules for slot in dated_slots(part, case.plan_period)))
    occurrences = _occurrences(slots, case)
    return Standing(state=state_of_all(found.state for found in occurrences), occurrences=occurrences)


def _steady(schedule: Continuous | Recurring, case: Case) -> Standing:
    """Continuous work: which reporting periods anything was recorded for."""
    progress, stops = case.known(Milestone.STARTED, Milestone.DONE), case.known(Milestone.CANCELLED)
    periods = []
    for window in case.windows:
        recorded = [
            event.on
            for event in progress
            if (event.period in window.period if event.period is not None else window.start <= event.on <= window.end)
        ]
        if recorded:
            state = TaskState.DONE
        elif any(event.period is not None and window.period in event.period for event in stops):
            state = TaskState.CANCELLED
        else:
            state = TaskState.NOT_DUE if case.as_of <= window.end else TaskState.UNREPORTED
        done_on = min(recorded, default=None)
        periods.append(Occurrence(state=state, period=window.period, subject=schedule.subject, due=window.end, done_on=done_on))
    return Standing(state=TaskState.CONTINUOUS, periods=tuple(periods))


def _conditional(schedule: Conditional, case: Case) -> Standing:
    """Each recorded trigger asks for one performance from then on; without one, progress itself shows that it came about."""
    triggers = case.known(Milestone.TRIGGERED)
    if triggers:
        slots = tuple(
            dict.fromkeys(
                Slot(start=event.on, end=_NEVER, due=event.due, subject=schedule.subject, agency=event.agency)
                for event in triggers
            )
        )
        # What was done before the event came about was not done because of it.
        since = tuple(e for e in case.events if e.on >= triggers[0].on or e.milestone is Milestone.CANCELLED)
        case = evolve(case, events=since)
    elif case.known(Milestone.STARTED, Milestone.DONE):
        slots = (Slot(start=date.min, end=_NEVER, due=None, subject=schedule.subject),)
    else:
        return Standing(state=TaskState.UNTRIGGERED)
    occurrences = _occurrences(slots, case)
    return Standing(state=state_of_all(found.state for found in occurrences), occurrences=occurrences)


def _with_times(parts: Sequence[Standing]) -> Sequence[Standing]:
    """The parts that ask for anything within the plan's period."""
    return [part for part in parts if part.occurrences or part.state is not TaskState.NOT_DUE] or parts


def _joined(parts: Sequence[Standing]) -> Standing:
    return Standing(
        state=state_of_all(part.state for part in _with_times(parts)),
        occurrences=tuple(found for part in parts for found in part.occurrences),
        periods=tuple(found for part in parts for found in part.periods),
    )


_FROM_BEST = (
    (TaskState.DONE,),
    (TaskState.DONE_LATE,),
    (TaskState.IN_PROGRESS, TaskState.NOT_DUE),
    (TaskState.OVERDUE, TaskState.UNREPORTED),
)
_PREFERENCE = {state: rank for rank, states in enumerate(_FROM_BEST) for state in states}


def _best(parts: Sequence[Standing]) -> Standing:
    """The alternative that decides, with its own times; of equals the one that leaves most time."""
    asking = _with_times(parts)

    def preference(part: Standing) -> tuple[int, int]:
        last = max((found.due or _NEVER for found in part.occurrences), default=date.min)
        return _PREFERENCE.get(part.state, len(_PREFERENCE)), -last.toordinal()

    return Standing(
        state=state_of_any(part.state for part in asking),
        occurrences=min(asking, key=preference).occurrences,
        periods=tuple(found for part in parts for found in part.periods),
    )


def standing(schedule: Schedule, case: Case) -> Standing:
    """Where a schedule stands on the day of judgement.

    Dated parts joined by "and" share the recorded performances between them, since "Quý II, IV" asks for two; each part for
    a subject of its own sees them all, since an event names no subject; of alternatives the best decides.
    """
    match schedule:
        case Continuous():
            return _steady(schedule, case)
        case Window() | Deadline():
            return _dated((schedule,), case)
        case Recurring():
            return _steady(schedule, case) if is_steady(schedule) else _dated((schedule,), case)
        case Conditional():
            return _conditional(schedule, case)
        case Compound(operator=Operator.OR):
            return _best([standing(part, case) for part in schedule.parts])
        case Compound(operator=Operator.PER_SUBJECT):
            return _joined([standing(part, case) for part in schedule.parts])
        case Compound():
            dated = [part for part in schedule.parts if isinstance(part, Window | Deadline | Recurring) and not is_steady(part)]
            others = [standing(part, case) for part in schedule.parts if part not in dated]
            return _joined([*([_dated(dated, case)] if dated else ()), *others])
        case _:
            assert_never(schedule)
