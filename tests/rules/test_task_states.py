"""Tables of task states that a clerk can check by hand."""

from datetime import date

import pytest

from cchc.model import (
    Calendar,
    Compound,
    Conditional,
    Continuous,
    Deadline,
    Frequency,
    Milestone,
    Operator,
    Period,
    Recurring,
    Regime,
    RegimePeriod,
    ReportKind,
    Schedule,
    Task,
    TaskEvent,
    Window,
)
from cchc.rules import TaskState, TaskVerdict, task_state

YEAR = Period.of_year(2024)
STARTED, DONE, TRIGGERED, CANCELLED = Milestone.STARTED, Milestone.DONE, Milestone.TRIGGERED, Milestone.CANCELLED
BNV = Regime(
    id="bnv",
    title="Báo cáo CCHC",
    reports=(
        RegimePeriod(kind=ReportKind.FIRST_QUARTER, from_months=1, from_day=15, to_day=14, due_day=20),
        RegimePeriod(kind=ReportKind.FIRST_HALF, from_months=1, from_day=15, to_day=14, due_day=20),
    ),
)


def day(text: str) -> date:
    return date.fromisoformat(f"2024-{text}")


def event(
    milestone: Milestone,
    on: str,
    agency: str = "",
    period: str = "",
    due: str = "",
    recorded_on: str = "",
    subject: str = "",
) -> TaskEvent:
    return TaskEvent(
        task=1,
        milestone=milestone,
        on=day(on),
        agency=agency,
        subject=subject,
        period=Period.parse(period) if period else None,
        due=day(due) if due else None,
        recorded_on=day(recorded_on) if recorded_on else None,
    )


def judge(schedule: Schedule, *events: TaskEvent, as_of: str, lead: tuple[str, ...] = (), period: Period = YEAR) -> TaskVerdict:
    task = Task(number=1, title="Rà soát thủ tục hành chính", schedule=schedule, lead=lead)
    return task_state(task, events, as_of=day(as_of), plan_period=period)


DEADLINE = Deadline(due=date(2024, 5, 31))
SECOND_QUARTER = Window(start=date(2024, 4, 1), end=date(2024, 6, 30))
FOURTH_QUARTER = Window(start=date(2024, 10, 1), end=date(2024, 12, 31))
FROM_JUNE = Window(start=date(2024, 6, 1))
BY_THE_15TH = Recurring(frequency=Frequency.MONTHLY, day=14)
WHEN_FOUND = Conditional(trigger="Khi có phát hiện")


@pytest.mark.parametrize(
    ("events", "as_of", "state", "days_late"),
    [
        ((), "05-31", "not_due", 0),
        ((), "06-01", "unreported", 1),
        ((event(STARTED, "03-01"),), "05-31", "in_progress", 0),
        ((event(STARTED, "03-01"),), "06-10", "overdue", 10),
        ((event(DONE, "05-31"),), "06-10", "done", 0),
        ((event(DONE, "06-03"),), "06-10", "done_late", 3),
        ((event(DONE, "05-30", recorded_on="06-05"),), "06-04", "unreported", 4),
        ((event(DONE, "05-30", recorded_on="06-05"),), "06-05", "done", 0),
        ((event(CANCELLED, "02-01"),), "06-10", "cancelled", 0),
        ((event(DONE, "01-10"), event(DONE, "07-10")), "08-01", "done", 0),
    ],
)
def test_deadline(events: tuple[TaskEvent, ...], as_of: str, state: str, days_late: int) -> None:
    verdict = judge(DEADLINE, *events, as_of=as_of)
    assert (verdict.state.value, verdict.days_late) == (state, days_late)


