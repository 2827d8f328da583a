"""The layout of a document: front, body, closing, furniture, tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import Period
from cchc.reading.document import Cell, Document, Line, Table
from cchc.reading.frame.layout import Layout, lay_out
from cchc.reading.outline import Part, PartKind, left_over
from tests.reading.prose import printed

_LINES = (
    "ỦY BAN NHÂN DÂN", "TỈNH HẠ LÂM", "Số: 12/KH-UBND", "Hạ Lâm, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH",
    "Cải cách hành chính năm 2026", "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;", "I. MỤC TIÊU",
    "- Trên 98% hồ sơ đúng hạn.", "7", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH",
    "Lê Văn Bình",
)  # fmt: skip


def _body(layout: Layout) -> list[str]:
    return [words.text for _, words in layout.body]


def _said(parts: tuple[Part, ...], kind: PartKind) -> list[str]:
    return [part.span.text for part in parts if part.kind is kind]


@pytest.mark.law
@given(st.lists(st.sampled_from([*_LINES, "PHỤ LỤC I", "Nội dung khác."]), max_size=14))
def test_every_line_is_of_the_body_or_in_a_part(lines: list[str]) -> None:
    document = printed(*lines)
    layout = lay_out(document)
    body = [Part(kind=PartKind.STATEMENT, span=span) for _, words in layout.body for span in words.spans()]
    assert left_over(document, [*layout.parts, *body]) == ()


def test_a_document_has_a_front_a_body_and_a_closing() -> None:
    layout = lay_out(printed(*_LINES))
    assert _body(layout) == ["I. MỤC TIÊU", "- Trên 98% hồ sơ đúng hạn."]
    assert layout.front.period == Period.of_year(2026)
    assert layout.front.symbol == "12/KH-UBND"
    assert _said(layout.parts, PartKind.FURNITURE) == ["7"]
    assert _said(layout.parts, PartKind.GROUNDS) == [_LINES[6]]
    assert "Lê Văn Bình" in _said(layout.parts, PartKind.CLOSING)


def test_the_documents_own_symbol_is_not_cited() -> None:
    citable = lay_out(printed(*_LINES)).citable.text
    assert "76/NQ-CP" in citable
    assert "12/KH-UBND" not in citable


def test_an_annex_after_the_closing_has_a_front_of_its_own() -> None:
    layout = lay_out(
        printed(*_LINES, "PHỤ LỤC", "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh)", "1. Rà soát.")
    )
    assert _body(layout)[-1] == "1. Rà soát."
    assert "PHỤ LỤC" in _said(layout.parts, PartKind.FRONT)
    assert layout.front.kind == "plan"


def test_a_decision_before_the_plan_gives_its_front_away() -> None:
    decision = (
        "QUYẾT ĐỊNH",
        "Về việc ban hành Kế hoạch CCHC",
        "Điều 1. Ban hành Kế hoạch.",
        "Nơi nhận:",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "Lê Văn Bình",
    )
    layout = lay_out(printed(*decision, "KẾ HOẠCH", "Cải cách hành chính năm 2026", "I. MỤC TIÊU", "- Trên 98%."))
    assert (layout.front.kind, layout.front.period) == ("plan", Period.of_year(2026))


def _table(columns: int, *texts: str) -> Document:
    source, cells = "", []
    for at, text in enumerate(texts):
        start = len(source)
        source += text + "\t"
        cells.append(Cell(start=start, end=start + len(text), row=at // columns, column=at % columns, place=f"table1!{at}"))
    rows = (len(texts) + columns - 1) // columns
    return Document(name="", text=source, parts=(Table(cells=tuple(cells), rows=rows, columns=columns),))


def test_a_table_that_only_lays_out_is_lines() -> None:
    document = _table(2, "UBND TỈNH HẠ LÂM\nSố: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    layout = lay_out(document)
    assert layout.tables == ()
    assert layout.front.symbol == "12/KH-UBND"
    assert left_over(document, layout.parts) == ()
    assert lay_out(_table(1, "I. MỤC TIÊU", "- Trên 98%.")).tables == ()


def test_a_table_of_data_stays_a_table() -> None:
    document = _table(2, "Nội dung", "Số liệu", "Hồ sơ", "120")
    layout = lay_out(document)
    assert layout.tables == document.parts
    assert layout.body == ()


def test_what_stands_beside_the_text_is_of_the_page_and_may_cite() -> None:
    text = "I. MỤC TIÊU\nXem Quyết định số 766/QĐ-TTg ngày 23/6/2022"
    document = Document(name="", text=text, parts=(Line(start=0, end=11), Line(start=12, end=len(text), aside=True)))
    layout = lay_out(document)
    assert _said(layout.parts, PartKind.FURNITURE) == [text[12:]]
    assert "766/QĐ-TTg" in layout.citable.text


def test_marks_of_a_format_belong_to_the_page() -> None:
    document = Document(name="", text="## I. MỤC TIÊU", parts=(Line(start=3, end=14, level=2),), marks=((0, 2),))
    assert left_over(document, lay_out(document).parts) == (document_span := left_over(document, lay_out(document).parts))
    assert [span.text for span in document_span] == ["I. MỤC TIÊU"]


def test_stretches_read_otherwise_are_left_apart() -> None:
    document = printed("I. MỤC TIÊU", "1 Rà soát Sở A Quý I", "- Trên 98%.")
    assert _body(lay_out(document, apart=((12, 32),))) == ["I. MỤC TIÊU", "- Trên 98%."]


def test_damaged_words_are_repaired_over_the_ends_of_lines() -> None:
    lines = (
        "KE HOACH",
        "Cai cach hanh chinh nam 2026",
        "I. MUC TIEU",
        "- Tren 98% ho so thu tuc hanh",
        "chinh duoc giai quyet dung han.",
    )
    layout = lay_out(printed(*lines))
    assert _body(layout)[1:] == ["- Trên 98% hồ sơ thủ tục hành", "chính được giải quyết đúng hạn."]
    assert layout.repairs
    assert layout.front.period == Period.of_year(2026)


def test_nothing_has_an_empty_layout() -> None:
    layout = lay_out(printed())
    assert (layout.body, layout.parts, layout.tables) == ((), (), ())
