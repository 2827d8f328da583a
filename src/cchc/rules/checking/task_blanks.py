"""Tasks with a blank where others of their table say something (ô để trống): no lead, no deliverable, no time.

An annex may well have no column for one of the three: then every row lacks it, and nobody forgot anything.
"""

from collections.abc import Callable, Iterable, Iterator

from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.plan import Plan
from cchc.model.schedule import Conditional
from cchc.model.task import Task
from cchc.rules.checking.paper import Paper

__all__ = ["check_deliverables", "check_leads", "check_schedules"]

_Says = Callable[[Task], bool]
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
    """The tasks that lack what their table has a column for."""
    for tasks in _tables(plan):
        blank = [task for task in tasks if not says(task)]
        if _is_oversight(len(blank), len(tasks)):
            yield from blank


def _is_oversight(blank: int, rows: int) -> bool:
    """Whether so many blanks are forgotten ones, and not the way the table is."""
    return 0 < blank < rows and (blank <= _FEW or 2 * blank <= rows)


def _tables(plan: Plan) -> Iterable[list[Task]]:
    """The tasks that stand in rows, table by table; what a plan has in sentences has no cells that could be blank."""
    found: dict[str, list[Task]] = {}
    headings = _headings(plan.tasks)
    for task in plan.tasks:
        if task.number not in headings:
            place = task.source.place if task.source else ""
            found.setdefault(place.partition("!")[0], []).append(task)
    return found.values()


def _headings(tasks: Iterable[Task]) -> frozenset[int]:
    """The rows that only head others: they say nothing but their name, end in a colon, or are numbered above other rows."""
    rows = list(tasks)
    above = {parent for task in rows for parent in _parents(task.code)}
    return frozenset(
        task.number
        for task in rows
        if not (_has_lead(task) or _has_deliverable(task) or _has_schedule(task))
        or task.title.rstrip().endswith(":")
        or task.code in above
    )


def _parents(code: str) -> Iterator[str]:
    """The codes under which a code stands: 1 and 1.2 for 1.2.3."""
    segments = code.rstrip(".").split(".")
    return (".".join(segments[:length]) for length in range(1, len(segments)))


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
