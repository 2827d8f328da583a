"""Rules as the decisions state them (cách chấm điểm): each is data, builds pieces of the one kernel and reads its own values.

Shares are scored in proportion, by tiers or along a line; events by what each deducts or adds; a yes or no, and a label, by
what it earns. What a rule does not read is refused, never converted: 98 is no share, and "đạt" is no yes.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from attrs import field, frozen

from cchc.model.absent import Absent
from cchc.model.errors import InvalidInput, Problem
from cchc.model.numeral import exact_number
from cchc.model.quantity import Count, Money, Percent, Points, Quantity, Rank, Ratio
from cchc.model.text import nearest, plain
from cchc.scoring.pieces import Edge, PiecewiseLinear

__all__ = [
    "Binary", "Bonus", "Corner", "Deduction", "Label", "Labels", "Line", "MonitorOnly", "Proportional", "Rule", "SumOfParts",
    "Tiers", "Value", "read",
]  # fmt: skip

Value = Quantity | int | Decimal | Fraction | bool | str | Absent
"""What may be measured for a criterion: a quantity, a plain number, yes or no, a label, or why there is nothing."""

_VALUES = (Ratio, Percent, Count, Money, Points, Rank, bool, int, Decimal, Fraction, str)


@frozen
class Proportional:
    """Points in proportion to a share (tính theo tỷ lệ), all of them from `full_at` on, none below `floor`."""

    full_at: Decimal = field(default=Decimal(1), converter=exact_number)
    floor: Decimal = field(default=Decimal(0), converter=exact_number, kw_only=True)

    def pieces(self, maximum: Decimal) -> PiecewiseLinear:
        """The rule as pieces of the kernel, of the share."""
        return PiecewiseLinear.proportional(maximum, full_at=self.full_at, floor=self.floor)


@frozen
class Tiers:
    """Points by the tier that a share falls into (chấm theo bậc), `below` before the first edge."""

    edges: tuple[Edge, ...]
    below: Decimal = field(default=Decimal(0), converter=exact_number)

    def pieces(self, maximum: Decimal) -> PiecewiseLinear:  # noqa: ARG002  a tier states its own points
        """The rule as pieces of the kernel, of the share."""
        return PiecewiseLinear.tiers(self.below, self.edges)


@frozen
class Corner:
    """A corner of a line (điểm mốc): the points at a share."""

    at: Decimal = field(converter=exact_number)
    points: Decimal = field(converter=exact_number)


@frozen
class Line:
    """Points along a line through corners (nội suy giữa các mốc), level before the first and after the last."""

    corners: tuple[Corner, ...]

    def pieces(self, maximum: Decimal) -> PiecewiseLinear:  # noqa: ARG002  a corner states its own points
        """The rule as pieces of the kernel, of the share."""
        return PiecewiseLinear.through(*((corner.at, corner.points) for corner in self.corners))


@frozen
class Deduction:
    """The maximum less `per_event` for each event (điểm trừ), never beneath `floor`.

    A floor below zero takes from what other criteria earn. A criterion that can only take has the maximum 0: what it took
    stands in the ledger as achieved below zero and lost above it, so the account balances there too.
    """

    per_event: Decimal = field(converter=exact_number)
    floor: Decimal = field(default=Decimal(0), converter=exact_number)

    def pieces(self, maximum: Decimal) -> PiecewiseLinear:
        """The rule as pieces of the kernel, of the number of events."""
        return PiecewiseLinear.deduction(self.per_event, full=maximum, floor=self.floor)


@frozen
class Bonus:
    """`per_event` points for each event (điểm cộng, điểm thưởng), up to the maximum."""

    per_event: Decimal = field(converter=exact_number)

    def pieces(self, maximum: Decimal) -> PiecewiseLinear:
        """The rule as pieces of the kernel, of the number of events."""
        return PiecewiseLinear.bonus(self.per_event, cap=maximum)


@frozen
class Binary:
    """All or nothing (có hoặc không): the maximum for yes, no points for no."""

    def pieces(self, maximum: Decimal) -> PiecewiseLinear:
        """The rule as pieces of the kernel: no stands at 0, yes at 1."""
        return PiecewiseLinear.tiers(0, (Edge(Decimal(1), maximum),))


@frozen
class Label:
    """A label (mức đánh giá) and the points it earns."""

    text: str
    points: Decimal = field(converter=exact_number)


@frozen
class Labels:
    """Points by a label (chấm theo mức đánh giá); letter case and the way accents are typed make no difference."""

    labels: tuple[Label, ...]
    _places: Mapping[str, int] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        places: dict[str, int] = {}
        problems: list[Problem] = []
        for at, label in enumerate(self.rising):
            if (key := _folded(label.text)) in places:
                problems.append(Problem(code="duplicate-id", place="labels", found=repr(label.text)))
            places[key] = at
        if not places:
            problems.append(Problem(code="too-few-parts", place="labels", found="0", accepted=("1",)))
        if problems:
            raise InvalidInput(problems)
        object.__setattr__(self, "_places", MappingProxyType(places))

    @property
    def rising(self) -> tuple[Label, ...]:
        """The labels by their points, the least first."""
        return tuple(sorted(self.labels, key=lambda label: label.points))

    def place(self, text: str) -> int:
        """Where a label stands among `rising`; `InvalidInput` with the nearest one for a label that is none."""
        found = self._places.get(_folded(text))
        if found is None:
            known = tuple(label.text for label in self.labels)
            raise InvalidInput(Problem(code="unknown-label", found=repr(text), accepted=known, near=nearest(text, known)))
        return found

    def pieces(self, maximum: Decimal) -> PiecewiseLinear:  # noqa: ARG002  a label states its own points
        """The rule as pieces of the kernel: each label stands at its place among `rising`."""
        least, *others = self.rising
        return PiecewiseLinear.tiers(least.points, (Edge(Decimal(at), label.points) for at, label in enumerate(others, 1)))


def _folded(text: str) -> str:
    return plain(text.casefold())


@frozen
class MonitorOnly:
    """Watched and not scored (theo dõi, không chấm điểm): any value, no points."""


@frozen
class SumOfParts:
    """The sum of what its parts earn (tổng điểm thành phần)."""


Rule = Proportional | Tiers | Line | Deduction | Bonus | Binary | Labels | MonitorOnly | SumOfParts
"""Any of the nine: the first three take a share, the next two a number of events, then a yes or no, and a label."""


def read(rule: Rule, value: Value) -> Fraction | Absent:
    """Where a value stands on the pieces of a rule, or why it stands nowhere.

    Raises `InvalidInput` for a value that the rule does not take: another type, a number that is not exact, less than nothing,
    a part of nothing (n/0 with n > 0), an unknown label.
    """
    if isinstance(value, Absent):
        return value
    if type(value).__name__ == "float" or (isinstance(value, Decimal) and not value.is_finite()):
        raise InvalidInput(Problem(code="not-exact", found=repr(value), accepted=("Decimal", "int")))
    match rule:
        case Deduction() | Bonus():
            return _events(value)
        case Binary():
            return _answer(value)
        case Labels():
            return _label(rule, value)
        case MonitorOnly() if isinstance(value, _VALUES):
            return Fraction(0)
        case _:
            return _share(value)


def _wrong_type(value: Value, *accepted: str) -> InvalidInput:
    return InvalidInput(Problem(code="wrong-type", found=repr(value), accepted=(*accepted, "Absent")))


def _no_less_than_zero(number: Fraction, value: Value) -> Fraction:
    if number < 0:
        raise InvalidInput(Problem(code="negative", found=str(value), accepted=("0",)))
    return number


def _share(value: Value) -> Fraction | Absent:
    """A share; plain numbers are none, because 98 and 0.98 could both mean 98 %."""
    if not isinstance(value, Ratio | Percent):
        raise _wrong_type(value, "Ratio", "Percent")
    if isinstance(value, Ratio) and value.numerator and not value.denominator:
        raise InvalidInput(Problem(code="part-of-nothing", found=str(value), accepted=("0/0",)))
    share = value.fraction
    return share if isinstance(share, Absent) else _no_less_than_zero(share, value)


def _events(value: Value) -> Fraction:
    """A number of events; yes and no, which Python takes for numbers, are none."""
    if isinstance(value, Count):
        return value.fraction
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        raise _wrong_type(value, "Count", "int")
    return _no_less_than_zero(Fraction(value), value)


def _answer(value: Value) -> Fraction:
    if not isinstance(value, bool):
        raise _wrong_type(value, "bool")
    return Fraction(value)


def _label(rule: Labels, value: Value) -> Fraction:
    if not isinstance(value, str):
        raise _wrong_type(value, *(label.text for label in rule.labels))
    return Fraction(rule.place(value))
