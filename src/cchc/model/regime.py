"""Reporting regimes (chế độ báo cáo): which reports a year has, which days their figures cover, when they are due.

The general regime (Nghị định 09/2019/NĐ-CP) and the ministry's regime for reform reports differ in all three, and some
sectors cut at the calendar quarter, so a regime is data. A window may begin in a month before the period's own.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import Enum

from attrs import evolve, field, frozen

from cchc.model.calendar import Calendar
from cchc.model.errors import InvalidInput, Problem
from cchc.model.months import add_months, day_in_month
from cchc.model.period import Period

__all__ = ["Regime", "RegimePeriod", "ReportKind"]

_LONGEST_MONTH = 31
_ANY_YEAR = 2024


class ReportKind(Enum):
    """Which report of the year: a kind of period, told apart by number where the regime does."""

    MONTH = "M"
    """Tháng."""
    QUARTER = "Q"
    """Quý."""
    FIRST_QUARTER = "Q1"
    """Quý I."""
    SECOND_QUARTER = "Q2"
    """Quý II."""
    THIRD_QUARTER = "Q3"
    """Quý III."""
    FOURTH_QUARTER = "Q4"
    """Quý IV."""
    FIRST_HALF = "H1"
    """6 tháng đầu năm."""
    SECOND_HALF = "H2"
    """6 tháng cuối năm."""
    NINE_MONTHS = "9M"
    """9 tháng."""
    YEAR = "Y"
    """Năm."""

    def periods(self, year: int) -> tuple[Period, ...]:
        """The periods of a year that this kind of report covers."""
        match self:
            case ReportKind.MONTH:
                return tuple(Period.month(year, n) for n in range(1, 13))
            case ReportKind.QUARTER:
                return tuple(Period.quarter(year, n) for n in range(1, 5))
            case ReportKind.NINE_MONTHS:
                return (Period.nine_months(year),)
            case ReportKind.YEAR:
                return (Period.of_year(year),)
            case _:
                return (Period.parse(f"{year}-{self.value}"),)


@frozen(kw_only=True)
class RegimePeriod:
    """How one kind of report (kỳ báo cáo) is cut and when it is due.

    Figures run from day `from_day` of the month `from_months` before the period's first month (0: that month itself) to day
    `to_day` of the period's last month (31: its last day). The report is due on day `due_day` of the last month, or
    `due_working_days` working days after the cut-off; with neither, the regime does not say.
    """

    kind: ReportKind
    from_months: int = 0
    from_day: int = 1
    to_day: int = 31
    due_day: int = 0
    due_working_days: int = 0

    def __attrs_post_init__(self) -> None:
        if problems := tuple(self._problems()):
            raise InvalidInput(problems)

    def _problems(self) -> Iterator[Problem]:
        for name, day, least in (
            ("from_day", self.from_day, 1), ("to_day", self.to_day, 1), ("due_day", self.due_day, 0),
        ):  # fmt: skip
            if not least <= day <= _LONGEST_MONTH:
                yield Problem(code="not-a-day", found=str(day), accepted=(str(least), str(_LONGEST_MONTH)), place=name)
        for name, count in (("from_months", self.from_months), ("due_working_days", self.due_working_days)):
            if count < 0:
                yield Problem(code="negative", found=str(count), accepted=("0",), place=name)
        if self.kind is ReportKind.MONTH and not self.from_months and self.to_day < self.from_day:
            yield Problem(code="ends-before-start", found=f"{self.from_day}..{self.to_day}", place="to_day")
        if self.due_day and self.due_working_days:
            yield Problem(code="two-due-rules", found="due_day, due_working_days", place="due_day")


@frozen(kw_only=True)
class Regime:
    """A reporting regime (chế độ báo cáo) with its source and how sure it is."""

    id: str
    title: str
    reports: tuple[RegimePeriod, ...]
    citation: str = ""
    confidence: str = ""
    note: str = ""
    calendar: Calendar | None = field(default=None, metadata={"data": False})

    def __attrs_post_init__(self) -> None:
        periods = Counter(self.periods(_ANY_YEAR))
        if twice := sorted(period for period, rules in periods.items() if rules > 1):
            found = ", ".join(period.code for period in twice)
            raise InvalidInput(Problem(code="duplicate-report", found=found, place="reports"))

    def with_calendar(self, calendar: Calendar) -> "Regime":
        """The same regime, its working days counted by `calendar`."""
        return evolve(self, calendar=calendar)

    def _rule(self, period: Period) -> RegimePeriod:
        for rule in self.reports:
            if period in rule.kind.periods(period.year):
                return rule
        accepted = tuple(known.code for known in self.periods(period.year))
        raise InvalidInput(Problem(code="no-such-report", found=period.code, accepted=accepted))

    def window(self, period: Period) -> tuple[date, date]:
        """The first and the last day whose figures the report of `period` covers.

        Raises `InvalidInput` for a period that the regime has no report for.
        """
        rule = self._rule(period)
        first = add_months(period.start, -rule.from_months)
        return (
            day_in_month(first.year, first.month, rule.from_day),
            day_in_month(period.end.year, period.end.month, rule.to_day),
        )

    def due(self, period: Period) -> date | None:
        """The last day to send the report of `period`; None where the regime does not say.

        A stated date stands as stated; a term in working days is counted from the cut-off by the regime's calendar.
        """
        rule = self._rule(period)
        if rule.due_day:
            return day_in_month(period.end.year, period.end.month, rule.due_day)
        if not rule.due_working_days:
            return None
        if self.calendar is None:
            raise InvalidInput(Problem(code="no-calendar", found=self.id, accepted=("with_calendar",)))
        return self.calendar.add_working_days(self.window(period)[1], rule.due_working_days)

    def periods(self, year: int) -> tuple[Period, ...]:
        """The periods a year has reports for, by their end."""
        found = [period for rule in self.reports for period in rule.kind.periods(year)]
        return tuple(sorted(found, key=lambda period: (period.end, period.start)))
