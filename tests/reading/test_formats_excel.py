"""Excel files: what the cells show, in their places, merged cells once, and sheets that would cost too much refused."""

import datetime as dt
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.reading.document import Document
from cchc.reading.formats import open_document, sheet_marks
from cchc.reading.formats.sheet_numbers import NumberFormat, shown
from tests.reading.office_parts import check_complete, laid, package, refused, relations, rows, said, sheet, tables

PERCENT = (
    '<numFmts><numFmt numFmtId="164" formatCode="{}"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="{}"/></cellXfs>'
)
VALUES = st.one_of(st.integers(-(10**9), 10**9), st.sampled_from(["Sở Nội vụ", "", "  ", "1.1"]), st.booleans(), st.none())


def table_of(document: Document) -> dict[str, str]:
    (table,) = tables(document)
    return {place: text for place, (text, _, _) in laid(document, table).items()}


def shown_in(tmp_path: Path, *cells: tuple[str, str], styles: str = "") -> dict[str, str]:
    document = open_document(sheet(tmp_path / "a.xlsx", rows(*cells), styles=styles))
    check_complete(document)
    return table_of(document)


@pytest.mark.law
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_cell_is_read_in_its_place(tmp_path: Path, values: list[list[int | str | bool | None]]) -> None:
    book = openpyxl.Workbook()
    leaf = book["Sheet"]
    for row in values:
        leaf.append(row)
    book.save(tmp_path / "a.xlsx")
    document = open_document(tmp_path / "a.xlsx")
    check_complete(document)
    found = {cell.place: document.passage(cell).text for table in tables(document) for cell in table.cells}
    expected = {
        f"Sheet!{'ABCD'[column]}{row}": str(value).upper() if isinstance(value, bool) else str(value).strip()
        for row, cells in enumerate(values, 1)
        for column, value in enumerate(cells)
        if value is not None and str(value).strip()
    }
    assert {place: text for place, text in found.items() if text} == expected


@pytest.mark.law
@given(st.integers(-(10**14), 10**14), st.integers(0, 6))
def test_a_number_keeps_its_digits_and_no_empty_decimal(whole: int, decimals: int) -> None:
    value = whole / 10**decimals
    text = shown(value)
    assert float(text.replace(",", ".")) == pytest.approx(value, rel=1e-14)
    assert "." not in text
    assert "e" not in text
    assert not ("," in text and text.endswith(("0", ",")))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"), (0.985, "0,985"), (84.73999999999999, "84,74"), (1e20, "1" + "0" * 20), (1e-7, "0,0000001"),
        (float("inf"), "inf"),
        (123456789012345.0, "123456789012345"), (7, "7"), (True, "TRUE"), (False, "FALSE"), ("1.10", "1.10"),
        (dt.date(2024, 5, 31), "31/05/2024"), (dt.datetime(2024, 5, 31), "31/05/2024"), (dt.time(8, 30), "08:30"),  # noqa: DTZ001
        (dt.datetime(2024, 5, 31, 8, 30), "31/05/2024 08:30"), (dt.timedelta(hours=30), "1 day, 6:00:00"),  # noqa: DTZ001
    ],
)  # fmt: skip
def test_values_are_shown_as_offices_write_them(value: float | str | dt.date, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("0%", "99%"), ("0.0%", "98,5%"), ("0.00%", "98,5%"), ("0", "1"), ("#,##0.00", "0,99"), ("General", "0,985"),
        ('0.0"%"', "1%"), (r"0.000\%", "0,985%"), ('0.0%;[Red]-0.0%;"-"', "98,5%"), ('"Đạt; "0%', "99%"),
        ("[$-42A]0.0 %", "98,5%"),
        ("# ?/?", "0,985"), ("0.00E+00", "0,985"), ("@", "0,985"), ("", "0,985"), ("_(* #,##0.0_)", "1"),
    ],
)  # fmt: skip
def test_number_formats_are_followed(tmp_path: Path, pattern: str, text: str) -> None:
    styles = PERCENT.format(pattern.replace('"', "&quot;"), 9)
    assert shown_in(tmp_path, ("A1", ' s="1"><v>0.985</v>'), ("A2", "><v>0.985</v>"), styles=styles) == {
        "A1": text,
        "A2": "0,985",
    }


def test_formats_that_excel_builds_in_need_no_pattern(tmp_path: Path) -> None:
    assert shown_in(tmp_path, ("A1", " s='2'><v>0.5</v>"), styles=PERCENT.format("0", 10)) == {"A1": "50%"}
    assert shown(float("inf"), NumberFormat(factor=100, unit="%")) == "inf"


def test_a_format_of_a_cell_without_place_or_of_a_word_changes_nothing(tmp_path: Path) -> None:
    inner = '<sheetData><row r="1"><c s="1"><v>0.5</v></c><c r="B1" s="1" t="str"><v>chữ</v></c></row></sheetData>'
    document = open_document(sheet(tmp_path / "a.xlsx", inner, styles=PERCENT.format("0%", 9)))
    assert table_of(document) == {"A1": "0,5", "B1": "chữ"}


