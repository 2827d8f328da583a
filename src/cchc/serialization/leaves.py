"""Values that are one word of data: text, numbers, days, periods, codes, choices.

Each has one data form that is written and one strict reading of it; the readers, the writer and the schema take both from
here. The caches serve documents that say the same day, number or period many times.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from attrs import field, frozen

from cchc.model.absent import Absent
from cchc.model.citation import Symbol
from cchc.model.code import Code
from cchc.model.errors import InvalidInput, Problem
from cchc.model.numeral import exact_number
from cchc.model.period import Period
from cchc.model.text import nearest

__all__ = [
    "FAST_NAMES", "INTEGER_AS_TEXT", "LEAVES", "Data", "Leaf", "choice", "chosen", "form", "shown", "unknown_keys",
    "wrong_type",
]  # fmt: skip

_T = TypeVar("_T")

Data: TypeAlias = "bool | int | str | list[Data] | dict[str, Data] | None"
"""Plain data: what JSON knows, without floats."""

_FORMS = {
    type(None): "null", bool: "boolean", int: "integer", float: "number", str: "text", list: "list", dict: "object",
    date: "date",
}  # fmt: skip
_LONGEST_SHOWN = 60
_CACHED = 4096


def form(data: object) -> str:
    """What `data` is, in a word: ``text``, ``integer``, ``list``."""
    return _FORMS.get(type(data), type(data).__name__)


def shown(data: object) -> str:
    """`data` as a problem shows it: a scalar as written, cut when long; of anything else what it is."""
    match data:
        case None:
            return "null"
        case bool():
            return str(data).lower()
        case str():
            return repr(data if len(data) <= _LONGEST_SHOWN else f"{data[:_LONGEST_SHOWN]}…")
        case float():
            return str(data)
        case int() if data.bit_length() < 4 * _LONGEST_SHOWN:
            return str(data)
        case _:
            return form(data)


def wrong_type(data: object, *accepted: str) -> InvalidInput:
    """The error for data of another kind than the accepted ones."""
    return InvalidInput(Problem(code="wrong-type", found=shown(data), accepted=accepted))


@frozen(kw_only=True, eq=False)
class Leaf:
    """One word of data: the forms it is read from, its strict reading, its JSON Schema and how it is written.

    `written` and `fast` are source code in which ``{x}`` stands for the value: an expression that makes data of it, and a
    statement that reads it where that is quicker than calling `read`; `table` holds the values of a leaf that has few.
    """

    forms: tuple[str, ...]
    read: Callable[[object], object]
    schema: dict[str, Data]
    written: str = "{x}"
    fast: str = ""
    table: Mapping[str, object] = field(factory=dict)


def _text(data: object) -> str:
    if type(data) is str:
        return data
    raise wrong_type(data, "text")


def _integer(data: object) -> int:
    if type(data) is int:
        return data
    raise wrong_type(data, "integer")


def _boolean(data: object) -> bool:
    if type(data) is bool:
        return data
    raise wrong_type(data, "boolean")


_WHOLE = re.compile(r"-?[0-9]+")


def _integer_as_text(data: object) -> int:
    if type(data) is str and _WHOLE.fullmatch(data):
        return int(data)
    if type(data) is int:
        return data
    raise InvalidInput(Problem(code="not-exact", found=shown(data), accepted=('"10"', "10")))


@lru_cache(maxsize=_CACHED)
def _decimal_text(text: str) -> Decimal:
    return exact_number(text)


def _decimal(data: object) -> Decimal:
    if type(data) is str:
        return _decimal_text(data)
    if type(data) is int:
        return Decimal(data)
    raise InvalidInput(Problem(code="not-exact", found=shown(data), accepted=('"57.72"', "58")))


_FRACTION = re.compile(r"-?[0-9]+/[0-9]*[1-9][0-9]*")


def _fraction(data: object) -> Fraction:
    if type(data) is str and _FRACTION.fullmatch(data):
        return Fraction(data)
    raise InvalidInput(Problem(code="not-exact", found=shown(data), accepted=('"2/3"',)))


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@lru_cache(maxsize=_CACHED)
def _date_text(text: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise InvalidInput(Problem(code="not-a-date", found=shown(text), accepted=("2024-01-31",)))


def _date(data: object) -> date:
    if type(data) is str:
        return _date_text(data)
    if type(data) is date:  # TOML has days of its own
        return data
    raise wrong_type(data, "date")


@lru_cache(maxsize=_CACHED)
def _period_text(text: str) -> Period:
    period = Period.parse(text)
    if period.code == text:
        return period
    accepted = ("2024-Q1", "2024", "2021/2025")
    raise InvalidInput(Problem(code="not-a-period", found=shown(text), accepted=accepted, near=period.code))


def _period(data: object) -> Period:
    return _period_text(_text(data))


def _code(data: object) -> Code:
    code = Code.parse(_text(data))
    if str(code) == data:
        return code
    raise InvalidInput(Problem(code="not-a-code", found=shown(data), accepted=("1.2", "II.3.a"), near=str(code)))


def _symbol(data: object) -> Symbol:
    return Symbol.parse(_text(data))


def chosen(word: object, table: Mapping[str, _T]) -> _T:
    """What stands in `table` under `word`; the problem names the words it knows and the nearest of them."""
    if type(word) is str and word in table:
        return table[word]
    near = nearest(word, table) if type(word) is str else ""
    raise InvalidInput(Problem(code="unknown-value", found=shown(word), accepted=tuple(table), near=near))


def unknown_keys(found: Iterable[object], known: Collection[str], place: str = "") -> tuple[Problem, ...]:
    """A problem for each key of an object that is none of its own."""
    return tuple(
        Problem(
            code="unknown-key",
            found=shown(key),
            place=f"{place}.{key}".removeprefix("."),
            accepted=tuple(known),
            near=nearest(key, known) if type(key) is str else "",
        )
        for key in found
        if key not in known
    )


_ABSENCES = {absence.value: absence for absence in Absent}


def _absent(data: object) -> Absent:
    if type(data) is not dict:
        raise wrong_type(data, "object")
    if problems := unknown_keys(data, ("absent",)):
        raise InvalidInput(problems)
    if "absent" not in data:
        raise InvalidInput(Problem(code="missing-key", place="absent", accepted=tuple(_ABSENCES)))
    return chosen(data["absent"], _ABSENCES)


_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"
_SEGMENT = f"([0-9]{{1,9}}|[{_LETTERS}]{{1,9}}|[{_LETTERS.upper()}]{{1,9}})"
_YEAR = "(19(4[5-9]|[5-9][0-9])|2[0-9]{3})"
_ANY_YEAR = "([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"
_LEAP_YEAR = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)"
_DAYS = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])"


def _pattern(pattern: str) -> dict[str, Data]:
    return {"type": "string", "pattern": f"^({pattern})$"}


INTEGER_AS_TEXT = Leaf(
    forms=("text", "integer"),
    read=_integer_as_text,
    schema={"anyOf": [_pattern(_WHOLE.pattern), {"type": "integer"}]},
    written="str({x})",
)
"""A whole number that is written as text."""

LEAVES: Mapping[type, Leaf] = MappingProxyType({
    str: Leaf(forms=("text",), read=_text, schema={"type": "string"}, fast="texts.append({x})"),
    int: Leaf(forms=("integer",), read=_integer, schema={"type": "integer"}, fast="if type({x}) is not int: raise Trouble"),
    bool: Leaf(
        forms=("boolean",),
        read=_boolean,
        schema={"type": "boolean"},
        fast="if {x} is not True and {x} is not False: raise Trouble",
    ),
    Decimal: Leaf(
        forms=("text", "integer"),
        read=_decimal,
        schema={"anyOf": [_pattern(r"-?[0-9]+(\.[0-9]+)?"), {"type": "integer"}]},
        written='f"{{{x}:f}}"',
        fast="{x} = decimal_text({x}) if type({x}) is str else read_decimal({x})",
    ),
    Fraction: Leaf(
        forms=("text",), read=_fraction, schema=_pattern(_FRACTION.pattern), written='f"{{{x}.numerator}}/{{{x}.denominator}}"'
    ),
    date: Leaf(
        forms=("text", "date"),
        read=_date,
        schema=_pattern(f"{_ANY_YEAR}-({_DAYS})|{_LEAP_YEAR}-02-29") | {"format": "date"},
        written="{x}.isoformat()",
        fast="{x} = date_text({x}) if type({x}) is str else read_date({x})",
    ),
    Period: Leaf(
        forms=("text",),
        read=_period,
        schema=_pattern(f"{_YEAR}(-(M(0[1-9]|1[0-2])|Q[1-4]|H[12]|9M)|/{_YEAR})?"),
        written="{x}.code",
    ),
    Code: Leaf(forms=("text",), read=_code, schema=_pattern(rf"{_SEGMENT}(\.{_SEGMENT})*"), written="str({x})"),
    Symbol: Leaf(forms=("text",), read=_symbol, schema={"type": "string"}, written="str({x})"),
    Absent: Leaf(
        forms=("object",),
        read=_absent,
        schema={
            "type": "object",
            "properties": {"absent": {"enum": [*_ABSENCES]}},
            "required": ["absent"],
            "additionalProperties": False,
        },
        written='{{"absent": {x}._value_}}',
        fast="{x} = read_absent({x}); sizes.append(1)",
    ),
})  # fmt: skip
"""The leaf of each type that is one; enumerations have theirs from `choice`."""


FAST_NAMES: Mapping[str, Callable[..., object]] = MappingProxyType({
    "date_text": _date_text, "read_date": _date, "decimal_text": _decimal_text, "read_decimal": _decimal,
    "read_absent": _absent,
})  # fmt: skip
"""What the quick statements refer to."""


@cache
def choice(kind: type[Enum]) -> Leaf:
    """The leaf of an enumeration: its values, which are text."""
    table = {member.value: member for member in kind}
    if not all(type(value) is str for value in table):
        raise TypeError(f"{kind.__name__} has values that are no text, so it has no data form")
    return Leaf(
        forms=("text",),
        read=lambda data: chosen(data, table),
        schema={"enum": [*table]},
        written="{x}._value_",
        table=table,
    )
