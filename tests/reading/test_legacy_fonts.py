"""Text typed for old fonts: what a font shows is what was typed for it, and nothing else is taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.mending.legacy_fonts import LegacyFont, legacy_font

SAMPLES = {
    "TCVN3": "KÕ ho¹ch c¶i c¸ch hµnh chÝnh nhµ n\u00adíc n¨m 2009 cña Uû ban nh©n d©n tØnh",
    "VNI": "Keá hoaïch caûi caùch haønh chính nhaø nöôùc naêm 2008 cuûa UBND tænh",
}
WORDS = (
    "kế",
    "hoạch",
    "hành",
    "chính",
    "quyết",
    "định",
    "trên",
    "tối",
    "thiểu",
    "của",
    "được",
    "những",
    "đơn",
    "vị",
    "sự",
    "nghiệp",
)


def font(name: str) -> LegacyFont:
    found = legacy_font(SAMPLES[name])
    assert found is not None
    return found


@pytest.mark.law
@pytest.mark.parametrize("name", ["TCVN3", "VNI"])
@given(words=st.lists(st.sampled_from(WORDS), min_size=3, max_size=8))
def test_what_was_typed_for_a_font_is_shown_by_it(name: str, words: list[str]) -> None:
    typed_for = {shown: typed for typed, shown in font(name).letters.items()}
    words = ["của", "được", "những", *words]  # a few words of both tables are words of the field too
    typed = " ".join("".join(typed_for.get(letter, letter) for letter in word) for word in words)
    assert font(name).shown(typed) == " ".join(words)
    assert legacy_font(typed) == font(name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("TCVN3", "Kế hoạch cải cách hành chính nhà nước năm 2009 của Uỷ ban nhân dân tỉnh"),
        ("VNI", "Kế hoạch cải cách hành chính nhà nước năm 2008 của UBND tỉnh"),
    ],
)
def test_a_line_of_each_font(name: str, shown: str) -> None:
    assert font(name).name == name
    assert font(name).shown(SAMPLES[name]) == shown


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("TCVN3", "HO¹CH", "HOẠCH"),
        ("VNI", "KEÁ HOAÏCH", "KẾ HOẠCH"),
        ("VNI", "Ñoàng", "Đồng"),
        ("TCVN3", "kõ", "kế"),  # its case was changed after it was typed
        ("TCVN3", "Bü", "Bỹ"),  # no word of the field in either case
        ("TCVN3", "(TTHC) 2009", "(TTHC) 2009"),
    ],
)
def test_words_of_each_font(name: str, typed: str, shown: str) -> None:
    assert font(name).shown(typed) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kế hoạch cải cách hành chính",
        "Ke hoach",
        "nhiém vu thuc hién",
        "Les résultats de l'année",
        "K& ho¢ch ¥ ki€n",
    ],
)
def test_other_text_is_typed_for_no_old_font(text: str) -> None:
    assert legacy_font(text) is None


def test_a_name_in_a_unicode_text_makes_no_old_font_of_it() -> None:
    assert legacy_font("Kế hoạch cải cách hành chính của tỉnh, ký bởi Lò Văn Xuyên") is None
    assert legacy_font("Lò Văn Xuyên") is None
