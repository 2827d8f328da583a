"""How the sections of a document are numbered, as printed (đánh số): which lists there are, and what each counts.

A list may go on below the next heading (Điều 5 in the next chapter). A number that seems to be missing and stands in the midst
of a paragraph is there all the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, pairwise

from attrs import define, evolve, field, frozen

from cchc.model import Numbered, Numbering
from cchc.reading.passage import Passage
from cchc.reading.prose.markers import Style
from cchc.reading.prose.structure import Section

__all__ = ["order_of", "read_numbering"]

_KINDS = {
    Style.PART: Numbering.SECTION, Style.CAPITAL: Numbering.SECTION, Style.ROMAN: Numbering.SECTION,
    Style.ARTICLE: Numbering.SECTION, Style.ARABIC: Numbering.ITEM, Style.DOTTED: Numbering.ITEM, Style.DEEP: Numbering.ITEM,
    Style.BRACKETED: Numbering.ITEM, Style.LETTER: Numbering.LETTER,
}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_WITHOUT_D = _ALPHABET.replace("đ", "")
_MOST_MISSING = 9
_MAY_OPEN_SMALL = frozenset((Style.LETTER, Style.BRACKETED))
_LONGEST_TITLE = 80
_SENTENCE_ENDS = (".", ";", ",")


@frozen
class _Look:
    """What the items of one list have in common: the style of their markers, and the word or number before the last."""

    style: Style
    before: str


@frozen
class _Printed:
    """A section with its look, what its code counts as, and the letters that its list counts with."""

    section: Section
    look: _Look
    order: int
    alphabet: str


def read_numbering(sections: Iterable[Section], *, worn: bool = False) -> tuple[Numbered, ...]:
    """The numbered paragraphs of sections, list after list; `worn` says that they come from a scan that was repaired."""
    return tuple(evolve(one, worn=worn) for one in _Lists().read(tuple(sections), 0))


def order_of(code: str) -> int:
    """What a number counts as, Arabic or Roman: ``02`` and ``II`` are 2; 0 for anything else."""
    if code.isdecimal():
        return int(code)
    if not code or not set(code) <= _ROMAN.keys():
        return 0
    values = [_ROMAN[letter] for letter in code]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


@define
class _Lists:
    """Tells lists apart: those below one paragraph, and one that goes on below the next."""

    _series: Iterator[int] = field(factory=count)
    _open: dict[tuple[int, _Look], tuple[int, int]] = field(factory=dict)

    def read(self, siblings: Sequence[Section], depth: int) -> Iterator[Numbered]:
        """The lists that paragraphs make, and those below each of them."""
        lists: dict[_Look, list[_Printed]] = {}
        for one in _printed(siblings):
            lists.setdefault(one.look, []).append(one)
        for look, printed in lists.items():
            yield from self._listed(look, printed, depth)
        for section in siblings:
            yield from self.read(section.children, depth + 1)

    def _listed(self, look: _Look, printed: Sequence[_Printed], depth: int) -> Iterator[Numbered]:
        series, last = self._open.get((depth, look), (0, 0))
        if printed[0].order != last + 1 or last == 0:
            series = next(self._series)
        self._open[depth, look] = (series, printed[-1].order)
        yield _numbered(printed[0], series)
        for before, one in pairwise(printed):
            yield from _hidden(before, one, series)
            yield _numbered(one, series)


def _printed(siblings: Sequence[Section]) -> Iterator[_Printed]:
    """The paragraphs that open with a number and are no scrap of a sentence."""
    letters = [section.block.code for section in siblings if section.block.style in (Style.LETTER, Style.CAPITAL)]
    alphabet = _ALPHABET if "đ" in "".join(letters).casefold() else _WITHOUT_D
    for section in siblings:
        style, text = section.block.style, section.words.text
        if style not in _KINDS or (text[:1].islower() and style not in _MAY_OPEN_SMALL):
            continue
        before, last = _taken_apart(section)
        order = order_of(last) or (alphabet.find(last.casefold()) + 1 if len(last) == 1 else 0)
        if order:
            yield _Printed(section, _Look(style, before), order, alphabet)


def _taken_apart(section: Section) -> tuple[str, str]:
    """What stands before the last number of a code, and that number: 2. and 10 of 2.10, chương and II of Chương II."""
    code, style = section.block.code, section.block.style
    if style is Style.PART:
        return section.block.marker.text.split(" ")[0].casefold(), code
    if style is Style.LETTER and len(code) > 1:
        return code[0], code[1:].strip(".")
    before, dot, last = code.rpartition(".")
    return before + dot, last


def _numbered(one: _Printed, series: int) -> Numbered:
    block = one.section.block
    marker, title = block.marker, block.words.text[:_LONGEST_TITLE]
    of = _KINDS[block.style]
    return Numbered(code=block.code, order=one.order, series=series, of=of, title=title, heads=_heads(one), span=marker.span())


def _heads(one: _Printed) -> bool:
    """Whether a list of the same look may lie below: nothing stands between but the heading itself, or words with a colon."""
    *_, last = one.section.walk()
    if last.words.text.endswith(":"):
        return True
    return last is one.section and "." not in one.look.before and not last.words.text.endswith(_SENTENCE_ENDS)


def _hidden(before: _Printed, one: _Printed, series: int) -> Iterator[Numbered]:
    """The numbers between two of a list that stand in the text between them, though not as paragraphs of the list."""
    if not 1 < one.order - before.order <= _MOST_MISSING + 1:
        return
    source = one.section.block.marker.source
    start, end = before.section.block.marker.ends[-1], one.section.block.marker.starts[0]
    between = Passage.of(source, start, max(start, end)).text
    template = _numbered(one, series)
    for order in range(before.order + 1, one.order):
        code = _code_of(order, one)
        if re.search(rf"(?<![\w.,/]){re.escape(code)}(?: ?[.):/-](?![0-9])| [A-ZĐÀ-Ỹ])", between):
            yield evolve(template, code=code, order=order, title="", span=None)


def _code_of(order: int, like: _Printed) -> str:
    """How a list would print a number."""
    style, before = like.look.style, like.look.before
    last = _taken_apart(like.section)[1]
    if last.isdecimal():
        return f"{before if style is not Style.PART else ''}{order}"
    if order_of(last):
        return "X" * (order // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[order % 10]
    letter = like.alphabet[order - 1]
    return letter.upper() if style is Style.CAPITAL else letter
