"""Numbers and symbols as they are printed in running text (số, ký hiệu): ``184 /KH- UBND``, ``19-⏎NQ/TW``, ``468/QD-TTg``.

Spaces, capitals, kinds of dashes and the Icelandic Ð are forgiven, for they leave one reading only. Any other slip, a D for Đ
or a letter among the figures, is never set right in silence: such a symbol is doubtful, with the nearest right one beside it.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from cchc.model.citation import DOCUMENT_KINDS, Symbol
from cchc.model.errors import InvalidInput
from cchc.reading.mending.skeletons import bare

__all__ = ["PrintedSymbol", "find_symbols", "nearest_symbol", "read_symbol"]

_DASH = r"\-\u2010-\u2015\u2212"
_LETTER = "A-ZĐÐƉĂÂÊÔƠƯa-zđðăâêôơư"
_GROUP = (
    "(?:(?:U ?B ?N ?D|H ?[ĐÐD] ?N ?D)(?![^\\W_])|(?:UBTV)?QH ?[0-9]{1,2}(?![^\\W_])"
    rf"|[{_LETTER}][{_LETTER}0-9]*+(?:[&.][A-ZĐÐƉƯ0-9]++)*+)(?![^\W_])"
)
# The first joint may stand apart on both sides, KH - UBND; a later one may not, for what follows is often a clause.
_RIGHT = re.compile(
    rf"/ ?(?:(?P<year>(?:19|2[0-9])[0-9]{{2}}) ?/ ?)?"
    rf"(?P<groups>{_GROUP}(?: ?[/{_DASH}] ?{_GROUP}(?:(?:[/{_DASH}] ?| [/{_DASH}]){_GROUP}){{0,8}})?)"
)
_PARTY_NUMBER = re.compile(
    rf"(?<![^\W_])(?P<number>[0-9]{{1,6}}[a-zđ]?)(?P<dash> ?[{_DASH}] ?[{_DASH}]? ?)(?P<kind>{_GROUP}) ?$"
)
_WINDOW = 24
_LONGEST_WORD = 10
_GLUED = ("số", "Số", "SỐ")
_WORN_FIGURES = re.compile(r"[OIl]{0,3}[0-9][0-9OoIl]{0,5}[a-zđA-ZĐ]?")
_WORN_ENDS = ("O", "o", "I", "l")
_BEFORE_NUMBER = re.compile(r"[0-9]+[/.]$")
_ONE = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0", ".": None})
_DASHES = re.compile(f"[{_DASH}]")
_EVEN = str.maketrans("ÐƉð", "ĐĐđ")
_LOOK_ALIKES = str.maketrans("DPB", "ĐĐĐ")
_KIND_BY_LETTERS = {bare(code).casefold(): code for code in DOCUMENT_KINDS}
_KIND_BY_CASEFOLD = {code.casefold(): code for code in DOCUMENT_KINDS}
_ISSUERS = {"hdnd": "HĐND", "ubnd": "UBND"}


@frozen
class PrintedSymbol:
    """A symbol in a text: characters `start` up to `end`, its words evened out, the symbol where it is a right one."""

    start: int
    end: int
    text: str
    symbol: Symbol | None


def find_symbols(text: str) -> Iterator[PrintedSymbol]:
    """Whatever in `text` (in NFC, single-spaced) has the shape of a number and symbol, in order."""
    done = 0
    for match in _RIGHT.finditer(text):
        slash = match.start()
        if slash < done or not (found := _read_at(text, match, slash)):
            continue
        done = found.end
        yield found


def _read_at(text: str, match: re.Match[str], slash: int) -> PrintedSymbol | None:
    """The symbol whose right side matched after a slash, with what stands before the slash; None where no number does."""
    end = slash - (text[slash - 1 : slash] == " ")
    start = end
    while start and end - start < _LONGEST_WORD and text[start - 1].isalnum():
        start -= 1
    number = text[start:end]
    if number.startswith(_GLUED):
        start, number = start + len(_GLUED[0]), number[len(_GLUED[0]) :]
    if _WORN_FIGURES.fullmatch(number):
        return _state_symbol(text, start, match, number)
    party = None if match["year"] else _PARTY_NUMBER.search(text, max(0, slash - _WINDOW), slash)
    if party is None:
        return None
    dash = "-" if len(party["dash"].replace(" ", "")) == 1 else "--"
    words = f"{party['number']}{dash}{_evened(party['kind'])}/{_evened(match['groups'])}"
    return PrintedSymbol(party.start(), match.end(), words, read_symbol(words))


def _state_symbol(text: str, start: int, match: re.Match[str], number: str) -> PrintedSymbol:
    before = _BEFORE_NUMBER.search(text, max(0, start - _LONGEST_WORD), start)
    if before:
        # 1.234/QĐ-UBND is a number with its thousands apart, 12/15/KH-UBND a year too short: neither is a right symbol
        start, number = before.start(), before[0] + number
    year = f"{match['year']}/" if match["year"] else ""
    words = f"{number}/{year}{_evened(match['groups'])}"
    right = None if number.endswith(_WORN_ENDS) else read_symbol(words)
    return PrintedSymbol(start, match.end(), words, right)


def _evened(groups: str) -> str:
    return _DASHES.sub("-", groups.replace(" ", "").translate(_EVEN))


def read_symbol(words: str) -> Symbol | None:
    """The symbol that these words are, or None."""
    try:
        return Symbol.parse(words)
    except InvalidInput:
        return None


def nearest_symbol(words: str, code: str = "") -> str:
    """The nearest right symbol to evened `words` that are none; `code` abbreviates the kind printed beside them, if any.

    Only slips with one likely source are undone: D, P or B for Đ, l or I for 1, O for 0, a dot among thousands, a slash
    for a dash or a dash twice. An empty text where nothing near is right.
    """
    number, slash, rest = words.partition("/")
    figures, dash, kind = number.partition("-")
    if dash:
        kind = kind.lstrip("-")
        candidates = [f"{figures.translate(_ONE)}-{known}/{rest}" for known in _kinds(kind, code)]
    else:
        year, _, groups = rest.partition("/")
        head = f"{figures.translate(_ONE)}{slash}"
        if year.isdigit() and groups:
            head, rest = f"{head}{year}/", groups
        kind, *issuers = re.split("[-/]", rest)
        tail = "-".join(_ISSUERS.get(bare(issuer).casefold(), issuer) for issuer in issuers)
        candidates = [f"{head}{known}-{tail}" for known in _kinds(kind, code)]
    symbols = (read_symbol(candidate) for candidate in candidates)
    return next((str(symbol) for symbol in symbols if symbol), "")


def _kinds(printed: str, code: str) -> Iterator[str]:
    """Abbreviations that a printed one may stand for, the likeliest first."""
    folded = printed.casefold()
    near = (_KIND_BY_CASEFOLD.get(folded), _KIND_BY_LETTERS.get(folded))
    worn = _KIND_BY_CASEFOLD.get(printed.translate(_LOOK_ALIKES).casefold())
    yield from (kind for kind in (*near, code, worn) if kind)
    yield printed
