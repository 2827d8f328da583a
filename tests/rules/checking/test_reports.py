"""What the rules of reports accuse beside a plan and earlier reports, and what they leave alone."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cchc import (
    AtLeast,
    Citation,
    Continuous,
    Count,
    Deadline,
    Finding,
    Measurement,
    Percent,
    Period,
    Plan,
    Points,
    Qualitative,
    Quantity,
    Report,
    Schedule,
    Severity,
    Statement,
    Target,
    Task,
    Window,
    check,
    read,
)
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.report_mentions import check_targets_mentioned, check_tasks_mentioned
from cchc.rules.checking.report_plan import check_plan_named
from cchc.rules.checking.reports import REPORTS

YEAR, HALF, QUARTER = Period.of_year(2025), Period.half(2025, 1), Period.quarter(2025, 1)
AGENCY = "UBND tỉnh Hà Long"
COUNTED = "đã tiếp nhận hồ sơ thủ tục hành chính"


def figure(name: str, value: Quantity, period: Period = YEAR, *, qualifier: str = "") -> Measurement:
    return Measurement(indicator=name, value=value, agency=AGENCY, period=period, qualifier=qualifier)


def report(
    *figures: Measurement, period: Period | None = YEAR, says: Iterable[str] = (), cites: Iterable[Citation] = ()
) -> Report:
    statements = tuple(Statement(text=text) for text in says)
    return Report(period=period, agency=AGENCY, measurements=figures, statements=statements, citations=tuple(cites))


def plan(*targets: Target, tasks: tuple[Task, ...] = (), period: Period | None = YEAR, symbol: str = "") -> Plan:
    return Plan(title="Kế hoạch", period=period, agency=AGENCY, targets=targets, tasks=tasks, symbol=symbol)


def target(text: str, *, due: date | None = None) -> Target:
    return Target(id="1", indicator=text, requirement=AtLeast("90", "%"), text=text, due=due)


def task(title: str, schedule: Schedule, *deliverables: str) -> Task:
    return Task(number=1, title=title, schedule=schedule, deliverables=deliverables)


def beside_a_plan(of: Report, on: Plan) -> tuple[Finding, ...]:
    return check(of, plan=on, rules=REPORTS)


def after(now: Report, *earlier: Report) -> tuple[Finding, ...]:
    return check(now, previous=earlier, rules=REPORTS)


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


# -- laws ---------------------------------------------------------------


@pytest.mark.law
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_what_is_counted_since_january_is_accused_when_it_shrinks_and_only_then(before: int, now: int) -> None:
    findings = after(
        report(figure(COUNTED, Count(now, "hồ sơ"))), report(figure(COUNTED, Count(before, "hồ sơ"), HALF), period=HALF)
    )
    assert codes(findings) == (["report.contradicts-previous"] if now < before else [])


@pytest.mark.law
@given(
    st.lists(st.sampled_from(["Tỷ lệ hồ sơ đúng hạn", "Tỷ lệ văn bản đi được ký số", "Xây dựng nhà văn hóa thôn"]), max_size=3)
)
def test_a_report_that_repeats_its_plan_mentions_everything(names: list[str]) -> None:
    targets = tuple(evolve(target(name), id=str(at)) for at, name in enumerate(names))
    tasks = tuple(evolve(task(name, Deadline(due=date(2025, 6, 30))), number=at) for at, name in enumerate(names, 1))
    assert beside_a_plan(report(says=names), plan(*targets, tasks=tasks)) == ()


# -- what is not mentioned ----------------------------------------------


def test_a_target_that_nothing_speaks_of() -> None:
    (finding,) = beside_a_plan(
        report(says=["Bộ phận Một cửa hoạt động ổn định."]), plan(target("Tỷ lệ hồ sơ trực tuyến toàn trình"))
    )
    assert (finding.code, finding.severity, finding.subject) == ("report.target-unmentioned", Severity.INFO, "targets/1")
    assert finding.params["due"] == date(2025, 12, 31)


@pytest.mark.parametrize(
    "said",
    [
        "Tỷ lệ hồ sơ TTHC xử lý hoàn toàn trực tuyến còn thấp.",
        "Việc nộp hồ sơ trực tuyến mức độ 4 được người dân quan tâm.",
    ],
)
def test_other_words_for_it_are_a_mention(said: str) -> None:
    assert beside_a_plan(report(says=[said]), plan(target("Tỷ lệ hồ sơ trực tuyến toàn trình"))) == ()


def test_a_figure_is_a_mention() -> None:
    one = figure("hồ sơ được xử lý hoàn toàn trực tuyến", Percent("71"))
    assert beside_a_plan(report(one, says=["Kết quả."]), plan(target("Tỷ lệ hồ sơ trực tuyến toàn trình"))) == ()


@pytest.mark.parametrize(
    ("one", "period"),
    [
        (target("Tỷ lệ hồ sơ trực tuyến toàn trình"), HALF),
        (target("Tỷ lệ hồ sơ trực tuyến toàn trình", due=date(2026, 1, 31)), YEAR),
        (evolve(target("Nâng cao đạo đức công vụ"), requirement=Qualitative()), YEAR),
        (target("Tỷ lệ"), YEAR),
    ],
)
def test_targets_that_are_not_due_or_measure_nothing(one: Target, period: Period) -> None:
    assert beside_a_plan(report(period=period, says=["Kết quả."]), plan(one)) == ()


@pytest.mark.parametrize(
    ("schedule", "accused"),
    [
        (Deadline(due=date(2025, 6, 30)), True),
        (Window(start=date(2025, 4, 1), end=date(2025, 6, 30)), True),
        (Window(start=date(2025, 4, 1)), False),
        (Deadline(due=date(2026, 6, 30)), False),
        (Continuous(), False),
    ],
)
def test_a_task_that_nothing_speaks_of(schedule: Schedule, accused: bool) -> None:
    on = plan(tasks=(task("Xây dựng Đề án sắp xếp đơn vị sự nghiệp", schedule, "Đề án sắp xếp"),))
    findings = beside_a_plan(report(says=["Bộ phận Một cửa hoạt động ổn định."]), on)
    assert codes(findings) == (["report.task-unmentioned"] if accused else [])


def test_a_task_is_mentioned_by_its_result() -> None:
    on = plan(tasks=(task("Tham mưu cho lãnh đạo", Deadline(due=date(2025, 6, 30)), "Đề án sắp xếp đơn vị sự nghiệp"),))
    assert beside_a_plan(report(says=["Đã trình Đề án sắp xếp các đơn vị sự nghiệp."]), on) == ()
    nameless = plan(tasks=(task("", Deadline(due=date(2025, 6, 30))),))
    assert beside_a_plan(report(says=["Kết quả."]), nameless) == ()


def test_nothing_is_missed_in_a_report_that_says_nothing_or_not_of_when() -> None:
    on = plan(target("Tỷ lệ hồ sơ đúng hạn"), tasks=(task("Xây dựng Đề án", Deadline(due=date(2025, 6, 30))),))
    assert beside_a_plan(report(), on) == ()
    assert beside_a_plan(report(period=None, says=["Kết quả."]), on) == ()
    for rule in (check_targets_mentioned, check_tasks_mentioned, check_plan_named):
        assert list(rule(Paper(subject=on))) == []


def test_a_plan_without_a_period_tells_what_is_due_by_its_own_days() -> None:
    dated, open_ = target("Tỷ lệ hồ sơ đúng hạn", due=date(2025, 6, 30)), evolve(target("Tỷ lệ văn bản ký số"), id="2")
    findings = beside_a_plan(report(says=["Bộ phận Một cửa hoạt động."]), plan(dated, open_, period=None))
    assert [finding.subject for finding in findings] == ["targets/1"]


# -- the plan it reports on ---------------------------------------------


def cited(symbol: str, title: str = "cải cách hành chính năm 2025") -> Citation:
    return Citation(symbol=symbol, title=title)


def test_a_report_of_another_year() -> None:
    (finding,) = beside_a_plan(report(says=["Kết quả."]), plan(target("Tỷ lệ hồ sơ đúng hạn"), period=Period.of_year(2024)))
    assert (finding.code, finding.severity) == ("report.wrong-plan", Severity.ERROR)
    assert (finding.params["stated"], finding.params["expected"]) == ("2025", "2024")


@pytest.mark.parametrize(
    ("cites", "accused"),
    [
        ([cited("21/KH-UBND")], True),
        ([cited("21/KH-UBND", "CCHC nhà nước tỉnh Hà Long năm 2025")], True),
        ([cited("12/KH-UBND"), cited("21/KH-UBND")], False),
        ([cited("21/KH-UBND", "kiểm tra cải cách hành chính năm 2025")], False),
        ([cited("21/KH-UBND", "cải cách hành chính năm 2024")], False),
        ([cited("21/KH-UBND", "cải cách hành chính giai đoạn 2021 - 2025")], False),
        ([cited("21/KH-SNV")], False),
        ([cited("21/QĐ-UBND")], False),
        ([], False),
    ],
)
def test_a_report_that_names_another_plan(cites: list[Citation], accused: bool) -> None:
    findings = beside_a_plan(report(cites=cites), plan(symbol="12/KH-UBND"))
    assert codes(findings) == (["report.wrong-plan"] if accused else [])


def test_without_a_symbol_or_a_year_no_plan_is_wrong() -> None:
    other = report(cites=[cited("21/KH-UBND")])
    assert beside_a_plan(other, plan()) == ()
    assert beside_a_plan(other, plan(symbol="12/KH-UBND", period=None)) == ()
    assert beside_a_plan(other, plan(symbol="12/KH-UBND", period=Period.span(2021, 2025))) == ()


# -- earlier reports ----------------------------------------------------


def test_a_smaller_count_says_both_values_and_the_earlier_period() -> None:
    before = report(figure(COUNTED, Count(500, "hồ sơ"), QUARTER), period=QUARTER)
    (finding,) = after(report(figure(COUNTED, Count(400, "hồ sơ"))), before)
    assert (finding.severity, finding.params["period"]) == (Severity.WARNING, "2025-Q1")
    assert (finding.params["stated"], finding.params["before"]) == (Count(400, "hồ sơ"), Count(500, "hồ sơ"))
    said = f"Lũy kế {COUNTED}"
    (certain,) = after(
        report(figure(said, Count(400, "hồ sơ"))), report(figure(said, Count(500, "hồ sơ"), QUARTER), period=QUARTER)
    )
    assert certain.severity is Severity.ERROR


def test_a_period_that_had_ended_has_one_value() -> None:
    name, last = "Chỉ số PAR INDEX của tỉnh", Period.of_year(2024)
    before = report(figure(name, Points("86.24"), last), period=HALF)
    (finding,) = after(report(figure(name, Points("86.42"), last)), before)
    assert (finding.code, finding.severity) == ("report.contradicts-previous", Severity.ERROR)
    assert after(report(figure(name, Points("86.24"), last)), before) == ()


@pytest.mark.parametrize(
    ("name", "now", "then"),
    [
        ("hồ sơ đang giải quyết tại Bộ phận Một cửa", Count(5, "hồ sơ"), Count(9, "hồ sơ")),
        ("TTHC thuộc thẩm quyền giải quyết của tỉnh", Count(5, "TTHC"), Count(9, "TTHC")),
        ("Tỷ lệ hồ sơ tiếp nhận trực tuyến", Percent("50"), Percent("60")),
        ("đơn vị sự nghiệp công lập trực tiếp quản lý", Count(5, "đơn vị"), Count(9, "đơn vị")),
        ("ban hành", Count(5, "văn bản"), Count(9, "văn bản")),
        (COUNTED, Count(5, "hồ sơ"), Count(9, "lượt")),
        (COUNTED, Percent("5"), Count(9, "hồ sơ")),
    ],
)
def test_what_may_rise_and_fall_or_is_another_thing(name: str, now: Quantity, then: Quantity) -> None:
    assert after(report(figure(name, now)), report(figure(name, then, HALF), period=HALF)) == ()


def test_names_that_stand_twice_hedged_figures_and_other_units_are_left_alone() -> None:
    then = report(figure(COUNTED, Count(900, "hồ sơ"), HALF), period=HALF)
    one = figure(COUNTED, Count(5, "hồ sơ"))
    assert after(report(one, figure(COUNTED, Count(6, "hồ sơ"))), then) == ()
    assert after(report(figure(COUNTED, Count(5, "hồ sơ"), qualifier="gần")), then) == ()
    assert after(report(figure("chưa rõ nội dung gì", Count(5, "hồ sơ"))), then) == ()
    month = figure(COUNTED, Count(5, "hồ sơ"), Period.month(2025, 12))
    assert after(report(month), then) == ()


@pytest.mark.parametrize(
    "earlier",
    [
        report(figure(COUNTED, Count(900, "hồ sơ"), Period.of_year(2024)), period=Period.of_year(2024)),
        report(figure(COUNTED, Count(900, "hồ sơ"))),
        report(figure(COUNTED, Count(900, "hồ sơ")), period=None),
        evolve(report(figure(COUNTED, Count(900, "hồ sơ"), HALF), period=HALF), agency="UBND tỉnh Hà Sơn"),
    ],
)
def test_only_earlier_reports_of_the_agency_and_year_are_compared(earlier: Report) -> None:
    assert after(report(figure(COUNTED, Count(5, "hồ sơ"))), earlier) == ()


def test_the_real_report_beside_a_plan_of_another_year(shared: Path) -> None:
    on = read(shared / "documents" / "ke-hoach-2023-ocr.txt").plan
    of = read(shared / "documents" / "bao-cao-2022-6-thang-dau-nam.txt")
    assert codes(check(of, plan=on, rules=REPORTS)) == ["report.wrong-plan"]
