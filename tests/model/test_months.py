"""Month arithmetic clamps to the month's last day, and only there."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model.months import add_months, day_in_month, month_end

DAYS = st.dates(date(1945, 1, 1), date(2999, 12, 31))
MONTHS = st.integers(-600, 600)


@pytest.mark.law
@given(DAYS, MONTHS)
def test_the_month_moves_by_exactly_that_many(day: date, months: int) -> None:
    later = add_months(day, months)
    assert later.year * 12 + later.month == day.year * 12 + day.month + months


@pytest.mark.law
@given(DAYS, MONTHS)
def test_the_day_stays_or_is_the_last_of_a_shorter_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert later.day == day.day or (later.day < day.day and later == month_end(later.year, later.month))


@pytest.mark.law
@given(DAYS, DAYS, MONTHS)
def test_order_is_kept(one: date, other: date, months: int) -> None:
    first, last = sorted((one, other))
    assert add_months(first, months) <= add_months(last, months)


@pytest.mark.law
@given(st.dates(date(1945, 1, 1), date(2999, 12, 31)).filter(lambda day: day.day <= 28), MONTHS, MONTHS)
def test_steps_add_up_where_nothing_clamps(day: date, one: int, other: int) -> None:
    assert add_months(add_months(day, one), other) == add_months(day, one + other)


@pytest.mark.law
@given(st.integers(1945, 2999), st.integers(1, 12))
def test_the_day_after_a_months_end_is_a_first(year: int, month: int) -> None:
    end = month_end(year, month)
    assert (end.year, end.month) == (year, month)
    assert (end + timedelta(days=1)).day == 1


@pytest.mark.law
@given(st.integers(1945, 2999), st.integers(1, 12), st.integers(1, 31))
def test_a_day_in_a_month_stays_in_it(year: int, month: int, day: int) -> None:
    found = day_in_month(year, month, day)
    assert (found.year, found.month) == (year, month)
    assert found.day == min(day, month_end(year, month).day)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2025-01-15", -1, "2024-12-15"),
        ("2024-08-31", 0, "2024-08-31"),
    ],
)
def test_months_added(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


def test_a_month_on_and_a_month_back_need_not_meet() -> None:
    assert add_months(add_months(date(2023, 1, 31), 1), -1) == date(2023, 1, 28)
