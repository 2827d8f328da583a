"""Why a node earned what it earned: a typed tree whose leaves add up exactly to the total (giải trình điểm).

It holds no words but those of the scorecard, and says how sure they are; other words are made at the edge. It is built only
when somebody asks.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from cchc.model.absent import Absent
from cchc.model.quantity import Ratio
from cchc.model.rounding import exact
from cchc.scoring.criterion import Confidence, Conflict, Criterion, Policy
from cchc.scoring.pieces import Number, Piece, PiecewiseLinear, Step
from cchc.scoring.plain import Data, measured, number, points_or_none
from cchc.scoring.rule import Binary, Bonus, Deduction, Labels, MonitorOnly, Rule, Value

__all__ = ["Explanation", "Scored", "explain"]


@frozen(kw_only=True)
class Scored:
    """What a ledger knows of one leaf: the value given, its `place` on the pieces of the rule, and what it earned.

    `absence` says why there is no place; `unrounded` precedes rounding.
    """

    value: Value
    points: Number | Absent
    unrounded: Number | Absent
    place: Number | None = None
    absence: Absent | None = None
    pieces: PiecewiseLinear | None = None


@frozen(kw_only=True)
class Explanation:
    """Where a node stands, where its next step is, and how sure the scorecard is of it.

    A leaf has its `value`, and what was read from it: the exact `share`, the number of `events` or the `label` as the scorecard
    writes it. Shares and events have the `piece` they lie on and the `step` to the next corner: `gap` is how much more of them
    it takes, `more` how many more of the numerator or events where those are counted (fewer when negative). `better` is the
    next label that earns more, or yes where the answer was no, and earns `better_points`. `policy` is what was applied to an
    `absence`, `policy_confidence` how sure that is. A node with `parts` has the sums of its parts.
    """

    code: str
    name: str
    maximum: Decimal
    points: Number | Absent
    unrounded: Number | Absent
    rule: Rule
    confidence: Confidence
    note: str = ""
    conflicts: tuple[Conflict, ...] = ()
    numerator: str = ""
    denominator: str = ""
    value: Value | None = None
    share: Number | None = None
    events: Number | None = None
    label: str = ""
    absence: Absent | None = None
    policy: Policy | None = None
    policy_confidence: Confidence | None = None
    piece: Piece | None = None
    step: Step | None = None
    gap: Number | None = None
    more: int | None = None
    better: bool | str | None = None
    better_points: Number | None = None
    parts: "tuple[Explanation, ...]" = ()

    @property
    def is_watched_only(self) -> bool:
        """Whether the node is watched and not scored."""
        return isinstance(self.rule, MonitorOnly)

    def leaves(self) -> "Iterator[Explanation]":
        """The explanations without parts, in the order of the decision."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def to_data(self) -> Mapping[str, Data]:
        """Plain data: exact numbers as text, what is not known left out."""
        return {"schema": "explanation/1", **self._fields()}

    def _fields(self) -> dict[str, Data]:
        found: dict[str, Data] = {"code": self.code, "name": self.name, "maximum": number(self.maximum)}
        found |= {"points": points_or_none(self.points), "unrounded": points_or_none(self.unrounded)}
        found["confidence"] = self.confidence.value
        if self.conflicts:
            found["conflicts"] = [{"note": c.note} | ({"code": c.code} if c.code else {}) for c in self.conflicts]
        texts = {name: getattr(self, name) for name in ("note", "numerator", "denominator")}
        found |= {name: text for name, text in texts.items() if text}
        if self.value is not None and not isinstance(self.value, Absent):
            found["value"] = measured(self.value)
        numbers: dict[str, Number | None] = {"share": self.share, "events": self.events}
        found |= {name: number(given) for name, given in numbers.items() if given is not None}
        found |= {"label": self.label} if self.label else {}
        if self.absence is not None:
            found["absent"] = self.absence.value
        if self.policy is not None:
            found["policy"] = self.policy.value
        if self.policy_confidence is not None:
            found["policy_confidence"] = self.policy_confidence.value
        return found | self._next() | ({"parts": [part._fields() for part in self.parts]} if self.parts else {})

    def _next(self) -> dict[str, Data]:
        """Where the value stands and what earns more."""
        found: dict[str, Data] = {"piece": str(self.piece)} if self.piece else {}
        if self.step is not None and self.gap is not None:
            found["step"] = {
                "at": number(self.step.at),
                "points": number(self.step.points),
                "included": self.step.included,
                "upward": self.step.upward,
            }
            found |= {"gap": number(self.gap)} | ({} if self.more is None else {"more": self.more})
        if self.better is not None and self.better_points is not None:
            found["better"] = {"value": self.better, "points": number(self.better_points)}
        return found


