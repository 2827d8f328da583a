"""How the rows of task tables are numbered, as printed (số thứ tự, số hiệu): numbers of rows, codes of tasks and of groups.

A number that seems to be missing may stand in a row that is no task, a heading or a sum: it is there all the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby, pairwise

from attrs import evolve

from cchc.model import Numbered, Numbering, Span, Task

__all__ = ["read_row_numbering"]

_CODE = re.compile(r"(?P<before>(?:[0-9]{1,2}\.){0,3})(?P<last>[0-9]{1,3})")
_MOST_MISSING = 9
_LONGEST_TITLE = 80


def read_row_numbering(tasks: Sequence[Task], text: str, *, first: int) -> tuple[Numbered, ...]:
    """The numbers of the rows, the codes of the tasks and those of their groups, list after list; series count from `first`.

    `text` is the document's, in which the places of the tasks lie.
    """
    series = count(first)
    found: list[Numbered] = []
    for _, table in groupby(tasks, _table):
        rows = tuple(table)
        groups = (next(same) for _, same in groupby(rows, lambda task: (task.group_code, task.group_title)))
        for listed in (
            _codes((str(task.number), task) for task in rows),
            _codes((task.code, task) for task in rows),
            _codes(((task.group_code, task) for task in groups), of_groups=True),
        ):
            for run in _runs(listed, series):
                found += _with_hidden(run, text)
    return tuple(found)


def _table(task: Task) -> str:
    place = task.source.place if task.source else ""
    return place.partition("!")[0]


def _codes(coded: Iterable[tuple[str, Task]], *, of_groups: bool = False) -> Iterator[tuple[str, Numbered]]:
    """What each code stands below, and the code as a number in its list; rows without one are passed over."""
    for code, task in coded:
        if match := _CODE.fullmatch(code):
            span = task.source.span if task.source else None
            title = (task.group_title if of_groups else task.title)[:_LONGEST_TITLE]
            one = Numbered(code=code, order=int(match["last"]), series=0, of=Numbering.ROW, title=title, span=span)
            yield match["before"], one


def _runs(listed: Iterable[tuple[str, Numbered]], series: Iterator[int]) -> Iterator[list[Numbered]]:
    """The stretches of one list each: 1.1, 1.2 and then 2.1 are two."""
    for _, run in groupby(listed, lambda one: one[0]):
        number = next(series)
        yield [evolve(one, series=number) for _, one in run]


def _with_hidden(run: Sequence[Numbered], text: str) -> Iterator[Numbered]:
    """The rows of a list, with the numbers that stand alone in the text between two of them."""
    yield run[0]
    for before, one in pairwise(run):
        if 1 < one.order - before.order <= _MOST_MISSING + 1:
            above = before.code.rpartition(".")
            for order in range(before.order + 1, one.order):
                code = f"{above[0]}{above[1]}{order}"
                if re.search(rf"(?:^|[\n\t|])[ ]*{re.escape(code)}[.)]?(?=\s|$|\|)", _between(before, one, text)):
                    yield evolve(one, code=code, order=order, title="", span=None)
        yield one


def _between(before: Numbered, one: Numbered, text: str) -> str:
    """The text from one row to the next, that of the first included."""
    first, last = before.span or Span(start=0, end=0), one.span or Span(start=0, end=0)
    return text[first.start : last.start]
