"""Scorecards: exact point rules, ledgers that balance, and their explanation."""

from cchc.scoring.criterion import Confidence, Conflict, Criterion, Policy
from cchc.scoring.explain import Explanation
from cchc.scoring.ledger import Balance, Column, Ledger
from cchc.scoring.outline import EachPart, Rounding, Unrounded
from cchc.scoring.pieces import Edge, Number, Piece, PiecewiseLinear, Step
from cchc.scoring.rule import (
    Binary,
    Bonus,
    Corner,
    Deduction,
    Label,
    Labels,
    Line,
    MonitorOnly,
    Proportional,
    Rule,
    SumOfParts,
    Tiers,
    Value,
)
from cchc.scoring.scorecard import Band, Scorecard, values_of

__all__ = [
    "Balance", "Band", "Binary", "Bonus", "Column", "Confidence", "Conflict", "Corner", "Criterion", "Deduction", "EachPart",
    "Edge", "Explanation", "Label", "Labels", "Ledger", "Line", "MonitorOnly", "Number", "Piece", "PiecewiseLinear", "Policy",
    "Proportional", "Rounding", "Rule", "Scorecard", "Step", "SumOfParts", "Tiers", "Unrounded", "Value", "values_of",
]  # fmt: skip
