"""The tables of a document as rows and columns (bảng, biểu): merged cells resolved, the heading found, each column's role told.

Only a table that says what is to be done, and by whom or by when, is a task table; scorecards, statistics, programmes of
meetings and tables that merely lay out a page are not.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from cchc.reading.document import Cell, Document, Table
from cchc.reading.passage import Passage
from cchc.reading.tables.roles import LONGEST_HEADING, Role, find_role, folded

__all__ = ["Heading", "Row", "find_heading", "is_column_numbers", "is_repeated_heading", "table_rows"]

_NOTHING = Passage.of("")
_DEEPEST = 60  # a sheet may hold so many rows above its heading
_COLUMN_NUMBER = re.compile(r"\(?(?:[0-9]{1,2}|[A-ZĐ])\)?(?:\s*=.*)?")
_DOING = re.compile(r"nhiemvu|congviec|hoatdong|giaiphap|dauviec|phanviec|viec")
_BARE_TIME = re.compile(r"(?:năm )?20[0-9]{2}|T\.? ?(?:1[0-2]|0?[1-9])(?:/[0-9]{2,4})?", re.IGNORECASE)
_TIMES = frozenset({Role.SCHEDULE, Role.START, Role.FINISH})
_WHO = frozenset({Role.LEAD, Role.COORDINATING, Role.AGENCIES})


@frozen(kw_only=True)
class Row:
    """A row of a table: the words of every cell that covers it, by column; `own` are those of the cells that begin in it."""

    index: int
    cells: tuple[tuple[Cell, Passage], ...]
    opens_page: bool = False
    own: tuple[tuple[Cell, Passage], ...] = field(init=False)

    @own.default
    def _begin_here(self) -> tuple[tuple[Cell, Passage], ...]:
        return tuple(
            (cell, words)
            for cell, words in self.cells
            if cell.row == self.index and words and cell.start <= words.starts[0] < cell.end
        )


@frozen(kw_only=True)
class Heading:
    """The heading of a task table (đầu bảng): rows `start` up to `end`, what each column holds, and its words, folded.

    `times` are the headings of time columns that stand side by side, to be ticked: "Quý I", "Quý II".
    """

    start: int
    end: int
    roles: tuple[Role | None, ...]
    words: frozenset[str]
    times: Mapping[int, Passage] = field(factory=dict)


def table_rows(document: Document, table: Table) -> tuple[Row, ...]:
    """The rows of a table, a merged cell in every row that it reaches over."""
    begin: dict[int, list[tuple[Cell, Passage]]] = {}
    for cell in table.cells:
        begin.setdefault(cell.row, []).append((cell, document.passage(cell)))
    rows: list[Row] = []
    open_cells: list[tuple[Cell, Passage]] = []
    breaks = frozenset(table.breaks)
    for index in range(table.rows):
        above = {cell.column: (cell, words) for cell, words in open_cells if index in breaks}
        open_cells = [(cell, words) for cell, words in open_cells if cell.row + cell.rows > index]
        open_cells += [(cell, words or _torn(cell, above)) for cell, words in begin.get(index, ())]
        open_cells.sort(key=lambda entry: entry[0].column)
        rows.append(Row(index=index, cells=tuple(open_cells), opens_page=index in breaks))
    return tuple(rows)


def _torn(cell: Cell, above: Mapping[int, tuple[Cell, Passage]]) -> Passage:
    """What an empty cell at the top of a page says: a merged one goes on with the words that its page before holds."""
    upper, words = above.get(cell.column, (cell, _NOTHING))
    return words if max(cell.rows, upper.rows) > 1 else _NOTHING


def find_heading(rows: Sequence[Row], columns: int) -> Heading | None:
    """The heading of a task table; None where the table is no task table."""
    for at, row in enumerate(rows[:_DEEPEST]):
        if _names_columns(row):
            end = _end_of_heading(rows, at, columns)
            heading = _heading(rows[at:end], columns)
            if heading is not None:
                return evolve(heading, start=at, end=end)
    return None


def is_column_numbers(row: Row) -> bool:
    """Whether a row only numbers the columns: "(1) (2) (3)", "A B 1 2 3"."""
    texts = [words.text for _, words in row.own]
    if len(texts) <= 2 or not all(_COLUMN_NUMBER.fullmatch(text) for text in texts):
        return False
    numbers = [int(digits) for text in texts if (digits := re.sub(r"=.*|\D", "", text))]
    return len(numbers) > 1 and all(after == before + 1 for before, after in pairwise(numbers))


def is_repeated_heading(row: Row, heading: Heading) -> bool:
    """Whether a row prints the heading again, as on every page."""
    if any(len(passage.text) > LONGEST_HEADING or passage.text.isdecimal() for _, passage in row.own):
        return False
    words = [folded(passage.text) for _, passage in row.own]
    return len(words) > 1 and sum(word in heading.words for word in words) * 10 > len(words) * 7


def _names_columns(row: Row) -> bool:
    """Whether a row looks like the top of a heading: short cells, most of which name a column."""
    texts = [words.text for _, words in row.own]
    named = sum(find_role(text) is not None for text in texts)
    times = sum(_BARE_TIME.fullmatch(text) is not None for text in texts)
    return named > 1 and (named + times) * 10 >= len(texts) * 5 and all(len(text) <= LONGEST_HEADING for text in texts)


def _end_of_heading(rows: Sequence[Row], at: int, columns: int) -> int:
    """The row after the heading that begins at row `at`: below merged cells, further rows of headings and column numbers."""
    end = at + max(1, *(cell.rows for cell, _ in rows[at].own if cell.rows < len(rows) - at), 1)
    while end < len(rows) and (is_column_numbers(rows[end]) or _is_second_row(rows[at], rows[end], columns)):
        end += 1
    return end


def _is_second_row(top: Row, row: Row, columns: int) -> bool:
    """Whether a row tells apart what a wide heading above it holds: "Chủ trì" and "Phối hợp" under "Cơ quan thực hiện"."""
    filled = {cell.column: cell for cell, _ in top.own}
    below = [(cell, words.text) for cell, words in row.own]
    if len(below) < 2 or any(cell.columns * 2 > columns or len(text) > LONGEST_HEADING for cell, text in below):
        return False
    apart = [cell for cell, _ in below if cell.column not in filled or filled[cell.column].columns > cell.columns]
    return len(apart) > 0 and all(find_role(text) or cell in apart for cell, text in below) and not _has_number(row)


def _has_number(row: Row) -> bool:
    return any(cell.column == 0 and words.text.strip(" .)(").isdigit() for cell, words in row.own)


def _heading(rows: Sequence[Row], columns: int) -> Heading | None:
    """What each column holds by the heading's rows, or None where they head no task table."""
    named = [row for row in rows if not is_column_numbers(row)]
    paths = _paths(named, columns)
    found = [(find_role(path[-1], " ".join(path[:-1])) if path else None) for path in paths]
    roles = _settled(found, paths)
    if not _heads_tasks(roles, paths):
        return None
    words = frozenset(folded(passage.text) for row in rows for _, passage in row.own)
    times = {cell.column: passage for cell, passage in named[-1].own if roles[cell.column] is Role.SCHEDULE}
    return Heading(start=0, end=0, roles=tuple(roles), words=words, times=times if len(times) > 1 else {})


