"""Requirements in words: "ít nhất 90%", "trong nhóm 10", "giảm ít nhất 2,5% so với năm 2021"."""

from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from cchc.model import (
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
from cchc.presenting.words import Words

__all__ = ["measured_text", "requirement_text"]

_PLACES = 2


def requirement_text(requirement: Requirement, words: Words) -> str:
    """What a target asks for."""
    match requirement:
        case MoreThan() | AtLeast() | AtMost() | LessThan() | Exactly():
            key = f"requirement.{type(requirement).__name__}"
            return words(key, value=_amount(requirement.value, requirement.unit, words))
        case Between(least=least, most=most, unit=unit):
            return words("requirement.Between", least=_amount(least, unit, words), most=_amount(most, unit, words))
        case ReduceBy() | IncreaseBy():
            return _change(requirement, words)
        case RankWithin(value=value):
            return words("requirement.RankWithin", value=words.number(value))
        case RankUp(least=least, most=most, baseline=baseline):
            told = words("requirement.RankUp", least=words.number(least), most=words.number(most))
            return told + _against(baseline, words)
        case Complete() | Qualitative():
            return words(f"requirement.{type(requirement).__name__}")
        case _:
            assert_never(requirement)


def _change(requirement: ReduceBy | IncreaseBy, words: Words) -> str:
    name = type(requirement).__name__
    if requirement.value is None:
        told = words(f"requirement.{name}-any")
    else:
        told = words(f"requirement.{name}", value=_amount(requirement.value, requirement.unit, words))
    if requirement.equivalent is not None:
        told += f" ({_amount(requirement.equivalent.value, requirement.equivalent.unit, words)})"
    return told + _against(requirement.baseline, words)


def _against(baseline: str, words: Words) -> str:
    return f" {words('requirement.against', baseline=baseline)}" if baseline else ""


def _amount(value: Decimal | Fraction, unit: str, words: Words, places: int | None = None) -> str:
    return words.number(value, places) + (unit if unit == "%" else f" {unit}" if unit else "")


def measured_text(requirement: Requirement, measured: Decimal | Fraction | None, words: Words) -> str:
    """What was measured, in the requirement's unit."""
    if measured is None:
        return words("none")
    unit = "" if isinstance(requirement, RankWithin | RankUp | Complete | Qualitative) else requirement.unit
    whole = measured == int(measured)
    return _amount(measured, unit, words, 0 if whole else _PLACES)
