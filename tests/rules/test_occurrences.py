"""The days on which a schedule asks for something within a plan's period."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given

from cchc import testing
from cchc.model import Compound, Conditional, Continuous, Deadline, Frequency, Operator, Period, Recurring, Window
from cchc.rules.occurrences import dated_slots, is_steady, planned_slots


@pytest.mark.parametrize(
    ("schedule", "plan", "dues"),
    [
        (Recurring(frequency=Frequency.MONTHLY, day=31), "2024-Q1", ["2024-01-31", "2024-02-29", "2024-03-31"]),
        (Recurring(frequency=Frequency.QUARTERLY), "2024", ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"]),
        (Recurring(frequency=Frequency.QUARTERLY, day=15), "2024-H1", ["2024-03-15", "2024-06-15"]),
        (Recurring(frequency=Frequency.HALF_YEARLY), "2024", ["2024-06-30", "2024-12-31"]),
        (Recurring(frequency=Frequency.YEARLY), "2021/2023", ["2021-12-31", "2022-12-31", "2023-12-31"]),
        (Recurring(frequency=Frequency.YEARLY), "2024-H1", []),
        (Recurring(frequency=Frequency.YEARLY, due=("02-29",)), "2023", ["2023-02-28"]),
        (Recurring(frequency=Frequency.YEARLY, due=("02-29",)), "2024", ["2024-02-29"]),
        (Recurring(frequency=Frequency.YEARLY, due=("02-28", "02-29")), "2023", ["2023-02-28"]),
        (Recurring(frequency=Frequency.YEARLY, months=(2,), day=31), "2023/2024", ["2023-02-28", "2024-02-29"]),
        (Recurring(frequency=Frequency.YEARLY, due=("12-14", "06-14")), "2024", ["2024-06-14", "2024-12-14"]),
        (Recurring(frequency=Frequency.YEARLY, months=(11, 3), day=10), "2024", ["2024-03-10", "2024-11-10"]),
        (Deadline(due=date(2023, 5, 31)), "2024", ["2023-05-31"]),
        (Window(end=date(2024, 5, 31)), "2024", ["2024-05-31"]),
    ],
)
def test_due_days(schedule: Recurring | Deadline | Window, plan: str, dues: list[str]) -> None:
    assert [str(slot.due) for slot in dated_slots(schedule, Period.parse(plan))] == dues


def test_two_named_days_divide_the_year() -> None:
    slots = dated_slots(Recurring(frequency=Frequency.YEARLY, due=("06-14", "12-14")), Period.of_year(2024))
    assert [(str(slot.start), str(slot.end)) for slot in slots] == [("2024-01-01", "2024-06-14"), ("2024-06-15", "2024-12-14")]
    assert [slot.period for slot in slots] == [Period.month(2024, 6), Period.month(2024, 12)]


@pytest.mark.parametrize(
    ("schedule", "steady"),
    [
        (Continuous(), True),
        (Recurring(frequency=Frequency.DAILY), True),
        (Recurring(frequency=Frequency.WEEKLY), True),
        (Recurring(frequency=Frequency.WEEKLY, months=(3,)), False),
        (Recurring(frequency=Frequency.MONTHLY), False),
        (Conditional(trigger="Khi có yêu cầu"), False),
    ],
)
def test_steady_work(schedule: Recurring | Continuous | Conditional, steady: bool) -> None:
    assert is_steady(schedule) is steady


def test_weekly_work_in_named_months_is_due_in_each() -> None:
    weekly = Recurring(frequency=Frequency.WEEKLY, months=(3,))
    assert [slot.period for slot in dated_slots(weekly, Period.of_year(2024))] == [Period.month(2024, 3)]


def test_a_compound_has_the_slots_of_its_parts() -> None:
    parts = (Deadline(due=date(2024, 1, 31)), Conditional(trigger="Theo kế hoạch"), Continuous())
    slots = planned_slots(Compound(operator=Operator.OR, parts=parts), Period.of_year(2024))
    assert [slot.due for slot in slots] == [date(2024, 1, 31)]


@pytest.mark.law
@given(testing.recurrences(), testing.periods())
def test_recurring_work_falls_due_within_the_plan_in_order_and_apart(schedule: Recurring, plan: Period) -> None:
    slots = dated_slots(schedule, plan)
    assert all(slot.due is not None and slot.due in plan and slot.start <= slot.due <= slot.end for slot in slots)
    assert all(a.end < b.start for a, b in pairwise(slots))
