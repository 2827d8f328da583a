"""Agencies by id and by the names that documents use, as of a day.

A name may mean several units: Thái Bình was a province and is a ward, Sở Nội vụ outlived its province. The day tells them
apart; without one, a unit gives way to the one that took it over and to the one it lies in. What stays open is an error.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from attrs import frozen

from cchc.catalog.files import read_file
from cchc.model.agency import Agency, Level
from cchc.model.errors import InvalidInput, Problem
from cchc.model.text import nearest, plain

__all__ = ["agencies", "agency", "known_agency", "once_called", "successors"]

_FILES = ("agencies-central.toml", "agencies-provinces.toml", "agencies-hung-yen.toml")
_TERRITORY = re.compile(r"(Tỉnh|Thành phố|Thị xã|Huyện|Phường|Xã) (.+)")
_SHORT = {"Thành phố": ("tp",), "Thị xã": ("tx",)}
_COMMITTEE = ("ubnd", "ủybannhândân")
_NO_LETTER = re.compile(r"[\W_]+")
# Both ways of placing a tone are in use, hoà and hòa, thuỷ and thủy: a look-up sees one.
_TONES = {
    old: new
    for olds, news in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"), ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"), ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for old, new in zip(olds.split(), news.split(), strict=True)
}  # fmt: skip
_OLD_TONE = re.compile("|".join(_TONES))


@frozen(kw_only=True)
class _Entry:
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()


@frozen(kw_only=True)
class _Group:
    """Agencies that share a level, a parent, their days and the document behind them."""

    level: Level
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    citation: str
    confidence: str
    agencies: tuple[_Entry, ...]

    def members(self) -> Iterator[Agency]:
        for entry in self.agencies:
            yield Agency(
                id=entry.id,
                name=entry.name,
                level=self.level,
                parent=self.parent,
                aliases=entry.aliases,
                codes=entry.codes,
                valid_from=self.valid_from,
                valid_to=self.valid_to,
                successors=entry.successors,
                citation=self.citation,
                confidence=self.confidence,
            )


@frozen(kw_only=True)
class _AgenciesFile:
    groups: tuple[_Group, ...]


def agencies() -> tuple[Agency, ...]:
    """Every agency of the catalogue, those that have ended included.

    The 34 provinces and the 53 they came from, Hưng Yên's communes, districts and departments, and a few central bodies.
    """
    return tuple(_by_id().values())


def agency(name: str, /, *, on: date | None = None, within: str = "") -> Agency:
    """The agency with that id, name or abbreviation: ``agency("Sở KH&ĐT", on=date(2024, 5, 1))``.

    Capitals, spaces, punctuation and the place of a tone mark do not matter. `on` leaves only who existed that day; `within` is
    the id or the name of a unit it lies in, or of who took that over. `InvalidInput` when no agency or more than one is left.
    """
    known = _by_id()
    found = (known[name],) if name in known else _by_name().get(_key(name), ())
    pool = tuple(known.values())
    if within:
        place = agency(within, on=None if within in known else on)
        found, pool = (tuple(one for one in some if _lies_within(one, place)) for some in (found, pool))
    if not found:
        near = nearest(name, dict.fromkeys(text for one in pool for text in (one.id, one.name, *one.aliases)))
        raise InvalidInput(Problem(code="unknown-agency", found=name, place=within, near=near))
    if on is not None and not (there := tuple(one for one in found if one.exists_on(on))):
        after = dict.fromkeys(later.id for one in found for later in successors(one, on))
        raise InvalidInput(Problem(code="no-such-agency-then", found=f"{name}, {on}", place=within, accepted=tuple(after)))
    left = _without_yielding(found if on is None else there)
    if len(left) > 1:
        ids = tuple(one.id for one in left)
        raise InvalidInput(Problem(code="ambiguous-agency", found=name, place=within, accepted=ids))
    return left[0]


def known_agency(name: str, /, *, on: date | None = None, within: Agency | None = None) -> Agency | None:
    """The agency with that id, name or abbreviation, as `agency` finds it; None where none or more than one is left."""
    known = _by_id()
    found = (known[name],) if name in known else _by_name().get(_key(name), ())
    there = tuple(one for one in found if (on is None or one.exists_on(on)) and (within is None or _lies_within(one, within)))
    left = _without_yielding(there)
    return left[0] if len(left) == 1 else None


def once_called(name: str, /) -> tuple[Agency, ...]:
    """Every agency that is or was called so, whenever that was."""
    return _by_name().get(_key(name), ())


def successors(of: Agency, on: date) -> tuple[Agency, ...]:
    """Who does the work of an agency on a day: itself while it exists, else those that took over, however many times."""
    if of.exists_on(on):
        return (of,)
    found = [later for name in of.successors for later in successors(agency(name), on)]
    return tuple({later.id: later for later in found}.values())


def _without_yielding(found: tuple[Agency, ...]) -> tuple[Agency, ...]:
    """`found` without those that another of them took over or holds."""
    return tuple(one for one in found if not any(other is not one and _lies_within(one, other) for other in found))


def _lies_within(one: Agency, place: Agency) -> bool:
    """Whether `one` is `place`, was taken over by it, or lies in a unit that is or was."""
    return place.id in _heirs(one.id) or (one.parent != "" and _lies_within(_by_id()[one.parent], place))


@cache
def _heirs(name: str) -> frozenset[str]:
    """The id and those of everybody who took over since."""
    return frozenset({name}).union(*(_heirs(later) for later in _by_id()[name].successors))


@cache
def _by_id() -> Mapping[str, Agency]:
    groups = (group for file in _FILES for group in read_file(file, "agencies/1", _AgenciesFile).groups)
    return MappingProxyType({one.id: one for group in groups for one in group.members()})


@cache
def _by_name() -> Mapping[str, tuple[Agency, ...]]:
    found: dict[str, dict[str, Agency]] = {}
    for one in _by_id().values():
        for key in _keys(one):
            found.setdefault(key, {})[one.id] = one
    return MappingProxyType({key: tuple(named.values()) for key, named in found.items()})


def _key(text: str) -> str:
    """What a look-up compares of a name: its letters and digits, composed, in lower case, tones in one place."""
    letters = _NO_LETTER.sub("", plain(text).casefold())
    return _OLD_TONE.sub(lambda match: _TONES[match[0]], letters)


def _keys(one: Agency) -> Iterable[str]:
    """Everything the agency is called, as keys.

    A territory is also called by its bare name and by its people's committee's, a department by its province's after its own.
    """
    own = [_key(name) for name in (one.name, *one.aliases)]
    yield from own
    if territory := _TERRITORY.fullmatch(one.name):
        kind, bare = territory[1], _key(territory[2])
        yield bare
        for full in (own[0], *(short + bare for short in _SHORT.get(kind, ()))):
            yield full
            yield from (committee + full for committee in _COMMITTEE)
        if one.level is Level.PROVINCE:
            yield from (committee + _key(kind) for committee in _COMMITTEE)
    elif parent := _TERRITORY.fullmatch(_by_id()[one.parent].name if one.parent else ""):
        for name in own:
            stem = name.removesuffix("tỉnh")
            yield stem + _key(parent[0])
            yield stem + _key(parent[2])
