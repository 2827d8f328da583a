"""What a report's own figures say of each other: consistent ones are let be, one wrong digit is found and nothing else."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import Finding, check, read_text
from cchc.model import Breakdown, Change, Claim, Count, Measurement, PrintedFigure, Report, Restatement, Share, Shares
from cchc.rules.checking.arithmetic import ARITHMETIC
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.slips import explanation
from tests.rules.checking.consistent_reports import Said, digit_slips, report_of, sentences

SOME = st.lists(sentences(), min_size=1, max_size=4, unique_by=lambda said: said.matter)


def of(text: str) -> tuple[Finding, ...]:
    return check(read_text(text), rules=ARITHMETIC)


@pytest.mark.law
@given(SOME)
def test_a_report_whose_figures_agree_yields_nothing(said: list[Said]) -> None:
    assert of(report_of([one.text for one in said])) == ()


@pytest.mark.law
@given(SOME, st.data())
def test_one_wrong_digit_yields_its_finding_and_no_other(said: list[Said], data: st.DataObject) -> None:
    wrong = data.draw(st.integers(0, len(said) - 1))
    figure = data.draw(digit_slips(said[wrong].figure))
    texts = [one.text for one in said]
    texts[wrong] = said[wrong].spoilt(figure)
    (found,) = of(report_of(texts))
    assert found.code == said[wrong].code
    assert found.span is not None
    assert figure in found.span.text


@pytest.mark.law
@given(SOME.flatmap(lambda said: st.tuples(st.just(said), st.permutations(said))), st.data())
def test_findings_do_not_depend_on_the_order_of_unrelated_text(
    orders: tuple[list[Said], list[Said]], data: st.DataObject
) -> None:
    wrong = data.draw(st.sampled_from(orders[0]))
    figure = data.draw(digit_slips(wrong.figure))
    one, other = (
        {(found.code, found.params) for found in of(report_of([s.spoilt(figure) if s is wrong else s.text for s in order]))}
        for order in orders
    )
    assert one == other


def figure(value: str, unit: str = "hồ sơ", *, step: str = "", hedge: str = "", label: str = "") -> PrintedFigure:
    places = Decimal(value).as_tuple().exponent
    return PrintedFigure(value=value, unit=unit, step=step or Decimal(1).scaleb(int(places)), hedge=hedge, label=label)


def found(*claims: Claim) -> list[tuple[str, str]]:
    report = Report(period=None, agency="Sở Nội vụ")
    paper = Paper(subject=report, claims=claims)
    return [(one.code.removeprefix("arithmetic."), str(one.params.get("certainty", ""))) for one in ARITHMETIC.check(paper)]


def share(part: PrintedFigure, stated: PrintedFigure, *wholes: PrintedFigure, named: bool = True) -> Share:
    return Share(part=part, wholes=wholes, stated=stated, named=named)


@pytest.mark.parametrize(
    ("stated", "hedge", "right"),
    [
        ("51.72", "", True),
        ("51.7", "", True),
        ("52", "", True),
        ("51.73", "", False),
        ("51.71", "", False),
        ("57.72", "", False),
        ("50", "trên", True),
        ("52", "trên", True),  # 51,7 is printed 52
        ("53", "trên", False),
        ("53", "gần", True),
        ("50", "gần", False),
        ("50", "khoảng", True),
        ("60", "khoảng", False),
        ("51.72", "ước đạt", True),
        ("57.72", "ước đạt", False),
    ],
)
def test_a_percentage_is_right_at_its_printed_precision(stated: str, hedge: str, right: bool) -> None:
    claim = share(figure("30"), figure(stated, "%", hedge=hedge), figure("58"))
    assert bool(found(claim)) is not right


def test_a_percentage_that_another_total_explains_is_not_accused() -> None:
    assert found(share(figure("30"), figure("51.72", "%"), figure("90"), figure("58"))) == []
    assert found(share(figure("30"), figure("57.72", "%"), figure("58"), named=False)) == []


def test_vague_figures_prove_nothing() -> None:
    wrong = figure("57.72", "%")
    assert found(share(figure("30", hedge="gần"), wrong, figure("58"))) == []
    assert found(share(figure("30"), wrong, figure("58", hedge="hơn"))) == []
    assert found(share(figure("30"), wrong, figure("0"))) == []
    assert found(Breakdown(total=figure("9", hedge="gần"), parts=(figure("3"), figure("4")), complete=True)) == []
    assert found(Change(before=figure("9", hedge="gần"), after=figure("3"), change=figure("4"), upwards=False)) == []
    assert found(Restatement(first=figure("9"), again=figure("3", hedge="khoảng"))) == []


def test_money_is_held_to_what_it_is_printed_to() -> None:
    part, whole = figure("1749800000000", "đồng", step="100000000"), figure("9070100000000", "đồng", step="100000000")
    assert found(share(part, figure("19.3", "%"), whole)) == []
    assert found(share(part, figure("19.4", "%"), whole)) == [("ratio", "likely")]
    total = figure("4367700000000", "đồng", step="100000000")
    parts = (figure("1749700000000", "đồng", step="100000000"), figure("2618100000000", "đồng", step="100000000"))
    assert found(Breakdown(total=total, parts=parts, complete=True)) == []


@pytest.mark.parametrize(
    ("labels", "parts", "complete", "certainty"),
    [
        (("cấp tỉnh", "cấp huyện"), ("3", "35"), True, "likely"),
        (("của A", "của B"), ("3", "35"), True, "possible"),
        (("của A", "của B", "của C"), ("3", "35", "1"), True, "likely"),
        (("của A", "còn lại"), ("3", "35"), True, "likely"),
        (("của A", "của B"), ("3", "35"), False, ""),
        (("của A", "của B"), ("30", "35"), True, "likely"),
        (("cấp tỉnh", "cấp xã"), ("30", "35"), False, "likely"),
        (("của A", "của B"), ("30", "35"), False, "possible"),
        (("trực tuyến", "đúng hạn"), ("50", "49"), True, ""),  # they overlap
        (("của A", "của B"), ("17", "35"), True, ""),
        (("của A", "của B"), ("52", "35"), True, ""),  # the total told again beside a part of it
    ],
)
def test_parts_add_up_to_their_total(labels: tuple[str, ...], parts: tuple[str, ...], complete: bool, certainty: str) -> None:
    figures = tuple(figure(part, label=label) for part, label in zip(parts, labels, strict=True))
    assert found(Breakdown(total=figure("52"), parts=figures, complete=complete)) == ([("sum", certainty)] if certainty else [])


def test_parts_of_another_kind_are_not_added() -> None:
    assert (
        found(Breakdown(total=figure("3", "hội nghị"), parts=(figure("1", "hội nghị"), figure("200", "người")), complete=True))
        == []
    )
    kinds = (figure("5", "quyết định"), figure("6", "kế hoạch"), figure("7", "công văn"))
    assert found(Breakdown(total=figure("20", "văn bản"), parts=kinds, complete=True)) == [("sum", "likely")]


def test_a_total_may_be_divided_twice_or_stand_further_before() -> None:
    def parts(*values: str) -> tuple[PrintedFigure, ...]:
        return tuple(map(figure, values))

    assert found(Breakdown(total=figure("9"), parts=parts("4", "5", "7", "2"), complete=True)) == []
    assert found(Breakdown(total=figure("9"), parts=parts("4", "5", "7"), complete=True)) == [("sum", "likely")]
    assert found(Breakdown(total=figure("9"), parts=parts("4", "6"), complete=True, others=parts("10"))) == []
    assert found(Breakdown(total=figure("9"), parts=parts("12"), others=parts("15"))) == []


def test_a_part_is_no_more_than_its_total() -> None:
    assert found(Breakdown(total=figure("52"), parts=(figure("53"),))) == [("excess", "")]
    assert found(Breakdown(total=figure("52"), parts=(figure("52"),))) == []
    assert found(Breakdown(total=figure("52"), parts=(figure("53", hedge="gần"),))) == []
    assert found(Breakdown(total=figure("52"), parts=(figure("53", "người"),))) == []


@pytest.mark.parametrize(
    ("before", "after", "change", "unit", "upwards", "right"),
    [
        ("45", "40", "5", "hồ sơ", False, True),
        ("45", "40", "6", "hồ sơ", False, False),
        ("45", "40", "5", "hồ sơ", True, False),
        ("45", "40", "11.1", "%", False, True),
        ("45", "40", "12.1", "%", False, False),
        ("0", "40", "12.1", "%", True, True),  # a rise from nothing has no percentage
    ],
)
def test_a_change_is_the_difference(before: str, after: str, change: str, unit: str, upwards: bool, right: bool) -> None:
    claim = Change(before=figure(before), after=figure(after), change=figure(change, unit), upwards=upwards)
    assert found(claim) == ([] if right else [("difference", "likely")])


@pytest.mark.parametrize(("change", "right"), [("3.1", True), ("3.8", True), ("4.5", False)])
def test_a_change_of_percentages_has_two_meanings(change: str, right: bool) -> None:
    claim = Change(before=figure("82.1", "%"), after=figure("85.2", "%"), change=figure(change, "%"), upwards=True)
    assert (found(claim) == []) is right


@pytest.mark.parametrize(
    ("parts", "stated", "shared_out", "implied"),
    [
        (("120", "80"), ("60", "40"), False, ()),
        (("120", "80"), ("60", "45"), False, (200, 178)),
        (("120", "80"), ("97", "98"), False, ()),  # rates, each of its own
        (("120", "80"), ("50", "50"), True, (240, 160)),
        (("120", "80"), ("30", "20"), True, ()),  # of a larger whole
        (("0", "0"), ("60", "40"), True, ()),
        (("120", "80"), ("0", "0"), True, ()),
        (("120", "0"), ("99", "0"), False, (121, 0)),
    ],
)
def test_shares_are_of_one_whole(
    parts: tuple[str, ...], stated: tuple[str, ...], shared_out: bool, implied: tuple[int, ...]
) -> None:
    claim = Shares(parts=tuple(map(figure, parts)), stated=tuple(figure(one, "%") for one in stated), shared_out=shared_out)
    paper = Paper(subject=Report(period=None, agency=""), claims=(claim,))
    assert [one.params["computed"] for one in ARITHMETIC.check(paper)] == ([implied] if implied else [])


@pytest.mark.parametrize(
    ("stated", "computed", "slip"),
    [
        ("57.72", "51.72", "digit"),
        ("38.2", "32.8", "transposed"),
        ("83.95", "89.35", "transposed"),
        ("83950", "83905", "transposed"),
        ("515", "5150", "comma"),
        ("7.75", "77.5", "comma"),
        ("1236", "12356", "digit"),
        ("96", "44", ""),
        ("52", "38", ""),
    ],
)
def test_a_slip_is_guessed(stated: str, computed: str, slip: str) -> None:
    assert explanation(Decimal(stated), Decimal(computed), Fraction(computed)) == slip


def test_a_cut_decimal_is_told_from_a_wrong_one() -> None:
    (claim,) = ARITHMETIC.check(
        Paper(subject=Report(period=None, agency=""), claims=(share(figure("2"), figure("66.66", "%"), figure("3")),))
    )
    assert (claim.params["explanation"], claim.params["certainty"], claim.severity.value) == ("truncated", "possible", "info")


FAR = "Công tác chỉ đạo, điều hành được thực hiện nghiêm túc, kịp thời, có nhiều sáng kiến được áp dụng tại cơ sở. " * 2


@pytest.mark.parametrize(
    ("first", "again", "slips"),
    [
        ("Các cấp tiếp nhận 52.178 hồ sơ.", "Tổng số hồ sơ tiếp nhận là 52.718 hồ sơ.", ["transposed"]),
        ("Các cấp tiếp nhận 52.178 hồ sơ.", "Tổng số hồ sơ tiếp nhận là 52.179 hồ sơ.", ["digit"]),
        ("Các cấp tiếp nhận 5.178 hồ sơ.", "Tổng số hồ sơ tiếp nhận là 5.179 hồ sơ.", []),  # too few digits
        ("Các cấp tiếp nhận 52.178 hồ sơ.", "Tổng số hồ sơ tiếp nhận là 52.178 hồ sơ.", []),
        ("Các cấp tiếp nhận 52.178 hồ sơ.", "Tổng số hồ sơ tiếp nhận là 52.336 hồ sơ.", []),
        ("Các cấp tiếp nhận 52.178 hồ sơ.", "Tổng số hồ sơ giải quyết là 52.718 hồ sơ.", []),
        ("Các cấp tiếp nhận 52.178 hồ sơ.", "Các cấp tiếp nhận gần 52.718 hồ sơ.", []),
        ("Có 52.178 hồ sơ.", "Có 52.718 hồ sơ.", []),  # nothing says what of them
        ("Các cấp tiếp nhận 578 hồ sơ.", "Các cấp tiếp nhận 758 hồ sơ.", []),
    ],
)
def test_one_figure_is_printed_one_way(first: str, again: str, slips: list[str]) -> None:
    found = of(report_of([f"{first} {FAR}", again]))
    assert [one.params["explanation"] for one in found if one.code == "arithmetic.misprint"] == slips


def test_figures_of_one_list_are_two() -> None:
    assert of(report_of(["Các xã tiếp nhận 52.178 hồ sơ, các phường tiếp nhận 52.718 hồ sơ."])) == ()


def test_a_report_of_data_has_no_places_to_compare() -> None:
    figures = tuple(Measurement(indicator="hồ sơ tiếp nhận", value=Count(value, "hồ sơ")) for value in (52_178, 52_718))
    assert check(Report(period=None, agency="", measurements=figures), rules=ARITHMETIC) == ()


def test_the_wrong_figures_of_a_real_report_are_found_and_no_true_one_is_accused(shared: object) -> None:
    import json
    from pathlib import Path

    from cchc import read

    folder = Path(str(shared))
    gold = json.loads((folder / "gold/report_2022h1_some_checks.json").read_text(encoding="utf-8"))
    wrong = {tuple(map(Decimal, map(str, one["inputs"]))) for one in gold["checks"] if not one["ok"]}
    findings = check(read(folder / "documents" / gold["document"]), rules=ARITHMETIC)
    assert {finding.params["inputs"] for finding in findings} == wrong
