import pytest
from attrs import evolve
from hypothesis import given

from cchc.model import AtLeast, InvalidInput, Period, Plan, Target, Task
from cchc.testing import plans

YEAR = Period.of_year(2024)


def target(name: str) -> Target:
    return Target(id=name, indicator="Tỷ lệ hồ sơ đúng hạn", requirement=AtLeast("98", "%"))


def task(number: int) -> Task:
    return Task(number=number, title="Ban hành kế hoạch")


@pytest.mark.law
@given(plans())
def test_naming_a_row_twice_is_always_refused(plan: Plan) -> None:
    if not plan.targets and not plan.tasks:
        return
    with pytest.raises(InvalidInput) as refused:
        evolve(plan, targets=(*plan.targets, *plan.targets), tasks=(*plan.tasks, *plan.tasks))
    twice = [problem.found for problem in refused.value.problems]
    assert twice == [target.id for target in plan.targets] + [str(task.number) for task in plan.tasks]


def test_all_that_is_named_twice_is_told_at_once() -> None:
    with pytest.raises(InvalidInput) as refused:
        Plan(title="Kế hoạch", period=YEAR, targets=tuple(map(target, "abab")), tasks=tuple(map(task, (1, 2, 2, 3, 3, 3))))
    found = [(problem.code, problem.place, problem.found) for problem in refused.value.problems]
    places = ["targets[2].id", "targets[3].id", "tasks[2].number", "tasks[4].number", "tasks[5].number"]
    assert found == [("duplicate-id", place, key) for place, key in zip(places, "ab233", strict=True)]


def test_a_plan_keeps_its_symbol_as_the_decree_writes_it() -> None:
    assert Plan(title="Kế hoạch", period=YEAR, symbol="184 /KH-UBND").symbol == "184/KH-UBND"
    assert Plan(title="Kế hoạch", period=YEAR).symbol == ""
    with pytest.raises(InvalidInput):
        Plan(title="Kế hoạch", period=YEAR, symbol="184/QD-UBND")
