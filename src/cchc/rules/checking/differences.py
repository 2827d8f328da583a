"""Stated changes against the two figures they lie between (tăng, giảm): in the figures' own unit, in per cent, in points.

A change of percentages in per cent has two meanings, points and a share of the share; either will do.
"""

from collections.abc import Iterator
from fractions import Fraction

from cchc.model.claim import Change
from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.rounding import half_up
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.ratios import Interval, holds, is_vague, printed_interval
from cchc.rules.checking.slips import explanation, places_of

__all__ = ["check_differences"]


def check_differences(paper: Paper) -> Iterator[Finding]:
    """A stated rise or fall is not the difference of the two figures it lies between.

    `inputs` are the figure before and the figure after, `stated` the change as printed, `computed` the right one at the same
    precision (negative where it went the other way), `explanation` the likely slip. A change whose earlier figure is not
    printed is not accused.
    """
    for claim in paper.claims:
        if isinstance(claim, Change) and not any(map(is_vague, (claim.before, claim.after))):
            ways = tuple(_ways(claim))
            if ways and not any(holds(claim.change, way) for way in ways):
                yield _wrong(claim)


def _ways(claim: Change) -> Iterator[Interval]:
    """The changes that the two figures can be said to make, the stated direction being the positive one."""
    before, after = printed_interval(claim.before), printed_interval(claim.after)
    lower, upper = (before, after) if claim.upwards else (after, before)
    difference = Interval(upper.least - lower.most, upper.most - lower.least)
    percent = claim.change.unit == "%"
    if not percent or claim.before.unit == "%":
        yield difference
    if percent and before.least > 0:
        yield Interval(100 * difference.least / before.most, 100 * difference.most / before.least)


def _wrong(claim: Change) -> Finding:
    before, after, change = claim.before, claim.after, claim.change
    exact = Fraction(after.value) - Fraction(before.value)
    if not claim.upwards:
        exact = -exact
    if change.unit == "%" and before.unit != "%":
        exact = 100 * exact / Fraction(before.value)
    computed = half_up(exact, places_of(change.step))
    params = Parameters({
        "inputs": (before.value, after.value), "stated": change.value, "computed": computed, "unit": change.unit,
        "upwards": claim.upwards, "certainty": "likely", "explanation": explanation(change.value, computed, exact),
    })  # fmt: skip
    return Finding(code="arithmetic.difference", severity=Severity.WARNING, subject="figures", params=params, span=claim.span)
