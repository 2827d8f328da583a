"""The assessment as a whole: its laws, its ledger, its findings, and the tasks of a real plan."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import testing
from cchc.model import (
    Area,
    AtLeast,
    Compound,
    Conditional,
    Continuous,
    Deadline,
    Frequency,
    Measurement,
    Milestone,
    Operator,
    Percent,
    Period,
    PeriodKind,
    Plan,
    Progress,
    Qualitative,
    Ratio,
    Recurring,
    Regime,
    RegimePeriod,
    Report,
    ReportKind,
    Schedule,
    Target,
    Task,
    TaskEvent,
    Window,
)
from cchc.rules import Assessment, TaskState, Verdict, assess

YEAR = Period.of_year(2024)
PROVINCE, HOME, JUSTICE = "UBND tỉnh", "Sở Nội vụ", "Sở Tư pháp"
REGIME = Regime(
    id="bnv",
    title="Báo cáo CCHC",
    reports=(RegimePeriod(kind=ReportKind.FIRST_QUARTER, from_months=1, from_day=15, to_day=14, due_day=20),),
)


def day(text: str) -> date:
    return date.fromisoformat(f"2024-{text}")


def done(task: int, on: str, agency: str = "", period: str = "", subject: str = "") -> TaskEvent:
    return TaskEvent(
        task=task,
        milestone=Milestone.DONE,
        on=day(on),
        agency=agency,
        subject=subject,
        period=Period.parse(period) if period else None,
    )


def task(number: int, schedule: Schedule, area: Area | None = Area.PROCEDURES, lead: tuple[str, ...] = (HOME,)) -> Task:
    return Task(number=number, title=f"Nhiệm vụ {number}", schedule=schedule, area=area, lead=lead)


PLAN = Plan(
    title="Kế hoạch CCHC",
    period=YEAR,
    agency=PROVINCE,
    tasks=(
        task(1, Deadline(due=day("01-31"))),
        task(2, Deadline(due=day("02-28")), lead=(HOME, JUSTICE)),
        task(3, Deadline(due=day("03-31")), area=Area.DIGITAL),
        task(5, Window(end=day("12-31")), area=None, lead=()),
        task(8, Continuous()),
        task(9, Recurring(frequency=Frequency.MONTHLY)),
    ),
)
PROGRESS = (done(1, "01-20"), done(2, "03-05"), done(5, "02-01"))


def ratios(found: Assessment, agency: str = PROVINCE) -> dict[tuple[str, str], tuple[int, int]]:
    return {
        (m.indicator, m.value.of): (int(m.value.numerator), int(m.value.denominator))
        for m in found.measurements
        if m.agency == agency and isinstance(m.value, Ratio)
    }


def test_completion_is_told_over_each_denominator() -> None:
    found = ratios(assess(PLAN, progress=PROGRESS, as_of=day("04-15")))
    assert found["tasks.completed", "all-tasks"] == (3, 6)
    assert found["tasks.completed", "dated-tasks"] == (3, 5)
    assert found["tasks.completed", "tasks-due"] == (2, 4)
    assert found["tasks.on-time", "tasks-due"] == (1, 4)
    assert found["tasks.late", "tasks-due"] == (1, 4)
    assert found["tasks.overdue", "tasks-due"] == (2, 4)
    assert found["tasks.completed/digital", "all-tasks"] == (0, 1)
    # Three deadlines and three months are past; one of the six was met in time.
    assert found["occurrences.on-time", "occurrences-due"] == (1, 6)


def test_work_of_several_times_is_due_while_one_is_missed_and_counted_time_by_time() -> None:
    plan = Plan(title="Kế hoạch", period=YEAR, agency=PROVINCE, tasks=(task(1, Recurring(frequency=Frequency.MONTHLY)),))
    kept = (done(1, "01-31"), done(1, "02-29"), done(1, "04-02", period="2024-M03"))
    stopped = TaskEvent(task=1, milestone=Milestone.CANCELLED, on=day("04-05"), period=Period.month(2024, 4))

    def told(*events: TaskEvent, as_of: str) -> tuple[tuple[int, int], tuple[int, int]]:
        found = ratios(assess(plan, progress=events, as_of=day(as_of)))
        return found["tasks.on-time", "tasks-due"], found["occurrences.on-time", "occurrences-due"]

    assert told(*kept[:2], as_of="03-30") == ((0, 0), (2, 2))
    assert told(*kept[:2], as_of="04-01") == ((0, 1), (2, 3))
    assert told(*kept, stopped, as_of="05-01") == ((0, 0), (2, 3))


def test_a_progress_file_is_taken_whole() -> None:
    file = Progress(note="Sổ theo dõi", events=PROGRESS)
    assert assess(PLAN, progress=file, as_of=day("04-15")) == assess(PLAN, progress=PROGRESS, as_of=day("04-15"))


def test_completion_of_each_lead() -> None:
    found = assess(PLAN, progress=PROGRESS, as_of=day("04-15"))
    assert ratios(found, HOME)["tasks.completed/lead", "tasks-due"] == (2, 4)
    assert ratios(found, JUSTICE)["tasks.completed/lead", "all-tasks"] == (1, 1)
    assert {m.period for m in found.measurements} == {YEAR}
    assert {m.as_of for m in found.measurements} == {day("04-15")}


def test_the_ledger_has_a_row_for_each_area_and_lead_in_the_plan_s_order() -> None:
    ledger = assess(PLAN, progress=PROGRESS, as_of=day("04-15")).ledger
    assert (ledger.total.tasks, ledger.total.count(TaskState.DONE), ledger.total.count(TaskState.UNREPORTED)) == (6, 2, 2)
    assert [(row.area, row.tasks) for row in ledger.by_area] == [(Area.PROCEDURES, 4), (Area.DIGITAL, 1), (None, 1)]
    assert [(row.lead, row.tasks) for row in ledger.by_lead] == [(HOME, 5), (JUSTICE, 1), ("", 1)]


def test_reports_in_time_are_measured() -> None:
    reports = [Report(period=Period.quarter(2024, 1), agency=HOME, received_on=day("03-20"))]
    found = assess(PLAN, reports, as_of=day("04-01"), regime=REGIME, reporters=(JUSTICE,))
    assert [(v.agency, v.state.value) for v in found.reporting] == [
        (PROVINCE, "missing"),
        (JUSTICE, "missing"),
        (HOME, "on_time"),
    ]
    assert ratios(found)["reports.on-time", "reports-due"] == (1, 3)
    assert ratios(found, HOME)["reports.on-time/reporter", "reports-due"] == (1, 1)
    assert assess(PLAN, reports, as_of=day("04-01")).reporting == ()


def test_events_for_a_row_that_the_plan_does_not_have() -> None:
    events = (done(6, "01-05"), done(6, "01-06"), done(40, "01-05"), done(99, "05-01"))
    found = assess(PLAN, progress=events, as_of=day("02-01")).findings
    assert [(f.code, f.subject, f.params["near"], f.params["events"]) for f in found] == [
        ("progress.unknown-task", "tasks/6", (5, 8), 2),
        ("progress.unknown-task", "tasks/40", (9,), 1),
    ]


def test_events_that_settle_nothing_are_said() -> None:
    events = (
        done(9, "01-31", period="2023"),
        done(8, "01-31", period="2023"),
        done(1, "01-20", "Sở Y tế"),
        done(2, "02-20", HOME),
    )
    triggered = TaskEvent(task=3, milestone=Milestone.TRIGGERED, on=day("01-20"), agency="Sở Y tế")
    found = assess(PLAN, progress=(*events, triggered), as_of=day("02-25")).findings
    assert [(f.code, f.subject) for f in found] == [
        ("progress.agency-not-lead", "tasks/1"),
        ("progress.unknown-period", "tasks/9"),
    ]
    assert (found[0].params["agencies"], found[1].params["periods"]) == (("Sở Y tế",), ("2023",))


def test_events_of_a_part_that_the_schedule_does_not_name() -> None:
    parts = tuple(Window(end=day("12-31"), subject=name) for name in ("Dự toán", "Quyết toán"))
    either = Compound(operator=Operator.OR, parts=(Deadline(due=day("06-30")), Continuous()), subject="Thẩm định")
    plan = Plan(
        title="Kế hoạch",
        period=YEAR,
        tasks=(
            task(1, Compound(operator=Operator.PER_SUBJECT, parts=(*parts, either))),
            task(2, Deadline(due=day("06-30"))),
        ),
    )
    events = (
        done(1, "02-01", subject="dự  toán"),
        done(1, "02-01", subject="thẩm định"),
        done(1, "02-02", subject="quyêt toan"),
        done(1, "02-03", subject="Kiểm kê"),
        done(2, "02-01", subject="Cấp xã"),
    )
    found = assess(plan, progress=events, as_of=day("02-25")).findings
    known = ("Dự toán", "Quyết toán", "Thẩm định")
    assert [(f.code, f.subject, f.params["subjects"], f.params["known"], f.params["near"]) for f in found] == [
        ("progress.unknown-subject", "tasks/1", ("Kiểm kê", "quyêt toan"), known, ("", "Quyết toán")),
        ("progress.unknown-subject", "tasks/2", ("Cấp xã",), (), ("",)),
    ]  # fmt: skip
    assert [verdict.state.value for verdict in assess(plan, progress=events, as_of=day("02-25")).tasks] == ["in_progress"] * 2


def figures(*indicators: str, agency: str = PROVINCE) -> Report:
    measurements = tuple(Measurement(indicator=name, value=Percent(88)) for name in indicators)
    return Report(period=YEAR, agency=agency, received_on=day("12-20"), measurements=measurements)


def unknown_indicators(targets: tuple[Target, ...], *reports: Report, as_of: str = "12-31") -> list[tuple[object, ...]]:
    plan = Plan(title="Kế hoạch", period=YEAR, agency=PROVINCE, targets=targets)
    found = [f for f in assess(plan, reports, as_of=day(as_of)).findings if f.code == "target.unknown-indicator"]
    return [tuple(f.params[name] for name in ("indicator", "figures", "near", "near_indicator")) for f in found]


SATISFIED = Target(id="c", indicator="Mức độ hài lòng", requirement=AtLeast(90, "%"))


def test_figures_that_measure_no_target_are_said_once_each_in_the_order_of_their_names() -> None:
    reports = figures("Mức độ hài lòg", "MỨC ĐỘ hài lòng", "C"), figures("mức độ  hài lòg", "Biên chế", agency=HOME)
    expected = [("Biên chế", 1, "", ""), ("Mức độ hài lòg", 2, "c", "Mức độ hài lòng")]
    assert unknown_indicators((SATISFIED,), *reports) == expected
    assert unknown_indicators((SATISFIED,), *reversed(reports)) == expected
    assert unknown_indicators((SATISFIED,), *reports, as_of="12-19") == []
    assert unknown_indicators((), *reports) == []


def test_numbered_codes_are_a_scorecard_s_where_the_plan_numbers_no_target() -> None:
    assert unknown_indicators((SATISFIED,), figures("2.1.3", "II.1", "2/x", "d")) == [
        ("2/x", 1, "", ""),
        ("d", 1, "", ""),
    ]
    numbered = Target(id="2.1.a", indicator="Hồ sơ số hóa", requirement=AtLeast(80, "%"))
    assert unknown_indicators((SATISFIED, numbered), figures("2.1.3")) == [("2.1.3", 1, "2.1.a", "Hồ sơ số hóa")]


def test_a_bare_name_that_speaks_of_no_one_scope_measures_nothing() -> None:
    scoped = tuple(
        Target(id=f"{n}", indicator="Mức độ hài lòng", scope=scope, requirement=AtLeast(90, "%"))
        for n, scope in enumerate(("đất đai", "hộ tịch"))
    )
    assert unknown_indicators(scoped, figures("Mức độ hài lòng")) == [("Mức độ hài lòng", 1, "0", "Mức độ hài lòng")]


def test_steady_parts_take_any_period() -> None:
    mixed = Compound(operator=Operator.AND, parts=(Continuous(), Recurring(frequency=Frequency.MONTHLY)))
    plan = Plan(title="Kế hoạch", period=YEAR, tasks=(task(1, mixed), task(2, Conditional(trigger="Khi có yêu cầu"))))
    events = (done(1, "01-31", period="2023"), done(2, "01-31", period="2023"))
    assert assess(plan, progress=events, as_of=day("02-25")).findings == ()


def test_a_rule_that_fails_on_one_item_leaves_the_others() -> None:
    broken = task(7, cast("Schedule", "mai"))
    target = Target(id="1", indicator="a", requirement=Qualitative())
    unreadable = Target(id="2", indicator="b", requirement=cast("Qualitative", "cao"))
    plan = Plan(title="Kế hoạch", period=YEAR, tasks=(broken, PLAN.tasks[0]), targets=(unreadable, target))
    found = assess(plan, as_of=day("01-01"))
    assert [(f.code, f.subject) for f in found.findings] == [("rule.crashed", "tasks/7"), ("rule.crashed", "targets/2")]
    assert [verdict.task for verdict in found.tasks] == [1]
    assert [verdict.target for verdict in found.targets] == ["1"]
    assert (found.ledger.total.tasks, found.ledger.total.unjudged) == (2, 1)


def test_a_name_shared_by_several_scopes_speaks_of_the_whole() -> None:
    whole = Target(id="c.1", indicator="Mức độ hài lòng", requirement=AtLeast(90, "%"))
    land = Target(id="c.2", indicator="Mức độ hài lòng", scope="đất đai", requirement=AtLeast(85, "%"))
    alone = Target(id="d", indicator="Hồ sơ số hóa", scope="cấp xã", requirement=AtLeast(80, "%"))
    plan = Plan(title="Kế hoạch", period=YEAR, agency=PROVINCE, targets=(whole, land, alone))

    def judged(*measurements: Measurement) -> list[Verdict]:
        report = Report(period=YEAR, agency=PROVINCE, received_on=day("12-20"), measurements=measurements)
        return [verdict.verdict for verdict in assess(plan, [report], as_of=day("12-31")).targets]

    general, digitised = (Measurement(indicator=name, value=Percent(88)) for name in ("Mức độ hài lòng", "Hồ sơ số hóa"))
    assert judged(general, digitised) == [Verdict.MISSED, Verdict.UNREPORTED, Verdict.MET]
    assert judged(general, Measurement(indicator="C.2", value=Percent(88)))[1] is Verdict.MET


TARGETS = tuple(Target(id=name, indicator=name, requirement=AtLeast(50, "%")) for name in ("x", "y"))


def _days() -> st.SearchStrategy[date]:
    return testing.days(date(2023, 12, 1), date(2025, 2, 1))


def _reports() -> st.SearchStrategy[list[Report]]:
    measurement = st.builds(
        Measurement,
        indicator=st.sampled_from(("x", "y")),
        value=testing.ratios(of="hồ sơ") | testing.percents() | testing.absents(),
        agency=st.sampled_from(("", HOME)),
    )
    report = st.builds(
        Report,
        period=st.sampled_from((YEAR, Period.quarter(2024, 1), Period.half(2024, 1))),
        agency=st.sampled_from((PROVINCE, HOME, JUSTICE)),
        received_on=_days(),
        measurements=st.lists(measurement, max_size=2).map(tuple),
    )
    return st.lists(report, max_size=5)


def _events() -> st.SearchStrategy[list[TaskEvent]]:
    event = st.builds(
        TaskEvent,
        task=st.integers(1, 10),
        milestone=st.sampled_from(Milestone),
        on=_days(),
        agency=st.sampled_from(("", HOME, JUSTICE)),
        period=st.none() | testing.periods(PeriodKind.MONTH, PeriodKind.QUARTER),
    )
    return st.lists(event, max_size=8)


def _assess(reports: list[Report], events: list[TaskEvent], as_of: date) -> Assessment:
    plan = Plan(title=PLAN.title, period=YEAR, agency=PROVINCE, tasks=PLAN.tasks, targets=TARGETS)
    return assess(plan, reports, progress=events, as_of=as_of, regime=REGIME)


@pytest.mark.law
@given(_reports(), _events(), _days())
def test_what_becomes_known_later_changes_nothing(reports: list[Report], events: list[TaskEvent], as_of: date) -> None:
    known_reports = [report for report in reports if report.known_on <= as_of]
    known_events = [event for event in events if event.known_on <= as_of]
    assert _assess(reports, events, as_of) == _assess(known_reports, known_events, as_of)


@pytest.mark.law
@given(
    _reports().flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))),
    _events().flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))),
    _days(),
)
def test_the_order_of_reports_and_events_changes_nothing(
    reports: tuple[list[Report], list[Report]], events: tuple[list[TaskEvent], list[TaskEvent]], as_of: date
) -> None:
    assert _assess(reports[0], events[0], as_of) == _assess(reports[1], events[1], as_of)


@pytest.mark.law
@given(testing.plans(), _events(), _days())
def test_the_ledger_balances(plan: Plan, events: list[TaskEvent], as_of: date) -> None:
    found = assess(plan, progress=events, as_of=as_of)
    ledger = found.ledger
    assert ledger.total.tasks == len(plan.tasks) == len(found.tasks)
    for row in (ledger.total, *ledger.by_area, *ledger.by_lead):
        assert sum(row.count(state) for state in TaskState) + row.unjudged == row.tasks
    for state in TaskState:
        assert sum(row.count(state) for row in ledger.by_area) == ledger.total.count(state)
    assert sum(row.tasks for row in ledger.by_lead) >= ledger.total.tasks


@pytest.mark.law
@given(testing.plans(), _events(), _days())
def test_what_was_due_is_in_time_late_overdue_or_on_its_last_day(plan: Plan, events: list[TaskEvent], as_of: date) -> None:
    found = assess(plan, progress=events, as_of=as_of)
    told = {m.indicator: m.value for m in found.measurements if isinstance(m.value, Ratio) and m.value.of == "tasks-due"}
    settled = sum(told[f"tasks.{what}"].numerator for what in ("on-time", "late", "overdue"))
    last_day = sum(v.due == as_of and v.state in (TaskState.NOT_DUE, TaskState.IN_PROGRESS) for v in found.tasks)
    assert settled + last_day == told["tasks.completed"].denominator
    assert told["tasks.completed"].numerator == told["tasks.on-time"].numerator + told["tasks.late"].numerator


Data = Mapping[str, object]


def _schedule(data: Data) -> Schedule:
    subject = str(data.get("subject", ""))

    def when(name: str) -> date | None:
        return date.fromisoformat(str(data[name])) if data.get(name) else None

    match data["kind"]:
        case "continuous":
            return Continuous(subject=subject)
        case "window":
            return Window(start=when("start"), end=when("end"), subject=subject)
        case "deadline":
            return Deadline(due=date.fromisoformat(str(data["due"])), subject=subject)
        case "recurring":
            return Recurring(frequency=Frequency(data["freq"]), subject=subject)
        case "conditional":
            return Conditional(trigger=str(data["trigger"]), subject=subject)
    operator = Operator(str(data["op"]).replace("_", "-"))
    return Compound(operator=operator, parts=tuple(map(_schedule, cast("list[Data]", data["parts"]))))


@pytest.fixture(scope="module")
def plan_2024(shared: Path) -> Plan:
    rows = json.loads((shared / "gold" / "tasks_2024_rows_1_60.json").read_text(encoding="utf-8"))
    return Plan(
        title="Phụ lục nhiệm vụ CCHC năm 2024",
        period=YEAR,
        tasks=tuple(
            Task(number=row["no"], title=row["activity"], schedule=_schedule(row["schedule"]), lead=tuple(row["lead_norm"]))
            for row in rows
        ),
    )


@pytest.mark.parametrize(
    ("as_of", "unreported"),
    [
        ("01-31", []),
        # Row 49 may be done monthly, quarterly or yearly, so January binds nobody; row 32 has a part due every month.
        ("02-01", [12, 32, 39, 55]),
        ("04-01", [5, 12, 32, 39, 55]),
        ("06-01", [5, 12, 26, 32, 39, 55]),
        ("07-01", [5, 12, 15, 26, 32, 39, 55, 57]),
        ("09-16", [5, 12, 15, 26, 32, 39, 40, 55, 57]),
        ("10-01", [5, 12, 15, 26, 32, 39, 40, 54, 55, 57]),
        ("12-31", [5, 12, 15, 26, 32, 39, 40, 54, 55, 57]),
    ],
)
def test_the_real_tasks_of_2024_in_silence(plan_2024: Plan, as_of: str, unreported: list[int]) -> None:
    found = assess(plan_2024, as_of=day(as_of))
    assert [verdict.task for verdict in found.tasks if verdict.state is TaskState.UNREPORTED] == unreported
    assert found.ledger.total.count(TaskState.CONTINUOUS) == 26
    assert found.ledger.total.count(TaskState.UNTRIGGERED) == 17
    assert found.findings == ()


def test_the_real_tasks_of_2024_over_three_denominators(plan_2024: Plan) -> None:
    events = (done(5, "03-20"), done(26, "06-10"), done(39, "01-31"), done(57, "06-15"), done(15, "05-15"))
    found = ratios(assess(plan_2024, progress=events, as_of=day("07-01")), agency="")
    assert found["tasks.completed", "all-tasks"] == (4, 60)
    assert found["tasks.completed", "dated-tasks"] == (4, 17)
    assert found["tasks.completed", "tasks-due"] == (4, 7)
    assert found["tasks.on-time", "tasks-due"] == (3, 7)
    assert found["tasks.late", "tasks-due"] == (1, 7)
