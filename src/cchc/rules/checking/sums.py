"""Totals against their parts (tổng số, trong đó): a complete breakdown adds up, and no part is more than its total.

Parts that may overlap are not added. Where the print names only some parts, their sum may be less than the total, never more.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from cchc.model.claim import Breakdown, PrintedFigure
from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.rounding import EXACTLY
from cchc.rules.checking.dimensions import divided_by, may_overlap, same_things
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.ratios import is_vague, printed_interval
from cchc.rules.checking.slips import explanation

__all__ = ["check_excess", "check_sums"]

_PAIR = 2
"""Of two parts that nothing known tells apart one may well be left out; who lists three lists all."""


def check_sums(paper: Paper) -> Iterator[Finding]:
    """The parts of a total do not add up to it.

    `inputs` are the parts, `stated` the total as printed, `computed` their sum, `certainty` how sure it is, `explanation` the
    likely slip. Parts that may overlap, such as dossiers online and dossiers on time, are not added, and where only some parts
    are named their sum may be less.
    """
    for claim in paper.claims:
        if isinstance(claim, Breakdown) and (certainty := _certainty(claim)):
            yield _wrong_sum(claim, certainty)


def check_excess(paper: Paper) -> Iterator[Finding]:
    """A part is more than the total it is said to be part of.

    `inputs` is the part, `stated` the total as printed, `unit` what they count. Figures with "gần", "hơn", "khoảng" are left,
    so are totals that are found not to be the sum of all their parts, and parts of which a larger figure was said before.
    """
    for claim in paper.claims:
        if isinstance(claim, Breakdown) and not is_vague(claim.total) and not _certainty(claim):
            most = max(printed_interval(figure).most for figure in (claim.total, *claim.others))
            for part in claim.parts:
                if not is_vague(part) and same_things(claim.total.unit, part.unit) and printed_interval(part).least > most:
                    yield _too_much(claim, part)


def _too_much(claim: Breakdown, part: PrintedFigure) -> Finding:
    total = claim.total
    params = Parameters({"inputs": (part.value,), "stated": total.value, "unit": part.unit or total.unit})
    return Finding(code="arithmetic.excess", severity=Severity.WARNING, subject="figures", params=params, span=claim.span)


def _is_exact(claim: Breakdown) -> bool:
    figures = (claim.total, *claim.parts)
    return not any(map(is_vague, figures)) and all(same_things(claim.total.unit, part.unit) for part in claim.parts)


def _same_things_twice(claim: Breakdown) -> bool:
    return any(part.value == claim.total.value for part in claim.parts)


def _certainty(claim: Breakdown) -> str:
    """How sure it is that a breakdown is wrong; an empty text where it is right, or where nothing can be said."""
    if len(claim.parts) < 2 or not _is_exact(claim) or _same_things_twice(claim):
        return ""
    surplus = sum((Fraction(part.value) for part in claim.parts), -Fraction(claim.total.value))
    if _adds_up(claim):
        return ""
    labels = [part.label for part in claim.parts]
    if may_overlap(labels):
        return ""
    whole = divided_by(labels)
    if surplus > 0:
        return "likely" if claim.complete or whole else "possible"
    if not claim.complete:
        return ""
    return "likely" if whole or len(claim.parts) > _PAIR else "possible"


def _adds_up(claim: Breakdown) -> bool:
    """Whether the parts make the total, or another figure of the same things said before.

    A list may divide its total twice, by level and then by result: then its parts make the total again and again.
    """
    values, slack = [Fraction(part.value) for part in claim.parts], _rounding(claim)
    rest, total = Fraction(), Fraction(claim.total.value)
    for value in values:
        rest += value
        if abs(rest - total) <= slack:
            rest = Fraction()
    return not rest or any(abs(sum(values, Fraction()) - Fraction(other.value)) <= slack for other in claim.others)


def _rounding(claim: Breakdown) -> Fraction:
    """How far a sum may be off because its figures were rounded: one in the coarsest last place, more where many are added.

    Whole numbers of things were not rounded. Roundings seldom all go one way, so half of the most they could make counts.
    """
    figures = (claim.total, *claim.parts)
    if all(figure.unit != "đồng" and figure.step >= 1 for figure in figures):
        return Fraction()
    return max(Fraction(figure.step) for figure in figures) * max(Fraction(1), Fraction(len(figures), 4))


def _wrong_sum(claim: Breakdown, certainty: str) -> Finding:
    total, parts = claim.total, tuple(part.value for part in claim.parts)
    computed = Decimal()
    for part in parts:
        computed = EXACTLY.add(computed, part)
    params = Parameters({
        "inputs": parts, "stated": total.value, "computed": computed, "unit": total.unit, "certainty": certainty,
        "explanation": explanation(total.value, computed, Fraction(computed)),
    })  # fmt: skip
    severity = Severity.WARNING if certainty == "likely" else Severity.INFO
    return Finding(code="arithmetic.sum", severity=severity, subject="figures", params=params, span=claim.span)
