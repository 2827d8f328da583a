"""The sets of rules that have a name (bộ quy tắc): one for each family, and `DEFAULT`, which is all of them."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc.rules.checking.arithmetic import ARITHMETIC
from cchc.rules.checking.citations import CITATIONS
from cchc.rules.checking.reports import REPORTS
from cchc.rules.checking.rule import RuleSet
from cchc.rules.checking.structure import STRUCTURE
from cchc.rules.checking.targets import TARGETS
from cchc.rules.checking.tasks import TASKS

__all__ = ["BUNDLES", "DEFAULT"]

_FAMILIES = (ARITHMETIC, CITATIONS, STRUCTURE, TARGETS, TASKS, REPORTS)

DEFAULT = RuleSet(name="default", rules=tuple(rule for family in _FAMILIES for rule in family.rules))
"""Every rule."""

BUNDLES: Mapping[str, RuleSet] = MappingProxyType({rules.name: rules for rules in (DEFAULT, *_FAMILIES)})
"""The sets by name: ``default``, ``arithmetic``, ``citations``, …"""
