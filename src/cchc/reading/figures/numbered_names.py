"""Numbers that count nothing (số thứ tự, số hiệu): Điều 4, mức độ 3, Đề án 06, quý 2, năm 2022, Covid-19, 24/7.

What a number is, the words right before it say. Some say it always; others only where nothing countable follows, since ``đã cấp
831 giấy phép`` is no ``cấp 4``.
"""

import re

from attrs import frozen

__all__ = ["Place", "continues", "is_name", "is_period", "is_rank", "opens_item"]


_OPENING = '([“"'


@frozen(kw_only=True)
class Place:
    """A number as it stands: its `digits` at `start` up to `end` of a text, and the words `before` it, case folded."""

    text: str
    start: int
    end: int
    digits: str
    before: str

    @property
    def word(self) -> str:
        """The word right before, a bracket that it opens left out."""
        return self.before.rpartition(" ")[2].lstrip(_OPENING)

    @property
    def two_words(self) -> str:
        """The two words right before."""
        return " ".join(self.before.rsplit(" ", 2)[-2:]).lstrip(_OPENING)


_ALWAYS = frozenset(
    ("điều", "khoản", "mục", "chương", "mẫu", "biểu", "bảng", "iso", "tcvn", "covid", "trang", "khóa", "khoá", "tiết")
)
_ALWAYS_TWO = frozenset((
    "mức độ", "cấp độ", "phụ lục", "đề án", "chỉ thị", "thông tư", "nghị định", "công văn", "công điện", "kết luận",
    "nghị quyết", "quyết định", "lần thứ", "họp thứ", "khóa thứ", "khoá thứ", "quốc lộ", "tỉnh lộ", "tổng đài",
    "đầu số", "phiên bản", "ký hiệu", "số hiệu",
))  # fmt: skip
_NO_NAMES = frozenset(("danh mục", "hạng mục", "chuyên mục", "tài khoản", "đại biểu", "chuyên trang"))
_WITHOUT_UNIT = frozenset((
    "cấp", "mức", "hạng", "loại", "điểm", "lần", "đợt", "vòng", "bước", "nhóm", "thứ", "quận", "phường", "xã", "thôn",
    "tổ", "ấp", "khu", "phố", "đường", "phần", "tập", "hình", "tuyến", "gói", "kênh", "kỳ", "phiên", "luật", "khóm",
    "phòng", "lô",
))  # fmt: skip
_WITHOUT_UNIT_TWO = frozenset(("giai đoạn", "kế hoạch", "chương trình", "nhiệm kỳ", "dự án", "mô hình", "quy định", "khu vực"))
_CALENDAR = {"ngày": 31, "mùng": 10, "mồng": 10, "tháng": 12, "quý": 4, "quí": 4, "tuần": 5}
_SUMS = (
    ["tổng"], ["trong"], ["con"], ["ký"], ["dân"], ["quyền"], ["đổi"], ["tế"], ["hội"], ["tảng"], ["tầng"], ["nghệ"],
    ["liệu"], ["năng"],
)  # fmt: skip
"""Words before a "số" that is none of a number: tổng số, trong số, chữ ký số, chính quyền số, chuyển đổi số, kỹ năng số."""
_WORDS = re.compile(r"\w+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_WORDS = frozenset(("năm", "kỳ", "-", "–", "đoạn"))
_ACRONYM = re.compile(r"(?<!\w)[A-ZĐ][A-Za-zĐđ]*[A-ZĐ]+[ -]?$")
_ROMAN = frozenset("IVX")
_COUNTED_ACRONYMS = ("TTHC", "DVC", "DVCTT", "CBCC", "CBCCVC", "QPPL", "CCVC")
_RANK = re.compile(
    r"(?:(?:xếp|đứng|vị trí|hạng|lên|xuống|giữ|từ|ở|đạt|là|còn|hiện|sang|và) (?:thứ|vị trí thứ)|(?:xếp|đứng|lên|xuống|giữ|"
    r"từ|ở|thứ) hạng"
    r"|(?<!\w)vị trí(?: số)?)(?: là)?:?$"
)
_RANK_OF = re.compile(r"(?:(?<!lần )(?<!họp )(?<!\w)thứ|(?<!\w)hạng|(?<!sắp )(?<!\w)xếp|(?<!\w)đứng)(?: là)?:?$")
_WEEKDAYS = re.compile(r"(?i)(?: đến| tới| ?[-–]|,)? ?(?:thứ|hằng tuần|hàng tuần)(?!\w)")
_CLOCK = re.compile(r"24/0?7")
_ALL_DAY = re.compile(r"(?i) ?(?:giờ|h(?!\w)|/|trong ngày)")
_DAY = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])")
_MONTH = re.compile(r"(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}")
_GRADES = frozenset(("bậc", "mức", "cấp", "loại"))
_BEFORE_DAY = frozenset(
    ("ngày", "đến", "từ", "trước", "sau", "hết", "tới", "hôm", "sáng", "chiều", "dịp", "lễ", "mùng", "điểm")
)
_TELEPHONE = re.compile(r"(?<!\w)(?:điện thoại|đt|sđt|hotline|fax|đường dây nóng|tổng đài|zalo|đầu số)(?: số)?:?$")
_LINK = re.compile(r"(?:,| và| hoặc| đến|/|;)? ?[-–]? ?")
_ITEM = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*")
_TIMES = re.compile(r"(?i) (tháng|quý|năm|tuần|kỳ)(?!\w)( (?:đầu|cuối) (?:năm|quý|tháng|kỳ))?")
_LENGTH = re.compile(
    r"(?<!\w)(?:thời hạn|quá hạn|trước hạn|vòng|kéo dài|ngắn|giảm|tối đa|tối thiểu|không quá|chậm|thêm|xuống|còn|muộn|trễ|"
    r"từ)(?: \w+){0,2}$"
)


