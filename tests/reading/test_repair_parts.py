"""The parts of repair: letters under marks, look-alikes, the lexicon, the best path, words and figures, slips in symbols."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.mending.best_path import best_path, confidence
from cchc.reading.mending.lexicon import NUMBER, Lexicon, lexicon
from cchc.reading.mending.lookalikes import matches
from cchc.reading.mending.printed_words import printed_words
from cchc.reading.mending.skeletons import bare, is_marked, is_syllable, settled
from cchc.reading.mending.symbol_slips import MarkerOrder, proposed_symbol

SMALL = Lexicon.of([("cải cách hành chính", 3), ("hành chính", 2), ("kế hoạch số #", 2), ("của", 5), ("HĐND", 1)])


@pytest.mark.law
@given(st.text(max_size=20))
def test_marks_are_all_there_is_between_a_text_and_its_bare_letters(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert bare(bare(composed)) == bare(composed)
    assert settled(settled(text)) == settled(text)


@pytest.mark.law
@given(st.sampled_from(sorted(lexicon().words)))
def test_a_word_is_among_what_its_bare_letters_may_have_been(word: str) -> None:
    found = dict(lexicon().candidates(bare(word)))
    assert word == NUMBER or found[word] == 0
    assert settled(word) == word


@pytest.mark.law
@given(st.sampled_from(sorted(lexicon().words)))
def test_words_of_the_field_are_spelled_as_syllables(word: str) -> None:
    assert not is_marked(word) or is_syllable(word) or word in lexicon().acronyms | {"đắk", "lắk"}


@pytest.mark.law
@given(st.lists(st.sampled_from(["cải", "cách", "hành", "chính", "kế", "hoạch", "của", "x", NUMBER]), min_size=1, max_size=8))
def test_a_sentence_without_a_choice_is_read_as_it_is(words: list[str]) -> None:
    path = best_path([[(word, 0)] for word in words])
    assert path == (0,) * len(words)
    assert confidence([(words[0], 0)], 0, ("", "", "", "")) == 99


@pytest.mark.law
@given(st.text(max_size=40))
def test_printed_words_stand_where_they_say(line: str) -> None:
    end = 0
    for word in printed_words(line):
        assert word.start >= end
        assert line[word.start : word.end] == word.text
        end = word.end


@pytest.mark.parametrize(
    ("word", "syllable"),
    [
        ("nghiệm", True),
        ("nghiém", False),
        ("quyết", True),
        ("quyềt", False),
        ("thưc", False),
        ("giữ", True),
        ("ở", True),
        ("gì", True),
        ("á̀", False),
        ("chirc", False),
        ("", False),
    ],
)
def test_what_spells_a_syllable(word: str, syllable: bool) -> None:
    assert is_syllable(word) is syllable


@pytest.mark.parametrize(
    ("written", "spelled"),
    [("Hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("quý", "quý"), ("hoàn", "hoàn"), ("Lý", "lý"), ("UBND", "ubnd")],
)
def test_a_tone_has_one_place(written: str, spelled: str) -> None:
    assert settled(written) == spelled


@pytest.mark.parametrize(
    ("seen", "word"),
    [
        ("chirc", "chức"),
        ("ctia", "của"),
        ("nwéc", "nước"),
        ("dugc", "được"),
        ("k&", "kế"),
        ("s6", "số"),
        ("nhirng", "những"),
        ("dimg", "đứng"),
        ("c'ua", "của"),
        ("vo1", "với"),
        ("khoahc", "khoa"),
    ],
)
def test_what_may_have_been_printed(seen: str, word: str) -> None:
    prefixes, words = lexicon().prefixes, lexicon().words
    assert word in matches(seen, prefixes, words, 900)
    assert word not in matches("x", prefixes, words, 900)


def test_a_reader_that_sees_a_hat_saw_one() -> None:
    found = dict(lexicon().candidates("tê"))
    assert found["tế"] < found["tè"] if "tè" in found else found["tế"] > 0


def test_what_follows_within_a_phrase_is_cheaper() -> None:
    assert SMALL.cost("cải", "cách", "hành") < SMALL.cost("cải", "cách", "kế")
    assert SMALL.cost("", "hành", "chính") < SMALL.cost("", "hành", "hoạch")
    assert SMALL.cost("", "", "của") < SMALL.cost("", "", "chính")
    assert SMALL.cost("", "", "lạ") == SMALL.cost("cải", "cách", "lạ")
    assert SMALL.closing_cost("chính") < SMALL.closing_cost("hành")


def test_a_long_word_is_no_word_of_the_field() -> None:
    assert lexicon().candidates("hanhchinhcong") == ()
    assert dict(lexicon().candidates("Iy"))["lý"] > 0
    assert lexicon().candidates("%") == ()


def test_the_likeliest_row_wins_over_the_likeliest_word() -> None:
    sentence = [(("hạnh", 0), ("hành", 0)), (("chinh", 0), ("chính", 0), ("chỉnh", 0))]
    assert best_path(sentence) == (1, 1)
    assert confidence(sentence[1], 1, ("", "hành", "", "")) > 90
    assert confidence(sentence[0], 0, ("", "", "chính", "nhà")) < 10


@pytest.mark.parametrize(
    ("line", "words", "fixed"),
    [
        ("a) Trên 95% s6 hồ sơ.", ["Trên", "s6", "hồ", "sơ"], ["a)", "95%"]),
        ("II. MUC TIEU", ["MUC", "TIEU"], ["II."]),
        ("1. Quy I/2024, quy II", ["Quy", "quy"], ["1.", "I/2024", "II"]),
        ("458/QP-TTg va KH-UBND", ["va"], ["458/QP-TTg", "KH-UBND"]),
        ("So' Noi vu - So Y te", ["So'", "Noi", "vu", "So", "Y", "te"], []),
        ("kinh te-xa hoi/do thi", ["kinh", "te", "xa", "hoi", "do", "thi"], []),
        ("https://a.vn/x www.a.vn a@b.vn -- ;", [], ["https://a.vn/x", "www.a.vn", "a@b.vn"]),
        ("5G, 2b, 16p, t01, 1a", ["16p", "t01", "1a"], ["5G", "2b"]),
    ],
)
def test_words_and_figures_of_a_line(line: str, words: list[str], fixed: list[str]) -> None:
    found = list(printed_words(line))
    assert [word.text for word in found if not word.fixed] == words
    assert [word.text for word in found if word.fixed] == fixed


def test_a_stop_opens_a_sentence_and_a_comma_does_not() -> None:
    assert [word.text for word in printed_words("Mot, hai. Ba; bon") if word.opens] == ["Mot", "Ba", "bon"]


@pytest.mark.parametrize(
    ("printed", "proposed"),
    [
        ("468/QD-TTg", "468/QĐ-TTg"),
        ("468/QP", "468/QĐ"),
        ("117/2013/NB-CP", "117/2013/NĐ-CP"),
        ("12/NQ-HDND", "12/NQ-HĐND"),
        ("05/CD-TTg", "05/CĐ-TTg"),
        ("76/NQ-CP", "76/NQ-CP"),
        ("07/12/2021", "07/12/2021"),
    ],
)
def test_a_symbol_that_lost_a_stroke(printed: str, proposed: str) -> None:
    assert proposed_symbol(printed) == proposed


def test_the_second_d_of_a_list() -> None:
    order = MarkerOrder()
    assert [order.proposed(text) for text in ("c)", "d)", "95%", "d)", "e)", "d)")] == ["c)", "d)", "95%", "đ)", "e)", "d)"]
