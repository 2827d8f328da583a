"""Reports (báo cáo): what an agency said of a period, and when it was received."""

from datetime import date

from attrs import field, frozen

from cchc.model.citation import Citation, printed_symbol
from cchc.model.measurement import Measurement
from cchc.model.period import Period
from cchc.model.statement import Statement

__all__ = ["Report"]


@frozen(kw_only=True)
class Report:
    """A report (báo cáo) of an agency for a period; before `received_on` it tells nobody anything.

    `period` is None where the paper does not say it, as a report read from half a document may not.
    """

    period: Period | None
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
        """The day from which the report counts: its receipt, else its date, else the period's end, else none that will come."""
        return self.received_on or self.issued_on or (self.period.end if self.period else date.max)
