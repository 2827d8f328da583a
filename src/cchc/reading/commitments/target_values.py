"""The value that a cell of a table of targets sets (giá trị mục tiêu): its words and its unit, as a plan would say them.

``99`` beside the unit ``%`` is ``đạt 99%``, ``10`` beside a rank is ``xếp hạng thứ 10``: what the grammar of targets reads. Of
what shall be little, such as dossiers out of time, a bare number is the most that may be.
"""

import re
from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from cchc.model import (
    AtLeast,
    AtMost,
    Complete,
    Deadline,
    IncreaseBy,
    Period,
    Qualitative,
    RankUp,
    RankWithin,
    ReduceBy,
    Requirement,
    Target,
    Window,
)
from cchc.reading.commitments.bounds import find_measures
from cchc.reading.commitments.changes import baseline, direction
from cchc.reading.commitments.ranks import find_ranks
from cchc.reading.commitments.targets import read_targets
from cchc.reading.passage import Passage
from cchc.reading.times import parse_schedule

__all__ = ["Measured", "is_blank", "unit_of", "values_of"]


@frozen(kw_only=True)
class Measured:
    """What a value is of: the name of the indicator, the unit, `ranks` where the headings say that it is a rank."""

    name: str
    unit: str = ""
    ranks: bool = False


_BLANK = re.compile(r"(?i)[\W_]*|(?:không|chưa) (?:giao|áp dụng|đặt|xác định)(?: chỉ tiêu)?|k?/?c\.?/?g")
_DONE = re.compile(r"(?i)(?:đã |phải )?(?:đạt|hoàn thành|có|xong|thực hiện|x|✓|✔|đạt (?:yêu cầu|chuẩn|chỉ tiêu|kế hoạch))[.;]?")
_NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_SIGNS = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤", "≧": "≥", "≦": "≤"}
_SIGN = re.compile("|".join(_SIGNS))
_NO_UNIT = re.compile(
    rf"(?<![\w.,/])(?<!năm )(?<!quý )(?<!tháng )(?<!mức độ )(?<!nhóm )(?<!top ){_NUMBER}"
    r"(?=\s*(?:$|[;)(.]|,\s|trở\s|so với|và\s))",
    re.IGNORECASE,
)
_OF_ALL = re.compile(rf"(?<=[0-9])(?<!/[0-9])(?<!/[0-9][0-9])\s?/\s?(?!(?:19|20)[0-9]{{2}}(?![0-9.,])){_NUMBER}(?![\w/])")
_BOUND_FIRST = re.compile(
    r"(?i)(?:[≥≤><=~\s]|(?:đạt|trên|dưới|tối thiểu|tối đa|ít nhất|không quá|không dưới|từ|hơn|khoảng|bằng|mức|đến|trong|tỷ lệ|"
    r"bình quân|phấn đấu|là|nhiều nhất|không vượt|quá|vượt|lớn hơn|nhỏ hơn|thấp hơn|cao hơn|không thấp hơn)\s)*[0-9]"
)
_PLACE = re.compile(
    rf"(?i)(?:[≥≤><=\s]|(?:từ|thứ|hạng|xếp|bậc|vị trí|trong|top|tốp|nhóm|đứng|tối thiểu|ít nhất|không quá|dưới|đạt|vào)\s)*"
    rf"(?P<place>[1-9][0-9]{{0,2}}|0[1-9])(?P<rest>(?:\s*[-–/]\s*{_NUMBER})?(?: trở lên)?)[.;]?"
)
_RANKED = re.compile(r"(?i)(?:xếp |đứng |đạt |vị trí )*(?:hạng|thứ|vị trí)\s(?:thứ )?(?=[0-9])")
_CLIMBS = re.compile(r"(?i)(?:phấn đấu )?(?:tăng|nâng|cải thiện)(?!\w)")
_LESS_IS_BETTER = re.compile(
    r"(?i)(?<!\w)(?:(?:quá|trễ|chậm|không đúng) hạn|trễ hẹn|tồn đọng|sai sót|khiếu nại|không hài lòng|chưa đạt|"
    r"thời gian (?:trung bình |bình quân |tối đa )?(?:giải quyết|chờ|xử lý|tiếp nhận|thực hiện|phản hồi)|"
    r"không đạt)(?!\w)"
)
_SHARE = re.compile(r"(?i)(?:tăng|nâng)(?: cao)? (?:tỷ lệ|tỉ lệ|mức độ|chỉ số|điểm)(?!\w)")
_UNIT_IN = re.compile(
    r"(?i)\(\s*(?:đơn vị(?: tính)?\s*:?|đvt\s*:?)?\s*(%|điểm|tỷ đồng|triệu đồng|ngày|giờ|phút|lượt|văn bản)\s*\)"
)
_POINTS = re.compile(r"(?i)(điểm)(?: số)?")
_RATE = re.compile(r"(?i)(?:[^,:]{0,40}[,:] )?(?:phấn đấu |nâng |tăng |giảm |duy trì )*t[ỷỉ] lệ(?!\w)")
_PERCENT = re.compile(r"(?i)%|phần trăm")
_RANK_UNIT = re.compile(r"(?i)(?:thứ |xếp )?(?:hạng|bậc)|thứ tự|vị thứ")
_MAYBE_RANK_UNIT = frozenset({"", "vị trí", "nhóm"})
_NO_UNIT_AT_ALL = re.compile(
    r"(?:Sở|UBND|Ủy ban|Uỷ ban|Văn phòng|Công an|Thanh tra|Ban|Các|Phòng) .*|[^\w%]*"
    r"|(?i:có ?/ ?không|đạt ?/.*|mức|(?:xếp )?loại)"
)
_MENDED = re.compile(
    r"(?i)(?<!\w)(?:xin lỗi|được (?:xử lý|giải quyết|khắc phục)|xử lý dứt điểm|đã (?:xử lý|giải quyết)|rút ngắn|cắt giảm)(?!\w)"
)
_HALF = 50
_LONGEST_UNIT = 40
_TIME = re.compile(r"(?i)(?<!\w)(?:quý|tháng|ngày|năm|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}/20[0-9]{2})(?!\w)")


