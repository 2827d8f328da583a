"""The ledger of a score (bảng điểm): every point of the maximum is in one column, so the account balances exactly.

For every node achieved + lost + unreported + not due + not applicable = maximum. Silence is not failure, and a duty that an
agency does not have is not in what it is measured against; only a policy of the scorecard lets an absence earn points.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, get_args

from attrs import evolve, field, frozen

from cchc.model.absent import Absent
from cchc.model.errors import InvalidInput, Problem
from cchc.model.period import Period
from cchc.model.rounding import EXACTLY, exact, half_up
from cchc.model.text import nearest
from cchc.scoring.criterion import Criterion
from cchc.scoring.explain import Explanation, Scored, explain
from cchc.scoring.outline import Outline
from cchc.scoring.pieces import Number
from cchc.scoring.plain import Data, number, points_or_none
from cchc.scoring.rule import Value, read

__all__ = ["Balance", "Column", "Ledger"]

Column = Literal["achieved", "lost", "unreported", "not_due", "not_applicable"]
"""A column of the ledger: đạt được, bị mất, chưa báo cáo (or reported 0/0 without a score), chưa đến hạn, không áp dụng."""

_COLUMNS: tuple[Column, ...] = get_args(Column)
_COLUMN_OF: dict[Absent, Column] = {
    Absent.UNREPORTED: "unreported",
    Absent.UNDEFINED: "unreported",
    Absent.NOT_DUE: "not_due",
    Absent.NOT_APPLICABLE: "not_applicable",
}
_INDEX_PLACES = 2


@frozen(kw_only=True)
class Balance:
    """The account of one node (cân đối điểm): the five columns, which add up to `maximum`.

    `unreported` also holds the maximum of a reported 0/0 that the scorecard does not score. Where a rule deducts beneath zero,
    `achieved` may be negative, and `lost` is then more than the maximum.
    """

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
            return EXACTLY.scaleb(Decimal(sum(self._tops[run])), -places)
        return exact(self._fraction(run))

    def _fraction(self, run: slice) -> Fraction:
        tops, bottoms, unit = self._tops[run], self._bottoms[run], self._outline.unit
        shared = set(bottoms)
        shared.discard(0)
        if len(shared) <= 1:
            return Fraction(sum(tops), unit * (shared.pop() if shared else 1))
        by_bottom = dict.fromkeys(shared, 0)
        for top, bottom in zip(tops, bottoms, strict=True):
            if bottom:
                by_bottom[bottom] += top
        return sum((Fraction(top, unit * bottom) for bottom, top in by_bottom.items()), Fraction(0))

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
        """Why a node earned its points; the whole scorecard when no code is given.

        The node asked for carries the conflicts that name it and those that name what it is a part of; nodes below it, those
        that name them.
        """
        outline = self._outline
        if code is None:
            return explain(outline.whole, self._scored, outline.conflicts)
        node, _ = self._node(code)
        above = (c for c in outline.conflicts if not c.code or node in outline.nodes[c.code][0].walk())
        return evolve(explain(node, self._scored, outline.conflicts), conflicts=tuple(above))

    def _scored(self, node: Criterion) -> Scored:
        at = self._node(node.code)[1].start
        value, pieces, points = self.values[at], self._outline.leaves[at].pieces, self.points(node.code)
        place = read(node.rule, value)
        if isinstance(place, Absent):
            return Scored(value=value, points=points, unrounded=points, absence=place)
        if pieces is None:
            return Scored(value=value, points=points, unrounded=points)
        return Scored(value=value, points=points, unrounded=pieces.points(place), place=exact(place), pieces=pieces)

    def to_data(self) -> Mapping[str, Data]:
        """Plain data: the total, the index and the account of every node, numbers as text."""
        nodes: list[Data] = [
            {"code": code, "name": self._node(code)[0].name, **_points(self.points(code)), **_account(self.balance(code))}
            for code in self._outline.nodes
        ]
        return {
            "schema": "ledger/1",
            "scorecard": self.scorecard,
            "agency": self.agency,
            "period": self.period.code if self.period else "",
            "as_of": self.as_of.isoformat() if self.as_of else "",
            "total": number(self.total),
            "index": points_or_none(self.index),
            **_account(self.balance()),
            "criteria": nodes,
        }


def _points(points: Number | Absent) -> dict[str, Data]:
    return {"points": points_or_none(points)} | ({"absent": points.value} if isinstance(points, Absent) else {})


def _account(balance: Balance) -> dict[str, Data]:
    return {name: number(getattr(balance, name)) for name in ("maximum", *_COLUMNS)}
