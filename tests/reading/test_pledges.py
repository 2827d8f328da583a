"""Commitments without a number."""

import pytest

from cchc.model import AtLeast, Complete, IncreaseBy, Qualitative, ReduceBy, Requirement
from cchc.reading.commitments.pledges import continued, names_a_deed, pledge, pledged_parts, pledges_by_itself

CASES: list[tuple[str, Requirement]] = [
    ("Hoàn thành sắp xếp đơn vị hành chính.", Complete()),
    ("Quy chế phối hợp được ban hành.", Complete()),
    ("Tiếp tục giảm số lần đi lại của người dân.", ReduceBy()),
    ("Số hồ sơ quá hạn giảm so với năm 2024.", ReduceBy(baseline="2024")),
    ("Tăng mức độ tự chủ của đơn vị sự nghiệp.", IncreaseBy()),
    ("Chỉ số hài lòng cao hơn năm 2024.", IncreaseBy(baseline="2024")),
    ("Tăng cường kiểm tra công vụ.", Qualitative()),
    ("Giảm nghèo bền vững.", Qualitative()),
    ("Toàn bộ hồ sơ được số hóa.", AtLeast(100, "%")),
    ("Thực hiện chế độ cho toàn thể cán bộ.", AtLeast(100, "%")),
    ("Toàn bộ nền hành chính.", Qualitative()),
    ("Nâng cao chất lượng phục vụ.", Qualitative()),
]


@pytest.mark.parametrize(("text", "requirement"), CASES)
def test_a_pledge_asks_for(text: str, requirement: Requirement) -> None:
    assert pledge(text) == requirement


def test_what_begins_a_commitment_of_its_own() -> None:
    assert names_a_deed("Hoàn thành việc sắp xếp")
    assert not names_a_deed("Tỷ lệ hồ sơ tăng")
    assert pledges_by_itself("Tỷ lệ hồ sơ tăng")
    assert not pledges_by_itself("Tỷ lệ hồ sơ")
    assert not pledges_by_itself("thực hành tiết kiệm, chống lãng phí")


PARTS = [
    ("Giảm biên chế công chức, số lượng người làm việc", ["Giảm biên chế công chức", "số lượng người làm việc"]),
    (
        "Hoàn thành số hóa toàn bộ sổ hộ tịch, kết nối, chia sẻ dữ liệu",
        ["Hoàn thành số hóa toàn bộ sổ hộ tịch", "kết nối, chia sẻ dữ liệu"],
    ),
    ("Hoàn thành cập nhật, công khai dữ liệu", ["Hoàn thành cập nhật, công khai dữ liệu"]),
    ("Đẩy mạnh kết nối, chia sẻ dữ liệu", ["Đẩy mạnh kết nối, chia sẻ dữ liệu"]),
]


@pytest.mark.parametrize(("text", "wanted"), PARTS)
def test_one_verb_promises_several_things(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in pledged_parts(text)] == wanted


def test_how_well_is_left_to_a_person() -> None:
    assert continued(Complete(), "khai thác hiệu quả") == Qualitative()
    assert continued(Complete(), "kết nối với bộ") == Complete()
    assert continued(ReduceBy(), "bảo đảm theo lộ trình") == ReduceBy()
