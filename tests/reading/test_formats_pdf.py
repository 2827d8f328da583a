"""PDF files: printed lines, ruled tables, tables that go on over pages, and what cannot be read."""

import base64
import logging
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import TableSpan
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from ttf_opensans import OPENSANS_BOLD, OPENSANS_REGULAR

from cchc import InvalidInput
from cchc.reading.document import Document, Line, Table
from cchc.reading.formats import open_document, pdf
from cchc.reading.formats.pdf_letters import Letter, printed
from cchc.reading.formats.pdf_letters import said as said_in
from cchc.reading.formats.pdf_streams import MOST_STREAM_BYTES, check_streams
from cchc.reading.formats.pdf_tables import ruled
from tests.reading.office_parts import check_complete, laid, lines, refused, said, tables

TASKS = (("TT", "Nhiệm vụ", "Thời gian"), ("1", "Kiểm tra công vụ", "Quý I"), ("2", "Rà soát thủ tục", "Quý II"))


def paper(path: Path, *pages: Callable[[FPDF], object], head: str = "", foot: bool = False) -> Path:
    """A PDF whose pages are drawn one by one."""

    class Paper(FPDF):
        def header(self) -> None:
            if head:
                self.cell(text=head, new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            if foot:
                self.set_y(-15)
                self.cell(text=f"Trang {self.page_no()}/9")

    made = Paper()
    made.add_font("open", fname=str(OPENSANS_REGULAR.path))
    made.add_font("open", style="B", fname=str(OPENSANS_BOLD.path))
    made.set_font("open", size=11)
    for draw in pages:
        made.add_page()
        draw(made)
    made.output(str(path))
    return path


def written(*texts: str, style: str = "") -> Callable[[FPDF], object]:
    def draw(made: FPDF) -> None:
        made.set_font("open", style=style, size=11)
        for text in texts:
            made.cell(text=text, new_x="LMARGIN", new_y="NEXT")

    return draw


def table(rows: Sequence[Sequence[str | TableSpan]], widths: tuple[int, ...] = (1, 4, 2)) -> Callable[[FPDF], object]:
    def draw(made: FPDF) -> None:
        with made.table(col_widths=widths, first_row_as_headings=False) as drawn:
            for texts in rows:
                row = drawn.row()
                for text in texts:
                    row.cell(text)  # type: ignore[arg-type]  # its annotation forgets the spans that it takes

    return draw


def both(*draws: Callable[[FPDF], object]) -> Callable[[FPDF], object]:
    return lambda made: [draw(made) for draw in draws]


@pytest.mark.law
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=20)
@given(
    st.lists(
        st.lists(st.sampled_from(["", "Sở Nội vụ", "UBND cấp xã", "Quý I/2024", "1"]), min_size=3, max_size=3),
        min_size=1,
        max_size=9,
    )
)
def test_every_cell_of_a_ruled_table_is_read_in_its_place(tmp_path: Path, rows: list[list[str]]) -> None:
    document = open_document(paper(tmp_path / "a.pdf", both(written("Phụ lục"), table(rows))))
    check_complete(document)
    found = [
        [document.passage(cell).text for part in tables(document) for cell in part.cells if cell.row == row]
        for row in range(len(rows))
    ]
    assert found == (rows if any(map(any, rows)) else [[] for _ in rows])


@pytest.mark.law
@given(st.permutations(list(enumerate("Kế hoạch cải cách hành chính"))))
def test_the_order_in_which_letters_are_printed_does_not_matter(letters: list[tuple[int, str]]) -> None:
    found = printed(Letter(text, 10 * at, 10 * at + 10, 0, 12, 12, bold=True) for at, text in letters)
    assert [(line.text, line.bold) for line in found] == [("Kế hoạch cải cách hành chính", True)]


@pytest.mark.law
@given(st.binary(), st.binary())
def test_any_bytes_can_be_searched_for_streams(head: bytes, tail: bytes) -> None:
    check_streams(head + b"stream\n" + tail + b"/A85 stream\r\n" + tail)