@pytest.mark.parametrize(
    ("schedule", "events", "as_of", "state"),
    [
        (SECOND_QUARTER, (event(DONE, "02-15"),), "03-01", "done"),
        (SECOND_QUARTER, (event(DONE, "07-15", period="2024-Q3"),), "08-01", "done_late"),
        (FROM_JUNE, (), "12-31", "not_due"),
        (FROM_JUNE, (event(STARTED, "07-01"),), "12-31", "in_progress"),
        (FROM_JUNE, (event(DONE, "07-01"),), "12-31", "done"),
        (Window(end=date(2024, 6, 30)), (), "07-01", "unreported"),
        (WHEN_FOUND, (), "12-31", "untriggered"),
        (WHEN_FOUND, (event(CANCELLED, "03-01"),), "12-31", "cancelled"),
        (WHEN_FOUND, (event(STARTED, "03-01"),), "12-31", "in_progress"),
        (WHEN_FOUND, (event(DONE, "03-01"),), "12-31", "done"),
        (WHEN_FOUND, (event(TRIGGERED, "03-01"),), "12-31", "not_due"),
        (WHEN_FOUND, (event(TRIGGERED, "03-01", due="03-20"),), "03-20", "not_due"),
        (WHEN_FOUND, (event(TRIGGERED, "03-01", due="03-20"),), "03-21", "unreported"),
        (WHEN_FOUND, (event(TRIGGERED, "03-01", due="03-20"), event(DONE, "03-25")), "04-01", "done_late"),
        (WHEN_FOUND, (event(DONE, "02-01"), event(TRIGGERED, "03-01", due="03-20")), "04-01", "unreported"),
        (WHEN_FOUND, (event(TRIGGERED, "03-01"), event(TRIGGERED, "05-01"), event(DONE, "05-02")), "06-01", "in_progress"),
        (
            WHEN_FOUND,
            (event(TRIGGERED, "03-01"), event(DONE, "03-09"), event(TRIGGERED, "05-01"), event(DONE, "05-02")),
            "06-01",
            "done",
        ),
        (BY_THE_15TH, (), "01-14", "not_due"),
        (BY_THE_15TH, (), "01-15", "unreported"),
        (BY_THE_15TH, (event(DONE, "01-10"),), "02-14", "in_progress"),
        (BY_THE_15TH, (event(DONE, "01-10"),), "02-15", "overdue"),
        (BY_THE_15TH, (event(DONE, "01-10"), event(DONE, "02-20")), "03-01", "in_progress"),
        (BY_THE_15TH, tuple(event(DONE, f"{m:02}-10") for m in range(1, 13)), "12-31", "done"),
        (BY_THE_15TH, tuple(event(DONE, f"{m:02}-20") for m in range(1, 13)), "12-31", "done_late"),
        (BY_THE_15TH, (event(DONE, "12-31", period="2023"),), "12-31", "unreported"),
        (BY_THE_15TH, tuple(event(CANCELLED, "01-02", period=f"2024-M{m:02}") for m in range(1, 13)), "12-31", "cancelled"),
        (Recurring(frequency=Frequency.QUARTERLY), (event(DONE, "03-31"),), "06-30", "in_progress"),
        (Recurring(frequency=Frequency.HALF_YEARLY), (event(DONE, "07-02", period="2024-H1"),), "12-31", "in_progress"),
        (Recurring(frequency=Frequency.YEARLY, due=("12-14",)), (event(DONE, "12-20"),), "12-31", "done_late"),
        (Recurring(frequency=Frequency.YEARLY, due=("06-14", "12-14")), (event(DONE, "06-01"),), "12-15", "overdue"),
        (Recurring(frequency=Frequency.YEARLY, months=(3, 11)), (event(DONE, "03-05"), event(DONE, "11-30")), "12-31", "done"),
        (Recurring(frequency=Frequency.YEARLY, months=(3, 11)), (event(DONE, "02-20"),), "03-01", "in_progress"),
        (Continuous(), (), "12-31", "continuous"),
        (Continuous(), (event(CANCELLED, "05-01"),), "12-31", "cancelled"),
        (Recurring(frequency=Frequency.WEEKLY), (), "12-31", "continuous"),
    ],
)
def test_each_kind_of_schedule(schedule: Schedule, events: tuple[TaskEvent, ...], as_of: str, state: str) -> None:
    assert judge(schedule, *events, as_of=as_of).state.value == state


def compound(operator: Operator, *parts: Schedule) -> Compound:
    return Compound(operator=operator, parts=parts)


AS_NEEDED = Conditional(trigger="Khi có yêu cầu")
AUGUST, DECEMBER = event(DONE, "08-01"), event(DONE, "12-01")
TWO_IN_AUTUMN = compound(Operator.AND, Window(start=date(2024, 7, 1), end=date(2024, 9, 30)), FOURTH_QUARTER)
TWO_QUARTERS = compound(Operator.AND, SECOND_QUARTER, FOURTH_QUARTER)
JANUARY_OR_AS_PLANNED = compound(Operator.OR, Deadline(due=date(2024, 1, 31)), Conditional(trigger="Theo Kế hoạch"))


