import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Area
from cchc.model.text import plain
from cchc.reading.document import Cell, Document, Table
from cchc.reading.outline import PartKind
from cchc.reading.tables.task_tables import TaskTable, read_task_table, read_task_tables

from .sheets import Entry, across, document_of, down, laid_out

_HEAD: list[Entry] = ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời hạn"]


def only(document: Document) -> TaskTable:
    [table] = read_task_tables(document, year=2025)
    return table


def brief(document: Document) -> list[str]:
    """Each task in a line: number, code, area, group, title, deliverables, who leads, when."""
    return [
        "|".join(
            (
                f"{task.number}|{task.code}|{task.area.value if task.area else ''}",
                f"{task.group_code} {task.group_title}".strip(),
                f"{task.title}|{', '.join(task.deliverables)}|{', '.join(task.lead)}|{task.schedule_text}",
            )
        )
        for table in read_task_tables(document, year=2025)
        for task in table.tasks
    ]


def kinds(document: Document, kind: PartKind) -> list[str]:
    return [part.span.text for part in only(document).parts if part.kind is kind]


def unread(document: Document) -> list[str]:
    return [source.span.text for source in only(document).unread if source.span]


def assert_nothing_is_lost(document: Document) -> None:
    for table in read_task_tables(document, year=2025):
        spans = [part.span for part in table.parts] + [source.span for source in table.unread if source.span]
        places = [i for span in spans for i in range(span.start, span.end) if not document.text[i].isspace()]
        cells = [cell for at in table.tables for cell in cells_of(document, at)]
        assert sorted(places) == [i for c in cells for i in range(c.start, c.end) if not document.text[i].isspace()]


def cells_of(document: Document, at: int) -> tuple[Cell, ...]:
    part = document.parts[at]
    assert isinstance(part, Table)
    return part.cells


def test_area_rows_and_numbers_that_start_again() -> None:
    document = laid_out(
        ["Phụ lục", "", "", "", ""],
        _HEAD,
        ["I", across("CẢI CÁCH THỂ CHẾ", 4), None, None, None],
        ["1", "Rà soát văn bản", "Báo cáo, Quyết định", "Sở Tư pháp", "Quý I"],
        ["2", "Kiểm tra văn bản", "", "", ""],
        ["II", "Cải cách TTHC", "", "", ""],
        ["1", "Công bố thủ tục", "Quyết định", "Văn phòng UBND tỉnh", "Quý II"],
    )
    assert brief(document) == [
        "1|1|institutions||Rà soát văn bản|Báo cáo, Quyết định|Sở Tư pháp|Quý I",
        "2|2|institutions||Kiểm tra văn bản|||",
        "3|1|procedures||Công bố thủ tục|Quyết định|Văn phòng UBND tỉnh|Quý II",
    ]
    assert kinds(document, PartKind.TABLE_HEADING)[:1] == ["Phụ lục"]
    assert kinds(document, PartKind.TABLE_HEADING)[-2:] == ["II", "Cải cách TTHC"]
    assert_nothing_is_lost(document)


def test_numbers_that_tell_rows_apart_are_kept() -> None:
    document = laid_out(_HEAD, ["1.", "Một", "", "Sở Y tế", ""], ["3", "2.1. Hai", "", "Sở Y tế", ""])
    assert brief(document) == ["1|||||Sở Y tế|".replace("|||||", "||||Một||"), "3|2.1|||Hai||Sở Y tế|"]


