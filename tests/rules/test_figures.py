"""Which figure holds, and how the figures of several agencies become one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import testing
from cchc.model import Absent, Count, Measurement, Money, Percent, Period, Points, Ratio, Report
from cchc.rules import KnownFigures
from cchc.rules.figures import Value, choose, combined

PROVINCE, HOME, JUSTICE = "UBND tỉnh", "Sở Nội vụ", "Sở Tư pháp"


def report(agency: str, value: Value, period: str = "2024", received: str = "2024-12-20", own: str = "") -> Report:
    measurement = Measurement(indicator="Hồ sơ đúng hạn", value=value, agency=own)
    return Report(
        period=Period.parse(period), agency=agency, received_on=date.fromisoformat(received), measurements=(measurement,)
    )


def chosen(*reports: Report, agency: str = PROVINCE) -> tuple[Value | None, tuple[str, ...], str]:
    figures = KnownFigures.of(reports, as_of=date(2024, 12, 31)).named("hồ sơ ĐÚNG hạn", "2.1")
    found = choose(figures, agency)
    return found.value, found.silent, found.problem


def test_parts_and_wholes_are_summed_and_percentages_never_averaged() -> None:
    ratios = report(HOME, Ratio(1, 1, of="hồ sơ")), report(JUSTICE, Ratio(0, 99, of="hồ sơ"))
    assert chosen(*ratios) == (Ratio(1, 100, of="hồ sơ"), (), "")
    percentages = report(HOME, Percent(100)), report(JUSTICE, Percent(0))
    assert chosen(*percentages) == (None, (), "target.not-combinable")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((Count(1, "lớp"), Count(2, "lớp")), Count(3, "lớp")),
        ((Count(1, "lớp"), Count(2, "xã")), None),
        ((Money(1), Money("2.5")), Money("3.5")),
        ((True, False), False),
        ((True, True), True),
        ((True, Count(1)), None),
        ((Points(1), Points(2)), None),
        ((Ratio(1, 2, of="hồ sơ"), Ratio(1, 2, of="nhiệm vụ")), None),
        ((Ratio(1, 2), Absent.NOT_APPLICABLE), Ratio(1, 2)),
        ((Absent.NOT_APPLICABLE, Absent.NOT_DUE), Absent.NOT_DUE),
        ((Absent.NOT_APPLICABLE, Absent.UNREPORTED), Absent.UNREPORTED),
        ((Absent.NOT_APPLICABLE, Absent.UNDEFINED), Absent.UNDEFINED),
        ((), Absent.UNREPORTED),
    ],
)
def test_combining(values: tuple[Value, ...], expected: Value | None) -> None:
    assert combined(values) == expected


VALUES = st.lists(testing.ratios(of="hồ sơ") | testing.absents(), min_size=1, max_size=6)


@pytest.mark.law
@given(VALUES, st.integers(0, 6))
def test_combining_does_not_depend_on_the_grouping(values: list[Value], at: int) -> None:
    groups = [group for group in (values[:at], values[at:]) if group]
    parts = [combined(group) for group in groups]
    assert combined(part for part in parts if part is not None) == combined(values)


@pytest.mark.law
@given(VALUES.flatmap(lambda values: st.tuples(st.just(values), st.permutations(values))))
def test_combining_does_not_depend_on_the_order(pair: tuple[list[Value], list[Value]]) -> None:
    assert combined(pair[0]) == combined(pair[1])


def test_the_own_figure_of_the_plan_s_agency_stands_for_the_whole() -> None:
    part, own = report(HOME, Ratio(1, 2)), report(PROVINCE, Percent(80))
    assert chosen(part, own) == (Percent(80), (), "")
    assert chosen(part, report(PROVINCE, Ratio(9, 10), own=JUSTICE)) == (Ratio(10, 12), (), "")
    assert chosen(part, report(PROVINCE, Absent.UNREPORTED)) == (Ratio(1, 2), (), "")
    assert chosen(report(PROVINCE, Absent.UNREPORTED)) == (Absent.UNREPORTED, (), "")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (report(PROVINCE, Count(1), "2024-Q1", "2024-12-01"), report(PROVINCE, Count(2), "2024-H1", "2024-06-20")),
        (report(PROVINCE, Count(1), "2024-Q4", "2024-12-30"), report(PROVINCE, Count(2), "2024", "2024-12-20")),
        (report(PROVINCE, Count(1), "2024", "2024-12-19"), report(PROVINCE, Count(2), "2024", "2024-12-20")),
    ],
    ids=["by the day it speaks of", "by the longer period", "by the day it became known"],
)
def test_the_latest_figure_holds(earlier: Report, later: Report) -> None:
    assert chosen(earlier, later) == chosen(later, earlier) == (Count(2), (), "")


def test_two_figures_that_differ_and_nothing_says_which_is_right() -> None:
    for agency in (PROVINCE, HOME):
        assert chosen(report(agency, Count(1)), report(agency, Count(2))) == (None, (), "target.conflicting-figures")


def test_a_ratio_and_its_percentage_are_one_figure_and_the_ratio_is_kept() -> None:
    assert chosen(report(HOME, Ratio(49, 50)), report(HOME, Percent(98))) == (Ratio(49, 50), (), "")


def test_figures_of_an_older_period_are_not_mixed_in() -> None:
    reports = report(HOME, Ratio(1, 2), "2024-H1", "2024-06-20"), report(JUSTICE, Ratio(3, 4), "2024-9M")
    assert chosen(*reports) == (Ratio(3, 4), (HOME,), "")
    silent = report(HOME, Absent.UNREPORTED), report(JUSTICE, Ratio(3, 4))
    assert chosen(*silent) == (Ratio(3, 4), (HOME,), "")
    assert chosen(report(HOME, Absent.UNREPORTED), agency="") == (Absent.UNREPORTED, (), "")
