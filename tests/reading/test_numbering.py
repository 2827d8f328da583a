"""How sections, items, rows and annexes are numbered, as printed; and what a paper says in passing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import read_text
from cchc.model import Numbered, Numbering, RemarkKind, Task
from cchc.reading.prose.numbering import order_of, read_numbering
from cchc.reading.prose.structure import arrange
from cchc.reading.tables.row_numbering import read_row_numbering
from tests.reading.prose import blocks_of

_LINES = st.lists(
    st.sampled_from(
        ["I. MỤC TIÊU", "III. NHIỆM VỤ", "1. Thể chế", "4. Khác", "2.1. Chỉ tiêu", "a) Một.", "d) Hai.", "- Ý.", "Câu."]
    ),
    max_size=14,
)  # fmt: skip


def numbers(*lines: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.order, one.series) for one in read_numbering(arrange(blocks_of(*lines)))]


def lists(*lines: str) -> list[str]:
    found: dict[int, list[str]] = {}
    for code, _, series in numbers(*lines):
        found.setdefault(series, []).append(code)
    return [" ".join(codes) for codes in found.values()]


@pytest.mark.law
@given(_LINES)
def test_every_printed_number_is_kept_once(lines: list[str]) -> None:
    printed = [block.code for block in blocks_of(*lines) if block.code]
    found = [one.code for one in read_numbering(arrange(blocks_of(*lines))) if one.span]
    assert sorted(found) == sorted(printed)


@pytest.mark.law
@given(st.integers(1, 39))
def test_roman_and_arabic_numbers_count_alike(number: int) -> None:
    roman = "X" * (number // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]
    assert order_of(roman) == order_of(str(number)) == order_of(f"{number:02}") == number


def test_what_is_no_number_counts_nothing() -> None:
    assert [order_of(code) for code in ("", "a", "Đ", "iv")] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("I. A", "1. B", "2. C", "II. D", "1. E", "2. G"), ["I II", "1 2", "1 2"]),
        (("I. A", "1. B", "2. C", "II. D", "3. E", "4. G"), ["I II", "1 2 3 4"]),
        (("Chương I. A", "Điều 1. B.", "Chương II. C", "Điều 2. D."), ["I II", "1 2"]),
        (("PHẦN I. A", "CHƯƠNG I. B", "PHẦN II. C", "CHƯƠNG II. D"), ["I II", "I II"]),
        (("I. A", "2.1. B", "2.2. C", "3.1. D"), ["I", "2.1 2.2", "3.1"]),
        (("I. A", "a) B", "a1) C", "a2) D", "b) E"), ["I", "a b", "a1 a2"]),
        (("I. A", "- B", "+ C"), ["I"]),
        (("I. A", "1. Kinh phí là", "1.5 triệu đồng.", "2. Khác"), ["I", "1 2"]),
        (("I. A", "1. B; 2. C; 3) D.", "4. E"), ["I", "1 2 3 4"]),
        (("I. A", "a) B; b) C.", "c) D"), ["I", "a b c"]),
        (("I. A", "II. B; III. C.", "IV. D"), ["I II III IV"]),
        (("A. A", "B. B; C. C.", "D. D"), ["A B C D"]),
        (("A. A", "B. B", "C. C", "D. D", "E. E", "F. F", "G. G"), ["A B C D E G"]),
        (("I. A", "2.1. B; 2.2. C.", "2.3. D"), ["I", "2.1 2.2 2.3"]),
        (("PHẦN I. A", "PHẦN II. B; PHẦN III. C.", "PHẦN IV. D"), ["I II III IV"]),
        (("I. A", "1. B 2.905 hồ sơ.", "3. C"), ["I", "1 3"]),
        (("I. A", "1. B", "12. C"), ["I", "1 12"]),
    ],
)
def test_the_lists_of_a_paper(lines: tuple[str, ...], expected: list[str]) -> None:
    assert sorted(lists(*lines)) == sorted(expected)


def test_letters_count_with_or_without_the_second_d() -> None:
    with_it = [order for _, order, _ in numbers("a) A", "b) B", "c) C", "d) D", "đ) Đ", "e) E", "g) G")]
    without = [order for _, order, _ in numbers("a) A", "b) B", "c) C", "d) D", "e) E", "g) G", "h) H")]
    assert with_it == without == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        (("1. Mục tiêu chung", "1. Nâng cao."), True),
        (("1. Mục tiêu chung", "Cụ thể như sau:", "1. Nâng cao."), True),
        (("1. Mục tiêu chung", "Nâng cao chất lượng.", "1. Mục tiêu cụ thể"), False),
        (("1. Nâng cao chất lượng.", "1. Giảm thời gian."), False),
        (("2.1. Mục tiêu chung", "2.1. Mục tiêu cụ thể"), False),
    ],
)
def test_what_may_head_a_list_like_itself(lines: tuple[str, ...], heads: bool) -> None:
    assert read_numbering(arrange(blocks_of(*lines)))[0].heads is heads


def test_a_scan_marks_its_numbers() -> None:
    assert all(one.worn for one in read_numbering(arrange(blocks_of("I. A", "II. B")), worn=True))


def tasks(*codes: tuple[int, str, str]) -> tuple[Task, ...]:
    return tuple(Task(number=number, title="Rà soát", code=code, group_code=group) for number, code, group in codes)


def rows(found: tuple[Numbered, ...]) -> list[tuple[str, int, int]]:
    return [(one.code, one.order, one.series) for one in found]


def test_rows_codes_and_groups_are_lists_of_their_own() -> None:
    found = read_row_numbering(tasks((1, "2.1", "1.1"), (2, "2.2", "1.1"), (3, "3.1", "1.2"), (4, "a", "")), "", first=7)
    assert rows(found) == [
        ("1", 1, 7), ("2", 2, 7), ("3", 3, 7), ("4", 4, 7),
        ("2.1", 1, 8), ("2.2", 2, 8), ("3.1", 1, 9),
        ("1.1", 1, 10), ("1.2", 2, 10),
    ]  # fmt: skip
    assert all(one.of is Numbering.ROW for one in found)


def test_a_row_that_is_no_task_has_its_number_all_the_same() -> None:
    paper = (
        "PHỤ LỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025\n\n| STT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Thời gian |\n"
        "|---|---|---|---|---|\n| 1 | Rà soát văn bản | Báo cáo | Sở Tư pháp | Quý I |\n{}"
        "| 3 | Kiểm tra văn bản | Báo cáo | Sở Tư pháp | Quý II |\n"
    )
    for row, expected in (("| 2 | CẢI CÁCH THỂ CHẾ | | | |\n", ["1", "2", "3"]), ("", ["1", "3"])):
        assert [one.code for one in read_text(paper.format(row)).numbering if one.of is Numbering.ROW] == expected


END = "\n\nNơi nhận:\n- Bộ Nội vụ;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("PHỤ LỤC II", [("II", 2)]),
        ("Phụ lục số 02", [("02", 2)]),
        ("PHỤ LỤC", [("", 0)]),
        ("Phụ lục 3: Danh mục nhiệm vụ", [("3", 3)]),
        ("Phụ lục II kèm theo).", []),  # the end of a sentence
        ("Phụ lục này gồm hai phần", []),
        ("Phụ lục I " + "dài " * 60, []),
    ],
)
def test_headings_of_annexes(heading: str, expected: list[tuple[str, int]]) -> None:
    reading = read_text(f"KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. MỤC TIÊU\nNâng cao.{END}{heading}\nNỘI DUNG\n")
    assert [(one.code, one.order) for one in reading.numbering if one.of is Numbering.ANNEX] == expected


def test_the_heading_of_an_annex_in_a_table() -> None:
    table = "| PHỤ LỤC I |\n|---|\n| NHIỆM VỤ |\n"
    reading = read_text(f"KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. MỤC TIÊU\nNâng cao.\n\n{table}")
    assert [one.code for one in reading.numbering if one.of is Numbering.ANNEX] == ["I"]


def said(text: str) -> list[tuple[str, str]]:
    remarks = read_text(f"KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. MỤC TIÊU\n{text}\n").remarks
    return [(remark.kind.value, remark.words) for remark in remarks]


def test_remarks_have_their_words_and_places() -> None:
    text = "Đạt ...%; báo cáo trước ngày 31/4/2025; theo Quyết định số 6/QĐ-TTg ngày 30/02/2022."
    assert said(text) == [("no_day", "ngày 31/4/2025"), ("no_day_cited", "ngày 30/02/2022"), ("blank", "...%")]


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Nghị định số 118/2025/NĐ-CP thay thế Nghị định số 61/2018/NĐ-CP.", 2),
        ("Thực hiện Nghị định số 61/2018/NĐ-CP về một cửa.", 0),
    ],
)
def test_documents_cited_of_times_gone_by(text: str, past: int) -> None:
    assert [kind for kind, _ in said(text)] == [RemarkKind.PAST.value] * past


def test_a_document_cited_in_a_table_is_of_no_sentence() -> None:
    table = (
        "| STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n|---|---|---|---|\n"
        "| 1 | Thay thế Nghị định số 61/2018/NĐ-CP | Sở Nội vụ | Quý I |"
    )
    assert said(f"Nâng cao.\n\n{table}") == []


def test_blanks_in_a_form_after_the_text_are_none_of_its_own() -> None:
    assert said(f"Nâng cao.{END}PHỤ LỤC\nBIỂU TỔNG HỢP\nTỷ lệ đạt ....%") == []


def test_what_a_scan_shows_worn_is_not_told() -> None:
    scan = (
        "KE HOACH\nCai cach hanh chinh nha nuoc nam 2023\nI. MUC TIEU\n"
        "1. Nang cao chat luong phuc vu nguoi dan, doanh nghiep.\n"
        "2. Cac co quan, don vi, dia phuong bao cao truoc ngay 31/6/2023, dat ....% ke hoach.\n"
    )
    reading = read_text(scan)
    assert reading.repairs
    assert reading.remarks == ()
    assert all(one.worn for one in reading.numbering)
