"""Repair of damaged text (khôi phục dấu): Vietnamese whose marks were lost, or spoiled by a reader of scanned paper.

What is repaired is marked word by word, with a confidence, and the raw text stays: nothing printed is overwritten. Figures and
symbols are left as they are; where one is likely wrong, that is said beside it and not put in its place.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from cchc.model.source import Span
from cchc.reading.mending.best_path import Choice, best_path, confidence
from cchc.reading.mending.legacy_fonts import LegacyFont, legacy_font
from cchc.reading.mending.lexicon import NUMBER, lexicon
from cchc.reading.mending.printed_words import Printed, printed_words
from cchc.reading.mending.skeletons import bare, is_marked, is_syllable, settled
from cchc.reading.mending.symbol_slips import MarkerOrder, proposed_symbol
from cchc.reading.passage import Passage

__all__ = ["Repair", "Repaired", "needs_repair", "repair"]

_SURE, _LIKELY, _LONGEST = 70, 90, 200
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_VOWEL = re.compile("[AEIOUY]")
# what it costs to keep a word as printed that no phrase has: anywhere, among words with their marks, a syllable;
_UNKNOWN, _FOREIGN, _SPOILED = 1350, 700, 850
# a figure with a capital, with a small letter, with more letters, a single letter;
_FIGURE, _SMALL_FIGURE, _LONG_FIGURE, _LETTER = 400, 800, 1050, 150
# and to change a word that is whole, one without marks among words that have theirs, a name to what is none
_CHANGED, _BARE, _UNNAMED = 450, 150, 150


@frozen(kw_only=True)
class Repair:
    """A word put in place of a damaged one: where the raw word stands, what it reads, and how sure that is in whole percent."""

    span: Span
    text: str
    confidence: int


@frozen(kw_only=True)
class Repaired:
    """A passage after repair (đã khôi phục), what was repaired in it, and what is likely wrong but stays as printed."""

    passage: Passage
    repairs: tuple[Repair, ...] = ()
    doubtful: tuple[Repair, ...] = ()


def needs_repair(text: str) -> bool:
    """Whether a text is Vietnamese of the field whose marks were lost or spoiled; never so for text in another language.

    >>> needs_repair("Ke hoach cai cach hanh chinh"), needs_repair("Kế hoạch cải cách hành chính")
    (True, False)
    """
    known, skeletons = lexicon().words, lexicon().skeletons
    words = damaged = weight = foreign = 0
    for word in _words(text):
        words += 1
        if is_marked(word) or settled(word) in known:
            continue
        # short words are alike in all languages, long ones are not
        if bare(word.lower()) in skeletons:
            damaged += 1
            weight += len(word) - 2
        elif not word.isupper():
            foreign += len(word) - 2
    return (damaged > 1 and damaged * 5 >= words and weight >= foreign) or legacy_font(text) is not None


def repair(passage: Passage) -> Repaired:
    """The passage with its damaged words repaired, each tied to the place of the raw one.

    >>> repaired = repair(Passage.of("Ke hoach s6 184/KH-UBND"))
    >>> repaired.passage.text, repaired.repairs[-1].span.text
    ('Kế hoạch số 184/KH-UBND', 's6')
    """
    line = passage.text
    font = legacy_font(line)
    if font:
        return _converted(passage, font)
    order = MarkerOrder()
    trusting = _is_whole(line)
    edits: list[tuple[int, int, str]] = []
    repairs: list[Repair] = []
    doubtful: list[Repair] = []
    for sentence in _sentences(printed_words(line)):
        read = _read(tuple((word.text, word.fixed) for word in sentence), trusting=trusting)
        for word, (text, sure) in zip(sentence, read, strict=True):
            if word.fixed:
                text, sure = order.proposed(proposed_symbol(word.text)), _LIKELY
            if text == word.text:
                continue
            marked = Repair(span=passage.span(word.start, word.end), text=text, confidence=sure)
            if word.fixed or (sure < _SURE and any(map(str.isdigit, word.text))):
                doubtful.append(marked)
            else:
                repairs.append(marked)
                edits.append((word.start, word.end, text))
    return Repaired(passage=passage.replaced(edits), repairs=tuple(repairs), doubtful=tuple(doubtful))


def _converted(passage: Passage, font: LegacyFont) -> Repaired:
    """A passage typed for an old font, every word of it as that font shows it."""
    words = ((found.start(), found.end(), font.shown(found[0])) for found in re.finditer(r"\S+", passage.text))
    edits = [(start, end, text) for start, end, text in words if text != passage.text[start:end]]
    repairs = (Repair(span=passage.span(start, end), text=text, confidence=100) for start, end, text in edits)
    return Repaired(passage=passage.replaced(edits), repairs=tuple(repairs))


def _words(text: str) -> Iterator[str]:
    """The words of a text, without its addresses."""
    for token in text.split():
        if "://" not in token and "@" not in token:
            yield from _LETTERS.findall(token)


def _is_whole(line: str) -> bool:
    """Whether most words carry marks that only Vietnamese has: then a reader saw them, and a word without is one without."""
    words = list(_words(line))
    return 2 * sum(map(is_marked, words)) > len(words)


def _sentences(printed: Iterable[Printed]) -> Iterator[list[Printed]]:
    """The words from one stop to the next; what never stops is cut, so that no text grows into one sentence."""
    sentence: list[Printed] = []
    for word in printed:
        if sentence and (word.opens or len(sentence) == _LONGEST):
            yield sentence
            sentence = []
        sentence.append(word)
    if sentence:
        yield sentence


@lru_cache(maxsize=1 << 12)
def _read(sentence: tuple[tuple[str, bool], ...], *, trusting: bool) -> tuple[tuple[str, int], ...]:
    """For each word of a sentence, and whether it is fixed: how it is to be read, and how sure that is."""
    lattice: list[tuple[Choice, ...]] = []
    for i, (text, fixed) in enumerate(sentence):
        if fixed:
            lattice.append(((NUMBER, 0),))
        elif _in_capitals(text) and not _is_shouted(sentence, i):
            lattice.append(_acronyms(text))
        else:
            lattice.append(_choices(text, trusting=trusting, named=i > 0 and text.istitle()))
    path = best_path(lattice)
    row = ["", "", *(choices[number][0] for choices, number in zip(lattice, path, strict=True)), "", ""]
    return tuple(
        (_cased(row[i + 2], text), confidence(lattice[i], path[i], (row[i], row[i + 1], row[i + 3], row[i + 4])))
        for i, (text, _) in enumerate(sentence)
    )


def _is_shouted(sentence: Sequence[tuple[str, bool]], at: int) -> bool:
    """Whether a word in capitals stands in a line of capitals, and is no acronym among small letters."""
    if not _is_loud(sentence[at][0]):
        return False
    around = [text for text, fixed in sentence[max(0, at - 1) : at + 2] if not fixed]
    return sum(map(_is_loud, around)) > 1 or all(_is_loud(text) for text, fixed in sentence if not fixed)


def _in_capitals(text: str) -> bool:
    """Whether most of the letters are capitals, as a poor reader takes one for a small letter."""
    return bool(_LETTERS.fullmatch(text)) and 2 * sum(map(str.isupper, text)) > len(text)


def _is_loud(text: str) -> bool:
    return bool(_in_capitals(text) and text.lower() not in lexicon().acronyms and _VOWEL.search(bare(text)))


@lru_cache(maxsize=1 << 14)
def _choices(seen: str, *, trusting: bool, named: bool) -> tuple[Choice, ...]:
    """What a printed word may have been, itself among it."""
    own = settled(seen)
    found = {word: cost for word, cost in lexicon().candidates(seen) if word not in lexicon().acronyms or word == own}
    if named:
        # a capital within a sentence begins a name more often than another word
        found = {word: cost + (_UNNAMED if word not in lexicon().names else 0) for word, cost in found.items()}
    if len(seen) == 1:
        # the letter of a point, of an annex
        found[NUMBER] = _FIGURE if seen in "oO" else _LETTER
    elif any(map(str.isdigit, seen)):
        found[NUMBER] = _LONG_FIGURE if len(seen) > 2 else _FIGURE if seen[0].isupper() else _SMALL_FIGURE
    elif own in lexicon().words or (is_syllable(own) and not own.isascii()):
        # a word that is whole is seldom another
        change = _CHANGED if is_marked(own) or (trusting and not own.isascii()) else _BARE if trusting else 0
        found = {word: cost + (change if word != own else 0) for word, cost in found.items()}
        found.setdefault(seen, _SPOILED - change)
    else:
        found[seen] = _FOREIGN if trusting else _UNKNOWN
    return tuple(found.items())


@lru_cache(maxsize=1 << 10)
def _acronyms(seen: str) -> tuple[Choice, ...]:
    """An acronym as printed, or the known one whose marks it lost."""
    found = lexicon().candidates(seen)
    known = tuple((word, cost) for word, cost in found if word in lexicon().acronyms and len(word) == len(seen))
    return known or ((seen, 0),)


def _cased(word: str, seen: str) -> str:
    """A word in the letters of the printed one: capitals where it has capitals."""
    if word in (NUMBER, seen, settled(seen)):
        return seen
    letters = [letter for letter in seen if letter.isalpha()]
    if word in lexicon().acronyms or (len(letters) > 1 and 2 * sum(map(str.isupper, letters)) > len(letters)):
        return word.upper()
    if letters and seen[0] == letters[0] and seen[0].isupper() and not (seen[0] == "I" and word[0] == "l"):
        return word[0].upper() + word[1:]
    return word
