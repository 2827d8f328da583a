"""The calendar of record: every day that the weekly rule does not decide, with the document behind it.

Days off and worked Saturdays come from a notice of each year (Bộ luật Lao động 45/2019/QH14, Điều 111 and 112), so they are
dated data; the years that no document reaches were computed once and are marked unofficial.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from attrs import frozen

from cchc.catalog.files import read_file
from cchc.model.calendar import Calendar, DayKind, SpecialDay
from cchc.model.errors import InvalidInput, Problem
from cchc.model.text import nearest

__all__ = ["calendar"]

_RECORD, _UNOFFICIAL = "calendar-{}.toml", "calendar-{}-unofficial.toml"
_IDS = ("vn",)


@frozen(kw_only=True)
class _SameDays:
    """Days that share a name, a kind and a document."""

    on: tuple[date, ...]
    name: str
    kind: DayKind
    document: str = ""
    confidence: str


@frozen(kw_only=True)
class _Swap:
    """A working day given off and the weekly rest day worked in its place."""

    off: date
    worked: date
    document: str = ""
    confidence: str


@frozen(kw_only=True)
class _UnofficialFile:
    days: tuple[_SameDays, ...]
    swaps: tuple[_Swap, ...]

    def special_days(self) -> Iterator[SpecialDay]:
        for same in self.days:
            for day in same.on:
                yield SpecialDay(on=day, kind=same.kind, name=same.name, document=same.document, confidence=same.confidence)
        for swap in self.swaps:
            for day, kind, name in (
                (swap.off, DayKind.SWAPPED_OFF, "Hoán đổi ngày làm việc"), (swap.worked, DayKind.WORKED, "Ngày làm bù"),
            ):  # fmt: skip
                yield SpecialDay(on=day, kind=kind, name=name, document=swap.document, confidence=swap.confidence)


@frozen(kw_only=True)
class _RecordFile(_UnofficialFile):
    id: str
    first: date
    last: date
    weekly_rest: tuple[int, ...]
    official_from: date
    official_to: date


def calendar(name: str = "vn", /) -> Calendar:
    """The calendar called `name`, of which there is one: ``vn``, the working days of the Vietnamese state, 2010 to 2040.

    Its years 2021 to 2026 rest on documents; `Calendar.is_official` is false in the others. It is loaded once.
    """
    if name not in _IDS:
        raise InvalidInput(Problem(code="unknown-calendar", found=name, accepted=_IDS, near=nearest(name, _IDS)))
    return _load(name)


@cache
def _load(name: str) -> Calendar:
    record = read_file(_RECORD.format(name), "calendar/1", _RecordFile)
    unofficial = read_file(_UNOFFICIAL.format(name), "calendar-days/1", _UnofficialFile)
    return Calendar(
        id=record.id,
        first=record.first,
        last=record.last,
        weekly_rest=record.weekly_rest,
        official_from=record.official_from,
        official_to=record.official_to,
        days=tuple(sorted((*record.special_days(), *unofficial.special_days()), key=lambda day: day.on)),
    )
