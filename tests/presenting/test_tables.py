import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.presenting.tables import cut, table, width

CELLS = st.text(alphabet="aăâđêôơưắộ xyz0123", max_size=12).map(str.strip)


@pytest.mark.law
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8))
def test_every_cell_stands_in_its_column(rows: list[tuple[str, str, str]]) -> None:
    lines = table([(*row, "|") for row in rows], "lrll", indent=0).split("\n")
    assert len(lines) == len(rows)
    assert len({width(line) for line in lines}) == 1
    assert all(line.startswith(row[0]) for line, row in zip(lines, rows, strict=True))


@pytest.mark.law
@given(st.text(alphabet="aăâđêôơưắộ ", max_size=60), st.integers(2, 40))
def test_a_cut_text_fits(text: str, most: int) -> None:
    assert width(cut(text, most)) <= most
    assert cut(text, most) == text or cut(text, most).endswith("…")


def test_composed_and_decomposed_letters_are_as_wide() -> None:
    word = "nhiệm vụ"
    assert width(unicodedata.normalize("NFD", word)) == width(word) == 8
    assert width("国") == 2


def test_words_are_kept_whole_where_one_fits() -> None:
    assert cut("một hai ba", 8) == "một hai…"
    assert cut("nghiêng ngả", 4) == "ngh…"
    assert cut("a      b", 4) == "a b…"


def test_the_lines_of_a_cell_stand_above_one_another() -> None:
    assert table([("a", "b\nc"), ("d", "e")], "lr", indent=0).splitlines() == ["   b", "a  c", "d  e"]
