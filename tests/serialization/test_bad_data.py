"""Bad data, row by row: which problem at which place, and that all of them come at once."""

import datetime
from typing import cast

import pytest

from cchc.model import (
    Agency,
    Calendar,
    Citation,
    Code,
    Finding,
    InvalidInput,
    Measurement,
    Period,
    Plan,
    Problem,
    Quantity,
    Regime,
    Requirement,
    Schedule,
    Symbol,
    Target,
    Task,
)
from cchc.serialization import from_data
from cchc.serialization.leaves import Data


def problems(data: object, kind: object) -> list[Problem]:
    with pytest.raises(InvalidInput) as caught:
        from_data(data, cast("type[object]", kind))
    return list(caught.value.problems)


def codes(data: object, kind: object) -> list[tuple[str, str]]:
    return [(problem.code, problem.place) for problem in problems(data, kind)]


TASK: dict[str, Data] = {"number": 1, "title": "Ban hành kế hoạch"}
TARGET: dict[str, Data] = {"id": "1", "indicator": "Tỷ lệ đúng hạn", "requirement": {"kind": "complete"}}
YEARLY: dict[str, Data] = {"kind": "recurring", "frequency": "yearly"}
PLAN: dict[str, Data] = {"title": "Kế hoạch", "period": "2024"}


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        ({"titel": "x"}, "unknown-key", "titel"),
        ({"number": "1"}, "wrong-type", "number"),
        ({"number": True}, "wrong-type", "number"),
        ({"number": 1.0}, "wrong-type", "number"),
        ({"number": None}, "wrong-type", "number"),
        ({"number": 0}, "not-a-row-number", "number"),
        ({"title": 5}, "wrong-type", "title"),
        ({"title": ["x"]}, "wrong-type", "title"),
        ({"title": "\ud800"}, "not-unicode", "title"),
        ({"area": "digitall"}, "unknown-value", "area"),
        ({"area": 3}, "unknown-value", "area"),
        ({"lead": "Sở Nội vụ"}, "wrong-type", "lead"),
        ({"lead": ["Sở Nội vụ", 7]}, "wrong-type", "lead[1]"),
        ({"lead": ("Sở Nội vụ",)}, "wrong-type", "lead"),
        ({"schedule": "Quý I/2024"}, "wrong-type", "schedule"),
        ({"schedule": None}, "wrong-type", "schedule"),
        ({"schedule": {}}, "missing-key", "schedule.kind"),
        ({"schedule": {"kind": "deadlin", "due": "2024-01-31"}}, "unknown-value", "schedule.kind"),
        ({"schedule": {"kind": "deadline"}}, "missing-key", "schedule.due"),
        ({"schedule": {"kind": "deadline", "due": "2024-02-30"}}, "not-a-date", "schedule.due"),
        ({"schedule": {"kind": "deadline", "due": "20240131"}}, "not-a-date", "schedule.due"),
        ({"schedule": {"kind": "deadline", "due": "2024-W05-3"}}, "not-a-date", "schedule.due"),
        ({"schedule": {"kind": "deadline", "due": "31/01/2024"}}, "not-a-date", "schedule.due"),
        ({"schedule": {"kind": "deadline", "due": "2024-01-31T00:00:00"}}, "not-a-date", "schedule.due"),
        ({"schedule": {"kind": "deadline", "due": datetime.datetime(2024, 1, 31)}}, "wrong-type", "schedule.due"),  # noqa: DTZ001
        ({"schedule": {"kind": "window", "start": None, "end": None}}, "no-bound", "schedule"),
        ({"schedule": {"kind": "window", "start": "2024-03-01", "end": "2024-01-01"}}, "ends-before-start", "schedule"),
        ({"schedule": {**YEARLY, "due": ["12-14", "13-01"]}}, "not-a-month-day", "schedule.due"),
        ({"schedule": {**YEARLY, "due": 1214}}, "wrong-type", "schedule.due[0]"),
        ({"schedule": {"kind": "compound", "operator": "and", "parts": []}}, "too-few-parts", "schedule.parts"),
        ({"source": {"span": {"start": 5, "end": 1}}}, "ends-before-start", "source.span"),
        ({3: "x"}, "wrong-type", ""),
    ],
)  # fmt: skip
def test_a_bad_field_of_a_task(change: dict[str, Data], code: str, place: str) -> None:
    assert codes({**TASK, **change}, Task) == [(code, place)]
    assert codes({**PLAN, "tasks": [{**TASK, "number": 2}, {**TASK, **change}]}, Plan) == [
        (code, f"tasks[1].{place}".rstrip("."))
    ]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (98.5, "not-exact"), (float("nan"), "not-exact"), (True, "not-exact"), (None, "not-exact"), ("98,5", "not-exact"),
        ("9.85e1", "not-exact"), ("NaN", "not-exact"), ("98%", "not-exact"), (" 98", "not-exact"), ("", "not-exact"),
        ("٩٨", "not-exact"), ([], "not-exact"),
    ],
)  # fmt: skip
def test_a_number_that_is_not_exact(value: object, code: str) -> None:
    requirement = {"kind": "at_least", "value": value, "unit": "%"}
    assert codes({**TARGET, "requirement": requirement}, Target) == [(code, "requirement.value")]


