"""The heading of a table of targets (đầu biểu chỉ tiêu): which column names what is measured, which holds the value to reach.

Chỉ tiêu, mục tiêu, kế hoạch head values to reach; thực hiện, kết quả, ước head what was. A table that gives points, or sets
results beside a plan, is another's, and so is one that only lists figures.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto

from attrs import frozen

from cchc.model import Period
from cchc.reading.tables.grid import Heading, Row, find_heading, is_column_numbers
from cchc.reading.tables.roles import LONGEST_HEADING, Role, find_role, folded

__all__ = ["TargetColumn", "TargetHeading", "TargetRole", "find_target_heading"]


class TargetRole(Enum):
    """What a column of a table of targets holds (nội dung của cột)."""

    NUMBER = auto()
    """Số thứ tự, mã số."""
    AREA = auto()
    """Lĩnh vực."""
    INDICATOR = auto()
    """Tên chỉ tiêu."""
    UNIT = auto()
    """Đơn vị tính."""
    VALUE = auto()
    """Mục tiêu, chỉ tiêu giao, kế hoạch."""
    SCHEDULE = auto()
    """Thời hạn."""
    OTHER = auto()
    """Kết quả năm trước, cơ quan theo dõi, ghi chú."""


@frozen(kw_only=True)
class TargetColumn:
    """A column: what it holds, its headings from the top down, and the year that they name, 0 for none."""

    role: TargetRole
    path: tuple[str, ...] = ()
    year: int = 0

    @property
    def title(self) -> str:
        """All its headings as one."""
        return " ".join(self.path)


@frozen(kw_only=True)
class TargetHeading:
    """A heading, its rows and words as those of any table, and its columns."""

    printed: Heading
    columns: tuple[TargetColumn, ...]

    def having(self, role: TargetRole) -> tuple[int, ...]:
        """The places of the columns of a role."""
        return tuple(place for place, column in enumerate(self.columns) if column.role is role)


_DEEPEST = 60  # a sheet may hold so many rows above its heading
_GOAL = re.compile(r"chitieu|muctieu")
_NAMES = re.compile(
    r"^(?:ten|noidung|cac|nhom|danhmuc)*(?:chitieu|muctieu|chiso)(?!.*(?:20[0-9]{2}|quy[iv1-4]+$|[369]thang))(?!%|giao|duocgiao|phandau|can)"
)
_THINGS = re.compile(r"^(?:ten|cac|nhom)*(?:noidung|tieuchi|danhmuc|hangmuc|linhvuc)(?:[a-z]{0,20})$")
_AIMED = re.compile(r"kehoach|phandau|^kh(?:nam|20|$)|giao|lotrinh")
_UNIT = re.compile(r"donvitinh|dvtinh|^dvt|donvido|^donvi$|^dv$")
_SET = re.compile(
    r"chitieu|muctieu|kehoach|^kh(?:nam|20|$)|phandau|dukien(?:nam|20)|(?:muc|tyle|giatri|yeucau|ketqua)(?:can|phai)(?:dat|co)"
    r"|^(?:muc|giatri)(?:dat|giao|muctieu)?$|lotrinh|giao(?:nam|$)"
)
_WAS = re.compile(
    r"^ketqua(?!can|phai|phandau)|hientrang|hiennay|hienco|hientai|^uoc|datduoc|^da|(?:nam|ky)truoc|xuatphat|cungky"
    r"|^th(?:nam|20|$)|^thuchien(?!muctieu|chitieu|kehoach)"
    r"|^(?:solieu|diem(?:so)?|thuhang|xephang|tyle|giatri)(?:dat)?(?:nam)?20[0-9]{2}$"
)
_REVIEWS = re.compile(
    r"sosanh|(?:tyle|mucdo|%)(?:da)?(?:hoanthanh|dat(?:duoc|ke|chi|muc|so))|^(?:chua|khong)?dat$|tanggiam|chenhlech|^thkh"
)
_MANAGES = re.compile(r"theodoi|tongho|baocao|dondoc|nguon|songanh|coquan|donvi|chutri")
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_BARE_YEAR = re.compile(r"(?:den|het|cuoi|dau|ca|nam|20[0-9]{2}|%|[369]thang|quy[iv1-4]+)*20[0-9]{2}%?")
_OF_OTHERS = frozenset({Role.LEAD, Role.COORDINATING, Role.AGENCIES, Role.PERSON, Role.NOTE, Role.FUNDING, Role.DELIVERABLES})
_KNOWN = {
    Role.NUMBER: TargetRole.NUMBER,
    Role.CODE: TargetRole.NUMBER,
    Role.AREA: TargetRole.AREA,
    Role.GROUP: TargetRole.AREA,
    Role.SCHEDULE: TargetRole.SCHEDULE,
    Role.FINISH: TargetRole.SCHEDULE,
}


def find_target_heading(rows: Sequence[Row], columns: int, *, period: Period | None) -> TargetHeading | None:
    """The heading of a table of targets; None where the table is none, or one of tasks.

    `period` is the plan's: columns of years before it tell what was.
    """
    if find_heading(rows, columns) is not None:
        return None
    for at, row in enumerate(rows[:_DEEPEST]):
        if _may_head(row):
            end = _end(rows, at)
            found = _columns(_paths(rows[at:end], columns), period)
            if found is not None:
                words = frozenset(folded(words.text) for above in rows[at:end] for _, words in above.own)
                return TargetHeading(printed=Heading(start=at, end=end, roles=(), words=words), columns=found)
    return None


def _may_head(row: Row) -> bool:
    """Whether a row may be the top of a heading: short cells, one of which speaks of targets."""
    texts = [words.text for _, words in row.own]
    short = all(len(text) <= LONGEST_HEADING for text in texts)
    return len(texts) > 1 and short and any(_GOAL.search(folded(text)) or _NAMES.match(folded(text)) for text in texts)


def _end(rows: Sequence[Row], at: int) -> int:
    """The row after the heading that begins at row `at`."""
    end = at + max(cell.rows if at + cell.rows < len(rows) else 1 for cell, _ in rows[at].own)
    while end < len(rows) and (is_column_numbers(rows[end]) or _tells_apart(rows[at], rows[end])):
        end += 1
    return end


def _tells_apart(top: Row, row: Row) -> bool:
    """Whether a row says what stands below a wide heading: "2021", "2022" under "Kế hoạch"."""
    narrow = {cell.column for cell, _ in top.own if cell.columns == 1}
    wide = {column for cell, _ in top.own if cell.columns > 1 for column in range(cell.column, cell.column + cell.columns)}
    below = [(cell.column, folded(words.text)) for cell, words in row.own]
    if not below or any(column == 0 for column, _ in below):
        return False
    return all((column in wide and not text.isdecimal()) or _BARE_YEAR.fullmatch(text) for column, text in below) and (
        sum(column not in narrow for column, _ in below) * 2 >= len(below)
    )


def _paths(rows: Sequence[Row], columns: int) -> list[tuple[str, ...]]:
    """The headings over each column, from the top down; one that lost its merge stands over the empty places after it."""
    named = [row for row in rows if not is_column_numbers(row)]
    paths: list[tuple[str, ...]] = [()] * columns
    for depth, row in enumerate(named):
        below = {cell.column for later in named[depth + 1 :] for cell, _ in later.own}
        last = ""
        texts = {
            column: words.text
            for cell, words in row.own
            for column in range(cell.column, min(cell.column + cell.columns, columns))
        }
        for column in range(columns):
            last = texts.get(column) or (last if column in below else "")
            if last:
                paths[column] = (*paths[column], last)
    return paths


def _columns(paths: Sequence[tuple[str, ...]], period: Period | None) -> tuple[TargetColumn, ...] | None:
    """What each column holds; None where they are not those of a table of targets."""
    names = [folded(path[-1]) if path else "" for path in paths]
    if any(map(_scores, paths)) or _reviews(paths):
        return None
    roles = [_role(place, path, period) for place, path in enumerate(paths)]
    indicator = _name_values(names, paths, roles)
    if indicator is None or not _speaks_of_targets(paths, roles, indicator):
        return None
    for place, path in enumerate(paths):
        if path == paths[indicator]:
            roles[place] = TargetRole.INDICATOR
    return tuple(
        TargetColumn(role=role or TargetRole.OTHER, path=path, year=_year(path))
        for role, path in zip(roles, paths, strict=True)
    )


def _reviews(paths: Sequence[tuple[str, ...]]) -> bool:
    """Whether results are set beside the values of the same time; beside those of a later year they are its starting point."""
    if not any(_REVIEWS.search(folded(path[-1])) for path in paths if path):
        return False
    latest = max(map(_year, paths))
    return not any(0 < _year(path) < latest and any(_WAS.search(folded(words)) for words in path) for path in paths)


def _scores(path: Sequence[str]) -> bool:
    """Whether a column gives points, and not those of a year or to be reached."""
    words = folded(" ".join(path))
    return bool(path) and find_role(path[-1]) is Role.POINTS and not _YEAR.search(words) and not _SET.search(words)


def _year(path: Sequence[str]) -> int:
    """The year that a column's headings name, the last of a span; 0 for none."""
    return next((max(map(int, years)) for words in reversed(path) if (years := _YEAR.findall(words))), 0)


