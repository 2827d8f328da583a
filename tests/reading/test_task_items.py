"""Tasks in prose: labels in an item, in brackets and in lines below it; what has none stays what it is."""

from datetime import date

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cchc.model import Area, Conditional, Plan, StatementKind, Task, Window
from cchc.reading.outline import PartKind
from cchc.reading.passage import Passage
from cchc.reading.prose.task_labels import read_labels
from cchc.reading.read import read_text
from cchc.reading.result import Reading
from cchc.reading.times import parse_schedule

HEAD = """ỦY BAN NHÂN DÂN
TỈNH PHÚ HÒA
Số: 15/KH-UBND
Phú Hòa, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
Cải cách hành chính năm 2024

I. MỤC TIÊU
1. Trên 95% hồ sơ được giải quyết đúng hạn.
"""


def paper(*lines: str, heading: str = "II. NHIỆM VỤ") -> Reading:
    """A plan with lines in its section of tasks."""
    return read_text("\n".join((HEAD, heading, *lines, "", "III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ: theo dõi, đôn đốc.")))


def plan_of(reading: Reading) -> Plan:
    assert reading.plan is not None
    return reading.plan


def tasks(*lines: str, heading: str = "II. NHIỆM VỤ") -> list[tuple[str, str, str, str]]:
    """Title, lead, deliverables and time of the tasks that lines make."""
    found = plan_of(paper(*lines, heading=heading)).tasks
    return [(one.title, "; ".join(one.lead), "; ".join(one.deliverables), one.schedule_text) for one in found]


# -- laws ---------------------------------------------------------------


@frozen
class Drawn:
    """What a task of a list says."""

    title: str
    lead: str
    others: str
    deliverable: str
    time: str


_TITLES = (
    "Rà soát, đơn giản hóa thủ tục hành chính lĩnh vực đất đai",
    "Kiểm tra công vụ tại các đơn vị trực thuộc",
    "Xây dựng Đề án vị trí việc làm",
    "Tập huấn nghiệp vụ một cửa",
    "Công khai dự toán, quyết toán ngân sách",
    "Số hóa hồ sơ lưu trữ còn hiệu lực",
    "Đối thoại giữa lãnh đạo và người dân (cấp xã)",
)
_LEADS = ("Sở Nội vụ", "Sở Tư pháp", "Văn phòng UBND tỉnh", "Thanh tra tỉnh", "Phòng Tổ chức - Hành chính")
_OTHERS = ("UBND cấp xã", "Các sở, ban, ngành", "Sở Tài chính")
_DELIVERABLES = ("Báo cáo", "Kế hoạch", "Quyết định của UBND tỉnh", "03 lớp tập huấn", "Hệ thống được nâng cấp")
_TIMES = ("Quý II/2024", "Tháng 9/2024", "Trước ngày 30/6/2024", "Thường xuyên", "Quý III/2024 và Quý IV/2024")
_MANNERS = (
    ("{title}. Cơ quan chủ trì: {lead}; cơ quan phối hợp: {others}; thời gian hoàn thành: {time}; sản phẩm: {deliverable}.",),
    ("{title}. Đơn vị thực hiện: {lead}. Đơn vị phối hợp: {others}. Thời hạn: {time}. Kết quả: {deliverable}.",),
    ("{title} (chủ trì: {lead}; phối hợp: {others}; hoàn thành: {time}; sản phẩm: {deliverable}).",),
    ("{title} ({lead} chủ trì; {others} phối hợp; thời gian: {time}; sản phẩm là {deliverable}).",),
    ("{title}: {lead} chủ trì, phối hợp với {others}; thời hạn hoàn thành: {time}; sản phẩm: {deliverable}.",),
    ("{title}", "- Chủ trì: {lead}", "- Phối hợp: {others}", "- Thời gian: {time}", "- Kết quả/sản phẩm: {deliverable}"),
    ("{title}.", "+ Cơ quan chủ trì: {lead}; phối hợp: {others}.", "+ Tiến độ: {time}.", "+ Đầu ra: {deliverable}."),
    ("{title}.", "Cơ quan chủ trì: {lead}. Cơ quan phối hợp: {others}.", "Thời gian: {time}. Sản phẩm: {deliverable}."),
    ("{title}:", "- Sản phẩm:", "+ {deliverable}", "- Thời hạn: {time}", "- Phân công: {lead}", "- Phối hợp: {others}"),
)  # fmt: skip


