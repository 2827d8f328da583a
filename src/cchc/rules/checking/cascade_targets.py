"""The targets of a higher plan against those of an agency's plan (chỉ tiêu được cụ thể hóa).

Only what speaks of the same part of the same indicator is compared. The levels of a higher target bind the agency that is of
one of them, whose own plan need not say so again.
"""

from collections.abc import Iterable

from attrs import frozen

from cchc.model.plan import Plan
from cchc.model.target import RankUp, RankWithin, Target
from cchc.rules.checking.business import Business, Charge, levels_of
from cchc.rules.checking.identity import Identities, IndicatorKey
from cchc.rules.checking.requirements_compared import Relation, relation_of
from cchc.rules.checking.wording import LIGHT, spoken
from cchc.rules.names import name_key

__all__ = ["TargetPair", "pair_targets"]


@frozen(kw_only=True)
class TargetPair:
    """A target of the higher plan and the one that the agency's plan has for it, None where it has none.

    `related` says of a missing one that the agency's plan has something near it, so that it may well not be missing.
    """

    parent: Target
    child: Target | None
    relation: Relation
    business: Business
    related: bool = False


@frozen
class _Keyed:
    """A target with what it speaks of and its words."""

    target: Target
    key: IndicatorKey
    words: frozenset[str]

    @classmethod
    def of(cls, target: Target, identities: Identities, own: str) -> "_Keyed":
        said = f"{target.indicator} {target.scope} {target.exclusion}"
        return cls(target, identities.key(target, own=own), frozenset(spoken(said).split()) - LIGHT)

    def likeness(self, other: "_Keyed") -> int:
        """How many thousandths of the words of both are words of each."""
        return 1000 * len(self.words & other.words) // max(1, len(self.words | other.words))


_NEAR = 600
_FAMILIES = (
    frozenset({"dossiers-on-time", "dossiers-on-time-or-early", "dossiers-early", "dossiers-overdue"}),
    frozenset({"online-dossiers", "online-dossiers-full", "online-dossiers-handled"}),
    frozenset({"payments-online", "payment-transactions", "payment-procedures-used"}),
    frozenset({"dossiers-digitised", "dossier-files-digitised", "results-digitised"}),
    frozenset({"texts-exchanged-electronically", "texts-signed-digitally"}),
    frozenset({"petitions-handled", "petitions-on-time"}),
)
"""Indicators that offices take one for the other: who has set one of them has not forgotten the matter."""


def pair_targets(parent: Plan, child: Plan, charge: Charge) -> Iterable[TargetPair]:
    """Every target of the higher plan, in its order, with the agency's own and whether it is the agency's business."""
    identities, same = charge.identities, charge.is_own_plan
    own = [_Keyed.of(target, identities, child.agency) for target in child.targets]
    for target in parent.targets:
        asked = _Keyed.of(target, identities, parent.agency)
        found = _best(asked, own, levels_of(charge.agency), same=same)
        if found is not None:
            yield TargetPair(parent=target, child=found[0].target, relation=found[1], business=Business.OWN)
        else:
            related = any(_are_near(asked, one) for one in own)
            business = charge.business(target)
            yield TargetPair(parent=target, child=None, relation=Relation.MISSING, business=business, related=related)


def _are_near(asked: _Keyed, one: _Keyed) -> bool:
    """Whether a target of the agency's plan may well be what the higher plan asks, though it cannot be compared with it."""
    ids = {asked.key.id, one.key.id}
    return asked.key.same_indicator(one.key) or asked.likeness(one) >= _NEAR or any(ids <= family for family in _FAMILIES)


def _best(asked: _Keyed, own: Iterable[_Keyed], levels: frozenset[str], *, same: bool) -> tuple[_Keyed, Relation] | None:
    """The target that answers to one of the higher plan, the likest of several, with how it stands to it."""
    candidates = []
    for one in own:
        relation = relation_of(asked.target.requirement, one.target.requirement)
        if relation is not None and _answers(asked, one, levels, same=same):
            same_words = one.target.text == asked.target.text
            fitness = one.target == asked.target, same_words, asked.likeness(one), relation is not Relation.LOOSER
            candidates.append((fitness, one, relation))
    return max(candidates, key=lambda found: found[0])[1:] if candidates else None


def _answers(asked: _Keyed, one: _Keyed, levels: frozenset[str], *, same: bool) -> bool:
    """Whether a target of the agency's plan speaks of what one of the higher plan asks."""
    if isinstance(asked.target.requirement, RankWithin | RankUp) and not same:
        return False  # a department is ranked among departments, not among provinces
    if _told_alike(asked.target, one.target):
        return True
    if not asked.key.is_specific or (asked.key.id, asked.key.words) != (one.key.id, one.key.words):
        return False
    wanted, said = frozenset(asked.key.levels), frozenset(one.key.levels)
    if same or not levels:
        return wanted == said
    return (not wanted or bool(wanted & levels)) and (not said or bool(said & levels))


def _told_alike(one: Target, other: Target) -> bool:
    """Whether two targets are told in the same words."""
    return all(
        name_key(mine) == name_key(theirs)
        for mine, theirs in ((one.indicator, other.indicator), (one.scope, other.scope), (one.exclusion, other.exclusion))
    )
