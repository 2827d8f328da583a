"""Files that are refused, each in one problem, before they cost anything."""

import sys
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc import InvalidInput, Problem
from cchc.model import MissingExtra
from cchc.reading.formats import admission, open_document
from cchc.reading.formats import package as packages
from cchc.reading.formats.package import Package
from tests.reading.office_parts import OFFICE, WORD, p, package, refused, relations, rows, said, sheet, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
PDF = b"%PDF-1.7\n"
TEXT = "Kế hoạch cải cách hành chính".encode()


def problems_of(path: Path) -> tuple[Problem, ...]:
    """Why a file is refused: one problem, or none where it is read."""
    try:
        open_document(path)
    except InvalidInput as error:
        (_,) = error.problems
        return error.problems
    return ()


@pytest.mark.law
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(content=st.binary(), suffix=st.sampled_from(admission.SUFFIXES), head=st.sampled_from([b"", PDF, b"PK\x03\x04", OLE]))
def test_any_bytes_are_read_or_refused_in_one_problem(tmp_path: Path, content: bytes, suffix: str, head: bytes) -> None:
    path = tmp_path / f"tệp{suffix}"
    path.write_bytes(head + content)
    assert all(problem.place.startswith(path.name) for problem in problems_of(path))


@pytest.mark.law
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_a_damaged_package_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    made = word(tmp_path / "a.docx", p("Nhiệm vụ")), sheet(tmp_path / "a.xlsx", rows(("A1", "><v>1</v>")))
    path = made[data.draw(st.integers(0, 1))]
    content = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(at, len(content)))])
    assert len(problems_of(path)) <= 1


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("kế hoạch.doc", ".docx"), ("biểu.xls", ".xlsx"), ("biểu.csv", ".xlsx"), ("a.dcox", ".docx"), ("a.pdff", ".pdf"),
        ("a.markdown", ".md"), ("a.png", ""), ("không đuôi", ""),
    ],
)  # fmt: skip
def test_names_of_other_kinds_are_refused_with_the_nearest(tmp_path: Path, name: str, near: str) -> None:
    problem = refused(tmp_path / name)
    assert (problem.code, problem.found, problem.near) == ("unknown-format", name, near)
    assert problem.accepted == admission.SUFFIXES


@pytest.mark.parametrize(("name", "near"), [("kế hoạch.docm", ".docx"), ("biểu.XLSM", ".xlsx")])
def test_files_with_macros_are_refused_by_name(tmp_path: Path, name: str, near: str) -> None:
    problem = refused(tmp_path / name)
    assert (problem.code, problem.near) == ("macro-file", near)


def test_what_is_no_file_cannot_be_read(tmp_path: Path) -> None:
    assert refused(tmp_path / "không có.docx").code == "no-such-file"
    (tmp_path / "thư mục.txt").mkdir()
    assert refused(tmp_path / "thư mục.txt").code == "cannot-read"
    assert refused(Path("a\0.txt")).code == "cannot-read"


@pytest.mark.parametrize("suffix", admission.SUFFIXES)
def test_an_empty_file_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"trống{suffix}"
    path.touch()
    assert (refused(path).code, refused(path).place) == ("empty-file", path.name)


@pytest.mark.parametrize(
    ("suffix", "content", "code", "found"),
    [
        (".docx", TEXT, "mislabelled", "text"),
        (".docx", PDF, "mislabelled", ".pdf"),
        (".xlsx", rb"{\rtf1 a}", "mislabelled", ".rtf"),
        (".docx", OLE + "WordDocument".encode("utf-16-le"), "mislabelled", ".doc"),
        (".xlsx", OLE + "Workbook".encode("utf-16-le"), "mislabelled", ".xls"),
        (".xlsx", OLE, "mislabelled", "ole"),
        (".xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", ""),
        (".pdf", b"PK\x03\x04", "mislabelled", "zip"),
        (".pdf", b"<html>%PDF-</html>", "mislabelled", "text"),
        (".txt", PDF, "mislabelled", ".pdf"),
        (".md", b"PK\x05\x06", "mislabelled", "zip"),
    ],
)
def test_a_file_is_what_its_name_says(tmp_path: Path, suffix: str, content: bytes, code: str, found: str) -> None:
    path = tmp_path / f"tệp{suffix}"
    path.write_bytes(content)
    problem = refused(path)
    assert (problem.code, problem.found, problem.place) == (code, found, path.name)


def test_a_file_larger_than_any_plan_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admission, "MOST_TEXT_BYTES", 10)
    path = tmp_path / "dài.txt"
    path.write_bytes(b"a" * 11)
    assert (refused(path).code, refused(path).found) == ("too-large", "11 bytes")
    path.write_bytes(b"a" * 10)
    assert said(open_document(path)) == ["a" * 10]


def test_a_zip_that_is_no_office_file_is_refused(tmp_path: Path) -> None:
    assert refused(package(tmp_path / "a.docx", {"a.txt": "a"})).found == ".zip"
    other = package(tmp_path / "b.docx", {"_rels/.rels": relations(officeDocument="a.xml"), "a.xml": "<a/>"})
    assert (refused(other).code, refused(other).found) == ("mislabelled", ".zip")
    away = package(tmp_path / "c.docx", {"_rels/.rels": relations(officeDocument="../nowhere.xml")})
    assert refused(away).code == "mislabelled"


def test_a_workbook_under_the_name_of_a_document_is_told(tmp_path: Path) -> None:
    book = sheet(tmp_path / "a.xlsx", rows(("A1", "><v>1</v>")))
    assert refused(book.rename(tmp_path / "a.docx")).found == ".xlsx"
    document = word(tmp_path / "b.docx", p("Nhiệm vụ"))
    assert refused(document.rename(tmp_path / "b.xlsx")).found == ".docx"


