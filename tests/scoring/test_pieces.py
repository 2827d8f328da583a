from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import InvalidInput
from cchc.model.rounding import half_up
from cchc.scoring import Edge, Number, Piece, PiecewiseLinear, Step

_SHARES = st.fractions(min_value=-2, max_value=2, max_denominator=60)
_POINTS = st.decimals(min_value=-5, max_value=5, places=2)


@st.composite
def _functions(draw: st.DrawFn, points: st.SearchStrategy[Decimal] = _POINTS) -> PiecewiseLinear:
    """Any function of the kernel: jumps, slopes, lone points, edges open on either side."""
    cuts = sorted(draw(st.lists(_SHARES, max_size=4, unique=True)))
    pieces: list[Piece] = []
    start: Fraction | None = None
    start_included = True
    for end in [*cuts, None]:
        first, last = draw(points), draw(points)
        level = start is None or end is None or draw(st.booleans())
        end_included = end is not None and draw(st.booleans())
        pieces.append(
            Piece(
                start=start,
                end=end,
                start_points=first,
                end_points=first if level else last,
                start_included=start_included,
                end_included=end_included,
            )
        )
        if end is not None and not end_included and draw(st.booleans()):
            lone = draw(points)
            pieces.append(Piece(start=end, end=end, start_points=lone, end_points=lone, end_included=True))
            end_included = True
        start, start_included = end, not end_included
    return PiecewiseLinear(tuple(pieces))


def _holds(piece: Piece, value: Fraction) -> bool:
    after = piece.start is None or piece.start < value or (piece.start == value and piece.start_included)
    before = piece.end is None or value < piece.end or (piece.end == value and piece.end_included)
    return after and before


def _naive(function: PiecewiseLinear, value: Fraction) -> Fraction:
    """The reference: look for the piece by its definition, interpolate with fractions."""
    (piece,) = [piece for piece in function.pieces if _holds(piece, value)]
    if piece.start is None or piece.end is None or piece.start == piece.end:
        return piece.start_points
    way = (value - piece.start) / (piece.end - piece.start)
    return piece.start_points + way * (piece.end_points - piece.start_points)


@pytest.mark.law
@given(_functions(), _SHARES)
def test_the_evaluator_equals_the_naive_reference(function: PiecewiseLinear, value: Fraction) -> None:
    assert function.points(value) == _naive(function, value)
    assert _holds(function.piece(value), value)


@pytest.mark.law
@given(_functions(), st.data())
def test_edges_earn_what_their_included_side_says(function: PiecewiseLinear, data: st.DataObject) -> None:
    edges = [piece.end for piece in function.pieces if piece.end is not None]
    value = data.draw(st.sampled_from([*edges, Fraction(0)]))
    assert function.points(value) == _naive(function, value)


@pytest.mark.law
@given(_functions() | _functions(_POINTS.map(abs)), st.integers(0, 500), st.integers(1, 300), st.integers(0, 4))
def test_integers_round_as_half_up_does(function: PiecewiseLinear, n: int, d: int, places: int) -> None:
    assert Decimal(function.rounded(places)(n, d)).scaleb(-places) == half_up(_naive(function, Fraction(n, d)), places)


@pytest.mark.law
@given(_functions() | _functions(_POINTS.map(abs)), st.integers(1, 5), st.integers(0, 4))
def test_integers_agree_with_the_definition_at_every_edge(function: PiecewiseLinear, times: int, places: int) -> None:
    rounded, scaled = function.rounded(places), function.scaled(function.denominator)
    for n, d in (piece.end.as_integer_ratio() for piece in function.pieces if piece.end is not None and piece.end >= 0):
        n, d = n * times, d * times
        points = _naive(function, Fraction(n, d))
        assert Decimal(rounded(n, d)).scaleb(-places) == half_up(points, places)
        assert Fraction(scaled(n, d), function.denominator * d) == points


