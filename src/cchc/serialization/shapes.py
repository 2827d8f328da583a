"""What an annotation says of a value's data form, said once for the readers, the writer and the schema.

An attrs class is an object; where several classes may stand, each object names its own by ``kind``, the class name in
snake_case. Any attrs class made of these shapes has a data form, wherever it is defined.
"""

import re
import types
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import field, frozen

from cchc.model.absent import Absent
from cchc.model.finding import Parameters
from cchc.model.quantity import Quantity
from cchc.model.schedule import Schedule
from cchc.model.target import Requirement
from cchc.serialization.leaves import INTEGER_AS_TEXT, LEAVES, Leaf, choice

__all__ = [
    "Choice", "Entry", "Lone", "Many", "Opaque", "Record", "Scalar", "Shape", "Table", "describe", "entries", "forms",
    "is_tagged", "kind_of", "name_of", "writes_itself",
]  # fmt: skip

_ALWAYS_TAGGED = frozenset(member for union in (Schedule, Requirement, Quantity) for member in get_args(union))
"""A schedule, a requirement and a quantity name their kind even where nothing else could stand."""


@frozen
class Scalar:
    """One word of data."""

    leaf: Leaf


@frozen
class Table:
    """The parameters of a finding."""


@frozen
class Many:
    """A list, read as a tuple."""

    item: "Shape"


@frozen
class Lone:
    """A list whose only element stands for itself."""

    item: "Shape"


@frozen
class Record:
    """An object: an attrs class that needs no kind."""

    cls: type


@frozen(kw_only=True)
class Choice:
    """One of several: classes told apart by their kind, other shapes told apart by their form, nothing where `optional`."""

    tagged: tuple[type, ...] = ()
    others: "tuple[Shape, ...]" = ()
    optional: bool = False

    @property
    def kinds(self) -> dict[str, type]:
        """The classes by the kind that names them."""
        return {kind_of(cls): cls for cls in self.tagged}

    @property
    def by_form(self) -> "dict[str, Shape]":
        """Which of `others` reads which form of data; an integer is one before it is a decimal.

        Raises `TypeError` where two would read the same, as text and a day would.
        """
        found: dict[str, Shape] = {}
        for shape in sorted(self.others, key=lambda shape: len(forms(shape))):
            for form in forms(shape):
                if found.setdefault(form, shape) is not shape and form != "integer":
                    raise TypeError(f"data of the form {form!r} could be read in more than one way")
        return found

    @property
    def accepted(self) -> tuple[str, ...]:
        """The forms of data it reads."""
        read = dict.fromkeys((*self.by_form, *(["object"] if self.tagged else []), *(["null"] if self.optional else [])))
        return tuple(read)


@frozen
class Opaque:
    """Something that is written as its value has it and cannot be read back."""

    annotation: object

    def __str__(self) -> str:
        return name_of(self.annotation)


Shape: TypeAlias = Scalar | Table | Many | Lone | Record | Choice | Opaque


def forms(member: Shape) -> tuple[str, ...]:
    """The forms of data that a member of a choice is read from; `TypeError` where it is only written."""
    match member:
        case Scalar(leaf):
            return leaf.forms
        case Many():
            return ("list",)
        case Opaque():
            raise TypeError(f"{member} is only written")
        case _:
            return ("object",)


@frozen(kw_only=True)
class Entry:
    """A field of a class as data: its key, its attribute, its shape, and what stands for it when it is left out.

    `default` is what a left-out field equals; `factory` makes it anew where the class does.
    """

    key: str
    name: str
    annotation: object
    shape: Shape
    default: object
    factory: Callable[[], object] | None = field(eq=False)
    always: bool
    convert: Callable[[object], object] | None = field(eq=False)

    @property
    def required(self) -> bool:
        """Whether data must state it."""
        return self.default is attrs.NOTHING


@cache
def kind_of(cls: type) -> str:
    """The kind that names a class in data: ``rank_within``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()


def is_tagged(cls: type) -> bool:
    """Whether an object of `cls` names its kind wherever it stands."""
    return cls in _ALWAYS_TAGGED


def name_of(annotation: object) -> str:
    """The name of a type, as an error shows it."""
    return annotation.__qualname__ if isinstance(annotation, type) else str(annotation)


def writes_itself(cls: type) -> bool:
    """Whether values of `cls` are results, which know their own plain form and are never read back."""
    return callable(getattr(cls, "to_data", None))


def describe(annotation: object) -> Shape:
    """The shape of an annotation."""
    if get_origin(annotation) in (Union, types.UnionType):
        return _choice(get_args(annotation))
    if get_origin(annotation) is tuple and len(get_args(annotation)) == 2 and get_args(annotation)[1] is ...:
        return Many(describe(get_args(annotation)[0]))
    if isinstance(annotation, type):
        if leaf := LEAVES.get(annotation):
            return Scalar(leaf)
        if issubclass(annotation, Enum):
            return Scalar(choice(annotation))
        if annotation is Parameters:
            return Table()
        if attrs.has(annotation) and not writes_itself(annotation):
            return Choice(tagged=(annotation,)) if is_tagged(annotation) else Record(annotation)
    return Opaque(annotation)


def _choice(members: tuple[object, ...]) -> Choice:
    classes = [m for m in members if isinstance(m, type) and attrs.has(m) and m not in LEAVES and not writes_itself(m)]
    tagged = len(classes) + (Absent in members) > 1 or any(map(is_tagged, classes))
    others = tuple(describe(m) for m in members if m is not types.NoneType and not (tagged and m in classes))
    return Choice(tagged=tuple(classes) if tagged else (), others=others, optional=types.NoneType in members)


@cache
def entries(cls: type) -> tuple[Entry, ...]:
    """The fields of an attrs class that are data, in order.

    A field that may be None and has no default counts as None when it is left out, because TOML cannot say None.
    """
    hints = get_type_hints(cls)
    return tuple(
        _entry(attribute, hints[attribute.name])
        for attribute in attrs.fields(cls)
        if attribute.init and attribute.metadata.get("data", True)
    )


def _entry(attribute: "attrs.Attribute[object]", annotation: object) -> Entry:
    shape = describe(annotation)
    if attribute.metadata.get("lone"):
        shape = Lone(shape.item) if isinstance(shape, Many) else shape
    if attribute.metadata.get("text"):
        shape = Scalar(INTEGER_AS_TEXT)
    optional = isinstance(shape, Choice) and shape.optional
    stated = attribute.default is not attrs.NOTHING
    factory = getattr(attribute.default, "factory", None) if type(attribute.default).__name__ == "Factory" else None
    return Entry(
        key=attribute.alias or attribute.name,
        name=attribute.name,
        annotation=annotation,
        shape=shape,
        default=None if optional and not stated else factory() if factory else attribute.default,
        factory=factory,
        always=bool(attribute.metadata.get("always")) or (optional and not stated),
        convert=None if isinstance(attribute.converter, attrs.Converter) else attribute.converter,
    )