@pytest.mark.parametrize(
    ("kind", "data", "code", "place"),
    [
        (Requirement, {"kind": "rank_within", "value": "0"}, "not-a-rank", "value"),
        (Requirement, {"kind": "rank_within", "value": "2.5"}, "not-exact", "value"),
        (Requirement, {"kind": "rank_up", "least": "5", "most": "2"}, "ends-before-start", ""),
        (Requirement, {"kind": "reduce_by", "value": "-1"}, "negative", "value"),
        (Quantity, {"kind": "ratio", "numerator": -1, "denominator": 2}, "negative", "numerator"),
        (Quantity, {"kind": "ratio", "numerator": 1}, "missing-key", "denominator"),
        (Quantity, {"kind": "ratio", "numerator": 1.5, "denominator": 2}, "not-exact", "numerator"),
        (Quantity, {"kind": "rank", "value": 5, "of": 3}, "not-a-rank", ""),
        (Quantity, {"kind": ["percent"], "value": "3"}, "unknown-value", "kind"),
        (Quantity, 98, "wrong-type", ""),
        (Target, {**TARGET, "aspiration": "true"}, "wrong-type", "aspiration"),
        (Schedule, {"kind": "continuous", "subjekt": "x"}, "unknown-key", "subjekt"),
        (Measurement, {"indicator": "1", "value": None}, "wrong-type", "value"),
        (Measurement, {"indicator": "1", "value": 3}, "wrong-type", "value"),
        (Measurement, {"indicator": "1", "value": {"absent": "unreportd"}}, "unknown-value", "value"),
        (Measurement, {"indicator": "1", "value": {"absent": "unreported", "kind": "x"}}, "unknown-key", "value.kind"),
        (Measurement, {"indicator": "1", "value": {}}, "missing-key", "value.kind"),
        (Period, "Quý I/2024", "not-a-period", ""),
        (Period, "2024-Q5", "not-a-period", ""),
        (Period, 2024, "wrong-type", ""),
        (Code, "1.2.", "not-a-code", ""),
        (Code, "1..2", "not-a-code", ""),
        (Symbol, "184", "not-a-symbol", ""),
        (Citation, {"symbol": "184/UBND"}, "not-a-symbol", "symbol"),
        (Plan, {**PLAN, "symbol": "kế hoạch"}, "not-a-symbol", "symbol"),
        (Plan, {**PLAN, "tasks": [TASK, TASK]}, "duplicate-id", "tasks[1].number"),
        (Plan, {**PLAN, "schema": "report/1"}, "unknown-schema", "schema"),
        (Plan, {**PLAN, "schema": 1}, "wrong-type", "schema"),
        (Plan, [], "wrong-type", ""),
        (Regime, {"id": "x", "title": "x", "reports": [], "calendar": None}, "unknown-key", "calendar"),
        (Calendar, {"id": "vn", "first": "2024-01-01", "last": "2024-01-02", "days": [], "official_from": "2024-01-01",
                    "official_to": "2024-01-02", "_worked": []}, "unknown-key", "_worked"),
        (Agency, {"id": "a", "name": "A", "level": "provinc"}, "unknown-value", "level"),
        (tuple[Task, ...], {}, "wrong-type", ""),
        (tuple[Task, ...], [TASK, {}], "missing-key", "[1].number"),
    ],
)  # fmt: skip
def test_bad_data_of_other_types(kind: object, data: object, code: str, place: str) -> None:
    assert codes(data, kind)[0] == (code, place)


