from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Absent, Count, Money, Percent, Points, Rank, Ratio
from cchc.scoring import (
    Confidence,
    Conflict,
    Criterion,
    EachPart,
    Edge,
    MonitorOnly,
    Policy,
    Proportional,
    Rounding,
    Scorecard,
    Step,
    Tiers,
    Unrounded,
    Value,
)
from cchc.scoring.plain import measured
from cchc.serialization import to_data


def _card(rounding: Rounding) -> Scorecard:
    less_is_better = Tiers((Edge("0.1", 1, included=False), Edge("0.3", 0)), below=Decimal(2))
    areas = (
        Criterion(
            code="1",
            name="Chỉ đạo",
            maximum=12,
            parts=(
                Criterion(code="1.1", name="Nhiệm vụ hoàn thành", maximum=6, rule=Proportional("0.8")),
                Criterion(code="1.2", name="Kiểm tra", maximum=4, rule=Tiers((Edge("0.7", 1), Edge("0.9", 4, included=False)))),
                Criterion(code="1.3", name="Trễ hạn", maximum=2, rule=less_is_better),
            ),
        ),
        Criterion(code="2", name="Hài lòng", maximum=6, rule=Proportional(), zero_denominator=Policy.FULL),
        Criterion(code="3", name="Thời gian trung bình", maximum=0, rule=MonitorOnly()),
    )
    return Scorecard(id="invented", title="Bộ chỉ số thử", maximum=18, areas=areas, rounding=rounding)


_ROUNDED, _EXACT = _card(EachPart(2)), _card(Unrounded())
_RATIOS = st.builds(Ratio, st.integers(0, 300), st.integers(1, 200)) | st.just(Ratio(0, 0))
_VALUES: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(["1.1", "1.2", "1.3", "2", "3"], st.sampled_from(Absent) | _RATIOS)
)


@pytest.mark.law
@given(_VALUES, st.sampled_from([_ROUNDED, _EXACT]))
def test_the_leaves_add_up_to_the_total(values: dict[str, Value], card: Scorecard) -> None:
    ledger = card.score(values)
    root = ledger.explain()
    earned = [leaf.points for leaf in root.leaves()]
    assert sum((Fraction(points) for points in earned if not isinstance(points, Absent)), Fraction(0)) == ledger.total
    assert root.points == ledger.total
    assert root.unrounded == _EXACT.score(values).total
    assert [leaf.code for leaf in root.leaves()] == ["1.1", "1.2", "1.3", "2", "3"]


@pytest.mark.law
@given(st.sampled_from(["1.1", "1.2", "1.3", "2"]), st.integers(0, 300), st.integers(1, 200))
def test_as_many_more_as_said_reach_the_step_and_one_fewer_does_not(code: str, n: int, d: int) -> None:
    leaf = _EXACT.score({code: Ratio(n, d)}).explain(code)
    pieces = _EXACT.criterion(code).pieces()
    assert pieces is not None
    if leaf.step is None or leaf.more is None or n + leaf.more < 0:
        return
    nearer = leaf.more - 1 if leaf.more > 0 else leaf.more + 1
    assert pieces.points(Fraction(n + leaf.more, d)) >= leaf.step.points
    assert pieces.points(Fraction(n + nearer, d)) < leaf.step.points


@pytest.mark.parametrize(
    ("code", "value", "points", "unrounded", "piece", "step", "gap", "more"),
    [
        ("1.1", Ratio(1, 3), "2.5", "2.5", "[0, 4/5)", Step(Decimal("0.8"), Decimal(6)), Fraction(7, 15), 2),
        ("1.1", Ratio(3, 58), "0.39", "45/116", "[0, 4/5)", Step(Decimal("0.8"), Decimal(6)), Fraction(217, 290), 44),
        ("1.1", Percent(50), "3.75", "3.75", "[0, 4/5)", Step(Decimal("0.8"), Decimal(6)), Fraction(3, 10), None),
        ("1.1", Ratio("0.5", 1), "3.75", "3.75", "[0, 4/5)", Step(Decimal("0.8"), Decimal(6)), Fraction(3, 10), None),
        ("1.1", Ratio(5, 5), "6", "6", "[4/5, ∞)", None, None, None),
        ("1.2", Ratio(8, 10), "1", "1", "[7/10, 9/10]", Step(Decimal("0.9"), Decimal(4), included=False), Fraction(1, 10), 2),
        ("1.2", Ratio(9, 10), "1", "1", "[7/10, 9/10]", Step(Decimal("0.9"), Decimal(4), included=False), Fraction(0), 1),
        (
            "1.3",
            Ratio(9, 10),
            "0",
            "0",
            "[3/10, ∞)",
            Step(Decimal("0.3"), Decimal(1), included=False, upward=False),
            Fraction(-3, 5),
            -7,
        ),
        (
            "1.3",
            Ratio(3, 10),
            "0",
            "0",
            "[3/10, ∞)",
            Step(Decimal("0.3"), Decimal(1), included=False, upward=False),
            Fraction(0),
            -1,
        ),
        (
            "1.3",
            Ratio(29, 100),
            "1",
            "1",
            "(1/10, 3/10)",
            Step(Decimal("0.1"), Decimal(2), upward=False),
            Fraction(-19, 100),
            -19,
        ),
    ],
)
def test_you_stand_here_and_the_next_step_is_there(
    code: str, value: Value, points: str, unrounded: str, piece: str, step: Step | None, gap: Fraction | None, more: int | None
) -> None:
    leaf = _ROUNDED.score({code: value}).explain(code)
    assert (leaf.points, leaf.unrounded) == (Fraction(points), Fraction(unrounded))
    assert (str(leaf.piece), leaf.step, leaf.gap, leaf.more) == (piece, step, gap, more)
    assert (leaf.value, leaf.absence, leaf.policy) == (value, None, None)


