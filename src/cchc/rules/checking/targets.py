"""The rules of targets (quy tắc về chỉ tiêu): each thing is promised once, with one bound that can be reached and measured."""

from cchc.rules.checking.rule import Need, Rule, RuleSet
from cchc.rules.checking.target_bases import check_bases
from cchc.rules.checking.target_conflicts import check_conflicts, check_duplicates
from cchc.rules.checking.target_limits import check_bounds, check_days, check_measures

__all__ = ["TARGETS"]

_PROGRAMME = "Nghị quyết 76/NQ-CP ngày 15/7/2021"
_INDEX = "Quyết định 876/QĐ-BNV ngày 10/11/2022: kế hoạch có mục tiêu, kết quả cụ thể"

TARGETS = RuleSet(
    name="targets",
    rules=(
        Rule(code="target.conflict", check=check_conflicts, basis=(_PROGRAMME, _INDEX), needs=(Need.PLAN,)),
        Rule(code="target.duplicate", check=check_duplicates, basis=(_INDEX,), needs=(Need.PLAN,)),
        Rule(code="target.base-mismatch", check=check_bases, basis=(_INDEX,), needs=(Need.PLAN,)),
        Rule(code="target.impossible-bound", check=check_bounds, basis=(_INDEX,), needs=(Need.PLAN,)),
        Rule(code="target.unmeasurable", check=check_measures, basis=(_PROGRAMME, _INDEX), needs=(Need.PLAN,)),
        Rule(code="target.outside-period", check=check_days, basis=(_INDEX,), needs=(Need.PLAN, Need.PERIOD)),
    ),
)
"""What is asked of the targets of a plan."""
