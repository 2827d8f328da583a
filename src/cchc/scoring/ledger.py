"""The ledger of a score (bảng điểm): every point of the maximum is in one column, so the account balances exactly.

For every node achieved + lost + unreported + not due + not applicable = maximum. Silence is not failure, and a duty that an
agency does not have is not in what it is measured against; only a policy of the scorecard lets an absence earn points.
"""

from collections.abc import Mapping
from datetime import date
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, get_args

from attrs import field, frozen

from cchc.model.absent import Absent
from cchc.model.errors import InvalidInput, Problem
from cchc.model.period import Period
from cchc.model.quantity import Percent, Ratio
from cchc.model.rounding import exact, half_up
from cchc.model.text import nearest
from cchc.scoring.criterion import Criterion, Policy, Value
from cchc.scoring.explain import Data, Explanation, Scored, explain, gathered
from cchc.scoring.outline import Outline
from cchc.scoring.pieces import Number

__all__ = ["Balance", "Column", "Ledger"]

Column = Literal["achieved", "lost", "unreported", "not_due", "not_applicable"]
"""A column of the ledger: đạt được, bị mất, chưa báo cáo (or nothing to measure), chưa đến hạn, không áp dụng."""

_COLUMNS: tuple[Column, ...] = get_args(Column)
_COLUMN_OF: dict[Absent, Column] = {
    Absent.UNREPORTED: "unreported",
    Absent.UNDEFINED: "unreported",
    Absent.NOT_DUE: "not_due",
    Absent.NOT_APPLICABLE: "not_applicable",
}
_INDEX_PLACES = 2
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


@frozen(kw_only=True)
class Balance:
    """The account of one node (cân đối điểm): the five columns, which add up to `maximum`."""

    maximum: Number
    achieved: Number
    lost: Number
    unreported: Number
    not_due: Number
    not_applicable: Number

    @property
    def holds(self) -> bool:
        """Whether the columns add up to the maximum, exactly."""
        columns = (self.achieved, self.lost, self.unreported, self.not_due, self.not_applicable)
        return sum((Fraction(points) for points in columns), Fraction(0)) == self.maximum


