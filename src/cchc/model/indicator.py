"""Indicators (chỉ tiêu đo được): what plans promise and reports count, whatever the words of the office.

An indicator is known by its names and by its signs: the words that must stand in a name for it to be meant, and those that
must not, since "trước hạn" is not "đúng hạn". What counts as its numerator and its denominator is part of it.
"""

from enum import Enum

from attrs import field, frozen

from cchc.model.errors import InvalidInput, Problem

__all__ = ["Direction", "Indicator"]


class Direction(Enum):
    """Which way is better (chiều tốt lên)."""

    HIGHER = "higher"
    """Càng cao càng tốt."""
    LOWER = "lower"
    """Càng thấp càng tốt."""


@frozen(kw_only=True)
class Indicator:
    """An indicator of the field (chỉ tiêu), how it is called and how it is measured.

    `signs` are groups of words: one of each group stands in every name of it; none of `unless` does. `words` may stand there
    too and change nothing. `scope` says for whom it is measured where that is not any agency; `citation` names the document
    that asks for it.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    direction: Direction = Direction.HIGHER
    unit: str = "%"
    scope: str = ""
    numerator: str = ""
    denominator: str = ""
    source: str = ""
    citation: str = ""
    signs: tuple[tuple[str, ...], ...] = field()
    unless: tuple[str, ...] = ()
    words: str = ""

    def __attrs_post_init__(self) -> None:
        if not self.signs or not all(self.signs):
            raise InvalidInput(Problem(code="empty", place="signs", found=self.id))