@pytest.mark.parametrize(
    ("code", "value", "points", "absence", "policy"),
    [
        ("1.1", Ratio(0, 0), Absent.UNDEFINED, Absent.UNDEFINED, Policy.NO_SCORE),
        ("1.1", Absent.UNREPORTED, Absent.UNREPORTED, Absent.UNREPORTED, Policy.NO_SCORE),
        ("1.1", Absent.NOT_DUE, Absent.NOT_DUE, Absent.NOT_DUE, None),
        ("2", Ratio(0, 0), Decimal(6), Absent.UNDEFINED, Policy.FULL),
        ("2", Absent.UNDEFINED, Decimal(6), Absent.UNDEFINED, Policy.FULL),
        ("3", Ratio(0, 0), Decimal(0), None, None),
        ("3", Count(5), Decimal(0), None, None),
    ],
)
def test_the_policy_that_was_applied(
    code: str, value: Value, points: Decimal | Absent, absence: Absent | None, policy: Policy | None
) -> None:
    leaf = _ROUNDED.score({code: value}).explain(code)
    assert (leaf.points, leaf.absence, leaf.policy) == (points, absence, policy)
    assert (leaf.piece, leaf.step, leaf.share) == (None, None, None)


def test_plain_data() -> None:
    values: dict[str, Value] = {"1.1": Ratio(1, 3, of="nhiệm vụ"), "1.2": Percent("91"), "2": Ratio(0, 0), "3": True}
    data = _ROUNDED.score(values).explain().to_data()
    assert data == {
        "schema": "explanation/1", "code": "", "name": "Bộ chỉ số thử", "maximum": "18", "points": "12.5",
        "unrounded": "12.5", "confidence": "exact",
        "parts": [
            {"code": "1", "name": "Chỉ đạo", "maximum": "12", "points": "6.5", "unrounded": "6.5", "confidence": "exact",
             "parts": [
                {"code": "1.1", "name": "Nhiệm vụ hoàn thành", "maximum": "6", "points": "2.50", "unrounded": "2.5",
                 "confidence": "exact", "value": {"kind": "ratio", "numerator": 1, "denominator": 3, "of": "nhiệm vụ"},
                 "share": "1/3", "piece": "[0, 4/5)",
                 "step": {"at": "0.8", "points": "6", "included": True, "upward": True}, "gap": "7/15", "more": 2},
                {"code": "1.2", "name": "Kiểm tra", "maximum": "4", "points": "4.00", "unrounded": "4",
                 "confidence": "exact", "value": {"kind": "percent", "value": "91"}, "share": "0.91",
                 "piece": "(9/10, ∞)"},
                {"code": "1.3", "name": "Trễ hạn", "maximum": "2", "points": None, "unrounded": None,
                 "confidence": "exact", "absent": "unreported", "policy": "no_score"},
            ]},
            {"code": "2", "name": "Hài lòng", "maximum": "6", "points": "6.00", "unrounded": "6.00", "confidence": "exact",
             "value": {"kind": "ratio", "numerator": 0, "denominator": 0}, "absent": "undefined", "policy": "full",
             "policy_confidence": "exact"},
            {"code": "3", "name": "Thời gian trung bình", "maximum": "0", "points": "0.00", "unrounded": "0.00",
             "confidence": "exact", "value": True},
        ],
    }  # fmt: skip
    half = _ROUNDED.score({"1.1": Percent(50), "3": Decimal("2.5")}).explain()
    shown = [leaf.to_data() for leaf in half.leaves()]
    assert (shown[0]["gap"], "more" in shown[0], shown[4]["value"]) == ("0.3", False, "2.5")


