"""The regimes of the catalogue: every window and due day, as the documents print them."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.catalog.calendars import calendar
from cchc.catalog.regimes import regime, regimes
from cchc.model.errors import InvalidInput
from cchc.model.period import Period, PeriodKind

ONE = timedelta(days=1)


def test_the_regimes_there_are() -> None:
    assert regimes() == ("cchc-bnv", "nd-09", "calendar-quarter")
    assert [regime(name).id for name in regimes()] == list(regimes())
    assert all(regime(name).calendar is calendar("vn") for name in regimes())
    assert all(regime(name).citation and regime(name).confidence for name in regimes())


def test_an_unknown_regime_is_refused_with_the_nearest() -> None:
    with pytest.raises(InvalidInput) as caught:
        regime("nd-9")
    [problem] = caught.value.problems
    assert (problem.code, problem.accepted, problem.near) == ("unknown-regime", regimes(), "nd-09")


@pytest.mark.parametrize(
    ("period", "start", "end", "due"),
    [
        ("2024-Q1", "2023-12-15", "2024-03-14", "2024-03-20"),
        ("2024-H1", "2023-12-15", "2024-06-14", "2024-06-20"),
        ("2024-Q3", "2024-06-15", "2024-09-14", "2024-09-20"),
        ("2024", "2023-12-15", "2024-12-14", "2024-12-20"),
        # The 20th stands as the ministry printed it, a Saturday or not.
        ("2025-Q3", "2025-06-15", "2025-09-14", "2025-09-20"),
    ],
)
def test_reform_reports_to_the_ministry(period: str, start: str, end: str, due: str) -> None:
    found = Period.parse(period)
    bnv = regime("cchc-bnv")
    assert bnv.window(found) == (date.fromisoformat(start), date.fromisoformat(end))
    assert bnv.due(found) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("period", "start", "end", "due"),
    [
        ("2024-M01", "2023-12-15", "2024-01-14", "2024-01-16"),
        ("2024-M03", "2024-02-15", "2024-03-14", "2024-03-18"),
        ("2024-M12", "2024-11-15", "2024-12-14", "2024-12-17"),
        ("2024-Q1", "2023-12-15", "2024-03-14", "2024-03-18"),
        ("2024-Q2", "2024-03-15", "2024-06-14", "2024-06-18"),
        ("2024-Q4", "2024-09-15", "2024-12-14", "2024-12-17"),
        ("2024-H1", "2023-12-15", "2024-06-14", "2024-06-18"),
        ("2024-9M", "2023-12-15", "2024-09-14", "2024-09-17"),
        ("2024", "2023-12-15", "2024-12-14", "2024-12-17"),
        # Two working days after 14/02/2026 are after Tết.
        ("2026-M02", "2026-01-15", "2026-02-14", "2026-02-24"),
    ],
)
def test_periodic_reports_of_the_state(period: str, start: str, end: str, due: str) -> None:
    found = Period.parse(period)
    general = regime("nd-09")
    assert general.window(found) == (date.fromisoformat(start), date.fromisoformat(end))
    assert general.due(found) == date.fromisoformat(due)


def test_the_calendar_quarter_says_nothing_of_a_due_day() -> None:
    quarter = regime("calendar-quarter")
    assert quarter.window(Period.parse("2024-Q2")) == (date(2024, 4, 1), date(2024, 6, 30))
    assert quarter.due(Period.parse("2024-Q2")) is None


@pytest.mark.parametrize(
    ("name", "period", "accepted"),
    [
        ("cchc-bnv", "2024-Q2", ("2024-Q1", "2024-H1", "2024-Q3", "2024")),
        ("cchc-bnv", "2024-M03", ("2024-Q1", "2024-H1", "2024-Q3", "2024")),
        ("calendar-quarter", "2024", ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")),
    ],
)
def test_a_period_without_a_report_is_refused_with_those_that_have_one(
    name: str, period: str, accepted: tuple[str, ...]
) -> None:
    for ask in (regime(name).window, regime(name).due):
        with pytest.raises(InvalidInput) as caught:
            ask(Period.parse(period))
        assert [(problem.code, problem.accepted) for problem in caught.value.problems] == [("no-such-report", accepted)]


@pytest.mark.law
@given(st.integers(2000, 2100), st.sampled_from([PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR]))
def test_the_general_regimes_windows_partition_time(year: int, kind: PeriodKind) -> None:
    general = regime("nd-09")
    windows = [general.window(period) for y in (year, year + 1) for period in general.periods(y) if period.kind is kind]
    assert [start for start, _ in windows[1:]] == [end + ONE for _, end in windows[:-1]]


@pytest.mark.law
@given(st.integers(2000, 2100), st.sampled_from(["cchc-bnv", "nd-09"]))
def test_cumulative_windows_begin_together_and_nest(year: int, name: str) -> None:
    cumulative = [
        regime(name).window(period)
        for period in regime(name).periods(year)
        if period.start == date(year, 1, 1) and period.kind is not PeriodKind.MONTH
    ]
    assert len({start for start, _ in cumulative}) == 1
    assert [end for _, end in cumulative] == sorted(end for _, end in cumulative)


@pytest.mark.law
@given(st.integers(2011, 2039), st.sampled_from(["cchc-bnv", "nd-09"]))
def test_a_report_is_due_after_its_figures_are_complete(year: int, name: str) -> None:
    for period in regime(name).periods(year):
        due = regime(name).due(period)
        assert due is not None
        assert due > regime(name).window(period)[1]


def test_the_kinds_of_report_are_those_of_the_facts(shared: Path) -> None:
    facts = json.loads((shared / "facts" / "report_periods.json").read_text(encoding="utf-8"))
    printed = [[period["kind"] for period in known["periods"]] for known in facts["regimes"]]
    assert [[rule.kind.value for rule in regime(name).reports] for name in regimes()] == printed