@frozen(kw_only=True)
class Ledger:
    """What an agency earned on a scorecard; made by `Scorecard.score`.

    `values` stand in the order of the leaves. Points are kept as whole numbers: leaf i has `tops[i]` over the outline's unit
    times `bottoms[i]`, which is 0 where there are none; `absent` holds the leaves without points, with the reason.
    """

    scorecard: str
    title: str = ""
    agency: str = ""
    period: Period | None = None
    as_of: date | None = None
    values: tuple[Value, ...] = field(repr=False)
    _outline: Outline = field(repr=False)
    _tops: tuple[int, ...] = field(repr=False)
    _bottoms: tuple[int, ...] = field(repr=False)
    _absent: Mapping[int, Absent] = field(repr=False)

    def _node(self, code: str) -> tuple[Criterion, slice]:
        try:
            return self._outline.nodes[code]
        except KeyError:
            known = tuple(self._outline.nodes)
            problem = Problem(code="unknown-criterion", found=repr(code), accepted=known, near=nearest(code, known))
            raise InvalidInput(problem) from None

    def _number(self, run: slice) -> Number:
        """What the leaves of a run earned."""
        places = self._outline.places
        if places is not None:
            return Decimal(sum(self._tops[run])).scaleb(-places, _EXACT)
        return exact(self._fraction(run))

    def _fraction(self, run: slice) -> Fraction:
        tops, bottoms, unit = self._tops[run], self._bottoms[run], self._outline.unit
        shared, *others = set(bottoms) - {0} or {1}
        if not others:
            return Fraction(sum(tops), unit * shared)
        by_bottom: dict[int, int] = {}
        for top, bottom in zip(tops, bottoms, strict=True):
            by_bottom[bottom] = by_bottom.get(bottom, 0) + top
        return sum((Fraction(top, unit * bottom) for bottom, top in by_bottom.items() if bottom), Fraction(0))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all nodes, in the order of the decision."""
        return tuple(self._outline.nodes)

    def points(self, code: str) -> Number | Absent:
        """The points of a node: of a leaf without any, the reason; of a group, the sum of what was achieved."""
        node, run = self._node(code)
        if not node.parts and run.start in self._absent:
            return self._absent[run.start]
        return self._number(run)

    def maximum(self, code: str = "") -> Number:
        """The most points a node can earn; of the whole scorecard when no code is given."""
        if code:
            return self._node(code)[0].maximum
        return exact(Fraction(sum(leaf.full for leaf in self._outline.leaves), self._outline.unit))

    @property
    def total(self) -> Number:
        """All points achieved (tổng điểm)."""
        return self._number(slice(0, len(self._tops)))

    @property
    def unrounded_index(self) -> Number | Absent:
        """The exact percentage achieved of what applies; `Absent.NOT_APPLICABLE` where nothing does."""
        applies = Fraction(self.maximum()) - Fraction(self.balance().not_applicable)
        return exact(Fraction(self.total) * 100 / applies) if applies else Absent.NOT_APPLICABLE

    @property
    def index(self) -> Decimal | Absent:
        """The index (chỉ số): the percentage achieved of what applies, rounded half up to two places."""
        unrounded = self.unrounded_index
        return unrounded if isinstance(unrounded, Absent) else half_up(unrounded, _INDEX_PLACES)

    def balance(self, code: str = "") -> Balance:
        """The account of a node, or of the whole scorecard when no code is given."""
        run = self._node(code)[1] if code else slice(0, len(self._tops))
        unit = self._outline.unit
        columns = dict.fromkeys(_COLUMNS, 0)
        scored = 0
        for at in range(run.start, run.stop):
            full = self._outline.leaves[at].full
            if at in self._absent:
                columns[_COLUMN_OF[self._absent[at]]] += full
            else:
                scored += full
        achieved = self._fraction(run)
        return Balance(
            maximum=self.maximum(code),
            achieved=self._number(run),
            lost=exact(Fraction(scored, unit) - achieved),
            unreported=exact(Fraction(columns["unreported"], unit)),
            not_due=exact(Fraction(columns["not_due"], unit)),
            not_applicable=exact(Fraction(columns["not_applicable"], unit)),
        )

    def column(self, name: Column) -> Mapping[str, Number]:
        """One column of the ledger, by code, for every node; `InvalidInput` for a column that is none."""
        if name not in _COLUMNS:
            problem = Problem(code="unknown-column", found=repr(name), accepted=_COLUMNS, near=nearest(str(name), _COLUMNS))
            raise InvalidInput(problem)
        found: dict[str, Number] = {code: getattr(self.balance(code), name) for code in self._outline.nodes}
        return MappingProxyType(found)

    def explain(self, code: str | None = None) -> Explanation:
        """Why a node earned its points; the whole scorecard when no code is given."""
        if code is not None:
            return explain(self._node(code)[0], self._scored)
        parts = tuple(explain(area, self._scored) for area in self._outline.areas)
        return gathered(parts, code="", name=self.title, maximum=Decimal(str(self.maximum())))

    def _scored(self, node: Criterion) -> Scored:
        at = self._node(node.code)[1].start
        value, leaf, points = self.values[at], self._outline.leaves[at], self.points(node.code)
        share = value.fraction if isinstance(value, Ratio | Percent) and leaf.pieces else None
        absence = next((found for found in (value, share) if isinstance(found, Absent)), None)
        if isinstance(share, Fraction) and leaf.pieces:
            return Scored(
                value=value, points=points, unrounded=leaf.pieces.points(share), share=exact(share), pieces=leaf.pieces
            )
        policy: Policy | None = node.policy(absence) if absence else None
        return Scored(value=value, points=points, unrounded=points, absence=absence, policy=policy, pieces=leaf.pieces)

    def to_data(self) -> Mapping[str, Data]:
        """Plain data: the total, the index and the account of every node, numbers as text."""
        nodes: list[Data] = [
            {"code": code, "name": self._node(code)[0].name, **_points(self.points(code)), **_account(self.balance(code))}
            for code in self._outline.nodes
        ]
        return {
            "scorecard": self.scorecard,
            "agency": self.agency,
            "period": self.period.code if self.period else "",
            "as_of": self.as_of.isoformat() if self.as_of else "",
            "total": str(self.total),
            "index": None if isinstance(self.index, Absent) else str(self.index),
            **_account(self.balance()),
            "criteria": nodes,
        }


def _points(points: Number | Absent) -> dict[str, Data]:
    return {"points": None, "absent": points.value} if isinstance(points, Absent) else {"points": str(points)}


def _account(balance: Balance) -> dict[str, Data]:
    return {name: str(getattr(balance, name)) for name in ("maximum", *_COLUMNS)}
