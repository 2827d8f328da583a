"""Agencies: an id means one territory for ever, a name means whom it meant on that day."""

import json
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.catalog.agencies import agencies, agency, successors
from cchc.model.agency import Agency, Level
from cchc.model.errors import InvalidInput

ALL = agencies()
BY_ID = {one.id: one for one in ALL}
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
DAYS = st.dates(date(2019, 6, 1), date(2030, 12, 31))


def count(level: Level, on: date, within: str = "") -> int:
    return sum(one.level is level and one.exists_on(on) and one.id.startswith(within) for one in ALL)


def test_ids_are_unique_and_plain() -> None:
    assert len(BY_ID) == len(ALL)
    assert all(one.id.isascii() and one.id == one.id.lower() and " " not in one.id for one in ALL)


def test_names_are_composed() -> None:
    names = [text for one in ALL for text in (one.name, *one.aliases, one.citation)]
    assert [text for text in names if text != unicodedata.normalize("NFC", text)] == []


def test_every_fact_has_its_citation_and_confidence() -> None:
    assert all(one.citation and one.confidence in {"exact", "data set", "partial"} for one in ALL)


def test_parents_and_successors_are_in_the_catalogue() -> None:
    named = {name for one in ALL for name in (one.parent, *one.successors)} - {""}
    assert named <= set(BY_ID)
    assert [one.id for one in ALL if not one.parent] == ["vn"]


def test_only_who_ended_has_successors_and_they_exist_the_day_after() -> None:
    for one in ALL:
        if one.successors:
            assert one.valid_to is not None, one.id
            after = one.valid_to + timedelta(days=1)
            assert all(BY_ID[name].exists_on(after) for name in one.successors), one.id


def test_a_child_exists_only_while_its_parent_does() -> None:
    for one in ALL:
        if one.parent:
            parent = BY_ID[one.parent]
            assert (one.valid_from or date.min) >= (parent.valid_from or date.min), one.id
            assert (one.valid_to or date.max) <= (parent.valid_to or date.max), one.id


@pytest.mark.parametrize(
    ("day", "provinces"), [(date(2024, 12, 31), 63), (date(2025, 1, 1), 63), (BEFORE, 63), (AFTER, 34), (date(2026, 1, 1), 34)]
)
def test_how_many_provinces_there_are(day: date, provinces: int) -> None:
    assert sum(one.exists_on(day) for one in ALL if one.level is Level.PROVINCE) == provinces


def test_the_levels_of_hung_yen() -> None:
    assert (count(Level.DISTRICT, BEFORE), count(Level.DISTRICT, AFTER)) == (10, 0)
    assert (count(Level.COMMUNE, BEFORE), count(Level.COMMUNE, AFTER, "vn.33.")) == (0, 104)
    communes = [one for one in ALL if one.level is Level.COMMUNE]
    assert sum(one.name.startswith("Phường ") for one in communes) == 11
    assert sum(one.name.startswith("Xã ") for one in communes) == 93


def test_provinces_are_those_of_the_facts(shared: Path) -> None:
    facts = json.loads((shared / "facts" / "provinces_34.json").read_text(encoding="utf-8"))["provinces"]
    for known in facts:
        now = agency(known["name_vi"], on=AFTER, within="vn")
        assert now.id == f"vn.{known['code']}"
        assert now.name.casefold().startswith(known["kind"])
        for name in (known["name_vi"], *known["merged_with"]):
            then = agency(name, on=BEFORE)
            assert [one.id for one in successors(then, AFTER)] == [now.id]
            assert then.exists_on(AFTER) == (not known["merged_with"])


