from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import InvalidInput
from cchc.model.rounding import exact, half_up
from cchc.testing import exact_numbers

PLACES = st.integers(0, 6)


def reference(value: Fraction, places: int) -> Fraction:
    """Half away from zero, by the definition: the nearest multiple, the farther from zero of two equally near."""
    unit = Fraction(1, 10**places)
    below = value // unit * unit
    return min((below, below + unit), key=lambda near: (abs(near - value), -abs(near)))


@pytest.mark.law
@given(st.fractions(), PLACES)
def test_half_up_is_the_nearest_multiple_and_away_from_zero_on_a_tie(value: Fraction, places: int) -> None:
    rounded = half_up(value, places)
    assert Fraction(rounded) == reference(value, places)
    assert -int(rounded.as_tuple().exponent) == places


@pytest.mark.law
@given(st.fractions(), PLACES)
def test_rounding_is_odd_and_rounding_again_changes_nothing(value: Fraction, places: int) -> None:
    rounded = half_up(value, places)
    assert half_up(-value, places) == rounded.copy_negate()
    assert half_up(rounded, places) == rounded


@pytest.mark.law
@given(st.fractions(), st.fractions(), PLACES)
def test_rounding_keeps_the_order(a: Fraction, b: Fraction, places: int) -> None:
    low, high = sorted((a, b))
    assert half_up(low, places) <= half_up(high, places)


@pytest.mark.law
@given(exact_numbers(-(10**15), 10**15, places=8))
def test_exact_gives_back_every_number_whose_decimals_end(number: Decimal) -> None:
    found = exact(Fraction(number))
    assert isinstance(found, Decimal)
    assert found == number
    assert int(found.as_tuple().exponent) == 0 or found.as_tuple().digits[-1] != 0


@pytest.mark.law
@given(st.fractions())
def test_exact_keeps_the_value(value: Fraction) -> None:
    assert Fraction(exact(value)) == value


def test_the_caller_s_decimal_context_changes_nothing() -> None:
    with localcontext() as context:
        context.prec = 2
        assert half_up(Fraction(123456, 7), 3) == Decimal("17636.571")
        assert exact(Fraction(123456, 125)) == Decimal("987.648")


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        (Fraction(30, 58) * 100, 2, "51.72"), (Decimal("0.625"), 2, "0.63"), (Decimal("2.665"), 2, "2.67"),
        (Decimal("-0.625"), 2, "-0.63"), (Decimal("0.5"), 0, "1"), (Decimal("-0.5"), 0, "-1"), (Decimal("-0.4"), 0, "0"),
        (2, 2, "2.00"), (Fraction(18342, 19525) * 100, 1, "93.9"),
    ],
)  # fmt: skip
def test_figures_round_as_they_are_printed(value: Fraction | Decimal | int, places: int, rounded: str) -> None:
    assert str(half_up(value, places)) == rounded


def test_a_negative_number_of_places_is_refused() -> None:
    with pytest.raises(InvalidInput):
        half_up(1234, -2)


@pytest.mark.parametrize(
    ("value", "kept"), [(Fraction(1, 3), Fraction(1, 3)), (Fraction(1, 8), Decimal("0.125")), (Fraction(7), Decimal(7))]
)
def test_exact_is_decimal_only_where_the_decimals_end(value: Fraction, kept: Fraction | Decimal) -> None:
    assert exact(value) == kept
    assert type(exact(value)) is type(kept)
