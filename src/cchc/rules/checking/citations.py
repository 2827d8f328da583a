"""Checks of the documents that a paper cites (viện dẫn văn bản): their days, their subjects, their symbols, whether in force.

A number without a year in its symbol comes again every year: two days are two documents as a rule, unless all but one thing
about them is the same.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from cchc.model import Citation, Finding, Parameters, RemarkKind, Severity, Span, Symbol
from cchc.rules.checking.citation_symbols import kind_that_fits, lacks_or_has_year, never_issued
from cchc.rules.checking.citation_titles import nothing_shared, same_subject, subjects_differ
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.rule import Rule, RuleSet

__all__ = ["CITATIONS"]

_DECREE = "Nghị định 30/2020/NĐ-CP, Điều 8 và Phụ lục I"
_LAW = "Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15"
_NATIONAL = frozenset({"CP", "TTg", "TW", "VPCP", "BNV", "BTC", "BTP", "BTTTT", "BKHCN", "BKHĐT", "BGDĐT", "BYT", "CTN"})
"""Bodies of which there is one, so that a number is theirs once a year."""
_JANUARY, _NEW_YEAR_NUMBERS = 1, 5
"""The first resolutions of a year are of the same days every year: 01/NQ-CP of 08/01/2022 and of 08/01/2025."""
_FIRST_YEAR = 1945
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_AFTER_REPORT = timedelta(days=120)
"""A report is written within months of its period; so long after it a document cannot have been there."""


def dates_that_conflict(paper: Paper) -> Iterator[Finding]:
    """One document is cited with two days, or with a day outside the year in its symbol.

    The params hold `symbol`, `stated`, the day printed here, and `other`, the day printed elsewhere or the year of the symbol.
    Two documents of different years with one number are not accused: of symbols without a year only days that differ in one
    thing (76/NQ-CP of 15/7/2021 and of 15/7/2025), days in one year, or those of documents with the same subject. Nor are
    those of two levels: of the province and of a commune.
    """
    levels = {remark.span: remark.words for remark in paper.remarks if remark.kind is RemarkKind.LEVEL}
    for symbol, mentions in _by_symbol(paper.citations).items():
        dated = [one for one in mentions if one.issued_on]
        named = {level for one in dated if (level := levels.get(_span(one), ""))}
        if len(named) <= 1:
            yield from _conflicts(Symbol.parse(symbol), dated)


def _by_symbol(citations: Iterable[Citation]) -> dict[str, list[Citation]]:
    found: dict[str, list[Citation]] = {}
    for one in citations:
        found.setdefault(one.symbol, []).append(one)
    return found


def _conflicts(symbol: Symbol, mentions: Sequence[Citation]) -> Iterator[Finding]:
    days = Counter(one.issued_on for one in mentions if one.issued_on)
    likeliest = sorted(days, key=lambda day: (symbol.year not in (0, day.year), -days[day], day))
    right = likeliest[0] if likeliest else None
    told: set[date] = set()
    for one in mentions:
        day = one.issued_on
        if day is None or right is None or day in told:
            continue
        others = [other for other in mentions if other.issued_on == right]
        if day != right and any(_is_one_document(symbol, one, other, (day, right)) for other in others):
            told.add(day)
            yield _conflict(one, day, right)
        elif symbol.year not in (0, day.year):
            told.add(day)
            yield _conflict(one, day, str(symbol.year), Severity.WARNING if _at_new_year(symbol.year, day) else Severity.ERROR)


def _conflict(one: Citation, day: date, other: date | str, severity: Severity = Severity.ERROR) -> Finding:
    params = Parameters({"symbol": one.symbol, "stated": day, "other": other})
    return _about("citation.date-conflict", severity, one, params)


def _at_new_year(year: int, day: date) -> bool:
    """Whether a document may have been numbered in one year and signed days before or after."""
    return (day.year, day.month) in {(year + 1, 1), (year - 1, 12)}


def _is_one_document(symbol: Symbol, one: Citation, other: Citation, days: tuple[date, date]) -> bool:
    """Whether two mentions with different days are of one document."""
    first, second = days
    if symbol.year or same_subject(one.title, other.title):
        return True
    if nothing_shared(one.title, other.title) or _name_other_years(one.title, other.title):
        return False
    if first.year == second.year:
        exchanged = (first.month, first.day) == (second.day, second.month)
        one_part = first.month == second.month or first.day == second.day
        return one_part or exchanged or symbol.issuer_code.partition("-")[0] in _NATIONAL
    of_new_year = first.month == _JANUARY and int(symbol.number.rstrip("abcdđ")) <= _NEW_YEAR_NUMBERS
    return (first.day, first.month) == (second.day, second.month) and not of_new_year


def _name_other_years(one: str, other: str) -> bool:
    years = [set(_YEAR.findall(title)) for title in (one, other)]
    return bool(years[0] and years[1] and not years[0] & years[1])


def titles_that_conflict(paper: Paper) -> Iterator[Finding]:
    """One document, by symbol and day, is cited with two subjects that have nothing in common.

    The params hold `symbol`, `stated`, the subject printed here, and `other`, the one printed elsewhere. A subject in other
    words, abridged or of an amendment is not accused.
    """
    for symbol, mentions in _by_symbol(paper.citations).items():
        titled = [one for one in mentions if one.title]
        for at, one in enumerate(titled):
            if other := next((before for before in titled[:at] if _conflict_in_title(symbol, before, one)), None):
                params = Parameters({"symbol": symbol, "stated": one.title, "other": other.title})
                yield _about("citation.title-conflict", Severity.WARNING, one, params)
                break


def _conflict_in_title(symbol: str, one: Citation, other: Citation) -> bool:
    same = one.issued_on == other.issued_on if one.issued_on and other.issued_on else Symbol.parse(symbol).year != 0
    return same and subjects_differ(one.title, other.title)


def symbols_that_do_not_fit(paper: Paper) -> Iterator[Finding]:
    """A symbol does not fit the kind printed before it, or no body of its name issues such documents.

    Thông tư số 56/2022/NĐ-CP, Nghị định số 12/QĐ-TTg, 05/2024/TT-UBND. The params hold `symbol`, `printed`, the kind as
    printed, and `kind`, what the symbol stands for. What usage bears is not accused: Đề án số 06/QĐ-TTg, Quy định số 41-QĐ/TW.
    """
    for one in _once(paper.citations):
        if kind := kind_that_fits(one):
            params = Parameters({"symbol": one.symbol, "printed": one.printed_kind, "kind": kind})
            yield _about("citation.symbol-mismatch", Severity.ERROR, one, params)
        elif never_issued(one):
            params = Parameters({"symbol": one.symbol, "printed": one.printed_kind or one.kind, "kind": one.kind})
            yield _about("citation.symbol-mismatch", Severity.ERROR, one, params)


def years_that_do_not_fit(paper: Paper) -> Iterator[Finding]:
    """A symbol lacks the year that its kind always has (118/NĐ-CP), has one that its kind never has, or one that cannot be.

    The param `symbol` holds it. A year is impossible before 1945 and after the year of the paper.
    """
    latest = _latest(paper)
    for one in _once(paper.citations):
        year = one.year or 0
        impossible = year != 0 and (year < _FIRST_YEAR or (latest is not None and year > latest.year))
        if impossible or lacks_or_has_year(one):
            severity = Severity.ERROR if impossible else Severity.WARNING
            yield _about("citation.symbol-year", severity, one, Parameters({"symbol": one.symbol}))


def _once(citations: Iterable[Citation]) -> Iterator[Citation]:
    """The first mention of each document under each kind."""
    seen: set[tuple[str, str]] = set()
    for one in citations:
        if (one.symbol, one.printed_kind) not in seen:
            seen.add((one.symbol, one.printed_kind))
            yield one


def days_that_are_none(paper: Paper) -> Iterator[Finding]:
    """The day of a cited document is in no calendar: ngày 31/02/2024. The param `text` holds the words."""
    for remark in paper.remarks:
        if remark.kind is RemarkKind.NO_DAY_CITED:
            params = Parameters({"text": remark.words})
            code, error = "citation.not-a-date", Severity.ERROR
            yield Finding(code=code, severity=error, subject="citations", params=params, span=remark.span)


def days_to_come(paper: Paper) -> Iterator[Finding]:
    """A cited document is dated after the paper that cites it.

    The params hold `symbol`, `stated`, its day, and `limit`, the paper's day; where the paper says none, the last day of a
    plan's period, and four months after a report's.
    """
    limit = _latest(paper)
    if limit is None:
        return
    told: set[tuple[str, date]] = set()
    for one in paper.citations:
        day = one.issued_on
        if day and day > limit and (one.symbol, day) not in told:
            told.add((one.symbol, day))
            params = Parameters({"symbol": one.symbol, "stated": day, "limit": limit})
            yield _about("citation.later-than-paper", Severity.ERROR, one, params)


def _latest(paper: Paper) -> date | None:
    """The last day on which a document may have been there to be cited."""
    if paper.issued_on:
        return paper.issued_on
    if paper.period is None:
        return None
    return paper.period.end if paper.as_plan else paper.period.end + _AFTER_REPORT


def superseded(paper: Paper) -> Iterator[Finding]:
    """A document is cited as in force after another has replaced it, as far as the catalogue knows.

    The params hold `symbol`, `replaced_by` and `since`. Not accused: a paper issued or a period begun before that day, and a
    document that is cited for what became of it or of a time gone by (thay thế, sửa đổi, bãi bỏ, giai đoạn, tổng kết).
    """
    period = paper.period
    days = [day for day in (paper.issued_on, period.start if period else None) if day]
    if not days:
        return
    past = {remark.span for remark in paper.remarks if remark.kind is RemarkKind.PAST}
    told: set[str] = set()
    for one in paper.citations:
        known = paper.known.replaced.get(one.symbol)
        if known is None or one.symbol in told or _span(one) in past or min(days) < known.since:
            continue
        if known.issued_on is None or known.issued_on == one.issued_on:
            told.add(one.symbol)
            params = Parameters({"symbol": one.symbol, "replaced_by": known.replaced_by, "since": known.since})
            yield _about("citation.superseded", Severity.WARNING, one, params)


def _span(one: Citation) -> Span | None:
    return one.source.span if one.source else None


def _about(code: str, severity: Severity, one: Citation, params: Parameters) -> Finding:
    return Finding(code=code, severity=severity, subject="citations", params=params, citation=one, span=_span(one))


CITATIONS = RuleSet(
    name="citations",
    rules=(
        Rule(code="citation.date-conflict", check=dates_that_conflict, basis=(_DECREE,)),
        Rule(code="citation.title-conflict", check=titles_that_conflict, basis=(_DECREE,)),
        Rule(code="citation.symbol-mismatch", check=symbols_that_do_not_fit, basis=(_DECREE, _LAW)),
        Rule(code="citation.symbol-year", check=years_that_do_not_fit, basis=(_DECREE, _LAW)),
        Rule(code="citation.not-a-date", check=days_that_are_none, basis=(_DECREE,)),
        Rule(code="citation.later-than-paper", check=days_to_come),
        Rule(code="citation.superseded", check=superseded, basis=(_LAW,)),
    ),
)
