"""Values to plain data and back.

`to_data` makes of any model value what JSON can hold; `from_data` reads it back strictly: unknown keys, wrong types, numbers
that are not exact and values that contradict themselves are refused, all at once, each with its place.
"""

import builtins
from types import UnionType
from typing import TypeVar, overload

from cchc.model.errors import InvalidInput
from cchc.serialization.composed import composed
from cchc.serialization.leaves import Data
from cchc.serialization.readers import reader
from cchc.serialization.versions import SCHEMA, stated_type, states_schema
from cchc.serialization.writers import write

__all__ = ["from_data", "read_carefully", "to_data", "without_schema"]

_T = TypeVar("_T")


def to_data(value: object) -> Data:
    """The plain data of a value: objects, lists, text, integers, true and false, null.

    A tuple becomes a list, a mapping an object; a result, such as a ledger, is written by its own ``to_data``. Raises
    `InvalidInput` for what has no data form.
    """
    return write(value)


@overload
def from_data(data: object, type: type[_T]) -> _T: ...
@overload
def from_data(data: object, type: UnionType) -> object: ...


def from_data(data: object, type: object) -> object:  # noqa: A002 - the promised name
    """The value of `type` that plain `data` states, read strictly.

    `type` is an attrs class, a union such as `Schedule`, or a tuple of either. An object may say its schema, as files do.
    Raises `InvalidInput` with every problem in the data, `TypeError` for a type that is only written, such as a result.
    """
    read = reader(type)
    try:
        found = read(without_schema(data, type))
        if {str}.issuperset(map(builtins.type, found.texts)):  # a caller may hand over texts of a class of its own
            return found.value
    except Exception:  # noqa: BLE001, S110 - whatever it was, the strict converter says what is wrong
        pass
    return read_carefully(data, type)


def read_carefully(data: object, kind: object, types: tuple[type, ...] = ()) -> object:
    """The value of `kind`, or without one of that of `types` whose schema is stated; with everything that is wrong told."""
    from cchc.serialization.strict import read_strictly  # cattrs takes a while to import, and good data never needs it

    clean, problems = composed(data)
    try:
        kind = kind or stated_type(clean, types)
        reader(kind)  # a type that is only written is the caller's mistake, whatever the data
        value = read_strictly(without_schema(clean, kind), kind)
    except InvalidInput as error:
        raise InvalidInput((*problems, *error.problems)) from None
    if problems:
        raise InvalidInput(problems)
    return value


def without_schema(data: object, kind: object) -> object:
    """`data` without its schema, which must be that of `kind`; as it is where it states none."""
    if isinstance(data, dict) and SCHEMA in data and isinstance(kind, type) and states_schema(kind):
        stated_type(data, (kind,))
        return {key: value for key, value in data.items() if key != SCHEMA}
    return data
