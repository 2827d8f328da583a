"""A time cell as a row of marks: moments, frequencies, relation words, joins, and the words between them.

One pass from left to right recognises what it can; one from right to left tells which relation words lead to a time, since
"trước ngày 15/9" bounds a task and "trước khi họp" is a condition.
"""

from collections.abc import Sequence

from attrs import evolve, field, frozen

from cchc.model.schedule import Frequency, Recurring
from cchc.reading.schedules.dates import WEEKDAY, is_weekday, read_moment
from cchc.reading.schedules.frequencies import UNITS, another, read_frequency
from cchc.reading.schedules.moments import DASHES, Moment, Unit, closed, year_of
from cchc.reading.schedules.periods import continue_list, counts_list
from cchc.reading.schedules.tokens import Sign, Token, lookup, number, tokenise

__all__ = ["JOINS", "RELATIONS", "WEAK", "Mark", "Row", "mark_text"]

WEAK = frozenset((Sign.COMMA, Sign.AND, Sign.OR))
JOINS = WEAK | {Sign.STOP}
RELATIONS = frozenset(
    (Sign.BEFORE, Sign.BY, Sign.DONE, Sign.UNTIL, Sign.END, Sign.FROM, Sign.NOW, Sign.AFTER, Sign.IN, Sign.HOUR)
)
_TIMES = frozenset((Sign.MOMENT, Sign.EVERY, Sign.ALWAYS, Sign.ONWARD, Sign.ADVERB))
_CONNECTORS = WEAK | {Sign.DASH, Sign.UNTIL}
_BULLETS = frozenset("+•*·●▪◦") | DASHES
_NINE = 9
_SHORT_WORD = 3  # "TP.", "TT." and their like end no sentence


@frozen(kw_only=True)
class Mark:
    """A stretch of the text, from `start` to `end`, and what it does.

    `noun` marks a frequency that may as well name a report: "6 tháng", "quý" without "hằng".
    """

    sign: Sign
    start: int
    end: int
    moment: Moment | None = None
    every: Recurring | None = None
    noun: bool = False


@frozen(kw_only=True)
class Row:
    """The marks of a text and, for each, what time it leads to.

    `leads[i]` is MOMENT or EVERY where only relation words and fillers stand between mark i and one; then `bare[i]` tells that
    no relation does, and `labelled[i]` that a colon does. `closes[i]` is the mark that closes the brackets at i, where none are
    within them, else 0. All four are one longer than `marks`.
    """

    text: str
    marks: tuple[Mark, ...]
    leads: tuple[Sign | None, ...]
    bare: tuple[bool, ...]
    labelled: tuple[bool, ...]
    closes: tuple[int, ...]