def drawn() -> SearchStrategy[Drawn]:
    options = (st.sampled_from(one) for one in (_TITLES, _LEADS, _OTHERS, _DELIVERABLES, _TIMES))
    return st.builds(Drawn, *options)


def printed(one: Drawn, manner: tuple[str, ...], mark: str) -> list[str]:
    first, *below = [
        line.format(title=one.title, lead=one.lead, others=one.others, deliverable=one.deliverable, time=one.time)
        for line in manner
    ]
    return [f"{mark} {first}", *below]


def assert_nothing_is_lost(reading: Reading) -> None:
    placed = bytearray(len(reading.text))
    for span in (*(part.span for part in reading.outline), *reading.unread):
        assert reading.text[span.start : span.end] == span.text
        placed[span.start : span.end] = b"\1" * (span.end - span.start)
    assert not [letter for letter, told in zip(reading.text, placed, strict=True) if not told and not letter.isspace()]


@pytest.mark.law
@given(st.lists(drawn(), min_size=1, max_size=5), st.sampled_from(_MANNERS), st.sampled_from(("{}.", "{})", "2.{}.")))
def test_a_printed_list_of_tasks_is_read_back(given_tasks: list[Drawn], manner: tuple[str, ...], mark: str) -> None:
    lines = [line for at, one in enumerate(given_tasks, 1) for line in printed(one, manner, mark.format(at))]
    reading = paper("1. Cải cách thể chế" if mark == "2.{}." else "", *lines)
    found = plan_of(reading).tasks
    assert [(one.title, one.lead, one.coordinating, one.deliverables, one.schedule_text) for one in found] == [
        (one.title, (one.lead,), (one.others,), (one.deliverable,), one.time) for one in given_tasks
    ]
    assert [one.schedule for one in found] == [parse_schedule(one.time, year=2024) for one in given_tasks]
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert reading.unread == ()
    assert_nothing_is_lost(reading)


@pytest.mark.law
@given(st.text(alphabet="chủ trìthờgansảnpẩm:;,.()- \nSởNộivụQuýI1/a) ", max_size=300))
def test_any_words_in_a_section_of_tasks_are_read_and_none_is_lost(words: str) -> None:
    assert_nothing_is_lost(paper(words))


