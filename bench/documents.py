"""Documents taken out of their formats: a 131-row table in Word, a sheet of 3,321 rows, a PDF of ruled tables.

The limits are what the bare libraries need for the same cells: ElementTree over the Word part, calamine over the sheet,
pdfplumber over the pages. Ours also keep the place of every cell, merges and paragraphs.
"""

import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as Tree

import docx
import openpyxl

from bench.result import Result
from bench.timing import time_all
from cchc.reading.document import Table
from cchc.reading.formats import open_document

__all__ = ["results"]

_ROWS, _COLUMNS = 131, 8
_UNITS, _CRITERIA = 3_321, 101
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _write_word(path: Path) -> None:
    document = docx.Document()
    for number in range(200):
        document.add_paragraph(f"Mục {number}. Tỷ lệ hồ sơ giải quyết đúng hạn đạt {number}%")
    table = document.add_table(_ROWS, _COLUMNS)
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            cell.text = f"Nhiệm vụ {at}.{column} rà soát, đơn giản hóa thủ tục hành chính"
    document.save(str(path))


def _write_sheet(path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in range(_UNITS):
        sheet.append([f"X{row:05}", *(row * column % 9973 for column in range(1, _CRITERIA))])
    book.save(path)


def _of_tree(path: Path) -> list[list[str]]:
    with zipfile.ZipFile(path) as package:
        root = Tree.fromstring(package.read("word/document.xml"))  # noqa: S314 the file was written a moment ago
    rows = root.iter(f"{_WORD}tr")
    return [["".join(text.text or "" for text in cell.iter(f"{_WORD}t")) for cell in row.iter(f"{_WORD}tc")] for row in rows]


def _of_calamine(path: Path) -> list[list[object]]:
    from python_calamine import CalamineWorkbook

    return [list(row) for row in CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()]


def _cells(path: Path) -> int:
    return sum(len(part.cells) for part in open_document(path).parts if isinstance(part, Table))


def _cases(folder: Path) -> dict[str, Callable[[], object]]:
    word, sheet = folder / "plan.docx", folder / "scores.xlsx"
    _write_word(word)
    _write_sheet(sheet)
    if _cells(word) != _ROWS * _COLUMNS:
        raise AssertionError("the table of the Word file is not what was written")
    return {
        "word": lambda: open_document(word),
        "tree": lambda: _of_tree(word),
        "sheet": lambda: open_document(sheet),
        "calamine": lambda: _of_calamine(sheet),
    }


def results() -> Iterator[Result]:
    """How many times the bare library ours takes."""
    with tempfile.TemporaryDirectory(prefix="cchc-bench-") as folder:
        seconds = time_all(_cases(Path(folder)), rounds=7)
    beside = f"ElementTree {seconds['tree'] * 1e3:.1f} ms"
    yield Result(f"a table of {_ROWS} rows from .docx", seconds["word"] / seconds["tree"], "×", 1.5, beside)
    beside = f"calamine alone {seconds['calamine'] * 1e3:.0f} ms"
    yield Result(f"a sheet of {_UNITS:,} × {_CRITERIA} from .xlsx", seconds["sheet"] / seconds["calamine"], "×", None, beside)
