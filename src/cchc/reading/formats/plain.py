"""Plain text (văn bản thuần): what an office copied out of a PDF, or what a scan was turned into, as it stands.

The text is the file's own, letter by letter, so that a place in it is a place in the file.
"""

from collections.abc import Iterator
from pathlib import Path

from cchc.model.errors import InvalidInput, Problem
from cchc.reading.document import Document, Line

__all__ = ["decoded", "plain_document", "printed_lines", "read_plain"]

_MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
"""How a file says its own encoding; Windows writes both."""

_NEW_PAGE = "\f"


def read_plain(path: Path) -> Document:
    """The document in a file of plain text."""
    return plain_document(decoded(path.read_bytes()), path.name)


def plain_document(text: str, name: str = "") -> Document:
    """The lines of a plain text; a form feed opens a page."""
    page = 1 if _NEW_PAGE in text else 0
    parts: list[Line] = []
    for start, end in printed_lines(text):
        if text[start:end].strip():
            parts.append(Line(start=start, end=end, page=page))
        if page and text.startswith(_NEW_PAGE, end):
            page += 1
    return Document(name=name, text=text, parts=tuple(parts))


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 where it says so; `InvalidInput` names the first byte that is neither."""
    encoding = next((encoding for mark, encoding in _MARKED if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise InvalidInput(
            Problem(
                code="not-utf-8",
                place=f"byte {error.start}",
                found=f"0x{content[error.start]:02x}",
                accepted=("UTF-8",),
            )
        ) from None


def printed_lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line of a text starts and ends, its end of line left out, whichever way ends of lines are written."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
        start += len(line)
