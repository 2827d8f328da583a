"""PDF files (.pdf) page by page: ruled tables as tables, what stands outside them as printed lines.

A scan holds pictures of letters and no letters: it is refused, so that nobody takes silence for an empty plan.
"""

import logging
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from cchc.model.errors import InvalidInput, MissingExtra, Problem
from cchc.reading.document import Document
from cchc.reading.formats.manuscript import Manuscript
from cchc.reading.formats.pdf_letters import Letter, PrintedLine, printed
from cchc.reading.formats.pdf_streams import check_streams
from cchc.reading.formats.pdf_tables import GoingTable, RuledTable, ruled

if TYPE_CHECKING:
    from pdfplumber._typing import T_obj
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

__all__ = ["MOST_PAGES", "read_pdf"]

MOST_PAGES = 2000
"""Pages of a file: the longest plan with all its annexes has a tenth of them."""

_MOST_EDGES = 20_000  # of a page: a table of a hundred rows and ten columns has four thousand, a map has any number
_BOLD = re.compile("bold|black|heavy", re.IGNORECASE)
_UNMAPPED = "(cid:"  # a letter whose font does not say which it is
_PAGE_NUMBER = re.compile(r"(?:trang|page)?[\s–(-]*[0-9]{1,4}(?:\s*/\s*[0-9]{1,4})?[\s–)-]*", re.IGNORECASE)


@frozen(kw_only=True)
class _Page:
    """What stands on a page: its number, its lines and tables from the top down, and whether it is a picture instead."""

    number: int
    parts: Sequence[PrintedLine | RuledTable]
    pictured: bool


def read_pdf(path: Path) -> Document:
    """The document in a ``.pdf`` file."""
    try:
        import pdfplumber
    except ImportError:
        raise MissingExtra("read") from None
    _keep_quiet()
    check_streams(path.read_bytes())
    try:
        with pdfplumber.open(path) as pdf:
            _check(pdf)
            pages = [_page(page) for page in pdf.pages]
    except InvalidInput:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged file makes the library raise whatever it may
        code = "encrypted" if _is_locked(error) else "broken-file"
        raise InvalidInput(Problem(code=code)) from None
    return _written(pages, path.name)


def _keep_quiet() -> None:
    """Leave it to the program whether the library's remarks on every damaged object are seen; by default they are not."""
    remarks = logging.getLogger("pdfminer")
    if not remarks.handlers:
        remarks.addHandler(logging.NullHandler())


def _check(pdf: "PDF") -> None:
    """Refuse a file under protection, since what it unpacks to cannot be measured, and one of very many pages."""
    if pdf.doc.encryption is not None:
        raise InvalidInput(Problem(code="encrypted"))
    if len(pdf.pages) > MOST_PAGES:
        found, most = f"{len(pdf.pages)} pages", f"{MOST_PAGES} pages"
        raise InvalidInput(Problem(code="too-large", found=found, accepted=(most,)))


def _is_locked(error: Exception) -> bool:
    """Whether a file did not open because a password is needed, or protects it in a way that is not known."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    return any(isinstance(cause, PDFEncryptionError | PDFPasswordIncorrect) for cause in (error, *error.args))


def _page(page: "Page") -> _Page:
    """The lines and tables of a page, whose letters are then forgotten."""
    letters = [_letter(char) for char in page.chars]
    tables: list[RuledTable] = []
    if len(page.edges) <= _MOST_EDGES:
        tables = [table for found in page.find_tables() if (table := ruled(found.cells))]
        tables.sort(key=lambda table: (table.box[2] - table.box[0]) * (table.box[3] - table.box[1]))
    pictured = not letters and bool(page.images)
    outside = [letter for letter in letters if not any(table.take(letter) for table in tables)]
    page.close()
    parts: list[tuple[float, PrintedLine | RuledTable]] = [(table.box[1], table) for table in tables if not table.blank]
    for turned in (0, 1, -1):
        lines = printed(letter.upright for letter in outside if letter.turned == turned)
        parts += [(line.top if turned == 0 else float(page.height), line) for line in lines]
    in_order = [part for _, part in sorted(parts, key=lambda part: part[0])]
    return _Page(number=page.page_number, parts=in_order, pictured=pictured)


def _letter(char: "T_obj") -> Letter:
    turned = 0 if char["upright"] else 1 if char["matrix"][1] > 0 else -1
    return Letter(
        char["text"],
        char["x0"],
        char["x1"],
        char["top"],
        char["bottom"],
        char["size"],
        bool(_BOLD.search(char["fontname"])),
        turned,
    )


def _written(pages: Sequence[_Page], name: str) -> Document:
    """The document of its pages, a table that goes on over pages put together."""
    running = _running(pages)
    parts: list[tuple[int, PrintedLine | GoingTable]] = []
    going: GoingTable | None = None
    for page in pages:
        for part in page.parts:
            if isinstance(part, PrintedLine):
                parts.append((page.number, part))
                if part.text not in running and not _PAGE_NUMBER.fullmatch(part.text):
                    going = None
            else:
                if going is None or not going.goes_on(part, page.number):
                    going = GoingTable(page.number, list(part.across))
                    parts.append((page.number, going))
                going.add(part, page.number)
    manuscript = Manuscript()
    tables = 0
    for number, piece in parts:
        if isinstance(piece, PrintedLine):
            manuscript.line(piece.text, bold=piece.bold, page=number)
        else:
            tables += 1
            entries, size = piece.entries()
            manuscript.table(f"table{tables}", entries, size, breaks=piece.breaks)
    return _with_words(evolve(manuscript.document(name), pictures=tuple(page.number for page in pages if page.pictured)))


def _with_words(document: Document) -> Document:
    """A document that is no mere picture; `InvalidInput` where it holds no letters, or none that are known."""
    words = document.text.split()
    if 2 * sum(_UNMAPPED in word for word in words) >= len(words):
        raise InvalidInput(Problem(code="no-text-layer"))
    return document


def _running(pages: Sequence[_Page]) -> frozenset[str]:
    """Lines that open or close several pages at one height: the head and the foot of the page."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        lines = [part for part in (*page.parts[:1], *page.parts[-1:]) if isinstance(part, PrintedLine)]
        seen.update({(line.text, round(line.top)) for line in lines})
    return frozenset(text for (text, _), times in seen.items() if times > 1)
