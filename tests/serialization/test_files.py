"""Files: what they look like, what makes them unreadable, and that nobody finds half of one."""

import json
import os
import stat
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import frozen

from cchc.model import AtLeast, Calendar, InvalidInput, Period, Plan, Source, Target, Task, Window
from cchc.serialization import dumps, load, loads, save
from cchc.serialization.decoding import Format, json_decoder
from cchc.serialization.files import file_content, json_writer

PLAN = Plan(
    title="Kế hoạch cải cách hành chính",
    period=Period.of_year(2024),
    targets=(Target(id="1", indicator="Tỷ lệ đúng hạn", requirement=AtLeast(Decimal(98), "%")),),
    tasks=(Task(number=1, title="Rà soát: lần 1", schedule=Window(start=None, end=date(2024, 12, 31))),),
)
JSON = (
    '{"schema":"plan/1","title":"Kế hoạch cải cách hành chính","period":"2024",'
    '"targets":[{"id":"1","indicator":"Tỷ lệ đúng hạn","requirement":{"kind":"at_least","value":"98","unit":"%"}}],'
    '"tasks":[{"number":1,"title":"Rà soát: lần 1","schedule":{"kind":"window","start":null,"end":"2024-12-31"}}]}'
)
TOML = """\
schema = "plan/1"
title = "Kế hoạch cải cách hành chính"
period = "2024"

[[targets]]
id = "1"
indicator = "Tỷ lệ đúng hạn"
requirement = { kind = "at_least", value = "98", unit = "%" }

[[tasks]]
number = 1
title = "Rà soát: lần 1"
schedule = { kind = "window", end = 2024-12-31 }
"""


def codes(text: str | bytes, written: str = "json", kind: type | None = Plan) -> list[tuple[str, str]]:
    form: Format = "json" if written == "json" else "toml"
    with pytest.raises(InvalidInput) as caught:
        loads(text, format=form) if kind is None else loads(text, kind, format=form)
    return [(problem.code, problem.place) for problem in caught.value.problems]


