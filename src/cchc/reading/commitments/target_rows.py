"""The rows of a table of targets (dòng chỉ tiêu): those that set a value, those that head others, and what they stand under.

"- Cấp xã" below "1. Tỷ lệ hồ sơ trực tuyến" is the same indicator for a part: the row above names it.
"""

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from itertools import zip_longest

from attrs import define, field

from cchc.model.area import Area
from cchc.reading.commitments.bounds import find_measures
from cchc.reading.commitments.target_headings import TargetHeading, TargetRole
from cchc.reading.commitments.target_values import is_blank
from cchc.reading.document import Cell
from cchc.reading.passage import Passage
from cchc.reading.prose.areas import find_area
from cchc.reading.tables.banners import Banner, Depth, depth_of, read_banner
from cchc.reading.tables.ditto import repeats
from cchc.reading.tables.grid import Row, is_column_numbers, is_repeated_heading
from cchc.reading.tables.letters import CAPITALS
from cchc.reading.tables.row_codes import split_code

__all__ = ["CellFate", "SetRow", "TargetRowReader"]

_MARK = re.compile(r"\(?\s*(?:[0-9]{1,3}|[IVXivx]{1,5}|[A-Za-zĐđ])(?:\.[0-9A-Za-zđ]{1,3})*\s*[.)/:]*|[\W_]*")
_BULLET = re.compile(r"\s*(?P<dash>[-–—−•])|\s*(?P<deeper>[+*o○]\s)")
_SMALL_START = re.compile(rf"[^\W_{CAPITALS}0-9]|[,;(]")
_MEASURED = re.compile(
    r"(?i)(?:phấn đấu |nâng |tăng |giảm )?(?:tỷ lệ|tỉ lệ|mức|chỉ số|số|thời gian|điểm|"
    r"xếp hạng|thứ hạng|vị trí|kết quả|chi phí|hồ sơ)(?!\w)"
)
_WITHIN = re.compile(r"(?i)(?:trong đó|riêng|gồm|bao gồm)(?!\w)[\s:,]*")
_PART = re.compile(
    r"(?i)(?:(?:đối với|tại|ở|của|thuộc|khối|trong|các) )*(?:cấp|sở|ubnd|ủy ban|uỷ ban|xã|phường|huyện|tỉnh|thành phố|lĩnh vực|"
    r"khối|cơ quan|đơn vị|toàn trình|một phần|đô thị|nông thôn|khu vực|"
    r"công chức|viên chức|cán bộ|doanh nghiệp|người dân|văn bản)(?!\w)"
)
_LONGEST_PART = 12


class CellFate(Enum):
    """What became of a cell (số phận của ô)."""

    TARGET = auto()
    HEADING = auto()
    UNREAD = auto()


@define(kw_only=True)
class SetRow:
    """A row that may set values: its code, those of the rows that it lies below, its words by column.

    `part` is what of the indicator it speaks of, where `name` is that of a row above.
    """

    code: str
    chain: tuple[str, ...]
    cells: dict[int, list[Passage]]
    name: list[Passage]
    part: Passage | None
    unit: str
    own: list[tuple[Cell, Passage, TargetRole]]
    place: str
    area: Area | None


@define
class _Upper:
    """A row that others may lie below: how deep it lies, its name, its code."""

    depth: tuple[int, int]
    name: list[Passage]
    code: str = ""


