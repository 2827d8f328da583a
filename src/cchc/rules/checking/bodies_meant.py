"""Whom a name in a higher plan means (giao cho ai): one agency, or all of its kind, as in "các sở, ban, ngành", "UBND cấp xã".

The agency whose plan is held against it calls itself more fully: "Sở Nội vụ" of the province's plan is "Sở Nội vụ tỉnh …".
"""

import re
from enum import Enum
from functools import lru_cache

from cchc.model.agency import Level
from cchc.model.text import plain

__all__ = ["Meaning", "begins_with_body", "is_same_body", "level_of", "whom_it_means"]


class Meaning(Enum):
    """What a name has to do with an agency."""

    ITSELF = "itself"
    """Chính cơ quan đó."""
    ONE_OF_ALL = "one_of_all"
    """Một trong các cơ quan cùng loại."""
    OTHERS = "others"
    """Cơ quan khác."""


_COMMITTEE = "ủy ban nhân dân"
_SPELLINGS = (("uỷ", "ủy"), ("ubnd", _COMMITTEE), ("hđnd", "hội đồng nhân dân"), ("tp.", "thành phố "))
_OFFICE = re.compile(r"(?:sở|ban|văn phòng|thanh tra|công an|trung tâm phục vụ)\b")
_OF_A_PLACE = re.compile(r"(?<!ban) (?:của )?(?:tỉnh|thành phố)\b.*")
_SHORTENED = re.compile(r"\S*[&A-ZĐ]{2,}\S*")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 3

# The head of a name says the level, and the names that mean all agencies of a level begin or go on with these words.
_LEVELS = (
    (re.compile(rf"{_COMMITTEE}(?: các)? (?:tỉnh|thành phố)\b"), Level.PROVINCE),
    (re.compile(rf"{_COMMITTEE}(?: các)? (?:huyện|quận|thị xã)\b"), Level.DISTRICT),
    (re.compile(rf"{_COMMITTEE}(?: các)? (?:xã|phường|thị trấn|đặc khu)\b"), Level.COMMUNE),
    (
        re.compile(rf"(?:sở|thanh tra (?:tỉnh|thành phố)|ban (?:dân tộc|quản lý)|văn phòng {_COMMITTEE} (?:tỉnh|thành phố))\b"),
        Level.DEPARTMENT,
    ),
    (re.compile(r"bộ\b"), Level.CENTRAL),
)  # fmt: skip
_ALL = {
    Level.DEPARTMENT: re.compile(
        r"\bsở,? (?:ban,? )?ngành\b|\bsở,? ban\b|\bcác sở\b|\bcơ quan chuyên môn thuộc ủy ban nhân dân (?:tỉnh|thành phố)"
    ),
    Level.DISTRICT: re.compile(r"\bcấp huyện\b|\bcác (?:quận|huyện|thị xã)\b|\bdân (?:quận|huyện), "),
    Level.COMMUNE: re.compile(r"\bcấp xã\b|\bcác (?:xã|phường)\b|\bxã, phường\b|\bphường, xã\b"),
}
_WHOEVER = re.compile(
    r"\b(?:các|tất cả các|thủ trưởng các) (?:cơ quan, )?(?:đơn vị, địa phương|cơ quan, đơn vị|cơ quan, địa phương)"
)
_NARROWED = re.compile(r"\b(?:liên quan|được giao|chủ trì|trực thuộc|có đơn vị|theo phân công)\b")


def level_of(agency: str) -> Level | None:
    """The level of an agency by the head of its name; None where that does not say it."""
    words = _spelt(agency)
    return next((level for head, level in _LEVELS if head.match(words)), None)


def is_same_body(one: str, other: str) -> bool:
    """Whether two names are one agency's, written in full, shortened, or with its province behind it."""
    if not one or not other:
        return False
    return _bare(one) == _bare(other) or _shortens(one, other) or _shortens(other, one)


def begins_with_body(text: str, agency: str) -> bool:
    """Whether a text begins with the name of an agency."""
    return _spelt(text).startswith(_bare(agency))


def whom_it_means(name: str, agency: str) -> Meaning:
    """Whether a name means an agency, all agencies of its kind, or others; those "có liên quan" may be any of them."""
    if is_same_body(name, agency):
        return Meaning.ITSELF
    level, words = level_of(agency), _spelt(name)
    if level is None or _NARROWED.search(words):
        return Meaning.OTHERS
    everybody = _ALL[level].search(words) if level in _ALL else None
    return Meaning.ONE_OF_ALL if everybody or _WHOEVER.search(words) else Meaning.OTHERS


@lru_cache(maxsize=2048)
def _spelt(name: str) -> str:
    """A name in small letters, what is always shortened written out."""
    words = plain(name).casefold()
    for wide, narrow in _SPELLINGS:
        words = words.replace(wide, narrow)
    return plain(words)


def _bare(name: str) -> str:
    """A name without the province that an office's own name may end with."""
    words = _spelt(name)
    return _OF_A_PLACE.sub("", words) if _OFFICE.match(words) else words


def _shortens(short: str, full: str) -> bool:
    """Whether a name shortens another to its first letters: Sở KH&CN. Two letters alone may be another's (nội vụ, ngoại vụ)."""
    head, _, rest = plain(short).partition(" ")
    letters = "".join(_WORD.findall(match[0])).casefold() if (match := _SHORTENED.match(rest)) else ""
    words = [word for word in _WORD.findall(_bare(full)) if word != "và"]
    return (
        len(letters) >= _FEWEST_LETTERS
        and words != []
        and [head.casefold(), letters] == [words[0], "".join(word[0] for word in words[1:])]
    )
