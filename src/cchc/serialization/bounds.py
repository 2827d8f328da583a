"""Bounds that the model's classes set to one field, as JSON Schema says them.

The classes themselves check them; the agreement of both is a property that is tested.
"""

from collections.abc import Mapping
from types import MappingProxyType

from cchc.model.agency import Agency
from cchc.model.calendar import Calendar
from cchc.model.quantity import Count, Rank, Ratio
from cchc.model.regime import RegimePeriod
from cchc.model.schedule import Compound, Recurring
from cchc.model.source import Span
from cchc.model.target import IncreaseBy, RankUp, RankWithin, ReduceBy
from cchc.model.task import Task
from cchc.model.waiver import Waiver
from cchc.serialization.leaves import Data

__all__ = ["BOUNDS"]

_NO_LESS_THAN_ZERO: list[Data] = [
    {"type": "string", "pattern": r"^([0-9]+(\.[0-9]+)?|-0+(\.0+)?)$"},
    {"type": "integer", "minimum": 0},
]
_PLACE: dict[str, Data] = {"anyOf": [{"type": "string", "pattern": "^0*[1-9][0-9]*$"}, {"type": "integer", "minimum": 1}]}
_CHANGE: dict[str, Data] = {"anyOf": [*_NO_LESS_THAN_ZERO, {"type": "null"}]}
_DAY_OF_YEAR: dict[str, Data] = {
    "type": "string",
    "pattern": "^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$",
}

_NOT_EMPTY: dict[str, Data] = {"pattern": r"\S"}

BOUNDS: Mapping[tuple[type, str], Mapping[str, Data]] = MappingProxyType({
    (Agency, "id"): _NOT_EMPTY,
    (Agency, "name"): _NOT_EMPTY,
    (Agency, "codes"): {"items": {"type": "string", "pattern": r"^[^:]+:[\s\S]"}},
    (Calendar, "weekly_rest"): {"items": {"type": "integer", "minimum": 1, "maximum": 7}},
    (Task, "number"): {"minimum": 1},
    (Span, "start"): {"minimum": 0},
    (Span, "end"): {"minimum": 0},
    (Recurring, "day"): {"minimum": 0, "maximum": 31},
    (Recurring, "due"): {"anyOf": [_DAY_OF_YEAR, {"type": "array", "items": _DAY_OF_YEAR}]},
    (Recurring, "months"): {"items": {"type": "integer", "minimum": 1, "maximum": 12}},
    (Compound, "parts"): {"minItems": 2},
    (RankWithin, "value"): _PLACE,
    (RankUp, "least"): _PLACE,
    (RankUp, "most"): _PLACE,
    (ReduceBy, "value"): _CHANGE,
    (IncreaseBy, "value"): _CHANGE,
    (Ratio, "numerator"): {"anyOf": _NO_LESS_THAN_ZERO},
    (Ratio, "denominator"): {"anyOf": _NO_LESS_THAN_ZERO},
    (Count, "value"): {"minimum": 0},
    (Count, "unit"): {"pattern": "^(?![0-9])"},
    (Rank, "value"): {"minimum": 1},
    (Rank, "of"): {"minimum": 0},
    (Waiver, "code"): _NOT_EMPTY,
    (Waiver, "subject"): _NOT_EMPTY,
    (Waiver, "reason"): _NOT_EMPTY,
    (RegimePeriod, "from_months"): {"minimum": 0},
    (RegimePeriod, "from_day"): {"minimum": 1, "maximum": 31},
    (RegimePeriod, "to_day"): {"minimum": 1, "maximum": 31},
    (RegimePeriod, "due_day"): {"minimum": 0, "maximum": 31},
    (RegimePeriod, "due_working_days"): {"minimum": 0},
})  # fmt: skip
