"""Waivers (miễn trừ): findings that somebody has looked at and lets stand, with a reason and until a day.

A waiver silences what it names and nothing else; once its day is over the finding comes back.
"""

from datetime import date

from attrs import frozen

from cchc.model.errors import InvalidInput, Problem

__all__ = ["Waiver", "Waivers"]


@frozen(kw_only=True)
class Waiver:
    """Lets the findings of one `code` on one `subject` stand for a `reason`, up to and including the day `until`.

    Many findings may share a subject, as all figures of a paper do: `words` of the paper then name the one that is meant.
    """

    code: str
    subject: str
    reason: str
    until: date
    words: str = ""

    def __attrs_post_init__(self) -> None:
        named = {"code": self.code, "subject": self.subject, "reason": self.reason}
        if problems := [Problem(code="empty", place=place) for place, text in named.items() if not text.strip()]:
            raise InvalidInput(problems)


@frozen(kw_only=True)
class Waivers:
    """The waivers of a paper, as a file holds them, with a note on who keeps them."""

    note: str = ""
    waivers: tuple[Waiver, ...] = ()