@pytest.mark.parametrize(
    ("schedule", "events", "as_of", "state"),
    [
        (TWO_QUARTERS, (event(DONE, "05-10"),), "07-01", "in_progress"),
        (TWO_QUARTERS, (event(DONE, "11-10"),), "11-30", "overdue"),
        (TWO_QUARTERS, (event(DONE, "05-10"), event(DONE, "11-10")), "11-30", "done"),
        (TWO_QUARTERS, (event(DONE, "07-10"), event(DONE, "11-10")), "11-30", "done_late"),
        (TWO_QUARTERS, (event(DONE, "11-10"), event(DONE, "11-11", period="2024-Q2")), "11-30", "done_late"),
        (JANUARY_OR_AS_PLANNED, (), "01-31", "not_due"),
        (JANUARY_OR_AS_PLANNED, (), "02-01", "unreported"),
        (JANUARY_OR_AS_PLANNED, (event(STARTED, "01-20"),), "01-31", "in_progress"),
        (JANUARY_OR_AS_PLANNED, (event(TRIGGERED, "01-20", due="04-30"),), "02-01", "not_due"),
        (JANUARY_OR_AS_PLANNED, (event(TRIGGERED, "01-20", due="04-30"), event(DONE, "03-01")), "04-01", "done"),
        (JANUARY_OR_AS_PLANNED, (event(TRIGGERED, "01-20", due="04-30"),), "05-01", "unreported"),
        (compound(Operator.OR, WHEN_FOUND, Continuous()), (), "12-31", "continuous"),
        (compound(Operator.OR, DEADLINE, SECOND_QUARTER), (event(STARTED, "06-01"),), "07-01", "overdue"),
        (compound(Operator.AND, Continuous(), WHEN_FOUND), (), "12-31", "continuous"),
        (compound(Operator.AND, WHEN_FOUND, DEADLINE), (event(DONE, "05-01"),), "12-31", "done"),
        (compound(Operator.AND, WHEN_FOUND, DEADLINE), (), "06-01", "unreported"),
        (compound(Operator.PER_SUBJECT, Continuous(subject="Theo dõi"), BY_THE_15TH), (), "02-01", "unreported"),
        (compound(Operator.PER_SUBJECT, SECOND_QUARTER, DEADLINE), (event(DONE, "05-01"),), "12-31", "overdue"),
        # Progress shows that a condition came about only where nothing else can have asked for it.
        (JANUARY_OR_AS_PLANNED, (event(DONE, "03-01"),), "04-01", "done_late"),
        (compound(Operator.OR, WHEN_FOUND, AS_NEEDED), (event(DONE, "03-01"),), "04-01", "done"),
        (compound(Operator.AND, WHEN_FOUND, AS_NEEDED), (event(DONE, "03-01"),), "04-01", "done"),
        (compound(Operator.AND, Continuous(), WHEN_FOUND), (event(DONE, "03-01"),), "04-01", "continuous"),
        (compound(Operator.AND, WHEN_FOUND, DEADLINE), (event(TRIGGERED, "04-01"), event(DONE, "05-01")), "12-31", "done"),
        (
            compound(Operator.AND, WHEN_FOUND, DEADLINE),
            (event(TRIGGERED, "05-02"), event(DONE, "05-01")),
            "12-31",
            "in_progress",
        ),
        (compound(Operator.AND, SECOND_QUARTER, TWO_IN_AUTUMN), (event(DONE, "05-01"),), "12-31", "overdue"),
        (compound(Operator.AND, SECOND_QUARTER, TWO_IN_AUTUMN), (event(DONE, "05-01"), AUGUST, DECEMBER), "12-31", "done"),
    ],
)
def test_compounds(schedule: Schedule, events: tuple[TaskEvent, ...], as_of: str, state: str) -> None:
    assert judge(schedule, *events, as_of=as_of).state.value == state


FROM_APRIL = Window(start=date(2024, 4, 1))
BY_DECEMBER = Deadline(due=date(2024, 12, 30))


