import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Absent, Count, InvalidInput, Percent, Period, Ratio
from cchc.model.rounding import half_up
from cchc.scoring import (
    Binary,
    Bonus,
    Column,
    Criterion,
    Deduction,
    EachPart,
    Explanation,
    Labels,
    Ledger,
    MonitorOnly,
    Number,
    Policy,
    Proportional,
    Scorecard,
    Unrounded,
    Value,
)
from cchc.serialization import dumps, from_data, json_schema, loads, save, to_data
from tests.scoring.cards import MAXIMA, SHARE_VALUES, SHARES, card_of, cards, given_values, sum_of

_COLUMNS: tuple[Column, ...] = ("achieved", "lost", "unreported", "not_due", "not_applicable")


def _earned(leaf: Criterion, value: Value) -> Fraction | Absent:
    """What a value earns by the words of its rule."""
    match leaf.rule:
        case _ if isinstance(value, Absent):
            return value
        case Deduction(per_event=each, floor=floor) if isinstance(value, Count | int | Decimal | Fraction):
            return max(Fraction(leaf.maximum) - Fraction(each) * _number(value), Fraction(floor))
        case Bonus(per_event=each) if isinstance(value, Count | int | Decimal | Fraction):
            return min(Fraction(each) * _number(value), Fraction(leaf.maximum))
        case Binary():
            return Fraction(leaf.maximum) if value is True else Fraction(0)
        case Labels(labels=labels):
            return next(Fraction(label.points) for label in labels if label.text == value)
    pieces, share = leaf.pieces(), value.fraction if isinstance(value, Ratio | Percent) else Fraction(0)
    if pieces is None:
        return Fraction(0)
    return share if isinstance(share, Absent) else Fraction(pieces.points(share))


def _number(value: Count | int | Decimal | Fraction) -> Fraction:
    return value.fraction if isinstance(value, Count) else Fraction(value)


def _reference(card: Scorecard, values: Mapping[str, Value]) -> Fraction:
    """The total by fractions alone, criterion by criterion."""
    total = Fraction(0)
    for leaf in card.leaves:
        points = _earned(leaf, values.get(leaf.code, Absent.UNREPORTED))
        if isinstance(points, Absent):
            total += Fraction(leaf.maximum) if leaf.policy(points) is Policy.FULL else 0
        else:
            total += Fraction(half_up(points, 2)) if isinstance(card.rounding, EachPart) else points
    return total


def _points(ledger: Ledger) -> tuple[Number | Absent, ...]:
    return (*(ledger.points(code) for code in ledger.codes), ledger.total)


@pytest.mark.law
@given(st.data())
def test_the_total_is_what_fractions_alone_give(data: st.DataObject) -> None:
    card = data.draw(cards())
    values = data.draw(given_values(card))
    assert card.score(values).total == _reference(card, values)


@pytest.mark.law
@given(st.data())
def test_the_ledger_balances_at_every_node(data: st.DataObject) -> None:
    card = data.draw(cards())
    ledger = card.score(data.draw(given_values(card)))
    columns = [ledger.column(name) for name in _COLUMNS]
    for code in ledger.codes:
        assert sum((Fraction(column[code]) for column in columns), Fraction(0)) == ledger.maximum(code)
        assert ledger.balance(code).holds
    assert ledger.balance().holds
    areas = [ledger.balance(area.code) for area in card.areas]
    for name in _COLUMNS:
        assert sum((Fraction(getattr(area, name)) for area in areas), Fraction(0)) == getattr(ledger.balance(), name)


@pytest.mark.law
@given(st.data())
def test_a_group_is_the_sum_of_its_parts(data: st.DataObject) -> None:
    card = data.draw(cards())
    ledger = card.score(data.draw(given_values(card)))
    for area in card.areas:
        if area.parts:
            parts = [ledger.points(part.code) for part in area.parts]
            assert ledger.points(area.code) == sum((Fraction(p) for p in parts if not isinstance(p, Absent)), Fraction(0))


