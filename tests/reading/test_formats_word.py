"""Word files: every word in its order, as Word shows it, and tables with their merged cells."""

import time
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.reading.document import Line, Table
from cchc.reading.formats import open_document
from tests.reading.office_parts import check_complete, laid, lines, p, refused, said, tables, tbl, tc, tr, word

BOLD = "<w:b/>"
WORDS = st.text(st.sampled_from("abc Đệ1%.\u0301"), min_size=1).filter(str.strip)


@pytest.mark.law
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.one_of(WORDS, st.lists(st.lists(WORDS, min_size=2, max_size=3), min_size=1, max_size=3)), max_size=5))
def test_every_word_is_read_once_and_in_order(tmp_path: Path, blocks: list[str | list[list[str]]]) -> None:
    written: list[str] = []
    body = ""
    for block in blocks:
        if isinstance(block, str):
            body += p(block)
            written.append(block)
        else:
            body += tbl(*(tr(*(tc(p(cell)) for cell in row)) for row in block))
            written += [cell for row in block for cell in row]
    document = open_document(word(tmp_path / "a.docx", body))
    check_complete(document)
    assert "".join(document.text.split()) == "".join("".join(written).split())
    assert [isinstance(part, Table) for part in document.parts] == [not isinstance(block, str) for block in blocks]


def test_a_file_of_the_usual_library_is_read(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Mục tiêu", 1)
    made.add_paragraph("Kiểm tra công vụ", style="List Number")
    made.add_paragraph("Tự kiểm tra", style="List Number")
    made.add_paragraph("Đạt 100%", style="List Bullet")
    table = made.add_table(2, 3)
    for i, name in enumerate(("TT", "Nhiệm vụ", "Thời gian")):
        table.cell(0, i).text = name
    table.cell(1, 0).merge(table.cell(1, 2)).text = "I. Cải cách thể chế"
    made.sections[0].header.paragraphs[0].text = "Phụ lục I"
    made.save(str(tmp_path / "a.docx"))
    document = open_document(tmp_path / "a.docx")
    first, second, third, bullet, head = lines(document)
    assert (first.level, document.passage(first).text) == (1, "Mục tiêu")
    assert [document.passage(line).text for line in (second, third, bullet)] == [
        "1. Kiểm tra công vụ",
        "2. Tự kiểm tra",
        "- Đạt 100%",
    ]
    assert (head.aside, document.passage(head).text) == (True, "Phụ lục I")
    assert laid(document, tables(document)[0])["A2"] == ("I. Cải cách thể chế", 1, 3)


def test_lines_ended_by_hand_are_lines_of_one_paragraph(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>ỦY BAN NHÂN DÂN</w:t><w:br/><w:t>TỈNH</w:t><w:tab/><w:t>Số:</w:t><w:cr/><w:br/></w:r></w:p>"
    document = open_document(word(tmp_path / "a.docx", body))
    assert said(document) == ["ỦY BAN NHÂN DÂN", "TỈNH Số:"]
    assert [line.whole for line in lines(document)] == [False, True]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<w:p><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del></w:p>", "thêm"),
        ("<w:p><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>mới</w:t></w:r></w:moveTo></w:p>", "mới"),
        ("<w:p><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink></w:p>", "liên kết"),
        ("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:sdtContent></w:sdt>", "ô"),
        ("<w:p><w:sdt><w:sdtContent><w:r><w:t>chọn</w:t></w:r></w:sdtContent></w:sdt></w:p>", "chọn"),
        ("<w:p><w:fldSimple><w:r><w:t>2024</w:t></w:r></w:fldSimple></w:p>", "2024"),
        ("<w:p><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>", "3"),
        ("<w:p><w:r><w:t>QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t><w:softHyphen/></w:r></w:p>", "QĐ-UBND"),
        ('<w:p><w:r><w:sym w:char="F0B3"/><w:t>90%</w:t><w:sym w:char="F111"/><w:sym/></w:r></w:p>', "≥90%\ufffd\ufffd"),
        ("<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r><m:r><m:t/></m:r></m:oMath></w:p>", "x=1"),
        ("<w:p><w:r><w:ruby><w:rubyBase><w:r><w:t>gốc</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>", "gốc"),
        ("<w:p><w:r><w:t>Điều</w:t><w:t/><w:t> 1</w:t></w:r><w:proofErr/></w:p>", "Điều 1"),
        (p("mục tiêu", run="<w:caps/>"), "MỤC TIÊU"),
        (p("mục tiêu", run='<w:caps w:val="0"/>'), "mục tiêu"),
        (p("thường", run='<w:vanish w:val="false"/>'), "thường"),
        (p("chữ") + p("ẩn", run="<w:vanish/>"), "chữ"),
        ("<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>một</w:t></mc:Choice></mc:AlternateContent></w:r></w:p>", "một"),
        ("<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>một</w:t></w:r></mc:Choice></mc:AlternateContent></w:p>", "một"),
        ("<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>một</w:t></w:r></w:p></mc:Choice></mc:AlternateContent>", "một"),
        ("<w:tr><w:tc><w:p><w:r><w:t>lạc</w:t></w:r></w:p></w:tc></w:tr>", "lạc"),
    ],
)  # fmt: skip
def test_what_is_shown_is_read(tmp_path: Path, body: str, expected: str) -> None:
    document = open_document(word(tmp_path / "a.docx", body))
    assert " ".join(said(document)) == expected
    check_complete(document)


