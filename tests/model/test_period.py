import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import InvalidInput, Period, PeriodKind
from cchc.testing import days, periods

WITH_NEXT = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)
ONE_DAY = timedelta(days=1)
ROMAN = ("", "I", "II", "III", "IV")


def phrase(period: Period) -> str:
    """The period as an office would write it."""
    match period.kind:
        case PeriodKind.MONTH:
            return f"Tháng {period.index}/{period.year}"
        case PeriodKind.QUARTER:
            return f"Quý {ROMAN[period.index]}/{period.year}"
        case PeriodKind.HALF:
            return f"6 tháng {'đầu' if period.index == 1 else 'cuối'} năm {period.year}"
        case PeriodKind.NINE_MONTHS:
            return f"9 tháng năm {period.year}"
        case PeriodKind.YEAR:
            return f"năm {period.year}"
        case PeriodKind.SPAN:
            return f"giai đoạn {period.year}-{period.last_year}"


@pytest.mark.law
@given(periods())
def test_parse_of_print_is_identity(period: Period) -> None:
    assert Period.parse(str(period)) == Period.parse(period.code) == period


@pytest.mark.law
@given(periods(), st.booleans(), st.sampled_from((str.upper, str.lower, str.title)))
def test_the_phrase_is_read_back_in_any_form_and_capitals(
    period: Period, composed: bool, capitals: Callable[[str], str]
) -> None:
    written = unicodedata.normalize("NFC" if composed else "NFD", f"\u00a0{capitals(phrase(period))} . ")
    assert Period.parse(written) == period
    assert Period.parse(written, year=1999) == period


@pytest.mark.law
@given(periods(), days(date(2010, 1, 1), date(2050, 1, 1)))
def test_the_months_partition_the_period(period: Period, day: date) -> None:
    months = period.months()
    assert months[0].start == period.start
    assert months[-1].end == period.end
    assert all(a.end + ONE_DAY == b.start for a, b in pairwise(months))
    assert sum(day in month for month in months) == (day in period)


@pytest.mark.law
@given(periods(), periods(), periods())
def test_the_order_is_total_and_agrees_with_equality(a: Period, b: Period, c: Period) -> None:
    assert [a < b, a == b, a > b].count(True) == 1
    assert (a <= b) == (not b < a)
    if a <= b <= c:
        assert a <= c
    if a < b:
        assert a.start <= b.start


@pytest.mark.law
@given(periods(), periods(), periods())
def test_containment_is_transitive_and_both_ways_only_for_the_same_days(a: Period, b: Period, c: Period) -> None:
    assert a in a
    if a in b and b in c:
        assert a in c
    if a in b and b in a:
        assert (a.start, a.end) == (b.start, b.end)


@pytest.mark.law
@given(periods(), periods())
def test_periods_overlap_both_ways_and_exactly_when_they_share_a_month(a: Period, b: Period) -> None:
    assert a.overlaps(b) == b.overlaps(a) == bool(set(a.months()) & set(b.months()))
    if a in b:
        assert a.overlaps(b)


@pytest.mark.law
@given(periods(*WITH_NEXT))
def test_the_next_period_is_adjacent_and_of_the_same_kind(period: Period) -> None:
    following = period.next()
    assert period.end + ONE_DAY == following.start
    assert following.kind is period.kind
    assert following > period