def test_dates_percentages_and_merges_of_the_usual_library(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    leaf = book["Sheet"]
    leaf["B2"], leaf["B3"], leaf["C3"] = "Tỷ lệ", 0.985, dt.date(2024, 5, 31)
    leaf["B3"].number_format = "0.0%"
    leaf.merge_cells("B2:C2")
    leaf.merge_cells("D3:D9")
    hidden = book.create_sheet("ẩn")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "vẫn đọc"
    book.create_chartsheet("hình")
    book.create_sheet("trống")
    book.save(tmp_path / "a.xlsx")
    document = open_document(tmp_path / "a.xlsx")
    first, second = tables(document)
    assert laid(document, first) == {"B2": ("Tỷ lệ", 1, 2), "B3": ("98,5%", 1, 1), "C3": ("31/05/2024", 1, 1)}
    assert (first.rows, first.columns, first.cells[0].row, first.cells[0].column) == (2, 2, 0, 0)
    assert [(cell.place, document.passage(cell).text) for cell in second.cells] == [("ẩn!A1", "vẫn đọc")]


def test_merged_cells_come_once_and_lose_no_word(tmp_path: Path) -> None:
    merges = ("A1:B2", "B2:C3", "C1:C99", "A3:A3", "A1:A2", "Z9:Z9")
    inner = rows(("A1", "><v>1</v>"), ("B2", "><v>2</v>"), ("C1", "><v>3</v>"), ("A3", "><v>4</v>"))
    inner += "<mergeCells>" + "".join(f'<mergeCell ref="{merge}"/>' for merge in merges) + "</mergeCells>"
    document = open_document(sheet(tmp_path / "a.xlsx", inner))
    (table,) = tables(document)
    assert laid(document, table) == {"A1": ("1", 2, 2), "C1": ("3", 3, 1), "B2": ("2", 1, 1), "A3": ("4", 1, 1)}
    assert [cell.place for cell in table.cells] == [f"Biểu 1!{place}" for place in ("A1", "C1", "B2", "A3", "B3")]


def test_merges_that_cover_more_than_there_is_are_left(tmp_path: Path) -> None:
    inner = rows(("A1", "><v>1</v>"), ("B2", "><v>2</v>"))
    inner += (
        '<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A2:XFD1048576"/><mergeCell ref="B1:XFD1048576"/></mergeCells>'
    )
    document = open_document(sheet(tmp_path / "a.xlsx", inner))
    check_complete(document)
    assert laid(document, tables(document)[0]) == {"A1": ("1", 1, 2), "B2": ("2", 1, 1)}
    inner = rows(("A1", "><v>1</v>"), ("B2", "><v>2</v>"))
    inner += '<mergeCells><mergeCell ref="A2:B2"/><mergeCell ref="B1:B2"/><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    document = open_document(sheet(tmp_path / "b.xlsx", inner))
    check_complete(document)
    assert laid(document, tables(document)[0]) == {"A1": ("1", 1, 1), "B2": ("2", 1, 1)}


def test_errors_are_shown_as_they_stand(tmp_path: Path) -> None:
    cells = (("A1", ' t="e"><f>1/0</f><v>#DIV/0!</v>'), ("A2", ' t="e"><v>#N/A</v>'), ("A3", "><v>0</v>"))
    assert shown_in(tmp_path, *cells) == {"A1": "#DIV/0!", "A2": "#N/A", "A3": "0"}
    inner = "<sheetData><row r='1'><c t='e'><v>#N/A</v></c><c r='B1'><v>1</v></c></row></sheetData>"
    assert table_of(open_document(sheet(tmp_path / "b.xlsx", inner))) == {"B1": "1"}


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("><f>SUM(A1:A9)</f>", "=SUM(A1:A9)"), ("><f>1&gt;2</f><v></v>", "=1>2"), (' s="1"><f t="shared" si="0"/><v/>', "="),
        ("><f>" + "1+" * 200 + "1</f>", "=" + "1+" * 40),
    ],
)  # fmt: skip
def test_a_formula_without_its_value_is_refused(tmp_path: Path, content: str, found: str) -> None:
    problem = refused(sheet(tmp_path / "a.xlsx", rows(("B4", content))))
    assert (problem.code, problem.place, problem.found) == ("formula-without-value", "a.xlsx: Biểu 1!B4", found)


def test_a_formula_in_a_cell_that_names_no_place_is_refused_with_its_sheet(tmp_path: Path) -> None:
    problem = refused(sheet(tmp_path / "a.xlsx", "<sheetData><row><c><f>A1</f></c></row></sheetData>"))
    assert problem.place == "a.xlsx: Biểu 1"


