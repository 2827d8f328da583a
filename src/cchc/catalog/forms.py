"""The library's own form in Excel (biểu mẫu): a plan as sheets that a clerk can fill in, told by a sheet named ``cchc``.

That sheet holds a key and a value in each row (``schema``, ``title``, ``period``, …). The sheets ``tasks`` and ``targets`` hold
the keys of the data forms in their first row, those within another joined by a dot: ``requirement.kind``. Names in a list
are parted by semicolons or lines. Reading is strict: whatever is wrong is told with its cell.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from cchc.model import InvalidInput, Period, Plan, Problem
from cchc.model.text import plain
from cchc.reading.document import Cell, Document, Table
from cchc.reading.times import parse_schedule
from cchc.serialization import from_data, to_data

__all__ = ["plan_of_form"]

_MARK, _SCHEMA = "cchc", "plan/1"
_LISTS = ("tasks", "targets")
_NAMES = frozenset(("deliverables", "lead", "coordinating"))
_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_TRUE, _FALSE = ("true", "x", "có"), ("false", "", "không")

_Sheet = Mapping[tuple[int, int], Cell]


def plan_of_form(document: Document) -> Plan | None:
    """The plan that a workbook in the library's own form holds, or None where it is none.

    Raises `InvalidInput` with every problem, each at its cell.
    """
    sheets = _sheets(document)
    if _MARK not in sheets:
        return None
    facts, places = _facts(document, sheets[_MARK])
    if (schema := facts.pop("schema", "")) != _SCHEMA:
        raise InvalidInput(
            Problem(code="unknown-schema", place=places.get("schema", _MARK), found=str(schema), accepted=(_SCHEMA,))
        )
    year = _year(str(facts.get("period", "")))
    for name in _LISTS:
        if name in sheets:
            facts[name] = list(_rows(document, sheets[name], name, year, places))
    try:
        return from_data(facts, Plan)
    except InvalidInput as error:
        raise error.moved(places) from None


def _sheets(document: Document) -> dict[str, dict[tuple[int, int], Cell]]:
    """The cells of every sheet, by row and column."""
    sheets: dict[str, dict[tuple[int, int], Cell]] = {}
    for table in document.parts:
        if isinstance(table, Table):
            for cell in table.cells:
                sheets.setdefault(cell.place.rpartition("!")[0], {})[cell.row, cell.column] = cell
    return sheets


def _facts(document: Document, sheet: _Sheet) -> tuple[dict[str, object], dict[str, str]]:
    """The keys and values of the first sheet, and the place of each key."""
    facts: dict[str, object] = {}
    places: dict[str, str] = {}
    for (row, column), cell in sorted(sheet.items()):
        key = _words(document, cell)
        value = sheet.get((row, 1))
        if column == 0 and key and value and (words := _words(document, value)):
            facts[key] = _day(words)
            places[key] = value.place
    return facts, places


def _rows(
    document: Document, sheet: _Sheet, name: str, year: int | None, places: dict[str, str]
) -> Iterator[dict[str, object]]:
    """The data of each row with words; `places` learns where each of its keys stands."""
    keys = {column: _words(document, cell) for (row, column), cell in sheet.items() if row == 0}
    at = 0
    for row in range(1, 1 + max((row for row, _ in sheet), default=0)):
        filled = [(keys[column], sheet[row, column]) for column in sorted(keys) if keys[column] and (row, column) in sheet]
        words = {key: cell for key, cell in filled if _words(document, cell)}
        if words:
            data: dict[str, object] = {}
            for key, cell in words.items():
                _put(data, key.split("."), _value(key.rpartition(".")[2], document.text[cell.start : cell.end]))
                places[f"{name}[{at}].{key}"] = cell.place
            if "schedule_text" in data and "schedule" not in data:
                data["schedule"] = to_data(parse_schedule(str(data["schedule_text"]), year=year))
            yield data
            at += 1


def _put(data: dict[str, object], path: Sequence[str], value: object) -> None:
    """Put a value under a path of keys."""
    *above, last = path
    for key in above:
        inner = data.setdefault(key, {})
        data = inner if isinstance(inner, dict) else {}
    data[last] = value


def _value(key: str, text: str) -> object:
    """A cell's words as the data form of its key has them."""
    words = plain(text)
    if key in _NAMES:
        return [name for part in re.split(r"[;\n]", text) if (name := plain(part))]
    if key == "number":
        return int(words) if words.isdecimal() else words
    if key in ("aspiration", "accumulates"):
        lowered = words.casefold()
        return lowered in _TRUE if lowered in (*_TRUE, *_FALSE) else words
    return _day(words)


def _day(words: str) -> str:
    """A day as data writes it, any other words as they are."""
    match = _DAY.fullmatch(words)
    return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else words


def _year(period: str) -> int | None:
    try:
        return Period.parse(period).end.year
    except InvalidInput:
        return None  # the strict reading of the whole says what is wrong with it


def _words(document: Document, cell: Cell) -> str:
    return plain(document.text[cell.start : cell.end])
