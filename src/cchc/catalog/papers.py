"""Reading documents with what the catalogue knows: the agencies they name, found as of their own day.

A plan or a report that was read once, corrected by hand and kept as data is read back as it is.
"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast, get_args

from attrs import evolve

from cchc import serialization
from cchc.catalog.agencies import known_agency
from cchc.catalog.forms import plan_of_form
from cchc.model import Agency, InvalidInput, Level, Plan, Problem, Report
from cchc.model.text import plain
from cchc.reading import read as reading
from cchc.reading.formats import open_document
from cchc.reading.result import DocumentKind, NamedAgency, Reading

__all__ = ["document_kind", "read", "read_text"]

_DATA = (".toml", ".json")
_ONE_OF_ITS_NAME = (Level.CENTRAL, Level.PROVINCE)


def read(path: str | os.PathLike[str], *, kind: DocumentKind | None = None, year: int | None = None) -> Reading:
    """Read a plan, the annex of one, or a report: ``.txt``, ``.md``, ``.docx``, ``.xlsx``, ``.pdf``.

    `kind` and `year` are found out where they are not given. A ``.toml`` or ``.json`` of the library's own holds what was read
    before, and is taken as it is; so is a workbook in the library's own form. Raises `InvalidInput` for a file that cannot be
    used, in one line unless it is data, and `MissingExtra` where office files need the libraries of the extra ``read``; a
    document that can be read never fails.
    """
    if Path(path).suffix.lower() in _DATA:
        return _kept(path)
    document = open_document(path)
    if form := plan_of_form(document):
        return _with_agencies(Reading(kind="plan", text=document.text, plan=form))
    return _with_agencies(reading.read_document(document, kind=kind, year=year))


def read_text(text: str, *, kind: DocumentKind | None = None, year: int | None = None) -> Reading:
    r"""Read a text, plain or in Markdown, as `read` reads a file; never fails.

    >>> plan = read_text("KẾ HOẠCH Cải cách hành chính năm 2026\nI. MỤC TIÊU\n- Trên 98% hồ sơ TTHC đúng hạn.").plan
    >>> plan.targets[0].requirement, plan.period.code
    (MoreThan(value=Decimal('98'), unit='%'), '2026')
    """
    return _with_agencies(reading.read_text(text, kind=kind, year=year))


def document_kind(name: str | None) -> DocumentKind | None:
    """The kind of document with that name; `InvalidInput` for any other name."""
    known: dict[str | None, DocumentKind | None] = {None: None, **{kind: kind for kind in get_args(DocumentKind)}}
    if name not in known:
        raise InvalidInput(Problem(code="unknown-value", place="--kind", found=str(name), accepted=get_args(DocumentKind)))
    return known[name]


def _kept(path: str | os.PathLike[str]) -> Reading:
    """What a file of data holds, a plan or a report."""
    value: object = serialization.load(path, Plan, Report)
    if isinstance(value, Report):
        return _with_agencies(Reading(kind="report", text="", report=value))
    return _with_agencies(Reading(kind="plan", text="", plan=cast("Plan", value)))


def _with_agencies(read_before: Reading) -> Reading:
    """The reading with the agencies that the catalogue knows, each name once, in the order of the document."""
    paper = read_before.plan or read_before.report
    on = paper.period.end if paper and paper.period else None
    place = _province(paper.agency, on) if paper else None
    named = ((name, _known(name, on, place)) for name in dict.fromkeys(_names(read_before)))
    return evolve(read_before, agencies=tuple(NamedAgency(name, found.id) for name, found in named if found))


def _known(name: str, on: date | None, place: Agency | None) -> Agency | None:
    """The agency of that name within a province; elsewhere only one whose name tells it from those of other provinces."""
    if place and (found := known_agency(name, on=on, within=place)):
        return found
    found = known_agency(name, on=on)
    if found is None or found.level in _ONE_OF_ITS_NAME:
        return found
    lies_in = known_agency(found.parent)
    return found if lies_in and lies_in.name.casefold().removeprefix("tỉnh ") in plain(name).casefold() else None


def _province(name: str, on: date | None) -> Agency | None:
    """The province that an agency is or lies in."""
    found = known_agency(name, on=on)
    while found and found.level is not Level.PROVINCE:
        found = known_agency(found.parent) if found.parent else None
    return found


def _names(read_before: Reading) -> Iterator[str]:
    if plan := read_before.plan:
        yield plan.agency
        for task in plan.tasks:
            yield from (*task.lead, *task.coordinating)
        yield from (duty.agency for duty in plan.duties)
    if report := read_before.report:
        yield report.agency
        yield from (measurement.agency for measurement in report.measurements)