@pytest.mark.law
@given(_functions(), st.integers(0, 500), st.integers(1, 300), st.integers(1, 7))
def test_scaled_integers_are_exact(function: PiecewiseLinear, n: int, d: int, times: int) -> None:
    unit = function.denominator * times
    assert Fraction(function.scaled(unit)(n, d), unit * d) == _naive(function, Fraction(n, d))


@pytest.mark.law
@given(_functions(), st.integers(0, 500), st.integers(1, 300), st.integers(2, 1000))
def test_scaling_numerator_and_denominator_changes_nothing(function: PiecewiseLinear, n: int, d: int, k: int) -> None:
    assert function.rounded(2)(n, d) == function.rounded(2)(k * n, k * d)


@pytest.mark.law
@given(_functions(), _SHARES, _SHARES)
def test_points_go_one_way_where_the_function_is_monotone(function: PiecewiseLinear, a: Fraction, b: Fraction) -> None:
    low, high = function.points(min(a, b)), function.points(max(a, b))
    if function.is_monotone:
        first, last = function.pieces[0].start_points, function.pieces[-1].end_points
        assert low <= high if first <= last else low >= high
    assert max(low, high) <= function.highest


@pytest.mark.law
@given(_functions(), _SHARES)
def test_the_next_step_earns_more(function: PiecewiseLinear, value: Fraction) -> None:
    now, step = _naive(function, value), function.next_step(value)
    corners = [
        (end, points)
        for piece in function.pieces
        for end, points in ((piece.start, piece.start_points), (piece.end, piece.end_points))
        if end is not None
    ]
    if step is None:
        assert all(points <= now for _, points in corners)
    else:
        assert step.points > now
        assert (Fraction(step.at), Fraction(step.points)) in corners
        if step.included:
            assert function.points(step.at) == step.points
        assert value <= step.at if step.upward else step.at <= value
        if not step.upward:
            assert all(points <= now for end, points in corners if end > value)


_PLAN = PiecewiseLinear.tiers(0, (Edge("0.7", 1), Edge("0.9", 2, included=False)))
"""Over 90 %: 2; 70 to 90 %: 1; under 70 %: 0."""


@pytest.mark.parametrize(
    ("function", "value", "points"),
    [
        (PiecewiseLinear.proportional(2, full_at="0.8"), "-1", "0"),
        (PiecewiseLinear.proportional(2, full_at="0.8"), "0", "0"),
        (PiecewiseLinear.proportional(2, full_at="0.8"), "0.4", "1"),
        (PiecewiseLinear.proportional(2, full_at="0.8"), "0.8", "2"),
        (PiecewiseLinear.proportional(2, full_at="0.8"), "3", "2"),
        (PiecewiseLinear.proportional(0), "0.5", "0"),
        (PiecewiseLinear.proportional(4, floor="0.8"), "0.79", "0"),
        (PiecewiseLinear.proportional(4, floor="0.8"), "0.8", "3.2"),
        (PiecewiseLinear.proportional(4, floor="0.8"), "0.9", "3.6"),
        (PiecewiseLinear.proportional(4, full_at="0.8", floor="0.8"), "0.79", "0"),
        (PiecewiseLinear.proportional(4, full_at="0.8", floor="0.8"), "0.8", "4"),
        (_PLAN, "0.69", "0"),
        (_PLAN, "0.7", "1"),
        (_PLAN, "0.9", "1"),
        (_PLAN, "0.901", "2"),
        (PiecewiseLinear.tiers(0, (Edge(1, 1), Edge(1, 2, included=False))), "1", "1"),
        (PiecewiseLinear.tiers(0, (Edge(1, 1), Edge(1, 2, included=False))), "1.01", "2"),
        (PiecewiseLinear.tiers(3, ()), "17", "3"),
        (PiecewiseLinear.deduction("0.5", floor=-2), "0", "0"),
        (PiecewiseLinear.deduction("0.5", floor=-2), "3", "-1.5"),
        (PiecewiseLinear.deduction("0.5", floor=-2), "4", "-2"),
        (PiecewiseLinear.deduction("0.5", floor=-2), "100", "-2"),
        (PiecewiseLinear.deduction("0.5", full=2, floor="0.5"), "0", "2"),
        (PiecewiseLinear.deduction("0.5", full=2, floor="0.5"), "1", "1.5"),
        (PiecewiseLinear.deduction("0.5", full=2, floor="0.5"), "3", "0.5"),
        (PiecewiseLinear.deduction("0.5", full=2, floor="0.5"), "9", "0.5"),
        (PiecewiseLinear.deduction("0.4", full=1, floor=-1), "4", "-0.6"),
        (PiecewiseLinear.bonus("0.3", cap=1), "2", "0.6"),
        (PiecewiseLinear.bonus("0.3", cap=1), "4", "1"),
        (PiecewiseLinear.through(("0.5", 1), (1, 3)), "0.25", "1"),
        (PiecewiseLinear.through(("0.5", 1), (1, 3)), "0.75", "2"),
        (PiecewiseLinear.through((1, 3)), "0", "3"),
    ],
)
def test_named_constructors(function: PiecewiseLinear, value: str, points: str) -> None:
    assert function.points(Decimal(value)) == Decimal(points)


