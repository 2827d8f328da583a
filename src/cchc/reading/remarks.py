"""Everything that a document says in passing, and how all of it is numbered: what the checks look at beside plan and report."""

from collections.abc import Iterator, Sequence

from cchc.model import Numbered, Remark, Task
from cchc.reading.citing.citations import Mention
from cchc.reading.citing.days import find_levels, find_past, find_wrong_days
from cchc.reading.document import Document, Line
from cchc.reading.frame.layout import Layout
from cchc.reading.outline import PartKind
from cchc.reading.passage import Passage
from cchc.reading.prose.annexes import read_annex_headings, read_annex_promises
from cchc.reading.prose.numbering import read_numbering
from cchc.reading.prose.remarks import read_blanks, read_own_blank, read_own_years
from cchc.reading.prose.structure import Section
from cchc.reading.tables.row_numbering import read_row_numbering

__all__ = ["all_numbering", "all_remarks"]


def all_numbering(
    document: Document, layout: Layout, sections: Sequence[Section], tasks: Sequence[Task]
) -> tuple[Numbered, ...]:
    """The numbers of sections and items, then those of rows, then the annexes."""
    of_text = read_numbering(sections, worn=bool(layout.repairs))
    series = max((one.series for one in of_text), default=-1) + 1
    of_rows = () if layout.repairs else read_row_numbering(tasks, document.text, first=series)
    return (*of_text, *of_rows, *read_annex_headings(_lines(document)))


def all_remarks(
    document: Document, layout: Layout, sections: Sequence[Section], mentions: Sequence[Mention], annexes: Sequence[Numbered]
) -> tuple[Remark, ...]:
    """What is said in passing; of a scan that was repaired only what does not hang on single letters and figures."""
    words = layout.citable
    return (
        *find_past(words, mentions),
        *find_levels(words, mentions),
        *(read_own_years(words, () if layout.front.kind == "report" else sections) if layout.front.period else ()),
        *(read_annex_promises(words) if annexes or _closes(layout) else ()),
        *(() if layout.repairs else _of_print(document, layout, mentions, annexes)),
    )


def _of_print(document: Document, layout: Layout, mentions: Sequence[Mention], annexes: Sequence[Numbered]) -> Iterator[Remark]:
    """What hangs on single letters and figures."""
    yield from find_wrong_days(layout.citable, mentions)
    for table in layout.tables:
        for cell in table.cells:
            yield from find_wrong_days(document.passage(cell), mentions)
    starts = [one.span.start for one in annexes if one.span]
    yield from read_blanks(layout.citable, until=min(starts, default=len(document.text)))
    yield from read_own_blank(document.text, layout.front)


def _closes(layout: Layout) -> bool:
    return any(part.kind is PartKind.CLOSING for part in layout.parts)


def _lines(document: Document) -> Iterator[Passage]:
    """Every line of a document, and the first cell of every table, in which a heading may stand."""
    for part in document.parts:
        if isinstance(part, Line):
            yield document.passage(part)
        else:
            yield from (document.passage(cell) for cell in part.cells[:1])
