"""Scorecards of every rule and policy there is, and values that they take."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from cchc.model import Absent, Count, Percent, Ratio
from cchc.model.rounding import half_up
from cchc.scoring import (
    Binary,
    Bonus,
    Confidence,
    Corner,
    Criterion,
    Deduction,
    EachPart,
    Edge,
    Label,
    Labels,
    Line,
    MonitorOnly,
    Policy,
    Proportional,
    Rounding,
    Rule,
    Scorecard,
    Tiers,
    Unrounded,
    Value,
)

__all__ = ["MAXIMA", "SHARES", "SHARE_VALUES", "card_of", "cards", "given_values", "sum_of", "values_for"]

MAXIMA = st.integers(1, 800).map(lambda hundredths: Decimal(hundredths).scaleb(-2))
SHARES = st.integers(1, 99).map(lambda percent: Decimal(percent).scaleb(-2))
_SIGNED = st.integers(-300, 300).map(lambda hundredths: Decimal(hundredths).scaleb(-2))
_WORDS = ("không", "chậm", "đúng hạn", "sớm")


@st.composite
def _leaves(draw: st.DrawFn, code: str, *, only_shares: bool) -> Criterion:
    maximum = draw(MAXIMA)
    marks = sorted(draw(st.lists(SHARES, min_size=2, max_size=3, unique=True)))
    half = half_up(Fraction(maximum) / 2, 2)
    steps = [half] * (len(marks) - 1) + [maximum]
    rules: list[Rule] = [
        Proportional(marks[1], floor=draw(st.sampled_from([Decimal(0), marks[0]]))),
        Tiers(tuple(Edge(at, points, included=draw(st.booleans())) for at, points in zip(marks, steps, strict=True))),
        Line(tuple(Corner(at, points) for at, points in zip(marks, steps, strict=True))),
        MonitorOnly(),
    ]
    if not only_shares:
        least = draw(_SIGNED)
        worth = [min(least, maximum), *([half] * draw(st.integers(0, 2))), maximum]
        maximum = draw(st.sampled_from([maximum, Decimal(0)])) if least < 0 else maximum
        rules = [
            Deduction(draw(MAXIMA), floor=min(least, maximum - 1)),
            Bonus(draw(MAXIMA)) if maximum else MonitorOnly(),
            Binary(),
            Labels(tuple(Label(text, min(points, maximum)) for text, points in zip(_WORDS, worth, strict=False))),
        ]
    rule = draw(st.sampled_from(rules))
    policies = st.sampled_from(Policy)
    return Criterion(
        code=code,
        name=code,
        maximum=0 if isinstance(rule, MonitorOnly) else maximum,
        rule=rule,
        zero_denominator=draw(policies),
        zero_denominator_confidence=draw(st.sampled_from(Confidence)),
        unreported=draw(policies),
    )


def sum_of(code: str, parts: tuple[Criterion, ...]) -> Criterion:
    """A criterion that is the sum of its parts."""
    maximum = sum((part.maximum for part in parts), Decimal(0))
    return Criterion(code=code, name=code, maximum=maximum, parts=parts)


def card_of(areas: tuple[Criterion, ...], rounding: Rounding) -> Scorecard:
    """A scorecard of these areas."""
    maximum = sum((area.maximum for area in areas), Decimal(0))
    return Scorecard(id="invented", title="Bộ chỉ số thử", maximum=maximum, areas=areas, rounding=rounding)


@st.composite
def cards(draw: st.DrawFn, rounding: Rounding | None = None, *, only_shares: bool = False) -> Scorecard:
    """Scorecards of up to nine leaves, in areas with parts and areas without."""

    def leaf(code: str) -> Criterion:
        return draw(_leaves(code, only_shares=only_shares or draw(st.booleans())))

    areas = []
    for area in range(1, draw(st.integers(1, 3)) + 1):
        parts = tuple(leaf(f"{area}.{part}") for part in range(1, draw(st.integers(0, 3)) + 1))
        areas.append(sum_of(str(area), parts) if parts else leaf(str(area)))
    roundings: list[Rounding] = [EachPart(2), Unrounded()]
    return card_of(tuple(areas), rounding or draw(st.sampled_from(roundings)))


_RATIOS = st.builds(Ratio, st.integers(0, 300), st.integers(1, 200)) | st.just(Ratio(0, 0))
_DECIMAL_RATIOS = st.builds(Ratio, st.decimals(0, 9, places=1), st.decimals("0.1", 9, places=1))
_PERCENTS = st.builds(Percent, st.decimals(0, 120, places=1))
SHARE_VALUES: st.SearchStrategy[Value] = st.one_of(_RATIOS, _DECIMAL_RATIOS, _PERCENTS, st.sampled_from(Absent))
_EVENTS: st.SearchStrategy[Value] = st.one_of(
    st.integers(0, 30),
    st.builds(Count, st.integers(0, 30)),
    st.decimals(0, 9, places=1),
    st.fractions(0, 9, max_denominator=7),
    st.sampled_from(Absent),
)


def values_for(rule: Rule) -> st.SearchStrategy[Value]:
    """Values that a rule takes."""
    match rule:
        case Deduction() | Bonus():
            return _EVENTS
        case Binary():
            return st.booleans() | st.sampled_from(Absent)
        case Labels(labels=labels):
            return st.sampled_from([label.text for label in labels]) | st.sampled_from(Absent)
        case _:
            return SHARE_VALUES


def given_values(card: Scorecard) -> st.SearchStrategy[dict[str, Value]]:
    """Values for some of a scorecard's criteria."""
    return st.fixed_dictionaries({}, optional={leaf.code: values_for(leaf.rule) for leaf in card.leaves})
