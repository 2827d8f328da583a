"""The parts of a time cell: which words are a time, which are a condition, and which say what a time is about.

A cell is a row of items between semicolons, bullets or full stops; an item may open with a subject and a colon, and holds
phrases between commas, "và", "hoặc". Words that belong to no time are a condition in themselves.
"""

from enum import IntEnum

from attrs import define, evolve, field, frozen

from cchc.model.schedule import Conditional, Continuous, Deadline, Recurring, Schedule, Window
from cchc.reading.schedules.clauses import periods_of_clauses
from cchc.reading.schedules.marks import JOINS, Row
from cchc.reading.schedules.phrases import Phrase, read_phrase
from cchc.reading.schedules.subjects import HEADS, subject_in, trimmed, words_between
from cchc.reading.schedules.tokens import Sign

__all__ = ["Part", "read_parts"]

_ABOUT = ("riêng", "đối với")
_BINDING = frozenset((Sign.BEFORE, Sign.BY, Sign.UNTIL))


@frozen(kw_only=True)
class Part:
    """One schedule of a cell, its subject, and whether "hoặc" joins it to the one before.

    `verb` is the common verb before the time ("thực hiện", "ban hành"), which tells parts apart where others have subjects.
    """

    schedule: Schedule
    subject: str = ""
    verb: str = ""
    either: bool = False


def read_parts(row: Row, year: int | None) -> list[Part]:
    """The parts of a row of marks, in order; `year` is what a time without a year takes."""
    return _Reader(row, year, periods_of_clauses(row)).run()


class _Join(IntEnum):
    """How a part is joined to the one before, the strongest word last."""

    NONE = 0
    COMMA = 1
    STOP = 2
    AND = 3
    OR = 4


_JOINED = {Sign.COMMA: _Join.COMMA, Sign.STOP: _Join.STOP, Sign.AND: _Join.AND, Sign.OR: _Join.OR}


@frozen(kw_only=True)
class _Open:
    """Words not placed yet: a condition, the lead to a time that follows, or (`trails`) the subject of the part before.

    `clause` is where their last clause starts, `colon` their last colon; each join is to what stands before. They hold the
    head of a condition (`conditional`) or an event that a time starts with (`dated_from`).
    """

    start: int
    end: int
    join: _Join
    clause: int
    clause_join: _Join
    trails: bool = False
    colon: int = -1
    conditional: bool = False
    dated_from: bool = False


