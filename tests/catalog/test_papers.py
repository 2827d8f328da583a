"""Reading with what the catalogue knows."""

from pathlib import Path

import pytest

import cchc
from cchc import InvalidInput, Period, Plan, Report, Task
from cchc.catalog.papers import document_kind, read, read_text

_TABLE = (
    "# PHỤ LỤC\n\n| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|\n"
    "| 1 | Rà soát thủ tục | Sở Tư pháp tỉnh Hưng Yên | Sở Nội vụ; Sở Không có | Quý I/2024 |\n"
)


def test_the_agencies_that_are_known_have_an_id() -> None:
    named = {agency.name: agency.id for agency in read_text(_TABLE).agencies}
    assert set(named) == {"Sở Tư pháp tỉnh Hưng Yên"}
    assert cchc.agency(named["Sở Tư pháp tỉnh Hưng Yên"]).name == "Sở Tư pháp"


def test_a_plan_of_a_province_is_read_with_the_departments_of_it() -> None:
    front = "ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN\n\nKẾ HOẠCH\n\nCải cách hành chính năm 2024\n\n"
    named = {agency.name for agency in read_text(front + _TABLE).agencies}
    assert named == {"UBND tỉnh Hưng Yên", "Sở Tư pháp tỉnh Hưng Yên", "Sở Nội vụ"}


def test_a_report_names_its_agency() -> None:
    reading = read_text("SỞ NỘI VỤ TỈNH HƯNG YÊN\nBÁO CÁO\nKết quả CCHC quý I năm 2024\nI. KẾT QUẢ\nĐã xử lý 5 hồ sơ.")
    assert [agency.name for agency in reading.agencies] == ["Sở Nội vụ tỉnh Hưng Yên"]


@pytest.mark.parametrize("name", ["ke-hoach.toml", "ke-hoach.json"])
def test_what_was_kept_and_corrected_is_read_back_as_it_is(tmp_path: Path, name: str) -> None:
    plan = Plan(title="Kế hoạch", period=Period.of_year(2024), tasks=(Task(number=1, title="Rà soát", lead=("Sở Nội vụ",)),))
    cchc.save(plan, tmp_path / name)
    reading = read(tmp_path / name)
    assert (reading.kind, reading.plan, reading.report, reading.unread) == ("plan", plan, None, ())
    report = Report(period=Period.quarter(2024, 1), agency="UBND tỉnh Hưng Yên")
    cchc.save(report, tmp_path / name)
    reading = read(tmp_path / name)
    assert (reading.kind, reading.report) == ("report", report)
    assert [agency.name for agency in reading.agencies] == ["UBND tỉnh Hưng Yên"]


def test_a_department_of_a_province_that_nobody_lists_is_no_other_provinces() -> None:
    front = "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG\n\nKẾ HOẠCH\n\nCải cách hành chính năm 2024\n\n"
    assert "Sở Nội vụ" not in {agency.name for agency in read_text(front + _TABLE).agencies}
    assert [agency.name for agency in read_text(_TABLE.replace("Sở Nội vụ", "Bộ Nội vụ")).agencies] == [
        "Sở Tư pháp tỉnh Hưng Yên", "Bộ Nội vụ",
    ]  # fmt: skip


def test_a_reading_kept_as_a_file_gives_the_same_plan(tmp_path: Path) -> None:
    plan = read_text(_TABLE).plan
    assert plan is not None
    cchc.save(plan, tmp_path / "plan.toml")
    assert read(tmp_path / "plan.toml").plan == plan


def test_a_paper_is_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "phu-luc.md").write_text(_TABLE, encoding="utf-8")
    assert read(tmp_path / "phu-luc.md").kind == "annex"
    assert read(tmp_path / "phu-luc.md", kind="plan", year=2025).kind == "plan"


def test_a_reading_is_plain_data() -> None:
    data = cchc.to_data(read_text(_TABLE))
    assert isinstance(data, dict)
    assert (data["kind"], data["text"]) == ("annex", _TABLE)


def test_kinds_of_documents_have_names() -> None:
    assert [document_kind(name) for name in ("plan", "annex", "report", None)] == ["plan", "annex", "report", None]
    with pytest.raises(InvalidInput) as caught:
        document_kind("thư")
    assert [(problem.code, problem.found) for problem in caught.value.problems] == [("unknown-value", "thư")]
