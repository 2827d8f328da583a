"""The nouns: plans, targets, tasks, reports, periods, quantities, as frozen values that know no format and no clock."""

from cchc.model.absent import Absent
from cchc.model.agency import Agency, Level
from cchc.model.area import Area
from cchc.model.calendar import Calendar, DayKind, SpecialDay
from cchc.model.citation import Citation, Symbol
from cchc.model.claim import Breakdown, Change, Claim, PrintedFigure, Restatement, Share, Shares
from cchc.model.code import Code
from cchc.model.errors import CchcError, InvalidInput, MissingExtra, Problem
from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.indicator import Direction, Indicator
from cchc.model.measurement import Measurement
from cchc.model.numbering import Numbered, Numbering
from cchc.model.period import Period, PeriodKind
from cchc.model.plan import Duty, Plan
from cchc.model.progress import Progress
from cchc.model.quantity import Count, Money, Percent, Points, Quantity, Rank, Ratio
from cchc.model.regime import Regime, RegimePeriod, ReportKind
from cchc.model.remark import Remark, RemarkKind
from cchc.model.report import Report
from cchc.model.schedule import Compound, Conditional, Continuous, Deadline, Frequency, Operator, Recurring, Schedule, Window
from cchc.model.source import Source, Span
from cchc.model.statement import Statement, StatementKind
from cchc.model.target import (
    Amount,
    AtLeast,
    AtMost,
    Between,
    Complete,
    Exactly,
    IncreaseBy,
    LessThan,
    MoreThan,
    Qualitative,
    RankUp,
    RankWithin,
    ReduceBy,
    Requirement,
    Target,
)
from cchc.model.task import Milestone, Task, TaskEvent
from cchc.model.waiver import Waiver, Waivers

__all__ = [
    "Absent", "Agency", "Amount", "Area", "AtLeast", "AtMost", "Between", "Breakdown", "Calendar", "CchcError", "Change",
    "Citation", "Claim", "Code", "Complete", "Compound", "Conditional", "Continuous", "Count", "DayKind", "Deadline",
    "Direction", "Duty", "Exactly", "Finding", "Frequency", "IncreaseBy", "Indicator", "InvalidInput", "LessThan", "Level",
    "Measurement", "Milestone", "MissingExtra", "Money", "MoreThan", "Numbered", "Numbering", "Operator", "Parameters",
    "Percent", "Period", "PeriodKind", "Plan", "Points", "PrintedFigure", "Problem", "Progress", "Qualitative", "Quantity",
    "Rank", "RankUp", "RankWithin", "Ratio", "Recurring", "ReduceBy", "Regime", "RegimePeriod", "Remark", "RemarkKind",
    "Report", "ReportKind", "Requirement", "Restatement", "Schedule", "Severity", "Share", "Shares", "Source", "Span",
    "SpecialDay", "Statement", "StatementKind", "Symbol", "Target", "Task", "TaskEvent", "Waiver", "Waivers", "Window",
]  # fmt: skip
