"""The items of prose: what their sections hold, their area, their code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import Area
from cchc.reading.prose.items import Item, read_items
from cchc.reading.prose.structure import arrange
from cchc.reading.prose.zones import Zone, plan_zone, report_zone
from tests.reading.prose import blocks_of


def _items(*lines: str) -> tuple[Item, ...]:
    return read_items(arrange(blocks_of(*lines)), plan_zone)


def _reported(*lines: str) -> tuple[Item, ...]:
    return read_items(arrange(blocks_of(*lines)), report_zone)


@pytest.mark.law
@given(
    st.lists(
        st.sampled_from(
            [
                "I. MỤC TIÊU",
                "1. Cải cách thể chế",
                "a) Trên 98%.",
                "- Giảm tối thiểu:",
                "+ 5% biên chế",
                "Nội dung:",
                "III. TỔ CHỨC THỰC HIỆN",
            ]
        ),
        max_size=10,
    )
)
def test_every_word_is_in_one_item(lines: list[str]) -> None:
    words = sorted(" ".join(lines).split())
    said = sorted(
        " ".join(f"{span.text}" for item in _items(*lines) for span in (*item.marker.spans(), *item.words.spans())).split()
    )
    assert said == words


def test_a_heading_says_what_its_section_holds_and_the_area() -> None:
    items = _items("II. MỤC TIÊU", "1. Cải cách thể chế", "a) 100% văn bản.", "2. Cải cách TTHC", "- Trên 98% hồ sơ.")
    assert [(item.zone, item.area, item.code, item.is_heading) for item in items] == [
        (Zone.TARGETS, None, "II", True),
        (Zone.TARGETS, Area.INSTITUTIONS, "1", True),
        (Zone.TARGETS, Area.INSTITUTIONS, "1.a", False),
        (Zone.TARGETS, Area.PROCEDURES, "2", True),
        (Zone.TARGETS, Area.PROCEDURES, "2.1", False),
    ]
    assert items[2].headings == ("MỤC TIÊU", "Cải cách thể chế")


def test_a_target_names_its_area_where_no_heading_does() -> None:
    items = _items("II. MỤC TIÊU", "- Trên 98% hồ sơ TTHC đúng hạn.", "III. NHIỆM VỤ", "- Tuyên truyền về TTHC.")
    assert [item.area for item in items] == [None, Area.PROCEDURES, None, None]


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("- Chỉ số CCHC nằm trong nhóm 20, công nghệ thông tin đứng đầu.", Area.IMPACT),
        ("- 100% TTHC và văn bản quy phạm pháp luật được công khai, hiện đại hóa.", None),
        ("- Trên 90% người dân hài lòng.", None),
    ],
)
def test_a_promise_names_one_area_or_none(words: str, area: Area | None) -> None:
    assert _items("II. MỤC TIÊU", words)[1].area is area


def test_a_sub_heading_may_change_what_a_section_holds() -> None:
    items = _items("1. Cải cách TTHC", "a) Mục tiêu", "- Trên 98%.", "b) Nhiệm vụ", "- Rà soát.")
    assert [item.zone for item in items] == [None, Zone.TARGETS, Zone.TARGETS, Zone.TASKS, Zone.TASKS]


def test_duties_stay_duties_whatever_their_headings_say() -> None:
    items = _items("IV. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", "a) Theo dõi mục tiêu:", "- Báo cáo.")
    assert {item.zone for item in items} == {Zone.DUTIES}


def test_a_short_line_says_what_comes_after_it() -> None:
    items = _reported("1. Cải cách thể chế", "Kết quả đạt được:", "Đã ban hành.", "Tồn tại, hạn chế:", "Còn chậm.", "2. TTHC")
    assert [item.zone for item in items] == [
        None, Zone.ACHIEVED, Zone.ACHIEVED, Zone.SHORTCOMING, Zone.SHORTCOMING, None,
    ]  # fmt: skip


def test_a_paragraph_may_say_before_a_colon_what_it_tells() -> None:
    items = _reported("1. Cải cách thể chế", "- Kết quả: đã ban hành 5 văn bản.", "- Hạn chế: còn chậm.", "- Khác: không có.")
    assert [item.zone for item in items] == [None, Zone.ACHIEVED, Zone.SHORTCOMING, None]


def test_a_list_that_finishes_a_sentence_of_targets_is_one_item() -> None:
    items = _items("II. MỤC TIÊU", "- Giảm tối thiểu:", "+ 5% biên chế", "+ 10% đơn vị.", "- Trên 98%.")
    assert [item.words.text for item in items] == ["MỤC TIÊU", "Giảm tối thiểu: 5% biên chế; 10% đơn vị.", "Trên 98%."]
    lone = _items("II. MỤC TIÊU", "- Tỷ lệ hồ sơ trực tuyến đạt:", "+ Cấp tỉnh 80%;", "+ Cấp xã 60%;", "+ Cả tỉnh 70%")
    assert lone[1].words.text == "Tỷ lệ hồ sơ trực tuyến đạt: Cấp tỉnh 80%; Cấp xã 60%; Cả tỉnh 70%"
    apart = _items("II. MỤC TIÊU", "a) Về thể chế:", "- 100% văn bản.", "b) Tỷ lệ đạt:", "1. Một.", "2. Hai.")
    assert [item.is_heading for item in apart] == [True, True, False, True, False, False]


def test_a_long_paragraph_or_a_sentence_is_no_heading() -> None:
    items = _items(
        "I. MỤC ĐÍCH", "1. Triển khai đồng bộ.", "a) Kịp thời.", "2. " + "Rà soát thủ tục hành chính " * 9, "a) Kịp thời."
    )
    assert [item.is_heading for item in items] == [True, False, False, False, False]


@pytest.mark.parametrize(
    "words",
    [
        "Trên đây là Kế hoạch CCHC năm 2026, các cơ quan nghiêm túc thực hiện.",
        "Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan kịp thời phản ánh.",
        "UBND tỉnh yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện.",
        "Căn cứ Kế hoạch này, các phòng, đơn vị xây dựng kế hoạch của mình.",
        "Yêu cầu các phòng, đơn vị thực hiện Kế hoạch này.",
    ],
)
def test_the_last_words_belong_to_no_section(words: str) -> None:
    items = _items("IV. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", "- Theo dõi.", words)
    assert [item.closes for item in items] == [False, False, False, True]
