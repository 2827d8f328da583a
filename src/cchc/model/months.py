"""Month arithmetic, in one place because it clamps.

31 January + 1 month is the last day of February (Bộ luật Dân sự 91/2015/QH13, Điều 148), so adding a month and taking
one away need not come back to the same day; nothing else in the library adds months.
"""

from calendar import monthrange
from datetime import date

__all__ = ["add_months", "day_in_month", "month_end"]


def add_months(day: date, months: int) -> date:
    """The same date `months` later (earlier when negative), or that month's last day where it has no such date."""
    from dateutil.relativedelta import relativedelta  # as much to import as the whole model, and seldom needed

    return day + relativedelta(months=months)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def day_in_month(year: int, month: int, day: int) -> date:
    """The given day of a month, or its last day where the month is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))
