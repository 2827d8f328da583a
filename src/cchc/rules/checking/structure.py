"""Checks of how a paper is put together (thể thức, kết cấu): its numbers, the year it calls itself by, blanks, annexes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from cchc.model import Finding, Numbered, Numbering, Parameters, PeriodKind, Remark, RemarkKind, Severity, Span
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.rule import Need, Rule, RuleSet
from cchc.rules.checking.sequences import Slip, SlipKind, find_slips

__all__ = ["STRUCTURE"]

_DECREE = "Nghị định 30/2020/NĐ-CP, Phụ lục I"
_MOST_LETTERS_SKIPPED = 3
_EARLY = 8
"""Plans of a year are made from the autumn before."""


def repeated_number(paper: Paper) -> Iterator[Finding]:
    """A number of a section, an item or a table row is printed twice in one list: II, II, III or a second 2.79.

    The params hold `number` as printed, its `title`, and `after`, the number before it. A list that begins again or lies within
    another is not accused, nor a letter that a scan may have changed. Error where the list goes on from it, else a warning.
    """
    return _numbered_wrongly(paper, SlipKind.REPEATED)


def skipped_number(paper: Paper) -> Iterator[Finding]:
    """A number is missing in a list: 7 and then 10, d) and then g).

    The params hold `number`, its `title`, `after`, the number before it, and `missing`, how many are left out. A list that
    begins elsewhere than with 1 is not accused, nor one that leaves out đ as some offices do. Error where the list goes on.
    """
    return _numbered_wrongly(paper, SlipKind.SKIPPING)


def misordered_number(paper: Paper) -> Iterator[Finding]:
    """A number stands where another should: 1, 2, 8, 4 or two neighbours exchanged.

    The params hold `number` as printed, its `title`, and `after`, the number before it.
    """
    return _numbered_wrongly(paper, SlipKind.MISPLACED)


def _numbered_wrongly(paper: Paper, kind: SlipKind) -> Iterator[Finding]:
    told: set[tuple[str, Span | None]] = set()
    counted = sorted((one for one in paper.numbering if one.of is not Numbering.ANNEX), key=_series)
    for _, listed in groupby(counted, _series):
        numbers = tuple(listed)
        most = {"lasts": _MOST_LETTERS_SKIPPED} if numbers[0].of is Numbering.LETTER else {}
        for slip in find_slips([one.order for one in numbers], **most):
            one = numbers[slip.at]
            if slip.kind is kind and _is_proven(numbers, slip) and (one.code, one.span) not in told:
                told.add((one.code, one.span))
                yield _wrong_number(numbers, slip)


def _series(one: Numbered) -> int:
    return one.series


def _is_proven(numbers: Sequence[Numbered], slip: Slip) -> bool:
    """Whether a slip is the paper's: not a list within a list, nor a letter that a scan has changed."""
    one, before = numbers[slip.at], numbers[slip.at - 1]
    if one.worn:
        return one.of is Numbering.SECTION and slip.again
    first_again = slip.kind is SlipKind.REPEATED and one.order == 1 and (slip.again or not slip.sure)
    return not (first_again and (one.of is Numbering.ROW or before.heads))


def _wrong_number(numbers: Sequence[Numbered], slip: Slip) -> Finding:
    one, before = numbers[slip.at], numbers[slip.at - 1]
    params: dict[str, str | int] = {"number": one.code, "after": before.code, "title": one.title}
    if slip.kind is SlipKind.SKIPPING:
        params["missing"] = one.order - slip.expected
    where = "tasks" if one.of is Numbering.ROW else "sections"
    return Finding(
        code=_CODES[slip.kind],
        severity=Severity.ERROR if slip.sure else Severity.WARNING,
        subject=f"{where}/{one.code}",
        params=Parameters(params),
        span=one.span,
    )


_CODES = {
    SlipKind.REPEATED: "structure.duplicate-number",
    SlipKind.SKIPPING: "structure.skipped-number",
    SlipKind.MISPLACED: "structure.misordered-number",
}


