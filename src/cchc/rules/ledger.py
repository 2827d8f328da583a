"""The ledger of tasks (bảng tổng hợp tình trạng nhiệm vụ): how many stand in each state, in all, by area, by lead agency.

Every row balances: its states and the tasks that could not be judged sum to its tasks. A task with two leads counts in the row
of each and once in the whole, so the rows of agencies are not meant to be summed; those of areas are.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from cchc.model.area import Area
from cchc.model.task import Task
from cchc.rules.names import name_key
from cchc.rules.states import TaskState
from cchc.rules.tasks import TaskVerdict

__all__ = ["LedgerRow", "StateCount", "TaskGroups", "TaskLedger", "group_tasks", "ledger_of"]


@frozen
class StateCount:
    """How many tasks stand in a state (số nhiệm vụ)."""

    state: TaskState
    tasks: int


@frozen(kw_only=True)
class LedgerRow:
    """A row: its area or its lead agency (neither for the whole), its tasks, and how many stand in each of the nine states.

    `unjudged` counts the tasks on which a rule failed; a finding says which.
    """

    tasks: int
    states: tuple[StateCount, ...]
    area: Area | None = None
    lead: str = ""
    unjudged: int = 0

    def count(self, state: TaskState) -> int:
        """How many tasks stand in `state`."""
        return sum(entry.tasks for entry in self.states if entry.state is state)


@frozen(kw_only=True)
class TaskLedger:
    """The rows of the ledger, in the order in which the plan first names their area or agency.

    Tasks without an area, and those without a lead, have a row of their own.
    """

    total: LedgerRow
    by_area: tuple[LedgerRow, ...] = ()
    by_lead: tuple[LedgerRow, ...] = ()


Entry = tuple[Task, TaskVerdict | None]
"""A task with its verdict, None where a rule failed on it."""


@frozen(kw_only=True)
class TaskGroups:
    """The tasks of a plan with their verdicts, arranged in the three ways of the ledger."""

    total: tuple[Entry, ...]
    by_area: tuple[tuple[Area | None, tuple[Entry, ...]], ...]
    by_lead: tuple[tuple[str, tuple[Entry, ...]], ...]


def group_tasks(tasks: Sequence[Task], verdicts: Iterable[TaskVerdict]) -> TaskGroups:
    """Tasks beside their verdicts, in the plan's order."""
    by_number = {verdict.task: verdict for verdict in verdicts}
    entries = tuple((task, by_number.get(task.number)) for task in tasks)
    areas: dict[Area | None, list[Entry]] = {}
    leads: dict[str, list[Entry]] = {}
    names: dict[str, str] = {}
    for entry in entries:
        task = entry[0]
        areas.setdefault(task.area, []).append(entry)
        for key, name in {name_key(name): name for name in task.lead or ("",)}.items():
            names.setdefault(key, name)
            leads.setdefault(key, []).append(entry)
    return TaskGroups(
        total=entries,
        by_area=tuple((area, tuple(group)) for area, group in areas.items()),
        by_lead=tuple((names[key], tuple(group)) for key, group in leads.items()),
    )


def _row(entries: Sequence[Entry], *, area: Area | None = None, lead: str = "") -> LedgerRow:
    counts = Counter(verdict.state for _, verdict in entries if verdict is not None)
    return LedgerRow(
        area=area,
        lead=lead,
        tasks=len(entries),
        states=tuple(StateCount(state, counts[state]) for state in TaskState),
        unjudged=len(entries) - counts.total(),
    )


def ledger_of(groups: TaskGroups) -> TaskLedger:
    """The ledger of the tasks so arranged."""
    return TaskLedger(
        total=_row(groups.total),
        by_area=tuple(_row(entries, area=area) for area, entries in groups.by_area),
        by_lead=tuple(_row(entries, lead=lead) for lead, entries in groups.by_lead),
    )
