"""Days and parts of months as a time cell names them: ngày 15/9/2024, ngày 20 tháng cuối quý, tuần đầu tháng 3.

The start, the middle and the end of a month or a year are single days (Bộ luật Dân sự 91/2015/QH13, Điều 146): đầu tháng the
1st, giữa tháng the 15th, cuối tháng the last; đầu năm 1 January, giữa năm 30 June, cuối năm 31 December.
"""

from collections.abc import Sequence

from attrs import evolve

from cchc.model.schedule import Frequency
from cchc.reading.schedules.moments import (
    DASHES,
    EDGES,
    LAST_WRITTEN_YEAR,
    MONTH,
    QUARTER,
    SEPARATORS,
    Moment,
    Unit,
    closed,
    exact_day,
    following,
    in_month,
    in_quarter,
    in_year,
    month_number,
    skip,
    with_year,
    year_of,
)
from cchc.reading.schedules.periods import month_of_quarter, read_period
from cchc.reading.schedules.tokens import Token, number

__all__ = ["WEEKDAY", "is_weekday", "read_moment"]

WEEKDAY = Moment(unit=Unit.DAY, first=(0, 1), last=(0, 1), cycle=Frequency.WEEKLY)
"""A day of the week; which one has no place in a schedule."""

_DAY = frozenset(("ngày", "mùng", "mồng"))
_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy")
_EVERY = ("hằng", "hàng", "mỗi")
_TENS = {"thượng": (1, 10), "trung": (11, 20), "hạ": (21, -1)}


