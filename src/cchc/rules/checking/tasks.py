"""Rules of tasks."""

from cchc.rules.checking.rule import RuleSet

__all__ = ["TASKS"]

TASKS = RuleSet(name="tasks", rules=())
