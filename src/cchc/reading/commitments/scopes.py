"""Of what a target speaks (phạm vi): what is left out, until when, at which level, in which field, of which part.

The words are the printed ones.
"""

import re
from datetime import date
from functools import lru_cache

from cchc.model import Deadline, Period, PeriodKind, Window
from cchc.reading.commitments.item_pieces import enclosed, inside
from cchc.reading.times import parse_schedule

__all__ = ["due_day", "due_words", "exclusion", "exclusion_words", "placed", "scope"]

_RECENT = 64
_LEFT_OUT = re.compile(
    r"(?i)(?<!phòng )(?<!khấu )(?<!bài )(?<!loại )(?<!diệt )(?<!\w)(?:ngoại trừ|trừ|không bao gồm|không gồm|không kể|"
    r"không tính|chưa kể|chưa bao gồm)(?!\w)(?! (?:thuế|nợ|hao))"
)
_LEFT_OUT_END = re.compile(
    r"(?i)[;]|\.(?=\s|$)|,\s(?=(?:được|đạt|phải|thực hiện|có|tại|ở|là|trong đó|bảo đảm|đảm bảo|gửi|ký|xử lý|tối thiểu|"
    r"ít nhất|ph[ấầâ]n đ[ấầâ]u|tỷ lệ|và)(?!\w))"
    r"|,\s(?=[0-9]+(?:[.,][0-9]+)?\s?%)|\s(?=đạt (?:tỷ lệ |tối thiểu |ít nhất |trên |từ |mức )*[0-9])"
)
_PREDICATE = re.compile(r"(?i)(?<!không )(?<!chưa )(?<!\w)(?:được|phải|đạt)(?!\w)")
_NUMBERED = r"(?:ngày |mùng )?[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}(?:\s?[/.-]\s?[0-9]{4})?"
_MOMENT = (
    rf"(?:{_NUMBERED}|(?:ngày )?[0-9]{{1,2}} tháng [0-9]{{1,2}}(?:,? năm [0-9]{{4}})?|(?:tháng|quý|quí) (?:[0-9]{{1,2}}|"
    rf"[IVX]+)(?:\s?[/-]\s?[0-9]{{4}}|,? năm [0-9]{{4}})?"
    r"|(?:3|6|9|0?[369]|sáu|chín) tháng (?:đầu |cuối )?năm(?: [0-9]{4})?|năm (?:ngân sách |học |kế hoạch |"
    r"tài chính )?[0-9]{4}|[0-9]{4}|[0-9]{1,2}/[0-9]{4}|năm(?! [0-9]))(?![0-9/]*[0-9%])"
)
_DUE = re.compile(
    rf"(?i)(?<!\w)(?P<words>(?:(?:từ nay |phấn đấu |kể từ nay )?(?:đến|tới)(?: trước| thời điểm)?(?: hết| cuối|"
    rf" giữa)?|trước(?: thời điểm)?|(?:chậm|muộn) nhất"
    rf"(?: là)?(?: đến| trong| vào| trước)?(?: hết| cuối)?|(?:xong |hoàn thành )?(?:trong|vào) (?=quý|quí|tháng|"
    rf"[369] tháng|0[369] tháng|nửa)|hết (?=năm|quý|tháng|[369])|cuối (?=năm [0-9])|"
    rf"(?=quý [IVX1-4]+,? (?:hoàn thành|đạt|ph[ấầâ]n đ[ấầâ]u)(?!\w)))\s?{_MOMENT})"
)
_NOT_DUE_AFTER = re.compile(
    r"(?i)(?:phát sinh|có hiệu lực|tiếp nhận|sinh|tuyển dụng|hình thành|đã ban hành|ban hành|được cấp|đã lập|"
    r"thành lập|từ năm [0-9]{4}|từ ngày [0-9/]+)(?: tính)?\s$"
)
_IN_YEAR = re.compile(
    r"(?i)(?<!so với )(?<!từ )(?<!sau )(?<!\w)(?:trong |vào |cả )?năm (?P<year>20[0-9]{2})(?!\s?[-–/])(?!\w)|"
    r"\((?P<alone>20[0-9]{2})\)"
    r"|(?:^|(?<=[,;] ))(?P<bare>20[0-9]{2}):?\s(?=đạt|là|có|[0-9])"
)
_LATER = re.compile(
    r"(?i)(?<!\w)(?:(?:trong|vào) năm (?P<year>20[0-9]{2})(?!\s?[-–/])"
    r"|(?<![^;,.] )năm (?P<then>20[0-9]{2}),?\s(?=đạt|ph[ấầâ]n đ[ấầâ]u|có|là|tối thiểu|hoàn thành|trên|[0-9]))"
)
_LEVELS = r"cấp (?:tỉnh|huyện|xã|sở|thành phố|trung ương|cơ sở|phòng|bộ|quận|phường|vụ|cục)"
_BARE_LEVEL = r"(?:tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thành phố)(?=[ ,.;:)]|$)(?! trực thuộc)"
_LEVEL = re.compile(
    rf"(?i)(?<!\w)(?:từ (?:{_LEVELS}|tỉnh|Trung ương|thành phố) (?:đến|xuống|tới) (?:{_LEVELS}|cơ sở|xã|địa phương|"
    rf"huyện)(?:, (?:cấp )?xã)?"
    rf"|{_LEVELS}(?:(?:, | và |, và | hoặc )(?:{_LEVELS}|{_BARE_LEVEL}))*|(?:0?[23]|hai|ba) cấp)(?!\w)"
)
_IN_BRACKET = re.compile(
    r"[^();]{0,80}\((?:tại |ở |đối với |áp dụng cho )?(?P<words>(?:(?:các )?lĩnh vực |cấp )[^();]{2,60})\)"
)
_FIELD = re.compile(
    r"(?i)(?<!\w)(?:(?:thuộc |trong |ở |về |các )*(?:lĩnh vực)) (?P<words>[^;.()]{2,120}?)(?=\s(?:đạt|được|phải|có|là|"
    r"tối thiểu|ít nhất|trên|từ|không|giảm|tăng|thực hiện|"
    r"sử dụng|cung cấp|hoàn thành|triển khai|bảo đảm|đảm bảo)(?!\w)|[;.()]|$)"
)
_OF = re.compile(r"(?i)^(?:(?:thuộc|trong|ở|về|các) )+")
_PART = re.compile(
    r"(?i)(?<!\w)(?:đủ điều kiện|có đủ điều kiện|đáp ứng (?:đủ )?(?:yêu cầu|điều kiện)|có yêu cầu|có phát sinh|"
    r"phát sinh|còn hiệu lực|thuộc thẩm quyền|thuộc (?:phạm vi|đối tượng|danh mục|diện)|"
    r"do|về(?! (?:trước|sau))|của (?=Sở|UBND|Ủy ban|Bộ|Chi cục|Trung tâm|Ban|Cục|Văn phòng|tỉnh|thành phố|huyện|xã|"
    r"phường)|tại|(?<!trực )thuộc|"
    r"giữa|trên địa bàn|liên quan|(?<!bên )trong(?! (?:năm|quý|tháng|kỳ|tuần|thời)(?!\w))|ở|đối với)(?!\w)(?=\s)"
)
_STOP = re.compile(
    r"(?i)(?<!\w)(?:được|đạt|phải|có(?! (?:đủ|yêu|phát|liên))|thực hiện|sử dụng|hài lòng|bảo đảm|đảm bảo|hoàn thành|"
    r"cung cấp|tham gia|là)(?!\w)|[;.]"
)


