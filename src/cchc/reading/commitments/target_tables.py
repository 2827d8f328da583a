"""The tables of targets of a document (biểu chỉ tiêu), read: targets, and what became of every cell that holds words.

Each row names an indicator and sets a value for it, or one for every year of a stage. What a year before brought, and who
watches over an indicator, has no place in a target and is left.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from attrs import evolve, field, frozen

from cchc.model import Complete, Deadline, Period, Qualitative, RankUp, RankWithin, Source, Target, Window
from cchc.reading.commitments.indicators import named
from cchc.reading.commitments.scopes import due_day, scope
from cchc.reading.commitments.target_headings import TargetColumn, TargetHeading, TargetRole, find_target_heading
from cchc.reading.commitments.target_rows import CellFate, SetRow, TargetRowReader
from cchc.reading.commitments.target_values import Measured, unit_of, values_of
from cchc.reading.commitments.targets import read_targets
from cchc.reading.document import Document, Line, Table
from cchc.reading.outline import Part, PartKind
from cchc.reading.passage import Passage
from cchc.reading.prose.areas import find_area
from cchc.reading.tables.grid import Row, table_rows
from cchc.reading.tables.tasks import span_of
from cchc.reading.times import parse_schedule

__all__ = ["TargetTable", "read_target_tables"]

_KINDS = {CellFate.TARGET: PartKind.TARGET, CellFate.HEADING: PartKind.TABLE_HEADING}
_READ = frozenset({TargetRole.NUMBER, TargetRole.INDICATOR, TargetRole.UNIT, TargetRole.VALUE, TargetRole.SCHEDULE})
_UNIT_ABOVE = re.compile(r"(?i)\(?(?:đơn vị(?: tính)?|đvt)\s*:\s*(?P<unit>[^)]{1,30}?)\)?")
_LINES_ABOVE = 3  # the unit of a whole table may stand so many lines above it
_RANKS = re.compile(r"(?i)(?<!\w)(?:xếp hạng|thứ hạng|thứ bậc|vị thứ|xếp thứ|hạng)(?!\w)(?! mục)|(?<!\w)vị trí(?! việc)")
_WITHIN_YEAR = re.compile(r"(?i)quý [IV1-4]+|[369] tháng(?: đầu năm)?|nửa đầu năm|tháng [0-9]{1,2}")
_RATE = re.compile(r"(?i)^(?:phấn đấu )?(?:t[ỷỉ] lệ|số lượng|số) ")
_SELF_NAMED = 6
_KIND_WORDS = 5
_UNMEASURED = (Complete, Qualitative, RankUp, RankWithin)


@frozen(kw_only=True)
class TargetTable:
    """A table of targets: its targets, and every cell that holds words as a part, or as unread where no target has room for it.

    `tables` are the positions of its tables among the document's parts, for one that runs over several.
    """

    targets: tuple[Target, ...]
    parts: tuple[Part, ...]
    unread: tuple[Source, ...]
    tables: tuple[int, ...] = ()


def read_target_tables(document: Document, *, period: Period | None) -> tuple[TargetTable, ...]:
    """The tables of targets of a plan for `period`; tables of tasks, scorecards and statistics are left to others.

    A target is numbered as its row is printed, after the number of the heading row above where the rows begin anew below each:
    ``3``, ``II.3``. Where a row sets several values they are told apart by their year, ``3-2025``, else in order, ``3.1``.
    A row without a number counts from the one above it: ``3.1``. A number that was there before in the table gets ``~2``.
    """
    return tuple(
        table for run in _runs(document, period) if (table := _Reader(document=document, period=period, run=run).read())
    )


@frozen(kw_only=True)
class _Run:
    """A table, and those of later pages that go on with it."""

    heading: TargetHeading
    rows: list[Row]
    positions: list[int]
    columns: int


def _runs(document: Document, period: Period | None) -> Iterator[_Run]:
    run: _Run | None = None
    for position, part in enumerate(document.parts):
        if isinstance(part, Line):
            continue
        rows = table_rows(document, part)
        heading = find_target_heading(rows, part.columns, period=period)
        if run is not None and _goes_on(document, run, position, heading, part):
            run.positions.append(position)
            run.rows.extend(evolve(row, opens_page=row.opens_page or at == 0) for at, row in enumerate(rows))
            continue
        if run is not None:
            yield run
        run = None
        if heading is not None:
            run = _Run(heading=heading, rows=list(rows), positions=[position], columns=part.columns)
    if run is not None:
        yield run


def _goes_on(document: Document, run: _Run, position: int, heading: TargetHeading | None, table: Table) -> bool:
    """Whether a table goes on with a run: nothing but the page stands between, and the columns are the same."""
    between = document.parts[run.positions[-1] + 1 : position]
    aside = all(isinstance(part, Line) and (part.aside or not _holds_word(document, part)) for part in between)
    if not aside or table.columns != run.columns:
        return False
    return heading.columns == run.heading.columns if heading else not _is_headed(document, table)


def _holds_word(document: Document, line: Line) -> bool:
    return any(letter.isalpha() for letter in document.passage(line).text)


def _is_headed(document: Document, table: Table) -> bool:
    """Whether a table begins with a row of names alone, as one that has a heading of its own does."""
    first = next((row for row in table_rows(document, table) if row.own), None)
    return first is not None and len(first.own) == table.columns and not any(
        letter.isdigit() for _, words in first.own for letter in words.text
    )  # fmt: skip


@frozen(kw_only=True)
class _Reader:
    """Reads one table."""

    document: Document
    period: Period | None
    run: _Run
    ids: dict[str, int] = field(factory=dict)

    def read(self) -> TargetTable | None:
        """The table; None where no row sets a value."""
        heading = self.run.heading
        reader = TargetRowReader(heading=heading, columns=self.run.columns)
        reader.read(self.run.rows[heading.printed.end :])
        fates = [
            (cell, words, CellFate.HEADING) for row in self.run.rows[: heading.printed.end] for cell, words in row.own
        ]  # fmt: skip
        fates += reader.fates
        targets: list[Target] = []
        for code, row in zip(_codes(reader.rows), reader.rows, strict=True):
            found = self._targets(row, code)
            targets += found
            fates += [(cell, words, _fate(role) if found else CellFate.UNREAD) for cell, words, role in row.own]
        if all(isinstance(target.requirement, Qualitative) for target in targets):
            return None
        fates.sort(key=lambda fate: fate[0].start)
        return TargetTable(
            targets=tuple(targets),
            parts=tuple(
                Part(kind=_KINDS[fate], span=words.span(), place=cell.place)
                for cell, words, fate in fates
                if fate is not CellFate.UNREAD
            ),
            unread=tuple(
                Source(document=self.document.name, place=cell.place, span=words.span())
                for cell, words, fate in fates
                if fate is CellFate.UNREAD
            ),
            tables=tuple(self.run.positions),
        )

    def _targets(self, row: SetRow, code: str) -> list[Target]:
        """The targets of a row, each with an id of its own and the row's place."""
        columns, places = self.run.heading.columns, self.run.heading.having(TargetRole.VALUE)
        found = {place: tuple(self._of_column(row, columns[place], row.cells.get(place, ()))) for place in places}
        years = {columns[place].year for place in places} - {0}
        if len(years) == len(places) > 1 and any(found.values()):
            targets = [
                evolve(target, due=target.due or date(columns[place].year, 12, 31))
                for place, of_year in found.items()
                for target in _numbered(of_year, f"{code}-{columns[place].year}")
            ]
        else:
            targets = _numbered(tuple(chain.from_iterable(found.values())) or self._of_words(row), code)
        source = Source(
            document=self.document.name, place=row.place, span=span_of(words for _, words, role in row.own if role in _READ)
        )
        return [evolve(target, id=self._free(target.id), source=source) for target in targets]

    def _of_column(self, row: SetRow, column: TargetColumn, cells: Sequence[Passage]) -> Iterator[Target]:
        """What a row sets in one column."""
        name, part = Passage.joined(row.name), row.part.text if row.part else ""
        value = Passage.joined(cells)
        unit = unit_of(row.unit, part, name.text, column.path[-1], column.title, self._unit_above())
        ranks = any(_RANKS.search(words) for words in (column.title, part or _head(name.text)))
        asked = Measured(name=f"{name.text} {part}".strip(), unit=unit, ranks=ranks)
        said = read_targets(name, code="", period=self.period)
        for target in values_of(value, asked, code="", period=self.period):
            itself = not isinstance(target.requirement, _UNMEASURED) and len(target.indicator.split()) >= _SELF_NAMED
            within = "" if isinstance(target.requirement, _UNMEASURED) or "%" in target.scope else target.scope
            yield evolve(
                target,
                indicator=target.indicator if itself else named(name.text, "", share=False) or name.text,
                text=value.text if itself else _sentence(name.text, part, value.text, unit),
                area=row.area or find_area(name.text),
                scope=within or part or scope(column.path[-1]) or scope(_RATE.sub("", name.text)),
                exclusion=target.exclusion or next((one.exclusion for one in said if one.exclusion), ""),
                aspiration=target.aspiration or any(one.aspiration for one in said),
                accumulates=target.accumulates or any(one.accumulates for one in said),
                due=target.due or self._due(row, column, name),
            )

    def _of_words(self, row: SetRow) -> list[Target]:
        """What the name of a row promises by itself; nothing where it only names, beside columns of values."""
        name = Passage.joined([*row.name, *([row.part] if row.part else ())])
        found = read_targets(name, code="", period=self.period)
        whole = not self.run.heading.having(TargetRole.VALUE)
        if not whole and all(isinstance(target.requirement, Complete | Qualitative) for target in found):
            return []
        area = row.area or find_area(name.text)
        return [evolve(target, area=area, due=target.due or self._scheduled(row)) for target in found]

    def _due(self, row: SetRow, column: TargetColumn, name: Passage) -> date | None:
        """The last good day for a value, where it is not the plan's own end."""
        if due := self._scheduled(row) or due_day(name.text, self.period):
            return due
        if (part := _WITHIN_YEAR.search(column.title)) and (due := due_day(f"đến hết {part.group()}", self.period)):
            return due
        ends = self.period.end.year if self.period else 0
        return date(column.year, 12, 31) if column.year and column.year != ends else None

    def _scheduled(self, row: SetRow) -> date | None:
        """The last good day that the row's time cell says."""
        cells = [words for place in self.run.heading.having(TargetRole.SCHEDULE) for words in row.cells.get(place, ())]
        schedule = parse_schedule(Passage.joined(cells).text, year=self.period.end.year if self.period else None)
        if isinstance(schedule, Deadline):
            return schedule.due
        return schedule.end if isinstance(schedule, Window) else None

    def _unit_above(self) -> str:
        """The unit of the whole table, which a line just above it says, in brackets as a heading would: "Đơn vị tính: %"."""
        first = self.run.positions[0]
        for part in self.document.parts[max(0, first - _LINES_ABOVE) : first]:
            if isinstance(part, Line) and (match := _UNIT_ABOVE.fullmatch(self.document.passage(part).text)):
                return f"({match['unit']})"
        return ""

    def _free(self, code: str) -> str:
        """The code, with a number after it where another row has the same."""
        free = code
        while free in self.ids:
            self.ids[code] += 1
            free = f"{code}~{self.ids[code]}"
        self.ids[free] = 1
        return free