@pytest.mark.parametrize(
    ("params", "code", "place"),
    [
        ([], "wrong-type", "params"),
        ({"stated": None}, "wrong-type", "params.stated"),
        ({"stated": 1.5}, "wrong-type", "params.stated"),
        ({"stated": [1, "x"]}, "wrong-type", "params.stated"),
        ({"stated": [True]}, "wrong-type", "params.stated"),
        ({"stated": {"text": 5}}, "wrong-type", "params.stated.text"),
        ({"stated": {"text": "5", "x": 1}}, "unknown-key", "params.stated.x"),
        ({"stated": {}}, "missing-key", "params.stated.text"),
        ({"stated": {"kind": "percent", "value": 1.5}}, "not-exact", "params.stated.value"),
    ],
)
def test_bad_parameters_of_a_finding(params: object, code: str, place: str) -> None:
    assert codes({"code": "a.b", "severity": "error", "subject": "tasks/1", "params": params}, Finding) == [(code, place)]


def test_every_problem_is_told_at_once_in_order() -> None:
    bad = {
        "titel": "x",
        "period": "Quý I/2024",
        "symbol": "2024",
        "tasks": [TASK, {"number": "2", "schedule": {"kind": "deadline", "due": "2024-13-01"}}, 7],
        "targets": [{**TARGET, "requirement": {"kind": "at_leest"}}],
    }
    assert codes(bad, Plan) == [
        ("missing-key", "title"),
        ("not-a-period", "period"),
        ("not-a-symbol", "symbol"),
        ("unknown-value", "targets[0].requirement.kind"),
        ("wrong-type", "tasks[1].number"),
        ("missing-key", "tasks[1].title"),
        ("not-a-date", "tasks[1].schedule.due"),
        ("wrong-type", "tasks[2]"),
        ("unknown-key", "titel"),
    ]


def test_what_is_wrong_with_text_is_told_beside_what_is_wrong_with_values() -> None:
    assert codes({"title": "\ud800", "period": 2024, 5: 6}, Plan) == [
        ("not-unicode", "title"),
        ("wrong-type", ""),
        ("wrong-type", "period"),
    ]


@pytest.mark.parametrize(
    ("data", "kind", "near"),
    [
        ({**TASK, "titel": "x"}, Task, "title"),
        ({**TASK, "area": "digitall"}, Task, "digital"),
        ({**TASK, "schedule": {"kind": "dedline"}}, Task, "deadline"),
        ("Quý I/2024", Period, "2024-Q1"),
        ("1.2.", Code, "1.2"),
        ({**PLAN, "schema": "pla/1"}, Plan, "plan/1"),
    ],
)
def test_the_nearest_right_name_is_given(data: object, kind: object, near: str) -> None:
    assert problems(data, kind)[0].near == near


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (None, "null"), (True, "true"), (float("nan"), "nan"), (1.5, "1.5"), ({}, "object"), ([], "list"), (b"x", "bytes"),
        (3, "3"), (10**5000, "integer"),
    ],
    ids=range(9),
)  # fmt: skip
def test_what_was_found_is_shown_as_it_would_be_written(found: object, shown: str) -> None:
    assert problems({**TASK, "title": found}, Task)[0].found == shown


def test_long_text_is_shown_in_part() -> None:
    assert len(problems({**TASK, "area": "x" * 1000}, Task)[0].found) < 100


def test_two_spellings_of_one_key_are_one_key() -> None:
    assert codes({"code": "a", "severity": "error", "subject": "x", "params": {"\u1ebf": 1, "e\u0302\u0301": 2}}, Finding) == [
        ("duplicate-key", "params.ế")
    ]


@pytest.mark.parametrize("depth", [17, 30])
def test_schedules_within_schedules(depth: int) -> None:
    data: dict[str, Data] = {"kind": "continuous"}
    for _ in range(depth):
        data = {"kind": "compound", "operator": "and", "parts": [{"kind": "continuous"}, data]}
    assert from_data(data, Schedule)


def test_data_nested_without_end() -> None:
    endless: list[object] = []
    endless.append(endless)
    assert [code for code, _ in codes({**TASK, "lead": endless}, Task)] == ["too-deep"]
    deep: dict[str, Data] = {"kind": "continuous"}
    for _ in range(10_000):
        deep = {"kind": "compound", "operator": "and", "parts": [deep, deep]}
    assert [code for code, _ in codes(deep, Schedule)] == ["too-deep"]


def test_numbers_too_long_to_print_are_refused() -> None:
    assert codes({"kind": "rank_within", "value": "9" * 5000}, Requirement) == [("not-valid", "value")]
