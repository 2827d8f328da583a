"""Statements of reports to measurements: laws, a table for the clerk, and the checked relations of a real report."""

import json
import re
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Count, Measurement, Money, Percent, Period, Points, Rank, Ratio
from cchc.model.numeral import format_number, parse_number
from cchc.reading.figures.breakdowns import Breakdown, find_breakdowns
from cchc.reading.figures.comparisons import Comparison, Step, find_comparisons
from cchc.reading.figures.measurements import read_measurements
from cchc.reading.passage import Passage

TABLE = Path(__file__).with_name("report_statements.txt")
PRINTED = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
HALF = Period.half(2023, 1)
PARTS = ("đúng hạn", "trước hạn", "quá hạn", "trực tuyến", "trực tiếp", "cấp tỉnh", "cấp xã")


def cases() -> list[tuple[str, str, Period]]:
    found: list[tuple[str, str, Period]] = []
    period = HALF
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            period = Period.parse(line[3:])
        elif line and not line.startswith(("# ", "-- ")):
            text, _, expected = line.rpartition(" => ")
            found.append((text, expected, period))
    return found


def told(measurement: Measurement, period: Period) -> str:
    value = measurement.value
    words = f'"{value}"' if isinstance(value, str) else f"#{value}" if isinstance(value, Rank) else str(value)
    words += f" ~{measurement.qualifier}" if measurement.qualifier else ""
    words += f" @{measurement.as_of}" if measurement.as_of else ""
    words += f" {{{measurement.period}}}" if measurement.period != period else ""
    return words + (f" [{measurement.agency}]" if measurement.agency else "")


def links(passage: Passage) -> str:
    sums = (f"{found.total}={'+'.join(map(str, found.parts))}" for found in find_breakdowns(passage))
    steps = (f"{found.change}^{found.of if found.of >= 0 else ''}" for found in find_comparisons(passage))
    return " ".join((*sums, *steps))


def names(text: str, context: str = "") -> list[str]:
    return [found.indicator for found in read_measurements(Passage.of(text), context=context)]


def agencies(text: str) -> list[str]:
    return [found.agency for found in read_measurements(Passage.of(text), agency="tỉnh")]


@pytest.mark.parametrize(("text", "expected", "period"), cases())
def test_a_statement_is_read_as_the_clerk_reads_it(text: str, expected: str, period: Period) -> None:
    passage = Passage.of(text)
    figures = " | ".join(told(found, period) for found in read_measurements(passage, period=period)) or "-"
    linked = links(passage)
    assert figures + (f" // {linked}" if linked else "") == expected


@pytest.mark.law
@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=5), st.permutations(PARTS))
def test_a_total_printed_with_its_parts_is_broken_down_into_them(numbers: list[int], parts: list[str]) -> None:
    listed = "; ".join(f"{part}: {format_number(number)} hồ sơ" for part, number in zip(parts, numbers, strict=False))
    passage = Passage.of(f"Đã tiếp nhận {format_number(sum(numbers))} hồ sơ, trong đó: {listed}. Ngoài ra, có 5 cuộc họp.")
    read = [found.value for found in read_measurements(passage)]
    assert read == [*(Count(number, "hồ sơ") for number in (sum(numbers), *numbers)), Count(5, "cuộc họp")]
    assert find_breakdowns(passage) == (Breakdown(total=0, parts=tuple(range(1, len(numbers) + 1)), words="trong đó:"),)


@pytest.mark.law
@given(st.sampled_from([text for text, _, _ in cases()]), st.text(alphabet=" \n\t", min_size=1, max_size=3))
def test_a_figure_stands_where_its_source_says(text: str, space: str) -> None:
    broken = text.replace(" ", space)
    found = read_measurements(Passage.of(broken), document="bao-cao.txt")
    spans = [source.span for source in (measurement.source for measurement in found) if source and source.span]
    assert len(spans) == len(found)
    assert all(broken[span.start : span.end] == span.text and span.text[0].isdigit() for span in spans)
    assert {source.document for source in (measurement.source for measurement in found) if source} <= {"bao-cao.txt"}


@pytest.mark.law
@given(
    st.lists(
        st.sampled_from([*"()[];:,.–-", "12", "3/4", "5%", "trong đó", "gồm", " ", "tăng", "so với", "Sở Y tế", "năm 2022"]),
        max_size=30,
    )
)
def test_any_statement_is_read(pieces: list[str]) -> None:
    passage = Passage.of(" ".join(pieces))
    found = read_measurements(passage, period=HALF)
    for breakdown in find_breakdowns(passage):
        assert all(breakdown.total < part < len(found) for part in breakdown.parts)
    for comparison in find_comparisons(passage):
        assert -1 <= comparison.of < comparison.change < len(found)