@pytest.mark.parametrize(
    ("parts", "events", "as_of", "state"),
    [
        ((FROM_APRIL, BY_DECEMBER), (event(DONE, "05-10"),), "06-01", "done"),
        ((BY_DECEMBER, FROM_APRIL), (event(DONE, "02-10"),), "06-01", "done"),
        ((FROM_APRIL, BY_DECEMBER), (event(DONE, "12-31"),), "12-31", "done_late"),
        ((FROM_APRIL, BY_DECEMBER), (), "12-31", "unreported"),
        ((FROM_APRIL, SECOND_QUARTER, FOURTH_QUARTER), (event(DONE, "05-10"),), "07-01", "in_progress"),
        ((FROM_APRIL, SECOND_QUARTER, FOURTH_QUARTER), (event(DONE, "05-10"), event(DONE, "11-10")), "12-31", "done"),
        ((FROM_APRIL, FROM_JUNE), (event(DONE, "07-10"),), "12-31", "done"),
        ((FROM_APRIL, Recurring(frequency=Frequency.YEARLY)), (event(DONE, "07-10"),), "12-31", "done"),
    ],
)
def test_an_open_end_asks_for_nothing_beside_a_day_that_decides(
    parts: tuple[Schedule, ...], events: tuple[TaskEvent, ...], as_of: str, state: str
) -> None:
    assert judge(compound(Operator.AND, *parts), *events, as_of=as_of).state.value == state


PROVINCIAL, DISTRICT = "Cấp tỉnh", "cấp huyện"
BY_LEVEL = compound(
    Operator.PER_SUBJECT,
    Window(start=date(2024, 1, 1), end=date(2024, 3, 31), subject=PROVINCIAL),
    Window(start=date(2024, 4, 1), end=date(2024, 6, 30), subject=DISTRICT),
)


@pytest.mark.parametrize(
    ("events", "states"),
    [
        ((event(DONE, "02-01"),), {"02-02": "in_progress", "06-30": "in_progress", "07-01": "overdue"}),
        ((event(DONE, "02-01"), event(DONE, "05-01")), {"12-31": "done"}),
        # A second word on the same days is no word on the next.
        ((event(DONE, "02-01"), event(DONE, "02-02")), {"12-31": "overdue"}),
        ((event(DONE, "07-02"), event(DONE, "07-03")), {"12-31": "done_late"}),
        ((event(DONE, "02-01", subject="CẤP  HUYỆN"),), {"03-31": "in_progress", "04-01": "overdue"}),
        ((event(DONE, "02-01", subject=DISTRICT), event(DONE, "02-02", subject=PROVINCIAL)), {"12-31": "done"}),
        ((event(DONE, "02-01", subject=DISTRICT), event(DONE, "02-02")), {"12-31": "done"}),
        ((event(DONE, "02-01", subject="Cấp xã"),), {"03-31": "in_progress", "04-01": "overdue"}),
        ((event(DONE, "02-01", period="2024"),), {"12-31": "overdue"}),
        ((event(DONE, "02-01"), event(CANCELLED, "05-01", subject=DISTRICT)), {"12-31": "done"}),
        ((event(CANCELLED, "01-01", subject=PROVINCIAL), event(CANCELLED, "02-01", subject=DISTRICT)), {"12-31": "cancelled"}),
        ((event(CANCELLED, "01-01", subject="Cấp xã"),), {"12-31": "unreported"}),
    ],
)
def test_each_subject_is_settled_by_its_own_event(events: tuple[TaskEvent, ...], states: dict[str, str]) -> None:
    assert {as_of: judge(BY_LEVEL, *events, as_of=as_of).state.value for as_of in states} == states


def test_an_event_without_a_period_of_its_subject_settles_one_subject_of_a_month() -> None:
    monthly = [Recurring(frequency=Frequency.MONTHLY, subject=subject) for subject in (PROVINCIAL, DISTRICT)]
    verdict = judge(compound(Operator.PER_SUBJECT, *monthly), event(DONE, "01-10", period="2024-M01"), as_of="02-01")
    assert [(o.subject, o.state.value) for o in verdict.occurrences if o.period == Period.month(2024, 1)] == [
        (PROVINCIAL, "done"),
        (DISTRICT, "overdue"),
    ]


