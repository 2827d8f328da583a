"""Word documents (.docx) in the order they are read: paragraphs with their numbers, tables, text boxes after their paragraph.

Notes, heads and feet of the pages follow at the end, each line once, marked as standing aside. The XML is read directly:
the usual library needs ten times as long for a table.
"""

from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from attrs import Factory, define

from cchc.reading.document import Document
from cchc.reading.formats.manuscript import Manuscript
from cchc.reading.formats.package import Package
from cchc.reading.formats.word_names import W, deeper, shown_children
from cchc.reading.formats.word_numbering import Numbering, read_numbering
from cchc.reading.formats.word_paragraphs import Paragraphs
from cchc.reading.formats.word_styles import Style, read_styles
from cchc.reading.formats.word_tables import Row, laid_out, table_rows

__all__ = ["read_word"]

_PARAGRAPH, _TABLE = W + "p", W + "tbl"
_ASIDE = ("footnotes", "endnotes", "header", "footer")
_TABLE_ROWS, _TABLE_CELLS = 2, 3  # a smaller table within a cell only lays out the words of that cell


def read_word(path: Path) -> Document:
    """The document in a ``.docx`` file."""
    with Package.open(path) as package:
        name, root = package.main(".docx")
        relations = package.relations(name)
        parts = {relation.kind: relation.part for relation in relations}
        reader = _Reader(
            Paragraphs(
                read_styles=lambda: _styles(package, parts.get("styles")),
                read_numbering=lambda: _numbering(package, parts.get("numbering")),
            )
        )
        reader.blocks(root, 0)
        reader.aside = True
        for kind in _ASIDE:
            for relation in relations:
                if relation.kind == kind:
                    reader.blocks(package.xml(relation.part), 0)
        return reader.manuscript.document(path.name)


def _styles(package: Package, part: str | None) -> Mapping[str, Style]:
    return {} if part is None else read_styles(package.xml(part))


def _numbering(package: Package, part: str | None) -> Numbering:
    return Numbering({}, {}, {}) if part is None else read_numbering(package.xml(part))


@define
class _Reader:
    """What has been read, and whether what is read stands aside."""

    paragraphs: Paragraphs
    manuscript: Manuscript = Factory(Manuscript)
    aside: bool = False
    tables: int = 0
    said_aside: set[str] = Factory(set)

    def blocks(self, element: Element, depth: int) -> None:
        """Every block in an element, one after the other."""
        for child in shown_children(element, depth):
            if child.tag == _PARAGRAPH:
                self.paragraph(child, depth)
            elif child.tag == _TABLE:
                self.table(child, deeper(depth))
            else:  # a row or a cell outside of any table
                self.blocks(child, deeper(depth))

    def paragraph(self, element: Element, depth: int) -> None:
        """A paragraph, each of its lines that the writer ended by hand, then the text boxes that hang on it."""
        text, bold, level, boxes = self.paragraphs.read(element, depth)
        lines = text.rstrip().split("\n")
        for i, line in enumerate(lines):
            if self.aside:
                if line in self.said_aside:
                    continue
                self.said_aside.add(line)
            self.manuscript.line(line, whole=i == len(lines) - 1, level=level, bold=bold, aside=self.aside)
        for box in boxes:
            self.blocks(box, deeper(depth))

    def table(self, element: Element, depth: int) -> None:
        """A table; one of a single cell is a frame around blocks, and one in the head of a page lays out its lines."""
        rows = table_rows(element, depth)
        if self.aside or sum(len(row.cells) for row in rows) == 1:
            for row in rows:
                for cell in row.cells:
                    self.blocks(cell, deeper(depth))
            return
        within: list[Element] = []
        entries, size = laid_out(rows, lambda cell: self.cell(cell, depth, within))
        self.tables += 1
        self.manuscript.table(f"table{self.tables}", entries, size)
        for inner in within:
            self.table(inner, deeper(depth))

    def cell(self, element: Element, depth: int, within: list[Element]) -> tuple[str, bool]:
        """The words of a cell, and whether all are bold; a table in it that is no mere layout is put aside in `within`."""
        texts: list[str] = []
        weights: set[bool] = set()
        for child in shown_children(element, depth):
            said: list[tuple[str, bool]] = []
            if child.tag == _PARAGRAPH:
                text, bold, _, boxes = self.paragraphs.read(child, depth)
                said.append((text, bold))
                said += [self.cell(box, deeper(depth), within) for box in boxes]
            else:
                rows = table_rows(child, deeper(depth)) if child.tag == _TABLE else ()
                if _is_table(rows):
                    within.append(child)
                else:
                    said += [self.cell(inner, deeper(depth), within) for row in rows for inner in row.cells]
            for text, bold in said:
                if text and not text.isspace():
                    texts.append(text)
                    weights.add(bold)
        return "\n".join(texts), weights == {True}


def _is_table(rows: tuple[Row, ...]) -> bool:
    return len(rows) >= _TABLE_ROWS and max(len(row.cells) for row in rows) >= _TABLE_CELLS
