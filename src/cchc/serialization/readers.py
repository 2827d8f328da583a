"""The quick way in: source code made once for each class that checks and builds in one pass, or gives up.

It must never accept what the strict converter refuses, nor read it otherwise; on any trouble the strict converter is asked.
Texts and sizes of objects are gathered on the way, so that composition (NFC) is tested once for all texts of a document, and
a key that stood twice in its JSON shows in the count.
"""

import unicodedata
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TypeAlias, cast

from attrs import frozen

from cchc.serialization.leaves import FAST_NAMES, LEAVES
from cchc.serialization.shapes import Choice, Entry, Lone, Many, Record, Scalar, Shape, Table, describe, entries, name_of
from cchc.serialization.twins import twin_of

__all__ = ["Read", "Trouble", "reader"]

_DEEPEST = 16
"""How often a class may stand within itself before the strict converter is asked; it allows more."""


class Trouble(Exception):
    """The quick way is no way for this data; the strict converter knows why."""


@frozen(kw_only=True)
class Read:
    """A value, with how many keys its objects had in all, its texts, and all of them in one."""

    value: object
    keys: int
    texts: list[str]
    joined: str


@cache
def reader(annotation: object) -> Callable[[object], Read]:
    """The quick reader of a type; it raises whatever comes when the data is not as it should be.

    Raises `TypeError` at once for a type that cannot be read back, such as a result.
    """
    try:
        root = _Source().compiled(describe(annotation))
    except TypeError as error:
        raise TypeError(f"{name_of(annotation)} cannot be read from data: {error}") from None

    def read(data: object) -> Read:
        texts: list[str] = []
        sizes = [0]
        value = root(data, texts, sizes)
        joined = "\0".join(texts)
        if not joined.isascii():
            joined.encode("utf-16-le")  # the quickest way to find half characters: it raises
            if not unicodedata.is_normalized("NFC", joined):
                raise Trouble
        return Read(value=value, keys=sum(sizes), texts=texts, joined=joined)

    return read


_Root: TypeAlias = Callable[[object, list[str], list[int]], object]
_TYPES = {"text": "str", "integer": "int", "boolean": "bool", "list": "list", "object": "dict", "date": "date"}


