"""Tables of Word: rows of cells on a grid, where a cell may reach over columns (gridSpan) and over rows (vMerge).

A row may leave out columns at its start, may be deleted in a tracked change, and may lie in a content control.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from cchc.reading.formats.manuscript import Entry
from cchc.reading.formats.word_names import DELETED, VALUE, W, shown_children, value
from cchc.reading.formats.word_paragraphs import plain_text

__all__ = ["Grid", "Row", "laid_out", "table_rows"]

_PROPERTIES, _ROW, _CELL, _SPAN, _MERGE = W + "tcPr", W + "tr", W + "tc", W + "gridSpan", W + "vMerge"
_GOES_ON = "continue"
_MOST_SPAN = 1000  # Word itself stops at 63 columns


class Row(NamedTuple):
    """A row as the file has it: how many columns it leaves out at its start, and its cells."""

    left_out: int
    cells: Sequence[Element]


class Grid(NamedTuple):
    """The cells of a table row by row, and how many rows and columns it has."""

    entries: Sequence[Entry]
    size: tuple[int, int]


def table_rows(table: Element, depth: int) -> tuple[Row, ...]:
    """The rows of a table, deleted ones left out."""
    rows: list[Row] = []
    for row in shown_children(table, depth):
        if row.tag == _ROW:
            properties = row.find(W + "trPr")
            if properties is None:
                left_out = 0
            elif any(child.tag in DELETED for child in properties):
                continue
            else:
                left_out = _count(value(properties, W + "gridBefore"), 0)
            rows.append(Row(left_out, [cell for cell in shown_children(row, depth) if cell.tag == _CELL]))
    return tuple(rows)


def laid_out(rows: Sequence[Row], words: Callable[[Element], tuple[str, bool]]) -> Grid:
    """Every cell once, where it starts and how far it reaches; `words` tells its text and whether all of it is bold.

    What a cell that goes on from the row above holds is not shown by Word, and not read.
    """
    entries: list[Entry] = []
    width = 0
    reaching: dict[int, int] = {}
    for at, row in enumerate(rows):
        above, reaching = reaching, {}
        column = row.left_out
        for cell in row.cells:
            columns, merge = 1, ""
            for mark in cell[0] if len(cell) and cell[0].tag == _PROPERTIES else ():
                if mark.tag == _SPAN:
                    columns = max(1, _count(mark.get(VALUE), 1))
                elif mark.tag == _MERGE:
                    merge = mark.get(VALUE, _GOES_ON)
            upper = above.get(column) if merge == _GOES_ON else None
            if upper is not None and entries[upper].columns == columns:
                entries[upper] = entries[upper]._replace(rows=at - entries[upper].row + 1)
            else:
                upper = len(entries)
                bold = False
                text = plain_text(cell[0]) if len(cell) == 1 else None
                if text is None:
                    text, bold = words(cell)
                entries.append(Entry(text, at, column, 1, columns, bold))
            if merge:
                reaching[column] = upper
            column += columns
        width = max(width, column)
    return Grid(entries, (len(rows), width))


def _count(stated: str | None, otherwise: int) -> int:
    return min(int(stated), _MOST_SPAN) if stated and stated.isdecimal() and len(stated) < 10 else otherwise
