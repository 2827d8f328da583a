"""Agencies that a plan charges with work though they no longer exist (cơ quan không còn tồn tại).

A plan is held against the later of its own day and the first day of its period: nobody can lead work from then on who had
ended before.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from cchc.model.agency import Agency
from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.plan import Plan
from cchc.model.source import Source
from cchc.rules.checking.ended_bodies import ended_body
from cchc.rules.checking.paper import Known, Paper

__all__ = ["check_agencies"]

_CERTAIN = "exact"


@frozen(kw_only=True)
class _Ended:
    """When an agency ended, who took over, and by which document."""

    last_day: date
    successors: tuple[str, ...]
    basis: str


def check_agencies(paper: Paper) -> Iterator[Finding]:
    """A plan gives work to an agency that had ended before the plan's period began, or before the day of the plan.

    `agency` is the agency as named, `role` is ``lead``, ``coordinating`` or ``duty``, `ended_on` its last day, `successors` who
    took over as far as that is known, `basis` the document. A name that some living agency bears too is not accused, nor is
    one whose end is not certain, nor one that says itself that it is of before ("nay là", "cũ").
    """
    plan = paper.as_plan
    day = _day_of(plan) if plan else None
    if plan is None or day is None:
        return
    for subject, name, role, source in _charged(plan):
        ended = _ended_before(name, day, paper.known)
        if ended is not None:
            params = Parameters({
                "agency": name, "role": role, "ended_on": ended.last_day, "successors": ended.successors, "basis": ended.basis,
            })  # fmt: skip
            span = source.span if source else None
            yield Finding(code="agency.not-existing", severity=Severity.ERROR, subject=subject, params=params, span=span)


def _day_of(plan: Plan) -> date | None:
    """The day from which the plan's agencies have work to do."""
    days = [day for day in (plan.issued_on, plan.period.start if plan.period else None) if day]
    return max(days, default=None)


def _charged(plan: Plan) -> Iterator[tuple[str, str, str, Source | None]]:
    """Everybody who is charged with something: the subject, the name, the role and the place."""
    for task in plan.tasks:
        for role, names in (("lead", task.lead), ("coordinating", task.coordinating)):
            yield from ((f"tasks/{task.number}", name, role, task.source) for name in names)
    told: set[str] = set()
    for at, duty in enumerate(plan.duties, start=1):
        if duty.agency not in told:
            told.add(duty.agency)
            yield f"duties/{at}", duty.agency, "duty", duty.source


def _ended_before(name: str, day: date, known: Known) -> _Ended | None:
    body = ended_body(name)
    if body is not None:
        found: _Ended | None = _Ended(last_day=body.last_day, successors=body.successors, basis=body.citation)
    else:
        called = known.agencies.get(name, ())
        found = _end_of_all(called) if called else None
    return found if found is not None and found.last_day < day else None


def _end_of_all(called: tuple[Agency, ...]) -> _Ended | None:
    """The end of the last agency that bore a name, where the end of each is certain."""
    last = max(called, key=lambda one: one.valid_to or date.max)
    if last.valid_to is None or any(one.confidence != _CERTAIN for one in called):
        return None
    return _Ended(last_day=last.valid_to, successors=last.successors, basis=last.citation)