@pytest.mark.law
@given(st.sampled_from(cases()), st.sampled_from(cases()))
def test_a_sentence_changes_no_figure_of_the_next(one: tuple[str, str, Period], other: tuple[str, str, Period]) -> None:
    alone = [found.value for text in (one[0], other[0]) for found in read_measurements(Passage.of(text), period=one[2])]
    # What opens a list of parts goes with the sentence before by its own words.
    joined = read_measurements(Passage.of(f"{one[0]} Ngày mai họp. {other[0]}"), period=one[2])
    assert [found.value for found in joined] == alone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HĐND tỉnh đã ban hành 05 Nghị quyết.", ["ban hành Nghị quyết"]),
        ("Hoàn thành 30/58 nhiệm vụ (đạt 57,72%).", ["Hoàn thành nhiệm vụ", "Hoàn thành nhiệm vụ"]),
        ("Tổng số văn bản nhận: 1.250 (có chữ ký số: 900).", ["Tổng số văn bản nhận", "Tổng số văn bản nhận: chữ ký số"]),
        ("Thu hút được 32 dự án (tăng 10 dự án so với cùng kỳ).", ["Thu hút dự án", "Thu hút dự án: tăng so với cùng kỳ"]),
        ("giảm 10 dự án so với cùng kỳ", ["giảm dự án so với cùng kỳ"]),
        (
            "Giải ngân 1.750 tỷ đồng, đạt 42,2% so với kế hoạch Trung ương giao và đạt 19,3% kế hoạch địa phương giao.",
            ["Giải ngân", "Giải ngân so với kế hoạch Trung ương giao", "Giải ngân so với kế hoạch địa phương giao"],
        ),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98%.", ["Tỷ lệ hồ sơ đúng hạn"]),
        ("Có 84 người (Sở Y tế: 62 người; Sở Xây dựng: 22 người).", ["người", "người", "người"]),
        ("Cung cấp 537 DVCTT toàn trình và 92 DVCTT một phần.", ["Cung cấp DVCTT toàn trình", "Cung cấp DVCTT một phần"]),
        ("Mở 10 lớp tập huấn cho 800 người.", ["Mở lớp tập huấn", "Mở lớp tập huấn cho người"]),
        ("đạt 98%", ["Cải cách TTHC"]),
    ],
)
def test_figures_are_named_by_the_words_of_their_clause(text: str, expected: list[str]) -> None:
    assert names(text, context="Cải cách TTHC") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "UBND huyện Tiên Lữ: 13 người, 07 người dự bị; còn lại 5 người.",
            ["UBND huyện Tiên Lữ", "UBND huyện Tiên Lữ", "tỉnh"],
        ),
        ("Giao Sở Tư pháp rà soát 312 văn bản; bãi bỏ 5 văn bản.", ["Sở Tư pháp", "Sở Tư pháp"]),
        (
            "Sở Y tế (8 hồ sơ), Sở Lao động - Thương binh và Xã hội (3 hồ sơ).",
            ["Sở Y tế", "Sở Lao động - Thương binh và Xã hội"],
        ),
        ("Ban hành 5 văn bản gửi Bộ phận Một cửa các cấp của Sở Y tế.", ["tỉnh"]),
        ("Tuyển 12 người (nam 5 người, nữ 7 người).", ["tỉnh", "tỉnh", "tỉnh"]),
    ],
)
def test_figures_belong_to_the_agency_their_clause_names(text: str, expected: list[str]) -> None:
    assert agencies(text) == expected


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("Tính đến ngày 15/6/2023, có 5 xã; 7 phường.", [date(2023, 6, 15)] * 2),
        ("Đến hết tháng 5, thu 12 tỷ đồng.", [date(2023, 5, 31)]),
        ("Trong 5 tháng đầu năm 2023, có 12 dự án.", [date(2023, 5, 31)]),
        ("Trong 13 tháng đầu năm 2023, có 12 dự án.", [None]),
        ("Trong 6 tháng đầu năm 2023, có 12 dự án.", [None]),
        ("Thu 12 tỷ đồng (tính đến 31/5/2023), chi 5 tỷ đồng.", [date(2023, 5, 31)] * 2),
        ("Thu 12 tỷ đồng, họp đến 31/5/2023.", [None]),
        ("Chậm nhất đến ngày 30/6/2023 có 5 xã.", [None]),
        ("Phấn đấu đến hết năm 2025 có 5 xã.", [None]),
        ("Tại thời điểm 31/3/2023 có 5 xã. Có 6 phường.", [date(2023, 3, 31), None]),
        ("Đến hết quý 9 có 5 xã.", [None]),
        ("Tính đến ngày 45/6 có 5 xã.", [None]),
    ],
)
def test_figures_speak_of_the_day_that_is_printed(text: str, as_of: list[date | None]) -> None:
    assert [found.as_of for found in read_measurements(Passage.of(text), period=HALF)] == as_of