# -- labels -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title", "parts"),
    [
        ("Chủ trì: Sở Nội vụ.", "", [("lead", "Sở Nội vụ")]),
        ("Chủ trì: ; thời gian: …../2024; sản phẩm:", "", [("lead", ""), ("schedule", "…../2024"), ("deliverables", "")]),
        ("Chủ trì: Thời gian: quý I", "", [("lead", ""), ("schedule", "quý I")]),
        ("Rà soát Cơ quan chủ trì: Sở Y tế Thời hạn: Quý I", "Rà soát", [("lead", "Sở Y tế"), ("schedule", "Quý I")]),
        ("Rà soát. Chủ trì: Sở Y tế. Bảo đảm chất lượng.", "Rà soát", [("lead", "Sở Y tế")]),
        ("Rà soát (ĐV chủ trì: VP UBND; TG: quý I (đợt 1)), công khai.", "Rà soát công khai",
         [("lead", "VP UBND"), ("schedule", "quý I (đợt 1)")]),
        ("Nhiệm vụ 2: Rà soát; chủ trì: Sở Y tế", "Rà soát", [("lead", "Sở Y tế")]),
        ("Rà soát. Chủ trì: Sở Y tế).", "Rà soát", [("lead", "Sở Y tế")]),
        ("Nhiệm vụ 3. Rà soát", "Rà soát", []),
        ("Rà soát; người thực hiện: ông Lê Minh; kinh phí: 5 triệu đồng", "Rà soát",
         [("person", "ông Lê Minh"), ("note", "5 triệu đồng")]),
        ("Kinh phí: 5 triệu đồng; chủ trì: Sở Y tế", "Kinh phí: 5 triệu đồng", [("lead", "Sở Y tế")]),
        ("Rà soát: Giao Sở Y tế chủ trì, quý I/2024, sản phẩm là Báo cáo.", "Rà soát",
         [("lead", "Sở Y tế"), ("schedule", "quý I/2024"), ("deliverables", "Báo cáo")]),
        ("Rà soát (Sở Y tế là cơ quan chủ trì; hoàn thành trong quý II, IV)", "Rà soát",
         [("lead", "Sở Y tế"), ("schedule", "quý II, IV")]),
        ("Rà soát (tháng 5/2024; Sở Y tế chủ trì)", "Rà soát", [("schedule", "tháng 5/2024"), ("lead", "Sở Y tế")]),
        ("Rà soát. Sở Y tế chủ trì, phối hợp với các sở, ngành triển khai thực hiện", "Rà soát",
         [("agencies", "Sở Y tế chủ trì, phối hợp với các sở, ngành")]),
        ("Rà soát. Cơ quan chủ trì là Sở Y tế; thời hạn hoàn thành là quý I", "Rà soát",
         [("lead", "Sở Y tế"), ("schedule", "quý I")]),
        ("Rà soát. Chủ trì: Sở Y tế; sản phẩm: Báo cáo quý I, quý II", "Rà soát",
         [("lead", "Sở Y tế"), ("deliverables", "Báo cáo quý I, quý II")]),
        ("Rà soát. Sản phẩm: Báo cáo; quý III/2024", "Rà soát", [("deliverables", "Báo cáo"), ("schedule", "quý III/2024")]),
        ("Đơn vị thực hiện: Sở Y tế chủ trì, Sở Nội vụ phối hợp", "", [("lead", "Sở Y tế chủ trì, Sở Nội vụ phối hợp")]),
        ("Phân công: Sở Y tế", "", [("lead", "Sở Y tế")]),
        ("Phân công thực hiện:", "", [("lead", "")]),
        ("Rà soát. Hoàn thành: quý I", "Rà soát", [("schedule", "quý I")]),
        ("Rà soát. Hoàn thành: …", "Rà soát", [("schedule", "…")]),
    ],
)  # fmt: skip
def test_what_labels_say(text: str, title: str, parts: list[tuple[str, str]]) -> None:
    said = read_labels(Passage.of(text))
    assert (said.title.text, [(role.value, value.text) for role, value in said.parts]) == (title, parts)


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ chủ trì, phối hợp với các sở tham mưu UBND tỉnh ban hành Kế hoạch trong quý II",
        "Nâng cao vai trò của cơ quan chủ trì: chủ động, sáng tạo",
        "Các cơ quan, đơn vị thực hiện: rà soát, báo cáo kết quả",
        "Triển khai thực hiện: tuyên truyền, tập huấn",
        "Đánh giá cán bộ, công chức: Chủ tịch UBND cấp xã ký duyệt",
        "Hoàn thành: 100% kế hoạch",
        "Hoàn thành trước ngày 30/6/2024 việc rà soát",
        "Rà soát, hoàn thành trước ngày 30/6/2024 việc công khai",
        "Các cơ quan, đơn vị tổ chức rà soát, triển khai thực hiện.",
        "Sắp xếp tổ chức theo Quyết định về việc “chủ trì: Sở Nội vụ”",
        "Cuối năm 2024; quý I/2025",
        "Kinh phí: 50 triệu đồng",
        "Sở Nội vụ theo dõi; tháng 6/2024",
    ],
)
def test_words_in_a_sentence_are_no_labels(text: str) -> None:
    assert read_labels(Passage.of(text)).parts == ()


# -- items --------------------------------------------------------------


