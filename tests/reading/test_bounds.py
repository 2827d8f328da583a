"""Numbers with the words that bind them: laws for every text, then cases."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import AtLeast, AtMost, Between, Exactly, LessThan, MoreThan
from cchc.reading.commitments.bounds import find_measures, level

LEVELS = [
    ("trên 95%", MoreThan(95, "%")),
    ("đạt và vượt 95%", AtLeast(95, "%")),
    ("bằng hoặc cao hơn 95%", AtLeast(95, "%")),
    ("từ 95% trở lên", AtLeast(95, "%")),
    ("95% hồ sơ trở lên", AtLeast(95, "%")),
    ("từ 5% trở xuống", AtMost(5, "%")),
    ("không được vượt quá 5%", AtMost(5, "%")),
    ("không để hồ sơ quá hạn vượt mức 5%", AtMost(5, "%")),
    ("không có lĩnh vực nào dưới 80%", AtLeast(80, "%")),
    ("giảm xuống còn 5%", AtMost(5, "%")),
    ("dưới 5%", LessThan(5, "%")),
    ("đúng 5%", Exactly(5, "%")),
    ("trên 100%", AtLeast(100, "%")),
    ("trên 100 điểm", MoreThan(100, "điểm")),
    ("từ 70% đến 80%", Between(least=70, most=80, unit="%")),
    ("80 - 70%", Between(least=70, most=80, unit="%")),
    ("từ 20% lên 35%", AtLeast(35, "%")),
    ("từ 20% năm 2024 xuống còn 10%", AtMost(10, "%")),
]


@pytest.mark.parametrize(("text", "requirement"), LEVELS)
def test_a_level_is(text: str, requirement: object) -> None:
    (measure,) = find_measures(text)
    assert level(measure) == requirement


@pytest.mark.law
@given(st.text())
def test_measures_stand_in_order_and_where_they_say(text: str) -> None:
    end = 0
    for measure in find_measures(text):
        assert end <= measure.start <= measure.at < measure.after <= measure.end <= len(text)
        end = measure.after


def test_a_trở_lên_is_no_way_from_one_value_to_another() -> None:
    assert [measure.value for measure in find_measures("từ 88 điểm trở lên và 90% hồ sơ")] == [Decimal(88), Decimal(90)]
