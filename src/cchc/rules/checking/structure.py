"""Rules of structure."""

from cchc.rules.checking.rule import RuleSet

__all__ = ["STRUCTURE"]

STRUCTURE = RuleSet(name="structure", rules=())
