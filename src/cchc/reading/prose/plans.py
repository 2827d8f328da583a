"""From the paragraphs of a plan to its targets, tasks, duties and statements (chỉ tiêu, nhiệm vụ, trách nhiệm, nội dung).

A section of targets promises in every paragraph. Elsewhere only a number makes a promise: a general objective, or a task among
which targets are mixed, counts as a target where it holds one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, field, frozen

from cchc.model import Claim, Complete, Duty, Period, Qualitative, Share, Shares, Source, Statement, StatementKind, Target, Task
from cchc.reading.commitments.targets import read_targets
from cchc.reading.figures.claims import read_claims
from cchc.reading.outline import Part, PartKind
from cchc.reading.prose.duties import named_agencies, read_duties
from cchc.reading.prose.items import Item
from cchc.reading.prose.task_items import TaskItem, read_task_items
from cchc.reading.prose.zones import Zone

__all__ = ["PlanProse", "read_plan_prose", "told_apart"]

_WHERE_NUMBERS_PROMISE = frozenset((Zone.OBJECTIVE, Zone.MIXED))
_BY_YEAR = re.compile(r"\bđến (?:hết )?năm (20[0-9]{2})\b", re.IGNORECASE)
_KINDS = {Zone.TASKS: StatementKind.DIRECTION, Zone.MIXED: StatementKind.DIRECTION, Zone.DUTIES: StatementKind.DIRECTION}


@frozen(kw_only=True)
class PlanProse:
    """What the paragraphs of a plan hold, in order, and what each of them was understood to be."""

    targets: tuple[Target, ...]
    tasks: tuple[Task, ...]
    duties: tuple[Duty, ...]
    statements: tuple[Statement, ...]
    parts: tuple[Part, ...]
    claims: tuple[Claim, ...]


def read_plan_prose(items: Sequence[Item], *, period: Period | None, document: str, first_task: int = 1) -> PlanProse:
    """The targets, tasks, duties and statements of a plan's paragraphs; tasks are numbered from `first_task` on."""
    reader = _Reader(period=period, document=document, promising=_promising(items))
    tasks = read_task_items(items, first=first_task, period=period, document=document)
    begun = {task.items[0]: task for task in tasks}
    taken = {at for task in tasks for at in task.items}
    for at, item in enumerate(items):
        if at in taken:
            reader.read_part(item, begun.get(at))
        else:
            reader.read(item)
    return PlanProse(
        targets=tuple(reader.targets),
        tasks=tuple(one.task for one in tasks),
        duties=tuple(reader.duties),
        statements=tuple(reader.statements),
        parts=tuple(reader.parts),
        claims=tuple(reader.claims),
    )


def _promising(items: Iterable[Item]) -> frozenset[Zone | None]:
    """The zones where a number makes a target: any but those of purposes and duties where no section is one of targets."""
    if any(item.zone is Zone.TARGETS and not item.is_heading for item in items):
        return _WHERE_NUMBERS_PROMISE
    return _WHERE_NUMBERS_PROMISE | {Zone.TASKS, None}


@frozen(kw_only=True)
class _Reader:
    period: Period | None
    document: str
    promising: frozenset[Zone | None]
    targets: list[Target] = field(factory=list)
    duties: list[Duty] = field(factory=list)
    statements: list[Statement] = field(factory=list)
    parts: list[Part] = field(factory=list)
    claims: list[Claim] = field(factory=list)

    def read(self, item: Item) -> None:
        self._place(item, PartKind.HEADING if item.is_heading else self._kind(item))

    def read_part(self, item: Item, begun: TaskItem | None) -> None:
        """Read a part of a task; its first may promise something beside."""
        targets = self._targets(evolve(item, words=begun.title, zone=item.above)) if begun else ()
        self.targets.extend(targets)
        self._claim(item, promised=bool(targets))
        self._place(item, PartKind.TASK)

    def _place(self, item: Item, kind: PartKind) -> None:
        spans = (*item.marker.spans(), *item.words.spans())
        self.parts.extend(Part(kind=kind, span=span) for span in spans)

    def _claim(self, item: Item, *, promised: bool = False) -> None:
        """Note what is counted; a percentage that is promised is no share of anything yet."""
        found = read_claims(item.words)
        self.claims.extend(claim for claim in found if not (promised and isinstance(claim, Share | Shares)))

    def _kind(self, item: Item) -> PartKind:
        if item.zone is Zone.DUTIES and not item.closes:
            self.duties.extend(read_duties(item.words, _agencies(item), period=self.period, document=self.document))
            self._claim(item)
            return PartKind.DUTY
        targets = self._targets(item)
        if targets:
            self.targets.extend(targets)
            self._claim(item, promised=True)
            return PartKind.TARGET
        source = Source(document=self.document, span=item.words.span())
        kind = _KINDS.get(item.zone, StatementKind.PURPOSE) if item.zone else StatementKind.PURPOSE
        self.statements.append(Statement(text=item.words.text, kind=kind, area=item.area, source=source))
        self._claim(item)
        return PartKind.STATEMENT

    def _targets(self, item: Item) -> tuple[Target, ...]:
        if item.closes or (item.zone is not Zone.TARGETS and item.zone not in self.promising):
            return ()
        found = read_targets(item.words, code=item.code, area=item.area, period=self.period, document=self.document)
        if item.zone is not Zone.TARGETS and all(isinstance(one.requirement, Complete | Qualitative) for one in found):
            return ()
        due = self._due_above(item)
        return tuple(evolve(target, due=target.due or due) for target in found)

    def _due_above(self, item: Item) -> date | None:
        """The last day of the year by which the nearest heading with one promises, unless it is the plan's own last."""
        stated = next((match for heading in reversed(item.headings) if (match := _BY_YEAR.search(heading))), None)
        due = date(int(stated[1]), 12, 31) if stated else None
        return due if self.period and due != self.period.end else None


def told_apart(targets: Iterable[Target]) -> tuple[Target, ...]:
    """The targets, those whose id another has before them with a number after it: sections may be numbered twice."""
    ids: Counter[str] = Counter()
    known: set[str] = set()
    found: list[Target] = []
    for target in targets:
        name = target.id
        while name in known:
            ids[target.id] += 1
            name = f"{target.id}~{ids[target.id] + 1}"
        known.add(name)
        found.append(target if name == target.id else evolve(target, id=name))
    return tuple(found)


def _agencies(item: Item) -> tuple[str, ...]:
    """The agencies that the nearest heading with one names."""
    return next((names for heading in reversed(item.headings) if (names := named_agencies(heading))), ())