def read_moment(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    """The moment that starts at a token and the index after it."""
    for read in (_weekday, _day, _part, _week, read_period):
        found = read(tokens, at)
        if found:
            return found
    return None


def is_weekday(tokens: Sequence[Token], at: int) -> bool:
    """Whether "thứ sáu", "thứ 6" or "chủ nhật" stands here."""
    first, second = tokens[at].text, tokens[at + 1]
    return (first, second.text) == ("chủ", "nhật") or (first == "thứ" and (second.text in _WEEKDAYS or 2 <= second.value <= 7))


def _weekday(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    """Thứ sáu hằng tuần."""
    every = tokens[at + 2].text in _EVERY and tokens[at + 3].text == "tuần"
    return (WEEKDAY, at + 4) if every and is_weekday(tokens, at) else None


def _day(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    start = skip(tokens, at, _DAY)
    day = tokens[start].value
    named = start > at or (tokens[start + 1].text in _EVERY and tokens[start + 2].text == "tháng")
    if year_of(tokens[start]) and tokens[start + 1].text in ("-", "/") and tokens[start + 2].value >= 0:
        return _written_from_year(tokens, start)
    if not 1 <= day <= 31 or len(tokens[start].text) > 2:
        return None
    then = start + 1
    if tokens[then].text in SEPARATORS and tokens[then + 1].value >= 0:
        found = _written_with_separators(tokens, start, named=named)
        if found:
            return found
    month_at = skip(tokens, then)
    if tokens[month_at].text in MONTH:
        return _day_of_month(tokens, day, month_at + 1, named=named)
    alone = Moment(unit=Unit.DAY, first=(0, day), last=(0, day))
    if named:
        return alone, then
    # "15-20/3", "15 đến 20/3": the first day borrows the month of the second
    to = then + 1 if tokens[then].text in DASHES or tokens[then].text in ("đến", "tới") else 0
    if to and tokens[to].value >= 0 and tokens[to + 1].text == "/" and 1 <= number(tokens[to + 2]) <= 12:
        return alone, then
    return None


def _written_from_year(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    separator, month = tokens[at + 1].text, tokens[at + 2].value
    if tokens[at + 3].text != separator or tokens[at + 4].value < 0:
        return None
    moment = exact_day(tokens[at + 4].value, month, tokens[at].value)
    return (moment, at + 5) if moment else None


def _written_with_separators(tokens: Sequence[Token], at: int, *, named: bool) -> tuple[Moment, int] | None:
    day, separator, month, after = tokens[at].value, tokens[at + 1].text, tokens[at + 2].value, at + 3
    if len(tokens[at + 2].text) > 2:
        return None
    if tokens[after].text == separator and tokens[after + 1].value >= 0 and len(tokens[after + 1].text) in (2, 4):
        digits = tokens[after + 1]
        year = digits.value + (2000 if len(digits.text) == 2 else 0)
        moment = exact_day(day, month, year) if 0 < year <= LAST_WRITTEN_YEAR else None
        return (moment, after + 2) if moment and tokens[after + 2].text != "/" else None
    if separator != "/" and (not named or tokens[at + 1].spaced or tokens[at + 2].spaced):
        return None
    moment = exact_day(day, month)
    if moment is None:
        return None
    moment, after = with_year(tokens, after, moment)
    # a slash here makes it the number of a document; a day after a hyphen and before a slash is the end of a range
    return None if tokens[after].text == "/" or (moment.year and not moment.bounds(moment.year)) else (moment, after)


def _day_of_month(tokens: Sequence[Token], day: int, at: int, *, named: bool) -> tuple[Moment, int] | None:
    """What follows "ngày 15 tháng": a number, "cuối quý", "sau" or nothing."""
    month, after = month_number(tokens, at)
    if month > 0:
        moment = exact_day(day, month)
        if moment is None:
            return None
        moment, after = with_year(tokens, after, moment)
        return None if moment.year and not moment.bounds(moment.year) else (moment, after)
    found = month_of_quarter(tokens, at)
    if found and named:
        of, after = found
        return evolve(of, unit=Unit.DAY, first=(of.first[0], day), last=(of.first[0], day)), after
    end = following(tokens, at)
    if named and closed(tokens, end):
        return Moment(unit=Unit.DAY, first=(0, day), last=(0, day), cycle=Frequency.MONTHLY), end
    return None


def _part(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    """The start, middle or end of a month, a quarter or a year: one day."""
    at += tokens[at].text == "ngày"
    edge = tokens[at].text
    if edge not in ("đầu", "giữa", "cuối"):
        return None
    of = skip(tokens, at + 1)
    unit = tokens[of].text
    if unit in MONTH:
        day = {"đầu": 1, "giữa": 15, "cuối": -1}[edge]
        return in_month(tokens, of + 1, Moment(unit=Unit.DAY, first=(0, day), last=(0, day)))
    if unit in QUARTER and edge != "giữa":
        quarter = number(tokens[of + 1])
        within = (1, 1) if edge == "đầu" else (3, -1)
        moment = Moment(unit=Unit.DAY, first=within, last=within, cycle=Frequency.QUARTERLY)
        return in_quarter(tokens, of + 1, moment) if 1 <= quarter <= 4 or closed(tokens, of + 1) else None
    if unit == "năm":
        on = {"đầu": (1, 1), "giữa": (6, -1), "cuối": (12, -1)}[edge]
        return in_year(tokens, of, Moment(unit=Unit.DAY, first=on, last=on))
    return None


def _week(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    """Some days of a month: tuần đầu tháng 3, trung tuần tháng 5, 10 ngày đầu tháng 6, nửa cuối tháng 6."""
    days: tuple[int, int] | None = None
    here, then = tokens[at].text, tokens[at + 1].text
    after = at + 2
    if here in _TENS and then == "tuần":
        days = _TENS[here]
    elif here == "nửa" and then in ("đầu", "cuối", "sau"):
        days = (1, 15) if then == "đầu" else (16, -1)
    elif here == "tuần":
        after += then == "thứ"
        nth = number(tokens[after - 1])
        if then in EDGES:
            days = (1, 7) if then == "đầu" else (-7, -1)
        elif 1 <= nth <= 4:
            days = (7 * nth - 6, 7 * nth)
    elif (count := number(tokens[at])) > 0 and then in ("ngày", "tuần") and tokens[after].text in EDGES:
        length = count * (7 if then == "tuần" else 1)
        days = None if length > 28 else (1, length) if tokens[after].text == "đầu" else (-length, -1)
        after += 1
    after = skip(tokens, after)
    if days is None or tokens[after].text not in MONTH:
        return None
    return in_month(tokens, after + 1, Moment(unit=Unit.PART, first=(0, days[0]), last=(0, days[1])))
