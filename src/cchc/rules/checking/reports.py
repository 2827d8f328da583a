"""Rules of reports."""

from cchc.rules.checking.rule import RuleSet

__all__ = ["REPORTS"]

REPORTS = RuleSet(name="reports", rules=())
