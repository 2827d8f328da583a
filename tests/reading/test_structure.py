"""Sections made of paragraphs by the looks of their markers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.prose.structure import Section, arrange
from tests.reading.prose import blocks_of


def _outline(*lines: str) -> list[str]:
    """The path of every paragraph, in order."""
    return [".".join(section.path) for top in arrange(blocks_of(*lines)) for section in top.walk()]


_LINES = st.lists(
    st.sampled_from(
        [
            "I. MỤC TIÊU",
            "II. NHIỆM VỤ",
            "1. Cải cách thể chế",
            "2.1. Chỉ tiêu",
            "a) Trên 98%.",
            "- Rà soát.",
            "+ Cấp xã.",
            "Nội dung.",
        ]
    ),
    max_size=12,
)


@pytest.mark.law
@given(_LINES)
def test_every_paragraph_is_in_one_section_in_its_order(lines: list[str]) -> None:
    blocks = blocks_of(*lines)
    assert tuple(section.block for top in arrange(blocks) for section in top.walk()) == blocks


@pytest.mark.law
@given(_LINES)
def test_what_lies_below_has_a_longer_path_or_says_so_itself(lines: list[str]) -> None:
    def below(section: Section) -> None:
        for child in section.children:
            assert len(child.path) > len(section.path) or child.path[-1].startswith(f"{section.path[-1]}.")
            below(child)

    for top in arrange(blocks_of(*lines)):
        below(top)


def test_a_new_look_opens_a_list_and_an_old_one_goes_on() -> None:
    assert _outline(
        "I. MỤC ĐÍCH", "1. Mục đích", "Triển khai đồng bộ.", "2. Yêu cầu", "a) Kịp thời.", "b) Thiết thực.", "II. MỤC TIÊU",
        "1. Cải cách thể chế", "- 100% văn bản.", "- Trên 90%.", "+ Cấp xã.", "2. Cải cách TTHC", "- 100%.",
    ) == [
        "I", "I.1", "I.1.1", "I.2", "I.2.a", "I.2.b", "II", "II.1", "II.1.1", "II.1.2", "II.1.2.1", "II.2", "II.2.1",
    ]  # fmt: skip


def test_a_dotted_number_says_itself_what_it_lies_below() -> None:
    assert _outline("I. MỤC TIÊU", "2. Chỉ tiêu cụ thể", "2.1. Thể chế", "a) 100%.", "2.2. TTHC", "a) Trên 98%.") == [
        "I", "I.2", "I.2.1", "I.2.1.a", "I.2.2", "I.2.2.a",
    ]  # fmt: skip
    assert _outline("2.1. Thể chế", "2.1.1. Văn bản") == ["2.1", "2.1.1"]


def test_numbers_may_repeat_or_be_missing() -> None:
    assert _outline("II. MỤC TIÊU", "1. Thể chế", "II. NHIỆM VỤ", "3. Thanh tra Sở", "3. Văn phòng Sở", "IV. KẾT LUẬN") == [
        "II", "II.1", "II", "II.3", "II.3", "IV",
    ]  # fmt: skip


def test_the_outermost_looks_lie_in_no_list() -> None:
    assert _outline("1. Mục đích", "a) Kịp thời.", "II. MỤC TIÊU", "1. Thể chế") == ["1", "1.a", "II", "II.1"]
    assert _outline("PHẦN I. KẾ HOẠCH", "A. MỤC TIÊU", "I. Thể chế", "B. NHIỆM VỤ", "PHẦN II. TỔ CHỨC") == [
        "I", "I.A", "I.A.I", "I.B", "II",
    ]  # fmt: skip


def test_a_heading_without_a_marker_is_known_by_its_capitals() -> None:
    assert _outline("MỤC TIÊU", "- 100% hồ sơ.", "NHIỆM VỤ", "- Rà soát.") == ["1", "1.1", "2", "2.1"]
    assert _outline("MỤC TIÊU.", "- 100% hồ sơ.") == ["1", "2"]
