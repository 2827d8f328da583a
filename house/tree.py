"""The tree as the rules see it: its modules, parsed, and a violation with its place."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["PACKAGE", "Module", "Violation", "modules"]

PACKAGE = Path("src/cchc")


class Violation(NamedTuple):
    """Something that breaks a rule, where it stands (a path from the root, a line) and why it is one."""

    path: str
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.why}"


class Module(NamedTuple):
    """A module of the package: its path from the root, its dotted name below ``cchc`` in parts, its text and its tree."""

    path: str
    parts: tuple[str, ...]
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The room it belongs to: ``model``, ``cli``; empty for the public face itself."""
        return self.parts[0] if self.parts else ""

    @property
    def is_package(self) -> bool:
        """Whether the module is a package's own."""
        return self.path.endswith("__init__.py")


@lru_cache(maxsize=2)
def _parsed(root: Path) -> tuple[Module, ...]:
    found = []
    for file in sorted((root / PACKAGE).rglob("*.py")):
        below = file.relative_to(root / PACKAGE).with_suffix("").parts
        parts = below[:-1] if below[-1] == "__init__" else below
        text = file.read_text(encoding="utf-8")
        found.append(Module(file.relative_to(root).as_posix(), parts, text, ast.parse(text, filename=str(file))))
    return tuple(found)


def modules(root: Path) -> Iterator[Module]:
    """The modules of the package below `root`, by path."""
    yield from _parsed(root)
