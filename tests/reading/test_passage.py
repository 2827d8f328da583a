"""Passages: words put together that still know where they stand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import Span
from cchc.reading.passage import Passage

_TEXTS = st.text(alphabet=st.sampled_from([*"aăbđế ệ\n\t\u00a0\u0301\u0323.,;-09%"]), max_size=40)


def _places(passage: Passage) -> str:
    """What the source holds at each character's place, composed."""
    return "".join(
        unicodedata.normalize("NFC", passage.source[start:end]) if sign != " " else " "
        for sign, start, end in zip(passage.text, passage.starts, passage.ends, strict=True)
    )


@pytest.mark.law
@given(_TEXTS)
def test_every_character_stands_where_it_says(source: str) -> None:
    passage = Passage.of(source)
    for sign, start, end in zip(passage.text, passage.starts, passage.ends, strict=True):
        raw = unicodedata.normalize("NFC", source[start:end])
        assert sign in raw or (sign == " " and not raw.strip())


@pytest.mark.law
@given(_TEXTS)
def test_the_words_are_those_of_the_source_composed_and_single_spaced(source: str) -> None:
    assert Passage.of(source).text == " ".join(unicodedata.normalize("NFC", word) for word in source.split())


@pytest.mark.law
@given(_TEXTS)
def test_the_spans_of_a_passage_hold_every_word_of_the_source(source: str) -> None:
    passage = Passage.of(source)
    covered = set().union(*(range(span.start, span.end) for span in passage.spans()))
    assert all(at in covered for at, sign in enumerate(source) if not sign.isspace())


@pytest.mark.law
@given(_TEXTS, st.integers(0, 10), st.integers(0, 10))
def test_a_span_is_what_the_source_says_there(source: str, start: int, length: int) -> None:
    span = Passage.of(source).span(start, start + length)
    assert source[span.start : span.end] == span.text


@pytest.mark.law
@given(st.lists(st.sampled_from(["Kế", "hoạch", "số", "5"]), max_size=6), st.data())
def test_joining_the_pieces_of_a_text_gives_its_words(words: list[str], data: st.DataObject) -> None:
    source = "  ".join(words)
    cut = data.draw(st.integers(0, len(words)))
    place = len("  ".join(words[:cut]))
    joined = Passage.joined((Passage.of(source, 0, place), Passage.of(source, place)))
    assert joined.text == " ".join(words)
    assert _places(joined) == joined.text


def test_a_passage_of_pieces_has_a_span_for_each_and_one_over_all() -> None:
    source = "Sở Nội vụ | Quý I | và Sở Tư pháp"
    passage = Passage.joined((Passage.of(source, 0, 9), Passage.of(source, 20)))
    assert passage.text == "Sở Nội vụ và Sở Tư pháp"
    assert [span.text for span in passage.spans()] == ["Sở Nội vụ", "và Sở Tư pháp"]
    assert passage.span().text == source


def test_pieces_out_of_order_keep_their_own_spans() -> None:
    source = "một hai ba"
    passage = Passage.joined((Passage.of(source, 8), Passage.of(source, 0, 3)))
    assert passage.text == "ba một"
    assert [span.text for span in passage.spans()] == ["ba", "một"]
    assert passage.span() == Span(start=0, end=10, text="một hai ba")


def test_nothing_has_no_place() -> None:
    nothing = Passage.of("   ")
    assert not nothing
    assert nothing.spans() == ()
    assert nothing.span() == Span(start=0, end=0)
    assert Passage.joined(()) == nothing
    assert Passage.joined((nothing, Passage.of("a"), nothing)).text == "a"


def test_a_letter_and_its_marks_are_one_place() -> None:
    source = unicodedata.normalize("NFD", "Đề án")
    passage = Passage.of(source)
    assert passage.text == "Đề án"
    assert passage.span(1, 2) == Span(start=1, end=4, text=source[1:4])


def test_a_mark_without_a_letter_stays() -> None:
    assert Passage.of("\u0301a\u0301").text == unicodedata.normalize("NFC", "\u0301a\u0301")


def test_replaced_words_stand_where_the_old_ones_stood() -> None:
    source = "nha  nwéc s6 5"
    passage = Passage.of(source).replaced([(4, 8, "nước"), (9, 11, "số")])
    assert passage.text == "nha nước số 5"
    assert passage.span(4, 8).text == "nwéc"
    assert passage.span(9, 11).text == "s6"
    assert passage.span().text == source
    assert [span.text for span in passage.spans()] == [source]
    assert passage.replaced([(0, 4, "")]).text == "nước số 5"


def test_a_passage_is_cut_and_stripped_like_a_text() -> None:
    passage = Passage.of("- a) Trên 98%;")
    assert passage[2:4].text == "a)"
    assert passage[1:].strip(" ;").text == "a) Trên 98%"
    assert passage[1:2].strip().text == ""
