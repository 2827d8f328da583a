"""Figures with how far they went and from where (tăng, giảm), where the paper prints all three.

``từ 45 đơn vị xuống còn 40 đơn vị (giảm 5 đơn vị)``; ``32 dự án, tăng 10 dự án so với cùng kỳ năm 2021 (22 dự án)``.
"""

import re
from collections.abc import Iterator, Sequence

from cchc.model import Change
from cchc.reading.figures.clauses import Clause, Layout
from cchc.reading.figures.comparisons import Step, comparisons_of, is_step, step_of
from cchc.reading.figures.figure_names import speaks_of_last
from cchc.reading.figures.figures import FigureKind
from cchc.reading.figures.printing import printed
from cchc.reading.passage import Passage

__all__ = ["read_changes"]

_FROM = re.compile(r"(?i)(?<!\w)từ$")
_BARE_STEP = re.compile(r"(?i)(?:tức|tương ứng|tương đương|đã|là|và|như vậy|,| )*(?:tăng|giảm)(?: (?:thêm|được|là|đi|tới))?:?")
_TO = re.compile(r"(?i)^(?:(?:giảm )?xuống(?: còn)?|còn|lên(?: thành| đến| tới)?|thành)$")
_EARLIER = re.compile(
    r"(?i)cùng kỳ|(?:năm|kỳ|quý|tháng|tuần) trước|(?<!\w)(?:năm [0-9]{4}|quý (?:[IV]+|[1-4])|tháng [0-9]{1,2})(?!\w)"
    r"|[0-9] tháng"
)
_IS = re.compile(r"(?i)(?:^|[ ,])(?:là|đạt|có|chỉ|:)?:?$")
_AHEAD = 3
_COMPARED = (FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.POINTS)


def read_changes(statement: Passage, layout: Layout) -> Iterator[Change]:
    """The changes of a statement of which it prints before, after and by how much."""
    clauses = layout.clauses
    for before, after, change in (*_ways(clauses), *_against_earlier(layout)):
        numbers = (before, after, change)
        first, last = min(numbers), max(numbers)
        yield Change(
            before=printed(statement, clauses[before]),
            after=printed(statement, clauses[after]),
            change=printed(statement, clauses[change]),
            upwards=step_of(clauses[change if is_step(clauses[change]) else change - 1]) is Step.UP,
            span=statement.span(clauses[first].figure.start, clauses[last].figure.end),
        )


def _ways(clauses: Sequence[Clause]) -> Iterator[tuple[int, int, int]]:
    """``từ A xuống còn B (giảm C)``."""
    for i in range(len(clauses) - 2):
        if not (_FROM.search(clauses[i].left) and _TO.match(clauses[i + 1].left) and _alike(clauses[i], clauses[i + 1])):
            continue
        for k in range(i + 2, min(i + 2 + _AHEAD, len(clauses))):
            near = clauses[k].sentence == clauses[i].sentence or clauses[k].owner == i + 1
            if near and _BARE_STEP.fullmatch(clauses[k].left) and _measures(clauses[k], clauses[i]):
                yield i, i + 1, k
                if k + 1 < len(clauses) and _says_it_again(clauses[k], clauses[k + 1]):
                    yield i, i + 1, k + 1
                break


def _against_earlier(layout: Layout) -> Iterator[tuple[int, int, int]]:
    """``A, tăng C so với cùng kỳ năm 2021 (B)``, also ``(cùng kỳ: B)`` and ``so với cùng kỳ là B``."""
    clauses = layout.clauses
    for comparison in comparisons_of(layout):
        change = comparison.change
        after = comparison.of
        if after < 0 or not _EARLIER.search(comparison.baseline) or not _measures(clauses[change], clauses[after]):
            continue
        before = change + 1
        if before < len(clauses) and _is_earlier(clauses, before, change) and _alike(clauses[before], clauses[after]):
            yield before, after, change


def _says_it_again(change: Clause, after: Clause) -> bool:
    """Whether a percentage gives the same change again: ``giảm 5 đơn vị, tương ứng 11,1%``."""
    percent = after.figure.kind is FigureKind.PERCENT and change.figure.kind is not FigureKind.PERCENT
    return percent and after.group == change.group and after.item == change.item and speaks_of_last(after)


def _is_earlier(clauses: Sequence[Clause], at: int, change: int) -> bool:
    """Whether a figure is that of the earlier time: in a bracket of its own after the change, or said to be of that time."""
    one = clauses[at]
    if one.owner == change and one.group != clauses[change].group:
        return _IS.fullmatch(one.left) is not None or _EARLIER.search(one.left) is not None
    return one.group == clauses[change].group and _EARLIER.search(one.left) is not None and not is_step(one)


def _alike(one: Clause, other: Clause) -> bool:
    """Whether two figures measure the same thing."""
    if one.figure.kind is not other.figure.kind or one.figure.kind not in _COMPARED:
        return False
    units = (one.figure.unit.casefold(), other.figure.unit.casefold())
    return one.figure.kind is FigureKind.MONEY or not all(units) or units[0].split()[0] == units[1].split()[0]


def _measures(change: Clause, of: Clause) -> bool:
    """Whether a change is one of such figures: in their own unit, in per cent, or in points of one."""
    return change.figure.kind is FigureKind.PERCENT or _alike(change, of)
