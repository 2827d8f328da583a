"""Reporting regimes: windows partition time or nest, and a rule that cannot be meant is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model.calendar import Calendar
from cchc.model.errors import InvalidInput
from cchc.model.period import Period
from cchc.model.regime import Regime, RegimePeriod, ReportKind

ONE = timedelta(days=1)
YEARS = st.integers(1990, 2100)


def cut_at(kind: ReportKind, cut: int) -> Regime:
    """A regime with one kind of report, cut on day `cut` of the last month."""
    return Regime(id="test", title="Thử", reports=(RegimePeriod(kind=kind, from_months=1, from_day=cut + 1, to_day=cut),))


@pytest.mark.law
@given(YEARS, st.integers(1, 27), st.sampled_from([ReportKind.MONTH, ReportKind.QUARTER, ReportKind.YEAR]))
def test_windows_that_begin_the_day_after_a_cut_partition_time(year: int, cut: int, kind: ReportKind) -> None:
    regime = cut_at(kind, cut)
    windows = [regime.window(period) for y in (year, year + 1) for period in regime.periods(y)]
    assert [start for start, _ in windows[1:]] == [end + ONE for _, end in windows[:-1]]
    assert windows[0][0] == date(year - 1, 12, cut + 1)


@pytest.mark.law
@given(YEARS, st.sampled_from([ReportKind.MONTH, ReportKind.QUARTER]))
def test_without_a_cut_the_window_is_the_period(year: int, kind: ReportKind) -> None:
    regime = Regime(id="test", title="Thử", reports=(RegimePeriod(kind=kind),))
    for period in regime.periods(year):
        assert regime.window(period) == (period.start, period.end)


@pytest.mark.law
@given(YEARS, st.integers(1, 27))
def test_cumulative_windows_nest(year: int, cut: int) -> None:
    kinds = (ReportKind.FIRST_QUARTER, ReportKind.FIRST_HALF, ReportKind.NINE_MONTHS, ReportKind.YEAR)
    windows = [cut_at(kind, cut).window(kind.periods(year)[0]) for kind in kinds]
    assert len({start for start, _ in windows}) == 1
    assert sorted(windows) == windows


@pytest.mark.law
@given(YEARS, st.sets(st.sampled_from([kind for kind in ReportKind if kind is not ReportKind.QUARTER])))
def test_a_regime_answers_for_exactly_its_periods(year: int, kinds: set[ReportKind]) -> None:
    regime = Regime(id="test", title="Thử", reports=tuple(RegimePeriod(kind=kind) for kind in kinds))
    periods = regime.periods(year)
    assert [period.end for period in periods] == sorted(period.end for period in periods)
    for kind in ReportKind:
        for period in kind.periods(year):
            if period in periods:
                start, end = regime.window(period)
                assert start <= end
            else:
                with pytest.raises(InvalidInput) as caught:
                    regime.window(period)
                [problem] = caught.value.problems
                assert problem.code == "no-such-report"
                assert problem.accepted == tuple(known.code for known in periods)


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        (ReportKind.MONTH, [f"2024-M{n:02d}" for n in range(1, 13)]),
        (ReportKind.QUARTER, ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        (ReportKind.SECOND_QUARTER, ["2024-Q2"]),
        (ReportKind.FOURTH_QUARTER, ["2024-Q4"]),
        (ReportKind.FIRST_HALF, ["2024-H1"]),
        (ReportKind.SECOND_HALF, ["2024-H2"]),
        (ReportKind.NINE_MONTHS, ["2024-9M"]),
        (ReportKind.YEAR, ["2024"]),
    ],
)
def test_the_periods_of_a_kind_of_report(kind: ReportKind, codes: list[str]) -> None:
    assert [period.code for period in kind.periods(2024)] == codes


def test_a_span_of_years_has_no_report() -> None:
    with pytest.raises(InvalidInput) as caught:
        cut_at(ReportKind.YEAR, 14).window(Period.span(2021, 2025))
    assert [(problem.code, problem.accepted) for problem in caught.value.problems] == [("no-such-report", ("2021",))]


def test_a_day_that_a_month_does_not_have_is_its_last() -> None:
    regime = Regime(id="test", title="Thử", reports=(RegimePeriod(kind=ReportKind.MONTH, to_day=30, due_day=31),))
    assert regime.window(Period.month(2023, 2)) == (date(2023, 2, 1), date(2023, 2, 28))
    assert regime.due(Period.month(2023, 2)) == date(2023, 2, 28)


def test_when_a_report_is_due() -> None:
    calendar = Calendar(
        id="test", first=date(2024, 1, 1), last=date(2024, 12, 31), days=(),
        official_from=date(2024, 1, 1), official_to=date(2024, 12, 31),
    )  # fmt: skip
    rule = RegimePeriod(kind=ReportKind.MONTH, from_months=1, from_day=15, to_day=14, due_working_days=2)
    days = Regime(id="test", title="Thử", reports=(rule,))
    assert days.with_calendar(calendar).due(Period.month(2024, 3)) == date(2024, 3, 18)
    with pytest.raises(InvalidInput) as caught:
        days.due(Period.month(2024, 3))
    assert [problem.code for problem in caught.value.problems] == ["no-calendar"]
    assert cut_at(ReportKind.MONTH, 14).due(Period.month(2024, 3)) is None


@pytest.mark.parametrize(
    ("rule", "problems"),
    [
        ({"from_day": 0}, [("not-a-day", "from_day")]),
        ({"to_day": 32}, [("not-a-day", "to_day")]),
        ({"due_day": 40}, [("not-a-day", "due_day")]),
        ({"from_months": -1}, [("negative", "from_months")]),
        ({"due_working_days": -2}, [("negative", "due_working_days")]),
        ({"from_day": 15, "to_day": 14}, [("ends-before-start", "to_day")]),
        ({"due_day": 20, "due_working_days": 2}, [("two-due-rules", "due_day")]),
        ({"from_day": 0, "due_day": -1}, [("not-a-day", "from_day"), ("not-a-day", "due_day")]),
    ],
)
def test_what_a_rule_cannot_be(rule: dict[str, int], problems: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidInput) as caught:
        RegimePeriod(kind=ReportKind.MONTH, **rule)
    assert [(problem.code, problem.place) for problem in caught.value.problems] == problems


@pytest.mark.parametrize(
    ("kinds", "twice"),
    [
        ((ReportKind.YEAR, ReportKind.YEAR), "2024"),
        ((ReportKind.QUARTER, ReportKind.THIRD_QUARTER), "2024-Q3"),
    ],
)
def test_one_period_has_one_report(kinds: tuple[ReportKind, ...], twice: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        Regime(id="test", title="Thử", reports=tuple(RegimePeriod(kind=kind) for kind in kinds))
    assert [(problem.code, problem.found) for problem in caught.value.problems] == [("duplicate-report", twice)]
