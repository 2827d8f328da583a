"""Change against a baseline (tăng, giảm so với năm gốc): how far a value has moved the right way, exactly.

"2,5% (tương ứng 15 đơn vị)" says one thing twice; when the two disagree over the baseline, or over what was reached, that is
a finding. A percentage of a percentage can mean two things, and the text does not say which: it is left to a person.
"""

from decimal import Decimal
from enum import Enum
from fractions import Fraction

from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.quantity import Count, Percent, Quantity, Ratio
from cchc.model.rounding import half_up
from cchc.model.target import Amount, IncreaseBy, RankUp, ReduceBy
from cchc.rules.bounds import PLACES, number_in
from cchc.rules.names import unit_key

__all__ = ["Change", "Unmoved", "check_equivalent", "moved"]

Change = ReduceBy | IncreaseBy | RankUp
"""A requirement that needs a baseline."""


class Unmoved(Enum):
    """Why no change can be stated (không xác định được mức tăng, giảm)."""

    UNIT = "unit"
    """Khác đơn vị tính: the two values, or the requirement, speak of different things."""
    AMBIGUOUS = "ambiguous"
    """Chưa rõ cách tính: a percentage of a percentage."""
    NOTHING_BEFORE = "nothing_before"
    """Không có số gốc để so: the baseline is zero or undefined."""


_POINTS_OF_PERCENT = ("điểm %", "điểm phần trăm", "phần trăm điểm")


def _is_rate(value: Quantity) -> bool:
    return isinstance(value, Percent | Ratio)


def _level(value: Quantity) -> Fraction | None:
    share = value.fraction
    return share if isinstance(share, Fraction) else None


def _same_kind(a: Quantity, b: Quantity) -> bool:
    if isinstance(a, Count) and isinstance(b, Count):
        return unit_key(a.unit) == unit_key(b.unit)
    return type(a) is type(b) or (_is_rate(a) and _is_rate(b))


def moved(requirement: Change, now: Quantity, before: Quantity) -> Fraction | Unmoved:
    """How far `now` is from `before` in the direction asked for, in the requirement's unit: per cent of `before` for "%"."""
    unit = PLACES if isinstance(requirement, RankUp) else requirement.unit
    relative = False
    if isinstance(requirement, RankUp) or (requirement.value is not None and unit_key(unit) != "%"):
        wanted = "%" if unit_key(unit) in _POINTS_OF_PERCENT else unit
        levels = number_in(before, wanted), number_in(now, wanted)
    elif not _same_kind(now, before):
        return Unmoved.UNIT
    else:
        relative = requirement.value is not None
        if relative and _is_rate(now):
            return Unmoved.AMBIGUOUS
        levels = _level(before), _level(now)
    start, end = levels
    if start is None or end is None:
        undefined = any(_level(value) is None for value in (before, now))
        return Unmoved.NOTHING_BEFORE if undefined else Unmoved.UNIT
    change = end - start if isinstance(requirement, IncreaseBy) else start - end
    if not relative:
        return change
    return change / start * 100 if start else Unmoved.NOTHING_BEFORE


def _plain(number: Fraction | Decimal) -> Decimal:
    """A number to nine decimals, đồng of tỷ đồng, without empty ones."""
    return Decimal(f"{half_up(number, 9):f}".rstrip("0").rstrip("."))


def _places(number: Decimal) -> int:
    return len(f"{number:f}".partition(".")[2])


def _share_and_amount(requirement: Change) -> tuple[Decimal, Amount] | None:
    if isinstance(requirement, RankUp) or requirement.value is None or requirement.equivalent is None:
        return None
    stated, equivalent = Amount(requirement.value, requirement.unit), requirement.equivalent
    as_share = unit_key(stated.unit) == "%"
    if as_share == (unit_key(equivalent.unit) == "%"):
        return None
    share, amount = (stated, equivalent) if as_share else (equivalent, stated)
    return share.value, amount


def check_equivalent(requirement: Change, now: Quantity, before: Quantity, *, subject: str) -> tuple[Finding, ...]:
    """Whether the percentage and the amount of a change agree: as printed over the baseline, then in what was reached.

    They agree as printed when either, computed from the other, rounds to it. The finding's `inputs` are the baseline and the
    percentage, or the baseline and the present value.
    """
    pair = _share_and_amount(requirement)
    if pair is None:
        return ()
    share, amount = pair
    start, end = number_in(before, amount.unit), number_in(now, amount.unit)
    if not start or end is None:
        return ()
    change = end - start if isinstance(requirement, IncreaseBy) else start - end
    asked = start * Fraction(share) / 100
    as_share = Fraction(amount.value) / start * 100
    if half_up(asked, _places(amount.value)) != amount.value and half_up(as_share, _places(share)) != share:
        inputs, computed = (_plain(start), share), asked
    elif (change >= asked) != (change >= amount.value):
        inputs, computed = (_plain(start), _plain(end)), change
    else:
        return ()
    params = Parameters(
        {"inputs": inputs, "stated": amount.value, "computed": _plain(computed), "share": share, "unit": amount.unit}
    )
    return (Finding(code="target.change-mismatch", severity=Severity.WARNING, subject=subject, params=params),)
