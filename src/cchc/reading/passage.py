"""Words of a document as the grammars read them: composed (NFC), one space between words, each character tied to its place.

A printed line ends where the paper did, a cell may go on over the page: a passage puts the words together again and still
knows where in the source every one of them stands.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import field, frozen

from cchc.model.source import Span

__all__ = ["Passage"]

_GAP = re.compile(r"\s{2,}|[^\S ]")  # white space that is not the one space between two words


@frozen
class Passage:
    """`text` with, for each of its characters, where it starts and ends in `source`, the whole text of the document.

    ``passage[2:5]`` is a passage too; `span` gives the place in the source and the source's own words there.
    """

    text: str
    starts: Sequence[int] = field(repr=False, eq=False)
    ends: Sequence[int] = field(repr=False, eq=False)
    source: str = field(repr=False, eq=False)

    @classmethod
    def of(cls, source: str, start: int = 0, end: int | None = None) -> "Passage":
        """The words of `source` from `start` up to `end`, in NFC, every run of white space one space."""
        end = len(source) if end is None else end
        piece = source[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if unicodedata.is_normalized("NFC", piece):
            return cls._composed(source, start, end)
        texts: list[str] = []
        starts, ends = array("q"), array("q")
        at = start
        for word in piece.split():
            at = source.index(word, at)
            if starts:
                texts.append(" ")
                starts.append(ends[-1])
                ends.append(at)
            for text, first, last in _letters(word, at):
                texts.append(text)
                starts.extend(first)
                ends.extend(last)
            at += len(word)
        return cls("".join(texts), starts, ends, source)

    @classmethod
    def _composed(cls, source: str, start: int, end: int) -> "Passage":
        """The words of a stretch in NFC that begins and ends with one: whole lines at a time, as most need nothing done."""
        gaps = [gap.span() for gap in _GAP.finditer(source, start, end)]
        if not gaps:
            return cls(source[start:end], range(start, end), range(start + 1, end + 1), source)
        texts: list[str] = []
        starts, ends = array("q"), array("q")
        at = start
        for first, last in [*gaps, (end, end)]:
            texts.append(source[at:first])
            starts.extend(range(at, first))
            ends.extend(range(at + 1, first + 1))
            if first < last:
                starts.append(first)
                ends.append(last)
            at = last
        return cls(" ".join(texts), starts, ends, source)

    @classmethod
    def joined(cls, passages: Iterable["Passage"]) -> "Passage":
        """Passages of one source one after the other, a space that stands nowhere between them; empty ones leave nothing."""
        parts = [passage for passage in passages if passage.text]
        if len(parts) == 1:
            return parts[0]
        starts, ends = array("q"), array("q")
        for i, part in enumerate(parts):
            if i:
                starts.append(ends[-1])
                ends.append(ends[-1])
            starts.extend(part.starts)
            ends.extend(part.ends)
        return cls(" ".join(part.text for part in parts), starts, ends, parts[0].source if parts else "")

    def __getitem__(self, piece: slice) -> "Passage":
        return Passage(self.text[piece], self.starts[piece], self.ends[piece], self.source)

    def __bool__(self) -> bool:
        return bool(self.text)

    def replaced(self, edits: Iterable[tuple[int, int, str]]) -> "Passage":
        """With other words in place of some: each edit is a start, an end and what is to stand there, in order.

        Every character of the new words stands where the old ones stood.
        """
        texts: list[str] = []
        starts, ends = array("q"), array("q")
        done = 0
        for start, end, text in [*edits, (len(self.text), len(self.text), "")]:
            texts += (self.text[done:start], text)
            starts.extend(self.starts[done:start])
            ends.extend(self.ends[done:start])
            if text:
                starts.extend([self.starts[start]] * len(text))
                ends.extend([self.ends[end - 1]] * len(text))
            done = end
        return Passage("".join(texts), starts, ends, self.source)

    def strip(self, characters: str = " ") -> "Passage":
        """Without `characters` at both ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        return self[left : max(left, len(self.text.rstrip(characters)))]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where characters `start` up to `end` stand, from the first to the last place, and the source's words there."""
        starts, ends = self.starts[start:end], self.ends[start:end]
        if not starts:
            return Span(start=0, end=0)
        first, last = min(starts), max(ends)
        return Span(start=first, end=last, text=self.source[first:last])

    def spans(self) -> tuple[Span, ...]:
        """The stretches of the source that the passage is made of, in its own order; white space between words joins them."""
        if not self.starts:
            return ()
        if isinstance(self.starts, range):
            return (self.span(),)
        cuts = [0]
        for i in range(1, len(self.starts)):
            goes_back = self.starts[i] < self.starts[i - 1]
            if goes_back or self.source[self.ends[i - 1] : self.starts[i]].strip():
                cuts.append(i)
        return tuple(self.span(a, b) for a, b in pairwise([*cuts, len(self.starts)]))


def _letters(word: str, at: int) -> Iterable[tuple[str, Iterable[int], Iterable[int]]]:
    """A word in NFC, in pieces, with the places of each character; a letter and its marks are one place."""
    if unicodedata.is_normalized("NFC", word):
        yield word, range(at, at + len(word)), range(at + 1, at + len(word) + 1)
        return
    start = 0
    for end in range(1, len(word) + 1):
        if end == len(word) or not unicodedata.combining(word[end]):
            cluster = unicodedata.normalize("NFC", word[start:end])
            yield cluster, [at + start] * len(cluster), [at + end] * len(cluster)
            start = end
