"""Whether two commitments are one: the same indicator, the same part of it, the same level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import AtLeast, AtMost, Qualitative, RankWithin, Target, indicators
from cchc.rules.checking.identity import Identities, IndicatorKey
from cchc.rules.checking.wording import levels_in, spoken, without_levels, without_own

IDENTITIES = Identities.of(indicators())
NAMES = [name for one in indicators() for name in (one.name, *one.aliases)]


def target(text: str, *, scope: str = "", exclusion: str = "", indicator: str = "") -> Target:
    return Target(
        id="1", indicator=indicator or text, requirement=AtLeast("90", "%"), text=text, scope=scope, exclusion=exclusion
    )


# -- laws ---------------------------------------------------------------


@pytest.mark.law
@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_comparing_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert IDENTITIES.key_of(one).fits(IDENTITIES.key_of(other)) == IDENTITIES.key_of(other).fits(IDENTITIES.key_of(one))


@pytest.mark.law
@given(st.sampled_from(NAMES))
def test_capitals_spaces_and_marks_change_nothing(name: str) -> None:
    assert IDENTITIES.key_of(f"  {name.upper()} .") == IDENTITIES.key_of(name)


@pytest.mark.law
@given(st.sampled_from(NAMES), st.sampled_from(["lĩnh vực đất đai", "đủ điều kiện", "ở cấp xã", "của doanh nghiệp FDI"]))
def test_what_narrows_a_name_makes_it_another_part_of_something(name: str, narrower: str) -> None:
    one, other = IDENTITIES.key_of(name), IDENTITIES.key_of(f"{name} {narrower}")
    # Of some indicators the name or the catalogue says itself that they are of the communes.
    said_already = "xã" in spoken(name).split() or one.id == "communal-staff-qualified"
    assert not one.fits(other) or (narrower == "ở cấp xã" and said_already)


@pytest.mark.law
@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    key = IDENTITIES.key_of(text, own=text, beside=text)
    assert key.same_indicator(key) or not key.is_specific


# -- cases --------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tỷ lệ hồ sơ TTHC trực tuyến toàn trình", "hồ sơ thủ tục hành chính được xử lý hoàn toàn trực tuyến"),
        ("Tỉ lệ hồ sơ giải quyết trực tuyến mức độ 4", "Tỷ lệ hồ sơ trực tuyến toàn trình"),
        ("hồ sơ giải quyết đúng thời hạn", "Tỷ lệ giải quyết hồ sơ đúng hạn theo quy định của pháp luật"),
        ("hồ sơ giải quyết trước và đúng hạn", "hồ sơ trả kết quả đúng hạn hoặc trước hạn"),
        ("Chỉ số CCHC của tỉnh", "PAR INDEX"),
        ("DVCTT mức độ 3, mức độ 4 được cung cấp", "dịch vụ công trực tuyến toàn trình và một phần được cung cấp"),
        ("Uỷ ban nhân dân tổ chức đối thoại với thanh niên", "UBND tổ chức đối thoại với thanh niên"),
    ],
)
def test_one_thing_in_other_words(one: str, other: str) -> None:
    assert IDENTITIES.key_of(one).fits(IDENTITIES.key_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hồ sơ giải quyết đúng hạn", "hồ sơ giải quyết trước hạn"),
        ("hồ sơ giải quyết đúng hạn", "hồ sơ giải quyết đúng hạn lĩnh vực đất đai"),
        ("hồ sơ trực tuyến toàn trình", "hồ sơ trực tuyến một phần"),
        ("TTHC được cung cấp trực tuyến toàn trình", "TTHC đủ điều kiện được cung cấp trực tuyến toàn trình"),
        ("hồ sơ nộp trực tuyến", "TTHC có phát sinh hồ sơ trực tuyến"),
        ("hồ sơ công việc tại cấp tỉnh xử lý trên môi trường mạng", "hồ sơ công việc tại cấp xã xử lý trên môi trường mạng"),
        ("thôn có tổ công nghệ số cộng đồng", "xã có tổ công nghệ số cộng đồng"),
        ("đạt", "đạt"),
    ],
)
def test_things_that_are_not_one(one: str, other: str) -> None:
    assert not IDENTITIES.key_of(one).fits(IDENTITIES.key_of(other))


def test_another_part_of_one_indicator_is_still_that_indicator() -> None:
    whole, part = IDENTITIES.key_of("hồ sơ giải quyết đúng hạn"), IDENTITIES.key_of("hồ sơ đất đai giải quyết đúng hạn")
    assert whole.same_indicator(part)
    assert not whole.same_indicator(IDENTITIES.key_of("Tỷ lệ văn bản đi được ký số"))


def test_an_agency_names_itself() -> None:
    whole = IDENTITIES.key_of("hồ sơ giải quyết đúng hạn")
    for own, name in (
        ("Sở Nội vụ tỉnh Hà Long", "hồ sơ giải quyết đúng hạn của Sở Nội vụ"),
        ("Sở Nội vụ", "hồ sơ giải quyết đúng hạn của cơ quan"),
        ("UBND huyện Văn Lang", "hồ sơ giải quyết đúng hạn trên địa bàn huyện"),
    ):
        assert IDENTITIES.key_of(name, own=own).fits(whole)
        assert not IDENTITIES.key_of(name, own="UBND tỉnh Hà Long").fits(whole)


def test_targets_are_compared_with_what_stands_beside_their_name() -> None:
    whole = target("90% hồ sơ công việc được xử lý trên môi trường mạng")
    assert IDENTITIES.comparable(whole, target("Tỷ lệ hồ sơ công việc xử lý trên môi trường điện tử đạt 80%"))
    assert not IDENTITIES.comparable(whole, target("90% hồ sơ công việc được xử lý trên môi trường mạng", scope="cấp xã"))
    assert not IDENTITIES.comparable(whole, target("trong đó 90% hồ sơ công việc được xử lý trên môi trường mạng"))
    closed = "trừ hồ sơ công việc thuộc phạm vi bí mật nhà nước"
    assert IDENTITIES.comparable(whole, target(f"{whole.text} ({closed})", exclusion=closed, indicator=whole.indicator))
    old = "trừ hồ sơ tồn đọng"
    assert not IDENTITIES.comparable(whole, target(f"{whole.text} ({old})", exclusion=old, indicator=whole.indicator))


def test_the_printed_bound_is_no_part_of_what_is_measured() -> None:
    short, long = (
        Target(id=text, indicator="Thời gian chờ tại Bộ phận Một cửa", requirement=AtMost(minutes, "phút"), text=text)
        for text, minutes in (("Thời gian chờ không quá 15 phút", "15"), ("Thời gian chờ tối đa 30 phút", "30"))
    )
    assert IDENTITIES.comparable(short, long)


def test_what_has_no_unit_is_compared_by_its_words() -> None:
    done = Target(
        id="1", indicator="Ban hành Đề án vị trí việc làm", requirement=Qualitative(), text="Ban hành Đề án vị trí việc làm"
    )
    assert IDENTITIES.comparable(done, done)


def test_a_rank_is_of_the_index_that_it_names() -> None:
    both = "Chỉ số PAR INDEX, Chỉ số PAPI nằm trong nhóm 10"
    one, other = (
        Target(id=name, indicator=f"Chỉ số {name}", requirement=RankWithin(10), text=both) for name in ("PAR INDEX", "PAPI")
    )
    assert (IDENTITIES.key(one).id, IDENTITIES.key(other).id) == ("par-index", "papi")


def test_two_indicators_alike_leave_it_open() -> None:
    twice = Identities.of((*indicators(), *indicators()))
    assert twice.key_of("hồ sơ giải quyết đúng hạn").id == ""


def test_a_passage_may_speak_of_many() -> None:
    found = IDENTITIES.all_in("Tỷ lệ hồ sơ đúng hạn đạt 98%; 100% văn bản đi được ký số; Chỉ số PAPI tăng 2 bậc.")
    assert {"dossiers-on-time", "texts-signed-digitally", "papi"} <= found


def test_without_a_catalogue_all_words_count() -> None:
    nothing = Identities.of(())
    assert nothing.key_of("hồ sơ TTHC được giải quyết đúng hạn").fits(
        nothing.key_of("hồ sơ thủ tục hành chính giải quyết đúng hạn")
    )
    assert IndicatorKey(words=("một", "hai", "ba")).is_specific is False


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("hồ sơ ở cấp tỉnh", ("province",)),
        ("hồ sơ cấp huyện, cấp xã", ("commune", "district")),
        ("do cấp tỉnh, cấp huyện, cấp xã ban hành", ()),
        ("cả 3 cấp chính quyền", ()),
        ("các sở, ban, ngành", ("department",)),
        ("cấp sở", ("department",)),
        ("tại các xã, phường, thị trấn", ("commune",)),
        ("cung cấp xã hội", ()),
        ("cấp cơ sở", ("commune",)),
        ("cung cấp cơ sở dữ liệu", ()),
        ("cấp thị xã", ("district",)),
    ],
)
def test_levels(text: str, levels: tuple[str, ...]) -> None:
    assert levels_in(spoken(text)) == levels
    assert not levels or levels_in(without_levels(spoken(text))) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("TTHC; DVCTT", "thủ tục hành chính dịch vụ công trực tuyến"),
        ("thuỷ lợi, hoà giải, khoẻ", "thủy lợi hòa giải khỏe"),
        ("cổng/trang thông tin", "cổng trang thông tin"),
        ("mức độ 3/4", "mọi mức độ"),
        ("đảm bảo theo đúng quy định của pháp luật", "bảo đảm"),
    ],
)
def test_spoken_words(text: str, said: str) -> None:
    assert spoken(text) == said


def test_who_is_no_office_and_no_place_names_nothing() -> None:
    assert without_own("của hội đồng", "Hội đồng nhân dân") == "của hội đồng"
