"""Judging by the country's own calendar and the ministry's own regime, where the caller names no other."""

from collections.abc import Iterable
from datetime import date

from cchc import rules
from cchc.catalog.calendars import calendar as recorded_calendar
from cchc.catalog.regimes import regime as known_regime
from cchc.model import Calendar, Plan, Progress, Regime, Report, TaskEvent
from cchc.rules import Assessment

__all__ = ["assess"]


def assess(
    plan: Plan,
    reports: Iterable[Report] = (),
    *,
    progress: Progress | Iterable[TaskEvent] = (),
    as_of: date,
    calendar: Calendar | None = None,
    regime: Regime | None = None,
    reporters: Iterable[str] = (),
) -> Assessment:
    """Judge a plan at the close of `as_of` by the reports and the events known by then.

    Working days are those of `calendar`, the calendar of record where it is None. The plan's own agency, `reporters` and every
    agency that has reported owe the reports of `regime`, the ministry's regime for reform reports (``cchc-bnv``) where it is
    None. What became known after `as_of` changes nothing. To judge without any regime, call `cchc.rules.assess`.

    >>> from datetime import date
    >>> from cchc import Deadline, Period, Plan, Task
    >>> task = Task(number=1, title="Ban hành kế hoạch", schedule=Deadline(due=date(2024, 1, 31)))
    >>> plan = Plan(title="Kế hoạch", period=Period.of_year(2024), agency="UBND tỉnh", tasks=(task,))
    >>> judged = assess(plan, as_of=date(2024, 3, 25))
    >>> judged.tasks[0].state.value, judged.tasks[0].days_late
    ('unreported', 54)
    >>> judged.reporting[0].period.code, judged.reporting[0].state.value
    ('2024-Q1', 'missing')
    """
    return rules.assess(
        plan,
        reports,
        progress=progress,
        as_of=as_of,
        calendar=calendar or recorded_calendar("vn"),
        regime=regime or known_regime("cchc-bnv"),
        reporters=reporters,
    )
