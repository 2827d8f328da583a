"""Every noun that has a data form, with the strategy that draws it, and ways to spoil its data."""

import copy
import unicodedata
from typing import cast

from attrs import has
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cchc import model, testing
from cchc.serialization.leaves import Data

__all__ = ["CLASSES", "NOUNS", "decomposed", "spoiled"]

NOUNS: dict[str, tuple[object, SearchStrategy[object]]] = {
    "absent": (model.Absent, testing.absents()),
    "agency": (model.Agency, testing.agencies()),
    "amount": (model.Amount, testing.amounts()),
    "area": (model.Area, testing.areas()),
    "calendar": (model.Calendar, testing.calendars(length=40)),
    "citation": (model.Citation, testing.citations()),
    "code": (model.Code, testing.codes()),
    "duty": (model.Duty, testing.duties()),
    "finding": (model.Finding, testing.findings()),
    "measurement": (model.Measurement, testing.measurements()),
    "parameters": (model.Parameters, testing.parameters()),
    "period": (model.Period, testing.periods()),
    "plan": (model.Plan, testing.plans()),
    "progress": (model.Progress, testing.progress()),
    "quantity": (model.Quantity, testing.quantities()),
    "regime": (model.Regime, testing.regimes()),
    "report": (model.Report, testing.reports()),
    "requirement": (model.Requirement, testing.requirements()),
    "schedule": (model.Schedule, testing.schedules()),
    "source": (model.Source, testing.sources()),
    "span": (model.Span, testing.spans()),
    "special_day": (model.SpecialDay, testing.special_days()),
    "statement": (model.Statement, testing.statements()),
    "symbol": (model.Symbol, testing.symbols()),
    "target": (model.Target, testing.targets()),
    "task": (model.Task, testing.tasks()),
    "task_event": (model.TaskEvent, testing.task_events()),
    "waivers": (model.Waivers, testing.waivers()),
}
"""By name: what `from_data` is asked for, and values of it."""

CLASSES = {
    name: cast("tuple[type, SearchStrategy[object]]", pair)
    for name, pair in NOUNS.items()
    if has(cast("type", pair[0])) and pair[0] not in (model.Code, model.Period, model.Symbol)
}
"""Those that are objects, and so may stand in a file of their own."""

_JUNK: tuple[Data, ...] = (
    None, True, False, 0, 1, -1, 13, 32, 10**20, "", "x", "đ", "10", "0", "-0", "98.5", "1e5", "NaN", " 1", "+1", "٣",
    "2024", "2024-Q1", "2024-Q5", "2024-M13", "2025/2021", "Quý I/2024", "2024-01-31", "2024-02-30", "20240131", "2024-W01-1",
    "0000-01-01", "1900-02-29", "2000-02-29", "12-31", "02-30", "unreported", "184/KH-UBND", "1.2", "1..2", "II.3.a", "1/2",
    "1/0", [], [1], ["x"], [[]], [None], {}, {"x": 1}, {"absent": "unreported"}, {"absent": "x"}, {"text": "x"},
    {"kind": "window"}, {"kind": "continuous"}, {"kind": "rank", "value": 0}, {"kind": "count", "value": 3},
    {"kind": "deadline", "due": "2024-01-31"}, {"kind": []}, {"kind": "at_least", "value": "98"},
)  # fmt: skip


def _containers(data: Data) -> list[dict[str, Data] | list[Data]]:
    match data:
        case dict():
            return [data, *(inner for value in data.values() for inner in _containers(value))]
        case list():
            return [data, *(inner for value in data for inner in _containers(value))]
        case _:
            return []


@st.composite
def spoiled(draw: DrawFn, data: Data) -> Data:
    """`data` with up to three changes: a value replaced, a key or an element added, one taken away."""
    result = copy.deepcopy(data)
    for _ in range(draw(st.integers(1, 3))):
        places = _containers(result)
        if not places:
            return copy.deepcopy(draw(st.sampled_from(_JUNK)))
        place, junk = draw(st.sampled_from(places)), copy.deepcopy(draw(st.sampled_from(_JUNK)))
        change = draw(st.sampled_from(("replace", "add", "take")))
        if isinstance(place, list):
            at = draw(st.integers(0, len(place)))
            place[at : at + (change != "add")] = [] if change == "take" else [junk]
        elif change == "add" or not place:
            place[draw(st.sampled_from(("kind", "due", "titel", "subject", "value", "absent", "text")))] = junk
        else:
            key = draw(st.sampled_from(sorted(place)))
            place[key] = junk
            if change == "take":
                del place[key]
    return result


def decomposed(data: Data) -> Data:
    """`data` as a machine that writes accents apart would have it (NFD)."""
    match data:
        case str():
            return unicodedata.normalize("NFD", data)
        case list():
            return [decomposed(element) for element in data]
        case dict():
            return {key: decomposed(value) for key, value in data.items()}
        case _:
            return data
