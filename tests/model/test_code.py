import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Code, InvalidInput
from cchc.testing import codes

ALPHABET = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")


@pytest.mark.law
@given(codes())
def test_parse_of_print_is_identity(code: Code) -> None:
    assert Code.parse(str(code)) == code


@pytest.mark.law
@given(codes(), st.sampled_from(("", ".", ")", ".)")))
def test_composed_and_decomposed_text_give_the_same_code(code: Code, closing: str) -> None:
    assert Code.parse(unicodedata.normalize("NFD", f" {code}{closing}\u00a0")) == code


@pytest.mark.law
@given(codes(), codes(), codes())
def test_the_order_is_total(a: Code, b: Code, c: Code) -> None:
    assert [a < b, a == b, a > b].count(True) == 1
    assert (a <= b) == (not b < a)
    if a <= b <= c:
        assert a <= c


@pytest.mark.law
@given(codes(depth=3), codes(depth=2), codes())
def test_a_code_stands_before_what_it_contains_and_nothing_else_stands_between(outer: Code, tail: Code, other: Code) -> None:
    inner = Code((*outer.segments, *tail.segments))
    assert outer.contains(inner)
    assert outer < inner
    assert not inner.contains(outer)
    if outer < other < inner:
        assert other.contains(inner) or outer.contains(other)


@pytest.mark.law
@given(codes())
def test_the_parent_is_the_nearest_code_that_contains_it(code: Code) -> None:
    if code.parent is None:
        assert len(code.segments) == 1
    else:
        assert code.parent.contains(code)
        assert len(code.parent.segments) == len(code.segments) - 1
    assert not code.contains(code)


@pytest.mark.parametrize(
    "in_order",
    [
        ["1", "2", "2.1", "2.2", "2.10", "10"],
        ["I", "II", "IV", "V", "IX", "X", "XI", "XIV", "XL"],
        ["1", "I", "A", "B", "a"],
        ["II.3.a", "II.3.b", "II.3.đ", "II.3.e", "II.4"],
        ALPHABET,
        [letter.upper() for letter in ["a", "ă", "â", "b", "d", "đ", "e", "ê"]],
        ["aa", "ab", "b"],
        ["01", "1", "01.1", "1.1", "02"],
    ],
    ids=["numbers", "Roman", "kinds", "mixed", "letters", "capitals", "two letters", "leading zeros"],
)
def test_codes_sort_as_they_stand_in_documents(in_order: list[str]) -> None:
    assert [str(code) for code in sorted(map(Code.parse, reversed(in_order)))] == in_order


def test_a_number_is_no_prefix_of_a_longer_number() -> None:
    assert not Code.parse("2.1").contains(Code.parse("2.10"))
    assert Code.parse("2.1").contains(Code.parse("2.1.0"))


@pytest.mark.parametrize(
    ("written", "segments"),
    [("2.10.", ("2", "10")), ("đ)", ("đ",)), ("II", ("II",)), ("II.3.a)", ("II", "3", "a")), ("Đ.1", ("Đ", "1"))],
)
def test_codes_are_read_as_printed(written: str, segments: tuple[str, ...]) -> None:
    assert Code.parse(written).segments == segments


@pytest.mark.parametrize(
    "written",
    ["", ".", "1..2", "1,2", "2. 10", "1-2", "aB", "ê1", "à", "٢.١", "²", "1" * 10, "1.2\n3"],
)
def test_what_is_no_code_is_refused(written: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        Code.parse(written)
    assert refused.value.problems[0].code == "not-a-code"
    assert refused.value.problems[0].accepted


def test_a_lone_text_is_one_segment_and_not_its_letters() -> None:
    assert Code("12") == Code(("12",))
    with pytest.raises(InvalidInput):
        Code("2.10")


def test_codes_do_not_compare_with_other_things() -> None:
    with pytest.raises(TypeError):
        _ = Code.parse("1") < "2"  # type: ignore[operator]
