"""A plan held against the higher one: what is stricter, looser, later or missing, and whose business it is."""

from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from cchc import Cascade, check_cascade, read, testing
from cchc.model import (
    Area,
    AtLeast,
    AtMost,
    Between,
    Citation,
    Complete,
    Compound,
    Conditional,
    Continuous,
    Deadline,
    Duty,
    Exactly,
    IncreaseBy,
    LessThan,
    Level,
    MoreThan,
    Operator,
    Period,
    Plan,
    Qualitative,
    RankUp,
    RankWithin,
    ReduceBy,
    Requirement,
    Schedule,
    Statement,
    StatementKind,
    Target,
    Task,
    Window,
)  # fmt: skip
from cchc.rules.checking.bodies_meant import Meaning, is_same_body, level_of, whom_it_means
from cchc.rules.checking.cascade_tasks import last_day
from cchc.rules.checking.requirements_compared import Relation, relation_of

YEAR = Period.of_year(2026)
PROVINCE, DEPARTMENT, COMMUNE = "UBND tỉnh Hồng Giang", "Sở Xây dựng tỉnh Hồng Giang", "UBND xã Phú Lâm"
INDICATORS = (
    "Hồ sơ thủ tục hành chính giải quyết đúng hạn",
    "Mức độ hài lòng về giải quyết thủ tục hành chính",
    "Hồ sơ thủ tục hành chính nộp trực tuyến",
    "Văn bản điện tử được ký số",
    "Hồ sơ công việc được xử lý trên môi trường mạng",
    "Cán bộ, công chức được đào tạo, bồi dưỡng",
)


def target(id_: str, indicator: str, requirement: Requirement | None = None, **more: Unpack["Said"]) -> Target:
    return evolve(Target(id=id_, indicator=indicator, requirement=requirement or AtLeast("90", "%")), **more)


class Said(TypedDict, total=False):
    """What a target may say besides."""

    area: Area
    scope: str
    text: str
    due: date


class Inside(TypedDict, total=False):
    """What a plan may hold."""

    symbol: str
    period: Period | None
    issued_on: date
    duties: tuple[Duty, ...]
    citations: tuple[Citation, ...]
    statements: tuple[Statement, ...]


def plan(agency: str, *items: Target | Task, **inside: Unpack[Inside]) -> Plan:
    targets = tuple(item for item in items if isinstance(item, Target))
    tasks = tuple(item for item in items if isinstance(item, Task))
    return evolve(Plan(title="Kế hoạch", period=YEAR, agency=agency, targets=targets, tasks=tasks), **inside)


def task(number: int, title: str, lead: str, schedule: Schedule | None = None) -> Task:
    return Task(number=number, title=title, lead=(lead,), schedule=schedule or Continuous())


def codes(cascade: Cascade) -> list[tuple[str, str]]:
    return [(finding.code, finding.subject) for finding in cascade.findings]


# --- laws

LEVELS = st.integers(1, 99).map(str)
REQUIREMENTS: st.SearchStrategy[Requirement] = st.one_of(
    st.builds(AtLeast, LEVELS, st.just("%")),
    st.builds(MoreThan, LEVELS, st.just("%")),
    st.builds(AtMost, LEVELS, st.just("%")),
    st.builds(LessThan, LEVELS, st.just("%")),
    st.builds(Exactly, LEVELS, st.just("%")),
    st.just(Complete()),
    st.just(Qualitative()),
)


@st.composite
def own_targets(draw: st.DrawFn) -> tuple[Target, ...]:
    chosen = draw(st.lists(st.sampled_from(INDICATORS), min_size=1, unique=True))
    return tuple(target(str(at), name, draw(REQUIREMENTS)) for at, name in enumerate(chosen, start=1))


@pytest.mark.law
@given(own_targets())
def test_a_plan_held_against_itself_is_equal(targets: tuple[Target, ...]) -> None:
    whole = plan(PROVINCE, *targets, task(1, "Kiểm tra công vụ", "Sở Nội vụ", Deadline(due=date(2026, 6, 30))))
    cascade = check_cascade(whole, whole)
    assert cascade.pairs == tuple((one.id, one.id, "equal") for one in targets)
    assert [(pair.parent, pair.child, pair.timing.value) for pair in cascade.tasks] == [
        (whole.tasks[0], whole.tasks[0], "equal")
    ]
    assert cascade.findings == ()


