"""Files: JSON for programs, TOML for people, one form of data in both.

A file says what it holds and in which version (``schema = "plan/1"``). It is written beside its place and then put there, so
that nobody ever reads half of one.
"""

import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar, cast, overload

from cchc.model.calendar import Calendar
from cchc.model.errors import InvalidInput, Problem
from cchc.model.plan import Plan
from cchc.model.progress import Progress
from cchc.model.regime import Regime
from cchc.model.report import Report
from cchc.model.waiver import Waivers
from cchc.serialization.conversion import read_carefully, to_data, without_schema
from cchc.serialization.decoding import Format, decode, json_decoder
from cchc.serialization.leaves import Data
from cchc.serialization.readers import Trouble, reader
from cchc.serialization.versions import SCHEMA, schema_of, stated_type, states_schema

__all__ = ["FILE_TYPES", "dumps", "file_content", "file_data", "load", "loads", "save"]

_T = TypeVar("_T")

FILE_TYPES = (Plan, Report, Progress, Calendar, Regime, Waivers)
"""What a file may hold that is read without saying what is expected; any other attrs class is read by naming it."""

_FORMATS: Mapping[str, Format] = {".json": "json", ".toml": "toml"}


def dumps(value: object, *, format: Format = "json") -> str:  # noqa: A002 - the promised name
    """The text of a file that holds `value`, an attrs value: one line of JSON, or TOML."""
    text = _written(value, format)
    return text if isinstance(text, str) else text.decode()


def file_content(value: object, *, format: Format = "json") -> bytes:  # noqa: A002 - as everywhere here
    """The same in UTF-8, as it stands in a file; where the JSON comes as bytes, it costs less than its text."""
    text = _written(value, format)
    return text if isinstance(text, bytes) else text.encode()


def _written(value: object, written: Format) -> str | bytes:
    kind: type = type(value)
    if not states_schema(kind):
        raise TypeError(f"{kind.__name__} has no file of its own: it is a result, or no object that can say its schema")
    reader(kind)  # what could not be read back, such as an assessment, is no file either
    if written == "json":
        return json_writer()(value, schema_of(kind))
    import tomli_w

    return tomli_w.dumps({SCHEMA: schema_of(kind), **_without_nulls(_fields(value))})


def _fields(value: object) -> dict[str, Data]:
    return cast("dict[str, Data]", to_data(value))


@cache
def json_writer() -> Callable[[object, str], str | bytes]:
    """The quickest JSON writer there is, of a value and its schema: orjson where it is installed (extra ``fast``)."""
    from cchc.serialization.texts import json_text

    try:
        import orjson
    except ImportError:
        return json_text

    def quick(value: object, schema: str) -> str | bytes:
        try:
            return orjson.dumps({SCHEMA: schema, **_fields(value)})
        except TypeError:  # an integer of more than 64 bits, or half a character
            return json_text(value, schema)

    return quick


def _without_nulls(data: dict[str, Data]) -> dict[str, Data]:
    """TOML has no null: a key left out is read as one, and in a list there can be none."""
    return {key: _for_toml(value) for key, value in data.items() if value is not None}


def _for_toml(data: Data) -> Data:
    if isinstance(data, dict):
        return _without_nulls(data)
    if data is None:
        raise InvalidInput(Problem(code="no-data-form", found="null"))
    return [_for_toml(element) for element in data] if isinstance(data, list) else data


@overload
def loads(text: str | bytes, *, format: Format = "json") -> Plan | Report | Progress | Calendar | Regime | Waivers: ...
@overload
def loads(text: str | bytes, type: type[_T], *, format: Format = "json") -> _T: ...


def loads(text: str | bytes, type: type | None = None, *, format: Format = "json") -> object:  # noqa: A002 - the promised names
    """The value that the text of a file holds; without a `type`, what its schema says, one of `FILE_TYPES`.

    Raises `InvalidInput` with every problem and its place, for any text whatever.
    """
    return _loaded(text, (type,) if type else (), format)


def _loaded(text: str | bytes, types: tuple[type, ...], written: Format) -> object:
    """The value of the one type there is, else of that of `types`, or `FILE_TYPES`, whose schema is stated."""
    kind = types[0] if len(types) == 1 else None
    try:
        return _loaded_quickly(text, kind, types or FILE_TYPES, written)
    except Exception:  # noqa: BLE001 - whatever it was, the careful way says what is wrong
        return read_carefully(decode(text, written), kind, types or FILE_TYPES)


def _loaded_quickly(text: str | bytes, kind: type | None, types: tuple[type, ...], written: Format) -> object:
    data = json_decoder()(text) if written == "json" else decode(text, written)
    kind = kind or stated_type(data, types)
    fields = without_schema(data, kind)
    read = reader(kind)(fields)
    if written == "json" and _repeats_a_key(text, read.keys + (fields is not data), read.joined):
        raise Trouble
    return read.value


def _repeats_a_key(text: str | bytes, keys: int, texts: str) -> bool:
    """Whether a key may stand twice: a colon stands after each key and within texts, and there are more than these.

    An escaped colon would upset the count, so texts that may hold one count as doubtful.
    """
    colons = text.count(":") if isinstance(text, str) else text.count(b":")
    if colons == keys:
        return False
    escaped = "\\u003" in text if isinstance(text, str) else b"\\u003" in text
    return escaped or colons != keys + texts.count(":")


@overload
def load(path: str | os.PathLike[str]) -> Plan | Report | Progress | Calendar | Regime | Waivers: ...
@overload
def load(path: str | os.PathLike[str], *types: type[_T]) -> _T: ...


def load(path: str | os.PathLike[str], *types: type) -> object:
    """The value that a file holds, ``.json`` or ``.toml``, of the one type given.

    Of several types, or of `FILE_TYPES` where none is given, it is the one whose schema the file states. Raises `InvalidInput`
    with every problem and its place, a file that cannot be read included.
    """
    path, written = _place(path)
    content = _content(path)
    try:
        return _loaded(content, types, written)
    except InvalidInput as error:
        raise error.within(path.name) from None


def file_data(path: str | os.PathLike[str]) -> object:
    """The plain data that a file holds, ``.json`` or ``.toml``, whatever it is."""
    path, written = _place(path)
    content = _content(path)
    try:
        return decode(content, written)
    except InvalidInput as error:
        raise error.within(path.name) from None


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InvalidInput(Problem(code="no-such-file", found=str(path))) from None
    except (OSError, ValueError) as error:  # a name that no system could have is a ValueError
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InvalidInput(Problem(code="cannot-read", found=f"{path} ({reason})")) from None


def save(value: object, path: str | os.PathLike[str]) -> None:
    """Write an attrs value to a file, ``.json`` or ``.toml``, in one step: the old file stands until the new one is whole.

    Raises `InvalidInput` where it cannot be written.
    """
    import secrets
    import shutil

    path, written = _place(path)
    path = path.resolve()  # a link stays a link
    try:
        content = file_content(value, format=written).rstrip() + b"\n"
    except UnicodeEncodeError as error:
        raise InvalidInput(Problem(code="not-unicode", found=repr(error.object[error.start : error.end]))) from None
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise InvalidInput(Problem(code="cannot-write", found=f"{path} ({error.strerror})")) from None


def _place(path: str | os.PathLike[str]) -> tuple[Path, Format]:
    place = Path(path)
    if written := _FORMATS.get(place.suffix.lower()):
        return place, written
    raise InvalidInput(Problem(code="unknown-format", found=place.name, accepted=tuple(_FORMATS)))
