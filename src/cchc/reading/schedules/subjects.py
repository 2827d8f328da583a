"""What a time is for (nội dung, đối tượng): the words beside it, or in brackets after it, that tell it from its neighbours.

"Trước ngày 15/6 (6 tháng) và 15/12 (năm)" names two reports; "năm 2024 (trước ngày 30/11)" places one task more closely. So a
bracket is a name unless it holds a time of its own, and after a day even a period or a frequency is the name of a report.
"""

from cchc.model.text import plain
from cchc.reading.schedules.marks import JOINS, RELATIONS, Row
from cchc.reading.schedules.moments import Moment, Unit
from cchc.reading.schedules.tokens import Sign, only_of, unquoted

__all__ = ["HEADS", "name_in_brackets", "subject_in", "trimmed", "words_between"]

HEADS = frozenset((Sign.CONDITION, Sign.START))
"""The signs that open a condition."""

_EDGES = " ,;:.-\u2010\u2011\u2012\u2013\u2014\u2212"
_LEADING = _EDGES + "+•*·●▪◦"
_ABOUT = ("riêng đối với ", "đối với ", "riêng ")
_EMPTY = RELATIONS | {Sign.FILLER}
_NO_NAME = JOINS | HEADS | {Sign.ADVERB, Sign.ALWAYS}


def trimmed(line: str) -> str:
    """A line without the bullet before it and the punctuation around it, or the words of a lone quotation."""
    return unquoted(line.lstrip(_LEADING).rstrip(_EDGES))


def subject_in(words: str) -> str:
    """What a part is about, without "đối với"; nothing where the words only announce a time ("thời hạn hoàn thành")."""
    while head := next((head for head in _ABOUT if words.casefold().startswith(head)), ""):
        words = words[len(head) :].lstrip(_LEADING)
    return "" if only_of(words, _EMPTY) else words


def name_in_brackets(row: Row, at: int, moment: Moment) -> int:
    """The mark that closes the brackets at `at`, where they name what the moment before them is for; else 0."""
    close = row.closes[at]
    if close <= at + 1 or row.marks[at + 1].sign in _NO_NAME:
        return 0
    worded = row.leads[at + 1] is None
    of_day = moment.unit is Unit.DAY and moment.first[0] > 0
    first = row.marks[at + 1]
    named = worded or of_day or first.noun
    return close if named and not any(_places(row, i, within_name=of_day and worded) for i in range(at + 1, close)) else 0


def _places(row: Row, at: int, *, within_name: bool) -> bool:
    """Whether a mark in brackets places a task in time; a frequency may be within the name of a day's report."""
    mark = row.marks[at]
    if mark.sign is Sign.MOMENT:
        return mark.moment is not None and mark.moment.unit in (Unit.DAY, Unit.PART)
    if mark.sign is Sign.EVERY:
        return not mark.noun and not within_name
    if mark.sign is Sign.CONDITION:
        return row.text[mark.start : mark.end].casefold() != "theo"
    return mark.sign in (Sign.ALWAYS, Sign.STOP) or (mark.sign in RELATIONS and row.leads[at] is Sign.MOMENT)


def words_between(row: Row, start: int, end: int) -> str:
    """The words from one mark to another, the second not included, on one line."""
    return plain(row.text[row.marks[start].start : row.marks[end - 1].end]) if start < end else ""
