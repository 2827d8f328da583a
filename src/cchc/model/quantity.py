"""What figures measure: a percentage, a ratio with its denominator's name, a count, money, points, a rank.

They are different types, so that a percentage is never added to a count, and each is exact: `fraction` compares them
unrounded. A percentage that comes from counting is a `Ratio` and keeps its counts; a ratio over zero exists and has no value.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Self

from attrs import field, frozen

from cchc.model.absent import Absent
from cchc.model.errors import InvalidInput, Problem
from cchc.model.numeral import exact_number, format_number, parse_number
from cchc.model.rounding import EXACTLY, half_up
from cchc.model.text import plain

__all__ = ["Count", "Money", "Percent", "Points", "Quantity", "Rank", "Ratio"]


def _counted(value: Decimal | int | str) -> int | Decimal:
    """Whole numbers as integers, so that comparing and scoring ratios stays in integer arithmetic."""
    number = exact_number(value)
    if number < 0:
        raise InvalidInput(Problem(code="negative", found=str(number), accepted=("0", "1", "2.5")))
    whole = int(number)
    return whole if whole == number else number


def _whole(value: int | Decimal | str) -> int:
    number = _counted(value)
    if isinstance(number, Decimal):
        raise InvalidInput(Problem(code="not-whole", found=str(number), accepted=("58",)))
    return number


def _place(value: int) -> int:
    number = _whole(value)
    if number < 1:
        raise InvalidInput(Problem(code="not-a-rank", found=str(number), accepted=("1", "2", "3")))
    return number


def _tail(text: str, pattern: re.Pattern[str], accepted: tuple[str, ...]) -> str:
    match = pattern.fullmatch(plain(text))
    if match is None:
        raise InvalidInput(Problem(code="wrong-unit", found=repr(text), accepted=accepted))
    return match[1]


@frozen
class Percent:
    """A percentage as stated (tỷ lệ phần trăm), in hundredths of the whole: ``Percent("98")`` is 98 %."""

    value: Decimal = field(converter=exact_number)

    _PRINTED = re.compile(r"(.*?) ?%")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``57,72%`` or ``57,72 %``; raise `InvalidInput` for anything else."""
        return cls(parse_number(_tail(text, cls._PRINTED, ("57,72%",))))

    def __str__(self) -> str:
        return f"{format_number(self.value)}%"

    @property
    def fraction(self) -> Fraction:
        """The share of the whole: 98 % is 49/50."""
        return Fraction(self.value) / 100


@frozen
class Ratio:
    """A part of a whole, both counted (tỷ lệ): ``Ratio(30, 58, of="nhiệm vụ trong kế hoạch")``.

    `of` names the denominator, since one report may print two percentages of the same money, both true.
    ``Ratio(0, 0)`` exists and is undefined. Neither number may be negative; the part may exceed the whole.
    """

    numerator: int | Decimal = field(converter=_counted)
    denominator: int | Decimal = field(converter=_counted)
    of: str = field(default="", kw_only=True)

    _PRINTED = re.compile(r"([0-9.,]+) ?/ ?([0-9.,]+)(?: (.+))?")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``30/58`` or ``30/58 nhiệm vụ``; what follows the numbers names the denominator."""
        match = cls._PRINTED.fullmatch(plain(text))
        if match is None:
            raise InvalidInput(Problem(code="not-a-ratio", found=repr(text), accepted=("30/58", "30/58 nhiệm vụ")))
        return cls(parse_number(match[1]), parse_number(match[2]), of=match[3] or "")

    @classmethod
    def combined(cls, ratios: Iterable["Ratio"]) -> "Ratio":
        """One ratio over several agencies or months: parts are summed, wholes are summed, percentages never averaged.

        All must speak of the same denominator; of no ratio at all the combination is 0/0.
        """
        parts = tuple(ratios)
        names = sorted({ratio.of for ratio in parts})
        if len(names) > 1:
            raise InvalidInput(Problem(code="mixed-denominators", found="; ".join(names)))
        numerator = reduce(EXACTLY.add, (ratio.numerator for ratio in parts), Decimal())
        denominator = reduce(EXACTLY.add, (ratio.denominator for ratio in parts), Decimal())
        return Ratio(numerator, denominator, of="".join(names))

    def __str__(self) -> str:
        return f"{format_number(self.numerator)}/{format_number(self.denominator)}" + (f" {self.of}" if self.of else "")

    @property
    def fraction(self) -> Fraction | Absent:
        """The exact share, or `Absent.UNDEFINED` over zero."""
        return Fraction(self.numerator) / Fraction(self.denominator) if self.denominator else Absent.UNDEFINED


_DIGITS = tuple("0123456789")


def _things(unit: str) -> str:
    """The name of what is counted, which no figure may open: 1 857 would be a count of 857s."""
    if unit.startswith(_DIGITS):
        raise InvalidInput(Problem(code="wrong-unit", found=repr(unit), accepted=("hồ sơ", "nhiệm vụ")))
    return unit


@frozen
class Count:
    """A number of things (số lượng), with the name of the thing: ``Count(58, "nhiệm vụ")``."""

    value: int = field(converter=_whole)
    unit: str = field(default="", converter=_things)

    _PRINTED = re.compile(r"(\S+)(?: ([^0-9].*))?")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``1.857``, ``05`` or ``1.857 hồ sơ``; a space between thousands is refused."""
        match = cls._PRINTED.fullmatch(plain(text))
        if match is None:
            raise InvalidInput(Problem(code="not-a-number", found=repr(text), accepted=("1.857", "1.857 hồ sơ")))
        return cls(_whole(parse_number(match[1])), match[2] or "")

    def __str__(self) -> str:
        return format_number(self.value) + (f" {self.unit}" if self.unit else "")

    @property
    def fraction(self) -> Fraction:
        """The count as an exact number."""
        return Fraction(self.value)


