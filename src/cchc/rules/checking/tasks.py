"""The rules of tasks (quy tắc về nhiệm vụ): every task says who, what and when, once, and names agencies that exist."""

from cchc.rules.checking.rule import Need, Rule, RuleSet
from cchc.rules.checking.task_agencies import check_agencies
from cchc.rules.checking.task_blanks import check_deliverables, check_leads, check_schedules
from cchc.rules.checking.task_duplicates import check_duplicates
from cchc.rules.checking.task_times import check_periodic_deliverables, check_periods

__all__ = ["TASKS"]

_FORM = ("Nghị quyết 76/NQ-CP", "Mẫu phụ lục kế hoạch cải cách hành chính: nhiệm vụ, sản phẩm, cơ quan chủ trì, thời gian")

TASKS = RuleSet(
    name="tasks",
    rules=(
        Rule(code="task.no-lead", check=check_leads, basis=_FORM, needs=(Need.PLAN,)),
        Rule(code="task.no-deliverable", check=check_deliverables, basis=_FORM, needs=(Need.PLAN,)),
        Rule(code="task.no-schedule", check=check_schedules, basis=_FORM, needs=(Need.PLAN,)),
        Rule(code="task.outside-period", check=check_periods, basis=_FORM, needs=(Need.PLAN, Need.PERIOD)),
        Rule(code="task.periodic-deliverable", check=check_periodic_deliverables, basis=_FORM, needs=(Need.PLAN,)),
        Rule(code="task.duplicate", check=check_duplicates, basis=_FORM, needs=(Need.PLAN,)),
        Rule(
            code="agency.not-existing",
            check=check_agencies,
            basis=("Nghị quyết 203/2025/QH15", "Nghị quyết 176/2025/QH15", "Nghị định 45/2025/NĐ-CP"),
            needs=(Need.PLAN,),
        ),
    ),
)
"""What is asked of the tasks of a plan and of whom it charges."""
