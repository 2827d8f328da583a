"""A document read, for the person who will check it: what was understood, what is doubtful, and what was left."""

from collections import Counter
from collections.abc import Iterator, Sequence

from cchc.model import Plan, Report, Span, Target, Task
from cchc.presenting.findings import finding_lines
from cchc.presenting.requirements import requirement_text
from cchc.presenting.tables import cut, table
from cchc.presenting.words import Words
from cchc.reading.outline import CellSpan
from cchc.reading.result import Reading

__all__ = ["reading_text"]

_MOST_ROWS = 12
_MOST_LEFT = 8
_NAME_COLUMNS, _TITLE_COLUMNS, _AGENCY_COLUMNS, _TIME_COLUMNS, _LEFT_COLUMNS = 56, 48, 28, 22, 88


def reading_text(reading: Reading, words: Words) -> str:
    """The reading in words and tables; parts that have nothing to say are left out."""
    parts: list[str] = []
    if reading.plan:
        parts += _plan(reading, reading.plan, words)
    if reading.report:
        parts += _report(reading.report, words)
    if reading.findings:
        parts.append(words("read.doubtful") + "\n" + "\n".join(finding_lines(reading.findings, words, most=_MOST_LEFT)))
    parts.append(_left(reading.unread, words))
    return "\n\n".join(parts)


def _plan(reading: Reading, plan: Plan, words: Words) -> Iterator[str]:
    yield _heading(reading.kind, plan, words)
    if plan.targets:
        rows = [_target_row(target, words) for target in plan.targets]
        yield _listed("read.targets", rows, "lll", words)
    if plan.tasks:
        rows = [_task_row(task, words) for task in plan.tasks]
        yield _listed("read.tasks", rows, "rlll", words)
    if plan.duties:
        owed = Counter(duty.agency for duty in plan.duties)
        rows = [
            [cut(agency or words("none"), _NAME_COLUMNS), words("read.owes", number=words.number(number))]
            for agency, number in owed.items()
        ]
        yield _listed("read.duties", rows, "ll", words, total=len(plan.duties))
    yield _told(reading, len(plan.citations), len(plan.statements), words)


def _report(report: Report, words: Words) -> Iterator[str]:
    yield _heading("report", report, words)
    if report.statements:
        kinds = Counter(statement.kind for statement in report.statements)
        told = ", ".join(f"{words.number(number)} {words(f'statement.{kind.value}')}" for kind, number in kinds.items())
        yield words("read.statements", number=words.number(len(report.statements)), told=told)
    if report.measurements:
        rows = [
            [
                cut(measurement.indicator, _NAME_COLUMNS),
                f"{measurement.qualifier} {measurement.value}".strip(),
                words("read.as-of", day=words.day(measurement.as_of)) if measurement.as_of else "",
            ]
            for measurement in report.measurements
        ]
        yield _listed("read.figures", rows, "lrl", words)
    yield words("read.cited", number=words.number(len(report.citations)))


def _heading(kind: str, paper: Plan | Report, words: Words) -> str:
    facts = [
        words(f"kind.{kind}"),
        paper.symbol,
        words.day(paper.issued_on) if paper.issued_on else "",
        paper.agency,
        words.period(paper.period) if paper.period else words("read.no-period"),
    ]
    return "\n".join(line for line in (paper.title, " · ".join(fact for fact in facts if fact)) if line)


def _listed(key: str, rows: Sequence[Sequence[str]], align: str, words: Words, *, total: int | None = None) -> str:
    """A heading with how many there are, the first rows, and how many more."""
    heading = words(key, number=words.number(len(rows) if total is None else total))
    more = len(rows) - _MOST_ROWS
    note = f"\n  {words('read.more', more=words.number(more))}" if more > 0 else ""
    return f"{heading}\n{table(rows[:_MOST_ROWS], align)}{note}"


def _target_row(target: Target, words: Words) -> list[str]:
    wanted = requirement_text(target.requirement, words)
    remarks = [
        words("read.aspiration") if target.aspiration else "",
        words("read.due", day=words.day(target.due)) if target.due else "",
    ]
    return [
        target.id,
        cut(target.indicator, _NAME_COLUMNS),
        "; ".join(text for text in (wanted, *remarks) if text),
    ]


def _task_row(task: Task, words: Words) -> list[str]:
    return [
        str(task.number),
        cut(task.title, _TITLE_COLUMNS),
        cut(words.names(task.lead), _AGENCY_COLUMNS),
        cut(task.schedule_text, _TIME_COLUMNS),
    ]


def _told(reading: Reading, citations: int, statements: int, words: Words) -> str:
    lines = [words("read.cited", number=words.number(citations)), words("read.prose", number=words.number(statements))]
    if reading.agencies:
        lines.append(words("read.known-agencies", number=words.number(len(reading.agencies))))
    return "\n".join(lines)


def _left(unread: Sequence[Span], words: Words) -> str:
    if not unread:
        return words("read.nothing-left")
    rows = [
        [span.place if isinstance(span, CellSpan) else "", cut(" ".join(span.text.split()), _LEFT_COLUMNS)]
        for span in unread[:_MOST_LEFT]
    ]
    more = len(unread) - len(rows)
    note = f"\n  {words('read.more', more=words.number(more))}" if more else ""
    return words("read.left", number=words.number(len(unread))) + "\n" + table(rows, "ll") + note
