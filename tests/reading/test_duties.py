"""Duties under a plan: whose, of which area, by when."""

from datetime import date

import pytest

from cchc import Area, Period
from cchc.reading.passage import Passage
from cchc.reading.prose.duties import named_agencies, read_duties


@pytest.mark.parametrize(
    ("heading", "agencies"),
    [
        ("Sở Nội vụ", ("Sở Nội vụ",)),
        ("Sở Nội vụ có trách nhiệm:", ("Sở Nội vụ",)),
        ("Giao Sở Tài chính:", ("Sở Tài chính",)),
        ("Các sở, ban, ngành; UBND các xã, phường", ("Các sở, ban, ngành", "UBND các xã, phường")),
        ("Văn phòng Ủy ban nhân dân tỉnh", ("Văn phòng Ủy ban nhân dân tỉnh",)),
        ("Công chức Văn phòng - Thống kê thực hiện các nhiệm vụ sau", ("Công chức Văn phòng - Thống kê",)),
        ("Đề nghị Mặt trận Tổ quốc Việt Nam tỉnh", ("Mặt trận Tổ quốc Việt Nam tỉnh",)),
        ("TỔ CHỨC THỰC HIỆN", ()),
        ("Kinh phí thực hiện", ()),
    ],
)
def test_a_heading_names_agencies(heading: str, agencies: tuple[str, ...]) -> None:
    assert named_agencies(heading) == agencies


def test_each_agency_of_the_heading_owes_what_stands_below() -> None:
    duties = read_duties(Passage.of("Ban hành kế hoạch của mình."), ("Sở A", "Sở B"), document="ke-hoach.txt")
    assert [(duty.agency, duty.text, duty.area, duty.due) for duty in duties] == [
        ("Sở A", "Ban hành kế hoạch của mình.", None, None),
        ("Sở B", "Ban hành kế hoạch của mình.", None, None),
    ]
    assert duties[0].source is not None
    assert (duties[0].source.document, duties[0].source.span) == (
        "ke-hoach.txt",
        Passage.of("Ban hành kế hoạch của mình.").span(),
    )


@pytest.mark.parametrize(
    ("text", "agencies", "rest"),
    [
        ("Sở Tư pháp chủ trì theo dõi lĩnh vực này.", ("Sở Tư pháp",), "chủ trì theo dõi lĩnh vực này."),
        ("Vụ Tổ chức cán bộ là đơn vị thường trực.", ("Vụ Tổ chức cán bộ",), "là đơn vị thường trực."),
        ("Sở Nội vụ: Theo dõi, đôn đốc.", ("Sở Nội vụ",), "Theo dõi, đôn đốc."),
        ("Giao Văn phòng UBND tỉnh có trách nhiệm tổng hợp.", ("Văn phòng UBND tỉnh",), "tổng hợp."),
        ("Sở Nội vụ, Sở Tài chính phối hợp bố trí kinh phí.", ("Sở Nội vụ", "Sở Tài chính"), "phối hợp bố trí kinh phí."),
        ("Chủ động rà soát các thủ tục.", ("",), "Chủ động rà soát các thủ tục."),
    ],
)
def test_a_sentence_may_open_with_its_agencies(text: str, agencies: tuple[str, ...], rest: str) -> None:
    duties = read_duties(Passage.of(text), ())
    assert tuple(duty.agency for duty in duties) == agencies
    assert {duty.text for duty in duties} == {rest}


def test_the_heading_goes_before_the_sentence() -> None:
    (duty,) = read_duties(Passage.of("Các sở, ngành chịu trách nhiệm về kết quả."), ("UBND các xã",))
    assert (duty.agency, duty.text) == ("UBND các xã", "Các sở, ngành chịu trách nhiệm về kết quả.")


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Chủ trì, chịu trách nhiệm về kết quả nhiệm vụ cải cách thể chế.", [Area.INSTITUTIONS]),
        (
            "Tham mưu, chịu trách nhiệm về các mục tiêu, nhiệm vụ: chỉ đạo, điều hành; tổ chức bộ máy; chế độ công vụ.",
            [Area.STEERING, Area.APPARATUS, Area.CIVIL_SERVICE],
        ),
        ("Chủ trì tham mưu triển khai cải cách tổ chức bộ máy và chế độ công vụ.", [Area.APPARATUS, Area.CIVIL_SERVICE]),
        ("Phụ trách cải cách TTHC.", [Area.PROCEDURES]),
        ("Theo dõi cải cách tài chính công, báo cáo hằng quý.", [Area.FINANCE]),
        ("Tuyên truyền về cải cách thủ tục hành chính.", [None]),
        ("Chủ trì tổ chức hội nghị.", [None]),
    ],
)
def test_a_duty_hands_over_areas(text: str, areas: list[Area | None]) -> None:
    assert [duty.area for duty in read_duties(Passage.of(text), ("Sở A",))] == areas


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Ban hành kế hoạch trước ngày 05/8/2025.", date(2025, 8, 4)),
        ("Gửi về Sở Nội vụ chậm nhất ngày 15 tháng 12 năm 2025.", date(2025, 12, 15)),
        ("Hoàn thành trong năm, báo cáo đến hết tháng 11/2025.", date(2025, 11, 30)),
        ("Ban hành trước ngày 20/01.", date(2025, 1, 19)),
        ("Báo cáo trước ngày 15/12 hằng năm.", None),
        ("Báo cáo trước ngày 15/3 của quý; gửi trước ngày 10/12/2025.", date(2025, 12, 9)),
        ("Kiểm tra ít nhất 06 xã, hoàn thành trong tháng 9 năm 2025.", date(2025, 9, 30)),
        ("Thực hiện trong năm 2025.", None),
        ("Ban hành trước khi hết năm.", None),
    ],
)
def test_a_duty_may_have_a_last_day(text: str, due: date | None) -> None:
    assert read_duties(Passage.of(text), ("Sở A",), period=Period.of_year(2025))[0].due == due


def test_a_day_without_any_year_is_none() -> None:
    assert read_duties(Passage.of("Ban hành trước ngày 20/01."), ("Sở A",))[0].due is None


def test_a_paragraph_may_speak_of_several_agencies_one_after_the_other() -> None:
    text = "Giao Sở Nội vụ theo dõi; báo cáo trước ngày 10/6; Sở Tư pháp rà soát văn bản trước ngày 15/8/2025."
    assert [(duty.agency, duty.text, duty.due) for duty in read_duties(Passage.of(text), (), period=Period.of_year(2025))] == [
        ("Sở Nội vụ", "theo dõi; báo cáo trước ngày 10/6", date(2025, 6, 9)),
        ("Sở Tư pháp", "rà soát văn bản trước ngày 15/8/2025.", date(2025, 8, 14)),
    ]
