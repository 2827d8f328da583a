"""Rules of arithmetic."""

from cchc.rules.checking.rule import RuleSet

__all__ = ["ARITHMETIC"]

ARITHMETIC = RuleSet(name="arithmetic", rules=())