def _paths(rows: Sequence[Row], columns: int) -> list[tuple[str, ...]]:
    """The headings over each column, from the top down; one that lost its merge stands over the empty places after it."""
    paths: list[tuple[str, ...]] = [()] * columns
    for depth, row in enumerate(rows):
        below = {cell.column for later in rows[depth + 1 :] for cell, _ in later.own}
        last = ""
        texts: dict[int, str] = {}
        for cell, words in row.own:
            texts.update(dict.fromkeys(range(cell.column, min(cell.column + cell.columns, columns)), words.text))
        for column in range(columns):
            text = texts.get(column, "")
            covered = any(cell.column <= column < cell.column + cell.columns and cell.row < row.index for cell, _ in row.cells)
            if not text and not covered and column in below and depth == 0:
                text = last
            last = text
            if text:
                paths[column] = (*paths[column], text)
    return paths


def _settled(found: Sequence[Role | None], paths: Sequence[tuple[str, ...]]) -> list[Role | None]:
    """The roles once columns are seen beside one another."""
    roles = list(found)
    if roles and roles[0] is None and not paths[0]:
        roles[0] = Role.NUMBER
    if not _TIMES & set(roles):
        roles = _with_bare_times(roles, paths)
    titles = list(dict.fromkeys(paths[column] for column, role in enumerate(roles) if role is Role.TITLE))
    if len(titles) > 1:
        spare = None if Role.GROUP in roles else Role.GROUP
        for column, role in enumerate(roles):
            if role is Role.TITLE and paths[column] != titles[-1]:
                roles[column] = spare if paths[column] == titles[-2] else None
    for wanted, instead in ((Role.TITLE, Role.GROUP), (Role.TITLE, Role.AREA), (Role.FINISH, Role.START)):
        if wanted is Role.TITLE and Role.TITLE not in roles:
            roles = [Role.TITLE if role is instead else role for role in roles]
    if Role.START not in roles:
        roles = [Role.SCHEDULE if role is Role.FINISH else role for role in roles]
    if not {Role.LEAD, Role.AGENCIES} & set(roles):
        roles = [Role.LEAD if role is Role.PERSON else role for role in roles]
    return _one_lead(roles, paths)


def _with_bare_times(roles: list[Role | None], paths: Sequence[tuple[str, ...]]) -> list[Role | None]:
    """With columns that only name years or months, several of them, as times to be ticked: "2026", "2027"; "T1", "T2"."""
    bare = {column for column, path in enumerate(paths) if roles[column] is None and path and _BARE_TIME.fullmatch(path[-1])}
    return [Role.SCHEDULE if len(bare) > 1 and column in bare else role for column, role in enumerate(roles)]


def _one_lead(roles: list[Role | None], paths: Sequence[tuple[str, ...]]) -> list[Role | None]:
    """Where one column says who leads (chủ trì) and another who acts (thực hiện), the second takes part."""
    leads = {paths[column] for column, role in enumerate(roles) if role is Role.LEAD}
    first = [path for path in leads if "chutri" in folded(" ".join(path))]
    if len(leads) < 2 or len(first) != 1:
        return roles
    other = Role.COORDINATING if Role.COORDINATING not in roles else None
    return [other if role is Role.LEAD and paths[column] != first[0] else role for column, role in enumerate(roles)]


def _heads_tasks(roles: Sequence[Role | None], paths: Sequence[tuple[str, ...]]) -> bool:
    """Whether columns of these roles make a task table."""
    there = set(roles)
    if Role.TITLE not in there:
        return False
    title = roles.index(Role.TITLE)
    who, when = bool(_WHO & there), bool(_TIMES & there)
    says_doing = any(
        _DOING.search(folded(" ".join(paths[column]))) for column, role in enumerate(roles) if role in {Role.TITLE, Role.GROUP}
    )
    if not says_doing:
        times_first = any(role in _TIMES for role in roles[:title])
        return who and when and Role.POINTS not in there and not times_first
    return who or (when and bool({Role.DELIVERABLES, Role.NUMBER} & there))
