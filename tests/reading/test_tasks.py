from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Area, Conditional, Continuous, Deadline, Schedule, Task, Window
from cchc.reading.passage import Passage
from cchc.reading.tables.roles import Role
from cchc.reading.tables.tasks import Group, span_of, task_of_cells
from cchc.reading.times import parse_schedule


def task_of(**cells: str) -> Task:
    """The task of cells that stand one after the other in a text."""
    text = "\t".join(cells.values())
    passages: dict[Role, Passage] = {}
    at = 0
    for name, words in cells.items():
        passages[Role(name)] = Passage.of(text, at, at + len(words))
        at += len(words) + 1
    return task_of_cells(passages, number=1, year=2024, document="plan.txt", place="row 1")


def test_every_cell_has_its_field() -> None:
    task = task_of(
        number="7",
        group="1.2. Đổi mới công tác rà soát",
        title="2.3. Rà soát văn bản",
        deliverables="Kế hoạch, Báo cáo",
        lead="Sở Tư pháp",
        coordinating="các sở, ban, ngành; UBND cấp huyện, cấp xã",
        schedule="Quý I/2024",
        note="theo văn bản 12",
    )
    assert (task.number, task.code, task.title) == (1, "2.3", "Rà soát văn bản")
    assert (task.group_code, task.group_title) == ("1.2", "Đổi mới công tác rà soát")
    assert task.deliverables == ("Kế hoạch", "Báo cáo")
    assert task.lead == ("Sở Tư pháp",)
    assert task.coordinating == ("Các sở, ban, ngành", "UBND cấp huyện", "UBND cấp xã")
    assert task.schedule == Window(start=date(2024, 1, 1), end=date(2024, 3, 31))
    assert task.schedule_text == "Quý I/2024"
    assert task.source is not None
    assert (task.source.document, task.source.place) == ("plan.txt", "row 1")
    assert task.source.span is not None
    assert task.source.span.text.startswith("7\t1.2.")


def test_what_is_not_said_is_blank() -> None:
    assert task_of_cells({}, number=3) == Task(number=3, title="", source=task_of_cells({}, number=3).source)


def test_rows_above_give_area_and_group_and_the_row_its_code() -> None:
    words = Passage.of("Rà soát")
    group = Group(code="1", title="Văn bản")
    task = task_of_cells({Role.TITLE: words}, number=1, area=Area.INSTITUTIONS, group=group, code="1.1")
    assert (task.area, task.group_code, task.group_title, task.code) == (Area.INSTITUTIONS, "1", "Văn bản", "1.1")


@pytest.mark.parametrize(
    ("cells", "code", "title"),
    [
        ({"title": "Rà soát", "code": "NV-01"}, "NV-01", "Rà soát"),
        ({"title": "a) Rà soát", "code": "NV-01"}, "a", "Rà soát"),
        ({"group": "1.1. Rà soát", "title": ""}, "", "Rà soát"),
        ({"title": "- Rà soát theo Quyết định số 18/QĐ-\nUBND"}, "", "Rà soát theo Quyết định số 18/QĐ-UBND"),
    ],
)
def test_codes_and_titles(cells: dict[str, str], code: str, title: str) -> None:
    task = task_of(**cells)
    assert (task.code, task.title) == (code, title)


@pytest.mark.parametrize(
    ("cells", "lead", "coordinating"),
    [
        ({"agencies": "Chủ trì: Sở Nội vụ\nPhối hợp: Sở Y tế"}, ("Sở Nội vụ",), ("Sở Y tế",)),
        ({"lead": "Sở Nội vụ phối hợp với Sở Y tế"}, ("Sở Nội vụ",), ("Sở Y tế",)),
        ({"lead": "Sở Nội vụ; Sở Nội vụ", "coordinating": "Phối hợp: Sở Y tế"}, ("Sở Nội vụ",), ("Sở Y tế",)),
        ({"lead": "Sở Nội vụ\nSở Y tế"}, ("Sở Nội vụ", "Sở Y tế"), ()),
    ],
)
def test_who_leads_and_who_takes_part(cells: dict[str, str], lead: tuple[str, ...], coordinating: tuple[str, ...]) -> None:
    task = task_of(**cells)
    assert (task.lead, task.coordinating) == (lead, coordinating)


_JANUARY, _JUNE = date(2024, 1, 1), date(2024, 6, 30)


@pytest.mark.parametrize(
    ("cells", "text", "schedule"),
    [
        ({"schedule": "Thường xuyên"}, "Thường xuyên", Continuous()),
        (
            {"start": "Tháng 01/2024", "finish": "Tháng 6/2024"},
            "Tháng 01/2024 - Tháng 6/2024",
            Window(start=_JANUARY, end=_JUNE),
        ),
        ({"start": "01/01/2024", "finish": "30/6/2024"}, "01/01/2024 - 30/6/2024", Window(start=_JANUARY, end=_JUNE)),
        ({"start": "", "finish": "30/6/2024"}, "30/6/2024", Deadline(due=_JUNE)),
        ({"start": "Tháng 6", "finish": ""}, "Tháng 6", Window(start=date(2024, 6, 1), end=_JUNE)),
        ({"start": "Khi có yêu cầu", "finish": "Tháng 6"}, "Khi có yêu cầu - Tháng 6", None),
        ({"start": "Tháng 1", "finish": "Thường xuyên"}, "Tháng 1 - Thường xuyên", None),
        ({"start": "Tháng 7/2024", "finish": "Tháng 6/2024"}, "Tháng 7/2024 - Tháng 6/2024", None),
        ({}, "", Conditional(trigger="")),
    ],
)
def test_when(cells: dict[str, str], text: str, schedule: Schedule | None) -> None:
    task = task_of(**cells)
    assert task.schedule_text == text
    assert task.schedule == (schedule or parse_schedule(text, year=2024))


@pytest.mark.law
@given(st.lists(st.integers(0, 30), min_size=2, max_size=8))
def test_a_span_holds_all_its_passages(places: list[int]) -> None:
    source = "một hai ba bốn năm sáu bảy tám"
    parts = [Passage.of(source, min(pair), max(pair)) for pair in pairwise(places)]
    span = span_of(parts)
    assert span.text == source[span.start : span.end]
    for part in parts:
        assert not part or span.start <= part.span().start <= part.span().end <= span.end