def test_a_task_has_everything_its_item_says_and_its_place() -> None:
    reading = paper(
        "2. Cải cách thủ tục hành chính",
        "a) Rà soát thủ tục lĩnh vực đất đai. Cơ quan chủ trì: Sở Tư",
        "pháp; phối hợp: UBND cấp huyện, cấp xã; thời gian: quý II; sản phẩm: Quyết định 12/QĐ-",
        "UBND; Báo cáo.",
    )
    (task,) = plan_of(reading).tasks
    assert (task.number, task.code, task.area, task.title) == (1, "a", Area.PROCEDURES, "Rà soát thủ tục lĩnh vực đất đai")
    assert (task.lead, task.coordinating) == (("Sở Tư pháp",), ("UBND cấp huyện", "UBND cấp xã"))
    assert task.deliverables == ("Quyết định 12/QĐ-UBND", "Báo cáo")
    assert task.schedule == Window(start=date(2024, 4, 1), end=date(2024, 6, 30))
    assert task.source is not None
    assert task.source.span is not None
    assert task.source.span.text.startswith("Rà soát thủ tục")
    assert task.source.span.text.endswith("Báo cáo.")
    assert [part.span.text[:2] for part in reading.outline if part.kind is PartKind.TASK] == ["a)", "Rà"]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        pytest.param(
            ("1. Thể chế", "- Rà soát", "- Chủ trì: Sở Tư pháp", "- Thời gian: quý I", "- Kiểm tra", "- Chủ trì: Sở Nội vụ",
             "- Kinh phí: 5 triệu đồng", "- Thời gian: quý II"),
            ["Rà soát", "Kiểm tra"], id="lines beside their item",
        ),
        pytest.param(
            ("1. Rà soát", "- Làm ở cấp tỉnh.", "- Làm ở cấp xã.", "- Chủ trì: Sở Tư pháp.", "- Thời gian: quý I."),
            ["Rà soát"], id="lines after words about the item",
        ),
        pytest.param(
            ("1. Rà soát", "- Cấp tỉnh.", "- Cấp xã.", "Chủ trì: Sở Tư pháp.", "Thời gian: quý I.",
             "2. Công khai", "- Ở xã.", "- Ở tỉnh.", "Chủ trì: Sở Nội vụ.", "Thời gian: quý II."),
            ["Rà soát", "Công khai"], id="lines after a list",
        ),
        pytest.param(
            ("1. Thể chế", "- Rà soát.", "Chủ trì: Sở Tư pháp.", "Thời gian: quý I.", "- Công khai.", "Chủ trì: Sở Tư pháp.",
             "Thời gian: quý I."),
            ["Rà soát", "Công khai"], id="lines after each of a list",
        ),
        pytest.param(
            ("1. Thể chế", "- Rà soát.", "Chủ trì: Sở Tư pháp.", "Thời gian: quý I."),
            ["Rà soát"], id="lines after the only bullet",
        ),
        pytest.param(
            ("Nhiệm vụ 1. Rà soát.", "- Chủ trì: Sở Tư pháp.", "- Thời gian: quý I.", "Nhiệm vụ 2. Công khai.",
             "- Chủ trì: Sở Tư pháp.", "- Thời gian: quý I."),
            ["Rà soát", "Công khai"], id="items without markers",
        ),
        pytest.param(
            ("1. Rà soát", "- Phân công thực hiện:", "+ Chủ trì: Sở Tư pháp", "+ Phối hợp: Sở Y tế", "- Thời gian: quý I"),
            ["Rà soát"], id="labels below a label",
        ),
        pytest.param(
            ("1. Rà soát", "a) Nội dung: văn bản.", "b) Đơn vị chủ trì: Sở Tư pháp.", "c) Đơn vị được rà soát: các sở.",
             "d) Thời gian: quý I."),
            ["Rà soát"], id="labels that no task has a place for",
        ),
    ],
)  # fmt: skip
def test_which_item_the_lines_belong_to(lines: tuple[str, ...], titles: list[str]) -> None:
    assert [title for title, *_ in tasks(*lines)] == titles


