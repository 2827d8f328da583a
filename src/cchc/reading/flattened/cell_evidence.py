"""What the words of a row tell of its cells, as costs: where one of each column may start, where none ends, what stands in one.

Costs are hundredths of a natural logarithm of odds, so that evidence of different kinds adds up.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

from attrs import frozen

from cchc.reading.flattened.cell_signs import Signs, read_signs, rules_a_body
from cchc.reading.flattened.cell_words import AGENCY_WORDS, CONNECTIVES, TIME_WORDS, TRANSITIVE
from cchc.reading.flattened.printed import BULLETS, Printed
from cchc.reading.tables.roles import Role

__all__ = ["COLUMNS", "Evidence", "Pairs", "weigh"]

COLUMNS = (Role.GROUP, Role.TITLE, Role.DELIVERABLES, Role.LEAD, Role.COORDINATING, Role.SCHEDULE)
"""The columns that a flattened row is cut into, as most offices order them."""

Pairs = Mapping[tuple[str, str], int]
"""How often each two words stand side by side in a table."""

_NUMERIC = re.compile(r"[(“\"]?(?:\d+|[ivx]+)(?:[/.,-](?:\d+|[ivx]+))*[.,;)”\"]*")
_UNITS = frozenset(("ngày", "tháng", "quý", "quí", "năm", "đoạn"))
_NEVER = 1500
_LOWER = 350
_TIMES = (350, -150, -120, -300)
_LIST_REACH = 9
_CONDITION_REACH = 40
_STOPS = {",": 500, ";": 400, ".": -40, "-": 400, "–": 400, "/": 400, ":": 400, "(": 400}
_WORD_ENDS = ",.;:"
_NAME = 3


@frozen(kw_only=True)
class Evidence:
    """Costs for the words of a row from `first` on, each counted from it.

    `starts` are of a fresh cell; `passing` sums up: words i to j in a column cost ``passing[role][j] - passing[role][i]``, of
    which `inner` only where the word does not begin the cell. `ends` are of a cell that ends before a word, `torn` more of it
    where the two words stand side by side elsewhere. `heads` are the first words that a cell is known again by, `may_start`
    says where one may start inside a line.
    """

    first: int
    starts: Mapping[Role, Sequence[int]]
    passing: Mapping[Role, Sequence[int]]
    inner: Mapping[Role, Sequence[int]]
    ends: Sequence[int]
    torn: Sequence[int]
    heads: Sequence[str]
    may_start: Sequence[bool]
    raw: Sequence[str]
    pairs: Pairs

    def pair(self, before: str, at: int) -> int:
        """How often a word stands before the word `at` in the table."""
        return self.pairs.get((before, self.raw[at - self.first].rstrip(_WORD_ENDS)), 0)

    def names_a_body(self, at: int) -> bool:
        """Whether the word `at` begins the name of a body and nothing that is to be done."""
        return self.starts[Role.LEAD][at - self.first] < 0 < self.starts[Role.TITLE][at - self.first]

    def looks_like_a_task(self) -> bool:
        """Whether a body's name and a time may start somewhere in the row."""
        return min(self.starts[Role.LEAD], default=0) < 0 and min(self.starts[Role.SCHEDULE], default=0) < 0


def weigh(
    printed: Printed, first: int, last: int, *, codes: Mapping[int, Role], coded: frozenset[Role], pairs: Pairs
) -> Evidence:
    """The evidence in words `first` up to `last`; `codes` are words that number a cell of a column, `coded` such columns."""
    signs = read_signs(printed, first, last, codes)
    places = range(last - first)
    passing, inner = _passing(signs)
    bodies = [_body_start(signs, i) for i in places]
    return Evidence(
        first=first,
        starts={
            Role.GROUP: [_task_start(signs, i, Role.GROUP, coded) for i in places],
            Role.TITLE: [_task_start(signs, i, Role.TITLE, coded) for i in places],
            Role.DELIVERABLES: [_product_start(signs, i) for i in places],
            Role.LEAD: bodies,
            Role.COORDINATING: bodies,
            Role.SCHEDULE: [_time_start(signs, i) for i in places],
        },
        passing=passing,
        inner=inner,
        ends=_ends(signs),
        torn=[0, *(_torn(pairs, signs.raw[i - 1], signs.raw[i]) for i in places[1:])],
        heads=[" ".join(signs.bare[i : i + 2]) for i in places],
        # where all is in capitals, a capital tells nothing
        may_start=signs.upper if sum(signs.upper) * 2 <= len(signs.upper) else [False] * len(signs.upper),
        raw=signs.raw,
        pairs=pairs,
    )


def _task_start(signs: Signs, i: int, role: Role, coded: frozenset[Role]) -> int:
    if i in signs.codes:
        return -_NEVER if signs.codes[i] is role else _NEVER
    if role in coded:
        return 700
    return (0 if signs.upper[i] else _LOWER) + (0 if signs.verbs[i] else 60)


def _product_start(signs: Signs, i: int) -> int:
    cost = 0 if signs.upper[i] else _LOWER
    cost += 60 if signs.bodies[i] or signs.times[i] else 0
    if i in signs.codes:
        return cost + _NEVER
    return cost + (40 if signs.bare[i][0] in BULLETS else -200 if signs.products[i] else 120)