def test_groups_by_a_column_carry_down_within_an_area() -> None:
    document = laid_out(
        ["TT", "Nhiệm vụ", "Hoạt động", "Chủ trì", "Thời gian"],
        [across("Lĩnh vực: Cải cách chế độ công vụ", 5), None, None, None, None],
        [down("1", 2), down("1.1. Đào tạo", 2), "2.1. Mở lớp", down("Sở Nội vụ", 3), down("Quý III", 2)],
        [None, None, "2.2. Cử đi học", None, None],
        ["2", "1.2. Thi tuyển", "Tổ chức thi", None, "Quý IV"],
        ["", "", "Tổng kết", "", ""],
        ["", "", "Sơ kết", "Sở Y tế", ""],
        [across("Tài chính công", 5), None, None, None, None],
        ["3", "", "Giao quyền tự chủ", "Sở Tài chính", "Quý I"],
        ["4", "1.3. Khoán chi", "", "Sở Tài chính", "Quý I"],
    )
    assert brief(document) == [
        "1|2.1|civil_service|1.1 Đào tạo|Mở lớp||Sở Nội vụ|Quý III",
        "2|2.2|civil_service|1.1 Đào tạo|Cử đi học||Sở Nội vụ|Quý III",
        "3|2|civil_service|1.2 Thi tuyển|Tổ chức thi||Sở Nội vụ|Quý IV",
        "4||civil_service|1.2 Thi tuyển|Sơ kết||Sở Y tế|",
        "5|3|finance||Giao quyền tự chủ||Sở Tài chính|Quý I",
        "6|4|finance|1.3 Khoán chi|Khoán chi||Sở Tài chính|Quý I",
    ]
    assert unread(document) == ["Tổng kết"]
    assert_nothing_is_lost(document)


def test_groups_by_rows_hold_until_a_number_stands_beside_them() -> None:
    document = laid_out(
        _HEAD,
        ["I", "Cải cách tổ chức bộ máy", "", "", ""],
        ["1", "Sắp xếp đơn vị", "", "", ""],
        ["1.1", "Cấp tỉnh", "", "Sở Nội vụ", "Quý I"],
        ["1.2", "Cấp xã", "", "UBND cấp xã", "Quý II"],
        ["2", "Tinh giản biên chế", "", "Sở Nội vụ", "Thường xuyên"],
        [across("3. Kiện toàn tổ chức", 5), None, None, None, None],
        ["-", "Ban hành quy định", "", "Sở Nội vụ", "Quý I"],
        ["4", "Nhóm khác", "", "", ""],
        ["1", "Một việc", "", "Sở Nội vụ", ""],
        ["2", "Hai việc", "", "Sở Nội vụ", ""],
    )
    assert [line.split("|", 5)[2:5] for line in brief(document)] == [
        ["apparatus", "1 Sắp xếp đơn vị", "Cấp tỉnh"],
        ["apparatus", "1 Sắp xếp đơn vị", "Cấp xã"],
        ["apparatus", "", "Tinh giản biên chế"],
        ["apparatus", "3 Kiện toàn tổ chức", "Ban hành quy định"],
        ["apparatus", "4 Nhóm khác", "Một việc"],
        ["apparatus", "4 Nhóm khác", "Hai việc"],
    ]
    assert_nothing_is_lost(document)


def test_areas_below_parts_and_groups_below_areas() -> None:
    document = laid_out(
        _HEAD,
        ["A", across("NHIỆM VỤ TRỌNG TÂM", 4), None, None, None],
        ["I", across("Cải cách thể chế", 4), None, None, None],
        ["1", "Ban hành văn bản", "", "Sở Tư pháp", "Quý I"],
        ["II", across("Hiện đại hóa hành chính", 4), None, None, None],
        ["1", across("Chuyển đổi số", 4), None, None, None],
        ["a", "Số hóa", "", "Sở Y tế", "Quý I"],
        ["III", across("Nội dung khác", 4), None, None, None],
        ["1", "Việc khác", "", "Sở Y tế", "Quý I"],
        ["IV", across("Cải cách tài chính công", 4), None, None, None],
        ["1", "Khoán chi", "", "Sở Y tế", "Quý I"],
        ["B", across("NHIỆM VỤ THƯỜNG XUYÊN", 4), None, None, None],
        ["1", "Báo cáo", "", "Sở Nội vụ", "Hằng quý"],
    )
    assert [line.split("|")[2:5] for line in brief(document)] == [
        ["institutions", "", "Ban hành văn bản"],
        ["digital", "1 Chuyển đổi số", "Số hóa"],
        ["", "III Nội dung khác", "Việc khác"],
        ["finance", "", "Khoán chi"],
        ["", "B NHIỆM VỤ THƯỜNG XUYÊN", "Báo cáo"],
    ]