@frozen
class _Marker:
    """Recognises the marks of one text, left to right."""

    text: str
    tokens: Sequence[Token]
    marks: list[Mark] = field(factory=list)
    open_brackets: list[bool] = field(factory=list)
    written_years: list[int] = field(factory=list)

    def run(self) -> list[Mark]:
        at = 0
        while self.tokens[at].text:
            at = self._step(at)
        return self.marks

    def _last(self, back: int = 1) -> Sign | None:
        return self.marks[-back].sign if len(self.marks) >= back else None

    def _add(self, sign: Sign, at: int, after: int, *, moment: Moment | None = None, every: Recurring | None = None) -> int:
        start, end = self.tokens[at].start, self.tokens[after - 1].end
        noun = every is not None and number(self.tokens[at]) > 0 and self.tokens[after - 1].text in UNITS
        noun = noun or (every is not None and self.tokens[at].text in UNITS and after == at + 1)
        self.marks.append(Mark(sign=sign, start=start, end=end, moment=moment, every=every, noun=noun))
        return after

    def _step(self, at: int) -> int:
        return (
            self._hour(at)
            or self._every(at)
            or self._moment(at)
            or self._unit(at)
            or self._known(at)
            or self._punctuation(at)
            or self._add(Sign.WORD, at, at + 1)
        )

    def _hour(self, at: int) -> int:
        """17h00, 17 giờ 30 phút, 17:00; a day of the week before its date."""
        tokens = self.tokens
        if is_weekday(tokens, at):
            after = at + 2 + (tokens[at + 2].text == ",")
            dated = tokens[after].text == "ngày" or tokens[after].value > 0
            return self._add(Sign.FILLER, at, after) if dated else 0
        colon = tokens[at + 1].text == ":" and tokens[at + 2].value >= 0 and len(tokens[at + 2].text) == 2
        if not (0 <= tokens[at].value <= 24 and (tokens[at + 1].text in ("h", "giờ", "g") or colon)):
            return 0
        after = at + 2 + (tokens[at + 2].value >= 0 and tokens[at + 3].text not in _SLASHES)
        return self._add(Sign.HOUR, at, after + (tokens[after].text in ("phút", "'")))

    def _every(self, at: int) -> int:
        found = read_frequency(self.tokens, at)
        after_every = self._last() in WEAK and self._last(2) is Sign.EVERY
        if found is None:
            of_report = self.tokens[at].text == "cả" or number(self.tokens[at]) == _NINE
            if not (after_every and of_report and (closed(self.tokens, at + 2) or another(self.tokens, at + 2))):
                return 0
            months = {"tháng": (_NINE,), "năm": ()}.get(self.tokens[at + 1].text)
            every = None if months is None else Recurring(frequency=Frequency.YEARLY, months=months)
            return self._add(Sign.EVERY, at, at + 2, every=every) if every else 0
        frequency, after = found
        if frequency is None:
            return self._add(Sign.WORD, at, after)
        if self._last() in WEAK and self._last(2) is Sign.UNIT:
            self._settle_unit()
        return self._add(Sign.EVERY, at, after, every=Recurring(frequency=frequency))

    def _unit(self, at: int) -> int:
        """A bare "quý": a frequency beside another ("hằng tháng, quý, năm"); "năm" after a relation is the plan's year."""
        token = self.tokens[at]
        if UNITS.get(token.text, 0) < 1 or not (closed(self.tokens, at + 1) or self.tokens[at + 1].text == "/"):
            return 0
        if token.text == "năm" and self._last() in RELATIONS:
            return self._add(Sign.MOMENT, at, at + 1, moment=Moment(unit=Unit.YEAR, first=(1, 1), last=(12, -1)))
        every = Recurring(frequency=_FREQUENCIES[UNITS[token.text]])
        beside = self._last() in WEAK and self._last(2) in (Sign.EVERY, Sign.UNIT)
        if beside and self._last(2) is Sign.UNIT:
            self._settle_unit()
        periodic = self.marks and self.text[self.marks[-1].start : self.marks[-1].end].casefold() in ("định kỳ", "định kì")
        return self._add(Sign.EVERY if beside or periodic else Sign.UNIT, at, at + 1, every=every)

    def _settle_unit(self) -> None:
        self.marks[-2] = evolve(self.marks[-2], sign=Sign.EVERY)

    def _moment(self, at: int) -> int:
        if self._always_goes_on(at):
            return self._add(Sign.ALWAYS, at, at + 3)
        weekly = any(mark.every and mark.every.frequency is Frequency.WEEKLY for mark in self.marks[-4:])
        if weekly and is_weekday(self.tokens, at):
            return self._add(Sign.MOMENT, at, at + 2, moment=WEEKDAY)
        before = self.marks[-2].moment if self._last() in _CONNECTORS and len(self.marks) > 1 else None
        if before is None and counts_list(self.tokens, at):
            return self._add(Sign.FILLER, at, at + 1)
        if before and before.unit is Unit.DAY and before.first[0] > 0 and not self._spelled_month(at):
            before = None
        # "quý 1, 2/2024" goes on with quarters, so the list is asked first
        found = continue_list(self.tokens, at, before) if before and before.unit is Unit.QUARTER else None
        found = found or read_moment(self.tokens, at)
        if found is None and before:
            found = continue_list(self.tokens, at, before)
        return self._add(Sign.MOMENT, at, found[1], moment=self._after_the_year(*found)) if found else 0

    def _after_the_year(self, moment: Moment, after: int) -> Moment:
        """The moment; "năm sau" follows the year that was written last, if one was."""
        if written := year_of(self.tokens[after - 1]):
            self.written_years.append(written)
        if moment.shift == 1 and self.written_years:
            return evolve(moment, year=self.written_years[-1] + 1)
        return moment

    def _always_goes_on(self, at: int) -> bool:
        """Whether "24/7" here goes on with "thường xuyên", and is not 24 July."""
        around_the_clock = [token.text for token in self.tokens[at : at + 4]]
        after_always = self._last() in WEAK and self._last(2) is Sign.ALWAYS
        return after_always and around_the_clock[:3] == ["24", "/", "7"] and around_the_clock[3] != "/"

    def _spelled_month(self, at: int) -> bool:
        """Whether the list so far reads "ngày 15 tháng 3, 6", so that a number is a month."""
        return at > 2 and (self.tokens[at - 3].text == "tháng" or self.tokens[at - 3].text in _LIST_SIGNS)

    def _known(self, at: int) -> int:
        found = lookup(self.tokens, at)
        if found is None:
            return 0
        sign, after = found
        if sign is Sign.ADVERB and self.tokens[after].text not in _ADVERB_ENDS:
            return self._add(Sign.CONDITION if self.tokens[at].text == "theo" else Sign.WORD, at, at + 1)
        if self.tokens[at].text == "+" and (self.tokens[at].at_line_start or self._last() is Sign.STOP):
            return 0
        return self._add(sign, at, after)

    def _punctuation(self, at: int) -> int:
        token = self.tokens[at]
        if token.text in _BULLETS and (token.at_line_start or self._last() is Sign.STOP):
            return self._add(Sign.STOP, at, at + 1)
        if token.text in DASHES:
            return self._add(Sign.DASH, at, at + 1)
        if token.text == "(":
            self.open_brackets.append(self._last() in _TIMES)
            return self._add(Sign.COMMA if self.open_brackets[-1] else Sign.WORD, at, at + 1)
        if token.text == ")":
            opened = bool(self.open_brackets) and self.open_brackets.pop()
            return self._add(Sign.COMMA if opened else Sign.WORD, at, at + 1)
        if token.text == "." and self._ends_sentence(at):
            return self._add(Sign.STOP, at, at + 1)
        if self._last() in (Sign.EVERY, Sign.UNIT) and another(self.tokens, at):
            return self._add(Sign.COMMA, at, at + 1)
        sign = {",": Sign.COMMA, ";": Sign.STOP, ":": Sign.COLON}.get(token.text)
        return self._add(sign, at, at + 1) if sign else 0

    def _ends_sentence(self, at: int) -> bool:
        following = self.tokens[at + 1]
        if following.text in (".", "") or not following.spaced:
            return True
        return self._last() in _TIMES or (at > 0 and len(self.tokens[at - 1].text) > _SHORT_WORD)


