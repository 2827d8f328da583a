"""One time phrase: relation words and a list of moments, a frequency with its days, or "thường xuyên"."""

from attrs import evolve, frozen

from cchc.model.schedule import Continuous, Frequency, Recurring, Schedule
from cchc.reading.schedules.lists import Element, recurring_in, resolved
from cchc.reading.schedules.marks import RELATIONS, WEAK, Row
from cchc.reading.schedules.moments import Moment
from cchc.reading.schedules.subjects import name_in_brackets, subject_in, trimmed, words_between
from cchc.reading.schedules.tokens import Sign

__all__ = ["Phrase", "read_phrase"]

_STARTS, _ENDS = frozenset((Sign.FROM, Sign.AFTER)), frozenset((Sign.DONE, Sign.BEFORE, Sign.BY, Sign.UNTIL))
_OFTENER = tuple(Frequency)
_PREFIX = RELATIONS | {Sign.FILLER, Sign.VERB, Sign.COLON}
_WORDS = frozenset((Sign.WORD, Sign.VERB, Sign.FILLER))


@frozen(kw_only=True)
class Phrase:
    """What a stretch of marks says: its schedules, each with whether "hoặc" joins it to the one before.

    `end` is the mark after it, `core` its first mark that is no filler, `verb` what it says is done ("tổ chức thực hiện"); no
    schedules where a year is missing. A schedule's subject is what stands in brackets after it.
    """

    schedules: tuple[tuple[Schedule, bool], ...]
    relations: frozenset[Sign]
    core: int
    end: int
    verb: str = ""


def read_phrase(row: Row, at: int, year: int | None) -> Phrase | None:
    """The phrase that starts at a mark, or None where none does; `year` is what a moment without a year takes."""
    if row.leads[at] is None:
        return None
    first, relations, core = _prefix(row, at)
    verbs = [i for i in range(at, first) if row.marks[i].sign is Sign.VERB]
    verb = words_between(row, verbs[0], verbs[-1] + 1) if verbs else ""
    if row.marks[first].sign is Sign.ALWAYS:
        return evolve(_always(row, first, core), verb=verb)
    if row.marks[first].sign is Sign.EVERY:
        return evolve(_frequency(row, first, core), verb=verb)
    elements, end = _elements(row, at)
    cycle = next((moment.cycle for element in elements for moment in element.moments if moment.cycle), None)
    recurring: tuple[Recurring, ...] = ()
    after = end + (row.marks[end].sign is Sign.COMMA) if end < len(row.marks) else end
    mark = row.marks[after] if after < len(row.marks) else None
    every = mark.every if mark and mark.sign is Sign.EVERY and not (mark.noun and after > end) else None
    if every:
        recurring = recurring_in(elements, every.frequency)
        end = after + 1 if recurring else end
    if not recurring and cycle:
        recurring = recurring_in(elements, cycle)
    if recurring:
        found: tuple[tuple[Schedule, bool], ...] = _joined(recurring, elements)
    else:
        found = () if cycle else tuple(resolved(elements, year))
    return Phrase(schedules=found, relations=relations, core=core, end=_suffix(row, end), verb=verb)


def _joined(recurring: tuple[Recurring, ...], elements: list[Element]) -> tuple[tuple[Schedule, bool], ...]:
    either = any(element.either for element in elements)
    return tuple((schedule, either and i > 0) for i, schedule in enumerate(recurring))


def _prefix(row: Row, at: int) -> tuple[int, frozenset[Sign], int]:
    """The mark after the relation words and fillers, those relations, and the first mark that is no filler."""
    relations, core = set(), -1
    while row.marks[at].sign in _PREFIX:
        if row.marks[at].sign in RELATIONS:
            relations.add(row.marks[at].sign)
            core = at if core < 0 else core
        at += 1
    return at, frozenset(relations), at if core < 0 else core


def _suffix(row: Row, at: int) -> int:
    """The mark after what may follow a time and adds nothing to it: theo quy định, hoàn thành."""
    while at < len(row.marks):
        after_comma = at + (row.marks[at].sign is Sign.COMMA)
        if after_comma < len(row.marks) and row.marks[after_comma].sign is Sign.ADVERB:
            at = after_comma + 1
        elif row.text[row.marks[at].start : row.marks[at].end].casefold() in ("hoàn thành", "xong") and _ends(row, at + 1):
            at += 1
        else:
            break
    return at


def _ends(row: Row, at: int) -> bool:
    return at == len(row.marks) or row.marks[at].sign in WEAK | {Sign.STOP, Sign.ADVERB}


def _always(row: Row, at: int, core: int) -> Phrase:
    while True:
        at += 1
        following = at + (at < len(row.marks) and row.marks[at].sign in WEAK - {Sign.OR})
        if following == len(row.marks) or row.marks[following].sign is not Sign.ALWAYS:
            break
        at = following
    return Phrase(schedules=((Continuous(), False),), relations=frozenset(), core=core, end=_suffix(row, at))


