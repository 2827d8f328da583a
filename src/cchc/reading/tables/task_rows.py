"""The rows below the heading of a task table (dòng của biểu): those that state a task, head others, or go on with one.

A row after a page break often only finishes the sentence before it; a row without a number may as well be the next activity of
the same task. What a row lacks is not made up: only a merge, or a mark of repetition, carries a cell down.
"""

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from itertools import zip_longest

from attrs import define, field

from cchc.model.area import Area
from cchc.reading.document import Cell
from cchc.reading.passage import Passage
from cchc.reading.prose.areas import find_area
from cchc.reading.tables.banners import Banner, Depth, depth_of, read_banner
from cchc.reading.tables.ditto import repeats
from cchc.reading.tables.grid import Heading, Row, is_column_numbers, is_repeated_heading
from cchc.reading.tables.letters import CAPITALS
from cchc.reading.tables.roles import Role
from cchc.reading.tables.row_codes import split_code

__all__ = ["Fate", "GroupWords", "RowReader", "StatedRow"]

_MARK = re.compile(r"\(?\s*(?:[0-9]{1,3}|[IVXivx]{1,5}|[A-Za-zĐđ])(?:[.,][0-9A-Za-zđ]{1,3})*\s*[.)/:]*")
_TYPED = re.compile(r"[0-9]{1,3},[0-9]{1,3}")  # "1.1" typed into a sheet as a number and printed with a decimal comma
_NO_WORD = re.compile(r"[\W_]*")
_SMALL_START = re.compile(rf"[^\W_{CAPITALS}]|[%(,;.–]")
_SIGNATURE = re.compile(
    r"(?i:nơi nhận|(?:tm|kt|tl|tuq)\. ?(?=\w)|người lập(?: biểu| bảng)?\W*$|[^,]{2,30}, ngày\s.{0,12}tháng\s)"
    r"|(?:THỦ TRƯỞNG|CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|TRƯỞNG PHÒNG)(?: ĐƠN VỊ)?\W*$"
)
_TICK = re.compile(r"[xXvV✓✔√☑●*]")
_QUARTER = re.compile(r"I{1,3}|IV")
_MONTH = re.compile(r"T\.? ?(?:1[0-2]|0?[1-9])(?:/[0-9]{4})?")
_MONTH_DIGITS = 2
_TOTAL = re.compile(r"(?:tổng(?: cộng| số)?|cộng)(?:\s*\(.*\))?\W*", re.IGNORECASE)
_KEPT = (
    Role.TITLE,
    Role.DELIVERABLES,
    Role.LEAD,
    Role.COORDINATING,
    Role.AGENCIES,
    Role.SCHEDULE,
    Role.START,
    Role.FINISH,
    Role.CODE,
)
_DETAILS = frozenset(_KEPT) - {Role.TITLE, Role.CODE}
_SEVERAL = frozenset({Role.DELIVERABLES, Role.LEAD, Role.COORDINATING, Role.AGENCIES})
_NAMES = frozenset({Role.TITLE, Role.GROUP, Role.AREA})
_HOMES = frozenset({*_KEPT, Role.NUMBER, Role.GROUP, Role.AREA})

Entry = tuple[Cell, Passage, Role | None]


class Fate(Enum):
    """What became of a cell (số phận của ô)."""

    TASK = auto()
    HEADING = auto()
    CLOSING = auto()
    UNREAD = auto()


@define
class GroupWords:
    """The words of a group, which may go on over a page; how deep its own row's numbering lies, and that of its tasks."""

    code: str = ""
    parts: list[Passage] = field(factory=list)
    depth: Depth | None = None
    below: Depth | None = None


@define(kw_only=True)
class StatedRow:
    """A task as its rows state it: its printed number, its words by role, and the area and the group it stands under."""

    number: str
    cells: dict[Role, list[Passage]]
    own: list[Passage]
    place: str
    area: Area | None
    group: GroupWords | None


