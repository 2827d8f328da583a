from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Absent, InvalidInput, Percent, Period, Ratio
from cchc.model.rounding import half_up
from cchc.scoring import (
    Column,
    Corner,
    Criterion,
    EachPart,
    Edge,
    Ledger,
    Line,
    MonitorOnly,
    Number,
    Policy,
    Proportional,
    Rounding,
    Rule,
    Scorecard,
    Tiers,
    Unrounded,
    Value,
)

_COLUMNS: tuple[Column, ...] = ("achieved", "lost", "unreported", "not_due", "not_applicable")
_MAXIMA = st.integers(1, 800).map(lambda hundredths: Decimal(hundredths).scaleb(-2))
_SHARES = st.integers(1, 99).map(lambda percent: Decimal(percent).scaleb(-2))


@st.composite
def _leaves(draw: st.DrawFn, code: str) -> Criterion:
    maximum = draw(_MAXIMA)
    marks = sorted(draw(st.lists(_SHARES, min_size=2, max_size=3, unique=True)))
    half = half_up(Fraction(maximum) / 2, 2)
    steps = [half] * (len(marks) - 1) + [maximum]
    rules: list[Rule] = [
        Proportional(marks[1], floor=draw(st.sampled_from([Decimal(0), marks[0]]))),
        Tiers(tuple(Edge(at, points, included=draw(st.booleans())) for at, points in zip(marks, steps, strict=True))),
        Line(tuple(Corner(at, points) for at, points in zip(marks, steps, strict=True))),
        MonitorOnly(),
    ]
    rule = draw(st.sampled_from(rules))
    policies = st.sampled_from(Policy)
    return Criterion(
        code=code,
        name=code,
        maximum=0 if isinstance(rule, MonitorOnly) else maximum,
        rule=rule,
        zero_denominator=draw(policies),
        unreported=draw(policies),
    )


def _whole(code: str, parts: tuple[Criterion, ...]) -> Criterion:
    maximum = sum((part.maximum for part in parts), Decimal(0))
    return Criterion(code=code, name=code, maximum=maximum, parts=parts)


def _card(areas: tuple[Criterion, ...], rounding: Rounding) -> Scorecard:
    maximum = sum((area.maximum for area in areas), Decimal(0))
    return Scorecard(id="invented", title="Bộ chỉ số thử", maximum=maximum, areas=areas, rounding=rounding)


@st.composite
def _cards(draw: st.DrawFn, rounding: Rounding | None = None) -> Scorecard:
    areas = []
    for area in range(1, draw(st.integers(1, 3)) + 1):
        parts = tuple(draw(_leaves(f"{area}.{part}")) for part in range(1, draw(st.integers(0, 3)) + 1))
        areas.append(_whole(str(area), parts) if parts else draw(_leaves(str(area))))
    roundings: list[Rounding] = [EachPart(2), Unrounded()]
    return _card(tuple(areas), rounding or draw(st.sampled_from(roundings)))


_RATIOS = st.builds(Ratio, st.integers(0, 300), st.integers(1, 200)) | st.just(Ratio(0, 0))
_DECIMAL_RATIOS = st.builds(Ratio, st.decimals(0, 9, places=1), st.decimals("0.1", 9, places=1))
_PERCENTS = st.builds(Percent, st.decimals(0, 120, places=1))
_VALUES = st.one_of(_RATIOS, _DECIMAL_RATIOS, _PERCENTS, st.sampled_from(Absent))


def _values(card: Scorecard, values: st.SearchStrategy[Value] = _VALUES) -> st.SearchStrategy[dict[str, Value]]:
    return st.fixed_dictionaries({}, optional={leaf.code: values for leaf in card.leaves})


def _reference(card: Scorecard, values: Mapping[str, Value]) -> Fraction:
    """The total by fractions alone, criterion by criterion."""
    total = Fraction(0)
    for leaf in card.leaves:
        value, pieces = values.get(leaf.code, Absent.UNREPORTED), leaf.pieces()
        share = value.fraction if isinstance(value, Ratio | Percent) else value
        if isinstance(share, Absent):
            total += Fraction(leaf.maximum) if leaf.policy(share) is Policy.FULL else 0
        elif pieces and isinstance(share, Fraction):
            points = Fraction(pieces.points(share))
            total += Fraction(half_up(points, 2)) if isinstance(card.rounding, EachPart) else points
    return total


def _points(ledger: Ledger) -> tuple[Number | Absent, ...]:
    return (*(ledger.points(code) for code in ledger.codes), ledger.total)


