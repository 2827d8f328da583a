"""Office packages (OOXML): a zip of XML parts, read part by part within bounds.

A small file can unfold into gigabytes, and XML can define names that unfold further. So no part is read beyond a bound,
whatever its header claims, no document type is accepted, and nobody else unpacks the file again.
"""

import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self
from xml.etree import ElementTree

from attrs import Factory, define, frozen

from cchc.model.errors import InvalidInput, Problem

__all__ = ["MOST_PART_BYTES", "MOST_TAGS", "Package", "Relation", "harmless", "parsed"]

MOST_PART_BYTES = 64 * 2**20
"""Bytes of all parts read of one package, unpacked: a sheet of five hundred columns for each commune is half of it."""

MOST_TAGS = 1_000_000
"""Tags of a part that is kept as a tree: each costs up to half a kilobyte of memory, a row of a table a hundred tags."""

_MOST_PARTS = 10_000  # a plan has some dozens; each picture is one
_MACROS = "vbaProject.bin"
_ENCRYPTED = 0x1  # the flag of the zip format
_ROOT = ""
_ROOTS: Mapping[str, str] = MappingProxyType({"document": ".docx", "workbook": ".xlsx", "presentation": ".pptx"})
_STRICT = (  # ISO/IEC 29500 Strict says the same under other names
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_LOOKS = tuple(
    re.compile(pattern)  # one by one: a search for fixed letters is ten times as fast as one for any of several
    for pattern in (
        rb"<w:tcPr><w:tcW [^<>]*/></w:tcPr>", rb"<w:rFonts [^<>]*/>", rb"<w:sz [^<>]*/>", rb"<w:szCs [^<>]*/>",
        rb"<w:rPr></w:rPr>",
    )
)  # fmt: skip
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


@frozen(kw_only=True)
class Relation:
    """How a part names another: the last word of the relation's kind, and the name of the other part."""

    id: str
    kind: str
    part: str


@define
class Package:
    """An open package, with the bytes that have been unpacked so far counted."""

    _zip: zipfile.ZipFile
    _names: frozenset[str]
    _left: int = MOST_PART_BYTES
    _read: dict[str, bytes] = Factory(dict)

    @classmethod
    def open(cls, path: Path) -> "Package":
        """The package in a file; `InvalidInput` where it is damaged, holds macros, or is not to be trusted."""
        try:
            archive = zipfile.ZipFile(path)
        except _DAMAGES:
            raise InvalidInput(Problem(code="broken-file")) from None
        try:
            return cls(archive, _trusted(archive.infolist()))
        except InvalidInput:
            archive.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """The content of a part, unpacked no further than the bound."""
        if name not in self._read:
            try:
                with self._zip.open(name) as part:  # what it claims is room that is made, and never more than is left
                    content = part.read(min(self._zip.getinfo(name).file_size, self._left) + 1)
            except (*_DAMAGES, KeyError):
                raise InvalidInput(Problem(code="broken-file", place=name)) from None
            if len(content) > self._left:
                raise InvalidInput(Problem(code="too-large", place=name, accepted=(f"{MOST_PART_BYTES} bytes",)))
            self._left -= len(content)
            if b"http://purl.oclc.org/ooxml/" in content:
                for strict, usual in _STRICT:
                    content = content.replace(strict, usual)
            self._read[name] = content
        return self._read[name]

    def xml(self, name: str) -> ElementTree.Element:
        """The XML of a part, without what Word says of widths, fonts and sizes: half of its elements, which no reader needs."""
        content = self.read(name)
        if b"<!" not in content:  # neither a comment nor raw text, in which tags are no tags
            for look in _LOOKS:
                content = look.sub(b"", content)
        return parsed(content, name)

    def relations(self, name: str = _ROOT) -> tuple[Relation, ...]:
        """What a part, or the package itself, names; parts that are not there are left out."""
        folder, _, file = name.rpartition("/")
        place = f"{folder}/_rels/{file}.rels".lstrip("/")
        if place not in self:
            return ()
        found = (
            Relation(
                id=element.get("Id", ""),
                kind=element.get("Type", "").rpartition("/")[2],
                part=_resolved(folder, element.get("Target", "")),
            )
            for element in self.xml(place)
        )
        return tuple(relation for relation in found if relation.part in self)

    def main(self, suffix: str) -> tuple[str, ElementTree.Element]:
        """The name and the XML of the part that holds the document itself, which is to be of the kind that `suffix` names."""
        name = next((relation.part for relation in self.relations() if relation.kind == "officeDocument"), None)
        if name is None:
            raise InvalidInput(Problem(code="mislabelled", found=".zip", accepted=(suffix,)))
        root = self.xml(name)
        found = _ROOTS.get(root.tag.rpartition("}")[2], ".zip")
        if found != suffix:
            raise InvalidInput(Problem(code="mislabelled", found=found, accepted=(suffix,)))
        return name, root


def _trusted(parts: Iterable[zipfile.ZipInfo]) -> frozenset[str]:
    """The names of the parts; what they claim is enough to refuse a file, but not to trust it."""
    parts = tuple(parts)
    names = [part.filename for part in parts]
    if len(parts) > _MOST_PARTS:
        raise InvalidInput(Problem(code="too-large", found=f"{len(parts)} parts", accepted=(f"{_MOST_PARTS} parts",)))
    if len(set(names)) < len(names):
        raise InvalidInput(Problem(code="broken-file"))
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise InvalidInput(Problem(code="encrypted"))
    if any(name.endswith(_MACROS) for name in names):
        raise InvalidInput(Problem(code="macro-file"))
    unpacked = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if unpacked > MOST_PART_BYTES:
        raise InvalidInput(Problem(code="too-large", found=f"{unpacked} bytes", accepted=(f"{MOST_PART_BYTES} bytes",)))
    return frozenset(names)


def _resolved(folder: str, target: str) -> str:
    """The name of a part from where it is named; ``..`` goes up, a leading slash starts at the top."""
    steps: list[str] = []
    for step in target.split("/") if target.startswith("/") else [*folder.split("/"), *target.split("/")]:
        if step == ".." and steps:
            steps.pop()
        elif step not in {"", ".", ".."}:
            steps.append(step)
    return "/".join(steps)


def parsed(content: bytes, name: str) -> ElementTree.Element:
    """The XML of a part called `name`; `InvalidInput` where it is none, is not `harmless`, or has too many tags."""
    harmless(content, name)
    tags = content.count(b"<") if len(content) > MOST_TAGS else 0
    if tags > MOST_TAGS:
        raise InvalidInput(Problem(code="too-large", place=name, found=f"{tags} tags", accepted=(f"{MOST_TAGS} tags",)))
    try:
        return ElementTree.fromstring(content)  # noqa: S314 - without a document type there is nothing to unfold
    except (ElementTree.ParseError, ValueError, LookupError):
        raise InvalidInput(Problem(code="broken-file", place=name)) from None


def harmless(content: bytes, name: str) -> bytes:
    """The content of a part called `name`; `InvalidInput` where it declares a document type."""
    if b"<!DOCTYPE" in content or (b"\0" in content and b"<!DOCTYPE" in content.replace(b"\0", b"")):
        raise InvalidInput(Problem(code="document-type", place=name))
    return content
