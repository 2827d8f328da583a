"""What the rules of tasks accuse, and what they leave alone: rows of annexes as offices write them."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cchc import read
from cchc.model import (
    Agency,
    Area,
    Compound,
    Conditional,
    Continuous,
    Deadline,
    Duty,
    Finding,
    Frequency,
    Level,
    Operator,
    Period,
    Plan,
    Recurring,
    Schedule,
    Source,
    Span,
    Task,
    Window,
)  # fmt: skip
from cchc.rules.checking.ended_bodies import ended_body
from cchc.rules.checking.paper import Known, Paper
from cchc.rules.checking.task_times import check_periods
from cchc.rules.checking.tasks import TASKS

YEAR = Period.of_year(2024)
QUARTER = Window(start=date(2024, 1, 1), end=date(2024, 3, 31))
WAYS: tuple[Schedule, ...] = (
    QUARTER,
    Continuous(),
    Conditional(trigger="Theo quy định"),
    Deadline(due=date(2024, 6, 14)),
    Recurring(frequency=Frequency.QUARTERLY),
)
LEADS = ("Sở Nội vụ", "Sở Tư pháp", "Văn phòng UBND tỉnh", "UBND cấp xã")
SUBJECTS = ("văn thư", "đất đai", "hộ tịch", "đầu tư", "y tế", "giáo dục", "công vụ", "ngân sách")


class Cells(TypedDict, total=False):
    """What a row may say besides its title."""

    area: Area
    code: str
    group_title: str
    deliverables: tuple[str, ...]
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    schedule: Schedule
    schedule_text: str
    source: Source


def task(number: int, title: str = "", **cells: Unpack[Cells]) -> Task:
    row = Task(
        number=number,
        title=title or f"Rà soát thủ tục hành chính lĩnh vực {SUBJECTS[number % len(SUBJECTS)]} đợt {number}",
        deliverables=("Báo cáo",),
        lead=("Sở Nội vụ",),
        schedule=QUARTER,
        schedule_text="Quý I/2024",
    )
    return changed(row, **cells)


def changed(row: Task, **cells: Unpack[Cells]) -> Task:
    return evolve(row, **cells)


def plan(*tasks: Task, period: Period | None = YEAR, issued_on: date | None = None, duties: tuple[Duty, ...] = ()) -> Plan:
    return Plan(title="Kế hoạch", period=period, tasks=tasks, issued_on=issued_on, duties=duties)


def found(checked: Plan, **known: tuple[Agency, ...]) -> tuple[Finding, ...]:
    agencies = {name.replace("_", " "): called for name, called in known.items()}
    return TASKS.check(Paper(subject=checked, known=Known(agencies=agencies)))


def places(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.subject) for finding in findings]


# --- laws


@st.composite
def sound_tasks(draw: st.DrawFn) -> tuple[Task, ...]:
    count = draw(st.integers(2, 12))
    return tuple(
        task(
            n,
            lead=(draw(st.sampled_from(LEADS)),),
            schedule=draw(st.sampled_from(WAYS)),
            deliverables=(draw(st.sampled_from(("Kế hoạch", "Quyết định", "Báo cáo"))),),
        )
        for n in range(1, count + 1)
    )


@pytest.mark.law
@given(sound_tasks())
def test_a_sound_plan_yields_nothing(tasks: tuple[Task, ...]) -> None:
    assert found(plan(*tasks)) == ()


SPOILT: list[tuple[str, Cells]] = [
    ("task.no-lead", {"lead": ()}),
    ("task.no-deliverable", {"deliverables": ("…",)}),
    ("task.no-schedule", {"schedule": Conditional(trigger=""), "schedule_text": ""}),
    ("task.outside-period", {"schedule": Deadline(due=date(2022, 6, 30))}),
    ("task.periodic-deliverable", {"schedule": Continuous(), "deliverables": ("Báo cáo hằng quý",)}),
]


@pytest.mark.law
@given(sound_tasks(), st.data())
def test_one_thing_gone_yields_one_finding(tasks: tuple[Task, ...], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(tasks) - 1))
    code, gone = SPOILT[data.draw(st.integers(0, len(SPOILT) - 1))]
    spoilt = changed(tasks[at], **gone)
    assert places(found(plan(*tasks[:at], spoilt, *tasks[at + 1 :]))) == [(code, f"tasks/{spoilt.number}")]


@pytest.mark.law
@given(sound_tasks(), st.data())
def test_a_row_told_again_yields_one_duplicate(tasks: tuple[Task, ...], data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(tasks))
    again = evolve(row, number=99, title=f"Tổ chức thực hiện {row.title.lower()} theo quy định")
    (only,) = found(plan(*tasks, again))
    assert (only.code, only.subject, only.params["first"]) == ("task.duplicate", "tasks/99", row.number)


@pytest.mark.law
@given(sound_tasks(), st.permutations(range(12)))
def test_the_order_of_rows_changes_no_verdict(tasks: tuple[Task, ...], order: list[int]) -> None:
    spoilt = (evolve(tasks[0], lead=()), *tasks[1:])
    shuffled = tuple(spoilt[at] for at in order if at < len(spoilt))
    assert set(places(found(plan(*shuffled)))) == set(places(found(plan(*spoilt))))


# --- blanks

NO_LEAD: Cells = {"lead": ()}
NOTHING: Cells = {"lead": (), "deliverables": (), "schedule": Conditional(trigger=""), "schedule_text": ""}


@pytest.mark.parametrize(
    ("tasks", "accused"),
    [
        pytest.param([task(1), task(2, **NO_LEAD), task(3)], ["tasks/2"], id="one row of three has no lead"),
        pytest.param([task(1, **NO_LEAD), task(2, **NO_LEAD)], [], id="the table has no column for leads"),
        pytest.param([task(1), *(task(n, **NO_LEAD) for n in range(2, 6))], [], id="most rows have none"),
        pytest.param([task(1), task(2, **NO_LEAD), task(3, **NO_LEAD)], ["tasks/2", "tasks/3"], id="two of three"),
        pytest.param([task(1), task(2, "Công tác tuyên truyền", **NOTHING)], [], id="a row that says only its name"),
        pytest.param([task(1), task(2, "Tổ chức tập huấn:", **NO_LEAD)], [], id="a row that ends in a colon"),
        pytest.param(
            [task(1), task(2, code="2", lead=()), task(3, code="2.1"), task(4, code="2.2.")], [], id="a row above others"
        ),
        pytest.param([task(1), task(2, lead=("-",)), task(3)], ["tasks/2"], id="a dash is a blank"),
        pytest.param(
            [task(1, code="1"), task(2, code="a)", lead=()), task(3, code="b)"), task(4, code="2")], [], id="a row below one"
        ),
        pytest.param(
            [task(1, code="1"), task(2, code="", lead=()), task(3, code="2")], [], id="a bullet below a row with a lead"
        ),
        pytest.param(
            [task(1, code="1", lead=()), task(2, code="a", lead=()), task(3, code="2"), task(4, code="3")],
            ["tasks/2"],
            id="neither the row nor the one above it",
        ),
        pytest.param([task(1, code="a", lead=()), task(2, code="b")], ["tasks/1"], id="letters below nothing"),
    ],
)
def test_a_lead_that_is_missing(tasks: list[Task], accused: list[str]) -> None:
    assert places(found(plan(*tasks))) == [("task.no-lead", subject) for subject in accused]


def test_each_table_has_its_own_columns() -> None:
    first = [task(n, source=Source(place=f"table1!B{n}")) for n in range(1, 4)]
    second = [task(n, source=Source(place=f"table2!B{n}"), deliverables=()) for n in range(4, 7)]
    assert found(plan(*first, *second)) == ()
    assert places(found(plan(*first, evolve(first[0], number=9, title="Kiểm tra công vụ", deliverables=())))) == [
        ("task.no-deliverable", "tasks/9")
    ]


@pytest.mark.parametrize(
    ("schedule", "text", "accused"),
    [
        (Conditional(trigger=""), "", True),
        (Conditional(trigger="…"), "…", True),
        (Conditional(trigger="Theo quy định"), "", False),
        (Continuous(), "", False),
        (Conditional(trigger=""), "Quý", False),
    ],
)
def test_a_time_that_is_missing(schedule: Schedule, text: str, *, accused: bool) -> None:
    checked = plan(task(1), task(2), task(3, schedule=schedule, schedule_text=text))
    assert [finding.code for finding in found(checked)] == (["task.no-schedule"] if accused else [])


def test_a_finding_points_to_the_row() -> None:
    span = Span(start=3, end=9, text="Rà soát")
    (only,) = found(plan(task(1), task(2, lead=(), source=Source(span=span))))
    assert only.span == span


# --- times


def window(first: date | None, last: date | None) -> Window:
    return Window(start=first, end=last)


BEFORE, AFTER = window(date(2023, 1, 1), date(2023, 3, 31)), window(date(2025, 7, 1), date(2025, 9, 30))
JUST_AFTER = window(date(2025, 1, 1), date(2025, 3, 31))
JUST_BEFORE = Deadline(due=date(2023, 12, 31))


@pytest.mark.parametrize(
    ("title", "schedule", "accused"),
    [
        ("", BEFORE, True),
        ("", AFTER, True),
        ("", Deadline(due=date(2023, 6, 30)), True),
        ("", Deadline(due=date(2025, 9, 30)), True),
        ("", Compound(operator=Operator.AND, parts=(BEFORE, AFTER)), True),
        ("", Compound(operator=Operator.AND, parts=(BEFORE, QUARTER)), False),
        ("", Compound(operator=Operator.OR, parts=(BEFORE, Continuous())), False),
        ("", window(date(2023, 7, 1), date(2024, 1, 1)), False),
        ("", window(None, date(2026, 12, 31)), False),
        ("", window(date(2021, 1, 1), None), False),
        ("", Recurring(frequency=Frequency.YEARLY, due=("12-14",)), False),
        ("Số hóa hồ sơ", JUST_AFTER, True),
        ("Tổng kết công tác cải cách hành chính", JUST_AFTER, False),
        ("Tổng kết công tác cải cách hành chính", AFTER, True),
        ("Chấm điểm Chỉ số cải cách hành chính năm 2023", JUST_BEFORE, False),
        ("Chấm điểm Chỉ số cải cách hành chính", JUST_BEFORE, True),
        ("Ban hành Kế hoạch cải cách hành chính năm", JUST_BEFORE, False),
        ("Niêm yết công khai thủ tục", JUST_BEFORE, True),
        ("Ban hành Kế hoạch cải cách hành chính năm", BEFORE, True),
    ],
)
def test_a_time_outside_the_period(title: str, schedule: Schedule, *, accused: bool) -> None:
    row = task(2, title or "Niêm yết công khai thủ tục", schedule=schedule, schedule_text="", deliverables=("Sổ tay",))
    assert [finding.code for finding in found(plan(task(1), row))] == (["task.outside-period"] if accused else [])


def test_what_was_still_to_come_when_the_plan_was_issued_is_in_time() -> None:
    late = plan(task(1), task(2, "Niêm yết công khai", schedule=JUST_BEFORE), issued_on=date(2023, 11, 20))
    assert found(late) == ()
    assert places(found(evolve(late, issued_on=date(2024, 1, 5)))) == [("task.outside-period", "tasks/2")]


def test_where_most_rows_lie_outside_the_period_is_in_doubt() -> None:
    assert found(plan(task(1), *(task(n, schedule=BEFORE) for n in range(2, 7)))) == ()


def test_a_plan_without_a_period_tells_what_was_not_checked() -> None:
    (skipped,) = found(plan(task(1), task(2, schedule=BEFORE), period=None))
    assert (skipped.code, skipped.params["rules"]) == ("rule.skipped", ("task.outside-period",))
    assert tuple(check_periods(Paper(subject=plan(task(1, schedule=BEFORE), period=None)))) == ()


def test_the_words_of_a_time_or_its_days() -> None:
    rows = plan(task(1), task(2, schedule=BEFORE, schedule_text=""), task(3, schedule=AFTER, schedule_text="Quý III/2025"))
    assert [finding.params["time"] for finding in found(rows)] == ["2023-01-01/2023-03-31", "Quý III/2025"]


@pytest.mark.parametrize(
    ("deliverable", "time", "schedule", "accused"),
    [
        ("Báo cáo định kỳ hằng quý", "Thường xuyên", Continuous(), True),
        ("Báo cáo hàng tháng", "Thường xuyên", Continuous(), True),
        ("Bản tin 01 tháng/lần", "Thường xuyên", Continuous(), True),
        ("Báo cáo", "Thường xuyên", Continuous(), False),
        ("Báo cáo hằng quý", "Hằng quý", Recurring(frequency=Frequency.QUARTERLY), False),
        ("Báo cáo hằng quý", "Thường xuyên, định kỳ", Continuous(), False),
        ("Báo cáo hằng quý", "Quý I/2024", QUARTER, False),
    ],
)
def test_a_periodic_deliverable(deliverable: str, time: str, schedule: Schedule, *, accused: bool) -> None:
    rows = plan(task(1), task(2, deliverables=("Công văn", deliverable), schedule=schedule, schedule_text=time))
    assert [finding.params["deliverable"] for finding in found(rows)] == ([deliverable] if accused else [])


# --- the same thing twice

LONG = "Rà soát, hệ thống hóa văn bản quy phạm pháp luật do HĐND, UBND các cấp ban hành"


@pytest.mark.parametrize(
    ("first", "second", "accused"),
    [
        (("Kiểm tra công vụ", {}), ("Kiểm tra công vụ", {}), True),
        (("Hội nghị sơ kết 6 tháng", {}), ("Tổ chức sơ kết CCHC 6 tháng", {}), True),
        (("Rà soát TTHC nội bộ", {}), ("Rà soát, đánh giá TTHC nội bộ", {}), True),
        (("Tuyên truyền trên Báo tỉnh", {}), ("Tuyên truyền CCHC trên Đài tỉnh", {}), False),
        (("Kiểm tra công tác CCHC", {}), ("Tổ chức kiểm tra cải cách hành chính", {}), True),
        (("Ban hành Kế hoạch kiểm tra năm 2024", {}), ("Xây dựng kế hoạch kiểm tra", {}), True),
        (("Tập huấn cho cán bộ, công chức", {}), ("Mở lớp tập huấn cho cán bộ, công chức, viên chức", {}), True),
        (("Ban hành Kế hoạch kiểm tra", {}), ("Thực hiện Kế hoạch kiểm tra", {}), False),
        (("Tập huấn cho công chức cấp tỉnh", {}), ("Tập huấn cho công chức cấp xã", {}), False),
        (("Đánh giá quý I", {}), ("Đánh giá quý II", {}), False),
        (("Xét thăng hạng viên chức ngành y tế", {}), ("Xét thăng hạng viên chức ngành giáo dục", {}), False),
        (("Dự toán năm 2024", {}), ("Dự toán năm 2025", {}), False),
        (("Kiểm tra công vụ", {}), ("Kiểm tra công vụ", {"lead": ("Sở Tư pháp",)}), False),
        (("Kiểm tra công vụ", {}), ("Kiểm tra công vụ", {"schedule": Continuous()}), False),
        (("Kiểm tra công vụ", {}), ("Kiểm tra công vụ", {"deliverables": ("Kế hoạch",)}), False),
        (("Kiểm tra công vụ", {}), ("Kiểm tra công vụ", {"deliverables": ("Báo cáo", "Biên bản")}), True),
        (("Kiểm tra công vụ", {}), ("Kiểm tra công vụ", {"area": Area.DIGITAL}), False),
        ((LONG, {"group_title": "A"}), (LONG, {"group_title": "B"}), True),
        (("Tổ chức thực hiện", {}), ("Tổ chức thực hiện", {}), False),
    ],
)
def test_a_row_that_repeats_another(first: tuple[str, Cells], second: tuple[str, Cells], *, accused: bool) -> None:
    rows = plan(task(1, first[0], **first[1]), task(2, second[0], **second[1]))
    assert places(found(rows)) == ([("task.duplicate", "tasks/2")] if accused else [])


@pytest.mark.parametrize(
    ("first", "second", "accused"),
    [
        ("Nâng cấp Cổng thông tin điện tử của Chi cục", "Nâng cấp, hoàn thiện Cổng thông tin điện tử Chi cục", True),
        ("Liên thông dữ liệu hộ tịch với Hệ thống giải quyết TTHC",
         "Liên thông, chia sẻ dữ liệu hộ tịch với Hệ thống thông tin giải quyết TTHC", True),
        ("Tập huấn kỹ năng số cho công chức xã", "Đào tạo, tập huấn kỹ năng số cho công chức xã", True),
        ("Nâng cấp Cổng thông tin điện tử của Chi cục", "Hoàn thiện Cổng thông tin điện tử của Chi cục", False),
        ("Nâng cấp Cổng thông tin điện tử của Chi cục", "Nâng cấp, quảng bá Cổng thông tin điện tử của Chi cục", False),
        ("Nâng cấp Cổng thông tin điện tử của Chi cục", "Nâng cấp, chia sẻ Cổng thông tin điện tử của Chi cục", False),
        ("Chia sẻ dữ liệu hộ tịch với Hệ thống giải quyết TTHC",
         "Kết nối, chia sẻ dữ liệu đất đai với Hệ thống giải quyết TTHC", False),
        ("Tập huấn kỹ năng số cho công chức xã đợt 1", "Đào tạo, tập huấn kỹ năng số cho công chức xã đợt 2", False),
        ("Tập huấn kỹ năng số cho công chức cấp tỉnh", "Đào tạo, tập huấn kỹ năng số cho công chức cấp xã", False),
        ("Ứng dụng công nghệ báo cáo tại xã", "Ứng dụng công nghệ thông tin báo cáo tại xã", False),
        ("Tuyên truyền cải cách", "Tuyên truyền, phổ biến cải cách", False),
    ],
)  # fmt: skip
def test_a_row_that_repeats_another_in_a_few_more_words(first: str, second: str, *, accused: bool) -> None:
    rows = plan(task(1, first, deliverables=("Sản phẩm mới",)), task(2, second, deliverables=("Sản phẩm được mới",)))
    assert places(found(rows)) == ([("task.duplicate", "tasks/2")] if accused else [])


@pytest.mark.parametrize(
    "cells",
    [
        {"coordinating": ("Sở Y tế",)},
        {"deliverables": ("Báo cáo", "Biên bản")},
        {"area": Area.DIGITAL},
        {"schedule_text": "Quý I năm 2024, đợt 2"},
    ],
)
def test_a_few_more_words_tell_where_anything_else_differs(cells: Cells) -> None:
    titles = "Nâng cấp Cổng thông tin điện tử Chi cục", "Nâng cấp, hoàn thiện Cổng thông tin điện tử Chi cục"
    assert places(found(plan(task(1, titles[0]), task(2, titles[1], **cells)))) == []


def test_each_repetition_is_told_once_with_the_first_row() -> None:
    rows = [task(n, "Kiểm tra công vụ") for n in (1, 2, 3)]
    told = TASKS.only("task.duplicate").check(Paper(subject=plan(*rows, period=None)))
    assert [(finding.subject, finding.params["first"]) for finding in told] == [("tasks/2", 1), ("tasks/3", 1)]


# --- who exists

DISTRICTS_ENDED, MERGER = date(2025, 6, 30), date(2025, 2, 28)


@pytest.mark.parametrize(
    ("name", "last_day"),
    [
        ("UBND cấp huyện", DISTRICTS_ENDED),
        ("Ủy ban nhân dân các huyện, thị xã, thành phố", DISTRICTS_ENDED),
        ("Uỷ ban nhân dân quận Hải Tân", DISTRICTS_ENDED),
        ("Chủ tịch UBND các huyện, thành phố", DISTRICTS_ENDED),
        ("Văn phòng HĐND và UBND huyện", DISTRICTS_ENDED),
        ("HĐND, UBND các quận, huyện", DISTRICTS_ENDED),
        ("Các huyện, thị xã, thành phố", DISTRICTS_ENDED),
        ("Huyện Cẩm Bình", DISTRICTS_ENDED),
        ("UBND xã, phường, huyện", DISTRICTS_ENDED),
        ("Phòng Nội vụ các huyện, thành phố", DISTRICTS_ENDED),
        ("Công an cấp huyện", DISTRICTS_ENDED),
        ("UBND các xã, phường, thị trấn", DISTRICTS_ENDED),
        ("Sở Kế hoạch và Đầu tư", MERGER),
        ("Sở KH&ĐT", MERGER),
        ("Sở Giao thông vận tải tỉnh Hồng Giang", MERGER),
        ("Sở Giao thông - Vận tải", MERGER),
        ("Sở TN&MT", MERGER),
        ("Sở Nông nghiệp và PTNT", MERGER),
        ("Sở Lao động - Thương binh và Xã hội", MERGER),
        ("Sở LĐ-TB&XH", MERGER),
        ("Sở TTTT", MERGER),
        ("Bộ Thông tin và Truyền thông", MERGER),
        ("Ủy ban Dân tộc", MERGER),
        ("Ban Dân tộc tỉnh", MERGER),
        ("UBND cấp xã", None),
        ("UBND các xã, phường", None),
        ("Các sở, ban, ngành", None),
        ("Sở Nông nghiệp và Môi trường", None),
        ("Sở Xây dựng", None),
        ("Sở Tài chính (trước đây là Sở Kế hoạch và Đầu tư)", None),
        ("Sở Kế hoạch và Đầu tư (cũ)", None),
        ("Ban Dân tộc HĐND tỉnh", None),
        ("Trung tâm Y tế huyện Cẩm Bình", None),
        ("Trung tâm Y tế cấp huyện", None),
        ("UBND thành phố Hải Phòng", None),
        ("Quân khu 3", None),
    ],
)
def test_a_body_that_ended(name: str, last_day: date | None) -> None:
    body = ended_body(name)
    assert (body.last_day if body else None) == last_day


@pytest.mark.parametrize(
    ("period", "issued_on", "accused"),
    [
        (Period.of_year(2026), None, True),
        (Period.half(2025, 2), None, True),
        (Period.of_year(2025), date(2025, 8, 1), True),
        (Period.of_year(2025), date(2025, 1, 15), False),
        (Period.of_year(2025), date(2025, 6, 30), False),
        (Period.span(2021, 2025), None, False),
        (None, date(2025, 7, 1), True),
        (None, None, False),
    ],
)
def test_districts_have_ended(period: Period | None, issued_on: date | None, *, accused: bool) -> None:
    rows = plan(task(1, schedule=Continuous(), lead=("UBND cấp huyện",)), period=period, issued_on=issued_on)
    hits = [finding for finding in found(rows) if finding.code == "agency.not-existing"]
    assert [(hit.subject, hit.params["role"], hit.params["ended_on"]) for hit in hits] == (
        [("tasks/1", "lead", DISTRICTS_ENDED)] if accused else []
    )


def agency(name: str, *, ended: date | None, confidence: str = "exact", successors: tuple[str, ...] = ()) -> Agency:
    return Agency(
        id=f"x.{ended}", name=name, level=Level.PROVINCE, valid_to=ended, confidence=confidence, successors=successors
    )


@pytest.mark.parametrize(
    ("called", "accused"),
    [
        ((agency("Tỉnh", ended=DISTRICTS_ENDED, successors=("x.later",)),), True),
        ((agency("Tỉnh", ended=DISTRICTS_ENDED), agency("Tỉnh", ended=None)), False),
        ((agency("Tỉnh", ended=DISTRICTS_ENDED, confidence="partial"),), False),
        ((agency("Tỉnh", ended=date(2019, 4, 30)), agency("Tỉnh", ended=DISTRICTS_ENDED)), True),
        ((agency("Tỉnh", ended=date(2027, 1, 1)),), False),
        ((), False),
    ],
)
def test_an_agency_of_the_catalogue_that_ended(called: tuple[Agency, ...], *, accused: bool) -> None:
    rows = plan(
        task(1, schedule=Continuous(), coordinating=("UBND tỉnh Sông Hương",)),
        period=Period.of_year(2026),
        duties=(Duty(agency="UBND tỉnh Sông Hương"), Duty(agency="UBND tỉnh Sông Hương", source=Source())),
    )
    hits = found(rows, UBND_tỉnh_Sông_Hương=called)
    assert [(hit.subject, hit.params["role"], hit.params["ended_on"]) for hit in hits] == (
        [("tasks/1", "coordinating", DISTRICTS_ENDED), ("duties/1", "duty", DISTRICTS_ENDED)] if accused else []
    )


# --- real rows


@pytest.mark.parametrize("form", ["txt", "docx", "xlsx"])
def test_the_real_annex_has_periodic_reports_on_no_day(shared: Path, form: str) -> None:
    checked = read(shared / "documents" / f"phu-luc-nhiem-vu-2024.{form}").plan
    assert checked is not None
    rows = ["tasks/47", "tasks/87"] if len(checked.tasks) > 87 else ["tasks/47"]
    assert places(found(checked)) == [("task.periodic-deliverable", row) for row in rows]


def test_the_real_plan_of_2025_charges_nobody_who_ended(shared: Path) -> None:
    checked = read(shared / "documents" / "ke-hoach-2025-6-thang-cuoi-nam.txt").plan
    assert checked is not None
    assert found(checked) == ()
