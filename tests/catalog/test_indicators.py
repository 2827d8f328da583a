"""The catalogue of indicators: every name means its own indicator and no other."""

import pytest

from cchc import Direction, Indicator, InvalidInput, indicator, indicators
from cchc.rules.checking.identity import Identities

NAMES = [(one.id, name) for one in indicators() for name in (one.name, *one.aliases)]


def test_ids_are_used_once() -> None:
    ids = [one.id for one in indicators()]
    assert len(ids) == len(set(ids)) >= 40


@pytest.mark.parametrize(("which", "name"), NAMES, ids=[name for _, name in NAMES])
def test_every_name_means_its_own_indicator_and_all_of_it(which: str, name: str) -> None:
    key = Identities.of(indicators()).key_of(name)
    assert (key.id, key.words) == (which, ())


@pytest.mark.parametrize("one", indicators(), ids=lambda one: one.id)
def test_each_says_how_it_is_measured_and_by_what_document(one: Indicator) -> None:
    assert one.source
    assert one.citation
    assert one.unit != "%" or (one.numerator and one.denominator)


def test_fewer_overdue_dossiers_are_better() -> None:
    assert indicator("dossiers-overdue").direction is Direction.LOWER
    assert indicator("dossiers-on-time").direction is Direction.HIGHER


def test_an_unknown_id_is_refused_with_the_nearest() -> None:
    with pytest.raises(InvalidInput) as refused:
        indicator("dossiers-ontime")
    (problem,) = refused.value.problems
    assert (problem.code, problem.near) == ("unknown-indicator", "dossiers-on-time")


def test_an_indicator_needs_signs() -> None:
    with pytest.raises(InvalidInput):
        Indicator(id="x", name="Tỷ lệ", signs=())
