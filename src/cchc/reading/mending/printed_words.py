"""Words as printed (từ trên giấy): what of a line is a word to be read, and what is a figure, a symbol or a mark of a list.

Figures, dates, symbols of documents and the letters of lists are never words, whatever they look like.
"""

import re
from collections.abc import Iterator

from attrs import frozen

__all__ = ["Printed", "printed_words"]

_OPENING = "([{\"“”‘«'`*•+~-–—_,.;:…"
_CLOSING = ")]}\"”’»'`*.,;:!?…-–—_^"
_STOPS = frozenset(".;:?!")
_PART = re.compile(r"[^/\-–—]+")
_SYMBOL = re.compile(r"[A-ZĐ]{2}\w*(?:[-/–][A-ZĐ]\w*)+")
_MARKER = re.compile(r"(?:[A-Za-zĐđ¢©]|[IVX]+)[.)]\)?,?|\d+[.)]?")
_ROMAN = re.compile(r"[IVX]|(?!VI$)[IVX]{2,6}")
_TAKEN = re.compile(
    r"[$§]\d|[^\W\d_]{1,6}\d[^\W\d_]{0,5}|[a-z]{1,3}[016]{2}[a-z]{0,4}|1?\d[^\W\d_A-ZĐ]{2,6}|1\d?[aáoyp&]|[46][np]"
)
"""Letters with a figure among them, as where a letter was taken for one."""
_LOST_HORN = re.compile(r"[oOuUaA]['’‘`]")


@frozen
class Printed:
    """A stretch of a line, `start` up to `end`: a word, or a figure (`fixed`) that stays; `opens` a sentence or goes on."""

    start: int
    end: int
    text: str
    fixed: bool = False
    opens: bool = False


def printed_words(line: str) -> Iterator[Printed]:
    """The words and the figures of a line, in order; what is neither is left out."""
    opens = True
    for found in re.finditer(r"\S+", line):
        token = found[0]
        if _MARKER.fullmatch(token) and (opens or ")" in token):
            yield Printed(found.start(), found.end(), token, fixed=True, opens=True)
            opens = True
            continue
        core = token.lstrip(_OPENING)
        start = found.start() + len(token) - len(core)
        core = _trimmed(core)
        if core:
            for word in _parts(core, start, opens=opens):
                opens = False
                yield word
        tail = line[start + len(core) : found.end()]
        opens = opens or not _STOPS.isdisjoint(tail)


def _trimmed(core: str) -> str:
    """Without the punctuation at the end; a quote that stands for a horn or a hook belongs to its letter."""
    return core if _LOST_HORN.fullmatch(core[-2:]) else core.rstrip(_CLOSING)


def _parts(core: str, start: int, *, opens: bool) -> Iterator[Printed]:
    if _is_figure(core):
        yield Printed(start, start + len(core), core, fixed=True, opens=opens)
        return
    for part in _PART.finditer(core):
        text = part[0]
        yield Printed(start + part.start(), start + part.end(), text, fixed=_is_figure(text), opens=opens and not part.start())


def _is_figure(core: str) -> bool:
    """Whether this is a figure, a date, a symbol or a code, or an address, and so never read as a word."""
    if "://" in core or "@" in core[1:-1] or core.startswith("www."):
        return True
    if any(map(str.isdigit, core)):
        return not _TAKEN.fullmatch(core)
    return bool(_ROMAN.fullmatch(core) or _SYMBOL.fullmatch(core))