@pytest.mark.parametrize("code", ["2024-9M", "2021/2025"])
def test_nine_months_and_spans_have_no_next(code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        Period.parse(code).next()
    assert refused.value.problems[0].code == "no-next-period"


@pytest.mark.parametrize(
    ("code", "start", "end", "kind"),
    [
        ("2024-M02", date(2024, 2, 1), date(2024, 2, 29), PeriodKind.MONTH),
        ("2023-M02", date(2023, 2, 1), date(2023, 2, 28), PeriodKind.MONTH),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), PeriodKind.QUARTER),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31), PeriodKind.QUARTER),
        ("2022-H1", date(2022, 1, 1), date(2022, 6, 30), PeriodKind.HALF),
        ("2022-H2", date(2022, 7, 1), date(2022, 12, 31), PeriodKind.HALF),
        ("2024-9M", date(2024, 1, 1), date(2024, 9, 30), PeriodKind.NINE_MONTHS),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), PeriodKind.YEAR),
        ("2021/2025", date(2021, 1, 1), date(2025, 12, 31), PeriodKind.SPAN),
    ],
)
def test_the_bounds_are_calendar_days(code: str, start: date, end: date, kind: PeriodKind) -> None:
    period = Period.parse(code)
    assert (period.start, period.end, period.kind) == (start, end, kind)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Quý I/2024", "2024-Q1"), ("Quý I năm 2024", "2024-Q1"), ("quý III-2025", "2025-Q3"), ("quý III – 2025", "2025-Q3"),
        ("Quý 2/2024", "2024-Q2"), ("quý 3 năm 2025", "2025-Q3"), ("Quý 04/2024", "2024-Q4"), ("Quý I, năm 2024", "2024-Q1"),
        ("quý bốn năm 2024", "2024-Q4"), ("quý tư năm 2024", "2024-Q4"), ("Quý thứ nhất năm 2024", "2024-Q1"),
        ("quý I của năm 2024", "2024-Q1"), ("Q1/2024", "2024-Q1"), ("QIV/2024", "2024-Q4"), ("Q.2-2024", "2024-Q2"),
        ("Trong quý I/2024", "2024-Q1"), ("3 tháng đầu năm 2024", "2024-Q1"), ("quý cuối năm 2024", "2024-Q4"),
        ("6 tháng đầu năm 2022", "2022-H1"), ("06 tháng đầu năm 2022", "2022-H1"), ("sáu tháng đầu năm 2022", "2022-H1"),
        ("6 tháng đầu của năm 2022", "2022-H1"), ("6 tháng năm 2022", "2022-H1"), ("nửa đầu năm 2022", "2022-H1"),
        ("nửa năm đầu 2022", "2022-H1"), ("6 tháng cuối năm 2025", "2025-H2"), ("6 tháng cuối năm 2025;", "2025-H2"),
        ("nửa cuối năm 2025", "2025-H2"), ("9 tháng đầu năm 2025", "2025-9M"), ("9 tháng năm 2025", "2025-9M"),
        ("09 tháng/2025", "2025-9M"), ("chín tháng đầu năm 2025", "2025-9M"),
        ("Tháng 4/2024", "2024-M04"), ("Tháng 04 năm 2024", "2024-M04"), ("tháng 12-2024", "2024-M12"), ("Tháng Tư năm 2024",
        "2024-M04"),
        ("tháng mười một năm 2024", "2024-M11"), ("tháng mười hai/2024", "2024-M12"), ("tháng năm năm 2024", "2024-M05"),
        ("tháng V/2024", "2024-M05"), ("T4/2024", "2024-M04"), ("T.10/2024", "2024-M10"), ("trong tháng 4.2024", "2024-M04"),
        ("năm 2024", "2024"), ("Trong năm 2024", "2024"), ("cả năm 2024", "2024"), ("12 tháng năm 2024", "2024"), ("2024",
        "2024"),
        ("giai đoạn 2021-2025", "2021/2025"), ("Giai đoạn 2021 – 2030", "2021/2030"), ("giai đoạn từ năm 2021 đến năm 2025",
        "2021/2025"),
        ("giai đoạn 2021 đến hết năm 2025", "2021/2025"), ("thời kỳ 2021-2030", "2021/2030"), ("2021-2025", "2021/2025"),
        ("nhiệm kỳ 2020-2025", "2020/2025"), ("Quí II/2024", "2024-Q2"), ("01/2024", "2024-M01"), ("6/2024", "2024-M06"),
        ("6T/2024", "2024-H1"), ("9T năm 2024", "2024-9M"), ("nửa sau năm 2024", "2024-H2"), ("tháng bẩy năm 2024", "2024-M07"),
    ],
)  # fmt: skip
def test_periods_are_read_as_offices_write_them(written: str, code: str) -> None:
    assert Period.parse(written).code == code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Quý II", "2024-Q2"), ("quý đầu năm", "2024-Q1"), ("Tháng 6", "2024-M06"), ("tháng năm", "2024-M05"), ("T9",
        "2024-M09"),
        ("06 tháng đầu năm", "2024-H1"), ("sáu tháng", "2024-H1"), ("nửa cuối năm", "2024-H2"), ("9 tháng", "2024-9M"),
        ("cả năm", "2024"), ("trong năm", "2024"),
    ],
)  # fmt: skip
def test_a_phrase_without_a_year_takes_the_year_given_and_is_refused_without_one(written: str, code: str) -> None:
    assert Period.parse(written, year=2024).code == code
    with pytest.raises(InvalidInput) as refused:
        Period.parse(written)
    assert refused.value.problems[0].code == "no-year"


