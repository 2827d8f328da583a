"""A task table whose ruled lines are gone (bảng nhiệm vụ dạng chữ): its cells, one after another as words, become rows again.

The numbers cut the text into rows, a best path cuts a row into cells, and what the rows show of their columns' widths and
habits cuts them once more, better. Nothing is lost: each word is in a cell, an area's row, a page's furniture, or the others.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from cchc.reading.flattened.cell_evidence import Evidence, Pairs, weigh
from cchc.reading.flattened.column_habits import FIRST_HABITS, learn
from cchc.reading.flattened.column_order import find_columns
from cchc.reading.flattened.page_furniture import Heading, find_fragments, find_headings, find_index_rows, find_page_numbers
from cchc.reading.flattened.printed import Printed
from cchc.reading.flattened.row_cutting import RowCut, cut_row, see_row
from cchc.reading.flattened.row_numbers import AreaRow, NumberedRow, find_rows
from cchc.reading.passage import Passage
from cchc.reading.tables.roles import Role

__all__ = ["FlattenedArea", "FlattenedRow", "FlattenedTable", "read_flattened"]

_CODE = re.compile(r"(\d{1,2})\.\d{1,3}\.?")
_FEWEST_ROWS = 3
_MOST_WORDS = 350
_LESSONS = 2
_SAMPLE = 60
_GOES_ON = 250
_FEW_LISTS = 3
_LETTERED = re.compile(r"[a-zđ]\)")
_CLOSINGS = re.compile(
    r"nơi nhận|(?:tm|kt|tl|tuq)\. |phụ lục\b|ghi chú\b|tổng (?:số|cộng)|kèm theo|\(kèm theo|ủy ban nhân dân$|uỷ ban nhân dân$"
)


@frozen(kw_only=True)
class FlattenedArea:
    """A row that names an area of reform: its words, with the Roman numeral before them."""

    words: Passage


@frozen(kw_only=True)
class FlattenedRow:
    """A numbered row: its number as printed, and the words of each column's cell; an empty cell is not among `cells`.

    A group that is printed once for several rows is in the first of them. `doubtful` says that another cutting is nearly as
    good.
    """

    number: Passage
    cells: Mapping[Role, Passage]
    doubtful: bool


@frozen(kw_only=True)
class FlattenedTable:
    """The rows and areas of a table in order, its `columns` from the left without the number, and what belongs to no cell.

    `furniture` are headings, their fragments and numbers of pages; `others` is what stands before, after and between.
    """

    columns: tuple[Role, ...]
    rows: tuple[FlattenedRow | FlattenedArea, ...]
    furniture: tuple[Passage, ...]
    others: tuple[Passage, ...]


def read_flattened(text: str, start: int = 0, end: int | None = None) -> FlattenedTable | None:
    """The task table in `text` from `start` up to `end`; None where there is none that a reader could make out.

    Linear in the text. Places are of the whole text.
    """
    printed, furniture, stated, top = _without_furniture(Printed.of(text, start, end))
    rows = _within_table(printed, find_rows(printed), top)
    numbered = [row for row in rows if isinstance(row, NumberedRow)]
    if len(numbered) < _FEWEST_ROWS:
        return None
    if not stated and _count_pages(printed, numbered):
        return None
    codes, coded = _find_codes(printed, numbered)
    if not stated and not coded and sum(_lists(printed, row) for row in numbered) * _FEW_LISTS > len(numbered):
        return None
    pairs = Counter((before, word.rstrip(".,;:")) for before, word in pairwise(printed.folded))
    if not _are_tasks(printed, numbered, codes, coded, pairs):
        return None
    evidence = [weigh(printed, row.start + 1, row.end, codes=codes, coded=coded, pairs=pairs) for row in numbered]
    ends = [(one, row.end) for one, row in zip(evidence, numbered, strict=True)]
    columns = find_columns(printed, ends, stated, coded)
    cuts = _cut_rows(printed, ends, columns)
    if sum(_reads_well(one, cut, columns) for one, cut in zip(evidence, cuts, strict=True)) * 2 <= len(cuts):
        return None
    return FlattenedTable(
        columns=columns,
        rows=_compose(printed, rows, cuts, columns),
        furniture=tuple(furniture),
        others=tuple(_others(printed, rows)),
    )


def _without_furniture(printed: Printed) -> tuple[Printed, list[Passage], Sequence[Role], int]:
    """The words of the table alone, the furniture of its pages, what its columns are said to hold, and where first."""
    furniture: list[Passage] = []

    def taken_out(printed: Printed, stretches: Sequence[tuple[int, int]]) -> Printed:
        furniture.extend(printed.passage(first, last) for first, last in stretches)
        return printed.without(stretches) if stretches else printed

    headings = find_headings(printed)
    top = printed.starts[headings[0].start] if headings else 0
    fullest = max(headings, key=lambda one: len(one.roles), default=Heading(0, 0, ()))
    words = printed.folded[fullest.start : fullest.end]
    printed = taken_out(printed, [(one.start, one.end) for one in headings])
    printed = taken_out(printed, find_index_rows(printed))
    printed = taken_out(printed, find_page_numbers(printed, _counted(printed)))
    printed = taken_out(printed, find_fragments(printed, words))
    printed = taken_out(printed, find_page_numbers(printed, _counted(printed)))
    return printed, furniture, fullest.roles, top


def _counted(printed: Printed) -> frozenset[int]:
    return frozenset(row.start for row in find_rows(printed))


def _within_table(printed: Printed, rows: Sequence[NumberedRow | AreaRow], top: int) -> list[NumberedRow | AreaRow]:
    """The rows without those of lists in the prose above the table, and without what stands below the last of them.

    `top` is the place in the source of the first heading; where the numbers count on over it, it is a later page's.
    """
    below = [row for row in rows if printed.starts[row.start] >= top]
    first = next((row for row in below if isinstance(row, NumberedRow)), None)
    kept = below if first and _is_first(printed, first) else list(rows)
    kept = _of_one_style(printed, kept)
    if kept and isinstance(last := kept[-1], NumberedRow):
        lines = printed.lines_between(last.start + 1, last.end)
        closing = next((line for line in lines if _closes(printed, line)), last.end)
        kept[-1] = NumberedRow(last.start, min(closing, last.start + _MOST_WORDS))
    return kept


def _is_first(printed: Printed, row: NumberedRow) -> bool:
    return printed.words[row.start].strip(".)") in {"1", "01"}


def _of_one_style(printed: Printed, rows: Sequence[NumberedRow | AreaRow]) -> list[NumberedRow | AreaRow]:
    """The rows without those before and after the table that are numbered otherwise, as sections of prose are: "1" and "1."."""
    counts: list[list[NumberedRow]] = []
    for row in rows:
        if isinstance(row, NumberedRow):
            if not counts or _is_first(printed, row):
                counts.append([])
            counts[-1].append(row)
    styles = [Counter(_style(printed, row) for row in count).most_common(1)[0][0] for count in counts]
    shares: Counter[str] = Counter()
    for style, count in zip(styles, counts, strict=True):
        # sections are hardly ever numbered without a dot or a bracket
        shares[style] += len(count) * (1 if style else 2)
    usual = [count for style, count in zip(styles, counts, strict=True) if style == max(shares, key=shares.__getitem__)]
    if not usual:
        return []
    first, last = usual[0][0], usual[-1][-1]
    inside = [row for row in rows if first.start <= row.start <= last.start]
    return [*_area_above(rows, first), *inside]


def _area_above(rows: Sequence[NumberedRow | AreaRow], first: NumberedRow) -> list[AreaRow]:
    return [row for row in rows if isinstance(row, AreaRow) and row.end == first.start]


def _style(printed: Printed, row: NumberedRow) -> str:
    """What follows a row's number: nothing, a dot, a bracket."""
    return printed.words[row.start].lstrip("0123456789")


