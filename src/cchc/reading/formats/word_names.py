"""The names of WordprocessingML that bear on what a reader sees (ECMA-376 part 1, chapter 17)."""

from xml.etree.ElementTree import Element

from cchc.model.errors import InvalidInput, Problem

__all__ = [
    "ALTERNATE",
    "DELETED",
    "HIDING",
    "MATH_TEXT",
    "MOST_DEPTH",
    "VALUE",
    "W",
    "deeper",
    "is_on",
    "shown_children",
    "value",
]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
VALUE = W + "val"

DELETED = frozenset({W + "del", W + "moveFrom"})
"""Tracked changes: what stands here is no longer in the document."""

HIDING = DELETED | {
    W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tcPr", "trPr", "sectPr", "customXmlPr")
}
"""Elements whose content is no text of the document."""

MOST_DEPTH = 100
"""How deep elements may lie in one another: a hyperlink in an insertion in a control in a cell is six."""

_BLOCKS = frozenset({W + "p", W + "tbl", W + "tr", W + "tc"})
_OFF = frozenset({"0", "false", "off", "none"})


def value(parent: Element | None, name: str) -> str | None:
    """The value of a property, ``None`` where it is not set."""
    found = None if parent is None else parent.find(name)
    return None if found is None else found.get(VALUE, "")


def is_on(element: Element) -> bool:
    """Whether a property such as bold, which is there, is switched on."""
    return element.get(VALUE) not in _OFF


def deeper(depth: int) -> int:
    """The next depth; `InvalidInput` where no document goes."""
    if depth >= MOST_DEPTH:
        raise InvalidInput(Problem(code="too-deep"))
    return depth + 1


def shown_children(element: Element, depth: int) -> list[Element]:
    """The blocks in an element, those in controls and in tracked insertions too, deletions left out."""
    found: list[Element] = []
    for child in element:
        tag = child.tag
        if tag in _BLOCKS:
            found.append(child)
        elif tag == ALTERNATE:
            for choice in child[:1]:  # the first that is offered; the others say the same again
                found += shown_children(choice, deeper(depth))
        elif tag not in HIDING and len(child):
            found += shown_children(child, deeper(depth))
    return found
