"""Documents of plain lines for the tests of prose."""

from cchc.reading.document import Document
from cchc.reading.formats.plain import plain_document
from cchc.reading.frame.layout import lay_out
from cchc.reading.prose.blocks import Block, paragraphs

__all__ = ["blocks_of", "printed"]


def printed(*lines: str) -> Document:
    """A document of printed lines."""
    return plain_document("\n".join(lines))


def blocks_of(*lines: str) -> tuple[Block, ...]:
    """The paragraphs of printed lines."""
    return paragraphs(lay_out(printed(*lines)).body)
