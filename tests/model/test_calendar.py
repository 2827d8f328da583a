"""Working days and terms: the laws of counting against a count day by day, and the Civil Code's rules one by one."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from cchc.model.calendar import Calendar, DayKind, SpecialDay
from cchc.model.errors import InvalidInput

ONE = timedelta(days=1)


def plain_calendar(*days: SpecialDay, first: date = date(2023, 1, 1), last: date = date(2026, 12, 31)) -> Calendar:
    return Calendar(
        id="test", first=first, last=last, days=days, official_from=date(2024, 1, 1), official_to=date(2024, 12, 31)
    )


def special(day: str, kind: DayKind) -> SpecialDay:
    return SpecialDay(on=date.fromisoformat(day), kind=kind, name="Ngày nghỉ")


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    first = draw(st.dates(date(2000, 1, 1), date(2030, 1, 1)))
    last = first + timedelta(days=draw(st.integers(0, 120)))
    days = draw(st.lists(st.dates(first, last), unique=True, max_size=12))
    return Calendar(
        id="test",
        first=first,
        last=last,
        days=tuple(SpecialDay(on=day, kind=draw(st.sampled_from(DayKind)), name="Ngày nghỉ") for day in days),
        weekly_rest=tuple(draw(st.sets(st.integers(1, 7)))),
        official_from=first,
        official_to=last,
    )


@st.composite
def calendars_and_days(draw: st.DrawFn, count: int) -> tuple[Calendar, tuple[date, ...]]:
    calendar = draw(calendars())
    inside = st.dates(calendar.first, calendar.last)
    return calendar, tuple(draw(inside) for _ in range(count))


def is_worked(calendar: Calendar, day: date) -> bool:
    for known in calendar.days:
        if known.on == day:
            return known.kind is DayKind.WORKED
    return day.isoweekday() not in calendar.weekly_rest


def walked(calendar: Calendar, day: date, count: int) -> date | None:
    """The `count`-th working day after or before `day`, by walking; None when the calendar ends first."""
    step = ONE if count > 0 else -ONE
    for _ in range(abs(count)):
        day += step
        while calendar.first <= day <= calendar.last and not is_worked(calendar, day):
            day += step
        if not calendar.first <= day <= calendar.last:
            return None
    return day


@pytest.mark.law
@given(calendars_and_days(1))
def test_a_day_is_worked_unless_it_is_given_off(drawn: tuple[Calendar, tuple[date, ...]]) -> None:
    calendar, (day,) = drawn
    assert calendar.is_working_day(day) == is_worked(calendar, day)


@pytest.mark.law
@given(calendars_and_days(2))
def test_working_days_are_those_of_a_count_day_by_day(drawn: tuple[Calendar, tuple[date, ...]]) -> None:
    calendar, days = drawn
    start, end = sorted(days)
    counted = sum(is_worked(calendar, start + timedelta(days=n)) for n in range(1, (end - start).days + 1))
    assert calendar.working_days(start, end) == counted


@pytest.mark.law
@given(calendars_and_days(3))
def test_working_days_add_up_and_change_sign(drawn: tuple[Calendar, tuple[date, ...]]) -> None:
    calendar, (a, b, c) = drawn
    assert calendar.working_days(a, b) + calendar.working_days(b, c) == calendar.working_days(a, c)
    assert calendar.working_days(a, b) == -calendar.working_days(b, a)
    assert calendar.working_days(a, a) == 0


@pytest.mark.law
@given(calendars_and_days(1), st.integers(-60, 60))
def test_adding_working_days_is_walking(drawn: tuple[Calendar, tuple[date, ...]], count: int) -> None:
    calendar, (day,) = drawn
    there = walked(calendar, day, count)
    if there is None:
        with pytest.raises(InvalidInput) as caught:
            calendar.add_working_days(day, count)
        assert [problem.code for problem in caught.value.problems] == ["outside-calendar"]
    else:
        assert calendar.add_working_days(day, count) == there


@pytest.mark.law
@given(calendars_and_days(1), st.integers(1, 60))
def test_adding_is_the_inverse_of_counting(drawn: tuple[Calendar, tuple[date, ...]], count: int) -> None:
    calendar, (day,) = drawn
    there, back = walked(calendar, day, count), walked(calendar, day, -count)
    assume(there or back)
    if there:
        assert calendar.working_days(day, calendar.add_working_days(day, count)) == count
    if back:
        # From the day before the one reached, so that it is counted, up to the day before this one, so that this is not.
        assert calendar.working_days(calendar.add_working_days(day, -count), day) == count - 1 + is_worked(calendar, day)
    if there and is_worked(calendar, day):
        assert calendar.add_working_days(there, -count) == day


@pytest.mark.law
@given(calendars_and_days(1), st.integers(-40, 40))
def test_a_longer_term_ends_later(drawn: tuple[Calendar, tuple[date, ...]], count: int) -> None:
    calendar, (day,) = drawn
    assume(walked(calendar, day, count) and walked(calendar, day, count + 1))
    assert calendar.add_working_days(day, count) < calendar.add_working_days(day, count + 1)


@pytest.mark.law
@given(calendars_and_days(1), st.integers(1, 60))
def test_a_term_rolls_forward_only_and_no_further_than_it_must(drawn: tuple[Calendar, tuple[date, ...]], count: int) -> None:
    calendar, (start,) = drawn
    end = start + timedelta(days=count)
    assume(end <= calendar.last)
    later = [day for n in range((calendar.last - end).days + 1) if is_worked(calendar, day := end + timedelta(days=n))]
    assume(later)
    assert calendar.due(start, days=count) == later[0] == calendar.roll(end)


@pytest.mark.law
@given(calendars_and_days(2))
def test_one_more_day_off_never_adds_working_days(drawn: tuple[Calendar, tuple[date, ...]]) -> None:
    calendar, (day, end) = drawn
    assume(all(known.on != day for known in calendar.days))
    fewer = evolve(calendar, days=(*calendar.days, SpecialDay(on=day, kind=DayKind.HOLIDAY, name="Ngày nghỉ")))
    assert fewer.working_days(calendar.first, end) <= calendar.working_days(calendar.first, end)


@pytest.mark.law
@given(calendars())
def test_the_order_of_the_days_given_does_not_matter(calendar: Calendar) -> None:
    turned = evolve(calendar, days=calendar.days[::-1])
    assert turned.working_days(turned.first, turned.last) == calendar.working_days(calendar.first, calendar.last)


@pytest.mark.parametrize(
    ("start", "term", "expected"),
    [
        # The first day is excluded; a last day on a Saturday goes to Monday.
        ("2024-03-01", {"days": 5}, "2024-03-06"),
        ("2024-03-04", {"days": 5}, "2024-03-11"),
        ("2024-03-04", {"days": 7}, "2024-03-11"),
        # Weeks end on the same weekday, months on the same date or the month's last, years on the same day and month.
        ("2024-03-05", {"weeks": 2}, "2024-03-19"),
        ("2024-03-15", {"months": 1}, "2024-04-15"),
        ("2024-01-31", {"months": 1}, "2024-02-29"),
        ("2023-01-31", {"months": 1}, "2023-02-28"),
        ("2024-02-29", {"years": 1}, "2025-02-28"),
        ("2024-03-31", {"months": 2}, "2024-05-31"),
        # 30/4 and 1/5 are off below: a term that would end there, or the day before them, ends where work begins again.
        ("2024-04-20", {"days": 10}, "2024-05-02"),
        ("2024-04-19", {"days": 10}, "2024-04-29"),
        ("2024-03-30", {"months": 1}, "2024-05-02"),
        # A term in working days counts no rest day; a term may start on one.
        ("2024-03-08", {"working_days": 5}, "2024-03-15"),
        ("2024-04-26", {"working_days": 2}, "2024-05-02"),
        ("2024-04-28", {"working_days": 1}, "2024-04-29"),
        # A Saturday that is worked is a working day and may be the last.
        ("2024-05-02", {"working_days": 2}, "2024-05-04"),
        ("2024-04-27", {"days": 7}, "2024-05-04"),
    ],
)
def test_terms_end_as_the_civil_code_says(start: str, term: dict[str, int], expected: str) -> None:
    calendar = plain_calendar(
        special("2024-04-30", DayKind.HOLIDAY), special("2024-05-01", DayKind.HOLIDAY), special("2024-05-04", DayKind.WORKED)
    )
    assert calendar.due(date.fromisoformat(start), **term) == date.fromisoformat(expected)


@pytest.mark.parametrize("term", [{}, {"days": 1, "months": 1}, {"days": -1}, {"working_days": -3}, {"days": 0}])
def test_what_is_no_term(term: dict[str, int]) -> None:
    with pytest.raises(InvalidInput) as caught:
        plain_calendar().due(date(2024, 3, 4), **term)
    assert [problem.code for problem in caught.value.problems] == ["not-a-term"]


@pytest.mark.parametrize("term", [{"days": 10**10}, {"years": 9000}, {"years": 5}, {"working_days": 5000}, {"weeks": 10**9}])
def test_a_term_that_outlasts_the_calendar(term: dict[str, int]) -> None:
    with pytest.raises(InvalidInput) as caught:
        plain_calendar().due(date(2024, 3, 4), **term)
    assert [problem.code for problem in caught.value.problems] == ["outside-calendar"]


@pytest.mark.parametrize(
    ("start", "end", "outside"),
    [
        (date(2022, 12, 31), date(2024, 1, 1), "2022-12-31"),
        (date(2024, 1, 1), date(2022, 1, 1), "2022-01-01"),
        (date(2024, 1, 1), date(2027, 1, 1), "2027-01-01"),
        (date(2031, 1, 1), date(2024, 1, 1), "2031-01-01"),
        (date(2020, 1, 1), date(2031, 1, 1), "2020-01-01, 2031-01-01"),
    ],
)
def test_a_day_outside_the_calendar_is_named(start: date, end: date, outside: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        plain_calendar().working_days(start, end)
    [problem] = caught.value.problems
    assert (problem.code, problem.found, problem.accepted) == ("outside-calendar", outside, ("2023-01-01..2026-12-31",))


@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2027, 1, 1)])
def test_every_question_about_a_day_outside_is_refused(day: date) -> None:
    calendar = plain_calendar()
    for ask in (calendar.is_working_day, calendar.roll, lambda day: calendar.add_working_days(day, 0)):
        with pytest.raises(InvalidInput):
            ask(day)


def test_the_first_and_the_last_day_are_inside() -> None:
    calendar = plain_calendar(first=date(2024, 3, 4), last=date(2024, 3, 8))
    assert calendar.working_days(date(2024, 3, 4), date(2024, 3, 8)) == 4
    assert calendar.add_working_days(date(2024, 3, 4), 4) == date(2024, 3, 8)
    assert calendar.add_working_days(date(2024, 3, 8), -4) == date(2024, 3, 4)


def test_special_and_official_days() -> None:
    holiday = special("2024-04-30", DayKind.HOLIDAY)
    calendar = plain_calendar(holiday)
    assert calendar.special(date(2024, 4, 30)) == holiday
    assert calendar.special(date(2024, 4, 29)) is None
    assert [calendar.is_official(date(year, 12, 31)) for year in (2023, 2024, 2025)] == [False, True, False]
    assert [calendar.is_official(date(2024, 1, 1)), calendar.is_official(date(2025, 1, 1))] == [True, False]


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"last": date(2022, 1, 1)}, [("ends-before-start", "last")]),
        ({"official_to": date(2023, 1, 1)}, [("ends-before-start", "official_to")]),
        ({"weekly_rest": (0, 6, 8)}, [("not-a-weekday", "weekly_rest")]),
        ({"days": (special("2024-04-30", DayKind.HOLIDAY), special("2024-05-01", DayKind.HOLIDAY),
                   special("2024-04-30", DayKind.WORKED))}, [("duplicate-day", "days")]),
        ({"days": (special("2027-01-01", DayKind.HOLIDAY),)}, [("outside-calendar", "days")]),
        ({"days": (special("2022-12-31", DayKind.HOLIDAY),), "weekly_rest": (8,)},
         [("not-a-weekday", "weekly_rest"), ("outside-calendar", "days")]),
    ],
)  # fmt: skip
def test_what_a_calendar_cannot_be(changes: dict[str, object], problems: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidInput) as caught:
        evolve(plain_calendar(), **changes)  # type: ignore[arg-type]
    assert [(problem.code, problem.place) for problem in caught.value.problems] == problems


def test_calendars_with_the_same_days_are_equal() -> None:
    assert plain_calendar() == plain_calendar()
    assert plain_calendar() != plain_calendar(special("2024-04-30", DayKind.HOLIDAY))
    assert hash(plain_calendar()) == hash(plain_calendar())
