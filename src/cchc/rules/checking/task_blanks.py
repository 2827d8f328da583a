"""Tasks with a blank where others of their table say something (ô để trống): no lead, no deliverable, no time.

An annex may well have no column for one of the three: then every row lacks it, and nobody forgot anything.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.plan import Plan
from cchc.model.schedule import Conditional
from cchc.model.task import Task
from cchc.rules.checking.paper import Paper

__all__ = ["check_deliverables", "check_leads", "check_schedules"]

_Says = Callable[[Task], bool]
_LETTER = re.compile(r"[a-zđ]")
_FEW = 2
"""So many blanks are oversights however short the table is; more must be the smaller part of it."""


def check_leads(paper: Paper) -> Iterator[Finding]:
    """A task names no lead agency, while others of its table do.

    `title` is the task's. A row that heads the rows below it is not accused, nor is a table that has no column for leads.
    """
    return _blanks(paper, "task.no-lead", _has_lead, Severity.ERROR)


def check_deliverables(paper: Paper) -> Iterator[Finding]:
    """A task names no deliverable, while others of its table do.

    `title` is the task's. A row that heads the rows below it is not accused, nor is a table that has no column for results.
    """
    return _blanks(paper, "task.no-deliverable", _has_deliverable, Severity.WARNING)


def check_schedules(paper: Paper) -> Iterator[Finding]:
    """The time cell of a task is blank, while others of its table are not.

    `title` is the task's. Words that hold no date, such as "theo quy định", are a time; a row that heads the rows below it is
    not accused, nor is a table that has no column for times.
    """
    return _blanks(paper, "task.no-schedule", _has_schedule, Severity.ERROR)


def _blanks(paper: Paper, code: str, says: _Says, severity: Severity) -> Iterator[Finding]:
    plan = paper.as_plan
    for task in _forgotten(plan, says) if plan else ():
        span = task.source.span if task.source else None
        params = Parameters({"title": task.title})
        yield Finding(code=code, severity=severity, subject=f"tasks/{task.number}", params=params, span=span)


def _forgotten(plan: Plan, says: _Says) -> Iterator[Task]:
    """The tasks that lack what their table has a column for, and what no row above says for them."""
    for table in _tables(plan):
        above = _rows_above(table)
        heads = frozenset(row.number for row in above.values())
        tasks = [task for task in table if not _only_heads(task, heads)]
        blank = [task for task in tasks if not says(task) and not (task.number in above and says(above[task.number]))]
        if _is_oversight(len(blank), len(tasks)):
            yield from blank


def _is_oversight(blank: int, rows: int) -> bool:
    """Whether so many blanks are forgotten ones, and not the way the table is."""
    return 0 < blank < rows and (blank <= _FEW or 2 * blank <= rows)


def _tables(plan: Plan) -> Iterable[list[Task]]:
    """The tasks, table by table."""
    found: dict[str, list[Task]] = {}
    for task in plan.tasks:
        place = task.source.place if task.source else ""
        found.setdefault(place.partition("!")[0], []).append(task)
    return found.values()


def _only_heads(task: Task, heads: frozenset[int]) -> bool:
    """Whether a row only heads others: it says nothing but its name, ends in a colon, or other rows are numbered below it."""
    says = _has_lead(task) or _has_deliverable(task) or _has_schedule(task)
    return not says or task.title.rstrip().endswith(":") or task.number in heads


def _rows_above(table: Iterable[Task]) -> dict[int, Task]:
    """For each row that is numbered below another, 1.2 below 1, a) below 2 or a bullet below either, that other row."""
    found: dict[int, Task] = {}
    coded: dict[str, Task] = {}
    last: Task | None = None
    for task in table:
        code = task.code.strip(" .)")
        higher = coded.get(code.rpartition(".")[0])
        if higher is None and last is not None and (code == "" or _LETTER.fullmatch(code)):
            higher = last
        if higher is not None:
            found[task.number] = higher
        if code and not _LETTER.fullmatch(code):
            coded[code] = last = task
    return found


def _says_something(text: str) -> bool:
    """Whether a cell holds more than the dots or the dash of one left blank."""
    return any(letter.isalnum() for letter in text)


def _has_lead(task: Task) -> bool:
    return any(map(_says_something, task.lead))


def _has_deliverable(task: Task) -> bool:
    return any(map(_says_something, task.deliverables))


def _has_schedule(task: Task) -> bool:
    stated = task.schedule
    return _says_something(task.schedule_text) or not isinstance(stated, Conditional) or _says_something(stated.trigger)