@pytest.mark.law
@given(testing.plans())
def test_any_plan_held_against_itself_has_no_fault(whole: Plan) -> None:
    assume(whole.agency)
    cascade = check_cascade(whole, whole)
    assert {relation for _, _, relation in cascade.pairs} <= {"equal"}
    assert cascade.findings == ()


@pytest.mark.law
@given(own_targets(), st.data())
def test_a_target_less_is_exactly_one_missing(targets: tuple[Target, ...], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(targets))
    left = tuple(one for one in targets if one is not gone)
    cascade = check_cascade(plan(PROVINCE, *targets), plan(DEPARTMENT, *left))
    assert [pair for pair in cascade.pairs if pair[2] == "missing"] == [(gone.id, "", "missing")]


@pytest.mark.law
@given(own_targets(), st.data())
def test_a_tighter_bound_is_never_looser(targets: tuple[Target, ...], data: st.DataObject) -> None:
    tighter = tuple(evolve(one, requirement=data.draw(_tightened(one.requirement))) for one in targets)
    cascade = check_cascade(plan(PROVINCE, *targets), plan(DEPARTMENT, *tighter))
    assert {relation for _, _, relation in cascade.pairs} <= {"equal", "stricter"}
    assert cascade.findings == ()


def _tightened(requirement: Requirement) -> st.SearchStrategy[Requirement]:
    match requirement:
        case AtLeast(value=value) | MoreThan(value=value):
            return st.integers(int(value) + 1, 100).map(lambda more: AtLeast(more, "%"))
        case AtMost(value=value) | LessThan(value=value):
            return st.integers(0, int(value) - 1).map(lambda less: AtMost(less, "%"))
        case Qualitative():
            return st.just(AtLeast("1", "%"))
        case _:
            return st.just(requirement)


@pytest.mark.law
@given(REQUIREMENTS, REQUIREMENTS)
def test_stricter_one_way_is_looser_the_other(one: Requirement, other: Requirement) -> None:
    turned = {Relation.STRICTER: Relation.LOOSER, Relation.LOOSER: Relation.STRICTER}
    forth, back = relation_of(one, other), relation_of(other, one)
    if forth is not None and back is not None:
        assert forth is turned.get(back, back) or forth is back is Relation.LOOSER


# --- requirements


@pytest.mark.parametrize(
    ("higher", "lower", "relation"),
    [
        (AtLeast("98", "%"), AtLeast("100", "%"), "stricter"),
        (AtLeast("98", "%"), MoreThan("98", "%"), "stricter"),
        (MoreThan("98", "%"), AtLeast("98", "%"), "looser"),
        (MoreThan("98", "%"), AtLeast("98", "phần trăm"), "looser"),
        (AtLeast("100", "%"), Exactly("100", "%"), "equal"),
        (AtLeast("100", "%"), Complete(), "equal"),
        (AtMost("2", "%"), AtMost("3", "%"), "looser"),
        (LessThan("2", "%"), AtMost("1", "%"), "stricter"),
        (AtMost("2", "%"), LessThan("2", "%"), "stricter"),
        (AtMost("5", "đơn vị"), AtMost("5", "đơn vị"), "equal"),
        (AtLeast("5", "lớp"), AtMost("5", "lớp"), None),
        (AtLeast("5", "lớp"), AtLeast("5", "hội nghị"), None),
        (AtLeast("120", "%"), AtLeast("130", "%"), "stricter"),
        (Between(least="80", most="90", unit="%"), AtLeast("85", "%"), None),
        (Between(least="80", most="90", unit="%"), Between(least="70", most="85", unit="%"), "looser"),
        (Qualitative(), AtLeast("5", "%"), "stricter"),
        (AtLeast("5", "%"), Qualitative(), "looser"),
        (ReduceBy(value="2.5", unit="%", baseline="2021"), ReduceBy(value="3", unit="%", baseline="2021"), "stricter"),
        (ReduceBy(value="2.5", unit="%", baseline="2021"), ReduceBy(value="2", unit="%"), "looser"),
        (ReduceBy(value="2.5", unit="%", baseline="2021"), ReduceBy(value="2", unit="%", baseline="2015"), None),
        (ReduceBy(value="2.5", unit="%"), ReduceBy(value="15", unit="đơn vị"), None),
        (ReduceBy(value="2.5", unit="%"), IncreaseBy(value="2.5", unit="%"), None),
        (ReduceBy(), ReduceBy(value="1", unit="%"), "stricter"),
        (ReduceBy(value="1", unit="%"), ReduceBy(), "looser"),
        (RankWithin(10), RankWithin(5), "stricter"),
        (RankUp(least=2, most=5), RankUp(least=1, most=5), "looser"),
        (RankWithin(10), AtLeast("90", "%"), None),
    ],
)
def test_one_requirement_beside_another(higher: Requirement, lower: Requirement, relation: str | None) -> None:
    found = relation_of(higher, lower)
    assert (found.value if found else None) == relation


