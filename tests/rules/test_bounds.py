"""What requirements allow, number by number, and the numbers that quantities are in a unit."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import testing
from cchc.model import Complete, Count, Money, Percent, Qualitative, Quantity, Rank, RankUp, Ratio, Requirement
from cchc.rules.bounds import bounds_of, number_in, unit_of


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        (Percent("57.72"), "%", Fraction(5772, 100)),
        (Ratio(1, 3), "%", Fraction(100, 3)),
        (Percent("57.72"), "Phần trăm", Fraction(5772, 100)),
        (Count(57), "phần trăm", None),
        (Ratio(0, 0), "%", None),
        (Ratio(1, 3), "hồ sơ", None),
        (Count(15, "Đơn vị"), "đơn vị", Fraction(15)),
        (Count(15), "bậc", None),
        (Count(15), "đồng", None),
        (Money("2500000"), "triệu đồng", Fraction(5, 2)),
        (Money("2500000"), "", None),
        (Rank(3), "bậc", Fraction(3)),
    ],
)
def test_a_quantity_in_a_unit(value: Quantity, unit: str, number: Fraction | None) -> None:
    assert number_in(value, unit) == number


@pytest.mark.parametrize(("requirement", "unit"), [(Complete(), "%"), (RankUp(least=1, most=2), "bậc"), (Qualitative(), "")])
def test_the_unit_of_a_requirement(requirement: Requirement, unit: str) -> None:
    assert unit_of(requirement) == unit


@pytest.mark.law
@given(testing.requirements(), st.fractions(-1000, 1000))
def test_a_value_is_allowed_exactly_when_it_stands_on_the_good_side(requirement: Requirement, value: Fraction) -> None:
    bounds = bounds_of(requirement)
    if bounds is None:
        assert requirement == Qualitative()
        return
    bound, gap = bounds.margin(value)
    assert abs(value - bound) == abs(gap)
    assert not bounds.allow(value) or gap >= 0
    assert bounds.allow(value) or gap <= 0
    assert not (bounds.allow(value) and bounds.look_met(value))
