"""Whether two subjects (trích yếu) say the same document: in the same words, abridged, or truly something else."""

import re

__all__ = ["nothing_shared", "same_subject", "subjects_differ"]

_EMPTY = frozenset((
    "ban", "hành", "quy", "định", "về", "việc", "thực", "hiện", "triển", "khai", "phê", "duyệt", "kế", "hoạch", "chương",
    "trình", "của", "và", "các", "một", "số", "công", "tác", "tại", "trong", "trên", "địa", "bàn", "tỉnh", "thành", "phố",
    "năm", "giai", "đoạn", "nhà", "nước", "cho", "theo", "đối", "với", "nhiệm", "vụ", "giải", "pháp", "tổng", "thể", "đề", "án",
    "nội", "dung", "ở", "là", "được", "có", "để", "từ", "đến", "điều", "hướng", "dẫn", "tổ", "chức", "xây", "dựng", "phát",
    "tiếp", "tục", "nâng", "cao", "tăng", "cường", "đẩy", "mạnh", "quả", "hiệu", "chất", "lượng", "chính", "cải", "cách", "phủ",
))  # fmt: skip
"""Words that any document's subject may hold."""
_WORD = re.compile(r"[^\W_]+")
_OF_ANOTHER = re.compile(r"sửa đổi|bổ sung|thay thế|bãi bỏ|hợp nhất|đính chính|[0-9]/|[0-9]-")
_ABBREVIATION = re.compile(r"\b[A-ZĐƯ]{2,}\b")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DOUBTFUL_OPENINGS = (
    "triển khai", "thực hiện", "tổ chức", "xây dựng", "nâng cao", "tăng cường", "đẩy mạnh", "kiểm tra", "giao", "phân công",
    "công bố", "yêu cầu", "đề nghị", "quán triệt", "thành lập", "kiện toàn", "công nhận", "phát triển", "xác định",
)  # fmt: skip
"""Verbs that may be the text's own and begin no subject."""
_FEWEST, _FEWEST_OF_ONE = 4, 2
_NEARLY_ALL = 5  # of this many words one may differ


def same_subject(one: str, other: str) -> bool:
    """Whether two subjects say the same thing at some length; the years they name must agree."""
    first, second = set(_words(one)), set(_words(other))
    if min(len(first), len(second)) < _FEWEST or set(_YEAR.findall(one)) ^ set(_YEAR.findall(other)):
        return False
    return len(first & second) * _NEARLY_ALL >= min(len(first), len(second)) * (_NEARLY_ALL - 1)


def subjects_differ(one: str, other: str) -> bool:
    """Whether two subjects have no word of weight in common; where one may be abridged or is of an amendment they do not."""
    return not any(_is_doubtful(text) for text in (one, other)) and nothing_shared(one, other)


def nothing_shared(one: str, other: str) -> bool:
    """Whether two subjects, of two words of weight at least, have none of them in common."""
    first, second = ({word for word in _words(text) if word not in _EMPTY} for text in (one, other))
    return min(len(first), len(second)) >= _FEWEST_OF_ONE and not first & second


def _is_doubtful(text: str) -> bool:
    plain = text.casefold()
    return (
        plain.startswith(_DOUBTFUL_OPENINGS) or _ABBREVIATION.search(text) is not None or _OF_ANOTHER.search(plain) is not None
    )


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text) if not word.isdigit()]
