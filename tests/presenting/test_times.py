from datetime import date

import pytest
from hypothesis import given

from cchc import Compound, Conditional, Continuous, Deadline, Frequency, Operator, Period, Recurring, Schedule, Window, regime
from cchc.presenting.times import period_data, period_text, schedule_text
from cchc.presenting.words import words
from cchc.testing import schedules

VI = words("vi")


@pytest.mark.law
@given(schedules())
def test_every_schedule_has_words_in_both_languages(schedule: Schedule) -> None:
    assert all(schedule_text(schedule, words(language)).strip() for language in ("vi", "en"))


@pytest.mark.parametrize(
    ("schedule", "shown"),
    [
        (Window(start=date(2024, 1, 1), end=date(2024, 3, 31)), ["01/01/2024", "31/3/2024"]),
        (Window(start=date(2024, 1, 1)), ["01/01/2024"]),
        (Window(end=date(2025, 12, 31)), ["31/12/2025"]),
        (Deadline(due=date(2024, 5, 31)), ["31/5/2024"]),
        (Recurring(frequency=Frequency.MONTHLY, day=14), ["14"]),
        (Recurring(frequency=Frequency.YEARLY, due=("12-14", "02-28"), months=(3, 11)), ["14/12", "28/02", "3, 11"]),
        (Conditional(trigger="Khi có phát hiện"), ["Khi có phát hiện"]),
        (Continuous(subject="Theo dõi"), ["Theo dõi: "]),
        (
            Compound(operator=Operator.AND, parts=(Deadline(due=date(2024, 5, 31)), Deadline(due=date(2024, 9, 30)))),
            ["\n  ", "31/5/2024", "30/9/2024"],
        ),
    ],
)
def test_a_schedule_shows_its_days(schedule: Schedule, shown: list[str]) -> None:
    text = schedule_text(schedule, VI)
    assert [part for part in shown if part not in text] == []


def test_a_period_under_a_regime_shows_window_and_due_day() -> None:
    period = Period.parse("Quý I/2024")
    data = period_data(period, regime("cchc-bnv"))
    assert data == {
        "code": "2024-Q1",
        "kind": "quarter",
        "start": "2024-01-01",
        "end": "2024-03-31",
        "regime": "cchc-bnv",
        "window_start": "2023-12-15",
        "window_end": "2024-03-14",
        "due": "2024-03-20",
    }
    text = period_text(period, regime("cchc-bnv"), VI)
    assert [day for day in ("15/12/2023", "14/3/2024", "20/3/2024") if day not in text] == []


def test_a_period_without_a_regime_or_without_a_due_day() -> None:
    period = Period.parse("2024-Q1")
    assert period_data(period).keys() == {"code", "kind", "start", "end"}
    assert len(period_text(period, None, VI).splitlines()) == 1
    assert period_data(period, regime("calendar-quarter"))["due"] is None
    assert len(period_text(period, regime("calendar-quarter"), VI).splitlines()) == 4
