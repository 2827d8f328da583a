"""What a report says nothing of (nội dung chưa được báo cáo): targets and tasks of its plan that were due.

Few reports go through their plan line by line, so that this is for information. Something is mentioned when a figure or a
passage speaks of its indicator, or when one passage has most of its words.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.schedule import Deadline, Window
from cchc.model.target import Qualitative, Target
from cchc.model.task import Task
from cchc.rules.checking.identity import Identities
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.wording import LIGHT, spoken

__all__ = ["check_targets_mentioned", "check_tasks_mentioned"]

_MOST = 2, 3
"""A passage with two words of three speaks of the thing."""


@frozen
class _Said:
    """What a report says: the words of each passage, and the indicators that its figures and passages speak of."""

    passages: tuple[frozenset[str], ...]
    indicators: frozenset[str]

    def speaks_of(self, words: frozenset[str]) -> bool:
        """Whether one passage has most of the words."""
        some, of = _MOST
        return any(len(words & passage) * of >= len(words) * some for passage in self.passages)


def _said(paper: Paper) -> _Said | None:
    """What the report says; None where it is no report or says nothing in words."""
    report = paper.as_report
    if report is None or not report.statements:
        return None
    identities = Identities.of(paper.known.indicators)
    names = [one.indicator for one in report.measurements]
    texts = [statement.text for statement in report.statements]
    found = {which for text in (*names, *texts) for which in identities.all_in(text)}
    return _Said(tuple(_words(text) for text in (*names, *texts)), frozenset(found))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in spoken(text).split() if word not in LIGHT and not word[0].isdigit())


def _of_one_time(paper: Paper) -> bool:
    """Whether the report is of a time that the plan is for."""
    plan = paper.plan.period if paper.plan else None
    return paper.period is not None and (plan is None or paper.period.overlaps(plan))


def check_targets_mentioned(paper: Paper) -> Iterator[Finding]:
    """A target of the plan was due by the end of the report's period and the report says nothing of it.

    `indicator` is the target's name and `due` its day. Targets that fall due later, and those without a measure, are not
    accused.
    """
    said, plan, period = _said(paper), paper.plan, paper.period
    if said is None or plan is None or period is None or not _of_one_time(paper):
        return
    identities = Identities.of(paper.known.indicators)
    for target in plan.targets:
        due = target.due or (plan.period.end if plan.period else None)
        measured = not isinstance(target.requirement, Qualitative)
        if measured and due and due <= period.end and not _mentions(said, target, identities, plan.agency):
            params = Parameters({"indicator": target.indicator, "due": due})
            yield Finding(
                code="report.target-unmentioned", severity=Severity.INFO, subject=f"targets/{target.id}", params=params
            )


def _mentions(said: _Said, target: Target, identities: Identities, own: str) -> bool:
    key = identities.key(target, own=own)
    words = _words(f"{target.indicator} {target.scope}")
    return key.id in said.indicators or not words or said.speaks_of(words)


def check_tasks_mentioned(paper: Paper) -> Iterator[Finding]:
    """A task of the plan was to be done by the end of the report's period and the report says nothing of it.

    `title` is the task's, `due` its last day. Tasks without a day, continuous and recurring ones are not accused.
    """
    said, plan, period = _said(paper), paper.plan, paper.period
    if said is None or plan is None or period is None or not _of_one_time(paper):
        return
    for task in plan.tasks:
        due = _due(task)
        if due and due <= period.end and not _reported(said, task):
            params = Parameters({"title": task.title, "due": due})
            yield Finding(code="report.task-unmentioned", severity=Severity.INFO, subject=f"tasks/{task.number}", params=params)


def _due(task: Task) -> date | None:
    match task.schedule:
        case Deadline(due=due):
            return due
        case Window(end=end):
            return end
        case _:
            return None


def _reported(said: _Said, task: Task) -> bool:
    """Whether the title or a result of a task is spoken of."""
    named = [words for text in (task.title, *task.deliverables) if (words := _words(text))]
    return not named or any(said.speaks_of(words) for words in named)
