"""The kernel of points: a piecewise-linear map from a measured value to points (thang điểm theo đoạn).

Nearly every official rule is one: tiers, full above a threshold, proportional below it, nothing under a floor, a deduction per
event, a bonus with a cap. Named constructors build the one type; evaluation, explanation and advice read the same pieces.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import lcm

from attrs import field, frozen

from cchc.model.errors import InvalidInput, Problem
from cchc.model.numeral import exact_number
from cchc.model.rounding import exact, half_up

__all__ = ["Edge", "Number", "Piece", "PiecewiseLinear", "Step"]

Number = Decimal | Fraction
"""An exact number as it is handed out: a `Decimal` when its decimals end, else a `Fraction`."""

_Row = tuple[int, int, int, int, int, int]
"""A piece in integers: it ends at the first over the second, which the third says it includes; on it n/d earns
(fourth × n + fifth × d) / (sixth × d) points."""


def _fraction(value: Number | int | str) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(exact_number(value))


def _bound(value: Number | int | str | None) -> Fraction | None:
    return None if value is None else _fraction(value)


@frozen
class Edge:
    """An edge between two tiers (mốc): `points` from `at` on, or only above it where it is not `included`."""

    at: Decimal = field(converter=exact_number)
    points: Decimal = field(converter=exact_number)
    included: bool = field(default=True, kw_only=True)


@frozen
class Step:
    """The next corner that earns more (bước điểm kế tiếp): `points` at `at`, or only just past it if not `included`.

    `upward` says whether greater values lead there, or lesser ones.
    """

    at: Number
    points: Number
    included: bool = field(default=True, kw_only=True)
    upward: bool = field(default=True, kw_only=True)


@frozen(kw_only=True)
class Piece:
    """A stretch of values (đoạn) and the points at its two ends, straight in between; None leaves a side unbounded and level.

    Where a side is open, the points there are those approached.
    """

    start: Fraction | None = field(default=None, converter=_bound)
    end: Fraction | None = field(default=None, converter=_bound)
    start_points: Fraction = field(converter=_fraction)
    end_points: Fraction = field(converter=_fraction)
    start_included: bool = True
    end_included: bool = False

    def __attrs_post_init__(self) -> None:
        level = self.start_points == self.end_points
        if self.start is None or self.end is None:
            sound = level
        else:
            lone = self.start == self.end and self.start_included and self.end_included and level
            sound = self.start < self.end or lone
        if not sound:
            raise InvalidInput(Problem(code="not-a-piece", found=str(self), accepted=("start < end", "level where unbounded")))

    def __str__(self) -> str:
        start = "(-∞" if self.start is None else f"{'[' if self.start_included else '('}{self.start}"
        end = "∞)" if self.end is None else f"{self.end}{']' if self.end_included else ')'}"
        return f"{start}, {end}"

    @property
    def slope(self) -> Fraction:
        """Points per unit of the value."""
        if self.start is None or self.end is None or self.start == self.end:
            return Fraction(0)
        return (self.end_points - self.start_points) / (self.end - self.start)

    def row(self) -> _Row:
        """The piece in integers."""
        slope = self.slope
        intercept = self.start_points - slope * (self.start or 0)
        bottom = lcm(slope.denominator, intercept.denominator)
        # The last piece ends at 1/0: every n/d with d > 0 has n × 0 < d × 1.
        end, over, included = (1, 0, 0) if self.end is None else (*self.end.as_integer_ratio(), int(self.end_included))
        return end, over, included, int(slope * bottom), int(intercept * bottom), bottom


@frozen
class PiecewiseLinear:
    """Points for every exact number (hàm điểm): pieces in order that leave no gap and do not overlap."""

    pieces: tuple[Piece, ...]
    _rows: tuple[_Row, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if problems := tuple(self._problems()):
            raise InvalidInput(problems)
        object.__setattr__(self, "_rows", tuple(piece.row() for piece in self.pieces))

    def _problems(self) -> Iterator[Problem]:
        if not self.pieces or self.pieces[0].start is not None:
            yield Problem(code="gap", place="pieces[0]", found="a first value", accepted=("-∞",))
        if not self.pieces or self.pieces[-1].end is not None:
            yield Problem(code="gap", place=f"pieces[{len(self.pieces) - 1}]", found="a last value", accepted=("∞",))
        for at, (before, after) in enumerate(pairwise(self.pieces), start=1):
            place, found = f"pieces[{at}]", f"{before} {after}"
            if before.end is None or after.start is None or after.start < before.end:
                yield Problem(code="overlap", place=place, found=found)
            elif after.start > before.end:
                yield Problem(code="gap", place=place, found=found)
            elif before.end_included == after.start_included:
                yield Problem(code="overlap" if before.end_included else "gap", place=place, found=found)

    @classmethod
    def through(cls, *corners: tuple[Number | int | str, Number | int | str]) -> "PiecewiseLinear":
        """A line through corners of value and points, level before the first and after the last."""
        ends = [(_fraction(value), _fraction(points)) for value, points in corners]
        if not ends:
            raise InvalidInput(Problem(code="too-few-parts", found="0", accepted=("1",), place="corners"))
        (first, low), (last, high) = ends[0], ends[-1]
        return cls((
            Piece(end=first, start_points=low, end_points=low),
            *(
                Piece(start=start, end=end, start_points=points, end_points=next_points)
                for (start, points), (end, next_points) in pairwise(ends)
            ),
            Piece(start=last, start_points=high, end_points=high),
        ))  # fmt: skip

    @classmethod
    def proportional(
        cls, maximum: Number | int | str, *, full_at: Number | int | str = 1, floor: Number | int | str = 0
    ) -> "PiecewiseLinear":
        """`maximum` from `full_at` on, in proportion below it, nothing below `floor`, which itself earns its share."""
        most, full, least = _fraction(maximum), _fraction(full_at), _fraction(floor)
        if not 0 <= least <= full or full == 0:
            raise InvalidInput(Problem(code="not-a-threshold", found=f"{least}..{full}", accepted=("0 <= floor <= full_at",)))
        below = Piece(end=least, start_points=Fraction(0), end_points=Fraction(0))
        above = Piece(start=full, start_points=most, end_points=most)
        if least == full:
            return cls((below, above))
        return cls((below, Piece(start=least, end=full, start_points=most * least / full, end_points=most), above))

    @classmethod
    def tiers(cls, below: Number | int | str, edges: Iterable[Edge]) -> "PiecewiseLinear":
        """`below` before the first edge, then each edge's points up to the next; edges in rising order."""
        given = tuple(edges)
        levels = (_fraction(below), *(_fraction(edge.points) for edge in given))
        ends: tuple[Edge | None, ...] = (None, *given, None)
        return cls(
            tuple(
                Piece(
                    start=start.at if start else None,
                    end=end.at if end else None,
                    start_points=points,
                    end_points=points,
                    start_included=start.included if start else True,
                    end_included=not end.included if end else False,
                )
                for start, end, points in zip(ends, ends[1:], levels, strict=False)
            )
        )

    @classmethod
    def deduction(
        cls, per_event: Number | int | str, *, floor: Number | int | str, full: Number | int | str = 0
    ) -> "PiecewiseLinear":
        """`full` less `per_event` points for each event, never beneath `floor` (điểm trừ)."""
        each, least, most = _fraction(per_event), _fraction(floor), _fraction(full)
        if each <= 0 or least >= most:
            found, accepted = f"{each}, {most}..{least}", ("per_event > 0", "full > floor")
            raise InvalidInput(Problem(code="not-a-deduction", found=found, accepted=accepted))
        return cls.through((Fraction(0), most), ((most - least) / each, least))

    @classmethod
    def bonus(cls, per_event: Number | int | str, *, cap: Number | int | str) -> "PiecewiseLinear":
        """`per_event` points more for each event, up to `cap` (điểm cộng)."""
        each, most = _fraction(per_event), _fraction(cap)
        if each <= 0 or most <= 0:
            raise InvalidInput(Problem(code="not-a-bonus", found=f"{each}, {most}", accepted=("per_event > 0", "cap > 0")))
        return cls.through((Fraction(0), Fraction(0)), (most / each, most))

    def _at(self, numerator: int, denominator: int) -> int:
        rows = enumerate(self._rows)
        return next(at for at, (end, over, c, *_) in rows if numerator * over < denominator * end + c)

    def piece(self, value: Number | int) -> Piece:
        """The piece that `value` lies on."""
        return self.pieces[self._at(*value.as_integer_ratio())]

    def points(self, value: Number | int) -> Number:
        """The exact points of `value`."""
        numerator, denominator = value.as_integer_ratio()
        *_, a, b, bottom = self._rows[self._at(numerator, denominator)]
        return exact(Fraction(a * numerator + b * denominator, bottom * denominator))

    @property
    def denominator(self) -> int:
        """The least number that makes points a whole number over `denominator` × d for every value n/d."""
        return lcm(*(bottom for *_, bottom in self._rows))

    @property
    def highest(self) -> Number:
        """The most points there are."""
        return exact(max(points for piece in self.pieces for points in (piece.start_points, piece.end_points)))

    @property
    def is_monotone(self) -> bool:
        """Whether points go one way only as the value grows."""
        corners = [points for piece in self.pieces for points in (piece.start_points, piece.end_points)]
        changes = [after - before for before, after in pairwise(corners)]
        return all(change >= 0 for change in changes) or all(change <= 0 for change in changes)

    def scaled(self, unit: int) -> Callable[[int, int], int]:
        """The exact points of n/d (n ≥ 0, d > 0) in integers, times `unit` × d; `unit` is a multiple of `denominator`."""
        rows = [(end, over, c, a * unit // bottom, b * unit // bottom) for end, over, c, a, b, bottom in self._rows]
        *rising, (_, _, _, _, last) = rows[self._at(0, 1) :]

        def exactly(n: int, d: int) -> int:
            for end, over, c, a, b in rising:
                if n * over < d * end + c:
                    return a * n + b * d
            return last * d

        return exactly

    def rounded(self, places: int) -> Callable[[int, int], int]:
        """The points of n/d (n ≥ 0, d > 0), rounded half up to `places` decimals, in integers: hundredths for two places."""
        scale: int = 10**places
        # floor(x + 1/2) is half up from zero on; below it, the ties go the other way.
        if any(points < 0 for piece in self.pieces for points in (piece.start_points, piece.end_points)):
            return lambda n, d: int(half_up(Fraction(self.points(Fraction(n, d))), places) * scale)
        rows = [
            (end, over, c, 2 * scale * a, 2 * scale * b + bottom, 2 * bottom) if a else (end, over, c, 0, level, 1)
            for end, over, c, a, b, bottom in self._rows
            for level in ((2 * scale * b + bottom) // (2 * bottom),)
        ]
        *rising, (_, _, _, _, last, _) = rows[self._at(0, 1) :]

        def nearest(n: int, d: int) -> int:
            for end, over, c, a, b, bottom in rising:
                if n * over < d * end + c:
                    return (a * n + b * d) // (bottom * d) if a else b
            return last

        return nearest

    def next_step(self, value: Number | int) -> Step | None:
        """The next corner that earns more than `value` does, above it if there is one, else below it; None at the top."""
        at, now = self._at(*value.as_integer_ratio()), _fraction(self.points(value))
        up = [(self.pieces[at].end, self.pieces[at].end_points, self.pieces[at].end_included)]
        for piece in self.pieces[at + 1 :]:
            up += [(piece.start, piece.start_points, piece.start_included), (piece.end, piece.end_points, piece.end_included)]
        down = [(self.pieces[at].start, self.pieces[at].start_points, self.pieces[at].start_included)]
        for piece in reversed(self.pieces[:at]):
            down += [(piece.end, piece.end_points, piece.end_included), (piece.start, piece.start_points, piece.start_included)]
        for way in (up, down):
            better = [(end, points, included) for end, points, included in way if end is not None and points > now]
            if better:
                # Of the two sides of one edge the included one is what the edge itself earns.
                end, points, included = max((step for step in better if step[0] == better[0][0]), key=lambda step: step[2])
                return Step(exact(end), exact(points), included=included, upward=way is up)
        return None
