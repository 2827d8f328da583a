"""Sentences, parts between semicolons, brackets and quotation marks of an item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.commitments.item_pieces import enclosed, inside, masked, pieces

CASES = [
    ("Một. Hai; ba.", ["Một.", "Hai", "ba."]),
    ("Một (a; b. C) hai; ba", ["Một (a; b. C) hai", "ba"]),
    ("Mô hình “A; B” ở xã; ba", ["Mô hình “A; B” ở xã", "ba"]),
    ("TP. Hồ Chí Minh đạt 98.5%. Hết.", ["TP. Hồ Chí Minh đạt 98.5%.", "Hết."]),
    ("Một;; hai; ", ["Một", "hai"]),
    ("; .", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_pieces_of(text: str, wanted: list[str]) -> None:
    assert [text[piece.start : piece.end] for piece in pieces(text)] == wanted


@pytest.mark.law
@given(st.text(alphabet='ab;. ()“”"[A'))
def test_pieces_hold_every_letter_once(text: str) -> None:
    held = "".join(text[piece.start : piece.end] for piece in pieces(text))
    assert [c for c in held if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.law
@given(st.text(alphabet='a(“”)[]" '))
def test_masking_keeps_every_place(text: str) -> None:
    blank = masked(text)
    assert len(blank) == len(text)
    assert all(b in (c, "·") for b, c in zip(blank, text, strict=True))
    for start, end in enclosed(text):
        assert inside(start, enclosed(text)) == (start, end)
    assert inside(-1, enclosed(text)) is None
