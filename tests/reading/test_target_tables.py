from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Area, AtLeast, Period, Target
from cchc.reading.commitments.target_headings import find_target_heading
from cchc.reading.commitments.target_tables import TargetTable, read_target_tables
from cchc.reading.commitments.target_values import Measured, unit_of, values_of
from cchc.reading.document import Document, Table
from cchc.reading.formats import open_document
from cchc.reading.outline import PartKind
from cchc.reading.passage import Passage
from cchc.reading.tables.grid import table_rows

from .sheets import Entry, across, document_of, down, laid_out

_YEAR = Period.of_year(2026)
_STAGE = Period.span(2021, 2025)
_HEAD: list[Entry] = ["TT", "Chỉ tiêu", "ĐVT", "Mục tiêu năm 2026", "Cơ quan theo dõi"]


def asked(target: Target) -> str:
    """A requirement in short: ``at_least 98 %``."""
    requirement = target.requirement
    kind = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in type(requirement).__name__).strip("_")
    said = [getattr(requirement, name, "") for name in ("least", "most", "value", "unit", "baseline")]
    return " ".join([kind, *(str(word) for word in said if word != "")])


def brief(document: Document, *, period: Period | None = _YEAR) -> list[str]:
    """Each target in a line: its number, name, requirement, scope, due day."""
    return [
        f"{target.id}|{target.indicator}|{asked(target)}|{target.scope}|{target.due or ''}"
        for table in read_target_tables(document, period=period)
        for target in table.targets
    ]


def only(document: Document, *, period: Period | None = _YEAR) -> TargetTable:
    [table] = read_target_tables(document, period=period)
    return table


def sheet(*rows: Sequence[Entry]) -> tuple[Sequence[Sequence[Entry]], tuple[int, ...], tuple[int, ...]]:
    """One of several tables of a document."""
    return rows, (), ()


def unread(table: TargetTable) -> list[str]:
    return [source.span.text for source in table.unread if source.span]


def assert_nothing_is_lost(document: Document, *, period: Period | None = _YEAR) -> None:
    for table in read_target_tables(document, period=period):
        spans = [part.span for part in table.parts] + [source.span for source in table.unread if source.span]
        places = [i for span in spans for i in range(span.start, span.end) if not document.text[i].isspace()]
        cells = [cell for at in table.tables if isinstance(part := document.parts[at], Table) for cell in part.cells]
        assert sorted(places) == [i for c in cells for i in range(c.start, c.end) if not document.text[i].isspace()]


# Laws.

_WORDS = st.text(alphabet="abđ ếTV0159%.,;:()-–≥/\n", max_size=12)
_SAID = st.sampled_from(
    [
        "",
        "-",
        "+ Cấp xã",
        "95",
        "≥ 90%",
        "Tỷ lệ hồ sơ đúng hạn",
        "Cải cách thể chế",
        "I",
        "1",
        "1.1",
        "Tổng",
        "Hoàn thành",
        "Quý II",
        "nt",
    ]
)
_CELLS = st.one_of(_SAID, _WORDS)
_HEADS = st.sampled_from(
    [
        ["TT", "Chỉ tiêu", "ĐVT", "Mục tiêu năm 2026"],
        ["TT", "Chỉ tiêu", "Cơ quan theo dõi", "Ghi chú"],
        ["Mục tiêu", "Năm 2025", "Năm 2026", "Năm 2027"],
        ["TT", "Lĩnh vực", "Chỉ tiêu", "Kế hoạch"],
    ]
)


@pytest.mark.law
@given(_HEADS, st.lists(st.lists(_CELLS, min_size=4, max_size=4), max_size=8), st.sets(st.integers(2, 8), max_size=2))
def test_nothing_is_lost_and_ids_are_unique(head: list[str], rows: list[list[str]], breaks: set[int]) -> None:
    document = laid_out(head, *rows, breaks=tuple(sorted(breaks)))
    assert_nothing_is_lost(document)
    for table in read_target_tables(document, period=_YEAR):
        ids = [target.id for target in table.targets]
        assert len(set(ids)) == len(ids)
        assert all(ids)


@pytest.mark.law
@given(
    st.integers(1, 100),
    st.sampled_from(["{}", "{}%", "tối thiểu {}", "≥ {}%", ">= {}", "Từ {}% trở lên", "đạt {} %", "Ít nhất {}%"]),
)
def test_however_a_least_value_is_written_it_is_the_same(value: int, wording: str) -> None:
    document = laid_out(_HEAD, ["1", "Tỷ lệ hồ sơ được số hóa", "%", wording.format(value), ""])
    assert [target.requirement for target in only(document).targets] == [AtLeast(value, "%")]


