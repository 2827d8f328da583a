"""What a table's columns are like (bề rộng cột, cách căn hàng): learned from its own rows, to cut them better.

A column has one width, whatever its words; cells are set from the top or in the middle, so that last and first lines come to
stand on one line or do not; the same bodies and times come again row after row.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from cchc.reading.flattened.printed import SPACE
from cchc.reading.tables.roles import Role

__all__ = ["FIRST_HABITS", "Habits", "Join", "Seen", "Width", "learn"]

Join = tuple[bool, bool, bool]
"""Whether the cell before is of one line, whether the next is, and whether they meet inside a line."""

_EMPTY = {
    Role.GROUP: 60, Role.TITLE: 1500, Role.DELIVERABLES: 500, Role.LEAD: 500, Role.COORDINATING: 350, Role.SCHEDULE: 500,
}  # fmt: skip
# Two cells that meet inside a line stand on one baseline there, which is rare unless one of them has no other line.
_FIRST_JOINS = {
    (False, False, True): 500, (False, False, False): 10, (False, True, True): 350, (False, True, False): 20,
    (True, False, True): 70, (True, False, False): 70, (True, True, True): 50, (True, True, False): 90,
}  # fmt: skip
# How often each was seen before anything was seen, in hundredths.
_PRIOR = {
    (False, False, True): 2, (False, False, False): 398, (False, True, True): 10, (False, True, False): 390,
    (True, False, True): 200, (True, False, False): 200, (True, True, True): 250, (True, True, False): 150,
}  # fmt: skip
_FEWEST_LINES = 6
_MOST_KNOWN = 250
_ALL, _MANY = 92, 80
_LONE_LEADS = 150


@frozen(kw_only=True)
class Seen:
    """What the cells of a row show: the width of lines and of the word after each, first words, empty cells, how cells join."""

    lines: tuple[tuple[Role, int, int], ...] = ()
    heads: tuple[tuple[Role, str], ...] = ()
    empty: tuple[Role, ...] = ()
    joins: tuple[Join, ...] = ()


@frozen
class Width:
    """The width of a column, 0 where it is not known, and how much it is to be relied on, in hundredths, as faces differ."""

    full: int = 0
    trust: int = 0

    def line(self, width: int) -> int:
        """The cost of a line of this width: great where it is wider than the column."""
        over = width * 100 - self.full * 103
        return min(600, 60 + over * 20 // self.full) * self.trust // 100 if over > 0 and self.full else 0

    def turn(self, width: int, following: int) -> int:
        """The cost of going on below a line of this width with a word of width `following`, which might have stood on it."""
        room = self.full * 97 - (width + SPACE + following) * 100
        return min(350, 50 + room * 10 // self.full) * self.trust // 100 if room > 0 else 0

    def last(self, width: int, following: int) -> int:
        """The cost of ending a cell where the next word would not have stood on the line anyway."""
        return 50 if 0 < self.full < width + SPACE + following else 0


@frozen(kw_only=True)
class Habits:
    """What goes with a table: the widths of its columns, and costs of how two cells join, of an empty cell, of first words."""

    widths: Mapping[Role, Width] = field(factory=dict)
    joins: Mapping[Join, int]
    empty: Mapping[Role, int]
    known: Mapping[tuple[Role, str], int] = field(factory=dict)


FIRST_HABITS = Habits(joins=_FIRST_JOINS, empty=_EMPTY)
"""What is to be expected of a table of which nothing is known."""


def learn(seen: Iterable[Seen]) -> Habits:
    """The habits that the cells of all rows show together."""
    lines: dict[Role, list[tuple[int, int]]] = {}
    joins: Counter[Join] = Counter()
    empty: Counter[Role] = Counter()
    heads: Counter[tuple[Role, str]] = Counter()
    rows = 0
    for row in seen:
        rows += 1
        joins.update(row.joins)
        empty.update(row.empty)
        heads.update(row.heads)
        for role, width, following in row.lines:
            lines.setdefault(role, []).append((width, following))
    rarities = {role: max(20, min(cost, _rarity(empty[role] * 2 + 1, rows * 2 + 20))) for role, cost in _EMPTY.items()}
    # where one body is named, it leads
    rarities[Role.LEAD] = max(rarities[Role.LEAD], rarities[Role.COORDINATING] + _LONE_LEADS)
    return Habits(
        widths={role: _full(widths) for role, widths in lines.items() if len(widths) >= _FEWEST_LINES},
        joins={join: _joining(joins, join) for join in _PRIOR},
        empty=rarities,
        known={key: min(_MOST_KNOWN, 60 * (count - 1).bit_length()) for key, count in heads.items() if count > 1},
    )


def _joining(joins: Counter[Join], join: Join) -> int:
    other = (join[0], join[1], not join[2])
    return _rarity(joins[join] * 100 + _PRIOR[join], (joins[join] + joins[other]) * 100 + 400)


def _rarity(count: int, total: int) -> int:
    return round(-100 * math.log(count / total))


def _full(lines: list[tuple[int, int]]) -> Width:
    """The width that most line ends agree with: wide enough for the line, and too narrow for one word more."""
    edges = sorted([(width, 1) for width, _ in lines] + [(width + SPACE + following, -1) for width, following in lines])
    agreeing = most = full = 0
    for edge, step in edges:
        agreeing += step
        if agreeing > most:
            most, full = agreeing, edge
    share = most * 100 // len(lines)
    return Width(full, 100 if share >= _ALL else 60 if share >= _MANY else 30)
