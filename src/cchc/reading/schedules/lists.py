"""Lists of moments as schedules: relation words applied, missing years found, neighbours joined.

"Trước X" ends the day before X, "chậm nhất X" on its last day, "đến X" leaves the start open and "từ X" the end; a bare period
is a window, "hoàn thành" or not, and a bare day is a deadline, since the column says by when a task is done and hardly any task
can be done on one day only. A year that is not written comes from its neighbours in the list, then from the plan.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from attrs import evolve, frozen

from cchc.model.months import day_in_month
from cchc.model.schedule import Deadline, Frequency, Recurring, Schedule, Window
from cchc.reading.schedules.moments import LAST_WRITTEN_YEAR, Moment, Unit
from cchc.reading.schedules.tokens import Sign

__all__ = ["Element", "recurring_in", "resolved"]

_MERGED = frozenset((Sign.IN, Sign.DONE))
_COARSE = (Frequency.QUARTERLY, Frequency.HALF_YEARLY, Frequency.YEARLY)
_LEAP_YEAR = 2024  # days of the year are reckoned in a leap year, so that 29 February is one


@frozen(kw_only=True)
class Element:
    """One moment of a list, or a range, with its relation words and what it is for.

    `from_after` starts it the day after its moment and `until_before` ends it the day before `to`; `either` tells that "hoặc"
    joins it to the one before.
    """

    relations: frozenset[Sign]
    moment: Moment
    to: Moment | None = None
    from_after: bool = False
    until_before: bool = False
    either: bool = False
    subject: str = ""

    @property
    def is_day(self) -> bool:
        """Whether it starts with a day rather than a longer stretch."""
        return self.moment.unit is Unit.DAY

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Its moment, or the two ends of its range."""
        return (self.moment,) if self.to is None else (self.moment, self.to)


def resolved(elements: list[Element], year: int | None) -> Iterable[tuple[Schedule, bool]]:
    """The schedules of a list; none when one of its moments lacks a year or is no day."""
    dated = iter(_dated(elements, year))
    spans: list[tuple[Element, date, date]] = []
    for element in elements:
        bounds = [_bounds(*next(dated)) for _ in element.moments]
        if None in bounds:
            return ()
        (start, end), *rest = [found for found in bounds if found]
        if element.from_after:
            start = end + timedelta(days=1)
        for last in rest:
            end = last[0] - timedelta(days=1) if element.until_before and last[0] > date.min else last[1]
        if end < start:
            return ()
        spans.append((element, start, end))
    if any(start.toordinal() == 1 or end.year > LAST_WRITTEN_YEAR for _, start, end in spans):
        return ()
    return [
        (evolve(_schedule(element, start, end), subject=element.subject), element.either)
        for element, start, end in _merged(spans)
    ]


def _key(moment: Moment, *, ends_range: bool = False) -> tuple[int, int]:
    month, day = moment.last if ends_range and moment.unit is Unit.YEAR else moment.first
    return month, day % 32


def _dated(elements: list[Element], year: int | None) -> list[tuple[Moment, int | None]]:
    """Every moment of a list with its year: its own, else the one that keeps the list in order, else the given one."""
    flat = [(moment, moment is element.to) for element in elements for moment in element.moments]
    years = [_year_said(moment, year) for moment, _ in flat]
    moments = [moment for moment, _ in flat]
    for i in range(len(flat) - 2, -1, -1):
        moment, after, its_year = moments[i], moments[i + 1], years[i + 1]
        if (moment.unit is Unit.DAY) != (after.unit is Unit.DAY) and not flat[i + 1][1]:
            continue
        later = False
        if moment.first[0] == 0 and after.first[0] > 0:
            moments[i], later = _in_month_of(moment, after, step=-1)
        elif moment.first[0] > 0:
            later = _key(moment) > _key(after, ends_range=flat[i + 1][1])
        if years[i] is None and its_year is not None and moments[i].first[0] > 0:
            years[i] = its_year - later
    explicit = [found is not None for found in years]
    for i, (_, ends_range) in enumerate(flat):
        before = moments[i - 1] if i else None
        passed = False
        if before and ends_range and moments[i].first[0] == 0 and before.first[0] > 0:
            moments[i], passed = _in_month_of(moments[i], before, step=1)
        elif before:
            passed = _key(moments[i], ends_range=ends_range) < _key(before)
        if years[i] is None:
            alike = before is not None and (before.unit is Unit.DAY) == (moments[i].unit is Unit.DAY)
            follows = before is not None and years[i - 1] is not None and (ends_range or (alike and explicit[i - 1]))
            years[i] = (years[i - 1] or 0) + passed if follows else year
            explicit[i] = follows and explicit[i - 1]
    return list(zip(moments, years, strict=True))


def _year_said(moment: Moment, year: int | None) -> int | None:
    """The year that a moment says, "năm sau" being the one after `year`."""
    if moment.year is not None or moment.shift is None or year is None:
        return moment.year
    return year + moment.shift


def _in_month_of(moment: Moment, other: Moment, *, step: int) -> tuple[Moment, bool]:
    """A day without a month, put in the month of its neighbour or the one beside it, and whether that crosses a year."""
    month, day = other.first[0], moment.first[1]
    beyond = (day - other.first[1] % 32) * step < 0
    month += step * beyond
    crosses = not 1 <= month <= 12
    month = (month - 1) % 12 + 1
    return evolve(moment, first=(month, day), last=(month, day)), crosses


