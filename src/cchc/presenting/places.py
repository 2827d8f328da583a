"""Where something stands in a paper, for a person who looks for it (vị trí): its page or line, its heading, its cell."""

import re
from bisect import bisect_right

from cchc.model import Span
from cchc.presenting.tables import cut
from cchc.presenting.words import Words
from cchc.reading.outline import Part, PartKind
from cchc.reading.result import Reading

__all__ = ["place_text", "stretch_around"]

_OF_A_TABLE = re.compile(r"table([0-9]+)!([A-Z]+[0-9]+)")
_HEADING_COLUMNS = 60


def place_text(span: Span, reading: Reading, words: Words) -> str:
    """The cell, or the page or line and the heading above it; an empty text where the span is not of the text that was read."""
    if not reading.text or reading.text[span.start : span.end] != span.text:
        return ""
    if place := next((part.place for part in reading.outline if part.place and _holds(part, span)), ""):
        table = _OF_A_TABLE.fullmatch(place)
        return words("check.table-cell", table=table[1], cell=table[2]) if table else words("check.cell", cell=place)
    if page := bisect_right(reading.pages, span.start):
        stands = words("check.page", page=str(page))
    else:
        stands = words("check.line", line=str(reading.text.count("\n", 0, span.start) + 1))
    above = [part for part in reading.outline if part.kind is PartKind.HEADING and part.span.end < _lines(span, reading).start]
    if not above:
        return stands
    heading = _lines(above[-1].span, reading)  # its number stands apart from its words
    told = " ".join(reading.text[heading.start : heading.end].split())
    return words("check.under", place=stands, heading=cut(told, _HEADING_COLUMNS))


def stretch_around(span: Span, reading: Reading) -> Span:
    """What the span stands in, to be read around it: the statement, the target or the cell, else its lines."""
    text = reading.text
    if text[span.start : span.end] != span.text:
        return Span(start=0, end=len(span.text), text=span.text)
    lines = _lines(span, reading)
    parts = [part for part in reading.outline if _holds(part, span) and span.end <= part.span.end]
    around = [part.span for part in parts if part.place or part.span.start < lines.start or lines.end < part.span.end]
    return min(around, key=lambda one: one.end - one.start, default=lines)


def _lines(span: Span, reading: Reading) -> Span:
    """The lines that a span stands on."""
    start, end = reading.text.rfind("\n", 0, span.start) + 1, reading.text.find("\n", span.end)
    return Span(start=start, end=end if end >= 0 else len(reading.text))


def _holds(part: Part, span: Span) -> bool:
    return part.span.start <= span.start < part.span.end
