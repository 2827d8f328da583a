"""What sentences claim of their own figures: table of phrases, and what holds of every claim."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import read_text
from cchc.model import Breakdown, Change, Claim, PrintedFigure, Restatement, Share, Shares
from cchc.reading.figures.claims import figures_of, read_claims, without_repeats
from cchc.reading.figures.clauses import lay_out
from cchc.reading.figures.printing import printed as printed_figure
from cchc.reading.passage import Passage

_TABLE = Path(__file__).with_name("claim_phrases.txt").read_text(encoding="utf-8")
CASES = [
    tuple(part.strip() for part in line.split("=>", 1)) for line in _TABLE.splitlines() if line and not line.startswith("#")
]


def plain(figure: PrintedFigure) -> str:
    return f"{figure.value.normalize():f}"


def told(claim: Claim) -> str:
    match claim:
        case Share(part=part, wholes=wholes, stated=stated, named=named):
            return f"{plain(part)}/{','.join(map(plain, wholes))}={plain(stated)}{'' if named else '?'}"
        case Breakdown(total=total, parts=parts, complete=complete):
            return f"{plain(total)}{'=' if complete else '>'}{'+'.join(map(plain, parts))}"
        case Shares(parts=parts, stated=stated_all, shared_out=shared_out):
            pairs = (f"{plain(a)}:{plain(b)}" for a, b in zip(parts, stated_all, strict=True))
            return "|".join(pairs) + ("!" if shared_out else "")
        case Change(before=before, after=after, change=change, upwards=upwards):
            return f"{plain(before)}>{plain(after)}{'+' if upwards else '-'}{plain(change)}"
        case Restatement(first=first, again=again):
            return f"{plain(first)}~{plain(again)}"


@pytest.mark.parametrize(("phrase", "claims"), CASES)
def test_a_sentence_claims(phrase: str, claims: str) -> None:
    assert "; ".join(map(told, read_claims(Passage.of(phrase)))) == claims


PHRASES = st.lists(st.sampled_from([phrase for phrase, _ in CASES]), min_size=1, max_size=4).map(" ".join)


@pytest.mark.law
@given(PHRASES)
def test_figures_stand_where_their_claims_say(text: str) -> None:
    for claim in read_claims(Passage.of(text)):
        assert claim.span is not None
        for figure in figures_of(claim):
            assert figure.span is not None
            assert text[figure.span.start : figure.span.end] == figure.span.text
            assert figure.step > 0


@pytest.mark.law
@given(PHRASES)
def test_spaces_change_no_claim(text: str) -> None:
    spread = text.replace(" ", "\n ")
    assert [told(claim) for claim in read_claims(Passage.of(spread))] == [
        told(claim) for claim in read_claims(Passage.of(text))
    ]


@pytest.mark.law
@given(PHRASES)
def test_a_claim_told_again_is_told_once(text: str) -> None:
    claims = read_claims(Passage.of(text))
    assert without_repeats([*claims, *claims]) == without_repeats(claims)


@pytest.mark.parametrize(
    ("printed", "value", "step", "unit"),
    [
        ("57,72%", "57.72", "0.01", "%"),
        ("50%", "50", "1", "%"),
        ("1.749,7 tỷ đồng", "1749700000000", "100000000", "đồng"),
        ("3.216 triệu đồng", "3216000000", "1000000", "đồng"),
        ("12 triệu lượt truy cập", "12000000", "1000000", "lượt truy cập"),
    ],
)
def test_a_figure_keeps_its_precision(printed: str, value: str, step: str, unit: str) -> None:
    statement = Passage.of(f"Cả năm có {printed} được ghi nhận.")
    figure = printed_figure(statement, lay_out(statement.text).clauses[0])
    assert (f"{figure.value.normalize():f}", f"{figure.step.normalize():f}", figure.unit) == (value, step, unit)


LIST = """BÁO CÁO
Kết quả công tác cải cách hành chính năm 2024
I. KẾT QUẢ THỰC HIỆN
1. Cải cách thủ tục hành chính
- Tổng số hồ sơ tiếp nhận: 12.345 hồ sơ, trong đó:
+ Tiếp nhận trực tuyến: 10.000 hồ sơ (đạt 81,0%);
+ Tiếp nhận trực tiếp: 2.345 hồ sơ.
Tổng số văn bản ban hành là 45 văn bản, cụ thể như sau:
- Nghị quyết: 15 văn bản
- Quyết định: 30 văn bản
2. Cải cách tổ chức bộ máy
Đã tinh giản 12 người (cấp tỉnh 5 người, cấp huyện 7 người).
"""


def test_a_list_is_claimed_with_the_line_that_announces_it() -> None:
    assert sorted(map(told, read_text(LIST).claims)) == ["10000/12345=81", "12345=10000+2345", "12=5+7", "45=15+30"]
