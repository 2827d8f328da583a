"""Automatic numbering of Word (đánh số tự động): "I.", "1.", "a)", "-", which no text of the file holds.

A reader sees the numbers, so they belong to the text. Lists that share a definition go on counting together; a level starts
again when a higher one has counted.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from attrs import Factory, define, frozen

from cchc.reading.formats.word_names import W, value

__all__ = ["Level", "Numbering", "read_numbering"]

_MOST_LEVELS = 9
_PRIVATE = range(0xE000, 0xF900)  # bullets of the fonts Symbol and Wingdings
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_WRITTEN = 5000  # beyond it a number in Roman digits or in letters is no number that anybody prints


@frozen(kw_only=True)
class Level:
    """A level of a list: what it starts with, in which digits, and its pattern such as ``%1.%2.``."""

    start: int = 1
    digits: str = "decimal"
    pattern: str = ""
    gap: str = " "
    legal: bool = False
    restart: int | None = None
    style: str = ""


@define
class Numbering:
    """The lists of a document and how far each has counted."""

    _levels: Mapping[str, Mapping[int, Level]]
    _families: Mapping[str, str]
    _overrides: Mapping[str, Mapping[int, int]]
    _counts: dict[str, list[int | None]] = Factory(dict)
    _begun: set[str] = Factory(set)

    def label(self, numbering: str, depth: str | None, style: str = "") -> str:
        """What stands before the next paragraph of a list, counted; nothing where there is no such list."""
        levels = self._levels.get(numbering)
        if levels is None:
            return ""
        at = (
            int(depth)
            if depth and depth.isdecimal()
            else next((i for i, level in levels.items() if style and level.style == style), 0)
        )
        level = levels.get(at)
        if level is None:
            return ""
        counts = self._counted(numbering, levels, at)
        if level.digits == "bullet":
            text = level.pattern.strip()
            return ("-" if not text or ord(text[0]) in _PRIVATE else text) + " "
        text = level.pattern
        for i in range(_MOST_LEVELS):
            if f"%{i + 1}" in text:
                shown = levels.get(i, level)
                count = counts[i]
                text = text.replace(
                    f"%{i + 1}", _written(shown.start if count is None else count, "decimal" if level.legal else shown.digits)
                )
        return text + level.gap if text.strip() else ""

    def _counted(self, numbering: str, levels: Mapping[int, Level], at: int) -> list[int | None]:
        counts = self._counts.setdefault(self._families[numbering], [None] * _MOST_LEVELS)
        if numbering not in self._begun:
            self._begun.add(numbering)
            for i, start in self._overrides[numbering].items():
                counts[i] = start - 1
        count = counts[at]
        counts[at] = levels[at].start if count is None else count + 1
        for i in range(at + 1, _MOST_LEVELS):
            restart = levels[i].restart if i in levels else None
            if restart is None or at < restart:  # 0: never
                counts[i] = None
        return counts


def read_numbering(root: Element) -> Numbering:
    """The lists that a document defines."""
    families = {element.get(W + "abstractNumId", ""): _levels(element) for element in root.iter(W + "abstractNum")}
    levels: dict[str, Mapping[int, Level]] = {}
    belongs: dict[str, str] = {}
    overrides: dict[str, Mapping[int, int]] = {}
    for element in root.iter(W + "num"):
        name = element.get(W + "numId", "")
        family = value(element, W + "abstractNumId") or ""
        own = dict(families.get(family, {}))
        starts: dict[int, int] = {}
        for override in element.iter(W + "lvlOverride"):
            own |= _levels(override)
            start = _number(value(override, W + "startOverride"), -1)
            at = _number(override.get(W + "ilvl"), _MOST_LEVELS)
            if start >= 0 and at < _MOST_LEVELS:
                starts[at] = start
        levels[name], belongs[name], overrides[name] = own, family, starts
    return Numbering(levels, belongs, overrides)


def _levels(parent: Element) -> Mapping[int, Level]:
    found: dict[int, Level] = {}
    for element in parent.iter(W + "lvl"):
        at = _number(element.get(W + "ilvl"), _MOST_LEVELS)
        if at < _MOST_LEVELS:
            found[at] = Level(
                start=_number(value(element, W + "start"), 1),
                digits=value(element, W + "numFmt") or "decimal",
                pattern=value(element, W + "lvlText") or "",
                gap="" if value(element, W + "suff") == "nothing" else " ",
                legal=element.find(W + "isLgl") is not None,
                restart=None if (stated := value(element, W + "lvlRestart")) is None else _number(stated, 0),
                style=value(element, W + "pStyle") or "",
            )
    return found


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else otherwise


def _written(count: int, digits: str) -> str:
    """A number in the digits of a list."""
    if digits == "none":
        return ""
    if digits == "decimalZero":
        return f"{count:02}"
    if 0 < count < _MOST_WRITTEN:
        if digits.endswith("Letter"):
            repeated, letter = divmod(count - 1, 26)
            return _cased(chr(ord("a") + letter) * (repeated + 1), digits)
        if digits.endswith("Roman"):
            return _cased(_roman(count), digits)
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        written += letters * times
    return written


def _cased(text: str, digits: str) -> str:
    return text.upper() if digits.startswith("upper") else text