def test_a_subject_holds_for_all_that_stands_below_it() -> None:
    inner = Compound(operator=Operator.AND, parts=(SECOND_QUARTER, FOURTH_QUARTER), subject=PROVINCIAL)
    either = Compound(operator=Operator.OR, parts=(DEADLINE, FOURTH_QUARTER), subject=DISTRICT)
    schedule = compound(Operator.PER_SUBJECT, inner, either)
    both = (event(DONE, "05-01", subject=PROVINCIAL), event(DONE, "11-01", subject=PROVINCIAL))
    assert judge(schedule, *both, as_of="12-31").state is TaskState.IN_PROGRESS
    assert judge(schedule, *both, event(DONE, "05-05"), as_of="12-31").state is TaskState.IN_PROGRESS
    assert judge(schedule, *both, event(DONE, "05-05", subject=DISTRICT), as_of="12-31").state is TaskState.DONE
    assert {o.subject for o in judge(schedule, *both, as_of="12-31").occurrences} == {PROVINCIAL, DISTRICT}


WATCH, PUBLISH = Continuous(subject="Theo dõi"), Recurring(frequency=Frequency.MONTHLY, subject="Công bố")
ON_CHANGE = Conditional(trigger="Khi có thay đổi", subject="Cập nhật")


@pytest.mark.parametrize(
    ("parts", "events", "watched"),
    [
        ((WATCH, PUBLISH), (event(DONE, "01-10"),), False),
        ((WATCH, PUBLISH), (event(DONE, "01-10", subject="theo dõi"),), True),
        ((WATCH, ON_CHANGE), (event(DONE, "01-10"),), True),
        ((WATCH, ON_CHANGE), (event(DONE, "01-10", subject="Cập nhật"),), False),
        ((Continuous(), WATCH), (event(DONE, "01-10"),), False),
        ((Continuous(subject="Rà soát"), WATCH), (event(DONE, "01-10"),), False),
    ],
)
def test_continuous_work_of_a_subject_takes_no_other_s_events(
    parts: tuple[Schedule, ...], events: tuple[TaskEvent, ...], watched: bool
) -> None:
    verdict = judge(compound(Operator.PER_SUBJECT, *parts), *events, as_of="12-31")
    found = {period.subject: period.state is TaskState.DONE for period in verdict.periods}
    assert found["Theo dõi"] is watched


def test_a_condition_comes_about_for_its_own_subject() -> None:
    schedule = compound(Operator.PER_SUBJECT, ON_CHANGE, Conditional(trigger="Khi có lỗi", subject="Sửa"))
    done = event(DONE, "03-01", subject="Cập nhật")
    assert judge(schedule, done, as_of="12-31").state is TaskState.DONE
    assert judge(schedule, event(TRIGGERED, "02-01", subject="Sửa"), done, as_of="12-31").state is TaskState.IN_PROGRESS
    assert [o.subject for o in judge(schedule, event(TRIGGERED, "02-01"), as_of="12-31").occurrences] == ["Cập nhật", "Sửa"]


def test_work_on_part_of_a_task_that_has_no_parts_is_progress() -> None:
    assert judge(DEADLINE, event(DONE, "05-01", subject=PROVINCIAL), as_of="05-31").state is TaskState.IN_PROGRESS


