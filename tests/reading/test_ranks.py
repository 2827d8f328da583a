"""Ranks: laws for every text, then cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.commitments.ranks import find_ranks

CASES = [
    ("nằm trong nhóm 10 địa phương dẫn đầu cả nước", [(10, 10, False)]),
    ("thuộc top 20", [(20, 20, False)]),
    ("thuộc 05 huyện có chỉ số cao nhất", [(5, 5, False)]),
    ("xếp thứ 12/63 trở lên", [(12, 12, False)]),
    ("xếp hạng từ 15 đến 20", [(15, 20, False)]),
    ("nhóm 5 dẫn đầu cả nước", [(5, 5, False)]),
    ("đứng thứ nhất", [(1, 1, False)]),
    ("dẫn đầu cả nước", [(1, 1, False)]),
    ("tăng từ 2 đến 5 bậc", [(2, 5, True)]),
    ("tăng ít nhất 03 bậc và nằm trong nhóm 15 tỉnh đứng đầu", [(3, 3, True), (15, 15, False)]),
    ("cải thiện thêm 2-3 hạng", [(2, 3, True)]),
    ("thứ 3 hằng tuần", []),
    ("các tỉnh dẫn đầu cả nước", []),
    ("nhóm 30% địa phương", []),
    ("xếp thứ 0", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_ranks_of(text: str, wanted: list[tuple[int, int, bool]]) -> None:
    assert [(rank.least, rank.most, rank.up) for rank in find_ranks(text)] == wanted


@pytest.mark.law
@given(st.lists(st.sampled_from([case[0] for case in CASES] + [", ", "(", "12 "]), max_size=6).map(" ".join))
def test_ranks_do_not_overlap_and_hold_no_zero(text: str) -> None:
    end = 0
    for rank in find_ranks(text):
        assert end <= rank.start < rank.end <= len(text)
        assert 1 <= rank.least <= rank.most
        end = rank.end
