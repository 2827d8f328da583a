"""Reports (báo cáo): what an agency said of a period, and when it was received."""

from datetime import date
from enum import Enum

from attrs import field, frozen

from cchc.model.citation import Citation, printed_symbol
from cchc.model.measurement import Measurement
from cchc.model.period import Period
from cchc.model.source import Source

__all__ = ["Report", "Statement", "StatementKind"]


class StatementKind(Enum):
    """What a statement of a report says."""

    ACHIEVED = "achieved"
    """Kết quả đạt được."""
    SHORTCOMING = "shortcoming"
    """Tồn tại, hạn chế."""


@frozen(kw_only=True)
class Statement:
    """A statement of a report (nội dung báo cáo)."""

    text: str
    kind: StatementKind = StatementKind.ACHIEVED
    source: Source | None = None


@frozen(kw_only=True)
class Report:
    """A report (báo cáo) of an agency for a period; before `received_on` it tells nobody anything."""

    period: Period
    agency: str
    title: str = ""
    symbol: str = field(default="", converter=printed_symbol)
    issued_on: date | None = None
    received_on: date | None = None
    measurements: tuple[Measurement, ...] = ()
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def known_on(self) -> date:
        """The day from which the report counts: its receipt, else its date, else the period's end."""
        return self.received_on or self.issued_on or self.period.end