# --- whom a name means


@pytest.mark.parametrize(
    ("name", "agency", "meaning"),
    [
        ("Sở Xây dựng", DEPARTMENT, Meaning.ITSELF),
        ("Sở KH&CN", "Sở Khoa học và Công nghệ tỉnh Hồng Giang", Meaning.ITSELF),
        ("Sở Khoa học và Công nghệ", "Sở KHCN", Meaning.ITSELF),
        ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh Hồng Giang", Meaning.ITSELF),
        ("Sở Nội vụ", "Sở Ngoại vụ", Meaning.OTHERS),
        ("Sở NV", "Sở Nội vụ", Meaning.OTHERS),
        ("", "Sở Nội vụ", Meaning.OTHERS),
        ("Các sở, ban, ngành", DEPARTMENT, Meaning.ONE_OF_ALL),
        ("Các sở, ban, ngành có liên quan", DEPARTMENT, Meaning.OTHERS),
        ("Thủ trưởng các cơ quan, đơn vị", DEPARTMENT, Meaning.ONE_OF_ALL),
        ("UBND các xã, phường", COMMUNE, Meaning.ONE_OF_ALL),
        ("Uỷ ban nhân dân cấp xã", COMMUNE, Meaning.ONE_OF_ALL),
        ("UBND các xã, phường", DEPARTMENT, Meaning.OTHERS),
        ("Chủ tịch UBND các huyện, thành phố", "UBND huyện Cẩm Bình", Meaning.ONE_OF_ALL),
        ("Các cơ quan, đơn vị, địa phương", COMMUNE, Meaning.ONE_OF_ALL),
        ("Các bộ, ngành", "Bộ Thủy văn", Meaning.OTHERS),
        ("Các cơ quan, đơn vị, địa phương", "Trường Cao đẳng Cửu Long", Meaning.OTHERS),
    ],
)
def test_whom_a_name_means(name: str, agency: str, meaning: Meaning) -> None:
    assert whom_it_means(name, agency) is meaning


@pytest.mark.parametrize(
    ("agency", "level"),
    [
        (PROVINCE, Level.PROVINCE), (DEPARTMENT, Level.DEPARTMENT), (COMMUNE, Level.COMMUNE),
        ("UBND quận Hải Tân", Level.DISTRICT), ("Thanh tra tỉnh", Level.DEPARTMENT), ("Bộ Thủy văn", Level.CENTRAL),
        ("Trường Cao đẳng Cửu Long", None),
    ],
)  # fmt: skip
def test_the_level_of_an_agency(agency: str, level: Level | None) -> None:
    assert level_of(agency) is level


def test_no_name_is_nobodys() -> None:
    assert not is_same_body("", "")


# --- targets


