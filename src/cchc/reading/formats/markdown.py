"""Markdown (.md), as converters of documents write it: the text is the file's own, its marks are told apart from its words.

A blank line ends a paragraph, a heading stands alone, rows between pipes are a table.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from attrs import Factory, define

from cchc.reading.document import Cell, Document, Line, Table
from cchc.reading.formats.manuscript import column_letters
from cchc.reading.formats.markdown_marks import Emphasis, Stretch, emphasis, heading, is_bold, merged, opening, remaining
from cchc.reading.formats.plain import decoded, printed_lines

__all__ = ["markdown_document", "read_markdown"]

_FENCE = re.compile(r"\s*(?:```|~~~)")
_RULE = re.compile(r"([-=_*])(?:\s*\1){2,}\s*")
_BELOW_HEADING = "="
_RULED = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")


def read_markdown(path: Path) -> Document:
    """The document in a ``.md`` file."""
    return markdown_document(decoded(path.read_bytes()), path.name)


def markdown_document(text: str, name: str = "") -> Document:
    """The document that a text in Markdown is."""
    reader = _Reader(text)
    reader.read()
    return Document(name=name, text=text, parts=tuple(reader.parts), marks=merged(reader.marks))


@define
class _Reader:
    """What has been read of a text: its parts, the marks in it, and the lines of the paragraph that is being read."""

    text: str
    parts: list[Line | Table] = Factory(list)
    marks: list[Stretch] = Factory(list)
    paragraph: list[Stretch] = Factory(list)
    tables: int = 0

    def read(self) -> None:
        """Every line of the text."""
        lines = [self._unquoted(start, end) for start, end in printed_lines(self.text)]
        fenced = False
        at = 0
        while at < len(lines):
            start, end = lines[at]
            line = self.text[start:end]
            at += 1
            if _FENCE.match(line):
                fenced = not fenced
                self._end_paragraph()
                self.marks.append((start, end))
            elif fenced:
                self._line(start, end, Emphasis(), whole=False)
            elif rows := self._table_rows(lines, at - 1):
                self._end_paragraph()
                self._table(lines[at - 1], lines[at], lines[at + 1 : at - 1 + rows])
                at += rows - 1
            else:
                self._prose(line, start, end)
        self._end_paragraph()

    def _unquoted(self, start: int, end: int) -> Stretch:
        """A line without the marks that quote it."""
        begin = start + opening(self.text[start:end])
        if begin > start:
            self.marks.append((start, begin))
        return begin, end

    def _prose(self, line: str, start: int, end: int) -> None:
        level, first, last = heading(line)
        if level:
            self._end_paragraph()
            self.marks += [(start, start + first), (start + last, end)]
            self.paragraph.append((start + first, start + last))
            self._end_paragraph(level)
        elif rule := _RULE.fullmatch(line):
            self._end_paragraph(1 if rule[1] == _BELOW_HEADING else 0)
            self.marks.append((start, end))
        elif line.strip():
            self.paragraph.append((start, end))
        else:
            self._end_paragraph()

    def _end_paragraph(self, level: int = 0) -> None:
        """Put the lines of the paragraph, or of a heading of some level, among the parts."""
        if not self.paragraph:
            return
        lines, self.paragraph = self.paragraph, []
        found = emphasis(self.text, lines[0][0], lines[-1][1])
        self.marks += found.marks
        for i, (start, end) in enumerate(lines):
            self._line(start, end, found, whole=i == len(lines) - 1, level=level)

    def _line(self, start: int, end: int, found: Emphasis, *, whole: bool, level: int = 0) -> None:
        if remaining(self.text, start, end, found.marks):
            bold = is_bold(self.text, start, end, found)
            self.parts.append(Line(start=start, end=end, whole=whole, level=level, bold=bold))

    def _table_rows(self, lines: Sequence[Stretch], at: int) -> int:
        """How many lines from here on are a table; 0 where none begins: a head, a rule of dashes, and rows with pipes."""
        if at + 1 >= len(lines) or "|" not in self.text[slice(*lines[at])]:
            return 0
        rule = self.text[slice(*lines[at + 1])]
        if "|" not in rule or not _RULED.fullmatch(rule):
            return 0
        last = at + 2
        while last < len(lines) and "|" in self.text[slice(*lines[last])]:
            last += 1
        return last - at

    def _table(self, head: Stretch, rule: Stretch, body: Sequence[Stretch]) -> None:
        self.marks.append(rule)
        self.tables += 1
        cells: list[Cell] = []
        width = 0
        for row, (start, end) in enumerate((head, *body)):
            pieces = self._cells(start, end)
            width = max(width, len(pieces))
            for column, (first, last) in enumerate(pieces):
                found = emphasis(self.text, first, last)
                self.marks += found.marks
                bold = is_bold(self.text, first, last, found)
                place = f"table{self.tables}!{column_letters(column)}{row + 1}"
                cells.append(Cell(start=first, end=last, row=row, column=column, place=place, bold=bold))
        self.parts.append(Table(cells=tuple(cells), rows=len(body) + 1, columns=width))

    def _cells(self, start: int, end: int) -> list[Stretch]:
        """Where the cells between the pipes of a line stand; the pipes are marks."""
        pipes = [found.span() for found in _PIPE.finditer(self.text, start, end)]
        self.marks += pipes
        starts = [start, *(last for _, last in pipes)]
        ends = [*(first for first, _ in pipes), end]
        cells = list(zip(starts, ends, strict=True))
        if not self.text[slice(*cells[0])].strip():
            cells = cells[1:]
        if len(cells) > 1 and not self.text[slice(*cells[-1])].strip():
            cells = cells[:-1]
        return cells