def _role(place: int, path: Sequence[str], period: Period | None) -> TargetRole | None:
    """What a column holds, told from its own headings; None where it depends on the others."""
    if not path:
        return TargetRole.NUMBER if place == 0 else TargetRole.OTHER
    name, above = folded(path[-1]), [folded(words) for words in path]
    past = period is not None and 0 < _year(path) < period.start.year
    if past or any(_WAS.search(words) for words in above):
        return TargetRole.OTHER
    if _UNIT.search(name):
        return TargetRole.UNIT
    if _BARE_YEAR.fullmatch(name):
        return TargetRole.VALUE if period or any(_SET.search(words) for words in above) else TargetRole.OTHER
    role = find_role(path[-1])
    if role in _KNOWN and not _YEAR.search(name):
        return _KNOWN[role]
    if role in _OF_OTHERS or not any(_SET.search(words) or _NAMES.search(words) for words in above):
        return None if _THINGS.match(name) else TargetRole.OTHER
    return None if _NAMES.match(name) and len(path) == 1 else TargetRole.VALUE


def _name_values(names: Sequence[str], paths: Sequence[tuple[str, ...]], roles: list[TargetRole | None]) -> int | None:
    """The column that names the indicators; those beside it that hold values are given their role."""
    values = [place for place, role in enumerate(roles) if role is TargetRole.VALUE]
    goals = [place for place, role in enumerate(roles) if role is None and _NAMES.match(names[place])]
    things = [place for place, role in enumerate(roles) if role in {None, TargetRole.AREA} and _THINGS.match(names[place])]
    units = [place for place, role in enumerate(roles) if role is TargetRole.UNIT]
    if values:
        before = [place for place in goals if place < values[0]] or [place for place in things if place < values[0]]
        for place in before[:-1]:
            roles[place] = TargetRole.AREA
        alone = not units and len({paths[place] for place in values}) == 1 and _GOAL.search(names[values[0]])
        return before[-1] if before else values[0] if alone else None
    if len(goals) > 1 or (goals and (units or not _is_area(names, things)) and any(place < goals[0] for place in things)):
        before = [place for place in (*things, *goals) if place < goals[-1]]
        roles[goals[-1]] = TargetRole.VALUE
        return max(before)
    return goals[0] if goals and not units else None


def _is_area(names: Sequence[str], things: Sequence[int]) -> bool:
    return all(names[place].startswith("linhvuc") for place in things)


def _speaks_of_targets(paths: Sequence[tuple[str, ...]], roles: Sequence[TargetRole | None], indicator: int) -> bool:
    """Whether the headings promise: of what is measured, or of the values; without values, every column must be known."""
    values = [path for path, role in zip(paths, roles, strict=True) if role is TargetRole.VALUE and path != paths[indicator]]
    named = _GOAL.search(folded(" ".join(paths[indicator])))
    if values:
        return bool(named) or any(_GOAL.search(folded(" ".join(path))) or _AIMED.search(folded(path[0])) for path in values)
    others = [path for place, path in enumerate(paths) if place != indicator and path != paths[indicator] and path]
    return bool(named) and bool(others) and all(_is_managed(path[-1]) for path in others)


def _is_managed(heading: str) -> bool:
    role = find_role(heading)
    return role in _KNOWN or role in _OF_OTHERS - {Role.DELIVERABLES} or _MANAGES.search(folded(heading)) is not None
