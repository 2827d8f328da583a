"""The tasks of a document, from its tables or from a table that an extraction has flattened into lines."""

import re
from collections.abc import Sequence

from attrs import frozen

from cchc.model import Task
from cchc.reading.document import Document, Line, Table
from cchc.reading.flattened.flattened import FlattenedRow, FlattenedTable, read_flattened
from cchc.reading.flattened.flattened_tasks import tasks_of_flattened
from cchc.reading.outline import Part
from cchc.reading.passage import Passage
from cchc.reading.prose.task_labels import read_labels
from cchc.reading.tables.roles import Role
from cchc.reading.tables.task_tables import read_task_tables

__all__ = ["Flattened", "TasksFound", "find_flattened", "tasks_of"]

_TITLE = re.compile(r"nhiệm vụ|kế hoạch|phụ lục|danh mục|biểu|chương trình", re.IGNORECASE)
_SELDOM_IN_CELLS = frozenset((Role.SCHEDULE, Role.DELIVERABLES))
_ANNEX = re.compile(r"^\s*(?:PHỤ LỤC|Phụ lục)\b[^;.]{0,80}$", re.MULTILINE)


@frozen
class Flattened:
    """A table flattened into lines, or None, and the stretches of the text that are its own."""

    table: FlattenedTable | None = None
    stretches: tuple[tuple[int, int], ...] = ()


@frozen(kw_only=True)
class TasksFound:
    """The tasks, where everything of their tables stands, and the numbers of those whose cells are doubtful.

    `title` is what the first row of a sheet says above the heading, `cells` the words of a flattened table's cells.
    """

    tasks: tuple[Task, ...]
    parts: tuple[Part, ...]
    doubtful: tuple[int, ...] = ()
    title: str = ""
    cells: tuple[Passage, ...] = ()


def find_flattened(document: Document) -> Flattened:
    """The flattened table of a document of printed lines: below the heading of an annex, or the whole text."""
    if not all(isinstance(part, Line) and not part.whole for part in document.parts):
        return Flattened()
    annex = _ANNEX.search(document.text)
    table = read_flattened(document.text, annex.start() if annex else 0)
    if table is None or _is_labelled(table):
        return Flattened()
    parts = tasks_of_flattened(table, year=None).parts
    return Flattened(table, tuple((part.span.start, part.span.end) for part in parts))


def _is_labelled(table: FlattenedTable) -> bool:
    """Whether what looks like cells opens with labels, "Thời gian: …": these are items of prose, each with its lines."""
    rows = [row for row in table.rows if isinstance(row, FlattenedRow)]
    labelled = [row for row in rows if any(map(_opens_with_label, row.cells.values()))]
    return 2 * len(labelled) > len(rows)


def _opens_with_label(cell: Passage) -> bool:
    said = read_labels(cell) if ":" in cell.text else None
    return said is not None and said.opens and not _SELDOM_IN_CELLS.isdisjoint(said.kinds)


def tasks_of(document: Document, flattened: Flattened, *, year: int | None) -> TasksFound:
    """The tasks of a document; `year` is what a time without a year takes."""
    if flattened.table:
        cut = tasks_of_flattened(flattened.table, year=year, document=document.name)
        return TasksFound(tasks=cut.tasks, parts=cut.parts, doubtful=cut.doubtful, cells=cut.cells)
    tables = read_task_tables(document, year=year)
    parts = tuple(part for table in tables for part in table.parts)
    return TasksFound(
        tasks=tuple(task for table in tables for task in table.tasks),
        parts=parts,
        title=_title(document, parts),
    )


def _title(document: Document, parts: Sequence[Part]) -> str:
    """The words of the first row of a document that begins with a table, where they are a title."""
    first = document.parts[0] if document.parts else None
    if not parts or not isinstance(first, Table):
        return ""
    top = [cell for cell in first.cells if cell.row == 0 and document.passage(cell)]
    words = document.passage(top[0]).text if len(top) == 1 else ""
    return words if _TITLE.search(words) else ""
