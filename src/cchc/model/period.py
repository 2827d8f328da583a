"""Periods of reports and plans (kỳ): month, quarter, half, nine months, year, span of years.

A period has calendar bounds and a code that sorts no dates: ``2024-M03``, ``2024-Q1``, ``2022-H1``, ``2024-9M``, ``2024``,
``2021/2025``. The days whose figures a report covers are another thing: see `Regime`.
"""

import re
from datetime import date
from enum import Enum
from functools import total_ordering
from typing import Self

from attrs import field, frozen

from cchc.model.errors import InvalidInput, Problem
from cchc.model.months import month_end
from cchc.model.period_text import period_code
from cchc.model.text import plain

__all__ = ["Period", "PeriodKind"]


class PeriodKind(Enum):
    """The kind of a period (loại kỳ)."""

    MONTH = "month"
    """Tháng."""
    QUARTER = "quarter"
    """Quý."""
    HALF = "half"
    """6 tháng (đầu năm, cuối năm)."""
    NINE_MONTHS = "nine_months"
    """9 tháng đầu năm."""
    YEAR = "year"
    """Năm."""
    SPAN = "span"
    """Giai đoạn (nhiều năm)."""


_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.NINE_MONTHS: 9, PeriodKind.YEAR: 12}
_MOST = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF: 2}
_FIRST_YEAR, _LAST_YEAR = 1945, 2999
_PRINTED = {
    PeriodKind.MONTH: "{0.year}-M{0.index:02}",
    PeriodKind.QUARTER: "{0.year}-Q{0.index}",
    PeriodKind.HALF: "{0.year}-H{0.index}",
    PeriodKind.NINE_MONTHS: "{0.year}-9M",
    PeriodKind.YEAR: "{0.year}",
    PeriodKind.SPAN: "{0.year}/{0.last_year}",
}
_CODES = ("2024-M03", "2024-Q1", "2022-H1", "2024-9M", "2024", "2021/2025")
_CODE = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?:M(?P<month>[0-9]{2})|Q(?P<quarter>[0-9])|H(?P<half>[0-9])|(?P<nine>9M))|/(?P<last>[0-9]{4}))?"
)


@total_ordering
@frozen(order=False)
class Period:
    """A period: its kind, year, number within the year (0 for the year itself) and, for a span, its last year.

    Periods sort by their first day, then by their last. Make one with `parse`, `month`, `quarter`, `half`,
    `nine_months`, `of_year` or `span`.
    """

    kind: PeriodKind
    year: int
    index: int = field(default=0, kw_only=True)
    last_year: int = field(default=0, kw_only=True)

    def __attrs_post_init__(self) -> None:
        fits = self.last_year > self.year if self.kind is PeriodKind.SPAN else self.last_year == 0
        fits = fits and (1 <= self.index <= _MOST[self.kind] if self.kind in _MOST else self.index == 0)
        if not (fits and _FIRST_YEAR <= self.year <= _LAST_YEAR and self.last_year <= _LAST_YEAR):
            raise InvalidInput(Problem(code="not-a-period", found=repr(self.code), accepted=_CODES))

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """A month of a year."""
        return cls(PeriodKind.MONTH, year, index=month)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Self:
        """A quarter of a year, 1 to 4."""
        return cls(PeriodKind.QUARTER, year, index=quarter)

    @classmethod
    def half(cls, year: int, half: int) -> Self:
        """The first or the second half of a year."""
        return cls(PeriodKind.HALF, year, index=half)

    @classmethod
    def nine_months(cls, year: int) -> Self:
        """The first nine months of a year."""
        return cls(PeriodKind.NINE_MONTHS, year)

    @classmethod
    def of_year(cls, year: int) -> Self:
        """A whole year."""
        return cls(PeriodKind.YEAR, year)

    @classmethod
    def span(cls, first_year: int, last_year: int) -> Self:
        """Whole years, first and last included (giai đoạn)."""
        return cls(PeriodKind.SPAN, first_year, last_year=last_year)

    @classmethod
    def parse(cls, text: str, *, year: int | None = None) -> "Period":
        """Read a code or a Vietnamese phrase: ``2024-Q1``, ``Quý I/2024``, ``6 tháng cuối năm 2025``.

        A phrase without a year takes `year`; without either, or where it is no period, `InvalidInput` is raised.
        """
        words = plain(text)
        match = _CODE.fullmatch(words) or _CODE.fullmatch(period_code(words, year))
        if match is None:
            accepted = (*_CODES, "Quý I/2024", "6 tháng đầu năm 2022")
            raise InvalidInput(Problem(code="not-a-period", found=repr(text), accepted=accepted))
        return _from_code(match)

    @property
    def code(self) -> str:
        """The stable code: ``2024-Q1``."""
        return _PRINTED[self.kind].format(self)

    def __str__(self) -> str:
        return self.code

    @property
    def start(self) -> date:
        """The first calendar day."""
        return date(self.year, 1 + (max(self.index, 1) - 1) * _MONTHS.get(self.kind, 12), 1)

    @property
    def end(self) -> date:
        """The last calendar day."""
        if self.kind is PeriodKind.SPAN:
            return date(self.last_year, 12, 31)
        return month_end(self.year, self.start.month + _MONTHS[self.kind] - 1)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return (self.start, self.end, self.code) < (other.start, other.end, other.code)

    def __contains__(self, other: "Period | date") -> bool:
        """Whether a day or a whole other period lies within this one."""
        if isinstance(other, Period):
            return self.start <= other.start and other.end <= self.end
        return self.start <= other <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day."""
        return self.start <= other.end and other.start <= self.end

    def months(self) -> "tuple[Period, ...]":
        """The months of the period, in order; they partition it."""
        return tuple(
            Period.month(year, month)
            for year in range(self.start.year, self.end.year + 1)
            for month in range(1, 13)
            if self.start <= date(year, month, 1) <= self.end
        )

    def next(self) -> "Period":
        """The period of the same kind that follows; nine months and spans have none."""
        if self.kind in (PeriodKind.NINE_MONTHS, PeriodKind.SPAN):
            raise InvalidInput(Problem(code="no-next-period", found=repr(self.code), accepted=_CODES[:3]))
        if self.kind is PeriodKind.YEAR:
            return Period.of_year(self.year + 1)
        wraps = self.index == _MOST[self.kind]
        return Period(self.kind, self.year + wraps, index=1 if wraps else self.index + 1)


def _from_code(match: re.Match[str]) -> Period:
    year = int(match["year"])
    if match["month"]:
        return Period.month(year, int(match["month"]))
    if match["quarter"]:
        return Period.quarter(year, int(match["quarter"]))
    if match["half"]:
        return Period.half(year, int(match["half"]))
    if match["nine"]:
        return Period.nine_months(year)
    return Period.span(year, int(match["last"])) if match["last"] else Period.of_year(year)
