"""Tasks that a plan writes as prose (nhiệm vụ trình bày thành đoạn văn): an item with who, when and what behind labels.

The labels stand in the item, or in lines and bullets below it or after it. An item with two is a task; one with a single label
is a task too where most of its list have two: what it lacks is a blank.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from cchc.model import Period, Source, Task
from cchc.reading.passage import Passage
from cchc.reading.prose.duties import named_agencies, read_duties
from cchc.reading.prose.items import Item
from cchc.reading.prose.markers import BULLETS, Style
from cchc.reading.prose.task_clauses import opens_body
from cchc.reading.prose.task_labels import Labelled, read_labels
from cchc.reading.prose.task_lines import Lines, gather_lines
from cchc.reading.prose.zones import Zone
from cchc.reading.tables.body_words import NAMED
from cchc.reading.tables.cell_lines import mended
from cchc.reading.tables.roles import Role
from cchc.reading.tables.tasks import span_of, task_of_cells

__all__ = ["TaskItem", "read_task_items"]

_OUTERMOST = frozenset((Style.PART, Style.CAPITAL, Style.ROMAN, Style.ARTICLE))
_UNCOUNTED = BULLETS | {Style.NONE}
_WHERE_TASKS_STAND = frozenset((Zone.TASKS, Zone.MIXED, None))
_ASSIGNS = re.compile(r"phân công (?:nhiệm vụ|công việc|thực hiện)", re.IGNORECASE)
_ENOUGH = 2
_WHO_ALONE = frozenset((Role.LEAD, Role.COORDINATING))


@frozen(kw_only=True)
class TaskItem:
    """A task, its `title` with its place, and the positions of the items that it takes up, its own first."""

    task: Task
    title: Passage
    items: tuple[int, ...]


@frozen
class _Draft:
    """An item that may be a task: where it stands, the lines that say more of it, what all of them say, the list it is in."""

    at: int
    lines: tuple[int, ...]
    said: Labelled
    listed: tuple[int, int, Style]

    @property
    def says_enough(self) -> bool:
        """Whether it has two labels; who leads and who takes part are agencies then."""
        kinds = self.said.kinds
        if kinds <= _WHO_ALONE and not any(opens_body(value.text) for _, value in self.said.parts):
            return False
        return len(kinds) >= _ENOUGH


def read_task_items(
    items: Sequence[Item], *, first: int = 1, period: Period | None = None, document: str = ""
) -> tuple[TaskItem, ...]:
    """The tasks of a plan's paragraphs in order, numbered from `first` on; targets and duties are none."""
    year = period.end.year if period else None
    found = []
    for number, draft in enumerate(_tasks(tuple(_drafts(items))), first):
        item = items[draft.at]
        cells = {role: _flat(words) for role, words in _cells(draft.said, item.headings).items()}
        task = task_of_cells(cells, number=number, year=year, area=item.area_above, code=_code(item))
        span = span_of([item.words, *(items[at].words for at in draft.lines)])
        task = evolve(task, source=Source(document=document, span=span))
        found.append(TaskItem(task=task, title=draft.said.title, items=(draft.at, *draft.lines)))
    return tuple(found)


def _drafts(items: Sequence[Item]) -> Iterator[_Draft]:
    """The items that may be tasks by where they stand: in no section of targets, purposes or duties, and below its heading."""
    said = {at: read_labels(item.words) for at, item in enumerate(items) if not item.closes}
    lines = gather_lines(items, said, frozenset(at for at, item in enumerate(items) if item.style in _OUTERMOST))
    taken = {at for one in lines.values() for at in one.at}
    root = -1
    for at, item in enumerate(items):
        root = at if item.depth == 0 else root
        if at in said and at not in taken and said[at].title and _may_hold_tasks(item):
            below = lines.get(at, Lines())
            yield _Draft(at, below.at, said[at].extended(below.parts), (root, item.depth, item.style))


def _may_hold_tasks(item: Item) -> bool:
    if item.style in _OUTERMOST:
        return False
    return item.above in _WHERE_TASKS_STAND or (item.above is Zone.DUTIES and any(map(_ASSIGNS.match, item.headings)))


def _tasks(drafts: Sequence[_Draft]) -> Iterator[_Draft]:
    """The drafts that are tasks: with two labels, or with one in a list of which most have two."""
    in_list = Counter(draft.listed for draft in drafts)
    enough = Counter(draft.listed for draft in drafts if draft.says_enough)
    for draft in drafts:
        if draft.says_enough or (draft.said.kinds and 2 * enough[draft.listed] > in_list[draft.listed]):
            yield draft


def _cells(said: Labelled, headings: Sequence[str]) -> Mapping[Role, Passage]:
    """The title and the values by what they say, those of one label together.

    Where no label says who leads, it is who opens the title, else the agency under whose name it stands.
    """
    cells: dict[Role, Passage] = {Role.TITLE: said.title}
    for role, words in said.parts:
        before = cells.get(role)
        cells[role] = Passage.joined((_ended(before), words)) if before and words else (before or words)
    if Role.PERSON in cells and not {Role.LEAD, Role.AGENCIES} & cells.keys():
        cells[Role.LEAD] = cells[Role.PERSON]
    if Role.LEAD not in said.kinds:
        names = [duty.agency for duty in read_duties(said.title, ()) if duty.agency]
        above = (named_agencies(heading) for heading in reversed(headings) if NAMED.match(heading))
        cells[Role.LEAD] = Passage.of("; ".join(names or next(above, ())))
    return cells


def _ended(words: Passage) -> Passage:
    last = len(words.text) - 1
    return words.replaced([(last, last + 1, f"{words.text[last]};")])


def _flat(words: Passage) -> Passage:
    """The words apart from their source: where a paragraph breaks its lines means nothing."""
    return Passage.of(mended(words).text)


def _code(item: Item) -> str:
    return "" if item.style in _UNCOUNTED else item.marker.text.strip(" .()/:-–")