_SLASHES = frozenset("/.") | DASHES
_ADVERB_ENDS = frozenset(("", ",", ";", ".", ":", "(", ")", "và", "hoặc", "hay"))
_LIST_SIGNS = frozenset((",", "và", "hoặc", "&"))
_FREQUENCIES = {1: Frequency.MONTHLY, 3: Frequency.QUARTERLY, 12: Frequency.YEARLY}


def _settle_dashes(marks: list[Mark]) -> None:
    """A dash is a range between two times, a join after one, a bullet after a join, and otherwise part of the words."""
    for i, mark in enumerate(marks):
        if mark.sign is Sign.UNIT:
            marks[i] = evolve(mark, sign=Sign.WORD)
        if mark.sign is not Sign.DASH:
            continue
        before = marks[i - 1].sign if i else Sign.STOP
        after = marks[i + 1].sign if i + 1 < len(marks) else Sign.STOP
        if before is Sign.MOMENT and after in (Sign.MOMENT, Sign.END):
            sign = Sign.RANGE if after is Sign.MOMENT else Sign.UNTIL
        else:
            sign = Sign.STOP if before in JOINS or before in _TIMES or after is Sign.STOP else Sign.WORD
        marks[i] = evolve(mark, sign=sign)


def mark_text(text: str) -> Row:
    """The marks of a text (in NFC)."""
    marks = _Marker(text, tokenise(text)).run()
    _settle_dashes(marks)
    leads: list[Sign | None] = [None] * (len(marks) + 1)
    bare, labelled = [False] * (len(marks) + 1), [False] * (len(marks) + 1)
    for i in range(len(marks) - 1, -1, -1):
        sign, after = marks[i].sign, leads[i + 1]
        if sign is Sign.MOMENT:
            leads[i], bare[i] = Sign.MOMENT, True
        elif sign in (Sign.EVERY, Sign.ALWAYS):
            leads[i] = Sign.EVERY
        elif sign in (Sign.FILLER, Sign.COLON) or (sign is Sign.VERB and not labelled[i + 1]):
            leads[i], bare[i] = after, bare[i + 1]
        elif sign is Sign.DONE or (sign in RELATIONS and after is Sign.MOMENT):
            leads[i] = after
        if sign in RELATIONS and leads[i] is None:
            marks[i] = evolve(marks[i], sign=_without_time(sign, marks[i - 1].sign if i else Sign.STOP))
        if leads[i] and sign is not Sign.MOMENT:
            labelled[i] = sign is Sign.COLON or labelled[i + 1]
    closes = _closing(text, marks)
    return Row(text=text, marks=tuple(marks), leads=tuple(leads), bare=tuple(bare), labelled=tuple(labelled), closes=closes)


def _closing(text: str, marks: list[Mark]) -> tuple[int, ...]:
    closes = [0] * (len(marks) + 1)
    opened = len(marks)
    for i, mark in enumerate(marks):
        if text[mark.start] == "(":
            opened = i
        elif text[mark.start] == ")":
            closes[opened], opened = i, len(marks)
    return (*closes[:-1], 0)


def _without_time(sign: Sign, before: Sign) -> Sign:
    """What a relation word is when no time follows it: the head of a condition, or just a word."""
    if sign in (Sign.FROM, Sign.NOW):
        return Sign.START
    if sign is Sign.DONE:
        return Sign.DONE
    if sign in (Sign.BEFORE, Sign.AFTER, Sign.BY):
        return Sign.CONDITION
    opens = before in JOINS or before in _TIMES or before is Sign.COLON
    return Sign.CONDITION if opens and sign in (Sign.IN, Sign.UNTIL, Sign.END) else Sign.WORD