class _Source:
    """The source of the functions that read one shape and everything within it."""

    def __init__(self) -> None:
        self.names: dict[str, object] = {"Trouble": Trouble, "new": object.__new__, "date": date, **FAST_NAMES}
        self.functions: dict[tuple[type, bool], str] = {}
        self.pending: list[tuple[type, bool]] = []
        self.parts: list[str] = []
        self.tables: list[str] = []

    def compiled(self, shape: Shape) -> _Root:
        """The function that reads `shape`."""
        self.define("root", [*self.read(shape, "data"), "return data"])
        while self.pending:
            cls, tagged = self.pending.pop()
            self.define(self.functions[cls, tagged], self.class_body(cls, tagged=tagged))
        exec("\n".join([*self.parts, *self.tables]), self.names)  # noqa: S102 - made from classes alone, never from data
        return cast("_Root", self.names["root"])

    def define(self, name: str, body: list[str]) -> None:
        self.parts.append(f"def {name}(data, texts, sizes):\n" + "".join(f"    {line}\n" for line in body))

    def named(self, value: object) -> str:
        name = f"n{len(self.names)}"
        self.names[name] = value
        return name

    def function(self, cls: type, *, tagged: bool) -> str:
        if (cls, tagged) not in self.functions:
            self.functions[cls, tagged] = f"read_{len(self.functions)}"
            self.pending.append((cls, tagged))
        return self.functions[cls, tagged]

    def read(self, shape: Shape, x: str) -> list[str]:
        """Statements that turn the data in the variable `x` into its value."""
        match shape:
            case Scalar(leaf) if leaf.table:
                return [f"{x} = {self.named(leaf.table)}[{x}]"]
            case Scalar(leaf):
                return [leaf.fast.format(x=x) or f"{x} = {self.named(leaf.read)}({x})"]
            case Many(item):
                return [f"if type({x}) is not list: raise Trouble", *self.elements(item, x)]
            case Lone(item):
                return [f"if type({x}) is not list: {x} = [{x}]", *self.elements(item, x)]
            case Record(cls):
                return [f"{x} = {self.function(cls, tagged=False)}({x}, texts, sizes)"]
            case Choice():
                chosen = self.choice(shape, x)
                return [f"if {x} is not None:", *_indented(chosen)] if shape.optional else chosen
            case Table():
                return ["raise Trouble"]
        raise TypeError(f"{shape} is only written")

    def elements(self, item: Shape, x: str) -> list[str]:
        match item:
            case Scalar(leaf) if leaf is LEAVES[str]:
                return [f"texts.extend({x})", f"{x} = tuple({x})"]
            case Scalar(leaf):
                return [f"{x} = tuple(map({self.named(leaf.read)}, {x}))"]
            case Record(cls):
                function = self.function(cls, tagged=False)
            case _:
                function = f"element_{len(self.parts)}"
                self.parts.append("")
                self.define(function, [*self.read(item, "data"), "return data"])
        return [f"{x} = tuple([{function}(i, texts, sizes) for i in {x}])"]

    def choice(self, choice: Choice, x: str) -> list[str]:
        by_form = choice.by_form
        if not choice.tagged and len(choice.others) == 1:
            return self.read(choice.others[0], x)
        by_kind = [f"{x} = {self.table(choice)}[{x}['kind']]({x}, texts, sizes)"] if choice.tagged else []
        if not by_form:
            return by_kind
        lines = [f"if type({x}) is dict and 'kind' in {x}:", *_indented(by_kind)] if by_kind else ["if False: pass"]
        for form, shape in by_form.items():
            lines += [f"elif type({x}) is {_TYPES[form]}:", *_indented(self.read(shape, x))]
        return [*lines, "else: raise Trouble"]

    def table(self, choice: Choice) -> str:
        name = f"table_{len(self.tables)}"
        functions = ", ".join(f"{kind!r}: {self.function(cls, tagged=True)}" for kind, cls in choice.kinds.items())
        self.tables.append(f"{name} = {{{functions}}}")
        return name

    def class_body(self, cls: type, *, tagged: bool) -> list[str]:
        fields = entries(cls)
        twin = twin_of(cls)
        recursive = _stands_within(cls)
        lines = ["if type(data) is not dict: raise Trouble", f"n = {sum(entry.required for entry in fields) + tagged}"]
        lines += ["sizes[0] += 1", f"if sizes[0] > {_DEEPEST}: raise Trouble"] if recursive else []
        for entry in fields:
            x = f"v_{entry.name}"
            read = [f"{x} = data[{entry.key!r}]", *self.read(entry.shape, x)]
            if twin and entry.convert:
                read.append(f"{x} = {self.named(entry.convert)}({x})")
            if not entry.required:
                otherwise = f"{x} = {self.default(entry, as_built=twin is not None)}"
                read = [f"if {entry.key!r} in data:", *_indented(["n += 1", *read]), "else:", *_indented([otherwise])]
            lines += read
        lines += ["if len(data) != n: raise Trouble", "sizes.append(n)", *(["sizes[0] -= 1"] if recursive else [])]
        return [*lines, *(self.built(cls, twin) if twin else self.called(cls))]

    def default(self, entry: Entry, *, as_built: bool) -> str:
        """Source of what a field left out is; with the class's own conversion done where the class itself is not called."""
        convert = entry.convert if as_built else None
        if entry.factory:
            made = f"{self.named(entry.factory)}()"
            return f"{self.named(convert)}({made})" if convert else made
        return self.named(convert(entry.default) if convert else entry.default)

    def called(self, cls: type) -> list[str]:
        given = ", ".join(f"{entry.key}=v_{entry.name}" for entry in entries(cls))
        return [f"return {self.named(cls)}({given})"]

    def built(self, cls: type, twin: type) -> list[str]:
        settle = ["value.__attrs_post_init__()"] if hasattr(cls, "__attrs_post_init__") else []
        return [
            f"value = new({self.named(twin)})",
            *(f"value.{entry.name} = v_{entry.name}" for entry in entries(cls)),
            f"value.__class__ = {self.named(cls)}",
            *settle,
            "return value",
        ]


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _stands_within(cls: type) -> bool:
    """Whether an object of the class may stand within another of it."""
    seen: set[type] = set()
    waiting = [cls]
    while waiting:
        inner = {used for entry in entries(waiting.pop()) for used in _classes(entry.shape)}
        waiting += inner - seen
        seen |= inner
    return cls in seen


def _classes(shape: Shape) -> set[type]:
    match shape:
        case Record(cls):
            return {cls}
        case Many(item) | Lone(item):
            return _classes(item)
        case Choice(tagged=tagged, others=others):
            return set(tagged).union(*map(_classes, others))
        case _:
            return set()
