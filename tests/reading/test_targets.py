"""Targets in the words of plans: laws for every text, a table for the clerk, and two readings made by hand of real plans."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cchc.example import plan_2025
from cchc.model import (
    Area,
    AtLeast,
    AtMost,
    Between,
    Complete,
    Exactly,
    IncreaseBy,
    LessThan,
    MoreThan,
    Period,
    Qualitative,
    RankUp,
    RankWithin,
    ReduceBy,
    Requirement,
    Target,
)
from cchc.model.numeral import format_number
from cchc.model.text import plain
from cchc.reading.commitments.targets import read_targets
from cchc.reading.passage import Passage

TABLE = Path(__file__).with_name("target_phrases.txt")
SIGNS: dict[type[Requirement], str] = {MoreThan: ">", AtLeast: ">=", AtMost: "<=", LessThan: "<", Exactly: "="}


def targets_of(text: str, *, period: str = "2025") -> tuple[Target, ...]:
    return read_targets(Passage.of(text), code="x", period=Period.parse(period))


def _number(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _asked(requirement: Requirement) -> str:
    match requirement:
        case Between(least=least, most=most, unit=unit):
            return f"{_number(least)}..{_number(most)} {unit}".strip()
        case ReduceBy(value=value, unit=unit) | IncreaseBy(value=value, unit=unit):
            sign = "-" if isinstance(requirement, ReduceBy) else "+"
            return sign if value is None else f"{sign} {_number(value)} {unit}"
        case RankWithin(value=places):
            return f"top {places}"
        case RankUp(least=low, most=high):
            return f"up {low}..{high}"
        case Complete():
            return "done"
        case Qualitative():
            return "?"
        case MoreThan() | AtLeast() | AtMost() | LessThan() | Exactly():
            return f"{SIGNS[type(requirement)]} {_number(requirement.value)} {requirement.unit}".strip()


def told(target: Target) -> list[str]:
    """A target as the table writes it, without its scope."""
    words = [_asked(target.requirement)]
    match target.requirement:
        case ReduceBy(baseline=baseline, equivalent=also) | IncreaseBy(baseline=baseline, equivalent=also):
            words += [f"so với: {baseline}"] if baseline else []
            words += [f"tức: {_number(also.value)} {also.unit}"] if also else []
        case RankUp(baseline=baseline):
            words += [f"so với: {baseline}"] if baseline else []
    words += ["phấn đấu"] if target.aspiration else []
    words += [f"trừ: {target.exclusion}"] if target.exclusion else []
    words += [f"hạn: {target.due.isoformat()}"] if target.due else []
    words += ["dồn"] if target.accumulates else []
    return sorted(words)


def _rows() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    items = [i for i, line in enumerate(lines) if not line.startswith("=>")]
    for i, end in pairwise([*items, len(lines)]):
        period, text = re.fullmatch(r"(?:\[([^]]+)\] )?(.*)", lines[i]).groups()  # type: ignore[union-attr]
        yield period or "2025", text, tuple(line[3:] for line in lines[i + 1 : end] if line != "=> none")


ROWS = list(_rows())


@pytest.mark.parametrize(("period", "text", "wanted"), ROWS, ids=[text for _, text, _ in ROWS])
def test_an_item_says(period: str, text: str, wanted: tuple[str, ...]) -> None:
    found = targets_of(text, period=period)
    parts = [line.split(" | ") for line in wanted]
    assert [told(target) for target in found] == [sorted(part for part in line if part[:2] != "ở:") for line in parts]
    for target, line in zip(found, parts, strict=True):
        assert [target.scope] == [part[3:] for part in line if part[:2] == "ở:"] or not any(part[:2] == "ở:" for part in line)


PIECES = st.sampled_from([
    "100% ", "Tỷ lệ hồ sơ ", "đạt ", "tối thiểu ", "trên ", "dưới ", "90,5% ", "trở lên", "; ", ". ", ", ", "(", ")",
    "trong đó ", "phấn đấu ", "giảm ", "tăng ", "so với năm 2021 ", "nằm trong nhóm 10 tỉnh ", "trừ văn bản mật ", "cấp xã ",
    "và ", ": ", "từ 5 đến 10 ", "bậc ", "02 hội nghị ", "đến hết năm 2025 ", "năm 2024 đạt ", "thứ 0 ", "“", "”", "về ",
    "1/3 ",
    "Chỉ số PAPI ", "được công khai ", "- ", "5 tỷ đồng ", "không để ", "lên ", "còn ",
])  # fmt: skip


@pytest.mark.law
@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)), st.sampled_from([None, "2024", "2025", "2021/2025"]))
@example("", None)
@example("a) ", "2024")
def test_reading_never_fails_and_every_span_holds_what_it_claims(text: str, period: str | None) -> None:
    source = f"đầu {text} cuối"
    item = Passage.of(source, 4, 4 + len(text))
    for target in read_targets(item, code="2.1", period=Period.parse(period) if period else None, document="d"):
        assert target.source is not None
        assert target.source.span is not None
        span = target.source.span
        assert source[span.start : span.end] == span.text
        assert plain(span.text) == plain(target.text)
        assert target.text


@pytest.mark.law
@given(st.sampled_from(ROWS), st.sampled_from(["a) ", "đ) ", "- ", "+ ", "1.1. ", "2) ", "(3) ", "• "]))
def test_a_marker_changes_nothing(row: tuple[str, str, tuple[str, ...]], marker: str) -> None:
    period, text, _ = row
    bare = re.sub(r"^(?:- |c\) )", "", text)
    assert [told(target) for target in targets_of(marker + bare, period=period)] == [
        told(target) for target in targets_of(bare, period=period)
    ]


@pytest.mark.law
@given(st.sampled_from(ROWS), st.data())
def test_broken_lines_change_nothing(row: tuple[str, str, tuple[str, ...]], data: st.DataObject) -> None:
    period, text, _ = row
    words = text.split(" ")
    gaps = data.draw(st.lists(st.sampled_from([" ", "  ", "\n", " \n\n "]), min_size=len(words), max_size=len(words)))
    broken = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    assert [told(target) for target in targets_of(broken, period=period)] == [
        told(target) for target in targets_of(text, period=period)
    ]


BOUNDS = [
    ("trên", MoreThan), ("hơn", MoreThan), ("vượt", MoreThan), ("tối thiểu", AtLeast), ("ít nhất", AtLeast), ("", AtLeast),
    ("không dưới", AtLeast), ("không thấp hơn", AtLeast), ("từ", AtLeast), ("không quá", AtMost), ("tối đa", AtMost),
    ("không vượt quá", AtMost), ("nhiều nhất", AtMost), ("dưới mức", AtMost), ("dưới", LessThan), ("thấp hơn", LessThan),
    ("bằng", Exactly), ("đúng", Exactly),
]  # fmt: skip
VALUES = st.integers(min_value=1, max_value=999).map(lambda tenths: Decimal(tenths) / 10)
SUBJECTS = st.sampled_from(["Tỷ lệ hồ sơ đúng hạn", "Mức độ hài lòng của người dân", "Tỷ lệ văn bản ký số của các sở"])


@pytest.mark.law
@given(SUBJECTS, st.sampled_from(BOUNDS), VALUES, st.sampled_from(["%", " %", " phần trăm"]))
def test_a_bound_and_a_value_make_the_requirement(
    subject: str, bound: tuple[str, type[MoreThan]], value: Decimal, sign: str
) -> None:
    word, kind = bound
    (target,) = targets_of(f"{subject} đạt {word} {format_number(value)}{sign}.")
    assert target.requirement == kind(value, "%")
    assert target.indicator == subject


@pytest.mark.law
@given(
    st.lists(st.tuples(SUBJECTS, st.sampled_from(BOUNDS), VALUES), min_size=2, max_size=5), st.sampled_from(["; ", ". ", ", "])
)
def test_full_clauses_in_one_item_are_read_one_by_one(
    clauses: list[tuple[str, tuple[str, type[MoreThan]], Decimal]], join: str
) -> None:
    texts = [f"{subject} đạt {word} {format_number(value)}%" for subject, (word, _), value in clauses]
    item = join.join([texts[0], *(text if join == ". " else text[0].lower() + text[1:] for text in texts[1:])])
    found = targets_of(item)
    assert [target.requirement for target in found] == [kind(value, "%") for _, (_, kind), value in clauses]
    assert [target.id for target in found] == [f"x.{number}" for number in range(1, len(clauses) + 1)]


@pytest.mark.law
@given(st.sampled_from([row for row in ROWS if "hấn đấu" not in row[1] and "ần đấu" not in row[1]]))
def test_nothing_is_an_aspiration_unless_the_item_says_so(row: tuple[str, str, tuple[str, ...]]) -> None:
    assert not any(target.aspiration for target in targets_of(row[1], period=row[0]))


def test_one_commitment_takes_the_code_and_several_are_counted() -> None:
    assert [target.id for target in targets_of("100% hồ sơ đúng hạn.")] == ["x"]
    assert [target.id for target in targets_of("100% hồ sơ đúng hạn; 90% hồ sơ trực tuyến.")] == ["x.1", "x.2"]


def test_area_and_document_are_handed_on() -> None:
    (target,) = read_targets(Passage.of("100% hồ sơ đúng hạn."), code="1", area=Area.PROCEDURES, document="kế hoạch")
    assert target.area is Area.PROCEDURES
    assert target.source is not None
    assert target.source.document == "kế hoạch"


def test_without_a_period_no_year_is_past() -> None:
    (target,) = read_targets(Passage.of("Năm 2024 tỷ lệ hồ sơ đúng hạn đạt 97%."), code="1")
    assert target.requirement == AtLeast(97, "%")
    assert targets_of("Năm 2024 tỷ lệ hồ sơ đúng hạn đạt 97%.") == ()


NAMES = [
    ("100% số hồ sơ TTHC được trả kết quả đúng hạn.", ["Tỷ lệ hồ sơ TTHC được trả kết quả đúng hạn"]),
    ("Trên 80% văn bản (trừ văn bản mật) được ký số.", ["Tỷ lệ văn bản được ký số"]),
    ("Phấn đấu tỷ lệ hồ sơ trực tuyến đạt từ 70% trở lên.", ["Tỷ lệ hồ sơ trực tuyến"]),
    ("Đến hết năm 2025, 90% văn bản được ký số.", ["Tỷ lệ văn bản được ký số"]),
    ("Chỉ số PAPI, SIPAS nằm trong nhóm 10 tỉnh dẫn đầu.", ["Chỉ số PAPI", "SIPAS"]),
    ("Chỉ số CCHC (PAR INDEX) nằm trong nhóm 10 tỉnh dẫn đầu.", ["Chỉ số CCHC (PAR INDEX)"]),
    ("Giảm thời gian giải quyết TTHC tối thiểu 20% so với quy định.", ["Thời gian giải quyết TTHC"]),
    ("Số lượng đầu mối giảm 10% so với năm 2021.", ["Số lượng đầu mối"]),
    ("Giảm tối thiểu: 2% số đầu mối; 5% biên chế so với năm 2021.", ["Số đầu mối", "Biên chế"]),
    (
        "Tỷ lệ hồ sơ xử lý trên mạng tại cấp tỉnh đạt 90%; cấp xã đạt 60%.",
        ["Tỷ lệ hồ sơ xử lý trên mạng", "Tỷ lệ hồ sơ xử lý trên mạng"],
    ),
    ("Tổ chức 02 hội nghị đối thoại.", ["Tổ chức hội nghị đối thoại"]),
    ("Tăng mức độ tự chủ của đơn vị sự nghiệp.", ["Mức độ tự chủ của đơn vị sự nghiệp"]),
    ("Tỷ lệ hồ sơ trực tuyến: Cấp tỉnh 80%; cấp xã 60%.", ["Tỷ lệ hồ sơ trực tuyến", "Tỷ lệ hồ sơ trực tuyến"]),
    (
        "Cấp tỉnh: 90% hồ sơ công việc; cấp xã: 60% hồ sơ được ký số.",
        ["Tỷ lệ hồ sơ công việc", "Tỷ lệ hồ sơ được ký số"],
    ),
    ("Hoàn thành xuất sắc nhiệm vụ không quá 20%.", ["Hoàn thành xuất sắc nhiệm vụ"]),
    ("Giảm biên chế công chức, số lượng người làm việc.", ["Biên chế công chức", "Số lượng người làm việc"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_what_is_measured_gets_a_name_without_value_bound_and_time(text: str, names: list[str]) -> None:
    assert [target.indicator for target in targets_of(text)] == names


def test_texts_are_the_clauses_as_printed() -> None:
    text = "Giảm tối thiểu: 2,5% đầu mối (tương ứng 3 đơn vị); 1% biên chế (tương ứng 9 biên chế) so với năm 2021."
    assert [target.text for target in targets_of(text)] == [
        "2,5% đầu mối (tương ứng 3 đơn vị)",
        "1% biên chế (tương ứng 9 biên chế)",
    ]
    assert [target.text for target in targets_of("100% hồ sơ đúng hạn; phấn đấu 95% trước hạn.")] == [
        "100% hồ sơ đúng hạn",
        "phấn đấu 95% trước hạn.",
    ]


# -- real plans

KINDS = {">=": AtLeast, ">": MoreThan, "reduce_by": ReduceBy, "increase": IncreaseBy}


def test_the_targets_of_a_department_as_read_by_hand(shared: Path) -> None:
    wanted = json.loads((shared / "gold/targets_2023_snv.json").read_text(encoding="utf-8"), parse_float=Decimal)
    for bullet in dict.fromkeys(target["bullet"] for target in wanted):
        expected = [target for target in wanted if target["bullet"] == bullet]
        found = targets_of(bullet, period="2023")
        assert [type(target.requirement) for target in found] == [KINDS[target["comparator"]] for target in expected]
        for target, by_hand in zip(found, expected, strict=True):
            requirement = target.requirement
            assert isinstance(requirement, AtLeast | MoreThan | ReduceBy | IncreaseBy)
            assert requirement.value == by_hand["value"]
            assert requirement.unit == (by_hand["unit"] or "")
            assert target.text == by_hand["text"]
            assert target.exclusion == (by_hand["exclusion"] or "")
            assert target.aspiration == by_hand["aspiration"]
            assert target.due is None
            if isinstance(requirement, ReduceBy):
                assert requirement.baseline == str(by_hand["baseline"]["year"])
                assert requirement.equivalent is not None
                assert requirement.equivalent.value == by_hand["equivalent"]["value"]
                assert requirement.equivalent.unit == by_hand["equivalent"]["unit"]


_BULLET = re.compile(r"\s*(?:[0-9]\.[0-9]?\.?|[a-zđ]\)|-|Vị trí|Đến hết) ?")
_HEADING = re.compile(r"[0-9]\.|[a-zđ]\) (?:Cơ sở hạ tầng|Ứng dụng|Cung cấp thông tin)")


def _items(lines: list[str]) -> Iterator[str]:
    """The bullets of the plan's section of targets, which the printed lines break."""
    item = ""
    for line in lines:
        if item and _BULLET.match(line):
            yield item.strip()
            item = ""
        item += f"{line}\n"
    yield item.strip()


def test_the_targets_of_a_province_as_read_by_hand(shared: Path) -> None:
    lines = (shared / "documents/ke-hoach-2025-6-thang-cuoi-nam.txt").read_text(encoding="utf-8").splitlines()
    section = lines[lines.index("II. MỤC TIÊU") + 2 : lines.index("II. NHIỆM VỤ, GIẢI PHÁP")]
    found = [target for item in _items(section) if not _HEADING.match(item) for target in targets_of(item, period="2025-H2")]
    by_hand = plan_2025().targets

    def essence(target: Target) -> tuple[str, bool, bool, object]:
        return _asked(target.requirement), target.aspiration, bool(target.exclusion), target.due

    assert [essence(target) for target in found] == [essence(target) for target in by_hand]
    assert [target.accumulates for target in found] == [target.accumulates for target in by_hand]
