"""What a statement says of each of its figures: its name, its unit where that stands elsewhere, whose it is and of when.

A figure takes from the figures around it what its own words leave out: a part from its total, a bracket from what it follows, a
later clause from the one before.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import frozen

from cchc.model.period import Period
from cchc.reading.figures.breakdowns import breakdowns_of
from cchc.reading.figures.clauses import Clause, Layout
from cchc.reading.figures.comparisons import Comparison, Step, comparisons_of
from cchc.reading.figures.figure_names import counted_in, denominator, led_by, own_name, speaks_of_last
from cchc.reading.figures.figures import FigureKind
from cchc.reading.figures.statement_agencies import agency_before, agency_in, is_label
from cchc.reading.figures.statement_times import find_times

__all__ = ["FigureWords", "words_of_figures"]

_STEPS = {Step.UP: "tăng", Step.DOWN: "giảm"}
_GOES_TO = ("cho", "với")
_COUNTED = (FigureKind.COUNT, FigureKind.RATIO)


@frozen(kw_only=True)
class FigureWords:
    """What is said of a figure.

    `base` is its name without what it is a share of, `own` that without its total's name, `lead` the words that lead to the
    number; `labelled` says that the agency is a label, which holds for its item only.
    """

    name: str
    base: str
    own: str
    lead: str
    unit: str
    agency: str
    labelled: bool
    as_of: date | None
    period: Period | None


@frozen(kw_only=True)
class _Around:
    """A figure's clause, the words of the figure before it in its sentence and item, and of its total or bracket's owner."""

    clause: Clause
    beside: FigureWords | None
    same_item: bool
    above: FigureWords | None
    is_part: bool


def words_of_figures(layout: Layout, period: Period | None) -> tuple[FigureWords, ...]:
    """The words of each figure of a statement; `period` is the report's."""
    totals = {part: breakdown.total for breakdown in breakdowns_of(layout) for part in breakdown.parts}
    steps = {comparison.change: comparison for comparison in comparisons_of(layout)}
    times = find_times(layout.text, period)
    words: list[FigureWords] = []
    last: dict[int, int] = {}
    for i, clause in enumerate(layout.clauses):
        around = _around(layout.clauses, i, last.get(clause.group, -1), totals, words)
        agency, labelled = _agency(around, layout.text)
        own, lead = _own(around)
        base = _base(around, own, steps.get(i), words)
        of = denominator(clause) if clause.figure.kind is FigureKind.PERCENT else ""
        from_ = around.beside if speaks_of_last(clause) and around.beside else around.above
        words.append(
            FigureWords(
                name=f"{base} so với {of}" if of and base and i not in steps else base,
                base=base,
                own=own,
                lead=lead,
                unit=_unit(around),
                agency=agency,
                labelled=labelled,
                as_of=times.as_of(clause) or (from_.as_of if from_ else None),
                period=times.period(clause) or (from_.period if from_ else None),
            )
        )
        last[clause.group] = i
    return tuple(words)


def _around(
    clauses: Sequence[Clause], at: int, before: int, totals: Mapping[int, int], words: Sequence[FigureWords]
) -> _Around:
    clause = clauses[at]
    beside = before >= 0 and clauses[before].sentence == clause.sentence
    above = totals.get(at, clause.owner)
    return _Around(
        clause=clause,
        beside=words[before] if beside else None,
        same_item=beside and clauses[before].item == clause.item,
        above=words[above] if above >= 0 else None,
        is_part=at in totals,
    )


def _agency(around: _Around, text: str) -> tuple[str, bool]:
    """Whose a figure is, and whether a label says so: a label holds for its item, a subject for its sentence."""
    left, beside = around.clause.left, around.beside
    if agency := agency_in(left):
        return agency, is_label(left)
    if beside and (around.same_item or not (beside.labelled or around.above)):
        return beside.agency, beside.labelled
    if around.clause.group >= 0 and (agency := agency_before(text, around.clause.group)):
        return agency, True
    return (around.above.agency, False) if around.above else ("", False)


def _own(around: _Around) -> tuple[str, str]:
    """The name that a figure's own clause gives it, and the words that lead to the number, or led to the one before."""
    clause, beside = around.clause, around.beside
    lead = led_by(clause.left)
    if beside and around.same_item and clause.left in _GOES_TO:
        return own_name(clause, f"{beside.own} {clause.left}"), lead
    if not lead and beside and around.same_item and clause.figure.kind in _COUNTED and not around.is_part:
        lead = beside.lead
    return own_name(clause, lead), lead


def _base(around: _Around, own: str, step: Comparison | None, words: Sequence[FigureWords]) -> str:
    clause, above = around.clause, around.above
    nearest = around.beside or above
    if step:
        name = f"{words[step.of].base}: {_STEPS[step.step]}" if step.of >= 0 else own
        return f"{name} so với {step.baseline}"
    if clause.figure.kind is FigureKind.PERCENT and nearest and speaks_of_last(clause):
        return nearest.base
    if above and around.is_part:
        total = above.own or above.base
        return total if own in (total, clause.figure.unit) else ": ".join(part for part in (total, own) if part)
    return own or (nearest.base if nearest else "")


def _unit(around: _Around) -> str:
    """The unit of a figure; that of its total, or of its label, where it has none."""
    figure = around.clause.figure
    if figure.unit or figure.kind not in _COUNTED:
        return figure.unit
    if around.above and around.is_part:
        return around.above.unit
    return counted_in(around.clause.left)
