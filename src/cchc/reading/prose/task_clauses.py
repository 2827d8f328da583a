"""Who and when of a task in prose without a colon (vế câu): "…: Sở Nội vụ chủ trì, quý II", "hoàn thành trước ngày …".

A clause says so only as a whole: an agency and that it leads, and no deed of its own; a time and nothing after it.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from cchc.reading.tables.body_words import LEVEL, MANY, NAMED, NOUN
from cchc.reading.tables.roles import Role

__all__ = ["AND", "OF_TIME", "RESULT", "UNITS", "Mark", "acting", "at_time", "linked", "opens_body", "times_alone"]

AND = r"(?:,|/| và| hoặc| -)? ?"
"""What may join two words of a label."""

_UNIT = r"(?:cơ quan|cq|đv|đơn vị|bộ phận|phòng(?:,? ban)?|công chức|cá nhân|tổ chức|địa phương)"
UNITS = rf"(?:các )?{_UNIT}(?:{AND}\(?{_UNIT}\)?)*"
"""Who a label speaks of."""

OF_TIME = r"(?:dự kiến|thực hiện|hoàn thành|triển khai|kết thúc|trình|ban hành|báo cáo|nộp|gửi|tổ chức|xong)"
"""What is done by a time that a label speaks of."""

RESULT = r"(?:sản phẩm|kết quả|đầu ra|sp|kq)"
"""What a label calls that which comes of a task."""

_WHEN = r"(?:(?:trước|sau|chậm nhất|muộn nhất|đến|từ|trong|vào|hết|cuối|đầu|giữa|là|khoảng)\s+){0,4}"
_TIME = (
    rf"{_WHEN}(?:(?:các )?(?:tháng|quý|ngày|năm|tuần)\s*(?:[0-9]|[IV]{{1,3}}\b)|[0-9]{{1,2}}[/.-][0-9]"
    r"|20[0-9]{2}(?=\s*(?:[-–]|đến|[.;,)]|$))"
    r"|0?6 tháng (?:đầu|cuối)|thường xuyên|(?:hằng|hàng) (?:tháng|quý|năm|tuần|ngày)|định kỳ|liên tục)"
)
_OF_TIMES = (
    r"(?:[0-9IVX]+(?:[/.-][0-9]+)*|tháng|quý|ngày|năm|tuần|trước|sau|chậm|muộn|nhất|đến|từ|trong|vào|hết|cuối|đầu|giữa|khoảng"
    r"|là|và|hằng|hàng|mỗi|thường|xuyên|định|kỳ|liên|tục|của|lần|các|theo quy định|khi phát sinh|[-–/.])"
)
_AT_TIME = re.compile(rf"\s*{_TIME}", re.IGNORECASE)
_ONLY_TIME = re.compile(rf"{_OF_TIMES}(?:[\s,]*{_OF_TIMES})*[\s.]*", re.IGNORECASE)
_FINISHES = re.compile(
    rf"[;,(.]\s*(?P<words>(?:dự kiến |phải )?(?:hoàn thành|thực hiện|xong|thời (?:gian|hạn)(?: {OF_TIME})?)"
    rf"(?: là| trong| vào)?)\s+(?={_TIME})",
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(rf"(?P<before>[;,(])\s*(?={_TIME})", re.IGNORECASE)
_TIME_ENDS = re.compile(rf"[;)]|,(?!\s*(?:(?:và )?{_TIME}|[IV]{{1,3}}\b|[0-9]))|\.(?:\s|$)", re.IGNORECASE)
_LINKED = re.compile(
    rf"(?:^|[;,.(:]\s*)(?:(?P<DELIVERABLES>(?:sản phẩm|đầu ra)(?: đầu ra| cuối cùng)?)|(?P<LEAD>{UNITS} (?:chủ trì|thực hiện))"
    rf"|(?P<SCHEDULE>thời (?:gian|hạn) {OF_TIME})) là\s",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[:;(]\s*|(?<!\bTP)(?<!\bTX)(?<!\bP)(?<!\bQ)\.\s+")
_ACTS = re.compile(r"(?P<does>chủ trì|phối hợp|thực hiện|phụ trách)(?: (?:thực hiện|tham mưu|triển khai))?\s*(?=[;,.)]|$)")
_TOGETHER = re.compile(r"\bchủ trì,? (?:và )?phối hợp (?:thực hiện )?(?:với|cùng)\b")
_CARRIED_OUT = re.compile(r"\s+(?:tổ chức |triển khai )*(?:thực hiện|triển khai)\s*$")
_HANDED = re.compile(r"(?:do|giao(?: cho)?|đề nghị)\s+", re.IGNORECASE)
_IS = re.compile(r"\s+(?:là (?:cơ quan|đơn vị|đầu mối)|được giao|làm đầu mối)\s*$")
_VERBS = re.compile(
    r"\b(?:(?<!các )(?<!, )tổ chức|triển khai|rà soát|xây dựng|ban hành|tiếp tục|tham mưu|chủ động|phối hợp|báo cáo|bảo đảm"
    r"|đảm bảo|đẩy mạnh|tăng cường|có trách nhiệm|căn cứ|kịp thời|để|được|phải|cần|trình|thực hiện)\b"
)
_LONGEST_BODY = 150


@frozen
class Mark:
    """A label and where it stands: from `start`, its value from `value` on, up to `stop` at the latest."""

    role: Role
    start: int
    value: int
    stop: int


def opens_body(text: str) -> bool:
    """Whether words begin the name of an agency."""
    return any(pattern.match(text) for pattern in (MANY, NAMED, NOUN, LEVEL))


def at_time(text: str, at: int) -> bool:
    """Whether a time begins at a place of a text."""
    return _AT_TIME.match(text, at) is not None


def linked(text: str) -> Iterator[Mark]:
    """What is said by a verb: "sản phẩm là …", "hoàn thành trước ngày …"."""
    for match in _LINKED.finditer(text):
        role = Role[str(match.lastgroup)]
        yield Mark(role, match.start(role.name), match.end(), len(text))
    for match in _FINISHES.finditer(text):
        stop = _time_stop(text, match.end())
        if stop:
            yield Mark(Role.SCHEDULE, match.start("words"), match.end(), stop)


def acting(text: str) -> Iterator[Mark]:
    """The agencies that are said to act, and no more of them: "…: Sở Nội vụ chủ trì; …"."""
    start = 0
    for clause in (*_CLAUSE.finditer(text), None):
        end = clause.start() if clause else len(text)
        handed = _HANDED.match(text, start, end)
        value = handed.end() if handed else start
        if opens_body(text[value:end]) and not text.startswith(":", end):
            yield from _acting_in(text, start, value, end)
        start = clause.end() if clause else end


def _acting_in(text: str, start: int, value: int, end: int) -> Iterator[Mark]:
    """The agency that opens a clause at `value` and acts, with those it acts with."""
    if together := _TOGETHER.search(text, value, end):
        carried_out = _CARRIED_OUT.search(text, together.end(), end)
        stop = carried_out.start() if carried_out else end
        if not _VERBS.search(text, value, together.start()) and not _VERBS.search(text, together.end(), stop):
            yield Mark(Role.AGENCIES, start, value, stop)
        return
    found = _ACTS.search(text, value, min(end, value + _LONGEST_BODY))
    if found is None:
        return
    linking = _IS.search(text, value, found.start())
    stop = linking.start() if linking else found.start()
    if not _VERBS.search(text, value, stop):
        yield Mark(Role.COORDINATING if found["does"] == "phối hợp" else Role.LEAD, start, value, stop)


def times_alone(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The one time that stands beside labels without its own; after a comma it may belong to what comes of the work."""
    if not marks or any(mark.role is Role.SCHEDULE for mark in marks):
        return
    for match in _TIME_ALONE.finditer(text):
        last = next((mark for mark in reversed(marks) if mark.start <= match.start()), None)
        of_results = last is not None and last.role in {Role.DELIVERABLES, Role.NOTE}
        goes_on = match["before"] == "(" or (last is not None and (match["before"] == ";" or not of_results))
        stop = _time_stop(text, match.end())
        if goes_on and stop:
            yield Mark(Role.SCHEDULE, match.end(), match.end(), stop)
            return


def _time_stop(text: str, start: int) -> int:
    """Where a time ends that nothing else follows; 0 where something does."""
    end = _TIME_ENDS.search(text, start)
    stop = end.start() if end else len(text)
    return stop if _ONLY_TIME.fullmatch(text, start, stop) else 0
