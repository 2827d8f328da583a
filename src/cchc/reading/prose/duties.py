"""Duties under a plan (trách nhiệm thực hiện): who leads an area of reform, and what each agency owes, by when.

They stand in the section "Tổ chức thực hiện", below the agencies' names or in sentences that open with them.
"""

import re
from collections.abc import Iterator
from datetime import date

from cchc.model import Area, Deadline, Duty, Period, Source, Window
from cchc.reading.passage import Passage
from cchc.reading.prose.areas import find_areas
from cchc.reading.tables.bodies import split_bodies
from cchc.reading.times import parse_schedule

__all__ = ["named_agencies", "read_duties"]

_BODIES = (
    "sở", "ban(?! hành)", "văn phòng", "vp", "ubnd", "ủy ban", "uỷ ban", "hđnd", "hội đồng", "phòng(?!,)", "công an",
    "thủ trưởng", "giám đốc", "chủ tịch", "báo(?! cáo)", "đài", "thanh tra", "trung tâm", "chi cục", "cục",
    "tổng cục", "vụ", "bộ(?! máy| chỉ số)", "cơ quan", "đơn vị", "công chức", "tổ(?! chức)", "trưởng", "thành viên",
    "lãnh đạo", "ngành", "địa phương", "kho bạc", "bưu điện", "bảo hiểm", "trường(?! hợp)", "viện(?! dẫn)",
    "liên minh", "hội(?! nghị)", "mặt trận", "đoàn", "quân", "học viện", "xã(?! hội)", "phường", "thị trấn",
    "người đứng đầu", "chánh", "cán bộ", "doanh nghiệp", "tập đoàn", "hiệp hội",
)  # fmt: skip
_BODY = rf"(?:các\s)?(?:{'|'.join(_BODIES)})\b"
_NAME = re.compile(rf"(?:(?:giao|yêu cầu|đề nghị)(?:\scho)?\s)?(?P<names>{_BODY}.*?)", re.IGNORECASE)
_DEEDS = (
    "có (?:trách nhiệm|nhiệm vụ)", "chịu trách nhiệm", "chủ trì", "chủ động", "phối hợp", "tham mưu", "căn cứ",
    "theo dõi", "hướng dẫn", "xây dựng", "tổ chức", "triển khai", "thực hiện", "phải", "cần", "báo cáo", "tổng hợp",
    "thường xuyên", "tiếp tục", "tăng cường", "đẩy mạnh", "cung cấp", "bố trí", "rà soát", "đôn đốc", "kiểm tra",
    "là (?:cơ quan|đơn vị|đầu mối)", "làm đầu mối", "được giao", "tập trung", "nghiêm túc", "kịp thời", "đảm bảo",
    "bảo đảm", "thẩm định", "ban hành", "cụ thể hóa", "lập", "gửi", "định kỳ", "trên cơ sở", "quán triệt", "chỉ đạo",
    "giúp", "trình", "giải quyết", "tuyên truyền", "phổ biến", "vận hành", "quản lý", "duy trì", "đề xuất",
    "nghiên cứu", "xử lý", "công khai", "cập nhật", "đăng tải", "phát động", "nâng cao", "chấn chỉnh", "xem xét",
    "tiếp nhận", "đánh giá", "thông báo", "hỗ trợ", "tích cực", "đảm nhiệm", "rút kinh nghiệm", "công bố",
    "có kế hoạch", "khẩn trương", "quan tâm", "nêu cao", "gương mẫu", "vận động", "giám sát", "phân công", "cử",
)  # fmt: skip
_OWES = rf"(?:\s*[:–]\s*|,?\s+(?=(?:{'|'.join(_DEEDS)})\b))"
_SUBJECT = re.compile(
    rf"(?i:{_NAME.pattern}){_OWES}(?:có (?:trách nhiệm|nhiệm vụ)\s?:?\s*)?"
)  # a deed is no name: small letters
_HEADING_ENDS = re.compile(
    r"\s*(?:(?:có trách nhiệm|chịu trách nhiệm|thực hiện tốt|thực hiện)\b.*"
    r"|(?:có )?(?:các )?(?:nhiệm vụ|trách nhiệm)(?: sau)?)?\s*[:.]*$",
    re.IGNORECASE,
)
_SEMICOLON = re.compile(r";\s")
_TRUSTED = re.compile(r"\b(?:chịu trách nhiệm|chủ trì|phụ trách|đầu mối|theo dõi|tham mưu)\b", re.IGNORECASE)
_IN_TRUST = re.compile(
    r"\b(?:mục tiêu|nhiệm vụ|lĩnh vực|nội dung|công tác|kết quả"
    r"|(?:triển khai|thực hiện|theo dõi|phụ trách|chủ trì) (?=cải cách))"
    r"(?:,? (?:nhiệm vụ|chỉ tiêu|nội dung|thực hiện))*[^.]*",
    re.IGNORECASE,
)
_DAY = r"(?:ngày\s)?[0-9]{1,2}[/-][0-9]{1,2}(?:[/-][0-9]{4})?|ngày [0-9]{1,2} tháng [0-9]{1,2}(?: năm [0-9]{4})?"
_MONTH = r"(?:tháng|quý) ?(?:[0-9]{1,2}|[IV]{1,3})(?:[/ ](?:năm )?[0-9]{4})?|năm [0-9]{4}"
_BOUND = r"(?:(?:xong )?trước|chậm nhất|muộn nhất|đến hết|(?:hoàn thành|xong) (?:trong|vào))\s(?:là\s|vào\s|hết\s)*"
_DUE = re.compile(rf"\b{_BOUND}(?:{_DAY}|{_MONTH})", re.IGNORECASE)
_RECURS = re.compile(r"\s?(?:hằng|hàng|mỗi|của tháng|của quý)", re.IGNORECASE)