def test_a_day_without_a_year_and_a_period_stands_for_none() -> None:
    (found,) = read_measurements(Passage.of("Tính đến 31/5, quý II có 5 xã."))
    assert (found.as_of, found.period) == (None, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Năm 2022 có 5 xã.", "2022"),
        ("Có 5 xã trong năm 2022.", "2022"),
        ("Quý II có 5 xã.", "2023-Q2"),
        ("Trong năm 2023 có 5 xã.", "2023"),
        ("Theo Kế hoạch CCHC năm 2022 có 5 xã.", "2023-H1"),
        ("So với năm 2022 có 5 xã.", "2023-H1"),
        ("Nhiệm vụ năm 2023 có 5 xã.", "2023-H1"),
        ("Giai đoạn 2021-2025 có 5 xã.", "2021/2025"),
        ("Tháng 14/2023 có 5 xã.", "2023-H1"),
    ],
)
def test_figures_speak_of_the_period_that_their_clause_names(text: str, code: str) -> None:
    (found,) = read_measurements(Passage.of(text), period=HALF)
    assert found.period == Period.parse(code)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("đạt 98%", Percent("98")),
        ("30/58 nhiệm vụ", Ratio(30, 58, of="nhiệm vụ")),
        ("gần 8.500 tỷ", Money("8500000000000")),
        ("5 nghìn tỷ đồng", Money("5000000000000")),
        ("50tr", Money("50000000")),
        ("2 triệu USD", "2 triệu USD"),
        ("1,2 triệu lượt truy cập", Count(1200000, "lượt truy cập")),
        ("1,5 ngày", "1,5 ngày"),
        ("3 ngày làm việc", Count(3, "ngày làm việc")),
        ("đạt 87,62/100 điểm", Points("87.62")),
        ("xếp thứ 11/63", Rank(11, 63)),
        ("xếp thứ 64/63", "64/63"),
        ("xếp thứ 0", "0"),
        ("vị trí thứ 1,5", "1,5"),
        ("vị trí thứ 1/2,5", "1/2,5"),
    ],
)
def test_a_figure_becomes_the_quantity_it_states(text: str, value: object) -> None:
    (found,) = read_measurements(Passage.of(text))
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tăng 5% so với cùng kỳ năm 2021", Comparison(change=0, step=Step.UP, baseline="cùng kỳ năm 2021")),
        ("giảm 5% so với dự toán", Comparison(change=0, step=Step.DOWN, baseline="dự toán")),
        ("So với năm 2023, số hồ sơ tăng 5 hồ sơ", Comparison(change=0, step=Step.UP, baseline="năm 2023")),
    ],
)
def test_a_comparison_names_its_baseline(text: str, found: Comparison) -> None:
    assert find_comparisons(Passage.of(text)) == (found,)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Trong đó: 5 xã, 6 xã.", ""),
        ("Có 12 hồ sơ (đạt 60%), trong đó có 5 hồ sơ trực tuyến.", "0=2"),
        ("Có 9 xã. Trong đó: miền núi: 4 xã. Đồng bằng: 5 xã. Họp 3 lần.", "0=1+2"),
        ("Có 9 xã. Trong đó: miền núi: 4 xã (1 xã mới). Đồng bằng: 5 xã.", "0=1+3 1=2"),
        ("Có 9 xã. Trong đó: miền núi: 9 xã. Có 5 huyện.", "0=1"),
        ("Có 9 xã. Trong đó miền núi có 9 xã. Có 5 xã.", "0=1"),
        ("Giao 9 hồ sơ, trong đó: tỉnh 6 hồ sơ, trong đó trực tuyến 4 hồ sơ; xã 3 hồ sơ.", "0=1+3 1=2"),
        ("Có 9 hồ sơ (trong đó: tỉnh 6 hồ sơ; xã 3 hồ sơ).", "0=1+2"),
        ("Thu 9 tỷ đồng, gồm: 5 tỷ đồng thuế và 4 hồ sơ.", "0=1"),
        ("Có 9 lớp tập huấn, gồm 500 học viên.", "0=1"),
        ("Có 9 lớp tập huấn, trong đó có 500 học viên.", ""),
        ("Có 9 lớp tập huấn (500 học viên).", ""),
        ("Đã giải quyết 9/10 hồ sơ (đúng hạn 8, quá hạn 1).", "0=1+2"),
        ("Từ 9 xã xuống 5 xã (giảm 4 xã).", ""),
        ("(trong đó: 5 xã)", ""),
        ("Có 5 xã; (trong đó: 3 xã mới)", ""),
        ("Có 5 văn bản chỉ đạo, trong đó 3 văn bản hỏa tốc.", "0=1"),
        ("Có (5 xã), trong đó 3 xã mới.", ""),
        ("Nhóm A gồm 5 huyện, nhóm B gồm 8 huyện.", ""),
    ],
)
def test_parts_belong_to_the_total_that_the_print_claims(text: str, sums: str) -> None:
    assert links(Passage.of(text)) == sums


