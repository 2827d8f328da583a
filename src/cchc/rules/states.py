"""The states of a task (tình trạng thực hiện nhiệm vụ) and how the states of parts make the state of a whole.

A state never looks better than the record: silence after the last day is "unreported", not "overdue", and a whole is done
only when each of its parts is. Parts without a day of their own leave the state to the parts that have one.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum

from attrs import frozen

from cchc.model.period import Period

__all__ = ["COMPLETED", "PAST", "Occurrence", "TaskState", "state_of_all", "state_of_any"]


class TaskState(Enum):
    """Where a task stands on a day (tình trạng nhiệm vụ)."""

    DONE = "done"
    """Hoàn thành: by its last day, or without one."""
    DONE_LATE = "done_late"
    """Hoàn thành quá hạn."""
    IN_PROGRESS = "in_progress"
    """Đang thực hiện, trong hạn."""
    OVERDUE = "overdue"
    """Quá hạn: begun, not done, its last day past."""
    UNREPORTED = "unreported"
    """Chưa báo cáo: its last day is past and nobody has said a word."""
    NOT_DUE = "not_due"
    """Chưa đến hạn: nothing reported and nothing owed yet."""
    CONTINUOUS = "continuous"
    """Thường xuyên: judged per reporting period, in no on-time denominator."""
    UNTRIGGERED = "untriggered"
    """Chưa phát sinh: the event it waits for has not been recorded."""
    CANCELLED = "cancelled"
    """Dừng thực hiện."""


COMPLETED = (TaskState.DONE, TaskState.DONE_LATE)
"""Đã hoàn thành: in time or late, the better first."""
PAST = (TaskState.OVERDUE, TaskState.UNREPORTED)
"""Đã qua hạn mà chưa hoàn thành: begun or not."""
_ASIDE = (TaskState.CONTINUOUS, TaskState.UNTRIGGERED, TaskState.CANCELLED)
_SILENT = (TaskState.NOT_DUE, TaskState.UNREPORTED)


@frozen(kw_only=True)
class Occurrence:
    """One time at which a task is to be done (lần thực hiện).

    `period` is the month, quarter … of a recurring or continuous task; `subject` the part of the task it speaks of; `due` its
    last good day, None where none is set; `days_late` counts calendar days, to the day of judgement where it is still open;
    `waiting_for` names the lead agencies that have not done it.
    """

    state: TaskState
    period: Period | None = None
    subject: str = ""
    due: date | None = None
    done_on: date | None = None
    days_late: int = 0
    waiting_for: tuple[str, ...] = ()


def _aside(states: list[TaskState]) -> TaskState:
    return next((state for state in _ASIDE if state in states), TaskState.NOT_DUE)


def state_of_all(states: Iterable[TaskState]) -> TaskState:
    """The state of a whole whose every part must be done: the worst of its parts.

    Continuous, untriggered and cancelled parts decide only where there is nothing else; without any part nothing is due.
    """
    given = list(states)
    counted = [state for state in given if state not in _ASIDE]
    if not counted:
        return _aside(given)
    reported = any(state not in _SILENT for state in counted)
    if any(state in PAST for state in counted):
        return TaskState.OVERDUE if reported else TaskState.UNREPORTED
    if any(state not in COMPLETED for state in counted):
        return TaskState.IN_PROGRESS if reported else TaskState.NOT_DUE
    return TaskState.DONE_LATE if TaskState.DONE_LATE in counted else TaskState.DONE


def state_of_any(states: Iterable[TaskState]) -> TaskState:
    """The state of a whole of which one part is enough: the best of its parts.

    An alternative that has not come about excuses nobody, so untriggered parts count only where there is nothing else.
    """
    given = list(states)
    counted = [state for state in given if state not in _ASIDE]
    if not counted:
        return _aside(given)
    for completed in COMPLETED:
        if completed in counted:
            return completed
    reported = any(state not in _SILENT for state in counted)
    if all(state in PAST for state in counted):
        return TaskState.OVERDUE if reported else TaskState.UNREPORTED
    return TaskState.IN_PROGRESS if reported else TaskState.NOT_DUE
