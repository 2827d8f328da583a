"""Moments (mốc thời gian): stretches of the calendar whose year may go without saying, and the words that place them.

A plan's year is rarely written, so a moment knows its months and days and takes its year later.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum, auto

from attrs import evolve, frozen

from cchc.model.months import day_in_month, month_end
from cchc.model.schedule import Frequency
from cchc.reading.schedules.tokens import Token, known_start, number

__all__ = [
    "DASHES", "EDGES", "LAST_WRITTEN_YEAR", "MONTH", "QUARTER", "SEPARATORS", "Moment", "Unit", "closed", "exact_day",
    "following", "in_month", "in_quarter", "in_year", "month_number", "skip", "whole_months", "with_year", "year_of",
]  # fmt: skip

DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
SEPARATORS = DASHES | {"/", "."}
MONTH, QUARTER = ("tháng",), ("quý", "quí", "q")
EDGES = ("đầu", "cuối")
LAST_WRITTEN_YEAR = 9998
"""The last year of a full date; the day after it is still a day."""

_NEXT = tuple(
    tuple(phrase.split())
    for phrase in (
        "kế tiếp sau",
        "tiếp theo",
        "kế tiếp",
        "tiếp sau",
        "liền kề sau",
        "sau liền kề",
        "liền sau",
        "liền kề",
        "sau",
        "tới",
    )
)
_BESIDE = {("trước", "liền", "kề"): -1, ("liền", "trước"): -1, ("trước",): -1, ("nay",): 0, ("này",): 0}
_GLUE = frozenset(("của", "mỗi", "hằng", "hàng", "trong", "cùng", "tiên", "các"))
_FIRST_YEAR, _LAST_YEAR = 1945, 2999


class Unit(Enum):
    """What a moment is (đơn vị thời gian)."""

    DAY = auto()
    """Ngày."""
    PART = auto()
    """Some days of a month: tuần, nửa tháng."""
    MONTH = auto()
    """Tháng."""
    QUARTER = auto()
    """Quý."""
    MONTHS = auto()
    """Several months: 6 tháng đầu năm."""
    YEAR = auto()
    """Năm."""


@frozen(kw_only=True)
class Moment:
    """A stretch of the calendar from `first` to `last`, each (month, day).

    A negative day counts from the month's end. Month 0 is one that is not said. With a `cycle` the moment comes round every
    month, or every quarter with months 1 to 3 (4 is the first month of the next quarter). `shift` counts its year from the
    plan's: 1 is "năm sau".
    """

    unit: Unit
    first: tuple[int, int]
    last: tuple[int, int]
    year: int | None = None
    shift: int | None = None
    cycle: Frequency | None = None

    @property
    def says_year(self) -> bool:
        """Whether its year is written, as a number or as "năm sau"."""
        return self.year is not None or self.shift is not None

    @property
    def whole_months(self) -> bool:
        """Whether it runs from a first day to a last day of months."""
        return self.first[1] == 1 and self.last[1] == -1

    def bounds(self, year: int) -> tuple[date, date] | None:
        """The first and the last day in a year; None for 29 February in a year that has none."""
        start, end = (_on(year, month, day) for month, day in (self.first, self.last))
        return None if self.unit is Unit.DAY and self.last[1] not in (-1, end.day) else (start, end)


def _on(year: int, month: int, day: int) -> date:
    return day_in_month(year, month, day) if day > 0 else month_end(year, month) + timedelta(days=day + 1)


def year_of(token: Token) -> int | None:
    """The year that a token of four digits writes, or None."""
    return token.value if len(token.text) == 4 and _FIRST_YEAR <= token.value <= _LAST_YEAR else None


def closed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a time may end before this token: the end, a mark of punctuation, or a word that belongs to times."""
    text = tokens[at].text
    return not text or known_start(tokens[at]) or not (text[0].isalnum() or text in "/%_")


def skip(tokens: Sequence[Token], at: int, words: frozenset[str] = _GLUE) -> int:
    """The index of the first token from `at` on that is none of these words ("của", "mỗi", …)."""
    while tokens[at].text in words:
        at += 1
    return at


def whole_months(unit: Unit, first: int, last: int) -> Moment:
    """The months from one to another, whole."""
    return Moment(unit=unit, first=(first, 1), last=(last, -1))