@pytest.mark.parametrize(
    ("schedule", "events", "state", "done"),
    [
        (DEADLINE, (event(DONE, "02-01"), event(CANCELLED, "03-01")), "done", 1),
        (DEADLINE, (event(DONE, "06-03"), event(CANCELLED, "07-01")), "done_late", 1),
        (DEADLINE, (event(DONE, "03-01"), event(CANCELLED, "03-01")), "done", 1),
        (DEADLINE, (event(CANCELLED, "03-01"), event(DONE, "04-01")), "cancelled", 0),
        (DEADLINE, (event(DONE, "02-01", recorded_on="12-31"), event(CANCELLED, "03-01")), "cancelled", 0),
        (WHEN_FOUND, (event(DONE, "02-01"), event(CANCELLED, "03-01")), "done", 1),
        (BY_THE_15TH, (event(DONE, "01-10"), event(DONE, "02-10"), event(CANCELLED, "03-01")), "cancelled", 2),
        (TWO_QUARTERS, (event(DONE, "05-10"), event(CANCELLED, "07-01")), "cancelled", 1),
        (Continuous(), (event(DONE, "05-10"), event(CANCELLED, "07-01")), "cancelled", 1),
        (compound(Operator.AND, Continuous(), DEADLINE), (event(DONE, "05-10"), event(CANCELLED, "07-01")), "done", 2),
        (compound(Operator.OR, BY_THE_15TH, DEADLINE), (event(DONE, "06-10"), event(CANCELLED, "06-11")), "done_late", 1),
    ],
)
def test_what_was_done_before_a_task_was_called_off_keeps_its_credit(
    schedule: Schedule, events: tuple[TaskEvent, ...], state: str, done: int
) -> None:
    verdict = judge(schedule, *events, as_of="12-01")
    assert verdict.state.value == state
    assert sum(time.done_on is not None for time in (*verdict.occurrences, *verdict.periods)) == done


def test_what_one_lead_did_finishes_no_task_that_is_called_off_for_both() -> None:
    lead = ("Sở Nội vụ", "Sở Tư pháp")
    by_one = (event(DONE, "02-01", agency="Sở Nội vụ"), event(CANCELLED, "03-01"))
    assert judge(DEADLINE, *by_one, as_of="12-01", lead=lead).state is TaskState.CANCELLED
    by_both = (
        event(DONE, "02-01"),
        event(CANCELLED, "03-01", agency="Sở Nội vụ"),
        event(CANCELLED, "04-01", agency="Sở Tư pháp"),
    )
    assert judge(DEADLINE, *by_both, as_of="12-01", lead=lead).state is TaskState.DONE
    between = (by_both[1], event(DONE, "03-15", agency="Sở Tư pháp"), by_both[2])
    assert judge(DEADLINE, *between, as_of="12-01", lead=lead).state is TaskState.DONE


def test_continuous_work_of_a_subject_may_be_called_off_alone() -> None:
    schedule = compound(Operator.PER_SUBJECT, WATCH, PUBLISH)
    verdict = judge(schedule, event(CANCELLED, "01-05", subject="Theo dõi"), as_of="02-01")
    assert [period.state for period in verdict.periods] == [TaskState.CANCELLED]
    assert verdict.state is TaskState.UNREPORTED


def test_a_part_that_falls_outside_the_plan_asks_for_nothing() -> None:
    yearly = Recurring(frequency=Frequency.YEARLY)
    for operator in (Operator.PER_SUBJECT, Operator.OR):
        schedule = compound(operator, DEADLINE, yearly)
        assert judge(schedule, event(DONE, "05-01"), as_of="06-15", period=Period.half(2024, 1)).state is TaskState.DONE
    both = compound(Operator.OR, yearly, yearly)
    assert judge(both, as_of="06-15", period=Period.half(2024, 1)).state is TaskState.NOT_DUE


HOME, JUSTICE = "Sở Nội vụ", "Sở Tư pháp"


@pytest.mark.parametrize(
    ("events", "state", "waiting_for"),
    [
        ((event(DONE, "05-01"),), "done", ()),
        ((event(DONE, "05-01", HOME),), "overdue", (JUSTICE,)),
        ((event(DONE, "05-01", HOME), event(DONE, "05-02", "sở  tư pháp")), "done", ()),
        ((event(DONE, "05-01", HOME), event(DONE, "06-02", JUSTICE)), "done_late", ()),
        ((event(DONE, "05-01", HOME), event(CANCELLED, "05-02", JUSTICE)), "done", ()),
        ((event(CANCELLED, "05-01", HOME), event(CANCELLED, "05-02", JUSTICE)), "cancelled", ()),
        ((event(DONE, "05-01", "Sở Y tế"),), "overdue", (HOME, JUSTICE)),
    ],
)
def test_several_leads(events: tuple[TaskEvent, ...], state: str, waiting_for: tuple[str, ...]) -> None:
    verdict = judge(DEADLINE, *events, as_of="07-01", lead=(HOME, JUSTICE))
    assert (verdict.state.value, verdict.waiting_for) == (state, waiting_for)


