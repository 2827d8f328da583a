"""The words of the field (từ vựng ngành): set phrases and names of Vietnamese public administration, and what follows what.

Phrases are written down once, in ``data/words.txt``; what may follow what is counted from them. A sentence is a row of phrases,
so a word follows the one before it within a phrase, or opens a new phrase where the last may end.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import log

from attrs import field, frozen

from cchc.reading.mending.lookalikes import matches
from cchc.reading.mending.skeletons import bare, settled

__all__ = ["NUMBER", "Lexicon", "lexicon"]

NUMBER = "#"
"""What stands in a phrase for any figure, date or symbol of a document."""

_LONGEST = 12  # "nghiêng", with what a careless reader adds
_CLOSE, _FAR, _ALONE = 350, 700, 430
_STRANGE = 900  # a word that no phrase has, whatever stands around it


@frozen(eq=False)
class Lexicon:
    """Words with their counts, alone, in pairs and in threes, and how often each opens and closes a phrase."""

    words: Mapping[str, int] = field(repr=False)
    pairs: Mapping[tuple[str, str], int] = field(repr=False)
    triples: Mapping[tuple[str, str, str], int] = field(repr=False)
    openings: Mapping[str, int] = field(repr=False)
    closings: Mapping[str, int] = field(repr=False)
    closing_pairs: Mapping[tuple[str, str], int] = field(repr=False)
    prefixes: Mapping[str, str] = field(repr=False)
    skeletons: frozenset[str] = field(repr=False)
    acronyms: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)
    phrase_count: int
    word_count: int

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, int]]) -> "Lexicon":
        """A lexicon of phrases, each with its weight; a word in capitals is an acronym, one with a capital a name."""
        words: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        triples: Counter[tuple[str, str, str]] = Counter()
        openings: Counter[str] = Counter()
        closings: Counter[str] = Counter()
        closing_pairs: Counter[tuple[str, str]] = Counter()
        acronyms: set[str] = set()
        names: set[str] = set()
        for phrase, weight in phrases:
            written = phrase.split()
            acronyms.update(word.lower() for word in written if len(word) > 1 and word[1].isupper())
            names.update(settled(word) for word in written if word[0].isupper())
            row = [settled(word) for word in written]
            openings[row[0]] += weight
            closings[row[-1]] += weight
            for i, word in enumerate(row):
                words[word] += weight
                if i:
                    pairs[row[i - 1], word] += weight
                if i > 1:
                    triples[row[i - 2], row[i - 1], word] += weight
            if len(row) > 1:
                closing_pairs[row[-2], row[-1]] += weight
        following: dict[str, str] = {}
        for word in words:
            for i, letter in enumerate(word):
                known = following.setdefault(word[:i], "")
                if letter not in known:
                    following[word[:i]] = known + letter
        return cls(
            words=words,
            pairs=pairs,
            triples=triples,
            openings=openings,
            closings=closings,
            closing_pairs=closing_pairs,
            prefixes=following,
            skeletons=frozenset(map(bare, words)),
            acronyms=frozenset(acronyms),
            names=frozenset(names),
            phrase_count=openings.total(),
            word_count=words.total(),
        )

    def cost(self, before: str, last: str, word: str) -> int:
        """What it costs that `word` follows `before` and `last` (empty at the start), in hundredths of a logarithm.

        Threes are trusted as far as they were seen, then pairs, then the word alone.
        """
        if word not in self.words:
            return _STRANGE
        alone = self.words[word] / self.word_count
        opening = self.openings.get(word, 0) / self.phrase_count
        seen = self.words.get(last, 0)
        if not seen:
            return round(-100 * log(0.7 * opening + 0.3 * alone))
        pair = (self.pairs.get((last, word), 0) + self.closings.get(last, 0) * opening) / seen
        share = seen / (seen + 4)
        likely = share * (0.96 * pair + 0.04 * alone) + (1 - share) * (0.5 * alone + 0.5 * opening)
        if both := self.pairs.get((before, last), 0):
            three = (self.triples.get((before, last, word), 0) + self.closing_pairs.get((before, last), 0) * opening) / both
            share = both / (both + 3)
            likely = share * three + (1 - share) * likely if three else (1 - share * 0.9) * likely
        return round(-100 * log(likely + 1e-9))

    def closing_cost(self, word: str) -> int:
        """What it costs that a line ends with `word`: half as much as inside, for a line may end within a phrase."""
        return round(-50 * log((self.closings.get(word, 0) + 0.5) / (self.words.get(word, 0) + 1)))

    def candidates(self, seen: str) -> tuple[tuple[str, int], ...]:
        """The words that `seen`, as printed, may have been, each with its cost; none where nothing is plausible."""
        if len(seen) > _LONGEST:
            return ()
        # a capital I within small letters is as often an l
        shown = seen.lower() if seen.isupper() else seen.replace("I", "|").lower()
        found = matches(settled(shown), self.prefixes, self.words, _CLOSE)
        if not found:
            found = matches(shown, self.prefixes, self.words, _FAR if len(seen) > 1 else _ALONE)
        return tuple(sorted(found.items()))


@cache
def lexicon() -> Lexicon:
    """The lexicon of the field, read at first use."""
    return Lexicon.of(_phrases((files("cchc.reading.mending") / "data" / "words.txt").read_text(encoding="utf-8")))


def _phrases(text: str) -> Iterator[tuple[str, int]]:
    """The phrases of a list and their weights: ``= 5`` sets the weight of what follows, ``;`` parts phrases of one line."""
    weight = 1
    for line in text.splitlines():
        if line.startswith("="):
            weight = int(line[1:])
        elif not line.startswith("//"):
            yield from ((phrase, weight) for phrase in map(str.strip, line.split(";")) if phrase)
