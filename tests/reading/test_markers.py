"""Markers of numbered paragraphs, in every look that offices use."""

import pytest

from cchc.reading.prose.markers import Marker, Style, as_letter, follows, read_marker


@pytest.mark.parametrize(
    ("text", "style", "code", "rest"),
    [
        ("PHẦN I. MỤC TIÊU", Style.PART, "I", "MỤC TIÊU"),
        ("Phần thứ hai", Style.PART, "II", ""),
        ("Chương 2: Nội dung", Style.PART, "2", "Nội dung"),
        ("A. KẾT QUẢ", Style.CAPITAL, "A", "KẾT QUẢ"),
        ("C), 100% văn bản", Style.CAPITAL, "C", "100% văn bản"),
        ("II. MỤC TIÊU", Style.ROMAN, "II", "MỤC TIÊU"),
        ("II.MỤC TIÊU", Style.ROMAN, "II", "MỤC TIÊU"),
        ("IV- NHIỆM VỤ", Style.ROMAN, "IV", "NHIỆM VỤ"),
        ("III/ TỔ CHỨC THỰC HIỆN", Style.ROMAN, "III", "TỔ CHỨC THỰC HIỆN"),
        ("Điều 3. Trách nhiệm", Style.ARTICLE, "3", "Trách nhiệm"),
        ("2. Yêu cầu", Style.ARABIC, "2", "Yêu cầu"),
        ("9.Sở Y tế", Style.ARABIC, "9", "Sở Y tế"),
        ("1/ Mục tiêu", Style.ARABIC, "1", "Mục tiêu"),
        ("5/ 100% hồ sơ", Style.ARABIC, "5", "100% hồ sơ"),
        ("1- Mục tiêu", Style.ARABIC, "1", "Mục tiêu"),
        ("2.1. Cải cách thể chế", Style.DOTTED, "2.1", "Cải cách thể chế"),
        ("2.10 Cải cách", Style.DOTTED, "2.10", "Cải cách"),
        ("1.2.3. Chỉ tiêu", Style.DEEP, "1.2.3", "Chỉ tiêu"),
        ("(1) Rà soát", Style.BRACKETED, "1", "Rà soát"),
        ("1) Rà soát", Style.BRACKETED, "1", "Rà soát"),
        ("đ) Trên 98%", Style.LETTER, "đ", "Trên 98%"),
        ("a. Thể chế", Style.LETTER, "a", "Thể chế"),
        ("a.1) Thể chế", Style.LETTER, "a.1", "Thể chế"),
        ("’ a) 100% văn bản", Style.LETTER, "a", "100% văn bản"),
        ("¢) Rà soát", Style.LETTER, "c", "Rà soát"),
        ("* Tồn tại, hạn chế", Style.STAR, "", "Tồn tại, hạn chế"),
        ("- 100% hồ sơ", Style.DASH, "", "100% hồ sơ"),
        ("–100 % hồ sơ", Style.DASH, "", "100 % hồ sơ"),
        ("-Rà soát", Style.DASH, "", "Rà soát"),
        ("+ Cấp xã", Style.PLUS, "", "Cấp xã"),
        ("• Cấp xã", Style.DOT, "", "Cấp xã"),
        ("o Cấp xã", Style.DOT, "", "Cấp xã"),
    ],
)
def test_a_marker_has_a_style_and_a_code(text: str, style: Style, code: str, rest: str) -> None:
    marker = read_marker(text)
    assert marker is not None
    assert (marker.style, marker.code, text[marker.length :]) == (style, code, rest)


@pytest.mark.parametrize(
    "text",
    [
        "2025. Việc đẩy mạnh", "98.5% hồ sơ", "2,5% số lượng", "1.857 TTHC", "20.000 hồ sơ", "3, mức độ 4", "Điều 4, Nghị định",
        "Phần mềm quản lý", "V/v triển khai", "-2,5 điểm", "", "Ban hành", "X", "12/2025",
    ],
)  # fmt: skip
def test_a_number_within_a_sentence_is_no_marker(text: str) -> None:
    assert read_marker(text) is None


@pytest.mark.parametrize(
    ("code", "before", "style", "right"),
    [
        ("a", "", Style.LETTER, True), ("a", "k", Style.LETTER, True), ("đ", "d", Style.LETTER, True),
        ("e", "d", Style.LETTER, False), ("g", "e", Style.LETTER, True), ("3", "2", Style.ARABIC, True),
        ("3", "1", Style.ARABIC, False), ("3", "", Style.ARABIC, False), ("2.4", "2.3", Style.DOTTED, True),
        ("IV", "III", Style.ROMAN, True), ("IX", "VIII", Style.ROMAN, True), ("V", "III", Style.ROMAN, False),
        ("B", "A", Style.CAPITAL, True), ("2", "1", Style.PART, True), ("", "", Style.DASH, True),
    ],
)  # fmt: skip
def test_a_code_follows_another_or_opens_a_list(code: str, before: str, style: Style, right: bool) -> None:
    assert follows(code, before, style) is right


@pytest.mark.parametrize(
    ("text", "before", "style", "code"),
    [
        ("1) Tăng cường", "k", Style.LETTER, "l"), ("1) Tăng cường", "h", Style.LETTER, "i"),
        ("I) Cung cấp", "k", Style.LETTER, "l"), ("I) Cung cấp", "m", Style.LETTER, "l"),
        ("9) Phấn đấu", "e", Style.LETTER, "g"), ("C) Tiếp tục", "b", Style.LETTER, "c"),
        ("1) Sở Nội vụ", "b", Style.BRACKETED, "1"), ("(2) Sở Nội vụ", "b", Style.BRACKETED, "2"),
    ],
)  # fmt: skip
def test_a_scan_takes_letters_for_their_look_alikes(text: str, before: str, style: Style, code: str) -> None:
    marker = read_marker(text)
    assert marker is not None
    assert as_letter(marker, before) == Marker(style, code, marker.length)
