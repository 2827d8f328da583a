"""Clauses of a time cell that say each what is done in which period: "khảo sát quý II, báo cáo quý III".

A period after words mostly names a thing ("hội nghị quý I", "kế hoạch năm 2024"); beside another clause of the same make it
says when. Documents that are named by their period keep it, unless they stand beside something that is not.
"""

from collections.abc import Iterator

from attrs import frozen

from cchc.reading.schedules.marks import JOINS, RELATIONS, Row
from cchc.reading.schedules.moments import Unit
from cchc.reading.schedules.tokens import Sign

__all__ = ["periods_of_clauses"]

_NOT_DONE = frozenset((Sign.CONDITION, Sign.START, Sign.ABOUT, Sign.COLON, Sign.EVERY, Sign.ALWAYS))
_IN_RANGE = frozenset((Sign.MOMENT, Sign.RANGE, Sign.UNTIL, Sign.END, Sign.ADVERB))
_NAMED_BY_PERIOD = (
    "báo cáo", "kế hoạch", "chương trình", "đề án", "hội nghị", "số liệu", "dự toán", "quyết toán", "kết quả", "nghị quyết",
    "nhiệm vụ", "chỉ tiêu",
)  # fmt: skip


@frozen(kw_only=True)
class _Clause:
    """What a clause says is done; `period` is the mark of its period where nothing but words leads to it, else -1."""

    words: str
    period: int = -1

    @property
    def is_document(self) -> bool:
        return self.words.startswith(_NAMED_BY_PERIOD)


def periods_of_clauses(row: Row) -> frozenset[int]:
    """The marks of periods that say when, though words stand right before them; none where the clauses do not match."""
    clauses = list(_clauses(row))
    periods = frozenset(clause.period for clause in clauses if clause.period >= 0)
    apart = len({clause.words for clause in clauses}) > 1
    return periods if apart and any(clause.period >= 0 and not clause.is_document for clause in clauses) else frozenset()


def _clauses(row: Row) -> Iterator[_Clause]:
    start = 0
    for i in range(len(row.marks) + 1):
        if i == len(row.marks) or row.marks[i].sign in JOINS:
            if found := _clause(row, start, i):
                yield found
            start = i + 1


def _clause(row: Row, start: int, end: int) -> _Clause | None:
    """A clause of words and a time, from one mark to another; None for a condition, for words alone, for a time alone."""
    at = start
    while at < end and row.marks[at].sign not in RELATIONS | {Sign.MOMENT}:
        if row.marks[at].sign in _NOT_DONE:
            return None
        at += 1
    if at == end or not any(row.marks[i].sign in (Sign.WORD, Sign.VERB) for i in range(start, at)):
        return None
    words = row.text[row.marks[start].start : row.marks[at - 1].end].casefold()
    moment = row.marks[at].moment
    if moment is None:
        return _Clause(words=words) if row.leads[at] is Sign.MOMENT else None
    whole = moment.unit is Unit.YEAR and moment.says_year
    if whole or any(mark.sign not in _IN_RANGE for mark in row.marks[at:end]):
        return None
    return _Clause(words=words, period=at)
