"""Two requirements for one thing (mức yêu cầu): whether the second asks for more, the same or less than the first.

What allows fewer values is stricter. Of a percentage nothing lies above 100, so that "100%" and "tối thiểu 100%" are the same.
"""

from enum import Enum
from fractions import Fraction

from attrs import evolve

from cchc.model.target import Complete, IncreaseBy, RankUp, RankWithin, ReduceBy, Requirement
from cchc.rules.bounds import Bounds, bounds_of, unit_of
from cchc.rules.names import name_key, unit_key

__all__ = ["Relation", "relation_of"]


class Relation(Enum):
    """How what an agency has set stands to what the higher plan sets (so với cấp trên)."""

    STRICTER = "stricter"
    """Cao hơn, chặt hơn."""
    EQUAL = "equal"
    """Bằng."""
    LOOSER = "looser"
    """Thấp hơn, lỏng hơn."""
    MISSING = "missing"
    """Không có."""


_CHANGES = (ReduceBy, IncreaseBy, RankUp, RankWithin)
_WHOLE = Fraction(100)


def relation_of(higher: Requirement, lower: Requirement) -> Relation | None:
    """How `lower` stands to `higher`; None where the two cannot be compared: other units, other kinds of change.

    What is left to a person asks for less than anything measured.
    """
    if higher == lower:
        return Relation.EQUAL
    asked, set_ = _bounds(higher), _bounds(lower)
    if asked is None:
        return Relation.STRICTER
    if set_ is None:
        return Relation.LOOSER
    if not _are_alike(higher, lower):
        return None
    within, around = _lies_within(set_, asked), _lies_within(asked, set_)
    if within and around:
        return Relation.EQUAL
    return Relation.STRICTER if within else Relation.LOOSER if around else _falls_short(asked, set_)


def _are_alike(higher: Requirement, lower: Requirement) -> bool:
    """Whether the numbers of two requirements are numbers of one thing."""
    if isinstance(higher, _CHANGES) or isinstance(lower, _CHANGES):
        if type(higher) is not type(lower):
            return False
        baselines = {name_key(one.baseline) for one in (higher, lower) if isinstance(one, ReduceBy | IncreaseBy | RankUp)}
        units = {unit_key(unit_of(one)) for one in (higher, lower) if _has_number(one)}
        return len(baselines - {""}) <= 1 and len(units) <= 1
    return unit_key(unit_of(higher)) == unit_key(unit_of(lower))


def _has_number(requirement: Requirement) -> bool:
    """Whether a change says how much: without a number it has no unit either."""
    return not (isinstance(requirement, ReduceBy | IncreaseBy) and requirement.value is None)


def _bounds(requirement: Requirement) -> Bounds | None:
    bounds = bounds_of(requirement)
    share = unit_key(unit_of(requirement)) == "%" and not isinstance(requirement, _CHANGES)
    if bounds is None or not (share or isinstance(requirement, Complete)):
        return bounds
    top = evolve(bounds, most=_WHOLE) if bounds.most is None and (bounds.least or 0) <= _WHOLE else bounds
    return evolve(top, least=Fraction(0)) if top.least is None else top


def _lies_within(inner: Bounds, outer: Bounds) -> bool:
    """Whether every value that `inner` allows is allowed by `outer`."""
    least = outer.least is None or (
        inner.least is not None
        and (inner.least > outer.least or (inner.least == outer.least and inner.least_open >= outer.least_open))
    )
    most = outer.most is None or (
        inner.most is not None
        and (inner.most < outer.most or (inner.most == outer.most and inner.most_open >= outer.most_open))
    )
    return least and most


def _falls_short(asked: Bounds, set_: Bounds) -> Relation | None:
    """Of requirements neither of which holds the other: looser where the lower one lets less do than is asked."""
    low = asked.least is not None and set_.least is not None and set_.least < asked.least
    return Relation.LOOSER if low else None
