from decimal import Decimal
from typing import get_args

import pytest
from attrs import fields_dict
from hypothesis import given

from cchc.model import (
    Amount,
    AtLeast,
    AtMost,
    Between,
    Complete,
    Exactly,
    IncreaseBy,
    InvalidInput,
    LessThan,
    MoreThan,
    Qualitative,
    RankUp,
    RankWithin,
    ReduceBy,
    Requirement,
)
from cchc.testing import requirements

BOUNDS = (MoreThan, AtLeast, AtMost, LessThan, Exactly)


@pytest.mark.law
@given(requirements(), requirements())
def test_requirements_of_two_kinds_are_never_equal(a: Requirement, b: Requirement) -> None:
    assert type(a) is type(b) or a != b


@pytest.mark.parametrize(
    ("kinds", "parts"),
    [
        (BOUNDS, {"value", "unit"}),
        ((ReduceBy, IncreaseBy), {"value", "unit", "baseline", "equivalent"}),
        ((RankWithin,), {"value"}),
        ((RankUp,), {"least", "most", "baseline"}),
        ((Complete, Qualitative), set()),
        ((Between,), {"least", "most", "unit"}),
    ],
)
def test_every_data_form_of_a_requirement_has_its_parts(kinds: tuple[type[Requirement], ...], parts: set[str]) -> None:
    for kind in kinds:
        assert kind in get_args(Requirement)
        assert set(fields_dict(kind)) == parts


@pytest.mark.parametrize("bound", BOUNDS)
def test_bounds_hold_exact_numbers(bound: type[AtLeast]) -> None:
    assert bound(Decimal("98"), "%") == bound("98.0", "%")
    for wrong in (0.98, "98,5", True, None):
        with pytest.raises(InvalidInput):
            bound(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [ReduceBy, IncreaseBy])
def test_a_change_may_be_without_a_number_but_not_negative(change: type[ReduceBy]) -> None:
    assert change(baseline="2021").value is None
    stated = change(value=Decimal("2.5"), unit="%", baseline="2021", equivalent=Amount(Decimal(15), "đơn vị"))
    assert stated.value == Decimal("2.5")
    with pytest.raises(InvalidInput) as refused:
        change(value=Decimal("-2.5"))
    assert refused.value.problems[0].code == "negative"


@pytest.mark.parametrize("wrong", [0, -1, "1.5", 0.5])
def test_a_rank_is_a_whole_number_from_one_up(wrong: int) -> None:
    assert RankWithin(10).value == 10
    for make in (RankWithin, lambda value: RankUp(least=value, most=5), lambda value: RankUp(least=1, most=value)):
        with pytest.raises(InvalidInput):
            make(wrong)


def test_a_range_does_not_end_before_it_starts() -> None:
    assert Between(least=Decimal(70), most=Decimal(70)).most == 70
    assert RankUp(least=2, most=5, baseline="2024").most == 5
    for make in (lambda: Between(least=Decimal(90), most=Decimal(70)), lambda: RankUp(least=5, most=2)):
        with pytest.raises(InvalidInput) as refused:
            make()
        assert refused.value.problems[0].code == "ends-before-start"