def _fate(role: TargetRole) -> CellFate:
    """What becomes of a cell of a row that sets a value."""
    if role in _READ:
        return CellFate.TARGET
    return CellFate.HEADING if role is TargetRole.AREA else CellFate.UNREAD


def _numbered(targets: Sequence[Target], code: str) -> list[Target]:
    return [evolve(target, id=f"{code}.{n}" if len(targets) > 1 else code) for n, target in enumerate(targets, start=1)]


def _codes(rows: Sequence[SetRow]) -> Iterator[str]:
    """The code of each row, apart from those of others as far as print tells."""
    printed = [row.code for row in rows if row.code]
    anew = len(set(printed)) < len(printed)
    bare: dict[str, int] = {}
    for row in rows:
        above = [code for code in row.chain if not row.code.startswith(f"{code}.")]
        above = above if anew else above[-1:] if not row.code else []
        code = ".".join((*above, row.code)) if row.code else ".".join(above)
        if row.code:
            yield code
        else:
            bare[code] = bare.get(code, 0) + 1
            yield f"{code}.{bare[code]}" if code else str(bare[code])


def _head(name: str) -> str:
    """The first words of a name, which say what kind of thing is measured."""
    return " ".join(name.split()[:_KIND_WORDS])


def _sentence(name: str, part: str, value: str, unit: str) -> str:
    """A target in the printed words of its cells."""
    whole = f"{name.rstrip(' :')}, {part}" if part else name.rstrip(" :")
    return f"{whole}: {value}{'' if unit == '%' else ' '}{unit}" if unit and value[-1].isdigit() else f"{whole}: {value}"
