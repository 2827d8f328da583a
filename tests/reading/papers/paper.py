"""A paper (văn bản) as blocks, apart from any format: paragraphs, headings and tables with merged cells.

In the notation of the invented papers a line is a paragraph, ``#`` opens a heading, ``|`` a row of a table; in a row ``^``
goes on with the cell above, ``<`` with the cell to the left, and ``<br>`` breaks a line.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from textwrap import wrap

from attrs import evolve, field, frozen

__all__ = [
    "ABOVE",
    "BREAK",
    "LEFT",
    "Block",
    "Layout",
    "Paper",
    "Paragraph",
    "Table",
    "as_markdown",
    "as_text",
    "parse_paper",
    "with_automatic_marks",
]

ABOVE, LEFT, BREAK = "^", "<", "<br>"


@frozen
class Paragraph:
    """A paragraph; `level` above 0 makes it a heading; `automatic` says that Word itself writes its mark: ``1.``, ``-``."""

    text: str
    level: int = 0
    automatic: str = ""

    @property
    def printed(self) -> str:
        """With its mark, whoever writes it."""
        return f"{self.automatic} {self.text}" if self.automatic else self.text


@frozen
class Table:
    """Rows of equally many cells; `heads` of them are the heading."""

    rows: tuple[tuple[str, ...], ...]
    heads: int = field(default=1, kw_only=True)

    def at(self, row: int, column: int) -> str:
        """The text that stands in a cell, its own or that of the cell it goes on with."""
        while (text := self.rows[row][column]) in {ABOVE, LEFT}:
            row, column = (row - 1, column) if text == ABOVE else (row, column - 1)
        return text

    def extents(self) -> Iterable[tuple[int, int, int, int, str]]:
        """Every cell once: row, column, how many rows and columns it reaches over, its text."""
        for r, cells in enumerate(self.rows):
            for c, text in enumerate(cells):
                if text not in {ABOVE, LEFT}:
                    wide = 1 + _run((self.rows[r][at] for at in range(c + 1, len(cells))), LEFT)
                    high = 1 + _run((self.rows[at][c] for at in range(r + 1, len(self.rows))), ABOVE)
                    yield r, c, high, wide, text


Block = Paragraph | Table


@frozen
class Paper:
    """A paper: its blocks in order."""

    blocks: tuple[Block, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    def before(self, at: int, *blocks: Block) -> "Paper":
        """With blocks put in before the one at `at`."""
        return Paper((*self.blocks[:at], *blocks, *self.blocks[at:]))


def _run(cells: Iterable[str], mark: str) -> int:
    long = 0
    for cell in cells:
        if cell != mark:
            break
        long += 1
    return long


def parse_paper(text: str) -> Paper:
    """A paper from the notation of the invented ones; a table's second row of ``---`` ends its heading rows."""
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    heads = 1
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
            if set("".join(cells)) <= {"-"}:
                heads = len(rows)
            else:
                rows.append(cells)
            continue
        if rows:
            # A table of one row is a letterhead in two columns.
            blocks.append(Table(tuple(rows), heads=heads if len(rows) > 1 else 0))
            rows, heads = [], 1
        if words := line.strip():
            level = len(words) - len(words.lstrip("#"))
            blocks.append(Paragraph(words.lstrip("# "), level))
    return Paper(tuple(blocks))


@frozen(kw_only=True)
class Layout:
    """How a paper lies in plain text: the width at which a PDF broke its lines (0: not at all), the lines of a page (0: no
    pages), the running head, how a table comes out, blank lines between lines.
    """

    width: int = 0
    lines: int = 0
    head: str = ""
    table: str = "piped"
    numbered: bool = True
    spaced: bool = False


def as_text(paper: Paper, layout: Layout | None = None) -> str:
    """The paper as the text that a PDF or a copied page gives."""
    layout = layout or Layout()
    lines: list[str] = []
    for block in paper.blocks:
        lines += _table_lines(block, layout) if isinstance(block, Table) else _broken(block.printed, layout.width)
    lines = _paged(lines, layout)
    return ("\n\n" if layout.spaced else "\n").join(lines) + "\n"


def _broken(text: str, width: int) -> list[str]:
    lines = [text] if not width else wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
    # A converter leaves the space at which it broke a line.
    return [f"{line} " for line in lines[:-1]] + lines[-1:]


def _side_by_side(table: Table) -> list[str]:
    """A letterhead's two columns, line beside line."""
    left, right = ([line for row in table.rows for line in row[column].split(BREAK)] for column in (0, 1))
    width = max(map(len, left)) + 8
    return [f"{one:<{width}}{other}".rstrip() for one, other in zip_longest(left, right, fillvalue="")]


def _table_lines(table: Table, layout: Layout) -> list[str]:
    if not table.heads:
        return _side_by_side(table)
    if layout.table == "flat":
        cells = [text for _, _, _, _, text in table.extents() if text]
        return [
            line for cell in cells for part in cell.split(BREAK) for line in _broken(part.strip(), min(layout.width or 40, 36))
        ]
    rows = [["" if cell in {ABOVE, LEFT} else cell.replace(BREAK, "; ") for cell in row] for row in table.rows]
    if layout.table == "tabbed":
        return ["\t".join(row) for row in rows]
    return [f"| {' | '.join(row)} |" for row in rows]


def _paged(lines: Sequence[str], layout: Layout) -> list[str]:
    if not layout.lines:
        return list(lines)
    pages = [list(lines[at : at + layout.lines]) for at in range(0, len(lines), layout.lines)]
    out = pages[0]
    for number, page in enumerate(pages[1:], 2):
        out += [*([str(number)] if layout.numbered else []), *([layout.head] if layout.head else []), *page]
    return out


def as_markdown(paper: Paper, *, hashes: bool = True) -> str:
    """The paper in markdown: headings with ``#`` or, as converters of Word do, in bold."""
    parts = []
    for block in paper.blocks:
        if isinstance(block, Table):
            parts.append(_markdown_table(block))
        elif block.level:
            parts.append(f"{'#' * (block.level + 1)} **{block.printed}**" if hashes else f"**{block.printed}**")
        else:
            parts.append(block.printed.replace("|", r"\|"))
    return "\n\n".join(parts) + "\n"


def _markdown_table(table: Table) -> str:
    rows = [["" if cell in {ABOVE, LEFT} else cell.replace("|", r"\|") for cell in row] for row in table.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


_MARK = re.compile(r"(?P<mark>[-–+•]|[IVX]+\.|[0-9]+\.|[a-zđ]\)) (?P<text>.+)")


def with_automatic_marks(paper: Paper) -> Paper:
    """The same paper, the marks of its paragraphs left to Word: ``1.``, ``a)``, ``-``."""

    def told(block: Block) -> Block:
        if isinstance(block, Table) or not (found := _MARK.fullmatch(block.text)):
            return block
        return evolve(block, text=found["text"], automatic=found["mark"])

    return Paper(tuple(map(told, paper.blocks)))
