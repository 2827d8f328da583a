"""Checking a paper with what the catalogue knows, whether it was just read, kept as data or written by hand."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from types import MappingProxyType

from cchc.catalog.agencies import once_called
from cchc.catalog.indicators import indicators
from cchc.catalog.replacements import replacements
from cchc.model import Agency, Finding, Plan, Report, Source
from cchc.reading.commitments.promised_elsewhere import promised_elsewhere
from cchc.reading.figures.claims import read_claims
from cchc.reading.passage import Passage
from cchc.reading.prose.settings import settings_of
from cchc.reading.result import Reading
from cchc.rules.checking.bundles import DEFAULT
from cchc.rules.checking.paper import Known, Paper
from cchc.rules.checking.rule import RuleSet

__all__ = ["as_read", "check"]

_SPECIAL = re.compile(r"(?<![0-9])66\.[0-9]{1,2}/20[0-9]{2}/NQ-CP")
_FAULTS_OF_THE_PAPER = MappingProxyType({"schedule.no-year": "task", "reading.doubtful-symbol": "citation"})
"""What a reading finds doubtful because the paper itself is wrong there, with the family of rules it belongs to."""


def check(
    paper: Reading | Plan | Report,
    *,
    plan: Plan | None = None,
    previous: Iterable[Report] = (),
    rules: RuleSet = DEFAULT,
) -> tuple[Finding, ...]:
    r"""Everything that can be found wrong in a paper, in the order of the paper.

    `plan` is the one that a report reports on, `previous` the earlier reports of its year; without them what needs them is not
    checked. A plan or a report that was not just read is checked by its own values and by the words of its statements.

    >>> from cchc import read_text
    >>> report = read_text("BÁO CÁO Kết quả CCHC năm 2025\nI. KẾT QUẢ\n1. Đã hoàn thành 30/58 nhiệm vụ (đạt 57,72%).")
    >>> [(finding.code, str(finding.params["computed"])) for finding in check(report)]
    [('arithmetic.ratio', '51.72')]
    """
    reading = as_read(paper)
    subject = reading.plan or reading.report
    if subject is None:
        return ()
    also = promised_elsewhere(subject) if isinstance(subject, Plan) else ()
    seen = Paper(
        subject=subject, claims=reading.claims, numbering=reading.numbering, remarks=reading.remarks, plan=plan,
        previous=tuple(previous), settings=settings_of(reading.outline, _sources(subject)), also_promised=also,
        known=Known(agencies=_known_agencies(subject), indicators=indicators(), replaced=replacements()),
    )  # fmt: skip
    return tuple(sorted((*rules.check(seen), *_faults(reading, {rule.family for rule in rules.rules})), key=_place))


def _faults(reading: Reading, families: Container[str]) -> Iterator[Finding]:
    """What the reading found doubtful and the paper is to blame for, of these families of rules."""
    if not reading.repairs:  # in a scan it is the scan that is wrong
        for found in reading.findings:
            if _FAULTS_OF_THE_PAPER.get(found.code) in families and not _is_right(found):
                yield found


def _place(finding: Finding) -> tuple[bool, int]:
    return finding.span is None, finding.span.start if finding.span else 0


def _is_right(found: Finding) -> bool:
    """Whether a document has no symbol of the decree and is right: a law named by its day alone, a special resolution 66.7."""
    printed = str(found.params.get("printed", ""))
    return (found.params.get("near") == "" and printed.startswith("Luật ")) or _SPECIAL.search(printed) is not None


def as_read(paper: Reading | Plan | Report) -> Reading:
    """A paper as if it had just been read: where it comes from data the claims of its statements are found again."""
    if isinstance(paper, Reading):
        kept = paper.plan or paper.report
        return paper if paper.text or kept is None else as_read(kept)
    claims = tuple(claim for passage in _statements(paper) for claim in read_claims(passage))
    if isinstance(paper, Report):
        return Reading(kind="report", text="", report=paper, claims=claims)
    return Reading(kind="plan", text="", plan=paper, claims=claims)


def _statements(paper: Plan | Report) -> Iterator[Passage]:
    """The statements of a paper, each as a stretch of all of them in a row, so that what is found keeps their order."""
    text = "\n".join(statement.text for statement in paper.statements)
    start = 0
    for statement in paper.statements:
        yield Passage.of(text, start, start + len(statement.text))
        start += len(statement.text) + 1


def _sources(subject: Plan | Report) -> Mapping[str, Source | None]:
    """Where each target and statement of a plan stands, by its id or path, or each figure of a report, by its place."""
    if isinstance(subject, Plan):
        stated = {f"statements/{at}": statement.source for at, statement in enumerate(subject.statements, start=1)}
        return stated | {target.id: target.source for target in subject.targets}
    return {str(at): measurement.source for at, measurement in enumerate(subject.measurements)}


def _known_agencies(subject: Plan | Report) -> Mapping[str, tuple[Agency, ...]]:
    """Every name of an agency that the paper uses, with all who are or were called so."""
    names = {subject.agency}
    if isinstance(subject, Plan):
        names.update(name for task in subject.tasks for name in (*task.lead, *task.coordinating))
        names.update(duty.agency for duty in subject.duties)
    else:
        names.update(measurement.agency for measurement in subject.measurements)
    return MappingProxyType({name: once_called(name) for name in sorted(names) if name})
