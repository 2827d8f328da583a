"""How much of a plan is done, over several denominators, each named (tỷ lệ hoàn thành nhiệm vụ).

Over ``all-tasks`` continuous and conditional work weighs down the share; over ``dated-tasks`` stand the tasks with a last day;
over ``tasks-due`` those whose deciding day has come: the earliest still owed, else the last. Work asked for several times is
thus due while a time is missed, and when all is done; ``occurrences-due`` counts its times one by one. What was called off
stands in the first only. None of them is the true one, so none is printed without its name.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from cchc.model.measurement import Measurement
from cchc.model.period import Period
from cchc.model.quantity import Ratio
from cchc.rules.ledger import Entry, TaskGroups
from cchc.rules.reporting import ReportState, ReportVerdict
from cchc.rules.states import COMPLETED, PAST, TaskState
from cchc.rules.tasks import TaskVerdict

__all__ = ["completion", "reports_on_time"]


def _share(verdicts: Iterable[TaskVerdict], states: tuple[TaskState, ...], whole: int, of: str) -> Ratio:
    return Ratio(sum(verdict.state in states for verdict in verdicts), whole, of=of)


def _ratios(entries: Sequence[Entry], as_of: date) -> tuple[tuple[str, Ratio], ...]:
    judged = [verdict for _, verdict in entries if verdict is not None]
    dated = [verdict for verdict in judged if verdict.due is not None]
    due = [verdict for verdict in dated if verdict.due is not None and verdict.due <= as_of]
    times = [time for verdict in judged for time in verdict.occurrences if time.due is not None and time.due <= as_of]
    kept = [time.state for time in times if time.state is not TaskState.CANCELLED]
    in_time = kept.count(TaskState.DONE)
    return (
        ("tasks.completed", _share(judged, COMPLETED, len(entries), "all-tasks")),
        ("tasks.completed", _share(due, COMPLETED, len(due), "tasks-due")),
        ("tasks.completed", _share(dated, COMPLETED, len(dated), "dated-tasks")),
        ("tasks.on-time", _share(due, (TaskState.DONE,), len(due), "tasks-due")),
        ("tasks.late", _share(due, (TaskState.DONE_LATE,), len(due), "tasks-due")),
        ("tasks.overdue", _share(due, PAST, len(due), "tasks-due")),
        ("occurrences.on-time", Ratio(in_time, len(kept), of="occurrences-due")),
    )


def completion(groups: TaskGroups, *, agency: str, period: Period, as_of: date) -> tuple[Measurement, ...]:
    """What was completed, in time, late and overdue: of the whole plan, of each area, of each lead agency.

    Indicators are ``tasks.completed``, ``tasks.on-time``, ``tasks.late``, ``tasks.overdue`` and, of the single times of tasks,
    ``occurrences.on-time``, for the plan's `agency`; with ``/procedures`` and the like for an area, and with ``/lead`` for a
    lead agency, which is then the measurement's own.
    """
    arranged: list[tuple[str, str, Sequence[Entry]]] = [("", agency, groups.total)]
    arranged += [(f"/{area.value}", agency, entries) for area, entries in groups.by_area if area is not None]
    arranged += [("/lead", lead, entries) for lead, entries in groups.by_lead if lead]
    return tuple(
        Measurement(indicator=f"{indicator}{suffix}", value=ratio, agency=owner, period=period, as_of=as_of)
        for suffix, owner, entries in arranged
        for indicator, ratio in _ratios(entries, as_of)
    )


_OWED = (ReportState.ON_TIME, ReportState.LATE, ReportState.MISSING)


def reports_on_time(verdicts: Sequence[ReportVerdict], *, agency: str, period: Period, as_of: date) -> tuple[Measurement, ...]:
    """The share of reports that came in time, of those whose state is settled (``reports-due``).

    ``reports.on-time`` is that of all reporters, given for the plan's `agency`; ``reports.on-time/reporter`` is each one's own.
    """
    by_reporter: dict[str, list[ReportVerdict]] = {}
    for verdict in verdicts:
        by_reporter.setdefault(verdict.agency, []).append(verdict)
    arranged: list[tuple[str, str, Sequence[ReportVerdict]]] = []
    if verdicts:
        arranged.append(("reports.on-time", agency, verdicts))
    arranged += [("reports.on-time/reporter", reporter, group) for reporter, group in by_reporter.items()]
    return tuple(
        Measurement(
            indicator=indicator,
            value=Ratio(
                sum(verdict.state is ReportState.ON_TIME for verdict in group),
                sum(verdict.state in _OWED for verdict in group),
                of="reports-due",
            ),
            agency=owner,
            period=period,
            as_of=as_of,
        )
        for indicator, owner, group in arranged
    )
