"""Which files are let in: each is what its name says, and no larger than any plan or report is.

Decision 10 of the design: strict at the border. What a file really is, its first bytes tell, so that a sheet saved under
another name, a scan, or a file under a password is named for what it is instead of being read as noise.
"""

import difflib
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from cchc.model.errors import InvalidInput, Problem

__all__ = ["MOST_BYTES", "MOST_TEXT_BYTES", "SUFFIXES", "admit"]

SUFFIXES = (".txt", ".md", ".docx", ".xlsx", ".pdf")
"""What is read, by the end of the name."""

MOST_BYTES = 256 * 2**20
"""Bytes of a Word, Excel or PDF file: a scanned plan with every annex is a tenth of it."""

MOST_TEXT_BYTES = 64 * 2**20
"""Bytes of a file of plain text: some forty million letters, a hundred times the longest plan."""

_SIBLINGS: Mapping[str, str] = MappingProxyType({
    ".doc": ".docx", ".rtf": ".docx", ".odt": ".docx", ".xls": ".xlsx", ".xlsb": ".xlsx", ".ods": ".xlsx", ".csv": ".xlsx",
    ".markdown": ".md", ".text": ".txt",
})  # fmt: skip
"""What to save as, for names whose letters alone would not tell."""

_MACROS = frozenset({".docm", ".dotm", ".xlsm", ".xltm"})
_ZIPPED = frozenset({".docx", ".xlsx"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 1024  # a PDF may begin within its first kilobyte
_CHUNK = 2**20
_STREAMS: tuple[tuple[str, bytes], ...] = tuple(
    (kind, name.encode("utf-16-le"))
    for kind, name in (("encrypted", "EncryptedPackage"), (".doc", "WordDocument"), (".xls", "Workbook"), (".xls", "Book"))
)
"""How the inner names of an old Office container tell what it is; the first that is found counts."""


def admit(path: str | os.PathLike[str]) -> tuple[Path, str]:
    """The file and the end of its name, in small letters, where it may be read; `InvalidInput` says why not."""
    place = Path(path)
    suffix = _suffix(place)
    try:
        with place.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            head = file.read(_HEAD)
            found = _kind(head)
            if found == "ole":
                file.seek(0)
                found = _ole_kind(file.read(MOST_BYTES))
    except FileNotFoundError:
        raise InvalidInput(Problem(code="no-such-file", found=str(place))) from None
    except (OSError, ValueError) as error:  # a name that no system could have is a ValueError
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InvalidInput(Problem(code="cannot-read", found=f"{place} ({reason})")) from None
    try:
        _check(suffix, size, found)
    except InvalidInput as error:
        raise error.within(place.name) from None
    return place, suffix


def _suffix(place: Path) -> str:
    suffix = place.suffix.lower()
    if suffix in SUFFIXES:
        return suffix
    if suffix in _MACROS:
        raise InvalidInput(Problem(code="macro-file", found=place.name, accepted=SUFFIXES, near=suffix[:-1] + "x"))
    near = _SIBLINGS.get(suffix) or next(iter(difflib.get_close_matches(suffix, SUFFIXES, n=1, cutoff=0.6)), "")
    raise InvalidInput(Problem(code="unknown-format", found=place.name, accepted=SUFFIXES, near=near))


def _check(suffix: str, size: int, found: str) -> None:
    if not size:
        raise InvalidInput(Problem(code="empty-file"))
    most = MOST_TEXT_BYTES if suffix in {".txt", ".md"} else MOST_BYTES
    if size > most:
        raise InvalidInput(Problem(code="too-large", found=f"{size} bytes", accepted=(f"{most} bytes",)))
    if found == "encrypted":
        raise InvalidInput(Problem(code="encrypted"))
    expected = "zip" if suffix in _ZIPPED else ".pdf" if suffix == ".pdf" else ""
    if found != expected:
        raise InvalidInput(Problem(code="mislabelled", found=found or "text", accepted=(suffix,)))


def _kind(head: bytes) -> str:
    """What the first bytes of a file say that it is; nothing for text."""
    if head.startswith(_OLE):
        return "ole"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if b"%PDF-" in head and not head.lstrip().startswith(b"<"):
        return ".pdf"
    return ".rtf" if head.startswith(rb"{\rtf") else ""


def _ole_kind(content: bytes) -> str:
    return next((kind for kind, name in _STREAMS if name in content), "ole")