@pytest.mark.law
@given(
    st.permutations([("Chỉ tiêu", "Tỷ lệ hồ sơ đúng hạn"), ("ĐVT", "%"), ("Cơ quan theo dõi", "Sở Nội vụ"), ("Ghi chú", "")])
)
def test_the_order_of_other_columns_changes_nothing(columns: list[tuple[str, str]]) -> None:
    document = laid_out([*(head for head, _ in columns), "Kế hoạch năm 2026"], [*(cell for _, cell in columns), "98"])
    assert brief(document) == ["1|Tỷ lệ hồ sơ đúng hạn|at_least 98 %||"]


@pytest.mark.law
@given(st.integers(0, 4))
def test_rows_of_remarks_change_no_target(at: int) -> None:
    rows: list[list[Entry]] = [
        ["1", "Tỷ lệ A", "%", "90", ""],
        ["2", "Tỷ lệ B", "%", "80", ""],
        ["3", "Tỷ lệ C", "%", "≤ 5", ""],
    ]
    remark: list[Entry] = ["", "", "", "", "(theo văn bản số 12)"]
    noisy = [*rows[:at], remark, *rows[at:]]
    assert brief(laid_out(_HEAD, *noisy)) == brief(laid_out(_HEAD, *rows))


# Tables as offices print them.


def test_areas_parts_blank_values_and_who_watches() -> None:
    document = laid_out(
        _HEAD,
        ["I", across("CẢI CÁCH THỦ TỤC HÀNH CHÍNH", 4), None, None, None],
        ["1", "Tỷ lệ hồ sơ TTHC giải quyết đúng hạn", "%", "99", "VP UBND tỉnh"],
        ["2", "Tỷ lệ hồ sơ nộp trực tuyến (trừ hồ sơ mật)", "%", "", ""],
        ["-", "Cấp tỉnh", "%", "≥ 85", ""],
        ["-", "Cấp xã", "-nt-", "80", ""],
        ["II", "Cải cách chế độ công vụ", "", "", ""],
        ["1", "Chỉ số PAR INDEX", "", "Nhóm 10", "Sở Nội vụ"],
        ["2", "Số đơn vị đổi mới", "đơn vị", "", ""],
        ["3", "Giải ngân vốn đầu tư công", "%", "Phấn đấu 95", ""],
    )
    assert brief(document) == [
        "I.1|Tỷ lệ hồ sơ TTHC giải quyết đúng hạn|at_least 99 %||",
        "I.2.1|Tỷ lệ hồ sơ nộp trực tuyến|at_least 85 %|Cấp tỉnh|",
        "I.2.2|Tỷ lệ hồ sơ nộp trực tuyến|at_least 80 %|Cấp xã|",
        "II.1|Chỉ số PAR INDEX|rank_within 10||",
        "II.3|Giải ngân vốn đầu tư công|at_least 95 %||",
    ]
    table = only(document)
    assert [target.area for target in table.targets] == [Area.PROCEDURES] * 3 + [Area.CIVIL_SERVICE] * 2
    assert [target.exclusion for target in table.targets] == ["", *["trừ hồ sơ mật"] * 2, "", ""]
    assert [(target.aspiration, target.accumulates) for target in table.targets[-2:]] == [(False, False), (True, True)]
    assert table.targets[1].text == "Tỷ lệ hồ sơ nộp trực tuyến (trừ hồ sơ mật), Cấp tỉnh: ≥ 85%"
    assert unread(table) == ["VP UBND tỉnh", "Sở Nội vụ", "2", "Số đơn vị đổi mới", "đơn vị"]
    first = table.targets[0].source
    assert first
    assert (first.document, first.place) == ("plan.docx", "table1!B3")
    assert first.span
    assert first.span.text == "1\tTỷ lệ hồ sơ TTHC giải quyết đúng hạn\t%\t99"
    assert_nothing_is_lost(document)


