"""Text of a file to plain data: JSON and TOML, as their definitions have them.

Python's own JSON reader lets a key stand twice; here such an object says so, and whoever walks the data tells where.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Literal, TypeAlias

from cchc.model.errors import InvalidInput, Problem
from cchc.serialization.leaves import shown

__all__ = ["Format", "Repeating", "decode", "json_decoder"]

Format: TypeAlias = Literal["json", "toml"]

_BYTE_ORDER_MARK = "\ufeff"
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


class Repeating(dict[str, object]):
    """A JSON object some of whose keys stand twice; `repeated` names them."""

    repeated: tuple[str, ...] = ()


def decode(text: str | bytes, kind: Format) -> object:
    """The data of a file's text, in UTF-8; `InvalidInput` with line and column where it is not of that kind."""
    if isinstance(text, bytes):
        text = _decoded(text)
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if not text.strip():
        raise InvalidInput(Problem(code="empty-file"))
    try:
        return _json(text) if kind == "json" else _toml(text)
    except RecursionError:
        raise InvalidInput(Problem(code="too-deep")) from None
    except InvalidInput:
        raise
    except ValueError:  # more digits than Python turns into an integer
        raise InvalidInput(Problem(code="too-long-a-number")) from None


def _decoded(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        found = f"0x{content[error.start]:02x}"
        raise InvalidInput(Problem(code="not-utf-8", place=f"byte {error.start}", found=found, accepted=("UTF-8",))) from None


def _json(text: str) -> object:
    import json

    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise _syntax_error("not-json", text, error.lineno, error.colno) from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) == len(pairs):
        return result
    repeating = Repeating(result)
    repeating.repeated = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return repeating


def _toml(text: str) -> object:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _TOML_PLACE.search(str(error))
        lines = text.count("\n") + 1
        raise _syntax_error("not-toml", text, int(at[1]) if at else lines, int(at[2]) if at else len(text)) from None


def _syntax_error(code: str, text: str, line: int, column: int) -> InvalidInput:
    rest = text.split("\n")[line - 1][column - 1 :]
    return InvalidInput(Problem(code=code, place=f"line {line}, column {column}", found=shown(rest) if rest else "end of line"))


@cache
def json_decoder() -> Callable[[str | bytes], object]:
    """The quickest JSON reader there is: orjson where it is installed (extra ``fast``), else Python's own."""
    try:
        import orjson
    except ImportError:
        return _own_json
    return orjson.loads


def _own_json(text: str | bytes) -> object:
    import json

    # Given bytes, Python would guess among encodings; files are UTF-8.
    return json.loads(text if isinstance(text, str) else text.decode())
