"""Criteria (tiêu chí) as the decision prints them: a tree of areas, criteria and sub-criteria, each with its maximum and rule.

What happens when nothing was measured differs from criterion to criterion in the official practice, so it is a policy named in
the data, never a default of the arithmetic. How sure each fact is, and where its sources disagree, is stated beside it.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from cchc.model.absent import Absent
from cchc.model.errors import InvalidInput, Problem
from cchc.model.numeral import exact_number
from cchc.model.rounding import exact
from cchc.scoring.pieces import PiecewiseLinear
from cchc.scoring.rule import MonitorOnly, Rule, SumOfParts

__all__ = ["Confidence", "Conflict", "Criterion", "Policy"]

_OF_A_LEAF = ("proportional", "tiers", "line", "deduction", "bonus", "binary", "labels", "monitor_only")


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

    NO_SCORE = "no_score"
    """Không chấm: no points, the maximum is kept apart."""
    ZERO = "zero"
    """0 điểm: the maximum is lost."""
    FULL = "full"
    """Điểm tối đa."""


@frozen(kw_only=True)
class Conflict:
    """Where sources disagree about a criterion, or about the whole where `code` is empty (điểm chưa thống nhất)."""

    note: str
    code: str = ""


@frozen(kw_only=True)
class Criterion:
    """A node of a scorecard (lĩnh vực, tiêu chí, tiêu chí thành phần).

    `numerator` and `denominator` say in a few words what is counted; `zero_denominator` is what 0/0 earns, `unreported` what
    silence earns. A node with `parts` earns their sum; its own policies are not asked. `confidence` is that of the maximum and
    the rule; what 0/0 earns is often known less surely, and has a confidence of its own.
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
    zero_denominator_confidence: Confidence = Confidence.EXACT
    note: str = ""
    parts: "tuple[Criterion, ...]" = ()

    def walk(self) -> "Iterator[Criterion]":
        """This node and all below it, in the order of the decision."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def pieces(self) -> PiecewiseLinear | None:
        """The points of each value; None where the node is not scored by itself.

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
            accepted = ("sum_of_parts",) if self.parts else _OF_A_LEAF
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
