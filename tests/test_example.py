import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from cchc import Area, InvalidInput, RankUp, Ratio
from cchc.example import FILES, plan_2024, plan_2025, progress_2024, published_766, report_2025, write_files
from cchc.example.showcase import showcase
from cchc.reading.times import parse_schedule


def test_the_plan_for_2024_has_its_130_tasks() -> None:
    plan = plan_2024()
    assert [task.number for task in plan.tasks] == list(range(1, 131))
    assert Counter(task.area for task in plan.tasks)[Area.PROCEDURES] == 38
    assert all(task.lead and task.schedule_text for task in plan.tasks)
    assert [task.code for task in plan.tasks if task.code == "2.79"] == ["2.79", "2.79"]  # as printed


def test_its_schedules_are_what_its_words_say() -> None:
    assert [task.number for task in plan_2024().tasks if parse_schedule(task.schedule_text, year=2024) != task.schedule] == []


def test_its_facts_are_those_of_the_annex(shared: Path) -> None:
    rows = json.loads((shared / "gold" / "tasks_2024_rows_1_60.json").read_text(encoding="utf-8"))
    tasks = plan_2024().tasks[:60]
    assert [task.schedule_text for task in tasks] == [row["time_text"] for row in rows]
    assert [list(task.lead) for task in tasks] == [row["lead_norm"] for row in rows]
    assert [task.code for task in tasks] == [row["activity_code"] for row in rows]


def test_the_plan_for_2025_has_its_targets() -> None:
    targets = {target.id: target for target in plan_2025().targets}
    assert len(targets) == 58
    assert targets["1.5"].requirement == RankUp(least=2, most=5, baseline="2024")


def test_progress_and_report_speak_of_what_the_plans_hold_and_say_they_are_invented() -> None:
    numbers = {task.number for task in plan_2024().tasks}
    assert {event.task for event in progress_2024().events} <= numbers
    assert progress_2024().note
    assert {measurement.indicator for measurement in report_2025().measurements} <= {t.id for t in plan_2025().targets}


def test_the_published_figures_are_those_of_the_portal() -> None:
    table = published_766()
    assert {m.indicator: m.value for m in table.measurements}["1.3"] == Ratio(87, 89)
    assert table.published[-1].points == Decimal("61.39")


def test_the_showcase_balances_and_bears_out_every_printed_point() -> None:
    shown = showcase()
    assert shown.findings == ()
    for plan, assessment in shown.plans:
        assert sum(entry.tasks for entry in assessment.ledger.total.states) == len(plan.tasks)
    assert [verdict.state.value for verdict in shown.plans[0][1].reporting] == ["on_time", "late", "on_time", "not_due"]
    assert shown.ledger.total == Decimal("61.39")
    assert json.loads(json.dumps(shown.to_data()))["ledger"]["total"] == "61.39"


def test_the_files_can_be_written_and_are_not_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    first = write_files(folder)
    assert [path.name for path in first] == list(FILES)
    first[0].write_text("mine", encoding="utf-8")
    assert write_files(folder) == first
    assert first[0].read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        write_files(tmp_path / "file")
    assert caught.value.problems[0].code == "cannot-write"
