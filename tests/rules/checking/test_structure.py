"""What is accused of the way a paper is put together, and what is left alone: numbers, its own year, blanks, annexes."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import check, read, read_text
from cchc.model import Finding, Numbered, Numbering, Period, Plan, Report
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.sequences import SlipKind, find_slips
from cchc.rules.checking.structure import STRUCTURE

TITLE = "KẾ HOẠCH\nCải cách hành chính năm 2025\n\n"
NUMBERS = ("structure.duplicate-number", "structure.skipped-number", "structure.misordered-number")


def told(*lines: str, title: str = TITLE) -> list[tuple[str, str]]:
    findings = check(read_text(title + "\n".join(lines) + "\n"), rules=STRUCTURE)
    return [(finding.code.partition(".")[2], finding.severity.value) for finding in findings]


def numbered(*orders: int, of: Numbering = Numbering.ITEM, worn: bool = False, heads: bool = False) -> list[Finding]:
    numbers = tuple(Numbered(code=str(order), order=order, series=0, of=of, worn=worn, heads=heads) for order in orders)
    paper = Paper(subject=Plan(title="", period=Period.of_year(2025)), numbering=numbers)
    return list(STRUCTURE.only(*NUMBERS).check(paper))


COUNTED = st.integers(1, 30).map(lambda last: tuple(range(1, last + 1)))


@pytest.mark.law
@given(st.lists(COUNTED, min_size=1, max_size=4))
def test_lists_one_after_the_other_hold_no_slip(lists: list[tuple[int, ...]]) -> None:
    orders = [order for listed in lists for order in listed]
    assert [slip for slip in find_slips(orders) if slip.expected != 2 or slip.kind is not SlipKind.REPEATED] == []


@pytest.mark.law
@given(st.integers(2, 12), st.data())
def test_a_list_within_a_list_holds_no_slip(last: int, data: st.DataObject) -> None:
    at, inner = data.draw(st.integers(1, last - 1)), data.draw(st.integers(2, 8))
    orders = [*range(1, at + 1), *range(1, inner + 1), *range(at + 1, last + 1)]
    assert [finding for finding in numbered(*orders, heads=True) if at + 1 != inner] == []


@pytest.mark.law
@given(st.integers(3, 20), st.data())
def test_a_number_left_out_is_found(last: int, data: st.DataObject) -> None:
    gone = data.draw(st.integers(2, last - 1))
    (finding,) = numbered(*(order for order in range(1, last + 1) if order != gone))
    assert (finding.code, finding.subject) == ("structure.skipped-number", f"sections/{gone + 1}")
    assert finding.params["missing"] == 1


@pytest.mark.law
@given(st.integers(3, 20), st.data())
def test_a_number_twice_is_found(last: int, data: st.DataObject) -> None:
    twice = data.draw(st.integers(2, last - 1))
    (finding,) = numbered(*range(1, twice + 1), *range(twice, last + 1))
    assert (finding.code, finding.subject, finding.severity.value) == (
        "structure.duplicate-number",
        f"sections/{twice}",
        "error",
    )


@pytest.mark.law
@given(st.lists(st.integers(1, 40), max_size=30))
def test_any_numbers_are_taken(orders: list[int]) -> None:
    slips = find_slips(orders)
    assert all(0 < slip.at < len(orders) for slip in slips)
    assert len(slips) <= 1 + len(orders) // 6


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        ((1, 2, 2, 3), [("repeated", 2, True)]),
        ((1, 2, 2), [("repeated", 2, False)]),
        ((1, 2, 4), [("skipping", 2, False)]),
        ((1, 2, 3, 4, 7, 8), [("skipping", 4, True)]),
        ((1, 3, 3, 4), [("repeated", 1, True)]),
        ((1, 2, 7, 4, 5), [("misplaced", 2, True)]),
        ((1, 2, 4, 3, 5), [("misplaced", 2, True)]),
        ((1, 2, 4, 3), [("misplaced", 2, True)]),
        ((1, 2, 3, 4, 2, 5), [("repeated", 4, False)]),
        ((1, 2, 3, 4, 3), [("repeated", 4, False)]),
        ((1, 2, 3, 1, 5), [("repeated", 3, True)]),
        ((1, 1, 2, 3), [("repeated", 1, True)]),
        ((1, 1, 2, 3, 2, 3), []),  # a list within the first of a list
        ((1, 2, 3, 1, 2, 4, 5), []),
        ((1, 2, 12, 3), []),  # a figure at the start of a line
        ((1, 2, 3, 2, 3, 4), []),
        ((1, 2, 5, 3, 4), []),
        ((1, 2, 6), []),  # too far for the last of a list
        ((1, 2, 20, 21), []),
        ((4, 5, 6), []),
        ((1, 4, 2, 9, 3, 7), []),
        ((), []),
    ],
)
def test_slips_of_a_list(orders: tuple[int, ...], expected: list[tuple[str, int, bool]]) -> None:
    assert [(slip.kind.value, slip.at, slip.sure) for slip in find_slips(orders)] == expected


def test_letters_are_skipped_by_few() -> None:
    assert [finding.code for finding in numbered(1, 2, 5, 6, of=Numbering.LETTER)] == ["structure.skipped-number"]
    assert numbered(1, 2, 9, 10, of=Numbering.LETTER) == []


def test_a_scan_is_believed_where_the_numbers_go_on() -> None:
    assert [finding.code for finding in numbered(1, 2, 2, 3, of=Numbering.SECTION, worn=True)] == ["structure.duplicate-number"]
    assert numbered(1, 2, 2, 4, of=Numbering.SECTION, worn=True) == []  # III read as II
    assert numbered(1, 2, 3, 4, 4, 5, of=Numbering.LETTER, worn=True) == []  # đ read as d


def test_a_second_first_may_open_a_list_within() -> None:
    assert numbered(1, 1, 2, 3, heads=True) == []
    assert numbered(1, 1, 2, 3, of=Numbering.ROW) == []
    assert [finding.severity.value for finding in numbered(1, 1, 2, 3)] == ["error"]
    assert [finding.severity.value for finding in numbered(1, 1, heads=False)] == ["warning"]
    assert [finding.subject for finding in numbered(1, 1, 3, of=Numbering.ROW)] == ["tasks/1"]


def test_annexes_are_no_list() -> None:
    assert numbered(1, 2, 2, 5, of=Numbering.ANNEX) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("I. MỤC TIÊU", "II. NHIỆM VỤ", "II. TỔ CHỨC", "III. KINH PHÍ"), [("duplicate-number", "error")]),
        (("I. MỤC TIÊU", "II. NHIỆM VỤ", "IV. TỔ CHỨC", "V. KINH PHÍ"), [("skipped-number", "error")]),
        (("Điều 1. Mục tiêu.", "Điều 2. Nhiệm vụ.", "Điều 4. Thi hành."), [("skipped-number", "warning")]),
        (("I. GIAO", "a) Sở A.", "b) Sở B.", "d) Sở C.", "đ) Sở D."), [("skipped-number", "error")]),
        (("I. GIAO", "2.1. Sở A.", "2.2. Sở B.", "2.2. Sở C.", "2.3. Sở D."), [("duplicate-number", "error")]),
        (("I. GIAO", "a) Sở A.", "b) Sở B.", "c) Sở C.", "d) Sở D.", "e) Sở E.", "g) Sở G."), []),
        (("I. GIAO", "1. Sở A.", "2. Sở B; 3. Sở C.", "4. Sở D.", "5. Sở E."), []),  # 3 stands within a paragraph
        (("A. GIAO", "1. Sở A.", "2. Sở B.", "B. VIỆC", "3. Sở C.", "4. Sở D.", "C. TIỀN"), []),
        (("Chương I. CHUNG", "Điều 1. Phạm vi.", "Điều 2. Đối tượng.", "Chương II. RIÊNG", "Điều 3. Việc."), []),
    ],
)
def test_numbers_in_a_paper(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert told(*lines) == expected


SELF = "Trên đây là Kế hoạch cải cách hành chính năm {} của tỉnh./."


@pytest.mark.parametrize(
    ("line", "accused"),
    [
        (SELF.format(2024), True),
        (SELF.format(2025), False),
        ("UBND tỉnh ban hành Kế hoạch cải cách hành chính năm 2024 như sau:", True),
        ("Căn cứ Kế hoạch này, các sở xây dựng Kế hoạch cải cách hành chính năm 2024 của đơn vị.", True),
        ("II. NHIỆM VỤ TRỌNG TÂM NĂM 2024", True),
        ("II. MỤC TIÊU ĐẾN NĂM 2030", False),
        ("II. ĐÁNH GIÁ NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024", False),
        ("Khắc phục hạn chế trong thực hiện Kế hoạch cải cách hành chính năm 2024.", False),
        ("Năm 2024, UBND tỉnh đã ban hành Kế hoạch cải cách hành chính năm 2024 như sau này đã nêu.", False),
        ("Xây dựng Kế hoạch cải cách hành chính năm 2026 trước ngày 31/12/2025.", False),
        ("Kế hoạch số 12/KH-UBND ngày 05/01/2024 về cải cách hành chính năm 2024.", False),
        ("Các sở, ngành tổ chức thực hiện Kế hoạch cải cách hành chính năm 2024 này.", True),
        ("Các sở, ngành tổ chức thực hiện Kế hoạch cải cách hành chính năm 2025 này.", False),
        ("Tiếp tục thực hiện Kế hoạch cải cách hành chính năm 2024 trong các năm này.", False),
    ],
)
def test_the_year_a_plan_calls_itself_by(line: str, accused: bool) -> None:
    assert told("I. MỤC TIÊU", "1. Nâng cao chất lượng.", line) == [("year-slip", "error")] * accused


@pytest.mark.parametrize(
    ("line", "accused"),
    [
        ("Trên đây là Báo cáo kết quả cải cách hành chính quý I năm 2024./.", True),
        ("Trên đây là Báo cáo kết quả cải cách hành chính quý I/2025 và nhiệm vụ quý II năm 2025./.", False),
        ("II. NHIỆM VỤ NĂM 2026", False),
    ],
)
def test_the_year_a_report_calls_itself_by(line: str, accused: bool) -> None:
    title = "BÁO CÁO\nKết quả cải cách hành chính quý I năm 2025\n\n"
    assert told("I. KẾT QUẢ", "1. Đã hoàn thành nhiệm vụ.", line, title=title) == [("year-slip", "error")] * accused


def test_a_plan_of_several_years_has_no_year_of_its_own() -> None:
    title = "KẾ HOẠCH\nCải cách hành chính giai đoạn 2021-2025\n\n"
    assert told("I. MỤC TIÊU NĂM 2022", "Nâng cao chất lượng.", title=title) == []
    paper = Paper(subject=Plan(title="", period=Period.span(2021, 2025), issued_on=date(2019, 1, 1)))
    assert STRUCTURE.check(paper) == ()


@pytest.mark.parametrize(
    ("day", "accused"),
    [("2024-01-10", True), ("2024-12-25", False), ("2025-01-10", False), ("2026-01-10", True), ("2023-12-01", True)],
)
def test_the_day_of_a_plan(day: str, accused: bool) -> None:
    paper = Paper(subject=Plan(title="", period=Period.of_year(2025), issued_on=date.fromisoformat(day)))
    assert [finding.code for finding in STRUCTURE.check(paper)] == ["structure.day-slip"] * accused


@pytest.mark.parametrize(("day", "accused"), [("2024-06-18", True), ("2025-06-18", False), ("2026-01-10", False)])
def test_the_day_of_a_report(day: str, accused: bool) -> None:
    report = Report(period=Period.half(2025, 1), agency="UBND tỉnh", issued_on=date.fromisoformat(day))
    assert [finding.code for finding in STRUCTURE.check(Paper(subject=report))] == ["structure.day-slip"] * accused


@pytest.mark.parametrize(
    ("line", "accused"),
    [
        ("Tỷ lệ hồ sơ đúng hạn đạt .....%.", True),
        ("Tỷ lệ hồ sơ đúng hạn đạt …%.", True),
        ("Đã giải quyết …/… hồ sơ.", True),
        ("Đã tiếp nhận ........ hồ sơ.", True),
        ("Tỷ lệ đạt xx%.", True),
        ("Thực hiện Kế hoạch số …/KH-UBND của UBND tỉnh.", True),
        ("Hoàn thành trước ngày ... tháng ... năm 2025.", True),
        ("Đối với đất đai, xây dựng, đầu tư... đạt 90%.", False),
        ("Các phần mềm (một cửa, văn bản,…) được nâng cấp.", False),
        ("Hoàn thành 12/15 nhiệm vụ, đạt 80%.", False),
        ("Báo cáo theo mẫu: tỷ lệ đạt ....%.", False),
    ],
)
def test_blanks_in_the_text(line: str, accused: bool) -> None:
    assert told("I. MỤC TIÊU", line) == [("blank-field", "warning")] * accused


LETTERHEAD = "ỦY BAN NHÂN DÂN\nTỈNH LAM SƠN\n{}\nLam Sơn, {}\n\nKẾ HOẠCH\nCải cách hành chính năm 2025\n\n"


@pytest.mark.parametrize(
    ("number", "day", "accused"),
    [
        ("Số:      /KH-UBND", "ngày 10 tháng 01 năm 2025", True),
        ("Số: 12/KH-UBND", "ngày    tháng 01 năm 2025", True),
        ("Số:      /KH-UBND", "ngày    tháng    năm 2025", False),  # a draft
        ("Số: 12/KH-UBND", "ngày 10 tháng 01 năm 2025", False),
        ("", "ngày 10 tháng 01 năm 2025", False),
    ],
)
def test_blanks_in_the_letterhead(number: str, day: str, accused: bool) -> None:
    assert told("I. MỤC TIÊU", "Nâng cao.", title=LETTERHEAD.format(number, day)) == [("blank-field", "info")] * accused


@pytest.mark.parametrize(
    ("line", "accused"),
    [
        ("Báo cáo trước ngày 31/6/2025.", True),
        ("Báo cáo trước ngày 29 tháng 02 năm 2025.", True),
        ("Báo cáo trước ngày 30/02.", True),
        ("Báo cáo trước ngày 15/13/2025.", True),
        ("Báo cáo trước ngày 29/02/2024.", False),
        ("Báo cáo trước ngày 30/6/2025.", False),
        ("Trong ngày 30/58 hồ sơ đã trả.", False),
    ],
)
def test_days_that_no_calendar_has(line: str, accused: bool) -> None:
    assert told("I. MỤC TIÊU", line) == [("not-a-date", "error")] * accused


def test_a_day_that_is_none_in_a_cell() -> None:
    table = (
        "| STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n|---|---|---|---|\n"
        "| 1 | Rà soát | Sở Tư pháp | Trước ngày 31/9/2025 |"
    )
    assert told("I. NHIỆM VỤ", "", table) == [("not-a-date", "error")]


END = ("", "Nơi nhận:", "- Bộ Nội vụ;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "")


@pytest.mark.parametrize(
    ("promise", "after", "expected"),
    [
        ("(Chi tiết tại Phụ lục kèm theo)", (), [("missing-annex", "info")]),
        ("(Chi tiết tại Phụ lục kèm theo)", ("PHỤ LỤC", "DANH MỤC NHIỆM VỤ"), []),
        ("Thực hiện theo Phụ lục I, Phụ lục II kèm theo.", ("PHỤ LỤC I", "CHỈ TIÊU"), [("missing-annex", "warning")]),
        ("Thực hiện theo Phụ lục I, II kèm theo Kế hoạch này.", ("PHỤ LỤC I", "A", "PHỤ LỤC II", "B"), []),
        ("Thực hiện theo Phụ lục 02 kèm theo.", ("Phụ lục 01", "CHỈ TIÊU"), [("missing-annex", "warning")]),
        ("Thực hiện theo Phụ lục 02 kèm theo.", ("PHỤ LỤC", "CHỈ TIÊU"), []),  # annexes without numbers
        ("Thực hiện theo Phụ lục 02 kèm theo.", (), [("missing-annex", "info")]),
        ("Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP.", (), []),
    ],
)
def test_annexes_promised(promise: str, after: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert told("I. NHIỆM VỤ", promise, *END, *after) == expected


def test_a_paper_cut_off_promises_nothing_and_a_table_keeps_the_promise() -> None:
    promise = "Nhiệm vụ cụ thể tại Phụ lục kèm theo."
    table = (
        "| STT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Thời gian |\n|---|---|---|---|---|\n"
        "| 1 | Rà soát | Báo cáo | Sở Tư pháp | Quý I |"
    )
    assert told("I. NHIỆM VỤ", promise) == []
    assert told("I. NHIỆM VỤ", promise, *END, table) == []


def test_the_real_papers(shared: Path) -> None:
    accused = {
        path.name: [
            (finding.code.partition(".")[2], finding.subject)
            for finding in check(read(path), rules=STRUCTURE.without("structure.missing-annex"))
        ]
        for path in sorted((shared / "documents").iterdir())
    }
    assert {name: findings for name, findings in accused.items() if findings} == {
        "ke-hoach-2023-ocr.txt": [("duplicate-number", "sections/II")],
        "ke-hoach-2023-so-noi-vu.md": [("duplicate-number", "sections/3")],
        "ke-hoach-2025-6-thang-cuoi-nam.txt": [("duplicate-number", "sections/II"), ("skipped-number", "sections/10")],
        "phu-luc-nhiem-vu-2024.txt": [("duplicate-number", "tasks/2.79")],
    }