@pytest.fixture(params=["with orjson", "without orjson"], autouse=True)
def json_library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test runs with the quick library and as if it were not installed."""
    if request.param == "without orjson":
        monkeypatch.setitem(sys.modules, "orjson", None)
    json_decoder.cache_clear()
    json_writer.cache_clear()
    yield
    json_decoder.cache_clear()
    json_writer.cache_clear()


def test_a_plan_as_json_and_as_toml() -> None:
    assert dumps(PLAN) == file_content(PLAN).decode() == JSON
    assert loads(JSON) == loads(JSON.encode(), Plan) == PLAN
    assert loads(TOML, format="toml") == loads(TOML, Plan, format="toml") == PLAN
    assert tomllib.loads(dumps(PLAN, format="toml"))["tasks"][0]["schedule"] == {"kind": "window", "end": "2024-12-31"}


def test_a_file_of_any_class_has_its_name() -> None:
    @frozen(kw_only=True)
    class MonthlyNote:
        text: str = ""

    assert dumps(MonthlyNote()) == '{"schema":"monthly-note/1"}'
    assert loads('{"schema":"monthly-note/1"}', MonthlyNote) == loads("{}", MonthlyNote) == MonthlyNote()


def test_a_mark_before_the_first_letter_is_let_pass() -> None:
    assert loads(f"\ufeff{JSON}") == loads(b"\xef\xbb\xbf" + JSON.encode()) == PLAN
    assert loads(b"\xef\xbb\xbf" + TOML.encode(), format="toml") == PLAN


def test_line_ends_of_another_system_are_let_pass() -> None:
    assert loads(TOML.replace("\n", "\r\n"), format="toml") == PLAN
    assert loads(json.dumps(json.loads(JSON), indent=1).replace("\n", "\r\n")) == PLAN


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ("empty-file", "")),
        (" \n", ("empty-file", "")),
        (b"", ("empty-file", "")),
        ("{", ("not-json", "line 1, column 2")),
        ('{"title": "x",\n "period" "2024"}', ("not-json", "line 2, column 11")),
        (JSON[:-1], ("not-json", f"line 1, column {len(JSON)}")),
        (JSON + "x", ("not-json", f"line 1, column {len(JSON) + 1}")),
        (JSON.encode("utf-16"), ("not-utf-8", "byte 0")),
        (b'{"title": "\xff"}', ("not-utf-8", "byte 11")),
        ("[" * 100_000, ("too-deep", "")),
        ('{"title":' * 100_000, ("too-deep", "")),
        (f'{{"title": {"9" * 5000}}}', ("too-long-a-number", "")),
        ("[]", ("wrong-type", "")),
        ("null", ("wrong-type", "")),
        (JSON.replace('"2024"', "NaN"), ("wrong-type", "period")),
        (JSON.replace('"98"', "98.0"), ("not-exact", "targets[0].requirement.value")),
        (JSON.replace('"98"', "Infinity"), ("not-exact", "targets[0].requirement.value")),
        (JSON.replace('"98"', "-1e400"), ("not-exact", "targets[0].requirement.value")),
        (JSON.replace('"title":"K', '"title":"x","title":"K'), ("duplicate-key", "title")),
        (JSON.replace('"number":1', '"number":1 , "number" : 1'), ("duplicate-key", "tasks[0].number")),
        (JSON.replace('"number":1', '"number":1,"n\\u0075mber":1'), ("duplicate-key", "tasks[0].number")),
        (JSON.replace('"unit":"%"', '"unit":"\\u003a","unit":"\\u003a"'), ("duplicate-key", "targets[0].requirement.unit")),
        (JSON.replace('"unit":"%"', '"unit":":","unit":"\\u003a\\u003a"'), ("duplicate-key", "targets[0].requirement.unit")),
        (JSON.replace("Rà", "\\ud800"), ("not-unicode", "tasks[0].title")),
        (JSON.replace("Rà", "\ud800"), ("not-unicode", "tasks[0].title")),
    ],
    ids=range(25),
)  # fmt: skip
def test_bad_json(text: str | bytes, problem: tuple[str, str]) -> None:
    assert codes(text) == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ("empty-file", "")),
        ("title = ", ("not-toml", "line 1, column 9")),
        ("title = 'x'\ntitle = 'y'\n", ("not-toml", "line 2, column 12")),
        ("title = 'x'\nperiod = 2024-13-01", ("not-toml", "line 2, column 10")),
        (f"number = {'9' * 5000}", ("too-long-a-number", "")),
        (f"title = {'[' * 100_000}", ("too-deep", "")),
        ("title = 'x'\nperiod = 2024", ("wrong-type", "period")),
        ("title = 'x'\nperiod = '2024'\nissued_on = 2024-01-31T07:00:00", ("wrong-type", "issued_on")),
        ("title = 'x'\nperiod = nan", ("wrong-type", "period")),
        (b"title = '\xff'", ("not-utf-8", "byte 9")),
    ],
    ids=range(10),
)
def test_bad_toml(text: str | bytes, problem: tuple[str, str]) -> None:
    [(code, place)] = codes(text, "toml")
    assert (code, place.partition(",")[0]) == (problem[0], problem[1].partition(",")[0])


@pytest.mark.parametrize(
    ("schema", "code"),
    [
        ('"plan/2"', "newer-schema"), ('"plan/10"', "newer-schema"), ('"plan/0"', "unknown-schema"),
        ('"plan"', "unknown-schema"),
        ('"plam/1"', "unknown-schema"), ('"target/1"', "unknown-schema"), ('"plan/99999999999"', "unknown-schema"),
        ("1", "wrong-type"), ("null", "wrong-type"),
    ],
)  # fmt: skip
def test_a_schema_that_cannot_be_read(schema: str, code: str) -> None:
    text = JSON.replace('"plan/1"', schema)
    assert codes(text) == codes(text, kind=None) == [(code, "schema")]


def test_without_a_schema_the_type_must_be_named() -> None:
    text = JSON.replace('"schema":"plan/1",', "")
    assert codes(text, kind=None) == [("missing-key", "schema")]
    assert loads(text, Plan) == PLAN
    assert codes("[]", kind=None) == [("wrong-type", "")]


def test_a_file_of_another_kind_is_not_read_as_the_one_expected() -> None:
    assert codes(JSON, kind=Calendar) == [("unknown-schema", "schema")]


def test_colons_and_escapes_within_text_are_text() -> None:
    source = Source(document=':"a":', place="\\u003a : \n\t\x01 \\")
    assert loads(dumps(source), Source) == source
    assert loads('{"document":"\\u003a\\"a\\"\\u003A","place":"\\\\u003a : \\n\\t\\u0001 \\\\"}', Source) == source


def test_an_integer_beyond_64_bits_is_exact() -> None:
    task = Task(number=10**30, title="x")
    assert loads(dumps(task), Task) == task


@pytest.mark.parametrize("name", ["plan.json", "plan.toml", "PLAN.JSON"])
def test_saving_and_loading(tmp_path: Path, name: str) -> None:
    save(PLAN, tmp_path / name)
    assert load(tmp_path / name) == load(str(tmp_path / name), Plan) == PLAN
    assert (tmp_path / name).read_bytes().endswith(b"\n")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_saving_over_a_file_keeps_its_permissions_and_links(tmp_path: Path) -> None:
    place, link = tmp_path / "plan.json", tmp_path / "link.json"
    place.write_text("old")
    place.chmod(0o640)
    link.symlink_to(place)
    save(PLAN, link)
    assert link.is_symlink()
    assert load(place) == PLAN
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "plan.json"
    save(PLAN, place)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InvalidInput) as caught:
        save(Plan(title="x", period=Period.of_year(2025)), place)
    assert [problem.code for problem in caught.value.problems] == ["cannot-write"]
    assert load(place) == PLAN
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize(
    ("name", "code"),
    [("none.json", "no-such-file"), ("none.toml", "no-such-file"), ("plan.yaml", "unknown-format"), ("plan", "unknown-format")],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        load(tmp_path / name)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_folder_and_an_impossible_name_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    for path in (str(tmp_path / "folder.json"), "a\0.json"):
        with pytest.raises(InvalidInput) as caught:
            load(path)
        assert [problem.code for problem in caught.value.problems] == ["cannot-read"]


def test_the_file_is_named_in_every_problem(tmp_path: Path) -> None:
    place = tmp_path / "plan.json"
    place.write_text(JSON.replace('"2024"', '"2024-Q5"'), encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load(place, Plan)
    assert [problem.place for problem in caught.value.problems] == ["plan.json: period"]


def test_half_a_character_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        save(Source(document="\ud800"), tmp_path / "source.json")
    assert [problem.code for problem in caught.value.problems] == ["not-unicode"]
    assert not list(tmp_path.iterdir())
