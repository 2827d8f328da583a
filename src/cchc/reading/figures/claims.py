"""What a statement claims about its own figures (quan hệ giữa các số liệu), as values that a rule can compute.

Nothing is computed here: whether a claim is true is for the rules to say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import assert_never

from cchc.model import Breakdown, Change, Claim, PrintedFigure, Restatement, Share, Shares, Span
from cchc.reading.figures.breakdowns import Breakdown as Parts
from cchc.reading.figures.breakdowns import breakdowns_of
from cchc.reading.figures.clauses import Layout, lay_out
from cchc.reading.figures.figures import FigureKind
from cchc.reading.figures.printing import printed, printed_whole
from cchc.reading.figures.shares import read_shares
from cchc.reading.figures.steps import read_changes
from cchc.reading.figures.told_totals import ToldTotal, told_totals
from cchc.reading.passage import Passage

__all__ = ["figures_of", "read_claims", "without_repeats"]

_IS_NO_PART = re.compile(
    r"(?i)cùng kỳ|(?<!\w)(?:so với|kế hoạch|dự toán|chỉ tiêu|tổng|tổng số|được giao)(?!\w)"
    r"|(?<!\w)năm (?:[0-9]{4}|trước):?(?: có| là)?$"
)
"""Words before a figure in a bracket that is another time's, a plan's or a total, and no part."""
_RESPECTIVELY = re.compile(r"(?i)lần lượt|tương ứng là|theo thứ tự")
_AGAIN = re.compile(r"(?i)(?:^|[ (])(?:tương đương|tức|tức là|hay|quy đổi(?: là)?)(?: với| khoảng| là)?$")
_NAMES_EVERY_PART = re.compile(r":$|gồm|chia (?:ra|theo)")


def read_claims(statement: Passage) -> tuple[Claim, ...]:
    """The claims of a statement: its percentages, its totals with their parts, its changes.

    >>> [type(claim).__name__ for claim in read_claims(Passage.of("Thực hiện 30/58 nhiệm vụ (đạt 57,72%)."))]
    ['Share']
    """
    layout = lay_out(statement.text)
    breakdowns = breakdowns_of(layout)
    totals = {part: one.total for one in breakdowns for part in one.parts}
    told = tuple(told_totals(layout, totals))
    totals |= {part: one.total for one in told for part in one.parts if not one.whole}
    return (
        *read_shares(statement, layout, totals),
        *_breakdowns(statement, layout, breakdowns),
        *_told(statement, layout, told),
        *_restatements(statement, layout),
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
        case Restatement(first=first, again=again):
            return again, first
        case _ as never:
            assert_never(never)


def without_repeats(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, of those about the same figures the first: a list says with its lead what an item says alone."""
    found: dict[object, Claim] = {}
    for claim in claims:
        figures = figures_of(claim)[: 1 if isinstance(claim, Share | Change) else None]
        found.setdefault((type(claim), tuple(figure.span for figure in figures)), claim)
    return tuple(found.values())


def _breakdowns(statement: Passage, layout: Layout, found: tuple[Parts, ...]) -> Iterator[Breakdown]:
    for one in found:
        parts = [i for i in one.parts if not _IS_NO_PART.search(layout.clauses[i].left)]
        named = bool(one.words)
        if parts and (named or (len(parts) > 1 and not _says_respectively(layout, one.total, parts))):
            complete = not named or _NAMES_EVERY_PART.search(one.words) is not None
            total, *rest = (printed(statement, layout.clauses[i]) for i in (one.total, *parts))
            span = _around(statement, layout, (one.total, *parts))
            others = _others(statement, layout, one.total, parts)
            yield Breakdown(total=total, parts=tuple(rest), complete=complete, others=others, span=span)


def _says_respectively(layout: Layout, total: int, parts: Sequence[int]) -> bool:
    """Whether figures go with several things one by one (lần lượt), and so are no parts."""
    return _RESPECTIVELY.search(layout.text, layout.clauses[total].figure.end, layout.clauses[parts[-1]].figure.end) is not None


def _told(statement: Passage, layout: Layout, found: tuple[ToldTotal, ...]) -> Iterator[Breakdown]:
    for one in found:
        clause = layout.clauses[one.total]
        total = (printed_whole(statement, clause) if one.whole else None) or printed(statement, clause)
        parts = tuple(printed(statement, layout.clauses[i]) for i in one.parts)
        span = _around(statement, layout, (one.total, *one.parts))
        others = _others(statement, layout, one.total, one.parts)
        yield Breakdown(total=total, parts=parts, complete=one.complete, others=others, span=span)


def _others(statement: Passage, layout: Layout, total: int, parts: Sequence[int]) -> tuple[PrintedFigure, ...]:
    """The figures of a statement before some parts, and their wholes, that are of one kind with the total."""
    found: list[PrintedFigure] = []
    for clause in layout.clauses[: min(parts, default=0)]:
        if clause.figure.kind in (layout.clauses[total].figure.kind, FigureKind.RATIO):
            whole = printed_whole(statement, clause)
            found += [printed(statement, clause), *([whole] if whole else [])]
    return tuple(found)


def _restatements(statement: Passage, layout: Layout) -> Iterator[Restatement]:
    """``3.216 triệu đồng (tương đương 3,216 tỷ đồng)``: an amount in another unit."""
    for i, (one, other) in enumerate(pairwise(layout.clauses)):
        both = one.figure.kind is other.figure.kind is FigureKind.MONEY
        if both and _AGAIN.search(other.left) and (other.owner == i or other.group == one.group):
            first, again = printed(statement, one), printed(statement, other)
            if first.unit == again.unit:
                yield Restatement(first=first, again=again, span=_around(statement, layout, (i, i + 1)))


def _around(statement: Passage, layout: Layout, numbers: Sequence[int]) -> Span:
    """From the first of some figures to the last."""
    first, last = (layout.clauses[at(numbers)].figure for at in (min, max))
    return statement.span(first.start, last.end)
