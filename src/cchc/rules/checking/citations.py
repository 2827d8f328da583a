"""Rules of citations."""

from cchc.rules.checking.rule import RuleSet

__all__ = ["CITATIONS"]

CITATIONS = RuleSet(name="citations", rules=())