def test_a_label_may_have_a_list_below_it() -> None:
    assert tasks("1. Rà soát", "- Chủ trì: Sở Tư pháp", "- Sản phẩm:", "+ Báo cáo;", "+ Kế hoạch.", "- Thời gian: quý I") == [
        ("Rà soát", "Sở Tư pháp", "Báo cáo; Kế hoạch", "quý I")
    ]
    assert tasks("1. Rà soát. Chủ trì: Sở Tư pháp. Sản phẩm:", "- Báo cáo;", "- Kế hoạch.", "2. Công khai.") == [
        ("Rà soát", "Sở Tư pháp", "Báo cáo; Kế hoạch", "")
    ]
    assert tasks("1. Rà soát", "Chủ trì: Sở Tư pháp", "Sản phẩm:", "- Báo cáo", "- Kế hoạch", "2. Công khai.") == [
        ("Rà soát", "Sở Tư pháp", "Báo cáo; Kế hoạch", "")
    ]


def test_a_list_of_values_may_end_the_text() -> None:
    plan = plan_of(read_text(f"{HEAD}II. NHIỆM VỤ\n1. Rà soát.\n- Chủ trì: Sở Tư pháp\n- Sản phẩm:\n+ Báo cáo\n+ Kế hoạch"))
    assert [task.deliverables for task in plan.tasks] == [("Báo cáo", "Kế hoạch")]


def test_what_is_said_twice_is_put_together_and_blanks_add_nothing() -> None:
    assert tasks("1. Rà soát. Chủ trì: Sở Tư pháp; thời gian: quý I.", "- Chủ trì: Sở Y tế.", "- Thời gian: ") == [
        ("Rà soát", "Sở Tư pháp; Sở Y tế", "", "quý I")
    ]


def test_a_single_label_is_enough_where_most_of_the_list_have_two() -> None:
    full = "{}. Rà soát đợt {}. Chủ trì: Sở Y tế; thời hạn: quý I; kết quả: Báo cáo."
    lone = "3. Tập huấn. Thời hạn: quý II."
    found = tasks(full.format(1, 1), full.format(2, 2), lone)
    assert found[-1] == ("Tập huấn", "", "", "quý II")
    assert len(tasks(full.format(1, 1), "2. Nâng cao kỷ luật.", lone)) == 1
    assert tasks(lone) == []
    plan = plan_of(paper(full.format(1, 1), full.format(2, 2), "3. Tăng cường kỷ luật."))
    assert [statement.kind for statement in plan.statements] == [StatementKind.DIRECTION]


def test_a_blank_is_a_blank() -> None:
    (task,) = plan_of(paper("1. Rà soát. Chủ trì: ........; thời gian: ; sản phẩm: Báo cáo.")).tasks
    assert (task.lead, task.schedule, task.schedule_text) == ((), Conditional(trigger=""), "")


def test_who_opens_the_title_or_is_named_as_a_person_leads_where_no_label_says_so() -> None:
    assert tasks("1. Sở Nội vụ xây dựng Đề án; hoàn thành trước ngày 30/6/2024; sản phẩm là Đề án.") == [
        ("Sở Nội vụ xây dựng Đề án", "Sở Nội vụ", "Đề án", "trước ngày 30/6/2024")
    ]
    assert tasks("1. Rà soát. Người phụ trách: Trần Minh; thời hạn: quý I.") == [("Rà soát", "Trần Minh", "", "quý I")]
    assert tasks("1. Sở Y tế", "- Rà soát; thời hạn: quý I; sản phẩm: Báo cáo.") == [("Rà soát", "Sở Y tế", "Báo cáo", "quý I")]
    assert tasks("1. Cán bộ, công chức", "- Rà soát; thời hạn: quý I; sản phẩm: Báo cáo.")[0][1] == ""
    assert tasks("1. Rà soát. Người phụ trách: Trần Minh; chủ trì: Sở Y tế; thời hạn: quý I.")[0][1] == "Sở Y tế"


