"""Changes: which numbers are amounts of one, against what, and in which other unit."""

import pytest

from cchc.model import Amount
from cchc.reading.commitments.bounds import find_measures
from cchc.reading.commitments.changes import baseline, changed, direction, equivalent

WAYS = [
    ("giảm 5%", "", -1),
    ("giảm tối đa 30%", " thời gian", -1),
    ("giảm còn 5%", "", 0),
    ("giảm dưới 5%", "", 0),
    ("giảm không quá 5%", "", 0),
    ("giảm số hồ sơ quá hạn, tỷ lệ đúng hạn đạt 95%", "", 0),
    ("tăng 5%", "", 1),
    ("tăng lên 90%", "", 0),
    ("tăng tỷ lệ trực tuyến đạt 90%", "", 0),
    ("nâng thêm 5%", "", 1),
    ("nâng 5%", " số hồ sơ so với năm 2024", 1),
    ("nâng 50%", " cán bộ đạt chuẩn", 0),
    ("tăng cường kiểm tra 30%", "", 0),
    ("cao hơn 2%", " so với năm 2024", 1),
    ("thấp hơn 2%", " so với năm 2024", -1),
    ("cao hơn năm 2024 là 2%", "", 1),
    ("đạt 95%", " so với năm 2024", 0),
    ("thấp hơn 2%", "", 0),
]


@pytest.mark.parametrize(("before", "after", "way"), WAYS)
def test_the_way_of(before: str, after: str, way: int) -> None:
    measure = find_measures(before + after)[0]
    assert direction(before[: measure.at], measure, after) == way


BASELINES = [
    ("giảm 5% so với năm 2021", "2021"),
    ("giảm 5% so với biên chế được giao năm 2021", "2021"),
    ("giảm 5% so với cùng kỳ năm 2024", "cùng kỳ năm 2024"),
    ("giảm 5% so với giai đoạn 2016 - 2020", "2016/2020"),
    ("giảm 5% so với giai đoạn 2020-2016", "giai đoạn 2020-2016"),
    ("so với năm 2021 giảm 5%", "2021"),
    ("rút ngắn so với quy định", "quy định"),
    ("cao hơn năm trước", "năm trước"),
    ("giảm 5%", ""),
    ("đối với số biên chế còn lại", ""),
]


@pytest.mark.parametrize(("text", "words"), BASELINES)
def test_the_baseline_of(text: str, words: str) -> None:
    assert baseline(text) == words


EQUIVALENTS = [
    (" đơn vị (tương ứng 15 đơn vị)", Amount(15, "đơn vị")),
    (" biên chế, tương đương 20 người", Amount(20, "người")),
    (" biên chế (30 biên chế)", Amount(30, "biên chế")),
    (" cơ quan (từ 20 xuống còn 15 cơ quan)", None),
    (" hồ sơ (năm 2024: 300 hồ sơ)", None),
    (" hồ sơ", None),
]


@pytest.mark.parametrize(("text", "amount"), EQUIVALENTS)
def test_the_equivalent_in(text: str, amount: Amount | None) -> None:
    assert equivalent(text) == amount


THINGS = [
    ("Giảm tối thiểu ", "số đầu mối", "số đầu mối"),
    ("Giảm chi phí tối thiểu ", "", "chi phí"),
    ("Số đầu mối giảm ", "", "Số đầu mối"),
    ("", "số đầu mối", "số đầu mối"),
    ("Giảm ", "", ""),
]


@pytest.mark.parametrize(("before", "after", "thing"), THINGS)
def test_what_changes(before: str, after: str, thing: str) -> None:
    assert changed(before, after) == thing
