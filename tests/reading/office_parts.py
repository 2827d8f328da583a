"""Word and Excel files put together from their parts, for tests that say exactly what is in a file."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from cchc import InvalidInput, Problem
from cchc.reading.document import Cell, Document, Line, Table
from cchc.reading.formats import open_document

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NAMES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def relations(**targets: str) -> str:
    """The XML that names other parts: each kind of relation, and where the part is."""
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{OFFICE}/{kind.rstrip("_")}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def package(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A zip of parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def word(path: Path, body: str, **parts: str) -> Path:
    """A Word file with a body, and other parts by the kind of their relation (``header``, ``styles``, ``numbering``)."""
    names = {kind: f"{kind}.xml" for kind in parts}
    content = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": relations(**names),
    }
    return package(path, content | {f"word/{kind}.xml": f"<w:root {_NAMES}>{part}</w:root>" for kind, part in parts.items()})


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def tc(inner: str, properties: str = "") -> str:
    """A cell that holds paragraphs."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def sheet(path: Path, *sheets: str, styles: str = "", names: tuple[str, ...] = ("Biểu 1", "Biểu 2", "Biểu 3")) -> Path:
    """An Excel file of sheets, each given as what stands between the tags of its ``worksheet``."""
    listed = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(names[: len(sheets)], 1))
    kinds = {f"worksheet{'_' * i}": f"worksheets/sheet{i}.xml" for i in range(1, len(sheets) + 1)}
    if styles:
        kinds["styles"] = "styles.xml"
    parts = {
        "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(**kinds),
    }
    for i, inner in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{i}.xml"] = f'<worksheet xmlns="{SHEET}">{inner}</worksheet>'
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{SHEET}">{styles}</styleSheet>'
    return package(path, parts)


def rows(*cells: tuple[str, str]) -> str:
    """The data of a sheet: cells by their place, each in a row of its own element; the content is what stands in ``c``."""
    inner = "".join(
        f'<row r="{"".join(filter(str.isdigit, place))}"><c r="{place}"{content}</c></row>' for place, content in cells
    )
    return f"<sheetData>{inner}</sheetData>"


def said(document: Document) -> list[str]:
    """What every line and cell says, in order, blank cells left out."""
    found = (
        document.passage(part).text
        for whole in document.parts
        for part in (whole.cells if isinstance(whole, Table) else (whole,))
    )
    return [text for text in found if text]


def lines(document: Document) -> list[Line]:
    """The lines of a document."""
    return [part for part in document.parts if isinstance(part, Line)]


def tables(document: Document) -> list[Table]:
    """The tables of a document."""
    return [part for part in document.parts if isinstance(part, Table)]


def laid(document: Document, table: Table) -> dict[str, tuple[str, int, int]]:
    """What the cells of a table that say something say, by their place, with the rows and columns that they reach over."""

    def told(cell: Cell) -> tuple[str, int, int]:
        return document.passage(cell).text, cell.rows, cell.columns

    return {cell.place.partition("!")[2]: told(cell) for cell in table.cells if document.passage(cell)}


def check_complete(document: Document) -> None:
    """Every character that is no white space is in one line or cell, or in a mark."""
    times = [0] * len(document.text)
    for part in document.parts:
        for piece in part.cells if isinstance(part, Table) else (part,):
            for at in range(piece.start, piece.end):
                times[at] += 1
    marked = {at for first, last in document.marks for at in range(first, last)}
    for at, (letter, count) in enumerate(zip(document.text, times, strict=True)):
        assert letter.isspace() or count == 1 or (count == 0 and at in marked), (at, letter, count)


def refused(path: Path) -> Problem:
    """The one problem for which a file is refused, which names the file."""
    with pytest.raises(InvalidInput) as caught:
        open_document(path)
    (problem,) = caught.value.problems
    return problem
