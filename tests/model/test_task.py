from datetime import date, timedelta

import pytest
from hypothesis import given

from cchc.model import Conditional, InvalidInput, Milestone, Task, TaskEvent
from cchc.testing import task_events

DAY = date(2024, 6, 1)


@pytest.mark.law
@given(task_events(task=7))
def test_nothing_is_known_before_it_happens(event: TaskEvent) -> None:
    assert event.task == 7
    assert event.known_on >= event.on
    assert event.known_on == (event.on if event.recorded_on is None else event.recorded_on)


def test_an_event_recorded_before_it_happened_is_refused() -> None:
    with pytest.raises(InvalidInput) as refused:
        TaskEvent(task=1, milestone=Milestone.DONE, on=DAY, recorded_on=DAY - timedelta(days=1))
    assert refused.value.problems[0].code == "recorded-before-it-happened"


@pytest.mark.parametrize("number", [0, -1])
def test_rows_are_numbered_from_one(number: int) -> None:
    with pytest.raises(InvalidInput) as refused:
        Task(number=number, title="Ban hành kế hoạch")
    assert refused.value.problems[0].place == "number"


def test_a_task_without_a_time_waits_on_nothing_known() -> None:
    assert Task(number=1, title="Ban hành kế hoạch").schedule == Conditional(trigger="")