@pytest.mark.law
@given(st.data())
def test_rounded_parts_are_summed_not_the_sum_rounded(data: st.DataObject) -> None:
    rounded = data.draw(cards(EachPart(2)))
    exact = evolve(rounded, rounding=Unrounded())
    values = data.draw(given_values(rounded))
    ledger, unrounded = rounded.score(values), exact.score(values)
    total = Fraction(0)
    for leaf in rounded.leaves:
        points, before = ledger.points(leaf.code), unrounded.points(leaf.code)
        if isinstance(points, Absent) or isinstance(before, Absent):
            assert points is before
        else:
            assert points == half_up(before, 2)
            total += Fraction(points)
    assert ledger.total == total


@pytest.mark.law
@given(st.data())
def test_the_order_of_values_changes_nothing(data: st.DataObject) -> None:
    card = data.draw(cards())
    values = data.draw(given_values(card))
    shuffled = data.draw(st.permutations(list(values.items())))
    assert card.score(dict(shuffled)) == card.score(values)


@pytest.mark.law
@given(st.data(), st.integers(2, 50))
def test_scaling_counts_changes_nothing(data: st.DataObject, k: int) -> None:
    card = data.draw(cards())
    values = data.draw(given_values(card))
    scaled = {
        code: Ratio(value.numerator * k, value.denominator * k) if isinstance(value, Ratio) else value
        for code, value in values.items()
    }
    assert _points(card.score(scaled)) == _points(card.score(values))


@pytest.mark.law
@given(st.data())
def test_a_criterion_without_weight_changes_nothing(data: st.DataObject) -> None:
    card = data.draw(cards())
    values = data.draw(given_values(card))
    weightless = Criterion(code="9", name="Theo dõi", maximum=0, rule=Proportional())
    wider = evolve(card, areas=(weightless, *card.areas))
    ledger, other = card.score(values), wider.score({**values, "9": data.draw(SHARE_VALUES)})
    assert (other.total, other.index) == (ledger.total, ledger.index)


@pytest.mark.law
@given(MAXIMA, SHARES, SHARE_VALUES, st.sampled_from(Policy))
def test_a_criterion_split_in_two_halves_changes_nothing(
    maximum: Decimal, full_at: Decimal, value: Value, policy: Policy
) -> None:
    whole = Criterion(code="1", name="", maximum=maximum, rule=Proportional(full_at), zero_denominator=policy)
    halves = tuple(evolve(whole, code=f"1.{half}", maximum=maximum / 2) for half in (1, 2))
    one, two = card_of((whole,), Unrounded()), card_of((sum_of("1", halves),), Unrounded())
    ledger, other = one.score({"1": value}), two.score({"1.1": value, "1.2": value})
    assert (other.total, other.index, other.balance()) == (ledger.total, ledger.index, ledger.balance())


@pytest.mark.law
@given(st.data(), st.integers(0, 300), st.integers(0, 300), st.integers(1, 200))
def test_more_never_earns_less_where_the_rule_is_monotone(data: st.DataObject, a: int, b: int, of: int) -> None:
    card = data.draw(cards(only_shares=True))
    rules = {leaf.code: leaf.pieces() for leaf in card.leaves}
    assert all(pieces is None or (pieces.is_monotone and pieces.points(0) <= pieces.points(2)) for pieces in rules.values())
    less, more = sorted((a, b))
    low = card.score(dict.fromkeys(rules, Ratio(less, of)))
    high = card.score(dict.fromkeys(rules, Ratio(more, of)))
    assert low.total <= high.total


@pytest.mark.law
@given(MAXIMA, st.integers(0, 40), st.integers(0, 40))
def test_more_events_never_earn_more_where_they_deduct_nor_less_where_they_add(each: Decimal, a: int, b: int) -> None:
    less, more = sorted((a, b))
    minus = Criterion(code="1", name="Vi phạm", maximum=0, rule=Deduction(each, floor=-5))
    plus = Criterion(code="2", name="Sáng kiến", maximum=5, rule=Bonus(each))
    card = card_of((minus, plus), Unrounded())
    few, many = card.score({"1": less, "2": less}), card.score({"1": more, "2": more})
    assert few.balance("1").achieved >= many.balance("1").achieved >= -5
    assert few.balance("2").achieved <= many.balance("2").achieved <= 5


