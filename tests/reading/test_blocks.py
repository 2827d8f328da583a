"""Paragraphs put together from the lines of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.document import Document, Line
from cchc.reading.passage import Passage
from cchc.reading.prose.blocks import is_furniture, paragraphs
from cchc.reading.prose.markers import Style

# Lines of sixty to seventy characters, as a page of A4 in 14 points prints them.
_FULL = "a) Rà soát, đơn giản hóa các quy định về thủ tục hành chính thuộc"


def _lines(*texts: str, **look: int | bool) -> list[tuple[Line, Passage]]:
    """Printed lines with their words; every look given is that of all of them."""
    source = "\n".join(texts)
    found, start = [], 0
    for text in texts:
        line = Line(start=start, end=start + len(text), **look)  # type: ignore[arg-type]
        found.append((line, Passage.of(source, start, line.end)))
        start = line.end + 1
    return found


def _paragraphs(*texts: str, **look: int | bool) -> list[str]:
    return [block.whole.text for block in paragraphs(_lines(*texts, **look))]


@pytest.mark.law
@given(
    st.lists(
        st.sampled_from(["Kế hoạch", "I. MỤC TIÊU", _FULL, "phạm vi quản lý.", "- 100% TTHC;", "12", "Sở Nội vụ:"]), max_size=12
    )
)
def test_every_word_is_in_one_paragraph(texts: list[str]) -> None:
    words = " ".join(texts).split()
    assert " ".join(_paragraphs(*texts)).split() == words


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_FULL, "phạm vi quản lý của tỉnh."),  # goes on in a small letter
        (_FULL, "UBND tỉnh, Chủ tịch UBND tỉnh."),  # the line was full
        ("b) Trên 98% hồ sơ được trả kết quả đúng hạn hoặc trước hạn; 100%", "hồ sơ quá hạn phải xin lỗi."),
        ("c) Thực hiện Nghị quyết số 18-NQ/TW và Nghị quyết số 19", "-NQ/TW của Trung ương."),
        ("d) Chương trình tổng thể cải cách hành chính giai đoạn 2021", "- 2030."),
        ("Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 30/3/2022 của", "Ủy ban nhân dân tỉnh."),
        ("Trong kỳ, Chủ tịch UBND tỉnh đã ban hành", "15 Quyết định công bố thủ tục."),
        ("Trong kỳ báo cáo, các cơ quan đã thực hiện tốt", "CCHC theo kế hoạch."),
        ("- Cung cấp dịch vụ công trực tuyến toàn trình cho người dân ở mức độ", "3. Thực hiện tích hợp với cổng."),
    ],
)
def test_a_line_goes_on_with_the_one_before(before: str, after: str) -> None:
    assert _paragraphs(_FULL, "phạm vi.", before, after)[-1] == f"{before} {after}".replace("19 -NQ", "19 -NQ")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_FULL, "a) Công khai thủ tục hành chính."),  # the first of a list
        ("2. Cải cách thủ tục hành chính", "Trong kỳ, tỉnh đã làm nhiều việc."),  # a heading, a short line
        ("a) Kết quả đạt được", "Việc giải quyết hồ sơ được bảo đảm."),
        ("- 100% thủ tục hành chính được công bố", "- 90% thủ tục hành chính được rà soát"),
        ("Nơi này ghi lời kết thúc của một phần./.", "nơi nhận".capitalize()),
        ("1. Mục đích", "2. Yêu cầu"),
        ("Câu kết thúc sớm.", "Câu mở đoạn mới."),
        ("Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này.", "Giao Sở Tư pháp rà soát."),
    ],
)
def test_a_line_opens_a_paragraph(before: str, after: str) -> None:
    assert _paragraphs(_FULL, "phạm vi.", before, after)[-2:] == [before, after]


def test_a_sentence_that_ends_with_its_line_may_go_on() -> None:
    full = "Các cơ quan, đơn vị tiếp tục thực hiện tốt các nhiệm vụ được giao."
    assert _paragraphs(_FULL, "phạm vi.", full, "Trách nhiệm thuộc người đứng đầu.")[-1].startswith(full)


def test_whole_paragraphs_are_never_joined() -> None:
    assert _paragraphs("Mục tiêu của", "kế hoạch", whole=True) == ["Mục tiêu của", "kế hoạch"]


def test_lines_too_long_for_a_page_are_whole_paragraphs() -> None:
    long = "Rà soát, đơn giản hóa thủ tục hành chính " * 6
    assert len(_paragraphs(long, long, "Rà soát các thủ tục")) == 3


def test_bold_lines_and_headings_keep_their_look() -> None:
    (block,) = paragraphs(_lines("MỤC TIÊU", level=2, bold=True))
    assert (block.level, block.bold, block.capital, block.style) == (2, True, True, Style.NONE)
    (block,) = paragraphs(_lines("1. Mục tiêu", bold=True))
    assert (block.code, block.words.text, block.marker.text, block.bold, block.capital) == ("1", "Mục tiêu", "1.", True, False)


def test_a_bold_line_is_a_heading_whatever_its_length() -> None:
    heading, text = "Cải cách thủ tục hành chính năm", "UBND tỉnh đã thực hiện nhiều việc."
    lines = _lines("Trong kỳ, các cơ quan đã thực hiện tốt nhiệm vụ được giao tại đây", heading, text)
    lines[1] = (Line(start=lines[1][0].start, end=lines[1][0].end, bold=True), lines[1][1])
    assert paragraphs(lines)[-1].words.text == text


def test_a_scan_reads_letters_as_figures_and_the_list_goes_on() -> None:
    styles = [
        (block.style, block.code) for block in paragraphs(_lines("h) Rà soát.", "1) Bố trí.", "k) Theo dõi.", "I) Công bố."))
    ]
    assert styles == [(Style.LETTER, "h"), (Style.LETTER, "i"), (Style.LETTER, "k"), (Style.LETTER, "l")]


def test_what_belongs_to_the_page_is_told_apart() -> None:
    texts = ["12", "- 3 -", "Trang 4/12", "https://pakn.example.vn/abc", "KẾ HOẠCH", "5 nhiệm vụ", "2024"]
    assert is_furniture(_lines(*texts)) == (True, True, True, True, False, False, False)
    assert is_furniture(_lines("12", whole=True)) == (False,)
    assert is_furniture(_lines("Chú thích", aside=True)) == (True,)


def test_a_head_repeated_on_every_page_belongs_to_the_page() -> None:
    document = Document(name="", text="ĐẦU TRANG\nChữ a\nĐẦU TRANG\nChữ b\nĐẦU TRANG\nChữ c", parts=())
    lines = []
    for page, start in ((1, 0), (2, 16), (3, 32)):
        for first, last in ((start, start + 9), (start + 10, start + 15)):
            lines.append((Line(start=first, end=last, page=page), Passage.of(document.text, first, last)))
    assert is_furniture(lines) == (True, False, True, False, True, False)
    unpaged = [(Line(start=line.start, end=line.end), words) for line, words in lines]
    assert not any(is_furniture(unpaged))


def test_a_head_beside_the_numbers_of_pages_belongs_to_the_page() -> None:
    texts = ["Chữ a", "2", "ĐẦU TRANG", "chữ b", "3", "ĐẦU TRANG", "chữ c", "4", "ĐẦU TRANG", "chữ d", "ĐẦU TRANG", "chữ d"]
    assert is_furniture(_lines(*texts)) == (False, True, True, False, True, True, False, True, True, False, True, False)


def test_an_item_that_comes_again_at_the_edge_of_a_page_is_no_head() -> None:
    texts = [
        "- Tỷ lệ hồ sơ đạt",
        "tối thiểu 10%.",
        "2",
        "- Tỷ lệ hồ sơ đạt",
        "tối thiểu 10%.",
        "3",
        "- Tỷ lệ hồ sơ đạt",
        "tối thiểu 10%.",
    ]
    assert is_furniture(_lines(*texts)) == tuple(text.isdigit() for text in texts)


def test_a_range_goes_on_over_the_end_of_a_line() -> None:
    lines = _lines("Phấn đấu mức độ hài lòng của người dân đạt từ 40%", "- 41%.", "- Ban hành kế hoạch.")
    assert [block.words.text for block in paragraphs(lines)][1:] == ["Ban hành kế hoạch."]


def test_nothing_makes_no_paragraph() -> None:
    assert paragraphs([]) == ()
