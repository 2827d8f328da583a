"""Working days and terms, counted by the Civil Code (Bộ luật Dân sự 91/2015/QH13, Điều 144-148).

The first day of a term is excluded; a last day on a rest day rolls to the next working day; a term in working days skips
rest days. Working Saturdays come from yearly notices, so a calendar is an argument made of dated days, never a rule.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from itertools import accumulate

from attrs import field, frozen

from cchc.model.errors import InvalidInput, Problem
from cchc.model.months import add_months

__all__ = ["Calendar", "DayKind", "SpecialDay"]

_SUNDAY = 7


class DayKind(Enum):
    """Why a day is not an ordinary one (loại ngày)."""

    HOLIDAY = "holiday"
    """Ngày lễ, tết."""
    COMPENSATORY = "compensatory"
    """Ngày nghỉ bù."""
    SWAPPED_OFF = "swapped_off"
    """Ngày nghỉ hoán đổi."""
    WORKED = "worked"
    """Ngày làm bù: a weekly rest day that is worked."""


@frozen(kw_only=True)
class SpecialDay:
    """A day that the weekly rule does not decide (ngày nghỉ, ngày làm bù), with the document behind it and how sure that is."""

    on: date
    kind: DayKind
    name: str
    document: str = ""
    confidence: str = ""


@frozen(kw_only=True)
class Calendar:
    """A calendar of record (lịch làm việc) from `first` to `last`, both included.

    `weekly_rest` holds ISO weekdays; `official_from` and `official_to` bound the years whose days come from documents: the
    days outside them were computed and are unofficial. A day outside the calendar raises `InvalidInput`.
    """

    id: str
    first: date
    last: date
    days: tuple[SpecialDay, ...]
    weekly_rest: tuple[int, ...] = (6, 7)
    official_from: date
    official_to: date
    _worked: list[int] = field(init=False, repr=False, eq=False)
    _origin: int = field(init=False, repr=False, eq=False)
    _special: Mapping[date, SpecialDay] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if problems := tuple(self._problems()):
            raise InvalidInput(problems)
        special = {day.on: day for day in self.days}
        start, length = self.first.toordinal(), (self.last - self.first).days + 1
        # Ordinal 1 is a Monday, so a whole week read from `start` gives every week of the calendar.
        week = bytes((start + n - 1) % 7 + 1 not in self.weekly_rest for n in range(7))
        works = bytearray(week * (length // 7 + 1))[:length]
        for day in self.days:
            works[day.on.toordinal() - start] = day.kind is DayKind.WORKED
        object.__setattr__(self, "_special", special)
        object.__setattr__(self, "_worked", [0, *accumulate(works)])
        object.__setattr__(self, "_origin", start - 1)

    def _problems(self) -> Iterator[Problem]:
        for name, first, last in (
            ("last", self.first, self.last), ("official_to", self.official_from, self.official_to),
        ):  # fmt: skip
            if last < first:
                yield Problem(code="ends-before-start", found=f"{first}..{last}", place=name)
        if wrong := sorted({str(day) for day in self.weekly_rest if not 1 <= day <= _SUNDAY}):
            yield Problem(code="not-a-weekday", found=", ".join(wrong), accepted=("1", "7"), place="weekly_rest")
        if twice := sorted(str(day) for day, times in Counter(day.on for day in self.days).items() if times > 1):
            yield Problem(code="duplicate-day", found=", ".join(twice), place="days")
        if outside := sorted(str(day.on) for day in self.days if not self.first <= day.on <= self.last):
            yield self._outside(*outside, place="days")

    def _outside(self, *days: str, place: str = "") -> Problem:
        return Problem(code="outside-calendar", found=", ".join(days), accepted=(f"{self.first}..{self.last}",), place=place)

    def _refuse(self, *days: date) -> InvalidInput:
        return InvalidInput(self._outside(*(str(day) for day in days if not self.first <= day <= self.last)))

    def is_working_day(self, day: date) -> bool:
        """Whether `day` is worked."""
        at = day.toordinal() - self._origin
        if not 0 < at < len(self._worked):
            raise self._refuse(day)
        return self._worked[at] != self._worked[at - 1]

    def special(self, day: date) -> SpecialDay | None:
        """What makes `day` special, or None."""
        return self._special.get(day)

    def is_official(self, day: date) -> bool:
        """Whether the calendar of that day rests on documents rather than on computation."""
        return self.official_from <= day <= self.official_to

    def working_days(self, start: date, end: date) -> int:
        """Working days from `start` to `end`, the first day excluded and the last included; negative when `end` is earlier."""
        i, j = start.toordinal() - self._origin, end.toordinal() - self._origin
        if i <= 0 or j <= 0:
            raise self._refuse(start, end)
        try:
            return self._worked[j] - self._worked[i]
        except IndexError:
            raise self._refuse(start, end) from None

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day` (before it when negative); `day` itself, rest or not, for 0."""
        at = day.toordinal() - self._origin
        if not 0 < at < len(self._worked):
            raise self._refuse(day)
        if count == 0:
            return day
        # Going back, the day sought is worked and has `-count` worked days from itself up to the day before `day`.
        wanted = self._worked[at] + count if count > 0 else self._worked[at - 1] + count + 1
        found = bisect_left(self._worked, wanted) if wanted > 0 else 0
        if not 0 < found < len(self._worked):
            raise InvalidInput(self._outside(f"{day} {count:+d}"))
        return date.fromordinal(found + self._origin)

    def roll(self, day: date) -> date:
        """`day` if it is worked, else the next working day: where a term ends that would end on a rest day."""
        return day if self.is_working_day(day) else self.add_working_days(day, 1)

    def due(
        self, start: date, *, days: int = 0, weeks: int = 0, months: int = 0, years: int = 0, working_days: int = 0
    ) -> date:
        """The last day of a term (thời hạn) that starts with an event on `start`.

        Give one unit. Terms in days, weeks, months and years roll off a rest day; months and years end on the same date or
        the month's last; terms in working days count no rest day at all.
        """
        units = {"days": days, "weeks": weeks, "months": months, "years": years, "working_days": working_days}
        given = {unit: count for unit, count in units.items() if count}
        found = ", ".join(f"{unit}={count}" for unit, count in given.items())
        if len(given) != 1 or min(given.values()) < 0:
            raise InvalidInput(Problem(code="not-a-term", found=found, accepted=tuple(units)))
        if working_days:
            return self.add_working_days(start, working_days)
        try:
            end = add_months(start, months + 12 * years) + timedelta(days=days + 7 * weeks)
        except (OverflowError, ValueError):  # past the year 9999, where Python's dates end
            raise InvalidInput(self._outside(f"{start} {found}")) from None
        return self.roll(end)
