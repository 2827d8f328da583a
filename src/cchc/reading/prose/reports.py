"""From the paragraphs of a report to its statements and figures (nội dung, số liệu), results and shortcomings apart."""

from collections.abc import Iterable

from attrs import frozen

from cchc.model import Claim, Measurement, Period, Source, Statement, StatementKind
from cchc.reading.figures.claims import read_claims
from cchc.reading.figures.measurements import read_measurements
from cchc.reading.outline import Part, PartKind
from cchc.reading.prose.items import Item
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
        if item.is_heading:
            continue
        source = Source(document=document, span=item.words.span())
        said = _KINDS.get(item.zone, StatementKind.ACHIEVED) if item.zone else StatementKind.ACHIEVED
        statements.append(Statement(text=item.words.text, kind=said, area=item.area, source=source))
        if item.zone not in _WITHOUT_RESULTS:
            context = item.headings[-1] if item.headings else ""
            claims += read_claims(item.words)
            measurements += read_measurements(item.words, agency=agency, period=period, document=document, context=context)
    return ReportProse(statements=tuple(statements), measurements=tuple(measurements), parts=tuple(parts), claims=tuple(claims))
