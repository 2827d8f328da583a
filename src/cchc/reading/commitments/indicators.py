"""Names of what targets measure (tên chỉ tiêu), made of the printed words: no value, no bound, no exclusion, no time.

``100% hồ sơ được trả đúng hạn`` measures ``Tỷ lệ hồ sơ được trả đúng hạn``; plans that print the same words get the same name.
"""

import re
from functools import lru_cache

from cchc.reading.commitments.changes import COMPARED
from cchc.reading.commitments.item_pieces import enclosed
from cchc.reading.commitments.scopes import due_words, exclusion_words

__all__ = ["ASPIRED", "LEADING", "bare_words", "named"]

ASPIRED = re.compile(r"(?i)(?<!\w)(?:phấn đấu|ph[ấầâậẩ]n đ[ấầâẩ]u(?! (?:năm|kỳ|tuần|tháng|của|cuộc|buổi)))(?!\w)")
"""Phấn đấu, and the slips of it that are printed."""

_KEPT_BRACKET = re.compile(r"\((?:[A-ZĐ][\w&-]*[ -]?){1,4}\)|\([a-zđ]*[A-ZĐ]{2,}\w*\)")
LEADING = re.compile(
    r"(?i)^(?:(?:trong đó|trong số đó|riêng|đồng thời|và|còn|nhằm|để|bảo đảm|đảm bảo|duy trì|ph[ấầâậẩ]n đ[ấầâẩ]u|"
    r"tiếp tục|có|đạt|hoàn thành(?! (?:xuất sắc|tốt))|từ nay|hàng năm|"
    r"hằng năm|mỗi năm|từng bước|cố gắng|thực hiện|tham mưu|triển khai|phải|nâng|tăng|giảm|cắt giảm|rút ngắn|"
    r"tinh giản)(?!\w)[ ,:]*)+"
)
_TAIL = re.compile(
    r"(?i)(?:[ ,:;.–-]|(?<!\w)(?:đạt|được|là|ở|mức|tỷ lệ|tỉ lệ|có|phải|từ|và|trong đó|với|chiếm|trở lên|trở xuống|"
    r"trên|của|tại|ở mức|ít nhất|tối thiểu|lên|"
    r"giảm|tăng|thêm|cắt giảm|nằm|xếp|phấn đấu))+$"
)
_RATE = re.compile(
    r"(?i)^(?:tỷ lệ|tỉ lệ|mức|mức độ|chỉ số|số|thời gian|tốc độ|điểm|giá trị|vị trí|xếp hạng|thứ hạng|bình quân|tổng)(?!\w)"
)
_TOTAL = re.compile(r"(?i)^(?:(?:tổng số|số lượng(?= (?:hồ sơ|TTHC))|số|các|những|trên tổng số)\s)+")
_LEVEL = re.compile(r"(?i),? (?:(?:tại|ở|đối với|của|trong đó|riêng),? )?cấp (?:tỉnh|huyện|xã|sở)$")
_ONWARDS = re.compile(r"(?i)\s?(?<!\w)trở (?:lên|xuống)(?!\w)")
_LONGEST = 140
_RECENT = 64


@lru_cache(maxsize=_RECENT)
def bare_words(text: str) -> str:
    """A text without what is left out, until when, with what it is compared, and without brackets but for short names."""
    for find in (exclusion_words, due_words):
        if words := find(text):
            text = text[: words[0]] + text[words[1] :]
    text = COMPARED.sub("", text)
    for start, end in reversed(enclosed(text)):
        if not _KEPT_BRACKET.fullmatch(text, start, end):
            text = text[:start] + text[end:]
    text = _ONWARDS.sub("", ASPIRED.sub("", text))
    return re.sub(r" (?=[,.;:])|(?<=,) ?,", "", " ".join(text.split())).strip(" ,;:.–-")


def named(before: str, after: str, *, share: bool, thing: str = "") -> str:
    """The name of what a number measures, from the words of its clause before it and after it.

    `share` says that the number is a percentage, `thing` what it counts where it is none.
    """
    lead = LEADING.sub("", bare_words(before))
    front = _LEVEL.sub("", _TAIL.sub("", lead))
    back = bare_words(after)
    back = "" if re.match(r"(?i)(?:trên tổng số|tổng số|trong tổng số)(?!\w)", back) and front else back
    if not front and share:
        back = _TOTAL.sub("", back)
        return _short(back if _RATE.match(back) else f"Tỷ lệ {back}")
    if not front:
        return _short(f"Số {back or thing}")
    if _RATE.match(front):
        return _short(front)
    return _short(f"{lead} {back}".strip() if back else front)


def _short(words: str) -> str:
    words = words.strip(" ,;:.")
    if len(words) > _LONGEST:
        cut = max(words.rfind(mark, 40, _LONGEST) for mark in (", ", " theo ", "; "))
        words = words[: cut if cut > 0 else words.rfind(" ", 0, _LONGEST)].rstrip(" ,;")
    return words[:1].upper() + words[1:]
