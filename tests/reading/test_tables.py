from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.document import Document, Table
from cchc.reading.tables.grid import Heading, find_heading, is_column_numbers, is_repeated_heading, table_rows
from cchc.reading.tables.roles import Role

from .sheets import Entry, across, down, laid_out


def table_of(document: Document) -> Table:
    [table] = document.parts
    assert isinstance(table, Table)
    return table


def heading_of(*rows: Sequence[Entry]) -> Heading | None:
    document = laid_out(*rows)
    table = table_of(document)
    return find_heading(table_rows(document, table), table.columns)


def roles_of(*rows: Sequence[Entry]) -> tuple[Role | None, ...]:
    heading = heading_of(*rows)
    return heading.roles if heading else ()


N, A, G, T, D, L, C, S = (
    Role.NUMBER, Role.AREA, Role.GROUP, Role.TITLE, Role.DELIVERABLES, Role.LEAD, Role.COORDINATING, Role.SCHEDULE,
)  # fmt: skip


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        ("TT|Nhiệm vụ|Sản phẩm|Chủ trì|Phối hợp|Thời gian", (N, T, D, L, C, S)),
        ("TT|Nhiệm vụ|Hoạt động|Kết quả|Chủ trì|Thời gian hoàn thành", (N, G, T, D, L, S)),
        ("TT|Nhiệm vụ chung|Hoạt động|Chủ trì", (N, G, T, L)),
        ("TT|Nhóm nhiệm vụ|Chủ trì|Thời hạn", (N, T, L, S)),
        ("TT|Lĩnh vực|Nhiệm vụ|Chủ trì", (N, A, T, L)),
        ("TT|Lĩnh vực|Chủ trì|Thời gian", (N, T, L, S)),
        ("TT|Nội dung|Nhiệm vụ|Giải pháp|Chủ trì", (N, None, G, T, L)),
        ("|Nhiệm vụ|Đơn vị thực hiện|Tiến độ", (N, T, L, S)),
        ("Thời gian|Nhiệm vụ|Đơn vị thực hiện", (S, T, L)),
        ("TT|Nhiệm vụ|Chủ trì|Bắt đầu|Kết thúc", (N, T, L, Role.START, Role.FINISH)),
        ("TT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan thực hiện|Thời gian", (N, T, L, C, S)),
        ("TT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan thực hiện|Phối hợp", (N, T, L, None, C)),
        ("TT|Nhiệm vụ|Đơn vị thực hiện|Cơ quan tham mưu", (N, T, L, L)),
        ("TT|Nhiệm vụ|Người thực hiện|Thời gian", (N, T, L, S)),
        ("TT|Nhiệm vụ|Chủ trì|Lãnh đạo phụ trách|Kinh phí|Ghi chú", (N, T, L, Role.PERSON, Role.FUNDING, Role.NOTE)),
        ("TT|Nhiệm vụ|Chủ trì, phối hợp|Thời gian", (N, T, Role.AGENCIES, S)),
        ("TT|Tiêu chí|Điểm tối đa|Nhiệm vụ, giải pháp|Chủ trì|Thời gian", (N, G, Role.POINTS, T, L, S)),
        ("TT|Nhiệm vụ|Sản phẩm|Thời gian", (N, T, D, S)),
        ("TT|Tên văn bản|Cơ quan soạn thảo|Thời gian trình", (N, T, L, S)),
    ],
)
def test_columns_whatever_they_are_called(headings: str, roles: tuple[Role | None, ...]) -> None:
    assert roles_of(headings.split("|")) == roles


@pytest.mark.parametrize(
    "headings",
    [
        "STT|Tiêu chí|Điểm tối đa|Điểm tự chấm|Cơ quan chủ trì|Thời gian",
        "STT|Chỉ tiêu|Đơn vị tính|Kết quả",
        "STT|Chỉ tiêu|Đơn vị tính|Kế hoạch 2025|Cơ quan chủ trì",
        "Thời gian|Nội dung|Thực hiện",
        "Nội dung|Thời gian",
        "Nội dung|Chủ trì",
        "Nhiệm vụ|Thời gian",
        "Tên TTHC|Thời hạn giải quyết|Cơ quan thực hiện",
        "UBND TỈNH\nSỞ NỘI VỤ|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Nơi nhận:|TM. ỦY BAN NHÂN DÂN",
        "Nhiệm vụ|Họ và tên|Ngày sinh|Quê quán|Dân tộc",
        "Nhiệm vụ " + "rất dài " * 20 + "|Chủ trì|Thời gian",
    ],
)
def test_other_tables_are_no_task_tables(headings: str) -> None:
    assert heading_of(headings.split("|")) is None