def explain(node: Criterion, scored: Callable[[Criterion], Scored], conflicts: Sequence[Conflict]) -> Explanation:
    """The explanation of a node from what is known of each leaf beneath it, each node with the `conflicts` that name it."""
    if node.parts:
        parts = tuple(explain(part, scored, conflicts) for part in node.parts)
        points, unrounded = (_sum(part.points for part in parts), _sum(part.unrounded for part in parts))
        return _stated(node, conflicts, points=points, unrounded=unrounded, parts=parts)
    leaf = scored(node)
    found = evolve(_stated(node, conflicts, points=leaf.points, unrounded=leaf.unrounded), value=leaf.value)
    if leaf.absence is not None:
        policy = node.policy(leaf.absence)
        sure = node.zero_denominator_confidence if leaf.absence is Absent.UNDEFINED else None
        return evolve(found, absence=leaf.absence, policy=policy, policy_confidence=sure)
    if leaf.pieces is None or leaf.place is None:
        return found
    return _placed(found, leaf.place, leaf.pieces)


def _stated(
    node: Criterion,
    conflicts: Sequence[Conflict],
    *,
    points: Number | Absent,
    unrounded: Number | Absent,
    parts: tuple[Explanation, ...] = (),
) -> Explanation:
    """What a scorecard says of a node, with what the node earned."""
    return Explanation(
        code=node.code,
        name=node.name,
        maximum=node.maximum,
        points=points,
        unrounded=unrounded,
        rule=node.rule,
        confidence=node.confidence,
        note=node.note,
        conflicts=tuple(conflict for conflict in conflicts if conflict.code == node.code),
        numerator=node.numerator,
        denominator=node.denominator,
        parts=parts,
    )


def _sum(points: Iterable[Number | Absent]) -> Number:
    return exact(sum((Fraction(given) for given in points if not isinstance(given, Absent)), Fraction(0)))


def _placed(leaf: Explanation, place: Number, pieces: PiecewiseLinear) -> Explanation:
    """A leaf with where its value stands on the pieces of its rule, and what earns more."""
    step = pieces.next_step(place)
    counted: tuple[int, int | Decimal] | None
    match leaf.rule:
        case Labels(rising=rising):
            better = rising[int(step.at)].text if step else None
            return evolve(leaf, label=rising[int(place)].text, better=better, better_points=step.points if step else None)
        case Binary():
            return evolve(leaf, better=True, better_points=step.points) if step else leaf
        case Deduction() | Bonus():
            leaf = evolve(leaf, events=place)
            counted = (int(place), 1) if place == int(place) else None
        case _:
            leaf = evolve(leaf, share=place)
            counted = _counts(leaf.value)
    return evolve(
        leaf,
        piece=pieces.piece(place),
        step=step,
        gap=exact(Fraction(step.at) - Fraction(place)) if step else None,
        more=_more(step, *counted) if step and counted else None,
    )


def _counts(value: Value | None) -> tuple[int, int | Decimal] | None:
    return (value.numerator, value.denominator) if isinstance(value, Ratio) and isinstance(value.numerator, int) else None


def _more(step: Step, counted: int, whole: int | Decimal) -> int:
    """How many more of what is counted reach the step, the whole standing as it is."""
    wanted = Fraction(step.at) * Fraction(whole)
    if step.upward:
        return (-(-wanted // 1) if step.included else wanted // 1 + 1) - counted
    return (wanted // 1 if step.included else -(-wanted // 1) - 1) - counted
