"""A row of a table cut into cells over all its pages (dòng bị ngắt trang): where each column goes on, or is done.

Whether a line opens a page is told by what was printed around it; where that only may be so, both readings are weighed.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from attrs import frozen

from cchc.reading.flattened.cell_evidence import Evidence
from cchc.reading.flattened.cell_words import CONNECTIVES, UNFINISHED
from cchc.reading.flattened.column_habits import Habits, Join, Seen
from cchc.reading.flattened.cutting import Resumption, cut
from cchc.reading.flattened.printed import BULLETS, SPACE, Printed
from cchc.reading.tables.roles import Role

__all__ = ["RowCut", "cut_row", "see_row"]

Pieces = tuple[tuple[int, int], ...]

_WAYS = 4
_MOST_MARGINS = 3
_UNUSED_MARGIN = 150
_CLEAR = 120


@frozen(kw_only=True)
class RowCut:
    """The cells of a row as pieces, page by page and in the order of the columns; `doubtful` where another way is as good."""

    cost: int
    pages: tuple[Pieces, ...]
    doubtful: bool


def cut_row(
    printed: Printed, evidence: Evidence, end: int, columns: Sequence[Role], habits: Habits, *, group: str = "", rivals: int = 0
) -> RowCut:
    """The cheapest way to cut a row, from the first word of its evidence up to `end`; `rivals` are weighed for doubt.

    `group` is the last word of the group's cell that the row stands beside, which may go on with the row's later pages.
    """
    start = evidence.first
    if start >= end:
        return RowCut(cost=0, pages=(tuple((start, start) for _ in columns),), doubtful=True)
    lines = printed.lines_between(start + 1, end)
    sure = [line for line in lines if line in printed.pages]
    perhaps = [line for line in lines if line in printed.margins and line not in printed.pages][:_MOST_MARGINS]
    ways: list[tuple[int, tuple[Pieces, ...]]] = []
    for count in range(len(perhaps) + 1):
        for chosen in combinations(perhaps, count):
            cost = _UNUSED_MARGIN * (len(perhaps) - count)
            ways += _cut_pages(
                printed, evidence, sorted([start, *sure, *chosen, end]), columns, habits, cost, group=group, most=rivals + 1
            )
    ways.sort(key=lambda way: way[0])
    return RowCut(cost=ways[0][0], pages=ways[0][1], doubtful=len(ways) > 1 and ways[1][0] - ways[0][0] < _CLEAR)


def _cut_pages(
    printed: Printed,
    evidence: Evidence,
    bounds: Sequence[int],
    columns: Sequence[Role],
    habits: Habits,
    cost: int,
    *,
    group: str,
    most: int,
) -> list[tuple[int, tuple[Pieces, ...]]]:
    ways: list[tuple[int, tuple[Pieces, ...]]] = [(cost, ())]
    for span in pairwise(bounds):
        grown: list[tuple[int, tuple[Pieces, ...]]] = []
        for before, pages in ways:
            resumed = _resumptions(printed, columns, pages, group) if pages else ()
            goes_on = span[1] < bounds[-1]
            ways_on = _WAYS if goes_on and not pages else most
            found = cut(printed, evidence, columns, habits, span=span, resumed=resumed, goes_on=goes_on, most=ways_on)
            grown += [(before + way.cost, (*pages, way.pieces)) for way in found]
        ways = sorted(grown, key=lambda way: way[0])[:_WAYS]
    return ways


def _resumptions(printed: Printed, columns: Sequence[Role], pages: Sequence[Pieces], group: str) -> list[Resumption]:
    """How each column stood when the last page ended."""
    lines = [len(printed.lines_between(start + 1, end)) + 1 if start < end else 0 for start, end in pages[-1]]
    lowest = max(lines)
    found: list[Resumption] = []
    for column, role in enumerate(columns):
        last = next((end for start, end in (page[column] for page in reversed(pages)) if start < end), 0)
        if last:
            # what goes on over the page has filled it to the bottom
            unfilled = 0 if role is Role.GROUP else min(400, 120 * (lowest - lines[column]))
            found.append(_resumption(printed.folded[last - 1], unfilled))
        elif role is Role.GROUP:
            found.append(Resumption(going_on=70, capital=400, done=0, last=group))
        else:
            found.append(Resumption(going_on=300, capital=300, done=0, fresh=True))
    return found


def _resumption(last: str, unfilled: int) -> Resumption:
    bare = last.strip(",;")
    open_end = last[-1] in ",(/-" or bare in CONNECTIVES or bare in UNFINISHED
    going_on = unfilled + (150 if last[-1] == "." else 0)
    capital = 0 if open_end or last[-1] in ";:." else 100
    return Resumption(going_on=going_on, capital=going_on + capital, done=250 if open_end else 0, last=last)


def see_row(printed: Printed, evidence: Evidence, columns: Sequence[Role], row: RowCut) -> Seen:
    """What a row that was cut shows of its columns."""
    lines: list[tuple[Role, int, int]] = []
    heads: list[tuple[Role, str]] = []
    empty: list[Role] = []
    joins: list[Join] = []
    for page, pieces in enumerate(row.pages):
        filled = [(role, *piece) for role, piece in zip(columns, pieces, strict=True) if piece[0] < piece[1]]
        for role, start, end in filled:
            lines += ((role, *line) for line in _line_ends(printed, evidence, role, start, end))
        joins += _joins(printed, [(start, end) for _, start, end in filled])
        if page == 0:
            heads += ((role, evidence.heads[start - evidence.first]) for role, start, _ in filled)
            empty += set(columns) - {role for role, _, _ in filled}
    return Seen(lines=tuple(lines), heads=tuple(heads), empty=tuple(empty), joins=tuple(joins))


def _line_ends(printed: Printed, evidence: Evidence, role: Role, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The width of each line but the last of a list's item, and of the word that did not find room on it."""
    for line, turn in pairwise([start, *printed.lines_between(start + 1, end)]):
        listed = printed.words[turn][0] in BULLETS or evidence.starts[role][turn - evidence.first] < 0
        if printed.words[turn - 1][-1] not in ".;:" and not listed:
            yield sum(printed.widths[line:turn]) + SPACE * (turn - line - 1), printed.widths[turn]


def _joins(printed: Printed, pieces: Iterable[tuple[int, int]]) -> Iterable[Join]:
    for (start, end), (following, last) in pairwise(pieces):
        single = not printed.lines_between(start + 1, end)
        inside = not printed.lines_between(following, following + 1)
        yield single, not printed.lines_between(following + 1, last), inside
