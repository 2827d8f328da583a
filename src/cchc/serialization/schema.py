"""JSON Schema (2020-12) of a type: what the loader accepts and nothing else, as far as a schema can say it.

What it cannot say is what two fields say of one another (an end before a start, a number given twice), whether a symbol
is one, and that ``1.0`` is no integer.
"""

from types import UnionType
from typing import cast

from cchc.model.quantity import Quantity
from cchc.serialization.bounds import BOUNDS
from cchc.serialization.leaves import Data
from cchc.serialization.parameters import parameters_schema
from cchc.serialization.readers import reader
from cchc.serialization.shapes import Choice, Lone, Many, Record, Scalar, Shape, describe, entries, is_tagged, kind_of
from cchc.serialization.versions import SCHEMA, schema_of, states_schema

__all__ = ["json_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(type: type | UnionType) -> dict[str, Data]:  # noqa: A002 - the promised name
    """The JSON Schema of a type's data; of an attrs class also that of its files, whose ``schema`` key it allows.

    Raises `TypeError` for a type that cannot be read from data, such as a result.
    """
    reader(type)  # which refuses a type that is only written
    definitions = _Definitions()
    if isinstance(type, UnionType) or not states_schema(type):
        root = definitions.of(describe(type))
    else:
        root = definitions.of_class(type, tagged=is_tagged(type))
        own = cast("dict[str, Data]", root["properties"])
        root = {**root, "properties": {SCHEMA: {"const": schema_of(type)}, **own}}
    return {"$schema": _DIALECT, **root, "$defs": {name: definitions.found[name] for name in sorted(definitions.found)}}


class _Definitions:
    """The schemas of the classes that a type is made of, each once."""

    def __init__(self) -> None:
        self.names: dict[tuple[type, bool], str] = {}
        self.found: dict[str, Data] = {}

    def of(self, shape: Shape) -> dict[str, Data]:
        """The schema of a shape."""
        match shape:
            case Scalar(leaf):
                return dict(leaf.schema)
            case Many(item):
                return {"type": "array", "items": self.of(item)}
            case Lone(item):
                return {"anyOf": [self.of(item), {"type": "array", "items": self.of(item)}]}
            case Record(cls):
                return self.reference(cls, tagged=False)
            case Choice():
                return self.of_choice(shape)
            case _:  # a table: what cannot be read at all, the reader has refused
                return parameters_schema(self.of(describe(Quantity)))

    def of_choice(self, choice: Choice) -> dict[str, Data]:
        shapes = dict.fromkeys(map(id, choice.by_form.values()))
        members: list[Data] = [self.reference(cls, tagged=True) for cls in choice.tagged]
        members += [self.of(shape) for shape in choice.others if id(shape) in shapes]
        members += [{"type": "null"}] if choice.optional else []
        return {"anyOf": members}

    def reference(self, cls: type, *, tagged: bool) -> dict[str, Data]:
        """A reference to a class's schema, which is made when first referred to."""
        if (cls, tagged) not in self.names:
            name = kind_of(cls) if tagged else cls.__name__
            while name in self.names.values():  # another class of the same name
                name += "_"
            self.names[cls, tagged] = name
            self.found[name] = self.of_class(cls, tagged=tagged)
        return {"$ref": f"#/$defs/{self.names[cls, tagged]}"}

    def of_class(self, cls: type, *, tagged: bool) -> dict[str, Data]:
        """The schema of an object of a class."""
        fields = entries(cls)
        kind: dict[str, Data] = {"kind": {"const": kind_of(cls)}} if tagged else {}
        properties = {entry.key: self.of(entry.shape) | dict(BOUNDS.get((cls, entry.name), {})) for entry in fields}
        return {
            "title": cls.__name__,
            "description": (cls.__doc__ or "").partition("\n")[0],
            "type": "object",
            "properties": {**kind, **properties},
            "required": [*kind, *(entry.key for entry in fields if entry.required)],
            "additionalProperties": False,
        }
