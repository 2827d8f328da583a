"""Which time of a task a recorded event is meant for.

What is recorded for a period belongs to the times of that period; what is recorded without one belongs to the time in whose
days it falls, else to the latest that has ended unperformed, else to the next. One performance settles one time of one
subject: an event that names no subject speaks of the one whose time it is placed in so, and of no other. What was done before
a condition came about was not done because of it, and what was done after a time was called off settles another.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from cchc.model.task import TaskEvent
from cchc.rules.names import name_key
from cchc.rules.occurrences import Slot
from cchc.rules.subjects import hears

__all__ = ["place", "settled", "takes"]


def _last_day(slot: Slot) -> date:
    return slot.due or date.max


def takes(slot: Slot, event: TaskEvent) -> bool:
    """Whether an event may be meant for a slot at all."""
    return hears(slot.subject, event) and (not slot.triggered or slot.start <= event.on)


def place(event: TaskEvent, slots: Sequence[Slot], taken: Collection[Slot]) -> tuple[Slot, ...]:
    """The slots that an event is meant for, of slots that may take it, by their last day."""
    if event.period is not None:
        meant = tuple(sorted((slot for slot in slots if slot.fits(event.period)), key=_last_day))
        if meant or any(slot.period is not None for slot in slots):
            return meant
    open_slots = [slot for slot in slots if slot not in taken]
    if any(slot.start <= event.on <= slot.end for slot in slots):
        inside = [slot for slot in open_slots if slot.start <= event.on <= slot.end]
        return tuple(sorted(inside, key=_last_day)[:1])
    ended = sorted((slot for slot in open_slots if slot.end < event.on), key=_last_day)
    ahead = sorted((slot for slot in open_slots if slot.start > event.on), key=lambda slot: slot.start)
    return tuple(ended[-1:] or ahead[:1])


def settled(slots: Sequence[Slot], events: Iterable[TaskEvent], stops: Mapping[Slot, date]) -> dict[Slot, date]:
    """The day on which each slot was performed, the earliest where several events speak of it; `stops` says when one ended.

    Days that the text names and conditions that came about do not share a performance: one may answer both, of one subject.
    """
    done: dict[Slot, date] = {}
    for event in events:
        may_take = [slot for slot in slots if takes(slot, event) and event.on <= stops.get(slot, date.max)]
        meant = next((slot for slot in place(event, may_take, done) if slot not in done), None)
        if meant is not None:
            same = [slot for slot in may_take if name_key(slot.subject) == name_key(meant.subject)]
            for triggered in (False, True):
                for slot in place(event, [slot for slot in same if slot.triggered is triggered], done):
                    done.setdefault(slot, event.on)
    return done
