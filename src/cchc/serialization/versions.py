"""What a file says of itself: ``plan/1``, the kind of thing it holds and the version of its form.

A form only gains fields with defaults within a version, so an older file stays readable; a newer one is refused.
"""

import re
from collections.abc import Iterable
from functools import cache

from attrs import has

from cchc.model.errors import InvalidInput, Problem
from cchc.model.text import nearest
from cchc.serialization.leaves import LEAVES, shown, wrong_type
from cchc.serialization.shapes import entries, kind_of, writes_itself

__all__ = ["SCHEMA", "schema_of", "stated_type", "states_schema"]

SCHEMA = "schema"
"""The key under which a file says its schema."""

_VERSION = 1
_STATED = re.compile(r"([a-z-]+)/([0-9]{1,9})")


@cache
def states_schema(cls: type) -> bool:
    """Whether a value of the class may stand in a file of its own: an object that uses the key for no field of its own."""
    return has(cls) and cls not in LEAVES and not writes_itself(cls) and all(entry.key != SCHEMA for entry in entries(cls))


@cache
def schema_of(cls: type) -> str:
    """The schema of a class as files state it, made of its name: ``task-event/1``."""
    return f"{kind_of(cls).replace('_', '-')}/{_VERSION}"


def stated_type(data: object, types: Iterable[type]) -> type:
    """The one of `types` whose schema `data` states; `InvalidInput` where it states none of theirs."""
    known = {schema_of(cls): cls for cls in types}
    if type(data) is not dict:
        raise wrong_type(data, "object")
    if SCHEMA not in data:
        raise InvalidInput(Problem(code="missing-key", place=SCHEMA, accepted=tuple(known)))
    found = data[SCHEMA]
    if type(found) is not str:
        raise InvalidInput(Problem(code="wrong-type", place=SCHEMA, found=shown(found), accepted=("text",)))
    if found in known:
        return known[found]
    stated = _STATED.fullmatch(found)
    if stated and f"{stated[1]}/{_VERSION}" in known and int(stated[2]) > _VERSION:
        raise InvalidInput(Problem(code="newer-schema", place=SCHEMA, found=shown(found), accepted=tuple(known)))
    near = nearest(found, known)
    raise InvalidInput(Problem(code="unknown-schema", place=SCHEMA, found=shown(found), accepted=tuple(known), near=near))
