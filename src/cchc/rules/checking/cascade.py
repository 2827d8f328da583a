"""A plan held against the higher plan it carries out (cụ thể hóa kế hoạch cấp trên): targets, tasks, days.

What the agency has set is stricter, equal or looser than what is asked, or missing. Only what is certainly its business is
found missing: the rest is in the pairs, with what is known of it.
"""

from collections.abc import Iterator

from attrs import frozen

from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.plan import Plan
from cchc.model.target import IncreaseBy, Qualitative, ReduceBy, Requirement
from cchc.rules.checking.business import Business, Charge
from cchc.rules.checking.cascade_days import issued_late, wrong_parent
from cchc.rules.checking.cascade_targets import TargetPair, pair_targets
from cchc.rules.checking.cascade_tasks import TaskPair, Timing, last_day, pair_tasks
from cchc.rules.checking.identity import Identities
from cchc.rules.checking.requirements_compared import Relation

__all__ = ["Cascade", "hold_against"]

_SEVERITY = {Business.OWN: Severity.WARNING, Business.LED: Severity.INFO}
"""How serious it is that a target is missing; what is nobody's for certain is not found missing."""


@frozen(kw_only=True)
class Cascade:
    """How an agency's plan carries out a higher one (kết quả đối chiếu).

    `agency` is whose plan it is; `targets` holds one pair for each target of the higher plan, `tasks` one for each task that it
    gives the agency to lead and of which it can be said whether it is taken up; both in the higher plan's order.
    """

    agency: str
    targets: tuple[TargetPair, ...]
    tasks: tuple[TaskPair, ...]
    findings: tuple[Finding, ...]

    @property
    def pairs(self) -> tuple[tuple[str, str, str], ...]:
        """The pairs of targets as ids and ``stricter``, ``equal``, ``looser`` or ``missing``, which has no id of its own."""
        return tuple((pair.parent.id, pair.child.id if pair.child else "", pair.relation.value) for pair in self.targets)


def hold_against(parent: Plan, child: Plan, *, agency: str, identities: Identities) -> Cascade:
    """The agency's plan against the higher one.

    `agency` is the name by which the higher plan charges it, the child's own where it is empty.
    """
    charge = Charge(parent, agency or child.agency, identities)
    targets, tasks = tuple(pair_targets(parent, child, charge)), tuple(pair_tasks(parent, child, charge))
    strays = () if charge.is_own_plan else tuple(wrong_parent(parent, child))
    found = strays if strays else tuple(_found(parent, child, charge, targets, tasks))
    return Cascade(agency=charge.agency, targets=targets, tasks=tasks, findings=found)


def _found(
    parent: Plan, child: Plan, charge: Charge, targets: tuple[TargetPair, ...], tasks: tuple[TaskPair, ...]
) -> Iterator[Finding]:
    if not charge.is_own_plan:
        yield from issued_late(parent, child, charge.agency)
    for pair in targets:
        yield from _of_target(pair, child)
    for task in tasks:
        yield from _of_task(task)


def _of_target(pair: TargetPair, child: Plan) -> Iterator[Finding]:
    """What is wrong with a pair of targets."""
    asked, own = pair.parent, pair.child
    if own is None:
        if pair.business in _SEVERITY and not pair.related and child.targets and _is_measured(asked.requirement):
            params = Parameters({"target": asked.id, "text": asked.text or asked.indicator})
            severity, subject = _SEVERITY[pair.business], f"higher-targets/{asked.id}"
            yield Finding(code="cascade.missing-target", severity=severity, subject=subject, params=params)
        return
    span = own.source.span if own.source else None
    subject = f"targets/{own.id}"
    if pair.relation is Relation.LOOSER:
        severity = Severity.ERROR if _is_measured(own.requirement) else Severity.WARNING
        params = Parameters({"target": asked.id, "asked": asked.text or asked.indicator, "set": own.text or own.indicator})
        yield Finding(code="cascade.looser", severity=severity, subject=subject, params=params, span=span)
    if asked.due is not None and own.due is not None and own.due > asked.due:
        params = Parameters({"higher": asked.id, "asked": asked.due, "set": own.due})
        yield Finding(code="cascade.later", severity=Severity.ERROR, subject=subject, params=params, span=span)


def _is_measured(requirement: Requirement) -> bool:
    """Whether a requirement says how much, so that nobody need judge."""
    if isinstance(requirement, ReduceBy | IncreaseBy):
        return requirement.value is not None
    return not isinstance(requirement, Qualitative)


def _of_task(pair: TaskPair) -> Iterator[Finding]:
    """What is wrong with a pair of tasks."""
    asked, own = pair.parent, pair.child
    if own is None:
        if pair.timing is Timing.MISSING:
            severity = Severity.WARNING if pair.alone else Severity.INFO
            params = Parameters({"task": asked.number, "title": asked.title, "time": asked.schedule_text})
            subject = f"higher-tasks/{asked.number}"
            yield Finding(code="cascade.missing-task", severity=severity, subject=subject, params=params)
        return
    wanted, set_ = last_day(asked.schedule), last_day(own.schedule)
    if pair.timing is Timing.LATER and wanted is not None and set_ is not None:
        params = Parameters({"higher": str(asked.number), "asked": wanted, "set": set_})
        span = own.source.span if own.source else None
        yield Finding(code="cascade.later", severity=Severity.ERROR, subject=f"tasks/{own.number}", params=params, span=span)
