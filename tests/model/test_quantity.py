import unicodedata
from decimal import Decimal, localcontext
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Absent, Count, InvalidInput, Money, Percent, Points, Quantity, Rank, Ratio
from cchc.testing import counts, money, percents, points, quantities, ranks, ratios

KINDS = (Count, Percent, Ratio, Points, Rank, Money)
PRINTED = st.one_of(counts(), percents(-100, 1000), ratios(), points(), ranks(), money())


@pytest.mark.law
@given(PRINTED)
def test_parse_of_print_is_identity(quantity: Quantity) -> None:
    again = type(quantity).parse(str(quantity))
    assert again == quantity
    assert str(again) == str(quantity)


@pytest.mark.law
@given(PRINTED)
def test_composed_decomposed_and_no_break_text_are_read_alike(quantity: Quantity) -> None:
    written = unicodedata.normalize("NFD", str(quantity).replace(" ", "\u00a0"))
    assert type(quantity).parse(f" {written}\n") == quantity


@pytest.mark.law
@given(PRINTED)
def test_the_caller_s_decimal_context_changes_nothing(quantity: Quantity) -> None:
    printed = str(quantity)
    with localcontext() as context:
        context.prec = 2
        assert type(quantity).parse(printed) == quantity
        assert str(quantity) == printed


@pytest.mark.law
@given(quantities(), quantities())
def test_quantities_of_two_kinds_are_never_equal(a: Quantity, b: Quantity) -> None:
    if type(a) is not type(b):
        assert a != b
    else:
        assert (a == b) == (b == a)


def test_the_same_number_of_two_kinds_is_two_values() -> None:
    of_one = (Count(1), Percent(Decimal(1)), Ratio(1, 1), Points(Decimal(1)), Rank(1), Money(Decimal(1)))
    assert len(set(of_one)) == len(of_one) == len(KINDS)


@pytest.mark.law
@given(st.lists(ratios(of="hồ sơ"), max_size=5), st.randoms(use_true_random=False), st.integers(0, 5))
def test_combining_depends_on_neither_order_nor_grouping(parts: list[Ratio], random: Random, at: int) -> None:
    whole = Ratio.combined(parts)
    shuffled = random.sample(parts, len(parts))
    assert Ratio.combined(shuffled) == whole
    groups = [Ratio.combined(group) for group in (parts[:at], parts[at:]) if group]
    assert Ratio.combined(groups) == whole


@pytest.mark.law
@given(st.lists(ratios(of="hồ sơ"), min_size=1, max_size=5))
def test_a_combined_share_lies_between_the_least_and_the_greatest(parts: list[Ratio]) -> None:
    whole = Ratio.combined(parts)
    assert Fraction(whole.numerator) == sum(Fraction(part.numerator) for part in parts)
    assert Fraction(whole.denominator) == sum(Fraction(part.denominator) for part in parts)
    shares = [part.fraction for part in parts]
    defined = [share for share in shares if not isinstance(share, Absent)]
    if len(defined) == len(parts):
        assert not isinstance(whole.fraction, Absent)
        assert min(defined) <= whole.fraction <= max(defined)


@pytest.mark.law
@given(ratios())
def test_a_ratio_has_no_value_exactly_over_zero(ratio: Ratio) -> None:
    assert (ratio.fraction is Absent.UNDEFINED) == (ratio.denominator == 0)
    assert isinstance(ratio.numerator, int) == (ratio.numerator == int(ratio.numerator))


def test_combining_nothing_is_zero_over_zero_and_undefined() -> None:
    assert Ratio.combined([]) == Ratio(0, 0)
    assert Ratio.combined([]).fraction is Absent.UNDEFINED


def test_combining_is_exact_in_any_decimal_context() -> None:
    with localcontext() as context:
        context.prec = 2
        paid = Ratio.combined([Ratio("1749.7", 9066), Ratio(2618, "0.5")])
    assert (paid.numerator, paid.denominator) == (Decimal("4367.7"), Decimal("9066.5"))


