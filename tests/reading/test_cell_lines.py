import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.passage import Passage
from cchc.reading.tables.cell_lines import cell_items, lines_of, mended


@pytest.mark.law
@given(st.text(alphabet="ab \n\r-\t;", max_size=40))
def test_lines_hold_the_words_and_no_other(text: str) -> None:
    words = Passage.of(text)
    assert lines_of(words).replace("\n", " ") == words.text


@pytest.mark.law
@given(st.text(alphabet="abQĐ- \n", max_size=40))
def test_mending_only_takes_spaces_after_hyphens(text: str) -> None:
    words = Passage.of(text)
    assert mended(words).text.replace(" ", "") == words.text.replace(" ", "")
    assert mended(mended(words)) == mended(words)


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("Sở Nội vụ\nSở Y tế", "Sở Nội vụ\nSở Y tế"),
        ("Sở  Nội vụ", "Sở Nội vụ"),
        ("Sở Nội vụ<br>Sở Y tế", "Sở Nội vụ<br>Sở Y tế"),
        ("", ""),
    ],
)
def test_a_break_in_the_source_is_a_line(source: str, lines: str) -> None:
    assert lines_of(Passage.of(source)) == lines


def test_a_break_that_a_mark_makes_is_a_line() -> None:
    source = "Sở Nội vụ<br>Sở Y tế"
    both = Passage.joined((Passage.of(source, 0, 9), Passage.of(source, 13, 20)))
    assert lines_of(both) == "Sở Nội vụ\nSở Y tế"


def test_a_space_at_an_end_is_no_line() -> None:
    assert lines_of(Passage.of("a\nb c")[1:3]) == " b"
    assert lines_of(Passage.of("a b\nc")[2:4]) == "b "


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Quyết định số 18/2015/QĐ-\nUBND", "Quyết định số 18/2015/QĐ-UBND"),
        ("giai đoạn 2021-\n2025", "giai đoạn 2021-2025"),
        ("Thương binh -\nXã hội", "Thương binh - Xã hội"),
        ("QĐ- UBND", "QĐ- UBND"),
    ],
)
def test_a_symbol_broken_at_its_hyphen_is_whole_again(source: str, text: str) -> None:
    words = mended(Passage.of(source))
    assert words.text == text
    assert words.span().end == len(source)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("a; b", ["a", " b"]),
        ("- a\n- b", ["", "a", "b"]),
        ("1. a\n2) b", ["", "a", "b"]),
        ("cụ thể: - a. - b", ["cụ thể:", "a.", "b"]),
        ("a - b", ["a - b"]),
    ],
)
def test_items_of_a_list(text: str, items: list[str]) -> None:
    assert [item.strip() for item in cell_items(text)] == [item.strip() for item in items]
