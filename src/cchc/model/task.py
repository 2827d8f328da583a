"""Tasks (nhiệm vụ) of a plan and what becomes of them.

A task is one row of a plan's annex. What happens to it is recorded as dated events, so that any past day can be judged.
"""

from datetime import date
from enum import Enum

from attrs import field, frozen

from cchc.model.area import Area
from cchc.model.errors import InvalidInput, Problem
from cchc.model.period import Period
from cchc.model.schedule import Conditional, Schedule
from cchc.model.source import Source

__all__ = ["Milestone", "Task", "TaskEvent"]


@frozen(kw_only=True)
class Task:
    """A task (nhiệm vụ) or an activity (hoạt động) of a plan.

    `number` is its row, unique in the plan; `code` and `group_code` are printed codes, which real tables sometimes repeat;
    `lead` and `coordinating` name agencies (cơ quan chủ trì, phối hợp); `schedule_text` keeps the words of the time cell.
    """

    number: int
    title: str
    area: Area | None = None
    code: str = ""
    group_code: str = ""
    group_title: str = ""
    deliverables: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    schedule: Schedule = field(factory=lambda: Conditional(trigger=""))
    schedule_text: str = ""
    source: Source | None = None

    def __attrs_post_init__(self) -> None:
        if self.number < 1:
            raise InvalidInput(Problem(code="not-a-row-number", found=str(self.number), accepted=("1",), place="number"))


class Milestone(Enum):
    """What can happen to a task."""

    STARTED = "started"
    """Đang triển khai."""
    DONE = "done"
    """Hoàn thành."""
    TRIGGERED = "triggered"
    """Phát sinh: the event a conditional task waits for has happened."""
    CANCELLED = "cancelled"
    """Dừng, không thực hiện nữa."""


@frozen(kw_only=True)
class TaskEvent:
    """Something that happened to a task on a day (tiến độ).

    It counts from `recorded_on`, when it became known, which is `on` unless said. `agency` is the agency it happened at (all
    of them when empty); `subject` is the part of the task it speaks of, named as in the schedule; `period` is the occurrence of
    a recurring or continuous task; `due` is the day a triggered task is due. Nothing is known before it happens, so
    `recorded_on` is never earlier than `on`.
    """

    task: int
    milestone: Milestone
    on: date
    recorded_on: date | None = None
    agency: str = ""
    subject: str = ""
    period: Period | None = None
    due: date | None = None
    evidence: str = ""
    source: Source | None = None

    def __attrs_post_init__(self) -> None:
        if self.recorded_on is not None and self.recorded_on < self.on:
            raise InvalidInput(Problem(code="recorded-before-it-happened", found=f"{self.recorded_on} < {self.on}"))

    @property
    def known_on(self) -> date:
        """The day from which the event counts."""
        return self.recorded_on or self.on
