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

__all__ = ["Interval", "check_implied_totals", "check_ratios", "holds", "is_vague", "printed_interval"]

_MORE = ("trên", "hơn")
_LESS = ("gần", "dưới", "ngót", "gần bằng")
_ABOUT_WORDS = ("khoảng", "xỉ", "chừng")
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


def is_vague(figure: PrintedFigure) -> bool:
    """Whether the words before a figure leave its value open: gần, hơn, khoảng; an estimate (ước) is a value."""
    return bool(figure.hedge) and figure.hedge.split()[-1] in (*_MORE, *_LESS, *_ABOUT_WORDS, "bằng")


def holds(stated: PrintedFigure, computed: Interval) -> bool:
    """Whether a figure is stated rightly, its own words heeded: ``trên 98%`` is more, ``gần 98%`` less, ``khoảng`` near."""
    interval = printed_interval(stated)
    if not is_vague(stated):
        return interval.meets(computed)
    last = stated.hedge.split()[-1]
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
    if is_vague(claim.part) or is_vague(claim.wholes[0]) or not claim.wholes[0].value:
        return True
    return any(whole.value and holds(claim.stated, _share_of(claim.part, whole)) for whole in claim.wholes)


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
    certain = whole.span is not None and whole.span == part.span and not is_vague(stated)
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
    """Parts of one whole, each with its percentage, that do not fit one whole.

    `inputs` are the parts, `stated` their percentages, `computed` the whole that each part implies. It is said where the paper
    calls them shares of one whole (chiếm), or where all but one are just the shares of their sum; other percentages are rates,
    each of its own, and not accused.
    """
    for claim in paper.claims:
        if isinstance(claim, Shares) and not any(map(is_vague, (*claim.parts, *claim.stated))):
            wrong = _wrong_of_sum(claim)
            if len(wrong) == 1 or (wrong and claim.shared_out and _contradict(claim)):
                yield _wrong_shares(claim)


def _wrong_of_sum(claim: Shares) -> tuple[int, ...]:
    """Which parts have not the stated share of the sum of all."""
    added = [printed_interval(part) for part in claim.parts]
    whole = Interval(sum((one.least for one in added), Fraction()), sum((one.most for one in added), Fraction()))
    if not whole.least:
        return ()
    shares = (Interval(100 * one.least / whole.most, 100 * one.most / whole.least) for one in added)
    return tuple(i for i, (share, stated) in enumerate(zip(shares, claim.stated, strict=True)) if not holds(stated, share))


def _contradict(claim: Shares) -> bool:
    """Whether no one whole gives every part its stated share."""
    implied = [_implied(part, stated) for part, stated in zip(claim.parts, claim.stated, strict=True) if stated.value]
    return max(one.least for one in implied) > min(one.most for one in implied) if implied else False


def _implied(part: PrintedFigure, stated: PrintedFigure) -> Interval:
    """The wholes of which a part can be the stated percentage."""
    one, share = printed_interval(part), printed_interval(stated)
    nearly_nothing = Fraction(stated.step) / 1000
    return Interval(100 * one.least / share.most, 100 * one.most / max(share.least, nearly_nothing))


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
