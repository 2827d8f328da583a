"""Amounts said twice in two units (quy đổi): 3.216 triệu đồng is 3,216 tỷ đồng."""

from collections.abc import Iterator
from fractions import Fraction

from cchc.model.claim import Restatement
from cchc.model.finding import Finding, Parameters, Severity
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.ratios import is_vague, printed_interval
from cchc.rules.checking.slips import explanation

__all__ = ["check_restatements"]


def check_restatements(paper: Paper) -> Iterator[Finding]:
    """An amount is said twice, and the two are not the same.

    `inputs` is the amount as it stands first, `stated` the one said to be equal to it, both in đồng where they are money;
    `explanation` is the likely slip.
    """
    for claim in paper.claims:
        if isinstance(claim, Restatement) and not is_vague(claim.again):
            first, again = printed_interval(claim.first), printed_interval(claim.again)
            if not first.meets(again):
                value, computed = claim.again.value, claim.first.value
                params = Parameters({
                    "inputs": (computed,), "stated": value, "computed": computed, "unit": claim.again.unit,
                    "certainty": "certain", "explanation": explanation(value, computed, Fraction(computed)),
                })  # fmt: skip
                yield Finding(
                    code="arithmetic.restated", severity=Severity.ERROR, subject="figures", params=params, span=claim.span
                )
