"""How the sections of a document are numbered, as printed (đánh số): which lists there are, and what each counts."""

from collections.abc import Iterable

from cchc.model import Numbered
from cchc.reading.prose.structure import Section

__all__ = ["read_numbering"]


def read_numbering(sections: Iterable[Section]) -> tuple[Numbered, ...]:
    """The numbered paragraphs of sections, in order."""
    return ()
