"""Reading a document (đọc văn bản): a plan, its annex or a report becomes the model's own values, and nothing of it is lost.

Whatever the format, there are lines and tables. What stands before the first section and after the last is told apart, the
lines between become paragraphs and sections, tables and items with labels become tasks; what finds no place is said to be
unread.
"""

import os
from collections.abc import Iterator

from attrs import evolve, frozen

from cchc.model import Citation, Finding, Numbering, Period, Plan, Report
from cchc.reading.citing.citations import Mention, find_mentions
from cchc.reading.commitments.target_tables import read_target_tables
from cchc.reading.document import Document
from cchc.reading.doubts import (
    doubtful_repairs,
    doubtful_rows,
    doubtful_symbols,
    guessed_period,
    missing_period,
    missing_years,
    pictured_pages,
    unplaced,
)
from cchc.reading.formats import document_of_text, open_document
from cchc.reading.frame.layout import Layout, lay_out
from cchc.reading.outline import Part, left_over
from cchc.reading.prose.blocks import paragraphs
from cchc.reading.prose.items import read_items
from cchc.reading.prose.kinds import kind_of
from cchc.reading.prose.plans import read_plan_prose, told_apart
from cchc.reading.prose.reports import read_report_prose
from cchc.reading.prose.structure import Section, arrange
from cchc.reading.prose.years import stated_period
from cchc.reading.prose.zones import plan_zone, report_zone
from cchc.reading.remarks import all_numbering, all_remarks
from cchc.reading.result import DocumentKind, Reading
from cchc.reading.tables.tasks_found import TasksFound, find_flattened, tasks_of

__all__ = ["read", "read_document", "read_text"]


def read(path: str | os.PathLike[str], *, kind: DocumentKind | None = None, year: int | None = None) -> Reading:
    """Read a file, ``.txt``, ``.md``, ``.docx``, ``.xlsx`` or ``.pdf``; `kind` and `year` are found out where not given.

    Raises `InvalidInput` in one line for a file that cannot be read, and nothing for one that can.
    """
    return read_document(open_document(path), kind=kind, year=year)


def read_text(text: str, *, kind: DocumentKind | None = None, year: int | None = None) -> Reading:
    r"""Read a text, as it stands or in Markdown; never fails.

    >>> reading = read_text("KẾ HOẠCH Cải cách hành chính năm 2026\nI. MỤC TIÊU\n- Trên 98% hồ sơ TTHC đúng hạn.")
    >>> reading.plan.targets[0].requirement
    MoreThan(value=Decimal('98'), unit='%')
    """
    return read_document(document_of_text(text), kind=kind, year=year)


def read_document(document: Document, *, kind: DocumentKind | None = None, year: int | None = None) -> Reading:
    """Read a document that a format has been taken off."""
    flattened = find_flattened(document)
    layout = lay_out(document, year=year, apart=flattened.stretches)
    period = layout.front.period or stated_period(document.text)
    tasks = tasks_of(document, flattened, year=period.end.year if period else None)
    paper = _Paper(
        document=document, layout=layout, period=period, tasks=tasks, sections=arrange(paragraphs(layout.body)),
        mentions=tuple(_mentions(document, layout, tasks)),
    )  # fmt: skip
    found = kind or kind_of(layout.front, paper.sections, has_tasks=bool(tasks.tasks))
    reading = _report(paper) if found == "report" else _plan(paper, found)
    unread = left_over(document, reading.outline)
    findings = (*pictured_pages(document.pictures), *_doubts(paper, reading), *unplaced(unread))
    numbering = all_numbering(document, layout, paper.sections, tasks.tasks)
    annexes = [one for one in numbering if one.of is Numbering.ANNEX]
    remarks = all_remarks(document, layout, paper.sections, paper.mentions, annexes)
    return evolve(
        reading, unread=unread, findings=findings, repairs=layout.repairs, numbering=numbering, remarks=remarks,
        pages=document.pages,
    )  # fmt: skip


@frozen(kw_only=True)
class _Paper:
    """A document taken apart: everything that a plan or a report is made of."""

    document: Document
    layout: Layout
    period: Period | None
    tasks: TasksFound
    sections: tuple[Section, ...]
    mentions: tuple[Mention, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The documents cited, those whose symbol is doubtful left out."""
        return tuple(mention.citation for mention in self.mentions if mention.citation)


def _plan(paper: _Paper, kind: DocumentKind) -> Reading:
    front = paper.layout.front
    first = max((task.number for task in paper.tasks.tasks), default=0) + 1
    items = read_items(paper.sections, plan_zone)
    prose = read_plan_prose(items, period=paper.period, document=paper.document.name, first_task=first)
    tables = read_target_tables(paper.document, period=paper.period)
    plan = Plan(
        title=front.title or paper.tasks.title,
        period=paper.period,
        agency=front.agency,
        symbol=front.symbol,
        issued_on=front.issued_on,
        targets=told_apart((*prose.targets, *(target for table in tables for target in table.targets))),
        tasks=(*paper.tasks.tasks, *prose.tasks),
        duties=prose.duties,
        citations=paper.citations,
        statements=prose.statements,
    )
    of_targets = (part for table in tables for part in table.parts)
    outline = _in_order(*paper.layout.parts, *prose.parts, *paper.tasks.parts, *of_targets)
    return Reading(kind=kind, text=paper.document.text, plan=plan, outline=outline, claims=prose.claims)


def _report(paper: _Paper) -> Reading:
    front = paper.layout.front
    prose = read_report_prose(
        read_items(paper.sections, report_zone), agency=front.agency, period=paper.period, document=paper.document.name
    )
    report = Report(
        period=paper.period,
        agency=front.agency,
        title=front.title,
        symbol=front.symbol,
        issued_on=front.issued_on,
        measurements=prose.measurements,
        statements=prose.statements,
        citations=paper.citations,
    )
    outline = _in_order(*paper.layout.parts, *prose.parts)
    return Reading(kind="report", text=paper.document.text, report=report, outline=outline, claims=prose.claims)


def _in_order(*parts: Part) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: (part.span.start, part.span.end)))


def _mentions(document: Document, layout: Layout, tasks: TasksFound) -> Iterator[Mention]:
    """The documents cited: in lines, then in cells."""
    yield from find_mentions(layout.citable, document=document.name)
    for table in layout.tables:
        for cell in table.cells:
            yield from find_mentions(document.passage(cell), document=document.name)
    for words in tasks.cells:
        yield from find_mentions(words, document=document.name)


def _doubts(paper: _Paper, reading: Reading) -> Iterator[Finding]:
    if paper.period is None:
        yield missing_period(reading.kind)
    elif paper.layout.front.period is None:
        yield guessed_period(reading.kind, paper.period)
    if reading.plan:
        yield from missing_years(reading.plan.tasks)
        yield from doubtful_rows(paper.tasks.doubtful)
    yield from doubtful_symbols(paper.mentions)
    yield from doubtful_repairs(paper.layout.repairs, paper.layout.doubtful)