@pytest.mark.law
@given(st.data())
def test_the_total_is_what_fractions_alone_give(data: st.DataObject) -> None:
    card = data.draw(_cards())
    values = data.draw(_values(card))
    assert card.score(values).total == _reference(card, values)


@pytest.mark.law
@given(st.data())
def test_the_ledger_balances_at_every_node(data: st.DataObject) -> None:
    card = data.draw(_cards())
    ledger = card.score(data.draw(_values(card)))
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
    card = data.draw(_cards())
    ledger = card.score(data.draw(_values(card)))
    for area in card.areas:
        if area.parts:
            parts = [ledger.points(part.code) for part in area.parts]
            assert ledger.points(area.code) == sum((Fraction(p) for p in parts if not isinstance(p, Absent)), Fraction(0))


@pytest.mark.law
@given(st.data())
def test_rounded_parts_are_summed_not_the_sum_rounded(data: st.DataObject) -> None:
    rounded = data.draw(_cards(EachPart(2)))
    exact = evolve(rounded, rounding=Unrounded())
    values = data.draw(_values(rounded))
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
    card = data.draw(_cards())
    values = data.draw(_values(card))
    shuffled = data.draw(st.permutations(list(values.items())))
    assert card.score(dict(shuffled)) == card.score(values)


@pytest.mark.law
@given(st.data(), st.integers(2, 50))
def test_scaling_counts_changes_nothing(data: st.DataObject, k: int) -> None:
    card = data.draw(_cards())
    values = data.draw(_values(card))
    scaled = {
        code: Ratio(value.numerator * k, value.denominator * k) if isinstance(value, Ratio) else value
        for code, value in values.items()
    }
    assert _points(card.score(scaled)) == _points(card.score(values))


@pytest.mark.law
@given(st.data())
def test_a_criterion_without_weight_changes_nothing(data: st.DataObject) -> None:
    card = data.draw(_cards())
    values = data.draw(_values(card))
    weightless = Criterion(code="9", name="Theo dõi", maximum=0, rule=Proportional())
    wider = evolve(card, areas=(weightless, *card.areas))
    ledger, other = card.score(values), wider.score({**values, "9": data.draw(_VALUES)})
    assert (other.total, other.index) == (ledger.total, ledger.index)


@pytest.mark.law
@given(_MAXIMA, _SHARES, _VALUES, st.sampled_from(Policy))
def test_a_criterion_split_in_two_halves_changes_nothing(
    maximum: Decimal, full_at: Decimal, value: Value, policy: Policy
) -> None:
    whole = Criterion(code="1", name="", maximum=maximum, rule=Proportional(full_at), zero_denominator=policy)
    halves = tuple(evolve(whole, code=f"1.{half}", maximum=maximum / 2) for half in (1, 2))
    one, two = _card((whole,), Unrounded()), _card((_whole("1", halves),), Unrounded())
    ledger, other = one.score({"1": value}), two.score({"1.1": value, "1.2": value})
    assert (other.total, other.index, other.balance()) == (ledger.total, ledger.index, ledger.balance())


@pytest.mark.law
@given(st.data(), st.integers(0, 300), st.integers(0, 300), st.integers(1, 200))
def test_more_never_earns_less_where_the_rule_is_monotone(data: st.DataObject, a: int, b: int, whole: int) -> None:
    card = data.draw(_cards())
    rules = {leaf.code: leaf.pieces() for leaf in card.leaves}
    assert all(pieces is None or pieces.never_falls for pieces in rules.values())
    less, more = sorted((a, b))
    low = card.score(dict.fromkeys(rules, Ratio(less, whole)))
    high = card.score(dict.fromkeys(rules, Ratio(more, whole)))
    assert low.total <= high.total


@pytest.mark.law
@given(st.data())
def test_the_index_is_of_what_applies(data: st.DataObject) -> None:
    card = data.draw(_cards())
    ledger = card.score(data.draw(_values(card)))
    applies = Fraction(card.maximum) - Fraction(ledger.balance().not_applicable)
    if applies:
        assert not isinstance(ledger.unrounded_index, Absent)
        assert Fraction(ledger.unrounded_index) * applies == Fraction(ledger.total) * 100
        assert ledger.index == half_up(ledger.unrounded_index, 2)
    else:
        assert ledger.index is Absent.NOT_APPLICABLE


_TWO = _card(
    (
        _whole(
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
