"""How one requirement stands to another of the same thing (mức yêu cầu so với nhau): stricter, equal or looser.

"Trên 95%" is stricter than "từ 95% trở lên"; "nhóm 10" is stricter than "nhóm 20". What is measured in other units, or bounded
on another side, cannot be compared.
"""

from enum import Enum
from fractions import Fraction

from attrs import evolve

from cchc.model.target import Amount, IncreaseBy, Qualitative, RankUp, RankWithin, ReduceBy, Requirement
from cchc.rules.bounds import Bounds, bounds_of, unit_of
from cchc.rules.names import name_key, unit_key

__all__ = ["Stringency", "contradict", "same_matter", "stringency"]


class Stringency(Enum):
    """How much one requirement asks for beside another (mức độ yêu cầu)."""

    STRICTER = "stricter"
    """Cao hơn, chặt hơn."""
    EQUAL = "equal"
    """Ngang bằng."""
    LOOSER = "looser"
    """Thấp hơn, lỏng hơn."""


_Change = ReduceBy | IncreaseBy
_OF_A_KIND = (ReduceBy, IncreaseBy, RankUp, RankWithin, Qualitative)


def stringency(one: Requirement, other: Requirement) -> Stringency | None:
    """How `one` stands to `other`; None where they cannot be compared, or each allows what the other does not.

    A requirement without a measure is compared with none. Changes are compared where they start from the same baseline, in
    the unit that both print: 2,5 % (15 đơn vị) beside 20 đơn vị.
    """
    if (pair := _pair(one, other)) is None:
        return None
    mine, yours = pair
    within, around = _lies_within(mine, yours), _lies_within(yours, mine)
    if within and around:
        return Stringency.EQUAL
    if within:
        return Stringency.STRICTER
    return Stringency.LOOSER if around else None


def contradict(one: Requirement, other: Requirement) -> bool:
    """Whether nothing can satisfy both: at least 80 %, and at most 70 %."""
    pair = _pair(one, other)
    return pair is not None and (_above(*pair) or _above(*reversed(pair)))


def same_matter(one: Requirement, other: Requirement) -> bool:
    """Whether two requirements are of one kind and one unit, so that their bounds can be held against each other."""
    return _pair(one, other) is not None


def _pair(one: Requirement, other: Requirement) -> tuple[Bounds, Bounds] | None:
    """The bounds of two requirements in one unit."""
    if type(one) is not type(other) and any(isinstance(each, _OF_A_KIND) for each in (one, other)):
        return None
    if name_key(getattr(one, "baseline", "")) != name_key(getattr(other, "baseline", "")):
        return None
    if isinstance(one, _Change) and isinstance(other, _Change):
        one, other = _in_one_unit(one, other)
    mine, yours = bounds_of(one), bounds_of(other)
    if mine is None or yours is None or unit_key(unit_of(one)) != unit_key(unit_of(other)):
        return None
    return mine, yours


def _in_one_unit(one: _Change, other: _Change) -> tuple[_Change, _Change]:
    """Two changes with their values in a unit that both print, where there is one; a change without a value has every unit."""
    if one.value is None:
        return evolve(one, unit=other.unit), other
    if other.value is None:
        return one, evolve(other, unit=one.unit)
    for mine in _printed(one):
        for yours in _printed(other):
            if unit_key(mine.unit) == unit_key(yours.unit):
                return evolve(one, value=mine.value, unit=mine.unit), evolve(other, value=yours.value, unit=yours.unit)
    return one, other


def _printed(change: _Change) -> tuple[Amount, ...]:
    own = () if change.value is None else (Amount(change.value, change.unit),)
    return own if change.equivalent is None else (*own, change.equivalent)


def _lies_within(one: Bounds, other: Bounds) -> bool:
    """Whether everything that `one` allows `other` allows as well."""
    return _reaches(one, other) and _stays(one, other)


def _reaches(one: Bounds, other: Bounds) -> bool:
    if other.least is None:
        return True
    if one.least is None:
        return False
    return one.least > other.least or (one.least == other.least and (one.least_open or not other.least_open))


def _stays(one: Bounds, other: Bounds) -> bool:
    if other.most is None:
        return True
    if one.most is None:
        return False
    return one.most < other.most or (one.most == other.most and (one.most_open or not other.most_open))


def _above(one: Bounds, other: Bounds) -> bool:
    """Whether `one` begins where `other` has ended."""
    least: Fraction | None = one.least
    if least is None or other.most is None:
        return False
    return least > other.most or (least == other.most and (one.least_open or other.most_open))
