"""What holds of every noun: frozen, hashable, copied and sent between processes without change."""

import copy
import pickle
from enum import Enum

import attrs
import pytest
from hypothesis import given
from hypothesis.strategies import SearchStrategy

import cchc.model
from cchc import testing

NOUNS: dict[str, SearchStrategy[object]] = {
    name: getattr(testing, name)()
    for name in testing.__all__
    if name not in ("compounds", "vietnamese_text", "days", "exact_numbers")
}


@pytest.mark.law
@pytest.mark.parametrize("nouns", NOUNS.values(), ids=NOUNS)
def test_a_value_does_not_change_and_equals_its_copies(nouns: SearchStrategy[object]) -> None:
    @given(nouns)
    def check(value: object) -> None:
        for twin in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301
            assert (twin, type(twin), hash(twin), repr(twin)) == (value, type(value), hash(value), repr(value))
        if attrs.has(noun := type(value)):
            assert not hasattr(value, "__dict__")
            assert attrs.evolve(value) == value  # type: ignore[misc]
            for field in attrs.fields(noun):
                with pytest.raises(attrs.exceptions.FrozenInstanceError):
                    setattr(value, field.name, None)

    check()


def _nouns() -> list[type]:
    found = [getattr(cchc.model, name) for name in cchc.model.__all__]
    return [noun for noun in found if isinstance(noun, type)]


@pytest.mark.parametrize("noun", [noun for noun in _nouns() if attrs.has(noun)], ids=lambda noun: noun.__name__)
def test_beyond_two_fields_a_noun_is_made_by_name(noun: type) -> None:
    by_place = [field for field in attrs.fields(noun) if field.init and not field.kw_only]
    assert len(by_place) <= 2


@pytest.mark.parametrize("noun", _nouns(), ids=lambda noun: noun.__name__)
def test_every_noun_says_what_it_is(noun: type) -> None:
    assert noun.__doc__
    if issubclass(noun, Enum):
        assert len({member.value for member in noun}) == len(noun.__members__)