def test_a_row_after_a_page_break_goes_on_with_the_sentence() -> None:
    document = laid_out(
        _HEAD,
        ["1", "Rà soát thủ tục hành chính trên", "Báo cáo kết", "Sở Tư pháp", "Quý I"],
        ["", "địa bàn tỉnh", "quả rà soát", "", ""],
        _HEAD,
        ["2", "Công khai", "Văn bản", "Sở Y tế", "Quý II"],
        ["", "", "hướng dẫn", "", ""],
        ["3", "Tập huấn", "Hội nghị", "Sở Y tế", "Quý III"],
        ["", "Tổng kết", "Báo cáo", "Sở Y tế", "Quý IV"],
        ["4", "Báo cáo Ban Chỉ đạo", "", "Sở Y tế", "Quý IV"],
        ["", "Trung ương", "", "", ""],
        ["", "a) Việc nhỏ", "", "", "Quý IV"],
        [across("II. CẢI CÁCH TÀI CHÍNH CÔNG", 5), None, None, None, None],
        ["5", "Khoán chi", "", "Sở Y tế", ""],
        breaks=(2, 5, 7, 9, 10, 11),
    )
    assert [line.split("|", 4)[4] for line in brief(document)] == [
        "Rà soát thủ tục hành chính trên địa bàn tỉnh|Báo cáo kết quả rà soát|Sở Tư pháp|Quý I",
        "Công khai|Văn bản hướng dẫn|Sở Y tế|Quý II",
        "Tập huấn|Hội nghị|Sở Y tế|Quý III",
        "Tổng kết|Báo cáo|Sở Y tế|Quý IV",
        "Báo cáo Ban Chỉ đạo Trung ương||Sở Y tế|Quý IV",
        "Việc nhỏ|||Quý IV",
        "Khoán chi||Sở Y tế|",
    ]
    assert_nothing_is_lost(document)


def test_only_what_has_a_place_goes_on_with_a_task() -> None:
    head: list[Entry] = ["TT", "Nhiệm vụ", "Chủ trì", "Ghi chú"]
    document = laid_out(head, ["1", "Rà soát", "Sở Y tế", "theo"], ["-", "văn bản", "", "quy định"], breaks=(2,))
    [task] = only(document).tasks
    assert task.title == "Rà soát văn bản"
    assert task.source is not None
    assert task.source.span is not None
    assert task.source.span.text.split("\t")[-1] == "văn bản"
    assert unread(document) == ["theo", "quy định"]
    assert_nothing_is_lost(document)


def test_a_group_goes_on_over_a_page_in_both_ways() -> None:
    head: list[Entry] = ["TT", "Nhiệm vụ", "Hoạt động", "Chủ trì"]
    document = laid_out(
        head,
        ["1", "1.1. Đào tạo, bồi", "Mở lớp", "Sở Nội vụ"],
        ["2", "dưỡng công chức", "Cử đi học", "Sở Nội vụ"],
        ["", "cấp xã", "", ""],
        ["3", "", "Tổng kết", "Sở Nội vụ"],
        ["4", "1.2. Thi", "Thi tuyển", "Sở Nội vụ"],
        breaks=(2, 3, 5),
    )
    assert [line.split("|")[3] for line in brief(document)] == ["1.1 Đào tạo, bồi dưỡng công chức cấp xã"] * 3 + ["1.2 Thi"]
    assert_nothing_is_lost(document)


