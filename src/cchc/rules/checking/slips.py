"""How a wrong figure may have come about (sai sót khi nhập số): one digit, two changed places, a comma, a unit, a cut decimal.

An explanation is a hint for the clerk who will mend the figure; it never decides whether the figure is wrong.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from cchc.model.rounding import EXACTLY

__all__ = ["explanation", "places_of"]


def places_of(step: Decimal) -> int:
    """How many decimals are printed, for one in the last printed place: 2 for 0.01, 0 for 1 and more."""
    return max(0, -int(step.as_tuple().exponent))


def explanation(stated: Decimal, computed: Decimal, exact: Fraction) -> str:
    """The likeliest slip that makes `stated` of `computed`, which is `exact` rounded; an empty text where none is likely."""
    if Fraction(stated) < exact < Fraction(computed) and computed - stated == _step(computed):
        return "truncated"
    one, other = _digits(stated, computed)
    differing = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differing) == 1:
        return "digit"
    if _changed_places(one, other, differing):
        return "transposed"
    if one.strip("0") == other.strip("0"):
        return "comma"
    if len(one.strip("0")) != len(other.strip("0")) and _one_more(one.lstrip("0"), other.lstrip("0")):
        return "digit"
    return ""


def _step(number: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(number.as_tuple().exponent))


def _digits(*numbers: Decimal) -> tuple[str, str]:
    """The digits of two numbers, brought to the same places."""
    least = min(int(number.as_tuple().exponent) for number in numbers)
    texts = [str(abs(int(EXACTLY.scaleb(number, -least)))) for number in numbers]
    width = max(map(len, texts))
    return texts[0].zfill(width), texts[1].zfill(width)


def _changed_places(one: str, other: str, differing: Sequence[int]) -> bool:
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    first, second = differing
    return one[first] == other[second] and one[second] == other[first]


def _one_more(one: str, other: str) -> bool:
    """Whether a digit was left out or typed twice."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) != len(shorter) + 1 or len(shorter) < 2:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
