"""What findings on targets have in common: the target's path and place, and the bound that it prints."""

from decimal import Decimal

from cchc.model.finding import Finding, Parameter, Parameters, Severity
from cchc.model.rounding import exact
from cchc.model.target import Requirement, Target
from cchc.rules.bounds import bounds_of

__all__ = ["bound_of", "of_target"]


def of_target(code: str, severity: Severity, target: Target, params: dict[str, Parameter]) -> Finding:
    """A finding on a target, at its place; one that stands elsewhere is named by the path of that."""
    path = target.id if "/" in target.id else f"targets/{target.id}"
    span = target.source.span if target.source else None
    return Finding(code=code, severity=severity, subject=path, params=Parameters(params), span=span)


def bound_of(requirement: Requirement) -> Decimal:
    """The bound that a requirement prints."""
    bounds = bounds_of(requirement)
    found = bounds.most if bounds and bounds.least is None else bounds.least if bounds else None
    number = Decimal(0) if found is None else exact(found)
    return number if isinstance(number, Decimal) else Decimal(0)
