"""The names of kinds of documents in running text (tên loại văn bản): ``Nghị quyết``, ``Luật``, ``Chương trình hành động``.

The name is what a reader trusts where the symbol is worn, and it may disagree with the symbol, so it is kept as printed.
"""

from collections.abc import Mapping
from types import MappingProxyType

from cchc.model.citation import DOCUMENT_KINDS
from cchc.reading.mending.skeletons import bare

__all__ = ["CODES", "KINDS", "kind_before"]

_OTHERS = (
    "Luật", "Bộ luật", "Hiến pháp", "Văn bản", "Thông tri", "Thông báo", "Điện", "Thông tư liên bộ", "Văn bản hợp nhất",
    "Công thư",
)  # fmt: skip
_LONGER = {
    "chương trình hành động": "Chương trình", "chương trình công tác": "Chương trình", "chương trình phối hợp": "Chương trình",
    "thông báo kết luận": "Thông báo", "thông báo ý kiến": "Thông báo", "kế hoạch hành động": "Kế hoạch",
    "kế hoạch phối hợp": "Kế hoạch", "kế hoạch liên tịch": "Kế hoạch", "kế hoạch liên ngành": "Kế hoạch",
    "công văn hỏa tốc": "Công văn", "công văn hoả tốc": "Công văn", "công văn khẩn": "Công văn", "cv": "Công văn",
    "công văn liên ngành": "Công văn", "hướng dẫn liên ngành": "Hướng dẫn", "hướng dẫn liên tịch": "Hướng dẫn",
    "quy chế phối hợp": "Quy chế", "qui định": "Quy định", "qui chế": "Quy chế", "công điện khẩn": "Công điện",
    "báo cáo tổng hợp": "Báo cáo", "báo cáo kết quả": "Báo cáo", "quyết định phê duyệt": "Quyết định",
    "quyết định ban hành": "Quyết định", "các văn bản": "Văn bản", "nghị quyết chuyên đề": "Nghị quyết", "tb": "Thông báo",
    "nghị quyết liên tịch": "Nghị quyết liên tịch", "văn bản chỉ đạo": "Văn bản", "nđ": "Nghị định", "qđ": "Quyết định",
    "nq": "Nghị quyết", "kh": "Kế hoạch", "tt": "Thông tư",
}  # fmt: skip
_NAMES = {name.casefold(): name for name in (*DOCUMENT_KINDS.values(), *_OTHERS)} | _LONGER
KINDS: Mapping[str, str] = MappingProxyType({bare(words): name for words, name in _NAMES.items()} | _NAMES)
"""Names as they are printed, case-folded, with their diacritics or without any: the kind each stands for."""

CODES: Mapping[str, str] = MappingProxyType({name: code for code, name in DOCUMENT_KINDS.items()})
"""The abbreviation of a kind by its name."""

_AROUND = "(*_“”\"'‘[-–+•"
_BY_LAST_WORD: dict[str, list[str]] = {}
for _words in sorted(KINDS, key=len, reverse=True):
    _BY_LAST_WORD.setdefault(_words.rpartition(" ")[2], []).append(_words)
_WINDOW = max(map(len, KINDS)) + 1


def kind_before(text: str, end: int) -> tuple[str, int]:
    """The kind whose name ends at `end`, and where the name starts; an empty name and `end` where none does."""
    before = text[max(0, end - _WINDOW) : end].casefold()
    for name in _BY_LAST_WORD.get(before[before.rfind(" ") + 1 :].lstrip(_AROUND), ()):
        if before.endswith(name) and not before[: -len(name)][-1:].isalnum():
            return KINDS[name], end - len(name)
    return "", end
