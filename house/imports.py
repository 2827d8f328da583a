"""Arrows point down: which room may import which.

Four floors: the command line over the words and the catalogue, over the verbs, over the nouns. Rooms of one floor do not
know one another; measurements join them.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from house.tree import Module, Violation, modules

__all__ = ["violations"]

_VERBS = frozenset({"reading", "rules", "scoring", "dossiers", "serialization"})
_BELOW: dict[str, frozenset[str]] = {
    "model": frozenset(),
    **dict.fromkeys(_VERBS, frozenset({"model"})),
    "catalog": frozenset({"model", "reading", "rules", "scoring", "serialization"}),
    "example": frozenset({"model", "catalog", "reading", "rules", "scoring", "serialization"}),
    "presenting": _VERBS | {"model"},
    "testing": _VERBS | {"model"},
    "": _VERBS | {"model", "catalog", "presenting"},
    "cli": _VERBS | {"", "model", "catalog", "example", "presenting"},
    "__main__": frozenset({"cli"}),
}
_FACE = "the public face"


def _targets(module: Module) -> Iterator[tuple[int, tuple[str, ...]]]:
    """What the module imports of the package: the line, and the dotted name below ``cchc`` in parts."""
    here = module.parts if module.is_package else module.parts[:-1]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first, *rest = alias.name.split(".")
                if first == "cchc":
                    yield node.lineno, tuple(rest)
        elif isinstance(node, ast.ImportFrom):
            stated = tuple((node.module or "").split(".")) if node.module else ()
            if node.level:
                base = here[: len(here) + 1 - node.level] + stated
            elif stated[:1] == ("cchc",):
                base = stated[1:]
            else:
                continue
            # `from cchc import rules` names a room, `from cchc import Plan` the face.
            yield from ((node.lineno, base or ((alias.name,) if alias.name in _BELOW else ())) for alias in node.names)


def violations(root: Path) -> Iterator[Violation]:
    """Imports that point up or sideways, and rooms that no floor knows."""
    for module in modules(root):
        if module.room not in _BELOW:
            yield Violation(module.path, 1, f"no floor is known for the room {module.room!r}: give it one in house/imports.py")
            continue
        for line, target in dict.fromkeys(_targets(module)):
            room = target[0] if target else ""
            if room != module.room and room not in _BELOW[module.room]:
                yield Violation(
                    module.path, line, f"{module.room or _FACE} imports {room or _FACE}, which does not lie below it"
                )
