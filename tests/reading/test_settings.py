"""The headings above a target, found again from the marks of an outline."""

import pytest

from cchc import Part, PartKind, Source, Span, read_text
from cchc.reading.prose.settings import settings_of

PAPER = """KẾ HOẠCH
Cải cách hành chính năm 2025

PHẦN MỤC TIÊU:
I. MỤC TIÊU
1. Thủ tục hành chính
a) Cấp tỉnh
- 98% hồ sơ đúng hạn, phấn đấu 99%.
+ 80% hồ sơ trực tuyến.
b) 70% hồ sơ được số hóa.
Đối với cấp xã:
- 95% hồ sơ được ký số.
2. Chính quyền số
- 90% văn bản được ký số.
II. NHIỆM VỤ
1. Đôn đốc thực hiện.
"""


def test_each_target_knows_the_headings_above_it() -> None:
    reading = read_text(PAPER)
    assert reading.plan is not None
    settings = settings_of(reading.outline, {target.text[:8]: target.source for target in reading.plan.targets})
    assert {name: setting.headings[1:] for name, setting in settings.items()} == {
        "98% hồ s": ("Thủ tục hành chính", "Cấp tỉnh"),
        "phấn đấu": ("Thủ tục hành chính", "Cấp tỉnh"),
        "80% hồ s": ("Thủ tục hành chính", "Cấp tỉnh"),
        "70% hồ s": ("Thủ tục hành chính",),
        "95% hồ s": ("Thủ tục hành chính", "Đối với cấp xã:"),
        "90% văn ": ("Chính quyền số",),
    }
    assert settings["98% hồ s"].item == settings["phấn đấu"].item != settings["80% hồ s"].item


def part(start: int, text: str, kind: PartKind = PartKind.TARGET, place: str = "") -> Part:
    return Part(kind=kind, span=Span(start=start, end=start + len(text), text=text), place=place)


@pytest.mark.parametrize("source", [None, Source(place="Sheet1!B4"), Source(span=Span(start=0, end=5))])
def test_what_stands_nowhere_or_before_every_mark_has_no_setting(source: Source | None) -> None:
    assert settings_of([part(10, "-"), part(12, "98% hồ sơ đúng hạn.")], {"1": source}) == {}


def test_cells_and_closing_words_head_nothing() -> None:
    parts = (
        part(0, "Cấp xã", place="row 1"),
        part(8, "Nơi nhận", PartKind.CLOSING),
        part(20, "-"),
        part(22, "98% hồ sơ đúng hạn."),
    )
    settings = settings_of(parts, {"1": Source(span=Span(start=22, end=30))})
    assert settings["1"].headings == ()