def is_blank(words: str) -> bool:
    """Whether a cell sets nothing: a dash, dots, "không giao"."""
    return _BLANK.fullmatch(words) is not None


def unit_of(*places: str) -> str:
    """The unit that a unit cell says, or names and headings, the first of them with one in brackets; a rate is in percent.

    >>> unit_of("", "Mục tiêu năm 2026 (%)")
    '%'
    """
    cell, *others = places
    if cell and len(cell) <= _LONGEST_UNIT and not _NO_UNIT_AT_ALL.fullmatch(cell):
        return "%" if _PERCENT.search(cell) else _small(cell)
    for words in others:
        if match := _UNIT_IN.search(words) or _POINTS.fullmatch(words):
            return match[1].lower()
    return "%" if any(_RATE.match(words) for words in others) else ""


def _small(unit: str) -> str:
    """A unit in small letters, unless it is an abbreviation: "Văn bản", "TTHC"."""
    return unit if unit[1:2].isupper() else unit[:1].lower() + unit[1:]


def values_of(words: Passage, measured: Measured, *, code: str, period: Period | None) -> tuple[Target, ...]:
    """What the words of a value cell promise, each by itself and named as in the words; nothing where it is blank."""
    if is_blank(words.text):
        return ()
    if _DONE.fullmatch(words.text):
        return (Target(id=code, indicator="", requirement=Complete()),)
    if (due := _day(words.text, period)) is not None:
        return (Target(id=code, indicator="", requirement=Complete(), due=due),)
    found = read_targets(_said(words, measured), code=code, period=period)
    return tuple(evolve(target, requirement=_fitted(target.requirement, words.text, measured)) for target in found)


