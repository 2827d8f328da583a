"""The rows of a plan's annex as tasks (nhiệm vụ): from the words of a row's cells to values of the model."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from attrs import frozen

from cchc.model.area import Area
from cchc.model.schedule import Conditional, Deadline, Schedule, Window
from cchc.model.source import Source, Span
from cchc.model.task import Task
from cchc.reading.passage import Passage
from cchc.reading.tables.bodies import split_bodies
from cchc.reading.tables.cell_lines import lines_of, mended
from cchc.reading.tables.deliverables import split_deliverables
from cchc.reading.tables.roles import Role
from cchc.reading.tables.row_codes import split_code
from cchc.reading.tables.shares import lead_and_coordinating
from cchc.reading.times import parse_schedule

__all__ = ["NO_GROUP", "Group", "span_of", "task_of_cells"]


@frozen(kw_only=True)
class Group:
    """The task that a row's activity belongs to (nhiệm vụ, nhóm nhiệm vụ), with its printed code."""

    code: str = ""
    title: str = ""

    @classmethod
    def of(cls, words: Passage) -> "Group":
        """The group that a cell or a row names: ``1.1. Thể chế hóa …``."""
        code, title = split_code(mended(words))
        return cls(code=code, title=title.text)


NO_GROUP = Group()


def task_of_cells(
    cells: Mapping[Role, Passage],
    *,
    number: int,
    year: int | None = None,
    area: Area | None = None,
    group: Group = NO_GROUP,
    code: str = "",
    document: str = "",
    place: str = "",
) -> Task:
    """The task that a row states, from the words of its cells by the role of their columns.

    `year` is the plan's; `area` and `group` are what the rows above say, `code` what the row prints beside its words: what its
    own cells say goes before. Roles without a field (kinh phí, ghi chú) only count for where the task stands.
    """
    cells = {role: mended(words) for role, words in cells.items()}
    group = Group.of(cells[Role.GROUP]) if cells.get(Role.GROUP) else group
    own_code, title = split_code(_of(cells, Role.TITLE))
    lead, coordinating = _agencies(cells)
    schedule_text, schedule = _schedule(cells, year)
    return Task(
        number=number,
        title=title.text or group.title,
        area=area,
        code=own_code or _of(cells, Role.CODE).text or code,
        group_code=group.code,
        group_title=group.title,
        deliverables=split_deliverables(lines_of(_of(cells, Role.DELIVERABLES))),
        lead=lead,
        coordinating=coordinating,
        schedule=schedule,
        schedule_text=schedule_text,
        source=Source(document=document, place=place, span=span_of(cells.values())),
    )


def _of(cells: Mapping[Role, Passage], role: Role) -> Passage:
    return cells.get(role) or Passage.of("")


def span_of(parts: Iterable[Passage]) -> Span:
    """From the first to the last place of the words, with what the source has between."""
    said = [part for part in parts if part]
    if not said:
        return Span(start=0, end=0)
    start, end = min(min(part.starts) for part in said), max(max(part.ends) for part in said)
    return Span(start=start, end=end, text=said[0].source[start:end])


def _agencies(cells: Mapping[Role, Passage]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who leads and who takes part, each body once."""
    shares = [lead_and_coordinating(lines_of(_of(cells, role))) for role in (Role.LEAD, Role.AGENCIES)]
    shares.append(("", lines_of(_of(cells, Role.COORDINATING))))
    lead, coordinating = ([body for share in shares for body in split_bodies(share[i])] for i in (0, 1))
    return tuple(dict.fromkeys(lead)), tuple(dict.fromkeys(coordinating))


def _schedule(cells: Mapping[Role, Passage], year: int | None) -> tuple[str, Schedule]:
    """The words of the time cells and the schedule they state."""
    start, finish = _of(cells, Role.START).text, _of(cells, Role.FINISH).text
    text = " - ".join(words for words in (_of(cells, Role.SCHEDULE).text, start, finish) if words)
    if start and finish:
        first, last = _opening(_parsed(start, year)), _closing(_parsed(finish, year))
        if first and last and first <= last:
            return text, Window(start=first, end=last)
    return text, _parsed(text, year) if text else Conditional(trigger="")


@lru_cache(maxsize=4096)
def _parsed(text: str, year: int | None) -> Schedule:
    """The schedule of a cell; the cells of a column say few different things."""
    return parse_schedule(text, year=year)


def _opening(schedule: Schedule) -> date | None:
    """The first day that the cell of a start names."""
    if isinstance(schedule, Window):
        return schedule.start
    return schedule.due if isinstance(schedule, Deadline) else None


def _closing(schedule: Schedule) -> date | None:
    """The last day that the cell of a finish names."""
    if isinstance(schedule, Window):
        return schedule.end
    return schedule.due if isinstance(schedule, Deadline) else None
