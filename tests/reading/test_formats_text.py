"""Plain text and Markdown: the file's own text, letter by letter, in lines; what only marks words is told apart."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.reading.document import Line, Table
from cchc.reading.formats import document_of_text, open_document
from cchc.reading.formats.markdown_marks import remaining
from tests.reading.office_parts import check_complete, laid, lines, refused, said, tables

MARKDOWN = st.text(st.sampled_from("ab1 \n\n#*_`>|-\\<br[]()~Đ="))


def written(tmp_path: Path, text: str, name: str = "a.md") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return path


@pytest.mark.law
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text().filter(bool), st.sampled_from([".txt", ".md"]))
def test_the_text_is_the_file_and_every_letter_is_in_a_line_or_mark(tmp_path: Path, text: str, suffix: str) -> None:
    text = text.replace("\ufeff", "").replace("%PDF-", "") or "a"
    document = open_document(written(tmp_path, text, f"a{suffix}"))
    assert document.text == text
    check_complete(document)


@pytest.mark.law
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MARKDOWN.filter(bool))
def test_marks_hide_no_letter(tmp_path: Path, text: str) -> None:
    document = open_document(written(tmp_path, text))
    check_complete(document)
    marks = [text[first:last] for first, last in document.marks]
    assert all(mark[:1].isspace() or not mark[0].isalnum() for mark in marks)
    shown = "".join("".join(said(document)).split())
    assert shown == "".join(
        remaining(text, piece.start, piece.end, document.marks)
        for part in document.parts
        for piece in (part.cells if isinstance(part, Table) else (part,))
    )


@pytest.mark.law
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"))), min_size=1),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_ends_of_lines_move_nothing(tmp_path: Path, texts: list[str], end: str) -> None:
    document = open_document(written(tmp_path, end.join(texts) + end, "a.txt"))
    assert [document.text[line.start : line.end] for line in lines(document)] == [text for text in texts if text]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_says_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Điều 1.\r\nPhạm vi".encode(encoding))
    document = open_document(path)
    assert document.text == "Điều 1.\r\nPhạm vi"
    assert [(line.start, line.end) for line in lines(document)] == [(0, 7), (9, 16)]


@pytest.mark.parametrize(
    ("content", "place", "found"),
    [("Đ 1".encode("cp1258"), "byte 0", "0xd0"), (b"a\xff", "byte 1", "0xff"), (b"\xff\xfea", "byte 2", "0x61")],
)
def test_another_encoding_is_refused_with_its_first_byte(tmp_path: Path, content: bytes, place: str, found: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    problem = refused(path)
    assert (problem.code, problem.place, problem.found, problem.accepted) == ("not-utf-8", f"a.txt: {place}", found, ("UTF-8",))


def test_a_form_feed_opens_a_page(tmp_path: Path) -> None:
    document = open_document(written(tmp_path, "một\n\fhai\nba\f\fbốn", "a.txt"))
    assert [(document.passage(line).text, line.page) for line in lines(document)] == [
        ("một", 1),
        ("hai", 2),
        ("ba", 2),
        ("bốn", 4),
    ]
    assert [line.page for line in lines(open_document(written(tmp_path, "một\nhai", "b.txt")))] == [0, 0]


@pytest.mark.parametrize(
    ("text", "words", "bold", "level"),
    [
        ("Số: ____/KH-UBND", "Số: ____/KH-UBND", False, 0),
        ("**I. MỤC ĐÍCH**", "I. MỤC ĐÍCH", True, 0),
        ("__Yêu cầu__", "Yêu cầu", True, 0),
        ("**Số:** 12", "Số: 12", False, 0),
        ("*nghiêng* và _nghiêng_", "nghiêng và nghiêng", False, 0),
        ("**1. Mục đích", "1. Mục đích", False, 0),
        ("đạt **90**% trở lên", "đạt 90% trở lên", False, 0),
        ("5 * 3 và h_so_1 và 2*3", "5 * 3 và h_so_1 và 2*3", False, 0),
        ("* Chủ trì", "* Chủ trì", False, 0),
        (r"1\. Sở \- ban \a", "1. Sở - ban \\a", False, 0),
        ("`mã` ~~bỏ~~", "mã bỏ", False, 0),
        ("a<br>b và m<sup>2</sup> < 5%", "a b và m2 < 5%", False, 0),
        ("a **<BR/>** b", "a b", False, 0),
        ("a** **b", "a b", False, 0),
        ("[Nghị quyết 76](https://a.vn/x_y_z) và [1]", "Nghị quyết 76 và [1]", False, 0),
        ("> > trích", "trích", False, 0),
        ("# I. Mục tiêu #", "I. Mục tiêu", False, 1),
        ("### **C#** ##", "C#", True, 3),
        ("## C#", "C#", False, 2),
        ("#76 và #", "#76 và #", False, 0),
        ("Mục tiêu\n====", "Mục tiêu", False, 1),
        ("TỈNH A\n-------", "TỈNH A", False, 0),
        ("*mở\n\nđóng*", "*mở đóng*", False, 0),
        ("*mở *a*", "*mở a", False, 0),
    ],
)
def test_marks_are_told_from_words(tmp_path: Path, text: str, words: str, bold: bool, level: int) -> None:
    document = open_document(written(tmp_path, text))
    check_complete(document)
    assert " ".join(said(document)) == words
    assert (lines(document)[0].bold, lines(document)[0].level) == (bold, level)


def test_blank_lines_headings_and_rules_end_paragraphs(tmp_path: Path) -> None:
    text = "**KẾ HOẠCH**  \n**Cải cách**\n\n- a\n  b\n# Mục\nc\n***\nd\n\n\n#\n"
    document = open_document(written(tmp_path, text))
    assert [(document.passage(line).text, line.whole) for line in lines(document)] == [
        ("KẾ HOẠCH", False), ("Cải cách", True), ("- a", False), ("b", True), ("Mục", True), ("c", True), ("d", True),
    ]  # fmt: skip
    check_complete(document)


def test_a_fenced_text_is_as_it_stands(tmp_path: Path) -> None:
    document = open_document(written(tmp_path, "a\n```\n**b** | c\n|--|\n\n# d\n```\n**e**\n"))
    assert said(document) == ["a", "**b** | c", "|--|", "# d", "e"]
    check_complete(document)


def test_rows_between_pipes_are_a_table(tmp_path: Path) -> None:
    text = "Phụ lục\n| TT | **Nhiệm vụ** |\n|---|:-:|\n| 1 | a<br>b \\| c |\n|  | **x** y |\n\nhết\n"
    document = open_document(written(tmp_path, text))
    (table,) = tables(document)
    assert [type(part) for part in document.parts] == [Line, Table, Line]
    assert (table.rows, table.columns) == (3, 2)
    assert laid(document, table) == {
        "A1": ("TT", 1, 1), "B1": ("Nhiệm vụ", 1, 1), "A2": ("1", 1, 1), "B2": ("a b | c", 1, 1), "B3": ("x y", 1, 1),
    }  # fmt: skip
    assert [cell.bold for cell in table.cells] == [False, True, False, False, False, False]
    check_complete(document)


@pytest.mark.parametrize("text", ["a | b", "a | b\nc | d", "a | b\n---", "a\n|---|", "a | b\n|-|x|"])
def test_pipes_alone_are_no_table(tmp_path: Path, text: str) -> None:
    document = open_document(written(tmp_path, text))
    assert not tables(document)
    check_complete(document)


def test_a_table_needs_no_pipes_at_its_sides(tmp_path: Path) -> None:
    document = open_document(written(tmp_path, "TT | Việc\n--|--\n1 | a\n|"))
    (table,) = tables(document)
    assert [(cell.place, document.passage(cell).text) for cell in table.cells] == [
        ("table1!A1", "TT"), ("table1!B1", "Việc"), ("table1!A2", "1"), ("table1!B2", "a"), ("table1!A3", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "đạt **90%** và _100_ %\n",
        "**" * 20,
        "`" * 20,
        "[" * 20,
        "<a" * 20,
        "> " * 20,
        "| a " * 9 + "\n",
        "\\*" * 9,
        "* a _ b" * 9,
    ],
)
def test_large_texts_take_time_in_proportion(tmp_path: Path, line: str) -> None:
    took: list[float] = []
    for size in (20_000, 200_000):
        path = written(tmp_path, line * (size // len(line)))
        begun = time.perf_counter()
        open_document(path)
        took.append(time.perf_counter() - begun)
    assert took[1] < 60 * took[0] + 0.1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Mục tiêu", ["Mục tiêu"]),
        ("a\n**b**\n", ["a", "b"]),
        ("|a|b|\n|-|-|", ["a", "b"]),
        ("5 * 3 # **a** b", ["5 * 3 # **a** b"]),
    ],
)
def test_a_bare_text_is_markdown_where_it_looks_so(text: str, words: list[str]) -> None:
    document = document_of_text(text)
    assert (said(document), document.name, document.text) == (words, "", text)


def test_real_texts_are_complete(shared: Path) -> None:
    for path in sorted((shared / "documents").iterdir()):
        if path.suffix in {".txt", ".md"}:
            document = open_document(path)
            check_complete(document)
            assert len(document.parts) > 100
