"""Findings in words: each sentence in both languages, its place, and the paper's own words with the wrong figure marked."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cchc import Citation, Finding, Reading, Severity, Span, WaivedFinding, Waiver, check, read_text
from cchc.catalog.outcomes import conclude
from cchc.model import Parameters
from cchc.model.finding import Parameter
from cchc.presenting.findings import checked_text, finding_lines, finding_text
from cchc.presenting.places import place_text
from cchc.presenting.quotations import quotation
from cchc.presenting.tables import width
from cchc.presenting.words import LANGUAGES, words
from cchc.reading.outline import Part, PartKind
from cchc.rules.checking.outcome import Checked

_EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "examples" / "checks").glob("*/bad.*"))
_LEFT_OPEN = re.compile(r"[{}]|None|True|False")
_COLUMNS = 100
_TEXT = """BÁO CÁO
Kết quả công tác cải cách hành chính quý I năm 2026

I. KẾT QUẢ ĐẠT ĐƯỢC
1. Chỉ đạo, điều hành
- Trong quý đã ban hành 12 văn bản; hoàn thành 26/40 nhiệm
vụ của Kế hoạch, đạt 56%, còn lại đang thực hiện.
"""


def _finding(
    text: str = "26/40 nhiệm\nvụ của Kế hoạch, đạt 56%", stated: Parameter = Decimal(56), **params: Parameter
) -> Finding:
    start = _TEXT.find(text)
    return Finding(
        code="arithmetic.ratio",
        severity=Severity.ERROR,
        subject="figures",
        params=Parameters({
            "inputs": (Decimal(26), Decimal(40)), "stated": stated, "computed": Decimal(65), "unit": "nhiệm vụ", **params,
        }),
        span=Span(start=max(0, start), end=max(0, start) + len(text), text=text),
    )  # fmt: skip


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_text(_TEXT)


@pytest.mark.parametrize("path", _EXAMPLES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_a_whole_sentence_in_both_languages(path: Path, language: str) -> None:
    reading = read_text(path.read_text(encoding="utf-8"))
    for finding in check(reading):
        told = finding_text(finding, words(language))
        assert told.endswith((".", "…", "”", ")"))
        assert not _LEFT_OPEN.search(told)
    shown = checked_text(Checked(findings=check(reading)), reading, words(language))
    assert max(map(width, shown.splitlines())) <= _COLUMNS


def test_the_likely_slip_is_told_and_a_unit_that_is_none_leaves_no_gap() -> None:
    spoken = words("vi")
    plain = finding_text(_finding(), spoken)
    assert finding_text(_finding(explanation=""), spoken) == plain
    assert finding_text(_finding(explanation="digit"), spoken) == f"{plain} {spoken('explanation.digit')}"
    total = evolve(_finding(unit=""), code="arithmetic.sum")
    assert " ;" not in finding_text(total, spoken)
    assert spoken("none") not in finding_text(total, spoken)


def test_the_gravest_come_first_and_the_rest_are_counted() -> None:
    findings = [evolve(_finding(), severity=severity) for severity in (Severity.INFO, Severity.WARNING, Severity.ERROR)]
    spoken = words("vi")
    lines = list(finding_lines(findings, spoken, most=2))
    assert [line.split(":")[0].strip() for line in lines[:2]] == [spoken("severity.error"), spoken("severity.warning")]
    assert lines[2].strip() == spoken("overview.more-findings", more="1")
    assert len(list(finding_lines(findings, spoken, most=3))) == 3


@pytest.mark.parametrize(
    ("finding", "marked"),
    [
        (_finding(), "56%"),
        (_finding(stated=Decimal("56.0")), "56%"),
        (_finding(stated=56), "56%"),
        (_finding(stated=Decimal(26)), "26"),
        (_finding(stated=Decimal(57)), "26/40 nhiệm vụ của Kế hoạch, đạt 56%"),
        (_finding(stated="56%"), "26/40 nhiệm vụ của Kế hoạch, đạt 56%"),
        (_finding(text="12 văn bản", stated=Decimal(1)), "12 văn bản"),
    ],
)
def test_the_wrong_figure_is_marked_where_it_can_be_told(reading: Reading, finding: Finding, marked: str) -> None:
    shown, marks = quotation(finding, reading, 92)
    assert shown[marks.index("~") : len(marks)] == marked


@pytest.mark.parametrize(
    ("printed", "stated", "unit", "marked"),
    [
        ("gồm 1.240 hồ sơ", Decimal(1240), "hồ sơ", "1.240"),
        ("gồm 1240 hồ sơ", Decimal(1240), "hồ sơ", "1240"),
        ("gồm 1 240 hồ sơ", Decimal(1240), "hồ sơ", "1 240"),
        ("gồm 03 dự thảo và 13 dự thảo", Decimal(3), "dự thảo", "03"),
        ("đạt 57,70 %, trên 57,7 điểm", Decimal("57.7"), "%", "57,70 %"),
        ("tổng 3,5 tỷ đồng", Decimal(3_500_000_000), "đồng", "3,5"),
        ("tổng 350 triệu đồng", Decimal(350_000_000), "đồng", "350"),
        ("giảm 4 nhóm", Decimal(-4), "nhóm", "4"),
        ("ngày 15/7/2025 và 15/7/2021", date(2025, 7, 15), "", "15/7/2025"),
        ("ngày 05 tháng 02 năm 2024", date(2024, 2, 5), "", "05 tháng 02 năm 2024"),
        ("31,2% và 1,23%", Decimal("1.2"), "%", "31,2% và 1,23%"),
    ],
)
def test_a_figure_is_found_in_whatever_form_it_is_printed(printed: str, stated: Parameter, unit: str, marked: str) -> None:
    finding = evolve(_finding(stated=stated, unit=unit), span=Span(start=4, end=4 + len(printed), text=printed))
    lines = quotation(finding, Reading(kind="report", text="Cả: " + printed + " nữa"), 92)
    assert lines[0][lines[1].index("~") : len(lines[1])] == marked


def test_words_that_are_all_there_is_need_no_mark(reading: Reading) -> None:
    heading = "KẾT QUẢ"
    finding = evolve(_finding(), params=Parameters(), span=Span(start=0, end=len(heading), text=heading))
    assert quotation(finding, Reading(kind="report", text=""), 92) == (heading,)
    assert quotation(evolve(finding, span=None), reading, 92) == ()
    assert quotation(evolve(finding, span=Span(start=0, end=0)), Reading(kind="report", text=""), 92) == ()


@pytest.mark.law
@given(st.text("ab 1,%\n", max_size=300), st.integers(0, 300), st.integers(1, 200), st.integers(40, 92))
def test_a_quotation_keeps_within_its_columns_and_marks_what_it_shows(text: str, at: int, long: int, columns: int) -> None:
    start = min(at, len(text))
    end = min(len(text), start + long)
    finding = evolve(_finding(stated=Decimal(1)), span=Span(start=start, end=end, text=text[start:end]))
    lines = quotation(finding, Reading(kind="report", text=text), columns)
    assert len(lines) <= 2
    assert all(width(line) <= columns for line in lines)
    if len(lines) == 2:
        assert set(lines[1]) <= {" ", "~"}
        assert lines[0][lines[1].index("~")] != " "


@pytest.mark.parametrize(
    ("place", "key", "values"),
    [
        ("Sheet1!B4", "check.cell", {"cell": "Sheet1!B4"}),
        ("table2!C7", "check.table-cell", {"cell": "C7", "table": "2"}),
    ],
)
def test_a_cell_is_named_as_its_table_names_it(reading: Reading, place: str, key: str, values: dict[str, str]) -> None:
    span = Span(start=0, end=7, text=_TEXT[:7])
    cell = evolve(reading, outline=(Part(kind=PartKind.TASK, span=span, place=place),))
    assert place_text(span, cell, words("vi")) == words("vi")(key, **values)


def test_a_line_is_named_with_the_heading_above_it(reading: Reading) -> None:
    spoken, finding = words("vi"), _finding()
    assert finding.span is not None
    line, page = spoken("check.line", line="6"), spoken("check.page", page="2")
    heading = "1. Chỉ đạo, điều hành"
    assert place_text(finding.span, reading, spoken) == spoken("check.under", place=line, heading=heading)
    paged = evolve(reading, pages=(0, 60))
    assert place_text(finding.span, paged, spoken) == spoken("check.under", place=page, heading=heading)
    assert place_text(finding.span, evolve(reading, outline=()), spoken) == spoken("check.line", line="6")
    assert place_text(finding.span, evolve(reading, text=""), spoken) == ""
    assert place_text(evolve(finding.span, text="khác"), reading, spoken) == ""


def test_an_outcome_says_all_that_was_found_and_set_apart(reading: Reading) -> None:
    spoken = words("vi")
    waiver = Waiver(code="arithmetic.ratio", subject="figures", reason="Đã đính chính", until=date(2026, 12, 31))
    idle = Finding(
        code="waiver.unused",
        severity=Severity.INFO,
        subject="waivers/1",
        params=Parameters({"code": "a.b", "waived": "figures", "reason": "x", "until": date(2026, 1, 1)}),
    )
    checked = Checked(
        findings=(_finding(), evolve(_finding(), severity=Severity.INFO, span=None), idle),
        waived=(WaivedFinding(_finding(), waiver),),
        known=(_finding(),) * 2,
        gone=(_finding(),) * 3,
        claims=5,
        sound=4,
    )
    shown = checked_text(checked, reading, spoken)
    headings = [spoken("check.group", severity=spoken(f"severity.{name}"), number="1") for name in ("error", "info")]
    wanted = [*headings, spoken("check.about"), spoken("check.claims", claims="5", sound="4")]
    wanted += [spoken(f"check.{key}", number=number) for key, number in (("waived", "1"), ("known", "2"), ("gone", "3"))]
    assert [text for text in wanted if text not in shown] == []
    assert "[arithmetic.ratio figures]" in shown
    assert [line.split(".")[0].strip() for line in shown.splitlines() if re.match(r" +[0-9]+\. ", line)] == ["1", "2"]


def test_an_outcome_without_findings_says_so(reading: Reading) -> None:
    spoken = words("en")
    assert checked_text(Checked(findings=()), reading, spoken) == spoken("check.nothing")
    kept = Reading(kind="report", text="")
    assert spoken("check.line", line="6") not in checked_text(Checked(findings=(_finding(),)), kept, spoken)
    assert spoken("check.new-nothing") in checked_text(Checked(findings=(), known=(_finding(),)), reading, spoken)


def test_a_finding_that_no_rule_grounds_rests_on_the_document_it_names(reading: Reading) -> None:
    spoken = words("vi")
    own = evolve(_finding(), code="score.differs", citation=Citation(symbol="76/NQ-CP"))
    assert spoken("check.basis", basis="76/NQ-CP") in checked_text(Checked(findings=(own,)), reading, spoken)
    none = evolve(_finding(), code="reading.doubtful-symbol", params=Parameters({"printed": "76/NQ", "near": ""}))
    shown = checked_text(Checked(findings=(none,)), reading, spoken)
    assert spoken("check.basis", basis="") not in shown


def test_the_whole_outcome_of_a_paper(reading: Reading) -> None:
    checked = conclude(reading, as_of=date(2026, 6, 30))
    shown = checked_text(checked, reading, words("vi"))
    assert [part for part in ("56%", "65%", "26 và 40", "~~~") if part not in shown] == []