def test_lines_have_their_page_and_weight(tmp_path: Path) -> None:
    path = paper(tmp_path / "a.pdf", written("I. MỤC TIÊU", style="B"), written("Đạt 100% hồ sơ", "trở lên"))
    document = open_document(path)
    assert [(document.passage(line).text, line.page, line.bold, line.whole) for line in lines(document)] == [
        ("I. MỤC TIÊU", 1, True, False), ("Đạt 100% hồ sơ", 2, False, False), ("trở lên", 2, False, False),
    ]  # fmt: skip
    check_complete(document)


@pytest.mark.parametrize(
    ("pages", "starts"),
    [([], ()), ([0, 0], ()), ([1, 1, 2, 3], (0, 2, 3)), ([2, 2, 4], (0, 0, 2, 2)), ([1, 0, 3], (0, 2, 2))],
)
def test_a_page_begins_with_its_first_line(pages: list[int], starts: tuple[int, ...]) -> None:
    lines = tuple(Line(start=at, end=at + 1, page=page) for at, page in enumerate(pages))
    assert Document(name="a", text="x" * len(pages), parts=lines).pages == starts


def test_columns_side_by_side_are_parted(tmp_path: Path) -> None:
    def draw(made: FPDF) -> None:
        made.text(20, 30, "UBND TỈNH")
        made.text(120, 30, "CỘNG HÒA")

    document = open_document(paper(tmp_path / "a.pdf", draw))
    assert document.text == "UBND TỈNH\tCỘNG HÒA\n"


def test_a_table_stands_between_its_lines(tmp_path: Path) -> None:
    document = open_document(paper(tmp_path / "a.pdf", both(written("trước"), table(TASKS), written("sau"))))
    assert [type(part) for part in document.parts] == [Line, Table, Line]
    assert said(document) == ["trước", *(text for row in TASKS for text in row), "sau"]
    assert tables(document)[0].cells[0].place == "table1!A1"


def test_merged_cells_reach_over_rows_and_columns(tmp_path: Path) -> None:
    rows = (("I", "Cải cách thể chế", TableSpan.COL), ("1", "a", "b"), (TableSpan.ROW, "c", "d"))
    document = open_document(paper(tmp_path / "a.pdf", table(rows)))
    assert laid(document, tables(document)[0]) == {
        "A1": ("I", 1, 1), "B1": ("Cải cách thể chế", 1, 2), "A2": ("1", 2, 1), "B2": ("a", 1, 1), "C2": ("b", 1, 1),
        "B3": ("c", 1, 1),
        "C3": ("d", 1, 1),
    }  # fmt: skip


def test_a_table_goes_on_over_pages_under_heads_and_page_numbers(tmp_path: Path) -> None:
    merged = (("II", "Cải cách tổ chức bộ máy", TableSpan.COL), ("3", "c", "d"))
    document = open_document(
        paper(
            tmp_path / "a.pdf",
            both(written("Phụ lục"), table(TASKS)),
            table(TASKS),
            table(merged),
            head="Kế hoạch 2024",
            foot=True,
        )
    )
    (found,) = tables(document)
    assert (found.rows, found.columns, found.breaks) == (8, 3, (3, 6))
    assert laid(document, found)["B7"] == ("Cải cách tổ chức bộ máy", 1, 2)
    check_complete(document)


def test_pages_of_only_merged_rows_belong_to_the_table(tmp_path: Path) -> None:
    only = (("II", "Cải cách tổ chức bộ máy", TableSpan.COL),)
    document = open_document(paper(tmp_path / "a.pdf", table(only), table(TASKS)))
    (found,) = tables(document)
    assert (found.breaks, laid(document, found)["B1"]) == ((1,), ("Cải cách tổ chức bộ máy", 1, 2))


@pytest.mark.parametrize(
    "second", [both(written("Phụ lục II"), table(TASKS)), table(TASKS, (1, 1, 1)), table([row[:2] for row in TASKS], (1, 2))]
)
def test_another_title_or_other_columns_open_another_table(tmp_path: Path, second: Callable[[FPDF], object]) -> None:
    document = open_document(paper(tmp_path / "a.pdf", table(TASKS), second))
    assert [found.breaks for found in tables(document)] == [(), ()]


