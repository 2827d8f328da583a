from pathlib import Path

import pytest

from cchc import InvalidInput, Period, Plan, Scorecard, load, save, scorecard


def test_a_file_is_what_its_schema_says(tmp_path: Path) -> None:
    plan = Plan(title="Kế hoạch", period=Period.of_year(2024))
    save(plan, tmp_path / "plan.toml")
    save(scorecard("qd-766"), tmp_path / "card.json")
    assert load(tmp_path / "plan.toml") == plan
    assert load(tmp_path / "card.json") == scorecard("qd-766")
    assert load(tmp_path / "card.json", Scorecard).id == "qd-766"


def test_a_file_of_another_kind_is_refused_with_its_name(tmp_path: Path) -> None:
    save(scorecard("qd-766"), tmp_path / "card.toml")
    with pytest.raises(InvalidInput) as caught:
        load(tmp_path / "card.toml", Plan)
    (problem, *_) = caught.value.problems
    assert (problem.code, problem.place) == ("unknown-schema", "card.toml: schema")
    (tmp_path / "none.toml").write_text('schema = "plann/1"', encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load(tmp_path / "none.toml")
    assert [(problem.code, problem.near) for problem in caught.value.problems] == [("unknown-schema", "plan/1")]
