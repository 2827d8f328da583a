import unicodedata
from decimal import Decimal, localcontext

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from cchc.model import InvalidInput
from cchc.model.numeral import exact_number, format_number, parse_number
from cchc.testing import exact_numbers

NUMBERS = exact_numbers(-(10**15), 10**15, places=6)


@pytest.mark.law
@given(NUMBERS)
def test_parse_of_print_is_identity(number: Decimal) -> None:
    assert parse_number(format_number(number)) == number
    assert format_number(parse_number(format_number(number))) == format_number(number)


@pytest.mark.law
@given(NUMBERS)
def test_the_caller_s_decimal_context_changes_nothing(number: Decimal) -> None:
    printed = format_number(number)
    with localcontext() as context:
        context.prec = 2
        assert parse_number(printed) == number
        assert format_number(number) == printed
        assert exact_number(number) == number


@pytest.mark.law
@given(st.text())
def test_any_text_is_a_number_or_refused(text: str) -> None:
    for read in (parse_number, exact_number):
        try:
            assert read(text).is_finite()
        except InvalidInput:
            event("refused")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0", "0"), ("05", "5"), ("58", "58"), ("1857", "1857"), ("1.857", "1857"), ("4.367,7", "4367.7"),
        ("4367,7", "4367.7"), ("1.234.567,89", "1234567.89"), ("57,72", "57.72"), ("57,720", "57.720"), ("0,5", "0.5"),
        ("-1,5", "-1.5"), ("\u22121,5", "-1.5"), ("-0", "0"), (" 1.857\u00a0", "1857"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_offices_print_them(written: str, number: str) -> None:
    assert str(parse_number(written)) == number


@pytest.mark.parametrize(
    "written",
    [
        "", "-", ",", "98.5", "1.85", "1,234.5", "0.123", "00.123", "1.8577", "1.234,", ",5", "1 857", "1'857", "1,2,3",
        "1.234.56", ".857", "1..857", "1e3", "5%", "+5", "--5", "NaN", "Infinity", "١٢", "१२", "1٢", "²", "½", "V",
    ],
)  # fmt: skip
def test_what_half_of_its_readers_would_misread_is_refused(written: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_number(written)
    assert refused.value.problems[0].code == "not-a-number"


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (1857, "1.857"),
        (Decimal("4367.7"), "4.367,7"),
        (Decimal("57.720"), "57,720"),
        (-1234, "-1.234"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_numbers_print_with_every_decimal_they_have(number: Decimal | int, printed: str) -> None:
    assert format_number(number) == printed


def test_a_number_longer_than_python_likes_to_print_still_prints() -> None:
    assert len(format_number(10**5000)) == 5001 + 1666


@pytest.mark.parametrize(
    ("stated", "number"),
    [
        ("57.72", "57.72"),
        ("-2", "-2"),
        ("05", "5"),
        (58, "58"),
        (Decimal("2.50"), "2.50"),
        ("-0", "0"),
        (Decimal("-0.0"), "0.0"),
    ],
)
def test_exact_numbers_are_taken_as_stated(stated: Decimal | int | str, number: str) -> None:
    assert str(exact_number(stated)) == number


@pytest.mark.parametrize(
    "stated",
    [
        0.1, float("nan"), True, None, Decimal("NaN"), Decimal("Infinity"), Decimal("sNaN"), "NaN", "1e3", "57,72", "1_000",
        " 5",
        "5 ", "5\n", "", ".5", "5.", "+5", "١٢", "５",
    ],
)  # fmt: skip
def test_what_is_not_exact_or_not_plain_is_refused(stated: Decimal) -> None:
    with pytest.raises(InvalidInput) as refused:
        exact_number(stated)
    assert refused.value.problems[0].code == "not-exact"


def test_decomposed_minus_and_digits_stay_themselves() -> None:
    assert parse_number(unicodedata.normalize("NFD", "−1.857")) == -1857
