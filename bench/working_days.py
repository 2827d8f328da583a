"""Working days between one pair of dates: the calendar of record beside the `holidays` library, a bisect and a bare list.

The bare list is the limit: two look-ups and a subtraction, without a word about a day that lies outside.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bench.result import Result
from bench.timing import time_all
from cchc.catalog.calendars import calendar

__all__ = ["results"]

START, END = date(2024, 1, 8), date(2024, 6, 21)
_PAIRS, _SLOW_PAIRS = 1000, 10  # in one timed call, so that the call itself is not what is timed
_OURS, _LIST, _BISECT, _LIBRARY = "Calendar.working_days", "bare list", "bisect", "the holidays library"


def _cases() -> dict[str, Callable[[], object]]:
    from holidays import country_holidays

    record = calendar("vn")
    days = [record.first + timedelta(days=n) for n in range((record.last - record.first).days + 1)]
    worked = [day for day in days if record.is_working_day(day)]
    table, zero = [0], record.first.toordinal() - 1
    for day in days:
        table.append(table[-1] + record.is_working_day(day))
    library = country_holidays("VN", years=range(2023, 2026))
    count, start, end = record.working_days, START, END

    def ours() -> None:
        for _ in range(_PAIRS):
            count(start, end)

    def listed() -> None:
        for _ in range(_PAIRS):
            table[end.toordinal() - zero] - table[start.toordinal() - zero]

    def bisected() -> None:
        for _ in range(_PAIRS):
            bisect_right(worked, end) - bisect_right(worked, start)

    def from_library() -> None:
        for _ in range(_SLOW_PAIRS):
            library.get_working_days_count(start, end)

    return {_OURS: ours, _LIST: listed, _BISECT: bisected, _LIBRARY: from_library}


def results() -> Iterator[Result]:
    """Nanoseconds for one pair, with the other ways beside."""
    times = {name: seconds / _PAIRS * 1e9 for name, seconds in time_all(_cases()).items()}
    times[_LIBRARY] *= _PAIRS / _SLOW_PAIRS
    beside = ", ".join(f"{name} {times[name]:,.0f} ns" for name in (_LIST, _BISECT, _LIBRARY))
    yield Result("working days, one pair", times[_OURS], "ns", 150, beside)
    yield Result("working days, one pair, by the limit", times[_OURS] / times[_LIST], "×", None, f"the {_LIST}")