def test_communes_are_those_of_the_facts(shared: Path) -> None:
    facts = json.loads((shared / "facts" / "hungyen_communes.json").read_text(encoding="utf-8"))
    other = {known["code"]: known["code_in_vietnam_provinces_2025_10_1"] for known in facts["conflicts"]}
    for known in facts["communes"]:
        one = agency(f"{known['kind']} {known['name_vi']}", within="vn.33")
        code = other.get(known["code"], known["code"])
        assert one.id == f"vn.33.{code}"
        assert f"open-list:{known['code']}" in one.codes or known["code"] not in other


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("vn.33", None, "vn.33"),
        ("Hưng Yên", None, "vn.33"),
        ("Hưng Yên", BEFORE, "vn.33-to-2025"),
        ("tỉnh Hưng Yên", AFTER, "vn.33"),
        ("UBND tỉnh Hưng Yên", None, "vn.33"),
        ("Uỷ ban nhân dân tỉnh Hưng Yên", BEFORE, "vn.33-to-2025"),
        ("Thành phố Hưng Yên", None, "vn.33-to-2025.323"),
        ("TP. Hưng Yên", BEFORE, "vn.33-to-2025.323"),
        ("UBND thị xã Mỹ Hào", None, "vn.33-to-2025.328"),
        ("Mỹ Hào", date(2018, 1, 1), "vn.33-to-2025.328-to-2019"),
        ("Mỹ Hào", AFTER, "vn.33.12103"),
        ("Khoái Châu", BEFORE, "vn.33-to-2025.330"),
        ("Khoái Châu", AFTER, "vn.33.12205"),
        ("UBND xã Khoái Châu", None, "vn.33.12205"),
        ("Thái Bình", BEFORE, "vn.34-to-2025"),
        ("Thái Bình", AFTER, "vn.33.13225"),
        ("tỉnh Thái Bình", None, "vn.34-to-2025"),
        ("Như Quỳnh", None, "vn.33.11986"),
        ("Lào Cai", BEFORE, "vn.10-to-2025"),
        ("Lào Cai", AFTER, "vn.15"),
        ("Thừa Thiên Huế", None, "vn.46-to-2024"),
        ("Huế", None, "vn.46"),
        ("Hoà Bình", None, "vn.17-to-2025"),
        ("Bà Rịa – Vũng Tàu", None, "vn.77-to-2025"),
        ("TP.HCM", AFTER, "vn.79"),
        ("Sở Nội vụ", None, "vn.33.so-noi-vu"),
        ("sở  nội  vụ", BEFORE, "vn.33-to-2025.so-noi-vu"),
        ("Sở Nội vụ tỉnh Hưng Yên", None, "vn.33.so-noi-vu"),
        ("Sở Nội vụ Hưng Yên", BEFORE, "vn.33-to-2025.so-noi-vu"),
        ("Sở KH&CN", None, "vn.33.so-khoa-hoc-va-cong-nghe"),
        ("Sở KHCN", None, "vn.33.so-khoa-hoc-va-cong-nghe"),
        ("Sở Lao động, Thương binh và Xã hội", None, "vn.33-to-2025.so-lao-dong-thuong-binh-va-xa-hoi"),
        ("Sở TTTT", None, "vn.33-to-2025.so-thong-tin-va-truyen-thong"),
        ("Văn phòng UBND tỉnh", None, "vn.33.van-phong-uy-ban-nhan-dan"),
        ("Văn phòng UBND tỉnh Hưng Yên", BEFORE, "vn.33-to-2025.van-phong-uy-ban-nhan-dan"),
        ("Đài Phát thanh - Truyền hình tỉnh", None, "vn.33-to-2025.dai-phat-thanh-va-truyen-hinh"),
        ("HĐND tỉnh", None, "vn.33.hoi-dong-nhan-dan"),
        ("Thủ tướng", None, "vn.thu-tuong-chinh-phu"),
        ("VPCP", None, "vn.van-phong-chinh-phu"),
    ],
)
def test_whom_a_name_means(name: str, on: date | None, expected: str) -> None:
    assert agency(name, on=on).id == expected


@pytest.mark.parametrize(
    ("name", "on", "within", "expected"),
    [
        ("UBND tỉnh", None, "vn.33", "vn.33"),
        ("UBND tỉnh", None, "Hưng Yên", "vn.33"),
        ("UBND tỉnh", BEFORE, "Hưng Yên", "vn.33-to-2025"),
        ("Sở Nội vụ", BEFORE, "vn.33", "vn.33-to-2025.so-noi-vu"),
        ("Thái Bình", None, "vn.33-to-2025", None),
        ("Sở Nội vụ", None, "Bắc Ninh", None),
    ],
)
def test_whom_a_name_means_within_a_place(name: str, on: date | None, within: str, expected: str | None) -> None:
    if expected:
        assert agency(name, on=on, within=within).id == expected
    else:
        with pytest.raises(InvalidInput) as caught:
            agency(name, on=on, within=within)
        assert [(problem.code, problem.place) for problem in caught.value.problems] == [("unknown-agency", within)]


