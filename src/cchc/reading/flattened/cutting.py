"""The cutting of a row's words into cells (tách ô): of all ways to do it, the one that costs least.

A search over the words, line by line. What it keeps at a word is in which column the reader stands, where the piece of the cell
on this line began, whether the cell has lines above, and how it joined the one before.
"""

from collections.abc import Sequence
from itertools import accumulate

from attrs import frozen

from cchc.reading.flattened.cell_evidence import Evidence
from cchc.reading.flattened.column_habits import Habits, Width
from cchc.reading.flattened.printed import BULLETS, SPACE, Printed
from cchc.reading.tables.roles import Role

__all__ = ["Cutting", "Resumption", "cut"]

_BEAM = 900
_MOST_STATES = 40
_LIKELY, _UNLIKELY = -200, 80
_PAGE_END = 3
_UNKNOWN = Width()
_HARD = 700

# The pieces so far, newest first: what was before, a column, and the word at which its piece starts.
_Trail = tuple["_Trail | None", int, int]
_Path = tuple[int, _Trail]
# A column, the word at which its piece on this line starts, whether it has lines above, and how it joined the cell before.
_State = tuple[int, int, bool, int]
_Paths = dict[_State, list[_Path]]
_MULTIPLE, _INSIDE, _NO_JOIN = 1, 2, 4


@frozen(kw_only=True)
class Resumption:
    """What a column's cell was when the page ended, as costs: of going on, of going on with a capital, of being done.

    `last` is its last word; a `fresh` column had nothing on the page.
    """

    going_on: int
    capital: int
    done: int
    last: str = ""
    fresh: bool = False


@frozen(kw_only=True)
class Cutting:
    """Where each column's piece starts and ends, as indices of words, and what that costs; an empty piece ends at its start."""

    cost: int
    pieces: tuple[tuple[int, int], ...]


def cut(
    printed: Printed,
    evidence: Evidence,
    columns: Sequence[Role],
    habits: Habits,
    *,
    span: tuple[int, int],
    resumed: Sequence[Resumption] = (),
    goes_on: bool = False,
    most: int = 1,
) -> list[Cutting]:
    """The cheapest ways, at most `most`, to cut the words of `span` (one at least) into cells of `columns`, in their order.

    On a page that a row goes on to, `resumed` says of each column how it ended on the page before; a row that `goes_on` to the
    next page may end its cells there anyhow.
    """
    return _Search(printed, evidence, columns, habits, resumed, most, _PAGE_END if goes_on else 1).cuttings(*span)


