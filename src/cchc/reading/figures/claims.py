"""What a statement claims about its own figures (quan hệ giữa các số liệu), as values that a rule can compute.

Nothing is computed here: whether a claim is true is for the rules to say.
"""

import re
from collections.abc import Iterable, Iterator

from cchc.model import Breakdown, Change, Claim, PrintedFigure, Share, Shares
from cchc.reading.figures.breakdowns import Breakdown as Parts
from cchc.reading.figures.breakdowns import breakdowns_of
from cchc.reading.figures.clauses import Layout, lay_out
from cchc.reading.figures.printing import printed
from cchc.reading.figures.shares import read_shares
from cchc.reading.figures.steps import read_changes
from cchc.reading.passage import Passage

__all__ = ["figures_of", "read_claims", "without_repeats"]

_EARLIER = re.compile(r"(?i)cùng kỳ|(?<!\w)so với(?!\w)")
_NAMES_EVERY_PART = re.compile(r":$|gồm|chia (?:ra|theo)")


def read_claims(statement: Passage) -> tuple[Claim, ...]:
    """The claims of a statement: its percentages, its totals with their parts, its changes.

    >>> [type(claim).__name__ for claim in read_claims(Passage.of("Thực hiện 30/58 nhiệm vụ (đạt 57,72%)."))]
    ['Share']
    """
    layout = lay_out(statement.text)
    breakdowns = breakdowns_of(layout)
    totals = {part: one.total for one in breakdowns for part in one.parts}
    return (
        *read_shares(statement, layout, totals),
        *_breakdowns(statement, layout, breakdowns),
        *read_changes(statement, layout),
    )


def figures_of(claim: Claim) -> tuple[PrintedFigure, ...]:
    """The figures that a claim is about."""
    match claim:
        case Share(part=part, wholes=wholes, stated=stated):
            return stated, part, *wholes
        case Breakdown(total=total, parts=parts):
            return total, *parts
        case Shares(parts=parts, stated=percentages):
            return *parts, *percentages
        case Change(before=before, after=after, change=change):
            return change, before, after


def without_repeats(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, of those about the same figures the first: a list says with its lead what an item says alone."""
    found: dict[object, Claim] = {}
    for claim in claims:
        figures = figures_of(claim)[: 1 if isinstance(claim, Share | Change) else None]
        found.setdefault((type(claim), tuple(figure.span for figure in figures)), claim)
    return tuple(found.values())


def _breakdowns(statement: Passage, layout: Layout, found: tuple[Parts, ...]) -> Iterator[Breakdown]:
    for one in found:
        parts_now = [i for i in one.parts if not _EARLIER.search(layout.clauses[i].left)]
        clauses = [layout.clauses[i] for i in (one.total, *parts_now)]
        if not parts_now:
            continue
        total, *parts = (printed(statement, clause) for clause in clauses)
        yield Breakdown(
            total=total,
            parts=tuple(parts),
            complete=not one.words or _NAMES_EVERY_PART.search(one.words) is not None,
            span=statement.span(clauses[0].figure.start, clauses[-1].figure.end),
        )
