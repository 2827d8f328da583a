"""What a word of a table's row may begin (dấu hiệu mở đầu ô): a product, a body's name, a time, a task, an item of a list."""

import re
from collections.abc import Collection, Mapping, Sequence

from attrs import frozen

from cchc.reading.flattened.cell_words import (
    AGENCY_HEADS,
    CONDITION_HEADS,
    CONNECTIVES,
    NESTING,
    NESTING_PAIRS,
    PRODUCT_HEADS,
    SERVED,
    TASK_VERBS,
    TIME_HEADS,
    TRANSITIVE,
    WHOLE_BODIES,
)
from cchc.reading.flattened.printed import BULLETS, Printed
from cchc.reading.tables.roles import Role

__all__ = ["Signs", "TimeSign", "read_signs", "rules_a_body"]

TimeSign = int
"""How surely a time begins: 0 not at all, 1 perhaps, 2 as a day or a year alone may, 3 surely."""

_YEAR = re.compile(r"(?:\d{1,2}[/.-]){1,2}(?:19|20)\d\d|(?:19|20)\d\d(?:-(?:19|20)?\d\d)?|[ivx]+/(?:19|20)\d\d")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d")
_UNITS = frozenset(("quý", "quí", "tháng"))
_SERVED_ALONE = frozenset(("sở", "bộ", "cục"))
_SERVING = frozenset(("phòng", "tra", "thuộc", "đốc", "đạo"))
# "15 ngày làm việc kể từ …", "06 tháng/lần"
_COUNTED = frozenset(("ngày", "tháng", "tuần"))
_DONE = frozenset(("được", "vào", "quả", "bản", "văn"))
_LONGEST_HEAD = 3


@frozen(kw_only=True)
class Signs:
    """For the words of a row from `first` on, each as the print has it in `raw`, `bare` without case and punctuation.

    `upper` may begin a cell inside a line; `products`, `bodies`, `times` and `verbs` begin what they say; a body that is
    `nested` belongs to the words before it, and after a word of `openings` its name must go on; what is `ruled` follows a verb
    that wants an object; `turns` are first words of lines; `codes` number a cell of a column.
    """

    first: int
    raw: Sequence[str]
    bare: Sequence[str]
    upper: Sequence[bool]
    products: Sequence[bool]
    bodies: Sequence[bool]
    nested: Sequence[bool]
    times: Sequence[TimeSign]
    conditions: Sequence[bool]
    verbs: Sequence[bool]
    openings: frozenset[int]
    ruled: frozenset[int]
    turns: frozenset[int]
    codes: Mapping[int, Role]


def read_signs(printed: Printed, first: int, last: int, codes: Mapping[int, Role]) -> Signs:
    """The signs at words `first` up to `last`; a phrase may go on where the page ends."""
    raw = printed.folded[first:last]
    bare = [_bare(word) for word in raw]
    stops = _stops(printed, first, last)
    places = range(last - first)
    upper = [_opens(word) for word in printed.words[first:last]]
    products = [PRODUCT_HEADS.at(bare, i, stops[i]) for i in places]
    verbs = [TASK_VERBS.at(bare, i) for i in places]
    # "Báo cáo" is no newspaper, "Hội nghị" no association, "Ban hành" no board
    bodies = [body if (body := AGENCY_HEADS.at(bare, i, stops[i])) >= max(products[i], verbs[i]) else 0 for i in places]
    conditions = [CONDITION_HEADS.at(bare, i, stops[i]) > 0 for i in places]
    turns = frozenset(line - first for line in printed.lines_between(first + 1, last))
    ruled = frozenset(
        i + length
        for i in places
        if (length := TRANSITIVE.at(bare, i))
        and not _is_done(bare, i)
        # "Báo cáo" as a product rules nothing on the next line
        and not (i > 0 and upper[i] and products[i] and i + length in turns)
    )
    return Signs(
        first=first,
        raw=raw,
        bare=bare,
        upper=upper,
        products=[length > 0 for length in products],
        bodies=[length > 0 for length in bodies],
        nested=[i in ruled or (i > 0 and _nested(raw, bare, upper, bodies, turns, i)) for i in places],
        times=[_time(bare, i, stops[i], turns) or int(conditions[i]) for i in places],
        conditions=conditions,
        verbs=[length > 0 for length in verbs],
        openings=frozenset(
            i + length - 1
            for i, length in enumerate(bodies)
            if length and upper[i] and tuple(bare[i : i + length]) not in WHOLE_BODIES and not _is_served(bare, i, turns)
        ),
        ruled=ruled,
        turns=turns,
        codes={word - first: codes[word] for word in range(first, last) if word in codes},
    )