def named_agencies(heading: str) -> tuple[str, ...]:
    """The agencies that the heading of a group of duties names: "Các sở, ban, ngành; UBND các xã, phường có trách nhiệm"."""
    match = _NAME.fullmatch(_HEADING_ENDS.sub("", heading))
    return split_bodies(match["names"]) if match else ()


def read_duties(
    words: Passage, agencies: tuple[str, ...], *, period: Period | None = None, document: str = ""
) -> tuple[Duty, ...]:
    """The duties that a paragraph states: one for each agency and each area it is to lead.

    `agencies` are those of the heading above; a paragraph that opens with an agency's own name speaks of that one.
    """
    if agencies:
        return tuple(_duties(words, agencies, words, period, document))
    found: list[Duty] = []
    for part in _parts(words):
        subject = _SUBJECT.match(part.text)
        own = split_bodies(subject["names"]) if subject else ()
        found += _duties(part, own or ("",), part[subject.end() :] if subject and own else part, period, document)
    return tuple(found)


def _parts(words: Passage) -> Iterator[Passage]:
    """The parts of a paragraph that each open with the name of an agency; the whole where no second one does."""
    start = 0
    for semicolon in _SEMICOLON.finditer(words.text):
        subject = _SUBJECT.match(words.text, semicolon.end())
        if subject and split_bodies(subject["names"]):
            yield words[start : semicolon.start()]
            start = semicolon.end()
    yield words[start:]


def _duties(words: Passage, agencies: tuple[str, ...], text: Passage, period: Period | None, document: str) -> Iterator[Duty]:
    """What `words` make of each agency's: `text`, for every area handed over, by the day named."""
    source = Source(document=document, span=words.span())
    due = _due(words.text, period)
    for agency in agencies:
        for area in _areas(words.text) or (None,):
            yield Duty(agency=agency, text=text.text, area=area, due=due, source=source)


def _areas(text: str) -> tuple[Area, ...]:
    """The areas that a duty hands over to its agency."""
    trust = _TRUSTED.search(text)
    handed = _IN_TRUST.search(text, trust.start()) if trust else None
    return find_areas(handed.group()) if handed else ()


def _due(text: str, period: Period | None) -> date | None:
    """The last good day that a duty names, if it names one."""
    for match in _DUE.finditer(text):
        if _RECURS.match(text, match.end()):
            continue
        schedule = parse_schedule(match.group(), year=period.end.year if period else None)
        if isinstance(schedule, Deadline):
            return schedule.due
        if isinstance(schedule, Window):
            return schedule.end
    return None