def test_a_value_for_every_year_of_a_stage() -> None:
    document = laid_out(
        ["Mục tiêu", "Năm 2021", "2022", "2023", "2024", "2025"],
        ["Tỷ lệ hồ sơ trực tuyến (%)", "20", "30", "40", "50", "60"],
        ["Mức độ số hóa", "10%", "", "–", "30%", "> 50%"],
        ["100% văn bản được ký số", "", "", "", "", ""],
    )
    assert brief(document, period=_STAGE) == [
        "1-2021|Tỷ lệ hồ sơ trực tuyến|at_least 20 %||2021-12-31",
        "1-2022|Tỷ lệ hồ sơ trực tuyến|at_least 30 %||2022-12-31",
        "1-2023|Tỷ lệ hồ sơ trực tuyến|at_least 40 %||2023-12-31",
        "1-2024|Tỷ lệ hồ sơ trực tuyến|at_least 50 %||2024-12-31",
        "1-2025|Tỷ lệ hồ sơ trực tuyến|at_least 60 %||2025-12-31",
        "2-2021|Mức độ số hóa|at_least 10 %||2021-12-31",
        "2-2024|Mức độ số hóa|at_least 30 %||2024-12-31",
        "2-2025|Mức độ số hóa|more_than 50 %||2025-12-31",
        "3|Tỷ lệ văn bản được ký số|at_least 100 %||",
    ]
    assert_nothing_is_lost(document, period=_STAGE)


def test_what_a_year_before_brought_is_no_target() -> None:
    document = laid_out(
        ["TT", "Tên chỉ tiêu", "ĐVT", "Thực hiện 2025", "Kế hoạch 2026", "Ghi chú"],
        ["1", "Mức độ hài lòng", "%", "90", "92", ""],
        ["2", "Hồ sơ quá hạn", "%", "3", "2", ""],
        ["3", "Số cuộc kiểm tra", "Cuộc", "3", "04", "x"],
    )
    assert brief(document) == [
        "1|Mức độ hài lòng|at_least 92 %||",
        "2|Hồ sơ quá hạn|at_most 2 %||",
        "3|Số cuộc kiểm tra|at_least 4 cuộc||",
    ]
    assert unread(only(document)) == ["90", "3", "3", "x"]


def test_the_plans_own_year_tells_past_columns() -> None:
    rows: list[list[Entry]] = [["TT", "Chỉ tiêu", "Kế hoạch 2025", "Kế hoạch 2026"], ["1", "Mức độ hài lòng", "90%", "92%"]]
    assert brief(laid_out(*rows)) == ["1|Mức độ hài lòng|at_least 92 %||"]
    assert brief(laid_out(*rows), period=None) == [
        "1-2025|Mức độ hài lòng|at_least 90 %||2025-12-31",
        "1-2026|Mức độ hài lòng|at_least 92 %||2026-12-31",
    ]


def test_names_that_hold_the_whole_commitment() -> None:
    document = laid_out(
        ["STT", "Chỉ tiêu cụ thể", "Cơ quan chủ trì", "Thời hạn"],
        ["1", "Tỷ lệ hồ sơ đúng hạn đạt trên 98%", "Văn phòng", ""],
        ["-", "Trong đó, tỷ lệ tại cấp xã trên 95%", "", ""],
        ["2", "100% văn bản điện tử được ký số; 80% họp trực tuyến", "", "Quý III"],
        ["II", "Cải cách bộ máy", "", ""],
        ["3", "Hoàn thành sắp xếp đơn vị sự nghiệp", "", "Thường xuyên"],
        [across("Ghi chú: số liệu tính đến hết năm", 4), None, None, None],
    )
    assert brief(document) == [
        "1|Tỷ lệ hồ sơ đúng hạn|more_than 98 %||",
        "1.1|Tỷ lệ|more_than 95 %|cấp xã|",
        "2.1|Tỷ lệ văn bản điện tử được ký số|at_least 100 %||2026-09-30",
        "2.2|Tỷ lệ họp trực tuyến|at_least 80 %||2026-09-30",
        "3|Sắp xếp đơn vị sự nghiệp|complete||",
    ]
    assert unread(only(document)) == ["Văn phòng", "Ghi chú: số liệu tính đến hết năm"]
    assert_nothing_is_lost(document)


def test_a_name_with_a_number_beside_an_empty_value() -> None:
    document = laid_out(
        _HEAD,
        ["1", "Tỷ lệ A", "%", "90", ""],
        ["2", "100% hồ sơ được số hóa", "", "", ""],
        ["3", "Không để tồn đọng", "", "", ""],
    )
    assert brief(document) == ["1|Tỷ lệ A|at_least 90 %||", "2|Tỷ lệ hồ sơ được số hóa|at_least 100 %||"]


