"""A document read, on a screen."""

import re
from datetime import date

import pytest
from attrs import evolve

from cchc import (
    Area,
    AtLeast,
    CellSpan,
    Citation,
    Count,
    Duty,
    Finding,
    Measurement,
    NamedAgency,
    Percent,
    Period,
    Plan,
    Reading,
    Report,
    Severity,
    Span,
    Statement,
    StatementKind,
    Target,
    Task,
)
from cchc.presenting.readings import reading_text
from cchc.presenting.words import LANGUAGES, words

_TARGETS = tuple(
    Target(
        id=f"1.{n}",
        indicator=f"Tỷ lệ hồ sơ {n}",
        requirement=AtLeast(n, "%"),
        aspiration=n == 1,
        due=date(2026, 6, 30) if n == 2 else None,
    )
    for n in range(1, 15)
)
_PLAN = Plan(
    title="Kế hoạch CCHC năm 2026",
    period=Period.of_year(2026),
    agency="UBND tỉnh Hạ Lâm",
    symbol="12/KH-UBND",
    issued_on=date(2026, 1, 5),
    targets=_TARGETS,
    tasks=tuple(Task(number=n, title=f"Việc {n}", lead=("Sở Nội vụ",), schedule_text="Quý I") for n in range(1, 4)),
    duties=(Duty(agency="Sở Nội vụ", text="Theo dõi"), Duty(agency="Sở Nội vụ", text="Báo cáo"), Duty(agency="", text="Khác")),
    citations=(Citation(symbol="76/NQ-CP"),),
    statements=(Statement(text="Đồng bộ", kind=StatementKind.PURPOSE, area=Area.STEERING),),
)
_REPORT = Report(
    period=None,
    agency="Sở Nội vụ",
    measurements=(
        Measurement(indicator="Tỷ lệ đúng hạn", value=Percent("98.5"), as_of=date(2026, 3, 14)),
        Measurement(indicator="Số hồ sơ", value=Count(1857, "hồ sơ"), qualifier="gần"),
    ),
    statements=(Statement(text="Tốt"), Statement(text="Chậm", kind=StatementKind.SHORTCOMING)),
)
_FINDING = Finding(code="reading.no-period", severity=Severity.WARNING, subject="plan")


def _columns(text: str) -> list[str]:
    """The cells of every line of a table."""
    return [cell for line in text.splitlines() for cell in re.split(r"  +", line.strip())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_is_shown_with_everything_it_holds(language: str) -> None:
    reading = Reading(kind="plan", text="", plan=_PLAN, agencies=(NamedAgency("Sở Nội vụ", "x"),))
    spoken = words(language)
    shown = reading_text(reading, spoken)
    cells = _columns(shown)
    assert {"1.1", "1.12", "Tỷ lệ hồ sơ 12", "Việc 3", "Sở Nội vụ", "Quý I"} <= set(cells)
    assert "1.13" not in cells
    for key, number in (("targets", 14), ("tasks", 3), ("duties", 3), ("cited", 1), ("prose", 1), ("known-agencies", 1)):
        assert spoken(f"read.{key}", number=str(number)) in shown
    assert spoken("read.more", more="2") in shown
    assert spoken("read.nothing-left") in shown
    assert " · ".join((spoken("kind.plan"), "12/KH-UBND", spoken.day(date(2026, 1, 5)))) in shown
    assert spoken("read.aspiration") in shown
    assert spoken("read.due", day=spoken.day(date(2026, 6, 30))) in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_shown_with_its_figures(language: str) -> None:
    spoken = words(language)
    shown = reading_text(Reading(kind="report", text="", report=_REPORT), spoken)
    assert {"Tỷ lệ đúng hạn", "98,5%", "gần 1.857 hồ sơ"} <= set(_columns(shown))
    assert spoken("read.as-of", day=spoken.day(date(2026, 3, 14))) in shown
    assert spoken("read.no-period") in shown
    assert spoken("statement.shortcoming") in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_doubtful_and_what_is_left_are_shown(language: str) -> None:
    spoken = words(language)
    left = (CellSpan(start=0, end=7, text="50\ntriệu", place="Trang1!F4"), Span(start=9, end=12, text="abc"))
    reading = Reading(
        kind="plan", text="", plan=evolve(_PLAN, targets=(), tasks=(), duties=()), findings=(_FINDING,), unread=left
    )
    shown = reading_text(reading, spoken)
    assert spoken("read.doubtful") in shown
    assert spoken("severity.warning") in shown
    assert spoken("read.left", number="2") in shown
    assert {"Trang1!F4", "50 triệu", "abc"} <= set(_columns(shown))
    many = evolve(reading, findings=(_FINDING,) * 10, unread=left * 6)
    shown = reading_text(many, spoken)
    assert spoken("overview.more-findings", more="2") in shown
    assert spoken("read.more", more="4") in shown


def test_a_report_without_anything_shows_nothing_but_its_heading() -> None:
    shown = reading_text(Reading(kind="report", text="", report=Report(period=Period.quarter(2025, 3), agency="")), words("vi"))
    spoken = words("vi")
    heading = " · ".join((spoken("kind.report"), "Quý III/2025"))
    assert [part for part in shown.split("\n\n") if part] == [
        heading,
        spoken("read.cited", number="0"),
        spoken("read.nothing-left"),
    ]
