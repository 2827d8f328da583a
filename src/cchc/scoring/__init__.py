"""Scorecards: exact point rules, ledgers that balance, and their explanation."""

from cchc.scoring.criterion import (
    Confidence,
    Corner,
    Criterion,
    Line,
    MonitorOnly,
    Policy,
    Proportional,
    Rule,
    SumOfParts,
    Tiers,
    Value,
)
from cchc.scoring.explain import Explanation
from cchc.scoring.ledger import Balance, Column, Ledger
from cchc.scoring.outline import EachPart, Rounding, Unrounded
from cchc.scoring.pieces import Edge, Number, Piece, PiecewiseLinear, Step
from cchc.scoring.scorecard import Band, Conflict, Scorecard, values_of

__all__ = [
    "Balance", "Band", "Column", "Confidence", "Conflict", "Corner", "Criterion", "EachPart", "Edge", "Explanation", "Ledger",
    "Line", "MonitorOnly", "Number", "Piece", "PiecewiseLinear", "Policy", "Proportional", "Rounding", "Rule", "Scorecard",
    "Step", "SumOfParts", "Tiers", "Unrounded", "Value", "values_of",
]  # fmt: skip
