"""The day and the period that a figure speaks of (thời điểm, kỳ của số liệu): tính đến hết tháng 5/2022, năm 2021, quý III.

A time at the head of a sentence holds for all of it, one within it for its item. A time that a figure is compared with, or that
stands in the name of a plan, is not the figure's.
"""

import re
from bisect import bisect_right
from datetime import date, timedelta

from attrs import frozen

from cchc.model.errors import InvalidInput
from cchc.model.period import Period
from cchc.model.schedule import Deadline, Window
from cchc.reading.figures.clauses import Clause
from cchc.reading.times import parse_schedule

__all__ = ["Time", "Times", "find_times"]


@frozen(kw_only=True)
class Time:
    """A time that stands at `start` up to `end` of a statement: the day figures are `as_of`, or their `period`."""

    start: int
    end: int
    as_of: date | None = None
    period: Period | None = None


_YEAR = r"(?:19|20)[0-9]{2}"
_DATE = (
    rf"(?:ngày )?[0-9]{{1,2}}/[0-9]{{1,2}}(?:/{_YEAR})?(?![0-9/])|(?:ngày )?[0-9]{{1,2}}[.-][0-9]{{1,2}}[.-]{_YEAR}"
    rf"|ngày [0-9]{{1,2}} tháng [0-9]{{1,2}}(?: năm {_YEAR})?|ngày [0-9]{{1,2}}/[0-9]{{1,2}}"
)
_MONTH = rf"tháng (?:[0-9]{{1,2}}(?![0-9/]*%))(?:/{_YEAR}| năm {_YEAR})?"
_QUARTER = rf"(?:quý|quí) (?:I{{1,3}}|IV|[1-4])(?!\w)(?:[/ ](?:năm )?{_YEAR})?"
_HALVES = rf"(?:[0-9]{{1,2}}|ba|sáu|chín) tháng (?:đầu|cuối) năm(?: {_YEAR})?|(?:9|09|6|06) tháng năm {_YEAR}"
_AS_OF = (
    rf"(?:tính |lũy kế |luỹ kế |cộng dồn |kể từ đầu năm |từ đầu năm )*(?:đến|tới)(?: (?:hết|cuối|thời điểm|nay là|"
    rf"hiện tại là))* "
    rf"(?:{_DATE}|{_MONTH}|{_QUARTER}|(?<=hết )năm {_YEAR}|(?<=cuối )năm {_YEAR})|(?:tại |vào )?thời điểm (?:{_DATE})"
)
_TIME = re.compile(
    rf"(?i)(?<!\w)(?:(?P<as_of>{_AS_OF})|(?P<period>{_HALVES}|{_QUARTER}|(?:đầu )?năm {_YEAR}|{_MONTH}"
    rf"|giai đoạn {_YEAR} ?[-–] ?{_YEAR}))(?!\w)"
)
_SOME_MONTHS = re.compile(r"(?i)([0-9]{1,2}) tháng đầu năm(?: ([0-9]{4}))?")
_SINCE = re.compile(r"(?i)^.*?(?:đến|tới)(?: (?:thời điểm|nay là|hiện tại là))* |^(?:tại |vào )?thời điểm ")
_NOT_AS_OF = re.compile(r"(?i)(?:chậm nhất|muộn nhất|thời hạn|hạn|hoàn thành|xong|trước|kéo dài|tầm nhìn)(?: là)? $")
_OTHERS = re.compile(
    r"(?i)(?:so với|cùng kỳ|cùng thời điểm|bằng|kế hoạch|chương trình|nghị quyết|quyết định|đề án|mục tiêu|định hướng|"
    r"phương hướng|báo cáo|so)(?: (?!đã|được|là|đạt|có|trong|trên)[\w&/.-]+){0,5} $"
)
_OF_THE_YEAR = re.compile(r"(?i)(?:^|[.;:(] ?[-+]? ?|trong |cả |dự toán |tổng )$")
_BETWEEN = re.compile(r"[^,;:.()]{0,40}\(?(?:số liệu )?(?:tính )?")
_JOINTS = (" ", " (", " trong ")
_BEFORE, _NEAREST, _HEAD = 60, 4, 30
_LATEST_AFTER = timedelta(days=92)


@frozen
class Times:
    """The times of a statement, in order, to be asked for a figure."""

    text: str
    times: tuple[Time, ...]
    starts: tuple[int, ...]

    def as_of(self, clause: Clause) -> date | None:
        """The day a figure speaks of: said in its clause before it, else right after it; another period said since ends it."""
        if before := self._before(clause):
            return before[0].as_of
        after = self._after(clause)
        return after.as_of if after else None

    def period(self, clause: Clause) -> Period | None:
        """The period a figure's clause names, if it names one."""
        at = bisect_right(self.starts, clause.figure.end)
        if at < len(self.times) and self.text[clause.figure.end : self.starts[at]] in _JOINTS and self.times[at].period:
            return self.times[at].period
        nearest = next(iter(self._before(clause)), None)
        return nearest.period if nearest else None

    def _before(self, clause: Clause) -> list[Time]:
        """The times before a figure that hold for it, the nearest first."""
        end = bisect_right(self.starts, clause.figure.start)
        return [time for time in reversed(self.times[max(0, end - _NEAREST) : end]) if _holds(time, clause)]

    def _after(self, clause: Clause) -> Time | None:
        at = bisect_right(self.starts, clause.figure.end - 1)
        if at == len(self.times):
            return None
        between = _BETWEEN.fullmatch(self.text, clause.figure.end, max(clause.figure.end, self.starts[at]))
        return self.times[at] if between and self.times[at].as_of else None


def find_times(text: str, period: Period | None) -> Times:
    """The times of a statement that its figures may speak of; one without a year takes that of the report's `period`."""
    times = tuple(time for match in _TIME.finditer(text) if (time := _time(text, match, period)))
    return Times(text, times, tuple(time.start for time in times))


def _holds(time: Time, clause: Clause) -> bool:
    at_head = clause.sentence <= time.start <= clause.sentence + _HEAD
    return time.end <= clause.figure.start and (at_head or time.start >= clause.item)


def _time(text: str, match: re.Match[str], period: Period | None) -> Time | None:
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    year = period.year if period else None
    if match["as_of"]:
        day = None if _NOT_AS_OF.search(before) else _day(match["as_of"], year)
        late = day and period and day > period.end + _LATEST_AFTER
        return None if day is None or late else Time(start=match.start(), end=match.end(), as_of=day)
    if _OTHERS.search(before):
        return None
    if (months := _SOME_MONTHS.fullmatch(match["period"])) and months[1].lstrip("0") not in ("3", "6", "9"):
        day = _day(f"đến hết tháng {months[1]}", int(months[2]) if months[2] else year)
        return Time(start=match.start(), end=match.end(), as_of=day) if day else None
    named = _period(match["period"].casefold().removeprefix("đầu "), year)
    if named is None or (period and named != period and period in named and not _OF_THE_YEAR.search(before)):
        return None
    return Time(start=match.start(), end=match.end(), period=named)


def _day(words: str, year: int | None) -> date | None:
    schedule = parse_schedule(_SINCE.sub("đến ", words), year=year)
    if isinstance(schedule, Window):
        return schedule.end
    return schedule.due if isinstance(schedule, Deadline) else None


def _period(words: str, year: int | None) -> Period | None:
    try:
        return Period.parse(words, year=year)
    except InvalidInput:  # a month 13, a quarter of no year: the words are no period, and nothing is lost
        return None