def test_a_page_between_parts_tables(tmp_path: Path) -> None:
    document = open_document(paper(tmp_path / "a.pdf", table(TASKS), written("1", "2"), table(TASKS)))
    assert len(tables(document)) == 2


def test_a_frame_and_an_empty_grid_are_no_tables(tmp_path: Path) -> None:
    def draw(made: FPDF) -> None:
        made.rect(10, 20, 80, 20)
        made.text(12, 30, "trong khung")
        made.set_y(60)
        table([["", "", ""]])(made)

    document = open_document(paper(tmp_path / "a.pdf", draw))
    assert [type(part) for part in document.parts] == [Line]


def test_lines_without_number_are_no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_EDGES", 3)
    assert not tables(open_document(paper(tmp_path / "a.pdf", table(TASKS))))


def test_turned_words_are_read(tmp_path: Path) -> None:
    def draw(made: FPDF) -> None:
        made.text(20, 20, "thẳng")
        with made.rotation(90, 60, 100):
            made.text(60, 100, "lên dốc")
        with made.rotation(270, 90, 100):
            made.text(90, 100, "xuống dốc")

    assert said(open_document(paper(tmp_path / "a.pdf", draw))) == ["thẳng", "lên dốc", "xuống dốc"]


def letters(text: str, *, at: float = 0, size: float = 10, step: float = 6, bottom: float = 20) -> list[Letter]:
    return [
        Letter(letter, at + i * step, at + i * step + 6, bottom - size, bottom, size, bold=False)
        for i, letter in enumerate(text)
    ]


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (letters("Sở") + letters("Y", at=14.5), "Sở Y"),
        (letters("Sở") + letters("Y", at=13.5), "SởY"),
        (letters("SỞ", step=8), "SỞ"),
        (letters("a b"), "a b"),
        (letters("   "), ""),
        (letters("Đậm") + letters("Đậm", at=0.5), "Đậm"),
        (letters("aa"), "aa"),
        (letters("m") + letters("2", at=6, size=6, bottom=16.5), "m2"),
        (letters("QĐ-") + letters("UBND", bottom=34), "QĐ-UBND"),
        (letters("2022-") + letters("2025", bottom=34), "2022-2025"),
        (letters("kinh tế -") + letters("xã hội", bottom=34), "kinh tế -\nxã hội"),
        ([letter._replace(turned=1) for letter in letters("ab")], "a\nb"),
    ],
)
def test_letters_make_words(found: list[Letter], text: str) -> None:
    assert said_in(found[::-1])[0] == text
    assert said_in(found)[0] == text


def test_letters_of_no_cell_are_left_to_the_lines() -> None:
    corner = [(0.0, 0.0, 50.0, 20.0), (0.0, 20.0, 50.0, 40.0), (50.0, 20.0, 99.0, 40.0), (50.0, 0.0, 52.0, 20.0)]
    found = ruled(corner)
    assert found is not None
    assert [found.take(letter) for letter in letters("a") + letters("b", at=60) + letters("c", at=60, bottom=35)] == [
        True,
        False,
        True,
    ]
    assert [cell.text for cell in found.read()] == ["a", "", "c"]
    assert ruled(corner[:1]) is None


def test_a_scan_without_letters_is_refused(tmp_path: Path) -> None:
    assert refused(paper(tmp_path / "a.pdf", lambda made: made.rect(10, 10, 50, 50))).code == "no-text-layer"


def test_letters_that_no_font_names_are_none(tmp_path: Path) -> None:
    path = paper(tmp_path / "a.pdf", written("(cid:12)(cid:13) (cid:14)"))
    assert refused(path).code == "no-text-layer"
    assert said(open_document(paper(tmp_path / "b.pdf", written("Kế hoạch năm (cid:12)")))) == ["Kế hoạch năm (cid:12)"]