def _bounds(moment: Moment, year: int | None) -> tuple[date, date] | None:
    return moment.bounds(year) if year is not None and moment.first[0] > 0 else None


def _merged(spans: list[tuple[Element, date, date]]) -> list[tuple[Element, date, date]]:
    """Adjacent months, quarters or days of one list as one stretch, and "năm 2024, quý I" as the quarter."""
    merged: list[tuple[Element, date, date]] = []
    for element, start, end in spans:
        if merged and element.relations <= _MERGED and not element.either:
            before, first, last = merged[-1]
            if before.subject != element.subject:
                merged.append((element, start, end))
                continue
            if before.moment.unit is Unit.YEAR and first <= start and end <= last:
                merged[-1] = element, start, end
                continue
            if before.relations == element.relations and last.toordinal() + 1 == start.toordinal():
                merged[-1] = evolve(before, to=element.to or element.moment), first, end
                continue
        merged.append((element, start, end))
    return merged


def _schedule(element: Element, start: date, end: date) -> Schedule:
    said = element.relations
    if Sign.BEFORE in said:
        last = start if Sign.HOUR in said else start - timedelta(days=1)
        return Window(end=last) if said & {Sign.UNTIL, Sign.NOW} else Deadline(due=last)
    if Sign.BY in said:
        return Deadline(due=end)
    if Sign.AFTER in said:
        return Window(start=end + timedelta(days=1))
    if Sign.FROM in said and not said & {Sign.UNTIL, Sign.NOW}:  # "từ khi ban hành đến …" starts on no day
        return Window(start=start, end=None if element.to is None else end)
    if said & {Sign.UNTIL, Sign.NOW}:
        return Window(end=end)
    if Sign.END in said or (element.is_day and element.to is None):
        return Deadline(due=end)
    return Window(start=start, end=end)


def recurring_in(elements: list[Element], frequency: Frequency) -> tuple[Recurring, ...]:
    """The frequency with the days or months of a list, subject by subject; empty when they do not belong together."""
    groups = [tuple(group) for _, group in groupby(elements, key=lambda element: element.subject)]
    found = [_recurring_in(list(group), frequency) for group in groups]
    if not all(found):
        return ()
    return tuple(evolve(each, subject=group[0].subject) for group, some in zip(groups, found, strict=True) for each in some)


def _recurring_in(elements: list[Element], frequency: Frequency) -> tuple[Recurring, ...]:
    placed = iter(moment for moment, _ in _dated(elements, None))
    elements = [
        evolve(element, moment=next(placed), to=next(placed) if element.to is not None else None) for element in elements
    ]
    moments = [moment for element in elements for moment in element.moments]
    if any(moment.year and moment.shift is None for moment in moments) or any(
        element.relations & {Sign.FROM, Sign.AFTER} and element.to is None for element in elements
    ):
        return ()
    if all(moment.unit is Unit.YEAR for moment in moments):
        return (Recurring(frequency=frequency),)
    if any(moment.cycle is Frequency.WEEKLY for moment in moments):
        # a day of the week has no place in a schedule
        every = Recurring(frequency=Frequency.WEEKLY)
        return (every,) if all(moment.cycle is Frequency.WEEKLY for moment in moments) else ()
    if all(moment.first[0] == 0 for moment in moments) and frequency in (Frequency.MONTHLY, *_COARSE):
        days = dict.fromkeys(_day_of_month(element) for element in elements)
        return tuple(Recurring(frequency=frequency, day=day) for day in days)
    if frequency not in _COARSE or any(moment.first[0] == 0 for moment in moments):
        return ()
    quarterly = [moment.cycle is Frequency.QUARTERLY for moment in moments]
    if any(quarterly):
        if not all(quarterly) or frequency is Frequency.HALF_YEARLY:
            return ()
        frequency = Frequency.QUARTERLY
    shifts = (0, 3, 6, 9) if any(quarterly) else (0,)
    due = dict.fromkeys(day for element in elements for shift in shifts for day in _due(element, shift))
    months = dict.fromkeys(month for element in elements for shift in shifts for month in _months(element, shift))
    return (Recurring(frequency=frequency, due=tuple(due), months=tuple(months)),)


def _day_of_month(element: Element) -> int:
    before = Sign.BEFORE in element.relations and Sign.HOUR not in element.relations
    day = element.moment.first[1] - 1 if before else element.moments[-1].last[1]
    return day % 32 or 31  # the day before the 1st is the last of the month before


def _by_month(element: Element) -> bool:
    return not element.relations - {Sign.IN, Sign.FROM, Sign.UNTIL} and all(moment.whole_months for moment in element.moments)


def _months(element: Element, shift: int) -> Iterable[int]:
    if not _by_month(element):
        return ()
    first, last = element.moment.first[0], element.moments[-1].last[0]
    return [(first - 1 + shift + i) % 12 + 1 for i in range((last - first) % 12 + 1)]


def _due(element: Element, shift: int) -> Iterable[str]:
    if _by_month(element):
        return ()
    before = Sign.BEFORE in element.relations and Sign.HOUR not in element.relations
    month, day = element.moment.first if before else element.moments[-1].last
    month = (month - 1 + shift) % 12 + 1
    on = day_in_month(_LEAP_YEAR, month, day % 32)
    on -= timedelta(days=before or element.until_before)
    return (f"{on.month:02d}-{on.day:02d}",)
