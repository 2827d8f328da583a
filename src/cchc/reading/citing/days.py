"""What stands about a cited document: a day that no calendar has (ngày 31/6/2025), whether it is of the past, whose it is.

A number is its issuer's: the province and a commune each have a 15/KH-UBND in a year.
"""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Sequence

from cchc.model import Remark, RemarkKind
from cchc.reading.citing.citations import Mention
from cchc.reading.passage import Passage

__all__ = ["find_levels", "find_past", "find_wrong_days"]

_DAY = re.compile(
    r"(?<!\w)[Nn]gày ?(?P<day>[0-9]{1,2}) ?(?:(?P<mark>[/.\-]) ?(?P<month>[0-9]{1,2})(?: ?(?P=mark) ?(?P<year>[0-9]{4}))?"
    r"|tháng ?(?P<named>[0-9]{1,2})(?: ?năm ?(?P<of>[0-9]{4}))?)(?![0-9/]|[.,][0-9]| ?%)"
)
_LEAP = 2024
_MONTHS = 12
_PAST = re.compile(
    r"thay thế|thay cho|sửa đổi|bãi bỏ|hết hiệu lực|trước đây|giai đoạn 20[01]|tổng kết|sơ kết|kết quả thực hiện|hợp nhất"
    r"|đã (?:được )?(?:ban hành|ký|triển khai|thực hiện)|chuyển tiếp|(?:nộp|tiếp nhận) trước ngày|đến hết ngày|từ năm",
    re.IGNORECASE,
)
_AROUND = 140
_LEVEL = re.compile(
    r",? (?:của|do) (?:Chủ tịch |Thường trực |Ban Thường vụ )?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân)"
    r" (?P<level>tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|cấp \w+)",
    re.IGNORECASE,
)


def find_wrong_days(words: Passage, mentions: Sequence[Mention]) -> Iterator[Remark]:
    """The days that are none; those within a mention of a document are its own."""
    stretches = [(one.span.start, one.span.end) for one in mentions]
    for match in _DAY.finditer(words.text):
        day, month = int(match["day"]), int(match["month"] or match["named"])
        printed = match["year"] or match["of"]
        if _is_day(day, month, int(printed or 0)):
            continue
        span = words.span(match.start(), match.end())
        cited = any(start <= span.start < end for start, end in stretches)
        yield Remark(kind=RemarkKind.NO_DAY_CITED if cited else RemarkKind.NO_DAY, words=match[0], span=span)


def _is_day(day: int, month: int, year: int) -> bool:
    """Whether a day is one, or may be something else: without a year only a day of a month there is can be told to be none."""
    if not 1 <= month <= _MONTHS:
        return year == 0
    return 1 <= day <= monthrange(year or _LEAP, month)[1]


def find_past(words: Passage, mentions: Sequence[Mention]) -> Iterator[Remark]:
    """The documents that are cited of times gone by: what replaced them, what was done under them."""
    for one in mentions:
        at = bisect_left(words.starts, one.span.start)
        if at == len(words.starts) or words.starts[at] != one.span.start:
            continue
        around = words.text[max(0, at - _AROUND) : at + _AROUND + len(one.span.text)]
        if match := _PAST.search(around):
            yield Remark(kind=RemarkKind.PAST, words=match[0], span=one.span)


def find_levels(words: Passage, mentions: Sequence[Mention]) -> Iterator[Remark]:
    """The level of the People's Committee or Council that issued each document, where the text names it right after."""
    for one in mentions:
        at = bisect_left(words.ends, one.span.end)
        if match := _LEVEL.match(words.text, at + 1):
            yield Remark(kind=RemarkKind.LEVEL, words=match["level"].casefold(), span=one.span)