@define(kw_only=True)
class RowReader:
    """Reads rows one after the other: the tasks they state, and what became of every cell that holds words."""

    heading: Heading
    columns: int
    area: Area | None = None
    tasks: list[StatedRow] = field(factory=list)
    fates: list[tuple[Cell, Passage, Fate]] = field(factory=list)
    _area_depth: Depth | None = field(init=False)
    _group: GroupWords | None = None
    _closing: bool = False
    _headings: int = 0

    @_area_depth.default
    def _of_a_line_above(self) -> Depth | None:
        return Depth.ROMAN if self.area else None

    def read(self, rows: Sequence[Row]) -> None:
        """Read all rows, those of the table's heading and above it included."""
        filled = [row for row in rows if row.own]
        for row, following in zip_longest(filled, filled[1:]):
            self._row(row, following)
        for at in range(self._headings, len(self.fates)):
            cell, words, fate = self.fates[at]
            self.fates[at] = (cell, words, Fate.UNREAD if fate is Fate.HEADING else fate)

    def _row(self, row: Row, following: Row | None) -> None:
        entries = self._entries(row)
        if is_repeated_heading(row, self.heading) or is_column_numbers(row):
            self._settle(entries, Fate.HEADING)
        elif self._closes(entries):
            self._settle(entries, Fate.CLOSING)
        elif self._continues(row, entries):
            self._go_on(entries)
        elif (banner := self._banner(row, entries, following)) is not None:
            self._head(banner, entries)
        elif self._says_task(row, entries):
            self._state(row, entries)
        else:
            self._settle(entries, Fate.UNREAD)

    def _entries(self, row: Row) -> list[Entry]:
        """The cells that begin in a row, with what their columns hold."""
        return [(cell, words, self._role(cell, words)) for cell, words in row.own]

    def _role(self, cell: Cell, words: Passage) -> Role | None:
        """What a cell holds; words in the place of a number are the row's own words."""
        roles = self.heading.roles[cell.column : cell.column + cell.columns]
        if roles[:1] != (Role.NUMBER,) or _MARK.fullmatch(words.text) or _NO_WORD.fullmatch(words.text):
            return roles[0] if roles else None
        return next((role for role in roles if role in _NAMES), Role.TITLE)

    def _settle(self, entries: Iterable[Entry], fate: Fate) -> None:
        for cell, words, role in entries:
            homeless = fate is Fate.TASK and role not in _HOMES
            self.fates.append((cell, words, Fate.UNREAD if homeless else fate))

    def _closes(self, entries: Sequence[Entry]) -> bool:
        """Whether a row, or one above it, is where the signatures stand."""
        if self.tasks and not _number(entries) and any(_SIGNATURE.match(words.text) for _, words, _ in entries):
            self._closing = True
        return self._closing

    def _continues(self, row: Row, entries: Sequence[Entry]) -> bool:
        """Whether a row goes on with the task before: after a page break in mid-sentence, or with more of one thing only."""
        if not self.tasks or _number(entries):
            return False
        said = {role for _, _, role in entries if role in _KEPT or role is Role.GROUP}
        title = next((words for _, words, role in entries if role is Role.TITLE), None)
        if title is None:
            return row.opens_page if said - {Role.GROUP} else row.opens_page and self._small_group(entries)
        if not row.opens_page or split_code(title)[0] or any(cell.columns * 2 > self.columns for cell, _, _ in entries):
            return False
        return _SMALL_START.match(title.text) is not None or not said & _DETAILS

    def _says_task(self, row: Row, entries: Sequence[Entry]) -> bool:
        """Whether a row says enough to be a task: more than a remark below the table, and no sum."""
        said = {role for _, _, role in entries}
        if any(role is Role.TITLE and _TOTAL.fullmatch(words.text) for _, words, role in entries):
            return False
        numbered = Role.NUMBER in self.heading.roles
        if said & _DETAILS or self._inherits(row):
            return True
        return bool(said & {Role.TITLE, Role.GROUP}) and (not numbered or _number(entries) != "")

    def _small_group(self, entries: Sequence[Entry]) -> bool:
        return any(role is Role.GROUP and _SMALL_START.match(words.text) for _, words, role in entries)

    def _go_on(self, entries: Sequence[Entry]) -> None:
        """Add a row's words to the task before."""
        task = self.tasks[-1]
        for _, words, role in entries:
            if role is Role.GROUP and task.group is not None:
                task.group.parts.append(words)
            elif role in _KEPT:
                task.cells.setdefault(role, []).append(words)
            if role in _HOMES:
                task.own.append(words)
        self._settle(entries, Fate.TASK)
        self._headings = len(self.fates)

    def _banner(self, row: Row, entries: Sequence[Entry], following: Row | None) -> Banner | None:
        """The heading row that a row is, if it is one: all it says is one name."""
        said = [(cell, words, role) for cell, words, role in entries if role in _HOMES and role not in {Role.NUMBER, Role.CODE}]
        if len(said) != 1 or said[0][2] not in _NAMES or self._inherits(row):
            return None
        cell, words, _ = said[0]
        banner = read_banner(_number(entries), words)
        wide = cell.columns * 2 > self.columns or (cell.columns > 1 and cell.column + cell.columns >= self.columns)
        if wide or banner.depth <= Depth.ROMAN:
            return banner
        stands_out = cell.bold or words.text.isupper()
        if banner.area and len(banner.title) < 100 and (stands_out or banner.depth is Depth.NONE):
            return banner
        return (
            banner if following is not None and self._heads(banner, self._entries(following), stands_out=stands_out) else None
        )

    def _inherits(self, row: Row) -> bool:
        """Whether cells merged from above say who does what of the row, and when."""
        own = {id(cell) for cell, _ in row.own}
        return any(words and id(cell) not in own and self._role(cell, words) in _DETAILS for cell, words in row.cells)

    def _heads(self, banner: Banner, following: Sequence[Entry], *, stands_out: bool) -> bool:
        """Whether a row that says only one name heads the next: that one says more, and is numbered below it."""
        if not any(role in _DETAILS for _, _, role in following):
            return False
        number = _number(following)
        depth = depth_of(number)
        if banner.depth is Depth.ARABIC and depth is Depth.ARABIC:
            return int(number) <= int(banner.code)
        if banner.depth is Depth.NONE:
            return stands_out or Role.NUMBER not in self.heading.roles
        return depth > banner.depth

    def _head(self, banner: Banner, entries: Sequence[Entry]) -> None:
        """Go on below a heading row."""
        same = banner.area is self.area and banner.depth is not self._area_depth
        if banner.area and not same and (self._area_depth is None or banner.depth <= self._area_depth):
            self.area, self._area_depth, self._group = banner.area, banner.depth, None
        else:
            if not banner.area and self._area_depth not in {None, Depth.NONE} and banner.depth <= self._area_depth:
                self.area, self._area_depth = None, (self._area_depth if banner.depth is self._area_depth else None)
            words = next(words for _, words, role in entries if role in _NAMES)
            self._group = GroupWords(code=banner.code, parts=[words], depth=banner.depth)
        self._settle(entries, Fate.HEADING)

    def _state(self, row: Row, entries: Sequence[Entry]) -> None:
        """Take a row for a task of its own, or for more of the task whose title reaches over it."""
        own = {id(cell) for cell, _, _ in entries}
        carried = [
            (cell, words, role)
            for cell, words in row.cells
            if words and id(cell) not in own and (role := self._role(cell, words)) in _KEPT
        ]
        said = {role for _, _, role in entries if role in _KEPT or role is Role.GROUP}
        if self.tasks and len(said) == 1 and said <= _DETAILS and not _number(entries):
            self._add_item(entries)
            return
        self._place(row, entries)
        cells: dict[Role, list[Passage]] = {}
        for cell, words, role in [*entries, *carried]:
            if role in _KEPT:
                before = cells.get(role, [])
                before = [_ended(words) for words in before] if role in _SEVERAL else before
                cells[role] = [*before, *(self._ticked(cell, words) or [words])]
        if Role.SCHEDULE in cells:
            cells[Role.SCHEDULE] = _listed(cells[Role.SCHEDULE])
        for role in _DETAILS & cells.keys():
            if self.tasks and len(cells[role]) == 1 and repeats(cells[role][0].text):
                cells[role] = self.tasks[-1].cells.get(role, cells[role])
        number = _number(entries)
        if Role.TITLE not in cells and self.tasks and not number and Role.GROUP not in said:
            cells[Role.TITLE] = self.tasks[-1].cells.get(Role.TITLE, [])
        place = next((cell.place for cell, _, role in entries if role is Role.TITLE), entries[0][0].place)
        words_of_row = [words for _, words, role in entries if role in _HOMES]
        self.tasks.append(
            StatedRow(number=number, cells=cells, own=words_of_row, place=place, area=self.area, group=self._group)
        )
        self._settle(entries, Fate.TASK)
        self._headings = len(self.fates)

    def _ticked(self, cell: Cell, words: Passage) -> list[Passage]:
        """The times that a tick under their headings means."""
        if _TICK.fullmatch(words.text) is None:
            return []
        covered = range(cell.column, cell.column + cell.columns)
        return [_full(self.heading.times[column]) for column in covered if column in self.heading.times]

    def _add_item(self, entries: Sequence[Entry]) -> None:
        """Add a row that says more of one thing only: another product, another body."""
        for _, _, role in entries:
            if role in _DETAILS:
                task = self.tasks[-1]
                task.cells[role] = [_ended(words) for words in task.cells.get(role, ())]
        self._go_on(entries)

    def _place(self, row: Row, entries: Sequence[Entry]) -> None:
        """Note the area and the group that a row's own cells say, and leave a group that its number stands beside."""
        depth = depth_of(_number(entries))
        group = self._group
        if group is not None and group.depth not in {None, Depth.NONE}:
            if group.below is None:
                group.below = depth
            elif depth is group.depth and group.below is not depth:
                self._group = None
        for _, words, role in entries:
            if role is Role.AREA:
                self.area, self._group = find_area(words.text), None
            if role is Role.GROUP:
                if row.opens_page and self._group is not None and _SMALL_START.match(words.text) and not split_code(words)[0]:
                    self._group.parts.append(words)
                else:
                    self._group = GroupWords(parts=[words])


