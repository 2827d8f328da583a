"""Catalogue files: TOML inside the package, with its schema as the first key, read strictly into one type."""

import tomllib
from importlib.resources import files
from typing import TypeVar

from cchc.model.errors import InvalidInput, Problem
from cchc.serialization import from_data

__all__ = ["read_file"]

_T = TypeVar("_T")


def read_file(name: str, schema: str, kind: type[_T]) -> _T:
    """The catalogue file `name` as a `kind`; `InvalidInput` when its schema is another."""
    data = tomllib.loads((files("cchc.catalog") / "data" / name).read_text(encoding="utf-8"))
    if (found := str(data.pop("schema", ""))) != schema:
        raise InvalidInput(Problem(code="unknown-schema", found=found, accepted=(schema,), place="schema"))
    return from_data(data, kind)