@pytest.mark.parametrize(
    ("asked", "agency", "own", "relation"),
    [
        pytest.param(target("1", INDICATORS[0]), DEPARTMENT, target("a", "Tỷ lệ hồ sơ TTHC được giải quyết đúng hạn"), "equal",
                     id="the same thing in other words"),
        pytest.param(target("1", INDICATORS[4], scope="cấp tỉnh"), DEPARTMENT,
                     target("a", INDICATORS[4], AtLeast("80", "%")), "looser", id="a level that the department is of"),
        pytest.param(target("1", INDICATORS[4], scope="cấp xã"), DEPARTMENT,
                     target("a", INDICATORS[4], AtLeast("80", "%")), "missing", id="a level that it is not of"),
        pytest.param(target("1", INDICATORS[4], scope="cấp xã"), COMMUNE,
                     target("a", INDICATORS[4], AtLeast("95", "%")), "stricter", id="a level that the commune is of"),
        pytest.param(target("1", INDICATORS[4], scope="cấp xã"), "Trường Cao đẳng Cửu Long",
                     target("a", INDICATORS[4]), "missing", id="an agency of no known level"),
        pytest.param(target("1", INDICATORS[1]), DEPARTMENT,
                     target("a", INDICATORS[1], AtLeast("80", "%"), scope="lĩnh vực đất đai"), "missing",
                     id="a narrower scope is not looser"),
        pytest.param(target("1", "Chỉ số CCHC (PAR INDEX)", RankWithin(10)), DEPARTMENT,
                     target("a", "Chỉ số CCHC (PAR INDEX)", RankWithin(20)), "missing", id="a rank among others"),
        pytest.param(target("1", "Sổ tay", Complete()), DEPARTMENT, target("a", "Sổ tay", Complete()), "equal",
                     id="the same words, however few"),
        pytest.param(target("1", "Sổ tay", Complete()), DEPARTMENT, target("a", "Sổ tay công vụ", Complete()), "missing",
                     id="too few words to be told from others"),
        pytest.param(target("1", INDICATORS[0]), DEPARTMENT, target("a", INDICATORS[0], AtLeast("9", "hồ sơ")), "missing",
                     id="another unit"),
    ],
)  # fmt: skip
def test_a_target_beside_the_agencys_own(asked: Target, agency: str, own: Target, relation: str) -> None:
    ((_, found, said),) = check_cascade(plan(PROVINCE, asked), plan(agency, own)).pairs
    assert (found, said) == ("" if relation == "missing" else "a", relation)


def test_the_likest_of_several_is_taken() -> None:
    asked = target("1", INDICATORS[0], text="100% hồ sơ đúng hạn")
    own = (target("a", "Tỷ lệ hồ sơ TTHC giải quyết đúng hạn", AtLeast("10", "%")), target("b", INDICATORS[0]))
    assert check_cascade(plan(PROVINCE, asked), plan(DEPARTMENT, *own)).pairs == (("1", "b", "equal"),)


LED = (Duty(agency="Sở Xây dựng", area=Area.DIGITAL), Duty(agency="Sở Nội vụ", area=Area.APPARATUS))


@pytest.mark.parametrize(
    ("asked", "agency", "business"),
    [
        (target("1", INDICATORS[0]), DEPARTMENT, "own"),
        (target("1", INDICATORS[0]), COMMUNE, "own"),
        (target("1", INDICATORS[0]), "Trường Cao đẳng Cửu Long", "unknown"),
        (target("1", "100% cơ quan, đơn vị có trang thông tin"), DEPARTMENT, "own"),
        (target("1", "Chung cư được số hóa", scope="cấp xã"), COMMUNE, "own"),
        (target("1", "Chung cư được số hóa", scope="cấp xã"), DEPARTMENT, "others"),
        (target("1", "Hồ sơ của Sở Xây dựng giải quyết đúng hạn"), DEPARTMENT, "own"),
        (target("1", "Hồ sơ của Sở Y tế giải quyết đúng hạn"), DEPARTMENT, "others"),
        (target("1", "Chỉ số CCHC", RankWithin(10)), DEPARTMENT, "others"),
        (target("1", "Chỉ số PAPI", AtLeast("43", "điểm")), DEPARTMENT, "others"),
        (target("1", "Nền tảng số dùng chung", area=Area.DIGITAL), DEPARTMENT, "led"),
        (target("1", "Tổ chức được tinh gọn", area=Area.APPARATUS), DEPARTMENT, "unknown"),
        (target("1", "Nền tảng số dùng chung"), DEPARTMENT, "unknown"),
        (target("1", "Mức độ hài lòng về dịch vụ y tế, giáo dục công lập"), "Sở Y tế", "led"),
        (target("1", "Mức độ hài lòng về dịch vụ y tế, giáo dục công lập"), DEPARTMENT, "unknown"),
        (target("1", "Bất cứ việc gì"), PROVINCE, "own"),
    ],
)
def test_whose_business_a_target_is(asked: Target, agency: str, business: str) -> None:
    other = target("a", "Thu gom rác thải sinh hoạt đúng giờ")
    (pair,) = check_cascade(plan(PROVINCE, asked, duties=LED), plan(agency, other)).targets
    assert pair.business.value == business