@lru_cache(maxsize=_RECENT)
def exclusion_words(text: str) -> tuple[int, int] | None:
    """Where a text says what is left out (trừ …, không bao gồm …); a bracket around it ends it."""
    match = _LEFT_OUT.search(text)
    if match is None:
        return None
    start, brackets = match.start(), enclosed(text)
    if bracket := inside(start, brackets):
        return start, bracket[1] - 1
    stop = _LEFT_OUT_END.search(text, match.end())
    end = stop.start() if stop else len(text)
    if not _PREDICATE.search(text, 0, start) and (verb := _PREDICATE.search(text, match.end(), end)):
        end = verb.start()
    return start, start + len(text[start:end].rstrip(" ,.;"))


def exclusion(text: str) -> str:
    """What is left out, as printed: ``trừ văn bản mật theo quy định``; empty for nothing."""
    words = exclusion_words(text)
    return text[slice(*words)].strip(" ,.;") if words else ""


@lru_cache(maxsize=_RECENT)
def due_words(text: str) -> tuple[int, int] | None:
    """Where a text says until when: đến hết năm 2025, trước ngày 30/6/2025, trong quý II."""
    for match in _DUE.finditer(text):
        if not _NOT_DUE_AFTER.search(text, max(0, match.start() - 20), match.start()):
            return match.span("words")
    return None


def due_day(text: str, period: Period | None) -> date | None:
    """The last good day that a commitment states; a bare year counts where the plan runs over several.

    A day before the plan's years is none: it tells of what the commitment speaks.
    """
    year = period.start.year if period else None
    if words := due_words(text):
        schedule = parse_schedule(text[slice(*words)], year=year)
        due = schedule.due if isinstance(schedule, Deadline) else schedule.end if isinstance(schedule, Window) else None
        return None if due and year and due.year < year else due
    if period is None or "20" not in text:
        return None
    if (later := _LATER.search(text)) and int(later["year"] or later["then"]) > period.end.year:
        return date(int(later["year"] or later["then"]), 12, 31)
    if period.kind is not PeriodKind.SPAN:
        return None
    years = [int(match["year"] or match["alone"] or match["bare"]) for match in _IN_YEAR.finditer(text)]
    if len(years) == 1 and period.start.year <= years[0] <= period.end.year:
        return date(years[0], 12, 31)
    return None


def placed(text: str) -> str:
    """The level or field that a bracket after a number names: 95% (cấp tỉnh); empty for none."""
    bracket = _IN_BRACKET.match(text)
    return bracket["words"] if bracket else ""


def scope(text: str) -> str:
    """The part that a commitment speaks of: a level, a field, or what marks a part of the thing measured; empty for all."""
    if level := _LEVEL.search(text):
        return level.group()
    if field := _FIELD.search(text):
        return _OF.sub("", field.group())
    stop = _STOP.search(text)
    subject = text[: stop.start()] if stop else text
    part = _PART.search(subject)
    if part is None:
        return ""
    if part.group().casefold().startswith(("đủ", "có", "đáp", "phát", "còn")):
        return subject.strip(" ,.;")
    return subject[part.start() :].strip(" ,.;")
