"""A paragraph of Word as it is printed: its words after their automatic number, insertions kept, deletions and codes left out.

Text boxes stand apart: whoever reads the paragraph puts them after it.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from attrs import define, field

from cchc.reading.formats.word_names import ALTERNATE, HIDING, MATH_TEXT, W, deeper, is_on, value
from cchc.reading.formats.word_numbering import Numbering
from cchc.reading.formats.word_styles import PLAIN, Style, outline_level

__all__ = ["Paragraph", "Paragraphs", "plain_text"]

_RUN, _TEXT, _PROPERTIES, _RUN_PROPERTIES = W + "r", W + "t", W + "pPr", W + "rPr"
_BOX = W + "txbxContent"
_BOLD, _HIDDEN, _CAPITAL, _RUN_STYLE = W + "b", W + "vanish", W + "caps", W + "rStyle"
_SYMBOL = W + "sym"
_MARKS: Mapping[str, str] = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-",
}  # fmt: skip
_SILENT = frozenset(
    {W + "delText", W + "instrText", W + "delInstrText", W + "softHyphen", W + "fldChar", W + "lastRenderedPageBreak"}
)
_SYMBOLS: Mapping[str, str] = {  # of the font Symbol, by the code in the private area that Word writes
    "F0A3": "≤", "F0B3": "≥", "F0B1": "±", "F0B4": "×", "F0B8": "÷", "F0B9": "≠", "F0BB": "≈", "F0B7": "•", "F02D": "-",
    "F0AE": "→",
}  # fmt: skip
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


class Paragraph(NamedTuple):
    """What a paragraph says: its text, whether all of it is bold, its level as a heading, and the text boxes in it."""

    text: str
    bold: bool = False
    level: int = 0
    boxes: tuple[Element, ...] = ()


@define
class _Words:
    """The words of one paragraph, gathered."""

    pieces: list[str]
    boxes: list[Element]
    weights: set[bool | None]
    capital: bool = False


@define
class Paragraphs:
    """The paragraphs of a document: styles and numbering are looked up where a paragraph first needs them."""

    _read_styles: Callable[[], Mapping[str, Style]]
    _read_numbering: Callable[[], Numbering]
    _styles: Mapping[str, Style] | None = field(default=None, init=False)
    _numbering: Numbering | None = field(default=None, init=False)

    def read(self, element: Element, depth: int) -> Paragraph:
        """The paragraph of an element ``w:p``, which counts in its list."""
        if (text := plain_text(element)) is not None:
            return Paragraph(text)
        words = _Words([], [], set())
        properties = element[0] if len(element) and element[0].tag == _PROPERTIES else None
        style, level, label = PLAIN, 0, ""
        if properties is not None and len(properties):
            name = value(properties, W + "pStyle")
            style = PLAIN if name is None else self._style(name)
            outline = value(properties, W + "outlineLvl")
            level = style.level if outline is None else outline_level(outline)
            words.capital = style.capital
        self._gather(element, words, depth)
        text = "".join(words.pieces)
        if properties is not None and (text or not _mark_is_deleted(properties)):
            label = self._label(properties, style)
        bold = bool(words.weights) and all(style.bold if weight is None else weight for weight in words.weights)
        return Paragraph(label + text, bold, level, tuple(words.boxes))

    def _style(self, name: str) -> Style:
        if self._styles is None:
            self._styles = self._read_styles()
        return self._styles.get(name, PLAIN)

    def _label(self, properties: Element, style: Style) -> str:
        numbers = properties.find(W + "numPr")
        numbering, depth = style.numbering, style.depth
        if numbers is not None:
            numbering = value(numbers, W + "numId") or numbering
            depth = value(numbers, W + "ilvl") or depth
        if not numbering:
            return ""
        if self._numbering is None:
            self._numbering = self._read_numbering()
        return self._numbering.label(numbering, depth, value(properties, W + "pStyle") or "")

    def _gather(self, element: Iterable[Element], words: _Words, depth: int) -> None:
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self._run(child, words, depth)
            elif tag in {MATH_TEXT, _TEXT}:
                words.pieces.append(child.text or "")
            elif tag == _BOX:
                words.boxes.append(child)
            elif tag == ALTERNATE:
                for choice in child[:1]:
                    self._gather(choice, words, deeper(depth))
            elif tag not in HIDING and len(child):
                self._gather(child, words, deeper(depth))

    def _run(self, run: Element, words: _Words, depth: int) -> None:
        weight: bool | None = None
        capital = words.capital
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                if text := child.text:
                    words.pieces.append(text.upper() if capital else text)
                    if not text.isspace():
                        words.weights.add(weight)
            elif tag == _RUN_PROPERTIES:
                if len(child) and (found := child.find(_HIDDEN)) is not None and is_on(found):
                    return
                weight = self._weight(child)
                if (found := child.find(_CAPITAL)) is not None:
                    capital = is_on(found)
            elif mark := _MARKS.get(tag):
                words.pieces.append(mark)
            elif tag == _SYMBOL:
                words.pieces.append(_symbol(child))
            elif tag not in _SILENT and len(child):
                self._gather([child], words, deeper(depth))

    def _weight(self, properties: Element) -> bool | None:
        """Whether a run is bold; ``None`` where it says nothing, and the paragraph's style decides."""
        bold = properties.find(_BOLD)
        if bold is not None:
            return is_on(bold)
        name = value(properties, _RUN_STYLE)
        return True if name is not None and self._style(name).bold else None


def plain_text(paragraph: Element) -> str | None:
    """The text of a paragraph that is one run of letters without any property, as most are in a table; ``None`` for others."""
    if len(paragraph) == 1:
        run = paragraph[0]
        if run.tag == _RUN and len(run) == 1:
            text = run[0]
            if text.tag == _TEXT:
                return text.text or ""
    return None


def _mark_is_deleted(properties: Element) -> bool:
    """Whether the end of the paragraph is deleted in a tracked change: an empty one is then no longer there."""
    marks = properties.find(_RUN_PROPERTIES)
    return marks is not None and marks.find(W + "del") is not None


def _symbol(element: Element) -> str:
    code = element.get(W + "char", "").upper()
    return _SYMBOLS.get(code, _UNKNOWN)
