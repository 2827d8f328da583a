from datetime import date

import pytest

from cchc import (
    Amount,
    Area,
    AtLeast,
    Between,
    Complete,
    Continuous,
    Deadline,
    IncreaseBy,
    Measurement,
    Milestone,
    MoreThan,
    Percent,
    Period,
    Plan,
    Qualitative,
    RankUp,
    RankWithin,
    ReduceBy,
    Report,
    Requirement,
    Target,
    Task,
    TaskEvent,
    assess,
    regime,
)
from cchc.presenting.overview import overview
from cchc.presenting.requirements import measured_text, requirement_text
from cchc.presenting.words import LANGUAGES, words

VI = words("vi")
YEAR = Period.of_year(2024)


def task(number: int, due: date | None, lead: str = "Sở Nội vụ") -> Task:
    schedule = Deadline(due=due) if due else Continuous()
    return Task(number=number, title=f"Nhiệm vụ {number}", area=Area.STEERING, lead=(lead,), schedule=schedule)


def line_of(text: str, start: str) -> str:
    return next(line for line in text.splitlines() if line.split()[:1] == [start])


def test_tasks_are_counted_listed_and_their_leads_named() -> None:
    tasks = (
        *(task(number, date(2024, 3, number)) for number in range(1, 12)),
        task(20, None),
        task(21, date(2024, 10, 15)),
        Task(number=22, title="Không rõ lĩnh vực", schedule=Continuous()),
    )
    events = [TaskEvent(task=1, milestone=Milestone.STARTED, on=date(2024, 2, 1))]
    plan = Plan(title="Kế hoạch", period=YEAR, agency="UBND tỉnh", tasks=tasks)
    judged = assess(plan, progress=events, as_of=date(2024, 9, 30))
    text = overview(plan, judged, VI)
    assert "30/9/2024" in text
    assert VI("overview.days-late", days="213") in line_of(text, "1")
    assert VI("overview.silent-for", days="204") not in text  # the eighth and last of the list is 206 days late
    assert VI("overview.silent-for", days="206") in line_of(text, "8")
    assert VI("overview.more", more="3") in text
    assert "Sở Nội vụ (11)" in text
    assert "15/10/2024" in line_of(text, "21")
    assert VI("area.none") in text
    assert [line.split()[-3:] for line in text.splitlines() if line.strip().startswith(VI("overview.whole"))] == [
        ["10", "1", "2"]
    ]


def test_a_plan_with_nothing_late_and_nothing_ahead_lists_nothing() -> None:
    plan = Plan(title="Kế hoạch", period=YEAR, tasks=(task(1, None),))
    text = overview(plan, assess(plan, as_of=date(2024, 9, 30)), VI)
    assert VI("overview.late") not in text
    assert "31/10/2024" not in text  # the last day that the list of what is due soon would name
    assert VI("overview.whole") in text


def report(**values: Percent | bool) -> Report:
    measurements = tuple(Measurement(indicator=name, value=value, agency="UBND tỉnh") for name, value in values.items())
    return Report(period=YEAR, agency="UBND tỉnh", received_on=date(2024, 12, 15), measurements=measurements)


def test_targets_that_miss_are_listed_with_what_was_wanted() -> None:
    targets = tuple(Target(id=f"t{n}", indicator=f"Tỷ lệ {n}", requirement=MoreThan("98", "%")) for n in range(1, 11))
    plan = Plan(title="Kế hoạch", period=YEAR, agency="UBND tỉnh", targets=targets)
    figures = report(t1=Percent("98"), t2=Percent("97.999"), **{f"t{n}": Percent("50.5") for n in range(3, 11)})
    text = overview(plan, assess(plan, [figures], as_of=date(2024, 12, 31)), VI)
    assert [part for part in ("98%", "trên 98%") if part not in line_of(text, "t1")] == []
    assert "50,50%" in line_of(text, "t3")
    assert VI("overview.more-targets", more="2") in text


