"""What headings say that their sections hold."""

import pytest

from cchc.reading.prose.zones import Zone, plan_zone, report_zone


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", Zone.PURPOSE), ("Mục đích", Zone.PURPOSE), ("Quan điểm chỉ đạo", Zone.PURPOSE),
        ("MỤC ĐÍCH, MỤC TIÊU", Zone.PURPOSE), ("Kết quả thực hiện mục tiêu năm 2023", Zone.PURPOSE),
        ("Đánh giá tình hình thực hiện kế hoạch năm 2022", Zone.PURPOSE), ("Những tồn tại, hạn chế", Zone.PURPOSE),
        ("MỤC TIÊU", Zone.TARGETS), ("Mục tiêu cụ thể", Zone.TARGETS), ("Các chỉ tiêu chủ yếu", Zone.TARGETS),
        ("MỤC TIÊU, YÊU CẦU", Zone.TARGETS), ("Về mục tiêu", Zone.TARGETS), ("Một số chỉ tiêu cơ bản năm 2026:", Zone.TARGETS),
        ("Mục tiêu chung", Zone.OBJECTIVE), ("Mục tiêu tổng quát", Zone.OBJECTIVE),
        ("MỤC TIÊU, NHIỆM VỤ", Zone.MIXED), ("Chỉ tiêu và nhiệm vụ trọng tâm", Zone.MIXED),
        ("NHIỆM VỤ, GIẢI PHÁP", Zone.TASKS), ("NỘI DUNG KẾ HOẠCH", Zone.TASKS), ("Kinh phí thực hiện", Zone.TASKS),
        ("Các nhóm nhiệm vụ và giải pháp", Zone.TASKS),
        ("TỔ CHỨC THỰC HIỆN", Zone.DUTIES), ("Phân công nhiệm vụ", Zone.DUTIES),
        ("GIẢI PHÁP VÀ TỔ CHỨC THỰC HIỆN", Zone.DUTIES),
        ("Trách nhiệm của các cơ quan, đơn vị", Zone.DUTIES),
        ("Cải cách thể chế", None), ("Sở Nội vụ", None), ("", None),
    ],
)  # fmt: skip
def test_a_heading_of_a_plan(heading: str, zone: Zone | None) -> None:
    assert plan_zone(heading) is zone


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        ("Kết quả đạt được", Zone.ACHIEVED), ("Những mặt làm được", Zone.ACHIEVED),
        ("Kết quả xử lý phản ánh, kiến nghị", Zone.ACHIEVED),
        ("Ưu điểm", Zone.ACHIEVED), ("Đánh giá chung", Zone.ACHIEVED),
        ("Tồn tại, hạn chế", Zone.SHORTCOMING), ("Những khó khăn, vướng mắc", Zone.SHORTCOMING),
        ("Nguyên nhân", Zone.SHORTCOMING),
        ("Một số tồn tại, hạn chế và nguyên nhân", Zone.SHORTCOMING), ("Về tồn tại", Zone.SHORTCOMING),
        ("KHUYẾT ĐIỂM", Zone.SHORTCOMING),
        ("PHƯƠNG HƯỚNG, NHIỆM VỤ", Zone.DIRECTION), ("NHIỆM VỤ TRỌNG TÂM QUÝ IV/2023", Zone.DIRECTION),
        ("Công tác trọng tâm quý II", Zone.DIRECTION), ("Giải pháp thời gian tới", Zone.DIRECTION),
        ("KIẾN NGHỊ, ĐỀ XUẤT", Zone.PROPOSAL), ("Đề xuất", Zone.PROPOSAL),
        ("Cải cách thể chế", None), ("Tiếp nhận, xử lý phản ánh, kiến nghị", None),
    ],
)  # fmt: skip
def test_a_heading_of_a_report(heading: str, zone: Zone | None) -> None:
    assert report_zone(heading) is zone