def test_formulas_with_their_values_are_read(tmp_path: Path) -> None:
    cells = (("A1", "><f>1+1</f><v>2</v>"), ("A2", ' t="str"><f>A9</f><v></v>'), ("A3", ' t="str"><f>A1</f><v>đạt</v>'))
    assert shown_in(tmp_path, *cells) == {"A1": "2", "A3": "đạt"}


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        (rows(("A1", "><v>1</v>"), ("XFD1048576", "><v>1</v>")), "16384 × 1048576 cells"),
        ("<sheetData><row><c r='A1'><v>1</v></c><c r='A1000001'><v>1</v></c></row></sheetData>", "1 × 1000001 cells"),
        ('<sheetData><row r="9"><c><v>1</v></c></row><row r="999999"><c><v>1</v></c><c ><v>1</v></c></row></sheetData>',
         "3 × 999999 cells"),
        ('<sheetData><row r="1"><c r="ZZZZZ1"><v>1</v></c><c r="A1"><v>1</v></c><c r="A9999"><v>1</v></c></row></sheetData>',
         "475254 × 9999 cells"),
    ],
)  # fmt: skip
def test_a_sheet_that_spans_too_much_is_refused_before_it_is_built(tmp_path: Path, inner: str, found: str) -> None:
    begun = time.perf_counter()
    problem = refused(sheet(tmp_path / "a.xlsx", inner))
    assert (problem.code, problem.place, problem.found) == ("too-large", "a.xlsx: Biểu 1", found)
    assert time.perf_counter() - begun < 5


def test_a_sheet_of_a_hundred_megabytes_is_refused(tmp_path: Path) -> None:
    row = b'<row r="1"><c r="A1"><v>1</v></c></row>'
    content = b"<worksheet><sheetData>" + row * (100 * 2**20 // len(row)) + b"</sheetData></worksheet>"
    parts: dict[str, str | bytes] = {"xl/worksheets/sheet1.xml": content}
    assert refused(package(tmp_path / "a.xlsx", parts)).code == "too-large"


def test_borders_drawn_to_the_end_of_the_sheet_cost_nothing(tmp_path: Path) -> None:
    cells = (("A1", "><v>1</v>"), ("XFD1048576", ' s="1">'), ("C7", ' t="inlineStr">'))
    assert shown_in(tmp_path, *cells) == {"A1": "1"}
    inner = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    assert table_of(open_document(sheet(tmp_path / "b.xlsx", inner))) == {"A1": "1"}


def test_cells_written_in_other_ways_are_read(tmp_path: Path) -> None:
    inner = "<sheetData><row r='2'><c><v>1</v></c><c r='C2'><v>2</v></c><c/></row><row><c><v>3</v></c></row></sheetData>"
    document = open_document(sheet(tmp_path / "a.xlsx", inner))
    assert said(document) == ["1", "2", "3"]


def test_a_sheet_cut_off_is_refused(tmp_path: Path) -> None:
    parts = {
        "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(worksheet="worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": "<worksheet><sheetData>",
    }
    problem = refused(package(tmp_path / "a.xlsx", parts))
    assert (problem.code, problem.place) == ("broken-file", "a.xlsx: xl/worksheets/sheet1.xml")
    parts["xl/worksheets/sheet1.xml"] = '<worksheet><sheetData><row r="1"><c r="A0"><v>1</v></c></row></sheetData></worksheet>'
    assert refused(package(tmp_path / "a.xlsx", parts)).code == "broken-file"


def test_words_kept_apart_are_read(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", rows(("A1", ' t="s"><v>0</v>')))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/_rels/workbook.xml.rels"] = relations(
        worksheet="worksheets/sheet1.xml", sharedStrings="texts.xml", theme="theme.xml"
    ).encode()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/texts.xml"] = (
        f'<sst xmlns="{main}"><si><r><t xml:space="preserve">Sở </t></r><r><t>Nội vụ</t></r></si></sst>'.encode()
    )
    parts["xl/theme.xml"] = b"<theme/>"
    assert table_of(open_document(package(path, parts))) == {"A1": "Sở Nội vụ"}


@pytest.mark.parametrize("cell", ["<c ", "<c r='A1' ", "<f ", '<c r="A1" t="e"><v>', "<x:c><x:f>"])
def test_looking_through_a_sheet_takes_time_in_proportion(cell: str) -> None:
    took: list[float] = []
    for size in (20_000, 200_000):
        content = (cell * (size // len(cell))).encode()
        begun = time.perf_counter()
        sheet_marks.read_marks(content, "a", {"1": NumberFormat(factor=100)})
        took.append(time.perf_counter() - begun)
    assert took[1] < 60 * took[0] + 0.1


def test_the_annex_says_the_same_as_in_word(shared: Path) -> None:
    word, excel = (open_document(shared / "documents" / f"phu-luc-nhiem-vu-2024{suffix}") for suffix in (".docx", ".xlsx"))
    assert said(excel)[1:] == said(word)[2:]
