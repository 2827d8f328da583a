"""The rows of a task table that head those below them (dòng lĩnh vực, dòng nhóm nhiệm vụ): an area, or a group of tasks.

"II. Cải cách thủ tục hành chính" opens an area; "1. Kiểm soát thủ tục hành chính" below it a group, its numbering lying deeper.
"""

import re
from enum import IntEnum

from attrs import frozen

from cchc.model.area import Area
from cchc.reading.passage import Passage
from cchc.reading.prose.areas import find_area
from cchc.reading.tables.letters import CAPITALS
from cchc.reading.tables.row_codes import split_code

__all__ = ["Banner", "Depth", "depth_of", "read_banner"]

_AREA_LENGTH = 160
_ROMAN = re.compile(r"[IVX]+")
_CAPITAL = re.compile(rf"[{CAPITALS}]")


class Depth(IntEnum):
    """How deep a kind of numbering lies (cấp của số hiệu)."""

    CAPITAL = 1
    """A, B, C."""
    ROMAN = 2
    """I, II, III."""
    ARABIC = 3
    """1, 2, 3."""
    DOTTED = 4
    """1.1, I.2."""
    TWICE_DOTTED = 5
    """1.1.1, I.2.1."""
    LETTER = 6
    """a, b, c."""
    NONE = 7
    """Không đánh số."""


@frozen(kw_only=True)
class Banner:
    """A heading row: its printed code, its words, the area it names, how deep its numbering lies."""

    code: str
    title: str
    area: Area | None
    depth: Depth


def depth_of(code: str) -> Depth:
    """How deep a printed code lies."""
    if not code:
        return Depth.NONE
    if "." in code:
        return Depth.DOTTED if code.count(".") == 1 else Depth.TWICE_DOTTED
    if code.isdigit():
        return Depth.ARABIC
    if _ROMAN.fullmatch(code):
        return Depth.ROMAN
    return Depth.CAPITAL if _CAPITAL.fullmatch(code) else Depth.LETTER


def read_banner(number: str, words: Passage) -> Banner:
    """A heading row of its number cell, which may be empty, and its words."""
    code, title = split_code(words)
    code = number or code
    text = title.text if title else words.text
    area = find_area(text) if len(text) <= _AREA_LENGTH else None
    return Banner(code=code, title=text, area=area, depth=depth_of(code))
