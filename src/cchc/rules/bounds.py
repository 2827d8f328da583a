"""What a requirement allows, as bounds on one exact number in the requirement's own unit (giới hạn của chỉ tiêu).

"Trên 98%" leaves 98 itself out, "tối thiểu 98%" lets it in; a place among the first ten is a number of at most ten. Values
are compared unrounded: 97,996 % prints as 98,00 % and still misses "tối thiểu 98%".
"""

from fractions import Fraction
from typing import assert_never

from attrs import frozen

from cchc.model.quantity import Count, Money, Percent, Points, Quantity, Rank, Ratio
from cchc.model.rounding import half_up
from cchc.model.target import (
    AtLeast,
    AtMost,
    Between,
    Complete,
    Exactly,
    IncreaseBy,
    LessThan,
    MoreThan,
    Qualitative,
    RankUp,
    RankWithin,
    ReduceBy,
    Requirement,
)
from cchc.rules.names import unit_key

__all__ = ["PRINTED_PLACES", "Bounds", "bounds_of", "number_in", "unit_of"]

PRINTED_PLACES = 2
"""The decimals to which offices print percentages."""


@frozen(kw_only=True)
class Bounds:
    """From `least` to `most`, each allowed itself unless open; None where there is no such side."""

    least: Fraction | None = None
    most: Fraction | None = None
    least_open: bool = False
    most_open: bool = False

    def allow(self, value: Fraction) -> bool:
        """Whether a value satisfies the requirement."""
        return self.reach_least(value) and not self.exceed_most(value)

    def reach_least(self, value: Fraction) -> bool:
        """Whether a value is high enough."""
        return self.least is None or (value > self.least if self.least_open else value >= self.least)

    def exceed_most(self, value: Fraction) -> bool:
        """Whether a value is too high."""
        return self.most is not None and (value >= self.most if self.most_open else value > self.most)

    def margin(self, value: Fraction) -> tuple[Fraction, Fraction]:
        """The bound that decides for a value, and how far the value stands on its good side; negative where it falls short."""
        sides = [] if self.least is None else [(value - self.least, self.least)]
        if self.most is not None:
            sides.append((self.most - value, self.most))
        gap, bound = min(sides)
        return bound, gap

    def look_met(self, value: Fraction) -> bool:
        """Whether a value that misses would seem to satisfy once it is rounded for print."""
        return not self.allow(value) and self.allow(Fraction(half_up(value, PRINTED_PLACES)))


def bounds_of(requirement: Requirement) -> Bounds | None:
    """The bounds of a requirement; None where it is left to a person.

    Of a change the number is how far the value moved the right way; without one, any move will do. To be completed is 100 %.
    """
    match requirement:
        case MoreThan(value=value):
            return Bounds(least=Fraction(value), least_open=True)
        case AtLeast(value=value):
            return Bounds(least=Fraction(value))
        case AtMost(value=value) | RankWithin(value=value):
            return Bounds(most=Fraction(value))
        case LessThan(value=value):
            return Bounds(most=Fraction(value), most_open=True)
        case Exactly(value=value):
            return Bounds(least=Fraction(value), most=Fraction(value))
        case Between(least=least, most=most):
            return Bounds(least=Fraction(least), most=Fraction(most))
        case ReduceBy(value=value) | IncreaseBy(value=value):
            return Bounds(least=Fraction(0), least_open=True) if value is None else Bounds(least=Fraction(value))
        case RankUp(least=places):
            return Bounds(least=Fraction(places))
        case Complete():
            return Bounds(least=Fraction(100))
        case Qualitative():
            return None
        case _:
            assert_never(requirement)


PLACES = "bậc"
"""The unit of ranks."""


def unit_of(requirement: Requirement) -> str:
    """The unit in which a level is measured for a requirement; none where it is left to a person."""
    match requirement:
        case RankWithin() | RankUp():
            return PLACES
        case Complete():
            return "%"
        case Qualitative():
            return ""
        case _:
            return requirement.unit


_DONG = {
    "đồng": 0, "nghìn đồng": 3, "triệu": 6, "triệu đồng": 6, "tỷ": 9, "tỷ đồng": 9, "tỉ": 9, "tỉ đồng": 9,
    "nghìn tỷ": 12, "nghìn tỷ đồng": 12,
}  # fmt: skip
_POINTS = ("", "điểm")
_NOT_COUNTED = ("%", PLACES, "điểm", *_DONG)


def number_in(value: Quantity, unit: str) -> Fraction | None:
    """A quantity as an exact number of `unit`; None where it is not measured in that unit, or is a ratio over nothing."""
    wanted = unit_key(unit)
    match value:
        case Percent() | Ratio():
            share = value.fraction
            return share * 100 if wanted == "%" and isinstance(share, Fraction) else None
        case Count():
            same = not wanted or unit_key(value.unit) in ("", wanted)
            return value.fraction if same and wanted not in _NOT_COUNTED else None
        case Money():
            return value.fraction / 10 ** _DONG[wanted] if wanted in _DONG else None
        case Points():
            return value.fraction if wanted in _POINTS else None
        case Rank():
            return value.fraction if wanted == PLACES else None
        case _:
            assert_never(value)
