"""The packaged example: real commitments and a real published score, with invented progress where none is public.

Numbers, agencies, deadlines and bounds are those of Hưng Yên's plans for 2024 and 2025 and of Phú Thọ's published figures;
titles are in words of our own. Progress and the report on the 2025 targets are invented and say so.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from cchc.model import InvalidInput, Period, Plan, Problem, Progress, Report
from cchc.reading.values import ValuesTable, parse_values
from cchc.serialization import loads

__all__ = [
    "FILES", "plan_2024", "plan_2025", "progress_2024", "published_766", "report_2025", "reports_2024", "write_files",
]  # fmt: skip

_REPORTS_2024 = ("report-2024-q1.toml", "report-2024-h1.toml", "report-2024-q3.toml")
FILES = (
    "plan-2024.toml", "progress-2024.toml", *_REPORTS_2024, "plan-2025.toml", "report-2025.toml", "values-766-2026-q3.csv",
)  # fmt: skip
"""The example's files, in the order in which one would read them."""


def _file(name: str) -> Traversable:
    return files("cchc.example").joinpath(name)


def _text(name: str) -> str:
    return _file(name).read_text(encoding="utf-8")


def plan_2024() -> Plan:
    """The 130 tasks of Hưng Yên's plan for 2024."""
    return loads(_text("plan-2024.toml"), Plan, format="toml")


def progress_2024() -> Progress:
    """Invented progress of those tasks up to 30 September 2024."""
    return loads(_text("progress-2024.toml"), Progress, format="toml")


def reports_2024() -> tuple[Report, ...]:
    """The reports of that year, with invented days of receipt."""
    return tuple(loads(_text(name), Report, format="toml") for name in _REPORTS_2024)


def plan_2025() -> Plan:
    """The targets of Hưng Yên's plan for the second half of 2025."""
    return loads(_text("plan-2025.toml"), Plan, format="toml")


def report_2025() -> Report:
    """An invented report on some of those targets."""
    return loads(_text("report-2025.toml"), Report, format="toml")


def published_766() -> ValuesTable:
    """The figures published for Phú Thọ, quarter III of 2026, with the points printed beside them."""
    name = "values-766-2026-q3.csv"
    return parse_values(_text(name), agency="Tỉnh Phú Thọ", period=Period.quarter(2026, 3), document=name)


def write_files(folder: Path) -> tuple[Path, ...]:
    """Write the example's files into a folder, which is made if need be; a file that is already there is left as it is."""
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            target = folder / name
            if not target.exists():
                target.write_bytes(_file(name).read_bytes())
            written.append(target)
    except OSError as error:
        raise InvalidInput(Problem(code="cannot-write", place=str(folder), found=error.strerror or str(error))) from None
    return tuple(written)
