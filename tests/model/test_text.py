import unicodedata

import pytest
from hypothesis import given

from cchc.model.text import nearest, plain
from cchc.testing import vietnamese_text


@pytest.mark.law
@given(vietnamese_text())
def test_composed_and_decomposed_text_are_one(text: str) -> None:
    assert plain(unicodedata.normalize("NFD", text)) == plain(text) == text


@pytest.mark.parametrize(
    "written",
    ["57,72 %", "57,72\u00a0%", "57,72\u202f%", " 57,72\t\n% ", "\u300057,72 % "],
    ids=["space", "no-break", "narrow no-break", "tab and line end", "ideographic"],
)
def test_every_white_space_is_one_space(written: str) -> None:
    assert plain(written) == "57,72 %"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("agancy", "agency"),
        ("thuc hien", "thực hiện"),
        ("THỰC HIỆN", "thực hiện"),
        ("QD", "QĐ"),
        ("dien tu", "điện tử"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_the_nearest_name_forgives_lost_marks_and_slips(written: str, meant: str) -> None:
    assert nearest(written, ("agency", "thực hiện", "QĐ", "điện tử")) == meant
