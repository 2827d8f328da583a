"""Markers that open a numbered paragraph (số, chữ, dấu đầu dòng): ``PHẦN I.``, ``II.``, ``2.``, ``2.1.``, ``a)``, ``-``, ``+``.

Vietnamese lists run a b c d đ e g h i k l; a lone capital I, V or X is a Roman numeral.
"""

import re
from enum import Enum, auto

from attrs import frozen

__all__ = ["BULLETS", "Marker", "Style", "as_letter", "follows", "read_marker"]


class Style(Enum):
    """The look of a marker, by which one tells lists from the lists within them."""

    PART = auto()
    CAPITAL = auto()
    ROMAN = auto()
    ARTICLE = auto()
    ARABIC = auto()
    DOTTED = auto()
    DEEP = auto()
    BRACKETED = auto()
    LETTER = auto()
    STAR = auto()
    DASH = auto()
    PLUS = auto()
    DOT = auto()
    NONE = auto()


BULLETS = frozenset((Style.STAR, Style.DASH, Style.PLUS, Style.DOT))
"""The styles that count nothing."""

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_SPECK = "[’‘'`~,.^]"  # dirt on the page, which a scan takes for a mark
_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{0,3}))(?<=[IVX])"
_ORDINALS = {"nhất": "I", "một": "I", "hai": "II", "ba": "III", "tư": "IV", "bốn": "IV", "năm": "V"}
_PATTERNS = (
    (Style.PART, re.compile(rf"(?i:phần|chương) (?P<code>{_ROMAN}|[0-9]{{1,2}}|[A-E])(?:[.:]|(?=$)|(?= ))\s?")),
    (Style.PART, re.compile(r"(?i:phần (?:thứ )?)(?P<word>(?i:nhất|một|hai|ba|tư|bốn|năm))(?:[.:]|(?=$))\s?")),
    (Style.ARTICLE, re.compile(r"(?i:điều) (?P<code>[0-9]{1,3})[.:]\s?")),
    (Style.ROMAN, re.compile(rf"(?P<code>{_ROMAN})(?: ?[./):-](?=\s|$|[A-ZĐÀ-Ỹ])\s?)")),
    (Style.CAPITAL, re.compile(r"(?P<code>[A-HĐ])(?:[.)],?)(?=\s)\s?")),
    (Style.DEEP, re.compile(r"(?P<code>[0-9]{1,2}(?:\.[0-9]{1,2}){2,3})(?:[.):](?=\s|$|[^\W\d_])|(?=\s[^\W\d_]))\s?")),
    (Style.DOTTED, re.compile(r"(?P<code>[0-9]{1,2}\.[0-9]{1,2})(?:[.):](?=\s|$|[^\W\d_])|(?=\s[^\W\d_]))\s?")),
    (Style.ARABIC, re.compile(r"(?P<code>[0-9]{1,2})(?: ?\.(?=\s|$|[^\W\d_])|[/-] (?=[^\W\d_]|[0-9,]+ ?%))\s?")),
    (Style.BRACKETED, re.compile(r"(?:\((?P<code>[0-9]{1,2})\)|(?P<half>[0-9]{1,2})\))(?=\s|$|[^\W\d_])\s?")),
    (Style.LETTER, re.compile(rf"(?:{_SPECK} ?)?(?P<code>[{_LETTERS}¢©](?:\.?[0-9]{{1,2}})?)(?: ?\),?|\.(?=\s)|/ )\s?")),
    (Style.STAR, re.compile(r"\*{1,3}\s?(?=\S)")),
    (Style.DASH, re.compile(r"[-\u2010-\u2015\u2212\uf02d](?=\s|[^\W\d_]|[0-9]+ ?%)\s?")),
    (Style.PLUS, re.compile(r"\+\s?(?=\S)")),
    (Style.DOT, re.compile(r"[\u2022\u00b7\u25cf\u25aa\u25e6\uf0b7\u25a0\u25ba\u27a2\uf0d8\u2713]\s?|o\s(?=[A-ZĐÀ-Ỹ])")),
)
_LOOKS_LIKE = {"1": "il", "I": "il", "9": "g", "0": "o", "C": "c", "D": "d", "Đ": "đ", "5": "s", "V": "v", "X": "x"}
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


@frozen
class Marker:
    """A marker at the start of a text: its style, its code (empty for a bullet) and how many characters it takes."""

    style: Style
    code: str
    length: int


def read_marker(text: str) -> Marker | None:
    """The marker that opens `text` (in NFC, single spaces), or None."""
    for style, pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            groups = match.groupdict()
            code = groups.get("code") or groups.get("half") or _ORDINALS.get((groups.get("word") or "").casefold(), "")
            return Marker(style, code.replace("¢", "c").replace("©", "c"), match.end())
    return None


def as_letter(marker: Marker, before: str) -> Marker:
    """The marker as the letter after `before` where a scan has taken that letter for its look-alike: ``1)``, ``I)``, ``9)``."""
    likely = _LOOKS_LIKE.get(marker.code, "")
    meant = next((letter for letter in likely if follows(letter, before, Style.LETTER)), "")
    if not meant and marker.style in (Style.ROMAN, Style.CAPITAL):
        meant = likely[-1:]  # no list within a lettered one has Roman numerals or capitals
    return Marker(Style.LETTER, meant, marker.length) if meant else marker


def follows(code: str, before: str, style: Style) -> bool:
    """Whether a code opens a list or is the next after `before`, the last of its style; bullets always are."""
    if style in BULLETS:
        return True
    order = _order(code, style)
    return order == 1 or (before != "" and order == _order(before, style) + 1)


def _order(code: str, style: Style) -> int:
    last = code.rpartition(".")[2]
    if last.isdigit():
        return int(last)
    if style in (Style.ROMAN, Style.PART) and set(last) <= set(_ROMAN_VALUES):
        values = [_ROMAN_VALUES[letter] for letter in last]
        return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    if style is Style.LETTER:
        return _LETTERS.index(last[0]) + 1
    return "ABCDĐEGH".find(last) + 1