@pytest.mark.parametrize(
    ("asked", "own", "severity"),
    [
        (target("1", INDICATORS[0]), ("Thu gom rác thải đúng giờ",), "warning"),
        (target("1", "Nền tảng số dùng chung", area=Area.DIGITAL), ("Thu gom rác thải đúng giờ",), "info"),
        (target("1", "Nền tảng số dùng chung", Qualitative(), area=Area.DIGITAL), ("Thu gom rác thải đúng giờ",), None),
        (target("1", "Nền tảng số dùng chung", IncreaseBy(), area=Area.DIGITAL), ("Thu gom rác thải đúng giờ",), None),
        (target("1", "Nền tảng số dùng chung"), ("Thu gom rác thải đúng giờ",), None),
        (target("1", INDICATORS[0]), (), None),
        (target("1", INDICATORS[0]), ("Hồ sơ TTHC giải quyết đúng hạn lĩnh vực đất đai",), None),
        (target("1", INDICATORS[0]), ("Hồ sơ TTHC giải quyết trước hạn",), None),
        (target("1", "100% cơ quan, đơn vị có trang thông tin tốt"), ("Cơ quan, đơn vị có trang thông tin",), None),
    ],
)
def test_a_missing_target(asked: Target, own: tuple[str, ...], severity: str | None) -> None:
    mine = (target(f"a{at}", name) for at, name in enumerate(own))
    found = check_cascade(plan(PROVINCE, asked, duties=LED), plan(DEPARTMENT, *mine)).findings
    assert [(one.code, one.subject, one.severity.value) for one in found] == (
        [("cascade.missing-target", "higher-targets/1", severity)] if severity else []
    )


@pytest.mark.parametrize(
    ("set_", "severity"), [(AtLeast("80", "%"), "error"), (Qualitative(), "warning"), (AtLeast("90", "%"), None)]
)
def test_a_looser_target(set_: Requirement, severity: str | None) -> None:
    asked, own = target("1", INDICATORS[0], text="90% đúng hạn"), target("a", INDICATORS[0], set_)
    found = check_cascade(plan(PROVINCE, asked), plan(DEPARTMENT, own)).findings
    assert [(one.subject, one.params["asked"], one.params["set"], one.severity.value) for one in found] == (
        [("targets/a", "90% đúng hạn", INDICATORS[0], severity)] if severity else []
    )


@pytest.mark.parametrize(
    ("asked", "set_", "late"),
    [
        (date(2026, 6, 30), date(2026, 9, 30), True),
        (date(2026, 6, 30), date(2026, 6, 30), False),
        (date(2026, 6, 30), None, False),
        (None, date(2026, 9, 30), False),
    ],
)
def test_a_target_that_is_due_later(asked: date | None, set_: date | None, *, late: bool) -> None:
    higher = evolve(target("1", INDICATORS[0]), due=asked)
    own = evolve(target("a", INDICATORS[0]), due=set_)
    found = codes(check_cascade(plan(PROVINCE, higher), plan(DEPARTMENT, own)))
    assert found == ([("cascade.later", "targets/a")] if late else [])


