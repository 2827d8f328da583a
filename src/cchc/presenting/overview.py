"""An assessment on one screen, for a head of department: where the plan stands, what is late and whose it is, what is next."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from cchc.model import Plan, Ratio, Target, Task
from cchc.presenting.findings import finding_lines
from cchc.presenting.requirements import measured_text, requirement_text
from cchc.presenting.tables import cut, table
from cchc.presenting.words import Words
from cchc.rules.assess import Assessment
from cchc.rules.ledger import LedgerRow
from cchc.rules.reporting import ReportVerdict
from cchc.rules.states import TaskState
from cchc.rules.tasks import TaskVerdict
from cchc.rules.verdicts import TargetVerdict, Verdict

__all__ = ["overview"]

_LATE = (TaskState.OVERDUE, TaskState.UNREPORTED)
_OPEN = (TaskState.IN_PROGRESS, TaskState.NOT_DUE)
_TROUBLED = (Verdict.MISSED, Verdict.AT_RISK)
_MOST_ROWS = 8
_AHEAD = timedelta(days=31)
_TITLE_COLUMNS, _AGENCY_COLUMNS, _AREA_COLUMNS = 52, 30, 36


def overview(plan: Plan, assessment: Assessment, words: Words) -> str:
    """The assessment in words and tables; parts that have nothing to say are left out."""
    parts = [words("overview.heading", title=plan.title, agency=plan.agency, day=words.day(assessment.as_of))]
    if plan.tasks:
        parts += _tasks(plan, assessment, words)
    if plan.targets:
        parts += _targets(plan, assessment, words)
    if assessment.reporting:
        parts.append(words("overview.reports") + "\n" + _reports(assessment.reporting, words))
    if assessment.findings:
        parts.append(words("overview.findings") + "\n" + "\n".join(finding_lines(assessment.findings, words, most=_MOST_ROWS)))
    return "\n\n".join(parts)


def _tasks(plan: Plan, assessment: Assessment, words: Words) -> Iterator[str]:
    yield words("overview.tasks") + "\n" + _areas(assessment, words)
    yield "\n".join(_completion(assessment, words))
    by_number = {task.number: task for task in plan.tasks}
    late = [verdict for verdict in assessment.tasks if verdict.state in _LATE]
    if late:
        late.sort(key=lambda verdict: -verdict.days_late)
        yield words("overview.late") + "\n" + _list(late, by_number, words, _delay)
        yield words("overview.late-leads", leads=_leads(late, by_number, words))
    last = assessment.as_of + _AHEAD
    ahead = [v for v in assessment.tasks if v.state in _OPEN and v.due is not None and assessment.as_of <= v.due <= last]
    if ahead:
        ahead.sort(key=lambda verdict: verdict.due or last)
        yield words("overview.ahead", day=words.day(last)) + "\n" + _list(ahead, by_number, words, _state)


def _areas(assessment: Assessment, words: Words) -> str:
    ledger = assessment.ledger
    states = [state for state in TaskState if ledger.total.count(state)]
    heading = [words("overview.area"), words("overview.all"), *(words(f"state-short.{state.value}") for state in states)]

    def row(name: str, line: LedgerRow) -> list[str]:
        return [cut(name, _AREA_COLUMNS), str(line.tasks), *(str(line.count(state) or words("none")) for state in states)]

    named = [(words(f"area.{line.area.value if line.area else 'none'}"), line) for line in ledger.by_area]
    rows = [row(name, line) for name, line in (*named, (words("overview.whole"), ledger.total))]
    return table([heading, *rows], "l" + "r" * (1 + len(states)))


def _completion(assessment: Assessment, words: Words) -> Iterator[str]:
    for measurement in assessment.measurements:
        key = f"completion.{measurement.indicator}"
        if isinstance(measurement.value, Ratio) and words.known(key):
            ratio = measurement.value
            yield "  " + words(
                key,
                of=words(f"denominator.{ratio.of}"),
                part=words.number(ratio.numerator),
                whole=words.number(ratio.denominator),
                share=words.percent(ratio.fraction),
            )


def _delay(verdict: TaskVerdict, words: Words) -> str:
    key = "overview.silent-for" if verdict.state is TaskState.UNREPORTED else "overview.days-late"
    return words(key, days=words.number(verdict.days_late))


def _state(verdict: TaskVerdict, words: Words) -> str:
    return words(f"state.{verdict.state.value}")


def _list(
    verdicts: Sequence[TaskVerdict], tasks: dict[int, Task], words: Words, remark: Callable[[TaskVerdict, Words], str]
) -> str:
    rows = []
    for verdict in verdicts[:_MOST_ROWS]:
        task = tasks[verdict.task]
        waiting = verdict.waiting_for or task.lead
        rows.append([
            str(task.number),
            cut(task.title, _TITLE_COLUMNS),
            cut(words.names(waiting), _AGENCY_COLUMNS),
            words.day(verdict.due) if verdict.due else "",
            remark(verdict, words),
        ])  # fmt: skip
    more = len(verdicts) - len(rows)
    return table(rows, "rllrl") + (f"\n  {words('overview.more', more=words.number(more))}" if more else "")


def _leads(verdicts: Iterable[TaskVerdict], tasks: dict[int, Task], words: Words) -> str:
    counts = Counter(lead for verdict in verdicts for lead in (verdict.waiting_for or tasks[verdict.task].lead))
    return words.names(f"{cut(lead, _AGENCY_COLUMNS)} ({number})" for lead, number in counts.most_common(_MOST_ROWS // 2))


def _targets(plan: Plan, assessment: Assessment, words: Words) -> Iterator[str]:
    counts = Counter(verdict.verdict for verdict in assessment.targets)
    told = ", ".join(f"{words.number(counts[v])} {words(f'verdict.{v.value}')}" for v in Verdict if counts[v])
    yield words("overview.targets", all=words.number(len(plan.targets)), told=told)
    by_id = {target.id: target for target in plan.targets}
    troubled = [verdict for verdict in assessment.targets if verdict.verdict in _TROUBLED]
    if troubled:
        rows = [_target_row(by_id[verdict.target], verdict, words) for verdict in troubled[:_MOST_ROWS]]
        more = len(troubled) - len(rows)
        note = f"\n  {words('overview.more-targets', more=words.number(more))}" if more else ""
        yield words("overview.troubled") + "\n" + table(rows, "lllll") + note


def _target_row(target: Target, verdict: TargetVerdict, words: Words) -> list[str]:
    name = target.indicator + (f" ({target.scope})" if target.scope else "")
    return [
        target.id,
        cut(name, _TITLE_COLUMNS),
        words("overview.measured", measured=measured_text(target.requirement, verdict.measured, words)),
        words("overview.wanted", wanted=requirement_text(target.requirement, words)),
        words("overview.near-miss" if verdict.near_miss else f"verdict.{verdict.verdict.value}"),
    ]


def _reports(verdicts: Iterable[ReportVerdict], words: Words) -> str:
    rows = [
        [
            verdict.agency,
            words.period(verdict.period),
            words("overview.due", day=words.day(verdict.due)) if verdict.due else "",
            words("overview.received", day=words.day(verdict.received_on)) if verdict.received_on else "",
            words(f"report-state.{verdict.state.value}"),
        ]
        for verdict in verdicts
    ]
    return table(rows, "lllll")
