"""Numbers as Vietnamese offices print them: a dot between thousands, a comma before decimals.

Strict both ways: ``98.5`` is refused, because half of its readers would take it for 985.
"""

import re
from decimal import Decimal

from cchc.model.errors import InvalidInput, Problem
from cchc.model.text import plain

__all__ = ["exact_number", "format_number", "parse_number"]

_PRINTED = re.compile(r"(?P<sign>[-\u2212]?)(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<decimals>[0-9]+))?")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def parse_number(text: str) -> Decimal:
    """Read a printed number: ``1.857``, ``57,72``, ``4.367,7``, ``05``.

    Raises `InvalidInput` for anything else, such as ``98.5``, ``1,234.5`` or ``1.85``.
    """
    match = _PRINTED.fullmatch(plain(text))
    if match is None:
        raise InvalidInput(Problem(code="not-a-number", found=repr(text), accepted=("1.857", "57,72", "4.367,7")))
    sign, whole = "-" if match["sign"] else "", match["whole"].replace(".", "")
    return _unsigned_zero(Decimal(f"{sign}{whole}.{match['decimals'] or ''}"))


def format_number(value: Decimal | int) -> str:
    """Print a number, with every decimal it has: ``format_number(Decimal("4367.7")) == "4.367,7"``."""
    return f"{Decimal(value):,f}".translate({ord(","): ".", ord("."): ","})


def exact_number(value: Decimal | int | str) -> Decimal:
    """The number that code or data states: an integer, a finite `Decimal`, or text in plain notation (``"57.72"``).

    A float is refused, since 0.1 is no float; so are NaN, infinities, exponents and booleans.
    """
    if isinstance(value, str):
        if _PLAIN.fullmatch(value):
            return _unsigned_zero(Decimal(value))
    elif isinstance(value, Decimal):
        if value.is_finite():
            return _unsigned_zero(value)
    elif type(value) is int:
        return Decimal(value)
    raise InvalidInput(Problem(code="not-exact", found=repr(value), accepted=('"57.72"', "58")))


def _unsigned_zero(number: Decimal) -> Decimal:
    return number or number.copy_abs()