_POWERS = {"nghìn tỷ": 12, "tỷ": 9, "triệu": 6, "nghìn": 3, "": 0}
_SPELLINGS = str.maketrans({"ỉ": "ỷ"})
_MOST_DECIMALS = 3
"""A larger unit is used as long as it needs no more decimals than this: 4.367,7 tỷ đồng, but 1.234.567 đồng."""


@frozen
class Money:
    """An amount of money (số tiền), in đồng: ``Money("4367700000000")`` prints as 4.367,7 tỷ đồng."""

    value: Decimal = field(converter=exact_number)

    _PRINTED = re.compile(r"([-\u2212]?[0-9.,]+) ?(?:(nghìn tỷ|tỷ|triệu|nghìn) ?(?:đồng|đ|vnđ|vnd)?|(?:đồng|đ|vnđ|vnd))")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an amount with its unit: ``4.367,7 tỷ đồng``, ``50 triệu``, ``123.456 đồng``."""
        match = cls._PRINTED.fullmatch(plain(text).casefold().translate(_SPELLINGS).replace("ngàn", "nghìn"))
        if match is None:
            accepted = ("4.367,7 tỷ đồng", "50 triệu đồng", "123.456 đồng")
            raise InvalidInput(Problem(code="not-money", found=repr(text), accepted=accepted))
        return cls(EXACTLY.scaleb(parse_number(match[1]), _POWERS[match[2] or ""]))

    def __str__(self) -> str:
        for unit in ("tỷ", "triệu"):
            amount = EXACTLY.normalize(EXACTLY.scaleb(self.value, -_POWERS[unit]))
            if amount.copy_abs() >= 1 and amount == half_up(amount, _MOST_DECIMALS):
                return f"{format_number(amount)} {unit} đồng"
        return f"{format_number(self.value)} đồng"

    @property
    def fraction(self) -> Fraction:
        """The amount in đồng as an exact number."""
        return Fraction(self.value)


@frozen
class Points:
    """Points of a scorecard (điểm)."""

    value: Decimal = field(converter=exact_number)

    _PRINTED = re.compile(r"(\S+)(?: điểm)?")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``61,39`` or ``61,39 điểm``."""
        return cls(parse_number(_tail(text, cls._PRINTED, ("61,39 điểm",))))

    def __str__(self) -> str:
        return f"{format_number(self.value)} điểm"

    @property
    def fraction(self) -> Fraction:
        """The points as an exact number."""
        return Fraction(self.value)


@frozen
class Rank:
    """A place among others (thứ hạng, vị trí), 1 being best, with how many were ranked where that is known (else 0)."""

    value: int = field(converter=_place)
    of: int = field(default=0, converter=_whole)

    def __attrs_post_init__(self) -> None:
        if 0 < self.of < self.value:
            raise InvalidInput(Problem(code="not-a-rank", found=str(self), accepted=(f"1/{self.of}", f"{self.of}/{self.of}")))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``11``, ``11/34`` or ``thứ 11``, ``hạng 11/34``."""
        words = plain(text).casefold()
        first, slash, last = words.removeprefix("thứ ").removeprefix("hạng ").partition("/")
        return cls(_whole(parse_number(first)), _whole(parse_number(last)) if slash else 0)

    def __str__(self) -> str:
        return format_number(self.value) + (f"/{format_number(self.of)}" if self.of else "")

    @property
    def fraction(self) -> Fraction:
        """The place as an exact number; the lower the better."""
        return Fraction(self.value)


Quantity = Percent | Ratio | Count | Money | Points | Rank
"""Any of the six."""
