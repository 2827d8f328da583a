"""Documents that another has replaced (văn bản bị thay thế), as data with the day and the source."""

from datetime import date

from attrs import field, frozen

from cchc.model.citation import printed_symbol
from cchc.model.errors import InvalidInput, Problem

__all__ = ["Replacement"]

_CONFIDENCES = ("exact", "partial", "unverified")


@frozen(kw_only=True)
class Replacement:
    """A document is no longer in force from the day `since`: `replaced_by` stands in its place.

    `issued_on` is the document's own day: a symbol without a year needs it, for its number comes again every year.
    """

    symbol: str = field(converter=printed_symbol)
    replaced_by: str = field(converter=printed_symbol)
    since: date
    citation: str
    confidence: str
    issued_on: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.confidence not in _CONFIDENCES:
            found = repr(self.confidence)
            raise InvalidInput(Problem(code="unknown-value", found=found, accepted=_CONFIDENCES, place="confidence"))
