"""A plan against the higher plan on a screen (đối chiếu với kế hoạch cấp trên): targets, tasks, and what is wrong.

What is none of the agency's business is counted and not listed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from cchc.model import Plan
from cchc.presenting.findings import grouped_findings
from cchc.presenting.requirements import requirement_text
from cchc.presenting.tables import cut, table
from cchc.presenting.words import Words
from cchc.reading.result import Reading
from cchc.rules.checking.business import Business
from cchc.rules.checking.cascade import Cascade
from cchc.rules.checking.cascade_targets import TargetPair
from cchc.rules.checking.cascade_tasks import TaskPair
from cchc.rules.checking.requirements_compared import Relation

__all__ = ["cascade_text"]

_NAME_COLUMNS, _ASKED_COLUMNS, _SET_COLUMNS, _TIME_COLUMNS = 34, 16, 22, 22
_ITS_BUSINESS = (Business.OWN, Business.LED)


def cascade_text(cascade: Cascade, parent: Plan, child: Reading, words: Words) -> str:
    """The outcome in words and tables; parts that have nothing to say are left out."""
    title = child.plan.title if child.plan else ""
    parts = [words("cascade.heading", title=title, agency=cascade.agency or words("none"), parent=parent.title)]
    if cascade.targets:
        parts.append(_targets(cascade.targets, words))
    if cascade.tasks:
        parts.append(_tasks(cascade.tasks, words))
    parts += grouped_findings(cascade.findings, child, words)
    if not cascade.findings:
        parts.append(words("check.nothing"))
    return "\n\n".join(parts)


def _targets(pairs: tuple[TargetPair, ...], words: Words) -> str:
    listed = [pair for pair in pairs if pair.child or pair.business in _ITS_BUSINESS]
    rows = [_target_row(pair, words) for pair in listed]
    told = _counted((pair.relation.value for pair in listed), "relation", words)
    lines = [words("cascade.targets", number=words.number(len(listed)), told=told), *([table(rows, "lllll")] if rows else [])]
    if others := len(pairs) - len(listed):
        lines.append("  " + words("cascade.others", number=words.number(others)))
    return "\n".join(lines)


def _target_row(pair: TargetPair, words: Words) -> list[str]:
    """What is asked, what the agency has set, and how that stands to it."""
    own = pair.child
    relation = words(f"relation.{pair.relation.value}")
    if pair.relation is Relation.MISSING and pair.business is Business.LED:
        relation = words("cascade.led", relation=relation)
    return [
        pair.parent.id,
        cut(pair.parent.indicator, _NAME_COLUMNS),
        cut(requirement_text(pair.parent.requirement, words), _ASKED_COLUMNS),
        cut(f"{own.id}: {requirement_text(own.requirement, words)}", _SET_COLUMNS) if own else words("none"),
        relation,
    ]


def _tasks(pairs: tuple[TaskPair, ...], words: Words) -> str:
    rows = [_task_row(pair, words) for pair in pairs]
    told = _counted((pair.timing.value for pair in pairs), "timing", words)
    return words("cascade.tasks", number=words.number(len(pairs)), told=told) + "\n" + table(rows, "rllll")


def _task_row(pair: TaskPair, words: Words) -> list[str]:
    own = pair.child
    return [
        str(pair.parent.number),
        cut(pair.parent.title, _NAME_COLUMNS),
        cut(pair.parent.schedule_text, _TIME_COLUMNS),
        cut(f"{own.number}: {own.schedule_text}", _TIME_COLUMNS) if own else words("none"),
        words(f"timing.{pair.timing.value}"),
    ]


def _counted(values: Iterable[str], kind: str, words: Words) -> str:
    return ", ".join(_told(Counter(values), kind, words))


def _told(counts: Counter[str], kind: str, words: Words) -> Iterator[str]:
    for value, number in counts.most_common():
        yield f"{words.number(number)} {words(f'{kind}.{value}')}"
