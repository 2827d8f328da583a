"""Files of one's own: plans, reports, progress, waivers, calendars, regimes and scorecards, told apart by their schema."""

import os
from typing import TypeVar, overload

from cchc import serialization
from cchc.model import Calendar, Plan, Progress, Regime, Report, Waivers

# Scorecards lie beside serialization, which therefore does not know them; here both are known.
from cchc.scoring.scorecard import Scorecard

__all__ = ["load"]

_T = TypeVar("_T")


@overload
def load(path: str | os.PathLike[str]) -> Plan | Report | Progress | Calendar | Regime | Waivers | Scorecard: ...
@overload
def load(path: str | os.PathLike[str], type: type[_T]) -> _T: ...


def load(path: str | os.PathLike[str], type: type | None = None) -> object:  # noqa: A002 - the promised name
    """The value that a file holds, ``.json`` or ``.toml``; without a `type`, what its schema says.

    Raises `InvalidInput` with every problem and its place, a file that cannot be read included.
    """
    return serialization.load(path, *((type,) if type else (*serialization.FILE_TYPES, Scorecard)))
