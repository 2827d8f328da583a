from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Absent, Count, Percent, Ratio
from cchc.scoring import (
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
    values: dict[str, Value] = {"1.1": Ratio(1, 3), "1.2": Percent("91"), "2": Ratio(0, 0), "3": True}
    data = _ROUNDED.score(values).explain().to_data()
    assert data == {
        "code": "", "name": "Bộ chỉ số thử", "maximum": "18", "points": "12.5", "unrounded": "12.5",
        "parts": [
            {"code": "1", "name": "Chỉ đạo", "maximum": "12", "points": "6.5", "unrounded": "6.5", "parts": [
                {"code": "1.1", "name": "Nhiệm vụ hoàn thành", "maximum": "6", "points": "2.50", "unrounded": "2.5",
                 "value": {"kind": "ratio", "numerator": "1", "denominator": "3"}, "share": "1/3", "piece": "[0, 4/5)",
                 "step": {"at": "0.8", "points": "6", "included": True, "upward": True}, "gap": "7/15", "more": 2},
                {"code": "1.2", "name": "Kiểm tra", "maximum": "4", "points": "4.00", "unrounded": "4",
                 "value": {"kind": "percent", "value": "91"}, "share": "0.91", "piece": "(9/10, ∞)"},
                {"code": "1.3", "name": "Trễ hạn", "maximum": "2", "points": None, "unrounded": None,
                 "absent": "unreported", "policy": "no-score"},
            ]},
            {"code": "2", "name": "Hài lòng", "maximum": "6", "points": "6.00", "unrounded": "6.00",
             "value": {"kind": "ratio", "numerator": "0", "denominator": "0"}, "absent": "undefined", "policy": "full"},
            {"code": "3", "name": "Thời gian trung bình", "maximum": "0", "points": "0.00", "unrounded": "0.00",
             "value": True},
        ],
    }  # fmt: skip
    half = _ROUNDED.score({"1.1": Percent(50), "3": Decimal("2.5")}).explain()
    shown = [leaf.to_data() for leaf in half.leaves()]
    assert (shown[0]["gap"], "more" in shown[0], shown[4]["value"]) == ("0.3", False, "2.5")
