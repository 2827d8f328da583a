"""A document as a format gives it (văn bản, tệp): its text, and in that text the lines and the tables, in reading order.

What the formats differ in ends here. Every grammar reads lines and cells, and points into one text.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable

from attrs import frozen

from cchc.reading.passage import Passage

__all__ = ["Cell", "Document", "Line", "Table"]

_ENDS_LINE = "<br"


@frozen(kw_only=True)
class Line:
    """A printed line, or a whole paragraph in a format that knows paragraphs: characters `start` up to `end` of the text.

    `whole` says that nothing after it belongs to it; `level` is the depth of a heading that the format itself marks (0 for
    none); `page` counts from 1, 0 where there are no pages; `aside` says that it stands beside the text: a head or foot of the
    page, a footnote.
    """

    start: int
    end: int
    whole: bool = False
    level: int = 0
    bold: bool = False
    page: int = 0
    aside: bool = False


@frozen(kw_only=True)
class Cell:
    """A cell of a table, which may reach over `rows` and `columns`: characters `start` up to `end` of the text.

    `place` names it as its format does: ``Sheet1!B4``, ``table1!B4``; rows and columns count from 0.
    """

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    place: str = ""
    bold: bool = False


@frozen(kw_only=True)
class Table:
    """A table: every cell once, row by row; `breaks` are the rows that open a new page."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    breaks: tuple[int, ...] = ()


@frozen(kw_only=True)
class Document:
    """A document: its `name`, its `text` as it stands, and its lines and tables in reading order.

    Every character that is no white space lies in a line or a cell, and in one only, or in one of the `marks`: stretches, in
    order, that shape the words around them and are none themselves, such as the stars of Markdown. `pictures` are the pages
    that are a picture of a page and hold no letters.
    """

    name: str
    text: str
    parts: tuple[Line | Table, ...]
    marks: tuple[tuple[int, int], ...] = ()
    pictures: tuple[int, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        """Where the lines of each page begin; of a page without any, where those of the next do. None without pages."""
        starts: dict[int, int] = {}
        for part in self.parts:
            if isinstance(part, Line) and part.page:
                starts.setdefault(part.page, part.start)
        found: list[int] = []
        for page in range(max(starts, default=0), 0, -1):
            found.append(starts.get(page, found[-1] if found else 0))
        return tuple(reversed(found))

    def passage(self, part: Line | Cell) -> Passage:
        """The words of a line or a cell, marks left out."""
        if not self.marks:
            return Passage.of(self.text, part.start, part.end)
        first, last = (bisect_left(self.marks, (place, place)) for place in (part.start, part.end))
        return _unmarked(self.text, part, self.marks[max(0, first - 1) : last])


def _unmarked(text: str, part: Line | Cell, marks: Iterable[tuple[int, int]]) -> Passage:
    """The words of a stretch without its marks; letters that only a mark parts are one word, unless it ends the line."""
    texts: list[str] = []
    starts, ends = array("q"), array("q")
    at, parted = part.start, False
    for first, last in (*marks, (part.end, part.end)):
        piece = Passage.of(text, at, first)
        parted = parted or text[at:first][:1].isspace()
        if piece:
            if parted and texts:
                texts.append(" ")
                starts.append(ends[-1])
                ends.append(piece.starts[0])
            texts.append(piece.text)
            starts.extend(piece.starts)
            ends.extend(piece.ends)
            parted = False
        parted = parted or text[at:first][-1:].isspace() or _ENDS_LINE in text[first:last].lower()
        at = max(at, last)
    return Passage("".join(texts), starts, ends, text)
