import json
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from cchc.model import Citation, InvalidInput, Symbol
from cchc.model.citation import DOCUMENT_KINDS, printed_symbol
from cchc.testing import symbols

DASHES = ("-", " -", "- ", "–", " — ", "\u2011")


@pytest.mark.law
@given(symbols())
def test_parse_of_print_is_identity(symbol: Symbol) -> None:
    assert Symbol.parse(str(symbol)) == symbol
    assert str(Symbol.parse(str(symbol))) == str(symbol)


@pytest.mark.law
@given(
    symbols(), st.sampled_from(DASHES), st.sampled_from(("/", " /", "/ ", " / ")), st.sampled_from(("", "Số ", "số: ", "SỐ:"))
)
def test_spaces_dashes_and_the_word_before_are_forgiven(symbol: Symbol, dash: str, stroke: str, before: str) -> None:
    written = before + str(symbol).replace("-", dash).replace("/", stroke)
    assert Symbol.parse(f" {written}. ") == symbol
    assert Symbol.parse(unicodedata.normalize("NFD", f"({written})")) == symbol


@pytest.mark.law
@given(symbols())
def test_capitals_are_forgiven(symbol: Symbol) -> None:
    assert Symbol.parse(str(symbol).lower()) == symbol


@pytest.mark.law
@given(symbols().filter(lambda symbol: "Đ" in str(symbol) and not {symbol.type_code} & {"ĐA", "HĐ"}))
def test_d_for_đ_is_never_forgiven(symbol: Symbol) -> None:
    slip = str(symbol).replace("Đ", "D")
    if slip != str(symbol).replace("BCĐ", "BCD"):
        with pytest.raises(InvalidInput) as refused:
            Symbol.parse(slip)
        assert "Đ" in refused.value.problems[0].near


@pytest.mark.law
@given(st.text(st.sampled_from("0123456789١/-–. &aAđĐKHQUBNDTW_ ")))
def test_any_text_is_a_symbol_or_refused(text: str) -> None:
    try:
        symbol = Symbol.parse(text)
    except InvalidInput:
        event("refused")
    else:
        assert Symbol.parse(str(symbol)) == symbol
        assert str(symbol).isascii() or "Đ" in str(symbol).upper()