@define
class _Reader:
    """Reads the parts of one row of marks from left to right; no mark is read more than a few times."""

    row: Row
    year: int | None
    clauses: frozenset[int]
    parts: list[Part] = field(factory=list)
    latest: int = 0
    label: str = ""
    open: _Open | None = None
    join: _Join = _Join.STOP

    def run(self) -> list[Part]:
        at = 0
        while at < len(self.row.marks):
            at = self._step(at)
        self._close()
        return self.parts

    def _step(self, at: int) -> int:
        sign = self.row.marks[at].sign
        if sign in JOINS:
            if sign is Sign.STOP:
                self._close()
                self.label = ""
            self.join = max(self.join, _JOINED[sign])
            return at + 1
        if sign is Sign.COLON:
            return self._colon(at)
        if self.open and not self.open.trails and self._bracketed(at):
            return self._place_bracket(self.open, at)
        if self.open and self._goes_on(self.open, at):
            return self._take(at, at + 1)
        phrase = read_phrase(self.row, at, self.year)
        if phrase is None:
            return self._take(at, at + 1)
        return self._place(at, phrase) if phrase.schedules else self._take(at, phrase.end)

    def _sign(self, at: int) -> Sign:
        return self.row.marks[at].sign if at < len(self.row.marks) else Sign.STOP

    def _slice(self, start: int, end: int) -> str:
        """The words from one mark to another, with the bracket that closes one of theirs."""
        words = words_between(self.row, start, end)
        closes = end < len(self.row.marks) and self.row.text[self.row.marks[end].start] == ")"
        words += ")" if closes and words.count("(") > words.count(")") else ""
        return trimmed(words)

    def _goes_on(self, words: _Open, at: int) -> bool:
        """Whether a time here is part of the open words: in mid-clause, or going on with the list that ends them."""
        sign, bare = self._sign(at), self.row.bare[at] and at not in self.clauses and not self._comes_round(at)
        if self.join is _Join.NONE:
            report = self.row.marks[at].noun and (words.trails or self.row.leads[at + 1] is Sign.MOMENT)
            return bare or report or sign in (Sign.FILLER, Sign.VERB) or self.row.labelled[at]
        last = self._sign(words.end - 1)
        return (last is Sign.MOMENT and bare) or (last is Sign.EVERY and sign is Sign.EVERY)

    def _comes_round(self, at: int) -> bool:
        """Whether a day of every month or quarter stands here, which names nothing: "chốt số liệu ngày 25 hằng tháng"."""
        mark = self.row.marks[at]
        return mark.moment is not None and mark.moment.cycle is not None and self.row.text[mark.start] in "nN"

    def _take(self, at: int, after: int) -> int:
        """Marks that are words."""
        signs = {mark.sign for mark in self.row.marks[at:after]}
        if self.open and self.open.trails and self._sign(at) in HEADS:
            self._close()
        words = self.open or _Open(start=at, end=at, join=self.join, clause=at, clause_join=self.join)
        if self.join is not _Join.NONE:
            words = evolve(words, clause=at, clause_join=self.join)
        self.open = evolve(
            words,
            end=after,
            conditional=words.conditional or Sign.CONDITION in signs,
            dated_from=words.dated_from or Sign.START in signs,
        )
        self.join = _Join.NONE
        return after

    def _colon(self, at: int) -> int:
        """A colon after words: they are the subject of the time that follows, or of the condition."""
        if self.open is None:
            return at + 1
        following = read_phrase(self.row, at + 1, self.year)
        if following is None or not following.schedules or self._sign(following.end) is Sign.COLON:
            self.open = evolve(self.open, end=at + 1, colon=at)
            return at + 1
        words, start = self.open, self.open.start
        if words.trails and words.clause > words.start:
            self._close(words.clause)
            start = words.clause
        self.label = subject_in(self._slice(start, at))
        self.join = words.clause_join if start == words.clause else words.join
        self.open = None
        return at + 1

    def _place(self, at: int, phrase: Phrase) -> int:
        end, tail = phrase.end, self._sign(phrase.end)
        if tail is Sign.COLON and (self.open or self._time_follows(end + 1)):
            return self._take(at, end)
        trailing = tail not in JOINS | HEADS | {Sign.COLON} and self.row.leads[end] is None
        if self.open and self.join is _Join.NONE:
            if not self._leads_to(self.open, at, phrase, trailing=trailing):
                return self._take(at, end)
        elif self.open:
            if trailing and not self.open.trails and not phrase.relations & _BINDING:
                return self._take(at, end)
            words = self._slice(self.open.start, self.open.end)
            if self.join is _Join.COMMA and not self.open.trails and words.casefold().startswith(_ABOUT):
                self.join, self.open = self.open.join, None
                self._emit(phrase, subject_in(words))
            else:
                self._close()
                self._emit(phrase)
        else:
            self._emit(phrase)
        if self._opens_words(end):
            return self._read_brackets(end)
        if trailing or tail is Sign.COLON:
            start = end + (tail is Sign.COLON)
            self.open = _Open(start=start, end=start, join=_Join.NONE, clause=start, clause_join=_Join.NONE, trails=True)
            return start
        return end

    def _opens_words(self, at: int) -> bool:
        """Whether brackets after a time open with words: "thường xuyên (báo cáo trước ngày 15 hằng tháng)"."""
        words = self.row.closes[at] > at + 1 and self.row.leads[at + 1] is None
        return words and self._sign(at + 1) not in JOINS | HEADS | {Sign.ADVERB}

    def _read_brackets(self, at: int) -> int:
        """Parts of their own in brackets after a time, or else what the time is for."""
        close = self.row.closes[at]
        inner = _within(self.row, at + 1, close)
        found = _Reader(inner, self.year, frozenset()).run()
        told = {mark.sign for mark in inner.marks if inner.text[mark.start : mark.end].casefold() != "theo"}
        if told & HEADS or not all(isinstance(part.schedule, Conditional) for part in found):
            self.parts += [evolve(part, subject=": ".join(filter(None, (self.label, part.subject)))) for part in found]
            self.latest = len(self.parts)
        else:
            self._name_latest(subject_in(self._slice(at + 1, close)))
        return close + 1

    def _name_latest(self, subject: str) -> None:
        """Say what the latest parts are about, those that have no subject of their own."""
        about = ": ".join(filter(None, (self.label, subject)))
        self.parts[self.latest :] = [
            evolve(part, subject=about) if part.subject == self.label else part for part in self.parts[self.latest :]
        ]

    def _bracketed(self, at: int) -> bool:
        """Whether brackets here, after words, hold a time and end their clause: "theo kế hoạch (quý III)"."""
        if self.row.text[self.row.marks[at].start] != "(" or self.row.leads[at + 1] is None:
            return False
        phrase = read_phrase(self.row, at + 1, self.year)
        end = phrase.end if phrase and phrase.schedules else len(self.row.marks)
        closes = end < len(self.row.marks) and self.row.text[self.row.marks[end].start] == ")"
        return closes and self._sign(end + 1) in JOINS

    def _place_bracket(self, words: _Open, at: int) -> int:
        """Place the time in brackets: beside a condition, or with the words before it as its subject."""
        phrase = read_phrase(self.row, at + 1, self.year)
        assert phrase is not None  # noqa: S101 - see _bracketed
        subject = ""
        if words.conditional:
            self._close()
        else:
            self.join, self.open = words.join, None
            subject = subject_in(self._slice(words.start, words.end))
        self._emit(phrase, subject)
        return phrase.end + 1

    def _time_follows(self, at: int) -> bool:
        following = read_phrase(self.row, at, self.year)
        return following is not None and bool(following.schedules) and self._sign(following.end) is not Sign.COLON

    def _leads_to(self, words: _Open, at: int, phrase: Phrase, *, trailing: bool) -> bool:
        """Place a time in mid-clause, if it is one of the task ("báo cáo trước ngày 15/3") and not of the words before it."""
        always = self._sign(phrase.core) is Sign.ALWAYS
        if trailing and not (phrase.relations & _BINDING or always):
            return False
        if words.conditional and not words.trails:
            if Sign.BY not in phrase.relations:
                return False
            self._close()
            self._emit(phrase)
        elif words.dated_from and not words.trails:
            if Sign.UNTIL not in phrase.relations:
                return False
            self.join, self.open = words.join, None
            self._emit(phrase)
        elif words.trails and words.clause == words.start:
            self._close()
            self._emit(phrase)
        else:
            start = words.clause if words.trails else words.start
            self._close(start)
            self.join = words.clause_join if words.trails else words.join
            self._emit(phrase, subject_in(self._slice(start, max(at, phrase.core))))
        return True

    def _emit(self, phrase: Phrase, subject: str = "") -> None:
        """Add the schedules of a phrase; a whole year adds nothing to "thường xuyên" or "hằng tháng" beside it."""
        last = self.parts[-1] if self.parts else None
        self.latest = len(self.parts)
        for i, (schedule, either) in enumerate(phrase.schedules):
            about = ": ".join(filter(None, (self.label, subject, schedule.subject)))
            schedule = evolve(schedule, subject="")
            if i == 0 and last and about in ("", last.subject) and Sign.DONE in phrase.relations and self.join is not _Join.OR:
                whole = _until(last.schedule, schedule)
                if whole:
                    self.parts[-1] = evolve(last, schedule=whole)
                    self.latest -= 1
                    continue
            alone = len(phrase.schedules) == 1 and self.join in (_Join.NONE, _Join.COMMA) and last is not None
            if alone and last and last.subject == about and _repeats(last.schedule) and _whole_year(schedule):
                self.latest -= 1
            elif alone and last and last.subject == about and _whole_year(last.schedule) and _repeats(schedule):
                self.parts[-1] = evolve(last, schedule=schedule)
                self.latest -= 1
            else:
                joined = either if i else self.join is _Join.OR
                self.parts.append(Part(schedule=schedule, subject=about, verb=phrase.verb, either=joined))
        self.join = _Join.NONE

    def _close(self, end: int | None = None) -> None:
        """Place the open words (those before a mark): a condition, or the subject of the part before."""
        words, self.open = self.open, None
        if words is None:
            return
        end = words.end if end is None else min(end, words.end)
        if words.trails:
            self._name_latest(subject_in(self._slice(words.start, end)))
            return
        trigger = self._slice(words.colon + 1, end) if words.colon >= 0 else ""
        if trigger:
            self.label = subject_in(self._slice(words.start, words.colon))
        trigger = trigger or self._slice(words.start, end)
        if trigger:
            either = words.join is _Join.OR
            self.parts.append(Part(schedule=Conditional(trigger=trigger), subject=self.label, either=either))
            self.latest = len(self.parts)


