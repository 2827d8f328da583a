"""Numbers as reports print them (cách viết số): strictly, a dot between thousands and a comma before decimals.

Papers slip into the English way, ``98.5%`` or ``1,857 hồ sơ``. It is followed only where its signs and its unit leave one
reading.
"""

import re
from decimal import Decimal

__all__ = ["read_amount", "read_number", "read_percentage", "read_things"]

_STRICT = re.compile(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_POINT = re.compile(r"[0-9]{1,3}\.[0-9]{1,2}|[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]{1,2}")
_LONG_POINT = re.compile(r"[1-9][0-9]\.[0-9]{3}|0\.[0-9]+")
_COMMAS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")


def read_number(text: str) -> Decimal | None:
    """A number in the Vietnamese way, or None."""
    if text.isdecimal():
        return Decimal(text)
    return Decimal(text.replace(".", "").replace(",", ".")) if _STRICT.fullmatch(text) else None


def read_amount(text: str) -> Decimal | None:
    """Money, points or a length of time, where ``98.5`` can only have a decimal point."""
    return Decimal(text.replace(",", "")) if _POINT.fullmatch(text) else read_number(text)


def read_percentage(text: str) -> Decimal | None:
    """A percentage, where ``99.125`` too can only have a decimal point."""
    return Decimal(text) if _LONG_POINT.fullmatch(text) else read_amount(text)


def read_things(text: str) -> Decimal | None:
    """A number of things, where ``1,857`` can only have a comma between thousands."""
    return Decimal(text.replace(",", "")) if _COMMAS.fullmatch(text) else read_number(text)
