"""Citations in running text: laws for every text, a table for the clerk, and the real answers made by hand."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Citation
from cchc.reading.citing.citations import Mention, find_citations, find_mentions
from cchc.reading.citing.document_names import kind_of_list
from cchc.reading.citing.printed_symbols import find_symbols, nearest_symbol
from cchc.reading.citing.subjects import read_subject
from cchc.reading.passage import Passage

TABLE = Path(__file__).with_name("citation_cases.txt")
KINDS = {"QĐ": "Quyết định", "KH": "Kế hoạch", "NQ": "Nghị quyết", "CT": "Chỉ thị", "NĐ": "Nghị định", "TT": "Thông tư"}
ISSUERS = ("UBND", "HĐND", "TTg", "CP", "BNV", "SNV", "BTTTT", "VPCP")
WORDS = [
    "cải",
    "cách",
    "hành",
    "chính",
    "tỉnh",
    "năm",
    "2024",
    "đạt",
    "95%",
    "30/58",
    "nhiệm",
    "vụ,",
    "trước",
    "ngày",
    "15/9/2024;",
    "quý",
    "III/2025",
    "(24/7)",
    "-",
    "2021-2025.",
    "của",
    "và",
    "số",
]
PIECES = (
    *WORDS,
    "số",
    "Số:",
    "12",
    "/",
    "-",
    "QĐ",
    "NQ",
    "UBND",
    "TW",
    "QH15",
    "2020",
    "ngày 1/2/2023",
    ",",
    "và",
    "Luật",
    "CP",
    "Nghị định",
)


def table() -> list[tuple[str, list[tuple[str, str, str]]]]:
    cases: list[tuple[str, list[tuple[str, str, str]]]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            symbol, day, kind = (part.strip() for part in f"{line}||".split("|")[:3])
            cases[-1][1].append((symbol, day, kind))
        elif line and not line.startswith("#"):
            cases.append((line.replace("⏎", "\n"), []))
    return cases


def row(mention: Mention) -> tuple[str, str, str]:
    symbol = mention.citation.symbol if mention.citation else f"? {mention.near}".strip()
    return symbol, mention.issued_on.isoformat() if mention.issued_on else "-", mention.printed_kind


@st.composite
def printed(draw: st.DrawFn) -> tuple[str, str, date | None]:
    """A mention in one of the usual spellings, with the symbol and the day that it states."""
    number, code = draw(st.integers(1, 9999)), draw(st.sampled_from(sorted(KINDS)))
    issuer = draw(st.sampled_from(ISSUERS))
    year = f"{draw(st.integers(2005, 2026))}/" if draw(st.booleans()) else ""
    space, joint = draw(st.sampled_from(("", " ", "\n"))), draw(st.sampled_from(("-", "- ", " -", " - ", "-\n")))
    day = draw(st.dates(date(2000, 1, 1), date(2030, 12, 31)) | st.none())
    spelt = draw(
        st.sampled_from(
            (" ngày {0.day}/{0.month}/{0.year}", " ngày {0.day} tháng {0.month} năm {0.year}", " (ngày {0:%d-%m-%Y})")
        )
    )
    symbol = f"{number:02}/{year}{code}-{issuer}"
    words = f"{KINDS[code]} số{draw(st.sampled_from((' ', ': ')))}{number:02}{space}/{year}{code}{joint}{issuer}"
    return words + (spelt.format(day) if day else ""), symbol, day


@pytest.mark.law
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_is_read_and_offsets_point_at_the_text_they_claim(text: str) -> None:
    mentions = find_mentions(Passage.of(text))
    assert all(text[mention.span.start : mention.span.end] == mention.span.text != "" for mention in mentions)
    assert list(mentions) == sorted(mentions, key=lambda mention: mention.span.start)


@pytest.mark.law
@given(
    printed(),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
)
def test_a_printed_mention_is_read_back_whatever_surrounds_it(
    mention: tuple[str, str, date | None], before: str, after: str
) -> None:
    words, symbol, day = mention
    text = f"{before} theo {words} thì {after}"
    (citation,) = find_citations(Passage.of(text), document="a.txt")
    assert (citation.symbol, citation.issued_on) == (symbol, day)
    assert citation.source is not None
    assert citation.source.document == "a.txt"
    assert citation.source.span is not None
    assert (citation.source.span.start, citation.source.span.text) == (text.index(words), words)


@pytest.mark.law
@given(st.lists(printed(), max_size=5))
def test_mentions_apart_are_read_each_by_itself(mentions: list[tuple[str, str, date | None]]) -> None:
    text = ". Đã xong. ".join(words for words, _, _ in mentions)
    assert [(found.symbol, found.issued_on) for found in find_citations(Passage.of(text))] == [
        (symbol, day) for _, symbol, day in mentions
    ]


@pytest.mark.law
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_words_without_a_symbol_cite_nothing(text: str) -> None:
    assert find_mentions(Passage.of(text)) == ()


@pytest.mark.law
@given(st.text("0123456789OlI/-–QDĐBPNTUHCW TTLT", max_size=24), st.sampled_from(("", "QĐ", "NĐ", "KH")))
def test_the_nearest_symbol_is_a_right_one_or_none(text: str, code: str) -> None:
    near = nearest_symbol(text, code)
    assert near == "" or Citation.parse(near).symbol == near


@pytest.mark.parametrize(("text", "rows"), table(), ids=[text for text, _ in table()])
def test_table_of_mentions(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert [row(mention) for mention in find_mentions(Passage.of(text))] == rows


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kế hoạch số 1/KH-UBND ngày 5/1/2024 của UBND tỉnh về CCHC năm 2024;", "CCHC năm 2024"),
        ("Chỉ thị số 1/CT-TTg của Thủ tướng Chính phủ về việc đẩy mạnh cải cách; căn cứ", "đẩy mạnh cải cách"),
        ("Quyết định số 1/QĐ-TTg phê duyệt Đề án 06. Các sở", "phê duyệt Đề án 06"),
        ("Quyết định số 1/QĐ-TTg ngày 6/1/2022 (gọi tắt là Đề án 06)", ""),
        ("Quyết định số 1/QĐ-UBND ban hành Bộ chỉ số (DTI) cấp xã, trong đó có", "ban hành Bộ chỉ số (DTI) cấp xã"),
        ("(theo Quyết định số 1/QĐ-UBND ban hành Quy chế) và các quy định", "ban hành Quy chế"),
        ("Quyết định số 1/QĐ-TTg phê duyệt Đề án “Lưu trữ số”.", "phê duyệt Đề án “Lưu trữ số”"),
        ("Nghị quyết số 1/NQ-CP về phân cấp và Nghị quyết số 2/NQ-CP", "phân cấp"),
        ("Nghị quyết số 1/NQ-CP về phân cấp, Kế hoạch số 2/KH-UBND", "phân cấp"),
        ("Nghị quyết số 1/NQ-CP về phân cấp, Sở Nội vụ báo cáo kết quả", "phân cấp"),
        ("Kế hoạch số 1/KH-UBND của UBND tỉnh về CCHC năm 2024 như sau: 1.", "CCHC năm 2024"),
        ("theo Quyết định số 1/QĐ-TTg của Thủ tướng Chính phủ là một trong các tiêu chí", ""),
        ("theo Quyết định số 1/QĐ-TTg của Chính phủ đã ban hành", ""),
        ("theo Quyết định số 1/QĐ-TTg; ban hành kế hoạch", ""),
        ("theo Quyết định số 1/QĐ-TTg của Chính phủ; ban hành kế hoạch", ""),
        ("Công văn số 5/BNV-CCHC, V/v báo cáo kết quả", "báo cáo kết quả"),
        ("Luật Đất đai số 31/2024/QH15 ngày 18/01/2024", "Luật Đất đai"),
        ("Nghị định số 1/2020/NĐ-CP của Bộ A B C D E F G H I K L M N O P Q R S T U V X Y Z W J về phân cấp", ""),
        ("Quyết định số 1/QĐ-TTg về " + "a" * 900, "a" * 397),
    ],
)
def test_subjects(text: str, title: str) -> None:
    assert find_citations(Passage.of(text))[0].title == title


def test_a_subject_ends_with_the_text() -> None:
    assert read_subject("số 1 về phân cấp", 4) == "phân cấp"


def test_a_list_far_from_its_kind_names_none() -> None:
    assert kind_of_list("các sở làm theo Kế hoạch:", 25) == ""
    assert kind_of_list("các Thông tư của Bộ:", 20) == "Thông tư"


def test_a_composed_and_a_decomposed_text_cite_alike() -> None:
    decomposed = "Quye\u0302\u0301t đi\u0323nh số 5/QĐ-UBND ngày 1/2/2023"
    assert [row(mention) for mention in find_mentions(Passage.of(decomposed))] == [("5/QĐ-UBND", "2023-02-01", "Quyết định")]


@pytest.mark.parametrize(
    "piece", ["1/", "1/A-", "/A", "số 1, ", "12/2020/", "18-NQ/TW-", "Luật a ", "1-", "số ", "ngày 1/", "U B N D/"]
)
def test_a_monotonous_text_takes_time_in_proportion(piece: str) -> None:
    found = sum(1 for _ in find_symbols(piece * 20_000))
    assert len(find_mentions(Passage.of(piece * 20_000))) <= max(found, 0) + 20_000


def test_the_plan_of_a_department(shared: Path) -> None:
    text = (shared / "documents" / "ke-hoach-2023-so-noi-vu.md").read_text(encoding="utf-8")
    gold = json.loads((shared / "gold" / "citations_2023_snv.json").read_text(encoding="utf-8"))
    read = [
        (
            c.symbol,
            c.number,
            c.year,
            c.type_code,
            c.issuer_code,
            c.kind,
            c.issued_on and c.issued_on.isoformat(),
            c.source.span.text,
        )
        for c in find_citations(Passage.of(text))
        if c.source and c.source.span
    ]
    fields = ("symbol", "number", "year_in_number", "type_code", "issuer_code", "kind", "date", "raw")
    assert read == [tuple(row[field] for field in fields) for row in gold]


@pytest.mark.parametrize(
    ("name", "citations", "doubtful"),
    [
        ("ke-hoach-2023-so-noi-vu.md", 31, 0),
        ("ke-hoach-2025-6-thang-cuoi-nam.txt", 19, 0),
        ("bao-cao-2022-6-thang-dau-nam.txt", 20, 0),
        ("phu-luc-nhiem-vu-2024.txt", 15, 0),
    ],
)
def test_real_documents(shared: Path, name: str, citations: int, doubtful: int) -> None:
    mentions = find_mentions(Passage.of((shared / "documents" / name).read_text(encoding="utf-8")))
    assert (sum(m.citation is not None for m in mentions), sum(m.citation is None for m in mentions)) == (citations, doubtful)
