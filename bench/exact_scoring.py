"""Exact scoring of 3,321 communes by 100 criteria in 8 areas, set beside numpy batched by kind of rule, in one run.

Both sides turn the same values into points, sum 8 areas and a total for each commune, and rank the totals. Every third
criterion is proportional, tiered, or a line through corners; three values in a hundred are missing. Needs numpy.
"""

import random
from collections.abc import Callable, Iterator
from decimal import Decimal

import numpy as np

from bench.result import Result
from bench.timing import time_all
from cchc.model import Absent, Percent, Ratio
from cchc.scoring import (
    Corner,
    Criterion,
    EachPart,
    Edge,
    Line,
    Number,
    Proportional,
    Rounding,
    Scorecard,
    Tiers,
    Unrounded,
    Value,
)

__all__ = ["results"]

_UNITS, _CRITERIA, _AREAS = 3321, 100, 8
_GOAL = 60
_NUMPY = "numpy, batched by kind of rule"


def _rule(kind: int, maximum: Decimal, draw: random.Random) -> Proportional | Tiers | Line:
    marks = sorted(Decimal(mark).scaleb(-3) for mark in draw.sample(range(400, 1001), 4))
    if kind == 0:
        return Proportional(Decimal(draw.randint(70, 100)).scaleb(-2))
    if kind == 1:
        return Tiers(tuple(Edge(mark, maximum * step / 4) for step, mark in enumerate(marks, 1)))
    return Line(tuple(Corner(mark, maximum * step / 10) for mark, step in zip(marks, (2, 5, 8, 10), strict=True)))


def card(rounding: Rounding, seed: int = 11) -> Scorecard:
    """A scorecard of the size of a provincial one; its maxima have two decimals."""
    draw = random.Random(seed)  # noqa: S311  figures to time, not secrets
    parts: dict[int, list[Criterion]] = {area: [] for area in range(1, _AREAS + 1)}
    for number in range(_CRITERIA):
        area, maximum = 1 + number * _AREAS // _CRITERIA, Decimal(draw.randint(25, 200)).scaleb(-2)
        code = f"{area}.{len(parts[area]) + 1}"
        parts[area].append(Criterion(code=code, name=code, maximum=maximum, rule=_rule(number % 3, maximum, draw)))
    areas = tuple(
        Criterion(code=str(area), name=str(area), maximum=sum((p.maximum for p in given), Decimal(0)), parts=tuple(given))
        for area, given in parts.items()
    )
    return Scorecard(
        id="bench", title="bench", maximum=sum((a.maximum for a in areas), Decimal(0)), areas=areas, rounding=rounding
    )


def shares(seed: int = 12) -> list[list[int | None]]:
    """Shares in thousandths, by commune and criterion."""
    draw = random.Random(seed)  # noqa: S311
    return [[None if draw.random() < 0.03 else draw.randint(300, 1100) for _ in range(_CRITERIA)] for _ in range(_UNITS)]


def exact_case(scorecard: Scorecard, rows: list[list[Value]]) -> Callable[[], list[Number]]:
    """Every commune scored, its areas and total summed, the totals sorted."""
    codes, areas = [leaf.code for leaf in scorecard.leaves], [area.code for area in scorecard.areas]
    units = [dict(zip(codes, row, strict=True)) for row in rows]

    def run() -> list[Number]:
        totals: list[Number] = []
        for values in units:
            ledger = scorecard.score(values)
            for area in areas:
                ledger.points(area)
            totals.append(ledger.total)
        sorted(totals, reverse=True)
        return totals

    return run


def numpy_case(scorecard: Scorecard, rows: list[list[int | None]]) -> Callable[[], np.ndarray]:
    """The same by columns in binary numbers, one pass for each kind of rule: the practical limit."""
    leaves = scorecard.leaves
    x = np.ascontiguousarray(np.array([[np.nan if v is None else v / 1000 for v in row] for row in rows]).T)
    most = np.array([float(leaf.maximum) for leaf in leaves])[:, None]
    area = np.zeros((len(leaves), _AREAS))
    area[range(len(leaves)), [int(leaf.code.partition(".")[0]) - 1 for leaf in leaves]] = 1
    kinds = [
        np.array([i for i, leaf in enumerate(leaves) if isinstance(leaf.rule, kind)]) for kind in (Proportional, Tiers, Line)
    ]
    full = np.array([[float(leaf.rule.full_at)] for leaf in leaves if isinstance(leaf.rule, Proportional)])
    edges = np.array([[float(e.at) for e in leaf.rule.edges] for leaf in leaves if isinstance(leaf.rule, Tiers)])
    marks = np.array([[float(c.at) for c in leaf.rule.corners] for leaf in leaves if isinstance(leaf.rule, Line)])
    steps = (0.2, 0.5, 0.8, 1.0)

    def run() -> np.ndarray:
        s = np.empty_like(x)
        s[kinds[0]] = np.minimum(x[kinds[0]] / full, 1.0)
        tiered = x[kinds[1]]
        s[kinds[1]] = sum((tiered >= edges[:, k : k + 1]) * 0.25 for k in range(4))
        line = x[kinds[2]]
        points = np.full_like(line, steps[0])
        for k in range(3):
            low, high = marks[:, k : k + 1], marks[:, k + 1 : k + 2]
            points += np.clip((line - low) / (high - low), 0, 1) * (steps[k + 1] - steps[k])
        s[kinds[2]] = points
        s[np.isnan(x)] = 0
        total: np.ndarray = ((area * most).T @ s).sum(0)
        np.searchsorted(np.sort(total), total, side="right")
        return total

    return run


def results() -> Iterator[Result]:
    """How many times the time of numpy; totals are compared before anything is timed."""
    rows = shares()
    counted: list[list[Value]] = [[Absent.UNREPORTED if v is None else Ratio(v, 1000) for v in row] for row in rows]
    stated: list[list[Value]] = [
        [Absent.UNREPORTED if v is None else Percent(Decimal(v).scaleb(-1)) for v in row] for row in rows
    ]
    published, unrounded = card(EachPart(2)), card(Unrounded())
    binary, exact = numpy_case(published, rows), exact_case(unrounded, counted)
    if not np.allclose(binary(), [float(total) for total in exact()], rtol=1e-12):
        raise ValueError("the two sides do not score the same")
    cases: dict[str, Callable[[], object]] = {
        _NUMPY: binary,
        "ratios, parts rounded": exact_case(published, counted),
        "percentages, parts rounded": exact_case(published, stated),
        "ratios, nothing rounded": exact,
    }
    best = time_all(cases, rounds=11, budget=1.0)
    base = best.pop(_NUMPY)
    for name, seconds in best.items():
        work = f"exact scoring, {_UNITS:,} × {_CRITERIA}, {name}"
        yield Result(work, seconds / base, "×", _GOAL, f"{_NUMPY}, {base * 1000:.1f} ms")


if __name__ == "__main__":
    for result in results():
        print(f"{result.work:60} {result.measured:6.1f} {result.unit} (goal {result.goal}; {result.against})")
