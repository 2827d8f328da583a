"""The rules of arithmetic (kiểm tra số học): what a paper's own figures say of each other."""

from cchc.rules.checking.differences import check_differences
from cchc.rules.checking.misprints import check_misprints
from cchc.rules.checking.ratios import check_implied_totals, check_ratios
from cchc.rules.checking.repeated import REPEATED
from cchc.rules.checking.restated import check_restatements
from cchc.rules.checking.rule import Need, Rule, RuleSet
from cchc.rules.checking.sums import check_excess, check_sums

__all__ = ["ARITHMETIC"]

_TRUE_FIGURES = ("Luật Thống kê 89/2015/QH13, Điều 5",)
"""Statistics are to be honest, objective, exact and complete."""

ARITHMETIC = RuleSet(
    name="arithmetic",
    rules=(
        Rule(code="arithmetic.ratio", check=check_ratios, basis=_TRUE_FIGURES),
        Rule(code="arithmetic.sum", check=check_sums, basis=_TRUE_FIGURES),
        Rule(code="arithmetic.excess", check=check_excess, basis=_TRUE_FIGURES),
        Rule(code="arithmetic.implied-total", check=check_implied_totals, basis=_TRUE_FIGURES),
        Rule(code="arithmetic.difference", check=check_differences, basis=_TRUE_FIGURES),
        Rule(code="arithmetic.restated", check=check_restatements, basis=_TRUE_FIGURES),
        REPEATED,
        Rule(code="arithmetic.misprint", check=check_misprints, basis=_TRUE_FIGURES, needs=(Need.REPORT,)),
    ),
)