@define(kw_only=True)
class TargetRowReader:
    """Reads rows one after the other: what they set, and what became of every cell of other rows that holds words."""

    heading: TargetHeading
    columns: int
    rows: list[SetRow] = field(factory=list)
    fates: list[tuple[Cell, Passage, CellFate]] = field(factory=list)
    _area: Area | None = None
    _area_depth: Depth = Depth.NONE
    _uppers: list[_Upper] = field(factory=list)
    _unit: str = ""

    def read(self, rows: Sequence[Row]) -> None:
        """Read all rows below the heading."""
        filled = [row for row in rows if row.own]
        for row, following in zip_longest(filled, filled[1:]):
            self._row(row, following)

    def _row(self, row: Row, following: Row | None) -> None:
        if is_repeated_heading(row, self.heading.printed) or is_column_numbers(row):
            self._settle(row, CellFate.HEADING)
        elif self.rows and self._is_cut(row):
            self._add(row)
        elif not self._named(row) or (following is None and self._is_note(row)):
            self._settle(row, CellFate.UNREAD)
        elif (banner := self._banner(row, following)) is not None:
            self._head(row, banner)
        else:
            self._set(row)

    def _settle(self, row: Row, fate: CellFate) -> None:
        self.fates.extend((cell, words, fate) for cell, words in row.own)

    def _role(self, cell: Cell, words: Passage) -> TargetRole:
        """What a cell holds; words in the place of a number are the row's own name."""
        role = self.heading.columns[cell.column].role
        numbered = role in {TargetRole.NUMBER, TargetRole.INDICATOR} and _MARK.fullmatch(words.text) is not None
        if role is TargetRole.NUMBER and not numbered:
            return TargetRole.INDICATOR
        return TargetRole.NUMBER if numbered else role

    def _of(self, row: Row, role: TargetRole) -> list[Passage]:
        """The words of a row's cells of a role, those merged from above too."""
        return [words for cell, words in row.cells if words and self._role(cell, words) is role]

    def _named(self, row: Row) -> bool:
        return bool(self._of(row, TargetRole.INDICATOR))

    def _number(self, row: Row) -> str:
        """The code of a row, from its number cell or before its name."""
        number = next(
            (words.text.strip(" .()/:-–+*•") for cell, words in row.own if self._role(cell, words) is TargetRole.NUMBER), ""
        )
        names = self._of(row, TargetRole.INDICATOR)
        return number or (split_code(names[-1])[0] if names else "")

    def _values(self, row: Row) -> bool:
        """Whether a row holds a value, a unit or a time: it says more than a name."""
        roles = {TargetRole.VALUE, TargetRole.UNIT, TargetRole.SCHEDULE, TargetRole.OTHER}
        return any(self._role(cell, words) in roles and not is_blank(words.text) for cell, words in row.own)

    def _is_cut(self, row: Row) -> bool:
        """Whether a row goes on with the one before it, which a page has cut in two."""
        if not row.opens_page or self._number(row):
            return False
        names = [words for cell, words in row.own if self._role(cell, words) is TargetRole.INDICATOR]
        return not names or _SMALL_START.match(names[0].text) is not None

    def _add(self, row: Row) -> None:
        last = self.rows[-1]
        for cell, words in row.own:
            role = self._role(cell, words)
            (last.name if role is TargetRole.INDICATOR else last.cells.setdefault(cell.column, [])).append(words)
            last.own.append((cell, words, role))

    def _banner(self, row: Row, following: Row | None) -> Banner | None:
        """The heading row that a row is, if it is one: it says no more than a name, and others lie below it."""
        names = [(cell, words) for cell, words in row.own if self._role(cell, words) is TargetRole.INDICATOR]
        if self._values(row) or len(names) != 1 or following is None:
            return None
        cell, words = names[0]
        if self._whole and find_measures(words.text):
            return None
        banner = read_banner(self._number(row), words)
        bold = cell.bold and not self._whole
        if self._is_wide(cell) or banner.depth <= Depth.ROMAN or bold or (words.text.isupper() and " " in words.text):
            return banner
        return banner if self._depth(following) > self._depth(row) and not self._is_cut(following) else None

    def _is_wide(self, cell: Cell) -> bool:
        return cell.columns * 2 > self.columns or (cell.columns > 1 and cell.column + cell.columns >= self.columns)

    def _is_note(self, row: Row) -> bool:
        """Whether a row is one wide cell: below the last target it is a remark."""
        return len(row.own) == 1 and self._is_wide(row.own[0][0])

    @property
    def _whole(self) -> bool:
        """Whether the names themselves hold the values."""
        return not self.heading.having(TargetRole.VALUE)

    def _depth(self, row: Row) -> tuple[int, int]:
        """How deep a row lies: by its code, below all codes by its bullet."""
        if code := self._number(row):
            return depth_of(code), code.count(".")
        texts = [words.text for _, words in row.own[:2]]
        bullet = next((match for text in texts if (match := _BULLET.match(text))), None)
        return Depth.NONE, (0 if bullet is None else 1 if bullet["dash"] else 2)

    def _head(self, row: Row, banner: Banner) -> None:
        """Go on below a heading row."""
        self._enter(row, self._of(row, TargetRole.INDICATOR))
        if banner.area and banner.depth <= (self._area_depth if self._area else Depth.NONE):
            self._area, self._area_depth = banner.area, banner.depth
        elif not banner.area and banner.depth <= self._area_depth < Depth.NONE:
            self._area = None
        self._settle(row, CellFate.HEADING)

    def _enter(self, row: Row, name: Sequence[Passage]) -> _Upper | None:
        """Take the place of a row below those that it lies deeper than; the nearest of them."""
        depth = self._depth(row)
        while self._uppers and self._uppers[-1].depth >= depth:
            self._uppers.pop()
        upper = self._uppers[-1] if self._uppers else None
        self._uppers.append(_Upper(depth, [split_code(words)[1] for words in name], self._number(row)))
        return upper

    def _set(self, row: Row) -> None:
        """Take a row for one that may set values."""
        names = self._of(row, TargetRole.INDICATOR)
        upper = self._enter(row, names[-1:])
        chain = tuple(other.code for other in self._uppers[:-1] if other.code)
        if len(names) > 1:
            upper = _Upper((0, 0), [split_code(names[0])[1]])
        name, part = split_code(names[-1])[1], None
        if (
            upper is not None
            and not (self._whole and find_measures(upper.name[-1].text))
            and _is_part_of(name.text, upper.name, column=len(names) > 1)
        ):
            within = _WITHIN.match(name.text)
            part = name[within.end() :].strip() if within else name
            self._uppers[-1].name = upper.name
        cells: dict[int, list[Passage]] = {}
        for cell, words in row.cells:
            if words and self._role(cell, words) in {TargetRole.VALUE, TargetRole.UNIT, TargetRole.SCHEDULE}:
                for column in range(cell.column, min(cell.column + cell.columns, len(self.heading.columns))):
                    cells.setdefault(column, []).append(words)
        areas = [area for words in self._of(row, TargetRole.AREA) if (area := find_area(words.text))]
        place = next(cell.place for cell, words in row.cells if self._role(cell, words) is TargetRole.INDICATOR)
        self.rows.append(
            SetRow(
                code=self._number(row),
                chain=chain,
                cells=cells,
                name=list(upper.name) if part and upper else [name],
                part=part,
                unit=self._unit_of(cells),
                own=[(cell, words, self._role(cell, words)) for cell, words in row.own],
                place=place,
                area=areas[0] if areas else self._area,
            )
        )

    def _unit_of(self, cells: dict[int, list[Passage]]) -> str:
        """What the unit cell of a row says; a mark of repetition says what the row above does."""
        found = [words.text for column in self.heading.having(TargetRole.UNIT) for words in cells.get(column, ())]
        text = " ".join(dict.fromkeys(found))
        if not repeats(text):
            self._unit = text
        return self._unit


def _is_part_of(name: str, upper: Iterable[Passage], *, column: bool) -> bool:
    """Whether a name is only that of a part of what the row above measures."""
    above = " ".join(words.text for words in upper)
    if len(name.split()) > _LONGEST_PART or not (_MEASURED.match(above) or above.endswith(":")):
        return False
    within = _WITHIN.match(name)
    return not _MEASURED.match(name[within.end() :] if within else name) and (
        column or within is not None or _PART.match(name) is not None
    )
