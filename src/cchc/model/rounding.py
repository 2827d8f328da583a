"""Rounding as the printed figures are rounded: half up, by a stated number of places, from the exact value.

Half up means away from zero on a tie (0.625 becomes 0.63), as the scores published under Quyết định 766/QĐ-TTg are.
"""

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction

from cchc.model.errors import InvalidInput, Problem

__all__ = ["EXACTLY", "exact", "half_up"]

EXACTLY = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX)
"""Adds and scales decimals without ever rounding, whatever the precision of the caller's own context."""


def half_up(value: Fraction | Decimal | int, places: int) -> Decimal:
    """`value` rounded half up to `places` decimals (0 or more), never through a binary or an already rounded number."""
    if places < 0:
        raise InvalidInput(Problem(code="negative", place="places", found=str(places), accepted=("0", "2")))
    numerator, denominator = value.as_integer_ratio()
    scaled = (abs(numerator) * 2 * 10**places + denominator) // (2 * denominator)
    return EXACTLY.scaleb(Decimal(-scaled if numerator < 0 else scaled), -places)


def exact(value: Fraction) -> Fraction | Decimal:
    """`value` as a `Decimal` when its decimals end, as it stands otherwise."""
    rest, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        places = max(places, power)
    return value if rest != 1 else EXACTLY.scaleb(Decimal(int(value * 10**places)), -places)
