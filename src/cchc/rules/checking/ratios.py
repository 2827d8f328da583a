"""Percentages against the figures they are of (tỷ lệ phần trăm): part over whole, at the printed precision.

A percentage over a whole that the paper does not print, or that another of its figures explains, is not accused.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from cchc.model.claim import PrintedFigure, Share, Shares
from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.rounding import half_up
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.slips import explanation, places_of

__all__ = ["Interval", "check_implied_totals", "check_ratios", "holds", "printed_interval"]

_MORE = ("trên", "hơn")
_LESS = ("gần", "dưới", "ngót", "gần bằng")
_HALF = Fraction(1, 2)
_ABOUT = Fraction(1, 20)
"""How far a figure said to be about another may be from it: a twentieth."""


@frozen
class Interval:
    """Every number from `least` to `most`, both included."""

    least: Fraction
    most: Fraction

    def meets(self, other: "Interval") -> bool:
        """Whether some number is in both."""
        return self.least <= other.most and other.least <= self.most


def printed_interval(figure: PrintedFigure) -> Interval:
    """The numbers that are printed so: a whole number of things is itself, anything else was rounded half up."""
    value = Fraction(figure.value)
    slack = Fraction(figure.step) * _HALF if figure.unit in ("đồng", "%") or figure.step < 1 else Fraction()
    return Interval(value - slack, value + slack)


def holds(stated: PrintedFigure, computed: Interval) -> bool:
    """Whether a figure is stated rightly, its own words heeded: ``trên 98%`` is more, ``gần 98%`` less, ``khoảng`` near."""
    hedge = stated.hedge
    interval = printed_interval(stated)
    if not hedge:
        return interval.meets(computed)
    last = hedge.split()[-1]
    if last in _MORE:
        return computed.most >= interval.least
    if last in _LESS:
        return computed.least <= interval.most
    slack = abs(Fraction(stated.value)) * _ABOUT
    return Interval(interval.least - slack, interval.most + slack).meets(computed)


def check_ratios(paper: Paper) -> Iterator[Finding]:
    """A printed percentage is not the part over the whole that stand beside it.

    `inputs` are the part and the whole, `stated` the percentage as printed, `computed` the right one at the same precision,
    `certainty` how sure it is, `explanation` the likely slip. A percentage of a plan, of last year or of anything else that is
    not printed is not accused, nor one that another total of the same sentence explains.
    """
    for claim in paper.claims:
        if isinstance(claim, Share) and claim.named and not _is_right(claim):
            yield _wrong_share(claim)


def _is_right(claim: Share) -> bool:
    """Whether one of the wholes gives the stated percentage, or the figures are too vague to say."""
    if claim.part.hedge:
        return True
    return any(whole.hedge or not whole.value or holds(claim.stated, _share_of(claim.part, whole)) for whole in claim.wholes)


def _share_of(part: PrintedFigure, whole: PrintedFigure) -> Interval:
    """The percentages that a part may be of a whole, as both are printed."""
    one, other = printed_interval(part), printed_interval(whole)
    least = 100 * one.least / other.most
    return Interval(least, 100 * one.most / other.least if other.least else least)


def _wrong_share(claim: Share) -> Finding:
    part, whole, stated = claim.part, claim.wholes[0], claim.stated
    exact = 100 * Fraction(part.value) / Fraction(whole.value)
    computed = half_up(exact, places_of(stated.step))
    slip = explanation(stated.value, computed, exact)
    certain = whole.span == part.span and not stated.hedge
    certainty = "possible" if slip == "truncated" else "certain" if certain else "likely"
    params = Parameters({
        "inputs": (part.value, whole.value), "stated": stated.value, "computed": computed, "unit": part.unit or whole.unit,
        "certainty": certainty, "explanation": slip,
    })  # fmt: skip
    return Finding(
        code="arithmetic.ratio", severity=_SEVERITY[certainty], subject="figures", params=params, span=claim.span or stated.span
    )


_SEVERITY = {"certain": Severity.ERROR, "likely": Severity.WARNING, "possible": Severity.INFO}


def check_implied_totals(paper: Paper) -> Iterator[Finding]:
    """Parts of one whole, each with its percentage, that imply different wholes.

    `inputs` are the parts, `stated` their percentages, `computed` the whole that each implies. Percentages are taken for shares
    of one whole only where the paper says so (chiếm) or where they add up to all of it.
    """
    for claim in paper.claims:
        if isinstance(claim, Shares) and not any(figure.hedge for figure in (*claim.parts, *claim.stated)):
            implied = [_implied(part, stated) for part, stated in zip(claim.parts, claim.stated, strict=True)]
            if max(one.least for one in implied) > min(one.most for one in implied):
                yield _wrong_shares(claim)


def _implied(part: PrintedFigure, stated: PrintedFigure) -> Interval:
    """The wholes of which a part can be the stated percentage."""
    one, share = printed_interval(part), printed_interval(stated)
    least = 100 * one.least / share.most
    return Interval(least, 100 * one.most / share.least if share.least > 0 else max(least, 10**18 * Fraction(1)))


def _wrong_shares(claim: Shares) -> Finding:
    implied = tuple(
        half_up(100 * Fraction(part.value) / Fraction(stated.value), 0) if stated.value else Decimal()
        for part, stated in zip(claim.parts, claim.stated, strict=True)
    )
    params = Parameters({
        "inputs": tuple(part.value for part in claim.parts), "stated": tuple(stated.value for stated in claim.stated),
        "computed": implied, "unit": claim.parts[0].unit, "certainty": "likely",
    })  # fmt: skip
    return Finding(
        code="arithmetic.implied-total", severity=Severity.WARNING, subject="figures", params=params, span=claim.span
    )
