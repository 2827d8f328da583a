"""One thing promised twice in a plan (chỉ tiêu mâu thuẫn, chỉ tiêu trùng): with another bound, or with the same."""

from collections.abc import Iterator

from cchc.model.finding import Finding, Parameter, Severity
from cchc.model.target import IncreaseBy, Qualitative, ReduceBy, Requirement, Target
from cchc.rules.bounds import bounds_of, unit_of
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.requirements_compared import Relation, relation_of
from cchc.rules.checking.target_findings import bound_of, of_target
from cchc.rules.checking.target_groups import Promise, named_alike, promised_beside
from cchc.rules.checking.wording import spoken

__all__ = ["check_conflicts", "check_duplicates"]


def check_conflicts(paper: Paper) -> Iterator[Finding]:
    """A plan promises the same part of the same indicator by the same day in two places, with different bounds.

    `indicator` is the later target's name, `stated` its bound in `unit`, `other` the id of the earlier target and
    `other_stated` the bound there. Targets of other levels, fields, subsets, days or denominators are not compared, nor is
    "phấn đấu" beside a lower floor, nor two bounds that make a range. Known by the catalogue it is an error; by all its words
    alone, a warning. What the title of a task or a direction promises is held against the targets too, as a warning, unless it
    may be a step on the way to them.
    """
    told: set[str] = set()
    for one, other in named_alike(paper):
        if other.target.id not in told and _contradicts(one.target, other.target):
            told.add(other.target.id)
            certain = bool(one.key.id) and one.target.aspiration == other.target.aspiration
            params = {**_named(one, other), "other_stated": bound_of(one.target.requirement)}
            yield of_target("target.conflict", Severity.ERROR if certain else Severity.WARNING, other.target, params)
    for said, targets in promised_beside(paper):
        if any(bound_of(held.target.requirement) == bound_of(said.target.requirement) for held in targets):
            continue
        against = [held for held in targets if _contradicts(held.target, said.target) and not _is_a_step(held, said)]
        for held in against[:1]:
            params = {**_named(held, said), "other_stated": bound_of(held.target.requirement)}
            yield of_target("target.conflict", Severity.WARNING, said.target, params)


def check_duplicates(paper: Paper) -> Iterator[Finding]:
    """A plan promises the same part of the same indicator by the same day in two places, with the same bound.

    `indicator` is the later target's name, `stated` its bound in `unit`, `other` the id of the earlier target. In the same
    words it is a warning, in others for information. What has no measure is not accused.
    """
    told: set[str] = set()
    for one, other in named_alike(paper):
        equal = relation_of(one.target.requirement, other.target.requirement) is Relation.EQUAL
        measured = not isinstance(one.target.requirement, Qualitative)
        if equal and measured and other.target.id not in told and one.target.aspiration == other.target.aspiration:
            told.add(other.target.id)
            verbatim = spoken(one.target.text) == spoken(other.target.text)
            severity = Severity.WARNING if verbatim else Severity.INFO
            yield of_target("target.duplicate", severity, other.target, _named(one, other))


def _named(one: Promise, other: Promise) -> dict[str, Parameter]:
    asked = other.target.requirement
    return {"indicator": other.target.indicator, "stated": bound_of(asked), "unit": unit_of(asked), "other": one.target.id}


def _contradicts(one: Target, other: Target) -> bool:
    if not (_says_how_much(one.requirement) and _says_how_much(other.requirement)):
        return False
    relation = relation_of(one.requirement, other.requirement)
    if relation not in (Relation.STRICTER, Relation.LOOSER) or bound_of(one.requirement) == bound_of(other.requirement):
        return False
    if _make_a_range(one.requirement, other.requirement):
        return False
    if one.aspiration == other.aspiration:
        return True
    return relation is (Relation.STRICTER if one.aspiration else Relation.LOOSER)


def _is_a_step(one: Promise, said: Promise) -> bool:
    """Whether by another day another bound is no contradiction: less before the target's own day, or more after it."""
    if one.due is None or said.due is None or one.due == said.due:
        return one.due != said.due
    stricter = relation_of(one.target.requirement, said.target.requirement) is Relation.STRICTER
    return said.due > one.due if stricter else said.due < one.due


def _says_how_much(requirement: Requirement) -> bool:
    """Whether there is a number: "giảm biên chế" beside "giảm 5% biên chế" says less, and nothing else."""
    vague = isinstance(requirement, ReduceBy | IncreaseBy) and requirement.value is None
    return not vague and not isinstance(requirement, Qualitative)


def _make_a_range(one: Requirement, other: Requirement) -> bool:
    """Whether one bounds from below and the other from above, and there is room between."""
    pair = [bounds for requirement in (one, other) if (bounds := bounds_of(requirement))]
    lows = [bounds.least for bounds in pair if bounds.least is not None and bounds.most is None]
    highs = [bounds.most for bounds in pair if bounds.most is not None and bounds.least is None]
    return any(low < high for low in lows for high in highs)
