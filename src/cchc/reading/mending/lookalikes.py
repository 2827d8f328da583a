"""Letters taken for others (nhầm chữ): how dearly a reader of scanned paper pays for seeing one letter as another.

A reader that knows no Vietnamese loses marks first (ế to e or é), then takes a marked letter for a figure or a sign (ố to 6,
ở to ¢), then a letter with a hook for two (ứ to ir).
Costs are hundredths of a natural logarithm: the rarer the slip, the dearer.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from cchc.reading.mending.skeletons import bare

__all__ = ["matches"]

_LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"

_DOT_BELOW = "\u0323"
_SHAPES = "\u0302\u0306\u031b"  # hat, breve, horn

_A, _E, _I = "áàảãạăắằẳẵặâấầẩẫậ", "éèẻẽẹêếềểễệ", "íìỉĩị"
_O, _U, _HOOKED = "óòỏõọôốồổỗộơớờởỡợ", "úùủũụưứừửữự", "ưứừửữự"

# one sign read where a letter stood: the sign, the letters it was, the cost
_SINGLE: tuple[tuple[str, str, int], ...] = (
    ("6", _O, 80),
    ("0", "o" + _O, 90),
    ("9", "ộợọg", 150),
    ("5", "s", 80),
    ("5", "ốổồ", 180),
    ("4", _A, 90),
    ("4", "ớờ", 220),
    ("8", "ềểễếệ", 150),
    ("8", "ỗốổ", 250),
    ("3", "ãâảá", 250),
    ("1", "l", 50),
    ("1", "iíìịrt", 200),
    ("$", "s", 60),
    ("§", "sộố", 120),
    ("&", "ếềểởớáậệ", 150),
    ("@", "ởớờ", 120),
    ("@", "ấậ", 200),
    ("¢", "ộệọợởẹcờ", 130),
    ("¢", "ểếềốớ", 190),
    ("¥", "ýỳỹ", 60),
    ("€", _E, 60),
    ("©", "ôộơợôcé", 150),
    ("ﬁ", "ânăầ", 250),
    ("|", "li" + _I, 40),
    ("!", "li", 150),
    ("y", "ựụ", 110),
    ("y", "ưứừử", 220),
    ("i", "lj", 220),
    ("i", _U, 170),
    ("i", _A, 260),
    ("l", "i" + _I, 170),
    ("l", _HOOKED, 250),
    ("j", "ịi", 120),
    ("t", "ưứừửựủụ", 220),
    ("r", "ứừửữự", 240),
    ("é", _A, 300),
    ("é", _O, 280),
    ("e", "c", 300),
    ("e", _O, 330),
    ("c", "eéèẻêệ", 260),
    ("d", _A, 250),
    ("d", _O, 200),
    ("d", "ủụ", 260),
    ("b", "ộổốồỗ", 240),
    ("b", "đ", 240),
    ("p", "đ", 260),
    ("g", "ợộọ", 170),
    ("q", "g", 300),
    ("g", "q", 300),
    ("a", "ờởớơợ", 230),
    ("a", "ủụùúừ", 280),
    ("o", "aăâấắáảeêềếuưứừ", 320),
    ("u", "aăâấaiíịoôơờ", 340),
    ("á", "ủụ", 300),
    ("v", "ư", 300),
    ("w", _HOOKED, 70),
    ("h", "b", 380),
    ("b", "h", 380),
    ("n", "u", 380),
    ("u", "n", 380),
    ("v", "y", 380),
    ("y", "v", 420),
    ("r", "t", 380),
    ("t", "r", 380),
    ("f", "t", 320),
    ("z", "s", 320),
    ("s", "x", 420),
    ("m", "n", 420),
    ("n", "m", 420),
)

# two signs where one letter stood, or two letters with one hook between them
_DOUBLE: tuple[tuple[str, str, int], ...] = (
    ("ir", _HOOKED, 90),
    ("tr", _HOOKED, 110),
    ("ur", _HOOKED, 70),
    ("ut", _HOOKED, 160),
    ("uy", "ựụ", 180),
    ("it", _HOOKED, 170),
    ("lt", _HOOKED, 180),
    ("tt", _HOOKED, 180),
    ("fr", _HOOKED, 170),
    ("ti", "ủụ" + _HOOKED, 180),
    ("tu", "ủụ" + _HOOKED, 180),
    ("ta", "ủụ", 250),
    ("ii", _U, 110),
    ("iu", "ủụứừưử", 220),
    ("ui", "ủụứừưử", 220),
    ("og", "ợộọ", 160),
    ("oi", "ởớờ", 300),
    ("rn", "m", 90),
    ("ni", "m", 300),
    ("cl", "dđ", 140),
    ("ct", "c", 140),
    ("vv", "w", 140),
    ("li", "h", 260),
)
# a letter with a nasal after it, smeared into one
_SMEARED: tuple[tuple[str, str, int], ...] = (
    ("tm", "ứn", 150),
    ("im", "ứn", 200),
    ("tm", "ưn", 150),
    ("m", "ứn", 300),
    ("im", "ữn", 200),
)

_SKIP_LETTER, _SKIP_FIGURE, _SKIP_SIGN = 380, 240, 110
_MISSING = 420


@cache
def _marks(letter: str) -> tuple[str, str]:
    """The shape (hat, breve, horn) and the tone of a letter."""
    marks = unicodedata.normalize("NFD", letter)[1:]
    return "".join(mark for mark in marks if mark in _SHAPES), "".join(mark for mark in marks if mark not in _SHAPES)


def _remarked(seen: str, meant: str) -> int:
    """What it costs to read one set of marks on a letter as another; a lost mark costs nothing here."""
    if seen in (meant, bare(seen)):
        return 0
    if seen <= "\u00ff":  # a Western letter, whose mark stands for any mark
        if meant == bare(meant):
            return 200
        if _marks(seen)[0] and _marks(seen)[0] != _marks(meant)[0]:
            return 160
        return 80 if _marks(meant) == ("", _DOT_BELOW) else 40
    (shape, tone), (other_shape, other_tone) = _marks(seen), _marks(meant)
    return (220 if shape != other_shape else 0) + (180 if tone != other_tone else 0)


@cache
def _table() -> Mapping[str, Mapping[str, int]]:
    """For each sign, the letters it may have been and what that costs."""
    families: dict[str, list[str]] = {}
    for letter in _LETTERS:
        families.setdefault(bare(letter), []).append(letter)
    table: dict[str, dict[str, int]] = {}
    for seen in _LETTERS:
        table[seen] = {meant: _remarked(seen, meant) for meant in families[bare(seen)]}
    for seen, meant in (("ï", "i"), ("î", "i"), ("ö", "o"), ("ü", "u"), ("ä", "a"), ("ë", "e"), ("å", "a")):
        table[seen] = dict.fromkeys(families[meant], 60)
    table["đ"]["d"], table["d"]["đ"] = 220, 0
    for sign, letters, cost in _SINGLE:
        for letter in letters:
            row = table.setdefault(sign, {})
            row[letter] = min(cost, row.get(letter, cost))
    return table


@cache
def _fragments() -> Mapping[str, tuple[tuple[str, str, int], ...]]:
    """By their first sign, the pairs of signs that may be one letter."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for seen, letters, cost in _DOUBLE:
        found.setdefault(seen[0], []).extend((seen, letter, cost) for letter in letters)
    for seen, letters, cost in _SMEARED:
        found.setdefault(seen[0], []).append((seen, letters, cost))
    return {sign: tuple(items) for sign, items in found.items()}


