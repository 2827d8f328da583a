"""Words of a bound around a number (từ chỉ mức): tối thiểu, không quá, trên, từ … trở lên, từ … đến ….

A measure is a number, or a range of two, with the words that say from which side it binds. A bare number is a least value:
a target that prints 60% is missed at 59.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum, auto

from attrs import evolve, frozen

from cchc.model import AtLeast, AtMost, Between, Exactly, LessThan, MoreThan
from cchc.reading.figures.figures import Figure, FigureKind, find_figures

__all__ = ["Measure", "Sense", "find_measures", "level", "sense_at_end"]


class Sense(Enum):
    """From which side a value binds (chiều ràng buộc)."""

    MORE_THAN = auto()
    AT_LEAST = auto()
    AT_MOST = auto()
    LESS_THAN = auto()
    EXACTLY = auto()


@frozen(kw_only=True)
class Measure:
    """A value and its bound: words `start` up to `end`, the number itself `at` up to `after`.

    `most` is the upper end of a range; `sense` None for a bare number; `path` is the last word of movement before the number
    (lên, đến, xuống, còn, thêm), by which a level is told from a change; `moved` says that it is the end of a way
    (từ 80% lên 90%).
    """

    kind: FigureKind
    start: int
    end: int
    at: int
    after: int
    value: Decimal
    most: Decimal | None = None
    unit: str = ""
    sense: Sense | None = None
    path: str = ""
    moved: bool = False
    led: bool = False


_NOT = r"không (?:được |phải |để |đạt )?"
_WORDS: dict[Sense, tuple[str, ...]] = {
    Sense.AT_LEAST: (
        "tối thiểu", "tổi thiểu", "tối thiếu", "ít nhất", "chí ít", "thấp nhất", f"{_NOT}(?:thấp|ít|nhỏ|kém) hơn",
        f"{_NOT}dưới", f"{_NOT}kém", "đạt và vượt", "đạt hoặc vượt", "đạt, vượt",
        "bằng (?:hoặc|và|hay) (?:cao|lớn|nhiều)? ?hơn", "bằng (?:hoặc|và|hay) (?:trên|vượt)", ">=", "≥", "=>",
    ),
    Sense.AT_MOST: (
        f"{_NOT}(?:vượt )?quá", f"{_NOT}vượt(?: mức)?", f"{_NOT}(?:cao|lớn|nhiều)? ?hơn", f"{_NOT}trên", "tối đa", "nhiều nhất",
        "dưới mức", "bằng (?:hoặc|và|hay) (?:thấp|ít|nhỏ) hơn", "bằng (?:hoặc|hay) dưới", "<=", "≤", "chậm nhất", "muộn nhất",
    ),
    Sense.MORE_THAN: ("trên", "hơn", "lớn hơn", "cao hơn", "nhiều hơn", "vượt trên", "vượt mức", "vượt", ">"),
    Sense.LESS_THAN: ("dưới", "thấp hơn", "ít hơn", "nhỏ hơn", "<"),
    Sense.EXACTLY: ("đúng", "bằng", "đúng bằng"),
}  # fmt: skip
_PATH = ("lên", "đến", "tới", "xuống", "còn", "về", "thêm", "từ")
_PLAIN = (
    "đạt", "là", "khoảng", "ở", "mức", "tỷ lệ", "tỉ lệ", "phải", "được", "bình quân", "trung bình", "có", "gần", "xấp xỉ",
    "chiếm", "gấp", "hàng năm", "hằng năm", "mỗi năm", "giá trị", "(?<!đầy )đủ",
)  # fmt: skip
_FOUND = re.compile(
    r"(?i)(?:(?<!\w)(?:"
    + "|".join(
        f"(?P<{name}>{'|'.join(words)})"
        for name, words in (*((sense.name, words) for sense, words in _WORDS.items()), ("path", _PATH), ("plain", _PLAIN))
    )
    + r")|(?P<colon>:))\s*$"
)
_UP = re.compile(r"(?i)\s?trở\s?(?P<side>lên|xuống)(?!\w)")
_AFAR = re.compile(r"(?i)^[^;.0-9]{0,80}?(?<!\w)trở\s?(?P<side>lên|xuống)(?!\w)")
_RANGE = re.compile(r"(?i)\s?%?\s?(?:[-–—÷]|đến|tới)\s?(?:dưới |khoảng )?")
_WAY = re.compile(
    r"(?i)(?:\s?%)?[^;.0-9]{0,40}?(?:(?:của |trong |ở |tại )?(?:năm |tháng |quý )[0-9/]{1,7}[^;.0-9]{0,20})?"
    r"(?<!trở )(?<!\w)(?:lên|xuống|còn)(?!\w)[^;.,0-9]{0,40}"
)
_FROM = re.compile(r"(?i)(?<!\w)từ (?:mức |tỷ lệ |khoảng |trên |dưới )*$")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_NEVER = re.compile(
    r"(?i)(?<!\w)không (?:để|có|còn|được để)(?!\w)"
    r"(?:[^;.,]|,\s(?=đơn vị|địa phương|ban|ngành|phường|thị trấn|công chức|viên chức|cá nhân|tổ chức))*$"
)
_OVER = re.compile(r"(?i)(?<!\w)quá\s$")
_OVER_ROOM = 5
_DENIED: dict[Sense | None, Sense] = {Sense.MORE_THAN: Sense.AT_MOST, Sense.LESS_THAN: Sense.AT_LEAST}
_FAR = 80
_DOWNWARDS = ("xuống", "còn", "về")
_REACH = 24


def find_measures(text: str) -> tuple[Measure, ...]:
    """The numbers of a text with their bounds, in order; ranges are one, of a way from one value to another the end alone."""
    return tuple(_joined(text, find_figures(text)))


def sense_at_end(words: str) -> Sense | None:
    """From which side the words bind what follows them: ``tối đa:`` before a list; None where they do not."""
    return _before(words, len(words), 0)[1]


def level(measure: Measure) -> AtLeast | AtMost | Between | Exactly | LessThan | MoreThan:
    """The requirement that a measure states by itself, for a level that is to be reached or kept.

    A range binds on both sides. Nothing can be more than 100 %, so ``trên 100%`` is at least.
    """
    value, unit = measure.value, measure.unit
    if measure.most is not None:
        if measure.most >= value:
            return Between(least=value, most=measure.most, unit=unit)
        return Between(least=measure.most, most=value, unit=unit)
    match measure.sense:
        case Sense.MORE_THAN if not (unit == "%" and value == 100):
            return MoreThan(value, unit)
        case Sense.AT_MOST:
            return AtMost(value, unit)
        case Sense.LESS_THAN:
            return LessThan(value, unit)
        case Sense.EXACTLY:
            return Exactly(value, unit)
        case None if measure.path in _DOWNWARDS:
            return AtMost(value, unit)
    return AtLeast(value, unit)


def _joined(text: str, figures: Iterable[Figure]) -> Iterator[Measure]:
    floor = 0
    held: Measure | None = None
    for figure in figures:
        measure = _measure(text, figure, floor)
        floor = measure.after
        if held is not None:
            gap = text[held.after : measure.at]
            same = held.unit in ("", measure.unit) or not held.unit
            if same and _RANGE.fullmatch(gap):
                held = evolve(
                    held,
                    kind=measure.kind,
                    most=measure.value,
                    unit=measure.unit,
                    after=measure.after,
                    end=measure.end,
                    path=held.path,
                )
                continue
            if _FROM.search(text, max(0, held.at - _REACH), held.at) and _WAY.fullmatch(gap):
                held = evolve(measure, moved=True, start=held.start)
                continue
            yield held
        held = measure
    if held is not None:
        yield held


def _measure(text: str, figure: Figure, floor: int) -> Measure:
    number = _NUMBER.match(text, figure.start)
    whole = figure.kind in (FigureKind.PERCENT, FigureKind.MONEY)
    after = figure.end if whole or number is None else number.end()
    start, sense, path, led = _before(text, figure.start, floor)
    end = after
    if after_words := _UP.match(text, end):
        end = after_words.end()
    side = after_words or (_AFAR.match(text[after : after + 100]) if path == "từ" else None)
    if sense in _DENIED and _NEVER.search(text, max(0, start - _FAR), start):
        sense = _DENIED[sense]
    if (
        sense is None
        and _OVER.search(text, max(0, start - _OVER_ROOM), start)
        and _NEVER.search(text, max(0, start - _FAR), start)
    ):
        sense = Sense.AT_MOST
    if sense is None and side:
        sense = Sense.AT_LEAST if side["side"].casefold() == "lên" else Sense.AT_MOST
    return Measure(
        kind=figure.kind, start=start, end=end, at=figure.start, after=after, value=figure.value, unit=figure.unit,
        sense=sense, path=path, led=led,
    )  # fmt: skip


def _before(text: str, at: int, floor: int) -> tuple[int, Sense | None, str, bool]:
    """Where the words of the bound begin, their sense, the word of movement, and whether anything leads the number."""
    start, sense, path = at, None, ""
    while match := _FOUND.search(text, max(floor, start - _REACH), start):
        start = match.start()
        name = match.lastgroup or ""
        if name == "path":
            path = path or match["path"].casefold()
        elif name in Sense.__members__:
            sense = sense or Sense[name]
    return start, sense, path, start < at
