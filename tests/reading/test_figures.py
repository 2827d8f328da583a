"""Figures in running text: laws for every text, and a table of phrases for the clerk."""

import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model.numeral import format_number
from cchc.reading.figures.figures import Figure, FigureKind, find_figures

TABLE = Path(__file__).with_name("figure_phrases.txt")
THINGS = ("hồ sơ", "nhiệm vụ", "văn bản QPPL", "đơn vị sự nghiệp công lập", "lượt người", "TTHC", "sở, ban, ngành")
HEDGES = ("", "gần", "gần bằng", "hơn", "trên", "khoảng", "xấp xỉ", "khoảng trên")
PIECES = (
    "1.857",
    "57,72%",
    "30/58",
    " nhiệm vụ",
    " tỷ đồng",
    "ngày ",
    "số ",
    "năm 2022",
    "/",
    "-",
    "(",
    ")",
    ", ",
    ". ",
    " và ",
    "thứ ",
    "điểm",
)


def cases() -> list[tuple[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(text, expected) for text, _, expected in (line.rpartition(" => ") for line in lines)]


def told(figure: Figure) -> str:
    number = f"{figure.value}" + (f"/{figure.whole}" if figure.whole is not None else "")
    hedge = f" ~{figure.hedge}" if figure.hedge else ""
    return f"{figure.kind.name.lower()} {number} {figure.unit}".rstrip() + hedge


@pytest.mark.parametrize(("text", "expected"), cases())
def test_a_phrase_holds_its_figures(text: str, expected: str) -> None:
    assert (" | ".join(told(figure) for figure in find_figures(text)) or "-") == expected


@pytest.mark.law
@given(st.integers(1, 10**7), st.sampled_from(THINGS), st.sampled_from(HEDGES))
def test_a_printed_count_is_read_back(number: int, thing: str, hedge: str) -> None:
    text = f"đã thực hiện {hedge} {format_number(number)} {thing}, đúng quy định".replace("  ", " ")
    (figure,) = find_figures(text)
    assert (figure.kind, figure.value, figure.unit, figure.hedge) == (FigureKind.COUNT, Decimal(number), thing, hedge)
    assert text[figure.start : figure.end] == f"{format_number(number)} {thing}"


@pytest.mark.law
@given(st.decimals(0, 1000, places=2))
def test_a_printed_percentage_is_read_back(value: Decimal) -> None:
    (figure,) = find_figures(f"tỷ lệ đạt {format_number(value)}% (kế hoạch)")
    assert (figure.kind, figure.value, figure.unit) == (FigureKind.PERCENT, value, "%")


@pytest.mark.law
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=20).map("".join))
def test_figures_of_any_text_stand_in_order_in_it(text: str) -> None:
    figures = tuple(find_figures(text))
    assert all(0 <= figure.start < figure.end <= len(text) for figure in figures)
    assert all(text[figure.start].isdigit() for figure in figures)
    assert [figure.start for figure in figures] == sorted({figure.start for figure in figures})
    assert all(before.end <= after.start for before, after in pairwise(figures))


@pytest.mark.law
@given(st.sampled_from([text for text, _ in cases()]), st.sampled_from([text for text, _ in cases()]))
def test_words_between_keep_figures_apart(one: str, other: str) -> None:
    apart = tuple(find_figures(one)), tuple(find_figures(other))
    joined = f"{one}; các đơn vị còn lại. {other}"
    assert len(tuple(find_figures(joined))) == len(apart[0]) + len(apart[1])


@pytest.mark.parametrize(
    "piece", ["1/", "1.", "1 ", "(1", "12 tháng ", "9,9,", "một hai ba ", "số 1, 2 và ", "5 - ", "a/1", "1 (a) "]
)
def test_no_text_costs_more_than_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        started = time.process_time()
        for _ in find_figures(text):
            pass
        return time.process_time() - started

    assert seconds(10_000) < 40 * max(seconds(1_000), 0.002)
