"""Documents that a text cites (viện dẫn văn bản): number and symbol, kind, day and subject of each mention.

What is printed decides. A symbol that is no right one, or a law named by its day alone, is a doubtful mention: it keeps its
words and place, and the nearest right symbol stands beside it as an advice, never in its stead.
"""

import re
from collections.abc import Sequence
from datetime import date

from attrs import evolve, frozen

from cchc.model.citation import Citation, Symbol
from cchc.model.source import Source, Span
from cchc.reading.citing.document_kinds import CODES
from cchc.reading.citing.document_names import is_form, kind_of_list, name_before, space_before
from cchc.reading.citing.printed_symbols import PrintedSymbol, find_symbols, nearest_symbol, read_symbol
from cchc.reading.citing.subjects import read_subject
from cchc.reading.passage import Passage

__all__ = ["Mention", "find_citations", "find_mentions"]

_DAY = (
    r"(?:[Nn]g[àa]y|NGÀY) ?(?P<day>[0-9]{1,2}) ?(?:[/.\-\u2010-\u2015] ?|(?:th[áa]ng|THÁNG) ?)"
    r"(?P<month>[0-9]{1,2}) ?(?:[/.\-\u2010-\u2015] ?|(?:n[ăa]m|NĂM) ?)"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9])"
)
_DATED = re.compile(rf"\)?,? ?\(?(?P<same>cùng )?(?:(?:được )?(?:ban hành|ký|đề) )?{_DAY}\)?")
_BY_AND_DATED = re.compile(
    rf"\)?,? (?:của|do|Hội nghị|khóa|khoá) (?P<by>[^;:.()0-9]{{2,100}}?),? \(?(?:(?:được )?(?:ban hành|ký) )?{_DAY}\)?"
)
_OTHER_DAYS = frozenset((
    "trước", "sau", "từ", "đến", "tới", "hết", "vào", "kể", "tính", "trong", "đã", "được", "là", "thì", "để", "nhằm", "có",
    "mà", "trên", "và", "theo", "tại", "qua", "xong", "về",
))  # fmt: skip
"""Words between a document's issuer and a day that say the day is not the document's own."""
_ELIDED = re.compile(r"(?:[0-9]{1,6}[a-zđ]?(?:/(?:19|20)[0-9]{2})?(?:,? và |, ?|; ?)){1,12}$")
_NUMBER = re.compile(r"(?P<number>[0-9]{1,6}[a-zđ]?)(?:/(?P<year>[0-9]{4}))?")
_JOINED = re.compile(r" ?(?:[,;&]|[,;]? và|, cùng)?")
_SHARED = re.compile(r" ?(?:,|,? và|&) ?")
_LAW = re.compile(rf"Luật (?!số )(?P<name>[^;:.0-9()]{{3,160}}?),? \(?{_DAY}\)?")
_WINDOW = 160


@frozen(kw_only=True)
class Mention:
    """A document as a text mentions it: where, under which name of its kind, and the citation, or None where it is doubtful.

    `near` is the nearest right symbol to one that is none, empty where nothing is near or no symbol is printed.
    """

    span: Span
    printed_kind: str = ""
    issued_on: date | None = None
    citation: Citation | None = None
    near: str = ""


@frozen
class _Found:
    """A mention while its neighbours are still to be asked.

    `shares` says that its day is that of the one before it too, `listed` that a list before it names the kind.
    """

    start: int
    end: int
    words: str
    symbol: Symbol | None
    kind: str
    title: str = ""
    day: date | None = None
    shares: bool = False
    listed: bool = False


def find_citations(passage: Passage, *, document: str = "") -> tuple[Citation, ...]:
    """Every cited document of a passage, in order, each mention; doubtful ones are left to `find_mentions`.

    >>> [c.symbol for c in find_citations(Passage.of("Quyết định số 1281 /QĐ- BNV ngày 30/12/2022 của Bộ Nội vụ"))]
    ['1281/QĐ-BNV']
    """
    return tuple(mention.citation for mention in find_mentions(passage, document=document) if mention.citation)


def find_mentions(passage: Passage, *, document: str = "") -> tuple[Mention, ...]:
    """Every mention of a document in a passage, in order, the doubtful ones with a citation of None.

    A day printed once for several numbers is the day of each: "số 107/2020/NĐ-CP, số 108/2020/NĐ-CP ngày 14/9/2020".
    """
    text = passage.text
    mentions = []
    for one in _dated_together(_found(text)):
        span = passage.span(one.start, one.end)
        if one.symbol is None:
            near = nearest_symbol(one.words, CODES.get(one.kind, ""))
            mentions.append(Mention(span=span, printed_kind=one.kind, issued_on=one.day, near=near))
            continue
        citation = Citation(
            printed_kind=one.kind,
            symbol=str(one.symbol),
            issued_on=one.day,
            title=one.title or read_subject(text, one.end),
            source=Source(document=document, span=span),
        )
        mentions.append(Mention(span=span, printed_kind=one.kind, issued_on=one.day, citation=citation))
    if laws := [
        Mention(span=passage.span(*law.span()), printed_kind="Luật", issued_on=_read_day(law)) for law in _LAW.finditer(text)
    ]:
        return tuple(sorted(mentions + laws, key=lambda mention: mention.span.start))
    return tuple(mentions)


