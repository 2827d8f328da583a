"""How a document closes (phần cuối văn bản): the recipients (nơi nhận), the authority, the office, the name of who signs.

An extraction of two columns interleaves them, and an annex or a table may follow: each line is told by itself, and the first
that is of neither column ends the closing.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto

from cchc.reading.frame.front_lines import PLACE_AND_DAY, read_kind, unmarked, without_motto
from cchc.reading.passage import Passage

__all__ = ["read_closing"]

_SMALL = "a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ"
_CAPITAL = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_RECIPIENTS = re.compile(rf"N[ơo]i (?:nh[ậaâ]n|gửi)(?:\W*$| ?[:;.]|\W+[{_CAPITAL}]{{2}})", re.IGNORECASE)
_AUTHORITY = re.compile(rf"(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)[.,/ ] ?(?=[{_CAPITAL}]{{2}})")
_OFFICES = (
    r"(?:(?:phó|quyền|q\.|kt\.|tm\.|tl\.|tuq\.) ?)*(?:chủ tịch|giám đốc|tổng giám đốc|bộ trưởng|thứ trưởng|trưởng ban"
    r"|trưởng phòng|trưởng đoàn|chánh văn phòng|chánh thanh tra|cục trưởng|chi cục trưởng|vụ trưởng|tổng cục trưởng"
    r"|hiệu trưởng|viện trưởng|bí thư|thủ tướng|tổng thanh tra|thủ trưởng|chánh án|tổng biên tập|chủ nhiệm|tổng thư ký"
    r"|người (?:lập|báo cáo)(?: biểu| bảng)?)"
)
_OFFICE = re.compile(
    rf"(?!.* các |.* và {_OFFICES}){_OFFICES}(?:(?: ?[-–,] ?| ){_OFFICES})*"
    r"(?: (?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|thường trực|sở|bộ|ban|phòng|huyện|tỉnh|xã|phường|thị trấn|hđnd|thành phố"
    r"|nội vụ|cơ quan|đơn vị|vụ|cục|chi cục|tổng cục|văn phòng|trung tâm|viện|trường|đặc khu)(?:,? [\w-]+){0,8})?",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\W*(?:đã ký|ký tên|ký, (?:ghi rõ họ tên|đóng dấu)|ký số|ký bởi|chữ ký)(?!\w).{0,40}", re.IGNORECASE)
_ITEM = re.compile(r"[-–—+•·] ?\w|(?:Như|Lưu)(?!\w)")
_FILED = re.compile(r"[-–—+•·]? ?L[ưu]u(?: ?[:;]| (?:VT|tại|văn thư|hồ sơ))", re.IGNORECASE)
_NAME = re.compile(
    rf"(?:(?:TS|ThS|PGS|GS|BS|CN|KS|BSCKI{{1,2}})\.? ?)*[{_CAPITAL}][{_SMALL}'’]*(?: [{_CAPITAL}][{_SMALL}'’]*){{1,4}}"
)
_OPENING = re.compile(
    rf"(?:phụ lục|phụ biểu|biểu|mẫu|danh mục|bảng|stt|tt)(?!\w)|\|"
    rf"|(?:[ivx]{{1,5}}|[a-e]|[0-9]{{1,2}}(?:\.[0-9]{{1,2}})*)(?:[.)/:]"
    rf"| (?=[{_CAPITAL}]))|điều [0-9]|phần (?:thứ|[ivx0-9])|kèm theo|\(kèm",
    re.IGNORECASE,
)
_LONG, _SCRAP, _LINE = 150, 12, 90


class _Column(Enum):
    """What of a closing has been read last."""

    NONE = auto()
    RECIPIENTS = auto()
    FILED = auto()
    SIGNER = auto()


def read_closing(lines: Sequence[Passage]) -> tuple[bool, ...]:
    """Whether each of a document's lines or paragraphs is of a closing; one with annexes may have several closings.

    Takes any lines and never fails. Blank lines within a closing are of it.
    """
    found: list[bool] = []
    column, listed, open_item = _Column.NONE, False, False
    for line in lines:
        text = unmarked(line.text)
        if not text:
            found.append(column is not _Column.NONE)
            continue
        column = _column(text, column, listed=listed, open_item=open_item)
        listed = column is not _Column.NONE and (listed or column is _Column.RECIPIENTS) and column is not _Column.FILED
        open_item = column is _Column.RECIPIENTS and not text.endswith((";", ".", ":"))
        found.append(column is not _Column.NONE)
    return tuple(found)


def _column(text: str, before: _Column, *, listed: bool, open_item: bool) -> _Column:
    """What of a closing a line is; `listed` says that recipients are being listed, `open_item` that one has not ended."""
    if _RECIPIENTS.match(text) and len(text) < _LONG:
        return _Column.RECIPIENTS
    if _signs(text):
        return _Column.SIGNER
    if before is _Column.NONE or len(text) > _LONG:
        return _Column.NONE
    if _FILED.match(text):
        return _Column.FILED
    if listed and _ITEM.match(text):
        return _Column.RECIPIENTS
    if _NAME.fullmatch(text) or _SIGNED.fullmatch(text):
        return _Column.SIGNER
    if _OPENING.match(text) or without_motto(text) != text or PLACE_AND_DAY.search(text) or read_kind(text):
        return _Column.NONE
    if listed and (open_item or text[:1].islower()) and len(text) <= _LINE:
        return _Column.RECIPIENTS
    return before if len(text) <= _SCRAP else _Column.NONE


def _signs(text: str) -> bool:
    """Whether a line holds the authority or the office of who signs, in capitals, and nothing else."""
    if len(text) > _LINE:
        return False
    if _AUTHORITY.match(text):
        return True
    return text.isupper() and _OFFICE.fullmatch(text) is not None
