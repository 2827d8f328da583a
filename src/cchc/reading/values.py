"""Tables of measured values, one row a criterion, as a clerk keeps them in a spreadsheet saved as CSV.

Columns are found by name: `code`, `numerator`, `denominator`, `percent`, `absent`, and `published` for points that somebody
printed. Numbers are in plain notation (57.72) or, where commas do not part the columns, with a decimal comma (57,72); what
could be read in two ways is refused. Nothing is skipped silently.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from attrs import frozen

from cchc.model import Absent, InvalidInput, Measurement, Percent, Period, Problem, Quantity, Ratio, Source
from cchc.model.rounding import half_up
from cchc.model.text import nearest, plain

__all__ = ["PublishedPoints", "ValuesTable", "parse_values", "read_values"]

_COLUMNS = ("code", "numerator", "denominator", "percent", "absent", "published")
_ALIASES = {"published_points": "published"}
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_WITH_COMMA = re.compile(r"[0-9]+,[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


@frozen(kw_only=True)
class PublishedPoints:
    """Points as printed for a criterion, or for the whole where `code` is empty, with the place they stand at."""

    code: str
    points: Decimal
    source: Source


@frozen(kw_only=True)
class ValuesTable:
    """The measurements of one unit in one period, and the points printed beside them (bảng số liệu chấm điểm)."""

    measurements: tuple[Measurement, ...]
    published: tuple[PublishedPoints, ...] = ()
    agency: str = ""
    period: Period | None = None


def read_values(path: Path | str, *, agency: str = "", period: Period | None = None) -> ValuesTable:
    """Read a CSV file of values; raise `InvalidInput` with every problem and its row."""
    path = Path(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise InvalidInput(Problem(code="no-such-file", found=str(path))) from None
    except OSError as error:
        raise InvalidInput(Problem(code="cannot-read", found=f"{path} ({error.strerror})")) from None
    except UnicodeDecodeError as error:
        raise InvalidInput(Problem(code="not-utf-8", place=path.name, found=f"byte {error.start}")) from None
    try:
        return parse_values(text, agency=agency, period=period, document=path.name)
    except InvalidInput as error:
        raise error.within(path.name) from None


def parse_values(text: str, *, agency: str = "", period: Period | None = None, document: str = "") -> ValuesTable:
    """Read the text of a CSV table, separated by commas, semicolons or tabs."""
    lines = text.splitlines()
    above = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith("#")), None)
    if above is None:
        raise InvalidInput(Problem(code="empty-file"))
    separator = max(",;\t", key=lines[above].count)
    reader = csv.reader(io.StringIO("\n".join(lines[above:])), delimiter=separator)
    try:
        header, *rows = [(above + reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        raise InvalidInput(Problem(code="not-csv", place=f"row {above + reader.line_num}", found=str(error))) from None
    names = [_ALIASES.get(name, name) for name in (plain(cell).casefold() for cell in header[1])]
    if problems := list(_header_problems(names, f"row {header[0]}")):
        raise InvalidInput(problems)
    measurements: list[Measurement] = []
    stated: list[tuple[str, str, str]] = []
    published: list[PublishedPoints] = []
    for number, cells in rows:
        row = _Row(number, {name: plain(cell) for name, cell in zip(names, cells, strict=False)}, separator, problems)
        if len(cells) > len(names):
            row.refuse("too-many-cells", str(len(cells)), str(len(names)))
        source = Source(document=document, place=f"row {number}")
        value, points = row.value(), row.number("published")
        code = row.cells.get("code", "")
        if value is not None:
            if not code:
                row.refuse("missing", "", "code")
            stated.append(("code", code, f"row {number}"))
            measurements.append(Measurement(indicator=code, value=value, agency=agency, period=period, source=source))
        if points is not None:
            stated.append(("published", code, f"row {number}"))
            published.append(PublishedPoints(code=code, points=points, source=source))
    seen = {(kind, code): place for kind, code, place in reversed(stated)}
    problems += [
        Problem(code="duplicate-id", place=f"{place}, {kind}", found=code)
        for kind, code, place in stated
        if seen[kind, code] != place
    ]
    if problems:
        raise InvalidInput(problems)
    return ValuesTable(measurements=tuple(measurements), published=tuple(published), agency=agency, period=period)


def _header_problems(names: list[str], place: str) -> Iterator[Problem]:
    for name, times in Counter(names).items():
        if name not in _COLUMNS:
            yield Problem(code="unknown-column", place=place, found=name, accepted=_COLUMNS, near=nearest(name, _COLUMNS))
        elif times > 1:
            yield Problem(code="duplicate-column", place=place, found=name)
    if "code" not in names:
        yield Problem(code="missing", place=place, accepted=("code",))


@frozen
class _Row:
    """One row being read; what is wrong with it is added to the problems of the table."""

    line: int
    cells: dict[str, str]
    separator: str
    problems: list[Problem]

    def refuse(self, code: str, found: str, *accepted: str, column: str = "") -> None:
        place = f"row {self.line}" + (f", {column}" if column else "")
        self.problems.append(Problem(code=code, place=place, found=found, accepted=accepted))

    def number(self, column: str) -> Decimal | None:
        text = self.cells.get(column, "")
        if not text:
            return None
        if self.separator != "," and _WITH_COMMA.fullmatch(text):
            return Decimal(text.replace(",", "."))
        if not _NUMBER.fullmatch(text):
            self.refuse("not-a-plain-number", text, "1857", "57.72", column=column)
            return None
        if column in ("numerator", "denominator") and _GROUPED.fullmatch(text):
            self.refuse("ambiguous-number", text, text.replace(".", ""), f"{text}0", column=column)
            return None
        return Decimal(text)

    def value(self) -> Quantity | Absent | None:
        part, whole, percent = self.number("numerator"), self.number("denominator"), self.number("percent")
        absent = self.cells.get("absent", "")
        if absent:
            known = tuple(reason.value for reason in Absent)
            if absent not in known:
                self.refuse("unknown-value", absent, *known, column="absent")
            elif (part, whole, percent) != (None, None, None):
                self.refuse("absent-with-value", absent, column="absent")
            else:
                return Absent(absent)
        elif part is not None and whole is not None:
            return self._ratio(part, whole, percent)
        elif self.cells.get("numerator") or self.cells.get("denominator"):
            if not self.cells.get("denominator") or not self.cells.get("numerator"):
                self.refuse("missing", "", "numerator", "denominator")
        elif percent is not None:
            return Percent(percent)
        return None

    def _ratio(self, part: Decimal, whole: Decimal, percent: Decimal | None) -> Ratio:
        ratio = Ratio(part, whole)
        share = ratio.fraction
        if percent is not None and not isinstance(share, Absent):
            places = len(str(percent).partition(".")[2])
            if half_up(share * 100, places) != percent:
                self.refuse("percent-differs", str(percent), str(half_up(share * 100, places)), column="percent")
        return ratio