@pytest.mark.parametrize("text", ["5) a) b]", "TP. Hà Nội có 5 xã. (((((12 xã)))))", "5 hồ sơ (a [b (c", "có (a (b) 5 xã"])
def test_brackets_that_do_not_pair_lose_no_figure(text: str) -> None:
    assert len(read_measurements(Passage.of(text))) >= text.count("xã") + text.count("hồ sơ")


@pytest.mark.parametrize(
    "piece",
    [
        "tăng 5 xã so với 3 xã, ",
        "5 xã (3 xã) ",
        "trong đó: 5 xã; ",
        "(",
        "năm 2022 có ",
        "Sở Y tế Sở Y tế ",
        "12 xã và ",
        "5 xã. Trong đó: a: 3 xã. ",
    ],
)
def test_no_statement_costs_more_than_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        passage = Passage.of(piece * times)
        started = time.process_time()
        read_measurements(passage, period=HALF)
        return time.process_time() - started

    assert seconds(4_000) < 40 * max(seconds(400), 0.002)


def numbers(measurement: Measurement) -> set[Decimal]:
    match measurement.value:
        case Ratio(numerator=part, denominator=whole):
            return {Decimal(part), Decimal(whole)}
        case Money(value=amount):
            return {amount.scaleb(-9)}
        case Count(value=number) | Percent(value=number):
            return {Decimal(number)}
    raise AssertionError(measurement)


def test_every_figure_of_a_checked_relation_is_read_where_it_is_printed(shared: Path) -> None:
    passage = Passage.of((shared / "documents/bao-cao-2022-6-thang-dau-nam.txt").read_text(encoding="utf-8"))
    checks = json.loads((shared / "gold/report_2022h1_some_checks.json").read_text(encoding="utf-8"), parse_float=Decimal)[
        "checks"
    ]
    placed = [(found, found.source.span) for found in read_measurements(passage) if found.source and found.source.span]
    tried, missed = 0, []
    for check in checks:
        for quote in [check["quote"]] if isinstance(check["quote"], str) else check["quote"]:
            at = passage.text.index(quote)
            place = passage.span(at, at + len(quote))
            printed = {parse_number(number) for number in PRINTED.findall(quote)}
            wanted = printed & {Decimal(number) for number in (*check["inputs"], check["printed"]) if number is not None}
            inside = [found for found, span in placed if place.start <= span.start < place.end]
            tried += len(wanted)
            missed += [(check["id"], number) for number in wanted - set().union(*map(numbers, inside))]
    assert tried >= 40
    assert missed == []


@pytest.mark.parametrize(
    ("quote", "sums"),
    [
        ("góp ý đối với 52 dự thảo văn bản", ["0=1+2"]),
        ("với tổng số 420 TTHC", ["0=1+2+3"]),
        ("đối với 289 người (222 người", ["0=1+2", "1=3+5+7+9+11+13", "2=4+6+8+10+12+14"]),
        ("đối với 13 người và 13 vị trí (", ["0=2+3+4+5+6", "1=7+8"]),
        ("Tổng chi NSNN tính đến", ["0=2+4"]),
    ],
)
def test_the_parts_of_a_real_report_go_to_their_totals(shared: Path, quote: str, sums: list[str]) -> None:
    passage = Passage.of((shared / "documents/bao-cao-2022-6-thang-dau-nam.txt").read_text(encoding="utf-8"))
    at = passage.text.index(quote)
    assert links(passage[at : at + 900]).split()[: len(sums)] == sums
