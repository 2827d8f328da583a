"""Styles of Word (kiểu): what a paragraph looks like by the name of its style, and by the style that one is based on.

Headings are known by their outline level, or by their name: Heading 1, Tiêu đề 1, Đầu đề 1.
"""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from attrs import evolve, frozen

from cchc.reading.formats.word_names import W, is_on, value

__all__ = ["PLAIN", "Style", "outline_level", "read_styles"]

_HEADING = re.compile(r"(?:heading|tiêu đề|đầu đề|đề mục) ?([1-9])", re.IGNORECASE)
_MOST_BASES = 16  # Word itself stops at eleven; a circle never ends


@frozen(kw_only=True)
class Style:
    """What a style says: the level of a heading (0 for none), whether letters are bold or capital, and its numbering.

    `numbering` and `depth` name a list and a level in it; empty and ``None`` where the style numbers nothing.
    """

    level: int = 0
    bold: bool = False
    capital: bool = False
    numbering: str = ""
    depth: str | None = None


PLAIN = Style()
"""The style of a paragraph that names none."""


def read_styles(root: Element) -> Mapping[str, Style]:
    """Every style of a document, by its id, with what it takes from the one it is based on."""
    elements = {element.get(W + "styleId", ""): element for element in root.iter(W + "style")}
    return {name: _resolved(name, elements) for name in elements}


def _resolved(name: str, elements: Mapping[str, Element]) -> Style:
    chain: list[Element] = []
    while name in elements and len(chain) < _MOST_BASES:
        chain.append(elements[name])
        name = value(chain[-1], W + "basedOn") or ""
    style = PLAIN
    for element in reversed(chain):
        style = _with(style, element)
    return style


def _with(style: Style, element: Element) -> Style:
    """A style with what another, based on it, says itself."""
    paragraph, letters = element.find(W + "pPr"), element.find(W + "rPr")
    heading = _HEADING.fullmatch(value(element, W + "name") or "")
    outline = value(paragraph, W + "outlineLvl")
    if heading:
        style = evolve(style, level=int(heading[1]))
    elif outline is not None:
        style = evolve(style, level=outline_level(outline))
    if letters is not None:
        bold, capital = letters.find(W + "b"), letters.find(W + "caps")
        style = evolve(
            style,
            bold=style.bold if bold is None else is_on(bold),
            capital=style.capital if capital is None else is_on(capital),
        )
    numbers = None if paragraph is None else paragraph.find(W + "numPr")
    if numbers is not None:
        style = evolve(
            style, numbering=value(numbers, W + "numId") or style.numbering, depth=value(numbers, W + "ilvl") or style.depth
        )
    return style


def outline_level(stated: str) -> int:
    """The level of a heading as Word counts it from 0; 9 is body text, and counts as none."""
    return int(stated) + 1 if stated.isdecimal() and int(stated) < 9 else 0
