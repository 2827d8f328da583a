"""The hand-made answers that lie beside the real documents, in the form of our own."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

from accuracy.expected import Expected, ExpectedCitation, ExpectedTarget, ExpectedTask
from cchc.model import (
    Amount,
    AtLeast,
    Compound,
    Conditional,
    Continuous,
    Deadline,
    Frequency,
    IncreaseBy,
    MoreThan,
    Operator,
    Recurring,
    ReduceBy,
    Requirement,
    Schedule,
    Window,
)
from cchc.model.numeral import format_number

__all__ = ["DOCUMENTS", "answers"]

DOCUMENTS = (
    "bao-cao-2022-6-thang-dau-nam.txt",
    "ke-hoach-2023-so-noi-vu.md",
    "ke-hoach-2023-ocr.txt",
    "ke-hoach-2025-6-thang-cuoi-nam.txt",
    "phu-luc-nhiem-vu-2024.txt",
)
"""The five texts; the annex lies there as an office file too."""

_ANNEX = "phu-luc-nhiem-vu-2024"
_ROWS, _ROWS_OF_THE_TEXT = 60, 130
_Data = Mapping[str, object]


def answers(shared: Path) -> Iterator[tuple[str, str, Expected]]:
    """What is judged, the document's name, its answers."""
    gold = shared / "gold"
    tasks = tuple(map(_task, _read(gold / "tasks_2024_rows_1_60.json")))
    for suffix in ("txt", "docx", "xlsx", "pdf"):
        count = _ROWS_OF_THE_TEXT if suffix == "txt" else _ROWS
        yield (
            f"annex of 2024, .{suffix}",
            f"{_ANNEX}.{suffix}",
            Expected(kind="annex", year=2024, tasks=tasks, task_count=count),
        )
    targets = tuple(map(_target, _read(gold / "targets_2023_snv.json")))
    citations = tuple(map(_citation, _read(gold / "citations_2023_snv.json")))
    yield (
        "plan of 2023",
        "ke-hoach-2023-so-noi-vu.md",
        Expected(kind="plan", period="2023", targets=targets, citations=citations),
    )
    report = json.loads((gold / "report_2022h1_some_checks.json").read_text(encoding="utf-8"), parse_float=Decimal)
    figures = tuple(figure for check in report["checks"] for figure in _figures(check))
    yield "report of 2022", report["document"], Expected(kind="report", period="2022-H1", figures=figures)


def _read(path: Path) -> Sequence[_Data]:
    return cast("Sequence[_Data]", json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal))


def _words(data: _Data, name: str) -> str:
    value = data.get(name)
    return "" if value is None else str(value)


def _names(data: _Data, name: str) -> tuple[str, ...]:
    return tuple(cast("Sequence[str]", data[name]))


def _task(data: _Data) -> ExpectedTask:
    return ExpectedTask(
        number=int(_words(data, "no")),
        title=_words(data, "activity"),
        code=_words(data, "activity_code"),
        group_code=_words(data, "task_code"),
        group_title=_words(data, "task"),
        area={"I": "institutions", "II": "procedures", "III": "apparatus"}[_words(data, "area")],
        deliverables=_names(data, "products_norm"),
        lead=_names(data, "lead_norm"),
        coordinating=_names(data, "coordinating_norm"),
        schedule=(_schedule(cast("_Data", data["schedule"])),),
        schedule_text=_words(data, "time_text"),
    )


_OPERATORS = {"and": Operator.AND, "or": Operator.OR, "per_subject": Operator.PER_SUBJECT}


def _schedule(data: _Data) -> Schedule:
    match data["kind"]:
        case "continuous":
            return Continuous()
        case "window":
            return Window(start=_day(data, "start"), end=_day(data, "end"))
        case "deadline":
            return Deadline(due=date.fromisoformat(_words(data, "due")))
        case "recurring":
            return Recurring(frequency=Frequency(_words(data, "freq")))
        case "compound":
            parts = cast("Sequence[_Data]", data["parts"])
            return Compound(operator=_OPERATORS[_words(data, "op")], parts=tuple(map(_schedule, parts)))
    return Conditional(trigger=_words(data, "trigger"))


def _day(data: _Data, name: str) -> date | None:
    return date.fromisoformat(_words(data, name)) if data.get(name) else None


def _target(data: _Data) -> ExpectedTarget:
    return ExpectedTarget(
        at=_words(data, "text"),
        requirement=(_requirement(data),),
        area={"1": "institutions", "2": "procedures", "3": "apparatus", "4": "civil_service", "5": "finance", "6": "digital"}[
            _words(data, "id")[0]
        ],
        exclusion=_words(data, "exclusion"),
        aspiration=data["aspiration"] is True,
    )


def _requirement(data: _Data) -> Requirement:
    value, unit = data["value"], _words(data, "unit")
    baseline = _words(cast("_Data", data["baseline"]), "year") if data["baseline"] else ""
    if data["comparator"] == "increase":
        return IncreaseBy(value=None, baseline=baseline)
    number = Decimal(str(value))
    if data["comparator"] == "reduce_by":
        beside = cast("_Data", data["equivalent"])
        return ReduceBy(
            value=number, unit=unit, baseline=baseline, equivalent=Amount(_words(beside, "value"), _words(beside, "unit"))
        )
    return AtLeast(number, unit) if data["comparator"] == ">=" else MoreThan(number, unit)


def _citation(data: _Data) -> ExpectedCitation:
    return ExpectedCitation(symbol=_words(data, "symbol"), issued_on=_day(data, "date"))


def _figures(data: _Data) -> tuple[tuple[str, tuple[Decimal, ...]], ...]:
    """The pieces a check quotes, each with those of its numbers that are printed there: a computed one is not."""
    quoted = data["quote"]
    quotes = [str(one) for one in quoted] if isinstance(quoted, list) else [str(quoted)]
    printed = [data["printed"]] if data["printed"] is not None else []
    numbers = [Decimal(str(number)) for number in (*cast("Sequence[object]", data["inputs"]), *printed)]
    return tuple((quote, tuple(number for number in numbers if _is_printed(number, quote))) for quote in quotes)


def _is_printed(number: Decimal, quote: str) -> bool:
    return number >= 0 and re.search(rf"(?<![0-9.,])0?{re.escape(format_number(number))}(?![0-9]|[.,][0-9])", quote) is not None
