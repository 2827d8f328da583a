"""Writing JSON at once, without plain data in between, where the extra ``fast`` is not installed.

Python's own encoder costs more than reading a plan and checking it; source code made once for each class puts the text
together in half the time. What it writes is what the encoder would write of the plain data, to the last character.
"""

import json
from collections.abc import Callable
from functools import cache
from json.encoder import encode_basestring
from typing import TypeAlias, cast

import attrs

from cchc.serialization.leaves import LEAVES, Leaf
from cchc.serialization.shapes import Choice, Lone, Many, Scalar, Shape, entries, is_tagged, kind_of
from cchc.serialization.versions import SCHEMA
from cchc.serialization.writers import made, named, stated, write

__all__ = ["json_text"]

_Write: TypeAlias = Callable[[object, list[str]], None]

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_text(value: object, schema: str) -> str:
    """The JSON of an attrs value with its schema before its fields, in one line."""
    kind: type = type(value)
    parts: list[str] = []
    _writer(kind)(value, parts)
    stated = f'{{"{SCHEMA}":"{schema}"'
    parts[0] = f"{stated}}}" if parts == ["{}"] else f"{stated},{parts[0][1:]}"
    return "".join(parts)


class _Writers(dict[type, _Write]):
    """The writers of a choice's members by their type, found when first needed."""

    def __init__(self, tagged: frozenset[type]) -> None:
        self.tagged = tagged

    def __missing__(self, kind: type) -> _Write:
        found = self[kind] = _class_writer(kind, tagged=True) if kind in self.tagged else _writer(kind)
        return found


def _writer(kind: type) -> _Write:
    if attrs.has(kind) and kind not in LEAVES:
        return _class_writer(kind, tagged=is_tagged(kind))
    return lambda value, parts: parts.append(_encoded(write(value)))


@cache
def _class_writer(cls: type, *, tagged: bool) -> _Write:
    names: dict[str, object] = {"escaped": encode_basestring}
    kind = f',"kind":"{kind_of(cls)}"'
    lines = ["put = parts.append", "start = len(parts)", *([f"put({kind!r})"] if tagged else [])]
    for entry in entries(cls):
        key, condition = f',"{entry.key}":', stated(entry, names)
        written = [f"put({key!r})", *_statements(entry.shape, "x", names)]
        lines += [f"x = value.{entry.name}", *([condition, *_indented(written)] if condition else written)]
    lines += ["if len(parts) == start: put('{}')", "else:", "    parts[start] = '{' + parts[start][1:]", "    put('}')"]
    return cast("_Write", made("def write(value, parts):\n" + "\n".join(_indented(lines)), names))


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _leaf(leaf: Leaf, x: str) -> str:
    """Source of the text of one word of data."""
    match leaf.forms[0]:
        case "integer":
            return f"str({x})"
        case "boolean":
            return f"('true' if {x} else 'false')"
        case "object":
            return f"'{{\"absent\":' + escaped({x}._value_) + '}}'"
        case _:
            return f"escaped({leaf.written.format(x=x)})"


def _statements(shape: Shape, x: str, names: dict[str, object]) -> list[str]:
    """Source that puts the text of the value `x` among the parts."""
    match shape:
        case Scalar(leaf):
            return [f"put({_leaf(leaf, x)})"]
        case Many(Scalar(leaf)):
            return [f"put('[' + ','.join([{_leaf(leaf, 'i')} for i in {x}]) + ']')"]
        case Many(item):
            each, comma = f"{x}_each", f"{x}_comma"
            inner = [f"put({comma})", *_statements(item, each, names), f"{comma} = ','"]
            return [f"{comma} = '['", f"for {each} in {x}:", *_indented(inner), f"put(']' if {x} else '[]')"]
        case Lone(item):
            alone = [f"{x}_only = {x}[0]", *_statements(item, f"{x}_only", names)]
            return [f"if len({x}) == 1:", *_indented(alone), "else:", *_indented(_statements(Many(item), x, names))]
        case Choice(tagged=(), others=(only,), optional=True):
            return [f"if {x} is None: put('null')", "else:", *_indented(_statements(only, x, names))]
        case Choice():
            writers = _Writers(frozenset(shape.tagged))
        case _:
            writers = _Writers(frozenset())
    return [f"{named(writers, names)}[type({x})]({x}, parts)"]
