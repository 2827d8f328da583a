"""The times at which a schedule asks for something within a plan's period (các lần đến hạn).

A named date stands as stated: no schedule here is a term counted from an event, so none rolls off a rest day. A window is
due at its end; an open end has no due day, and none is invented for it. Daily and weekly work has no times of its own: it is
judged per reporting period, as continuous work is.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import assert_never

from attrs import frozen

from cchc.model.months import day_in_month
from cchc.model.period import Period
from cchc.model.schedule import Compound, Conditional, Continuous, Deadline, Frequency, Recurring, Schedule, Window

__all__ = ["Slot", "dated_slots", "is_steady", "planned_slots"]


@frozen(kw_only=True)
class Slot:
    """A stretch of days that one performance of a task belongs to.

    `period` is given for recurring work; `agency` where it falls to one agency only; `triggered` for what a condition asks
    for from the day it came about.
    """

    start: date
    end: date
    due: date | None
    period: Period | None = None
    subject: str = ""
    agency: str = ""
    triggered: bool = False

    def fits(self, period: Period) -> bool:
        """Whether something recorded for `period` is meant for this slot."""
        if self.due is not None and self.due in period:
            return True
        return self.period is None and self.start <= period.start and period.end <= self.end


def is_steady(schedule: Schedule) -> bool:
    """Whether a schedule asks for steady work that is judged per reporting period only."""
    if isinstance(schedule, Recurring):
        return schedule.frequency in (Frequency.DAILY, Frequency.WEEKLY) and not (schedule.due or schedule.months)
    return isinstance(schedule, Continuous)


def _units(frequency: Frequency, year: int) -> tuple[Period, ...]:
    match frequency:
        case Frequency.QUARTERLY:
            return tuple(Period.quarter(year, n) for n in range(1, 5))
        case Frequency.HALF_YEARLY:
            return Period.half(year, 1), Period.half(year, 2)
        case Frequency.YEARLY:
            return (Period.of_year(year),)
        case _:
            return tuple(Period.month(year, n) for n in range(1, 13))


def _on_named_days(schedule: Recurring, year: int) -> Iterator[Slot]:
    # 28 and 29 February are one day in most years, and a day named twice is asked for once.
    dues = sorted({day_in_month(year, *map(int, text.split("-"))) for text in schedule.due})
    start = date(year, 1, 1)
    for due in dues:
        period = Period.of_year(year) if len(dues) == 1 else Period.month(year, due.month)
        yield Slot(start=start, end=due, due=due, period=period, subject=schedule.subject)
        start = due + timedelta(days=1)


def _in_units(schedule: Recurring, year: int) -> Iterator[Slot]:
    named = tuple(Period.month(year, month) for month in sorted(set(schedule.months)))
    for unit in named or _units(schedule.frequency, year):
        due = day_in_month(unit.end.year, unit.end.month, schedule.day) if schedule.day else unit.end
        yield Slot(start=unit.start, end=unit.end, due=due, period=unit, subject=schedule.subject)


@lru_cache(maxsize=1024)
def dated_slots(schedule: Window | Deadline | Recurring, plan_period: Period) -> tuple[Slot, ...]:
    """The slots of one schedule, by due day; of recurring work those that fall due within the plan's period.

    Named days of the year go before named months, and these before the frequency; work without a day is due at the end of
    its month, quarter, half or year.
    """
    match schedule:
        case Window():
            return (
                Slot(
                    start=schedule.start or date.min,
                    end=schedule.end or date.max,
                    due=schedule.end,
                    subject=schedule.subject,
                ),
            )
        case Deadline():
            return (Slot(start=date.min, end=schedule.due, due=schedule.due, subject=schedule.subject),)
        case Recurring():
            make = _on_named_days if schedule.due else _in_units
            years = range(plan_period.start.year, plan_period.end.year + 1)
            slots = (slot for year in years for slot in make(schedule, year))
            return tuple(slot for slot in slots if slot.due is not None and slot.due in plan_period)
        case _:
            assert_never(schedule)


def planned_slots(schedule: Schedule, plan_period: Period) -> tuple[Slot, ...]:
    """Every slot that a schedule has by itself, those of its parts included; conditions have none until they come about."""
    if is_steady(schedule) or isinstance(schedule, Continuous | Conditional):
        return ()
    if isinstance(schedule, Compound):
        return tuple(slot for part in schedule.parts for slot in planned_slots(part, plan_period))
    return dated_slots(schedule, plan_period)
