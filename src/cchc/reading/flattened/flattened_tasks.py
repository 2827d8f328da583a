"""The tasks of a flattened table: its rows, cut into cells, under the areas and the groups that stand above them."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from cchc.model import Area, Task
from cchc.reading.flattened.flattened import FlattenedArea, FlattenedRow, FlattenedTable
from cchc.reading.outline import Part, PartKind
from cchc.reading.passage import Passage
from cchc.reading.prose.areas import find_area
from cchc.reading.tables.roles import Role
from cchc.reading.tables.tasks import NO_GROUP, Group, task_of_cells

__all__ = ["FlattenedTasks", "tasks_of_flattened"]


@frozen(kw_only=True)
class FlattenedTasks:
    """The tasks of a flattened table, where everything of it stands, its `cells`, and the rows whose cut is doubtful."""

    tasks: tuple[Task, ...]
    parts: tuple[Part, ...]
    cells: tuple[Passage, ...]
    doubtful: tuple[int, ...]


def tasks_of_flattened(table: FlattenedTable, *, year: int | None, document: str = "") -> FlattenedTasks:
    """The tasks of a table's rows; they keep their printed numbers where these tell them apart."""
    rows = [row for row in table.rows if isinstance(row, FlattenedRow)]
    printed = [int(digits) if (digits := row.number.text.strip(" .)")).isdecimal() else 0 for row in rows]
    tell_apart = len(set(printed)) == len(printed) and 0 not in printed
    numbers = printed if tell_apart else list(range(1, len(rows) + 1))
    tasks = tuple(_tasks(table, numbers, year, document))
    doubtful = tuple(number for number, row in zip(numbers, rows, strict=True) if row.doubtful)
    cells = tuple(words for row in rows for words in row.cells.values())
    return FlattenedTasks(tasks=tasks, parts=tuple(_parts(table)), cells=cells, doubtful=doubtful)


def _tasks(table: FlattenedTable, numbers: Sequence[int], year: int | None, document: str) -> Iterator[Task]:
    area: Area | None = None
    group = NO_GROUP
    remaining = iter(numbers)
    for row in table.rows:
        if isinstance(row, FlattenedArea):
            area, group = find_area(row.words.text) or area, NO_GROUP
            continue
        if words := row.cells.get(Role.GROUP):
            group = Group.of(words)
        yield task_of_cells(row.cells, number=next(remaining), year=year, area=area, group=group, document=document)


def _parts(table: FlattenedTable) -> Iterator[Part]:
    for row in table.rows:
        if isinstance(row, FlattenedArea):
            yield from _of(PartKind.TABLE_HEADING, row.words)
        else:
            for words in (row.number, *row.cells.values()):
                yield from _of(PartKind.TASK, words)
    for words in table.furniture:
        yield from _of(PartKind.FURNITURE, words)


def _of(kind: PartKind, words: Passage) -> Iterator[Part]:
    return (Part(kind=kind, span=span) for span in words.spans())
