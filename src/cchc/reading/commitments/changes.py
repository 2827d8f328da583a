"""Changes against an earlier state (giảm, tăng): by how much, from when, and what the same change is in another unit.

``giảm 10%`` is a change, ``giảm còn 10%`` and ``giảm xuống dưới 10%`` are levels; ``tăng 5%`` is a change, ``tăng lên 90%``,
``nâng … đạt 90%`` are levels.
"""

import re

from cchc.model import Amount, InvalidInput, Period
from cchc.reading.commitments.bounds import Measure, Sense, find_measures

__all__ = ["COMPARED", "Direction", "baseline", "changed", "direction", "equivalent"]

Direction = int
"""-1 for a reduction, 1 for an increase, 0 for none."""

_DOWN = r"cắt giảm|giảm|tinh giản|tinh gọn|rút ngắn|cắt bỏ|hạ thấp|hạ(?= tỷ lệ| tỉ lệ)"
_RISE = r"gia tăng|tăng|nâng"
_VERB = re.compile(
    rf"(?i)(?<!\w)(?:(?P<down>{_DOWN})|(?P<rise>{_RISE}))(?!\w)(?! (?:cường|trưởng|tốc|nghèo|nhẹ|sút|thu ngân sách|"
    rf"trừ|phát thải)(?!\w))"
)
_BREAK = re.compile(
    r"(?i)[;.]|,\s(?!(?:đơn giản|cắt|rút|tinh|sắp xếp|giảm|tăng|nâng|tiết kiệm|bãi bỏ|thời gian|chi phí|số|hợp lý|"
    r"tổ chức|cải cách|công|viên|doanh|tối|ít))"
    r"|(?<!\w)(?:nhằm|để|(?:bảo đảm|đảm bảo)(?! đạt)|trong đó|góp phần|phấn đấu có)(?!\w)"
    r"|[0-9][^;]*(?<!\w)(?:đối với|cho|tại|ở) (?:ít nhất |tối thiểu |trên |hơn |khoảng |các )*$"
)
COMPARED = re.compile(
    r"(?i)(?:,\s)?(?<!\w)so\s(?:với\s|(?=cùng kỳ|kết quả|mức|năm|giai đoạn|đầu|cuối|kế hoạch))(?P<words>[^;,.()]{1,80})"
)
_FOLLOWING = re.compile(
    r"(?i)\s(?:từ |tối thiểu |ít nhất |đạt |và |phải |thêm |tăng |giảm |trên |hơn |khoảng |không |do |đối |theo |"
    r"bằng |trở )|\s[0-9]+(?:,[0-9]+)?\s?%"
)
_YEAR = re.compile(r"(?i)(?:^|năm )(?P<year>(?:19|20)[0-9]{2})(?!\s?[-–/][0-9])(?!\w)")
_SPAN = re.compile(r"(?i)giai đoạn (?:[0-9]{4})\s?[-–]\s?(?:[0-9]{4})")
_THAN = re.compile(
    r"(?i)(?<!\w)(?:cao|thấp|nhiều|ít|lớn|tốt|giảm|tăng) hơn (?:so với )?(?P<words>(?:kết quả |mức |"
    r"chỉ số )?(?:năm trước|năm [0-9]{4}|cùng kỳ(?: năm (?:trước|[0-9]{4}))?))"
)
_REACHING = re.compile(r"(?i)(?<!\w)(?:đạt|lên|trở thành|là|đến|tới)(?!\w)")
_SHARE_OF = re.compile(
    r"(?i)(?<!\w)(?:tỷ lệ|tỉ lệ)\s(?:các |số )*(?:TTHC|thủ tục|hồ sơ|cơ quan|đơn vị|sở|xã|phường)(?!\w)[^;.,]{0,60}$"
)
_BESIDE = re.compile(r"(?i)[^;.,]{0,40}so với|\s*(?:năm|kết quả|cùng kỳ)")
_BEYOND = re.compile(r"(?i)hơn (?:so với )?(?:kết quả )?năm[^;.,]{0,30}$")
_HIGHER = re.compile(r"(?i)(?<!không )(?<!\w)(?P<side>cao|thấp|nhiều|ít|lớn) hơn(?!\w)[^;.,]{0,40}$")
_REACH = 240
_BOUND = re.compile(r"(?i)(?:(?<!\w)(?:tối thiểu|ít nhất|khoảng|bình quân|thêm|từ|trên|hơn|được)(?!\w)|[:,]|\s)+$|^\s+")
_SAME = re.compile(r"(?i)\(?\s*(?:và |hoặc )?(?:tương ứng|tương đương|tức là|tức|khoảng|bằng|=|ước|\()[^()0-9:]{0,20}$")


def direction(before: str, measure: Measure, after: str) -> Direction:
    """Whether a measure is an amount by which something goes down or up, between the words `before` and `after` it."""
    verbs = list(_VERB.finditer(before[-_REACH:]))
    words = before[-_REACH:][verbs[-1].end() :] if verbs else ""
    if not verbs or _BREAK.search(words):
        return _compared(before[-_REACH:], after)
    if measure.moved or measure.path in ("xuống", "còn", "về", "lên"):
        return 0
    if verbs[-1]["down"] and _SHARE_OF.search(before[-_REACH:][: verbs[-1].start()]) and _REACHING.search(words):
        return 0
    if verbs[-1]["down"]:
        return 0 if measure.sense is Sense.LESS_THAN or (measure.sense is Sense.AT_MOST and "tối đa" not in words) else -1
    if _REACHING.search(words):
        return 0
    if verbs[-1]["rise"].casefold() == "nâng":
        return 1 if measure.path == "thêm" or _BESIDE.match(after) else 0
    return 1


def _compared(before: str, after: str) -> Direction:
    """``cao hơn 5% so với năm 2023``: a change without a verb of change."""
    if not _BESIDE.match(after) and not _BEYOND.search(before):
        return 0
    words = _HIGHER.search(before)
    if words is None:
        return 0
    return 1 if words["side"].casefold() in ("cao", "nhiều", "lớn") else -1


def changed(before: str, after: str) -> str:
    """What a change is a change of, among the words around its amount: after its verb, after the amount, or before the verb."""
    verbs = list(_VERB.finditer(before[-_REACH:]))
    if not verbs:
        return before or after
    words = before[-_REACH:]
    for found in (words[verbs[-1].end() :], after, words[: verbs[-1].start()]):
        if bare := _BOUND.sub("", found).strip(" ,:;."):
            return bare
    return ""


def baseline(text: str) -> str:
    """With what a change is compared (so với): the year as 2021, anything else in its own words; empty for nothing."""
    match = COMPARED.search(text) or _THAN.search(text)
    if match is None:
        return ""
    words = match["words"]
    if stop := _FOLLOWING.search(words):
        words = words[: stop.start()]
    words = words.strip()
    if span := _SPAN.search(words):
        return _code(span.group()) or span.group()
    if (year := _YEAR.search(words)) and "cùng kỳ" not in words.casefold():
        return year["year"]
    return words


def _code(words: str) -> str:
    try:
        return Period.parse(words).code
    except InvalidInput:
        return ""


def equivalent(text: str) -> Amount | None:
    """The same change in another unit, which `text` after the measure begins with: (tương ứng 15 đơn vị)."""
    for measure in find_measures(text[:_REACH]):
        if _SAME.search(text[: measure.start]):
            return None if measure.moved else Amount(measure.value, measure.unit)
        return None
    return None