def is_rank(place: Place) -> bool:
    """Whether the words before say that the number is a place among others: xếp thứ 11/63, vị trí 5."""
    if _RANK.search(place.before):
        return not (len(place.digits) == 1 and _WEEKDAYS.match(place.text, place.end))
    return "/" in place.digits and _RANK_OF.search(place.before) is not None


def is_name(place: Place, unit: str) -> bool:
    """Whether the number belongs to a name or to the calendar; `unit` is the countable thing that follows, if one does."""
    word = place.word
    if word in _CALENDAR:
        return not unit or _in_calendar(word, place.digits)
    if (word in _ALWAYS and place.two_words not in _NO_NAMES) or place.two_words in _ALWAYS_TWO:
        return True
    if word == "số":
        return _WORDS.findall(place.two_words)[-2:-1] not in _SUMS
    if place.digits.isdigit():
        return _is_plain_name(place, unit)
    return "/" in place.digits and _is_day(place, unit)


def is_period(place: Place) -> bool:
    """Whether months, quarters or years follow that are a period, 9 tháng đầu năm, and no length of time, thời hạn 3 tháng."""
    times = _TIMES.match(place.text, place.end)
    if times is None:
        return False
    return bool(times[2]) or times[1] in ("quý", "kỳ") or _LENGTH.search(place.before) is None


def opens_item(place: Place) -> bool:
    """Whether the number is the mark of an item or a note: ``1.``, ``2.1.``, ``3)``, ``(4)``."""
    text, start, end = place.text, place.start, place.end
    if not _ITEM.fullmatch(place.digits):
        return False
    if text[end : end + 1] == ")":
        alone = text[start - 1 : start] == "(" if start else False
        return alone or text.rfind("(", max(0, start - 300), start) <= text.rfind(")", max(0, start - 300), start)
    return text[end : end + 2] in (". ", "/ ", ".") and (not place.before or place.before[-1] in ".;") and end < len(text) - 1


def continues(text: str, end: int, place: Place) -> bool:
    """Whether the number goes on with the one that ended at `end`, a name: mức độ 3, 4; Điều 4 và 5; 2021 - 2025."""
    return _LINK.fullmatch(text, end, place.start) is not None and (place.digits[0] != "0" or "/" in place.digits)


def _in_calendar(word: str, digits: str) -> bool:
    first = digits.partition("/")[0]
    return first.isdigit() and int(first) <= _CALENDAR[word]


def _is_plain_name(place: Place, unit: str) -> bool:
    digits, word = place.digits, place.word
    if _YEAR.fullmatch(digits) and (not unit or word in _YEAR_WORDS):
        return True
    if (len(digits) > 3 and digits[0] == "0") or _TELEPHONE.search(place.before):
        return True
    if unit:
        return unit.split(" ", 1)[0] == "cấp" and unit[:7] != "cấp phó" and len(digits) < 3
    return word in _WITHOUT_UNIT or place.two_words in _WITHOUT_UNIT_TWO or _follows_acronym(place)


def _follows_acronym(place: Place) -> bool:
    acronym = _ACRONYM.search(place.text, max(0, place.start - 20), place.start)
    if acronym is None or not set(acronym.group().rstrip(" -")) - _ROMAN:
        return False
    return acronym.group().rstrip(" -") not in _COUNTED_ACRONYMS


def _is_day(place: Place, unit: str) -> bool:
    """Whether the two numbers are a day and a month, a month and a year, or every hour of the week."""
    digits = place.digits
    if _CLOCK.fullmatch(digits) or (digits == "24/24" and _ALL_DAY.match(place.text, place.end)) or _MONTH.fullmatch(digits):
        return True
    if unit or not _DAY.fullmatch(digits):
        return False
    part, _, whole = digits.partition("/")
    if place.word in _GRADES:
        return True
    return place.word in _BEFORE_DAY or int(part) > int(whole)
