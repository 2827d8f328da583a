"""Rules of targets."""

from cchc.rules.checking.rule import RuleSet

__all__ = ["TARGETS"]

TARGETS = RuleSet(name="targets", rules=())
