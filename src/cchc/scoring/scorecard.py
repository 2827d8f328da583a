"""Scorecards (bộ chỉ số): a tree of criteria with the decision behind it, the days it is valid for, and how it rounds.

A scorecard is dated data and an immutable value. Scoring it reads nothing but the values handed in, each as the rule of its
criterion takes it; a criterion that nobody spoke of is unreported, not zero.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType

from attrs import evolve, field, frozen

from cchc.model.absent import Absent
from cchc.model.citation import Citation
from cchc.model.code import Code
from cchc.model.errors import InvalidInput, Problem
from cchc.model.measurement import Measurement
from cchc.model.numeral import exact_number
from cchc.model.period import Period, PeriodKind
from cchc.model.quantity import Percent, Ratio
from cchc.model.text import nearest
from cchc.scoring.criterion import Confidence, Conflict, Criterion, Policy
from cchc.scoring.ledger import Ledger
from cchc.scoring.outline import EachPart, Outline, Rounding, Unrounded
from cchc.scoring.rule import Value, read

__all__ = ["Band", "Scorecard", "values_of"]


@frozen
class Band:
    """A class of results (xếp loại): from `least` points on, up to the next band."""

    name: str
    least: Decimal = field(converter=exact_number)


@frozen(kw_only=True)
class Scorecard:
    """A scorecard: `valid_from` and `valid_to` bound the days it applies to, `known_since` is when it became known.

    `maximum` is as printed and must be the sum of the areas. A class may be printed from `bands` only where
    `bands_confidence` says that they were read in a source.
    """

    id: str
    title: str
    maximum: Decimal = field(converter=exact_number)
    areas: tuple[Criterion, ...]
    citations: tuple[Citation, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    known_since: date | None = None
    period_kinds: tuple[PeriodKind, ...] = ()
    rounding: Rounding = field(factory=Unrounded)
    bands: tuple[Band, ...] = ()
    bands_confidence: Confidence = Confidence.UNVERIFIED
    confidence: Confidence = Confidence.EXACT
    conflicts: tuple[Conflict, ...] = ()
    note: str = ""
    _outline: Outline = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if problems := tuple(self._problems()):
            raise InvalidInput(problems)
        whole = Criterion(
            code="", name=self.title, maximum=self.maximum, confidence=self.confidence, note=self.note, parts=self.areas
        )
        object.__setattr__(self, "_outline", Outline(whole, self.rounding, self.conflicts))

    def _problems(self) -> Iterator[Problem]:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            yield Problem(code="ends-before-start", place="valid_to", found=f"{self.valid_from}..{self.valid_to}")
        if not self.areas:
            yield Problem(code="too-few-parts", place="areas", found="0", accepted=("1",))
        if isinstance(self.rounding, EachPart) and self.rounding.places < 0:
            yield Problem(code="negative", place="rounding.places", found=str(self.rounding.places), accepted=("0", "2"))
        total = sum((Fraction(area.maximum) for area in self.areas), Fraction(0))
        if total != self.maximum:
            yield Problem(code="parts-do-not-sum", place="maximum", found=str(self.maximum), accepted=(str(total),))
        codes = Counter(node.code for area in self.areas for node in area.walk())
        for code, times in codes.items():
            if times > 1:
                yield Problem(code="duplicate-id", place="areas", found=repr(code))
        for at, area in enumerate(self.areas):
            yield from self._node_problems(area, None, f"areas[{at}]")
        for place, named in ((f"conflicts[{at}].code", conflict.code) for at, conflict in enumerate(self.conflicts)):
            if named and named not in codes:
                yield Problem(code="unknown-criterion", place=place, found=repr(named), near=nearest(named, codes))
        falls = [f"bands[{at}]" for at, (a, b) in enumerate(pairwise(self.bands)) if a.least <= b.least]
        for place in falls:
            yield Problem(code="bands-not-falling", place=place)

    def _node_problems(self, node: Criterion, parent: Code | None, place: str) -> Iterator[Problem]:
        code: Code | None = None
        try:
            code = Code.parse(node.code)
        except InvalidInput as error:
            yield Problem(code="not-a-code", place=f"{place}.code", found=repr(node.code), accepted=error.problems[0].accepted)
        if code and str(code) != node.code:
            yield Problem(code="not-a-code", place=f"{place}.code", found=repr(node.code), near=str(code))
        elif code and parent and code.parent != parent:
            yield Problem(code="not-below-parent", place=f"{place}.code", found=repr(node.code), accepted=(f"{parent}.…",))
        if isinstance(self.rounding, EachPart) and not node.parts and _decimals(node.maximum) > self.rounding.places >= 0:
            yield Problem(code="finer-than-rounding", place=f"{place}.maximum", found=str(node.maximum))
        yield from node.problems(place)
        for at, part in enumerate(node.parts):
            yield from self._node_problems(part, code, f"{place}.parts[{at}]")

    @property
    def leaves(self) -> tuple[Criterion, ...]:
        """The criteria that values are given for, in the order of the decision."""
        return tuple(leaf.criterion for leaf in self._outline.leaves)

    def criterion(self, code: str) -> Criterion:
        """The node with this code; `InvalidInput` with the nearest one otherwise."""
        found = self._outline.nodes.get(code)
        if found is None:
            raise InvalidInput(self.unknown(code))
        return found[0]

    def unknown(self, code: str, *, place: str = "") -> Problem:
        """What is wrong with a code that no value can be given for: it is unknown, or of a node with parts."""
        nodes = self._outline.nodes
        if code in nodes:
            below = tuple(leaf.criterion.code for leaf in self._outline.leaves[nodes[code][1]])
            return Problem(code="not-a-leaf", place=place, found=repr(code), accepted=below)
        near = nearest(code, self._outline.codes)
        return Problem(code="unknown-criterion", place=place, found=repr(code), accepted=self._outline.codes, near=near)

    def score(
        self,
        values: Mapping[str, Value],
        *,
        agency: str | None = None,
        period: Period | None = None,
        as_of: date | None = None,
    ) -> Ledger:
        """The ledger of an agency by what was measured for each criterion.

        The rule of a criterion says what it takes: a share is a `Ratio` or a `Percent` (100 % is the whole; plain numbers are
        refused there, because 98 and 0.98 could both mean 98 %), events are a `Count` or a number, yes or no is a bool, a label
        is text; each may be `Absent` instead. A criterion that is only watched takes any exact value. A share above full earns
        the maximum. A criterion without a value is `Absent.UNREPORTED`. All that is wrong comes back at once: unknown codes,
        codes of groups, wrong types, floats, negative values, unknown labels, a part of nothing (n/0 with n > 0).
        """
        outline = self._outline
        silence = Absent.UNREPORTED
        given = tuple([values.get(code, silence) for code in outline.codes])
        if not values.keys() <= outline.known or any(isinstance(given[at], Ratio | Percent) for at in outline.choosy):
            raise InvalidInput(self._value_problems(values))
        tops: list[int] = []
        bottoms: list[int] = []
        absent: dict[int, Absent] = {}
        for earn, value in zip(outline.earns, given, strict=True):
            # The common case costs one look at the type and integers only; everything else takes the longer way.
            if type(value) is Ratio:
                n, d = value.numerator, value.denominator
                if d and type(n) is int and type(d) is int:
                    tops.append(earn(n, d))
                    bottoms.append(d)
                    continue
            elif type(value) is Percent:
                n, d = value.value.as_integer_ratio()
                if n >= 0:
                    d *= 100
                    tops.append(earn(n, d))
                    bottoms.append(d)
                    continue
            leaf = outline.leaves[len(tops)]
            try:
                found = read(leaf.criterion.rule, value)
            except InvalidInput:
                raise InvalidInput(self._value_problems(values)) from None
            if isinstance(found, Absent):
                policy = leaf.criterion.policy(found)
                if policy is None or policy is Policy.NO_SCORE:
                    absent[len(tops)] = found
                tops.append(leaf.full if policy is Policy.FULL else 0)
                bottoms.append(1 if policy is Policy.FULL else 0)
                continue
            tops.append(earn(found.numerator, found.denominator))
            bottoms.append(found.denominator)
        return Ledger(
            scorecard=self.id,
            title=self.title,
            agency=agency or "",
            period=period,
            as_of=as_of,
            values=given,
            outline=outline,
            tops=tuple(tops),
            bottoms=outline.ones if outline.places is not None else tuple(bottoms),
            absent=absent,
        )

    def _value_problems(self, values: Mapping[str, Value]) -> Iterator[Problem]:
        """Everything wrong with values, codes before values, in the order of the decision."""
        yield from (self.unknown(str(code), place="values") for code in values if code not in self._outline.known)
        for leaf in self.leaves:
            try:
                read(leaf.rule, values.get(leaf.code, Absent.UNREPORTED))
            except InvalidInput as error:
                yield from (evolve(problem, place=f"values[{leaf.code}]") for problem in error.problems)


def _decimals(number: Decimal) -> int:
    """The decimals a number needs."""
    places = 0
    while (Fraction(number) * 10**places).denominator != 1:
        places += 1
    return places


def values_of(scorecard: Scorecard, measurements: Iterable[Measurement]) -> Mapping[str, Value]:
    """The values that measurements bring, by criterion code.

    `InvalidInput` names every measurement of an unknown criterion, or of one that another has already measured.
    """
    given = tuple(measurements)
    known = {leaf.code for leaf in scorecard.leaves}
    seen: set[str] = set()
    problems = []
    for at, measurement in enumerate(given):
        code, place = measurement.indicator, measurement.source.place if measurement.source else ""
        place = place or f"measurements[{at}]"
        if code not in known:
            problems.append(scorecard.unknown(code, place=place))
        elif code in seen:
            problems.append(Problem(code="duplicate-id", place=place, found=repr(code)))
        seen.add(code)
    if problems:
        raise InvalidInput(problems)
    return MappingProxyType({measurement.indicator: measurement.value for measurement in given})
