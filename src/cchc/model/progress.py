"""Progress files (tiến độ): the dated events of a plan's tasks, kept apart from the plan, which does not change."""

from attrs import frozen

from cchc.model.task import TaskEvent

__all__ = ["Progress"]


@frozen(kw_only=True)
class Progress:
    """What has happened to the tasks of a plan (tiến độ thực hiện), with a note on where it was recorded."""

    note: str = ""
    plan: str = ""
    events: tuple[TaskEvent, ...] = ()