# --- tasks

JUNE, SEPTEMBER = Deadline(due=date(2026, 6, 30)), Deadline(due=date(2026, 9, 30))
QUARTERS = Window(start=date(2026, 4, 1), end=date(2026, 6, 30))
LAND = "Xây dựng cơ sở dữ liệu nhà ở xã hội"


@pytest.mark.parametrize(
    ("asked", "own", "timing"),
    [
        (task(1, LAND, "Sở Xây dựng", JUNE), task(7, LAND, "Phòng Nhà ở", JUNE), "equal"),
        (task(1, LAND, "Sở Xây dựng", JUNE), task(7, LAND, "Phòng Nhà ở", QUARTERS), "equal"),
        (task(1, LAND, "Sở Xây dựng", JUNE), task(7, f"Tổ chức {LAND.lower()}", "Phòng Nhà ở", SEPTEMBER), "later"),
        (task(1, LAND, "Sở Xây dựng", SEPTEMBER), task(7, LAND, "Phòng Nhà ở", JUNE), "earlier"),
        (task(1, LAND, "Sở Xây dựng", SEPTEMBER), task(7, LAND, "Phòng Nhà ở"), "unclear"),
        (task(1, LAND, "Các sở, ban, ngành", JUNE), task(7, LAND, "Phòng Nhà ở", SEPTEMBER), "later"),
        (task(1, LAND, "Sở Xây dựng", JUNE), task(7, "Kiểm tra công vụ", "Văn phòng Sở", JUNE), "missing"),
        (task(1, LAND, "Sở Xây dựng", JUNE), task(7, "Khảo sát cơ sở dữ liệu", "Văn phòng Sở", JUNE), None),
        (task(1, LAND, "Sở Xây dựng", Conditional(trigger="Khi có yêu cầu")), task(7, "Kiểm tra", "Sở", JUNE), None),
        (task(1, LAND, "Sở Y tế", JUNE), task(7, LAND, "Phòng Nhà ở", SEPTEMBER), None),
        (task(1, "Ban hành kế hoạch", "Sở Xây dựng", JUNE), task(7, LAND, "Phòng Nhà ở", SEPTEMBER), None),
    ],
)
def test_a_task_beside_the_agencys_own(asked: Task, own: Task, timing: str | None) -> None:
    cascade = check_cascade(plan(PROVINCE, asked), plan(DEPARTMENT, own))
    assert [pair.timing.value for pair in cascade.tasks] == ([timing] if timing else [])
    told = {"later": [("cascade.later", "tasks/7")], "missing": [("cascade.missing-task", "higher-tasks/1")]}
    assert codes(cascade) == told.get(timing or "", [])


@pytest.mark.parametrize(("lead", "severity"), [("Sở Xây dựng", "warning"), ("Các sở, ban, ngành", "info")])
def test_a_missing_task_by_whom_it_names(lead: str, severity: str) -> None:
    own = plan(DEPARTMENT, task(7, "Kiểm tra công vụ", "Văn phòng Sở"))
    (found,) = check_cascade(plan(PROVINCE, task(1, LAND, lead, JUNE)), own).findings
    assert (found.severity.value, found.params["task"]) == (severity, 1)


@pytest.mark.parametrize(
    ("statement", "duty", "timings"),
    [
        (Statement(text=f"{LAND} toàn tỉnh", kind=StatementKind.DIRECTION), "", ["unclear"]),
        (Statement(text=f"{LAND} toàn tỉnh", kind=StatementKind.PURPOSE), "Theo dõi chung", ["missing"]),
        (Statement(text="Mục đích chung", kind=StatementKind.PURPOSE), LAND, ["unclear"]),
        (Statement(text="Mục đích chung", kind=StatementKind.PURPOSE), "", []),
    ],
)
def test_a_task_that_is_told_in_words_only(statement: Statement, duty: str, timings: list[str]) -> None:
    duties = (Duty(agency="Phòng Nhà ở", text=duty),) if duty else ()
    own = plan(DEPARTMENT, statements=(statement,), duties=duties)
    cascade = check_cascade(plan(PROVINCE, task(1, LAND, "Sở Xây dựng", JUNE)), own)
    assert [pair.timing.value for pair in cascade.tasks] == timings
    assert all(pair.child is None for pair in cascade.tasks)