def _day(text: str, period: Period | None) -> date | None:
    """The last good day where a cell says no more than a time, by which something is to be done."""
    if not _TIME.search(text) or find_measures(text):
        return None
    schedule = parse_schedule(text, year=period.end.year if period else None)
    if isinstance(schedule, Deadline):
        return schedule.due
    return schedule.end if isinstance(schedule, Window) else None


def _said(words: Passage, measured: Measured) -> Passage:
    """A cell's words as a sentence would say them."""
    signs = [(match.start(), match.end(), _SIGNS[match.group()]) for match in _SIGN.finditer(words.text)]
    words = words.replaced(signs)
    if _is_rank(words.text, measured) and not find_ranks(words.text) and (match := _PLACE.fullmatch(words.text)):
        climbs = measured.unit == "bậc" and _CLIMBS.match(measured.name)
        before, after = ("tăng", " bậc") if climbs else ("xếp hạng thứ", "")
        at, end = match.start("place"), match.end("rest")
        return _spelled(words[at:end], before, after)
    words = words.replaced([(match.start(), match.end(), "") for match in _OF_ALL.finditer(words.text)])
    named = words.replaced(
        [_with_unit(words.text, match.end(), measured.unit) for match in _bare_numbers(words.text, measured)]
    )
    if not _BOUND_FIRST.match(named.text) or find_ranks(named.text):
        return named
    measures = find_measures(named.text)
    reaching = "đạt " if _SHARE.search(measured.name) and not baseline(measured.name) else ""
    way = direction(f"{measured.name} {reaching}", measures[0], "") if measures else 0
    return _spelled(named, "giảm" if way < 0 else "tăng" if way > 0 else "đạt", "")


def _is_rank(text: str, measured: Measured) -> bool:
    """Whether a number is a place among others."""
    if measured.unit in _MAYBE_RANK_UNIT:
        return measured.ranks or _RANKED.match(text) is not None
    return _RANK_UNIT.fullmatch(measured.unit) is not None


def _bare_numbers(text: str, measured: Measured) -> Iterator[re.Match[str]]:
    return _NO_UNIT.finditer(text) if measured.unit and not _RANK_UNIT.fullmatch(measured.unit) else iter(())


def _with_unit(text: str, end: int, unit: str) -> tuple[int, int, str]:
    return end - 1, end, text[end - 1] + (unit if unit == "%" else f" {unit}")


def _spelled(words: Passage, before: str, after: str) -> Passage:
    """Words with others before and after them, which stand where the first and the last letter do."""
    last = len(words.text)
    ended = words.replaced([(last - 1, last, words.text[-1] + after)])
    return ended.replaced([(0, 1, f"{before} {ended.text[0]}")])


def _fitted(requirement: Requirement, text: str, measured: Measured) -> Requirement:
    """A requirement with the unit of its row, compared with what the indicator says, and the right way up."""
    if isinstance(requirement, ReduceBy | IncreaseBy | RankUp) and not requirement.baseline:
        requirement = evolve(requirement, baseline=baseline(measured.name))
    if isinstance(requirement, Complete | Qualitative | RankWithin | RankUp):
        return requirement
    if not requirement.unit or (_NO_UNIT.search(text) and not measured.unit.startswith(requirement.unit)):
        requirement = evolve(requirement, unit=measured.unit)
    if isinstance(requirement, AtLeast) and _is_most(requirement, text, measured.name):
        return AtMost(requirement.value, requirement.unit)
    return requirement


def _is_most(requirement: AtLeast, text: str, name: str) -> bool:
    """Whether a bare number is the most that may be: none, or little of what shall be little."""
    if requirement.value == 0:
        return True
    if any(measure.sense for measure in find_measures(text)) or (requirement.unit == "%" and requirement.value > _HALF):
        return False
    return _LESS_IS_BETTER.search(name) is not None and not _MENDED.search(name)