def another_year(paper: Paper) -> Iterator[Finding]:
    """A plan or a report of one year calls itself by another: in its preamble, its last sentence or a heading of its targets.

    The params hold `stated`, the year printed, `period`, that of the title, and `text`. What tells of last year's results, of
    another plan, of a baseline or, in a report, of the year to come is not accused.
    """
    period = paper.period
    if period is None or period.kind is PeriodKind.SPAN:
        return
    for remark in _of_kind(paper, RemarkKind.OWN_YEAR):
        if remark.year != period.year:
            params = Parameters({"stated": str(remark.year), "period": period.code, "text": remark.words})
            code, error = "structure.year-slip", Severity.ERROR
            yield Finding(code=code, severity=error, subject="text", params=params, span=remark.span)


def another_years_day(paper: Paper) -> Iterator[Finding]:
    """The day of the paper does not fit its period: a report before its period began, a plan long before or after its year.

    The params hold `stated`, the day printed, and `period`. A plan may be issued from the autumn before its year to its end.
    """
    period, day = paper.period, paper.issued_on
    if period is None or day is None or period.kind is PeriodKind.SPAN:
        return
    early = day < period.start if paper.as_report else (day.year, day.month) <= (period.year - 1, _EARLY)
    late = paper.as_plan is not None and day > period.end
    if early or late:
        params = Parameters({"stated": day, "period": period.code})
        yield Finding(code="structure.day-slip", severity=Severity.WARNING, subject="text", params=params)


def blank_field(paper: Paper) -> Iterator[Finding]:
    """A place was left to be filled in and is empty: đạt ...%, .../... hồ sơ, số /KH-UBND.

    The param `text` holds the words. Forms in an annex are not accused, nor a draft whose own number and day are both blank;
    where only one of them is, it is information.
    """
    for remark in _of_kind(paper, RemarkKind.BLANK, RemarkKind.OWN_BLANK):
        severity = Severity.WARNING if remark.kind is RemarkKind.BLANK else Severity.INFO
        yield _said("structure.blank-field", severity, remark)


def no_day(paper: Paper) -> Iterator[Finding]:
    """A day that no calendar has: ngày 31/6/2025, ngày 29/02/2023.

    The param `text` holds the words. The day of a cited document is told under ``citation.not-a-date``.
    """
    for remark in _of_kind(paper, RemarkKind.NO_DAY):
        yield _said("structure.not-a-date", Severity.ERROR, remark)


def _said(code: str, severity: Severity, remark: Remark) -> Finding:
    return Finding(code=code, severity=severity, subject="text", params=Parameters({"text": remark.words}), span=remark.span)


def missing_annex(paper: Paper) -> Iterator[Finding]:
    """The text promises an annex that is not in the paper.

    The params hold `annex`, its number (empty where it has none), and `text`. A warning where other annexes are there with
    their numbers, else information, for the annex may be kept in a file of its own. An annex of another document is not
    accused, nor a paper whose end is not there, nor one whose annexes have no numbers.
    """
    present = [one.order for one in paper.numbering if one.of is Numbering.ANNEX]
    has_table = paper.as_plan is not None and bool(paper.as_plan.tasks)
    told: set[int] = set()
    for remark in _of_kind(paper, RemarkKind.ANNEX):
        absent = remark.order not in present if all(present) and present else not present and not has_table
        if absent and (remark.order or not present) and remark.order not in told:
            told.add(remark.order)
            params = Parameters({"annex": str(remark.order or ""), "text": remark.words})
            severity = Severity.WARNING if present else Severity.INFO
            yield Finding(code="structure.missing-annex", severity=severity, subject="annexes", params=params, span=remark.span)


def _of_kind(paper: Paper, *kinds: RemarkKind) -> Iterable[Remark]:
    return (remark for remark in paper.remarks if remark.kind in kinds)


STRUCTURE = RuleSet(
    name="structure",
    rules=(
        Rule(code="structure.duplicate-number", check=repeated_number, basis=(_DECREE,)),
        Rule(code="structure.skipped-number", check=skipped_number, basis=(_DECREE,)),
        Rule(code="structure.misordered-number", check=misordered_number, basis=(_DECREE,)),
        Rule(code="structure.year-slip", check=another_year, needs=(Need.PERIOD,)),
        Rule(code="structure.day-slip", check=another_years_day, needs=(Need.PERIOD,)),
        Rule(code="structure.blank-field", check=blank_field, basis=(_DECREE,)),
        Rule(code="structure.not-a-date", check=no_day),
        Rule(code="structure.missing-annex", check=missing_annex, basis=(_DECREE,)),
    ),
)
