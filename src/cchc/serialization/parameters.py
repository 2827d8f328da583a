"""The parameters of a finding as data: an object whose values say by themselves what they are.

Numbers and days are text, as everywhere; the rare text that looks like one is told apart as ``{"text": "2024"}``, so that
every value comes back as what it was. The elements of a list are of one kind.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import cast

from attrs import evolve

from cchc.model.errors import InvalidInput, Problem
from cchc.model.finding import Parameter, Parameters
from cchc.serialization.leaves import Data, shown, unknown_keys, wrong_type

__all__ = ["parameters_schema", "read_parameters", "write_parameters"]

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ACCEPTED = ("text", "integer", "boolean", "list", "object")


def write_parameters(parameters: Mapping[str, Parameter], write: Callable[[object], Data]) -> dict[str, Data]:
    """The data of `parameters`; `write` makes data of a number, a day and a quantity."""
    return {name: _write(value, write) for name, value in parameters.items()}


def _write(value: Parameter, write: Callable[[object], Data]) -> Data:
    misread = isinstance(value, (str, tuple)) and value and _meant(value) != value
    return {"text": write(value)} if misread else write(value)


def _meant(data: object) -> object:
    """What text, or a list of texts, is read as."""
    match data:
        case str() if _NUMBER.fullmatch(data):
            return Decimal(data)
        case str() if _DAY.fullmatch(data):
            try:
                return date.fromisoformat(data)
            except ValueError:
                return data
        case tuple() if all(isinstance(text, str) and _NUMBER.fullmatch(text) for text in data):
            return tuple(map(Decimal, data))
    return data


def read_parameters(data: object, read_quantity: Callable[[object], object]) -> Parameters:
    """The parameters that `data` states, or `InvalidInput` with every problem in them."""
    if type(data) is not dict:
        raise wrong_type(data, "object")
    values: dict[str, Parameter] = {}
    problems: list[Problem] = []
    for name, value in data.items():
        try:
            values[name] = _read(value, read_quantity)
        except InvalidInput as error:
            places = (f"{name}.{problem.place}".removesuffix(".") for problem in error.problems)
            problems += [evolve(problem, place=place) for problem, place in zip(error.problems, places, strict=True)]
    if problems:
        raise InvalidInput(problems)
    return Parameters(values)


def _read(data: object, read_quantity: Callable[[object], object]) -> Parameter:
    match data:
        case bool() | int():
            return data
        case str():
            return cast("Parameter", _meant(data))
        case list() if all(type(element) is str for element in data):
            return cast("Parameter", _meant(tuple(data)))
        case list() if all(type(element) is int for element in data):
            return tuple(data)
        case dict() if "kind" in data:
            return cast("Parameter", read_quantity(data))
        case dict():
            return _read_text(data)
    raise wrong_type(data, *_ACCEPTED)


def _read_text(data: dict[object, object]) -> str | tuple[str, ...]:
    if problems := unknown_keys(data, ("text",)):
        raise InvalidInput(problems)
    if "text" not in data:
        raise InvalidInput(Problem(code="missing-key", place="text"))
    match data["text"]:
        case str(text):
            return text
        case list(texts) if all(type(text) is str for text in texts):
            return tuple(cast("list[str]", texts))
    raise InvalidInput(Problem(code="wrong-type", found=shown(data["text"]), accepted=("text", "list"), place="text"))


def parameters_schema(quantity: dict[str, Data]) -> dict[str, Data]:
    """The JSON Schema of parameters; `quantity` is that of a quantity."""
    text: dict[str, Data] = {"type": "string"}
    texts: dict[str, Data] = {"type": "array", "items": text}
    meant: dict[str, Data] = {
        "type": "object",
        "properties": {"text": {"anyOf": [text, texts]}},
        "required": ["text"],
        "additionalProperties": False,
    }
    integers: dict[str, Data] = {"type": "array", "items": {"type": "integer"}}
    values: list[Data] = [text, {"type": "integer"}, {"type": "boolean"}, texts, integers, meant, quantity]
    return {"type": "object", "additionalProperties": {"anyOf": values}}
