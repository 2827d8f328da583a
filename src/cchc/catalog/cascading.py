"""A plan held against the higher plan it carries out, by the indicators that the catalogue knows."""

from cchc.catalog.indicators import indicators
from cchc.model import Plan
from cchc.rules.checking.cascade import Cascade, hold_against
from cchc.rules.checking.identity import Identities

__all__ = ["check_cascade"]


def check_cascade(parent_plan: Plan, child_plan: Plan, *, agency: str | None = None) -> Cascade:
    """An agency's plan against the higher plan: each target and each task that the higher one asks of the agency.

    `agency` names the agency where its plan does not, or calls itself otherwise than the higher plan calls it.

    >>> from cchc import AtLeast, Period, Plan, Target
    >>> on_time = "Hồ sơ TTHC giải quyết đúng hạn"
    >>> higher = Target(id="2.1", indicator=on_time, requirement=AtLeast("98", "%"))
    >>> own = Target(id="1.3", indicator=on_time, requirement=AtLeast("95", "%"))
    >>> province = Plan(title="Kế hoạch", period=Period.of_year(2026), agency="UBND tỉnh", targets=(higher,))
    >>> department = Plan(title="Kế hoạch", period=Period.of_year(2026), agency="Sở Xây dựng", targets=(own,))
    >>> cascade = check_cascade(province, department)
    >>> cascade.pairs, [finding.code for finding in cascade.findings]
    ((('2.1', '1.3', 'looser'),), ['cascade.looser'])
    """
    return hold_against(parent_plan, child_plan, agency=agency or "", identities=Identities.of(indicators()))
