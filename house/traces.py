"""The tree speaks of the project only: no host of a package registry, no path of somebody's machine."""

import re
from collections.abc import Iterator
from pathlib import Path

from house.tree import Violation

__all__ = ["violations"]

# Written in pieces, so that the rule does not find itself.
_HOSTS = ("pypi" + r"\.org", "python" + r"hosted\.org", "npm" + r"js\.(?:org|com)", "registry" + r"\.npm")
_HOMES = ("work", "root", "home", "Users", "tmp", "opt")
_TRACE = re.compile("|".join([*_HOSTS, *(rf"(?<![\w.~/-])/{home}/\w" for home in _HOMES)]))
_NOT_OURS = frozenset({"__pycache__", "_build", "build", "dist", "mutants"})
_KEPT_HIDDEN = frozenset({".ci", ".gitignore"})
_TEXT = frozenset({".py", ".rst", ".md", ".toml", ".json", ".txt", ".csv", ".cfg", ".yml", ".yaml", ""})


def _files(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if entry.name in _NOT_OURS or entry.name.endswith(".egg-info"):
            continue
        if entry.name.startswith(".") and entry.name not in _KEPT_HIDDEN:
            continue
        if entry.is_dir():
            yield from _files(entry)
        elif entry.suffix in _TEXT:
            yield entry


def violations(root: Path) -> Iterator[Violation]:
    """Lines that name a registry's host or a machine's path."""
    for file in _files(root):
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if found := _TRACE.search(line):
                path = file.relative_to(root).as_posix()
                yield Violation(path, number, f"{found[0]!r} belongs to a machine or a registry, not to the project")
