import importlib
import sys

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import cchc.model
from cchc import testing
from cchc.model import Absent, Compound, Continuous, Operator, PeriodKind, Problem, Task
from cchc.model.errors import MissingExtra
from cchc.model.text import plain

QUICK = settings(database=None, derandomize=True)


@pytest.mark.law
@given(testing.vietnamese_text(longest=9))
def test_text_is_as_the_border_leaves_it(text: str) -> None:
    assert text
    assert plain(text) == text
    assert len(text) <= 9


def types_in(value: object) -> set[type]:
    """The types of a value and of all its parts."""
    parts: tuple[object, ...] = value if isinstance(value, tuple) else ()
    if attrs.has(type(value)):
        parts = tuple(getattr(value, field.name) for field in attrs.fields(type(value)) if field.init)
    return {type(value)}.union(*map(types_in, parts))


NOUNS = [noun for noun in vars(cchc.model).values() if isinstance(noun, type) and attrs.has(noun) and noun is not Problem]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_there_is_a_strategy_for_every_noun(noun: type) -> None:
    strategies = (getattr(testing, name)() for name in testing.__all__ if name != "compounds")
    drawn: st.SearchStrategy[object] = st.one_of(*strategies)
    generous = settings(QUICK, phases=(Phase.generate,), max_examples=3000)
    assert noun in types_in(find(drawn, lambda value: noun in types_in(value), settings=generous))


@pytest.mark.parametrize(
    ("drawn", "plainest"),
    [
        (testing.percents(), "0%"),
        (testing.ratios(of="hồ sơ"), "0/0 hồ sơ"),
        (testing.codes(), "1"),
        (testing.vietnamese_text(), "A"),
        (testing.periods(PeriodKind.QUARTER), "2015-Q1"),
        (testing.absents(), str(next(iter(Absent)))),
    ],
)
def test_values_shrink_to_the_plainest(drawn: st.SearchStrategy[object], plainest: str) -> None:
    assert str(find(drawn, lambda _: True, settings=QUICK)) == plainest


def test_a_task_shrinks_to_what_was_asked_for() -> None:
    task = find(testing.tasks(), lambda task: isinstance(task.schedule, Compound), settings=QUICK)
    parts = (Continuous(), Continuous())
    assert task == Task(number=1, title="A", schedule=Compound(operator=Operator.AND, parts=parts))


def test_without_hypothesis_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "cchc.testing")
    monkeypatch.delattr("cchc.testing")
    with pytest.raises(MissingExtra) as missing:
        importlib.import_module("cchc.testing")
    assert missing.value.extra == "testing"