@pytest.mark.parametrize(
    "written",
    [
        "tháng năm 2024",
        "I/2024",
        "tháng giêng năm 2024",
        "tháng chạp năm 2024",
        "Q1/24",
        "T4/24",
        "giai đoạn 2021-25",
        "quý sau năm 2024",
        "6 tháng sau năm 2024",
    ],
)
def test_what_has_two_readings_is_refused(written: str) -> None:
    with pytest.raises(InvalidInput):
        Period.parse(written, year=2024)


@pytest.mark.parametrize(
    "written",
    [
        "2024-Q5", "2024-Q0", "2024-M13", "2024-M00", "2024-M3", "2024-H3", "2024-3M", "2021/2020", "2021/2021", "24-Q1",
        "2024-q1", "1944", "3000",
        "2024-Q1-2", "2024/25", "٢٠٢٤", "2024-Q٣", "Quý ٣/2024", "T٤/2024", "năm ٢٠٢٤",
        "", "Quý V/2024", "Quý 5/2024", "Quý 0/2024", "tháng 13/2024", "tháng 0/2024", "quý I và quý II/2024",
        "2 tháng đầu năm 2024",
        "6 tháng giữa năm 2024", "giai đoạn 2025-2021", "Thường xuyên", "Quý I/1900", "quý 12024", "Q12024", "ngày 31/12/2024",
    ],
)  # fmt: skip
def test_what_is_no_period_is_refused_with_what_would_do(written: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        Period.parse(written, year=2024)
    assert refused.value.problems[0].code == "not-a-period"
    assert "2024-Q1" in refused.value.problems[0].accepted


def test_a_period_needs_the_parts_of_its_kind_and_no_others() -> None:
    for kind, parts in (
        (PeriodKind.YEAR, {"index": 1}),
        (PeriodKind.MONTH, {"index": 0}),
        (PeriodKind.MONTH, {"index": 1, "last_year": 2025}),
        (PeriodKind.SPAN, {}),
        (PeriodKind.SPAN, {"last_year": 2030, "index": 1}),
    ):
        with pytest.raises(InvalidInput):
            Period(kind, 2024, **parts)


def test_periods_do_not_compare_with_days() -> None:
    with pytest.raises(TypeError):
        _ = Period.of_year(2024) < date(2024, 1, 1)


@pytest.mark.parametrize(
    "garbage", ["quý " * 30_000, "6 tháng " * 20_000, "/" * 100_000, "giai đoạn " + "2" * 100_000, "tháng " + " , " * 30_000]
)
def test_long_garbage_is_refused_in_one_pass(garbage: str) -> None:
    with pytest.raises(InvalidInput):
        Period.parse(garbage, year=2024)