def _frequency(row: Row, at: int, core: int) -> Phrase:
    """A frequency, with the day or the months that follow it: "hằng tháng, trước ngày 15"."""
    every, end = row.marks[at].every, at + 1
    assert every is not None  # noqa: S101 - only marks with a frequency have this sign
    after = _after_commas(row, end)
    if (oftener := _times_within(row, after, every)) is not None:
        every, end = row.marks[oftener].every or every, oftener + 1
        after = _after_commas(row, end)
    found: tuple[tuple[Schedule, bool], ...] = ((every, False),)
    if row.leads[after] is Sign.MOMENT:
        elements, past = _elements(row, after)
    else:
        elements, past = _in_brackets(row, end)
    recurring = recurring_in(elements, every.frequency) if elements else ()
    if recurring:
        found, end = _joined(recurring, elements), past
    return Phrase(schedules=found, relations=frozenset(), core=core, end=_suffix(row, end))


def _after_commas(row: Row, at: int) -> int:
    while at < len(row.marks) and row.marks[at].sign in (Sign.COMMA, Sign.COLON):
        at += 1
    return at


def _times_within(row: Row, at: int, every: Recurring) -> int | None:
    """The mark of a frequency that counts the times within the one before it: "hằng năm (02 lần/năm)"."""
    if row.leads[at] is not Sign.EVERY:
        return None
    first, relations, _ = _prefix(row, at)
    mark = row.marks[first]
    counts = mark.every and not relations and "lần" in row.text[mark.start : mark.end].casefold()
    within = mark.every and _OFTENER.index(mark.every.frequency) <= _OFTENER.index(every.frequency)
    return first if counts and within else None


def _in_brackets(row: Row, at: int) -> tuple[list[Element], int]:
    """The days in brackets after a frequency, with the words before them: "hằng tháng (báo cáo trước ngày 15)"."""
    close = row.closes[at]
    first = next((i for i in range(at + 1, close) if row.leads[i] is Sign.MOMENT or row.marks[i].sign not in _WORDS), close)
    if first == close or row.leads[first] is not Sign.MOMENT:
        return [], at
    elements, end = _elements(row, first)
    placed = elements[0].relations or elements[0].is_day
    return (elements, close + 1) if placed and end == close else ([], at)


def _elements(row: Row, at: int) -> tuple[list[Element], int]:
    """The moments and ranges of a list, each with its relation words or those of the one before it."""
    elements: list[Element] = []
    ended, either, named = at, False, 0
    while True:
        element, at = _element(row, at)
        last = elements[-1] if elements else None
        if last and not _alike(last.moment, element.moment):
            return elements, ended
        if last and not either and _finishes(last, element):
            before = Sign.BEFORE in element.relations and Sign.HOUR not in element.relations
            after = Sign.AFTER in last.relations
            whole = evolve(last, relations=last.relations - {Sign.AFTER} | {Sign.FROM}, from_after=after)
            elements[-1] = evolve(whole, to=element.to or element.moment, until_before=before)
        else:
            if last and not element.relations and last.is_day == element.is_day:
                element = evolve(element, relations=last.relations)
            elements.append(evolve(element, either=either))
        if at < len(row.marks) and (close := name_in_brackets(row, at, element.moment)):
            name = subject_in(trimmed(words_between(row, at + 1, close)))
            elements[named:] = [evolve(each, subject=name) for each in elements[named:]]
            at, named = close + 1, len(elements)
        following, ended, either = at, at, False
        while following < len(row.marks) and row.marks[following].sign in WEAK:
            either = either or row.marks[following].sign is Sign.OR
            following += 1
        if following < len(row.marks) and row.marks[following].sign is Sign.ONWARD:
            elements[-1] = evolve(elements[-1], relations=elements[-1].relations | {Sign.FROM}, to=None)
            return elements, following + 1
        beside = following > at or row.bare[following]
        if row.leads[following] is not Sign.MOMENT or not beside or row.marks[following].sign is Sign.VERB:
            return elements, at
        at = following


def _finishes(start: Element, end: Element) -> bool:
    """Whether two elements are the start and the finish of one piece of work: "từ tháng 3, hoàn thành trước 30/9"."""
    starts = start.to is None and start.relations & _STARTS and not start.subject
    return bool(starts and end.relations & _ENDS) and not end.relations & _STARTS


def _alike(one: Moment, other: Moment) -> bool:
    """Whether two moments can be of one list: both come round alike, or neither does."""
    return one.cycle is other.cycle or one.first[0] == other.first[0] == 0


def _element(row: Row, at: int) -> tuple[Element, int]:
    at, relations, _ = _prefix(row, at)
    element = Element(relations=relations, moment=_moment_at(row, at))
    at += 1
    following = row.marks[at].sign if at < len(row.marks) else None
    if following is Sign.RANGE:
        return evolve(element, to=_moment_at(row, at + 1)), at + 2
    if following is Sign.UNTIL and row.leads[at] is Sign.MOMENT:
        at, until, _ = _prefix(row, at)
        return evolve(element, to=_moment_at(row, at), until_before=Sign.BEFORE in until), at + 1
    return element, at


def _moment_at(row: Row, at: int) -> Moment:
    moment = row.marks[at].moment
    assert moment is not None  # noqa: S101 - only marks with a moment have this sign
    return moment
