"""What a sheet's XML says beside its values: which cells hold any, how their numbers are shown, which formulas lack a result.

The values themselves come from a library that is quick and tells none of this. The tags are looked for, not parsed: a sheet of
three hundred thousand cells is read through in a tenth of a second.
"""

import re
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple

from cchc.model.errors import InvalidInput, Problem
from cchc.reading.formats.sheet_numbers import NumberFormat

__all__ = ["MOST_CELLS", "SheetMarks", "read_marks"]

MOST_CELLS = 1_000_000
"""Cells of the block that holds all values of a sheet: all communes by three hundred columns."""

# In well-formed XML no tag holds "<": that keeps every search from running past the tag it began with.
_USUAL_CELL = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^<>]*(?<!/)>(?!</)')
_CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^<>]*)?(?<!/)>(?!</)")
_ROW = re.compile(rb"<(?:\w+:)?row(?=[\s>/])([^<>]*)>")
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")
_UNUSUAL = (b"<c>", b"<c\n", b"<c\r", b"<c\t", b":c>", b":c ", b":c\n", b":c\r", b":c\t")
"""How cells begin in files that are not written as nearly all are; what looks for cells is then read more slowly."""

_UNCOMPUTED = re.compile(
    rb"<(?:\w+:)?c(?=[\s>])([^<>]*)>\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_TEXT_RESULT = re.compile(rb"""\st\s*=\s*["']str["']""")
_ERROR = re.compile(
    rb"""<(?:\w+:)?c(?=\s)([^<>]*\st=["']e["'][^<>]*)>(?:\s*<(?:\w+:)?f[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>([^<]*)<"""
)
_STYLED = rb"""<(?:\w+:)?c(?=\s)[^<>]*\ss=["'](?:%s)["'][^<>]*>"""
_STYLE = re.compile(rb"""\ss=["']([0-9]+)["']""")
_LONGEST_FORMULA = 80
_MOST_LETTERS = 3  # XFD is the last column there is
_MOST_DIGITS = 8  # and 1048576 the last row


class SheetMarks(NamedTuple):
    """By row and column, counted from 0: how numbers are shown, and which errors stand in place of a value."""

    formats: Mapping[tuple[int, int], NumberFormat]
    errors: Mapping[tuple[int, int], str]


def read_marks(content: bytes, name: str, formats: Mapping[str, NumberFormat]) -> SheetMarks:
    """The marks of the sheet called `name`; `InvalidInput` where it is too large, or a formula has no result."""
    _check_size(content, name)
    _check_formulas(content, name)
    styled: dict[tuple[int, int], NumberFormat] = {}
    if formats:
        for found in re.finditer(_STYLED % "|".join(formats).encode(), content):
            tag = found[0]
            style, place = _STYLE.search(tag), _PLACE.search(tag)
            if style and place:
                styled[_position(place)] = formats[style[1].decode()]
    errors = {
        _position(place): unescape(found[2].decode("utf-8", "replace"))
        for found in (_ERROR.finditer(content) if b'e"' in content or b"e'" in content else ())
        if (place := _PLACE.search(found[1]))
    }
    return SheetMarks(styled, errors)


def _check_size(content: bytes, name: str) -> None:
    """Refuse a sheet whose values span too much: whoever reads it makes room for every cell between the first and the last."""
    usual = _USUAL_CELL.findall(content)
    columns = [_column(letters) for letters in {letters for letters, _ in usual}]
    rows = [_row(row) for row in {row for _, row in usual}]
    beside = 0  # cells that do not name their place stand beside the one before
    if any(form in content for form in _UNUSUAL) or content.count(b"<c ") > content.count(b'<c r="'):
        tags = _CELL.findall(content)
        places = [place for tag in tags if (place := _PLACE.search(tag))]
        columns += [_column(place[1].upper()) for place in places]
        rows += [_row(place[2]) for place in places]
        if len(places) < len(tags):
            stretches = _ROW.split(content)[1:]
            beside = max((len(_CELL.findall(cells)) for cells in stretches[1::2]), default=0)
            rows += [1, len(stretches) // 2, *(_row(place[2]) for row in stretches[::2] if (place := _PLACE.search(row)))]
    width = max(columns, default=0) - min(columns, default=0) + 1 + beside
    height = max(rows, default=0) - min(rows, default=0) + 1
    if width * height > MOST_CELLS:
        found = f"{width} × {height} cells"
        raise InvalidInput(Problem(code="too-large", place=name, found=found, accepted=(f"{MOST_CELLS} cells",)))


def _check_formulas(content: bytes, name: str) -> None:
    """Refuse a formula whose result the file does not hold: it was written by a program that does not compute."""
    if b"<f" not in content and b":f" not in content:
        return
    for found in _UNCOMPUTED.finditer(content):
        if not _TEXT_RESULT.search(found[1]):
            place = _PLACE.search(found[1])
            where = f"!{(place[1] + place[2]).decode()}" if place else ""
            formula = "=" + unescape((found[2] or b"").decode("utf-8", "replace"))[:_LONGEST_FORMULA]
            raise InvalidInput(Problem(code="formula-without-value", place=name + where, found=formula))


def _position(place: re.Match[bytes]) -> tuple[int, int]:
    return _row(place[2]) - 1, _column(place[1].upper())


def _row(digits: bytes) -> int:
    return int(digits[:_MOST_DIGITS])


def _column(letters: bytes) -> int:
    """The number of a column, counted from 0; one beyond the last there is, where its name is too long."""
    number = 0
    for letter in letters[: _MOST_LETTERS + 1]:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
