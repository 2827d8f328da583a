"""Vietnamese public administrative reform (CCHC): plans read, judged and scored exactly.

The public face. Names load on first use, so that importing the package costs next to nothing.
"""

TYPE_CHECKING = False  # type checkers know the name; importing typing would cost more than all the rest
if TYPE_CHECKING:
    from cchc.catalog.agencies import agencies, agency
    from cchc.catalog.calendars import calendar
    from cchc.catalog.cascading import check_cascade
    from cchc.catalog.checking import check
    from cchc.catalog.indicators import indicator, indicators
    from cchc.catalog.judging import assess
    from cchc.catalog.own_files import load
    from cchc.catalog.papers import read, read_text
    from cchc.catalog.regimes import regime, regimes
    from cchc.catalog.scorecards import scorecard, scorecards
    from cchc.model import (
        Absent,
        Agency,
        Amount,
        Area,
        AtLeast,
        AtMost,
        Between,
        Breakdown,
        Calendar,
        CchcError,
        Change,
        Citation,
        Claim,
        Code,
        Complete,
        Compound,
        Conditional,
        Continuous,
        Count,
        DayKind,
        Deadline,
        Direction,
        Duty,
        Exactly,
        Finding,
        Frequency,
        IncreaseBy,
        Indicator,
        InvalidInput,
        LessThan,
        Level,
        Measurement,
        Milestone,
        MissingExtra,
        Money,
        MoreThan,
        Numbered,
        Numbering,
        Operator,
        Percent,
        Period,
        PeriodKind,
        Plan,
        Points,
        PrintedFigure,
        Problem,
        Progress,
        Qualitative,
        Quantity,
        Rank,
        RankUp,
        RankWithin,
        Ratio,
        Recurring,
        ReduceBy,
        Regime,
        Report,
        Requirement,
        Schedule,
        Severity,
        Share,
        Shares,
        Source,
        Span,
        Statement,
        StatementKind,
        Symbol,
        Target,
        Task,
        TaskEvent,
        Waiver,
        Waivers,
        Window,
    )
    from cchc.reading.mending.repair import Repair
    from cchc.reading.outline import CellSpan, Part, PartKind
    from cchc.reading.result import NamedAgency, Reading
    from cchc.reading.times import format_schedule, parse_schedule
    from cchc.rules.assess import Assessment
    from cchc.rules.checking.baseline import FindingChanges, compare_findings
    from cchc.rules.checking.bundles import BUNDLES
    from cchc.rules.checking.business import Business
    from cchc.rules.checking.cascade import Cascade
    from cchc.rules.checking.cascade_targets import TargetPair
    from cchc.rules.checking.cascade_tasks import TaskPair, Timing
    from cchc.rules.checking.requirements_compared import Relation
    from cchc.rules.checking.rule import Rule, RuleSet
    from cchc.rules.checking.waivers import Waived, WaivedFinding, waive
    from cchc.scoring.ledger import Ledger
    from cchc.scoring.scorecard import Scorecard
    from cchc.serialization import (
        from_data,
        json_schema,
        save,
        to_data,
    )  # fmt: skip

_HOMES = {
    "agencies": "cchc.catalog.agencies",
    "agency": "cchc.catalog.agencies",
    "calendar": "cchc.catalog.calendars",
    "Business": "cchc.rules.checking.business",
    "Cascade": "cchc.rules.checking.cascade",
    "Relation": "cchc.rules.checking.requirements_compared",
    "TargetPair": "cchc.rules.checking.cascade_targets",
    "TaskPair": "cchc.rules.checking.cascade_tasks",
    "Timing": "cchc.rules.checking.cascade_tasks",
    "check_cascade": "cchc.catalog.cascading",
    "indicator": "cchc.catalog.indicators",
    "indicators": "cchc.catalog.indicators",
    "regime": "cchc.catalog.regimes",
    "regimes": "cchc.catalog.regimes",
    "scorecard": "cchc.catalog.scorecards",
    "scorecards": "cchc.catalog.scorecards",
    "CellSpan": "cchc.reading.outline",
    "Part": "cchc.reading.outline",
    "PartKind": "cchc.reading.outline",
    "NamedAgency": "cchc.reading.result",
    "Reading": "cchc.reading.result",
    "Repair": "cchc.reading.mending.repair",
    "read": "cchc.catalog.papers",
    "read_text": "cchc.catalog.papers",
    "format_schedule": "cchc.reading.times",
    "parse_schedule": "cchc.reading.times",
    "Assessment": "cchc.rules.assess",
    "BUNDLES": "cchc.rules.checking.bundles",
    "FindingChanges": "cchc.rules.checking.baseline",
    "Rule": "cchc.rules.checking.rule",
    "RuleSet": "cchc.rules.checking.rule",
    "Waived": "cchc.rules.checking.waivers",
    "WaivedFinding": "cchc.rules.checking.waivers",
    "assess": "cchc.catalog.judging",
    "check": "cchc.catalog.checking",
    "compare_findings": "cchc.rules.checking.baseline",
    "waive": "cchc.rules.checking.waivers",
    "Ledger": "cchc.scoring.ledger",
    "Scorecard": "cchc.scoring.scorecard",
    "from_data": "cchc.serialization",
    "json_schema": "cchc.serialization",
    "load": "cchc.catalog.own_files",
    "save": "cchc.serialization",
    "to_data": "cchc.serialization",
}
"""Where a name lives that is no noun; the nouns all live in `cchc.model`."""

__all__ = [
    "BUNDLES", "Absent", "Agency", "Amount", "Area", "Assessment", "AtLeast", "AtMost", "Between", "Breakdown", "Business",
    "Calendar", "Cascade", "CchcError", "CellSpan", "Change", "Citation", "Claim", "Code", "Complete", "Compound",
    "Conditional", "Continuous", "Count", "DayKind", "Deadline", "Direction", "Duty", "Exactly", "Finding", "FindingChanges",
    "Frequency", "IncreaseBy", "Indicator", "InvalidInput", "Ledger", "LessThan", "Level", "Measurement", "Milestone",
    "MissingExtra", "Money", "MoreThan", "NamedAgency", "Numbered", "Numbering", "Operator", "Part", "PartKind", "Percent",
    "Period", "PeriodKind", "Plan", "Points", "PrintedFigure", "Problem", "Progress", "Qualitative", "Quantity", "Rank",
    "RankUp", "RankWithin", "Ratio", "Reading", "Recurring", "ReduceBy", "Regime", "Relation", "Repair", "Report",
    "Requirement", "Rule", "RuleSet", "Schedule", "Scorecard", "Severity", "Share", "Shares", "Source", "Span", "Statement",
    "StatementKind", "Symbol", "Target", "TargetPair", "Task", "TaskEvent", "TaskPair", "Timing", "Waived", "WaivedFinding",
    "Waiver", "Waivers", "Window", "agencies", "agency", "assess", "calendar", "check", "check_cascade", "compare_findings",
    "format_schedule", "from_data", "indicator", "indicators", "json_schema", "load", "parse_schedule", "read", "read_text",
    "regime", "regimes", "save", "scorecard", "scorecards", "to_data", "waive",
]  # fmt: skip


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES.get(name, "cchc.model")), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
