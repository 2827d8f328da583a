"""Month arithmetic, in one place because it clamps.

31 January + 1 month is the last day of February (Bộ luật Dân sự 91/2015/QH13, Điều 148), so adding a month and taking
one away need not come back to the same day; nothing else in the library adds months.
"""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

__all__ = ["add_months", "day_in_month", "month_end"]


def add_months(day: date, months: int) -> date:
    """The same date `months` later (earlier when negative), or that month's last day where it has no such date."""
    return day + relativedelta(months=months)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return add_months(date(year, month, 1), 1) - timedelta(days=1)


def day_in_month(year: int, month: int, day: int) -> date:
    """The given day of a month, or its last day where the month is shorter."""
    return min(date(year, month, 1) + timedelta(days=day - 1), month_end(year, month))