@pytest.mark.law
@given(st.data())
def test_the_index_is_of_what_applies(data: st.DataObject) -> None:
    card = data.draw(cards())
    ledger = card.score(data.draw(given_values(card)))
    applies = Fraction(card.maximum) - Fraction(ledger.balance().not_applicable)
    if applies:
        assert not isinstance(ledger.unrounded_index, Absent)
        assert Fraction(ledger.unrounded_index) * applies == Fraction(ledger.total) * 100
        assert ledger.index == half_up(ledger.unrounded_index, 2)
    else:
        assert ledger.index is Absent.NOT_APPLICABLE


_TWO = card_of(
    (
        sum_of(
            "1",
            (
                Criterion(code="1.1", name="Kế hoạch", maximum=6, rule=Proportional()),
                Criterion(code="1.2", name="Báo cáo", maximum=4, rule=Proportional("0.8"), unreported=Policy.ZERO),
                Criterion(code="1.10", name="Thời gian", maximum=0, rule=MonitorOnly()),
            ),
        ),
        Criterion(code="2", name="Hài lòng", maximum=10, rule=Proportional(), zero_denominator=Policy.FULL),
    ),
    EachPart(2),
)


@pytest.mark.parametrize(
    ("values", "total", "columns", "index"),
    [
        ({}, "0", ("0", "4", "16", "0", "0"), "0.00"),
        ({"1.1": Ratio(1, 3), "1.2": Ratio(1, 3), "2": Percent(50)}, "8.67", ("8.67", "11.33", "0", "0", "0"), "43.35"),
        ({"1.1": Absent.NOT_APPLICABLE, "1.2": Percent(80), "2": Percent(50)}, "9", ("9", "5", "0", "0", "6"), "64.29"),
        ({"1.1": Absent.NOT_DUE, "1.2": Absent.NOT_DUE, "2": Ratio(0, 0)}, "10", ("10", "0", "0", "10", "0"), "50.00"),
        ({"1.1": Ratio(0, 0), "1.2": Ratio(0, 5), "2": Absent.UNDEFINED}, "10", ("10", "4", "6", "0", "0"), "50.00"),
        ({"1.1": Ratio(9, 3), "1.2": Percent(400), "2": Percent(101)}, "20", ("20", "0", "0", "0", "0"), "100.00"),
    ],
)
def test_every_point_stands_in_one_column(
    values: Mapping[str, Value], total: str, columns: tuple[str, ...], index: str
) -> None:
    ledger = _TWO.score(values)
    balance = ledger.balance()
    assert ledger.total == Decimal(total)
    assert tuple(getattr(balance, name) for name in _COLUMNS) == tuple(map(Decimal, columns))
    assert ledger.index == Decimal(index)


def test_nothing_applies() -> None:
    ledger = _TWO.score(dict.fromkeys(["1.1", "1.2", "2"], Absent.NOT_APPLICABLE))
    assert ledger.index is Absent.NOT_APPLICABLE
    assert ledger.to_data()["index"] is None


def test_points_of_a_leaf_or_the_reason_there_are_none() -> None:
    ledger = _TWO.score({"1.1": Ratio(0, 0), "1.10": Decimal("3.5"), "2": Absent.NOT_DUE})
    assert ledger.points("1.1") is Absent.UNDEFINED
    assert ledger.points("1.2") == Decimal(0)
    assert ledger.points("1.10") == Decimal(0)
    assert ledger.points("1") == Decimal(0)
    assert ledger.points("2") is Absent.NOT_DUE
    assert ledger.maximum("1") == Decimal(10)
    assert ledger.maximum() == Decimal(20)


def test_the_total_is_a_fraction_only_where_its_decimals_do_not_end() -> None:
    unrounded = evolve(_TWO, rounding=Unrounded())
    assert unrounded.score({"1.1": Ratio(1, 7)}).total == Fraction(6, 7)
    assert isinstance(unrounded.score({"1.1": Ratio(1, 3)}).total, Decimal)


