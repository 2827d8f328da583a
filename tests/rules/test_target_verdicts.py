"""Tables of target verdicts that a clerk can check by hand, and the law of strictness."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import testing
from cchc.model import (
    Absent,
    Amount,
    AtLeast,
    AtMost,
    Between,
    Complete,
    Count,
    Exactly,
    Finding,
    IncreaseBy,
    LessThan,
    Measurement,
    Money,
    MoreThan,
    Percent,
    Period,
    Points,
    Qualitative,
    Quantity,
    Rank,
    RankUp,
    RankWithin,
    Ratio,
    ReduceBy,
    Report,
    Requirement,
    Target,
)
from cchc.rules import KnownFigures, TargetVerdict, Verdict, judge_target

YEAR = Period.of_year(2024)
AGENCY = "UBND tỉnh"
Value = Quantity | Absent | bool | str


def day(text: str) -> date:
    return date.fromisoformat(f"2024-{text}")


def report(value: Value, period: str = "2024", received: str = "2024-12-20", on: date | None = None) -> Report:
    measurement = Measurement(indicator="Tỷ lệ đúng hạn", value=value, as_of=on)
    return Report(
        period=Period.parse(period),
        agency=AGENCY,
        received_on=date.fromisoformat(received),
        measurements=(measurement,),
    )


def at_half_year(value: Value) -> Report:
    return report(value, "2024-H1", "2024-06-20", day("06-30"))


def in_2021(value: Value) -> Report:
    return report(value, "2021", "2022-01-10")


def judge(
    requirement: Requirement, *reports: Report, as_of: str = "12-31", accumulates: bool = False, due: date | None = None
) -> tuple[TargetVerdict, tuple[Finding, ...]]:
    target = Target(id="2.1", indicator="tỷ lệ  đúng hạn", requirement=requirement, accumulates=accumulates, due=due)
    figures = KnownFigures.of(reports, as_of=day(as_of))
    return judge_target(target, figures, as_of=day(as_of), plan_period=YEAR, agency=AGENCY)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("requirement", "value", "verdict", "gap", "near_miss"),
    [
        (MoreThan(98, "%"), Percent("98"), "missed", "0", False),
        (MoreThan(98, "%"), Percent("98.004"), "met", "0.004", False),
        (AtLeast(98, "%"), Percent("98"), "met", "0", False),
        (AtLeast(98, "%"), Percent("97.996"), "missed", "-0.004", True),
        (AtLeast(98, "%"), Percent("97.994"), "missed", "-0.006", False),
        (AtLeast(98, "%"), Ratio(24499, 25000), "missed", "-0.004", True),
        (AtMost(5, "%"), Percent("5.004"), "missed", "-0.004", True),
        (AtMost(5, "%"), Percent("5"), "met", "0", False),
        (LessThan(5, "%"), Percent("5"), "missed", "0", False),
        (LessThan(5, "%"), Percent("4.5"), "met", "0.5", False),
        (Exactly(100, "%"), Ratio(16, 16), "met", "0", False),
        (Exactly(100, "%"), Percent("100.001"), "missed", "-0.001", True),
        (Between(least=2, most=5, unit="%"), Percent("4"), "met", "1", False),
        (Between(least=2, most=5, unit="%"), Percent("6"), "missed", "-1", False),
        (Between(least=2, most=5, unit="%"), Percent("1"), "missed", "-1", False),
        (AtLeast(15, "đơn vị"), Count(15, "đơn vị"), "met", "0", False),
        (AtLeast(15, "đơn vị"), Count(14), "missed", "-1", False),
        (AtLeast(15), Count(20, "đơn vị"), "met", "5", False),
        (AtLeast("4.5", "tỷ đồng"), Money("4367700000"), "missed", "-0.1323", False),
        (AtLeast(90, "điểm"), Points("91.5"), "met", "1.5", False),
        (RankWithin(10), Rank(10, 34), "met", "0", False),
        (RankWithin(10), Rank(11, 34), "missed", "-1", False),
        (Complete(), Ratio(3, 3), "met", "0", False),
        (Complete(), Percent("99.999"), "missed", "-0.001", True),
        (AtLeast(98, "phần trăm"), Percent("98"), "met", "0", False),
    ],
)
def test_at_its_date(requirement: Requirement, value: Quantity, verdict: str, gap: str, near_miss: bool) -> None:
    found, findings = judge(requirement, report(value))
    assert (found.verdict.value, found.gap, found.near_miss) == (verdict, Decimal(gap), near_miss)
    assert codes(findings) == (["target.near-miss"] if near_miss else [])


def test_a_verdict_shows_numbers_that_no_decimal_holds() -> None:
    found, _ = judge(AtLeast(66, "%"), report(Ratio(2, 3, of="nhiệm vụ")))
    assert (found.measured, found.gap) == (Fraction(200, 3), Fraction(2, 3))
    assert found.value == Ratio(2, 3, of="nhiệm vụ")
    assert [figure.indicator for figure in found.figures] == ["Tỷ lệ đúng hạn"]


@pytest.mark.parametrize(
    ("requirement", "value", "verdict"),
    [
        (Complete(), True, "met"),
        (Complete(), False, "missed"),
        (Qualitative(), Percent("98"), "needs_judgement"),
        (AtLeast(98, "%"), Absent.UNREPORTED, "unreported"),
        (AtLeast(98, "%"), Absent.NOT_APPLICABLE, "not_applicable"),
        (AtLeast(98, "%"), Absent.NOT_DUE, "not_due"),
        (AtLeast(98, "%"), Ratio(0, 0), "undefined"),
    ],
)
def test_what_is_no_number(requirement: Requirement, value: Value, verdict: str) -> None:
    found, findings = judge(requirement, report(value))
    assert (found.verdict.value, findings) == (verdict, ())


@pytest.mark.parametrize(
    ("requirement", "value"),
    [
        (AtLeast(98, "%"), Count(98, "hồ sơ")),
        (AtLeast(98, "%"), True),
        (AtLeast(98, "%"), "cao"),
        (AtLeast(15, "đơn vị"), Count(15, "biên chế")),
        (AtLeast(15, "đơn vị"), Percent("15")),
        (AtLeast(15, "đơn vị"), Money(15)),
        (AtLeast(15, "đơn vị"), Points(15)),
        (RankWithin(10), Count(9)),
        (AtLeast(10, "%"), Rank(9)),
        (RankUp(least=2, most=5), "cao"),
    ],
)
def test_units_must_fit(requirement: Requirement, value: Value) -> None:
    found, findings = judge(requirement, report(value))
    assert (found.verdict, codes(findings)) == (Verdict.UNREPORTED, ["target.unit-mismatch"])


def test_silence() -> None:
    assert judge(AtLeast(98, "%"), as_of="12-30")[0].verdict is Verdict.NOT_DUE
    assert judge(AtLeast(98, "%"))[0].verdict is Verdict.UNREPORTED
    assert judge(AtLeast(98, "%"), as_of="06-30", due=day("06-30"))[0].verdict is Verdict.UNREPORTED
    assert judge(Qualitative())[0].verdict is Verdict.NEEDS_JUDGEMENT


@pytest.mark.parametrize(
    ("requirement", "value", "accumulates", "verdict"),
    [
        (AtLeast(98, "%"), Percent("98"), False, "on_track"),
        (AtLeast(98, "%"), Percent("97"), False, "at_risk"),
        (RankWithin(10), Rank(12), True, "at_risk"),
        # 182 of the 366 days of 2024 are gone: a share of 0,4972…
        (AtLeast(100, "%"), Percent("50"), True, "on_track"),
        (AtLeast(100, "%"), Percent("49.7"), True, "at_risk"),
        (AtLeast(366, "lớp"), Count(182, "lớp"), True, "on_track"),
        (AtLeast(366, "lớp"), Count(181, "lớp"), True, "at_risk"),
        (AtLeast(366, "lớp"), Count(366, "lớp"), True, "met"),
        (MoreThan(366, "lớp"), Count(366, "lớp"), True, "on_track"),
        (AtMost(366, "hồ sơ"), Count(182, "hồ sơ"), True, "on_track"),
        (AtMost(366, "hồ sơ"), Count(183, "hồ sơ"), True, "at_risk"),
        (AtMost(366, "hồ sơ"), Count(367, "hồ sơ"), True, "missed"),
        (Between(least=366, most=400, unit="lớp"), Count(380, "lớp"), True, "on_track"),
        (Between(least=366, most=400, unit="lớp"), Count(181, "lớp"), True, "at_risk"),
        (Exactly(366, "lớp"), Count(367, "lớp"), True, "missed"),
        (Complete(), True, False, "met"),
        (Complete(), False, False, "not_due"),
        (Complete(), Ratio(1, 2), False, "on_track"),
        (Complete(), Ratio(1, 3), False, "at_risk"),
    ],
)
def test_before_its_date(requirement: Requirement, value: Value, accumulates: bool, verdict: str) -> None:
    found, _ = judge(requirement, at_half_year(value), as_of="06-30", accumulates=accumulates)
    assert found.verdict.value == verdict


def test_the_pace_is_stated() -> None:
    found, _ = judge(AtLeast(100, "%"), at_half_year(Percent("40")), as_of="08-15", accumulates=True)
    assert found.pace is not None
    assert (found.pace.rule, found.pace.elapsed, found.pace.total) == ("elapsed-days", 182, 366)
    assert (found.pace.expected, found.pace.on) == (Fraction(18200, 366), day("06-30"))


def test_a_pace_outside_the_plan_is_nothing_or_all() -> None:
    early = judge(
        AtLeast(100, "%"), report(Percent("0"), on=date(2023, 12, 1), received="2023-12-01"), as_of="01-01", accumulates=True
    )
    assert early[0].pace is not None
    assert (early[0].pace.elapsed, early[0].verdict) == (0, Verdict.ON_TRACK)


@pytest.mark.parametrize(
    ("requirement", "value", "accumulates", "verdict"),
    [
        (AtLeast(98, "%"), Percent("99"), False, "unreported"),
        (AtLeast(98, "%"), Percent("97"), False, "unreported"),
        (RankWithin(10), Rank(9), False, "unreported"),
        (AtLeast(10, "lớp"), Count(9, "lớp"), True, "unreported"),
        (AtMost(10, "hồ sơ"), Count(9, "hồ sơ"), True, "unreported"),
        (Between(least=8, most=10, unit="lớp"), Count(9, "lớp"), True, "unreported"),
        (IncreaseBy(baseline="2021"), Percent("97"), False, "unreported"),
        (Complete(), Percent("97"), False, "unreported"),
        (Complete(), False, False, "unreported"),
        # What cannot be undone is decided, however early.
        (AtLeast(10, "lớp"), Count(10, "lớp"), True, "met"),
        (AtMost(10, "hồ sơ"), Count(11, "hồ sơ"), True, "missed"),
        (Exactly(10, "lớp"), Count(11, "lớp"), True, "missed"),
        (Complete(), Percent("100"), False, "met"),
        (Complete(), True, False, "met"),
    ],
)
def test_a_figure_of_half_a_year_earlier_decides_only_what_cannot_be_undone(
    requirement: Requirement, value: Value, accumulates: bool, verdict: str
) -> None:
    found, findings = judge(requirement, at_half_year(value), in_2021(Percent("90")), accumulates=accumulates)
    assert found.verdict.value == verdict
    early = [(f.params["figure_on"], f.params["due"]) for f in findings if f.code == "target.early-figure"]
    assert early == ([(day("06-30"), day("12-31"))] if verdict == "unreported" else [])


def test_the_later_report_decides_once_it_is_in() -> None:
    late = report(Percent("99"), received="2025-01-10")
    target = Target(id="2.1", indicator="Tỷ lệ đúng hạn", requirement=AtLeast(98, "%"))

    def judged(as_of: date) -> Verdict:
        figures = KnownFigures.of([at_half_year(Percent("97")), late], as_of=as_of)
        return judge_target(target, figures, as_of=as_of, plan_period=YEAR, agency=AGENCY)[0].verdict

    assert (judged(day("12-30")), judged(day("12-31"))) == (Verdict.AT_RISK, Verdict.UNREPORTED)
    assert (judged(date(2025, 1, 9)), judged(date(2025, 1, 10))) == (Verdict.UNREPORTED, Verdict.MET)


@pytest.mark.parametrize(
    ("period", "on", "due", "verdict"),
    [
        ("2024", "12-14", None, "met"),
        ("2024", "11-30", None, "unreported"),
        ("2024", "07-15", None, "unreported"),
        ("2024-Q4", None, None, "met"),
        ("2024-M11", None, None, "unreported"),
        ("2024-H1", "06-14", "06-30", "met"),
        ("2024-M12", None, "12-15", "met"),
        ("2024-9M", None, "11-30", "unreported"),
        # No report on a plan speaks of days after the plan's last.
        ("2024", None, "01-05", "met"),
    ],
)
def test_a_figure_reaches_the_date_by_its_day_or_by_the_period_it_closes(
    period: str, on: str | None, due: str | None, verdict: str
) -> None:
    figure = report(Percent("99"), period, "2024-12-20", day(on) if on else None)
    last = date(2025, 1, 5) if due == "01-05" else day(due) if due else None
    target = Target(id="2.1", indicator="Tỷ lệ đúng hạn", requirement=AtLeast(98, "%"), due=last)
    as_of = date(2025, 1, 31)
    found, findings = judge_target(target, KnownFigures.of([figure], as_of=as_of), as_of=as_of, plan_period=YEAR, agency=AGENCY)
    assert found.verdict.value == verdict
    assert codes(findings) == ([] if verdict == "met" else ["target.early-figure"])


@pytest.mark.parametrize(
    ("requirement", "before", "now", "verdict", "measured"),
    [
        (ReduceBy(value="2.5", unit="%", baseline="2021"), Count(600, "đơn vị"), Count(585, "đơn vị"), "met", "2.5"),
        (ReduceBy(value="2.5", unit="%", baseline="năm 2021"), Count(600, "đơn vị"), Count(588, "đơn vị"), "missed", "2"),
        (ReduceBy(value="15", unit="đơn vị", baseline="2021"), Count(600, "đơn vị"), Count(584, "đơn vị"), "met", "16"),
        (ReduceBy(value="2.5", unit="phần trăm", baseline="so với năm 2021"), Count(600), Count(585), "met", "2.5"),
        (IncreaseBy(value="2", unit="điểm phần trăm", baseline="So với  2021"), Percent(90), Percent(92), "met", "2"),
        (IncreaseBy(value="10", unit="%", baseline="2021"), Money("1000"), Money("1100"), "met", "10"),
        (IncreaseBy(value="2", unit="điểm %", baseline="2021"), Percent("90"), Ratio(92, 100), "met", "2"),
        (IncreaseBy(baseline="2021"), Percent("90"), Percent("90.1"), "met", "0.001"),
        (IncreaseBy(baseline="2021"), Rank(9), Rank(9), "missed", "0"),
        (RankUp(least=2, most=5, baseline="2021"), Rank(14), Rank(12), "met", "2"),
        (RankUp(least=2, most=5, baseline="2021"), Rank(14), Rank(4), "met", "10"),
        (RankUp(least=2, most=5, baseline="2021"), Rank(14), Rank(13), "missed", "1"),
    ],
)
def test_change(requirement: Requirement, before: Quantity, now: Quantity, verdict: str, measured: str) -> None:
    found, findings = judge(requirement, report(now), in_2021(before))
    assert (found.verdict.value, found.measured, findings) == (verdict, Decimal(measured), ())
    assert (found.baseline, found.baseline_period) == (before, Period.of_year(2021))


@pytest.mark.parametrize(
    ("requirement", "before", "now", "verdict", "code"),
    [
        (IncreaseBy(value="2", unit="%", baseline="2021"), Percent("90"), Percent("92"), "needs_judgement", "ambiguous-change"),
        (IncreaseBy(value="2", unit="%", baseline="2021"), Count(0), Count(3), "undefined", ""),
        (IncreaseBy(baseline="2021"), Ratio(0, 0), Percent("3"), "undefined", ""),
        (IncreaseBy(value="2", unit="%", baseline="2021"), Count(3, "xã"), Count(3, "tỉnh"), "unreported", "unit-mismatch"),
        (ReduceBy(value="2", unit="xã", baseline="2021"), Percent("3"), Percent("2"), "unreported", "unit-mismatch"),
        (RankUp(least=2, most=5, baseline="2021"), Count(3), Rank(2), "unreported", "unit-mismatch"),
        (RankUp(least=2, most=5, baseline="2020"), Rank(3), Rank(2), "unreported", "no-baseline"),
        (RankUp(least=2, most=5, baseline="đầu kỳ"), Rank(3), Rank(2), "unreported", "no-baseline"),
        (RankUp(least=2, most=5), Rank(3), Rank(2), "unreported", "no-baseline"),
        (RankUp(least=2, most=5, baseline="2021"), Absent.UNREPORTED, Rank(2), "unreported", "no-baseline"),
    ],
)
def test_change_that_cannot_be_stated(requirement: Requirement, before: Value, now: Quantity, verdict: str, code: str) -> None:
    found, findings = judge(requirement, report(now), in_2021(before))
    assert found.verdict.value == verdict
    assert codes(findings) == ([f"target.{code}"] if code else [])


@pytest.mark.parametrize(
    ("value", "equivalent", "unit", "before", "now", "expected"),
    [
        ("2.5", Amount(15, "đơn vị"), "%", 600, 585, None),
        ("1.38", Amount(23, "biên chế"), "%", 1667, 1640, None),
        ("2.5", Amount(20, "đơn vị"), "%", 600, 500, ((600, "2.5"), "15")),
        ("15", Amount("2.5", "%"), "đơn vị", 600, 585, None),
        ("15", Amount("3.5", "phần trăm"), "đơn vị", 600, 585, ((600, "3.5"), "21")),
        ("15", Amount("3.5", "%"), "đơn vị", 600, 585, ((600, "3.5"), "21")),
        # 23 of 1.667 print as 1,38 % and are less: the count is reached, the percentage is not.
        ("1.38", Amount(23, "biên chế"), "%", 1667, 1644, ((1667, 1644), "23")),
        ("2.5", Amount(15, "xã"), "đơn vị", 600, 585, None),
    ],
)
def test_percentage_and_amount_must_agree(
    value: str, equivalent: Amount, unit: str, before: int, now: int, expected: tuple[tuple[str | int, ...], str] | None
) -> None:
    named = equivalent.unit if unit == "%" else unit
    requirement = ReduceBy(value=value, unit=unit, baseline="2021", equivalent=equivalent)
    _, findings = judge(requirement, report(Count(now, named)), in_2021(Count(before, named)))
    found = [f.params for f in findings if f.code == "target.change-mismatch"]
    if expected is None:
        assert found == []
    else:
        inputs, computed = expected
        assert [(p["inputs"], p["computed"]) for p in found] == [(tuple(map(Decimal, inputs)), Decimal(computed))]


def test_an_amount_of_other_things_says_nothing_of_the_percentage() -> None:
    requirement = IncreaseBy(value=2, unit="%", baseline="2021", equivalent=Amount(3, "lớp"))
    _, findings = judge(requirement, report(Money(110)), in_2021(Money(100)))
    assert findings == ()


@pytest.mark.law
@given(
    value=testing.exact_numbers(0, 120),
    bounds=st.tuples(testing.exact_numbers(0, 120), testing.exact_numbers(0, 120)).map(sorted),
    as_of=st.sampled_from(["06-30", "12-31"]),
    accumulates=st.booleans(),
)
def test_a_stricter_bound_is_never_easier(value: Decimal, bounds: list[Decimal], as_of: str, accumulates: bool) -> None:
    low, high = bounds
    order = {Verdict.MISSED: 0, Verdict.AT_RISK: 1, Verdict.ON_TRACK: 2, Verdict.UNREPORTED: 2, Verdict.MET: 3}

    def grade(requirement: Requirement) -> int:
        found = judge(requirement, at_half_year(Percent(value)), as_of=as_of, accumulates=accumulates)[0]
        return order[found.verdict]

    assert grade(AtLeast(high, "%")) <= grade(AtLeast(low, "%"))
    assert grade(MoreThan(high, "%")) <= grade(AtLeast(high, "%"))
    assert grade(AtMost(low, "%")) <= grade(AtMost(high, "%"))
    assert grade(LessThan(low, "%")) <= grade(AtMost(low, "%"))


@pytest.mark.law
@given(testing.requirements(), testing.quantities())
def test_a_verdict_agrees_with_its_gap(requirement: Requirement, value: Quantity) -> None:
    found, _ = judge(requirement, report(value))
    if found.verdict is Verdict.MET:
        assert found.gap is not None
        assert found.gap >= 0
    if found.verdict is Verdict.MISSED:
        assert found.gap is not None
        assert found.gap <= 0
    assert not found.near_miss or found.verdict is Verdict.MISSED