def exact_day(day: int, month: int, year: int | None = None) -> Moment | None:
    """A day of a month; None for a date that is none, as 31/4 and 29/02/2023."""
    if not (1 <= month <= 12 and 1 <= day <= month_end(2024, month).day):
        return None
    moment = Moment(unit=Unit.DAY, first=(month, day), last=(month, day), year=year)
    return moment if year is None or moment.bounds(year) else None


def with_year(tokens: Sequence[Token], at: int, moment: Moment) -> tuple[Moment, int]:
    """The moment with the year that follows it, if one does: /2024, năm 2024, của năm 2024, năm sau."""
    here = tokens[at].text
    if here in SEPARATORS and (year := year_of(tokens[at + 1])) and not (here == "." and tokens[at + 1].spaced):
        return evolve(moment, year=year), at + 2
    if year := year_of(tokens[at]):
        return evolve(moment, year=year), at + 1
    named = at + 1 if here in (",", "của", "trong", "/") else at
    if tokens[named].text != "năm":
        return moment, at
    if year := year_of(tokens[named + 1]):
        return evolve(moment, year=year), named + 2
    shift, end = _relative(tokens, named + 1)
    # "năm, trước ngày 15/12", "năm sau khi ban hành": the word goes with what follows
    leads_on = tokens[end].text in ("khi", "ngày", "tháng", "quý") or tokens[end].value >= 0
    if shift is None or (leads_on and tokens[end - 1].text in ("sau", "trước")):
        return moment, at
    return evolve(moment, shift=shift), end


def _relative(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """How many years after the plan's a word such as "sau", "nay", "trước" says, and the index after it."""
    after = following(tokens, at)
    if after > at:
        return 1, after
    for words, shift in _BESIDE.items():
        if all(tokens[at + i].text == word for i, word in enumerate(words)):
            return shift, at + len(words)
    return None, at


def following(tokens: Sequence[Token], at: int) -> int:
    """The index after "sau", "tiếp theo", "liền kề" …, the period that follows; `at` where none of them stands there."""
    return next((at + len(words) for words in _NEXT if all(tokens[at + i].text == word for i, word in enumerate(words))), at)


def month_number(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """A month's number and the index after it; -1 when there is none ("tháng 01 lần" is a frequency)."""
    first, then = number(tokens[at]), at + 1
    if tokens[at].text == "mười" and tokens[then].text in ("một", "hai"):
        first, then = 10 + number(tokens[then]), then + 1
    elif tokens[at].text == "năm" and (tokens[then].text == "năm" or tokens[then].text == "/"):
        first = 5
    good = 1 <= first <= 12 and tokens[then].text not in ("lần", "%")
    return (first, then) if good else (-1, at)


def in_month(tokens: Sequence[Token], at: int, moment: Moment) -> tuple[Moment, int] | None:
    """Days of a month, once the month's number is read; of every month when there is none."""
    month, after = month_number(tokens, at)
    if month > 0:
        placed = evolve(moment, first=(month, moment.first[1]), last=(month, moment.last[1]))
        return with_year(tokens, after, placed)
    return (evolve(moment, cycle=Frequency.MONTHLY), at) if closed(tokens, at) else None


def in_quarter(tokens: Sequence[Token], at: int, moment: Moment) -> tuple[Moment, int]:
    """A place in a quarter, once the quarter's number is read; in every quarter when there is none."""
    quarter = number(tokens[at])
    if not 1 <= quarter <= 4:
        return moment, following(tokens, at)
    (first, first_day), (last, last_day) = moment.first, moment.last
    before = 3 * (quarter - 1)
    placed = evolve(moment, first=(before + first, first_day), last=(before + last, last_day), cycle=None)
    return with_year(tokens, at + 1, placed)


def in_year(tokens: Sequence[Token], at: int, moment: Moment) -> tuple[Moment, int] | None:
    """A place in a year, with "năm" at `at`: its number follows or goes without saying."""
    placed, after = with_year(tokens, at, moment)
    if placed.says_year:
        return placed, after
    here = at + 1 if tokens[at].text == "năm" else at
    if tokens[here].text == "/" and (year := year_of(tokens[here + 1])):
        return evolve(moment, year=year), here + 2
    return (moment, here) if closed(tokens, here) else None
