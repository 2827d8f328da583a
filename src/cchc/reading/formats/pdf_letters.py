"""Printed letters put together to lines: a PDF knows where each letter stands, and neither words nor lines.

Letters on one baseline are a line; a gap parts words, a wide gap parts columns; a letter printed twice to look bold is one.
Turned text, as in the head of a narrow column, is turned back first.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

__all__ = ["Letter", "PrintedLine", "printed", "said"]

_BROKEN = re.compile(r"(?<=[0-9A-ZĐƯ][-–/])\n(?=[0-9A-ZĐƯ])")
"""Where a narrow cell breaks a symbol or a range: 185/KH- over UBND, 2022- over 2025."""

_SAME_LINE = 0.45  # of a letter's size: a superscript is raised by a third, the next line stands a whole size below
_WORD_GAP = 0.22  # of a letter's size: widely set letters stand less than a fifth apart, a narrow space is a quarter
_COLUMN_GAP = 2.5
_TWICE = 0.12  # of a letter's size: the offset of a letter printed again to look bold


class Letter(NamedTuple):
    """A printed letter, or several that a font joins: where it stands on its page, counted from the top left."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    turned: int = 0

    @property
    def upright(self) -> "Letter":
        """The letter as it stands when the page is turned so that it can be read."""
        if self.turned > 0:
            return self._replace(left=-self.bottom, right=-self.top, top=self.left, bottom=self.right, turned=0)
        if self.turned < 0:
            return self._replace(left=self.top, right=self.bottom, top=-self.right, bottom=-self.left, turned=0)
        return self


class PrintedLine(NamedTuple):
    """A line of print: its text, how far up and down it reaches, and whether all of it is bold."""

    text: str
    top: float
    bottom: float
    bold: bool


def printed(letters: Iterable[Letter]) -> list[PrintedLine]:
    """The lines of upright letters, from the top down."""
    lines: list[list[Letter]] = []
    base = 0.0
    for letter in sorted(letters, key=lambda letter: letter.bottom):
        if not lines or letter.bottom - base > _SAME_LINE * letter.size:
            lines.append([])
            base = letter.bottom
        lines[-1].append(letter)
    return [line for line in map(_line, lines) if line.text]


def said(letters: Sequence[Letter]) -> tuple[str, bool]:
    """The text of letters in a cell, line by line, and whether all of it is bold; turned letters come after the others."""
    lines = [
        line
        for turned in sorted({letter.turned for letter in letters}, key=abs)
        for line in printed(letter.upright for letter in letters if letter.turned == turned)
    ]
    text = _BROKEN.sub("", "\n".join(line.text for line in lines))
    return text, bool(lines) and all(line.bold for line in lines)


def _line(letters: list[Letter]) -> PrintedLine:
    letters.sort(key=lambda letter: letter.left)
    pieces: list[str] = []
    spaced = False
    shown: list[Letter] = []
    for letter in letters:
        if letter.text.isspace():
            spaced = True
            continue
        if shown:
            before = shown[-1]
            if letter.text == before.text and abs(letter.left - before.left) < _TWICE * letter.size:
                continue
            gap = letter.left - before.right
            if gap > _COLUMN_GAP * letter.size:
                pieces.append("\t")
            elif spaced or gap > _WORD_GAP * letter.size:
                pieces.append(" ")
        spaced = False
        shown.append(letter)
        pieces.append(letter.text)
    if not shown:
        return PrintedLine("", 0, 0, bold=False)
    return PrintedLine(
        "".join(pieces),
        min(letter.top for letter in shown),
        max(letter.bottom for letter in shown),
        bold=all(letter.bold for letter in shown),
    )