@pytest.mark.parametrize(
    ("name", "on", "code", "accepted", "near"),
    [
        ("Sở Nội vu", None, "unknown-agency", (), "Sở Nội vụ"),
        ("", None, "unknown-agency", (), ""),
        ("Thái Bình", None, "ambiguous-agency", ("vn.34-to-2025", "vn.33.13225"), ""),
        ("Khoái Châu", None, "ambiguous-agency", ("vn.33.12205", "vn.33-to-2025.330"), ""),
        ("Sở KH&ĐT", AFTER, "no-such-agency-then", ("vn.33.so-tai-chinh",), ""),
        ("Huyện Khoái Châu", AFTER, "no-such-agency-then", (), ""),
        ("Xã Khoái Châu", BEFORE, "no-such-agency-then", (), ""),
    ],
)
def test_a_name_that_means_nobody_or_several(
    name: str, on: date | None, code: str, accepted: tuple[str, ...], near: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        agency(name, on=on)
    [problem] = caught.value.problems
    assert (problem.code, problem.accepted, problem.near) == (code, accepted, near)


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("vn.33-to-2025.so-ke-hoach-va-dau-tu", date(2024, 5, 1), ["vn.33-to-2025.so-ke-hoach-va-dau-tu"]),
        ("vn.33-to-2025.so-ke-hoach-va-dau-tu", date(2025, 3, 1), ["vn.33-to-2025.so-tai-chinh"]),
        ("vn.33-to-2025.so-ke-hoach-va-dau-tu", AFTER, ["vn.33.so-tai-chinh"]),
        (
            "vn.33-to-2025.so-nong-nghiep-va-phat-trien-nong-thon",
            date(2025, 3, 1),
            ["vn.33-to-2025.so-nong-nghiep-va-moi-truong"],
        ),
        ("vn.33-to-2025.dai-phat-thanh-va-truyen-hinh", date(2025, 4, 1), ["vn.33-to-2025.bao-hung-yen"]),
        ("vn.33-to-2025.dai-phat-thanh-va-truyen-hinh", AFTER, ["vn.33.bao-va-phat-thanh-truyen-hinh"]),
        ("vn.bo-lao-dong-thuong-binh-va-xa-hoi", AFTER, ["vn.bo-noi-vu"]),
        ("vn.34-to-2025", AFTER, ["vn.33"]),
        ("vn.33-to-2025.330", AFTER, []),
        ("vn.33", BEFORE, []),
    ],
)
def test_who_took_over(name: str, on: date, expected: list[str]) -> None:
    assert [one.id for one in successors(BY_ID[name], on)] == expected


def test_a_successor_that_the_catalogue_does_not_know_is_refused() -> None:
    own = Agency(id="own", name="Sở Ngoại vụ", level=Level.DEPARTMENT, valid_to=BEFORE, successors=("vn.33.so-ngoai-vu",))
    with pytest.raises(InvalidInput) as caught:
        successors(own, AFTER)
    assert [problem.code for problem in caught.value.problems] == ["unknown-agency"]


@pytest.mark.law
@given(st.sampled_from(ALL), DAYS)
def test_successors_exist_on_the_day_asked_for(one: Agency, day: date) -> None:
    found = successors(one, day)
    assert all(later.exists_on(day) for later in found)
    if one.exists_on(day):
        assert found == (one,)


@pytest.mark.law
@given(st.sampled_from(ALL), DAYS, DAYS)
def test_succession_goes_by_steps(one: Agency, first: date, second: date) -> None:
    first, second = sorted((first, second))
    stepped = [later.id for then in successors(one, first) for later in successors(then, second)]
    if one.exists_on(first) or (one.valid_to and one.valid_to < first):
        assert sorted(set(stepped)) == sorted(later.id for later in successors(one, second))


@pytest.mark.law
@given(st.sampled_from(ALL))
def test_an_id_and_a_full_name_with_its_day_and_place_find_the_agency(one: Agency) -> None:
    day = one.valid_to or one.valid_from or date(2026, 1, 1)
    assert agency(one.id) == one
    for name in (one.name, *one.aliases):
        assert agency(name, on=day, within=one.parent) == one


@pytest.mark.law
@given(
    st.sampled_from(ALL), st.sampled_from(["NFC", "NFD"]), st.sampled_from([str.upper, str.lower, str.title, "  {} ".format])
)
def test_form_case_and_spaces_do_not_matter(one: Agency, form: str, change: "type[str]") -> None:
    day = one.valid_to or one.valid_from or date(2026, 1, 1)
    written = change(unicodedata.normalize(form, one.name).replace(" ", "  "))  # type: ignore[arg-type]
    assert agency(written, on=day, within=one.parent) == one
