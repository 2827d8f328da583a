"""What holds of every noun's data: nothing is lost, both readers agree, the schema says what the loader does."""

import json
import unicodedata
from contextlib import suppress
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from jsonschema import Draft202012Validator

from cchc.model import InvalidInput, Plan, Schedule
from cchc.serialization import dumps, from_data, json_schema, loads, to_data
from cchc.serialization.composed import composed
from cchc.serialization.leaves import Data
from cchc.serialization.readers import reader
from cchc.serialization.strict import read_strictly
from cchc.serialization.texts import json_text
from tests.serialization.nouns import CLASSES, NOUNS, decomposed, spoiled

each_noun = pytest.mark.parametrize(("kind", "values"), NOUNS.values(), ids=NOUNS)
each_class = pytest.mark.parametrize(("kind", "values"), CLASSES.values(), ids=CLASSES)

BEYOND_A_SCHEMA = {
    "duplicate-day", "duplicate-id", "duplicate-report", "ends-before-start", "no-bound", "not-a-period", "not-a-rank",
    "not-a-symbol",
    "outside-calendar", "recorded-before-it-happened", "refers-to-itself", "two-due-rules", "unknown-document-kind",
}  # fmt: skip
"""Codes of problems that the model finds between two fields, or in the grammar of a symbol."""


def _value(data: object, kind: object) -> object:
    return from_data(data, cast("type[object]", kind))


def _outcome(data: object, kind: object) -> object:
    try:
        return _value(data, kind)
    except InvalidInput as error:
        return error


@pytest.mark.law
@each_noun
def test_data_gives_back_the_value(kind: object, values: SearchStrategy[object]) -> None:
    @given(values)
    def check(value: object) -> None:
        data = to_data(value)
        again = _value(json.loads(json.dumps(data)), kind)
        assert (again, type(again), repr(again)) == (value, type(value), repr(value))
        assert to_data(again) == data

    check()


@pytest.mark.law
@each_class
def test_a_file_gives_back_the_value(kind: type, values: SearchStrategy[object]) -> None:
    @given(values)
    def check(value: object) -> None:
        assert loads(dumps(value), kind) == value
        assert loads(dumps(value).encode(), kind) == value
        assert loads(dumps(value, format="toml"), kind, format="toml") == value

    check()


@pytest.mark.law
@each_noun
def test_the_quick_and_the_strict_reader_agree_on_good_data(kind: object, values: SearchStrategy[object]) -> None:
    @given(values)
    def check(value: object) -> None:
        assert read_strictly(to_data(value), kind) == value
        if "params" not in repr(value) and "Parameters" not in repr(value):
            assert reader(kind)(to_data(value)).value == value

    check()


@pytest.mark.law
@each_noun
def test_the_readers_and_the_schema_agree_on_spoiled_data(kind: object, values: SearchStrategy[object]) -> None:
    validator = Draft202012Validator(json_schema(cast("type", kind)))

    @given(st.data())
    def check(data: st.DataObject) -> None:
        stated = data.draw(spoiled(to_data(data.draw(values))))
        outcome = _outcome(stated, kind)
        try:
            strictly: object = read_strictly(composed(stated)[0], kind)
        except InvalidInput:
            assert isinstance(outcome, InvalidInput)
        else:
            assert outcome == strictly
        if not isinstance(outcome, InvalidInput):
            validator.validate(stated)
            assert _value(to_data(outcome), kind) == outcome
        elif not {problem.code for problem in outcome.problems} <= BEYOND_A_SCHEMA:
            assert not validator.is_valid(stated)

    check()


@pytest.mark.law
@each_noun
def test_composed_and_decomposed_text_are_one_value(kind: object, values: SearchStrategy[object]) -> None:
    @given(values)
    def check(value: object) -> None:
        assert _value(decomposed(to_data(value)), kind) == value

    check()


@pytest.mark.law
@each_class
def test_json_is_written_alike_with_and_without_an_extra_library(kind: type, values: SearchStrategy[object]) -> None:
    @given(values)
    def check(value: object) -> None:
        stated = {"schema": "x/1", **cast("dict[str, Data]", to_data(value))}
        assert json_text(value, "x/1") == json.dumps(stated, ensure_ascii=False, separators=(",", ":"))

    check()


_ANY_DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(max_size=3) | st.dates() | st.datetimes(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(max_size=5) | st.integers() | st.sampled_from(("kind", "tasks", "title", "schema")), inner, max_size=3
        )
    ),
    max_leaves=10,
)


@pytest.mark.law
@given(_ANY_DATA, st.sampled_from([kind for kind, _ in NOUNS.values()]))
def test_only_invalid_input_ever_leaves_the_reader(data: object, kind: object) -> None:
    assert _outcome(data, kind) is not None


@pytest.mark.law
@given(st.text() | st.binary(), st.sampled_from(("json", "toml")))
def test_only_invalid_input_ever_leaves_a_file(text: str | bytes, written: str) -> None:
    with pytest.raises(InvalidInput):
        loads(text, Plan, format="json" if written == "json" else "toml")


@pytest.mark.law
@given(st.data())
def test_no_character_of_a_plan_can_be_lost_unnoticed(data: st.DataObject) -> None:
    text = dumps(data.draw(CLASSES["plan"][1]))
    at = data.draw(st.integers(0, len(text) - 1))
    cut = text[:at] + text[at + 1 :]
    with suppress(InvalidInput):
        assert dumps(loads(cut)) != text


@pytest.mark.law
@given(st.data(), st.sampled_from(("schedule", "task", "plan")))
def test_json_of_ascii_only_is_read_the_same(data: st.DataObject, name: str) -> None:
    kind, values = NOUNS[name]
    value = data.draw(values)
    escaped = json.dumps(to_data(value), ensure_ascii=True)
    if kind is not Schedule:
        assert loads(escaped, cast("type", kind)) == value
        assert loads(unicodedata.normalize("NFD", json.dumps(to_data(value), ensure_ascii=False)), cast("type", kind)) == value


def test_plain_data_is_what_json_knows() -> None:
    data: Data = to_data((1, "a", None, True, [2], {"b": 3}))
    assert data == [1, "a", None, True, [2], {"b": 3}]