def test_a_near_miss_is_called_one() -> None:
    plan = Plan(
        title="Kế hoạch",
        period=YEAR,
        agency="UBND tỉnh",
        targets=(Target(id="t1", indicator="Tỷ lệ", scope="cấp xã", requirement=AtLeast("98", "%")),),
    )
    text = overview(plan, assess(plan, [report(t1=Percent("97.996"))], as_of=date(2024, 12, 31)), VI)
    assert VI("overview.near-miss") in line_of(text, "t1")
    assert VI("severity.warning") in text


def test_targets_that_do_well_are_only_counted() -> None:
    plan = Plan(
        title="Kế hoạch",
        period=YEAR,
        agency="UBND tỉnh",
        targets=(Target(id="t1", indicator="Đề án", requirement=Complete()),),
    )
    text = overview(plan, assess(plan, [report(t1=True)], as_of=date(2024, 12, 31)), VI)
    assert VI("overview.troubled") not in text
    assert VI("verdict.met") in text


def test_reports_owed_are_listed() -> None:
    plan = Plan(title="Kế hoạch", period=YEAR, agency="UBND tỉnh")
    late = Report(period=Period.quarter(2024, 1), agency="UBND tỉnh", received_on=date(2024, 3, 25))
    text = overview(plan, assess(plan, [late], as_of=date(2024, 4, 1), regime=regime("cchc-bnv")), VI)
    assert [part for part in ("20/3/2024", "25/3/2024", VI("report-state.late")) if part not in text] == []
    no_due = overview(plan, assess(plan, [late], as_of=date(2024, 4, 1), regime=regime("calendar-quarter")), VI)
    assert VI("report-state.received") in no_due


REQUIREMENTS: list[tuple[Requirement, list[str]]] = [
    (MoreThan("98", "%"), ["98%"]),
    (Between(least="50", most="80", unit="%"), ["50%", "80%"]),
    (ReduceBy(value="2.5", unit="%", baseline="2021", equivalent=Amount("15", "đơn vị")), ["2,5%", "2021", "15 đơn vị"]),
    (IncreaseBy(baseline="2024"), ["2024"]),
    (RankWithin(10), ["10"]),
    (RankUp(least=2, most=5, baseline="2024"), ["2", "5", "2024"]),
    (RankUp(least=2, most=5), ["2", "5"]),
    (Complete(), [VI("requirement.Complete")]),
    (Qualitative(), [VI("requirement.Qualitative")]),
]


@pytest.mark.parametrize(("requirement", "shown"), REQUIREMENTS)
def test_a_requirement_shows_its_figures(requirement: Requirement, shown: list[str]) -> None:
    text = requirement_text(requirement, VI)
    assert [part for part in shown if part not in text] == []
    assert all(requirement_text(requirement, words(language)) for language in LANGUAGES)


def test_what_was_measured_is_shown_in_the_unit_of_the_requirement() -> None:
    assert measured_text(AtLeast("98", "%"), None, VI) == VI("none")
    assert measured_text(AtLeast("98", "%"), Percent("97.996").value, VI) == "98,00%"
    assert measured_text(RankWithin(10), Percent("11").value, VI) == "11"
    assert measured_text(AtLeast("82", "nhóm"), Percent("82").value, VI) == "82 nhóm"


def test_the_gravest_findings_come_first_and_the_rest_are_counted() -> None:
    targets = tuple(Target(id=f"t{n}", indicator=f"Tỷ lệ {n}", requirement=AtLeast("98", "%")) for n in range(1, 11))
    counted = Target(id="t0", indicator="Số nhóm", requirement=AtLeast("82", "nhóm"))
    plan = Plan(title="Kế hoạch", period=YEAR, agency="UBND tỉnh", targets=(*targets, counted))
    figures = report(t0=Percent("90"), **{f"t{n}": Percent("97.996") for n in range(1, 11)})
    judged = assess(plan, [figures], as_of=date(2024, 12, 31))
    assert len(judged.findings) == 11
    listed = overview(plan, judged, VI).split(VI("overview.findings"))[1].strip().splitlines()
    assert len(listed) == 9
    assert VI("severity.error") in listed[0]
    assert VI("overview.more-findings", more="3") in listed[-1]
