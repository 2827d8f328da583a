"""What is accused of the documents that a paper cites, and what is left alone: days, subjects, symbols, whether in force."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cchc import check, read, read_text
from cchc.catalog.replacements import replacements
from cchc.model import Citation, Finding, InvalidInput, Period, Plan, Remark, RemarkKind, Report, Severity, Source, Span
from cchc.model.replacement import Replacement
from cchc.rules.checking.citation_titles import same_subject, subjects_differ
from cchc.rules.checking.citations import CITATIONS
from cchc.rules.checking.paper import Known, Paper

YEAR = Period.of_year(2025)
DAYS = st.dates(date(2019, 1, 1), date(2025, 12, 31))


def plan(*citations: Citation, issued_on: date | None = None, period: Period | None = YEAR) -> Plan:
    return Plan(title="Kế hoạch", period=period, issued_on=issued_on, citations=citations)


def codes(*citations: Citation, **facts: date | Period | None) -> list[str]:
    return [finding.code for finding in CITATIONS.check(Paper(subject=plan(*citations, **facts)))]  # type: ignore[arg-type]


def in_text(*sentences: str, title: str = "KẾ HOẠCH\nCải cách hành chính năm 2025") -> tuple[Finding, ...]:
    items = "\n".join(f"{at}. {sentence}" for at, sentence in enumerate(sentences, start=1))
    return check(read_text(f"{title}\n\nI. NHIỆM VỤ\n{items}\n"), rules=CITATIONS)


def found(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity.value) for finding in findings]


@pytest.mark.law
@given(st.integers(1, 9999), DAYS, st.integers(2, 4))
def test_one_document_cited_alike_is_never_accused(number: int, day: date, times: int) -> None:
    one = Citation(symbol=f"{number}/KH-UBND", issued_on=day)
    law = Citation(symbol=f"{number}/{day.year}/NĐ-CP", issued_on=day)
    assert codes(*[one] * times, *[law] * times) == []


@pytest.mark.law
@given(st.integers(1, 9999), DAYS, DAYS)
def test_a_symbol_with_a_year_has_one_day(number: int, day: date, other: date) -> None:
    assume(day != other)
    cited = [Citation(symbol=f"{number}/{day.year}/NĐ-CP", issued_on=issued) for issued in (day, other)]
    assert codes(*cited) == ["citation.date-conflict"] == codes(*reversed(cited))


@pytest.mark.law
@given(st.lists(st.sampled_from(["76/NQ-CP", "184/KH-UBND", "62/2020/NĐ-CP"]).flatmap(
    lambda symbol: st.builds(lambda day: Citation(symbol=symbol, issued_on=day), DAYS)), max_size=6))  # fmt: skip
def test_order_does_not_decide_whether_a_document_is_accused(cited: list[Citation]) -> None:
    shuffled = sorted(cited, key=lambda one: (str(one.issued_on)[::-1], one.symbol))
    only = CITATIONS.only("citation.date-conflict")
    first, second = ({told.params["symbol"] for told in only.check(Paper(subject=plan(*order)))} for order in (cited, shuffled))
    assert first == second


@pytest.mark.parametrize(
    ("symbol", "days", "accused"),
    [
        ("76/NQ-CP", ("2021-07-15", "2025-07-15"), True),  # only the year differs
        ("76/NQ-CP", ("2021-07-15", "2021-08-15"), True),
        ("76/NQ-CP", ("2021-07-15", "2021-09-16"), True),  # one Government, one number a year
        ("184/KH-UBND", ("2021-12-07", "2021-07-12"), True),  # day and month exchanged
        ("184/KH-UBND", ("2021-12-07", "2021-12-17"), True),
        ("184/KH-UBND", ("2021-12-07", "2021-03-15"), False),  # the province's and the district's
        ("184/KH-UBND", ("2023-12-30", "2024-11-25"), False),  # of two years
        ("18-NQ/TW", ("2017-10-25", "2022-06-16"), False),
        ("01/NQ-CP", ("2022-01-08", "2025-01-08"), False),  # the first resolution of every year
        ("62/2020/NĐ-CP", ("2020-06-01", "2020-07-01"), True),
        ("64/2025/QH15", ("2025-02-19", "2025-02-18"), True),
    ],
)
def test_two_days_of_one_number(symbol: str, days: tuple[str, str], accused: bool) -> None:
    cited = [Citation(symbol=symbol, issued_on=date.fromisoformat(day)) for day in days]
    assert codes(*cited) == ["citation.date-conflict"] * accused


@pytest.mark.parametrize(
    ("titles", "accused"),
    [
        (("cải cách hành chính nhà nước tỉnh giai đoạn 2021-2025", "cải cách hành chính nhà nước giai đoạn 2021-2025"), True),
        (("cải cách hành chính năm 2024", "cải cách hành chính năm 2025"), False),
        (("", ""), False),
    ],
)
def test_the_subject_tells_one_document_from_two(titles: tuple[str, str], accused: bool) -> None:
    days = (date(2021, 12, 7), date(2022, 3, 15))
    cited = [Citation(symbol="184/KH-UBND", issued_on=day, title=title) for day, title in zip(days, titles, strict=True)]
    assert codes(*cited) == ["citation.date-conflict"] * accused


def test_other_subjects_and_other_years_in_them_make_two_documents_of_one_day() -> None:
    days = (date(2023, 3, 15), date(2024, 3, 15))
    for titles in (("kiểm tra công vụ", "phổ biến pháp luật"), ("tuyên truyền năm 2023", "tuyên truyền năm 2024")):
        cited = [Citation(symbol="45/KH-UBND", issued_on=day, title=title) for day, title in zip(days, titles, strict=True)]
        assert codes(*cited) == []


@pytest.mark.parametrize(("day", "severity"), [("2021-06-01", "error"), ("2021-01-04", "warning"), ("2019-12-31", "warning")])
def test_a_day_outside_the_year_of_the_symbol(day: str, severity: str) -> None:
    one = Citation(symbol="62/2020/NĐ-CP", issued_on=date.fromisoformat(day))
    findings = CITATIONS.check(Paper(subject=plan(one, one)))
    assert found(findings) == [("citation.date-conflict", severity)]
    assert findings[0].params["other"] == "2020"


def test_the_day_that_the_symbol_bears_out_is_the_right_one() -> None:
    cited = [Citation(symbol="62/2020/NĐ-CP", issued_on=date(year, 6, 1)) for year in (2021, 2021, 2020)]
    (finding,) = CITATIONS.check(Paper(subject=plan(*cited)))
    assert (finding.params["stated"], finding.params["other"]) == (date(2021, 6, 1), date(2020, 6, 1))


@pytest.mark.parametrize(
    ("one", "other", "differ", "same"),
    [
        ("vị trí việc làm và biên chế công chức", "vị trí việc làm, biên chế công chức trong cơ quan", False, True),
        ("cung cấp thông tin, dịch vụ công trực tuyến", "hợp đồng lao động trong cơ quan", True, False),
        ("Chương trình tổng thể CCHC", "định danh và xác thực điện tử", False, False),  # abridged: nobody knows
        ("sửa đổi một số điều về định danh", "cơ chế một cửa liên thông", False, False),
        ("triển khai cơ chế một cửa", "định danh và xác thực", False, False),  # may be the text's own words
        ("cơ chế", "định danh và xác thực", True, False),
        ("", "định danh và xác thực", False, False),
    ],
)
def test_two_subjects(one: str, other: str, differ: bool, same: bool) -> None:
    assert (subjects_differ(one, other), same_subject(one, other)) == (differ, same)
    assert (subjects_differ(other, one), same_subject(other, one)) == (differ, same)


@pytest.mark.parametrize(
    ("symbol", "days", "accused"),
    [
        ("42/2022/NĐ-CP", (None, date(2022, 6, 24)), True),
        ("42/QĐ-UBND", (date(2022, 6, 24), date(2022, 6, 24)), True),
        ("42/QĐ-UBND", (None, date(2022, 6, 24)), False),  # two documents, perhaps
        ("42/QĐ-UBND", (date(2021, 2, 3), date(2022, 6, 24)), False),
    ],
)
def test_two_titles_of_one_document(symbol: str, days: tuple[date | None, date | None], accused: bool) -> None:
    titles = ("dịch vụ công trực tuyến", "hợp đồng lao động")
    cited = [Citation(symbol=symbol, issued_on=day, title=title) for day, title in zip(days, titles, strict=True)]
    assert codes(*cited, cited[1]) == ["citation.title-conflict"] * accused


@pytest.mark.parametrize(
    ("words", "accused"),
    [
        ("Thông tư số 56/2022/NĐ-CP", True),
        ("Nghị định số 12/QĐ-TTg", True),
        ("Hướng dẫn số 12/HĐ-SNV", True),  # HĐ is a contract
        ("Quyết định số 12/KH-UBND", True),
        ("Chỉ thị số 12/UBND-NC", True),
        ("Nghị định số 64/2025/QH15", True),
        ("Luật số 35/2023/UBTVQH15", True),
        ("Thông tư số 05/2024/TT-UBND", True),
        ("Nghị quyết số 12/NQ-TTg", True),
        ("Nghị định số 15/2024/NĐ-UBND", True),
        ("Nghị định số 56/2022/NĐ-CP", False),
        ("Đề án số 06/QĐ-TTg", False),
        ("Quy định số 41-QĐ/TW", False),
        ("Chương trình số 28-CT/TU", False),
        ("Kết luận số 23/TB-UBND", False),
        ("Thông báo kết luận số 23/TB-VPCP", False),
        ("Hướng dẫn số 1234/BNV-CCHC", False),
        ("Thông tư số 01/2015/TTLT-BNV", False),
        ("Luật Đất đai số 31/2024/QH15", False),
        ("Nghị quyết số 35/2023/UBTVQH15", False),
        ("Văn bản số 12/KH-UBND", False),
        ("Quyết định số 12/QĐ-UBND và số 45/KH-UBND", False),  # the second has no kind of its own
    ],
)
def test_the_kind_printed_and_the_symbol(words: str, accused: bool) -> None:
    assert found(in_text(f"Thực hiện {words} của cấp có thẩm quyền.")) == [("citation.symbol-mismatch", "error")] * accused


@pytest.mark.parametrize(
    ("one", "accused"),
    [
        (Citation(symbol="118/NĐ-CP"), "warning"),
        (Citation(symbol="118/NĐ-CP", issued_on=date(1994, 7, 23)), ""),
        (Citation(symbol="03/TT-BNV", issued_on=date(2025, 1, 3)), "warning"),
        (Citation(symbol="184/2024/KH-UBND"), "warning"),
        (Citation(symbol="184/2013/KH-UBND"), ""),  # before the decree
        (Citation(symbol="12/2035/NĐ-CP"), "error"),
        (Citation(symbol="12/1905/NĐ-CP"), "error"),
        (Citation(symbol="18/2015/QĐ-UBND"), ""),
        (Citation(symbol="18-NQ/TW"), ""),
    ],
)
def test_years_within_symbols(one: Citation, accused: str) -> None:
    findings = CITATIONS.only("citation.symbol-year").check(Paper(subject=plan(one, one)))
    assert found(findings) == ([("citation.symbol-year", accused)] if accused else [])


def test_a_day_that_is_none() -> None:
    (finding,) = in_text("Theo Quyết định số 766/QĐ-TTg ngày 31/6/2022 và Quyết định số 06/QĐ-TTg ngày 06/01/2022.")
    assert (finding.code, finding.params["text"]) == ("citation.not-a-date", "ngày 31/6/2022")


@pytest.mark.parametrize(
    ("issued_on", "period", "accused"),
    [
        (date(2025, 1, 10), YEAR, True),
        (date(2025, 6, 9), YEAR, False),
        (date(2025, 6, 10), None, False),
        (None, YEAR, False),
        (None, Period.of_year(2024), True),
        (None, None, False),
    ],
)
def test_a_document_of_a_day_to_come(issued_on: date | None, period: Period | None, accused: bool) -> None:
    one = Citation(symbol="118/2025/NĐ-CP", issued_on=date(2025, 6, 9))
    only = CITATIONS.only("citation.later-than-paper")
    findings = only.check(Paper(subject=plan(one, one, Citation(symbol="76/NQ-CP"), issued_on=issued_on, period=period)))
    assert found(findings) == [("citation.later-than-paper", "error")] * accused


@pytest.mark.parametrize(("day", "accused"), [("2025-04-15", False), ("2025-09-15", True)])
def test_a_report_is_written_after_its_period(day: str, accused: bool) -> None:
    one = Citation(symbol="766/QĐ-TTg", issued_on=date.fromisoformat(day))
    report = Report(period=Period.quarter(2025, 1), agency="UBND tỉnh", citations=(one,))
    assert found(CITATIONS.check(Paper(subject=report))) == [("citation.later-than-paper", "error")] * accused


OLD = Replacement(
    symbol="61/2018/NĐ-CP", replaced_by="118/2025/NĐ-CP", since=date(2025, 7, 1), citation="118/2025/NĐ-CP", confidence="exact"
)
INDEX = Replacement(
    symbol="876/QĐ-BNV", issued_on=date(2022, 11, 10), replaced_by="892/QĐ-BNV", since=date(2024, 12, 5), citation="892/QĐ-BNV",
    confidence="partial",
)  # fmt: skip
KNOWN = Known(replaced={one.symbol: one for one in (OLD, INDEX)})


@pytest.mark.parametrize(
    ("issued_on", "period", "accused"),
    [
        (date(2025, 8, 1), Period.half(2025, 2), True),
        (None, Period.half(2025, 2), True),
        (date(2025, 8, 1), None, True),
        (date(2025, 6, 30), Period.half(2025, 2), False),  # issued before
        (date(2025, 8, 1), YEAR, False),  # half of the year it was in force
        (None, None, False),
    ],
)
def test_a_document_that_another_has_replaced(issued_on: date | None, period: Period | None, accused: bool) -> None:
    one = Citation(symbol="61/2018/NĐ-CP")
    paper = Paper(subject=plan(one, one, issued_on=issued_on, period=period), known=KNOWN)
    assert found(CITATIONS.check(paper)) == [("citation.superseded", "warning")] * accused


@pytest.mark.parametrize(("day", "accused"), [("2022-11-10", True), ("2020-05-20", False)])
def test_a_number_that_comes_again_needs_its_day(day: str, accused: bool) -> None:
    one = Citation(symbol="876/QĐ-BNV", issued_on=date.fromisoformat(day))
    assert found(CITATIONS.check(Paper(subject=plan(one), known=KNOWN))) == [("citation.superseded", "warning")] * accused


def test_what_is_cited_of_times_gone_by_is_left_alone() -> None:
    span = Span(start=3, end=20, text="Nghị định 61")
    one = Citation(symbol="61/2018/NĐ-CP", source=Source(span=span))
    remarks = (Remark(kind=RemarkKind.PAST, words="thay thế", span=span),)
    subject = plan(one, period=Period.of_year(2026))
    assert found(CITATIONS.check(Paper(subject=subject, known=KNOWN))) == [("citation.superseded", "warning")]
    assert CITATIONS.check(Paper(subject=subject, known=KNOWN, remarks=remarks)) == ()
    title = "KẾ HOẠCH\nCải cách hành chính năm 2026"
    assert found(in_text("Thực hiện Nghị định số 61/2018/NĐ-CP về một cửa.", title=title)) == [
        ("citation.superseded", "warning")
    ]
    assert in_text("Rà soát sau khi Nghị định số 61/2018/NĐ-CP bị bãi bỏ.", title=title) == ()


def test_the_catalogue_of_replaced_documents_is_consistent() -> None:
    known = replacements()
    assert len(known) > 20
    for symbol, one in known.items():
        assert symbol == one.symbol != one.replaced_by
        assert one.issued_on or Citation(symbol=symbol).year
        then = known.get(one.replaced_by)
        assert then is None or then.since > one.since
    with pytest.raises(InvalidInput):
        Replacement(symbol="1/2020/NĐ-CP", replaced_by="2/2021/NĐ-CP", since=date(2021, 1, 1), citation="x", confidence="sure")


def test_findings_carry_the_citation_and_its_place() -> None:
    (finding,) = in_text("Thực hiện Thông tư số 56/2022/NĐ-CP.")
    assert finding.citation is not None
    assert finding.citation.symbol == "56/2022/NĐ-CP"
    assert finding.span is not None
    assert finding.span.text == "Thông tư số 56/2022/NĐ-CP"
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(("level", "accused"), [("tỉnh", True), ("xã Tân An", False)])
def test_each_level_has_numbers_of_its_own(level: str, accused: bool) -> None:
    one, other = "Kế hoạch số 45/KH-UBND ngày 10/3/2025 của UBND tỉnh", "Kế hoạch số 45/KH-UBND ngày 20/3/2025 của UBND"
    assert found(in_text(f"Triển khai {one}; {other} {level}.")) == [("citation.date-conflict", "error")] * accused


def test_a_law_named_by_its_day_has_no_wrong_symbol() -> None:
    assert in_text("Thực hiện Luật Tổ chức chính quyền địa phương ngày 19/02/2025 của Quốc hội.") == ()
    assert in_text("Thực hiện Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025 của Chính phủ.") == ()


def test_the_real_papers(shared: Path) -> None:
    folder = shared / "documents"
    accused = {
        path.name: [(told.code, told.params["symbol"], told.params["stated"]) for told in check(read(path), rules=CITATIONS)]
        for path in sorted(folder.iterdir())
    }  # fmt: skip
    assert {name: told for name, told in accused.items() if told} == {
        "ke-hoach-2025-6-thang-cuoi-nam.txt": [("citation.date-conflict", "76/NQ-CP", date(2025, 7, 15))]
    }
