"""From the paragraphs of a report to its statements and figures (nội dung, số liệu), results and shortcomings apart."""

from collections.abc import Iterable

from attrs import frozen

from cchc.model import Claim, Measurement, Period, Source, Statement, StatementKind
from cchc.reading.figures.claims import figures_of, read_claims, without_repeats
from cchc.reading.figures.figures import find_figures
from cchc.reading.figures.measurements import read_measurements
from cchc.reading.outline import Part, PartKind
from cchc.reading.prose.items import Item, joined_list
from cchc.reading.prose.zones import Zone

__all__ = ["ReportProse", "read_report_prose"]

_KINDS = {
    Zone.ACHIEVED: StatementKind.ACHIEVED,
    Zone.SHORTCOMING: StatementKind.SHORTCOMING,
    Zone.DIRECTION: StatementKind.DIRECTION,
    Zone.PROPOSAL: StatementKind.PROPOSAL,
}
_WITHOUT_RESULTS = frozenset((Zone.DIRECTION, Zone.PROPOSAL))


@frozen(kw_only=True)
class ReportProse:
    """What the paragraphs of a report hold, in order, and what each of them was understood to be."""

    statements: tuple[Statement, ...]
    measurements: tuple[Measurement, ...]
    parts: tuple[Part, ...]
    claims: tuple[Claim, ...]


def read_report_prose(items: Iterable[Item], *, agency: str, period: Period | None, document: str) -> ReportProse:
    """The statements and the figures of a report's paragraphs; what is planned or asked for is no result and has no figures."""
    statements: list[Statement] = []
    measurements: list[Measurement] = []
    parts: list[Part] = []
    claims: list[Claim] = []
    for item in items:
        kind = PartKind.HEADING if item.is_heading else PartKind.STATEMENT
        parts += (Part(kind=kind, span=span) for span in (*item.marker.spans(), *item.words.spans()))
        if item.is_heading and not (item.listed and any(find_figures(item.words.text))):
            continue
        source = Source(document=document, span=item.words.span())
        said = _KINDS.get(item.zone, StatementKind.ACHIEVED) if item.zone else StatementKind.ACHIEVED
        statements.append(Statement(text=item.words.text, kind=said, area=item.area, source=source))
        if item.zone not in _WITHOUT_RESULTS:
            context = item.headings[-1] if item.headings else ""
            claims += _claims(item)
            measurements += read_measurements(item.words, agency=agency, period=period, document=document, context=context)
    return ReportProse(
        statements=tuple(statements),
        measurements=tuple(measurements),
        parts=tuple(parts),
        claims=without_repeats(claims),
    )


def _claims(item: Item) -> tuple[Claim, ...]:
    """What an item claims, together with the list that it announces; the items of the list speak for themselves too."""
    if not item.listed:
        return read_claims(item.words)
    ends = item.words.ends[-1]
    whole = read_claims(joined_list(item.words, item.listed))
    return tuple(claim for claim in whole if any(figure.span and figure.span.start < ends for figure in figures_of(claim)))
