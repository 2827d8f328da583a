import pytest
from hypothesis import given

from cchc.model import InvalidInput, Span
from cchc.testing import spans


@pytest.mark.law
@given(spans())
def test_a_span_is_as_long_as_its_text(span: Span) -> None:
    assert span.end - span.start == len(span.text)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4)])
def test_a_span_that_ends_first_or_starts_before_the_text_is_refused(start: int, end: int) -> None:
    assert Span(start=4, end=4).text == ""
    with pytest.raises(InvalidInput) as refused:
        Span(start=start, end=end)
    assert refused.value.problems[0].code == "ends-before-start"
