"""The number printed before the words of a row (số hiệu): ``2.1. Sửa đổi …``, ``a) Rà soát …``, ``II. …``, or a bare bullet."""

import re

from cchc.reading.passage import Passage
from cchc.reading.tables.letters import CAPITALS

__all__ = ["split_code"]

_ROMAN = r"[IVX]{1,5}"
_CODE = re.compile(
    rf"(?:(?:{_ROMAN}\.)?[0-9]{{1,2}}(?:\.[0-9]{{1,3}})+|(?:{_ROMAN}|[A-ZĐ])(?:\.[0-9]{{1,2}})+)(?:[.)/:]+(?=\s|[^\W\d]|$)|\s*[-–:]\s+|\s+(?=[{CAPITALS}]))"
    rf"|(?:[0-9]{{1,2}}|{_ROMAN}|[A-ZĐ]|[a-zđê])(?:[.)](?![0-9])|\s+[-–]\s+|[-–:]\s+)"
    r"|\([0-9]{1,2}\)|\([a-zđê]\)"
)
_BULLET = re.compile(r"[-–—+*•·▪●○◦➢✓\uf0b7\uf02d]+\s*")


def split_code(words: Passage) -> tuple[str, Passage]:
    """The code that opens a row's words, without dot or bracket, and the words after it; bullets before them are left out."""
    words = _without_bullet(words)
    if (match := _CODE.match(words.text)) and (rest := words[match.end() :].strip()):
        return match[0].strip(" .)(/:-–"), _without_bullet(rest)
    return "", words


def _without_bullet(words: Passage) -> Passage:
    match = _BULLET.match(words.text)
    return words[match.end() :].strip() if match else words
