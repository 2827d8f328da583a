"""The same quantity twice in one report: in the summary and in its section."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import Finding, Measurement, Percent, Period, Report, RuleSet, Severity, check, read, read_text
from cchc.rules.checking.repeated import REPEATED

RULES = RuleSet(name="repeated", rules=(REPEATED,))


def found(summary: str, detail: str) -> tuple[Finding, ...]:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ LONG\nHà Long, ngày 15 tháng 6 năm 2025\n\nBÁO CÁO\n"
        "Kết quả công tác cải cách hành chính 6 tháng đầu năm 2025\n\n"
        f"I. KẾT QUẢ NỔI BẬT\n1. {summary}\nII. KẾT QUẢ CỤ THỂ\n1. Cải cách hành chính\n- {detail}\n"
    )
    return check(read_text(text), rules=RULES)


@pytest.mark.law
@given(st.integers(100, 10**7), st.integers(100, 10**7))
def test_two_totals_are_accused_when_they_differ_and_only_then(one: int, other: int) -> None:
    printed, again = (f"{number:,}".replace(",", ".") for number in (one, other))
    findings = found(f"Tổng số hồ sơ đã tiếp nhận là {printed} hồ sơ.", f"Tổng số hồ sơ đã tiếp nhận là {again} hồ sơ.")
    assert [finding.params["stated"] for finding in findings] == ([] if one == other else [other])


@pytest.mark.parametrize(
    ("summary", "detail", "severity"),
    [
        (
            "Tổng số hồ sơ tiếp nhận trong kỳ là 215.780 hồ sơ.",
            "Tổng số hồ sơ đã tiếp nhận là 215.870 hồ sơ.",
            Severity.WARNING,
        ),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98,21%.", "Tỷ lệ hồ sơ TTHC được giải quyết đúng hạn đạt 98,12%.", Severity.WARNING),
        ("Tỷ lệ hồ sơ trực tuyến đạt 61,3%.", "Tỷ lệ hồ sơ trực tuyến đạt 63,1%.", Severity.ERROR),
        ("Chỉ số PAR INDEX năm 2024 đạt 86,24 điểm.", "Chỉ số PAR INDEX năm 2024 đạt 86,42 điểm.", Severity.ERROR),
        (
            "Tổng thu ngân sách nhà nước trên địa bàn đạt 18.342 tỷ đồng.",
            "Tổng thu ngân sách nhà nước trên địa bàn đạt 18.432 tỷ đồng.",
            Severity.ERROR,
        ),
    ],
)
def test_another_value_of_the_same_quantity(summary: str, detail: str, severity: Severity) -> None:
    (finding,) = found(summary, detail)
    assert (finding.code, finding.severity, finding.params["explanation"]) == ("arithmetic.repeated", severity, "transposed")


@pytest.mark.parametrize(
    ("summary", "detail"),
    [
        ("Tỷ lệ hồ sơ đúng hạn đạt 98,21%.", "Tỷ lệ hồ sơ đúng hạn đạt 98,2%."),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98,21%.", "Tỷ lệ hồ sơ đúng hạn đạt gần 99%."),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98,21%.", "Tỷ lệ hồ sơ đúng hạn lĩnh vực đất đai đạt 91%."),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98,21%.", "Cấp xã: tỷ lệ hồ sơ đúng hạn đạt 99%."),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98,21%.", "Quý I, tỷ lệ hồ sơ đúng hạn đạt 97%."),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98,21%.", "Tỷ lệ hồ sơ trước hạn đạt 71%."),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98,21%.", "Sở Y tế có tỷ lệ hồ sơ đúng hạn đạt 90%."),
        ("Chỉ số PAR INDEX năm 2024 đạt 86,24 điểm.", "Chỉ số PAR INDEX năm 2023 đạt 84,1 điểm."),
        ("Tổng số 12 đơn vị.", "Tổng số 15 đơn vị."),
        ("Đã ban hành 12 văn bản.", "Đã ban hành 15 văn bản."),
        ("Tổng số hồ sơ đã tiếp nhận là 215.780 hồ sơ.", "Tổng số hồ sơ đã giải quyết là 200.100 hồ sơ."),
        ("Hoàn thành 30/58 nhiệm vụ.", "Hoàn thành 31/58 nhiệm vụ."),
        ("Tổng số hồ sơ đã tiếp nhận là 0 hồ sơ.", "Tổng số hồ sơ đã tiếp nhận là 10 hồ sơ."),
    ],
)
def test_what_is_another_quantity(summary: str, detail: str) -> None:
    assert found(summary, detail) == ()


def test_three_values_of_one_name_are_a_list() -> None:
    rates = " ".join(f"Tỷ lệ hồ sơ trực tuyến đạt {rate}%." for rate in ("61,3", "63,1", "70,2"))
    assert found(rates, "Bộ phận Một cửa hoạt động ổn định.") == ()


def test_shortcomings_and_figures_without_a_place_are_left_alone() -> None:
    rate = "Tỷ lệ hồ sơ trực tuyến đạt {}%."
    assert found(rate.format("61,3"), f"Đạt yêu cầu.\nIII. TỒN TẠI, HẠN CHẾ\n1. {rate.format('63,1')}") == ()
    period = Period.half(2025, 1)
    figures = tuple(
        Measurement(indicator="Tỷ lệ hồ sơ trực tuyến", value=Percent(value), period=period) for value in ("61.3", "63.1")
    )
    assert check(Report(period=period, agency="UBND tỉnh Hà Long", measurements=figures), rules=RULES) == ()


def test_a_misprint_is_told_once() -> None:
    summary = "Tổng số hồ sơ đã tiếp nhận là 215.780 hồ sơ, " + "được theo dõi hằng ngày trên hệ thống, " * 4 + "đúng yêu cầu."
    assert found(summary, "Tổng số hồ sơ đã tiếp nhận là 215.870 hồ sơ.") == ()


def test_the_earlier_value_is_what_it_is_held_against() -> None:
    (finding,) = found("Tỷ lệ hồ sơ trực tuyến đạt 61,3%.", "Tỷ lệ hồ sơ trực tuyến đạt 63,1%.")
    assert finding.params["computed"] == Decimal("61.3")
    assert finding.span is not None
    assert finding.span.text == "63,1%"


def test_a_true_report_is_left_alone(shared: Path) -> None:
    assert check(read(shared / "documents" / "bao-cao-2022-6-thang-dau-nam.txt"), rules=RULES) == ()
