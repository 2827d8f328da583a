"""Why a node earned what it earned: a typed tree whose leaves add up exactly to the total (giải trình điểm).

It holds no words, those are made at the edge, and it is built only when somebody asks.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from cchc.model.absent import Absent
from cchc.model.quantity import Quantity, Ratio
from cchc.model.rounding import exact
from cchc.scoring.criterion import Criterion, Policy, Value
from cchc.scoring.pieces import Number, Piece, PiecewiseLinear, Step

__all__ = ["Data", "Explanation", "Scored", "explain"]

Data = str | int | bool | None | Sequence["Data"] | Mapping[str, "Data"]
"""Plain data that JSON can hold."""


@frozen(kw_only=True)
class Scored:
    """What a ledger knows of one leaf: the value given, the share n/d read from it (None for none), and what it earned.

    `absence` says why there was no share; `policy` is the one that was applied to it; `unrounded` precedes rounding.
    """

    value: Value
    points: Number | Absent
    unrounded: Number | Absent
    share: Number | None = None
    absence: Absent | None = None
    policy: Policy | None = None
    pieces: PiecewiseLinear | None = None


@frozen(kw_only=True)
class Explanation:
    """Where a node stands and where its next step is.

    A leaf has its `value`, the exact `share` in it, the `piece` the share lies on and the `step` to the next corner: `gap` is
    how much more of the share it takes, `more` how many more of the numerator where those are counted (fewer when negative).
    `policy` is what was applied to an `absence`. A node with `parts` has the sums of its parts.
    """

    code: str
    name: str
    maximum: Decimal
    points: Number | Absent
    unrounded: Number | Absent
    value: Value | None = None
    share: Number | None = None
    absence: Absent | None = None
    policy: Policy | None = None
    piece: Piece | None = None
    step: Step | None = None
    gap: Number | None = None
    more: int | None = None
    parts: "tuple[Explanation, ...]" = ()

    def leaves(self) -> "Iterator[Explanation]":
        """The explanations without parts, in the order of the decision."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def to_data(self) -> Mapping[str, Data]:
        """Plain data: numbers as text, what is not known left out."""
        found: dict[str, Data] = {"code": self.code, "name": self.name, "maximum": str(self.maximum)}
        found |= {"points": _plain(self.points), "unrounded": _plain(self.unrounded)}
        if self.value is not None and not isinstance(self.value, Absent):
            found["value"] = _measured(self.value)
        if self.share is not None:
            found["share"] = str(self.share)
        if self.absence is not None:
            found["absent"] = self.absence.value
        if self.policy is not None:
            found["policy"] = self.policy.value
        if self.piece is not None:
            found["piece"] = str(self.piece)
        if self.step is not None:
            found["step"] = {
                "at": str(self.step.at),
                "points": str(self.step.points),
                "included": self.step.included,
                "upward": self.step.upward,
            }
            found |= {"gap": str(self.gap)} | ({} if self.more is None else {"more": self.more})
        return found | ({"parts": [part.to_data() for part in self.parts]} if self.parts else {})


def _plain(points: Number | Absent) -> Data:
    return None if isinstance(points, Absent) else str(points)


def _measured(value: Value) -> Data:
    """A value as `to_data` of the model writes it: quantities tagged by their kind, numbers as text."""
    if isinstance(value, Ratio):
        return {"kind": "ratio", "numerator": str(value.numerator), "denominator": str(value.denominator)}
    if isinstance(value, Quantity):
        return {"kind": type(value).__name__.lower(), "value": str(value.value)}
    return value if isinstance(value, bool) else str(value)


def explain(node: Criterion, scored: Callable[[Criterion], Scored]) -> Explanation:
    """The explanation of a node, from what is known of each leaf beneath it."""
    if node.parts:
        parts = tuple(explain(part, scored) for part in node.parts)
        return gathered(parts, code=node.code, name=node.name, maximum=node.maximum)
    leaf = scored(node)
    share, pieces = leaf.share, leaf.pieces
    step = pieces.next_step(share) if pieces and share is not None else None
    return Explanation(
        code=node.code,
        name=node.name,
        maximum=node.maximum,
        points=leaf.points,
        unrounded=leaf.unrounded,
        value=leaf.value,
        share=share,
        absence=leaf.absence,
        policy=leaf.policy,
        piece=pieces.piece(share) if pieces and share is not None else None,
        step=step,
        gap=exact(Fraction(step.at) - Fraction(share)) if step and share is not None else None,
        more=_more(leaf.value, step),
    )


def gathered(parts: tuple[Explanation, ...], *, code: str, name: str, maximum: Decimal) -> Explanation:
    """The explanation of a whole: the sums of what its parts earned."""
    points, unrounded = (
        exact(sum((Fraction(given) for given in column if not isinstance(given, Absent)), Fraction(0)))
        for column in ([part.points for part in parts], [part.unrounded for part in parts])
    )
    return Explanation(code=code, name=name, maximum=maximum, points=points, unrounded=unrounded, parts=parts)


def _more(value: Value, step: Step | None) -> int | None:
    """How many more of a counted numerator reach the step, its denominator standing as it is."""
    if step is None or not isinstance(value, Ratio) or not isinstance(value.numerator, int):
        return None
    wanted = Fraction(step.at) * Fraction(value.denominator)
    if step.upward:
        return (-(-wanted // 1) if step.included else wanted // 1 + 1) - value.numerator
    return (wanted // 1 if step.included else -(-wanted // 1) - 1) - value.numerator
