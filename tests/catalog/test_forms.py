"""The library's own form in Excel."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from cchc import AtLeast, Continuous, InvalidInput, Period, ReduceBy, Window
from cchc.catalog.forms import plan_of_form
from cchc.catalog.papers import read
from cchc.reading.document import Document

FACTS = (
    ("schema", "plan/1"),
    ("title", "Kế hoạch CCHC"),
    ("period", "2026"),
    ("agency", "UBND tỉnh"),
    ("issued_on", date(2026, 1, 5)),
)
TASKS = (
    ("number", "title", "lead", "deliverables", "schedule_text"),
    (1, "Rà soát thủ tục", "Sở Tư pháp; Sở Nội vụ", "Báo cáo\nQuyết định", "Quý I"),
    (None, None, None, None, None),
    (2, "Tập huấn", "Sở Nội vụ", None, "Thường xuyên"),
    (3, "Kiểm tra", None, None, None),
)
TARGETS = (
    ("id", "indicator", "requirement.kind", "requirement.value", "requirement.unit", "aspiration", "due"),
    ("1", "Hồ sơ đúng hạn", "at_least", "98", "%", "x", date(2026, 6, 30)),
    ("2", "Biên chế", "reduce_by", "2.5", "%", "không", None),
)


def _book(path: Path, **sheets: tuple[tuple[object, ...], ...]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def test_a_form_is_read_as_it_is(tmp_path: Path) -> None:
    reading = read(_book(tmp_path / "mau.xlsx", cchc=FACTS, tasks=TASKS, targets=TARGETS))
    plan = reading.plan
    assert plan is not None
    assert (reading.kind, reading.unread, plan.title, plan.period, plan.issued_on) == (
        "plan", (), "Kế hoạch CCHC", Period.of_year(2026), date(2026, 1, 5),
    )  # fmt: skip
    assert [(task.number, task.lead, task.deliverables) for task in plan.tasks] == [
        (1, ("Sở Tư pháp", "Sở Nội vụ"), ("Báo cáo", "Quyết định")), (2, ("Sở Nội vụ",), ()), (3, (), ()),
    ]  # fmt: skip
    assert plan.tasks[0].schedule == Window(start=date(2026, 1, 1), end=date(2026, 3, 31))
    assert plan.tasks[1].schedule == Continuous()
    assert [(target.requirement, target.aspiration, target.due) for target in plan.targets] == [
        (AtLeast(Decimal(98), "%"), True, date(2026, 6, 30)), (ReduceBy(value=Decimal("2.5"), unit="%"), False, None),
    ]  # fmt: skip


def test_a_workbook_without_the_mark_is_a_free_table(tmp_path: Path) -> None:
    rows = (("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"), (1, "Rà soát thủ tục", "Sở Tư pháp", "Quý I/2026"))
    reading = read(_book(tmp_path / "bang.xlsx", Trang1=rows))
    assert reading.plan is not None
    assert [task.lead for task in reading.plan.tasks] == [("Sở Tư pháp",)]
    assert plan_of_form(Document(name="", text="", parts=())) is None


def test_everything_wrong_is_told_with_its_cell(tmp_path: Path) -> None:
    tasks = (("number", "title", "colour"), ("một", "Rà soát", "đỏ"), (2, None, None))
    targets = (TARGETS[0], ("1", "Hồ sơ", "at_least", "98,5", "%", "có thể", None), ("", "", "requirement", "", "", "", ""))
    with pytest.raises(InvalidInput) as caught:
        read(
            _book(
                tmp_path / "mau.xlsx",
                cchc=(("schema", "plan/1"), ("title", "a"), ("period", "năm nào")),
                tasks=tasks,
                targets=targets,
            )
        )
    places = {(problem.code, problem.place) for problem in caught.value.problems}
    assert {
        ("not-a-period", "cchc!B3"), ("wrong-type", "tasks!A2"), ("unknown-key", "tasks!C2"), ("not-exact", "targets!D2"),
        ("wrong-type", "targets!F2"),
    } <= places  # fmt: skip


@pytest.mark.parametrize(("facts", "place"), [((("schema", "plan/9"),), "cchc!B1"), ((("title", "a"),), "cchc")])
def test_a_form_of_another_kind_is_refused(tmp_path: Path, facts: tuple[tuple[str, str], ...], place: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read(_book(tmp_path / "mau.xlsx", cchc=facts))
    assert [(problem.code, problem.place) for problem in caught.value.problems] == [("unknown-schema", place)]


def test_a_key_cannot_be_a_value_and_hold_others(tmp_path: Path) -> None:
    targets = (("id", "indicator", "requirement", "requirement.kind"), ("1", "Hồ sơ", "98%", "at_least"))
    with pytest.raises(InvalidInput) as caught:
        read(_book(tmp_path / "mau.xlsx", cchc=FACTS, targets=targets))
    assert "wrong-type" in {problem.code for problem in caught.value.problems}
