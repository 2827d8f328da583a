"""A scorecard's tree laid flat for counting: the leaves in order, and for each node the run of leaves beneath it.

Points are whole numbers over one unit: hundredths where each part is rounded to two places, as results are published, else a
common denominator of all the rules, so that sums are exact without a fraction for every cell.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import lcm
from types import MappingProxyType

from attrs import field, frozen

from cchc.scoring.criterion import Conflict, Criterion
from cchc.scoring.pieces import PiecewiseLinear
from cchc.scoring.rule import Line, MonitorOnly, Proportional, Tiers

__all__ = ["EachPart", "Leaf", "Outline", "Rounding", "Unrounded"]


@frozen
class EachPart:
    """Each part is rounded half up, and a whole is the sum of its rounded parts (làm tròn từng thành phần rồi cộng)."""

    places: int = 2


@frozen
class Unrounded:
    """Nothing is rounded before it is printed (không làm tròn khi tính)."""


Rounding = EachPart | Unrounded
"""Where points are rounded."""


_TAKE_SHARES = (Proportional, Tiers, Line, MonitorOnly)
"""The rules that take a share, what is only watched included, which takes anything."""


def _nothing(n: int, d: int) -> int:  # noqa: ARG001  what is only watched earns nothing, whatever its value
    return 0


@frozen(kw_only=True, eq=False)
class Leaf:
    """A criterion without parts: `pieces` is None where it is only watched; `full` is its maximum over the unit."""

    criterion: Criterion
    pieces: PiecewiseLinear | None
    full: int


@frozen
class Outline:
    """The flat form of a `whole` under a rounding: equal trees have equal outlines.

    The whole is a node without a code, whose parts are the areas. `earns` holds what each leaf earns for n/d (n ≥ 0, d > 0) in
    integers: over `unit` where parts are rounded, else over `unit` times d. `choosy` are the places of the leaves that take
    something else than a share.
    """

    whole: Criterion
    rounding: Rounding
    conflicts: tuple[Conflict, ...] = ()
    unit: int = field(init=False, eq=False, repr=False)
    leaves: tuple[Leaf, ...] = field(init=False, eq=False, repr=False)
    codes: tuple[str, ...] = field(init=False, eq=False, repr=False)
    earns: tuple[Callable[[int, int], int], ...] = field(init=False, eq=False, repr=False)
    ones: tuple[int, ...] = field(init=False, eq=False, repr=False)
    choosy: tuple[int, ...] = field(init=False, eq=False, repr=False)
    known: frozenset[str] = field(init=False, eq=False, repr=False)
    nodes: Mapping[str, tuple[Criterion, slice]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        nodes: dict[str, tuple[Criterion, slice]] = {}
        leaves: list[Criterion] = []

        def lay(node: Criterion) -> None:
            first = len(leaves)
            nodes[node.code] = (node, slice(first, first))
            if not node.parts:
                leaves.append(node)
            for part in node.parts:
                lay(part)
            nodes[node.code] = (node, slice(first, len(leaves)))

        for area in self.whole.parts:
            lay(area)
        pieces = [leaf.pieces() for leaf in leaves]
        unit = 10**self.places if self.places is not None else lcm(*(p.denominator for p in pieces if p))
        for name, value in {
            "unit": unit,
            "codes": tuple(leaf.code for leaf in leaves),
            "earns": tuple(self._earn(p, unit) for p in pieces),
            "ones": (1,) * len(leaves),
            "choosy": tuple(at for at, leaf in enumerate(leaves) if not isinstance(leaf.rule, _TAKE_SHARES)),
            "known": frozenset(leaf.code for leaf in leaves),
            "nodes": MappingProxyType(nodes),
            "leaves": tuple(
                Leaf(criterion=leaf, pieces=p, full=int(Fraction(leaf.maximum) * unit))
                for leaf, p in zip(leaves, pieces, strict=True)
            ),
        }.items():
            object.__setattr__(self, name, value)

    def _earn(self, pieces: PiecewiseLinear | None, unit: int) -> Callable[[int, int], int]:
        if pieces is None:
            return _nothing
        return pieces.scaled(unit) if self.places is None else pieces.rounded(self.places)

    @property
    def places(self) -> int | None:
        """The decimals of each part, or None where nothing is rounded."""
        return self.rounding.places if isinstance(self.rounding, EachPart) else None
