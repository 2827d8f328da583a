"""What is promised is written down: every public name, finding code and problem code has its place in the reference."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from house.tree import PACKAGE, Module, Violation, modules

__all__ = ["violations"]

_PAGES = Path("docs/reference")
_FINDINGS, _ERRORS = "findings.rst", "errors.rst"
_WORDS = PACKAGE / "presenting" / "messages" / "en.toml"
_DIRECTIVE = re.compile(r"^\.\. (?:auto|py:)\w+:: (?:[\w.]*\.)?(\w+)", re.MULTILINE)
_ENTRY = re.compile(r"^``([a-z][a-z0-9.-]*)``", re.MULTILINE)
_GENERATED = re.compile(r"^\.\. checks:: ([a-z]+)$", re.MULTILINE)
"""The directive that makes a section of every rule of a set."""
_FINDING = re.compile(r"([a-z]+)\.[a-z]+(?:-[a-z]+)*")
_CHECKING = ("rules", "checking")
_JUDGING = frozenset({"reading", "rules", "scoring"})


def _public_names(module: Module) -> Iterator[tuple[int, str]]:
    for node in module.tree.body:
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["__all__"]:
            yield from ((node.lineno, name) for name in ast.literal_eval(node.value) if not name.startswith("__"))


def _codes(module: Module, families: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """The codes that a module gives to findings and problems: line, page, code."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=func, args=args, keywords=keywords):
                given = [keyword.value for keyword in keywords if keyword.arg == "code"]
                name = ast.unparse(func).rpartition(".")[2]
                for value in [*given, *args]:
                    match value:
                        case ast.Constant(value=str(code)) if name == "Problem":
                            yield value.lineno, _ERRORS, code
                        case ast.Constant(value=str(code)) if name == "Rule":
                            yield value.lineno, _FINDINGS, code
                        case ast.Constant(value=str(code)) if "finding" in name.lower() and _FINDING.fullmatch(code):
                            yield value.lineno, _FINDINGS, code
            # A code may be chosen in one place and given to its finding in another.
            case ast.Constant(value=str(code)) if module.room in _JUDGING:
                if (found := _FINDING.fullmatch(code)) and found[1] in families:
                    yield node.lineno, _FINDINGS, code


def _spoken(root: Path) -> Iterator[tuple[str, str]]:
    """The codes that the message catalogue has words for: page, code."""
    if (root / _WORDS).is_file():
        words = tomllib.loads((root / _WORDS).read_text(encoding="utf-8"))
        yield from ((_FINDINGS, code) for code in words.get("finding", {}))
        yield from ((_ERRORS, code) for code in words.get("problem", {}))


def _ruled(found: Iterable[Module], sets: frozenset[str]) -> frozenset[str]:
    """The codes of the rules in the `sets`: those that a set is written with, and those it names that stand elsewhere."""
    found = tuple(found)
    named = {name: code for module in found for name, code in _named_rules(module)}
    codes: set[str] = set()
    for module in found:
        for call in _calls(module.tree, "RuleSet"):
            if _stated(call, "name") in sets:
                codes.update(_stated(rule, "code") for rule in _calls(call, "Rule"))
                codes.update(named[node.id] for node in ast.walk(call) if isinstance(node, ast.Name) and node.id in named)
    return frozenset(codes)


def _named_rules(module: Module) -> Iterator[tuple[str, str]]:
    """Rules that have a name in their module: ``REPEATED = Rule(code="arithmetic.repeated", …)``."""
    for node in module.tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call() as call) if call in _calls(call, "Rule"):
                yield name, _stated(call, "code")


def _calls(tree: ast.AST, name: str) -> list[ast.Call]:
    """The calls of `name` in a tree."""
    return [n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func).rpartition(".")[2] == name]


def _stated(call: ast.Call, keyword: str) -> str:
    """The text that a call gives under a keyword; empty where it gives none."""
    values = [given.value for given in call.keywords if given.arg == keyword]
    return next((value.value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)), "")


def _families(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(code.partition(".")[0] for code in codes)


def violations(root: Path) -> Iterator[Violation]:
    """Public names and codes that the reference does not know."""
    pages = {page.name: page.read_text(encoding="utf-8") for page in sorted((root / _PAGES).glob("*.rst"))}
    documented = {name for text in pages.values() for name in _DIRECTIVE.findall(text)}
    entries = {page: frozenset(_ENTRY.findall(pages.get(page, ""))) for page in (_FINDINGS, _ERRORS)}
    found = tuple(modules(root))
    generated = frozenset(name for text in pages.values() for name in _GENERATED.findall(text))
    ruled = _ruled(found, generated)
    written = _families(entries[_FINDINGS])
    entries[_FINDINGS] |= ruled
    for module in found:
        if module.path == (PACKAGE / "__init__.py").as_posix():
            for line, name in _public_names(module):
                if name not in documented:
                    yield Violation(module.path, line, f"{name} is public, but no page of {_PAGES} documents it")
        # Elsewhere a word such as report.period may be a place in data, and no code of the rules' families.
        families = written | _families(ruled) if module.parts[:2] == _CHECKING else written
        for line, page, code in sorted(set(_codes(module, families))):
            if code not in entries[page]:
                yield Violation(module.path, line, f"the code {code} has no entry in {_PAGES}/{page}")
    for page, code in _spoken(root):
        if code not in entries[page]:
            yield Violation(_WORDS.as_posix(), 1, f"the code {code} has no entry in {_PAGES}/{page}")
