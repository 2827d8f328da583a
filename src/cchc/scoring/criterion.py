"""Criteria (tiêu chí) as the decision prints them: a tree of areas, criteria and sub-criteria, each with its maximum and rule.

A rule is data that builds pieces of the one kernel. What happens when nothing was measured differs from criterion to criterion
in the official practice, so it is a policy named in the data, never a default of the arithmetic.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from cchc.model.absent import Absent
from cchc.model.errors import InvalidInput, Problem
from cchc.model.numeral import exact_number
from cchc.model.quantity import Quantity
from cchc.model.rounding import exact
from cchc.scoring.pieces import Edge, PiecewiseLinear

__all__ = [
    "Confidence", "Corner", "Criterion", "Line", "MonitorOnly", "Policy", "Proportional", "Rule", "SumOfParts", "Tiers",
    "Value",
]  # fmt: skip

Value = Quantity | int | Decimal | Fraction | bool | str | Absent
"""What may be measured for a criterion: a quantity, a plain number, yes or no, a label, or why there is nothing."""


class Confidence(Enum):
    """How sure a fact of the catalogue is (mức độ tin cậy)."""

    EXACT = "exact"
    """Chính xác: read in a source text, or every published figure agrees with it."""
    PARTIAL = "partial"
    """Một phần: partly read, partly inferred."""
    UNVERIFIED = "unverified"
    """Chưa kiểm chứng: nobody has checked it against a source."""


class Policy(Enum):
    """What a criterion earns when there is nothing to measure (quy ước khi không có số liệu)."""

    NO_SCORE = "no-score"
    """Không chấm: no points, the maximum is kept apart."""
    ZERO = "zero"
    """0 điểm: the maximum is lost."""
    FULL = "full"
    """Điểm tối đa."""


@frozen
class Proportional:
    """Points in proportion to a share (tính theo tỷ lệ), all of them from `full_at` on, none below `floor`."""

    full_at: Decimal = field(default=Decimal(1), converter=exact_number)
    floor: Decimal = field(default=Decimal(0), converter=exact_number, kw_only=True)

    def pieces(self, maximum: Decimal) -> PiecewiseLinear:
        """The rule as pieces of the kernel."""
        return PiecewiseLinear.proportional(maximum, full_at=self.full_at, floor=self.floor)


@frozen
class Tiers:
    """Points by the tier that a share falls into (chấm theo bậc), `below` before the first edge."""

    edges: tuple[Edge, ...]
    below: Decimal = field(default=Decimal(0), converter=exact_number)

    def pieces(self, maximum: Decimal) -> PiecewiseLinear:  # noqa: ARG002  a tier states its own points
        """The rule as pieces of the kernel."""
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
        """The rule as pieces of the kernel."""
        return PiecewiseLinear.through(*((corner.at, corner.points) for corner in self.corners))


@frozen
class MonitorOnly:
    """Watched and not scored (theo dõi, không chấm điểm): any value, no points."""


@frozen
class SumOfParts:
    """The sum of what its parts earn (tổng điểm thành phần)."""


Rule = Proportional | Tiers | Line | MonitorOnly | SumOfParts
"""Any of the five; the first three take a share."""


@frozen(kw_only=True)
class Criterion:
    """A node of a scorecard (lĩnh vực, tiêu chí, tiêu chí thành phần).

    `numerator` and `denominator` say in a few words what is counted; `zero_denominator` is what 0/0 earns, `unreported` what
    silence earns. A node with `parts` earns their sum; its own policies are not asked.
    """

    code: str
    name: str
    maximum: Decimal = field(converter=exact_number)
    rule: Rule = field(factory=SumOfParts)
    zero_denominator: Policy = Policy.NO_SCORE
    unreported: Policy = Policy.NO_SCORE
    numerator: str = ""
    denominator: str = ""
    confidence: Confidence = Confidence.EXACT
    note: str = ""
    parts: "tuple[Criterion, ...]" = ()

    def walk(self) -> "Iterator[Criterion]":
        """This node and all below it, in the order of the decision."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def pieces(self) -> PiecewiseLinear | None:
        """The points of each share; None where the node is not scored by itself.

        Raises `InvalidInput` for a rule that is none.
        """
        return None if isinstance(self.rule, MonitorOnly | SumOfParts) else self.rule.pieces(self.maximum)

    def policy(self, absence: Absent) -> Policy | None:
        """What this criterion earns for an absence; None for those that no policy may turn into points."""
        return {Absent.UNDEFINED: self.zero_denominator, Absent.UNREPORTED: self.unreported}.get(absence)

    def problems(self, place: str) -> Iterator[Problem]:
        """What this node alone can know to be wrong with itself."""
        if self.maximum < 0:
            yield Problem(code="negative", place=f"{place}.maximum", found=str(self.maximum), accepted=("0", "2.5"))
        if bool(self.parts) != isinstance(self.rule, SumOfParts):
            accepted = ("sum_of_parts",) if self.parts else ("proportional", "tiers", "line", "monitor_only")
            yield Problem(code="wrong-rule", place=f"{place}.rule", found=type(self.rule).__name__, accepted=accepted)
        elif self.parts:
            total = sum((Fraction(part.maximum) for part in self.parts), Fraction(0))
            if total != self.maximum:
                yield Problem(
                    code="parts-do-not-sum", place=f"{place}.maximum", found=str(self.maximum), accepted=(str(exact(total)),)
                )
        else:
            yield from self._rule_problems(place)

    def _rule_problems(self, place: str) -> Iterator[Problem]:
        try:
            pieces = self.pieces()
        except InvalidInput as error:
            yield from (Problem(code=p.code, place=f"{place}.rule", found=p.found, accepted=p.accepted) for p in error.problems)
            return
        highest = pieces.highest if pieces else 0
        if self.maximum >= 0 and highest != self.maximum:
            yield Problem(
                code="rule-misses-maximum", place=f"{place}.maximum", found=str(self.maximum), accepted=(str(highest),)
            )
