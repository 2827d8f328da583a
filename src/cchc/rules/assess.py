"""The assessment of a plan on a day (đánh giá tình hình thực hiện kế hoạch): tasks, targets, reports, and what they sum to.

It is a pure function of the plan, what was reported and the day of judgement: what became known later changes nothing, and the
order in which reports and events are handed over changes nothing either. Everything comes back in the plan's order.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from attrs import frozen

from cchc.model.calendar import Calendar
from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.measurement import Measurement
from cchc.model.plan import Plan
from cchc.model.progress import Progress
from cchc.model.regime import Regime
from cchc.model.report import Report
from cchc.model.target import Target
from cchc.model.task import Task, TaskEvent
from cchc.rules.completion import completion, reports_on_time
from cchc.rules.figures import KnownFigures
from cchc.rules.ledger import TaskLedger, group_tasks, ledger_of
from cchc.rules.periods import stated_period
from cchc.rules.progress import check_progress, unknown_tasks
from cchc.rules.reporting import ReportVerdict, judge_reporting, reporting_windows
from cchc.rules.standing import Case
from cchc.rules.targets import judge_target
from cchc.rules.tasks import TaskVerdict, in_order, judge_task
from cchc.rules.unmatched import indicator_names, unmatched_figures
from cchc.rules.verdicts import TargetVerdict

__all__ = ["Assessment", "assess"]


@frozen(kw_only=True)
class Assessment:
    """How a plan stands at the close of `as_of` (kết quả đánh giá).

    `tasks` and `targets` hold one verdict each, in the plan's order; `reporting` one for each report owed, empty without a
    regime; `measurements` the shares computed from them; `ledger` the tasks by state, area and lead.
    """

    as_of: date
    tasks: tuple[TaskVerdict, ...]
    targets: tuple[TargetVerdict, ...]
    reporting: tuple[ReportVerdict, ...]
    findings: tuple[Finding, ...]
    measurements: tuple[Measurement, ...]
    ledger: TaskLedger


_Item = TypeVar("_Item")
_Verdict = TypeVar("_Verdict")
_Judge = Callable[[_Item], tuple[_Verdict, Iterable[Finding]]]


def _each(
    items: Iterable[_Item], judge: _Judge[_Item, _Verdict], subject: Callable[[_Item], str], findings: list[Finding]
) -> tuple[_Verdict, ...]:
    """The verdict on each item; a rule that fails on one leaves a finding there and goes on to the next."""
    verdicts = []
    for item in items:
        try:
            verdict, found = judge(item)
        except Exception as error:  # noqa: BLE001 - one wrong item must not hide what is known of all the others
            params = Parameters({"error": type(error).__name__, "message": str(error)})
            findings.append(Finding(code="rule.crashed", severity=Severity.ERROR, subject=subject(item), params=params))
        else:
            verdicts.append(verdict)
            findings.extend(found)
    return tuple(verdicts)


def _known_events(progress: Progress | Iterable[TaskEvent], as_of: date) -> dict[int, tuple[TaskEvent, ...]]:
    by_task: dict[int, list[TaskEvent]] = {}
    for event in progress.events if isinstance(progress, Progress) else progress:
        if event.known_on <= as_of:
            by_task.setdefault(event.task, []).append(event)
    return {number: in_order(events) for number, events in by_task.items()}


def assess(
    plan: Plan,
    reports: Iterable[Report] = (),
    *,
    progress: Progress | Iterable[TaskEvent] = (),
    as_of: date,
    calendar: Calendar | None = None,
    regime: Regime | None = None,
    reporters: Iterable[str] = (),
) -> Assessment:
    """Judge a plan at the close of `as_of` by the reports and the events known by then.

    With a `regime` the plan's own agency, `reporters` and every agency that has reported owe its reports, and continuous tasks
    are judged per period of it. `calendar` counts delays in working days, and the working days of a regime that has no calendar
    of its own; where that regime needs one and none is given, `InvalidInput` is raised.
    """
    received = tuple(reports)
    events, period = _known_events(progress, as_of), stated_period(plan.period, "period")
    windows, figures = reporting_windows(regime, period), KnownFigures.of(received, as_of=as_of)
    names = indicator_names(plan.targets)
    findings: list[Finding] = []

    def judged_task(task: Task) -> tuple[TaskVerdict, Iterable[Finding]]:
        known = events.get(task.number, ())
        case = Case(task=task, events=known, as_of=as_of, plan_period=period, windows=windows)
        return judge_task(case, calendar), check_progress(task, known, period)

    def judged_target(target: Target) -> tuple[TargetVerdict, Iterable[Finding]]:
        return judge_target(target, figures, as_of=as_of, plan_period=period, agency=plan.agency, names=names[target.id])

    tasks = _each(plan.tasks, judged_task, lambda task: f"tasks/{task.number}", findings)
    findings.extend(unknown_tasks(plan.tasks, events))
    targets = _each(plan.targets, judged_target, lambda target: f"targets/{target.id}", findings)
    findings.extend(unmatched_figures(plan.targets, names, figures))
    reporting: tuple[ReportVerdict, ...] = ()
    if regime is not None:
        owing = (plan.agency, *reporters)
        reporting = judge_reporting(
            received, regime=regime, plan_period=period, as_of=as_of, reporters=owing, calendar=calendar
        )
    groups = group_tasks(plan.tasks, tasks)
    return Assessment(
        as_of=as_of,
        tasks=tasks,
        targets=targets,
        reporting=reporting,
        findings=tuple(findings),
        measurements=(
            *completion(groups, agency=plan.agency, period=period, as_of=as_of),
            *reports_on_time(reporting, agency=plan.agency, period=period, as_of=as_of),
        ),
        ledger=ledger_of(groups),
    )
