"""How late something is, in calendar days and in working days (số ngày quá hạn, số ngày làm việc quá hạn)."""

from datetime import date

from cchc.model.calendar import Calendar
from cchc.model.errors import InvalidInput

__all__ = ["days_late", "working_days_late"]


def days_late(due: date | None, end: date) -> int:
    """Calendar days from `due`, that day excluded, to `end`; 0 in time or where nothing sets a day."""
    return max((end - due).days, 0) if due is not None else 0


def working_days_late(due: date | None, end: date, calendar: Calendar | None) -> int | None:
    """The same in working days; None without a calendar that reaches both days, since the number is then unknown."""
    if calendar is None:
        return None
    if not days_late(due, end) or due is None:
        return 0
    try:
        return calendar.working_days(due, end)
    except InvalidInput:
        return None