def test_text_boxes_follow_their_paragraph_and_are_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('trong khung')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>trước</w:t><mc:AlternateContent>"
        f"<mc:Choice><w:drawing><w:inline>{box}</w:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert said(open_document(word(tmp_path / "a.docx", body + p("sau")))) == ["trước", "trong khung", "sau"]
    table = tbl(tr(tc(body + p("nữa")), tc(p("bên"))))
    assert said(open_document(word(tmp_path / "b.docx", table))) == ["trước trong khung nữa", "bên"]


def test_heads_feet_and_notes_stand_aside_at_the_end_each_once(tmp_path: Path) -> None:
    head = tbl(tr(tc(p("UBND TỈNH")), tc(p("Trang 2")))) + p("Trang 2")
    document = open_document(
        word(tmp_path / "a.docx", p("Nhiệm vụ"), header=head, footer=p("UBND TỈNH"), footnotes=p("Theo Nghị quyết"))
    )
    assert [(document.passage(line).text, line.aside) for line in lines(document)] == [
        ("Nhiệm vụ", False), ("Theo Nghị quyết", True), ("UBND TỈNH", True), ("Trang 2", True),
    ]  # fmt: skip
    assert not tables(document)


STYLES = """
<w:style w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:styleId="Muc"><w:name w:val="Tiêu đề 2"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:caps/></w:rPr></w:style>
<w:style w:styleId="Con"><w:basedOn w:val="Muc"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>
<w:style w:styleId="Than"><w:basedOn w:val="Con"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>
<w:rPr><w:b w:val="0"/><w:caps w:val="0"/></w:rPr></w:style>
<w:style w:styleId="Tron"><w:basedOn w:val="Vong"/></w:style><w:style w:styleId="Vong"><w:basedOn w:val="Tron"/></w:style>
<w:style w:styleId="Manh"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="So"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="So2"><w:basedOn w:val="So"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
"""


@pytest.mark.parametrize(
    ("body", "level", "bold", "text"),
    [
        (p("a"), 0, False, "a"),
        (p("a", '<w:pStyle w:val="Muc"/>'), 2, True, "A"),
        (p("a", '<w:pStyle w:val="Con"/>'), 4, True, "A"),
        (p("a", '<w:pStyle w:val="Than"/>'), 0, False, "a"),
        (p("a", '<w:pStyle w:val="Tron"/>'), 0, False, "a"),
        (p("a", '<w:pStyle w:val="Không có"/>'), 0, False, "a"),
        (p("a", '<w:pStyle w:val="Muc"/><w:outlineLvl w:val="0"/>', '<w:b w:val="false"/>'), 1, False, "A"),
        (p("a", '<w:outlineLvl w:val="x"/>', BOLD), 0, True, "a"),
        (p("a", run='<w:rStyle w:val="Manh"/>'), 0, True, "a"),
        (p("a", run='<w:rStyle w:val="Normal"/>'), 0, False, "a"),
        ("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t> </w:t></w:r></w:p>", 0, True, "a"),
        ("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>", 0, False, "ab"),
    ],
)
def test_styles_give_level_weight_and_capitals(tmp_path: Path, body: str, level: int, bold: bool, text: str) -> None:
    document = open_document(word(tmp_path / "a.docx", body, styles=STYLES))
    (line,) = lines(document)
    assert (line.level, line.bold, document.passage(line).text) == (level, bold, text)
    assert open_document(word(tmp_path / "b.docx", body)).parts  # and without any styles


