"""Reading whole documents, and the promise that nothing of them is lost."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import (
    Area,
    AtLeast,
    Conditional,
    Deadline,
    Measurement,
    MoreThan,
    Percent,
    Period,
    Plan,
    Ratio,
    Report,
    Severity,
    Source,
    StatementKind,
    Window,
)
from cchc.reading.outline import PartKind
from cchc.reading.read import read, read_text
from cchc.reading.result import Reading

PLAN = """ỦY BAN NHÂN DÂN
TỈNH HẠ LÂM
Số: 12/KH-UBND
Hạ Lâm, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026
Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ; Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
- Triển khai đồng bộ, hiệu quả.
II. MỤC TIÊU
1. Mục tiêu chung
- Nâng cao chất lượng phục vụ người dân.
- Phấn đấu Chỉ số CCHC nằm trong nhóm 20 tỉnh dẫn đầu.
2. Cải cách thủ tục hành chính
a) Trên 98% hồ sơ được trả kết quả đúng hạn.
b) 100% thủ tục được công khai; ít nhất 80% hồ sơ nộp trực tuyến.
III. NHIỆM VỤ
1. Cải cách thể chế
- Rà soát 100% văn bản đã ban hành.
IV. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Chủ trì theo dõi việc thực hiện Kế hoạch; tổng hợp báo cáo trước ngày 10/12/2026.
2. Sở Tư pháp
- Chịu trách nhiệm về nhiệm vụ cải cách thể chế.
Trên đây là Kế hoạch CCHC năm 2026./.
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Bình
"""
REPORT = """SỞ NỘI VỤ TỈNH HẠ LÂM
BÁO CÁO
Kết quả cải cách hành chính quý III năm 2025
I. KẾT QUẢ
1. Cải cách thủ tục hành chính
a) Kết quả đạt được
Đã hoàn thành 30/58 nhiệm vụ (đạt 51,72%).
b) Tồn tại, hạn chế
Còn 12 hồ sơ quá hạn.
II. PHƯƠNG HƯỚNG
- Phấn đấu giải quyết 100% hồ sơ đúng hạn.
III. KIẾN NGHỊ
- Đề nghị Bộ Nội vụ tổ chức 02 lớp tập huấn.
"""


def _plan(reading: Reading) -> Plan:
    assert reading.plan is not None
    return reading.plan


def _report(reading: Reading) -> Report:
    assert reading.report is not None
    return reading.report


def _sources(reading: Reading) -> list[Source]:
    holders: list[object] = []
    if plan := reading.plan:
        holders += [*plan.targets, *plan.tasks, *plan.duties, *plan.citations, *plan.statements]
    if report := reading.report:
        holders += [*report.measurements, *report.statements, *report.citations]
    return [source for holder in holders if (source := getattr(holder, "source", None))]


def _keeps_its_promises(reading: Reading) -> bool:
    """Every word in a part or unread, nothing twice over, every span at the text it claims."""
    spans = [*(part.span for part in reading.outline), *reading.unread]
    covered = set().union(*(range(span.start, span.end) for span in spans))
    complete = all(at in covered for at, sign in enumerate(reading.text) if not sign.isspace())
    said = [*spans, *(source.span for source in _sources(reading) if source.span)]
    return complete and all(reading.text[span.start : span.end] == span.text for span in said)


_LINES = st.lists(
    st.sampled_from([*PLAN.splitlines(), *REPORT.splitlines(), "", "PHỤ LỤC", "1 Rà soát Báo cáo Sở A Quý I"]), max_size=25
)


@pytest.mark.law
@given(_LINES, st.sampled_from(["plan", "annex", "report", None]))
def test_lines_in_any_order_are_read_whole(lines: list[str], kind: str | None) -> None:
    assert _keeps_its_promises(read_text("\n".join(lines), kind=kind))  # type: ignore[arg-type]


@pytest.mark.law
@given(st.text(max_size=200))
def test_any_text_is_read_whole(text: str) -> None:
    assert _keeps_its_promises(read_text(text))


@pytest.mark.law
@given(st.integers(0, len(PLAN)), st.integers(0, len(PLAN)))
def test_a_plan_cut_anywhere_is_read_whole(start: int, end: int) -> None:
    assert _keeps_its_promises(read_text(PLAN[min(start, end) : max(start, end)]))


def test_a_plan_becomes_a_plan() -> None:
    reading = read_text(PLAN)
    plan = _plan(reading)
    assert reading.kind == "plan"
    assert reading.unread == ()
    assert (plan.title, plan.symbol, plan.issued_on) == (
        "Kế hoạch Cải cách hành chính năm 2026",
        "12/KH-UBND",
        date(2026, 1, 5),
    )
    assert (plan.agency, plan.period) == ("UBND tỉnh Hạ Lâm", Period.of_year(2026))
    assert [(target.id, target.requirement) for target in plan.targets][1:] == [
        ("2.a", MoreThan("98", "%")), ("2.b.1", AtLeast("100", "%")), ("2.b.2", AtLeast("80", "%")),
    ]  # fmt: skip
    assert {target.area for target in plan.targets[1:]} == {Area.PROCEDURES}
    assert plan.targets[0].aspiration
    assert [(duty.agency, duty.area, duty.due) for duty in plan.duties] == [
        ("Sở Nội vụ", None, date(2026, 12, 9)), ("Sở Tư pháp", Area.INSTITUTIONS, None),
    ]  # fmt: skip
    assert [citation.symbol for citation in plan.citations] == ["76/NQ-CP"]
    assert [statement.kind for statement in plan.statements] == [
        StatementKind.PURPOSE, StatementKind.PURPOSE, StatementKind.DIRECTION, StatementKind.DIRECTION,
    ]  # fmt: skip


def test_every_part_of_a_plan_is_told() -> None:
    kinds = {part.kind for part in read_text(PLAN).outline}
    assert kinds == {
        PartKind.FRONT, PartKind.GROUNDS, PartKind.HEADING, PartKind.TARGET, PartKind.STATEMENT, PartKind.DUTY,
        PartKind.CLOSING,
    }  # fmt: skip


def test_a_report_becomes_a_report() -> None:
    reading = read_text(REPORT)
    report = _report(reading)
    assert (reading.kind, report.period, report.agency) == ("report", Period.quarter(2025, 3), "Sở Nội vụ tỉnh Hạ Lâm")
    assert [statement.kind for statement in report.statements] == [
        StatementKind.ACHIEVED, StatementKind.SHORTCOMING, StatementKind.DIRECTION, StatementKind.PROPOSAL,
    ]  # fmt: skip
    values = [measurement.value for measurement in report.measurements]
    assert Percent("51.72") in values
    assert [(value.numerator, value.denominator) for value in values if isinstance(value, Ratio)] == [(30, 58)]
    assert all(isinstance(measurement, Measurement) for measurement in report.measurements)
    assert not any(measurement.value == Percent("100") for measurement in report.measurements)


def test_a_number_promises_outside_the_targets_only_where_there_are_none() -> None:
    tasks = "KẾ HOẠCH\nCải cách hành chính năm 2026\nI. NHIỆM VỤ\n- Rà soát 100% văn bản.\n- Tuyên truyền về CCHC."
    assert [target.requirement for target in _plan(read_text(tasks)).targets] == [AtLeast("100", "%")]
    with_targets = f"{tasks}\nII. MỤC TIÊU\n- Trên 98% hồ sơ đúng hạn."
    assert [target.requirement for target in _plan(read_text(with_targets)).targets] == [MoreThan("98", "%")]
    mixed = "KẾ HOẠCH\nCải cách hành chính năm 2026\nI. MỤC TIÊU, NHIỆM VỤ\n- Trên 98% hồ sơ đúng hạn.\n- Tuyên truyền về CCHC."
    assert [target.requirement for target in _plan(read_text(mixed)).targets] == [MoreThan("98", "%")]


def test_a_heading_may_say_by_which_year_its_targets_are_due() -> None:
    plan = _plan(
        read_text(
            "KẾ HOẠCH\nCải cách hành chính giai đoạn 2021-2025\nI. MỤC TIÊU\n1. Mục tiêu đến năm 2023\n- 100% văn bản ký số.\n"
            "2. Mục tiêu đến hết năm 2025\n- 90% hồ sơ trực tuyến.\n3. Định hướng đến năm 2030\n- 95% hồ sơ trực tuyến."
        )
    )
    assert [target.due for target in plan.targets] == [date(2023, 12, 31), None, date(2030, 12, 31)]
    assert _plan(read_text("KẾ HOẠCH\nI. MỤC TIÊU ĐẾN NĂM 2030\n- 100% văn bản.")).targets[0].due is None


def test_sections_that_share_a_number_keep_their_targets_apart() -> None:
    plan = _plan(read_text("KẾ HOẠCH\nI. MỤC TIÊU\n1. Thể chế\n- 100% văn bản.\n1. TTHC\n- 90% hồ sơ.\n1. Khác\n- 80% đơn vị."))
    assert [target.id for target in plan.targets] == ["1.1", "1.1~2", "1.1~3"]


TABLE = """# PHỤ LỤC
| TT | Nhiệm vụ | Sản phẩm | Chủ trì | Thời gian | Kinh phí |
|---|---|---|---|---|---|
| 1 | Ban hành kế hoạch | Kế hoạch | Sở Nội vụ | Quý I | 50 triệu |
| 2 | Rà soát thủ tục theo Quyết định số 766/QĐ-TTg | Báo cáo | Sở Tư pháp | Trước ngày 30/6 | |
"""


def test_targets_may_stand_in_a_table_beside_those_in_prose() -> None:
    table = "| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2026 |\n|---|---|---|---|\n| 1.1 | Hồ sơ đúng hạn | % | 98 |\n"
    reading = read_text(
        f"# KẾ HOẠCH\n\nCải cách hành chính năm 2026\n\n## I. MỤC TIÊU\n\n1. TTHC\n\n- Ít nhất 80% hồ sơ trực tuyến.\n\n{table}"
    )
    assert [(target.id, target.requirement) for target in _plan(reading).targets] == [
        ("1.1", AtLeast("80", "%")), ("1.1~2", AtLeast("98", "%")),
    ]  # fmt: skip
    assert reading.unread == ()


def test_a_table_alone_is_an_annex_and_takes_the_year_given() -> None:
    reading = read_text(TABLE, year=2026)
    plan = _plan(reading)
    assert reading.kind == "annex"
    assert [task.schedule for task in plan.tasks] == [
        Window(start=date(2026, 1, 1), end=date(2026, 3, 31)), Deadline(due=date(2026, 6, 29)),
    ]  # fmt: skip
    assert [span.text for span in reading.unread] == ["50 triệu"]
    assert [citation.symbol for citation in plan.citations] == ["766/QĐ-TTg"]
    assert [finding.code for finding in reading.findings] == ["reading.unread"]
    assert _keeps_its_promises(reading)


def test_times_without_any_year_are_said_to_lack_it() -> None:
    reading = read_text(TABLE)
    codes = [(finding.code, finding.subject, finding.severity) for finding in reading.findings]
    assert codes[:3] == [
        ("reading.no-period", "annex", Severity.WARNING),
        ("schedule.no-year", "tasks/1", Severity.WARNING),
        ("schedule.no-year", "tasks/2", Severity.WARNING),
    ]
    plan = _plan(reading)
    assert plan.period is None
    assert all(isinstance(task.schedule, Conditional) for task in plan.tasks)


def test_a_year_in_the_times_is_taken_for_the_period_and_told() -> None:
    reading = read_text(TABLE.replace("Quý I", "Quý I/2027"))
    assert _plan(reading).period == Period.of_year(2027)
    assert "reading.guessed-period" in [finding.code for finding in reading.findings]


def test_the_kind_may_be_given() -> None:
    assert read_text(PLAN, kind="report").report is not None
    assert read_text(REPORT, kind="plan").plan is not None
    assert read_text(TABLE, kind="plan").kind == "plan"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1. Cải cách thể chế\na) Kết quả đạt được\n- Tốt.\nb) Tồn tại, hạn chế\n- Chậm.", "report"),
        ("Sở Nội vụ báo cáo kết quả công tác như sau:\nĐã làm tốt.", "report"),
        ("1. Mục tiêu cụ thể\n- Trên 98%.\n2. Tồn tại, hạn chế\n- Chậm.", "plan"),
        ("Rà soát thủ tục.", "plan"),
        ("", "plan"),
    ],
)
def test_a_text_without_a_front_is_known_by_its_sections(text: str, kind: str) -> None:
    assert read_text(text).kind == kind


def test_damaged_words_are_repaired_and_told() -> None:
    reading = read_text(
        "KE HOACH\nCai cach hanh chinh nam 2026\nI. MUC TIEU\n- Tren 98% ho so duoc giai quyet dung han.\n- Theo 468/QD-TTg."
    )
    (target, *_) = _plan(reading).targets
    assert target.requirement == MoreThan(Decimal(98), "%")
    assert target.source is not None
    assert target.source.span is not None
    assert target.source.span.text.startswith("Tren 98%")
    assert {repair.text for repair in reading.repairs} >= {"Trên", "hồ", "sơ"}
    assert "reading.repaired" in [finding.code for finding in reading.findings]
    assert _keeps_its_promises(reading)


def test_a_symbol_that_is_none_is_told_with_the_nearest() -> None:
    reading = read_text("KẾ HOẠCH\nI. MỤC ĐÍCH\nThực hiện Quyết định số 766/QD-TTg ngày 23/6/2022.")
    (finding,) = [finding for finding in reading.findings if finding.code == "reading.doubtful-symbol"]
    assert finding.params["near"] == "766/QĐ-TTg"
    assert _plan(reading).citations == ()


def test_a_file_is_read_like_its_text(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    reading = read(path)
    assert _plan(reading).targets[1].requirement == MoreThan("98", "%")
    assert {source.document for source in _sources(reading)} == {"ke-hoach.txt"}