def test_who_leads_and_who_takes_part_are_agencies_where_nothing_else_is_said() -> None:
    assert tasks("1. Rà soát. Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ.") == [("Rà soát", "Sở Y tế", "", "")]
    assert tasks("1. Rà soát. Chủ trì: Tham mưu kế hoạch; phối hợp: Cung cấp số liệu.") == []


LABELLED = "1. Rà soát 90% văn bản. Chủ trì: Sở Y tế; thời hạn: quý I."


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("II. NHIỆM VỤ TRỌNG TÂM", 1),
        ("II. CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH", 1),
        ("II. MỤC TIÊU VÀ NHIỆM VỤ", 1),
        ("II. PHÂN CÔNG NHIỆM VỤ", 1),
        ("II. CHỈ TIÊU CỤ THỂ", 0),
        ("II. MỤC ĐÍCH, YÊU CẦU", 0),
        ("II. TRÁCH NHIỆM THỰC HIỆN", 0),
    ],
)
def test_tasks_stand_in_sections_of_tasks(heading: str, expected: int) -> None:
    assert len(tasks(LABELLED, heading=heading)) == expected


def test_targets_and_duties_stay_what_they_are_and_a_task_may_promise_something() -> None:
    assert len(plan_of(paper(LABELLED, heading="II. CHỈ TIÊU CỤ THỂ")).targets) == 2
    plan = plan_of(paper(LABELLED, heading="II. MỤC TIÊU, NHIỆM VỤ"))
    assert [target.text for target in plan.targets][1:] == ["Rà soát 90% văn bản"]
    assert [task.title for task in plan.tasks] == ["Rà soát 90% văn bản"]
    owed = plan_of(paper("1. Sở Y tế: chủ trì rà soát. Thời gian: quý I.", heading="II. TRÁCH NHIỆM THỰC HIỆN"))
    assert len(owed.duties) == 2
    assert owed.tasks == ()


def test_a_section_is_no_task_and_what_it_says_by_labels_stays_a_statement() -> None:
    assert tasks("1. Thời gian thực hiện: năm 2024", "2. Đơn vị chủ trì: Sở Nội vụ", heading="II. NỘI DUNG, THỜI GIAN") == []
    assert tasks(LABELLED, "Trên đây là Kế hoạch. Chủ trì: Sở Y tế; thời hạn: quý I.") != []
    closing = plan_of(read_text(f"{HEAD}II. NHIỆM VỤ\n{LABELLED}\nTrên đây là Kế hoạch. Chủ trì: Sở Y tế; thời hạn: quý I."))
    assert len(closing.tasks) == 1


def test_a_title_may_use_words_of_headings() -> None:
    assert tasks(
        "1. Rà soát chỉ tiêu", "- Chủ trì: Sở Nội vụ", "- Kết quả: Báo cáo",
        "2. Xây dựng Kế hoạch tổ chức thực hiện. Chủ trì: Sở Nội vụ. Thời gian: quý I.",
    ) == [
        ("Rà soát chỉ tiêu", "Sở Nội vụ", "Báo cáo", ""),
        ("Xây dựng Kế hoạch tổ chức thực hiện", "Sở Nội vụ", "", "quý I"),
    ]  # fmt: skip


def test_tasks_in_prose_are_numbered_after_those_of_tables() -> None:
    table = ("| TT | Nhiệm vụ | Chủ trì | Thời gian |", "|---|---|---|---|", "| 7 | Kiểm tra | Sở Nội vụ | Quý III |")
    found: tuple[Task, ...] = plan_of(paper(LABELLED, "", *table)).tasks
    assert sorted((task.number, task.title) for task in found) == [(7, "Kiểm tra"), (8, "Rà soát 90% văn bản")]


def test_claims_in_a_task_are_heard() -> None:
    reading = paper("1. Giải quyết 30/58 kiến nghị (đạt 57,72%). Chủ trì: Sở Y tế; thời hạn: quý I.")
    assert len(reading.claims) == 1
    assert len(plan_of(reading).tasks) == 1
