"""Whether reports came in, and in time."""

from datetime import date

import pytest

from cchc.model import Calendar, InvalidInput, Period, Regime, RegimePeriod, Report, ReportKind
from cchc.rules import judge_reporting, reporting_windows

PROVINCE, HOME, JUSTICE = "UBND tỉnh", "Sở Nội vụ", "Sở Tư pháp"
YEAR = Period.of_year(2024)
BNV = Regime(
    id="bnv",
    title="Báo cáo CCHC",
    reports=(
        RegimePeriod(kind=ReportKind.FIRST_QUARTER, from_months=1, from_day=15, to_day=14, due_day=20),
        RegimePeriod(kind=ReportKind.FIRST_HALF, from_months=1, from_day=15, to_day=14, due_day=20),
        RegimePeriod(kind=ReportKind.YEAR, from_months=1, from_day=15, to_day=14, due_day=20),
    ),
)
IN_TWO_WORKING_DAYS = Regime(
    id="nd",
    title="Báo cáo định kỳ",
    reports=(RegimePeriod(kind=ReportKind.FIRST_HALF, from_months=1, from_day=15, to_day=14, due_working_days=2),),
)
CALENDAR = Calendar(
    id="t",
    first=date(2024, 1, 1),
    last=date(2024, 12, 31),
    days=(),
    official_from=date(2024, 1, 1),
    official_to=date(2024, 12, 31),
)


def received(agency: str, period: str, on: str) -> Report:
    return Report(period=Period.parse(period), agency=agency, received_on=date.fromisoformat(f"2024-{on}"))


def states(
    *reports: Report, as_of: str, regime: Regime = BNV, reporters: tuple[str, ...] = ()
) -> list[tuple[str, str, str, int]]:
    found = judge_reporting(
        reports,
        regime=regime,
        plan_period=YEAR,
        as_of=date.fromisoformat(f"2024-{as_of}"),
        reporters=reporters,
        calendar=CALENDAR,
    )
    return [(verdict.agency, verdict.period.code, verdict.state.value, verdict.days_late) for verdict in found]


def test_each_report_owed_is_held_against_its_day() -> None:
    reports = received(HOME, "2024-Q1", "03-20"), received("sở nội vụ", "2024-H1", "06-25"), received(HOME, "2024-H1", "07-01")
    assert states(*reports, as_of="07-31", reporters=(PROVINCE, "")) == [
        (PROVINCE, "2024-Q1", "missing", 133),
        (PROVINCE, "2024-H1", "missing", 41),
        (PROVINCE, "2024", "not_due", 0),
        (HOME, "2024-Q1", "on_time", 0),
        (HOME, "2024-H1", "late", 5),
        (HOME, "2024", "not_due", 0),
    ]


def test_nobody_is_heard_before_the_report_is_received() -> None:
    later = received(JUSTICE, "2024-Q1", "04-02")
    assert states(later, as_of="04-01") == []
    assert [state for _, _, state, _ in states(later, as_of="04-02")] == ["late", "not_due", "not_due"]


def test_agencies_come_in_one_order() -> None:
    reports = received(JUSTICE, "2024-Q1", "03-01"), received(HOME, "2024-Q1", "03-02")
    assert states(*reports, as_of="03-05") == states(*reversed(reports), as_of="03-05")
    assert [agency for agency, *_ in states(*reports, as_of="03-05")][::3] == [HOME, JUSTICE]


@pytest.mark.parametrize(("on", "state"), [("06-18", "on_time"), ("06-19", "late")])
def test_working_days_are_counted_by_the_calendar_given(on: str, state: str) -> None:
    assert states(received(HOME, "2024-H1", on), as_of="06-30", regime=IN_TWO_WORKING_DAYS)[0][2] == state


def test_a_delay_is_counted_in_working_days_too() -> None:
    found = judge_reporting(
        [received(HOME, "2024-Q1", "03-25")],
        regime=BNV.with_calendar(CALENDAR),
        plan_period=YEAR,
        as_of=date(2024, 4, 1),
    )
    assert (found[0].days_late, found[0].working_days_late, found[0].received_on) == (5, 3, date(2024, 3, 25))


def test_a_regime_that_counts_working_days_needs_a_calendar() -> None:
    with pytest.raises(InvalidInput) as caught:
        judge_reporting([], regime=IN_TWO_WORKING_DAYS, plan_period=YEAR, as_of=date(2024, 7, 1), reporters=(HOME,))
    assert [problem.code for problem in caught.value.problems] == ["no-calendar"]


def test_a_regime_without_a_due_day_receives_and_waits() -> None:
    regime = Regime(id="q", title="Theo quý", reports=(RegimePeriod(kind=ReportKind.FIRST_QUARTER),))
    assert states(received(HOME, "2024-Q1", "05-01"), as_of="05-01", regime=regime, reporters=(PROVINCE,)) == [
        (PROVINCE, "2024-Q1", "not_due", 0),
        (HOME, "2024-Q1", "received", 0),
    ]


def test_a_plan_of_half_a_year_owes_the_reports_that_end_in_it() -> None:
    assert [window.period.code for window in reporting_windows(BNV, Period.half(2024, 2))] == ["2024"]
    assert [(w.period, w.start, w.end) for w in reporting_windows(None, YEAR)] == [(YEAR, YEAR.start, YEAR.end)]
