"""The rules: pure functions from plans and reports to verdicts, findings and measurements."""

from cchc.rules.assess import Assessment, assess
from cchc.rules.figures import KnownFigures
from cchc.rules.ledger import LedgerRow, StateCount, TaskLedger
from cchc.rules.reporting import ReportingWindow, ReportState, ReportVerdict, judge_reporting, reporting_windows
from cchc.rules.states import Occurrence, TaskState
from cchc.rules.targets import judge_target
from cchc.rules.tasks import TaskVerdict, task_state
from cchc.rules.verdicts import Pace, TargetVerdict, Verdict

__all__ = [
    "Assessment", "KnownFigures", "LedgerRow", "Occurrence", "Pace", "ReportState", "ReportVerdict", "ReportingWindow",
    "StateCount", "TargetVerdict", "TaskLedger", "TaskState", "TaskVerdict", "Verdict", "assess", "judge_reporting",
    "judge_target", "reporting_windows", "task_state",
]  # fmt: skip
