"""Flattened task tables: laws for every text, small tables a clerk can read, random papers, and the annex of one province."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.reading.flattened.flattened import FlattenedArea, FlattenedRow, FlattenedTable, read_flattened
from cchc.reading.passage import Passage
from cchc.reading.tables.roles import Role
from tests.reading.flattened_paper import Sheet, flattened

ANNEX = "documents/phu-luc-nhiem-vu-2024.txt"
G, T, D, L, C, S = Role.GROUP, Role.TITLE, Role.DELIVERABLES, Role.LEAD, Role.COORDINATING, Role.SCHEDULE


def rows_of(table: FlattenedTable | None) -> list[FlattenedRow]:
    return [row for row in table.rows if isinstance(row, FlattenedRow)] if table else []


def areas_of(table: FlattenedTable | None) -> list[str]:
    return [row.words.text for row in table.rows if isinstance(row, FlattenedArea)] if table else []


def words(row: FlattenedRow) -> dict[Role, str]:
    return {role: cell.text for role, cell in row.cells.items()}


def passages(table: FlattenedTable) -> Iterator[Passage]:
    for row in table.rows:
        yield from (row.words,) if isinstance(row, FlattenedArea) else (row.number, *row.cells.values())
    yield from (*table.furniture, *table.others)


def holds_everything(table: FlattenedTable, text: str) -> bool:
    held = [0] * len(text)
    for passage in passages(table):
        for span in passage.spans():
            held[span.start : span.end] = [count + 1 for count in held[span.start : span.end]]
    return all(count == 1 for character, count in zip(text, held, strict=True) if not character.isspace())


def right_and_all(sheets: Iterator[Sheet]) -> tuple[int, int]:
    right = count = 0
    for sheet in sheets:
        count += len(sheet.rows) * len(sheet.columns)
        read = rows_of(read_flattened(sheet.text))
        for (number, cells), row in zip(sheet.rows, read, strict=False):
            right += sum(
                row.number.text == number and words(row).get(role, "") == cells.get(role, "") for role in sheet.columns
            )
    return right, count


PIECES = (
    "1", "2", "3", "4", "5.", "06", "12 ", "2024", "I Cải cách", "II. THỂ CHẾ", "III", "TT Nội dung", "Chủ trì Phối hợp",
    "Thời gian", "Sản phẩm", "(1)", "(2)", "(3)", "(4)", "Sở Nội vụ", "Các sở, ban,", "ngành", "Thường", "xuyên", "Quý I/2026",
    "1.1. Kiện toàn", "2.1. Rà soát", "2.2. Ban hành", "Báo cáo;", "- Kế hoạch", "(nếu có", ")", "Nơi nhận:", "\f", " ",
    "trước ngày", "UBND cấp xã",
)  # fmt: skip


@pytest.mark.law
@settings(max_examples=8)
@given(st.integers(min_value=0))
def test_every_word_of_a_paper_has_one_place(seed: int) -> None:
    sheet = flattened(seed)
    table = read_flattened(sheet.text)
    assert table is not None
    assert holds_everything(table, sheet.text)


@pytest.mark.law
@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(("\n", " ", "\n\n", "\n ")))
def test_every_word_of_any_text_has_one_place(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    table = read_flattened(text)
    assert table is None or holds_everything(table, text)


@pytest.mark.law
@given(st.text())
def test_text_without_rows_is_no_table(text: str) -> None:
    assert read_flattened(text) is None


@pytest.mark.law
@settings(max_examples=3)
@given(st.integers(min_value=0), st.sampled_from(("Kính gửi: các đơn vị\n", "Căn cứ Luật số 63/2025/QH15;\n")))
def test_places_are_of_the_whole_text(seed: int, before: str) -> None:
    sheet = flattened(seed)
    alone = read_flattened(sheet.text)
    within = read_flattened(before + sheet.text + "\nhết", len(before), len(before) + len(sheet.text))
    assert alone is not None
    assert within is not None
    assert [words(row) for row in rows_of(within)] == [words(row) for row in rows_of(alone)]
    places = [row.number.span().start for row in rows_of(within)]
    assert places == [row.number.span().start + len(before) for row in rows_of(alone)]


def test_random_papers_of_other_provinces_are_read() -> None:
    right, count = right_and_all(flattened(seed) for seed in range(200, 208))
    assert right * 100 >= count * 98


def test_areas_are_found_where_they_were_printed() -> None:
    for seed in range(200, 204):
        sheet = flattened(seed)
        assert areas_of(read_flattened(sheet.text)) == list(sheet.areas)


PLAIN = """
TT
Nội dung công việc
Chủ trì
Phối hợp
Thời gian
hoàn thành
Sản phẩm
(1) (2) (3) (4) (5) (6)
I. Chỉ đạo, điều hành
1 Ban hành kế hoạch cải cách hành chính
của xã năm 2026
Văn phòng
HĐND và
UBND xã
Các phòng
chuyên môn
Tháng 01/2026 Quyết định/Kế hoạch
2 Tổ chức giao ban về cải cách hành chính
hằng tháng
Phòng Văn hóa -
Xã hội
Các phòng
chuyên môn
Thường xuyên Hội nghị
II. Thủ tục hành chính
3 Niêm yết thủ tục tại bộ phận Một cửa
đúng quy định
Trung tâm
Phục vụ hành
chính công
Phòng Kinh tế Quý I, II/2026 Báo cáo
Nơi nhận:
- Như trên;
- Lưu: VT.
"""


def test_a_heading_tells_the_order_and_a_list_of_receivers_ends_the_table() -> None:
    table = read_flattened(PLAIN)
    assert table is not None
    assert table.columns == (T, L, C, S, D)
    assert areas_of(table) == ["I. Chỉ đạo, điều hành", "II. Thủ tục hành chính"]
    assert [passage.text for passage in table.others] == ["Nơi nhận: - Như trên; - Lưu: VT."]
    assert [passage.text for passage in table.furniture][1] == "(1) (2) (3) (4) (5) (6)"
    assert words(rows_of(table)[0]) == {
        T: "Ban hành kế hoạch cải cách hành chính của xã năm 2026",
        L: "Văn phòng HĐND và UBND xã",
        C: "Các phòng chuyên môn",
        S: "Tháng 01/2026",
        D: "Quyết định/Kế hoạch",
    }
    assert words(rows_of(table)[2])[L] == "Trung tâm Phục vụ hành chính công"


def test_lists_in_the_prose_above_a_heading_are_no_rows() -> None:
    prose = "KẾ HOẠCH\n1 Mục đích của kế hoạch\n2 Yêu cầu chung\n3 Tổ chức thực hiện\n"
    table = read_flattened(prose + PLAIN)
    assert [row.number.text for row in rows_of(table)] == ["1", "2", "3"]
    assert table is not None
    assert " ".join(passage.text for passage in table.others[:1]) == " ".join(prose.split())


CODED = """
I Tổ chức bộ máy
1
1.1. Kiện toàn tổ chức bộ máy của các
cơ quan chuyên môn sau khi
2.1. Rà soát chức năng, nhiệm vụ
của các phòng
Báo cáo Sở Nội vụ Các sở, ban,
ngành
Thường
xuyên
2
2.2. Ban hành quy định mới. Quyết định Các sở, ban,
ngành tỉnh.
Sở Nội vụ Trong năm
\fsắp xếp đơn vị hành chính
2 cấp
2026
3
1.2. Tinh giản biên chế
2.3. Xây dựng kế hoạch sau khi sắp xếp
Kế hoạch Sở Nội vụ Các sở, ban,
ngành
Quý I/2026
"""


def test_a_row_goes_on_over_the_page_and_so_does_the_cell_of_its_group() -> None:
    first, second, third = rows_of(read_flattened(CODED))
    assert words(first)[G] == "1.1. Kiện toàn tổ chức bộ máy của các cơ quan chuyên môn sau khi sắp xếp đơn vị hành chính 2 cấp"
    assert words(second) == {
        T: "2.2. Ban hành quy định mới.",
        D: "Quyết định",
        L: "Các sở, ban, ngành tỉnh.",
        C: "Sở Nội vụ",
        S: "Trong năm 2026",
    }
    assert words(third)[G] == "1.2. Tinh giản biên chế"


def test_a_heading_may_be_numbered() -> None:
    heading = "TT\nNội dung công việc\nChủ trì\nPhối hợp\nThời gian\nhoàn thành\nSản phẩm\n"
    numbered = "TT 1- Nội dung công việc\n2- Chủ trì 3- Phối hợp\n4- Thời gian\nhoàn thành\n5. Sản phẩm\n"
    table = read_flattened(PLAIN.replace(heading, numbered))
    assert table is not None
    assert table.columns == (T, L, C, S, D)
    assert table.furniture[0].text == " ".join(numbered.split())


def test_a_piece_of_the_heading_on_a_later_page_is_furniture() -> None:
    table = read_flattened(PLAIN.replace("3 Niêm yết", "\fPhối hợp\nThời gian\n3 Niêm yết"))
    assert table is not None
    assert [passage.text for passage in table.furniture[-2:]] == ["Phối hợp", "Thời gian"]


def test_numbers_of_pages_over_a_running_head_are_no_rows() -> None:
    prose = "Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành thực hiện\nKế hoạch xong trước ngày 15/11/2026\n"
    assert read_flattened("".join(f"{page}\nKẾ HOẠCH NĂM 2026 CỦA TỈNH\n{prose}" for page in range(2, 7))) is None


def test_the_numeral_of_a_quarter_opens_no_area() -> None:
    table = read_flattened(PLAIN.replace("Phòng Kinh tế Quý I, II/2026 Báo cáo", "Phòng Kinh tế Quý I,\nII năm 2026\nBáo cáo"))
    assert len(areas_of(table)) == 2
    assert words(rows_of(table)[2])[S] == "Quý I, II năm 2026"


def test_a_blank_row_and_a_code_that_few_rows_have_do_no_harm() -> None:
    text = PLAIN.replace("2 Tổ chức", "2\n \n3 Chuẩn bị tổng kết chung\n4 Tổ chức 5.1. họp và").replace(
        "3 Niêm yết", "5 Niêm yết"
    )
    rows = rows_of(read_flattened(text))
    assert [row.number.text for row in rows] == ["1", "2", "3", "4", "5"]
    assert words(rows[1]) == {}
    assert rows[1].doubtful


def test_pages_may_be_numbered_under_a_heading_that_is_broken_off() -> None:
    text = PLAIN.replace("3 Niêm yết", "\n2\n\fTT\nNội dung công việc\nChủ trì\n3 Niêm yết").replace(
        "Hội nghị\n", "Hội nghị\n \n"
    )
    table = read_flattened(text)
    assert table is not None
    assert [row.number.text for row in rows_of(table)] == ["1", "2", "3"]
    assert "2" in [passage.text for passage in table.furniture]
    assert words(rows_of(table)[1])[D] == "Hội nghị"


HEADED = "TT\nNội dung\nChủ trì\nPhối hợp\nThời gian\nSản phẩm\n"
PIECED = (
    "1\nRà soát quy trình nội bộ\n{lead}\nCác sở, ban, ngành\nQuý I/2026\nBáo cáo\n"
    "2\nKhảo sát mức độ hài lòng của người dân\nSở Nội vụ\n{coordinating}\nThường xuyên\n{products}\n"
    "3\nNâng cấp\nCổng thông tin điện tử\nSở Tài chính\n15 ngày làm việc\nPhần mềm được đưa vào sử dụng\n"
)
USUAL = {"lead": "Sở Tư pháp", "coordinating": "Công an tỉnh", "products": "Kế hoạch"}


@pytest.mark.parametrize(
    ("row", "role", "printed"),
    [
        (0, "lead", "Văn phòng UBND tỉnh;\nSở Y tế"),
        (0, "lead", "Văn phòng UBND tỉnh,\nSở Y tế"),
        (0, "lead", "Sở Nội\nvụ"),
        (0, "lead", "Văn phòng Sở"),
        (0, "lead", "Thanh tra Sở"),
        (0, "lead", "Văn phòng Bộ"),
        (1, "coordinating", "Sở Tư pháp;\nUBND các huyện,\nthành phố"),
        (1, "coordinating", "Cục Chuyển đổi số"),
        (1, "products", "Kế hoạch;\nQuyết định;\nBáo cáo"),
        (1, "products", "Kế hoạch\nQuyết định"),
        (1, "products", "Kết quả kiểm tra"),
        (1, "products", "Văn bản hướng dẫn"),
    ],
)
def test_a_cell_goes_on_where_its_words_do(row: int, role: str, printed: str) -> None:
    table = read_flattened(HEADED + PIECED.format(**{**USUAL, role: printed}))
    found = words(rows_of(table)[row])[{"lead": L, "coordinating": C, "products": D}[role]]
    assert found == printed.replace("\n", " ")


def test_a_body_that_is_named_alone_leads_and_a_verb_alone_is_no_task() -> None:
    last = rows_of(read_flattened(HEADED + PIECED.format(**USUAL)))[2]
    assert words(last) == {
        T: "Nâng cấp Cổng thông tin điện tử",
        L: "Sở Tài chính",
        S: "15 ngày làm việc",
        D: "Phần mềm được đưa vào sử dụng",
    }


@pytest.mark.parametrize("time", ["31/12/2026", "Giai đoạn\n2026-2030", "06 tháng/lần", "Đã hoàn thành trong tháng 01/2026"])
def test_times_of_many_kinds_are_cells(time: str) -> None:
    table = read_flattened(HEADED + PIECED.format(**USUAL).replace("Quý I/2026", time))
    assert words(rows_of(table)[0])[S] == time.replace("\n", " ")


def test_a_cell_names_no_body_twice() -> None:
    text = HEADED + PIECED.format(lead="Thanh tra tỉnh", coordinating="Công an tỉnh", products="Kế hoạch").replace(
        "Các sở, ban, ngành", "Thanh tra tỉnh\nSở Y tế"
    )
    first = words(rows_of(read_flattened(text))[0])
    assert (first[L], first[C]) == ("Thanh tra tỉnh", "Thanh tra tỉnh Sở Y tế")


def test_a_column_that_the_heading_names_has_cells() -> None:
    heading = "STT\nHoạt động\nThời gian\nSản phẩm\nBộ phận chủ trì\nBộ phận phối hợp\n"
    rows = "1\nRà soát quy trình nội bộ\nHằng quý\nKế hoạch; Nghị quyết\nSở Y tế\n"
    rows += "2\nĐánh giá mức độ tự chủ\nThường xuyên\nBáo cáo\nSở Tư pháp; Công an tỉnh\n"
    rows += "3\nCập nhật dữ liệu công chức\nTheo kế hoạch\nBáo cáo\nSở Nội vụ; Sở Tài chính\nCác sở, ban, ngành\n"
    table = read_flattened(heading + rows)
    assert table is not None
    assert table.columns == (T, S, D, L, C)
    assert words(rows_of(table)[2])[C] == "Các sở, ban, ngành"


def test_letters_name_areas_too() -> None:
    text = PLAIN.replace("I. Chỉ đạo, điều hành", "A\nChỉ đạo, điều hành").replace(
        "II. Thủ tục hành chính", "B. Thủ tục hành chính"
    )
    assert areas_of(read_flattened(text)) == ["A Chỉ đạo, điều hành", "B. Thủ tục hành chính"]


def test_sections_of_prose_around_a_table_are_no_rows() -> None:
    before = "1. Mục tiêu\nNâng cao chất lượng phục vụ.\n2. Chỉ tiêu\nGiải quyết đúng hạn 98%.\n"
    after = (
        "IV. TỔ CHỨC THỰC HIỆN\n1. Văn phòng HĐND và UBND xã\nTheo dõi việc thực hiện.\n2. Các phòng\nThực hiện đúng tiến độ.\n"
    )
    body = PLAIN.partition("(6)\n")[2].partition("Nơi nhận")[0]
    table = read_flattened(before + body + after)
    assert table is not None
    assert [row.number.text for row in rows_of(table)] == ["1", "2", "3"]
    assert " ".join(after.split()) == table.others[-1].text
    assert words(rows_of(table)[2])[D] == "Báo cáo"


DUTIES = """1. {0}
a) Ban hành kế hoạch của cơ quan, đơn vị chậm nhất
là ngày 8 tháng 10 năm 2024.
2. {1}
a) Ban hành kế hoạch của cơ quan, đơn vị trước ngày
29/04/2024.
b) Chủ trì, theo dõi việc thực hiện nhiệm vụ cải cách tài chính công.
3. {2}
a) Chủ trì, tổng hợp việc thực hiện nhiệm vụ cải cách thể chế trong Quý I/2024.
"""


@pytest.mark.law
@given(
    st.permutations(
        ("Thanh tra tỉnh", "Sở Tài chính", "Công an tỉnh", "Sở Nội vụ", "Văn phòng UBND tỉnh", "Các sở, ban, ngành")
    )
)
def test_who_does_what_in_prose_is_no_table(bodies: list[str]) -> None:
    assert read_flattened(DUTIES.format(*bodies)) is None


@pytest.mark.parametrize(
    "labels", [("Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"), ("Chủ trì", "Phối hợp", "Thời hạn")]
)
def test_what_is_labelled_in_prose_is_no_table(labels: tuple[str, str, str]) -> None:
    lead, coordinating, time = labels
    tasks = ("Ban hành kế hoạch năm 2024", "Rà soát thủ tục hành chính", "Tổ chức đối thoại với doanh nghiệp")
    items = (
        f"{number}. {task}.\n- {lead}: Sở Nội vụ.\n- {coordinating}: Các sở, ban, ngành.\n- {time}: Quý I/2024.\n"
        for number, task in enumerate(tasks, 1)
    )
    assert read_flattened("".join(items)) is None


def test_lists_by_letters_are_no_rows_unless_a_heading_says_so() -> None:
    text = PIECED.format(**USUAL).replace("nội bộ\n", "nội bộ:\na) theo kế hoạch\nb) đột xuất\n")
    lettered = text.replace("người dân\n", "người dân:\na) trực tiếp\nb) qua mạng\n")
    assert read_flattened(lettered) is None
    assert len(rows_of(read_flattened(HEADED + lettered))) == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1\n2\n3\n",
        "TT Nội dung Chủ trì Phối hợp Thời gian",
        "\n".join(f"{number}. Quý I/2026 đã gửi các văn bản cho Sở Nội vụ" for number in range(1, 9)),
        "1 Rà soát Sở Nội vụ Quý I\n2 Rà soát " + "rất nhiều lời " * 2000 + "\n3 Kiểm tra\n",
        "1. Mục đích\nNâng cao hiệu quả\n2. Yêu cầu\nBảo đảm tiến độ\n3. Phạm vi\nToàn tỉnh\n",
        "1 Sở Nội vụ Thường xuyên\n2 Sở Tư pháp Quý I\n",
        "1 Rà soát Sở Nội vụ Quý I\n2 Rà soát\n3 Kiểm tra " + "rất nhiều lời " * 2000,
    ],
)
def test_no_table(text: str) -> None:
    assert read_flattened(text) is None


def _annex(shared: Path) -> FlattenedTable:
    table = read_flattened((shared / ANNEX).read_text(encoding="utf-8"))
    assert table is not None
    return table


def _expected(row: Mapping[str, object]) -> dict[Role, object]:
    cells = row["cells"]
    assert isinstance(cells, dict)
    return {
        G: row["task"] if row["task_printed_here"] else "",
        T: row["activity"],
        D: cells["products"],
        L: cells["lead"],
        C: cells["coordinating"],
        S: row["time_text"],
    }


def test_the_annex_is_read_cell_by_cell(shared: Path) -> None:
    text = (shared / ANNEX).read_text(encoding="utf-8")
    table = _annex(shared)
    rows = rows_of(table)
    assert [row.number.text for row in rows] == [str(number) for number in range(1, 131)]
    assert len(areas_of(table)) == 7
    assert holds_everything(table, text)
    gold = json.loads((shared / "gold/tasks_2024_rows_1_60.json").read_text(encoding="utf-8"))
    wrong = 0
    for row, answer in zip(rows, gold, strict=False):
        for role, expected in _expected(answer).items():
            found = re.sub(r"^\d\.\d+\.? *", "", words(row).get(role, ""))
            # a hyphen at a line's end may be the word's own
            wrong += found.replace("- ", "-") != str(expected).replace("- ", "-")
    assert wrong <= 2


def test_the_doubtful_rows_of_the_annex_are_few(shared: Path) -> None:
    assert sum(row.doubtful for row in rows_of(_annex(shared))) <= 10