def _closes(printed: Printed, line: int) -> bool:
    """Whether a line opens what stands below a table: the list of receivers, a signature, a note."""
    return _CLOSINGS.match(" ".join(printed.folded[line : line + 5])) is not None


def _count_pages(printed: Printed, rows: Sequence[NumberedRow]) -> bool:
    """Whether the numbers are those of pages, each with the same line below: the running head."""
    below = set()
    for row in rows:
        end = next(iter(printed.lines_between(row.start + 2, row.end)), row.end)
        below.add(tuple(printed.folded[row.start + 1 : end]))
    return len(below) * 2 <= len(rows)


def _find_codes(printed: Printed, rows: Sequence[NumberedRow]) -> tuple[dict[int, Role], frozenset[Role]]:
    """The words that number activities (2.1, 2.2 …) and the tasks they belong to (1.1 …), and the columns so numbered."""
    found: list[tuple[int, str]] = []
    families: Counter[str] = Counter()
    for row in rows:
        firsts: dict[str, int] = {}
        for word in range(row.start + 1, row.end):
            if code := _CODE.fullmatch(printed.words[word]):
                firsts.setdefault(code[1], word)
        families.update(firsts.keys())
        found += ((word, family) for family, word in firsts.items())
    roles: dict[str, Role] = {}
    for family, count in families.most_common(2):
        if not roles and count * 5 >= len(rows) * 4:
            roles[family] = Role.TITLE
        elif roles and count * 7 >= len(rows):
            roles[family] = Role.GROUP
    return {word: roles[family] for word, family in found if family in roles}, frozenset(roles.values())


