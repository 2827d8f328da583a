"""How the events of a task are held against its schedule.

An event without an agency holds for every lead; with one it holds for that lead only, and a task is done when it is done for
each. A collective lead ("Các sở, ban, ngành") cannot be counted off, so what single agencies report of it is progress, and
only an event without agency (or in the collective's own name) completes it. What is called off is owed no more, and what was
done by then keeps its credit.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from cchc.model.period import Period
from cchc.model.schedule import Compound, Conditional, Continuous, Deadline, Operator, Recurring, Schedule, Window
from cchc.model.task import Milestone, Task, TaskEvent
from cchc.rules.delays import days_late
from cchc.rules.names import name_key
from cchc.rules.occurrences import Slot, dated_slots, is_steady
from cchc.rules.placement import place, settled, takes
from cchc.rules.reporting import ReportingWindow
from cchc.rules.states import PAST, Occurrence, TaskState, state_of_all, state_of_any
from cchc.rules.subjects import alternatives, asked_together, hears

__all__ = ["Case", "Standing", "speaks_for", "standing"]

_PROGRESS = (Milestone.STARTED, Milestone.DONE)


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


def _stop(slot: Slot, party: str, case: Case) -> date | None:
    """The day from which a lead need not perform a slot any more."""
    stops = (
        event.on
        for event in case.known(Milestone.CANCELLED)
        if speaks_for(event, party)
        and hears(slot.subject, event)
        and (event.period is None or slot.period is None or slot.fits(event.period))
    )
    return min(stops, default=None)


def _occurrences(slots: Sequence[Slot], case: Case) -> tuple[Occurrence, ...]:
    asked = {slot: ((slot.agency,) if slot.agency else case.parties) for slot in slots}
    stops: dict[str, dict[Slot, date]] = {}
    done: dict[str, dict[Slot, date]] = {}
    for party in dict.fromkeys(party for parties in asked.values() for party in parties):
        own = [slot for slot in slots if party in asked[slot]]
        stops[party] = {slot: stop for slot in own if (stop := _stop(slot, party, case)) is not None}
        spoken = [event for event in case.known(Milestone.DONE) if speaks_for(event, party)]
        done[party] = settled(own, spoken, stops[party])
    progress = case.known(*_PROGRESS)
    begun = {slot for event in progress for slot in place(event, [slot for slot in slots if takes(slot, event)], ())}
    found = []
    for slot, parties in asked.items():
        days = [done[party][slot] for party in parties if slot in done[party]]
        waiting = tuple(party for party in parties if slot not in done[party] and slot not in stops[party])
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


def _steady(schedule: Continuous | Recurring, case: Case) -> Standing:
    """Continuous work: which reporting periods anything was recorded for."""
    progress = [event for event in case.known(*_PROGRESS) if hears(schedule.subject, event)]
    stops = [event for event in case.known(Milestone.CANCELLED) if hears(schedule.subject, event)]
    periods = []
    for window in case.windows:
        recorded = [
            event.on
            for event in progress
            if (event.period in window.period if event.period is not None else window.start <= event.on <= window.end)
        ]
        if recorded:
            state = TaskState.DONE
        elif any(window.period in event.period if event.period is not None else not event.agency for event in stops):
            state = TaskState.CANCELLED
        else:
            state = TaskState.NOT_DUE if case.as_of <= window.end else TaskState.UNREPORTED
        done_on = min(recorded, default=None)
        periods.append(Occurrence(state=state, period=window.period, subject=schedule.subject, due=window.end, done_on=done_on))
    return Standing(state=TaskState.CONTINUOUS, periods=tuple(periods))


def _came_about(schedule: Conditional, case: Case) -> tuple[Slot, ...]:
    """Each recorded trigger asks for one performance from then on; work on the very subject shows that it came about too."""
    triggers = [event for event in case.known(Milestone.TRIGGERED) if hears(schedule.subject, event)]
    if triggers:
        slots = (
            Slot(start=event.on, end=date.max, due=event.due, subject=schedule.subject, agency=event.agency, triggered=True)
            for event in triggers
        )
        return tuple(dict.fromkeys(slots))
    named = (event for event in case.known(*_PROGRESS) if event.subject and hears(schedule.subject, event))
    return (_unannounced(schedule),) if any(named) else ()


def _unannounced(schedule: Conditional) -> Slot:
    return Slot(start=date.min, end=date.max, due=None, subject=schedule.subject, triggered=True)


def _deciding(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The slots of days that ask for a performance of their own.

    An open end says from when: beside a day that decides, or another open end, of the same subject it asks for nothing more.
    Two parts may ask for the same days, and one performance is enough for both.
    """
    given = tuple(dict.fromkeys(slots))
    decided = {name_key(slot.subject) for slot in given if slot.due is not None}
    kept = []
    for slot in given:
        key = name_key(slot.subject)
        if slot.due is not None:
            kept.append(slot)
        elif key not in decided:
            decided.add(key)
            kept.append(slot)
    return tuple(kept)


