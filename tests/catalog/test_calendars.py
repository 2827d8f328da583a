"""The calendar of record against the facts it was made from, an independent library, and counts made by hand."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.catalog.calendars import calendar
from cchc.catalog.files import read_file
from cchc.model.calendar import Calendar, DayKind
from cchc.model.errors import InvalidInput

VN = calendar()
KINDS = {
    "public_holiday": DayKind.HOLIDAY,
    "compensatory": DayKind.COMPENSATORY,
    "swap_day_off": DayKind.SWAPPED_OFF,
}
# The library does not know of the swap of 25/12/2025. Everything else it says is what the record says.
KNOWN_DIFFERENCES = {date(2026, 1, 2): False, date(2026, 1, 10): True}


def days_of(first_year: int, last_year: int) -> Iterator[date]:
    first = date(first_year, 1, 1)
    return (first + timedelta(days=n) for n in range((date(last_year, 12, 31) - first).days + 1))


def test_the_calendar_is_loaded_once() -> None:
    assert calendar("vn") is VN
    assert (VN.id, VN.first, VN.last) == ("vn", date(2010, 1, 1), date(2040, 12, 31))


def test_an_unknown_calendar_is_refused_with_the_one_there_is() -> None:
    with pytest.raises(InvalidInput) as caught:
        calendar("vnn")
    [problem] = caught.value.problems
    assert (problem.code, problem.found, problem.accepted, problem.near) == ("unknown-calendar", "vnn", ("vn",), "vn")


def test_every_special_day_of_the_facts_is_in_the_record(shared: Path) -> None:
    facts = json.loads((shared / "facts" / "holidays_vn.json").read_text(encoding="utf-8"))
    years = next(value for value in facts.values() if isinstance(value, dict))
    off = {date.fromisoformat(day["date"]): (KINDS[day["kind"]], day["name_vi"]) for year in years.values() for day in year}
    worked = {date.fromisoformat(swap["worked_saturday"]) for swap in facts["swaps"]}
    record = [day for day in VN.days if 2021 <= day.on.year <= 2027]
    assert {day.on: (day.kind, day.name) for day in record if day.kind is not DayKind.WORKED} == off
    assert {day.on for day in record if day.kind is DayKind.WORKED} == worked


def test_every_day_of_the_record_has_a_document_and_a_confidence() -> None:
    record = [day for day in VN.days if 2021 <= day.on.year <= 2027]
    assert len(record) == 107
    assert all(day.document and day.confidence in {"exact", "data set", "partial", "estimated"} for day in record)
    assert {day.confidence for day in VN.days if not 2021 <= day.on.year <= 2027} == {"unofficial"}


@pytest.mark.parametrize("year", range(2021, 2028))
def test_an_independent_library_agrees_day_by_day(year: int) -> None:
    oracle = pytest.importorskip("holidays").country_holidays("VN", years=year)
    differences = {
        day: VN.is_working_day(day) for day in days_of(year, year) if VN.is_working_day(day) != oracle.is_working_day(day)
    }
    assert differences == {day: works for day, works in KNOWN_DIFFERENCES.items() if day.year == year}


def test_the_unofficial_days_are_what_the_program_prints() -> None:
    pytest.importorskip("holidays")
    from house import unofficial_days

    shipped = (files("cchc.catalog") / "data" / "calendar-vn-unofficial.toml").read_text(encoding="utf-8")
    if f"holidays library {version('holidays')}:" not in shipped:
        pytest.skip("the shipped days were computed with another version of the holidays library")
    assert unofficial_days.toml() == shipped


def test_official_years_are_those_with_documents() -> None:
    official = {year for year in range(2010, 2041) if VN.is_official(date(year, 6, 1))}
    assert official == set(range(2021, 2027))


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        ("2024-04-29", "2024-05-04"),
        ("2025-05-02", "2025-04-26"),
        ("2026-01-02", "2026-01-10"),
        ("2026-08-31", "2026-08-22"),
        ("2019-04-29", "2019-05-04"),
    ],
)
def test_a_swap_moves_a_working_day_to_a_saturday(off: str, worked: str) -> None:
    given_off, saturday = date.fromisoformat(off), date.fromisoformat(worked)
    assert (VN.is_working_day(given_off), VN.is_working_day(saturday)) == (False, True)
    assert (given_off.isoweekday() <= 5, saturday.isoweekday()) == (True, 6)
    kinds = [special.kind for day in (given_off, saturday) if (special := VN.special(day))]
    assert kinds == [DayKind.SWAPPED_OFF, DayKind.WORKED]


def test_the_day_of_culture_is_a_rest_day_that_says_how_sure_it_is() -> None:
    for year in (2026, 2027):
        day = VN.special(date(year, 11, 24))
        assert day is not None
        assert (day.kind, day.confidence) == (DayKind.HOLIDAY, "partial")
    assert VN.is_working_day(date(2025, 11, 24))


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2024-03-14", "2024-03-18", 2),
        # Tết 2024: from Wednesday 07/02 to Thursday 15/02 one day is worked.
        ("2024-02-07", "2024-02-15", 1),
        # 29/4 to 01/5 off, Saturday 04/5 worked.
        ("2024-04-26", "2024-05-06", 4),
        ("2024-05-06", "2024-04-26", -4),
        ("2026-01-01", "2026-01-12", 7),
        ("2025-12-31", "2026-12-31", 249),
        ("2023-12-31", "2024-12-31", 251),
        ("2020-12-31", "2021-12-31", 250),
    ],
)
def test_working_days_between(start: str, end: str, count: int) -> None:
    assert VN.working_days(date.fromisoformat(start), date.fromisoformat(end)) == count


@pytest.mark.parametrize(
    ("start", "term", "expected"),
    [
        # Received before Tết 2024, five working days: the eighth working day of the month is after it.
        ("2024-02-05", {"working_days": 5}, "2024-02-19"),
        ("2024-02-05", {"days": 5}, "2024-02-15"),
        ("2024-04-24", {"working_days": 4}, "2024-05-03"),
        ("2024-04-24", {"days": 10}, "2024-05-04"),
        ("2026-08-21", {"working_days": 1}, "2026-08-22"),
        ("2026-08-28", {"working_days": 1}, "2026-09-03"),
        ("2025-08-02", {"months": 1}, "2025-09-03"),
        ("2026-10-24", {"months": 1}, "2026-11-25"),
    ],
)
def test_terms_over_the_holidays_of_a_year(start: str, term: dict[str, int], expected: str) -> None:
    assert VN.due(date.fromisoformat(start), **term) == date.fromisoformat(expected)


@pytest.mark.law
@given(st.integers(2010, 2040))
def test_every_year_has_its_eleven_or_twelve_days(year: int) -> None:
    days = [day for day in VN.days if day.on.year == year]
    names = {day.name for day in days if day.kind is DayKind.HOLIDAY}
    assert {"Tết Dương lịch", "Tết Nguyên đán", "Giỗ Tổ Hùng Vương", "Ngày Chiến thắng 30/4", "Quốc khánh"} <= names
    assert ("Ngày Văn hóa Việt Nam" in names) == (year >= 2026)
    assert 245 <= VN.working_days(max(date(year - 1, 12, 31), VN.first), date(year, 12, 31)) <= 254


@pytest.mark.law
@given(st.dates(VN.first, VN.last))
def test_only_weekly_rest_days_are_worked_specially_and_no_rest_day_is_swapped_off(day: date) -> None:
    special = VN.special(day)
    if special is None:
        assert VN.is_working_day(day) == (day.isoweekday() <= 5)
    else:
        assert VN.is_working_day(day) == (special.kind is DayKind.WORKED)
        if special.kind in (DayKind.COMPENSATORY, DayKind.SWAPPED_OFF):
            assert day.isoweekday() <= 5
        if special.kind is DayKind.WORKED:
            assert day.isoweekday() > 5


def test_a_file_of_another_schema_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        read_file("calendar-vn.toml", "agencies/1", Calendar)
    [problem] = caught.value.problems
    assert (problem.code, problem.found, problem.accepted) == ("unknown-schema", "calendar/1", ("agencies/1",))


def test_every_data_file_begins_with_its_schema() -> None:
    data = files("cchc.catalog") / "data"
    names = {file.name for file in data.iterdir() if file.name.endswith(".toml")}
    assert {"calendar-vn.toml", "calendar-vn-unofficial.toml", "regimes.toml", "agencies-provinces.toml"} <= names
    for name in names:
        lines = (line for line in (data / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
        assert next(lines).startswith('schema = "'), name
