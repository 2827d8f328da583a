import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.tables.bodies import split_bodies
from cchc.reading.tables.shares import lead_and_coordinating

_BODIES = st.sampled_from(("Sở Nội vụ", "Văn phòng UBND tỉnh", "các sở, ban, ngành", "UBND cấp xã"))


@pytest.mark.law
@given(
    _BODIES,
    _BODIES,
    st.sampled_from(
        (
            "Chủ trì: {}; phối hợp: {}", "- Chủ trì: {}\n- Phối hợp: {}", "{} chủ trì, phối hợp với {}", "{} phối hợp với {}",
            "Cơ quan chủ trì: {}. Cơ quan phối hợp: {}", "{} (chủ trì), {} (phối hợp)", "{} chủ trì; {} phối hợp thực hiện",
            "{}\nPhối hợp: {}", "{} là cơ quan chủ trì, phối hợp cùng {}",
        )
    ),
)  # fmt: skip
def test_who_leads_and_who_takes_part(lead: str, other: str, manner: str) -> None:
    shares = lead_and_coordinating(manner.format(lead, other))
    assert tuple(map(split_bodies, shares)) == (split_bodies(lead), split_bodies(other))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sở Nội vụ",
        "UBND cấp huyện được giao nhiệm vụ phối hợp rà soát",
        "Sở chủ trì, sở chủ trì, phối hợp",
        "Chủ trì: Sở A",
    ],
)
def test_all_lead_where_nothing_is_said(text: str) -> None:
    assert lead_and_coordinating(text) == (text, "")


def test_the_order_may_be_the_other() -> None:
    lead, other = lead_and_coordinating("Phối hợp: Sở Y tế; Chủ trì: Sở Nội vụ; phối hợp với UBND cấp xã")
    assert split_bodies(lead) == ("Sở Nội vụ",)
    assert split_bodies(other) == ("Sở Y tế", "UBND cấp xã")
