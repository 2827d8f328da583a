"""The task tables of a document (phụ lục nhiệm vụ), read: tasks, and what became of every cell that holds words.

A table may be cut into several, one to a page, its heading printed again or not: they are read as one.
"""

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from cchc.model.area import Area
from cchc.model.source import Source
from cchc.model.task import Task
from cchc.reading.document import Cell, Document, Line, Table
from cchc.reading.outline import Part, PartKind
from cchc.reading.passage import Passage
from cchc.reading.prose.areas import find_area
from cchc.reading.tables.grid import Heading, Row, find_heading, table_rows
from cchc.reading.tables.row_codes import split_code
from cchc.reading.tables.task_rows import Fate, GroupWords, RowReader, StatedRow
from cchc.reading.tables.tasks import NO_GROUP, Group, span_of, task_of_cells

__all__ = ["TaskTable", "read_task_table", "read_task_tables"]

_KINDS = {Fate.TASK: PartKind.TASK, Fate.HEADING: PartKind.TABLE_HEADING, Fate.CLOSING: PartKind.CLOSING}
_LINES_ABOVE = 3  # an area's name may stand so many lines above its table


@frozen(kw_only=True)
class TaskTable:
    """A task table: its tasks, and every cell that holds words as a part, or as unread where a task has no place for it.

    `tables` are the positions of its tables among the document's parts, for one that runs over several.
    """

    tasks: tuple[Task, ...]
    parts: tuple[Part, ...]
    unread: tuple[Source, ...]
    tables: tuple[int, ...] = ()


def read_task_tables(document: Document, *, year: int | None = None, first: int = 1) -> tuple[TaskTable, ...]:
    """The task tables of a document; other tables are left to others.

    `year` is the plan's, for times that name none. Rows are numbered as printed where that tells them apart, else from `first`
    on, over all tables.
    """
    found: list[TaskTable] = []
    for positions, heading, rows, columns in _runs(document):
        area = _area_above(document, positions[0])
        table = _read(document, rows, heading, columns, year=year, first=first, area=area)
        found.append(evolve(table, tables=tuple(positions)))
        first = max([first - 1, *(task.number for task in table.tasks)]) + 1
    return tuple(found)


def read_task_table(
    document: Document, table: Table, *, year: int | None = None, first: int = 1, area: Area | None = None
) -> TaskTable | None:
    """The tasks of one table with a heading; None where it is no task table. `area` is the one it stands under."""
    rows = table_rows(document, table)
    heading = find_heading(rows, table.columns)
    if heading is None:
        return None
    return _read(document, rows, heading, table.columns, year=year, first=first, area=area)


_Run = tuple[list[int], Heading, list[Row], int]


def _runs(document: Document) -> Iterable[_Run]:
    """The task tables, those of later pages joined to the first: with its heading again, or with as many columns and none."""
    run: _Run | None = None
    for position, part in enumerate(document.parts):
        if isinstance(part, Line):
            continue
        rows = table_rows(document, part)
        heading = find_heading(rows, part.columns)
        if run is not None and _goes_on(document, run, position, heading, part):
            run[0].append(position)
            run[2].extend(evolve(row, opens_page=row.opens_page or i == 0) for i, row in enumerate(rows))
            continue
        if run is not None:
            yield run
        run = ([position], heading, list(rows), part.columns) if heading is not None else None
    if run is not None:
        yield run


def _goes_on(document: Document, run: _Run, position: int, heading: Heading | None, table: Table) -> bool:
    """Whether a table goes on with a run: nothing but the page stands between, and the columns are the same."""
    between = document.parts[run[0][-1] + 1 : position]
    aside = all(isinstance(part, Line) and (part.aside or _holds_no_word(document, part)) for part in between)
    if not aside or table.columns != run[3]:
        return False
    return heading is None or heading.roles == run[1].roles


def _holds_no_word(document: Document, line: Line) -> bool:
    """Whether a line is no more than the number of a page."""
    return not any(letter.isalpha() for letter in document.passage(line).text)


def _area_above(document: Document, position: int) -> Area | None:
    """The area that a numbered line just above a table names."""
    for part in reversed(document.parts[max(0, position - _LINES_ABOVE) : position]):
        if isinstance(part, Table):
            return None
        code, title = split_code(document.passage(part))
        if code and (area := find_area(title.text)):
            return area
    return None


def _read(
    document: Document,
    rows: Sequence[Row],
    heading: Heading,
    columns: int,
    *,
    year: int | None,
    first: int,
    area: Area | None,
) -> TaskTable:
    above = [(cell, words, Fate.HEADING) for row in rows[: heading.end] for cell, words in row.own]
    reader = RowReader(heading=heading, columns=columns, area=area)
    reader.read(rows[heading.end :])
    fates = [*above, *reader.fates]
    return TaskTable(
        tasks=tuple(_tasks(document, reader.tasks, year=year, first=first)),
        parts=tuple(_part(cell, words, fate) for cell, words, fate in fates if fate is not Fate.UNREAD),
        unread=tuple(
            Source(document=document.name, place=cell.place, span=words.span())
            for cell, words, fate in fates
            if fate is Fate.UNREAD
        ),
    )


def _part(cell: Cell, words: Passage, fate: Fate) -> Part:
    return Part(kind=_KINDS[fate], span=words.span(), place=cell.place)


def _tasks(document: Document, stated: Sequence[StatedRow], *, year: int | None, first: int) -> Iterable[Task]:
    """The tasks of the rows; numbered as printed where every row has a number of its own."""
    groups = {id(row.group): _group(row.group) for row in stated}
    printed = [int(row.number) if row.number.isdecimal() else 0 for row in stated]
    tell_apart = len(set(printed)) == len(printed) and all(number >= first for number in printed)
    for at, row in enumerate(stated):
        task = task_of_cells(
            {role: Passage.joined(words) for role, words in row.cells.items()},
            number=printed[at] if tell_apart else first + at,
            year=year,
            area=row.area,
            group=groups[id(row.group)],
            code="" if tell_apart else row.number,
            document=document.name,
            place=row.place,
        )
        yield evolve(task, source=Source(document=document.name, place=row.place, span=span_of(row.own)))


def _group(words: GroupWords | None) -> Group:
    if words is None:
        return NO_GROUP
    group = Group.of(Passage.joined(words.parts))
    return evolve(group, code=words.code or group.code)