def test_values_that_are_sentences_name_themselves() -> None:
    document = laid_out(
        ["STT", "Mục tiêu", "Chỉ tiêu", "Đơn vị thực hiện"],
        [
            "1",
            "Nâng cao chất lượng giải quyết TTHC",
            "Tối thiểu 98% hồ sơ được giải quyết đúng và trước hạn; 80% hồ sơ nộp trực tuyến toàn trình",
            "VP",
        ],
        ["2", "Kiện toàn bộ máy", "Giảm 10% so với năm 2021", "Sở Nội vụ"],
    )
    assert brief(document) == [
        "1.1|Tỷ lệ hồ sơ được giải quyết đúng và trước hạn|at_least 98 %||",
        "1.2|Tỷ lệ hồ sơ nộp trực tuyến toàn trình|at_least 80 %||",
        "2|Kiện toàn bộ máy|reduce_by 10 % 2021||",
    ]


def test_levels_side_by_side() -> None:
    document = laid_out(
        [down("TT", 2), down("Chỉ tiêu", 2), across("Mục tiêu năm 2026", 3), None, None],
        [None, None, "Cấp tỉnh", "Cấp huyện", "Cấp xã"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["1", "Tỷ lệ hồ sơ trực tuyến", "90", "80", "70"],
    )
    assert brief(document) == [
        "1.1|Tỷ lệ hồ sơ trực tuyến|at_least 90 %|Cấp tỉnh|",
        "1.2|Tỷ lệ hồ sơ trực tuyến|at_least 80 %|Cấp huyện|",
        "1.3|Tỷ lệ hồ sơ trực tuyến|at_least 70 %|Cấp xã|",
    ]


def test_a_name_over_several_rows_and_headings_that_lost_their_merge() -> None:
    document = laid_out(
        ["TT", across("Chỉ tiêu", 2), None, "Thực hiện", "", "Kế hoạch", ""],
        ["", "", "", "2024", "2025", "2026", "2027"],
        ["I", across("Cải cách thể chế", 2), None, "", "", "", ""],
        ["1", down("Tỷ lệ hồ sơ đúng hạn", 2), "Cấp tỉnh", "", "", "99%", ""],
        ["2", None, "Cấp xã", "", "", "98%", "99%"],
        ["3", across("Số văn bản được rà soát", 2), None, "5", "", "10", ""],
    )
    assert brief(document, period=None) == [
        "1-2026|Tỷ lệ hồ sơ đúng hạn|at_least 99 %|Cấp tỉnh|2026-12-31",
        "2-2026|Tỷ lệ hồ sơ đúng hạn|at_least 98 %|Cấp xã|2026-12-31",
        "2-2027|Tỷ lệ hồ sơ đúng hạn|at_least 99 %|Cấp xã|2027-12-31",
        "3-2026|Số văn bản được rà soát|at_least 10||2026-12-31",
    ]


def test_points_and_places_side_by_side() -> None:
    document = laid_out(
        ["TT", "Chỉ số", "Kết quả năm 2025", across("Mục tiêu năm 2026", 2), None],
        ["", "", "", "Điểm", "Thứ hạng"],
        ["1", "PAR INDEX", "Hạng 20", "88,5", "15"],
    )
    assert brief(document) == ["1.1|PAR INDEX|at_least 88.5 điểm||", "1.2|PAR INDEX|rank_within 15||"]


def test_times_of_rows_and_of_columns() -> None:
    rows = laid_out(
        ["TT", "Chỉ tiêu", "Mục tiêu năm 2026", "Thời gian hoàn thành"],
        ["1", "Xây dựng Đề án", "Ban hành", "Quý II"],
        ["2", "Chỉ số SIPAS", "Trên 90%", "Trước ngày 15/12"],
        ["3", "Đến hết tháng 9, tỷ lệ hồ sơ số hóa", "95", "Thường xuyên"],
    )
    assert [line.rpartition("|")[2] for line in brief(rows)] == ["2026-06-30", "2026-12-14", "2026-09-30"]
    columns = laid_out(["TT", "Chỉ tiêu", "6 tháng đầu năm 2026", "Cả năm 2026"], ["1", "Tỷ lệ hồ sơ trực tuyến", "80%", "90%"])
    assert [line.rpartition("|")[2] for line in brief(columns)] == ["2026-06-30", ""]
    mixed = laid_out(["TT", "Chỉ tiêu", "Mục tiêu phấn đấu", "Đến năm 2030"], ["1", "Tỷ lệ hồ sơ trực tuyến", "80%", "90%"])
    assert [line.rpartition("|")[2] for line in brief(mixed)] == ["", "2030-12-31"]
    later = laid_out(["TT", "Chỉ tiêu", "Mục tiêu đến năm 2030"], ["1", "Tỷ lệ hồ sơ trực tuyến", "90%"])
    assert brief(later) == ["1|Tỷ lệ hồ sơ trực tuyến|at_least 90 %||2030-12-31"]


def test_the_part_that_a_name_speaks_of() -> None:
    document = laid_out(_HEAD, ["1", "Tỷ lệ TTHC đủ điều kiện được cung cấp trực tuyến", "%", "100", ""])
    assert [target.scope for target in only(document).targets] == ["TTHC đủ điều kiện"]


def test_a_column_of_areas_and_the_unit_above_the_table() -> None:
    document = document_of(
        "Kèm theo Kế hoạch",
        "(Đơn vị tính: %)",
        (
            (
                ["TT", "Lĩnh vực", "Chỉ tiêu", "Mục tiêu 2026"],
                ["1", down("Tài chính công", 2), "Đơn vị tự chủ", "20"],
                ["2", None, "Vốn giải ngân", "95"],
            ),
            (),
            (),
        ),
    )
    assert brief(document) == ["1|Đơn vị tự chủ|at_least 20 %||", "2|Vốn giải ngân|at_least 95 %||"]
    assert {target.area for target in only(document).targets} == {Area.FINANCE}
    assert [part.span.text for part in only(document).parts if part.kind is PartKind.TABLE_HEADING][-1] == "Tài chính công"


def test_a_table_goes_on_over_pages() -> None:
    rows = sheet(_HEAD, ["1", "Tỷ lệ hồ sơ", "%", "90", ""])
    again = sheet(_HEAD, ["2", "Tỷ lệ số hóa", "%", "80", ""])
    bare = sheet(["3", "Tỷ lệ thanh toán", "%", "≥60", "Sở Tài chính"])
    tail = sheet(["", "trực tuyến", "", "", ""], ["4", "Số cuộc kiểm tra", "cuộc", "2", ""])
    document = document_of(rows, "2", again, bare, tail)
    assert only(document).tables == (0, 2, 3, 4)
    assert [line.split("|")[1] for line in brief(document)] == [
        "Tỷ lệ hồ sơ",
        "Tỷ lệ số hóa",
        "Tỷ lệ thanh toán trực tuyến",
        "Số cuộc kiểm tra",
    ]
    other = sheet(["Họ và tên", "Chức vụ", "Đơn vị", "Điện thoại", "Ghi chú"], ["A", "B", "C", "D", "E"])
    assert [table.tables for table in read_target_tables(document_of(rows, other, "Lời", rows), period=_YEAR)] == [(0,), (3,)]
    narrow = sheet(["4", "Tỷ lệ", "9"])
    assert only(document_of(rows, narrow)).tables == (0,)
    blank = sheet(["", "", "", "", ""])
    assert only(document_of(rows, blank)).tables == (0, 1)
    assert_nothing_is_lost(document)


def test_a_row_cut_by_a_page() -> None:
    document = laid_out(
        _HEAD,
        ["1", "Tỷ lệ hồ sơ", "%", "", ""],
        ["", "được giải quyết đúng hạn", "", "", ""],
        ["", "", "", "95", ""],
        ["2", "Tỷ lệ B", "%", "80", ""],
        ["", "Tỷ lệ C", "%", "70", ""],
        breaks=(2, 3, 5),
    )
    assert [line.split("|")[:3] for line in brief(document)] == [
        ["1", "Tỷ lệ hồ sơ được giải quyết đúng hạn", "at_least 95 %"],
        ["2", "Tỷ lệ B", "at_least 80 %"],
        ["2.1", "Tỷ lệ C", "at_least 70 %"],
    ]


def test_rows_below_rows() -> None:
    document = laid_out(
        ["Chỉ tiêu", "Mục tiêu 2026"],
        ["Cải cách thể chế", "Kế hoạch"],
        ["Tỷ lệ hồ sơ đúng hạn:", "99%"],
        ["- Trong đó: lĩnh vực đất đai", "98%"],
        ["+ Tỷ lệ trước hạn", "40%"],
        ["Các chỉ tiêu khác", "90%"],
        ["- Cấp xã", "80%"],
        ["1.1. Tỷ lệ A", "70%"],
        ["1.1. Tỷ lệ B", "60%"],
    )
    assert brief(document) == [
        "1|Cải cách thể chế|qualitative||",
        "2|Tỷ lệ hồ sơ đúng hạn|at_least 99 %||",
        "3|Tỷ lệ hồ sơ đúng hạn|at_least 98 %|lĩnh vực đất đai|",
        "4|Tỷ lệ trước hạn|at_least 40 %||",
        "5|Các chỉ tiêu khác|at_least 90 %||",
        "6|Cấp xã|at_least 80 %|Cấp xã|",
        "1.1|Tỷ lệ A|at_least 70 %||",
        "1.1~2|Tỷ lệ B|at_least 60 %||",
    ]


def test_heading_rows_of_every_look() -> None:
    document = laid_out(
        _HEAD,
        ["1", "CẢI CÁCH THỂ CHẾ", "", "", ""],
        ["1.1", "Tỷ lệ A", "%", "90", ""],
        ["2", "Nhóm chung", "", "", ""],
        ["3", "Tỷ lệ B", "%", "90", ""],
        [across("Cải cách thủ tục hành chính", 5), None, None, None, None],
        ["4", across("Chỉ tiêu về hồ sơ", 4), None, None, None],
        ["5", "Tỷ lệ C", "%", "80", ""],
        _HEAD,
        ["1", "2", "3", "4", "5"],
        ["6", "Tỷ lệ D", "%", "80", ""],
        bold=(3,),
    )
    table = only(document)
    assert [(target.id, target.area) for target in table.targets] == [
        ("1.1", Area.INSTITUTIONS),
        ("3", None),
        ("5", Area.PROCEDURES),
        ("6", Area.PROCEDURES),
    ]
    assert unread(table) == []


# Headings.


@pytest.mark.parametrize(
    ("head", "roles"),
    [
        ("TT|Chỉ tiêu|Đơn vị tính|Mục tiêu năm 2026|Cơ quan theo dõi", "niuv-"),
        ("STT|Nội dung chỉ tiêu|Chỉ tiêu năm 2026|Cơ quan chủ trì", "niv-"),
        ("TT|Tên chỉ tiêu|ĐVT|Ước TH 2025|KH 2026|Ghi chú", "niu-v-"),
        ("TT|Nội dung|ĐVT|Chỉ tiêu", "niuv"),
        ("TT|Tiêu chí|Mục tiêu cần đạt", "niv"),
        ("TT|Lĩnh vực|Chỉ tiêu|Mục tiêu 2026", "naiv"),
        ("TT|Chỉ tiêu|Hiện trạng 2025|Mục tiêu 2026|Mục tiêu 2030", "ni-vv"),
        ("Mã số|Chỉ tiêu|Công thức tính|Mức phấn đấu", "ni-v"),
        ("TT|Chỉ tiêu|Yêu cầu cần đạt|Phương pháp đánh giá|Nguồn số liệu", "niv--"),
        ("TT|Chỉ số|Điểm số năm 2025|Mục tiêu điểm số 2026", "ni-v"),
        ("TT|Chỉ tiêu|Kế hoạch 2026|Cơ quan chủ trì|Thời gian hoàn thành", "niv-s"),
        ("TT|Chỉ tiêu phấn đấu|Đơn vị chủ trì", "ni-"),
        ("|Mục tiêu, chỉ tiêu||Kế hoạch 2026", "ni-v"),
        ("TT|Mục tiêu|Chỉ tiêu|Thời hạn", "nivs"),
        ("TT|Lĩnh vực|Chỉ tiêu|Cơ quan theo dõi", "nai-"),
        ("TT|Nội dung|Mục tiêu quý I|Mục tiêu quý II", "nivv"),
        ("TT|Mục tiêu|Chỉ tiêu đánh giá|Giá trị mục tiêu", "naiv"),
        ("TT|Chỉ tiêu|Ước TH 2025|KH 2026|So sánh (%)", "ni-v-"),
    ],
)
def test_headings_of_tables_of_targets(head: str, roles: str) -> None:
    titles = head.split("|")
    document = laid_out(titles, ["1"] * len(titles))
    [table] = (part for part in document.parts if isinstance(part, Table))
    found = find_target_heading(table_rows(document, table), table.columns, period=_YEAR)
    assert found
    letters = {"NUMBER": "n", "AREA": "a", "INDICATOR": "i", "UNIT": "u", "VALUE": "v", "SCHEDULE": "s", "OTHER": "-"}
    assert "".join(letters[column.role.name] for column in found.columns) == roles


@pytest.mark.parametrize(
    "head",
    [
        "TT|Nhiệm vụ|Sản phẩm|Chủ trì|Thời hạn",
        "TT|Chỉ tiêu|Số lượng|Tỷ lệ",
        "TT|Chỉ tiêu|Năm 2024|Năm 2025",
        "TT|Chỉ tiêu|ĐVT|Kế hoạch 2026|Thực hiện 2026|So sánh",
        "TT|Chỉ tiêu|Kế hoạch|Thực hiện|Tỷ lệ hoàn thành",
        "TT|Tiêu chí|Chỉ tiêu|Điểm tối đa",
        "Chỉ tiêu|Kết quả",
        "Chỉ tiêu|",
        "TT|Nội dung|Kế hoạch năm 2026",
        "TT|Nội dung công việc|Năm 2026",
        "Đơn vị|Chỉ tiêu giao năm 2026 (%)",
        "TT|ĐVT|Chỉ tiêu|Ghi chú",
        "TT|Chỉ số|Năm 2026|Năm 2025",
        "TT|Họ và tên|Chức vụ",
        "TT|Mục tiêu năm 2026|Mục tiêu năm 2027",
    ],
)
def test_other_tables_are_left_to_others(head: str) -> None:
    titles = head.split("|")
    row = ["1", "Tỷ lệ hồ sơ đúng hạn", *["95%"] * len(titles)][: len(titles)]
    assert read_target_tables(laid_out(titles, row), period=_YEAR) == ()


def test_bare_years_need_a_plan_or_a_heading_above() -> None:
    rows: list[Sequence[Entry]] = [["TT", "Chỉ tiêu", "2026"], ["1", "Tỷ lệ hồ sơ", "90%"]]
    assert read_target_tables(laid_out(*rows), period=None) == ()
    under: list[Sequence[Entry]] = [
        ["TT", "Chỉ tiêu", across("Lộ trình", 2), None],
        ["", "", "2026", "2027"],
        ["1", "Tỷ lệ hồ sơ", "90%", "95%"],
    ]
    assert len(brief(laid_out(*under), period=None)) == 2


def test_a_table_without_any_value_is_none() -> None:
    assert read_target_tables(laid_out(_HEAD, ["1", "Tỷ lệ A", "%", "", ""]), period=_YEAR) == ()
    assert read_target_tables(laid_out(["TT", "Chỉ tiêu", "Đơn vị chủ trì"], ["1", "Tốt hơn", "Sở Y tế"]), period=_YEAR) == ()
    assert read_target_tables(laid_out(["Chỉ tiêu " * 20, "Mục tiêu"], ["1", "2"]), period=_YEAR) == ()
    assert read_target_tables(laid_out(["Chỉ tiêu"], ["1"]), period=_YEAR) == ()


# Values.


@pytest.mark.parametrize(
    ("name", "unit", "value", "meaning"),
    [
        ("Tỷ lệ hồ sơ", "%", "99", "at_least 99 %"),
        ("Hồ sơ", "%", ">= 85", "at_least 85 %"),
        ("Hồ sơ", "", "> 90%", "more_than 90 %"),
        ("Hồ sơ", "%", "Trên 95", "more_than 95 %"),
        ("Hồ sơ", "%", "80-85", "between 80 85 %"),
        ("Hồ sơ quá hạn", "%", "≤ 5", "at_most 5 %"),
        ("Hồ sơ quá hạn", "%", "2", "at_most 2 %"),
        ("Hồ sơ quá hạn được xử lý", "%", "20", "at_least 20 %"),
        ("Hồ sơ không quá hạn", "%", "99", "at_least 99 %"),
        ("Số hồ sơ tồn đọng", "hồ sơ", "tối thiểu 3", "at_least 3 hồ sơ"),
        ("Số đơn thư", "Đơn", "0", "at_most 0 đơn"),
        ("Thời gian giải quyết trung bình", "ngày", "5", "at_most 5 ngày"),
        ("Số doanh nghiệp", "", "Từ 80 trở lên", "at_least 80"),
        ("Số lần kiểm tra", "lần/năm", "01", "at_least 1 lần"),
        ("Thu hút đầu tư", "Tỷ đồng", "20.000", "at_least 20000 tỷ đồng"),
        ("Số thủ tục", "TTHC", "Giảm 20", "reduce_by 20 TTHC"),
        ("Giảm thời gian giải quyết so với năm 2025", "%", "10", "reduce_by 10 % 2025"),
        ("Cắt giảm chi phí", "%", "≥ 30", "reduce_by 30 %"),
        ("Tăng số doanh nghiệp", "%", "10", "increase_by 10 %"),
        ("Tăng tỷ lệ hồ sơ trực tuyến", "%", "90", "at_least 90 %"),
        ("Tăng tỷ lệ hồ sơ trực tuyến so với năm 2025", "%", "5", "increase_by 5 % 2025"),
        ("PAPI", "", "Nhóm 10", "rank_within 10"),
        ("PAPI", "", "Trong 10 tỉnh dẫn đầu", "rank_within 10"),
        ("PAPI", "hạng", "≤ 15", "rank_within 15"),
        ("PAPI", "", "Thứ 7/34", "rank_within 7"),
        ("Nâng thứ hạng", "bậc", "2", "rank_up 2 2"),
        ("PAPI", "", "Tăng 2 bậc so với năm 2025", "rank_up 2 2 2025"),
        ("Số nhóm thủ tục", "nhóm", "82", "at_least 82 nhóm"),
        ("Đề án", "", "Hoàn thành", "complete"),
        ("Đề án", "", "Đạt", "complete"),
        ("Đề án", "", "Ban hành", "complete"),
        ("Xếp loại", "", "Tốt", "qualitative"),
        ("Hồ sơ", "%", "-", ""),
        ("Hồ sơ", "%", "Không giao", ""),
        ("Hồ sơ", "Sở Nội vụ", "50", "at_least 50"),
        ("Số xã đạt chuẩn", "xã", "12/15", "at_least 12 xã"),
        ("Điểm số", "Điểm", "Trên 85/100", "more_than 85 điểm"),
        ("Hồ sơ", "%", "80 (cấp tỉnh), 70 (cấp xã)", "at_least 80 %; at_least 70 %"),
        ("Hồ sơ", "%", "Cấp tỉnh: 90; cấp xã: 80", "at_least 90 %; at_least 80 %"),
    ],
)
def test_what_a_value_promises(name: str, unit: str, value: str, meaning: str) -> None:
    measured = Measured(name=name, unit=unit_of(unit, name))
    found = values_of(Passage.of(value), measured, code="1", period=_YEAR)
    assert "; ".join(asked(target) for target in found) == meaning


@pytest.mark.parametrize(
    ("value", "due"),
    [
        ("Quý II/2026", date(2026, 6, 30)),
        ("31/12/2026", date(2026, 12, 31)),
        ("Trước ngày 30/6/2026", date(2026, 6, 29)),
        ("Tháng 6", date(2026, 6, 30)),
        ("Hằng tháng", None),
    ],
)
def test_a_time_for_a_value(value: str, due: date | None) -> None:
    [target] = values_of(Passage.of(value), Measured(name="Đề án"), code="1", period=_YEAR)
    assert (asked(target), target.due) == ("complete" if due else "qualitative", due)


def test_a_time_without_a_plan() -> None:
    [target] = values_of(Passage.of("Quý II/2026"), Measured(name="Đề án"), code="1", period=None)
    assert target.due == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("places", "unit"),
    [
        (("Văn bản",), "văn bản"),
        (("Phần trăm",), "%"),
        (("", "Mục tiêu (Điểm)"), "điểm"),
        (("", "Phấn đấu tỷ lệ hồ sơ"), "%"),
        (("Đạt/không đạt", "Đề án"), ""),
        (("một đơn vị tính được giải thích bằng cả một câu dài",), ""),
    ],
)
def test_units(places: tuple[str, ...], unit: str) -> None:
    assert unit_of(*places) == unit


# Real documents.


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "pdf"])
def test_an_annex_of_tasks_holds_no_table_of_targets(shared: Path, suffix: str) -> None:
    annex = open_document(shared / "documents" / f"phu-luc-nhiem-vu-2024.{suffix}")
    assert any(isinstance(part, Table) for part in annex.parts)
    assert read_target_tables(annex, period=Period.of_year(2024)) == ()
