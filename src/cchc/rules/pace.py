"""What can be said of a number before its target's date (tiến độ thực hiện chỉ tiêu).

A value that accumulates is held against the days elapsed; any other against the requirement itself. Only what cannot be
undone is decided early: something completed, an accumulated minimum reached, an accumulated maximum passed.
"""

from datetime import date
from fractions import Fraction

from cchc.model.rounding import exact
from cchc.model.target import Complete, RankUp, RankWithin, Target
from cchc.rules.bounds import Bounds
from cchc.rules.verdicts import Pace, Verdict

__all__ = ["pace_of", "verdict_before_due"]


def pace_of(target: Target, bounds: Bounds, *, start: date, due: date, on: date) -> Pace | None:
    """What the value should have reached by `on`; None for a target that is not judged by pace.

    What is to be completed accumulates by its nature; a place among others never does.
    """
    bound = bounds.most if bounds.least is None else bounds.least
    accumulates = target.accumulates and not isinstance(target.requirement, RankWithin | RankUp)
    if bound is None or not (accumulates or isinstance(target.requirement, Complete)):
        return None
    total = max((due - start).days + 1, 1)
    elapsed = min(max((on - start).days + 1, 0), total)
    expected = exact(bound * Fraction(elapsed, total))
    return Pace(rule="elapsed-days", expected=expected, elapsed=elapsed, total=total, on=on)


def verdict_before_due(number: Fraction, bounds: Bounds, pace: Pace | None) -> Verdict:
    """The verdict on a number whose date has not come."""
    if pace is None:
        return Verdict.ON_TRACK if bounds.allow(number) else Verdict.AT_RISK
    if bounds.exceed_most(number):
        return Verdict.MISSED
    if bounds.most is None and bounds.allow(number):
        return Verdict.MET
    expected = Fraction(pace.expected)
    keeps = number <= expected if bounds.least is None else number >= expected
    return Verdict.ON_TRACK if keeps else Verdict.AT_RISK