@pytest.mark.parametrize(
    ("schedule", "day"),
    [
        (Compound(operator=Operator.AND, parts=(JUNE, SEPTEMBER)), date(2026, 9, 30)),
        (Compound(operator=Operator.AND, parts=(JUNE, Continuous())), None),
        (Window(start=date(2026, 1, 1)), None),
    ],
)
def test_the_last_day_of_a_schedule(schedule: Schedule, day: date | None) -> None:
    assert last_day(schedule) == day


# --- the day and the parent

DUE = date(2026, 1, 24)
ASKS = "Căn cứ Kế hoạch này xây dựng, ban hành kế hoạch của cơ quan, đơn vị mình"


@pytest.mark.parametrize(
    ("duty", "late"),
    [
        (Duty(agency="Các sở, ban, ngành", text=ASKS, due=DUE), True),
        (Duty(agency="Các sở, ban, ngành", text="Cụ thể hóa thành kế hoạch thực hiện", due=DUE), True),
        (Duty(agency="Các sở, ban, ngành", text="Ban hành kế hoạch cải cách hành chính năm 2026", due=DUE), True),
        (Duty(agency="Các sở, ban, ngành", text="Xây dựng kế hoạch CCHC năm 2027", due=DUE), False),
        (Duty(agency="Các sở, ban, ngành", text="Ban hành kế hoạch CCHC năm sau", due=DUE), False),
        (Duty(agency="Các sở, ban, ngành", text="Ban hành kế hoạch tuyên truyền cải cách hành chính", due=DUE), False),
        (Duty(agency="Các sở, ban, ngành", text="Báo cáo kết quả", due=DUE), False),
        (Duty(agency="Các sở, ban, ngành", text=ASKS), False),
        (Duty(agency="Các sở, ban, ngành", text=ASKS, due=date(2026, 3, 1)), False),
        (Duty(agency="Các sở, ban, ngành", text=ASKS, due=date(2027, 1, 15)), False),
        (Duty(agency="UBND cấp xã", text=ASKS, due=DUE), False),
        (Duty(agency="Sở Xây dựng", text=ASKS, due=DUE), True),
        (Duty(agency="Sở Xây dựng", text="Tham mưu ban hành kế hoạch CCHC của tỉnh", due=DUE), False),
        (Duty(agency="Sở Xây dựng", text="Tham mưu ban hành kế hoạch CCHC", due=DUE), False),
        (Duty(agency="", text=f"Các sở, ban, ngành: {ASKS}", due=DUE), True),
    ],
)
def test_a_plan_that_was_issued_late(duty: Duty, *, late: bool) -> None:
    cascade = check_cascade(plan(PROVINCE, duties=(duty,)), plan(DEPARTMENT, issued_on=date(2026, 2, 10)))
    assert codes(cascade) == ([("cascade.issued-late", "plan")] if late else [])
    assert all(found.params["days"] == 17 for found in cascade.findings)


def test_a_row_that_asks_for_the_agencys_plan_and_a_plan_without_a_day_or_period() -> None:
    asks = task(1, "Ban hành Kế hoạch cải cách hành chính năm 2026", "Các sở, ban, ngành", Deadline(due=DUE))
    late = plan(DEPARTMENT, asks, issued_on=date(2026, 2, 10))
    assert codes(check_cascade(plan(PROVINCE, asks), late)) == [("cascade.issued-late", "plan")]
    assert codes(check_cascade(plan(PROVINCE, asks), evolve(late, period=None))) == [("cascade.issued-late", "plan")]
    assert codes(check_cascade(plan(PROVINCE, asks), evolve(late, issued_on=None))) == []


def cited(symbol: str, title: str) -> tuple[Citation, ...]:
    return (
        Citation(symbol="76/NQ-CP", title="Chương trình tổng thể cải cách hành chính"),
        Citation(symbol=symbol, title=title),
    )


