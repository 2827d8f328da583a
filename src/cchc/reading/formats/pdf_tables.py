"""Ruled tables of a PDF: cells between drawn lines, and one table again where it goes on over several pages.

A table goes on where the next page opens with columns at the same places and nothing but page numbers and running heads
stand in between.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence

from attrs import Factory, define, frozen

from cchc.reading.formats.manuscript import Entry
from cchc.reading.formats.pdf_letters import Letter, said

__all__ = ["Box", "GoingTable", "RuledTable", "ruled"]

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a rectangle on a page."""

_NARROWEST = 3.0  # points: what is thinner is the gap of a double line
_SAME_PLACE = 4.0  # points by which a column may stand elsewhere on the next page


@frozen(kw_only=True)
class _RuledCell:
    """A cell of a page's table: its words, its left and right edge, and the rows that it reaches over."""

    text: str
    bold: bool
    left: float
    right: float
    row: int
    rows: int


@define
class RuledTable:
    """A table on one page: its cells by row and column of a grid of edges, and the letters that stand in each."""

    box: Box
    across: Sequence[float]
    down: Sequence[float]
    cells: Sequence[Box]
    _owner: dict[tuple[int, int], int]
    _letters: dict[int, list[Letter]] = Factory(dict)

    def take(self, letter: Letter) -> bool:
        """Whether a letter stands in a cell, which then has it."""
        x, y = (letter.left + letter.right) / 2, (letter.top + letter.bottom) / 2
        cell = self._owner.get((bisect(self.down, y), bisect(self.across, x)))
        if cell is None:
            return False
        self._letters.setdefault(cell, []).append(letter)
        return True

    def read(self) -> list[_RuledCell]:
        """The cells with their words, row by row."""
        found: list[_RuledCell] = []
        for i, (left, top, right, bottom) in enumerate(self.cells):
            text, bold = said(self._letters.get(i, ()))
            row = _index(self.down, top)
            found.append(
                _RuledCell(text=text, bold=bold, left=left, right=right, row=row, rows=_index(self.down, bottom) - row)
            )
        return sorted(found, key=lambda cell: (cell.row, cell.left))

    @property
    def blank(self) -> bool:
        """Whether no letter stands in it."""
        return not self._letters


def ruled(boxes: Iterable[Box]) -> RuledTable | None:
    """The table of cells that stand together; none where a single box frames some text."""
    cells = [box for box in boxes if box[2] - box[0] > _NARROWEST and box[3] - box[1] > _NARROWEST]
    if len(cells) < 2:
        return None
    across = _edges(edge for left, _, right, _ in cells for edge in (left, right))
    down = _edges(edge for _, top, _, bottom in cells for edge in (top, bottom))
    owner: dict[tuple[int, int], int] = {}
    for i, (left, top, right, bottom) in enumerate(cells):
        for row in range(_index(down, top), _index(down, bottom)):
            for column in range(_index(across, left), _index(across, right)):
                owner[row + 1, column + 1] = i  # as bisect counts
    return RuledTable((across[0], down[0], across[-1], down[-1]), across, down, cells, owner)


def _edges(places: Iterable[float]) -> list[float]:
    """Where edges stand, those that nearly coincide once."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NARROWEST:
            edges.append(place)
    return edges


def _index(edges: Sequence[float], place: float) -> int:
    """The number of the edge that stands at a place, or nearest to the left of it."""
    return max(0, bisect(edges, place + _NARROWEST / 2) - 1)


@define
class GoingTable:
    """A table over one page or several: the cells read so far, and the rows that open a page."""

    page: int
    across: list[float]
    cells: list[_RuledCell] = Factory(list)
    rows: int = 0
    breaks: list[int] = Factory(list)

    def goes_on(self, table: RuledTable, page: int) -> bool:
        """Whether a table at the top of `page` has its columns where this one has them; merged ones may be missing."""
        few, many = sorted((self.across, table.across), key=len)
        return (
            page == self.page + 1
            and abs(few[0] - many[0]) <= _SAME_PLACE
            and abs(few[-1] - many[-1]) <= _SAME_PLACE
            and all(any(abs(edge - other) <= _SAME_PLACE for other in many) for edge in few)
        )

    def add(self, table: RuledTable, page: int) -> None:
        """Put a page's table at the end, its edges at the places known already where they nearly coincide."""
        if self.rows:
            self.breaks.append(self.rows)
        moved = {edge: min(self.across, key=lambda known: abs(known - edge)) for edge in table.across}
        places = {edge: known if abs(known - edge) <= _SAME_PLACE else edge for edge, known in moved.items()}
        self.across = sorted({*self.across, *places.values()})
        for cell in table.read():
            left, right = (places[table.across[_index(table.across, edge)]] for edge in (cell.left, cell.right))
            self.cells.append(
                _RuledCell(text=cell.text, bold=cell.bold, left=left, right=right, row=self.rows + cell.row, rows=cell.rows)
            )
        self.rows += len(table.down) - 1
        self.page = page

    def entries(self) -> tuple[list[Entry], tuple[int, int]]:
        """Every cell with its columns counted, and how many rows and columns there are."""
        column = {edge: i for i, edge in enumerate(self.across)}
        entries = [
            Entry(cell.text, cell.row, column[cell.left], cell.rows, column[cell.right] - column[cell.left], cell.bold)
            for cell in self.cells
        ]
        return entries, (self.rows, len(self.across) - 1)