def test_a_code_or_a_column_that_is_none_is_refused_with_the_nearest() -> None:
    ledger = _TWO.score({})
    with pytest.raises(InvalidInput) as caught:
        ledger.points("1.20")
    assert [(p.code, p.near) for p in caught.value.problems] == [("unknown-criterion", "1.2")]
    with pytest.raises(InvalidInput) as caught:
        ledger.column("lots")  # type: ignore[arg-type]
    assert [(p.code, p.near) for p in caught.value.problems] == [("unknown-column", "lost")]


def test_plain_data() -> None:
    values: dict[str, Value] = {"1.1": Ratio(1, 2), "2": Absent.NOT_APPLICABLE}
    data = _TWO.score(values, agency="so-noi-vu", period=Period.parse("2026-Q3"), as_of=date(2026, 10, 1)).to_data()
    assert {name: data[name] for name in data if name != "criteria"} == {
        "schema": "ledger/1",
        "scorecard": "invented", "agency": "so-noi-vu", "period": "2026-Q3", "as_of": "2026-10-01", "total": "3.00",
        "index": "30.00", "maximum": "20", "achieved": "3.00", "lost": "7", "unreported": "0", "not_due": "0",
        "not_applicable": "10",
    }  # fmt: skip
    assert data["criteria"] == [
        {"code": "1", "name": "1", "points": "3.00", "maximum": "10", "achieved": "3.00", "lost": "7", "unreported": "0",
         "not_due": "0", "not_applicable": "0"},
        {"code": "1.1", "name": "Kế hoạch", "points": "3.00", "maximum": "6", "achieved": "3.00", "lost": "3",
         "unreported": "0", "not_due": "0", "not_applicable": "0"},
        {"code": "1.2", "name": "Báo cáo", "points": "0.00", "maximum": "4", "achieved": "0.00", "lost": "4",
         "unreported": "0", "not_due": "0", "not_applicable": "0"},
        {"code": "1.10", "name": "Thời gian", "points": None, "absent": "unreported", "maximum": "0", "achieved": "0.00",
         "lost": "0", "unreported": "0", "not_due": "0", "not_applicable": "0"},
        {"code": "2", "name": "Hài lòng", "points": None, "absent": "not_applicable", "maximum": "10", "achieved": "0.00",
         "lost": "0", "unreported": "0", "not_due": "0", "not_applicable": "10"},
    ]  # fmt: skip
    bare = _TWO.score({}).to_data()
    assert (bare["agency"], bare["period"], bare["as_of"]) == ("", "", "")


@pytest.mark.law
@given(st.data())
def test_a_scorecard_that_was_saved_scores_as_the_original_does(data: st.DataObject) -> None:
    card = data.draw(cards())
    values = data.draw(given_values(card))
    ledger = card.score(values)
    for again in (loads(dumps(card), Scorecard), loads(dumps(card, format="toml"), Scorecard, format="toml")):
        assert again == card
        assert again.score(values) == ledger
        assert again.score(values).to_data() == ledger.to_data()
        assert again.score(values).explain() == ledger.explain()


@pytest.mark.law
@given(st.data())
def test_a_ledger_and_its_explanation_have_one_plain_form(data: st.DataObject) -> None:
    card = data.draw(cards())
    ledger = card.score(data.draw(given_values(card)))
    assert to_data(ledger) == ledger.to_data() == json.loads(json.dumps(ledger.to_data()))
    root = ledger.explain()
    assert to_data(root) == root.to_data() == json.loads(json.dumps(root.to_data()))
    for leaf in root.leaves():
        if leaf.value is not None and not isinstance(leaf.value, Absent):
            assert leaf.to_data()["value"] == to_data(leaf.value)


def test_results_are_no_files(tmp_path: Path) -> None:
    ledger = _TWO.score({})
    for result in (ledger, ledger.explain()):
        with pytest.raises(TypeError, match=type(result).__name__):
            save(result, tmp_path / "result.json")
    for kind in (Ledger, Explanation):
        with pytest.raises(TypeError, match=kind.__name__):
            from_data({}, kind)
        with pytest.raises(TypeError, match=kind.__name__):
            json_schema(kind)
