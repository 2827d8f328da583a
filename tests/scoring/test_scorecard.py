from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from cchc.model import Absent, Count, InvalidInput, Measurement, Money, Percent, Points, Rank, Ratio, Source
from cchc.scoring import (
    Band,
    Conflict,
    Criterion,
    EachPart,
    Edge,
    Line,
    MonitorOnly,
    Proportional,
    Scorecard,
    Tiers,
    Unrounded,
    Value,
    values_of,
)


def _leaf(code: str, maximum: Decimal | int | str = 2) -> Criterion:
    return Criterion(code=code, name=code, maximum=maximum, rule=Proportional())


def _card(*areas: Criterion, maximum: int | None = None) -> Scorecard:
    total = sum(area.maximum for area in areas) if maximum is None else maximum
    return Scorecard(id="invented", title="Bộ chỉ số thử", maximum=total, areas=areas, rounding=EachPart(2))


_CARD = _card(
    Criterion(code="1", name="Kế hoạch", maximum=4, parts=(_leaf("1.1"), _leaf("1.2"))),
    Criterion(code="2", name="Thời gian", maximum=0, rule=MonitorOnly()),
)


def _codes(error: InvalidInput) -> list[tuple[str, str]]:
    return [(problem.place, problem.code) for problem in error.problems]


@pytest.mark.parametrize(
    ("areas", "problems"),
    [
        ((), [("areas", "too-few-parts")]),
        ((_leaf("1", -2),), [("areas[0].maximum", "negative")]),
        ((_leaf("1-2"),), [("areas[0].code", "not-a-code")]),
        ((_leaf("1."),), [("areas[0].code", "not-a-code")]),
        ((_leaf("1"), _leaf("1")), [("areas", "duplicate-id")]),
        ((_leaf("1", "2.125"),), [("areas[0].maximum", "finer-than-rounding")]),
        (
            (Criterion(code="1", name="", maximum=5, parts=(_leaf("1.1"), _leaf("1.2"))),),
            [("areas[0].maximum", "parts-do-not-sum")],
        ),
        ((Criterion(code="2", name="", maximum=2, parts=(_leaf("21"),)),), [("areas[0].parts[0].code", "not-below-parent")]),
        (
            (Criterion(code="2.1", name="", maximum=2, parts=(_leaf("2.10"),)),),
            [("areas[0].parts[0].code", "not-below-parent")],
        ),
        ((Criterion(code="2", name="", maximum=2, parts=(_leaf("2.1.1"),)),), [("areas[0].parts[0].code", "not-below-parent")]),
        ((Criterion(code="1", name="", maximum=2),), [("areas[0].rule", "wrong-rule")]),
        (
            (Criterion(code="1", name="", maximum=2, rule=Proportional(), parts=(_leaf("1.1"),)),),
            [("areas[0].rule", "wrong-rule")],
        ),
        ((Criterion(code="1", name="", maximum=2, rule=MonitorOnly()),), [("areas[0].maximum", "rule-misses-maximum")]),
        (
            (Criterion(code="1", name="", maximum=2, rule=Tiers((Edge(1, 3),))),),
            [("areas[0].maximum", "rule-misses-maximum")],
        ),
        ((Criterion(code="1", name="", maximum=2, rule=Proportional(0)),), [("areas[0].rule", "not-a-threshold")]),
        ((Criterion(code="1", name="", maximum=2, rule=Line(())),), [("areas[0].rule", "too-few-parts")]),
        (
            (Criterion(code="x-", name="", maximum=3, parts=(_leaf("1.1", -1), _leaf("?"))), _leaf("1.1")),
            [
                ("areas", "duplicate-id"),
                ("areas[0].code", "not-a-code"),
                ("areas[0].maximum", "parts-do-not-sum"),
                ("areas[0].parts[0].maximum", "negative"),
                ("areas[0].parts[1].code", "not-a-code"),
            ],
        ),
    ],
)
def test_a_scorecard_that_is_not_sound_is_refused_with_everything_wrong(
    areas: tuple[Criterion, ...], problems: list[tuple[str, str]]
) -> None:
    with pytest.raises(InvalidInput) as caught:
        _card(*areas)
    assert _codes(caught.value) == problems


def test_the_frame_of_a_scorecard_is_checked() -> None:
    with pytest.raises(InvalidInput) as caught:
        Scorecard(
            id="invented",
            title="",
            maximum=3,
            areas=(_leaf("1"),),
            valid_from=date(2025, 1, 1),
            valid_to=date(2024, 12, 31),
            rounding=EachPart(-1),
            conflicts=(Conflict(code="1", note="…"), Conflict(code="11", note="…"), Conflict(note="…")),
            bands=(Band("Tốt", 80), Band("Khá", 80)),
        )
    assert _codes(caught.value) == [
        ("valid_to", "ends-before-start"),
        ("rounding.places", "negative"),
        ("maximum", "parts-do-not-sum"),
        ("conflicts[1].code", "unknown-criterion"),
        ("bands[0]", "bands-not-falling"),
    ]


