"""What the rules of targets accuse, and what they leave alone: aims of plans as offices write them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypedDict, Unpack

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cchc import (
    AtLeast,
    AtMost,
    Between,
    Continuous,
    Deadline,
    Finding,
    Frequency,
    LessThan,
    MoreThan,
    Period,
    Plan,
    Qualitative,
    Recurring,
    ReduceBy,
    Report,
    Requirement,
    RuleSet,
    Schedule,
    Severity,
    Source,
    Target,
    Task,
    Window,
    check,
    indicators,
    read,
    read_text,
)
from cchc.reading.commitments.targets import read_targets
from cchc.reading.passage import Passage
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.target_groups import promises
from cchc.rules.checking.targets import TARGETS

CONFLICTING = [
    ("98% hồ sơ TTHC được giải quyết đúng hạn.", "Tỷ lệ giải quyết hồ sơ đúng hạn đạt trên 95%."),
    ("Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn đạt 99%.", "Trên 98% hồ sơ TTHC được giải quyết đúng và trước hạn."),
    ("Tỷ lệ thanh toán trực tuyến đạt tối thiểu 50%.", "60% hồ sơ có nghĩa vụ tài chính được thanh toán trực tuyến."),
    ("Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC đạt 80%.", "100% hồ sơ, kết quả giải quyết thủ tục hành chính được số hóa."),
    (
        "Chỉ số PAR INDEX nằm trong nhóm 10 địa phương dẫn đầu cả nước.",
        "Chỉ số cải cách hành chính (PAR INDEX) của tỉnh nằm trong nhóm 15 tỉnh, thành phố dẫn đầu cả nước.",
    ),
    (
        "Mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước đạt trên 90%.",
        "Chỉ số SIPAS đạt 85% trở lên.",
    ),
    (
        "Giảm 10% số lượng đơn vị sự nghiệp công lập so với năm 2021.",
        "Giảm tối thiểu 8% đầu mối đơn vị sự nghiệp công lập so với năm 2021.",
    ),
    ("90% hồ sơ công việc được xử lý trên môi trường mạng.", "Tỷ lệ hồ sơ công việc xử lý trên môi trường điện tử đạt 80%."),
    ("Giải ngân vốn đầu tư công đạt trên 95% kế hoạch.", "Tỷ lệ giải ngân kế hoạch vốn đầu tư công đạt 100%."),
    ("Tỷ lệ hồ sơ nộp trực tuyến đạt 70%.", "Ít nhất 80% hồ sơ TTHC được tiếp nhận trực tuyến."),
    ("100% văn bản đi được ký số.", "Tỷ lệ văn bản phát hành được ký số đạt 95%."),
    (
        "Tỷ lệ TTHC được cung cấp trực tuyến toàn trình đạt 60%.",
        "Cung cấp dịch vụ công trực tuyến toàn trình đối với 80% TTHC.",
    ),
    ("Tỷ lệ cấp kết quả giải quyết TTHC bản điện tử đạt 90%.", "100% kết quả giải quyết TTHC được cấp bản điện tử."),
    (
        "Tỷ lệ dữ liệu của các sở, ngành được kết nối vào kho dữ liệu dùng chung đạt 80%.",
        "90% dữ liệu của các sở, ngành được kết nối vào kho dữ liệu dùng chung.",
    ),
    ("Kiểm tra CCHC tại ít nhất 30% cơ quan, đơn vị.", "40% cơ quan, đơn vị được kiểm tra công tác cải cách hành chính."),
    (
        "Thời gian chờ giao dịch tại Bộ phận Một cửa không quá 15 phút.",
        "Thời gian chờ của người dân tại Bộ phận Một cửa tối đa 30 phút.",
    ),
    ("Tỷ lệ hồ sơ quá hạn dưới 1%.", "Tỷ lệ hồ sơ TTHC quá hạn không quá 2%."),
    (
        "Xếp hạng Chỉ số DTI thuộc nhóm 10 tỉnh dẫn đầu.",
        "Chỉ số chuyển đổi số (DTI) nằm trong nhóm 20 tỉnh, thành phố dẫn đầu.",
    ),
    (
        "100% phản ánh, kiến nghị của người dân, doanh nghiệp được xử lý đúng hạn.",
        "Tỷ lệ PAKN được xử lý đúng thời hạn đạt 95%.",
    ),
    (
        "95% báo cáo định kỳ được thực hiện trên Hệ thống thông tin báo cáo.",
        "100% báo cáo định kỳ được cập nhật trên hệ thống thông tin báo cáo của tỉnh.",
    ),
]
APART = [
    ("98% hồ sơ TTHC được giải quyết đúng hạn.", "60% hồ sơ TTHC được giải quyết trước hạn."),
    ("98% hồ sơ TTHC được giải quyết đúng hạn.", "Tỷ lệ hồ sơ đất đai giải quyết đúng hạn đạt 95%."),
    ("98% hồ sơ TTHC được giải quyết đúng hạn.", "95% hồ sơ TTHC ở cấp xã được giải quyết đúng hạn."),
    ("98% hồ sơ TTHC được giải quyết đúng hạn.", "Phấn đấu 100% hồ sơ TTHC được giải quyết đúng hạn."),
    ("100% TTHC đủ điều kiện được cung cấp trực tuyến toàn trình.", "80% TTHC được cung cấp trực tuyến toàn trình."),
    ("Tỷ lệ hồ sơ trực tuyến toàn trình đạt 70%.", "Tỷ lệ hồ sơ trực tuyến một phần đạt 80%."),
    ("Tỷ lệ hồ sơ trực tuyến toàn trình đạt 70%.", "Đến năm 2030, tỷ lệ hồ sơ trực tuyến toàn trình đạt 90%."),
    ("Tỷ lệ hồ sơ nộp trực tuyến đạt 70%.", "Tỷ lệ TTHC có phát sinh hồ sơ trực tuyến đạt 50%."),
    ("Tỷ lệ thanh toán trực tuyến đạt 60%.", "80% TTHC có phí, lệ phí được tích hợp thanh toán trực tuyến."),
    (
        "Mức độ hài lòng của người dân về giải quyết TTHC đạt 90%.",
        "Mức độ hài lòng của người dân về dịch vụ y tế, giáo dục công lập đạt 85%.",
    ),
    ("Chỉ số PAR INDEX nằm trong nhóm 10.", "Chỉ số PAPI nằm trong nhóm 20."),
    ("Chỉ số PAR INDEX nằm trong nhóm 10.", "Chỉ số PAR INDEX đạt từ 90 điểm trở lên."),
    ("Giảm 10% đơn vị sự nghiệp công lập so với năm 2021.", "Giảm 2% đơn vị sự nghiệp công lập so với năm 2024."),
    ("Giảm 5% biên chế công chức.", "Giảm 10% biên chế sự nghiệp hưởng lương từ ngân sách nhà nước."),
    (
        "90% hồ sơ công việc tại cấp tỉnh được xử lý trên môi trường mạng.",
        "70% hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng.",
    ),
    ("100% văn bản QPPL được kiểm tra.", "90% văn bản QPPL được rà soát."),
    ("100% cán bộ, công chức cấp xã đạt chuẩn.", "80% cán bộ, công chức cấp xã được bồi dưỡng kỹ năng số."),
    ("Tỷ lệ số hóa hồ sơ đạt 80%.", "Tỷ lệ số hóa kết quả giải quyết TTHC đạt 100%."),
    ("Tỷ lệ số hóa kết quả giải quyết TTHC đạt 100%.", "Tỷ lệ số hóa kết quả giải quyết TTHC còn hiệu lực đạt 50%."),
    ("Quý I giải ngân vốn đầu tư công đạt 20%.", "Giải ngân vốn đầu tư công cả năm đạt 95%."),
    ("6 tháng đầu năm giải ngân vốn đầu tư công đạt 50%.", "Giải ngân vốn đầu tư công đạt 95%."),
    ("100% hồ sơ quá hạn có thư xin lỗi.", "Tỷ lệ hồ sơ quá hạn dưới 1%."),
    (
        "Tỷ lệ hồ sơ giải quyết đúng hạn của các sở, ban, ngành đạt 99%.",
        "Tỷ lệ hồ sơ giải quyết đúng hạn của UBND cấp huyện đạt 98%.",
    ),
    ("Tỷ lệ hồ sơ trực tuyến toàn trình đạt tối thiểu 50%.", "Tỷ lệ hồ sơ trực tuyến toàn trình không quá 90%."),
    ("100% xã, phường có Tổ công nghệ số cộng đồng.", "80% thôn, tổ dân phố có Tổ công nghệ số cộng đồng."),
    (
        "Tỷ lệ người dân trưởng thành có tài khoản định danh điện tử đạt 80%.",
        "Tỷ lệ người dân trưởng thành có chữ ký số đạt 50%.",
    ),
    (
        "Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ tiếp nhận đạt 60%.",
        "Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ của TTHC cung cấp trực tuyến đạt 85%.",
    ),
    (
        "Tỷ lệ giải ngân vốn đầu tư công đạt 95% kế hoạch Thủ tướng Chính phủ giao.",
        "Tỷ lệ giải ngân vốn đầu tư công đạt 90% kế hoạch HĐND tỉnh giao.",
    ),
    ("Mỗi năm giảm 2% biên chế công chức.", "Giảm 10% biên chế công chức."),
    (
        "100% cơ quan, đơn vị hoàn thành phê duyệt đề án vị trí việc làm.",
        "90% cơ quan, đơn vị bố trí công chức đúng vị trí việc làm.",
    ),
]
NAMES = [one.name for one in indicators() if one.unit == "%" and one.direction.value == "higher"]


def paper(*aims: str, year: str = "2025") -> str:
    """A plan whose aims stand in two sections, the first half in the first."""
    half = (len(aims) + 1) // 2
    lines = ["1. Cải cách thủ tục hành chính", *(f"- {aim}" for aim in aims[:half])]
    lines += ["2. Xây dựng chính quyền số", *(f"- {aim}" for aim in aims[half:])]
    return "\n".join(
        (f"KẾ HOẠCH\nCải cách hành chính năm {year}\n\nI. MỤC TIÊU", *lines, "II. NHIỆM VỤ\n1. Đôn đốc thực hiện.\n")
    )


def found(*aims: str) -> tuple[Finding, ...]:
    return check(read_text(paper(*aims)), rules=TARGETS)


def in_data(*targets: Target, rules: RuleSet = TARGETS) -> tuple[Finding, ...]:
    return check(Plan(title="Kế hoạch", period=Period.of_year(2025), agency="UBND tỉnh Hà Long", targets=targets), rules=rules)


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def share(number: int, name: str, requirement: Requirement, *, aspiration: bool = False) -> Target:
    return Target(id=str(number), indicator=name, requirement=requirement, text=name, aspiration=aspiration)


# -- laws ---------------------------------------------------------------


@pytest.mark.law
@given(st.sampled_from(NAMES), st.integers(1, 100), st.integers(1, 100))
def test_two_bounds_of_one_thing_conflict_when_they_differ_and_repeat_when_they_do_not(name: str, one: int, other: int) -> None:
    pair = share(1, name, AtLeast(one, "%")), share(2, name, AtLeast(other, "%"))
    assert codes(in_data(*pair)) == (["target.duplicate"] if one == other else ["target.conflict"])


@pytest.mark.law
@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True), st.data())
def test_different_indicators_never_conflict(names: list[str], data: st.DataObject) -> None:
    bounds = data.draw(st.lists(st.integers(1, 100), min_size=len(names), max_size=len(names)))
    targets = [share(at, name, AtLeast(bound, "%")) for at, (name, bound) in enumerate(zip(names, bounds, strict=True))]
    assert in_data(*targets) == ()


@pytest.mark.law
@given(st.integers(20, 2000).flatmap(lambda base: st.tuples(st.integers(1, base * 9 // 10), st.just(base))), st.booleans())
def test_a_share_of_its_count_and_base_agrees_and_one_that_is_seven_more_does_not(counts: tuple[int, int], slip: bool) -> None:
    part, base = counts
    printed = f"{Decimal(part * 100) / base + 7 * slip:.2f}".replace(".", ",")
    text = f"Giảm {printed}% số lượng đơn vị sự nghiệp công lập (tương ứng {part} đơn vị trên tổng số {base} đơn vị)"
    findings = in_data(Target(id="1", indicator=text, requirement=AtLeast("1", "%"), text=text))
    assert codes(findings) == (["target.base-mismatch"] if slip else [])


# -- one thing promised twice -------------------------------------------


@pytest.mark.parametrize(("one", "other"), CONFLICTING)
def test_one_thing_with_two_bounds(one: str, other: str) -> None:
    (finding,) = found(one, other)
    assert (finding.code, finding.subject, finding.params["other"]) == ("target.conflict", "targets/2.1", "1.1")


@pytest.mark.parametrize(("one", "other"), APART)
def test_things_that_only_look_alike(one: str, other: str) -> None:
    assert found(one, other) == ()


def test_a_conflict_says_both_bounds_and_how_sure_it_is() -> None:
    (finding,) = found("98% hồ sơ TTHC được giải quyết đúng hạn.", "Tỷ lệ giải quyết hồ sơ đúng hạn đạt trên 95%.")
    assert (finding.params["stated"], finding.params["other_stated"], finding.params["unit"]) == (95, 98, "%")
    assert finding.severity is Severity.ERROR
    (by_words,) = found("80% thôn có nhà văn hóa đạt chuẩn nông thôn mới.", "90% thôn có nhà văn hóa đạt chuẩn nông thôn mới.")
    assert by_words.severity is Severity.WARNING


def test_the_third_place_is_told_once() -> None:
    findings = found(*(f"{bound}% hồ sơ TTHC được giải quyết đúng hạn." for bound in (98, 95, 90)))
    assert [finding.subject for finding in findings] == ["targets/1.2", "targets/2.1"]


def test_phan_dau_may_be_higher_than_the_floor_and_not_lower() -> None:
    name = "Tỷ lệ hồ sơ giải quyết đúng hạn"
    floor = share(1, name, AtLeast("80", "%"))
    assert in_data(floor, share(2, name, AtLeast("90", "%"), aspiration=True)) == ()
    assert in_data(share(1, name, AtLeast("90", "%"), aspiration=True), share(2, name, AtLeast("80", "%"))) == ()
    (lower,) = in_data(floor, share(2, name, AtLeast("70", "%"), aspiration=True))
    assert (lower.code, lower.severity) == ("target.conflict", Severity.WARNING)
    both = (share(n, name, AtLeast(bound, "%"), aspiration=True) for n, bound in ((1, "80"), (2, "90")))
    assert codes(in_data(*both)) == ["target.conflict"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (AtLeast("50", "%"), AtMost("90", "%"), []),
        (AtMost("90", "%"), AtLeast("50", "%"), []),
        (AtLeast("90", "%"), LessThan("50", "%"), ["target.conflict"]),
        (AtLeast("50", "%"), AtLeast("50", "điểm"), []),
        (MoreThan("95", "%"), AtLeast("95", "%"), []),
        (Between(least="25", most="35", unit="%"), AtLeast("20", "%"), ["target.conflict"]),
        (Qualitative(), Qualitative(), []),
        (ReduceBy(), ReduceBy(value="5", unit="%"), []),
        (Qualitative(), AtLeast("50", "%"), []),
    ],
)
def test_bounds(one: Requirement, other: Requirement, expected: list[str]) -> None:
    name = "Tỷ lệ hồ sơ giải quyết đúng hạn"
    assert codes(in_data(share(1, name, one), share(2, name, other))) == expected


def test_the_same_bound_twice() -> None:
    (finding,) = found("98% hồ sơ TTHC được giải quyết đúng hạn.", "Tỷ lệ giải quyết hồ sơ đúng hạn đạt từ 98% trở lên.")
    assert (finding.code, finding.severity, finding.params["other"]) == ("target.duplicate", Severity.INFO, "1.1")
    (verbatim,) = found(*["98% hồ sơ TTHC được giải quyết đúng hạn."] * 2)
    assert verbatim.severity is Severity.WARNING


@pytest.mark.parametrize(
    "aims",
    [
        "1. Chỉ tiêu\na) Đối với cấp tỉnh\n- 98% hồ sơ đúng hạn.\nb) Đối với cấp xã\n- 95% hồ sơ đúng hạn.",
        "1. Chỉ tiêu\n- Cấp tỉnh:\n+ 98% hồ sơ đúng hạn.\n- Cấp xã:\n+ 95% hồ sơ đúng hạn.",
        "1. Các sở, ban, ngành\n- 98% hồ sơ đúng hạn.\n2. UBND các huyện\n- 95% hồ sơ đúng hạn.",
        "1. Chỉ tiêu\n* Lĩnh vực đất đai\n- 95% hồ sơ đúng hạn.\n* Lĩnh vực hộ tịch\n- 99% hồ sơ đúng hạn.",
    ],
)
def test_headings_say_of_whom_a_target_is(aims: str) -> None:
    text = f"KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. MỤC TIÊU\n{aims}\nII. NHIỆM VỤ\n1. Đôn đốc thực hiện.\n"
    reading = read_text(text)
    assert reading.plan is not None
    assert len([target for target in reading.plan.targets if target.requirement != Qualitative()]) == 2
    assert check(reading, rules=TARGETS) == ()


def test_a_heading_of_the_plans_own_year_limits_nothing() -> None:
    aims = "1. Thủ tục\n- 98% hồ sơ đúng hạn.\n2. Mục tiêu năm 2025\n- 95% hồ sơ đúng hạn."
    text = f"KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. MỤC TIÊU\n{aims}\nII. NHIỆM VỤ\n1. Đôn đốc thực hiện.\n"
    assert codes(check(read_text(text), rules=TARGETS)) == ["target.conflict"]


def test_a_report_promises_nothing() -> None:
    assert promises(Paper(subject=Report(period=None, agency="UBND tỉnh Hà Long"))) == ()


def test_a_cell_under_headings_that_are_not_known_is_left_alone() -> None:
    cells = (
        Target(id=name, indicator="Tỷ lệ hồ sơ đúng hạn", requirement=AtLeast(name, "%"), source=Source(place=f"row {name}"))
        for name in ("90", "95")
    )
    assert in_data(*cells) == ()


def test_a_plan_without_a_period_is_checked_too() -> None:
    targets = tuple(share(n, "Tỷ lệ hồ sơ đúng hạn", AtLeast(bound, "%")) for n, bound in ((1, "80"), (2, "90")))
    plan = Plan(title="Kế hoạch", period=None, targets=targets)
    assert codes(check(plan, rules=TARGETS.only("target.conflict"))) == ["target.conflict"]
    span = Plan(title="Kế hoạch", period=Period.span(2021, 2025), targets=targets)
    assert codes(check(span, rules=TARGETS.only("target.conflict"))) == ["target.conflict"]


# -- what tasks and directions promise ----------------------------------

ONLINE = "Tỷ lệ hồ sơ nộp trực tuyến đạt từ 60% trở lên."
TRAINED = "Tối thiểu 88% giáo viên đạt chuẩn trình độ đào tạo theo Luật Giáo dục năm 2019."
YEAR_END = Deadline(due=date(2025, 12, 31))


class Row(TypedDict, total=False):
    """What a task says besides its title."""

    lead: tuple[str, ...]
    group_title: str
    schedule: Schedule
    schedule_text: str


def aim(text: str, number: int = 1) -> Target:
    """A target as it is read from an item."""
    (target,) = read_targets(Passage.of(text), code=str(number), period=Period.of_year(2025))
    return evolve(target, source=None)


def held(text: str, title: str, **row: Unpack[Row]) -> list[tuple[str, str]]:
    """What is found of a plan of one target and one task."""
    task = evolve(Task(number=7, title=title, lead=("Văn phòng Sở",), schedule=YEAR_END), **row)
    plan = Plan(title="Kế hoạch", period=Period.of_year(2025), agency="Sở Giáo dục", targets=(aim(text),), tasks=(task,))
    return [(one.code, one.subject) for one in check(plan, rules=TARGETS)]


TITLE = "Hướng dẫn người dân, bảo đảm tỷ lệ hồ sơ nộp trực tuyến đạt từ 75% trở lên"
CONTRADICTED = [("target.conflict", "tasks/7")]


@pytest.mark.law
@given(st.integers(1, 99), st.integers(1, 99))
def test_a_title_contradicts_a_target_exactly_when_it_has_another_bound(one: int, other: int) -> None:
    text, title = (f"bảo đảm tỷ lệ hồ sơ nộp trực tuyến đạt từ {share}% trở lên" for share in (one, other))
    assert held(text, f"Hướng dẫn người dân, {title}") == (CONTRADICTED if one != other else [])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (ONLINE, TITLE),
        (ONLINE, "Vận động người dân nhằm nâng tỷ lệ hồ sơ nộp trực tuyến đạt từ 75% trở lên"),
        (ONLINE, "Đẩy mạnh tuyên truyền, tỷ lệ hồ sơ nộp trực tuyến đạt từ 75% trở lên trong năm 2025"),
        (ONLINE, "Nâng tỷ lệ hồ sơ nộp trực tuyến đạt từ 50% trở lên"),
        (TRAINED, "Bồi dưỡng giáo viên, bảo đảm tối thiểu 92% giáo viên đạt chuẩn trình độ đào tạo"),
        (
            "Tối thiểu 85% hồ sơ TTHC lĩnh vực môi trường được nộp trực tuyến.",
            "Hướng dẫn doanh nghiệp, bảo đảm tối thiểu 95% hồ sơ TTHC lĩnh vực môi trường được nộp trực tuyến",
        ),
        ("Kiểm tra tại ít nhất 30% cơ quan, đơn vị.", "Kiểm tra tại ít nhất 20% cơ quan, đơn vị"),
    ],
)
def test_a_title_that_contradicts_a_target(text: str, title: str) -> None:
    assert held(text, title) == CONTRADICTED


@pytest.mark.parametrize(
    "title",
    [
        "Hướng dẫn người dân, bảo đảm tỷ lệ hồ sơ nộp trực tuyến đạt từ 60% trở lên",
        "Bảo đảm tỷ lệ hồ sơ nộp trực tuyến đạt trên 60%",
        "Phấn đấu tỷ lệ hồ sơ nộp trực tuyến đạt 75%",
        "Hướng dẫn người dân, bảo đảm tỷ lệ hồ sơ nộp trực tuyến trong quý III đạt từ 40% trở lên",
        "Từng bước nâng tỷ lệ hồ sơ nộp trực tuyến đạt từ 75% trở lên",
        "Nâng tỷ lệ hồ sơ nộp trực tuyến đạt từ 75% trở lên vào năm 2027",
        "Nâng tỷ lệ hồ sơ nộp trực tuyến giai đoạn 2025 - 2027 đạt từ 75% trở lên",
        "Nâng tỷ lệ hồ sơ nộp trực tuyến từ 55% lên 75%",
        "Nâng tỷ lệ hồ sơ nộp trực tuyến lĩnh vực hộ tịch đạt từ 75% trở lên",
        "Giải quyết hồ sơ đất đai, bảo đảm tỷ lệ hồ sơ nộp trực tuyến đạt từ 75% trở lên",
        "Đối với cấp xã, bảo đảm tỷ lệ hồ sơ nộp trực tuyến đạt từ 75% trở lên",
        "Bảo đảm tỷ lệ hồ sơ nộp trực tuyến tại cấp xã đạt từ 75% trở lên",
        "Bảo đảm tỷ lệ hồ sơ đúng hạn đạt từ 75% trở lên",
        "Tổ chức 05 lớp tập huấn; tăng 10% hồ sơ nộp trực tuyến",
        "Hướng dẫn người dân nộp hồ sơ trực tuyến",
    ],
)
def test_a_title_that_contradicts_nothing(title: str) -> None:
    assert held(ONLINE, title) == []


@pytest.mark.parametrize(
    ("row", "share", "expected"),
    [
        ({"schedule": Deadline(due=date(2025, 6, 30))}, 40, []),
        ({"schedule": Deadline(due=date(2025, 6, 30))}, 75, CONTRADICTED),
        ({"schedule": Window(end=date(2026, 6, 30))}, 75, []),
        ({"schedule": Window(end=date(2026, 6, 30))}, 40, CONTRADICTED),
        ({"schedule": Continuous()}, 75, CONTRADICTED),
        ({"schedule": Recurring(frequency=Frequency.QUARTERLY), "schedule_text": "Hằng quý"}, 75, []),
        ({"lead": ("UBND các xã, phường",)}, 75, []),
        ({"lead": ("Các sở, ban, ngành; UBND các xã, phường",)}, 75, CONTRADICTED),
        ({"group_title": "Đối với cấp xã"}, 75, []),
    ],
)
def test_a_step_on_the_way_and_a_part_of_the_whole_contradict_nothing(
    row: Row, share: int, expected: list[tuple[str, str]]
) -> None:
    assert held(ONLINE, f"Bảo đảm tỷ lệ hồ sơ nộp trực tuyến đạt từ {share}% trở lên", **row) == expected


def test_without_a_period_only_one_of_two_days_is_known() -> None:
    task = Task(number=7, title=TITLE, schedule=YEAR_END)
    plan = Plan(title="Kế hoạch", period=None, targets=(evolve(aim(ONLINE), due=None),), tasks=(task,))
    assert codes(check(plan, rules=TARGETS.only("target.conflict"))) == []
    timeless = evolve(plan, tasks=(evolve(task, schedule=Continuous()),))
    assert codes(check(timeless, rules=TARGETS.only("target.conflict"))) == ["target.conflict"]


def test_a_direction_that_contradicts_a_target_and_one_under_a_heading_of_a_part() -> None:
    directions = "II. GIẢI PHÁP\n1. Chuyển đổi số\n- Vận động người dân, nâng tỷ lệ hồ sơ nộp trực tuyến đạt từ 75% trở lên.\n"
    parted = directions.replace("1. Chuyển đổi số", "1. Đối với cấp xã")
    unmarked = parted.replace("- Vận", "Vận")
    opening = f"KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. MỤC TIÊU\n1. {ONLINE}\n2. 100% văn bản đi được ký số.\n"
    (finding,) = check(read_text(opening + directions), rules=TARGETS)
    assert (finding.code, finding.severity, finding.params["other"]) == ("target.conflict", Severity.WARNING, "1")
    assert (finding.params["stated"], finding.params["other_stated"]) == (75, 60)
    assert finding.subject.startswith("statements/")
    assert check(read_text(opening + parted), rules=TARGETS) == ()
    assert check(read_text(opening + unmarked), rules=TARGETS) == ()


def test_what_is_promised_twice_outside_the_targets_is_no_matter() -> None:
    tasks = tuple(Task(number=at, title=TITLE.replace("75", str(share)), schedule=YEAR_END) for at, share in ((1, 70), (2, 80)))
    plan = Plan(title="Kế hoạch", period=Period.of_year(2025), tasks=tasks)
    assert check(plan, rules=TARGETS) == ()
    agreed = evolve(plan, tasks=tasks[:1], targets=(aim(ONLINE), aim(ONLINE.replace("60", "70"), 2)))
    assert [one.subject for one in check(agreed, rules=TARGETS)] == ["targets/2"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (TRAINED, "Tối thiểu 92% giáo viên đạt chuẩn trình độ đào tạo.", ["target.conflict"]),
        (TRAINED, "Tối thiểu 92% giáo viên đạt chuẩn trình độ đào tạo theo Luật Giáo dục năm 2019.", ["target.conflict"]),
        (TRAINED, "Tối thiểu 92% giáo viên đạt chuẩn trình độ đào tạo theo Thông tư số 20/2018/TT-BGDĐT.", []),
        (TRAINED, "Tối thiểu 92% giáo viên đạt chuẩn trình độ đào tạo theo Luật Giáo dục được bồi dưỡng.", []),
        (
            "100% công chức sử dụng hộp thư điện tử công vụ.",
            "100% công chức sử dụng thư điện tử công vụ.",
            ["target.duplicate"],
        ),
    ],
)
def test_the_law_that_a_target_goes_by_makes_it_no_other(one: str, other: str, expected: list[str]) -> None:
    assert codes(in_data(aim(one), aim(other, 2))) == expected


# -- counts and bases ---------------------------------------------------


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("100% xã, phường (20/22 xã) hoàn thành số hóa sổ hộ tịch.", "90.91"),
        ("Giảm 2,5% số lượng đơn vị sự nghiệp công lập (tương ứng 15 đơn vị, trên tổng số 500 đơn vị).", "3.00"),
        ("Ít nhất 50% (30/70 cơ quan) được kiểm tra CCHC.", "42.86"),
        ("Giảm 5% biên chế, tương ứng 100 biên chế so với 1.500 biên chế.", "6.67"),
    ],
)
def test_a_count_that_is_not_the_percentage(text: str, computed: str) -> None:
    (finding,) = in_data(Target(id="1", indicator=text, requirement=AtLeast("1", "%"), text=text))
    assert (finding.code, finding.params["computed"]) == ("target.base-mismatch", Decimal(computed))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giảm 3% số biên chế công chức, tương ứng 41 người trên tổng số 1.200 người.", ["target.base-mismatch"]),
        ("Giảm 3% số biên chế công chức, tương ứng 36 người trên tổng số 1.200 người.", []),
        ("Giảm 3% số biên chế công chức, tương ứng 38 người trên tổng số 1.200 người.", []),
        ("Giảm tối thiểu 3% số biên chế công chức, tương ứng 41 người trên tổng số 1.200 người.", []),
        ("Giảm 13% số biên chế công chức, tương ứng 160 người trên tổng số 1.200 người.", []),
        ("Giảm 3% số biên chế công chức (41/1.200 người).", []),
    ],
)
def test_a_quota_is_set_before_its_count(text: str, expected: list[str]) -> None:
    findings = in_data(Target(id="1", indicator=text, requirement=ReduceBy(value="3", unit="%"), text=text))
    assert [(one.code, one.severity) for one in findings] == [(code, Severity.WARNING) for code in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Giảm 2,5% số lượng đơn vị sự nghiệp công lập (tương ứng 15 đơn vị, trên tổng số 600 đơn vị).",
        "Giảm 2,5% số lượng đơn vị (tương ứng 15 đơn vị, trên tổng số 590 đơn vị).",
        "Tối thiểu 50% (40/70 xã) có tổ công nghệ số.",
        "100% (22/22 xã) có tổ công nghệ số.",
        "100% hồ sơ được số hóa (1/7).",
        "Tăng 10%, giảm 5% (20/22 xã).",
        "100% xã đạt chuẩn theo Kế hoạch số 44/KH-UBND.",
        "90% (25/20 xã) có tổ công nghệ số.",
        "90% (0/0 xã) có tổ công nghệ số.",
        "1.00% (1/70 xã) có tổ công nghệ số.",
        "90% (1000.000/22 xã) có tổ công nghệ số.",
    ],
)
def test_counts_that_agree_or_cannot_be_told(text: str) -> None:
    assert in_data(Target(id="1", indicator=text, requirement=AtLeast("1", "%"), text=text)) == ()


# -- bounds, measures, days ---------------------------------------------


@pytest.mark.parametrize(
    ("aim", "expected"),
    [
        ("Trên 100% hồ sơ TTHC được giải quyết đúng hạn.", ["target.impossible-bound"]),
        ("120% hồ sơ TTHC được giải quyết đúng hạn.", ["target.impossible-bound"]),
        ("Giảm 150% số cuộc họp.", ["target.impossible-bound"]),
        ("Giảm 50% số cuộc họp.", []),
        ("Triển khai phần mềm trên 100% cơ quan, đơn vị.", []),
        ("Thu ngân sách đạt 110% dự toán.", []),
        ("Dưới 1% hồ sơ quá hạn.", []),
        ("Hầu hết hồ sơ TTHC được số hóa.", ["target.unmeasurable"]),
        ("Cơ bản hoàn thành số hóa sổ hộ tịch.", ["target.unmeasurable"]),
        ("Nâng cao đạo đức công vụ.", []),
        ("Đến hết ngày 30/6/2024, 100% TTHC nội bộ được công bố.", ["target.outside-period"]),
        ("Trong 6 tháng đầu năm 2024, các đơn vị đã giải quyết 98% hồ sơ đúng hạn.", []),
        ("100% hồ sơ tiếp nhận trước ngày 01/7/2024 được số hóa.", []),
        ("Đến hết ngày 30/6/2025, 100% TTHC nội bộ được công bố.", []),
        ("Đến ngày 31/02/2024, 100% TTHC nội bộ được công bố.", []),
    ],
)
def test_aims_alone(aim: str, expected: list[str]) -> None:
    assert codes(found(aim)) == expected


def test_a_figure_of_nothing() -> None:
    text = (
        "KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. MỤC TIÊU\n- Đạt 100%.\n- 98% hồ sơ đúng hạn.\nII. NHIỆM VỤ\n1. Đôn đốc.\n"
    )
    assert codes(check(read_text(text), rules=TARGETS)) == ["target.unmeasurable"]
    under = text.replace("- Đạt 100%.", "1. Số hóa\na) Hồ sơ TTHC\n- Đạt 100%.")
    assert check(read_text(under), rules=TARGETS) == ()


def test_the_real_plan_that_promises_70_and_80_per_cent(shared: Path) -> None:
    findings = check(read(shared / "documents" / "ke-hoach-2025-6-thang-cuoi-nam.txt"), rules=TARGETS)
    (conflict,) = (finding for finding in findings if finding.code == "target.conflict")
    assert (conflict.subject, conflict.params["stated"], conflict.params["other_stated"]) == ("targets/2.6.c.3.1", 80, 70)
    assert [finding.severity for finding in findings if finding is not conflict] == [Severity.INFO]


@pytest.mark.parametrize("name", ["ke-hoach-2023-ocr.txt", "ke-hoach-2023-so-noi-vu.md", "phu-luc-nhiem-vu-2024.docx"])
def test_right_papers_are_left_alone(shared: Path, name: str) -> None:
    assert check(read(shared / "documents" / name), rules=TARGETS) == ()