class _Search:
    def __init__(
        self,
        printed: Printed,
        evidence: Evidence,
        columns: Sequence[Role],
        habits: Habits,
        resumed: Sequence[Resumption],
        most: int,
        ease: int,
    ) -> None:
        self._printed = printed
        self._evidence = evidence
        self._base = evidence.first
        self._columns = columns
        self._habits = habits
        self._resumed = resumed
        self._most = most
        self._ends = [cost if cost > _HARD else cost // ease for cost in evidence.ends]
        self._widths = [habits.widths.get(role, _UNKNOWN) for role in columns]
        self._starts = [evidence.starts[role] for role in columns]
        self._inner = [evidence.inner[role] for role in columns]
        self._passing = [evidence.passing[role] for role in columns]
        joins = [
            [habits.joins[not k & _MULTIPLE, single, bool(k & _INSIDE)] for single in (True, False)] for k in range(_NO_JOIN)
        ]
        self._joins = [*joins, [0, 0]]
        self._skips = [0, *accumulate([one.done for one in resumed] or [habits.empty[role] for role in columns])]
        words = printed.widths[self._base : self._base + len(evidence.heads)]
        self._edges = [0, *accumulate(width + SPACE for width in words)]

    def cuttings(self, first: int, last: int) -> list[Cutting]:
        columns = range(len(self._columns))
        states: _Paths = {
            (column, first, False, _NO_JOIN): [(self._skips[column] + self._begin(column, first), (None, column, first))]
            for column in columns
        }
        turns = {line for line in self._printed.lines_between(first, last) if line > first}
        for at in range(first + 1, last):
            if at in turns:
                states = self._pruned(self._step(states, at, turning=True))
            elif self._resumed or self._evidence.may_start[at - self._base]:
                states = self._pruned(self._step(states, at, turning=False))
        finals = [
            (cost + self._leave(state, last, inside=False) + self._skips[-1] - self._skips[state[0] + 1], trail)
            for state, paths in states.items()
            for cost, trail in paths
        ]
        finals.sort(key=_cost)
        return [Cutting(cost=cost, pieces=_pieces(trail, last, len(columns))) for cost, trail in finals[: self._most]]

    def _step(self, states: _Paths, at: int, *, turning: bool) -> _Paths:
        """The states after a word at which a line turns, or inside a line a cell may start."""
        grown: _Paths = {} if turning else {state: list(paths) for state, paths in states.items()}
        left: dict[tuple[int, int], list[_Path]] = {}
        for state, paths in states.items():
            column, _, later, join = state
            leaving = self._leave(state, at, inside=not turning)
            way = (_MULTIPLE if later else 0) | (0 if turning else _INSIDE)
            left.setdefault((column, way), []).extend((cost + leaving, trail) for cost, trail in paths)
            if turning:
                staying = self._stay(state, at)
                self._add(grown, (column, at, True, join), [(cost + staying, trail) for cost, trail in paths])
        for column in range(1, len(self._columns)):
            beginning = self._begin(column, at) + self._skips[column]
            for (before, way), paths in left.items():
                if before < column:
                    extra = beginning - self._skips[before + 1]
                    self._add(grown, (column, at, False, way), [(cost + extra, (trail, column, at)) for cost, trail in paths])
        return grown

    def _add(self, states: _Paths, state: _State, paths: list[_Path]) -> None:
        known = states.get(state)
        if known is None:
            states[state] = paths if len(paths) == 1 else sorted(paths, key=_cost)[: self._most]
        elif self._most > 1:
            states[state] = sorted(known + paths, key=_cost)[: self._most]
        elif (best := min(paths, key=_cost))[0] < known[0][0]:
            states[state] = [best]

    def _pruned(self, states: _Paths) -> _Paths:
        most = min(paths[0][0] for paths in states.values()) + _BEAM
        kept = [(state, paths) for state, paths in states.items() if paths[0][0] <= most]
        if len(kept) > _MOST_STATES:
            kept = sorted(kept, key=lambda item: item[1][0][0])[:_MOST_STATES]
        return dict(kept)

    def _begin(self, column: int, at: int) -> int:
        """The cost of starting a piece in a column at a word."""
        role, here = self._columns[column], at - self._base
        resumption = self._resumed[column] if self._resumed else None
        # what a body's name costs inside a cell it does not cost at its start
        inner = self._inner[column][here]
        if resumption is not None and not resumption.fresh:
            often = self._evidence.pair(resumption.last, at)
            likely = max(_LIKELY, -60 * often.bit_length()) if often else _UNLIKELY
            return likely - inner + (resumption.capital if self._printed.words[at][:1].isupper() else resumption.going_on)
        fresh = self._starts[column][here] - inner - self._habits.known.get((role, self._evidence.heads[here]), 0) // 2
        return fresh + (resumption.going_on if resumption else 0)

    def _line(self, state: _State, at: int) -> tuple[int, int]:
        """The cost of the piece on a line that ends before a word, and its width."""
        column, start, _, _ = state
        here, since = at - self._base, start - self._base
        width = self._edges[here] - self._edges[since] - SPACE
        passing = self._passing[column]
        return passing[here] - passing[since] + self._widths[column].line(width), width

    def _leave(self, state: _State, at: int, *, inside: bool) -> int:
        """The cost of ending a cell before a word, inside a line or at its end."""
        cost, width = self._line(state, at)
        here = at - self._base
        cost += self._ends[here] + self._joins[state[3]][1 if state[2] else 0]
        if here == len(self._evidence.heads):
            return cost
        if self._resumed:
            cost += self._evidence.torn[here]
        return cost if inside else cost + self._widths[state[0]].last(width, self._printed.widths[at])

    def _stay(self, state: _State, at: int) -> int:
        """The cost of going on on the next line, which starts with the word `at`."""
        cost, width = self._line(state, at)
        role = self._columns[state[0]]
        turn = self._widths[state[0]].turn(width, self._printed.widths[at])
        listed, closed = self._printed.words[at][0] in BULLETS, self._printed.words[at - 1][-1] in ".;:"
        if role in (Role.TITLE, Role.GROUP):
            return cost + (turn // 3 if listed and closed else turn + 100 if listed else turn)
        # a body or a product that comes first on a line is one of a list, wherever the line before it ended
        return cost + (turn // 3 if listed or closed or self._starts[state[0]][at - self._base] < 0 else turn)


def _cost(path: _Path) -> int:
    return path[0]


def _pieces(trail: _Trail, last: int, columns: int) -> tuple[tuple[int, int], ...]:
    pieces: dict[int, tuple[int, int]] = {}
    rest: _Trail | None = trail
    end = last
    while rest is not None:
        rest, column, start = rest
        pieces[column] = (start, end)
        end = start
    return tuple(pieces.get(column, (last, last)) for column in range(columns))
