"""Figures that no target asks for (số liệu không thuộc chỉ tiêu nào của kế hoạch).

A figure whose indicator is spelt otherwise than in the plan measures nothing, so each such name is said once, with the target
that comes nearest. Where no target of the plan is called by a numbered code, numbered codes are those of a scorecard and no
slip; a plan without targets asks for no figure.
"""

from collections.abc import Iterable, Mapping, Sequence

from cchc.model.code import Code
from cchc.model.errors import InvalidInput
from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.target import Target
from cchc.model.text import nearest
from cchc.rules.figures import KnownFigures
from cchc.rules.names import name_key

__all__ = ["indicator_names", "unmatched_figures"]


def indicator_names(targets: Sequence[Target]) -> dict[str, tuple[str, ...]]:
    """The names under which figures for each target may come: its id and, unless it would be ambiguous, its indicator.

    Where targets of different scope share an indicator, the bare name speaks of the whole and not of any one scope.
    """
    scopes: dict[str, set[str]] = {}
    for target in targets:
        scopes.setdefault(name_key(target.indicator), set()).add(name_key(target.scope))
    return {
        target.id: (target.id,)
        if target.scope and len(scopes[name_key(target.indicator)]) > 1
        else (target.id, target.indicator)
        for target in targets
    }


def _is_numbered(name: str) -> bool:
    try:
        return any(segment.isdigit() for segment in Code.parse(name).segments)
    except InvalidInput:
        return False


def _is_a_criterion(name: str, targets: Iterable[Target]) -> bool:
    return _is_numbered(name) and not any(_is_numbered(target.id) for target in targets)


def unmatched_figures(
    targets: Sequence[Target], names: Mapping[str, Sequence[str]], figures: KnownFigures
) -> tuple[Finding, ...]:
    """``target.unknown-indicator`` for each indicator that measures no target, in the order of their names.

    It gives the `indicator` as written, how many `figures` there are of it, and the id and the indicator of the target that is
    `near` (`near_indicator`), both empty where none is. `names` are those of `indicator_names`.
    """
    asked = {name_key(name) for called in names.values() for name in called}
    called = {name: target for target in reversed(targets) for name in (target.indicator, target.id)}
    findings = []
    for indicator, times in figures.indicators if targets else ():
        if name_key(indicator) not in asked and not _is_a_criterion(indicator, targets):
            near = called.get(nearest(indicator, called))
            params = Parameters({
                "indicator": indicator,
                "figures": times,
                "near": near.id if near else "",
                "near_indicator": near.indicator if near else "",
            })  # fmt: skip
            findings.append(
                Finding(
                    code="target.unknown-indicator",
                    severity=Severity.WARNING,
                    subject=f"indicators/{indicator}",
                    params=params,
                )
            )
    return tuple(findings)
