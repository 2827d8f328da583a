"""Periods and schedules in words: what a phrase of a plan comes to in days."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from cchc.model import (
    Compound,
    Conditional,
    Continuous,
    Deadline,
    Period,
    Recurring,
    Regime,
    Schedule,
    Window,
)
from cchc.presenting.words import Words

__all__ = ["period_data", "period_text", "schedule_text"]


def period_data(period: Period, regime: Regime | None = None) -> dict[str, str | None]:
    """A period as data: its code and bounds and, under a regime, its data window and due day."""
    data: dict[str, str | None] = {
        "code": period.code,
        "kind": period.kind.value,
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
    }
    if regime is not None:
        first, last = regime.window(period)
        due = regime.due(period)
        data |= {
            "regime": regime.id,
            "window_start": first.isoformat(),
            "window_end": last.isoformat(),
            "due": due.isoformat() if due else None,
        }
    return data


def period_text(period: Period, regime: Regime | None, words: Words) -> str:
    """A period in words, with the days its report covers and the day it is due under a regime."""
    lines = [words("period.bounds", name=words.period(period), start=words.day(period.start), end=words.day(period.end))]
    if regime is not None:
        first, last = regime.window(period)
        due = regime.due(period)
        lines.append(words("period.regime", title=regime.title))
        lines.append(words("period.window", start=words.day(first), end=words.day(last)))
        lines.append(words("period.due", due=words.day(due)) if due else words("period.no-due"))
    return "\n".join(lines)


def schedule_text(schedule: Schedule, words: Words, *, indent: int = 0) -> str:
    """A schedule in words, a line a part."""
    return "\n".join(_lines(schedule, words, indent))


def _lines(schedule: Schedule, words: Words, indent: int) -> Iterator[str]:
    before = " " * indent + (f"{schedule.subject}: " if schedule.subject else "")
    match schedule:
        case Continuous():
            yield before + words("schedule.continuous")
        case Window(start=start, end=end):
            yield before + words(f"schedule.{_sides(start, end)}", start=_day(start, words), end=_day(end, words))
        case Deadline(due=due):
            yield before + words("schedule.deadline", due=words.day(due))
        case Recurring():
            yield before + _recurring(schedule, words)
        case Conditional(trigger=trigger):
            yield before + words("schedule.conditional", trigger=trigger)
        case Compound(operator=operator, parts=parts):
            yield before + words(f"schedule.{operator.value}")
            for part in parts:
                yield from _lines(part, words, indent + 2)
        case _:
            assert_never(schedule)


def _sides(start: date | None, end: date | None) -> str:
    return "from" if end is None else "until" if start is None else "window"


def _day(day: date | None, words: Words) -> str:
    return words.day(day) if day else ""


def _recurring(schedule: Recurring, words: Words) -> str:
    parts = [words(f"frequency.{schedule.frequency.value}")]
    if schedule.day:
        parts.append(words("schedule.by-day", day=str(schedule.day)))
    if schedule.due:
        parts.append(words("schedule.by-days", days=", ".join(words.day_of_year(day) for day in schedule.due)))
    if schedule.months:
        parts.append(words("schedule.in-months", months=", ".join(map(str, schedule.months))))
    return ", ".join(parts)
