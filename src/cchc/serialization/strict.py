"""The definition of reading: a cattrs converter that forbids extra keys and reports every problem with its place.

It is run when the compiled reader meets anything it does not like, so it may take its time over saying what is wrong.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from attrs import evolve, has
from attrs import fields as attrs_fields
from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from cchc.model.errors import InvalidInput, Problem
from cchc.model.quantity import Quantity
from cchc.serialization.leaves import LEAVES, chosen, form, shown, unknown_keys, wrong_type
from cchc.serialization.parameters import read_parameters
from cchc.serialization.shapes import (
    Choice,
    Entry,
    Lone,
    Many,
    Record,
    Scalar,
    Shape,
    describe,
    entries,
)

__all__ = ["read_strictly"]

_Hook = Callable[[object], object]
_KIND, _ABSENT = "kind", "absent"


def read_strictly(data: object, annotation: object) -> object:
    """The value that `data` states, or `InvalidInput` with every problem in it."""
    try:
        return _hook(describe(annotation))(data)
    except Exception as error:  # noqa: BLE001 - whatever a class's own validation raises, it is the data's fault
        raise InvalidInput(tuple(_problems(error, ""))) from None


def _hook(shape: Shape) -> _Hook:
    match shape:
        case Scalar(leaf):
            return leaf.read
        case Many(item):
            return lambda data: _read_list(data, item)
        case Lone(item):
            return lambda data: _read_list(data if type(data) is list else [data], item)
        case Choice():
            return lambda data: _read_choice(data, shape)
        case Record(cls):
            return lambda data: _converter().structure(data, cls)
        case _:  # a table: what cannot be read at all, the quick reader has refused
            return lambda data: read_parameters(data, lambda quantity: read_strictly(quantity, Quantity))


def _read_list(data: object, item: Shape) -> tuple[object, ...]:
    if type(data) is not list:
        raise wrong_type(data, "list")
    hook, values, errors = _hook(item), [], []
    for index, element in enumerate(data):
        try:
            values.append(hook(element))
        except Exception as error:  # noqa: BLE001 - every element is tried, so that all problems are told at once
            error.add_note(IterableValidationNote("in a list", index, item))
            errors.append(error)
    if errors:
        raise IterableValidationError("in a list", errors, tuple)
    return tuple(values)


def _read_choice(data: object, choice: Choice) -> object:
    if data is None and choice.optional:
        return None
    if type(data) is dict and choice.tagged and not (_ABSENT in data and "object" in choice.by_form):
        if _KIND not in data:
            raise InvalidInput(Problem(code="missing-key", place=_KIND, accepted=tuple(choice.kinds)))
        try:
            cls = chosen(data[_KIND], choice.kinds)
        except InvalidInput as error:
            raise InvalidInput([evolve(problem, place=_KIND) for problem in error.problems]) from None
        return _converter().structure({key: value for key, value in data.items() if key != _KIND}, cls)
    shapes = choice.by_form
    if not choice.tagged and len(choice.others) == 1:
        return _hook(choice.others[0])(data)
    # A float among exact numbers is told to be written as text, as it is where a decimal stands alone.
    inexact = type(data) is float and shapes.get("text") == Scalar(LEAVES[Decimal])
    if shape := shapes.get("text" if inexact else form(data)):
        return _hook(shape)(data)
    raise wrong_type(data, *choice.accepted)


@cache
def _converter() -> Converter:
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_structure_hook_factory(has, lambda cls: _class_hook(cls, converter))
    return converter


def _class_hook(cls: type, converter: Converter) -> Callable[[object, type], object]:
    fields = entries(cls)
    by_name = {entry.name: override(rename=entry.key, struct_hook=_field_hook(entry)) for entry in fields}
    unread = {a.name: override(omit=True) for a in attrs_fields(cls) if a.name not in by_name}
    read = make_dict_structure_fn(cls, converter, **by_name, **unread)  # type: ignore[arg-type, var-annotated]
    unstated = {entry.key: None for entry in fields if entry.default is None}

    def hook(data: object, kind: type) -> object:
        if type(data) is not dict:
            raise wrong_type(data, "object")
        return read(unstated | data, kind)

    return hook


def _field_hook(entry: Entry) -> Callable[[object, object], object]:
    """Read a field and try its own converter on it, so that what the converter refuses is placed at the field."""
    read, convert = _hook(entry.shape), entry.convert

    def hook(data: object, _: object) -> object:
        value = read(data)
        if convert is not None:
            convert(value)
        return value

    return hook


def _problems(error: Exception, place: str) -> Iterator[Problem]:
    match error:
        case InvalidInput():
            for problem in error.problems:
                yield evolve(problem, place=_joined(place, problem.place))
        case ClassValidationError():
            inner, others = error.group_exceptions()
            for cause, note in inner:
                yield from _field_problems(cause, error.cl, place, note.name)
            for cause in others:
                yield from _problems(cause, place)
        case IterableValidationError():
            for cause, at in error.group_exceptions()[0]:
                yield from _problems(cause, f"{place}[{at.index}]")
        case ForbiddenExtraKeysError():
            yield from unknown_keys(sorted(error.extra_fields), [entry.key for entry in entries(error.cl)], place)
        case _:
            yield Problem(code="not-valid", found=shown(str(error)), place=place)


def _field_problems(error: Exception, cls: type, place: str, name: str) -> Iterator[Problem]:
    entry = next(entry for entry in entries(cls) if entry.name == name)
    where = _joined(place, entry.key)
    if isinstance(error, KeyError) and error.args == (entry.key,):
        yield Problem(code="missing-key", place=where)
    else:
        yield from _problems(error, where)


def _joined(place: str, inner: str) -> str:
    return f"{place}.{inner}" if place and inner and not inner.startswith("[") else place + inner
