"""Excel workbooks (.xlsx): each sheet, hidden ones too, is one table of what its cells show, merged cells as one.

A sheet is made small and harmless before it is read: only the parts that hold values are handed on, unpacked and checked.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from cchc.model.errors import InvalidInput, MissingExtra, Problem
from cchc.reading.document import Document
from cchc.reading.formats.manuscript import Manuscript
from cchc.reading.formats.package import Package, Relation, harmless
from cchc.reading.formats.sheet_marks import SheetMarks, read_marks
from cchc.reading.formats.sheet_numbers import Number, read_number_formats, shown

__all__ = ["read_excel"]

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROOT_RELATIONS = "_rels/.rels"
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_FIXED: Mapping[str, str] = MappingProxyType({"styles": "xl/styles.xml", "sharedStrings": "xl/sharedStrings.xml"})
"""Where the library that reads values looks for them, wherever else the workbook keeps them."""

_Range = tuple[tuple[int, int], tuple[int, int]]


def read_excel(path: Path) -> Document:
    """The document in an ``.xlsx`` file: a table for each sheet that holds anything."""
    try:
        import python_calamine
    except ImportError:
        raise MissingExtra("read") from None
    with Package.open(path) as package:
        name, root = package.main(".xlsx")
        relations = package.relations(name)
        parts = {relation.id: relation.part for relation in relations if relation.kind == "worksheet"}
        styles = next((relation.part for relation in relations if relation.kind == "styles"), None)
        formats = read_number_formats(None if styles is None else package.xml(styles))
        marks: dict[str, SheetMarks] = {}
        for sheet in root.iter(_SHEET + "sheet"):
            if part := parts.get(sheet.get(_RELATION, "")):  # a sheet that is all chart holds no cells
                title = sheet.get("name", "")
                marks[title] = read_marks(_whole(package.read(part), part), title, formats)
        content = _repacked(package, name, relations)
    manuscript = Manuscript()
    try:
        with python_calamine.CalamineWorkbook.from_filelike(content) as workbook:
            for title, mark in marks.items():
                values = workbook.get_sheet_by_name(title)
                if rows := values.to_python():
                    corner = values.start or (0, 0)
                    entries = _entries(rows, corner, values.merged_cell_ranges or (), mark)
                    manuscript.table(title, entries, (len(rows), len(rows[0])), corner=corner)
    except python_calamine.CalamineError:
        raise InvalidInput(Problem(code="broken-file")) from None
    return manuscript.document(path.name)


def _whole(content: bytes, name: str) -> bytes:
    """A sheet's XML, which is read by looking for its tags: what is cut off would not be noticed."""
    if not content.rstrip().endswith(b"worksheet>"):
        raise InvalidInput(Problem(code="broken-file", place=name))
    return harmless(content, name)


def _repacked(package: Package, name: str, relations: Iterable[Relation]) -> io.BytesIO:
    """The parts that hold values, unpacked and checked, as a package of their own."""
    content = io.BytesIO()
    folder, _, file = name.rpartition("/")
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(_ROOT_RELATIONS, package.read(_ROOT_RELATIONS))
        archive.writestr(_WORKBOOK, package.read(name))
        archive.writestr(_RELATIONS, package.read(f"{folder}/_rels/{file}.rels"))
        for relation in relations:
            if relation.kind in _FIXED:
                archive.writestr(_FIXED[relation.kind], harmless(package.read(relation.part), relation.part))
            elif relation.kind == "worksheet":
                archive.writestr(relation.part, package.read(relation.part))
    content.seek(0)
    return content


def _entries(
    rows: Sequence[Sequence[Number]], corner: tuple[int, int], merges: Iterable[_Range], marks: SheetMarks
) -> Iterator[tuple[str, int, int, int, int, bool]]:
    """The cells of a sheet row by row, from its first cell that holds anything; a merged one once."""
    reach, covered = _merged(merges, corner, (len(rows), len(rows[0])))
    for row, values in enumerate(rows):
        texts = _texts(values, (corner[0] + row, corner[1]), marks)
        if not covered:
            for column, text in enumerate(texts):
                yield text, row, column, 1, 1, False
            continue
        for column, text in enumerate(texts):
            place = row, column
            if place in reach:
                yield text, row, column, *reach[place], False
            elif place not in covered or text.strip():  # words that a merge hides are still in the file
                yield text, row, column, 1, 1, False


def _texts(values: Sequence[Number], start: tuple[int, int], marks: SheetMarks) -> Sequence[str]:
    """What the cells of a row show, the first of which stands at `start`."""
    texts = [value if type(value) is str else shown(value) for value in values]
    if marks.formats or marks.errors:
        for i, value in enumerate(values):
            place = start[0], start[1] + i
            if place in marks.formats:
                texts[i] = shown(value, marks.formats[place])
            elif not value and place in marks.errors:
                texts[i] = marks.errors[place]
    return texts


def _merged(
    merges: Iterable[_Range], corner: tuple[int, int], size: tuple[int, int]
) -> tuple[Mapping[tuple[int, int], tuple[int, int]], frozenset[tuple[int, int]]]:
    """How far merged cells reach, by the place of the first, and the places that they cover, within the block of values.

    Merged cells never overlap; in a file where they do, those that come later count as not merged.
    """
    reach: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in merges:
        row, column = top - corner[0], left - corner[1]
        down, across = min(bottom - corner[0], size[0] - 1) - row + 1, min(right - corner[1], size[1] - 1) - column + 1
        if row < 0 or column < 0 or down < 1 or across < 1 or (row, column) in covered or (row, column) in reach:
            continue
        if len(covered) + down * across > size[0] * size[1]:
            break
        reach[row, column] = down, across
        covered.update((row + i, column + j) for i in range(down) for j in range(across) if i or j)
    return reach, frozenset(covered)
