from datetime import date

import pytest
from hypothesis import given

from cchc.model import (
    Compound,
    Conditional,
    Continuous,
    Deadline,
    Frequency,
    InvalidInput,
    Operator,
    Recurring,
    Schedule,
    Window,
)
from cchc.testing import schedules, windows

JANUARY, MARCH = date(2024, 1, 1), date(2024, 3, 31)


@pytest.mark.law
@given(windows())
def test_a_window_has_a_bound_and_does_not_end_before_it_starts(window: Window) -> None:
    assert window.start is not None or window.end is not None
    if window.start is not None and window.end is not None:
        assert window.start <= window.end


@pytest.mark.law
@given(schedules())
def test_a_compound_schedule_has_parts_to_join(schedule: Schedule) -> None:
    if isinstance(schedule, Compound):
        assert len(schedule.parts) >= 2


def test_the_schedules_of_the_task_tables_exist() -> None:
    assert Continuous() == Continuous()
    assert len({Window(end=JANUARY), Window(start=JANUARY, end=JANUARY), Deadline(due=JANUARY)}) == 3
    assert Conditional(trigger="Khi có phát hiện").trigger == "Khi có phát hiện"
    parts = (Deadline(due=MARCH, subject="Sở Nội vụ"), Continuous(subject="các xã"))
    assert Compound(operator=Operator.PER_SUBJECT, parts=parts).parts == parts


def test_a_window_without_bounds_or_ending_first_is_refused() -> None:
    for code, start, end in (("no-bound", None, None), ("ends-before-start", MARCH, JANUARY)):
        with pytest.raises(InvalidInput) as refused:
            Window(start=start, end=end)
        assert refused.value.problems[0].code == code


@pytest.mark.parametrize("parts", [(), (Continuous(),)])
def test_one_part_is_no_compound(parts: tuple[Schedule, ...]) -> None:
    with pytest.raises(InvalidInput) as refused:
        Compound(operator=Operator.AND, parts=parts)
    assert refused.value.problems[0].code == "too-few-parts"


@pytest.mark.parametrize("due", ["12-14", "02-29", "01-01", "12-31"])
def test_days_of_the_year_are_written_month_first(due: str) -> None:
    assert Recurring(frequency=Frequency.YEARLY, due=(due,)).due == (due,)


@pytest.mark.parametrize("due", ["02-30", "13-01", "00-10", "1-1", "1214", "12/14", "W10-1", "", "١٢-١٤"])
def test_what_is_no_day_of_the_year_is_refused(due: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        Recurring(frequency=Frequency.YEARLY, due=("12-14", due))
    assert (refused.value.problems[0].code, refused.value.problems[0].place) == ("not-a-month-day", "due")


def test_everything_wrong_with_a_recurrence_is_told_at_once() -> None:
    with pytest.raises(InvalidInput) as refused:
        Recurring(frequency=Frequency.MONTHLY, day=32, due=("30-02",), months=(0, 3, 13))
    assert [(problem.place, problem.found) for problem in refused.value.problems] == [
        ("day", "32"),
        ("due", "30-02"),
        ("months", "0, 13"),
    ]


@pytest.mark.parametrize("day", [0, 14, 31])
def test_a_recurrence_may_say_a_day_of_the_month(day: int) -> None:
    assert Recurring(frequency=Frequency.MONTHLY, day=day, months=(3, 11)).day == day
