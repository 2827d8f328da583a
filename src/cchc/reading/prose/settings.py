"""The headings that stand above a target or a figure (tiêu đề phía trên), found again from the marks of an outline.

A heading holds what follows until a mark as high comes: I. over 1. over a) over * over - over +. A few words without a figure
and without a full stop head a list as well, whatever they were read as.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType

from attrs import frozen

from cchc.model.setting import Setting
from cchc.model.source import Source
from cchc.reading.outline import Part, PartKind

__all__ = ["settings_of"]

_MARKS = tuple(
    (re.compile(pattern), rank)
    for pattern, rank in (
        (r"(?i:phần|chương|mục)\s+\w+[.:]?|[A-HĐK][.)]?", 0),
        (r"[IVXL]+[.)]?", 1),
        (r"\d+[.)]?", 2),
        (r"\d+(?:\.\d+)+[.)]?", 3),
        (r"[a-zđ]{1,2}[.)]|[a-zđ]\.\d+[.)]?|\(\w+\)", 4),
        (r"\*", 5),
        (r"[-–—]", 6),
        (r"[+•o▪◦]", 7),
    )
)
_UNMARKED = 5
_LONGEST_LEAD = 12
_MAY_STAND = (PartKind.HEADING, PartKind.TARGET, PartKind.STATEMENT)


@frozen(kw_only=True)
class _Line:
    """An item of the outline: how high its mark stands, its words, whether they head others, where it begins and ends."""

    rank: int
    words: str
    heads: bool
    start: int
    end: int


_LAST = _Line(rank=0, words="", heads=False, start=10**12, end=10**12)


def settings_of(outline: Iterable[Part], sources: Mapping[str, Source | None]) -> Mapping[str, Setting]:
    """The setting of each thing by the name it has in `sources`; of one without a place in the text there is none."""
    begins = sorted(
        (source.span.start, name) for name, source in sources.items() if source is not None and source.span is not None
    )
    found: dict[str, Setting] = {}
    above: list[_Line] = []
    lines = _lines(part for part in outline if part.kind in _MAY_STAND and not part.place)
    for line, following in pairwise((*lines, _LAST)):
        above = [one for one in above if one.rank < line.rank]
        headings = tuple(one.words for one in above)
        while begins and begins[0][0] < following.start:
            start, name = begins.pop(0)
            if start >= line.start:
                under = (*headings, line.words) if line.heads and start >= line.end else headings
                found[name] = Setting(headings=under, item=line.start)
        if line.heads:
            above.append(line)
    return MappingProxyType(found)


def _lines(parts: Iterable[Part]) -> list[_Line]:
    """The marks of an outline with the words after them; words without a mark are a line when they are a heading."""
    lines: list[_Line] = []
    mark: Part | None = None
    for part in parts:
        words = " ".join(part.span.text.split())
        if mark is None and _rank(words) is not None:
            mark = part
        elif mark is not None:
            rank = _rank(mark.span.text.strip()) or 0
            lines.append(_Line(rank=rank, words=words, heads=_heads(part, words), start=mark.span.start, end=part.span.end))
            mark = None
        elif _heads(part, words) and not words[:1].islower():
            lines.append(_Line(rank=_UNMARKED, words=words, heads=True, start=part.span.start, end=part.span.end))
    return lines


def _rank(mark: str) -> int | None:
    return next((rank for pattern, rank in _MARKS if pattern.fullmatch(mark)), None)


def _heads(part: Part, words: str) -> bool:
    short = len(words.split()) <= _LONGEST_LEAD and not words.endswith((".", ";"))
    return part.kind is PartKind.HEADING or words.endswith(":") or (short and "%" not in words)