@pytest.mark.parametrize(
    ("function", "value", "step"),
    [
        (PiecewiseLinear.proportional(2, full_at="0.8"), Fraction(1, 2), Step(Decimal("0.8"), Decimal(2))),
        (PiecewiseLinear.proportional(2, full_at="0.8"), Fraction(-1), Step(Decimal("0.8"), Decimal(2))),
        (PiecewiseLinear.proportional(2, full_at="0.8"), Fraction(4, 5), None),
        (_PLAN, Fraction(1, 2), Step(Decimal("0.7"), Decimal(1))),
        (_PLAN, Fraction(9, 10), Step(Decimal("0.9"), Decimal(2), included=False)),
        (_PLAN, Fraction(1), None),
        (PiecewiseLinear.deduction("0.5", floor=-2), 1, Step(Decimal(0), Decimal(0), upward=False)),
        (PiecewiseLinear.deduction("0.5", floor=-2), 9, Step(Decimal(0), Decimal(0), upward=False)),
        (PiecewiseLinear.tiers(3, (Edge(0, 2), Edge(5, 1, included=False))), 7, Step(Decimal(5), Decimal(2), upward=False)),
        (
            PiecewiseLinear.tiers(3, (Edge(0, 2), Edge(5, 1, included=False))),
            5,
            Step(Decimal(0), Decimal(3), included=False, upward=False),
        ),
    ],
)
def test_the_next_step(function: PiecewiseLinear, value: Number | int, step: Step | None) -> None:
    assert function.next_step(value) == step


@pytest.mark.parametrize(
    ("function", "monotone", "highest"),
    [
        (PiecewiseLinear.through((0, 0), (1, 1), (2, 0)), False, 1),
        (PiecewiseLinear.through((0, 1), (1, 0), (2, 1)), False, 1),
        (PiecewiseLinear.deduction(1, floor=-1), True, 0),
        (PiecewiseLinear.bonus(1, cap=3), True, 3),
        (PiecewiseLinear.through((0, 2)), True, 2),
        (_PLAN, True, 2),
        (PiecewiseLinear.tiers(2, (Edge(0, 0), Edge(1, 1))), False, 2),
    ],
)
def test_shapes_are_known(function: PiecewiseLinear, monotone: bool, highest: int) -> None:
    assert (function.is_monotone, function.highest) == (monotone, Decimal(highest))


def test_tiers_are_closed_where_the_next_edge_is_open_and_the_other_way_round() -> None:
    tiers = PiecewiseLinear.tiers(0, (Edge("0.5", 1), Edge("0.7", 2, included=False), Edge("0.9", 3)))
    assert [str(piece) for piece in tiers.pieces] == ["(-∞, 1/2)", "[1/2, 7/10]", "(7/10, 9/10)", "[9/10, ∞)"]
    assert tiers.pieces[0].start_included
    assert not tiers.pieces[-1].end_included


