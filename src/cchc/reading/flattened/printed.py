"""A printed text as words on lines (dòng in): what is left of a page when its ruled lines are gone.

Each word keeps its place in the source and the width it had on paper, so that a reader may tell where a column ended.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from cchc.reading.passage import Passage

__all__ = ["BULLETS", "SPACE", "Printed", "print_width"]

BULLETS = frozenset("-–—+*•●▪")
"""The signs before the items of a list."""

SPACE = 250
"""The width of the space between two words, in the measure of `print_width`."""

_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_FEED = "\f"

# Widths in thousandths of the letter height, as the face for official papers has them (Times New Roman, by Nghị định
# 30/2020/NĐ-CP); a wider face is wider by a factor, which a comparison of lines does not see.
_WIDTHS = {
    **dict.fromkeys("ijlt/;:", 278), **dict.fromkeys("frI()-[]\"'“”", 333), **dict.fromkeys("sJ", 389),
    **dict.fromkeys("acez", 444), **dict.fromkeys("PFS", 556), **dict.fromkeys("TELZ", 611), **dict.fromkeys("BCR", 667),
    **dict.fromkeys("wADGHKNOQUVXYĐ", 722), **dict.fromkeys("m&", 778), **dict.fromkeys(",.", 250),
    "M": 889, "W": 944, "…": 1000, "%": 833,
}  # fmt: skip
_OTHER = 500
# Where every fourth line is set in, that is how the text is set, and tells nothing.
_FEW = 4


@lru_cache(maxsize=1 << 16)
def print_width(word: str) -> int:
    """How wide a word stands on paper, in thousandths of the letter height; marks above and below letters take no room."""
    letters = unicodedata.normalize("NFD", word)
    return sum(_WIDTHS.get(letter, _OTHER) for letter in letters if not unicodedata.combining(letter))


@frozen(kw_only=True)
class Printed:
    """The words of a stretch of `source`: `words` in NFC, `folded` without case, `starts` and `ends` in the source.

    `widths` are theirs on paper; `lines` are the first words of the printed lines, with the number of words last. `pages` are
    the words that open a page for certain, `margins` those that may: they are set in from a margin that other lines keep to.
    """

    source: str
    words: Sequence[str]
    folded: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    widths: Sequence[int]
    lines: Sequence[int]
    pages: frozenset[int]
    margins: frozenset[int]

    @classmethod
    def of(cls, source: str, start: int = 0, end: int | None = None) -> "Printed":
        """The words and lines of `source` from `start` up to `end`."""
        end = len(source) if end is None else end
        places: list[tuple[int, int]] = []
        lines: list[int] = []
        margins: list[int] = []
        pages: list[int] = []
        done = start
        for line in _LINE.finditer(source, start, end):
            first = len(places)
            places += (match.span() for match in _WORD.finditer(source, line.start(), line.end()))
            if len(places) == first:
                continue
            if source.find(_FEED, done, line.start()) >= 0:
                pages.append(first)
            if places[first][0] > line.start():
                margins.append(first)
            lines.append(first)
            done = places[-1][1]
        words = [unicodedata.normalize("NFC", source[a:b]) for a, b in places]
        return cls(
            source=source,
            words=words,
            folded=[word.casefold() for word in words],
            starts=[a for a, _ in places],
            ends=[b for _, b in places],
            widths=[print_width(word) for word in words],
            lines=[*lines, len(words)],
            pages=frozenset(pages),
            margins=frozenset(margins if len(margins) * _FEW < len(lines) else ()),
        )

    def lines_between(self, first: int, last: int) -> Sequence[int]:
        """The lines that start at the words from `first` up to, not including, `last`."""
        return self.lines[bisect_left(self.lines, first) : bisect_left(self.lines, last)]

    def without(self, stretches: Iterable[tuple[int, int]]) -> "Printed":
        """What is left when whole stretches of words are taken out; what followed one of them opens a page."""
        left_out = set().union(*(range(start, end) for start, end in stretches))
        kept = [word for word in range(len(self.words)) if word not in left_out]
        places = {word: place for place, word in enumerate(kept)}
        opening = {word for word in kept if word - 1 in left_out}
        return Printed(
            source=self.source,
            words=[self.words[word] for word in kept],
            folded=[self.folded[word] for word in kept],
            starts=[self.starts[word] for word in kept],
            ends=[self.ends[word] for word in kept],
            widths=[self.widths[word] for word in kept],
            lines=[*sorted(places[word] for word in opening.union(self.lines) if word in places), len(kept)],
            pages=frozenset(places[word] for word in opening | self.pages if word in places),
            margins=frozenset(places[word] for word in self.margins if word in places),
        )

    def passage(self, first: int, last: int) -> Passage:
        """Words `first` up to, not including, `last`, as a passage of the source, without what was taken out between them."""
        turns = [line for line in self.lines_between(first + 1, last) if line in self.pages]
        stretches = [(a, b) for a, b in pairwise([first, *turns, last]) if a < b]
        return Passage.joined(Passage.of(self.source, self.starts[a], self.ends[b - 1]) for a, b in stretches)
