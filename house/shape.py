"""The tree tells the method: files are nouns or verbs of the field, say one thing, and name what they offer."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from house.tree import Violation, modules

__all__ = ["violations"]

_DRAWERS = frozenset({"utils", "util", "helpers", "helper", "common", "core", "misc", "tools", "shared", "stuff", "base"})
_PLACES = ("src", "tests", "house", "bench", "accuracy", "docs")
_LONGEST = 500
_SAYS_WHY = re.compile(r"\blong\b.*\bbecause\b", re.DOTALL | re.IGNORECASE)


def _drawers(root: Path) -> Iterator[Violation]:
    for place in _PLACES:
        for file in sorted((root / place).rglob("*.py")):
            path = file.relative_to(root)
            for part in path.with_suffix("").parts:
                if part.strip("_").removeprefix("test_") in _DRAWERS:
                    yield Violation(path.as_posix(), 1, f"{part!r} is a drawer: name what lies in it")


def _names_its_offer(tree: ast.Module) -> bool:
    targets = [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
    targets += [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets)


def violations(root: Path) -> Iterator[Violation]:
    """Drawers; modules without a docstring, without ``__all__``, or long without a reason."""
    yield from _drawers(root)
    for module in modules(root):
        docstring = ast.get_docstring(module.tree) or ""
        length = len(module.text.splitlines())
        if not docstring:
            yield Violation(module.path, 1, "no docstring says which concept this models")
        if not _names_its_offer(module.tree) and module.parts[-1:] != ("__main__",):
            yield Violation(module.path, 1, "no __all__ says what this module offers")
        if length > _LONGEST and not _SAYS_WHY.search(docstring):
            yield Violation(module.path, length, f"over {_LONGEST} lines, and the docstring does not say “long because …”")
