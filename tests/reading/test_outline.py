"""What is left of a document besides its parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import Span
from cchc.reading.document import Cell, Document, Line, Table
from cchc.reading.outline import CellSpan, Part, PartKind, left_over


def _part(text: str, start: int, end: int) -> Part:
    return Part(kind=PartKind.STATEMENT, span=Span(start=start, end=end, text=text[start:end]))


@pytest.mark.law
@given(st.text(alphabet="aă \n\t", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_parts_and_what_is_left_hold_every_character(text: str, cuts: list[tuple[int, int]]) -> None:
    parts = [_part(text, *sorted((min(a, len(text)), min(b, len(text))))) for a, b in cuts]
    document = Document(name="", text=text, parts=(Line(start=0, end=len(text)),))
    left = left_over(document, parts)
    covered = set().union(*(range(span.start, span.end) for span in (*left, *(part.span for part in parts))))
    assert all(at in covered for at, sign in enumerate(text) if not sign.isspace())
    for span in left:
        assert text[span.start : span.end] == span.text == span.text.strip() != ""
        assert not any(part.span.start < span.end and span.start < part.span.end for part in parts if part.span.text)


def test_what_is_left_of_a_cell_has_its_place() -> None:
    text = "Sở A\t5 triệu\tghi chú"
    cells = (
        Cell(start=0, end=4, row=0, column=0, place="Trang1!A1"),
        Cell(start=5, end=12, row=0, column=1, place="Trang1!B1"),
        Cell(start=13, end=20, row=0, column=2, place="Trang1!C1"),
    )
    document = Document(name="", text=text, parts=(Table(cells=cells, rows=1, columns=3),))
    assert left_over(document, [_part(text, 0, 4)]) == (
        CellSpan(start=5, end=12, text="5 triệu", place="Trang1!B1"),
        CellSpan(start=13, end=20, text="ghi chú", place="Trang1!C1"),
    )


def test_a_gap_in_a_line_is_left_without_its_spaces() -> None:
    text = "một  hai  ba"
    document = Document(name="", text=text, parts=(Line(start=0, end=len(text)),))
    assert left_over(document, [_part(text, 0, 3), _part(text, 10, 12)]) == (Span(start=5, end=8, text="hai"),)
