"""The time column of a plan (thời gian thực hiện): from the words of a cell to a schedule, and back.

Nothing is refused: what holds no time is a condition in its own words, as tables are full of "khi có …" and "theo …".
"""

import unicodedata

from attrs import evolve

from cchc.model.schedule import Compound, Conditional, Operator, Schedule
from cchc.model.text import plain
from cchc.reading.schedules.marks import Row, mark_text
from cchc.reading.schedules.parts import Part, read_parts
from cchc.reading.schedules.subjects import trimmed
from cchc.reading.schedules.wording import word_schedule

__all__ = ["format_schedule", "parse_schedule"]


def parse_schedule(text: str, *, year: int | None = None) -> Schedule:
    """The schedule that a time cell states; a phrase without a year takes `year`, the plan's.

    Never fails: what holds no time, or a time without any year, is `Conditional` on its own words.

    >>> parse_schedule("Quý II, III", year=2024)
    Window(start=datetime.date(2024, 4, 1), end=datetime.date(2024, 9, 30), subject='')
    """
    composed = unicodedata.normalize("NFC", text)
    row = mark_text(composed)
    parts = read_parts(row, _only_year(row) if year is None else year)
    if all(isinstance(part.schedule, Conditional) for part in parts):
        return Conditional(trigger=_words(composed))
    return _composed(parts)


def format_schedule(schedule: Schedule) -> str:
    """The schedule as a careful official writes it; reading it gives the schedule back.

    Words that would be taken for a time or for a join are put in quotation marks. A lone schedule's subject is printed, though
    reading drops it.

    >>> format_schedule(parse_schedule("trước quý III năm 2024"))
    'Chậm nhất ngày 30/6/2024'
    """
    words = word_schedule(schedule)
    return words if parse_schedule(words) == evolve(schedule, subject="") else word_schedule(schedule, quotes=True)


def _only_year(row: Row) -> int | None:
    """The one year that a cell writes, for its times that write none; not for 29 February, which not every year has."""
    moments = [mark.moment for mark in row.marks if mark.moment]
    written = {moment.year for moment in moments if moment.year and moment.shift is None}
    leap_day = any(moment.first == (2, 29) and not moment.says_year for moment in moments)
    return written.pop() if len(written) == 1 and not leap_day else None


def _words(text: str) -> str:
    """A phrase as written, on one line and without the punctuation around it; all of it where it is nothing else."""
    line = plain(text)
    return trimmed(line) or line


def _composed(parts: list[Part]) -> Schedule:
    """One schedule of the parts; those with one subject in a row are a compound of their own."""
    groups: list[list[Part]] = []
    if any(part.subject for part in parts) or len({part.verb.casefold() for part in parts if part.verb}) > 1:
        parts = [evolve(part, subject=part.subject or part.verb) for part in parts]
    parts = [evolve(part, verb="") for part in parts]
    for part in parts:
        if groups and part == evolve(groups[-1][-1], either=part.either):
            continue
        if groups and part.subject and part.subject == groups[-1][-1].subject:
            groups[-1].append(part)
        else:
            groups.append([part])
    if len(groups) == 1:
        # a lone subject tells nothing apart: it is the task's own title
        groups = [[evolve(part, subject="")] for part in groups[0]]
    schedules = tuple(_grouped(group) for group in groups)
    if len(schedules) == 1:
        return schedules[0]
    operator = Operator.PER_SUBJECT if all(schedule.subject for schedule in schedules) else Operator.AND
    if any(group[0].either for group in groups[1:]):
        operator = Operator.OR
    return Compound(operator=operator, parts=schedules)


def _grouped(group: list[Part]) -> Schedule:
    subject = group[0].subject
    if len(group) == 1:
        return evolve(group[0].schedule, subject=subject)
    operator = Operator.OR if any(part.either for part in group[1:]) else Operator.AND
    return Compound(operator=operator, parts=tuple(part.schedule for part in group), subject=subject)
