"""Writing: source code made once for each class, as attrs and cattrs do, that puts its fields into plain data.

A field equal to its default is left out; the order of keys is the order of fields. A result, such as a ledger, says its own
form by a method ``to_data``; it is written by that and never read back.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache
from typing import Protocol, TypeAlias, cast

import attrs

from cchc.model.errors import InvalidInput, Problem
from cchc.model.finding import Parameters
from cchc.serialization.leaves import LEAVES, Data, choice
from cchc.serialization.parameters import write_parameters
from cchc.serialization.shapes import Choice, Entry, Lone, Many, Scalar, Shape, entries, is_tagged, kind_of, writes_itself

__all__ = ["Result", "made", "named", "stated", "write"]

_Write: TypeAlias = Callable[[object], Data]


class Result(Protocol):
    """A value that knows its own plain form; whatever stands in it is written as everywhere."""

    def to_data(self) -> Mapping[str, object]:
        """The form, with its schema where it states one."""


def write(value: object) -> Data:
    """The data of any value: of the model's and others' attrs types, of tuples, lists and mappings of them."""
    kind: type = type(value)
    return _writer(kind)(value)


class _Writers(dict[type, _Write]):
    """The writers of a choice's members by their type, found when first needed."""

    def __init__(self, tagged: frozenset[type] = frozenset()) -> None:
        self.tagged = tagged

    def __missing__(self, kind: type) -> _Write:
        found = self[kind] = _class_writer(kind, tagged=True) if kind in self.tagged else _writer(kind)
        return found


@cache
def _writer(kind: type) -> _Write:
    if leaf := LEAVES.get(kind) or (choice(kind) if issubclass(kind, Enum) else None):
        return _leaf_writer(leaf.written)
    if writes_itself(kind):
        return _write_result
    if attrs.has(kind):
        return _class_writer(kind, tagged=is_tagged(kind))
    if kind is type(None):
        return lambda _: None
    if issubclass(kind, (tuple, list)):
        return _write_list
    if issubclass(kind, Parameters):
        return _write_parameters
    if issubclass(kind, Mapping):
        return _write_mapping
    raise InvalidInput(Problem(code="no-data-form", found=kind.__name__))


def _leaf_writer(written: str) -> _Write:
    return cast("_Write", made(f"def write(x):\n    return {written.format(x='x')}\n", {}))


def _write_result(value: object) -> Data:
    return write(cast("Result", value).to_data())


def _write_list(value: object) -> Data:
    return [write(element) for element in cast("Iterable[object]", value)]


def _write_mapping(value: object) -> Data:
    return {str(write(key)): write(element) for key, element in cast("Mapping[object, object]", value).items()}


def _write_parameters(value: object) -> Data:
    return write_parameters(cast("Parameters", value), write)


@cache
def _class_writer(cls: type, *, tagged: bool) -> _Write:
    names: dict[str, object] = {}
    first = [f"'kind': {kind_of(cls)!r}"] if tagged else []
    lines: list[str] = []
    for entry in entries(cls):
        expression = _expression(entry.shape, "x", names)
        if not lines and _is_always_written(entry):
            first.append(f"{entry.key!r}: {_expression(entry.shape, f'value.{entry.name}', names)}")
            continue
        lines += [f"x = value.{entry.name}", f"{stated(entry, names)}data[{entry.key!r}] = {expression}"]
    body = [f"data = {{{', '.join(first)}}}", *lines, "return data"]
    return cast("_Write", made("def write(value):\n" + "".join(f"    {line}\n" for line in body), names))


def _is_always_written(entry: Entry) -> bool:
    return entry.always or entry.required


def stated(entry: Entry, names: dict[str, object]) -> str:
    """The condition under which a field is written: nothing, or that it is not its default."""
    default = entry.default
    if _is_always_written(entry):
        return ""
    if default is None:
        return "if x is not None: "
    if default in ("", (), False) and type(default) in (str, tuple, bool):
        return "if x: "
    name = named(default, names)
    return f"if type(x) is not type({name}) or x != {name}: "


def _expression(shape: Shape, x: str, names: dict[str, object]) -> str:
    """Source that makes data of the value `x`; what it refers to is put into `names`."""
    match shape:
        case Scalar(leaf):
            return leaf.written.format(x=x)
        case Many(Scalar(leaf)) if leaf.written == "{x}":
            return f"list({x})"
        case Many(item):
            return f"[{_expression(item, 'i', names)} for i in {x}]"
        case Lone(item):
            return f"{_expression(item, f'{x}[0]', names)} if len({x}) == 1 else {_expression(Many(item), x, names)}"
        case Choice(tagged=(), others=(only,), optional=True):
            return f"None if {x} is None else {_expression(only, x, names)}"
        case Choice():
            writers = _Writers(frozenset(shape.tagged))
        case _:
            writers = _Writers()
    return f"{named(writers, names)}[type({x})]({x})"


def named(value: object, names: dict[str, object]) -> str:
    """A name for a value that made source refers to."""
    name = f"n{len(names)}"
    names[name] = value
    return name


def made(source: str, names: dict[str, object]) -> Callable[[object], object]:
    """The function ``write`` that `source` defines."""
    exec(source, names)  # noqa: S102 - the source is made above from classes alone, never from data
    return cast("Callable[[object], object]", names["write"])
