"""The order of a flattened table's columns (thứ tự cột): as its heading states it, unless its rows plainly say otherwise."""

from collections.abc import Sequence
from itertools import permutations

from attrs import evolve

from cchc.reading.flattened.cell_evidence import COLUMNS, Evidence
from cchc.reading.flattened.column_habits import FIRST_HABITS
from cchc.reading.flattened.printed import Printed
from cchc.reading.flattened.row_cutting import cut_row
from cchc.reading.tables.roles import Role

__all__ = ["find_columns"]

_REST = tuple(role for role in COLUMNS if role not in {Role.GROUP, Role.TITLE})
_SHORT = 150  # words
_STATED_BONUS = 150
_FEWEST_STATED = 2
# Many orders on few rows, then the best of them on more.
_ROUNDS = ((3, 4), (10, 1))


def find_columns(
    printed: Printed, rows: Sequence[tuple[Evidence, int]], stated: Sequence[Role], coded: frozenset[Role]
) -> tuple[Role, ...]:
    """The columns after the number, from the left: the order in which some rows are cut most cheaply.

    `rows` are evidence and end of each row, `stated` the heading's columns, `coded` those whose cells are numbered.
    """
    front = (Role.GROUP, Role.TITLE) if Role.GROUP in coded else (Role.TITLE,)
    named = tuple(role for role in stated if role in _REST)
    favoured = (*front, *named)
    # a heading may be read off in another order, but no column of it is without cells
    orders = {(*front, *order) for order in _orders() if set(order).issuperset(named)}
    if len(named) >= _FEWEST_STATED:
        orders.add(favoured)
    ranked = sorted(orders, key=lambda order: [COLUMNS.index(role) for role in order])
    tellings, printed = _tellings(rows), evolve(printed, margins=frozenset())  # where a page may end tells no order
    for size, kept in _ROUNDS:
        sample = tellings[:: max(1, len(tellings) // size)][:size]
        costs = {
            order: sum(cut_row(printed, evidence, end, order, FIRST_HABITS).cost for evidence, end in sample)
            - (_STATED_BONUS * len(sample) if order == favoured else 0)
            for order in ranked
        }
        ranked = sorted(ranked, key=costs.__getitem__)[:kept]
    return ranked[0]


def _tellings(rows: Sequence[tuple[Evidence, int]]) -> Sequence[tuple[Evidence, int]]:
    """The rows that tell the order best for what they cost: short ones, or the shortest where all are long."""
    short = [(evidence, end) for evidence, end in rows if end - evidence.first <= _SHORT]
    return short or [min(rows, key=lambda row: row[1] - row[0].first)]


def _orders() -> list[tuple[Role, ...]]:
    without_coordinating = permutations(role for role in _REST if role is not Role.COORDINATING)
    without_deliverables = permutations(role for role in _REST if role is not Role.DELIVERABLES)
    return [*permutations(_REST), *without_coordinating, *(order for order in without_deliverables if _leads_first(order))]


def _leads_first(order: Sequence[Role]) -> bool:
    return order.index(Role.LEAD) < order.index(Role.COORDINATING)
