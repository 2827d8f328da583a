import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.tables.roles import LONGEST_HEADING, Role, find_role, folded

_HEADINGS: dict[Role | None, str] = {
    Role.NUMBER: "Stt|TT|Số TT|STT",
    Role.CODE: "Mã NV|Mã|Mã nhiệm vụ",
    Role.AREA: "Lĩnh vực|Nội dung CCHC",
    Role.GROUP: "Nhiệm vụ chung|Nhóm nhiệm vụ, giải pháp|Tiêu chí",
    Role.TITLE: (
        "Nhiệm vụ|1- Nhiệm vụ|(2) Hoạt động|Nội dung công việc|Nội dung|Tên nhiệm vụ|Nhiệm vụ/giải pháp cụ thể|"
        "Đầu việc|Việc|Nội dung thực hiện|Tên văn bản|Tên TTHC"
    ),
    Role.DELIVERABLES: "Kết quả/Sản phẩm|Sản phẩm đầu ra|Dự kiến kết quả|Kết quả thực hiện nhiệm vụ|Hình thức văn bản",
    Role.LEAD: (
        "Chủ trì|CƠ QUAN CHỦ\nTRÌ|Cơ quan chủ trì thực hiện|Đơn vị thực hiện|Cơ quan, đơn vị chịu trách nhiệm|Đơn vị|"
        "Nơi thực hiện|Phòng, đơn vị thực hiện|Trách nhiệm thực hiện|"
        "Phân công thực hiện|Cơ quan tham mưu|Đơn vị đầu mối|Chủ trỉ"
    ),
    Role.COORDINATING: (
        "Phối hợp|Cơ quan phối hợp|Cơ quan phối hợp thực hiện|Cơ quan liên quan|Phối hơp|Cơ quan tham gia|"
        "Cơ quan, đơn vị tham gia|Cùng thực hiện|Cơ quan cùng thực hiện|"
        "Trách nhiệm thực hiện (Phối hợp)|Đơn vị thực hiện: phối hợp"
    ),
    Role.AGENCIES: (
        "Cơ quan chủ trì, phối hợp|Cơ quan chủ trì (phối hợp)|Chủ trì/Phối hợp|Đơn vị thực hiện, phối hợp|Phối hợp, chủ trì"
    ),
    Role.SCHEDULE: (
        "Thời hạn|Tiến độ|Thời gian thực hiện|Lộ trình|6- Thời gian|Bắt đầu, hoàn thành|Dự kiến thời gian|"
        "Quý I|Quý 2/2025|Tháng 7|6 tháng đầu năm"
    ),
    Role.START: "Bắt đầu|Thời gian bắt đầu|Thời gian thực hiện: Bắt đầu|Từ|Từ ngày",
    Role.FINISH: "Hoàn thành|Thời gian hoàn thành|THỜI GIAN HOÀN\nTHÀNH|Đến|Kết thúc|Ngày hoàn thành|Dự kiến hoàn thành",
    Role.PERSON: "Lãnh đạo phụ trách|Người chịu trách nhiệm|Lãnh đạo UBND chỉ đạo|Công chức thực hiện|Chỉ đạo",
    Role.FUNDING: "Kinh phí|Nguồn kinh phí|Dự kiến kinh phí thực hiện|Dự toán",
    Role.NOTE: "Ghi chú|Căn cứ pháp lý",
    Role.TARGET: "Mục tiêu|Nội dung chỉ tiêu|Chỉ tiêu|Yêu cầu|Đơn vị tính|Thời hạn giải quyết|ĐVT|Số lượng",
    Role.STATUS: "Tình hình thực hiện|Mức độ hoàn thành|Đánh giá|Trạng thái",
    Role.POINTS: "Điểm|Điểm tối đa|Điểm tự đánh giá|Thang điểm chuẩn",
    None: "|Họ và tên|7|123|2026|T7",
}
_CASES = [(heading, role) for role, headings in _HEADINGS.items() for heading in headings.split("|")]


@pytest.mark.parametrize(("heading", "role"), _CASES, ids=[heading for heading, _ in _CASES])
def test_headings_of_many_offices(heading: str, role: Role | None) -> None:
    assert find_role(heading) is role


@pytest.mark.law
@given(st.sampled_from(_CASES), st.sampled_from(("{}", "(4) {}", "5- {}", "{} (6)", " {}\n", "7. {}:")))
def test_numbers_capitals_lines_and_composition_do_not_matter(case: tuple[str, Role | None], frame: str) -> None:
    heading, role = case
    assert find_role(frame.format(unicodedata.normalize("NFD", heading).upper().replace(" ", "\n"))) is role


@pytest.mark.law
@given(st.text())
def test_folding_twice_folds_no_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("heading", "above", "role"),
    [
        ("Chủ trì", "Cơ quan thực hiện", Role.LEAD),
        ("Phối hợp", "Cơ quan thực hiện", Role.COORDINATING),
        ("Quý I", "Thời gian thực hiện", Role.SCHEDULE),
        ("Tên", "Nhiệm vụ", Role.TITLE),
        ("Tên", "", None),
    ],
)
def test_a_wider_heading_helps(heading: str, above: str, role: Role | None) -> None:
    assert find_role(heading, above) is role


def test_no_heading_is_that_long() -> None:
    assert find_role("Nhiệm vụ " * LONGEST_HEADING) is None
