"""Annexes (phụ lục): the headings of those that a document has, and those that its text promises.

An annex of another document (Phụ lục II ban hành kèm theo Nghị định …) is none of its own. Where the text breaks off before its
closing nothing can be said to be missing, so such a text promises nothing.
"""

import re
from collections.abc import Iterable, Iterator

from cchc.model import Numbered, Numbering, Remark, RemarkKind
from cchc.reading.passage import Passage
from cchc.reading.prose.numbering import order_of

__all__ = ["read_annex_headings", "read_annex_promises"]

_CODE = r"(?:[IVX]{1,5}|[0-9]{1,2})(?![\w.])"
_ATTACHED = r"(?:kèm theo|đính kèm|gửi kèm)"
_HEADING = re.compile(rf"[\W_]*(?:PHỤ LỤC|Phụ lục)(?: ?(?:số|SỐ))? ?(?P<code>{_CODE})?(?P<rest>[^;]{{0,160}})$")
_PROMISE = re.compile(
    rf"(?<![^\W_])(?:Phụ lục|phụ lục|PHỤ LỤC)(?: số)? ?"
    rf"(?P<codes>{_CODE}(?:(?:, ?| và |; ?)(?:Phụ lục (?:số )?)?{_CODE})*)?"
    rf" ?(?:(?:ban hành )?{_ATTACHED}|của)(?P<own> (?:Kế hoạch|Báo cáo|kế hoạch|báo cáo|văn bản) này)?"
    rf"(?(own)|(?<!của))"
    rf"(?! (?:\w+ )?(?:Nghị|Quyết|Thông|Công văn|Hướng|Luật|Kế hoạch|Văn bản|văn bản|Tờ|Chỉ|Báo cáo|báo cáo|công văn|mẫu))"
)
_ANY_CODE = re.compile(_CODE)
_IN_SENTENCE = re.compile(rf"{_ATTACHED}(?! (?:Kế hoạch|Quyết định|Báo cáo|Công văn|Văn bản|Tờ trình))|\)\.?$")
_LONGEST = 160


def read_annex_headings(lines: Iterable[Passage]) -> Iterator[Numbered]:
    """The headings of annexes among the lines of a document; one without a number counts as 0."""
    for line in lines:
        if len(line.text) > _LONGEST or (match := _HEADING.match(line.text)) is None:
            continue
        rest = match["rest"].strip()
        if line.text.lstrip(" #*(")[:7].isupper() or not (_IN_SENTENCE.search(rest) or rest[:1].islower()):
            code = match["code"] or ""
            yield Numbered(code=code, order=order_of(code), series=0, of=Numbering.ANNEX, title=rest, span=line.span())


def read_annex_promises(words: Passage) -> Iterator[Remark]:
    """Each annex that is said to go with the document, once for every number; one without a number counts as 0."""
    for match in _PROMISE.finditer(words.text):
        span = words.span(match.start(), match.end())
        codes = _ANY_CODE.findall(match["codes"] or "")
        for order in [order_of(code) for code in codes] or [0]:
            yield Remark(kind=RemarkKind.ANNEX, words=match[0], order=order, span=span)
