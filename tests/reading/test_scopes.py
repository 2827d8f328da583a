"""What a target leaves out, until when it is to be met, and of what it speaks."""

from datetime import date

import pytest

from cchc.model import Period
from cchc.reading.commitments.scopes import due_day, exclusion, scope

EXCLUSIONS = [
    ("100% văn bản được ký số (trừ văn bản mật).", "trừ văn bản mật"),
    ("100% văn bản, trừ văn bản mật, được ký số", "trừ văn bản mật"),
    ("100% văn bản trừ văn bản mật được ký số", "trừ văn bản mật"),
    ("100% văn bản được ký số, trừ văn bản không được gửi qua mạng.", "trừ văn bản không được gửi qua mạng"),
    ("100% báo cáo (không bao gồm nội dung mật) được gửi", "không bao gồm nội dung mật"),
    ("công tác phòng trừ dịch bệnh", ""),
    ("khấu trừ thuế", ""),
]


@pytest.mark.parametrize(("text", "words"), EXCLUSIONS)
def test_what_is_left_out(text: str, words: str) -> None:
    assert exclusion(text) == words


TIMES = [
    ("Đến hết năm 2025, 100% hồ sơ", "2025", date(2025, 12, 31)),
    ("hoàn thành trước ngày 30/6/2025", "2025", date(2025, 6, 29)),
    ("hoàn thành trước 30/6", "2025", date(2025, 6, 29)),
    ("trong quý II/2025", "2025", date(2025, 6, 30)),
    ("hồ sơ phát sinh trước ngày 01/7/2025", "2025", None),
    ("hồ sơ phát sinh trước ngày 01/7/2025, đến hết năm 2025", "2025", date(2025, 12, 31)),
    ("đến năm", None, None),
    ("đến tháng 13/2025", "2025", None),
    ("so với năm 2021", "2025", None),
    ("năm 2023 đạt 60%", "2021/2025", date(2023, 12, 31)),
    ("năm 2025 đạt 60%", "2021/2025", date(2025, 12, 31)),
    ("năm 2023 và năm 2024", "2021/2025", None),
    ("năm 2023 đạt 60%", "2023", None),
    ("năm 2023 đạt 60%", None, None),
]


@pytest.mark.parametrize(("text", "period", "day"), TIMES)
def test_the_last_good_day(text: str, period: str | None, day: date | None) -> None:
    assert due_day(text, Period.parse(period) if period else None) == day


SCOPES = [
    ("hồ sơ tại cấp huyện, cấp xã được số hóa", "cấp huyện, cấp xã"),
    ("cơ quan từ cấp tỉnh đến cấp xã", "từ cấp tỉnh đến cấp xã"),
    ("hồ sơ thuộc lĩnh vực đất đai, xây dựng đạt", "lĩnh vực đất đai, xây dựng"),
    ("TTHC đủ điều kiện được cung cấp", "TTHC đủ điều kiện"),
    ("văn bản do Sở ban hành được kiểm tra", "do Sở ban hành"),
    ("hồ sơ của người dân được trả", ""),
    ("hồ sơ", ""),
]


@pytest.mark.parametrize(("text", "words"), SCOPES)
def test_the_part_spoken_of(text: str, words: str) -> None:
    assert scope(text) == words
