"""The reporting regimes in force, as data: the general one and the ministry's for reform reports differ in every date."""

from functools import cache

from attrs import frozen

from cchc.catalog.calendars import calendar
from cchc.catalog.files import read_file
from cchc.model.errors import InvalidInput, Problem
from cchc.model.regime import Regime
from cchc.model.text import nearest

__all__ = ["regime", "regimes"]


@frozen(kw_only=True)
class _RegimesFile:
    regimes: tuple[Regime, ...]


def regimes() -> tuple[str, ...]:
    """The ids of the regimes there are."""
    return tuple(_load())


def regime(name: str, /) -> Regime:
    """The regime with the id `name`, its working days counted by the calendar of record.

    ``cchc-bnv`` is the ministry's for reform reports, ``nd-09`` the general one, ``calendar-quarter`` that of some sectors.
    """
    known = _load()
    if name not in known:
        raise InvalidInput(Problem(code="unknown-regime", found=name, accepted=tuple(known), near=nearest(name, known)))
    return _with_calendar(name)


@cache
def _load() -> dict[str, Regime]:
    return {found.id: found for found in read_file("regimes.toml", "regimes/1", _RegimesFile).regimes}


@cache
def _with_calendar(name: str) -> Regime:
    return _load()[name].with_calendar(calendar("vn"))