def _body_start(signs: Signs, i: int) -> int:
    cost = (0 if signs.upper[i] else _LOWER) + (150 if signs.times[i] else 0)
    if i in signs.codes:
        return cost + _NEVER
    if signs.bodies[i]:
        return cost - (100 if signs.nested[i] or not signs.upper[i] else 310)
    return cost + (150 if signs.bare[i][0] in BULLETS else 300) + (200 if signs.products[i] else 0)


def _time_start(signs: Signs, i: int) -> int:
    cost = 0 if signs.upper[i] else 300
    if signs.bare[i][0] in BULLETS:
        soon = any(time > 1 for time in signs.times[i + 1 : i + _LIST_REACH])
        return cost + (-60 if soon else 250)
    return cost + _TIMES[signs.times[i]]


def _passing(signs: Signs) -> tuple[dict[Role, list[int]], dict[Role, list[int]]]:
    """For each column what its words cost, summed up, and how much of each only inside a cell."""
    costs: dict[Role, list[int]] = {role: [0] for role in COLUMNS}
    inner: dict[Role, list[int]] = {role: [] for role in COLUMNS}
    condition = -_CONDITION_REACH
    repeated = _repeated(signs)
    for i, word in enumerate(signs.bare):
        condition = i if signs.conditions[i] else condition
        governed = i - condition < _CONDITION_REACH
        known = word in TIME_WORDS or _NUMERIC.fullmatch(word) is not None
        body = signs.upper[i] and signs.bodies[i] and not signs.nested[i]
        time = signs.upper[i] and signs.times[i] == len(_TIMES) - 1
        product = signs.upper[i] and signs.products[i] and not signs.bodies[i]
        name = 0 if word in AGENCY_WORDS else 8 if signs.upper[i] else 25
        # a body that comes first on a line, and belongs to nothing before it, comes first in a cell or in a list of bodies
        first = body and i in signs.turns
        task = (400 if first else 40) * body + 40 * time + _within_task(signs, i) * product
        # and comes there once
        agency = (500 if first and i in repeated else 200 if first else 350) * body + 150 * (time or product)
        for role, own, within in (
            (Role.GROUP, 4, task),
            (Role.TITLE, 4, task),
            (Role.DELIVERABLES, 8, (400 if first else 100) * body + 100 * time),
            (Role.LEAD, name, agency),
            (Role.COORDINATING, name, agency),
            (Role.SCHEDULE, 0 if known else 14 if governed else 45, (60 if governed else 250) * body + 80 * product),
        ):
            costs[role].append(own + within)
            inner[role].append(within)
    return {role: list(accumulate(each)) for role, each in costs.items()}, inner


def _within_task(signs: Signs, i: int) -> int:
    """What a product with a capital costs inside the words of a task."""
    if i in signs.ruled:
        return 0
    return 120 if i in signs.turns and not signs.nested[i] else 40


def _repeated(signs: Signs) -> frozenset[int]:
    """The first words of lines whose bodies were named first on the line before, or on an earlier one."""
    found: set[int] = set()
    before: list[str] = []
    for i in sorted({0, *signs.turns}):
        name = list(signs.bare[i : i + _NAME])
        if name == before:
            found.add(i)
        before = name if i < len(signs.bodies) and signs.bodies[i] else before
    return frozenset(found)


def _torn(pairs: Pairs, before: str, word: str) -> int:
    """What it costs to tear two words apart that the table has side by side elsewhere too."""
    often = pairs.get((before, word.rstrip(_WORD_ENDS)), 0) - 1
    return min(350, 100 + 60 * often.bit_length()) if often > 0 and word[0].isalpha() else 0


def _wants_a_number(bare: Sequence[str], i: int) -> bool:
    """Whether a word and the number after it are one time: "năm 2026", "ngày 15/12"."""
    return i + 1 < len(bare) and bare[i] in _UNITS and _NUMERIC.fullmatch(bare[i + 1]) is not None


def _ends(signs: Signs) -> list[int]:
    """What it costs to end a cell before each word, and after the last."""
    costs = [0]
    depth = 0
    # a row that is numbered begins with its task: a verb alone is none
    verb = TRANSITIVE.at(signs.bare, 0) if signs.bare else 0
    for i, word in enumerate(signs.raw):
        depth = max(0, depth + word.count("(") - word.count(")"))
        cost = _STOPS.get(word[-1], 0) + (400 if depth else 0)
        if i in signs.codes or (len(word) == 1 and word in BULLETS):
            cost += 800
        elif word[-1] not in _STOPS:
            cost += 350 if signs.bare[i] in CONNECTIVES else 350 if i + 1 == verb else 90 if i + 1 in signs.ruled else 0
            following = i + 1 < len(signs.raw) and signs.bodies[i + 1]
            cost += 200 if following and rules_a_body(signs.bare, i + 1) else 0
            cost += 250 if i in signs.openings or _wants_a_number(signs.bare, i) else 0
        costs.append(cost)
    return costs
