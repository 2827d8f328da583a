from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import Absent, InvalidInput, Percent, Period, Ratio
from cchc.reading.values import parse_values, read_values

COUNTS = st.integers(0, 10**9)


def codes_of(caught: pytest.ExceptionInfo[InvalidInput]) -> list[tuple[str, str]]:
    return [(problem.place, problem.code) for problem in caught.value.problems]


@pytest.mark.law
@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=20), st.sampled_from(",;\t"))
def test_every_row_with_counts_becomes_its_ratio(rows: list[tuple[int, int]], separator: str) -> None:
    lines = [separator.join(("code", "numerator", "denominator"))]
    lines += [separator.join((f"1.{at}", str(part), str(whole))) for at, (part, whole) in enumerate(rows, 1)]
    found = parse_values("\n".join(lines))
    assert [(m.indicator, m.value) for m in found.measurements] == [(f"1.{n}", Ratio(*row)) for n, row in enumerate(rows, 1)]


@pytest.mark.law
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(InvalidInput):
        found = parse_values(text)
        assert len(found.measurements) + len(found.published) <= 2 * len(text.splitlines())


def test_a_row_carries_its_agency_period_and_place() -> None:
    period = Period.quarter(2026, 3)
    found = parse_values("# chú thích\n\ncode,percent\n4.3,100\n", agency="Tỉnh A", period=period, document="a.csv")
    (measurement,) = found.measurements
    assert (measurement.value, measurement.agency, measurement.period) == (Percent("100"), "Tỉnh A", period)
    assert measurement.source is not None
    assert (measurement.source.document, measurement.source.place) == ("a.csv", "row 4")
    assert (found.agency, found.period) == ("Tỉnh A", period)


def test_points_printed_without_a_value_are_kept_apart() -> None:
    found = parse_values("code,numerator,denominator,published_points\n3.1,,,8.41\n3.1.1,52,89,\n,,,61.39\n")
    assert [m.indicator for m in found.measurements] == ["3.1.1"]
    assert [(p.code, p.points) for p in found.published] == [("3.1", Decimal("8.41")), ("", Decimal("61.39"))]


@pytest.mark.parametrize(("text", "value"), [("code;percent\n4.3;57,72", "57.72"), ("code\tpercent\n4.3\t57.5", "57.5")])
def test_a_decimal_comma_is_read_where_commas_do_not_part_the_columns(text: str, value: str) -> None:
    assert [m.value for m in parse_values(text).measurements] == [Percent(value)]


def test_an_absence_is_stated_in_its_own_column() -> None:
    found = parse_values("code,numerator,denominator,absent\n1.1,,,not_applicable\n1.2,0,0,\n")
    assert [m.value for m in found.measurements] == [Absent.NOT_APPLICABLE, Ratio(0, 0)]


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("", "", "empty-file"),
        ("# chỉ có chú thích\n", "", "empty-file"),
        ("code,numer\n1,2", "row 1", "unknown-column"),
        ("code,code\n1,2", "row 1", "duplicate-column"),
        ("numerator,denominator\n1,2", "row 1", "missing"),
        ("code,numerator,denominator\n1.1,1,2,3", "row 2", "too-many-cells"),
        ("code,numerator,denominator\n1.1,x,2", "row 2, numerator", "not-a-plain-number"),
        ("code,numerator,denominator\n1.1,57,,", "row 2", "missing"),
        ("code,numerator,denominator\n1.1,,58", "row 2", "missing"),
        ("code,numerator,denominator\n1.1,-1,2", "row 2, numerator", "not-a-plain-number"),
        ("code,numerator,denominator\n1.1,NaN,2", "row 2, numerator", "not-a-plain-number"),
        ("code,numerator,denominator\n1.1,1.857,2000", "row 2, numerator", "ambiguous-number"),
        ('code,numerator,denominator\n1.1,"57,5",58', "row 2, numerator", "not-a-plain-number"),
        ("code,percent\n1.1,57;5", "row 2, percent", "not-a-plain-number"),
        ("code,numerator,denominator,percent\n1.1,30,58,57.72", "row 2, percent", "percent-differs"),
        ("code,absent\n1.1,không", "row 2, absent", "unknown-value"),
        ("code,percent,absent\n1.1,5,not_due", "row 2", "absent-with-value"),
        ("code,numerator,denominator\n,1,2", "row 2", "missing"),
        ("code,numerator,denominator\n1.1,1,2\n1.1,1,2", "row 3, code", "duplicate-id"),
        ("code,published\n1.1,1\n1.1,2", "row 3, published", "duplicate-id"),
        ("code;percent\n1.1;57,72,1", "row 2, percent", "not-a-plain-number"),
        ("code;numerator;denominator\n1.1;1.857;2000", "row 2, numerator", "ambiguous-number"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(text: str, place: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_values(text)
    wanted = (place, code) if code != "absent-with-value" else ("row 2, absent", code)
    assert wanted in codes_of(caught)


def test_a_percentage_that_fits_its_counts_is_no_contradiction() -> None:
    found = parse_values("code,numerator,denominator,percent\n1.1,30,58,51.72\n1.2,0,0,100\n")
    assert [m.value for m in found.measurements] == [Ratio(30, 58), Ratio(0, 0)]


def test_all_problems_come_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_values("code,numerator,denominator\n1.1,x,2\n1.2,3,y\n")
    assert codes_of(caught) == [("row 2, numerator", "not-a-plain-number"), ("row 3, denominator", "not-a-plain-number")]


def test_an_endless_cell_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_values("code,percent\n1.1," + "9" * 200_000)
    assert codes_of(caught)[0][1] == "not-csv"


def test_a_file_is_read_with_or_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("\ufeffcode,percent\n4.3,100\n".encode())
    assert read_values(path).measurements[0].value == Percent("100")


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_values(tmp_path / "none.csv")
    assert codes_of(caught) == [("", "no-such-file")]
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        read_values(tmp_path / "empty.csv")
    assert codes_of(caught) == [("empty.csv", "empty-file")]
    with pytest.raises(InvalidInput) as caught:
        read_values(tmp_path)
    assert codes_of(caught)[0][1] == "cannot-read"
    (tmp_path / "latin.csv").write_bytes(b"code\n\xe9\xff\n")
    with pytest.raises(InvalidInput) as caught:
        read_values(tmp_path / "latin.csv")
    assert codes_of(caught)[0][1] == "not-utf-8"
