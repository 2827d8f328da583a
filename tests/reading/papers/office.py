"""Papers as office files: Word with merged cells and Word's own numbering, Excel with merged cells, PDF with ruled tables."""

from pathlib import Path

import docx
import openpyxl
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph as WordParagraph
from fpdf import FPDF
from fpdf.enums import TableSpan
from fpdf.fonts import FontFace
from openpyxl.utils import get_column_letter

from tests.reading.papers.paper import ABOVE, BREAK, LEFT, Paper, Paragraph, Table

__all__ = ["write_docx", "write_pdf", "write_xlsx"]


def write_docx(paper: Paper, path: Path) -> None:
    """A Word file; paragraphs whose mark is automatic are numbered by Word and carry no mark of their own."""
    document = docx.Document()
    numbers = _Numbers(document)
    for block in paper.blocks:
        if isinstance(block, Table):
            _word_table(document, block)
        else:
            paragraph = document.add_paragraph(style=f"Heading {min(block.level, 9)}" if block.level else None)
            paragraph.add_run(block.text)
            if block.automatic:
                numbers.number(paragraph, block.automatic)
    document.save(str(path))


class _Numbers:
    """Word's own lists: one for every kind of mark, counted anew where the mark starts again."""

    _FORMS = (("upperRoman", "%1.", "I."), ("decimal", "%1.", "1."), ("lowerLetter", "%1)", "a)"))

    def __init__(self, document: WordDocument) -> None:
        self._part = document.part.numbering_part.element
        self._open: dict[str, tuple[int, str]] = {}
        self._next = 900

    def number(self, paragraph: WordParagraph, mark: str) -> None:
        """Have Word write `mark` before the paragraph."""
        if mark in "-–+•":
            form, pattern, first = "bullet", mark, True
        else:
            form, pattern, opening = next(
                one
                for one in self._FORMS
                if (
                    mark[-1] == one[2][-1]
                    and mark[:-1].isdigit() == one[2][:-1].isdigit()
                    and mark[:-1].isupper() == one[2][:-1].isupper()
                )
            )
            first = mark == opening
        if first or form not in self._open:
            start = 1 if form == "bullet" else _ordinal(mark, form)
            self._open[form] = (self._list(form, pattern, start), pattern)
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 python-docx has no public way to a list
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{self._open[form][0]}"/></w:numPr>')
        )

    def _list(self, form: str, pattern: str, start: int) -> int:
        self._next += 1
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self._next}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl></w:abstractNum>'
        )
        number = parse_xml(f'<w:num {nsdecls("w")} w:numId="{self._next}"><w:abstractNumId w:val="{self._next}"/></w:num>')
        firsts = self._part.findall(qn("w:num"))
        if firsts:
            firsts[0].addprevious(abstract)
        else:
            self._part.append(abstract)
        self._part.append(number)
        return self._next


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def _ordinal(mark: str, form: str) -> int:
    name = mark[:-1]
    if form == "upperRoman":
        return _ROMAN.index(name) + 1
    return int(name) if form == "decimal" else ord(name) - ord("a") + 1


def _word_table(document: WordDocument, table: Table) -> None:
    made = document.add_table(len(table.rows), len(table.rows[0]))
    made.style = "Table Grid"
    cells = [row.cells for row in made.rows]
    for row, column, high, wide, text in table.extents():
        cell = cells[row][column]
        if high > 1 or wide > 1:
            cell = cell.merge(cells[row + high - 1][column + wide - 1])
        first, *rest = text.split(BREAK)
        cell.text = first.strip()
        for line in rest:
            cell.add_paragraph(line.strip())


def write_xlsx(paper: Paper, path: Path) -> None:
    """An Excel file: each paragraph in a cell merged over the table's width, then the table with its merged cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    width = max((len(table.rows[0]) for table in paper.tables), default=1)
    at = 1
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            sheet.cell(at, 1, block.printed)
            if width > 1:
                sheet.merge_cells(f"A{at}:{get_column_letter(width)}{at}")
            at += 1
            continue
        for row, column, high, wide, text in block.extents():
            value: str | int = int(text) if text.isascii() and text.isdigit() else text.replace(BREAK, "\n")
            sheet.cell(at + row, column + 1, value if value != "" else None)
            if high > 1 or wide > 1:
                sheet.merge_cells(
                    start_row=at + row, start_column=column + 1, end_row=at + row + high - 1, end_column=column + wide
                )
        at += len(block.rows)
    book.save(path)


def write_pdf(paper: Paper, path: Path, *, font: Path, head: str = "", size: int = 11) -> None:
    """A PDF file with ruled tables, the page number above from the second page on, and a running head if there is one."""
    pdf = _Pages(head)
    pdf.add_font("text", fname=font)
    pdf.set_font("text", size=size)
    pdf.add_page()
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            pdf.multi_cell(0, 6, block.printed, new_x="LMARGIN", new_y="NEXT")
        else:
            _pdf_table(pdf, block)
    pdf.output(str(path))


_SPANS = {ABOVE: TableSpan.ROW, LEFT: TableSpan.COL}


def _pdf_table(pdf: FPDF, table: Table) -> None:
    heads = table.heads or 1
    with pdf.table(
        first_row_as_headings=table.heads > 0, num_heading_rows=heads, headings_style=FontFace(), line_height=5
    ) as made:
        for cells in table.rows:
            row = made.row()
            for cell in cells:
                # The library takes a span in place of a text, and does not say so in its types.
                row.cell(_SPANS.get(cell, cell.replace(BREAK, "\n")))  # type: ignore[arg-type]


class _Pages(FPDF):
    def __init__(self, head: str) -> None:
        super().__init__(orientation="landscape")
        self._head = head

    def header(self) -> None:
        if self.page_no() > 1:
            self.cell(0, 6, str(self.page_no()), align="C", new_x="LMARGIN", new_y="NEXT")
            if self._head:
                self.cell(0, 6, self._head, new_x="LMARGIN", new_y="NEXT")
