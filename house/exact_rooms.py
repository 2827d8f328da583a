"""The exact rooms hold no binary number, no clock, no locale and touch no file: decisions 1 and 3 of the design.

An official score is a decimal, and the day of judgement is an argument. The one exception is the vectorised engine, which
must agree with the exact one.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from house.tree import Violation, modules

__all__ = ["violations"]

_ROOMS = frozenset({"model", "rules", "scoring"})
_EXEMPT = frozenset({("scoring", "columns")})
_IMPORTS = {
    "time": "a clock", "locale": "a locale", "os": "the environment", "sys": "the environment", "pathlib": "files",
    "io": "files", "shutil": "files", "socket": "a network", "urllib": "a network", "random": "chance", "secrets": "chance",
    "uuid": "chance", "babel": "a locale", "json": "a format", "tomllib": "a format",
}  # fmt: skip
_NAMES = {"float": "a binary number", "open": "files", "input": "a person", "print": "a screen"}
_ATTRIBUTES = {
    "today": "a clock", "now": "a clock", "utcnow": "a clock", "environ": "the environment", "getenv": "the environment",
    "read_text": "files", "read_bytes": "files", "write_text": "files", "write_bytes": "files",
}  # fmt: skip


def _forbidden(node: ast.AST) -> str:
    """What an exact room may not hold and `node` brings in, or an empty text."""
    match node:
        case ast.Constant(value=float() | complex()):
            return f"{node.value!r}: a binary number"
        case ast.Name(id=name) if name in _NAMES:
            return f"{name}: {_NAMES[name]}"
        case ast.Attribute(attr=name) if name in _ATTRIBUTES:
            return f"{name}: {_ATTRIBUTES[name]}"
        case ast.Import(names=aliases):
            found = [alias.name for alias in aliases if alias.name.split(".")[0] in _IMPORTS]
            return ", ".join(f"{name}: {_IMPORTS[name.split('.')[0]]}" for name in found)
        case ast.ImportFrom(module=str(name), level=0) if name.split(".")[0] in _IMPORTS:
            return f"{name}: {_IMPORTS[name.split('.')[0]]}"
    return ""


def violations(root: Path) -> Iterator[Violation]:
    """Binary numbers, clocks, locales and files in `model`, `rules` and `scoring`."""
    for module in modules(root):
        if module.room in _ROOMS and module.parts not in _EXEMPT:
            for node in ast.walk(module.tree):
                if what := _forbidden(node):
                    line = getattr(node, "lineno", 1)
                    yield Violation(module.path, line, f"the exact room {module.room} uses {what}")
