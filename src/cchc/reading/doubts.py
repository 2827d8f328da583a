"""What is doubtful about a reading (điểm cần xem lại), as findings: words repaired, symbols misprinted, times without a year.

What is wrong with the paper itself is for the checks to say; here only what a reader may have got wrong.
"""

from collections.abc import Iterable, Iterator, Sequence

from cchc.model import Conditional, Finding, Parameters, Period, Severity, Span, Task
from cchc.reading.citing.citations import Mention
from cchc.reading.mending.repair import Repair
from cchc.reading.times import parse_schedule

__all__ = [
    "doubtful_repairs", "doubtful_rows", "doubtful_symbols", "guessed_period", "missing_period", "missing_years",
    "pictured_pages", "unplaced",
]  # fmt: skip

_SURE = 85  # percent: below it, two readings of a word are near
_ANY_YEAR = 2024


def missing_period(subject: str) -> Finding:
    """Nothing says which period the document is for."""
    return Finding(code="reading.no-period", severity=Severity.WARNING, subject=subject)


def pictured_pages(pages: Sequence[int]) -> Iterator[Finding]:
    """Pages of a scan among pages of letters: what stands on them was not read."""
    if pages:
        params = Parameters({"pages": tuple(pages)})
        yield Finding(code="reading.picture-page", severity=Severity.ERROR, subject="text", params=params)


def guessed_period(subject: str, period: Period) -> Finding:
    """No title says the period; it is the year that the text names most."""
    params = Parameters({"period": period.code})
    return Finding(code="reading.guessed-period", severity=Severity.INFO, subject=subject, params=params)


def doubtful_rows(numbers: Iterable[int]) -> Iterator[Finding]:
    """Rows of a table without columns whose cells could as well have been cut otherwise."""
    for number in numbers:
        yield Finding(code="reading.doubtful-row", severity=Severity.WARNING, subject=f"tasks/{number}")


def unplaced(unread: Sequence[Span]) -> Iterator[Finding]:
    """How much of a document found no place."""
    if unread:
        characters = sum(len("".join(span.text.split())) for span in unread)
        params = Parameters({"places": len(unread), "characters": characters})
        yield Finding(code="reading.unread", severity=Severity.WARNING, subject="unread", params=params, span=unread[0])


def missing_years(tasks: Iterable[Task]) -> Iterator[Finding]:
    """Time cells that a year would make a time, and no year is known."""
    for task in tasks:
        if isinstance(task.schedule, Conditional) and task.schedule_text:
            dated = parse_schedule(task.schedule_text, year=_ANY_YEAR)
            if not isinstance(dated, Conditional):
                params = Parameters({"text": task.schedule_text})
                span = task.source.span if task.source else None
                subject = f"tasks/{task.number}"
                yield Finding(code="schedule.no-year", severity=Severity.WARNING, subject=subject, params=params, span=span)


def doubtful_symbols(mentions: Iterable[Mention]) -> Iterator[Finding]:
    """Documents whose printed symbol is no right one; the nearest right one is an advice."""
    for mention in mentions:
        if mention.citation is None:
            params = Parameters({"printed": " ".join(mention.span.text.split()), "near": mention.near})
            code = "reading.doubtful-symbol"
            yield Finding(code=code, severity=Severity.WARNING, subject="citations", params=params, span=mention.span)


def doubtful_repairs(repairs: Sequence[Repair], left: Iterable[Repair]) -> Iterator[Finding]:
    """That words were repaired, and each that is not sure or was left as printed."""
    if repairs:
        params = Parameters({"words": len(repairs), "unsure": sum(repair.confidence < _SURE for repair in repairs)})
        yield Finding(code="reading.repaired", severity=Severity.INFO, subject="text", params=params, span=repairs[0].span)
    for one in left:
        params = Parameters({"printed": one.span.text, "near": one.text, "confidence": one.confidence})
        yield Finding(code="reading.doubtful-word", severity=Severity.INFO, subject="text", params=params, span=one.span)
