"""The public face as a type checker sees it: this file is read by mypy and pyright, and never run."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

import cchc
from cchc import (
    Absent,
    Agency,
    Area,
    Calendar,
    Citation,
    Count,
    Finding,
    Level,
    Measurement,
    Money,
    Percent,
    Period,
    PeriodKind,
    Plan,
    Points,
    Quantity,
    Rank,
    Ratio,
    Regime,
    Requirement,
    Schedule,
    Severity,
    Target,
    Task,
)

# Quantities: what goes in may be text, what comes out is exact.
assert_type(Percent("98.5").value, Decimal)
assert_type(Percent("98.5").fraction, Fraction)
assert_type(Ratio(30, 58, of="nhiệm vụ").fraction, Fraction | Absent)
assert_type(Count(58).value, int)
assert_type(Money.parse("4.367,7 tỷ đồng"), Money)
assert_type(Points("61.39").value, Decimal)
assert_type(Rank(11, 34).of, int)
_quantity: Quantity = Percent("98.5")

# Time.
assert_type(Period.parse("Quý I/2024"), Period)
assert_type(Period.month(2024, 3).kind, PeriodKind)
assert_type(Period.month(2024, 3).start, date)
assert_type(Period.of_year(2024).months(), tuple[Period, ...])
assert_type(cchc.calendar("vn"), Calendar)
assert_type(cchc.calendar("vn").working_days(date(2024, 1, 1), date(2024, 2, 1)), int)
assert_type(cchc.calendar("vn").due(date(2024, 1, 1), working_days=5), date)
assert_type(cchc.regime("cchc-bnv"), Regime)
assert_type(cchc.regime("cchc-bnv").window(Period.parse("2024-Q1")), tuple[date, date])
assert_type(cchc.regime("cchc-bnv").due(Period.parse("2024-Q1")), date | None)
assert_type(cchc.parse_schedule("Quý I/2024"), Schedule)
assert_type(cchc.parse_schedule("Trước ngày 15/3", year=2024), Schedule)

# Plans, figures, findings.
_plan = Plan(title="Kế hoạch", period=Period.of_year(2024), tasks=(Task(number=1, title="Rà soát"),))
assert_type(_plan.targets, tuple[Target, ...])
assert_type(_plan.tasks[0].area, Area | None)
assert_type(_plan.tasks[0].schedule, Schedule)


def requirement_of(target: Target) -> Requirement:
    return target.requirement


def seriousness(finding: Finding) -> Severity:
    return finding.severity


def value_of(measurement: Measurement) -> Quantity | Absent | bool | str:
    return measurement.value


assert_type(Citation.parse("184/KH-UBND").year, int | None)
assert_type(Agency(id="hy", name="Hưng Yên", level=Level.PROVINCE).exists_on(date(2025, 7, 1)), bool)

# Data in and out: the type asked for is the type that comes.
assert_type(cchc.from_data({"kind": "continuous"}, Plan), Plan)
assert_type(cchc.load("plan.toml", Plan), Plan)

# Judging and scoring.
assert_type(cchc.assess(_plan, as_of=date(2024, 9, 30)), cchc.Assessment)
assert_type(cchc.scorecard("qd-766"), cchc.Scorecard)
assert_type(cchc.scorecard("qd-766").score({"1.1": Ratio(0, 54)}), cchc.Ledger)