@pytest.mark.parametrize(
    ("written", "number", "year", "type_code", "issuer_code", "kind"),
    [
        ("184/KH-UBND", "184", 0, "KH", "UBND", "Kế hoạch"),
        ("76/NQ-CP", "76", 0, "NQ", "CP", "Nghị quyết"),
        ("06/QĐ-TTg", "06", 0, "QĐ", "TTg", "Quyết định"),
        ("01/CT-TTg", "01", 0, "CT", "TTg", "Chỉ thị"),
        ("41/QĐ-BCĐ", "41", 0, "QĐ", "BCĐ", "Quyết định"),
        ("22/BC-HĐND", "22", 0, "BC", "HĐND", "Báo cáo"),
        ("3617/BC-SXD", "3617", 0, "BC", "SXD", "Báo cáo"),
        ("12a/BC-SNV", "12a", 0, "BC", "SNV", "Báo cáo"),
        ("1666/NQ-UBTVQH15", "1666", 0, "NQ", "UBTVQH15", "Nghị quyết"),
        ("05/TTr-SNV", "05", 0, "TTr", "SNV", "Tờ trình"),
        ("07/QyĐ-UBND", "07", 0, "QyĐ", "UBND", "Quy định"),
        ("02/ĐA-UBND", "02", 0, "ĐA", "UBND", "Đề án"),
        ("02/DA-UBND", "02", 0, "DA", "UBND", "Dự án"),
        ("12/HĐ-SNV", "12", 0, "HĐ", "SNV", "Hợp đồng"),
        ("12/HD-SNV", "12", 0, "HD", "SNV", "Hướng dẫn"),
        ("18/2015/QĐ-UBND", "18", 2015, "QĐ", "UBND", "Quyết định"),
        ("01/2023/QĐ-UBND", "01", 2023, "QĐ", "UBND", "Quyết định"),
        ("118/2025/NĐ-CP", "118", 2025, "NĐ", "CP", "Nghị định"),
        ("333/2020/NQ-HĐND", "333", 2020, "NQ", "HĐND", "Nghị quyết"),
        ("01/2018/TT-VPCP", "01", 2018, "TT", "VPCP", "Thông tư"),
        ("12/2014/TTLT-BTP-TANDTC", "12", 2014, "TTLT", "BTP-TANDTC", "Thông tư liên tịch"),
        ("64/2025/QH15", "64", 2025, "", "QH15", ""),
        ("35/2023/UBTVQH15", "35", 2023, "", "UBTVQH15", ""),
        ("18-NQ/TW", "18", 0, "NQ", "TW", "Nghị quyết"),
        ("15-CTr/TU", "15", 0, "CTr", "TU", "Chương trình"),
        ("09-HD/BTCTW", "09", 0, "HD", "BTCTW", "Hướng dẫn"),
        ("113-KL/TW", "113", 0, "KL", "TW", "Kết luận"),
        ("12-TT/TU", "12", 0, "TT", "TU", "Thông tri"),
        ("123-CV/VPTW", "123", 0, "CV", "VPTW", "Công văn"),
        ("4625/BNV-CCHC", "4625", 0, "", "BNV-CCHC", "Công văn"),
        ("1234/UBND-NC", "1234", 0, "", "UBND-NC", "Công văn"),
        ("1892/SNV-CCHC&VTLT", "1892", 0, "", "SNV-CCHC&VTLT", "Công văn"),
        ("12729/VPCP-KGVX", "12729", 0, "", "VPCP-KGVX", "Công văn"),
    ],
)
def test_symbols_are_taken_apart(written: str, number: str, year: int, type_code: str, issuer_code: str, kind: str) -> None:
    symbol = Symbol.parse(written)
    assert (symbol.number, symbol.year, symbol.type_code, symbol.issuer_code) == (number, year, type_code, issuer_code)
    assert symbol.kind == kind
    assert symbol.is_legal_normative == (year > 0)
    assert str(symbol) == written


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("184 /KH-UBND", "184/KH-UBND"), ("Số 184/KH-UBND", "184/KH-UBND"), ("Số: 184/KH-UBND", "184/KH-UBND"),
        ("18/2015/QĐ- UBND", "18/2015/QĐ-UBND"), ("184/KH–UBND", "184/KH-UBND"), ("76/NQ-\nCP", "76/NQ-CP"),
        ("184/kh-ubnd", "184/KH-UBND"), ("01/ct-ttg", "01/CT-TTg"), ("18-nq/tw", "18-NQ/TW"), ("35/2023/ubtvqh15",
        "35/2023/UBTVQH15"),
        ("12A/BC-SNV", "12a/BC-SNV"), ("1892/SNV-CCHC & VTLT", "1892/SNV-CCHC&VTLT"), ("05/TTR-SNV", "05/TTr-SNV"),
        ("(184/KH-UBND)", "184/KH-UBND"), ("184/KH-UBND;", "184/KH-UBND"), ("05/TB-VP.UBND", "05/TB-VP.UBND"),
    ],
)  # fmt: skip
def test_symbols_print_as_the_decree_writes_them(written: str, printed: str) -> None:
    assert str(Symbol.parse(written)) == printed


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("184/QD-UBND", "QĐ"), ("118/2025/ND-CP", "NĐ"), ("184/QYD-UBND", "QyĐ"), ("12-QD/TU", "QĐ"), ("22/BC-HDND", "HĐND"),
        ("22/BC-UBNĐ", "UBND"), ("05/CD-TTg", "CĐ"), ("05/2024/TLT-BNV", "TTLT"),
    ],
)  # fmt: skip
def test_a_slip_is_refused_with_the_nearest_right_name(written: str, near: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        Symbol.parse(written)
    assert refused.value.problems[0].near == near


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("458/QP-TTg", "unknown-document-kind"), ("117/2013/NB-CP", "unknown-document-kind"), ("18-XX/TW",
        "unknown-document-kind"),
        ("184/UBND", "not-a-symbol"), ("184/KH", "not-a-symbol"), ("184", "not-a-symbol"), ("QĐ-UBND", "not-a-symbol"), ("",
        "not-a-symbol"),
        ("184/KH_UBND", "not-a-symbol"), ("184/KH-", "not-a-symbol"), ("/KH-UBND", "not-a-symbol"), ("184//KH-UBND",
        "not-a-symbol"),
        ("18/1800/QĐ-UBND", "not-a-symbol"), ("18/15/QĐ-UBND", "not-a-symbol"), ("64/2025/QH", "not-a-symbol"), ("64/QH15",
        "not-a-symbol"),
        ("١٢/KH-UBND", "not-a-symbol"), ("64/٢٠٢٥/QH15", "not-a-symbol"), ("64/2025/QH١٥", "not-a-symbol"),
        ("1234567/KH-UBND", "not-a-symbol"),
        ("184/\uff2bH-UBND", "not-a-symbol"), ("184/KH-UBND ngày", "not-a-symbol"), ("17-18/KH-UBND", "not-a-symbol"),
        ("184/Số KH-UBND", "not-a-symbol"),
    ],
)  # fmt: skip
def test_what_is_no_symbol_is_refused(written: str, code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        Symbol.parse(written)
    assert refused.value.problems[0].code == code
    assert "184/KH-UBND" in refused.value.problems[0].accepted


@pytest.mark.parametrize(
    "parts",
    [
        {"number": "x", "type_code": "KH", "issuer_code": "UBND"},
        {"number": "184", "type_code": "XX", "issuer_code": "UBND"},
        {"number": "184", "issuer_code": "UBND"},
        {"number": "184", "issuer_code": "KH-UBND"},
        {"number": "18", "issuer_code": "TW", "party": True},
        {"number": "18", "type_code": "NQ", "issuer_code": "TW", "party": True, "year": 2017},
        {"number": "184", "type_code": "kh", "issuer_code": "UBND"},
    ],
)
def test_a_symbol_put_together_by_hand_must_be_one(parts: dict[str, str]) -> None:
    with pytest.raises(InvalidInput):
        Symbol(**parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "garbage",
    [
        "184/" + "KH-" * 30_000,
        "1" * 100_000,
        "184/" + "A" * 100_000 + "!",
        "184/KH-" + "A.A&" * 20_000,
        " -" * 50_000,
        "số " * 30_000,
    ],
    ids=["groups", "digits", "letters", "joined", "dashes", "words"],
)
def test_long_garbage_is_refused_in_one_pass(garbage: str) -> None:
    with pytest.raises(InvalidInput):
        Symbol.parse(garbage)


def test_a_citation_knows_its_symbol_s_parts() -> None:
    citation = Citation(symbol="Số 18/2015/QĐ- UBND", issued_on=date(2015, 9, 29))
    assert citation.symbol == "18/2015/QĐ-UBND"
    assert (citation.number, citation.year, citation.type_code, citation.issuer_code) == ("18", 2015, "QĐ", "UBND")
    assert citation.kind == "Quyết định"
    assert Citation.parse("184/KH-UBND").year is None


@pytest.mark.parametrize("text", ["", "Kế hoạch"])
def test_a_citation_needs_a_symbol(text: str) -> None:
    with pytest.raises(InvalidInput):
        Citation(symbol=text)


def test_a_document_without_a_symbol_has_an_empty_one() -> None:
    assert printed_symbol("") == ""
    assert printed_symbol("184 / KH – UBND") == "184/KH-UBND"


def test_the_kinds_are_those_of_the_decree(shared: Path) -> None:
    facts = json.loads((shared / "facts" / "document_types.json").read_text(encoding="utf-8"))
    for kind in (*facts["administrative"], *facts["copies"]):
        if kind["abbr"] is not None:
            assert DOCUMENT_KINDS[kind["abbr"]] == kind["name_vi"]
    for one, other in facts["easily_confused"]:
        assert DOCUMENT_KINDS[one] != DOCUMENT_KINDS[other]


# A second, looser reading of what a symbol looks like: it must not lean on the one under test.
_WRITTEN = re.compile(
    r"\b\d+[a-z]?/(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ]*-[A-ZĐ][\wĐđ]*|\b\d+-[A-ZĐ][A-Za-zĐđ]*/T[WU]\b|\b\d+/\d{4}/(?:UBTV)?QH\d+"
)


def test_the_symbols_of_real_documents_parse_and_print_back(shared: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (shared / "documents").glob("*.txt") if "ocr" not in path.name]
    written = {symbol for text in texts for symbol in _WRITTEN.findall(unicodedata.normalize("NFC", text))}
    assert len(written) > 30
    assert {symbol: str(Symbol.parse(symbol)) for symbol in written} == {symbol: symbol for symbol in written}


def test_the_symbols_of_a_scan_are_read_or_refused_and_none_loses_its_đ(shared: Path) -> None:
    written = set(_WRITTEN.findall((shared / "documents" / "ke-hoach-2023-ocr.txt").read_text(encoding="utf-8")))
    slips = {symbol for symbol in written if re.search(r"\b[QN]D-", symbol)}
    assert slips
    for symbol in slips:
        with pytest.raises(InvalidInput) as refused:
            Symbol.parse(symbol)
        assert refused.value.problems[0].near in ("QĐ", "NĐ")


def test_the_symbols_of_the_hand_made_answers_are_read(shared: Path) -> None:
    answers = json.loads((shared / "gold" / "citations_2023_snv.json").read_text(encoding="utf-8"))
    written = set(re.findall(r'"(\d+[^"\s]*[/-][^"\s]+)"', json.dumps(answers, ensure_ascii=False)))
    symbols_only = {symbol for symbol in written if _WRITTEN.fullmatch(symbol)}
    assert symbols_only
    assert all(str(Symbol.parse(symbol)) == symbol for symbol in symbols_only)