def test_an_unrounded_scorecard_may_have_any_maximum() -> None:
    card = Scorecard(id="fine", title="", maximum="2.125", areas=(_leaf("1", "2.125"),), rounding=Unrounded())
    assert card.score({"1": Percent(100)}).total == Decimal("2.125")


@pytest.mark.parametrize(
    ("values", "code", "near"),
    [
        ({"1.3": Ratio(1, 2)}, "unknown-criterion", "1.1"),
        ({"1": Ratio(1, 2)}, "not-a-leaf", ""),
        ({"1.1": Ratio(1, 0)}, "part-of-nothing", ""),
        ({"1.1": Percent(-1)}, "negative", ""),
        ({"1.1": 98}, "wrong-type", ""),
        ({"1.1": Decimal("0.98")}, "wrong-type", ""),
        ({"1.1": Fraction(1, 2)}, "wrong-type", ""),
        ({"1.1": True}, "wrong-type", ""),
        ({"1.1": "đúng hạn"}, "wrong-type", ""),
        ({"1.1": Points(2)}, "wrong-type", ""),
        ({"1.1": 0.98}, "not-exact", ""),
        ({"2": 0.98}, "not-exact", ""),
        ({"1.1": None}, "wrong-type", ""),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(values: dict[str, Value], code: str, near: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        _CARD.score(values)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert caught.value.problems[0].near in (near, "1.2")


def test_all_that_is_wrong_with_values_comes_back_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        _CARD.score({"7": Percent(1), "1": Percent(1), "1.1": 98, "1.2": Ratio(3, 0), "2": 5})
    assert _codes(caught.value) == [
        ("values", "unknown-criterion"),
        ("values", "not-a-leaf"),
        ("values[1.1]", "wrong-type"),
        ("values[1.2]", "part-of-nothing"),
    ]
    assert caught.value.problems[1].accepted == ("1.1", "1.2")


@pytest.mark.parametrize(
    "value", [5, Decimal("4.5"), Fraction(1, 3), True, "chậm", Count(3), Money(5), Points(2), Rank(4), Percent(-3), Ratio(2, 0)]
)
def test_what_is_only_watched_takes_any_exact_value(value: Value) -> None:
    assert _CARD.score({"2": value}).points("2") == Decimal(0)


@pytest.mark.parametrize(
    ("value", "points"),
    [
        (Ratio(1, 3), "0.67"),
        (Ratio("0.5", "1.5"), "0.67"),
        (Ratio("0.5", 1), "1"),
        (Ratio(5, "2.5"), "2"),
        (Percent("33.3"), "0.67"),
        (Percent(0), "0"),
        (Percent(250), "2"),
        (Ratio(0, 7), "0"),
        (Ratio(5, 16), "0.63"),
    ],
)
def test_a_share_is_read_exactly_and_capped(value: Value, points: str) -> None:
    assert _CARD.score({"1.1": value}).points("1.1") == Decimal(points)


def test_unknown_codes_are_named_with_the_nearest() -> None:
    assert _CARD.criterion("1.2").name == "1.2"
    assert [leaf.code for leaf in _CARD.leaves] == ["1.1", "1.2", "2"]
    with pytest.raises(InvalidInput) as caught:
        _CARD.criterion("1.22")
    assert [(p.code, p.near) for p in caught.value.problems] == [("unknown-criterion", "1.2")]


def test_a_scorecard_is_a_value() -> None:
    assert evolve(_CARD, title="Khác") != _CARD == evolve(_CARD)


def test_measurements_bring_values() -> None:
    given = (
        Measurement(indicator="1.1", value=Ratio(1, 2)),
        Measurement(indicator="1.2", value=Absent.NOT_DUE),
        Measurement(indicator="2", value=True),
    )
    assert values_of(_CARD, given) == {"1.1": Ratio(1, 2), "1.2": Absent.NOT_DUE, "2": True}


def test_measurements_of_unknown_criteria_are_refused() -> None:
    given = [Measurement(indicator=code, value=Percent(1)) for code in ("1.1", "1.01", "1", "1.1")]
    with pytest.raises(InvalidInput) as caught:
        values_of(_CARD, given)
    assert _codes(caught.value) == [
        ("measurements[1]", "unknown-criterion"),
        ("measurements[2]", "not-a-leaf"),
        ("measurements[3]", "duplicate-id"),
    ]
    placed = Measurement(indicator="9", value=Percent(1), source=Source(document="a.csv", place="row 7"))
    with pytest.raises(InvalidInput) as caught:
        values_of(_CARD, [placed])
    assert _codes(caught.value) == [("row 7", "unknown-criterion")]