def test_rows_of_one_title_are_tasks_where_more_than_one_thing_differs() -> None:
    document = laid_out(
        _HEAD,
        [down("1", 2), down("Kiểm tra", 2), "Kế hoạch", "Sở Nội vụ", "Quý I"],
        [None, None, "Báo cáo", "Sở Nội vụ", "Quý IV"],
        [down("2", 3), down("Tuyên truyền", 3), "Kế hoạch;", down("Sở Nội vụ", 3), down("Quý IV", 3)],
        [None, None, "Tin, bài", None, None],
        [None, None, "Chuyên mục", None, None],
        ["", "", "Hội nghị", "Sở Y tế", ""],
        ["3", down("Báo cáo", 2), "Biểu mẫu", down("Sở Nội vụ", 2), down("Quý IV", 2)],
        ["-", None, "Báo cáo", None, None],
    )
    assert [line.split("|", 4)[4] for line in brief(document)] == [
        "Kiểm tra|Kế hoạch|Sở Nội vụ|Quý I",
        "Kiểm tra|Báo cáo|Sở Nội vụ|Quý IV",
        "Tuyên truyền|Kế hoạch, Tin, bài, Chuyên mục|Sở Nội vụ|Quý IV",
        "Tuyên truyền|Hội nghị|Sở Y tế|",
        "Báo cáo|Biểu mẫu, Báo cáo|Sở Nội vụ|Quý IV",
    ]


@pytest.mark.parametrize(
    ("times", "ticks", "text"),
    [
        (("Quý I", "Quý II", "Quý III"), ("x", "", "X"), "Quý I, Quý III"),
        (("I", "II", "IV"), ("", "✓", "✓"), "Quý II, Quý IV"),
        (("1", "2", "12"), ("x", "x", ""), "Tháng 1, Tháng 2"),
        (("2026", "2027", "2028"), ("x", "", "x"), "Năm 2026, Năm 2028"),
        (("T1", "T2", "T12"), ("", "x", "x"), "Tháng 2, Tháng 12"),
        (("Kế hoạch", "Điều chỉnh", "Ước"), ("Quý I", "", ""), "Quý I"),
        (("Quý I", "Quý II", "Quý III"), (across("x", 2), None, ""), "Quý I, Quý II"),
    ],
)
def test_times_that_are_ticked(times: tuple[str, ...], ticks: tuple[Entry, ...], text: str) -> None:
    document = laid_out(
        [down("TT", 2), down("Nhiệm vụ", 2), down("Chủ trì", 2), across("Thời gian thực hiện", 3), None, None],
        [None, None, None, *times],
        ["1", "Rà soát", "Sở Y tế", *ticks],
    )
    assert brief(document) == [f"1||||Rà soát||Sở Y tế|{text}"]
    assert_nothing_is_lost(document)


@pytest.mark.parametrize(
    ("times", "text"),
    [
        (("Quý I", "Quý II", "Quý III", "Quý IV"), "Quý II, Quý III"),
        (("T1", "T2", "T3", "T4"), "Tháng 2, Tháng 3"),
        (("2025", "2026", "2027", "2028"), "Năm 2026, Năm 2027"),
    ],
)
def test_times_that_are_ticked_without_a_wider_heading(times: tuple[str, ...], text: str) -> None:
    document = laid_out(["STT", "Nội dung", *times, "Chủ trì"], ["1", "Rà soát", "", "x", "x", "", "Sở Y tế"])
    assert brief(document) == [f"1||||Rà soát||Sở Y tế|{text}"]