REFORM_2026 = "cải cách hành chính tỉnh Hồng Giang năm 2026"


@pytest.mark.parametrize(
    ("inside", "wrong"),
    [
        ({"period": Period.of_year(2025)}, ("2026", "2025")),
        ({"period": Period.half(2026, 2)}, None),
        ({"period": Period.span(2021, 2026)}, None),
        ({"period": None}, None),
        ({"citations": cited("9/KH-UBND", REFORM_2026)}, ("12/KH-UBND", "9/KH-UBND")),
        ({"citations": cited("12/KH-UBND", REFORM_2026)}, None),
        ({"citations": cited("9/KH-UBND", "chuyển đổi số năm 2026")}, None),
        ({"citations": cited("9/KH-UBND", "cải cách hành chính giai đoạn 2021-2030")}, None),
        ({"citations": cited("9/QĐ-BNV", REFORM_2026)}, None),
        ({"citations": cited("9/KH-UBND", "cải cách hành chính huyện Cẩm Bình năm 2026")}, None),
    ],
)
def test_a_plan_that_follows_another(inside: Inside, wrong: tuple[str, str] | None) -> None:
    own = plan(DEPARTMENT, target("a", INDICATORS[0], AtLeast("10", "%")), **inside)
    cascade = check_cascade(plan(PROVINCE, target("1", INDICATORS[0]), symbol="12/KH-UBND"), own)
    assert cascade.pairs == (("1", "a", "looser"),)
    assert [(one.code, one.params.get("parent"), one.params.get("child")) for one in cascade.findings] == (
        [("cascade.wrong-parent", *wrong)] if wrong else [("cascade.looser", None, None)]
    )


def test_a_plan_held_against_itself_does_not_follow_what_it_cites() -> None:
    whole = plan(PROVINCE, symbol="12/KH-UBND", citations=cited("9/KH-UBND", REFORM_2026))
    assert check_cascade(whole, whole).findings == ()


def test_a_higher_plan_without_a_symbol_cannot_be_the_wrong_one() -> None:
    own = plan(DEPARTMENT, citations=cited("9/KH-UBND", REFORM_2026))
    assert check_cascade(plan(PROVINCE), own).findings == ()


def test_the_agency_may_be_named() -> None:
    asked = task(1, LAND, "Sở Xây dựng", JUNE)
    own = plan("", task(7, LAND, "Phòng Nhà ở", SEPTEMBER))
    assert check_cascade(plan(PROVINCE, asked), own).tasks == ()
    cascade = check_cascade(plan(PROVINCE, asked), own, agency="Sở Xây dựng")
    assert (cascade.agency, codes(cascade)) == ("Sở Xây dựng", [("cascade.later", "tasks/7")])


# --- papers

_EXAMPLES = Path(__file__).parents[3] / "docs" / "examples" / "cascade"


def _held(folder: Path, name: str) -> Cascade:
    higher, own = read(folder / "plan.txt").plan, read(folder / f"{name}.txt").plan
    assert higher is not None
    assert own is not None
    return check_cascade(higher, own)


@pytest.mark.parametrize("folder", sorted(_EXAMPLES.iterdir()), ids=lambda folder: folder.name)
def test_the_examples_of_the_documentation(folder: Path) -> None:
    assert [code for code, _ in codes(_held(folder, "bad"))] == [folder.name]
    assert _held(folder, "good").findings == ()


@pytest.mark.parametrize(
    "name", ["ke-hoach-2023-so-noi-vu.md", "ke-hoach-2025-6-thang-cuoi-nam.txt", "phu-luc-nhiem-vu-2024.txt"]
)
def test_a_real_plan_held_against_itself(shared: Path, name: str) -> None:
    whole = read(shared / "documents" / name).plan
    assert whole is not None
    cascade = check_cascade(whole, whole)
    assert {(mine == own, relation) for mine, own, relation in cascade.pairs} <= {(True, "equal")}
    assert all(pair.parent is pair.child for pair in cascade.tasks)
    assert cascade.findings == ()