def matches(seen: str, prefixes: Mapping[str, str], words: Mapping[str, int], limit: int) -> Mapping[str, int]:
    """The words that `seen`, in small letters, may have been, each with its cost, up to `limit`.

    `prefixes` gives, for each beginning of a word, the letters that may follow: the search never leaves the known words.
    """
    found: dict[str, int] = {}
    best: dict[tuple[int, str], int] = {}
    stack = [(0, "", 0)]
    while stack:
        at, prefix, cost = stack.pop()
        if best.get((at, prefix), limit + 1) <= cost:
            continue
        best[at, prefix] = cost
        if at == len(seen) and prefix in words:
            found[prefix] = min(cost, found.get(prefix, cost))
        stack += [
            (place, longer, total)
            for place, longer, step in _steps(seen, at, prefix, prefixes.get(prefix, ""))
            if (total := cost + step) <= limit and (longer in prefixes or longer in words)
        ]
    return found


def _steps(seen: str, at: int, prefix: str, following: str) -> Iterator[tuple[int, str, int]]:
    """One step further in what is seen, in the word, or in both."""
    if prefix:
        for letter in following:
            yield at, prefix + letter, _MISSING
    if at == len(seen):
        return
    sign = seen[at]
    row = _table().get(sign, {})
    for letter in following:
        if letter in row:
            yield at + 1, prefix + letter, row[letter]
    for fragment, letters, cost in _fragments().get(sign, ()):
        if letters[0] in following and seen.startswith(fragment, at):
            yield at + len(fragment), prefix + letters, cost
    if at or not sign.isalpha():
        yield at + 1, prefix, _SKIP_LETTER if sign.isalpha() else _SKIP_FIGURE if sign.isdigit() else _SKIP_SIGN