@pytest.mark.parametrize("cut", [10, 100, 300])
def test_a_truncated_package_is_refused(tmp_path: Path, cut: int) -> None:
    path = word(tmp_path / "a.docx", p("Nhiệm vụ"))
    path.write_bytes(path.read_bytes()[:-cut])
    assert refused(path).code == "broken-file"


def test_a_part_that_is_no_xml_is_named(tmp_path: Path) -> None:
    path = package(tmp_path / "a.docx", {"_rels/.rels": relations(officeDocument="word/a.xml"), "word/a.xml": "<a><b></a>"})
    assert (refused(path).code, refused(path).place) == ("broken-file", "a.docx: word/a.xml")


def test_a_part_with_a_wrong_checksum_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", relations(officeDocument="a.xml"))
        archive.writestr("a.xml", f'<document xmlns="{WORD}">Nhiem vu</document>')
    path.write_bytes(path.read_bytes().replace(b"Nhiem", b"Nhiex"))
    assert (refused(path).code, refused(path).place) == ("broken-file", "a.docx: a.xml")


def test_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.xml", "<b/>")
    assert refused(path).code == "broken-file"


def test_macros_are_refused_wherever_they_lie(tmp_path: Path) -> None:
    assert refused(package(tmp_path / "a.docx", {"word/vbaProject.bin": b"x"})).code == "macro-file"


def test_parts_under_a_password_are_refused(tmp_path: Path) -> None:
    path = package(tmp_path / "a.docx", {"a.xml": "<a/>"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert refused(path).code == "encrypted"


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_every_part(tmp_path: Path, suffix: str, encoding: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    text = f'<?xml version="1.0" encoding="{encoding}"?>{bomb}<document xmlns="{WORD}">&b;</document>'
    parts: dict[str, str | bytes] = {"_rels/.rels": relations(officeDocument="a.xml"), "a.xml": text.encode(encoding)}
    path = package(tmp_path / f"a{suffix}", parts)
    assert (refused(path).code, refused(path).place) == ("document-type", f"a{suffix}: a.xml")


def test_a_document_in_utf_16_is_read(tmp_path: Path) -> None:
    text = f'<?xml version="1.0" encoding="utf-16"?><w:document xmlns:w="{WORD}"><w:body>{p("Nhiệm vụ")}</w:body></w:document>'
    parts: dict[str, str | bytes] = {"_rels/.rels": relations(officeDocument="/a.xml"), "a.xml": text.encode("utf-16")}
    assert said(open_document(package(tmp_path / "a.docx", parts))) == ["Nhiệm vụ"]


def test_a_document_in_strict_form_is_read(tmp_path: Path) -> None:
    strict = p("Nhiệm vụ").replace("<w:p>", '<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">')
    text = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{strict}</w:body></w:document>'
    parts = {
        "_rels/.rels": relations(officeDocument="./a.xml").replace(
            OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
        "a.xml": text,
    }
    assert said(open_document(package(tmp_path / "a.docx", parts))) == ["Nhiệm vụ"]


def test_a_package_that_claims_too_much_is_refused_unread(tmp_path: Path) -> None:
    path = package(tmp_path / "a.docx", {"a.xml": b" " * (packages.MOST_PART_BYTES + 1)})
    tracemalloc.start()
    problem = refused(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (problem.code, problem.found) == ("too-large", f"{packages.MOST_PART_BYTES + 1} bytes")
    assert most < 2**20


def test_a_package_that_claims_too_little_is_read_no_further_than_it_claims(tmp_path: Path) -> None:
    path = package(tmp_path / "a.docx", {"_rels/.rels": relations(officeDocument="a.xml"), "a.xml": b" " * 100_000_000})
    content = bytearray(path.read_bytes())
    size = (100_000_000).to_bytes(4, "little")
    while (at := content.find(size)) >= 0:
        content[at : at + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(content)
    tracemalloc.start()
    problem = refused(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problem.code == "broken-file"
    assert most < 2**20


def test_all_parts_together_are_bounded(tmp_path: Path) -> None:
    path = package(tmp_path / "a.docx", {"a.bin": b"a" * 10, "b.bin": b"b" * 10})
    with Package.open(path) as opened:
        opened = Package(opened._zip, opened._names, left=15)  # noqa: SLF001 - the bound itself is too large for a test
        assert opened.read("a.bin") == b"a" * 10
        assert opened.read("a.bin") == b"a" * 10
        with pytest.raises(InvalidInput) as caught:
            opened.read("b.bin")
    assert (caught.value.problems[0].code, caught.value.problems[0].place) == ("too-large", "b.bin")


def test_very_many_parts_and_tags_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = word(tmp_path / "a.docx", p("Nhiệm vụ"))
    monkeypatch.setattr(packages, "MOST_TAGS", 10)
    assert (refused(path).code, refused(path).found) == ("too-large", "13 tags")
    with pytest.raises(InvalidInput):
        packages.parsed(b"<a>" + b"<b/>" * 10 + b"</a>", "a.xml")
    assert packages.parsed(b"<a>      text      </a>", "a.xml").tag == "a"
    monkeypatch.setattr(packages, "_MOST_PARTS", 2)
    assert (refused(path).code, refused(path).found) == ("too-large", "3 parts")


@pytest.mark.parametrize(("suffix", "library"), [(".xlsx", "python_calamine"), (".pdf", "pdfplumber")])
def test_a_missing_library_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    path = tmp_path / f"a{suffix}"
    path.write_bytes(PDF if suffix == ".pdf" else b"PK\x03\x04")
    with pytest.raises(MissingExtra) as caught:
        open_document(path)
    assert caught.value.extra == "read"