def _within(row: Row, start: int, end: int) -> Row:
    """The marks in brackets as a row of their own, where "quý" or "năm" at the end of a clause is a frequency."""
    marks, leads = list(row.marks[start:end]), list(row.leads[start:end])
    for i, mark in enumerate(marks):
        if mark.sign is Sign.WORD and mark.every and (i + 1 == len(marks) or marks[i + 1].sign in JOINS):
            marks[i], leads[i] = evolve(mark, sign=Sign.EVERY), Sign.EVERY
    bare, labelled = (*row.bare[start:end], False), (*row.labelled[start:end], False)
    closes = (0,) * (len(marks) + 1)
    return Row(text=row.text, marks=tuple(marks), leads=(*leads, None), bare=bare, labelled=labelled, closes=closes)


def _until(start: Schedule, finish: Schedule) -> Window | None:
    """The one stretch from an open start to a finish after it."""
    end = finish.due if isinstance(finish, Deadline) else finish.end if isinstance(finish, Window) else None
    first = start.start if isinstance(start, Window) and start.end is None else None
    return Window(start=first, end=end) if first and end and first <= end else None


def _whole_year(schedule: Schedule) -> bool:
    start, end = (schedule.start, schedule.end) if isinstance(schedule, Window) else (None, None)
    return bool(start and end and (start.month, start.day, end.month, end.day, end.year) == (1, 1, 12, 31, start.year))


def _repeats(schedule: Schedule) -> bool:
    return isinstance(schedule, Continuous | Recurring)
