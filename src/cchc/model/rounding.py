"""Rounding as the printed figures are rounded: half up, by a stated number of places, from the exact value.

Half up means away from zero on a tie (0.625 becomes 0.63), as the scores published under Quyết định 766/QĐ-TTg are.
"""

from decimal import Decimal
from fractions import Fraction

__all__ = ["exact", "half_up"]


def half_up(value: Fraction | Decimal | int, places: int) -> Decimal:
    """`value` rounded half up to `places` decimals, never through a binary or an already rounded number."""
    numerator, denominator = value.as_integer_ratio()
    scaled = (abs(numerator) * 2 * 10**places + denominator) // (2 * denominator)
    return Decimal(-scaled if numerator < 0 else scaled).scaleb(-places)


def exact(value: Fraction) -> Fraction | Decimal:
    """`value` as a `Decimal` when its decimals end, as it stands otherwise."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return value
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    return Decimal(int(value * 10**places)).scaleb(-places)