def _apart(parts: Sequence[Schedule], case: Case, *, shared: bool) -> tuple[Standing, ...]:
    """Continuous work and alternatives, each by itself.

    An event without a subject is theirs where they have none; a named part takes it only where nothing else can, since one
    performance is not that of every subject.
    """
    named_only = evolve(case, events=tuple(e for e in case.events if e.subject or e.milestone not in _PROGRESS))
    taken = shared or any(not part.subject for part in parts)
    found = []
    for part in parts:
        found.append(standing(part, named_only if part.subject and taken else case))
        taken = True
    return tuple(found)


def _together(parts: Sequence[Schedule], case: Case) -> Standing:
    """Parts that must all be done and share the recorded performances between them."""
    dated = [part for part in parts if isinstance(part, Window | Deadline | Recurring) and not is_steady(part)]
    conditions = [part for part in parts if isinstance(part, Conditional)]
    others = [part for part in parts if isinstance(part, Continuous | Compound) or is_steady(part)]
    came_about = {part: _came_about(part, case) for part in conditions}
    slots = (
        *_deciding(slot for part in dated for slot in dated_slots(part, case.plan_period)),
        *(slot for found in came_about.values() for slot in found),
    )
    if conditions and not slots and not others and case.known(*_PROGRESS):
        # Progress itself shows that a condition came about, where nothing else can have asked for it.
        came_about[conditions[0]] = slots = (_unannounced(conditions[0]),)
    occurrences = _occurrences(tuple(dict.fromkeys(slots)), case)
    apart = _apart(others, case, shared=bool(slots))
    return Standing(
        state=state_of_all([
            *(found.state for found in occurrences),
            *(TaskState.UNTRIGGERED for found in came_about.values() if not found),
            *(part.state for part in apart if part.occurrences or part.state is not TaskState.NOT_DUE),
        ]),
        occurrences=(*occurrences, *(found for part in apart for found in part.occurrences)),
        periods=tuple(found for part in apart for found in part.periods),
    )  # fmt: skip


_FROM_BEST = (
    (TaskState.DONE,),
    (TaskState.DONE_LATE,),
    (TaskState.IN_PROGRESS, TaskState.NOT_DUE),
    PAST,
)
_PREFERENCE = {state: rank for rank, states in enumerate(_FROM_BEST) for state in states}


def _best(parts: Sequence[Standing]) -> Standing:
    """The alternative that decides, with its own times; of equals the one that leaves most time."""
    # Alternatives that ask for nothing within the plan's period are none.
    asking = [part for part in parts if part.occurrences or part.state is not TaskState.NOT_DUE] or parts

    def preference(part: Standing) -> tuple[int, int]:
        last = max((found.due or date.max for found in part.occurrences), default=date.min)
        return _PREFERENCE.get(part.state, len(_PREFERENCE)), -last.toordinal()

    return Standing(
        state=state_of_any(part.state for part in asking),
        occurrences=min(asking, key=preference).occurrences,
        periods=tuple(found for part in parts for found in part.periods),
    )


def standing(schedule: Schedule, case: Case) -> Standing:
    """Where a schedule stands on the day of judgement.

    Parts joined by "and", and those of several subjects, share the recorded performances between them, since "Quý II, IV" asks
    for two; of alternatives the best decides, and one that has not come about is none where another stands beside it.
    """
    if isinstance(schedule, Compound) and schedule.operator is Operator.OR:
        parts = alternatives(schedule)
        there = [part for part in parts if not isinstance(part, Conditional) or _came_about(part, case)]
        return _best([standing(part, case) for part in there or parts])
    if isinstance(schedule, Continuous) or (isinstance(schedule, Recurring) and is_steady(schedule)):
        return _steady(schedule, case)
    return _together(tuple(asked_together(schedule)), case)