@pytest.mark.parametrize(
    ("included", "value", "step"),
    [
        # Both sides of the edge at 1 earn more: the one that holds the edge is the step, whichever it is.
        (True, "0.5", Step(Decimal(1), Decimal(3))),
        (False, "0.5", Step(Decimal(1), Decimal(2))),
        (True, "1", Step(Decimal(2), Decimal(4))),
        (False, "1", Step(Decimal(1), Decimal(3), included=False)),
    ],
)
def test_of_two_sides_of_an_edge_the_step_is_the_one_that_holds_it(included: bool, value: str, step: Step) -> None:
    rising = PiecewiseLinear((
        Piece(end=0, start_points=0, end_points=0),
        Piece(start=0, end=1, start_points=0, end_points=2, end_included=not included),
        Piece(start=1, end=2, start_points=3, end_points=4, start_included=included),
        Piece(start=2, start_points=4, end_points=4),
    ))  # fmt: skip
    assert rising.next_step(Decimal(value)) == step


def test_a_tie_rounds_away_from_zero_on_either_side() -> None:
    rising, falling = PiecewiseLinear.bonus(1, cap=9), PiecewiseLinear.deduction(1, floor=-9)
    assert (rising.rounded(2)(5, 8), falling.rounded(2)(5, 8)) == (63, -63)


def _level(start: str | None, end: str | None, *, start_included: bool = True, end_included: bool = False) -> Piece:
    return Piece(start=start, end=end, start_points=1, end_points=1, start_included=start_included, end_included=end_included)


@pytest.mark.parametrize(
    ("pieces", "codes"),
    [
        ((), ["gap", "gap"]),
        ((_level("0", None),), ["gap"]),
        ((_level(None, "0"),), ["gap"]),
        ((_level(None, "0"), _level("1", None)), ["gap"]),
        ((_level(None, "1"), _level("0", None)), ["overlap"]),
        ((_level(None, "1"), _level("1", None, start_included=False)), ["gap"]),
        ((_level(None, "1", end_included=True), _level("1", None)), ["overlap"]),
        ((_level(None, None), _level(None, None)), ["overlap"]),
        ((_level("0", "1"), _level("2", "3"), _level("2", "3")), ["gap", "gap", "gap", "overlap"]),
    ],
)
def test_gaps_and_overlaps_are_refused_all_at_once(pieces: tuple[Piece, ...], codes: list[str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        PiecewiseLinear(pieces)
    assert [problem.code for problem in caught.value.problems] == codes


@pytest.mark.parametrize(
    ("start", "end", "first", "last"), [("1", "0", 1, 1), ("1", "1", 1, 1), (None, "0", 0, 1), ("0", None, 0, 1)]
)
def test_a_piece_that_is_none_is_refused(start: str | None, end: str | None, first: int, last: int) -> None:
    with pytest.raises(InvalidInput) as caught:
        Piece(start=start, end=end, start_points=first, end_points=last)
    assert [problem.code for problem in caught.value.problems] == ["not-a-piece"]


def test_a_binary_number_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        PiecewiseLinear.proportional(2, full_at=0.8)  # type: ignore[arg-type]
    assert [problem.code for problem in caught.value.problems] == ["not-exact"]


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (partial(PiecewiseLinear.proportional, 2, full_at=0), "not-a-threshold"),
        (partial(PiecewiseLinear.deduction, 1, floor=0), "not-a-deduction"),
        (partial(PiecewiseLinear.deduction, 1, full=2, floor=2), "not-a-deduction"),
        (partial(PiecewiseLinear.deduction, 0, full=2, floor=0), "not-a-deduction"),
        (partial(PiecewiseLinear.deduction, -1, full=2, floor=0), "not-a-deduction"),
        (partial(PiecewiseLinear.bonus, 1, cap=0), "not-a-bonus"),
        (partial(PiecewiseLinear.bonus, 0, cap=1), "not-a-bonus"),
        (PiecewiseLinear.through, "too-few-parts"),
    ],
)
def test_senseless_settings_are_refused(make: Callable[[], PiecewiseLinear], code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        make()
    assert [problem.code for problem in caught.value.problems] == [code]
