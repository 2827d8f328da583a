"""Times of tasks that do not fit the plan or what is to be delivered (thời gian thực hiện).

What lies wholly before or after the plan's period is another plan's, but work that opens a year is done just before it, and
reports and scores of a year are made just after it.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.period import Period
from cchc.model.plan import Plan
from cchc.model.schedule import Compound, Continuous, Deadline, Schedule, Window
from cchc.model.task import Task
from cchc.model.text import plain
from cchc.rules.checking.paper import Paper

__all__ = ["check_periodic_deliverables", "check_periods"]

_NEAR = timedelta(days=120)
"""How long before its year a plan is prepared, and after its year accounted for."""
_PREPARES = re.compile(r"\b(?:kế hoạch|chương trình|dự toán|đăng ký)\b")
_ACCOUNTS = re.compile(
    r"\b(?:báo cáo|tổng hợp|tổng kết|đánh giá|chấm điểm|công bố|xếp loại|quyết toán|khảo sát|điều tra|khen thưởng|chỉ số)\b"
)
_PERIODIC = re.compile(
    r"\b(?:(?:hàng|hằng|mỗi|từng) (?:tuần|tháng|quý|năm|6 tháng|06 tháng)|định kỳ)\b(?! họp)"
    r"|\b0?[1-9] (?:tháng|quý|năm)/(?:lần|1 lần|01 lần)\b"
)
_FEW_DATED = 4


@frozen
class _Stretch:
    """The days that a dated schedule reaches over; None leaves a side open."""

    first: date | None
    last: date | None

    def outside(self, period: Period) -> bool:
        """Whether no day of it lies within the period."""
        return self.before(period) or (self.first is not None and self.first > period.end)

    def before(self, period: Period) -> bool:
        """Whether it is over when the period begins."""
        return self.last is not None and self.last < period.start


def check_periods(paper: Paper) -> Iterator[Finding]:
    """A task is to be done wholly before or after the plan's period.

    `time` is the time as stated, `period` the plan's. What recurs, goes on all the time, waits for an event or reaches into the
    period is not accused, nor is work that prepares the plan shortly before it or accounts for it shortly after, nor what was
    still to come on the day of the plan. Where most rows lie outside it is the period that is in doubt, and none is accused.
    """
    plan = paper.as_plan
    if plan is None or plan.period is None:
        return
    dated = [(task, stretches) for task in plan.tasks if (stretches := _dated(task.schedule))]
    strays = [(task, stretches) for task, stretches in dated if _is_astray(task, stretches, plan, plan.period)]
    if len(dated) >= _FEW_DATED and 2 * len(strays) > len(dated):
        return
    for task, stretches in strays:
        params = Parameters({"time": task.schedule_text or _days(stretches), "period": plan.period.code})
        yield _finding("task.outside-period", Severity.ERROR, task, params)


def check_periodic_deliverables(paper: Paper) -> Iterator[Finding]:
    """A deliverable comes out every month, quarter or year, and the task is to be done all the time, on no day.

    `deliverable` is the periodic one, `time` the time as stated: nobody can say when the deliverable is late. A time that names
    any date or frequency besides is not accused.
    """
    plan = paper.as_plan
    for task in plan.tasks if plan else ():
        periodic = next((text for text in task.deliverables if _PERIODIC.search(plain(text).casefold())), "")
        if periodic and isinstance(task.schedule, Continuous) and not _PERIODIC.search(plain(task.schedule_text).casefold()):
            params = Parameters({"deliverable": periodic, "time": task.schedule_text})
            yield _finding("task.periodic-deliverable", Severity.WARNING, task, params)


def _finding(code: str, severity: Severity, task: Task, params: Parameters) -> Finding:
    span = task.source.span if task.source else None
    return Finding(code=code, severity=severity, subject=f"tasks/{task.number}", params=params, span=span)


def _dated(schedule: Schedule) -> tuple[_Stretch, ...]:
    """The stretches of a schedule all of whose parts are dated; none of any other."""
    match schedule:
        case Window(start=start, end=end):
            return (_Stretch(start, end),)
        case Deadline(due=due):
            return (_Stretch(due, due),)
        case Compound(parts=parts):
            found = [_dated(part) for part in parts]
            return tuple(stretch for part in found for stretch in part) if all(found) else ()
        case _:
            return ()


def _is_astray(task: Task, stretches: tuple[_Stretch, ...], plan: Plan, period: Period) -> bool:
    """Whether a task is to be done wholly outside the period, and at no time that is usual all the same."""
    outside = all(one.outside(period) for one in stretches)
    return outside and not all(_belongs_still(task, one, plan, period) for one in stretches)


def _belongs_still(task: Task, stretch: _Stretch, plan: Plan, period: Period) -> bool:
    """Whether a time outside the period is a likely time of such work all the same."""
    words = plain(task.title).casefold()
    if stretch.before(period) and stretch.last is not None:
        to_come = plan.issued_on is not None and plan.issued_on <= stretch.last
        of_last_year = f"năm {period.year - 1}" in words and _ACCOUNTS.search(words) is not None
        return to_come or (stretch.last >= period.start - _NEAR and (of_last_year or _PREPARES.search(words) is not None))
    near = stretch.first is not None and stretch.first <= period.end + _NEAR
    return near and _ACCOUNTS.search(words) is not None


def _days(stretches: tuple[_Stretch, ...]) -> str:
    """The days of a schedule of data, which has no words of its own."""
    return "; ".join("/".join(dict.fromkeys(str(day) for day in (one.first, one.last) if day)) for one in stretches)
