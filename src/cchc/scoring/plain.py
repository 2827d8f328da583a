"""The plain data of results (kết quả): numbers and measured values in the forms that files have them.

A ledger and an explanation are handed out and never read back, so each says its own form; what stands within it is written as
everywhere else. That both ways to write agree is a property that is tested.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import NOTHING, fields

from cchc.model.absent import Absent
from cchc.model.quantity import Quantity
from cchc.scoring.pieces import Number
from cchc.scoring.rule import Value

__all__ = ["Data", "measured", "number", "points_or_none"]

Data = str | int | bool | None | Sequence["Data"] | Mapping[str, "Data"]
"""Plain data that JSON can hold."""


def number(value: Number) -> str:
    """An exact number: ``"97.5"``, or ``"87/89"`` where its decimals do not end."""
    return f"{value:f}" if isinstance(value, Decimal) else f"{value.numerator}/{value.denominator}"


def points_or_none(points: Number | Absent) -> Data:
    """Points; null where there are none."""
    return None if isinstance(points, Absent) else number(points)


def measured(value: Value) -> Data:
    """A measured value: a quantity names its kind, yes and no are true and false, a label is text."""
    if isinstance(value, Absent):
        return {"absent": value.value}
    if isinstance(value, Decimal | Fraction):
        return number(value)
    if isinstance(value, int | str):
        return value
    return {"kind": type(value).__name__.lower(), **_stated(value)}


def _stated(value: Quantity) -> dict[str, Data]:
    """The fields that are not at their default."""
    found: dict[str, Data] = {}
    for entry in fields(type(value)):
        stated: int | str | Decimal = getattr(value, entry.name)
        if entry.default is NOTHING or stated != entry.default:
            found[entry.name] = number(stated) if isinstance(stated, Decimal) else stated
    return found