def _found(text: str) -> list[_Found]:
    found: list[_Found] = []
    for printed in find_symbols(text):
        found += _mentioned(text, printed, found[-1] if found else None)
    return found


def _mentioned(text: str, printed: PrintedSymbol, last: _Found | None) -> Sequence[_Found]:
    """A symbol with the words around it, after the numbers that borrow its symbol; nothing where it cites no document."""
    symbol = printed.symbol
    borrowers = _borrowers(text, printed.start) if symbol else []
    first = borrowers[0].start() if borrowers else printed.start
    name = name_before(text, first, law=symbol is not None and not symbol.type_code)
    before = space_before(text, name.start)
    gap = text[last.end : before] if last else "."
    joins = not name.kind and _JOINED.fullmatch(gap) is not None
    if not (name.kind or joins or name.numbered or _speaks_for_itself(text, printed)) or is_form(text, before):
        return ()
    day, end, same_day = _day_after(text, printed.end)
    shares = (joins or same_day) and _SHARED.fullmatch(gap) is not None
    kind, listed = name.kind, False
    if not kind and last and name.numbered and (joins or (last.listed and gap.endswith((";", ",")))):
        kind, listed = last.kind, last.listed
    elif not kind:
        kind = kind_of_list(text, before)
        listed = kind != ""
    if not borrowers or symbol is None:
        return (_Found(name.start, end, printed.text, symbol, kind, name.title, day, shares, listed),)
    starts = [name.start, *(one.start() for one in borrowers[1:])]
    lent = [
        _Found(start, one.end(), one[0], _lent(symbol, one), kind, shares=shares or start > name.start, listed=listed)
        for start, one in zip(starts, borrowers, strict=True)
    ]
    return (*lent, _Found(printed.start, end, printed.text, symbol, kind, day=day, shares=True, listed=listed))


def _borrowers(text: str, start: int) -> list[re.Match[str]]:
    """Numbers before a symbol that leave its rest to it: số 18, 19-NQ/TW."""
    if not text.endswith((", ", "; ", "và ", ","), 0, start):
        return []
    listed = _ELIDED.search(text, max(0, start - _WINDOW), start)
    if listed is None or not name_before(text, listed.start(), law=False).numbered:
        return []
    return list(_NUMBER.finditer(text, listed.start(), start))


def _lent(symbol: Symbol, number: re.Match[str]) -> Symbol:
    """The symbol of a number that borrows from the one it stands before, the year too where it writes none."""
    return evolve(symbol, number=number["number"], year=int(number["year"] or symbol.year))


def _speaks_for_itself(text: str, printed: PrintedSymbol) -> bool:
    """Whether a symbol without "số" or a kind's name before it is one: KT-XH after 30/ is none."""
    symbol = printed.symbol
    if symbol is None:
        symbol = read_symbol(nearest_symbol(printed.text))
        return symbol is not None and bool(symbol.type_code)
    return bool(symbol.type_code or symbol.year) or len(symbol.number) > 2 or text.startswith(" ngày ", printed.end)


def _day_after(text: str, end: int) -> tuple[date | None, int, bool]:
    """The day printed after a symbol or its issuer, where the mention ends, and whether it is said to be several documents'."""
    dated = _DATED.match(text, end)
    same_day = dated is not None and dated["same"] is not None
    if dated is None:
        dated = _BY_AND_DATED.match(text, end, end + _WINDOW)
        if dated is None or _OTHER_DAYS.intersection(dated["by"].split()):
            return None, end, False
    return _read_day(dated), dated.end(), same_day


def _read_day(dated: re.Match[str]) -> date | None:
    """The day of a match, None where the calendar has no such day; a year in two digits is of this century."""
    year = int(dated["year"])
    try:
        return date(year + 2000 * (year < 100), int(dated["month"]), int(dated["day"]))
    except ValueError:
        return None


def _dated_together(found: list[_Found]) -> list[_Found]:
    """The mentions, those without a day having taken the day of the next in their list."""
    for at in range(len(found) - 2, -1, -1):
        one, then = found[at], found[at + 1]
        if then.shares and then.day and one.day is None and one.symbol and one.symbol.year in (0, then.day.year):
            found[at] = evolve(one, day=then.day)
    return found
