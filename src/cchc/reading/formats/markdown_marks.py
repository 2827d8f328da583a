"""Marks of Markdown, which shape words and are none: ``#``, ``**``, ``_``, `` ` ``, ``>``, links, tags.

Only what Markdown would not print counts: in ``5 * 3`` and ``h_so`` the marks are words, and so is a row of underscores that
waits to be filled in.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from attrs import frozen

__all__ = ["Emphasis", "Stretch", "emphasis", "heading", "is_bold", "merged", "opening", "remaining"]

Stretch = tuple[int, int]
"""Where something starts in a text, and where it ends."""

_OPENING = re.compile(r"\A[^\S\n]*(?:>[^\S\n]*)*")
_HEADING = re.compile(r"(#{1,6})(?:\s+|$)")
_RUN = re.compile(r"\\[\\`*_{}\[\]()#+\-.!|>~]|`+|\*+|_+|~~+")
_LINK = re.compile(r"(!?\[)[^\[\]\n]{0,300}(\]\([^()\s]{0,500}\))")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<!--[^<>\n]{0,500}-->")


@frozen(kw_only=True)
class Emphasis:
    """The marks in a stretch of text, and what is not plain in it: the marks and the stretches that they make bold."""

    marks: tuple[Stretch, ...] = ()
    heavy: tuple[Stretch, ...] = ()


def opening(line: str) -> int:
    """How many characters at the start of a line quote or indent it."""
    return len(line) - len(_OPENING.sub("", line, count=1))


def heading(line: str) -> tuple[int, int, int]:
    """The level of a heading, 0 for none, and where its words start and end in the line."""
    found = _HEADING.match(line)
    if found is None:
        return 0, 0, len(line)
    words = line.rstrip()
    closed = words.rstrip("#")
    end = len(closed) if closed.endswith((" ", "\t")) and len(closed) >= found.end() else len(words)
    return len(found[1]), found.end(), end


def is_bold(text: str, start: int, end: int, found: Emphasis) -> bool:
    """Whether all words of a stretch are bold."""
    return bool(found.heavy) and not remaining(text, start, end, found.heavy)


def emphasis(text: str, start: int, end: int) -> Emphasis:
    """The marks of emphasis, code, links, tags and escapes between two places of a text: a paragraph, a heading or a cell."""
    marks = [found.span() for found in _TAG.finditer(text, start, end)]
    for link in _LINK.finditer(text, start, end):
        marks += [link.span(1), link.span(2)]
    bold: list[Stretch] = []
    opened: dict[str, Stretch] = {}
    for found in _RUN.finditer(text, start, end):
        run, place = found[0], found.span()
        if run[0] == "\\":
            marks.append((place[0], place[0] + 1))
            continue
        heavy = run[0] == "*" and len(run) > 1
        if heavy:  # nobody prints two stars, paired or not
            marks.append(place)
        if run in opened and _closes(text, run, place[0], start):
            begun = opened.pop(run)
            marks += [begun, place]
            if heavy or run == "__":
                bold.append((begun[0], place[1]))
        elif _opens(text, run, place, (start, end)):
            opened[run] = place
    return Emphasis(marks=merged(marks), heavy=merged([*marks, *bold]) if bold else ())


def _closes(text: str, run: str, at: int, start: int) -> bool:
    if run[0] == "`":
        return True
    followed = text[at + len(run) : at + len(run) + 1]
    return at > start and not text[at - 1].isspace() and not (run[0] == "_" and followed.isalnum())


def _opens(text: str, run: str, place: Stretch, within: Stretch) -> bool:
    if run[0] == "`":
        return True
    before = text[place[0] - 1] if place[0] > within[0] else " "
    return place[1] < within[1] and not text[place[1]].isspace() and not (run[0] == "_" and before.isalnum())


def merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Stretches in order, those that touch or overlap as one, empty ones left out."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        elif start < end:
            found.append((start, end))
    return tuple(found)


def remaining(text: str, start: int, end: int, without: Sequence[Stretch]) -> str:
    """What a stretch of text holds apart from the stretches `without`, which are in order, white space left out."""
    pieces: list[str] = []
    for first, last in without[max(0, bisect_left(without, (start, start)) - 1) : bisect_left(without, (end, end))]:
        pieces.append(text[start : max(start, first)])
        start = max(start, last)
    return "".join("".join([*pieces, text[start:end]]).split())
