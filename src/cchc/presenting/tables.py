"""Plain-text tables for a terminal: columns as wide as their longest cell, numbers to the right, long titles cut."""

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import combining, east_asian_width

__all__ = ["cut", "table", "width"]


def width(text: str) -> int:
    """How many columns a terminal needs for `text`."""
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def cut(text: str, most: int) -> str:
    """`text`, or as many of its words as fit into `most` columns and an ellipsis."""
    if width(text) <= most:
        return text
    kept = ""
    for word in text.split():
        longer = f"{kept} {word}" if kept else word
        if width(longer) > most - 1:
            break
        kept = longer
    return f"{kept or text[: most - 1]}…"


def table(rows: Iterable[Sequence[str]], align: str, *, indent: int = 2) -> str:
    """Rows of cells as lines, one letter of `align` a column: ``l`` to the left, ``r`` to the right.

    A cell may have several lines; those of a row stand on the row's last lines.
    """
    lines = [line for row in rows for line in _lines(row)]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    before = " " * indent
    return "\n".join(
        (before + "  ".join(_fit(*cell) for cell in zip(line, widths, align, strict=True))).rstrip() for line in lines
    )


def _lines(row: Sequence[str]) -> Iterator[tuple[str, ...]]:
    cells = [cell.split("\n") for cell in row]
    height = max(map(len, cells))
    return zip(*([""] * (height - len(cell)) + cell for cell in cells), strict=True)


def _fit(text: str, columns: int, side: str) -> str:
    pad = " " * (columns - width(text))
    return pad + text if side == "r" else text + pad
