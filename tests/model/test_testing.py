import importlib
import sys
from typing import get_args, get_type_hints

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import cchc.model
from cchc import testing
from cchc.model import Absent, Compound, Continuous, Operator, PeriodKind, Problem, RegimePeriod, Waiver
from cchc.model.errors import MissingExtra
from cchc.model.text import plain

QUICK = settings(database=None, derandomize=True, max_examples=1000)


@pytest.mark.law
@given(testing.vietnamese_text(longest=9))
def test_text_is_as_the_border_leaves_it(text: str) -> None:
    assert text
    assert plain(text) == text
    assert len(text) <= 9


def drawn_by(name: str) -> set[type]:
    """What a strategy promises to draw, by its annotation."""
    (drawn,) = get_args(get_type_hints(getattr(testing, name))["return"])
    return set(get_args(drawn) or (drawn,))


def test_there_is_a_strategy_for_every_noun() -> None:
    nouns = {noun for noun in vars(cchc.model).values() if isinstance(noun, type) and attrs.has(noun)}
    promised = set().union(*map(drawn_by, testing.__all__))
    assert nouns - promised == {Problem, RegimePeriod, Waiver}


@pytest.mark.parametrize("name", [name for name in testing.__all__ if name != "compounds"])
def test_a_strategy_draws_what_it_promises(name: str) -> None:
    unshrunk = settings(QUICK, phases=(Phase.generate,))
    missing = drawn_by(name)
    while missing:
        missing.remove(type(find(getattr(testing, name)(), lambda value: type(value) in missing, settings=unshrunk)))


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


def test_a_schedule_shrinks_to_what_was_asked_for() -> None:
    schedule = find(testing.schedules(), lambda schedule: isinstance(schedule, Compound), settings=QUICK)
    assert schedule == Compound(operator=Operator.AND, parts=(Continuous(), Continuous()))


def test_without_hypothesis_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "cchc.testing")
    monkeypatch.delattr("cchc.testing")
    with pytest.raises(MissingExtra) as missing:
        importlib.import_module("cchc.testing")
    assert missing.value.extra == "testing"
