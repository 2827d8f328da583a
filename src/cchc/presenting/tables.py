"""Plain-text tables for a terminal: columns as wide as their longest cell, numbers to the right, long titles cut."""

from collections.abc import Iterable, Sequence
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
    """Rows of cells as lines, one letter of `align` a column: ``l`` to the left, ``r`` to the right."""
    lines = [tuple(row) for row in rows]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        (" " * indent + "  ".join(_fit(*cell) for cell in zip(row, widths, align, strict=True))).rstrip() for row in lines
    )


def _fit(text: str, columns: int, side: str) -> str:
    pad = " " * (columns - width(text))
    return pad + text if side == "r" else text + pad