def level(at: int, digits: str, pattern: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{digits}"/><w:lvlText w:val="{pattern}"/>{more}</w:lvl>'


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.", '<w:pStyle w:val="So2"/>')
    + level(2, "decimal", "%2.%3.")
    + level(3, "lowerLetter", "%4)", '<w:suff w:val="nothing"/>')
    + level(4, "bullet", "\uf0b7")
    + level(5, "bullet", "+")
    + level(6, "decimal", "%1.%7", "<w:isLgl/>")
    + level(7, "decimal", "%8/", '<w:lvlRestart w:val="0"/>')
    + level(8, "decimal", "%9", '<w:lvlRestart w:val="1"/>')
    + level(9, "decimal", "%9")
    + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1">'
    + level(0, "decimalZero", "%1")
    + level(1, "none", "%2Bước")
    + level(2, "lowerRoman", "%3")
    + level(3, "upperLetter", "%4")
    + level(4, "decimal", "")
    + '<w:lvl w:ilvl="5"><w:lvlText w:val="%6."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="6">'
    + level(6, "decimal", "Điều %7.")
    + "</w:lvlOverride></w:num>"
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="99"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def numbered(number: int, depth: int | str, text: str = "x", more: str = "") -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>{more}')


def n(depth: int | str, text: str = "x", more: str = "") -> str:
    return numbered(1, depth, text, more)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (n(0) + n(1) + n(1) + n(0) + n(1), ["I. x", "1. x", "2. x", "II. x", "1. x"]),
        (n(1) + n(2) + n(2) + n(1) + n(2), ["1. x", "1.1. x", "1.2. x", "2. x", "2.1. x"]),
        (n(3) + n(3), ["a)x", "b)x"]),
        (n(4) + n(5), ["- x", "+ x"]),
        (n(0) + n(0) + n(6), ["I. x", "II. x", "2.1 x"]),
        (n(7) + n(0) + n(7), ["1/ x", "I. x", "2/ x"]),
        (n(8) + n(1) + n(8) + n(0) + n(8), ["1 x", "1. x", "2 x", "I. x", "1 x"]),
        (n(0) + numbered(2, 0) + numbered(2, 0) + n(0), ["I. x", "V. x", "VI. x", "VII. x"]),
        (numbered(3, 0) + numbered(3, 1) + numbered(3, 2) + numbered(3, 3), ["01 x", "Bước x", "i x", "A x"]),
        (numbered(3, 4) + numbered(3, 5) + numbered(3, 6) + numbered(4, 0), ["x", "1. x", "Điều 1. x", "01 x"]),
        (n(9) + numbered(9, 0) + numbered(0, 0) + n("x"), ["x", "x", "x", "I. x"]),
        (n(0, "") + n(0), ["I.", "II. x"]),
        (n(0, "", "<w:rPr><w:del/></w:rPr>") + n(0, "", "<w:rPr><w:b/></w:rPr>"), ["I."]),
        (p("x", '<w:pStyle w:val="So"/>') + p("x", '<w:pStyle w:val="So2"/>'), ["I. x", "1. x"]),
        (p("x", '<w:pStyle w:val="So2"/><w:numPr><w:numId w:val="0"/></w:numPr>'), ["x"]),
        (p("x", '<w:pStyle w:val="So2"/><w:numPr><w:numId w:val="1"/></w:numPr>'), ["1. x"]),
        ("".join(numbered(3, 3) for _ in range(27))[-len(numbered(3, 3)):], ["A x"]),
    ],
)  # fmt: skip
def test_automatic_numbers_are_read_as_word_shows_them(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert said(open_document(word(tmp_path / "a.docx", body, numbering=NUMBERING, styles=STYLES))) == expected
    assert open_document(word(tmp_path / "b.docx", body)).parts is not None  # and where the lists are missing


def test_letters_and_roman_numbers_go_on_past_their_ends(tmp_path: Path) -> None:
    body = numbered(3, 3) * 28 + n(0) * 49
    found = said(open_document(word(tmp_path / "a.docx", body, numbering=NUMBERING)))
    assert (found[25], found[26], found[27], found[28 + 43], found[-1]) == ("Z x", "AA x", "BB x", "XLIV. x", "XLIX. x")
    many = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="9999"/><w:numFmt w:val="upperRoman"/>'
    many += '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    assert said(open_document(word(tmp_path / "b.docx", n(0), numbering=many))) == ["9999. x"]


def test_numbers_in_cells_count_like_others(tmp_path: Path) -> None:
    table = tbl(*(tr(tc(n(1, "")), tc(p(name))) for name in ("một", "hai")))
    assert said(open_document(word(tmp_path / "a.docx", table, numbering=NUMBERING))) == ["1.", "một", "2.", "hai"]


def test_merged_cells_reach_over_rows_and_columns(tmp_path: Path) -> None:
    restart, goes_on, two = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    body = tbl(
        tr(tc(p("TT"), restart), tc(p("Cơ quan"), two), tc(p("Khi nào", run=BOLD), restart)),
        tr(tc(p(""), goes_on), tc(p("chủ trì")), tc(p("phối hợp")), tc(p("thấy"))),
        tr(tc(p("1"), restart), tc(p("Sở"), two + restart), tc(p("mồ côi"), '<w:vMerge w:val="continue"/>')),
        tr(tc(p("không thấy"), goes_on), tc(p("lệch"), goes_on), tc(p("")), tc(p("x"))),
        tr(tc(p("cuối")), properties='<w:gridBefore w:val="2"/>'),
        tr(tc(p("xóa")), properties="<w:del/>"),
    )
    document = open_document(word(tmp_path / "a.docx", body))
    (table,) = tables(document)
    assert laid(document, table) == {
        "A1": ("TT", 2, 1), "B1": ("Cơ quan", 1, 2), "D1": ("Khi nào", 1, 1), "D2": ("thấy", 1, 1), "B2": ("chủ trì", 1, 1),
        "C2": ("phối hợp", 1, 1),
        "A3": ("1", 2, 1), "B3": ("Sở", 1, 2), "D3": ("mồ côi", 1, 1), "B4": ("lệch", 1, 1), "D4": ("x", 1, 1),
        "C5": ("cuối", 1, 1),
    }  # fmt: skip
    assert (table.rows, table.columns) == (5, 4)
    assert [cell.bold for cell in table.cells][:3] == [False, False, True]


def test_a_table_within_a_cell_is_a_table_and_a_layout_is_not(tmp_path: Path) -> None:
    inner = tbl(*(tr(tc(p(f"a{i}")), tc(p(f"b{i}")), tc(p(f"c{i}"))) for i in range(2)))
    layout = tbl(tr(tc(p("Nơi nhận:")), tc(p("CHỦ TỊCH"))))
    document = open_document(word(tmp_path / "a.docx", tbl(tr(tc(p("trước") + inner + p("sau")), tc(layout + tbl())))))
    assert said(document) == ["trước sau", "Nơi nhận: CHỦ TỊCH", "a0", "b0", "c0", "a1", "b1", "c1"]
    assert [cell.place for table in tables(document) for cell in table.cells][:3] == ["table1!A1", "table1!B1", "table2!A1"]


def test_a_table_of_one_cell_frames_what_it_holds(tmp_path: Path) -> None:
    framed = tbl(tr(tc(p("đoạn") + tbl(tr(tc(p("x")), tc(p("y")))))))
    document = open_document(word(tmp_path / "a.docx", framed + tbl()))
    assert [type(part) for part in document.parts] == [Line, Table]


def test_rows_and_cells_in_controls_are_read(tmp_path: Path) -> None:
    within = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    row = within(tr(within(tc(p("a"))), tc(p("b"))))
    document = open_document(word(tmp_path / "a.docx", tbl(p("no row"), row)))
    assert (said(document), tables(document)[0].rows) == (["a", "b"], 1)


@pytest.mark.parametrize("name", ["sdt", "hyperlink"])
def test_elements_nested_deeper_than_any_document_are_refused(tmp_path: Path, name: str) -> None:
    deep = f"<w:{name}>" * 200_000 + f"</w:{name}>" * 200_000
    assert refused(word(tmp_path / "a.docx", deep)).code == "too-deep"
    assert refused(word(tmp_path / "b.docx", f"<w:p>{deep}</w:p>")).code == "too-deep"


def test_tables_nested_deeper_than_any_document_are_refused(tmp_path: Path) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 300 + "</w:tc></w:tr></w:tbl>" * 300
    assert refused(word(tmp_path / "a.docx", deep)).code == "too-deep"


def test_what_looks_like_a_property_in_raw_text_is_text(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:t><![CDATA[<w:sz w:val="1"/>]]></w:t></w:r></w:p>'
    assert said(open_document(word(tmp_path / "a.docx", body))) == ['<w:sz w:val="1"/>']


def test_reading_grows_with_the_document_and_no_faster(tmp_path: Path) -> None:
    took: list[float] = []
    for times in (1, 10):
        body = (p("Nhiệm vụ") + tbl(*(tr(*(tc(p("Sở Nội vụ")) for _ in range(7))) for _ in range(20)))) * 20 * times
        path = word(tmp_path / "a.docx", body)
        begun = time.perf_counter()
        assert len(open_document(path).parts) == 40 * times
        took.append(time.perf_counter() - begun)
    assert took[1] < 100 * took[0]  # linear is 10, quadratic is 100 and more


def test_the_annex_has_its_rows(shared: Path) -> None:
    document = open_document(shared / "documents" / "phu-luc-nhiem-vu-2024.docx")
    check_complete(document)
    (table,) = tables(document)
    assert (table.rows, table.columns, len(lines(document))) == (64, 7, 2)
