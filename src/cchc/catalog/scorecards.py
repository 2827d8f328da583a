"""The scorecards of record, each version a file of dated data: which days it applies to, and since when that has been known.

The same question asked as of two days may so give two scorecards, and they can be compared. A file is named for the id of its
scorecard, with a word after a dot where there are several versions: ``qd-766.toml``, ``qd-766.2027.toml``.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files

from cchc.catalog.files import read_file
from cchc.model.errors import InvalidInput, Problem
from cchc.model.text import nearest
from cchc.scoring.scorecard import Scorecard

__all__ = ["chosen", "scorecard", "scorecards"]

_SCHEMA = "scorecard/1"


def scorecards() -> tuple[str, ...]:
    """The ids of the scorecards there are."""
    return tuple(_names())


def scorecard(name: str, /, *, valid_on: date | None = None, known_on: date | None = None) -> Scorecard:
    """The scorecard with the id `name` that applied on `valid_on`, as it was known on `known_on`.

    Without a day the latest version is meant, in both senses. `InvalidInput` names the ids there are, or the days that the
    versions apply to.
    """
    names = _names()
    if name not in names:
        raise InvalidInput(Problem(code="unknown-scorecard", found=name, accepted=tuple(names), near=nearest(name, names)))
    return chosen([_load(file) for file in names[name]], valid_on=valid_on, known_on=known_on)


def chosen(versions: Iterable[Scorecard], *, valid_on: date | None = None, known_on: date | None = None) -> Scorecard:
    """The version of one scorecard that applied on `valid_on`, as known on `known_on`.

    Of several, the one that came into force last; of its corrections, the one known last.
    """
    given = sorted(versions, key=lambda card: (card.valid_from or date.min, card.known_since or date.min))
    fitting = [
        card
        for card in given
        if (valid_on is None or (card.valid_from or date.min) <= valid_on <= (card.valid_to or date.max))
        and (known_on is None or (card.known_since or date.min) <= known_on)
    ]
    if not fitting:
        accepted = tuple(f"{card.valid_from or ''}..{card.valid_to or ''} known {card.known_since or ''}" for card in given)
        found = " ".join(f"{name} {day}" for name, day in (("valid on", valid_on), ("known on", known_on)) if day)
        raise InvalidInput(Problem(code="no-version", found=found, accepted=accepted))
    return fitting[-1]


@cache
def _names() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted(entry.name for entry in (files("cchc.catalog") / "data" / "scorecards").iterdir()):
        name = file.partition(".")[0]
        found[name] = (*found.get(name, ()), file)
    return found


@cache
def _load(file: str) -> Scorecard:
    return read_file(f"scorecards/{file}", _SCHEMA, Scorecard)
