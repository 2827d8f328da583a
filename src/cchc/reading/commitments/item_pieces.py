"""The parts of an item between hard stops (câu, vế): sentences, what semicolons part, brackets and quotation marks.

A plan's bullet may promise several things; a semicolon may as well stand inside the name of one thing. What belongs together is
decided where the numbers are known.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Protocol, TypeVar

from attrs import frozen

__all__ = ["Piece", "beginning_in", "enclosed", "inside", "masked", "pieces", "quoted"]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


_Thing = TypeVar("_Thing", bound=_Placed)

_RECENT = 32  # an item is cut again and again by those who read it
_QUOTED = re.compile(r"“[^“”]{0,400}”|\"[^\"]{0,400}\"|«[^«»]{0,400}»")
_END = re.compile(r"(?P<sentence>(?<!\bTP)(?<!\bTX)(?<!\bTT)(?<!\bTh)[.!?…](?=\s[A-ZĐÀ-ỸƠƯ0-9“\"(≥>]|\s?$))|(?P<part>;)")


@frozen(kw_only=True)
class Piece:
    """Characters `start` up to `end` between hard stops; `sentence` says that a full stop closes it."""

    start: int
    end: int
    sentence: bool


def enclosed(text: str) -> tuple[tuple[int, int], ...]:
    """The outermost brackets of a text, each from its opening to past its closing; one that never closes counts for nothing."""
    if "(" not in text and "[" not in text:
        return ()
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for i, character in enumerate(text):
        if character in "([":
            opened.append(i)
        elif character in ")]" and opened:
            start = opened.pop()
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, i + 1))
    return tuple(pairs)


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches in quotation marks: names and titles."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


@lru_cache(maxsize=_RECENT)
def masked(text: str) -> str:
    """The text with what stands in brackets and quotation marks made blank, character for character."""
    parts: list[str] = []
    done = 0
    for start, end in sorted((*enclosed(text), *quoted(text))):
        if start >= done:
            parts += (text[done : start + 1], "·" * (end - start - 2), text[end - 1])
            done = end
    return "".join((*parts, text[done:]))


def inside(at: int, stretches: tuple[tuple[int, int], ...]) -> tuple[int, int] | None:
    """The stretch in which `at` stands, of stretches in order that do not overlap."""
    i = bisect_right(stretches, at, key=itemgetter(0)) - 1
    return stretches[i] if i >= 0 and at < stretches[i][1] else None


def beginning_in(row: Sequence[_Thing], start: int, end: int) -> Sequence[_Thing]:
    """Those of a row, in order, that begin from `start` up to, not including, `end`."""
    begins = attrgetter("start")
    return row[bisect_left(row, start, key=begins) : bisect_left(row, end, key=begins)]


@lru_cache(maxsize=_RECENT)
def pieces(text: str) -> tuple[Piece, ...]:
    """The text cut at full stops and semicolons outside brackets and quotation marks; a piece keeps its full stop."""
    blank = masked(text)
    found: list[Piece] = []
    start = 0
    for match in _END.finditer(blank):
        sentence = match["part"] is None
        if piece := _trimmed(text, start, match.end() if sentence else match.start(), sentence=sentence):
            found.append(piece)
        start = match.end()
    if piece := _trimmed(text, start, len(text), sentence=True):
        found.append(piece)
    return tuple(found)


def _trimmed(text: str, start: int, end: int, *, sentence: bool) -> Piece | None:
    body = text[start:end]
    left = len(body) - len(body.lstrip(" -–+•*,;"))
    right = len(body.rstrip())
    return Piece(start=start + left, end=start + right, sentence=sentence) if any(map(str.isalnum, body)) else None
