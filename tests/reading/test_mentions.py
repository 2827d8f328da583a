"""Numbers that are no targets, and those that look like it."""

from datetime import date

import pytest

from cchc.reading.commitments.mentions import is_aside, is_breakdown, is_past, is_threshold

PAST = [
    ("tỷ lệ hiện nay đạt ", "", None, True),
    ("mới chỉ đạt ", "", None, True),
    ("tăng so với mức ", " của năm 2024", None, True),
    ("đạt ", " năm 2024", 2025, True),
    ("đạt ", " năm 2025", 2025, False),
    ("đạt ", " năm 2024", None, False),
    ("đạt ", " năm trước", None, True),
    ("do còn ", " hồ sơ giấy", None, True),
    ("do tỉnh ban hành đạt ", "", None, False),
    ("năm 2024 tỷ lệ đạt ", "", 2025, True),
    ("năm 2024 tỷ lệ đạt ", "", None, False),
    ("so với năm 2024, đạt ", "", 2025, False),
    ("năm 2024 phấn đấu đạt ", "", 2025, False),
    ("năm 2025 tỷ lệ đạt ", "", 2025, False),
    ("thực hiện đạt ", "", 2025, False),
    ("theo kế hoạch năm 2024 giao ", "", 2025, False),
]


@pytest.mark.parametrize(("before", "after", "year", "past"), PAST)
def test_a_number_tells_what_was(before: str, after: str, year: int | None, past: bool) -> None:
    assert is_past(before, after, date(year, 1, 1) if year else None) is past


THRESHOLDS = [
    ("doanh nghiệp ", " vốn nhà nước", True, True),
    ("tự bảo đảm ", " chi thường xuyên", False, True),
    ("tự bảo đảm ", " chi thường xuyên", True, False),
    ("với kinh phí ", "", False, True),
    ("tự bảo đảm ", " nhiệm vụ", False, False),
    ("đạt ", " chi thường xuyên", False, False),
]


@pytest.mark.parametrize(("before", "after", "lone", "threshold"), THRESHOLDS)
def test_a_number_is_of_a_class(before: str, after: str, lone: bool, threshold: bool) -> None:
    assert is_threshold(before, after, lone=lone) is threshold


def test_brackets_tell_asides_or_break_down() -> None:
    assert is_aside("(năm 2024 đạt 85%)")
    assert is_aside("(chỉ tiêu tỉnh giao 60%)")
    assert not is_aside("(cấp xã 60%)")
    assert is_breakdown("(cấp tỉnh 90%, cấp xã 60%)")
    assert is_breakdown("(phấn đấu 95%)")
    assert not is_breakdown("(đo lường độc lập)")