def test_a_heading_of_two_rows() -> None:
    top: list[Entry] = [down("TT", 2), down("Nhiệm vụ", 2), across("Cơ quan thực hiện", 2), None, across("Thời gian", 2), None]
    below: list[Entry] = [None, None, "Chủ trì", "Phối hợp", "Bắt đầu", "Hoàn thành"]
    heading = heading_of(["Phụ lục", "", "", "", "", ""], top, below, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], ["1", "a"])
    assert heading is not None
    assert (heading.start, heading.end) == (1, 4)
    assert heading.roles == (N, T, L, C, Role.START, Role.FINISH)


def test_a_heading_that_has_lost_its_merges() -> None:
    heading = heading_of(
        ["TT", "Nhiệm vụ", "Cơ quan thực hiện", "", "Thời gian"],
        ["", "", "Chủ trì", "Phối hợp", ""],
        ["1", "Rà soát", "Sở Nội vụ", "Sở Y tế", "Quý I"],
    )
    assert heading is not None
    assert (heading.end, heading.roles) == (2, (N, T, L, C, S))


@pytest.mark.parametrize(
    "row",
    [
        [across("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", 4), None, None, None],
        ["1", "Nội dung", "Phối hợp", "Tiến độ"],
        ["I", "Cải cách thể chế", "", ""],
        ["", "Công tác kiểm tra", "", ""],
        ["", "Kiểm tra " * 20, "Chủ trì", ""],
    ],
)
def test_the_first_row_below_is_no_second_heading(row: list[Entry]) -> None:
    heading = heading_of([across("TT", 1), "Nhiệm vụ", "Chủ trì", "Thời gian"], row)
    assert heading is not None
    assert heading.end == 1


def test_a_merged_cell_is_in_every_row_it_reaches_over() -> None:
    document = laid_out(["1", down("Sở Nội vụ", 2)], ["2", None], ["3", ""])
    rows = table_rows(document, table_of(document))
    assert [[words.text for _, words in row.cells] for row in rows] == [["1", "Sở Nội vụ"], ["2", "Sở Nội vụ"], ["3", ""]]
    assert [[words.text for _, words in row.own] for row in rows] == [["1", "Sở Nội vụ"], ["2"], ["3"]]


def test_a_merged_cell_that_a_page_tears_says_the_same_below() -> None:
    document = laid_out(
        ["1", down("Sở Nội vụ", 2), "Quý I"], ["2", None, "x"], ["3", down("", 2), ""], ["4", None, ""], breaks=(2,)
    )
    rows = table_rows(document, table_of(document))
    assert [[words.text for _, words in row.cells] for row in rows[2:]] == [["3", "Sở Nội vụ", ""], ["4", "Sở Nội vụ", ""]]
    assert [[words.text for _, words in row.own] for row in rows[2:]] == [["3"], ["4"]]


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        (["(1)", "(2)", "(3)"], True),
        (["A", "B", "1", "2"], True),
        (["1", "2", "3", "4=2+3"], True),
        (["1", "3", "4"], False),
        (["1", "2"], False),
        (["A", "B", "C"], False),
        (["1", "Rà soát", "2"], False),
        (["1" * 5_000, "2", "3"], False),
    ],
)
def test_a_row_that_numbers_the_columns(row: list[Entry], numbers: bool) -> None:
    document = laid_out(row)
    assert is_column_numbers(table_rows(document, table_of(document))[0]) is numbers


@pytest.mark.parametrize(
    ("row", "repeated"),
    [
        (["TT", "NHIỆM VỤ", "Chủ\ntrì"], True),
        (["1", "Rà soát", "Chủ trì"], False),
        (["", "", "Chủ trì"], False),
        (["TT", "Nhiệm vụ", "Chủ trì " * 20], False),
    ],
)
def test_the_heading_again(row: list[Entry], repeated: bool) -> None:
    headings: list[Entry] = ["TT", "Nhiệm vụ", "Chủ trì"]
    heading = heading_of(headings)
    document = laid_out(headings, row)
    assert heading is not None
    assert is_repeated_heading(table_rows(document, table_of(document))[1], heading) is repeated


@pytest.mark.law
@given(st.permutations(["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời hạn"]))
def test_the_order_of_columns_does_not_matter(headings: list[str]) -> None:
    known = {"TT": N, "Nhiệm vụ": T, "Sản phẩm": D, "Chủ trì": L, "Phối hợp": C, "Thời hạn": S}
    assert roles_of(list(headings)) == tuple(known[heading] for heading in headings)
