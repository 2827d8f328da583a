"""Working days and terms, counted by the Civil Code (Bộ luật Dân sự 91/2015/QH13, Điều 144-148).

The first day of a term is excluded; a last day on a rest day rolls to the next working day; a term in working days skips
rest days. Working Saturdays come from yearly notices, so a calendar is an argument made of dated days, never a rule.
"""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum
from itertools import accumulate
from types import MappingProxyType

from attrs import field, frozen

from cchc.model.errors import InvalidInput, Problem
from cchc.model.months import add_months

__all__ = ["Calendar", "DayKind", "SpecialDay"]


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
    """A day that the weekly rule does not decide, with the document behind it and how sure that is."""

    on: date
    kind: DayKind
    name: str
    document: str = ""
    confidence: str = ""


@frozen(kw_only=True)
class Calendar:
    """A calendar of record from `first` to `last`, both included.

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
        if self.last < self.first:
            raise InvalidInput(Problem(code="ends-before-start", found=f"{self.first}..{self.last}"))
        special = {day.on: day for day in self.days}
        if len(special) != len(self.days):
            twice = sorted({str(a.on) for a, b in zip(self.days, self.days[1:], strict=False) if a.on == b.on})
            raise InvalidInput(Problem(code="duplicate-day", found=", ".join(twice) or self.id))
        span = range(self.first.toordinal(), self.last.toordinal() + 1)
        works = (
            special[day].kind is DayKind.WORKED if day in special else day.isoweekday() not in self.weekly_rest
            for day in map(date.fromordinal, span)
        )
        object.__setattr__(self, "_special", MappingProxyType(special))
        object.__setattr__(self, "_worked", [0, *accumulate(map(int, works))])
        object.__setattr__(self, "_origin", span.start - 1)

    def _outside(self, *days: date) -> InvalidInput:
        wrong = [str(day) for day in days if not self.first <= day <= self.last]
        return InvalidInput(Problem(code="outside-calendar", found=", ".join(wrong), accepted=(f"{self.first}..{self.last}",)))

    def is_working_day(self, day: date) -> bool:
        """Whether `day` is worked."""
        at = day.toordinal() - self._origin
        if not 0 < at < len(self._worked):
            raise self._outside(day)
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
            raise self._outside(start, end)
        try:
            return self._worked[j] - self._worked[i]
        except IndexError:
            raise self._outside(start, end) from None

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day` (before it when negative); `day` itself, rest or not, for 0."""
        at = day.toordinal() - self._origin
        if not 0 < at < len(self._worked):
            raise self._outside(day)
        if count == 0:
            return day
        # Going back, the day sought is worked and has `-count` worked days from itself up to the day before `day`.
        wanted = self._worked[at] + count if count > 0 else self._worked[at - 1] + count + 1
        found = bisect_left(self._worked, wanted) if wanted > 0 else 0
        if not 0 < found < len(self._worked):
            raise self._outside(self.last + timedelta(days=1) if count > 0 else self.first - timedelta(days=1))
        return date.fromordinal(found + self._origin)

    def roll(self, day: date) -> date:
        """`day` if it is worked, else the next working day: where a term ends that would end on a rest day."""
        return day if self.is_working_day(day) else self.add_working_days(day, 1)

    def due(
        self, start: date, *, days: int = 0, weeks: int = 0, months: int = 0, years: int = 0, working_days: int = 0
    ) -> date:
        """The last day of a term that starts with an event on `start`.

        Give one unit. Terms in days, weeks, months and years roll off a rest day; months and years end on the same date or
        the month's last; terms in working days count no rest day at all.
        """
        given = [n for n in (days, weeks, months, years, working_days) if n]
        if len(given) != 1 or given[0] < 0:
            raise InvalidInput(
                Problem(code="not-a-term", found=str(given), accepted=("days", "weeks", "months", "years", "working_days"))
            )
        if working_days:
            return self.add_working_days(start, working_days)
        return self.roll(add_months(start, months + 12 * years) + timedelta(days=days + 7 * weeks))
