"""Periods as Vietnamese offices write them (cách ghi kỳ): ``Quý I/2024``, ``6 tháng đầu năm 2022``, ``T4/2024``.

Every phrase stands for one code. What has two readings stands for none: ``tháng năm 2024`` may be May or a month left
blank, ``T4/24`` a month or a day, ``I/2024`` a quarter or a month, and ``tháng Giêng`` is a month of the lunar year.
"""

import re

from cchc.model.errors import InvalidInput, Problem

__all__ = ["NUMBERS", "period_code"]

_WORDS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
NUMBERS = {
    name: number
    for number, names in enumerate(zip(_WORDS, _ROMANS, strict=True), start=1)
    for name in (*names, f"{number}", f"{number:02}")
} | {"nhất": 1, "bốn": 4, "bẩy": 7}
"""The numbers of months and quarters: in words, in Roman numerals, in one digit or two."""


def _number_to(most: int) -> str:
    return f"(?P<number>{'|'.join(name for name, number in NUMBERS.items() if number <= most)})"


_YEAR = r"(?:(?: ?[/.,] ?| )(?:của )?(?:năm )?(?P<year>[0-9]{4}))?"
_FIRST, _LAST = rf"đầu(?: năm)?{_YEAR}", rf"cuối(?: năm)?{_YEAR}"
_SPAN = r"(?P<year>[0-9]{4})(?:/| đến | tới )(?:hết )?(?:năm )?(?P<last>[0-9]{4})"
_THREE, _SIX, _NINE = (rf"(?:0?{digit}|{word}) ?(?:tháng|t)" for digit, word in ((3, "ba"), (6, "sáu"), (9, "chín")))
_QUARTER = "(?:quý|quí)"
_PHRASES = tuple(
    (re.compile(rf"(?:trong )?(?:{phrase})"), code)
    for phrase, code in (
        (rf"(?:{_QUARTER}|q\.?) ?(?:thứ )?{_number_to(4)}{_YEAR}", "{year}-Q{number}"),
        (rf"tháng ?(?!năm[ ,.]*[0-9]){_number_to(12)}{_YEAR}", "{year}-M{number:02}"),
        (rf"t\.?(?P<number>0?[1-9]|1[0-2]){_YEAR}", "{year}-M{number:02}"),
        (rf"(?:{_QUARTER}|{_THREE}) {_FIRST}", "{year}-Q1"),
        (rf"(?:{_QUARTER}|{_THREE}) {_LAST}", "{year}-Q4"),
        (rf"(?:{_SIX}|nửa(?: năm)?) {_FIRST}", "{year}-H1"),
        (rf"(?:{_SIX}|nửa(?: năm)?) {_LAST}", "{year}-H2"),
        (rf"nửa sau năm{_YEAR}", "{year}-H2"),
        (r"(?P<number>0?[1-9]|1[0-2])/(?P<year>[0-9]{4})", "{year}-M{number:02}"),
        (rf"{_SIX}(?: năm)?{_YEAR}", "{year}-H1"),
        (rf"{_NINE}(?: đầu)?(?: năm)?{_YEAR}", "{year}-9M"),
        (rf"(?:cả |(?:12|mười hai) tháng )?năm{_YEAR}", "{year}"),
        (rf"(?:giai đoạn |thời kỳ |nhiệm kỳ )?(?:từ )?(?:năm )?{_SPAN}", "{year}/{last}"),
    )
)
_JOINED = re.compile(r" ?[-/\u2010-\u2015\u2212] ?")


def period_code(words: str, year: int | None) -> str:
    """The code that a phrase stands for, `year` being the year of a phrase without one; empty where it is no period.

    Raises `InvalidInput` with the code ``no-year`` for a period whose year nobody states.
    """
    phrase = _JOINED.sub("/", words.casefold()).rstrip(" .,;:")
    for pattern, code in _PHRASES:
        if match := pattern.fullmatch(phrase):
            parts: dict[str, int | str | None] = {**match.groupdict(), "year": match["year"] or year}
            if parts["year"] is None:
                raise InvalidInput(Problem(code="no-year", found=repr(words), accepted=("Quý I/2024", "6 tháng đầu năm 2022")))
            return code.format(**parts | {"number": NUMBERS.get(str(parts.get("number")), 0)})
    return ""
