"""Bodies that ended in the whole country (cơ quan không còn): when, by which document, and who took over.

A department is called the same in every province, and the district level ended everywhere on one day: whoever names one of
these in a plan for later days names nobody, whatever the province.
"""

import re
from datetime import date

from attrs import frozen

from cchc.model.text import plain

__all__ = ["EndedBody", "ended_body"]


@frozen(kw_only=True)
class EndedBody:
    """A kind of body, its last day, who took over (nobody certain where empty), and the document that says so."""

    last_day: date
    successors: tuple[str, ...]
    citation: str


_MERGER = date(2025, 2, 28)
_MINISTRIES = "Nghị quyết 176/2025/QH15"
_DEPARTMENTS = "Nghị định 45/2025/NĐ-CP"
_DISTRICTS = EndedBody(last_day=date(2025, 6, 30), successors=("UBND cấp xã",), citation="Nghị quyết 203/2025/QH15")
_TOWNS = EndedBody(last_day=date(2025, 6, 30), successors=("UBND xã, phường",), citation="Luật 72/2025/QH15")

# What merged, as it is called in full and shortened ("và" left out), and the name it merged into, for a ministry (Bộ) and for a
# department (Sở). The ministries merged on 01/3/2025; the departments followed that day.
_MERGED = (
    (("kế hoạch đầu tư", "khđt"), "Tài chính"),
    (("giao thông vận tải", "gtvt"), "Xây dựng"),
    (("tài nguyên môi trường", "tnmt"), "Nông nghiệp và Môi trường"),
    (("nông nghiệp phát triển nông thôn", "nông nghiệp ptnt", "nnptnt"), "Nông nghiệp và Môi trường"),
    (("lao động", "lđtbxh"), "Nội vụ"),
    (("thông tin truyền thông", "tttt"), "Khoa học và Công nghệ"),
)
_KINDS = (("bộ", "Bộ", _MINISTRIES), ("sở", "Sở", _DEPARTMENTS))
_BODIES = {
    kind + name.replace(" ", ""): EndedBody(last_day=_MERGER, successors=(f"{printed} {heir}",), citation=citation)
    for kind, printed, citation in _KINDS
    for names, heir in _MERGED
    for name in names
}
_ETHNIC = {
    "ủybandântộc": EndedBody(last_day=_MERGER, successors=("Bộ Dân tộc và Tôn giáo",), citation=_MINISTRIES),
    "bandântộc": EndedBody(last_day=_MERGER, successors=("Sở Dân tộc và Tôn giáo",), citation=_DEPARTMENTS),
}

_WORD = re.compile(r"[^\W\d_]+")
_OF_A_PROVINCE = re.compile(r"\b(?:tỉnh|thành phố|tp)\b.*")
_FORMER = re.compile(r"\b(?:nay là|trước đây|trước sắp xếp|đã sáp nhập|cũ)\b")
_COUNCIL = r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)"
_HEAD = rf"(?:(?:(?:chủ tịch|văn phòng|thường trực|lãnh đạo) )*(?:{_COUNCIL}(?:,? và |, |-| - | ))+)?"
_BEFORE = r"(?:các )?(?:(?:xã|phường|thị trấn|thành phố|tp)(?:,? và |, |; | - )(?:các )?)*"
_DISTRICT = re.compile(rf"{_HEAD}{_BEFORE}(?:huyện|quận|thị xã)\b|phòng\b.*\b(?:huyện|quận|thị xã)\b")
_DISTRICT_LEVEL = re.compile(r"\bcấp huyện\b")
_KEPT_THEIR_NAMES = re.compile(r"(?:các )?(?:trung tâm|bệnh viện|trường|trạm)\b")
_TOWN = re.compile(rf"{_HEAD}{_BEFORE}thị trấn\b")


def ended_body(name: str) -> EndedBody | None:
    """The body that a name means, where it is one that ended; None for every other, and where the name itself says so.

    >>> ended_body("UBND các huyện, thị xã, thành phố").last_day.isoformat()
    '2025-06-30'
    >>> ended_body("Sở KH&ĐT").successors
    ('Sở Tài chính',)
    """
    words = plain(name).casefold().replace("uỷ", "ủy")
    if _FORMER.search(words):
        return None
    if _DISTRICT.match(words) or (_DISTRICT_LEVEL.search(words) and not _KEPT_THEIR_NAMES.match(words)):
        return _DISTRICTS
    if _TOWN.match(words):
        return _TOWNS
    key = _key(words)
    return _ETHNIC.get(key) or next((body for start, body in _BODIES.items() if key.startswith(start)), None)


def _key(words: str) -> str:
    """The letters of a name without "và" and without the province behind it: ``sở kh&đt tỉnh`` is ``sởkhđt``."""
    return "".join(word for word in _WORD.findall(_OF_A_PROVINCE.sub("", words)) if word != "và")
