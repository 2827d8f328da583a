"""The rows of a flattened table (dòng của bảng): found by the numbers that count them, and by the areas between.

A number that stands alone may as well be a page's, or the end of "trước tháng 6": the chain that counts on tells.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from attrs import frozen

from cchc.reading.flattened.cell_words import CONNECTIVES, words_of
from cchc.reading.flattened.printed import Printed

__all__ = ["AreaRow", "NumberedRow", "find_rows"]

_NUMBER = re.compile(r"(\d{1,3})[.)]?")
_CODE = re.compile(r"\d{1,2}(?:\.\d{1,3})+\.?")
_NUMERALS = words_of("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX")
_TIME_OPEN = words_of("tháng quý quí ngày năm số trước từ đến hết khoản điều điểm mục")
_LETTERS = words_of("A B C D Đ E G H")
# A quarter's numeral may stand at the start of a line.
_QUARTER = words_of("quý quí và -")
_AREA_LINES = 4
_USED, _LATE_START, _GAP, _AGAIN, _RESTART = -400, 300, 500, 600, 500
_LATEST_START = 4


@frozen
class NumberedRow:
    """A row of words: the word that numbers it, up to `end`."""

    start: int
    end: int


@frozen
class AreaRow:
    """A row that names an area, a Roman numeral or a letter before it: its words from `start` up to `end`."""

    start: int
    end: int


def find_rows(printed: Printed) -> list[NumberedRow | AreaRow]:
    """The rows that count on, 1, 2, 3 and so on, or from 1 again under each area, and the areas, in order."""
    numbers = [line for line in printed.lines[:-1] if _NUMBER.fullmatch(printed.words[line])]
    areas = _find_areas(printed, frozenset(numbers))
    chain = _chain(printed, numbers, [area.start for area in areas])
    counted = frozenset(chain)
    rows: list[NumberedRow | AreaRow] = [area for area in areas if area.end in counted]
    stops = sorted([*chain, *(area.start for area in rows), len(printed.words)])
    rows += (NumberedRow(word, stops[bisect_right(stops, word)]) for word in chain)
    return sorted(rows, key=lambda row: row.start)


def _find_areas(printed: Printed, numbers: frozenset[int]) -> list[AreaRow]:
    """The rows with a Roman numeral or a letter and a name that stand before one of `numbers`, which may number a row."""
    found: list[AreaRow] = []
    for index, start in enumerate(printed.lines[:-1]):
        name = start + 1
        if not _opens_area(printed, start) or name == len(printed.words):
            continue
        if not printed.words[name].lstrip('"“(-–')[:1].isupper() or (start and printed.words[start - 1][-1] == ","):
            continue
        following = printed.lines[index + 1 : index + 1 + _AREA_LINES]
        end = next((line for line in following if line in numbers or _opens_area(printed, line)), -1)
        if end in numbers:
            found.append(AreaRow(start, end))
    return found


def _opens_area(printed: Printed, line: int) -> bool:
    return line < len(printed.words) and printed.words[line].rstrip(".)-:/") in _NUMERALS | _LETTERS


def _chain(printed: Printed, numbers: Sequence[int], areas: Sequence[int]) -> list[int]:
    """The numbers that count rows: of all chains the one that costs least, each number in it being worth something."""
    best: dict[int, tuple[int, int]] = {}
    back: dict[int, int] = {}
    champion = since_area = (0, -1)
    passed = 0
    for word in numbers:
        if passed < len(areas) and areas[passed] < word:
            since_area = champion
            passed = bisect_right(areas, word)
        value = int(printed.words[word].strip(".)"))
        options = [(_LATE_START * min(value - 1, _LATEST_START), -1)]
        for earlier, extra in ((value - 1, 0), (value - 2, _GAP), (value, _AGAIN)):
            if earlier in best:
                options.append((best[earlier][0] + extra, best[earlier][1]))
        if value == 1:
            options += [since_area, (champion[0] + _RESTART, champion[1])]
        cost, back[word] = min(options)
        cost += _USED + _strangeness(printed, word)
        if value not in best or cost < best[value][0]:
            best[value] = (cost, word)
        champion = min(champion, (cost, word))
    chain: list[int] = []
    word = champion[1]
    while word >= 0:
        chain.append(word)
        word = back[word]
    return chain[::-1]


def _strangeness(printed: Printed, word: int) -> int:
    """What speaks against a number being a row's."""
    following = printed.words[word + 1] if word + 1 < len(printed.words) else ""
    if _CODE.match(following):
        return -300
    cost = 200 if printed.words[word][0] == "0" else 0
    if not following or following.lstrip('"“(…-+')[:1].islower():
        cost += 450
    if _NUMBER.fullmatch(following) or word + 1 in printed.pages:
        cost += 300
    before = printed.folded[word - 1] if word else "."
    if before.strip(",;") in _TIME_OPEN:
        return cost + 300
    return cost + (150 if before[-1] in ",(/-" or before in CONNECTIVES else 0)
