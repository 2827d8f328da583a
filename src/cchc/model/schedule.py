"""When a task is to be done (thời gian thực hiện), as typed values rather than the words of a table.

Days are inclusive. A window is closed on both sides unless a side is open; a deadline is the last good day; what holds no
time at all is conditional on its own words.
"""

import re
from datetime import date
from enum import Enum

from attrs import field, frozen

from cchc.model.errors import InvalidInput, Problem

__all__ = [
    "Compound", "Conditional", "Continuous", "Deadline", "Frequency", "Operator", "Recurring", "Schedule", "Window",
]  # fmt: skip


class Frequency(Enum):
    """How often something recurs (định kỳ)."""

    DAILY = "daily"
    """Hằng ngày."""
    WEEKLY = "weekly"
    """Hằng tuần."""
    MONTHLY = "monthly"
    """Hằng tháng."""
    QUARTERLY = "quarterly"
    """Hằng quý."""
    HALF_YEARLY = "half-yearly"
    """6 tháng một lần."""
    YEARLY = "yearly"
    """Hằng năm."""


class Operator(Enum):
    """How the parts of a compound schedule join."""

    AND = "and"
    """Và: every part holds."""
    OR = "or"
    """Hoặc: one part is enough."""
    PER_SUBJECT = "per-subject"
    """Theo từng nội dung: each part holds for its own subject."""


@frozen(kw_only=True)
class Continuous:
    """All the time (thường xuyên): judged per reporting period, in no on-time denominator by default."""

    subject: str = ""


@frozen(kw_only=True)
class Window:
    """From `start` to `end`, both included (khoảng thời gian); None leaves a side open."""

    start: date | None = field(default=None, metadata={"always": True})
    end: date | None = field(default=None, metadata={"always": True})
    subject: str = ""

    def __attrs_post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise InvalidInput(Problem(code="no-bound", accepted=("start", "end")))
        if self.start is not None and self.end is not None and self.end < self.start:
            raise InvalidInput(Problem(code="ends-before-start", found=f"{self.start}..{self.end}"))


@frozen(kw_only=True)
class Deadline:
    """No later than `due`, that day included (thời hạn)."""

    due: date
    subject: str = ""


_MONTH_DAY = re.compile(r"[0-9]{2}-[0-9]{2}")


def _is_month_day(text: str) -> bool:
    try:
        date.fromisoformat(f"2024-{text}")  # a leap year: 02-29 is a day of some years
    except ValueError:
        return False
    return _MONTH_DAY.fullmatch(text) is not None


@frozen(kw_only=True)
class Recurring:
    """Again and again (định kỳ): how often and, where it is said, on which day.

    `day` is the last good day of each month (0 when none is said); `due` holds last good days of the year as ``12-14``;
    `months` names the months of the year in which it falls.
    """

    frequency: Frequency
    day: int = 0
    due: tuple[str, ...] = field(default=(), metadata={"lone": True})
    months: tuple[int, ...] = ()
    subject: str = ""

    def __attrs_post_init__(self) -> None:
        stated_wrongly = (
            ("day", "not-a-day", ("1", "31"), [str(self.day)] if not 0 <= self.day <= 31 else []),
            ("due", "not-a-month-day", ("12-14",), [text for text in self.due if not _is_month_day(text)]),
            ("months", "not-a-month", ("1", "12"), [str(month) for month in self.months if not 1 <= month <= 12]),
        )
        if problems := [
            Problem(code=code, place=place, found=", ".join(wrong), accepted=accepted)
            for place, code, accepted, wrong in stated_wrongly
            if wrong
        ]:
            raise InvalidInput(problems)


@frozen(kw_only=True)
class Conditional:
    """When an event happens (khi …, theo …): not due until the event is recorded. `trigger` is the phrase as written."""

    trigger: str
    subject: str = ""


@frozen(kw_only=True)
class Compound:
    """Several schedules joined (kết hợp)."""

    operator: Operator
    parts: "tuple[Schedule, ...]"
    subject: str = ""

    def __attrs_post_init__(self) -> None:
        if len(self.parts) < 2:
            raise InvalidInput(Problem(code="too-few-parts", found=str(len(self.parts)), accepted=("2",), place="parts"))


Schedule = Continuous | Window | Deadline | Recurring | Conditional | Compound
"""Any of the six."""
