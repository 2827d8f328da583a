import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Area
from cchc.reading.prose.areas import find_area, find_areas

_HEADINGS = {
    Area.STEERING: (
        "Công tác chỉ đạo, điều hành|VII. CHỈ ĐẠO ĐIỀU HÀNH CCHC|Công tác lãnh đạo, chỉ đạo|"
        "Thông tin, tuyên truyền|Công tác tuyên truyền cải cách hành chính|Kiểm tra CCHC|Công tác kiểm tra|"
        "Theo dõi, đánh giá cải cách hành chính"
    ),
    Area.INSTITUTIONS: (
        "Cải cách thể chế|1. CẢI CÁCH THỂ CHẾ HÀNH CHÍNH|Xây dựng và hoàn thiện thể chế|"
        "Xây dựng, ban hành văn bản QPPL|Công tác xây dựng văn bản quy phạm pháp luật|"
        "Xây dựng và thi hành pháp luật"
    ),
    Area.PROCEDURES: (
        "Cải cách thủ tục hành chính (TTHC)|II. Cải cách TTHC|Kiểm soát TTHC|"
        "Thực hiện cơ chế một cửa, một cửa liên thông|Cải cách các thủ tục"
    ),
    Area.APPARATUS: ("Cải cách tổ chức bộ máy hành chính nhà nước|Tổ chức bộ máy|Cải cách bộ máy|Sắp xếp tổ chức bộ máy"),
    Area.CIVIL_SERVICE: (
        "Cải cách chế độ công vụ|Cải cách công vụ, công chức|Nâng cao chất lượng cán bộ, công chức|"
        "Xây dựng và nâng cao chất lượng đội ngũ CBCCVC|"
        "Xây dựng, phát triển đội ngũ cán bộ, công chức, viên chức"
    ),
    Area.FINANCE: ("Cải cách tài chính công|TÀI CHÍNH CÔNG|Đổi mới cơ chế tài chính|Cải cách tài chính"),
    Area.DIGITAL: (
        "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số|Hiện đại hóa hành chính|"
        "Hiện đại hoá nền hành chính|Chuyển đổi số|Ứng dụng CNTT|Phát triển Chính phủ số|"
        "Ứng dụng công nghệ thông tin"
    ),
    Area.IMPACT: ("Tác động của cải cách hành chính|Tác động của CCHC đến người dân, tổ chức"),
}
_CASES = [(area, heading) for area, headings in _HEADINGS.items() for heading in headings.split("|")]


@pytest.mark.law
@given(st.lists(st.sampled_from(_CASES), min_size=1, max_size=5))
def test_the_first_area_named_is_the_area(named: list[tuple[Area, str]]) -> None:
    text = "; ".join(heading for _, heading in named)
    assert find_area(text) is named[0][0]
    assert set(find_areas(text)) == {area for area, _ in named}


@pytest.mark.law
@given(st.sampled_from(_CASES))
def test_capitals_and_spaces_do_not_matter(case: tuple[Area, str]) -> None:
    area, heading = case
    assert find_area(heading.upper().replace(" ", " \n ")) is area


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mục tiêu chung",
        "Nhiệm vụ chung",
        "Thể chế hóa các quy định",
        "Sở Tài chính",
        "Cải cách hành chính",
        "Tổ chức thực hiện",
    ],
)
def test_other_words_name_no_area(text: str) -> None:
    assert find_area(text) is None


def test_a_duty_may_name_several() -> None:
    text = "Tham mưu công tác chỉ đạo, điều hành; cải cách tổ chức bộ máy; cải cách chế độ công vụ; chỉ đạo, điều hành"
    assert find_areas(text) == (Area.STEERING, Area.APPARATUS, Area.CIVIL_SERVICE)
