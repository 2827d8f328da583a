"""Tasks from tables, and from a table that has been flattened into lines."""

from datetime import date

from cchc import Area, Continuous, Window
from cchc.reading.document import Cell, Document, Line, Table
from cchc.reading.flattened.flattened import FlattenedArea, FlattenedRow, FlattenedTable
from cchc.reading.flattened.flattened_tasks import tasks_of_flattened
from cchc.reading.outline import PartKind
from cchc.reading.passage import Passage
from cchc.reading.read import read_text
from cchc.reading.tables.roles import Role
from cchc.reading.tables.tasks_found import Flattened, TasksFound, find_flattened, tasks_of
from tests.reading.prose import printed

FLATTENED = """PHỤ LỤC
NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026
STT Nhiệm vụ Sản phẩm Chủ trì Phối hợp Thời gian
I Cải cách thể chế
1
Rà soát văn bản quy phạm pháp
luật theo Quyết định số
766/QĐ-TTg ngày 23/6/2022
Báo cáo
Sở Tư pháp
Các sở, ban,
ngành
Quý I/2026
2
Ban hành kế hoạch kiểm tra văn
bản
Kế hoạch
Sở Tư pháp
Sở Nội vụ
Thường
xuyên
II Cải cách thủ tục hành chính
3
Công bố thủ tục hành chính mới
Quyết định
Văn phòng
UBND tỉnh
Các sở, ban,
ngành
Quý II/2026
4
Tập huấn nghiệp vụ cho công
chức một cửa
Hội nghị
Văn phòng
UBND tỉnh
UBND các xã,
phường
Thường
xuyên
"""


def _row(number: str, source: str, **cells: str) -> FlattenedRow:
    roles = {Role[name.upper()]: Passage.of(words) for name, words in cells.items()}
    return FlattenedRow(number=Passage.of(number), cells=roles, doubtful=source == "doubtful")


def _table(*rows: FlattenedRow | FlattenedArea) -> FlattenedTable:
    return FlattenedTable(columns=(Role.TITLE,), rows=rows, furniture=(Passage.of("12"),), others=())


def test_rows_stand_under_the_areas_and_groups_above_them() -> None:
    found = tasks_of_flattened(
        _table(
            FlattenedArea(words=Passage.of("I Cải cách thể chế")),
            _row("1", "", group="1.1. Hoàn thiện thể chế", title="2.1. Rà soát văn bản", schedule="Quý I"),
            _row("2", "doubtful", title="2.2. Kiểm tra văn bản", schedule="Thường xuyên"),
            FlattenedArea(words=Passage.of("II Cải cách TTHC")),
            _row("3", "", title="2.3. Công bố thủ tục"),
        ),
        year=2026,
        document="phu-luc.txt",
    )
    assert [(task.number, task.code, task.group_code, task.area) for task in found.tasks] == [
        (1, "2.1", "1.1", Area.INSTITUTIONS), (2, "2.2", "1.1", Area.INSTITUTIONS), (3, "2.3", "", Area.PROCEDURES),
    ]  # fmt: skip
    assert found.tasks[0].schedule == Window(start=date(2026, 1, 1), end=date(2026, 3, 31))
    assert found.tasks[1].schedule == Continuous()
    assert found.doubtful == (2,)
    assert {part.kind for part in found.parts} == {PartKind.TASK, PartKind.TABLE_HEADING, PartKind.FURNITURE}
    assert found.tasks[0].source is not None
    assert found.tasks[0].source.document == "phu-luc.txt"
    assert [words.text for words in found.cells] == [
        "1.1. Hoàn thiện thể chế", "2.1. Rà soát văn bản", "Quý I", "2.2. Kiểm tra văn bản", "Thường xuyên",
        "2.3. Công bố thủ tục",
    ]  # fmt: skip


def test_rows_are_numbered_on_where_their_numbers_repeat() -> None:
    rows = (_row("1", "", title="Một"), FlattenedArea(words=Passage.of("II Khác")), _row("1.", "", title="Hai"))
    assert [task.number for task in tasks_of_flattened(_table(*rows), year=None).tasks] == [1, 2]
    assert [task.number for task in tasks_of_flattened(_table(_row("a", "", title="Một")), year=None).tasks] == [1]


def test_a_flattened_annex_is_read_whole() -> None:
    reading = read_text(FLATTENED)
    assert reading.plan is not None
    assert (reading.kind, reading.unread) == ("annex", ())
    assert [(task.number, task.area, task.lead, task.coordinating) for task in reading.plan.tasks] == [
        (1, Area.INSTITUTIONS, ("Sở Tư pháp",), ("Các sở, ban, ngành",)),
        (2, Area.INSTITUTIONS, ("Sở Tư pháp",), ("Sở Nội vụ",)),
        (3, Area.PROCEDURES, ("Văn phòng UBND tỉnh",), ("Các sở, ban, ngành",)),
        (4, Area.PROCEDURES, ("Văn phòng UBND tỉnh",), ("UBND các xã, phường",)),
    ]
    assert [citation.symbol for citation in reading.plan.citations] == ["766/QĐ-TTg"]


def test_a_text_of_prose_has_no_flattened_table() -> None:
    assert find_flattened(printed("I. MỤC TIÊU", "- Trên 98% hồ sơ đúng hạn.")) == Flattened()
    whole = Document(name="", text="1 Rà soát", parts=(Line(start=0, end=9, whole=True),))
    assert find_flattened(whole) == Flattened()


def _sheet(*rows: tuple[str, ...]) -> Document:
    source, cells = "", []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            start = len(source)
            source += text + "\t"
            place = f"Trang1!{chr(65 + column)}{row + 1}"
            cells.append(Cell(start=start, end=start + len(text), row=row, column=column, place=place))
    return Document(name="", text=source, parts=(Table(cells=tuple(cells), rows=len(rows), columns=len(rows[0])),))


HEADING, TASK = ("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"), ("1", "Rà soát thủ tục", "Sở Tư pháp", "Quý I")


def test_the_first_row_of_a_sheet_may_be_its_title() -> None:
    title = "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026"
    assert tasks_of(_sheet((title, "", "", ""), HEADING, TASK), Flattened(), year=2026).title == title
    assert tasks_of(_sheet(("Trang 1", "", "", ""), HEADING, TASK), Flattened(), year=2026).title == ""
    assert tasks_of(_sheet(HEADING, TASK), Flattened(), year=2026).title == ""
    assert tasks_of(printed("Nội dung."), Flattened(), year=2026) == TasksFound(tasks=(), parts=())
