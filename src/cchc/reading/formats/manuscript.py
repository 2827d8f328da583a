"""The text of a document as it is put together: lines and tables, one after the other, each knowing where it stands.

A format that keeps its words in pieces (Word, Excel, PDF) writes them here; the manuscript gives the `Document`.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from attrs import Factory, define

from cchc.reading.document import Cell, Document, Line, Table

__all__ = ["Entry", "Manuscript", "column_letters"]


class Entry(NamedTuple):
    """What goes into a cell: its words, where in its table it stands and how far it reaches."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    bold: bool = False


@define
class Manuscript:
    """A document that is being written."""

    _pieces: list[str] = Factory(list)
    _length: int = 0
    _parts: list[Line | Table] = Factory(list)

    def line(
        self, text: str, *, whole: bool = False, level: int = 0, bold: bool = False, page: int = 0, aside: bool = False
    ) -> None:
        """Put a line at the end; one without words leaves only its place."""
        start = self._length
        self._pieces.append(text + "\n")
        self._length += len(text) + 1
        if text.strip():
            end = start + len(text)
            self._parts.append(Line(start=start, end=end, whole=whole, level=level, bold=bold, page=page, aside=aside))

    def table(
        self,
        name: str,
        entries: Iterable[tuple[str, int, int, int, int, bool]],
        size: tuple[int, int],
        *,
        corner: tuple[int, int] = (0, 0),
        breaks: Sequence[int] = (),
    ) -> None:
        """Put a table of `size` rows and columns at the end, its entries (or as many plain tuples) given row by row.

        `name` goes before their places, which count from `corner`, the row and column of the first cell.
        """
        prefixes = [f"{name}!{column_letters(corner[1] + column)}" for column in range(size[1])]
        cells: list[Cell] = []
        said: list[str] = []
        start, before, number = self._length, -1, ""
        for text, row, column, rows, columns, bold in entries:
            if row != before:
                before, number = row, str(corner[0] + row + 1)
                if said:
                    self._pieces.append("\t".join(said) + "\n")
                    said = []
            said.append(text)
            end = start + len(text)
            place = prefixes[column] + number
            cells.append(Cell(start=start, end=end, row=row, column=column, rows=rows, columns=columns, place=place, bold=bold))
            start = end + 1
        if cells:
            self._pieces.append("\t".join(said) + "\n")
            self._length = start
            self._parts.append(Table(cells=tuple(cells), rows=size[0], columns=size[1], breaks=tuple(breaks)))

    def document(self, name: str) -> Document:
        """The document that has been written."""
        return Document(name=name, text="".join(self._pieces), parts=tuple(self._parts))


@cache
def column_letters(column: int) -> str:
    """The name of a column as sheets have it, counted from 0: A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
