"""Whether the reports that a regime asks for came in, and in time (tình hình thực hiện chế độ báo cáo).

A report is held against the regime's own due day; it counts from the day it was received. The periods of a plan are those
that end within it, so that a plan for the second half of a year owes the report of the whole year too.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum

from attrs import frozen

from cchc.model.calendar import Calendar
from cchc.model.period import Period
from cchc.model.regime import Regime
from cchc.model.report import Report
from cchc.rules.delays import days_late, working_days_late
from cchc.rules.names import name_key
from cchc.rules.periods import stated_period

__all__ = ["ReportState", "ReportVerdict", "ReportingWindow", "judge_reporting", "reporting_windows"]


class ReportState(Enum):
    """Where a report that is owed stands on a day (tình trạng báo cáo)."""

    ON_TIME = "on_time"
    """Đúng hạn."""
    LATE = "late"
    """Chậm: received after its last day."""
    MISSING = "missing"
    """Chưa gửi: its last day is past and nothing has been received."""
    NOT_DUE = "not_due"
    """Chưa đến hạn."""
    RECEIVED = "received"
    """Đã nhận: the regime sets no day to hold it against."""


@frozen(kw_only=True)
class ReportingWindow:
    """A reporting period (kỳ báo cáo) with the first and the last day whose figures it covers."""

    period: Period
    start: date
    end: date


@frozen(kw_only=True)
class ReportVerdict:
    """How one agency met its duty to report on one period (kết quả đánh giá báo cáo).

    `due` is None where the regime does not say; `days_late` counts calendar days, to the day of judgement while the report is
    missing; `working_days_late` the same in working days, where a calendar reaches that far.
    """

    agency: str
    period: Period
    state: ReportState
    due: date | None = None
    received_on: date | None = None
    days_late: int = 0
    working_days_late: int | None = None


def _periods(regime: Regime, plan_period: Period) -> tuple[Period, ...]:
    years = range(plan_period.start.year, plan_period.end.year + 1)
    return tuple(period for year in years for period in regime.periods(year) if period.end in plan_period)


def reporting_windows(regime: Regime | None, plan_period: Period) -> tuple[ReportingWindow, ...]:
    """The reporting periods that end within a plan's period; without a regime the plan's own period is the only one."""
    if regime is None:
        return (ReportingWindow(period=plan_period, start=plan_period.start, end=plan_period.end),)
    windows = []
    for period in _periods(regime, plan_period):
        start, end = regime.window(period)
        windows.append(ReportingWindow(period=period, start=start, end=end))
    return tuple(windows)


def _received(reports: Iterable[Report], as_of: date) -> tuple[dict[str, str], dict[tuple[str, Period], date]]:
    """Of the reports known by then: who reports, by name, and the day of the first report for each agency and period."""
    names: dict[str, str] = {}
    days: dict[tuple[str, Period], date] = {}
    for report in reports:
        if report.known_on <= as_of:
            key = name_key(report.agency)
            names[key] = min(names.get(key, report.agency), report.agency)
            period = stated_period(report.period, "report.period")
            days[key, period] = min(days.get((key, period), report.known_on), report.known_on)
    return names, days


def _state(due: date | None, received_on: date | None, as_of: date) -> ReportState:
    if received_on is not None:
        if due is None:
            return ReportState.RECEIVED
        return ReportState.LATE if received_on > due else ReportState.ON_TIME
    return ReportState.MISSING if due is not None and as_of > due else ReportState.NOT_DUE


def judge_reporting(
    reports: Iterable[Report],
    *,
    regime: Regime,
    plan_period: Period,
    as_of: date,
    reporters: Iterable[str] = (),
    calendar: Calendar | None = None,
) -> tuple[ReportVerdict, ...]:
    """Every report owed within `plan_period`, by agency and then by period, at the close of `as_of`.

    `reporters` owe reports whether or not they have sent any; so does every agency with a report known by then. A regime that
    counts working days without a calendar of its own uses `calendar`; without either, `InvalidInput` is raised.
    """
    counting = regime.with_calendar(calendar) if regime.calendar is None and calendar is not None else regime
    owed = [(period, counting.due(period)) for period in _periods(regime, plan_period)]
    names, days = _received(reports, as_of)
    agencies: dict[str, str] = {}
    for name in filter(None, (*reporters, *sorted(names.values()))):
        agencies.setdefault(name_key(name), name)
    found = []
    for key, agency in agencies.items():
        for period, due in owed:
            received_on = days.get((key, period))
            end = received_on or as_of
            found.append(
                ReportVerdict(
                    agency=agency,
                    period=period,
                    state=_state(due, received_on, as_of),
                    due=due,
                    received_on=received_on,
                    days_late=days_late(due, end),
                    working_days_late=working_days_late(due, end, counting.calendar),
                )
            )
    return tuple(found)
