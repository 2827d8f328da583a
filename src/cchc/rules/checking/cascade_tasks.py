"""The tasks that a higher plan gives an agency against the agency's own tasks and days (nhiệm vụ được giao).

A task counts as taken up where most of its telling words stand in one task or one sentence of the agency's plan; one that is
only half told there is left open, since offices word the same work in many ways.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

from attrs import frozen

from cchc.model.plan import Plan
from cchc.model.schedule import Compound, Conditional, Deadline, Schedule, Window
from cchc.model.statement import StatementKind
from cchc.model.task import Task
from cchc.rules.checking.bodies_meant import Meaning, whom_it_means
from cchc.rules.checking.business import Charge
from cchc.rules.checking.wording import LIGHT, spoken
from cchc.rules.names import name_key

__all__ = ["TaskPair", "Timing", "last_day", "pair_tasks"]


class Timing(Enum):
    """How the time of an agency's task stands to that of the higher plan's (so với thời hạn cấp trên giao)."""

    EARLIER = "earlier"
    """Sớm hơn."""
    EQUAL = "equal"
    """Bằng."""
    LATER = "later"
    """Muộn hơn."""
    UNCLEAR = "unclear"
    """Không so được: a time without a day, or told in words only."""
    MISSING = "missing"
    """Không có."""


@frozen(kw_only=True)
class TaskPair:
    """A task that the higher plan gives the agency, and the agency's own for it, None where no row of its plan is.

    `alone` says that the higher plan names the agency itself and not all of its kind.
    """

    parent: Task
    child: Task | None
    timing: Timing
    alone: bool


@frozen
class _Said:
    """What a plan says it will do: a task or a sentence, by its telling words."""

    words: frozenset[str]
    task: Task | None = None


_COMMON = (
    "tổ chức xây dựng ban hành tham mưu việc công tác cải cách hành chính kế hoạch báo cáo quyết định văn bản thủ tục nâng cao "
    "chất lượng hiệu quả đẩy mạnh tăng cường"
)
_EMPTY = LIGHT | frozenset(_COMMON.split())
"""Words that stand in half of all tasks and tell none of them from the others."""
_TAKEN_UP, _HALF_TOLD = 700, 450
_FEWEST = 2


def pair_tasks(parent: Plan, child: Plan, charge: Charge) -> Iterator[TaskPair]:
    """Every task that the higher plan gives the agency to lead, in its order, with the agency's own."""
    said = tuple(_all_said(child))
    for task in parent.tasks:
        meanings = {whom_it_means(name, charge.agency) for name in task.lead}
        if charge.is_own_plan or meanings & {Meaning.ITSELF, Meaning.ONE_OF_ALL}:
            alone = Meaning.ITSELF in meanings
            if (pair := _paired(task, said, alone=alone)) is not None:
                yield pair


def last_day(schedule: Schedule) -> date | None:
    """The day by which everything of a schedule is done; None where a part of it has no such day."""
    match schedule:
        case Window(end=end):
            return end
        case Deadline(due=due):
            return due
        case Compound(parts=parts):
            days = [day for part in parts if (day := last_day(part)) is not None]
            return max(days) if days and len(days) == len(parts) else None
        case _:
            return None


def _all_said(plan: Plan) -> Iterator[_Said]:
    for task in plan.tasks:
        yield _Said(_telling(" ".join((task.title, *task.deliverables))), task)
    for statement in plan.statements:
        if statement.kind is StatementKind.DIRECTION:
            yield _Said(_telling(statement.text))
    for duty in plan.duties:
        yield _Said(_telling(duty.text))


def _paired(task: Task, said: Iterable[_Said], *, alone: bool) -> TaskPair | None:
    """The pair of a task; None where nobody can say whether it is taken up."""
    words = _telling(task.title)
    ranked = sorted(
        ((_rank(task, words, one), at, one) for at, one in enumerate(said)), key=lambda found: (found[0], -found[1])
    )
    (_, _, share, _), _, best = ranked[-1] if ranked else ((False, False, 0, 0), 0, _Said(frozenset()))
    if share >= _TAKEN_UP:
        return TaskPair(parent=task, child=best.task, timing=_timing(task, best.task), alone=alone)
    waits = isinstance(task.schedule, Conditional)  # what waits for an event need not be planned
    if share >= _HALF_TOLD or len(words) < _FEWEST or not ranked or waits:
        return None
    return TaskPair(parent=task, child=None, timing=Timing.MISSING, alone=alone)


def _rank(task: Task, words: frozenset[str], one: _Said) -> tuple[bool, bool, int, int]:
    """How well something said answers to a task: told in the same words first, then by the share of its words, rows first."""
    alike = one.task is not None and name_key(one.task.title) == name_key(task.title)
    share = 1000 if alike else 1000 * len(words & one.words) // max(1, len(words))
    likeness = 1000 * len(words & one.words) // max(1, len(words | one.words))
    same_time = one.task is not None and one.task.schedule == task.schedule
    return one.task == task, alike, share, 3 * likeness + 2 * same_time + (one.task is not None)


def _telling(text: str) -> frozenset[str]:
    return frozenset(spoken(text).split()) - _EMPTY


def _timing(asked: Task, own: Task | None) -> Timing:
    if own is None:
        return Timing.UNCLEAR
    if asked.schedule == own.schedule:
        return Timing.EQUAL
    wanted, set_ = last_day(asked.schedule), last_day(own.schedule)
    if wanted is None or set_ is None:
        return Timing.UNCLEAR
    return Timing.EQUAL if wanted == set_ else Timing.LATER if set_ > wanted else Timing.EARLIER
