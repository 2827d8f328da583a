"""Laws of task states: nothing known later changes a day, and what has fallen due never becomes not due again."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cchc import testing
from cchc.model import Compound, Milestone, Operator, Period, PeriodKind, Schedule, Task, TaskEvent, Window
from cchc.rules import TaskState, task_state
from cchc.rules.states import state_of_all, state_of_any

LEADS = ("Sở Nội vụ", "Sở Tư pháp")
FIRST, LAST = date(2023, 6, 1), date(2025, 6, 30)
PLANS = st.sampled_from([Period.of_year(2024), Period.half(2024, 2), Period.quarter(2024, 1), Period.span(2023, 2024)])
LATER = {TaskState.NOT_DUE: TaskState.UNREPORTED, TaskState.IN_PROGRESS: TaskState.OVERDUE}


def days() -> st.SearchStrategy[date]:
    return testing.days(FIRST, LAST)


def tasks(schedules: st.SearchStrategy[Schedule]) -> st.SearchStrategy[Task]:
    leads = st.lists(st.sampled_from(LEADS), unique=True).map(tuple)
    return st.builds(Task, number=st.just(1), title=st.just("Nhiệm vụ"), schedule=schedules, lead=leads)


SUBJECTS = ("Cấp tỉnh", "cấp huyện", "Cấp xã")


def events(*milestones: Milestone) -> st.SearchStrategy[list[TaskEvent]]:
    def on(day: date) -> st.SearchStrategy[TaskEvent]:
        return st.builds(
            TaskEvent,
            task=st.just(1),
            milestone=st.sampled_from(milestones or tuple(Milestone)),
            on=st.just(day),
            recorded_on=st.none() | testing.days(day, LAST),
            agency=st.sampled_from(("", *LEADS, "Sở Y tế")),
            subject=st.sampled_from(("", *SUBJECTS, "Nội dung khác")),
            period=st.none() | testing.periods(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR),
            due=st.none() | days(),
        )

    return st.lists(days().flatmap(on), max_size=6)


def windows(subject: str) -> st.SearchStrategy[Window]:
    return st.tuples(days(), days()).map(sorted).map(lambda pair: Window(start=pair[0], end=pair[1], subject=subject))


def by_subject() -> st.SearchStrategy[Compound]:
    some = st.lists(st.sampled_from(SUBJECTS), min_size=2, unique=True)
    parts = some.flatmap(lambda names: st.tuples(*map(windows, names)))
    return st.builds(Compound, operator=st.just(Operator.PER_SUBJECT), parts=parts)


TASKS = tasks(testing.schedules() | by_subject())


@pytest.mark.law
@given(TASKS, events(), days(), PLANS)
def test_events_known_later_change_nothing(task: Task, given_events: list[TaskEvent], as_of: date, plan: Period) -> None:
    known = [event for event in given_events if event.known_on <= as_of]
    everything = task_state(task, given_events, as_of=as_of, plan_period=plan)
    assert everything == task_state(task, known, as_of=as_of, plan_period=plan)


@pytest.mark.law
@given(TASKS, events(), days(), st.integers(0, 400), PLANS)
def test_due_ness_only_grows(task: Task, given_events: list[TaskEvent], as_of: date, wait: int, plan: Period) -> None:
    known = [event for event in given_events if event.known_on <= as_of]
    before = task_state(task, known, as_of=as_of, plan_period=plan).state
    after = task_state(task, known, as_of=as_of + timedelta(days=wait), plan_period=plan).state
    assert after in (before, LATER.get(before, before))


@pytest.mark.law
@given(TASKS, events().flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))), days(), PLANS)
def test_the_order_of_events_changes_nothing(
    task: Task, orders: tuple[list[TaskEvent], list[TaskEvent]], as_of: date, plan: Period
) -> None:
    one, other = (task_state(task, order, as_of=as_of, plan_period=plan) for order in orders)
    assert one == other


@pytest.mark.law
@given(TASKS, events(), days(), PLANS)
def test_recording_the_same_thing_twice_changes_nothing(
    task: Task, given_events: list[TaskEvent], as_of: date, plan: Period
) -> None:
    once = task_state(task, dict.fromkeys(given_events), as_of=as_of, plan_period=plan)
    assert task_state(task, [*given_events, *given_events], as_of=as_of, plan_period=plan) == once


@pytest.mark.law
@given(TASKS, events(), days(), PLANS)
def test_the_verdict_agrees_with_its_own_days(task: Task, given_events: list[TaskEvent], as_of: date, plan: Period) -> None:
    verdict = task_state(task, given_events, as_of=as_of, plan_period=plan)
    match verdict.state:
        case TaskState.DONE_LATE:
            assert verdict.due is not None
            assert verdict.done_on is not None
            assert verdict.days_late > 0
        case TaskState.OVERDUE | TaskState.UNREPORTED:
            assert verdict.due is not None
            assert verdict.due < as_of
            assert verdict.days_late >= (as_of - verdict.due).days
        case TaskState.NOT_DUE | TaskState.IN_PROGRESS:
            assert verdict.due is None or as_of <= verdict.due
        case TaskState.UNTRIGGERED | TaskState.CANCELLED | TaskState.CONTINUOUS:
            assert verdict.due is None


@pytest.mark.law
@given(tasks(by_subject()), events(Milestone.DONE, Milestone.STARTED), days(), PLANS)
def test_no_more_subjects_are_done_than_were_recorded(
    task: Task, given_events: list[TaskEvent], as_of: date, plan: Period
) -> None:
    verdict = task_state(task, given_events, as_of=as_of, plan_period=plan)
    recorded = {event for event in given_events if event.milestone is Milestone.DONE and event.known_on <= as_of}
    named = {event.subject for event in recorded}
    finished = [time for time in verdict.occurrences if time.state in (TaskState.DONE, TaskState.DONE_LATE)]
    unnamed = sum(not event.subject for event in recorded)
    assert sum(time.subject not in named for time in finished) <= unnamed
    if verdict.state in (TaskState.DONE, TaskState.DONE_LATE):
        assert len(finished) == len(verdict.occurrences)


@pytest.mark.law
@given(TASKS, events(), days(), PLANS)
def test_calling_a_task_off_takes_no_credit_from_what_was_done(
    task: Task, given_events: list[TaskEvent], stop: date, plan: Period
) -> None:
    known = [e for e in given_events if e.milestone in (Milestone.DONE, Milestone.STARTED) and e.known_on <= stop]
    cancelled = TaskEvent(task=1, milestone=Milestone.CANCELLED, on=stop)
    before = task_state(task, known, as_of=stop, plan_period=plan)
    after = task_state(task, [*known, cancelled], as_of=stop, plan_period=plan)
    if before.state in (TaskState.DONE, TaskState.DONE_LATE):
        assert evolve(after, periods=()) == evolve(before, periods=())
        assert [time for time in after.periods if time.done_on] == [time for time in before.periods if time.done_on]
    else:
        assert (after.state, after.due, after.days_late) == (TaskState.CANCELLED, None, 0)


@pytest.mark.law
@given(st.lists(st.sampled_from(TaskState), min_size=1), st.lists(st.sampled_from(TaskState), min_size=1))
def test_a_whole_may_be_split_anywhere(left: list[TaskState], right: list[TaskState]) -> None:
    assert state_of_all([state_of_all(left), state_of_all(right)]) is state_of_all([*left, *right])


@pytest.mark.law
@given(st.sampled_from(TaskState))
def test_a_part_alone_is_the_whole(state: TaskState) -> None:
    assert state_of_all([state]) is state_of_any([state]) is state