def test_a_collective_lead_is_done_only_when_it_is_said_of_all() -> None:
    lead = ("Các sở, ban, ngành",)
    assert judge(DEADLINE, event(DONE, "05-01", HOME), as_of="05-31", lead=lead).state is TaskState.IN_PROGRESS
    assert judge(DEADLINE, event(DONE, "05-01"), as_of="05-31", lead=lead).state is TaskState.DONE


def test_a_trigger_at_one_agency_is_answered_there() -> None:
    events = (event(TRIGGERED, "03-01", HOME, due="03-20"), event(DONE, "03-10", HOME))
    assert judge(WHEN_FOUND, *events, as_of="04-01", lead=("Các sở, ban, ngành",)).state is TaskState.DONE


def test_occurrences_of_recurring_work_are_kept() -> None:
    verdict = judge(BY_THE_15TH, event(DONE, "01-20"), event(STARTED, "02-10"), as_of="03-20")
    found = [(o.period.code if o.period else "", o.state.value, o.days_late) for o in verdict.occurrences[:4]]
    assert found == [
        ("2024-M01", "done_late", 6),
        ("2024-M02", "overdue", 35),
        ("2024-M03", "unreported", 6),
        ("2024-M04", "not_due", 0),
    ]
    assert (verdict.state, verdict.due, verdict.done_on) == (TaskState.OVERDUE, day("02-14"), None)


def test_what_decides_is_the_earliest_day_still_owed_then_the_last() -> None:
    both = (event(DONE, "05-10"), event(DONE, "11-10"))
    done = judge(TWO_QUARTERS, *both, as_of="12-01")
    assert (done.due, done.done_on) == (day("12-31"), day("11-10"))
    assert judge(TWO_QUARTERS, both[0], as_of="07-01").due == day("12-31")


def test_continuous_work_is_judged_per_reporting_period() -> None:
    task = Task(number=1, title="Theo dõi", schedule=Continuous())
    events = (event(STARTED, "02-01", period="2024-Q1"), event(CANCELLED, "02-02", period="2024-H1"))
    verdict = task_state(task, events[:1], as_of=day("06-15"), plan_period=YEAR, regime=BNV)
    assert [(o.period.code if o.period else "", o.state.value, o.due) for o in verdict.periods] == [
        ("2024-Q1", "done", day("03-14")),
        ("2024-H1", "done", day("06-14")),
    ]
    silent = task_state(task, (), as_of=day("04-01"), plan_period=YEAR, regime=BNV)
    assert [o.state.value for o in silent.periods] == ["unreported", "not_due"]
    stopped = task_state(task, events[1:], as_of=day("06-15"), plan_period=YEAR, regime=BNV)
    assert [o.state.value for o in stopped.periods] == ["cancelled", "cancelled"]
    alone = task_state(task, (event(DONE, "08-01"),), as_of=day("12-31"), plan_period=YEAR)
    assert [(o.period, o.state, o.done_on) for o in alone.periods] == [(YEAR, TaskState.DONE, day("08-01"))]
    assert (alone.due, alone.occurrences) == (None, ())


def calendar(last: date) -> Calendar:
    return Calendar(
        id="t", first=date(2024, 1, 1), last=last, days=(), official_from=date(2024, 1, 1), official_to=date(2024, 12, 31)
    )


def test_delays_in_working_days_need_a_calendar_that_reaches_them() -> None:
    task = Task(number=1, title="Ban hành kế hoạch", schedule=DEADLINE)
    late, in_time = event(DONE, "06-10"), event(DONE, "05-10")

    def judged(done: TaskEvent, reach: str) -> TaskVerdict:
        return task_state(task, (done,), as_of=day("07-01"), plan_period=YEAR, calendar=calendar(day(reach)))

    assert (judged(late, "12-31").days_late, judged(late, "12-31").working_days_late) == (10, 6)
    assert (judged(late, "06-01").days_late, judged(late, "06-01").working_days_late) == (10, None)
    assert judged(in_time, "12-31").working_days_late == 0
    assert judge(DEADLINE, late, as_of="07-01").working_days_late is None
    assert (judged(event(CANCELLED, "05-10"), "12-31").working_days_late, judged(late, "12-31").state.value) == (0, "done_late")
    assert judge(DEADLINE, event(CANCELLED, "05-10"), as_of="07-01").working_days_late is None
