"""Where a value stands: a stretch of a document's text, a cell, a row, a query."""

from attrs import frozen

from cchc.model.errors import InvalidInput, Problem

__all__ = ["Source", "Span"]


@frozen(kw_only=True)
class Span:
    """A stretch of text: characters `start` up to, not including, `end`, and the text itself as it stands."""

    start: int
    end: int
    text: str = ""

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvalidInput(Problem(code="ends-before-start", found=f"{self.start}..{self.end}"))


@frozen(kw_only=True)
class Source:
    """The origin of a value (nguồn): the document, and in it a span or a place such as ``Sheet1!B4`` or ``row 12``."""

    document: str = ""
    place: str = ""
    span: Span | None = None