def _are_tasks(
    printed: Printed, rows: Sequence[NumberedRow], codes: Mapping[int, Role], coded: frozenset[Role], pairs: Pairs
) -> bool:
    """Whether the rows name bodies and times, as those of a task table do, and are no longer than such."""
    sample = rows[:: max(1, len(rows) // _SAMPLE)][:_SAMPLE]
    good = 0
    for row in sample:
        if row.end - row.start <= _MOST_WORDS:
            good += weigh(printed, row.start + 1, row.end, codes=codes, coded=coded, pairs=pairs).looks_like_a_task()
    return good * 2 > len(sample)


def _reads_well(evidence: Evidence, cut: RowCut, columns: Sequence[Role]) -> bool:
    """Whether a row's cells are what their columns hold.

    The title has two words at least and names no body, the leading body's cell begins with a body and the time's with a time,
    and no cell ends where its words plainly go on.
    """
    first, last = cut.pages[0][columns.index(Role.TITLE)]
    if last - first < 2 or evidence.names_a_body(first):
        return False
    filled = [end for start, end in cut.pages[0] if start < end]
    if len(cut.pages) == 1 and any(evidence.ends[end - evidence.first] >= _GOES_ON for end in filled[:-1]):
        return False
    for role in (Role.LEAD, Role.SCHEDULE):
        start, end = cut.pages[0][columns.index(role)]
        if start == end or evidence.starts[role][start - evidence.first] >= 0:
            return False
    return True


def _lists(printed: Printed, row: NumberedRow) -> bool:
    """Whether a row has a line that begins with a letter and a bracket, as the sections of prose do, and cells hardly ever."""
    return any(_LETTERED.fullmatch(printed.words[line]) for line in printed.lines_between(row.start + 1, row.end))


def _cut_rows(printed: Printed, rows: Sequence[tuple[Evidence, int]], columns: Sequence[Role]) -> list[RowCut]:
    habits = FIRST_HABITS
    for _ in range(_LESSONS):
        cuts = [cut_row(printed, evidence, end, columns, habits) for evidence, end in rows]
        habits = learn(see_row(printed, evidence, columns, cut) for (evidence, _), cut in zip(rows, cuts, strict=True))
    cuts = []
    group = ""
    for evidence, end in rows:
        cuts.append(cut_row(printed, evidence, end, columns, habits, group=group, rivals=1))
        last = max(
            (stop for page in cuts[-1].pages for start, stop in page[: columns.index(Role.TITLE)] if start < stop), default=0
        )
        group = printed.folded[last - 1] if last else group
    return cuts


def _compose(
    printed: Printed, rows: Sequence[NumberedRow | AreaRow], cuts: Sequence[RowCut], columns: Sequence[Role]
) -> tuple[FlattenedRow | FlattenedArea, ...]:
    cells = [_cells(printed, cut, columns) for cut in cuts]
    _join_groups(cells)
    numbered = iter(zip(cuts, cells, strict=True))
    composed: list[FlattenedRow | FlattenedArea] = []
    for row in rows:
        if isinstance(row, AreaRow):
            composed.append(FlattenedArea(words=printed.passage(row.start, row.end)))
        else:
            cut, own = next(numbered)
            number = printed.passage(row.start, row.start + 1)
            composed.append(FlattenedRow(number=number, cells=own, doubtful=cut.doubtful))
    return tuple(composed)


def _cells(printed: Printed, cut: RowCut, columns: Sequence[Role]) -> dict[Role, Passage]:
    cells: dict[Role, Passage] = {}
    for column, role in enumerate(columns):
        pieces = [page[column] for page in cut.pages if page[column][0] < page[column][1]]
        if pieces:
            cells[role] = Passage.joined(printed.passage(start, end) for start, end in pieces)
    return cells


def _join_groups(rows: Sequence[dict[Role, Passage]]) -> None:
    """A group's cell reaches over its rows, and goes on beside a later one on the next page, without a code of its own."""
    owner: dict[Role, Passage] = {}
    for cells in rows:
        words = cells.get(Role.GROUP)
        if words is None:
            continue
        if owner and _CODE.match(words.text) is None:
            owner[Role.GROUP] = Passage.joined((owner[Role.GROUP], cells.pop(Role.GROUP)))
        else:
            owner = cells


def _others(printed: Printed, rows: Sequence[NumberedRow | AreaRow]) -> list[Passage]:
    """What is in no row."""
    edges = [0, *(edge for row in rows for edge in (row.start, row.end)), len(printed.words)]
    return [printed.passage(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True) if first < last]