_VALUES_SHOWN: list[Value] = [
    Ratio("0.5", 2, of="tỷ đồng"), Percent("57.72"), Count(3, "lần"), Count(3), Money("4367700000000"), Points("61.39"),
    Rank(4, 34), Rank(4), Fraction(2, 3), Decimal("0.50"), 7, True, "chậm",
]  # fmt: skip


@pytest.mark.parametrize("value", _VALUES_SHOWN)
def test_what_is_measured_is_written_as_everywhere(value: Value) -> None:
    assert measured(value) == to_data(value)


@pytest.mark.parametrize("absence", Absent)
def test_an_absence_is_written_as_everywhere(absence: Absent) -> None:
    assert measured(absence) == to_data(absence)


_UNSURE = evolve(
    _ROUNDED,
    confidence=Confidence.PARTIAL,
    note="Dựng lại từ số liệu công bố.",
    areas=(
        evolve(_ROUNDED.areas[0], confidence=Confidence.UNVERIFIED, note="Tổng điểm chưa kiểm chứng."),
        evolve(
            _ROUNDED.areas[1],
            zero_denominator_confidence=Confidence.PARTIAL,
            numerator="phiếu hài lòng",
            denominator="phiếu thu về",
        ),
        _ROUNDED.areas[2],
    ),
    conflicts=(
        Conflict(note="cả bộ"),
        Conflict(code="1", note="nhóm 1"),
        Conflict(code="1.1", note="tiêu chí 1.1"),
        Conflict(code="2", note="nhóm 2"),
    ),
)


@pytest.mark.parametrize(
    ("code", "notes"),
    [
        (None, ["cả bộ"]),
        ("1", ["cả bộ", "nhóm 1"]),
        ("1.1", ["cả bộ", "nhóm 1", "tiêu chí 1.1"]),
        ("1.2", ["cả bộ", "nhóm 1"]),
        ("2", ["cả bộ", "nhóm 2"]),
    ],
)
def test_the_node_asked_for_has_the_conflicts_that_speak_of_it(code: str | None, notes: list[str]) -> None:
    assert [conflict.note for conflict in _UNSURE.score({}).explain(code).conflicts] == notes


def test_every_conflict_stands_once_in_the_explanation_of_the_whole() -> None:
    root = _UNSURE.score({}).explain()
    told = [
        conflict
        for node in (root, *root.parts, *root.leaves())
        if node.parts or node.code != "2"
        for conflict in node.conflicts
    ]
    assert [conflict.note for conflict in told] == ["cả bộ", "nhóm 1", "tiêu chí 1.1"]
    assert [conflict.note for conflict in root.parts[1].conflicts] == ["nhóm 2"]


def test_it_says_how_sure_it_is() -> None:
    root = _UNSURE.score({"2": Ratio(0, 0)}).explain()
    one, two, _ = root.parts
    assert (root.confidence, root.note) == (Confidence.PARTIAL, "Dựng lại từ số liệu công bố.")
    assert (one.confidence, one.note) == (Confidence.UNVERIFIED, "Tổng điểm chưa kiểm chứng.")
    assert (two.confidence, two.policy_confidence) == (Confidence.EXACT, Confidence.PARTIAL)
    assert (two.numerator, two.denominator) == ("phiếu hài lòng", "phiếu thu về")
    data = _UNSURE.score({"2": Ratio(0, 0)}).explain("2").to_data()
    shown = {
        name: data[name] for name in ("confidence", "conflicts", "numerator", "denominator", "policy", "policy_confidence")
    }
    assert shown == {
        "confidence": "exact",
        "conflicts": [{"note": "cả bộ"}, {"note": "nhóm 2", "code": "2"}],
        "numerator": "phiếu hài lòng",
        "denominator": "phiếu thu về",
        "policy": "full",
        "policy_confidence": "partial",
    }
    assert root.to_data()["note"] == "Dựng lại từ số liệu công bố."


def test_a_policy_is_as_sure_as_the_catalogue_says_only_where_it_was_asked() -> None:
    ledger = _UNSURE.score({"1.1": Ratio(1, 2), "2": Absent.UNREPORTED})
    assert (ledger.explain("1.1").policy_confidence, ledger.explain("2").policy_confidence) == (None, None)


def test_what_is_only_watched_says_so() -> None:
    root = _ROUNDED.score({}).explain()
    assert [leaf.code for leaf in root.leaves() if leaf.is_watched_only] == ["3"]