def test_codes_number_rows_as_numbers_do() -> None:
    document = laid_out(
        ["Mã số", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời hạn"],
        ["1", across("CẢI CÁCH THỂ CHẾ", 4), None, None, None],
        ["1.1", across("Hoàn thiện quy trình", 4), None, None, None],
        ["1.1.1", "Ban hành quy chế", "", "Sở Tư pháp", "Quý I"],
        ["1.1.2", "Tập huấn", "", "Sở Tư pháp", "Quý II"],
        ["1.2", "Kiểm tra", "", "Sở Tư pháp", "Quý III"],
        ["NV-07", "Báo cáo", "", "Sở Tư pháp", "Quý IV"],
    )
    assert brief(document) == [
        "1|1.1.1|institutions|1.1 Hoàn thiện quy trình|Ban hành quy chế||Sở Tư pháp|Quý I",
        "2|1.1.2|institutions|1.1 Hoàn thiện quy trình|Tập huấn||Sở Tư pháp|Quý II",
        "3|1.2|institutions||Kiểm tra||Sở Tư pháp|Quý III",
        "4|NV-07|institutions||Báo cáo||Sở Tư pháp|Quý IV",
    ]


def test_a_code_typed_into_a_sheet_as_a_number_has_its_point_again() -> None:
    document = laid_out(
        ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời hạn"],
        ["1", "CẢI CÁCH THỂ CHẾ", "", "", ""],
        ["1,1", "Rà soát", "", "Sở Y tế", "Quý I"],
        ["1,2", "Kiểm tra", "", "Sở Y tế", "Quý II"],
    )
    assert brief(document) == ["1|1.1|institutions||Rà soát||Sở Y tế|Quý I", "2|1.2|institutions||Kiểm tra||Sở Y tế|Quý II"]


def test_two_columns_of_bodies_are_several_bodies() -> None:
    document = laid_out(["TT", "Nhiệm vụ", "Cơ quan tham mưu", "Cơ quan thực hiện"], ["1", "Rà soát", "Sở Y tế", "UBND xã"])
    assert brief(document) == ["1||||Rà soát||Sở Y tế, UBND xã|"]


def test_what_has_no_place_in_a_task_is_unread_and_said_where() -> None:
    document = laid_out(
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Kinh phí", "Ghi chú", "Khác"],
        ["1", "Rà soát", "Sở Y tế", "Quý I", "50", "", "x"],
        ["", "Tổng cộng", "", "", "50", "", ""],
        ["", "", "", "", "", "hết", ""],
        ["Ghi chú: số liệu dự kiến", "", "", "", "", "", ""],
        [across("Biểu này thay biểu trước", 7), None, None, None, None, None, None],
    )
    table = only(document)
    assert [(source.place, source.span.text if source.span else "") for source in table.unread] == [
        ("table1!E2", "50"),
        ("table1!G2", "x"),
        ("table1!B3", "Tổng cộng"),
        ("table1!E3", "50"),
        ("table1!F4", "hết"),
        ("table1!A5", "Ghi chú: số liệu dự kiến"),
        ("table1!A6", "Biểu này thay biểu trước"),
    ]
    assert all(source.document == "plan.docx" for source in table.unread)
    assert_nothing_is_lost(document)


def test_a_sheet_without_merges_with_signatures_below() -> None:
    document = laid_out(
        ["NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH", "", "", "", ""],
        ["", "", "", "", ""],
        ["TT", "Nhiệm vụ", "Cơ quan thực hiện", "", "Thời gian hoàn thành"],
        ["", "", "Chủ trì", "Phối hợp", ""],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["I. CẢI CÁCH THỂ CHẾ", "", "", "", ""],
        ["1", "Rà soát", "Sở Tư pháp", "các sở", "Trước ngày 15 tháng 12 năm 2025"],
        ["", "", "", "", ""],
        ["Nơi nhận:", "", "", "TM. UBND", ""],
        ["- Lưu: VT", "", "", "CHỦ TỊCH", ""],
    )
    assert brief(document) == ["1||institutions||Rà soát||Sở Tư pháp|Trước ngày 15 tháng 12 năm 2025"]
    assert kinds(document, PartKind.CLOSING) == ["Nơi nhận:", "TM. UBND", "- Lưu: VT", "CHỦ TỊCH"]
    assert_nothing_is_lost(document)


def test_tables_without_numbers() -> None:
    document = laid_out(
        ["Lĩnh vực", "Nội dung", "Đơn vị thực hiện", "Tiến độ"],
        [down("Cải cách TTHC", 2), "Rà soát", "Phòng Nội vụ", "Quý I"],
        [None, "Công khai", "Phòng Nội vụ", "Quý I"],
        ["Việc khác", "Báo cáo", "Phòng Nội vụ", "Quý I"],
        ["", "Nhóm một", "", ""],
        ["", "Trực", "Phòng Nội vụ", "Quý I"],
        ["", "Đi học", "", ""],
    )
    assert [line.split("|")[2:5] for line in brief(document)] == [
        ["procedures", "", "Rà soát"],
        ["procedures", "", "Công khai"],
        ["", "", "Báo cáo"],
        ["", "Nhóm một", "Trực"],
        ["", "Nhóm một", "Đi học"],
    ]


def test_rows_that_stand_out_head_those_below() -> None:
    document = laid_out(
        _HEAD,
        ["", "Cải cách TTHC", "", "", ""],
        ["", "Kiểm soát TTHC nội bộ", "", "", ""],
        ["1", "Rà soát", "", "Sở Y tế", ""],
        ["", "VIỆC CHUNG", "", "", ""],
        ["2", "Công khai", "", "Sở Y tế", ""],
        ["", "Một lời dặn", "", "", ""],
        ["3", "Báo cáo", "", "Sở Y tế", ""],
        ["4", "Cải cách tài chính công", "", "", ""],
        ["5", "Khoán chi", "", "Sở Y tế", ""],
        bold=(8,),
    )
    assert [line.split("|")[2:5] for line in brief(document)] == [
        ["procedures", "", "Rà soát"],
        ["procedures", "VIỆC CHUNG", "Công khai"],
        ["procedures", "VIỆC CHUNG", "Báo cáo"],
        ["finance", "", "Khoán chi"],
    ]
    assert unread(document) == ["Một lời dặn"]


def test_a_mark_of_repetition_says_what_stands_above() -> None:
    document = laid_out(
        _HEAD,
        ["1", "Rà soát", "Báo cáo", "nt", "Quý I"],
        ["2", "Công khai", "Như trên", "Sở Y tế", "-nt-"],
        ["3", "Trực", "Lịch", '"', "Quý II"],
    )
    assert [line.split("|")[4:] for line in brief(document)] == [
        line.split("|")[4:]
        for line in brief(
            laid_out(
                _HEAD,
                ["1", "Rà soát", "Báo cáo", "nt", "Quý I"],
                ["2", "Công khai", "Báo cáo", "Sở Y tế", "Quý I"],
                ["3", "Trực", "Lịch", "Sở Y tế", "Quý II"],
            )
        )
    ]
    assert unread(document) == []


_FIRST: tuple[list[list[Entry]], tuple[int, ...], tuple[int, ...]] = (
    [["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Một", "Sở Y tế"]], (), (),
)  # fmt: skip
_SECOND: tuple[list[list[Entry]], tuple[int, ...], tuple[int, ...]] = (
    [["2", "Hai", "Sở Y tế"], ["3", "Ba", "Sở Y tế"]],
    (),
    (),
)
_OTHER: tuple[list[list[Entry]], tuple[int, ...], tuple[int, ...]] = ([["a", "b"], ["c", "d"]], (), ())


@pytest.mark.parametrize(
    ("document", "tables"),
    [
        (document_of("II. Cải cách TTHC", _FIRST, "2", _SECOND, "Hết"), [(1, 3)]),
        (document_of(_FIRST, _FIRST), [(0, 1)]),
        (document_of(_FIRST, "I. Cải cách thể chế", _FIRST), [(0,), (2,)]),
        (document_of(_FIRST, _OTHER, _SECOND), [(0,)]),
        (document_of(_OTHER, "Lời", _FIRST), [(2,)]),
        (document_of("Không có bảng"), []),
        (document_of(_OTHER), []),
    ],
)
def test_tables_of_several_pages_are_one(document: Document, tables: list[tuple[int, ...]]) -> None:
    assert [table.tables for table in read_task_tables(document)] == tables
    assert_nothing_is_lost(document)


def test_a_line_above_may_name_the_area_and_numbers_run_on() -> None:
    document = document_of(
        "I. Cải cách thể chế", "Bảng 1", _FIRST, "II. Cải cách TTHC", _FIRST, "Lời", "Lời", "Lời", _FIRST, "Dài hơn", _FIRST
    )  # fmt: skip
    tasks = [task for table in read_task_tables(document) for task in table.tasks]
    assert [(task.number, task.code, task.area) for task in tasks] == [
        (1, "", Area.INSTITUTIONS),
        (2, "1", Area.PROCEDURES),
        (3, "1", None),
        (4, "1", None),
    ]


def test_headings_below_a_line_that_names_the_area_are_groups() -> None:
    table: tuple[list[list[Entry]], tuple[int, ...], tuple[int, ...]] = (
        [
            _HEAD,
            ["1", across("Chuyển đổi số trong giải quyết TTHC", 4), None, None, None],
            ["1.1", "Số hóa", "", "Sở Y tế", ""],
            ["III", across("Cải cách tài chính công", 4), None, None, None],
            ["1", "Khoán chi", "", "Sở Y tế", ""],
        ],
        (),
        (),
    )
    document = document_of("II. Cải cách TTHC", table)
    assert [line.split("|")[2:5] for line in brief(document)] == [
        ["procedures", "1 Chuyển đổi số trong giải quyết TTHC", "Số hóa"],
        ["finance", "", "Khoán chi"],
    ]


def test_one_table_alone() -> None:
    document = document_of(_FIRST, _OTHER)
    first, other = document.parts
    assert isinstance(first, Table)
    assert isinstance(other, Table)
    found = read_task_table(document, first, first=5, area=Area.IMPACT)
    assert found is not None
    assert [(task.number, task.code, task.area) for task in found.tasks] == [(5, "1", Area.IMPACT)]
    assert read_task_table(document, other) is None


_WORDS = st.sampled_from(
    ("", "1", "a", "-", "I", "Rà soát", "Cải cách TTHC", "Sở Nội vụ", "Quý I", "TT", "Chủ trì", "Tổng cộng", "TM. UBND")
)


@pytest.mark.law
@given(st.lists(st.lists(_WORDS, min_size=5, max_size=5), max_size=8), st.sets(st.integers(1, 8)))
def test_every_letter_is_in_a_part_or_unread_and_numbers_are_unique(rows: list[list[str]], breaks: set[int]) -> None:
    document = laid_out(_HEAD, *rows, breaks=tuple(sorted(breaks)))
    assert_nothing_is_lost(document)
    for table in read_task_tables(document):
        numbers = [task.number for task in table.tasks]
        assert len(set(numbers)) == len(numbers)


@pytest.mark.law
@given(st.permutations(["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời hạn"]))
def test_the_order_of_columns_does_not_matter(order: list[str]) -> None:
    row = {"TT": "1", "Nhiệm vụ": "Rà soát", "Sản phẩm": "Báo cáo", "Chủ trì": "Sở Y tế", "Thời hạn": "Quý I"}
    assert brief(laid_out(list(order), [row[name] for name in order])) == ["1||||Rà soát|Báo cáo|Sở Y tế|Quý I"]


_AREAS = {"I": Area.INSTITUTIONS, "II": Area.PROCEDURES, "III": Area.APPARATUS}


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "pdf"])
def test_the_annotated_rows(shared: Path, suffix: str) -> None:
    formats = pytest.importorskip("cchc.reading.formats", reason="needs the readers of office files")
    open_document: Callable[[Path], Document] = formats.open_document
    rows = json.loads((shared / "gold" / "tasks_2024_rows_1_60.json").read_text(encoding="utf-8"))
    [table] = read_task_tables(open_document(shared / "documents" / f"phu-luc-nhiem-vu-2024.{suffix}"), year=2024)
    assert [
        (
            task.number, task.area, task.code, task.title, task.group_code, task.group_title,
            list(task.deliverables), list(task.lead), list(task.coordinating), task.schedule_text,
        )
        for task in table.tasks
    ] == [
        (
            row["no"], _AREAS[row["area"]], row["activity_code"], plain(row["activity"]), row["task_code"], plain(row["task"]),
            row["products_norm"], row["lead_norm"], row["coordinating_norm"], row["time_text"],
        )
        for row in rows
    ]  # fmt: skip
    assert table.unread == ()