def _full(heading: Passage) -> Passage:
    """The time that the heading of a column means: "II" is a quarter, "7" or "T7" a month, "2026" a year."""
    text = heading.text
    if _QUARTER.fullmatch(text):
        kind = "Quý "
    elif text.isdecimal():
        kind = "Tháng " if len(text) <= _MONTH_DIGITS else "Năm "
    elif _MONTH.fullmatch(text):
        return heading.replaced([(0, 1, "Tháng ")])
    else:
        return heading
    return heading.replaced([(0, 1, kind + text[0])])


def _listed(parts: list[Passage]) -> list[Passage]:
    """Words of several cells with commas between."""
    last = [len(part.text) for part in parts]
    return [part.replaced([(n - 1, n, f"{part.text[-1]},")]) for part, n in zip(parts[:-1], last, strict=False)] + parts[-1:]


def _ended(words: Passage) -> Passage:
    """Words with a semicolon after them, for another item follows."""
    last = len(words.text)
    return words.replaced([(last - 1, last, f"{words.text[-1].rstrip(';')};")])


def _number(entries: Iterable[Entry]) -> str:
    """The number that a row prints, bare, or its code where that is a numbering; a bullet is none."""
    printed = {role: words.text for _, words, role in entries if role is Role.NUMBER or _is_numbering(words, role)}
    number = (printed.get(Role.NUMBER) or printed.get(Role.CODE, "")).strip(" .()/:-–+*•")
    return number.replace(",", ".") if _TYPED.fullmatch(number) else number


def _is_numbering(words: Passage, role: Role | None) -> bool:
    """Whether a cell of codes numbers its row, as "1.2.1" does and "NV-07" does not."""
    return role is Role.CODE and _MARK.fullmatch(words.text) is not None