def test_ratios_of_two_denominators_are_not_combined() -> None:
    with pytest.raises(InvalidInput) as refused:
        Ratio.combined([Ratio(1, 2, of="nhiệm vụ trong kế hoạch"), Ratio(1, 2, of="nhiệm vụ đến hạn")])
    assert refused.value.problems[0].code == "mixed-denominators"


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (Percent, "57,72%", Percent(Decimal("57.72"))),
        (Percent, "57,72\u00a0%", Percent(Decimal("57.72"))),
        (Percent, "100 %", Percent(Decimal(100))),
        (Percent, "-1,5%", Percent(Decimal("-1.5"))),
        (Ratio, "30/58", Ratio(30, 58)),
        (Ratio, "30 / 58 nhiệm vụ", Ratio(30, 58, of="nhiệm vụ")),
        (Ratio, "18.342/19.525 hồ sơ", Ratio(18342, 19525, of="hồ sơ")),
        (Ratio, "1.749,7/9.066 tỷ đồng", Ratio(Decimal("1749.7"), 9066, of="tỷ đồng")),
        (Ratio, "0/0", Ratio(0, 0)),
        (Count, "1.857", Count(1857)),
        (Count, "05", Count(5)),
        (Count, "1.857 hồ sơ", Count(1857, "hồ sơ")),
        (Points, "61,39", Points(Decimal("61.39"))),
        (Points, "61,39 điểm", Points(Decimal("61.39"))),
        (Rank, "11", Rank(11)),
        (Rank, "11/34", Rank(11, 34)),
        (Rank, "11 / 34", Rank(11, 34)),
        (Money, "4.367,7 tỷ đồng", Money(Decimal("4367700000000"))),
        (Money, "4.367,7 tỉ đồng", Money(Decimal("4367700000000"))),
        (Money, "1.749,7 tỷ", Money(Decimal("1749700000000"))),
        (Money, "50 triệu", Money(Decimal(50_000_000))),
        (Money, "50 Triệu đồng", Money(Decimal(50_000_000))),
        (Money, "1,2 nghìn tỷ đồng", Money(Decimal(1_200_000_000_000))),
        (Money, "500 nghìn đồng", Money(Decimal(500_000))),
        (Money, "123.456 đồng", Money(Decimal(123_456))),
        (Money, "123.456đ", Money(Decimal(123_456))),
        (Money, "123.456 VNĐ", Money(Decimal(123_456))),
        (Money, "-2 tỷ đồng", Money(Decimal(-2_000_000_000))),
    ],
)
def test_quantities_are_read_as_offices_print_them(kind: type[Quantity], written: str, value: Quantity) -> None:
    assert kind.parse(written) == value


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Percent, "57,72"), (Percent, "98.5%"), (Percent, "%"), (Percent, "5 % %"), (Percent, "٥%"), (Percent, ""),
        (Ratio, "30"), (Ratio, "30/"), (Ratio, "/58"), (Ratio, "30/58/2"), (Ratio, "30/58%x"), (Ratio, "3.5/7"),
        (Ratio, "-1/2"),
        (Ratio, "٣/٥"), (Ratio, ""),
        (Count, ""), (Count, "5,5"), (Count, "-5"), (Count, "hồ sơ"), (Count, "58nhiệm vụ"), (Count, "٥ hồ sơ"),
        (Points, "61,39 đ"), (Points, "61.39"), (Points, ""),
        (Rank, ""), (Rank, "0"), (Rank, "12/11"), (Rank, "1,5"), (Rank, "1/2/3"), (Rank, "-1"), (Rank, "1/"),
        (Money, "50"), (Money, "tỷ đồng"), (Money, "4.367.7 tỷ"), (Money, "98.5 tỷ"), (Money, "5 tỷ USD"), (Money, "٥ tỷ"),
        (Money, ""),
    ],
)  # fmt: skip
def test_what_is_no_such_quantity_is_refused_with_what_would_do(kind: type[Quantity], written: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        kind.parse(written)
    assert refused.value.problems[0].accepted


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (Money(Decimal("4367700000000")), "4.367,7 tỷ đồng"),
        (Money(Decimal("1749749000000")), "1.749,749 tỷ đồng"),
        (Money(Decimal("1749749500000")), "1.749.749,5 triệu đồng"),
        (Money(Decimal(50_000_000)), "50 triệu đồng"),
        (Money(Decimal("1234567")), "1.234.567 đồng"),
        (Money(Decimal(-2_000_000_000)), "-2 tỷ đồng"),
        (Money(Decimal(0)), "0 đồng"),
        (Percent(Decimal("57.720")), "57,720%"),
        (Ratio(30, 58, of="nhiệm vụ"), "30/58 nhiệm vụ"),
        (Points(Decimal("61.39")), "61,39 điểm"),
    ],
)
def test_quantities_print_as_a_clerk_would_write_them(value: Quantity, printed: str) -> None:
    assert str(value) == printed


@pytest.mark.parametrize(
    ("value", "fraction"),
    [
        (Percent(Decimal(98)), Fraction(49, 50)), (Ratio(30, 58), Fraction(15, 29)), (Count(58), Fraction(58)),
        (Rank(11, 34), Fraction(11)),
        (Points(Decimal("61.39")), Fraction(6139, 100)), (Money(Decimal("0.5")), Fraction(1, 2)), (Ratio(5, 0),
        Absent.UNDEFINED),
    ],
)  # fmt: skip
def test_every_quantity_has_its_exact_number(value: Quantity, fraction: Fraction | Absent) -> None:
    assert value.fraction == fraction


def test_shares_compare_unrounded_where_percentages_would_be_equal() -> None:
    a, b = Ratio(2, 3).fraction, Percent(Decimal("66.67")).fraction
    assert a != b


@pytest.mark.parametrize("wrong", [0.5, True, Decimal("NaN"), "57,72", None])
def test_no_quantity_is_made_of_an_inexact_number(wrong: Decimal) -> None:
    for make in (Count, Percent, Points, Rank, Money, lambda value: Ratio(value, 1), lambda value: Ratio(1, value)):
        with pytest.raises(InvalidInput):
            make(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("negative", (Ratio, -1, 2)),
        ("negative", (Count, -1)),
        ("not-whole", (Count, Decimal("1.5"))),
        ("not-a-rank", (Rank, 0)),
    ],
)
def test_counts_and_ranks_know_their_bounds(code: str, numbers: tuple[type, object]) -> None:
    kind, *values = numbers
    with pytest.raises(InvalidInput) as refused:
        kind(*values)
    assert refused.value.problems[0].code == code


@pytest.mark.parametrize("unit", ["857", "1 hồ sơ"])
def test_no_figure_opens_the_name_of_what_is_counted(unit: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        Count(1, unit)
    assert [problem.code for problem in refused.value.problems] == ["wrong-unit"]
    with pytest.raises(InvalidInput):
        Count.parse(f"1 {unit}")


@pytest.mark.parametrize("text", ["11/34", "thứ 11/34", "Hạng 11/34"])
def test_a_rank_is_read_with_or_without_its_word(text: str) -> None:
    assert Rank.parse(text) == Rank(11, of=34)
