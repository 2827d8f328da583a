"""The rules of reports (quy tắc về báo cáo) beside their plan and the earlier reports of the year."""

from cchc.rules.checking.report_mentions import check_targets_mentioned, check_tasks_mentioned
from cchc.rules.checking.report_plan import check_plan_named
from cchc.rules.checking.report_sequence import check_previous
from cchc.rules.checking.rule import Need, Rule, RuleSet

__all__ = ["REPORTS"]

_REGIME = "Nghị định 09/2019/NĐ-CP, Điều 7: nội dung báo cáo"
_TRUE_FIGURES = "Luật Thống kê 89/2015/QH13, Điều 5"
_BESIDE_A_PLAN = (Need.REPORT, Need.PLAN_REPORTED_ON)

REPORTS = RuleSet(
    name="reports",
    rules=(
        Rule(code="report.target-unmentioned", check=check_targets_mentioned, basis=(_REGIME,), needs=_BESIDE_A_PLAN),
        Rule(code="report.task-unmentioned", check=check_tasks_mentioned, basis=(_REGIME,), needs=_BESIDE_A_PLAN),
        Rule(code="report.wrong-plan", check=check_plan_named, basis=(_REGIME,), needs=_BESIDE_A_PLAN),
        Rule(
            code="report.contradicts-previous",
            check=check_previous,
            basis=(_TRUE_FIGURES,),
            needs=(Need.REPORT, Need.PREVIOUS),
        ),
    ),
)
"""What is asked of a report beside what was promised and reported before."""