def _bare(word: str) -> str:
    """A word without punctuation; of two kinds in one word, "Quyết định/Kế hoạch", the first."""
    bare = word.strip('"“”()…,.;:') or word
    first, _, second = bare.partition("/")
    return first if second.isalpha() and first.isalpha() and len(first) > 1 < len(second) else bare


def _stops(printed: Printed, first: int, last: int) -> list[int]:
    """For each word where its page ends, or the row."""
    stops: list[int] = []
    stop = last
    for word in range(last - 1, first - 1, -1):
        stops.append(stop - first)
        if word in printed.pages or word in printed.margins:
            stop = word
    return stops[::-1]


def _opens(word: str) -> bool:
    """Whether a cell may begin with a word inside a line: a capital, a figure, a bullet."""
    letter = word.lstrip('"“(…')[:1] or word[0]
    return letter.isupper() or letter.isdigit() or letter in BULLETS


def _time(bare: Sequence[str], i: int, stop: int, turns: Collection[int]) -> TimeSign:
    length = TIME_HEADS.at(bare, i, stop)
    if i + 1 < len(bare) and bare[i].isdecimal() and bare[i + 1] in _COUNTED:
        return 3
    if length:
        return 3 if length > 1 or bare[i] in _UNITS else 1
    # a day that has a line to itself is a cell
    if i in turns and _ends_line(bare, i, turns) and _DAY.fullmatch(bare[i]):
        return 3
    return 2 if _YEAR.fullmatch(bare[i]) else 0


def _is_done(bare: Sequence[str], i: int) -> bool:
    """Whether the verb at `i` has no object after it: "được phê duyệt", "đưa vào sử dụng", "kết quả kiểm tra"."""
    return i > 0 and bare[i - 1] in _DONE


def _is_served(bare: Sequence[str], i: int, turns: Collection[int]) -> bool:
    """Whether the word `i` ends the name of a body within another: "Văn phòng Sở", "Thanh tra Sở", "Văn phòng Bộ"."""
    return i > 0 and i not in turns and bare[i] in _SERVED_ALONE and bare[i - 1] in _SERVING and _ends_line(bare, i, turns)


def _ends_line(bare: Sequence[str], i: int, turns: Collection[int]) -> bool:
    return i + 1 in turns or i + 1 == len(bare)


def _nested(
    raw: Sequence[str], bare: Sequence[str], upper: Sequence[bool], bodies: Sequence[int], turns: Collection[int], i: int
) -> bool:
    """Whether a body's name at `i` belongs to what stands before it."""
    before = raw[i - 1][-1]
    if before in ",;:(/-–":
        return True
    if not before.isalnum():
        return False
    if _is_served(bare, i, turns):
        return True
    # "Vụ Tổ chức cán bộ": what only opens a name wants more of it
    for back in range(max(0, i - _LONGEST_HEAD), i):
        if upper[back] and bodies[back] == i - back and tuple(bare[back:i]) not in WHOLE_BODIES:
            return not _is_served(bare, back, turns)
    return rules_a_body(bare, i)


def rules_a_body(bare: Sequence[str], i: int) -> bool:
    """Whether the word before `i` rules a body's name: "thuộc UBND tỉnh", "Chủ tịch UBND"."""
    if bare[i - 1] in NESTING or bare[i - 1] in CONNECTIVES:
        return True
    pair = (bare[i - 2], bare[i - 1]) if i > 1 else ("", bare[i - 1])
    # "Văn phòng" is a body itself, before all but the body that it serves
    return pair in NESTING_PAIRS and (pair != ("văn", "phòng") or bare[i] in SERVED)
