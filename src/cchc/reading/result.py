"""What reading a document gives (kết quả đọc): the plan or the report, what is doubtful, and what could not be placed."""

from typing import Literal

from attrs import frozen

from cchc.model import Claim, Finding, Numbered, Plan, Remark, Report, Span
from cchc.reading.mending.repair import Repair
from cchc.reading.outline import Part

__all__ = ["DocumentKind", "NamedAgency", "Reading"]

DocumentKind = Literal["plan", "annex", "report"]
"""A plan (kế hoạch), the annex of a plan alone (phụ lục), a report (báo cáo)."""


@frozen
class NamedAgency:
    """An agency as a document names it, and its id in the catalogue."""

    name: str
    id: str


@frozen(kw_only=True)
class Reading:
    """A document read: a `plan` (the annex of one, too) or a `report`, and the place of everything in `text`.

    `unread` holds what could not be placed, `outline` everything else, so that together they hold every character that is no
    white space. `findings` say what is doubtful, `repairs` which words were repaired and how surely, `agencies` which of the
    agencies named are in the catalogue. `claims` are what it says of its own figures, `numbering` how it is numbered,
    `remarks` what it says in passing: all three are for the checks. `pages` say where in `text` the lines of each page begin,
    if the format knows pages.
    """

    kind: DocumentKind
    text: str
    plan: Plan | None = None
    report: Report | None = None
    findings: tuple[Finding, ...] = ()
    unread: tuple[Span, ...] = ()
    outline: tuple[Part, ...] = ()
    repairs: tuple[Repair, ...] = ()
    agencies: tuple[NamedAgency, ...] = ()
    claims: tuple[Claim, ...] = ()
    numbering: tuple[Numbered, ...] = ()
    remarks: tuple[Remark, ...] = ()
    pages: tuple[int, ...] = ()