@pytest.mark.parametrize("user", ["user", ""])
def test_a_protected_file_is_refused(tmp_path: Path, user: str) -> None:
    made = FPDF()
    made.add_page()
    made.set_encryption(owner_password="owner", user_password=user)  # noqa: S106 - of a file that the test makes
    made.output(str(tmp_path / "a.pdf"))
    assert refused(tmp_path / "a.pdf").code == "encrypted"


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = paper(tmp_path / "a.pdf", written("Kế hoạch"))
    path.write_bytes(path.read_bytes()[:200])
    assert refused(path).code == "broken-file"


def test_remarks_on_damage_are_shown_to_nobody_who_did_not_ask(tmp_path: Path) -> None:
    remarks = logging.getLogger("pdfminer")
    remarks.handlers.clear()
    for _ in range(2):
        open_document(paper(tmp_path / "a.pdf", written("Kế hoạch")))
        assert [type(handler) for handler in remarks.handlers] == [logging.NullHandler]


def test_very_many_pages_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    problem = refused(paper(tmp_path / "a.pdf", written("a"), written("b")))
    assert (problem.code, problem.found, problem.accepted) == ("too-large", "2 pages", ("1 pages",))


BOMB = zlib.compress(b"\0" * (MOST_STREAM_BYTES + 1), 9)


@pytest.mark.parametrize(
    "content",
    [
        b"1 0 obj <</Filter /FlateDecode>> stream\n" + BOMB,
        b"1 0 obj <<>> stream\r\n" + zlib.compress(BOMB),
        b"1 0 obj <</Filter [/ASCII85Decode /FlateDecode]>> stream\n" + base64.a85encode(BOMB) + b"~>",
        b"stream\n" + zlib.compress(b"\0" * 40 * 2**20) + b"stream\n" + zlib.compress(b"\0" * 40 * 2**20),
        b"stream\n" + zlib.compress(zlib.compress(zlib.compress(zlib.compress(zlib.compress(b"a" * 99))))),
    ],
)
def test_a_stream_that_unfolds_without_end_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n" + content)
    assert refused(path).code == "too-large"


@pytest.mark.parametrize(
    "content",
    [
        b"1 0 obj <</Subtype /Image>> stream\n" + BOMB,
        b"stream\n" + zlib.compress(b"\x78\x9c" + b"no stream"),
        b"/A85 obj /A85 stream\n" + b"\x80~>" + b" /A85 stream\n" + base64.a85encode(b"text"),
        b"endstream\n" + BOMB,
        b"stream\n" + zlib.compress(b"a" * 10**6)[:-9],
    ],
)
def test_pictures_and_plain_streams_are_let_in(content: bytes) -> None:
    check_streams(content)


def test_pictures_are_measured_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc.reading.formats.pdf_streams.MOST_PICTURE_BYTES", 10)
    with pytest.raises(InvalidInput):
        check_streams(b"obj <</Subtype/Image>> stream\n" + zlib.compress(b"a" * 11))


def test_the_annex_says_the_same_as_in_word(shared: Path) -> None:
    word, printed_form = (
        open_document(shared / "documents" / f"phu-luc-nhiem-vu-2024{suffix}") for suffix in (".docx", ".pdf")
    )
    check_complete(printed_form)
    (found,) = tables(printed_form)
    joined: list[dict[int, str]] = []
    for row in range(found.rows):
        cells = {cell.column: text for cell in found.cells if cell.row == row and (text := printed_form.passage(cell).text)}
        if row in found.breaks and 0 not in cells:  # the rest of a row that goes on over the page
            for column, text in cells.items():
                joined[-1][column] = f"{joined[-1].get(column, '')} {text}".strip()
        else:
            joined.append(cells)
    (expected,) = tables(word)
    for row, cells in enumerate(joined):
        told = {cell.column: word.passage(cell).text for cell in expected.cells if cell.row == row}
        assert cells == {column: text for column, text in told.items() if text}
    assert len(joined) == expected.rows


def test_a_page_that_is_a_picture_among_pages_of_letters_is_named(tmp_path: Path) -> None:
    def picture(made: FPDF) -> None:
        made.image(Image.new("L", (40, 40), 128), 10, 10, 50)

    path = paper(tmp_path / "a.pdf", written("Kế hoạch"), picture, lambda made: None)
    assert open_document(path).pictures == (2,)
