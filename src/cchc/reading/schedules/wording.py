"""The words of a schedule, as a careful official writes them in the time column; reading them gives the schedule back."""

from collections.abc import Callable
from datetime import date

from cchc.model.months import month_end
from cchc.model.period import Period
from cchc.model.schedule import (
    Compound,
    Conditional,
    Continuous,
    Deadline,
    Frequency,
    Operator,
    Recurring,
    Schedule,
    Window,
)

__all__ = ["word_schedule"]

_FREQUENCIES = {
    Frequency.DAILY: "hằng ngày", Frequency.WEEKLY: "hằng tuần", Frequency.MONTHLY: "hằng tháng",
    Frequency.QUARTERLY: "hằng quý", Frequency.HALF_YEARLY: "6 tháng một lần", Frequency.YEARLY: "hằng năm",
}  # fmt: skip
_ROMAN = ("I", "II", "III", "IV")
_FIRST_YEAR, _LAST_YEAR = 1945, 2999


_QUOTES = ("“”", "«»", '""')


def word_schedule(schedule: Schedule, *, quotes: bool = False) -> str:
    """The schedule in Vietnamese, as a time cell states it; with `quotes` around what is neither a time nor a join."""
    words = _worded(schedule, "", _quoted if quotes else str)
    return words if _starts_as_written(schedule) else words[:1].upper() + words[1:]


def _starts_as_written(schedule: Schedule) -> bool:
    if isinstance(schedule, Compound) and not schedule.subject:
        return _starts_as_written(schedule.parts[0])
    return isinstance(schedule, Conditional) or schedule.subject != ""


def _quoted(words: str) -> str:
    marks = next((pair for pair in _QUOTES if not set(pair) & set(words)), _QUOTES[0])
    return f"{marks[0]}{words}{marks[1]}"


def _worded(schedule: Schedule, about: str, quote: Callable[[str], str]) -> str:
    about = schedule.subject or about
    if isinstance(schedule, Compound):
        # "hoặc" stands after a semicolon, so that no condition runs on into the next part
        join = "; hoặc " if schedule.operator is Operator.OR else "; "
        return join.join(_worded(part, about, quote) for part in schedule.parts)
    words = quote(schedule.trigger) if isinstance(schedule, Conditional) else _simple(schedule)
    return f"{quote(about)}: {words}" if about else words


def _simple(schedule: Continuous | Window | Deadline | Recurring) -> str:
    if isinstance(schedule, Continuous):
        return "thường xuyên"
    if isinstance(schedule, Deadline):
        return f"chậm nhất {_day(schedule.due)}"
    return _recurring(schedule) if isinstance(schedule, Recurring) else _window(schedule.start, schedule.end)


def _day(day: date) -> str:
    return f"ngày {_day_month(day.day, day.month)}/{day.year:04d}"


def _day_month(day: int, month: int) -> str:
    """Two digits for a day below 10 and for the first two months, against forgery (Nghị định 30/2020/NĐ-CP)."""
    return f"{day:02d}/{_month(month)}"


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else f"{month}"


def _window(start: date | None, end: date | None) -> str:
    if start and end:
        return _period(start, end) or _range(start, end)
    return f"từ {_opening(start)}" if start else f"đến hết {_last(end)}" if end else ""


def _range(start: date, end: date) -> str:
    by_month = start.day == 1 and end == month_end(end.year, end.month)
    if by_month and start.year >= _FIRST_YEAR and end.year <= _LAST_YEAR:
        return f"từ tháng {_month(start.month)}/{start.year} đến tháng {_month(end.month)}/{end.year}"
    return f"từ {_day(start)} đến {_day(end)}"


def _last(day: date) -> str:
    if not (_FIRST_YEAR <= day.year <= _LAST_YEAR) or day != month_end(day.year, day.month):
        return _day(day)
    return f"năm {day.year}" if day.month == 12 else f"tháng {_month(day.month)}/{day.year}"


def _opening(day: date) -> str:
    if not (_FIRST_YEAR <= day.year <= _LAST_YEAR) or day.day != 1:
        return _day(day)
    return f"năm {day.year}" if day.month == 1 else f"tháng {_month(day.month)}/{day.year}"


def _period(start: date, end: date) -> str:
    """The name of a period that runs from `start` to `end`; empty where none does."""
    if not _FIRST_YEAR <= start.year <= end.year <= _LAST_YEAR:
        return ""
    year, quarter = start.year, (start.month + 2) // 3
    named = {
        f"tháng {_month(start.month)}/{year}": Period.month(year, start.month),
        f"quý {_ROMAN[quarter - 1]}/{year}": Period.quarter(year, quarter),
        f"6 tháng đầu năm {year}": Period.half(year, 1),
        f"6 tháng cuối năm {year}": Period.half(year, 2),
        f"9 tháng đầu năm {year}": Period.nine_months(year),
        f"năm {year}": Period.of_year(year),
    }
    if end.year > year:
        named[f"giai đoạn {year} - {end.year}"] = Period.span(year, end.year)
    return next((name for name, period in named.items() if (period.start, period.end) == (start, end)), "")


def _recurring(schedule: Recurring) -> str:
    words = [_FREQUENCIES[schedule.frequency]]
    if schedule.day:
        words.append(f"chậm nhất ngày {schedule.day:02d}")
    days = (f"ngày {_day_month(int(due[3:]), int(due[:2]))}" for due in schedule.due)
    words += [f"chậm nhất {day}" if i == 0 else day for i, day in enumerate(days)]
    months = (f"tháng {_month(month)}" for month in schedule.months)
    words += [f"trong {month}" if i == 0 else month for i, month in enumerate(months)]
    return ", ".join(words)
