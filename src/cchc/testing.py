"""Hypothesis strategies for every noun of the model, for tests of tools that stand on it (extra `testing`).

What is drawn is valid and in the form the library gives its input: composed (NFC) text with single spaces, exact numbers,
unique ids. It shrinks to what a clerk would call the plainest case: 0, ``A``, the first of January 2020, no source.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from cchc.model.errors import MissingExtra

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ImportError:
    raise MissingExtra("testing") from None

from cchc import model
from cchc.model.citation import DOCUMENT_KINDS
from cchc.model.rounding import EXACTLY
from cchc.model.text import plain

__all__ = [
    "absents", "agencies", "amounts", "areas", "calendars", "citations", "claims", "codes", "compounds", "counts", "days",
    "duties", "exact_numbers", "findings", "indicators", "measurements", "money", "numbered", "parameters", "percents",
    "periods", "plans", "points", "printed_figures", "progress", "quantities", "ranks", "ratios", "recurrences", "regimes",
    "remarks", "reports", "requirements", "schedules", "sources", "spans", "special_days", "statements", "symbols",
    "targets", "task_events", "tasks", "vietnamese_text", "waivers", "windows",
]  # fmt: skip

_T = TypeVar("_T")
_LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"
)  # fmt: skip
_SIGNS = " 0123456789.,;:()/%&-–\"'\\"
_FIRST_DAY, _LAST_DAY = date(2020, 1, 1), date(2030, 12, 31)
_LARGEST = 10**9


def _optional(values: SearchStrategy[_T]) -> SearchStrategy[_T | None]:
    return st.none() | values


def _several(values: SearchStrategy[_T], *, least: int = 0, most: int = 3) -> SearchStrategy[tuple[_T, ...]]:
    return st.lists(values, min_size=least, max_size=most).map(tuple)


def _words(longest: int = 20) -> SearchStrategy[str]:
    """Vietnamese text or none at all."""
    return st.text(_LETTERS + _SIGNS, max_size=longest).map(plain)


def vietnamese_text(*, longest: int = 20) -> SearchStrategy[str]:
    """Text of one to `longest` characters: words of Vietnamese letters, figures, marks, quotes and a backslash."""
    return _words(longest).map(lambda text: text or "A")


def days(first: date = _FIRST_DAY, last: date = _LAST_DAY) -> SearchStrategy[date]:
    """Days from `first` to `last`, both included."""
    return st.integers(0, (last - first).days).map(lambda after: first + timedelta(days=after))


def _bounds() -> SearchStrategy[tuple[date, date]]:
    return st.tuples(days(), days()).map(lambda pair: (min(pair), max(pair)))


def exact_numbers(least: int = 0, most: int = _LARGEST, *, places: int = 3) -> SearchStrategy[Decimal]:
    """Decimals from `least` to `most` with at most `places` decimals."""

    def with_places(n: int) -> SearchStrategy[Decimal]:
        return st.integers(least * 10**n, most * 10**n).map(lambda scaled: EXACTLY.scaleb(Decimal(scaled), -n))

    return st.integers(0, places).flatmap(with_places)


def percents(least: int = 0, most: int = 100) -> SearchStrategy[model.Percent]:
    """Percentages, from 0 to 100 unless told otherwise."""
    return exact_numbers(least, most).map(model.Percent)


def ratios(*, of: str | None = None) -> SearchStrategy[model.Ratio]:
    """Ratios, 0/0 among them; all with the one denominator `of` where it is given."""
    number = st.integers(0, _LARGEST) | exact_numbers()
    return st.builds(model.Ratio, number, number, of=_words() if of is None else st.just(of))


def counts() -> SearchStrategy[model.Count]:
    """Counts of things, whose name no figure opens."""
    things = _words().filter(lambda name: not name[:1].isdigit())
    return st.builds(model.Count, st.integers(0, _LARGEST), things)


def money() -> SearchStrategy[model.Money]:
    """Amounts of money, owed ones among them."""
    return exact_numbers(-(10**15), 10**15, places=2).map(model.Money)


def points() -> SearchStrategy[model.Points]:
    """Points of a scorecard, deductions among them."""
    return exact_numbers(-100, 100, places=4).map(model.Points)


def ranks() -> SearchStrategy[model.Rank]:
    """Places among others, with how many were ranked or without."""
    known = st.tuples(st.integers(1, 100), st.integers(0, 100)).map(lambda pair: model.Rank(pair[0], pair[0] + pair[1]))
    return st.integers(1, 100).map(model.Rank) | known


def quantities() -> SearchStrategy[model.Quantity]:
    """Quantities of all six kinds."""
    return st.one_of(counts(), percents(), ratios(), points(), ranks(), money())


def absents() -> SearchStrategy[model.Absent]:
    """Reasons for there being no value."""
    return st.sampled_from(model.Absent)


def areas() -> SearchStrategy[model.Area]:
    """Areas of reform."""
    return st.sampled_from(model.Area)


def periods(*kinds: model.PeriodKind) -> SearchStrategy[model.Period]:
    """Periods of the given kinds, of any kind when none is given."""
    year = st.integers(2015, 2035)
    made: dict[model.PeriodKind, SearchStrategy[model.Period]] = {
        model.PeriodKind.YEAR: year.map(model.Period.of_year),
        model.PeriodKind.MONTH: st.builds(model.Period.month, year, st.integers(1, 12)),
        model.PeriodKind.QUARTER: st.builds(model.Period.quarter, year, st.integers(1, 4)),
        model.PeriodKind.HALF: st.builds(model.Period.half, year, st.integers(1, 2)),
        model.PeriodKind.NINE_MONTHS: year.map(model.Period.nine_months),
        model.PeriodKind.SPAN: st.tuples(year, st.integers(1, 10)).map(lambda pair: model.Period.span(pair[0], sum(pair))),
    }
    return st.one_of(*(made[kind] for kind in kinds or made))


def codes(*, depth: int = 4) -> SearchStrategy[model.Code]:
    """Codes of one to `depth` segments: numbers, Roman numerals, letters."""
    segment = st.one_of(
        st.integers(1, 30).map(str),
        st.sampled_from(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XIV")),
        st.sampled_from("abcdđeêghiklmnoôơpqrstuưvxyABCDĐ"),
    )
    return _several(segment, least=1, most=depth).map(model.Code)


def symbols() -> SearchStrategy[model.Symbol]:
    """Numbers and symbols of documents, in all the shapes there are."""
    number = st.integers(1, 9999).map("{:02}".format) | st.sampled_from(("12a", "04b"))
    kind = st.sampled_from(sorted(DOCUMENT_KINDS))
    year = st.integers(2015, 2030)
    issuer = st.sampled_from(("UBND", "HĐND", "BNV", "CP", "TTg", "SNV", "BCĐ", "BTP-BTC"))
    assembly = st.builds("{}{}".format, st.sampled_from(("QH", "UBTVQH")), st.integers(10, 20))
    unit = st.builds("{}-{}".format, st.sampled_from(("UBND", "BNV", "SNV")), st.sampled_from(("VP", "CCHC", "CCHC&VTLT")))
    printed = st.one_of(
        st.builds("{}/{}-{}".format, number, kind, issuer),
        st.builds("{}/{}/{}-{}".format, number, year, kind, issuer),
        st.builds("{}/{}/{}".format, number, year, assembly),
        st.builds("{}-{}/{}".format, number, kind, st.sampled_from(("TW", "TU"))),
        st.builds("{}/{}".format, number, unit),
    )
    return printed.map(model.Symbol.parse)


def spans() -> SearchStrategy[model.Span]:
    """Stretches of a text."""
    stretch = st.tuples(st.integers(0, 10_000), vietnamese_text())
    return stretch.map(lambda found: model.Span(start=found[0], end=found[0] + len(found[1]), text=found[1]))


def sources() -> SearchStrategy[model.Source]:
    """Places that values come from."""
    return st.builds(model.Source, document=_words(), place=_words(), span=_optional(spans()))


def citations() -> SearchStrategy[model.Citation]:
    """Documents as they are cited."""
    return st.builds(
        model.Citation,
        symbol=symbols().map(str),
        issued_on=_optional(days()),
        title=_words(),
        printed_kind=_words(),
        source=_optional(sources()),
    )


def windows() -> SearchStrategy[model.Window]:
    """Windows of time, one side of them open now and then."""
    closed = _bounds().map(lambda pair: {"start": pair[0], "end": pair[1]})
    half_open = days().map(lambda day: {"start": day}) | days().map(lambda day: {"end": day})
    return st.builds(lambda bounds, subject: model.Window(**bounds, subject=subject), closed | half_open, _words())


def recurrences() -> SearchStrategy[model.Recurring]:
    """What comes again and again, with its day where one is said."""
    month_days = _several(days(date(2024, 1, 1), date(2024, 12, 31)).map("{:%m-%d}".format), least=1)
    months = st.lists(st.integers(1, 12), unique=True, min_size=1, max_size=3).map(lambda some: tuple(sorted(some)))
    return st.one_of(
        st.builds(model.Recurring, frequency=st.sampled_from(model.Frequency), subject=_words()),
        st.builds(model.Recurring, frequency=st.just(model.Frequency.MONTHLY), day=st.integers(1, 31), subject=_words()),
        st.builds(model.Recurring, frequency=st.just(model.Frequency.YEARLY), due=month_days, subject=_words()),
        st.builds(model.Recurring, frequency=st.just(model.Frequency.YEARLY), months=months, subject=_words()),
    )


def compounds(parts: SearchStrategy[model.Schedule]) -> SearchStrategy[model.Compound]:
    """Schedules made of two or three others."""
    return st.builds(model.Compound, operator=st.sampled_from(model.Operator), parts=_several(parts, least=2), subject=_words())


def schedules() -> SearchStrategy[model.Schedule]:
    """Schedules of every kind, compound ones within compound ones among them."""
    lone: SearchStrategy[model.Schedule] = st.one_of(
        st.builds(model.Continuous, subject=_words()),
        windows(),
        st.builds(model.Deadline, due=days(), subject=_words()),
        recurrences(),
        st.builds(model.Conditional, trigger=_words(), subject=_words()),
    )
    return st.recursive(lone, compounds, max_leaves=4)


def amounts() -> SearchStrategy[model.Amount]:
    """Numbers with their unit."""
    return st.builds(model.Amount, exact_numbers(), _words())


def requirements() -> SearchStrategy[model.Requirement]:
    """Requirements of every kind."""
    unit = st.sampled_from(("%", "", "đơn vị"))
    bounds: tuple[Callable[[Decimal, str], model.Requirement], ...] = (
        model.AtLeast, model.MoreThan, model.AtMost, model.LessThan, model.Exactly,
    )  # fmt: skip
    pair = st.tuples(exact_numbers(), exact_numbers()).map(sorted)
    places = st.tuples(st.integers(1, 60), st.integers(1, 60)).map(sorted)
    change = {
        "value": _optional(exact_numbers()), "unit": unit, "baseline": _words(), "equivalent": _optional(amounts()),
    }  # fmt: skip
    kinds: tuple[SearchStrategy[model.Requirement], ...] = (
        st.just(model.Complete()),
        st.just(model.Qualitative()),
        st.builds(lambda bound, value, unit: bound(value, unit), st.sampled_from(bounds), exact_numbers(), unit),
        st.builds(lambda found, unit: model.Between(least=found[0], most=found[1], unit=unit), pair, unit),
        st.builds(model.ReduceBy, **change),
        st.builds(model.IncreaseBy, **change),
        st.integers(1, 60).map(model.RankWithin),
        st.builds(lambda found, base: model.RankUp(least=found[0], most=found[1], baseline=base), places, _words()),
    )
    return st.one_of(kinds)


def targets() -> SearchStrategy[model.Target]:
    """Targets of a plan."""
    return st.builds(
        model.Target, id=codes(depth=2).map(str), indicator=vietnamese_text(), requirement=requirements(), text=_words(),
        area=_optional(areas()), scope=_words(), exclusion=_words(), aspiration=st.booleans(), accumulates=st.booleans(),
        due=_optional(days()), source=_optional(sources()),
    )  # fmt: skip


def tasks() -> SearchStrategy[model.Task]:
    """Tasks of a plan."""
    names = _several(vietnamese_text(), most=2)
    code = st.just("") | codes(depth=2).map(str)
    return st.builds(
        model.Task, number=st.integers(1, 200), title=vietnamese_text(), area=_optional(areas()), code=code, group_code=code,
        group_title=_words(), deliverables=names, lead=names, coordinating=names, schedule=schedules(),
        schedule_text=_words(), source=_optional(sources()),
    )  # fmt: skip


def task_events(task: int | None = None) -> SearchStrategy[model.TaskEvent]:
    """What happens to tasks, to the one with the number `task` where it is given."""
    number = st.integers(1, 200) if task is None else st.just(task)

    def on(pair: tuple[date, date]) -> SearchStrategy[model.TaskEvent]:
        return st.builds(
            model.TaskEvent, task=number, milestone=st.sampled_from(model.Milestone),
            on=st.just(pair[0]), recorded_on=_optional(st.just(pair[1])), agency=_words(), subject=_words(),
            period=_optional(periods()), due=_optional(days()), evidence=_words(), source=_optional(sources()),
        )  # fmt: skip

    return _bounds().flatmap(on)


def progress() -> SearchStrategy[model.Progress]:
    """Progress of the tasks of a plan."""
    return st.builds(model.Progress, note=_words(), plan=_words(), events=_several(task_events()))


def duties() -> SearchStrategy[model.Duty]:
    """What agencies owe under a plan."""
    return st.builds(
        model.Duty, agency=vietnamese_text(), text=_words(), area=_optional(areas()), due=_optional(days()),
        source=_optional(sources()),
    )  # fmt: skip


def plans() -> SearchStrategy[model.Plan]:
    """Plans, their target ids and task numbers unique."""
    return st.builds(
        model.Plan, title=vietnamese_text(), period=periods(), agency=_words(), symbol=st.just("") | symbols().map(str),
        issued_on=_optional(days()), targets=st.lists(targets(), unique_by=lambda t: t.id, max_size=3).map(tuple),
        tasks=st.lists(tasks(), unique_by=lambda t: t.number, max_size=4).map(tuple), duties=_several(duties(), most=2),
        citations=_several(citations(), most=2),
    )  # fmt: skip


def measurements() -> SearchStrategy[model.Measurement]:
    """Measurements of every kind of value: quantities, yes or no, labels, absences."""
    value = st.one_of(quantities(), absents(), st.booleans(), vietnamese_text())
    return st.builds(
        model.Measurement, indicator=vietnamese_text(), value=value, agency=_words(), period=_optional(periods()),
        as_of=_optional(days()), qualifier=_words(), source=_optional(sources()),
    )  # fmt: skip


def statements() -> SearchStrategy[model.Statement]:
    """Statements of a report."""
    return st.builds(
        model.Statement,
        text=vietnamese_text(),
        kind=st.sampled_from(model.StatementKind),
        area=_optional(st.sampled_from(model.Area)),
        source=_optional(sources()),
    )


def reports() -> SearchStrategy[model.Report]:
    """Reports of agencies."""
    return st.builds(
        model.Report, period=periods(), agency=vietnamese_text(), title=_words(),
        symbol=st.just("") | symbols().map(str), issued_on=_optional(days()),
        received_on=_optional(days()), measurements=_several(measurements()),
        statements=_several(statements()), citations=_several(citations(), most=2),
    )  # fmt: skip


def parameters() -> SearchStrategy[model.Parameters]:
    """Typed parameters of a finding."""
    value = st.one_of(
        vietnamese_text(), st.integers(), st.booleans(), days(), exact_numbers(), quantities(),
        _several(vietnamese_text(), least=1), _several(st.integers(), least=1), _several(exact_numbers(), least=1),
    )  # fmt: skip
    name = st.sampled_from(("inputs", "stated", "computed", "number", "first", "second"))
    return st.dictionaries(name, value, max_size=3).map(model.Parameters)


def findings() -> SearchStrategy[model.Finding]:
    """Findings of a rule."""
    code = st.sampled_from(("arithmetic.ratio", "citation.date-conflict", "structure.duplicate-number", "task.no-lead"))
    return st.builds(
        model.Finding, code=code, severity=st.sampled_from(model.Severity), subject=st.integers(1, 200).map("tasks/{}".format),
        params=parameters(), citation=_optional(citations()), span=_optional(spans()),
    )  # fmt: skip


def printed_figures() -> SearchStrategy[model.PrintedFigure]:
    """Figures as they stand on paper."""
    return st.builds(
        model.PrintedFigure, value=exact_numbers(), unit=st.sampled_from(("hồ sơ", "%", "đồng", "")),
        step=st.sampled_from((1, "0.1", "0.01")), hedge=st.sampled_from(("", "gần", "trên")), label=_words(),
        span=_optional(spans()),
    )  # fmt: skip


def claims() -> SearchStrategy[model.Claim]:
    """What a paper says of its own figures, right or wrong."""
    one, some, span = printed_figures(), _several(printed_figures(), least=1), _optional(spans())
    pairs = st.lists(st.tuples(one, one), min_size=1, max_size=3).map(lambda found: tuple(zip(*found, strict=True)))
    return st.one_of(
        st.builds(model.Share, part=one, wholes=some, stated=one, named=st.booleans(), span=span),
        st.builds(model.Breakdown, total=one, parts=some, complete=st.booleans(), span=span),
        st.builds(model.Change, before=one, after=one, change=one, upwards=st.booleans(), span=span),
        st.builds(model.Restatement, first=one, again=one, span=span),
        pairs.flatmap(
            lambda found: st.builds(
                model.Shares, parts=st.just(found[0]), stated=st.just(found[1]), shared_out=st.booleans(), span=span
            )
        ),
    )


def numbered() -> SearchStrategy[model.Numbered]:
    """Numbered sections, rows and annexes."""
    return st.integers(1, 30).flatmap(
        lambda order: st.builds(
            model.Numbered,
            code=st.just(str(order)),
            order=st.just(order),
            series=st.integers(0, 9),
            of=st.sampled_from(model.Numbering),
            title=_words(),
            span=_optional(spans()),
        )
    )


def remarks() -> SearchStrategy[model.Remark]:
    """What a paper says in passing."""
    return st.builds(
        model.Remark, kind=st.sampled_from(model.RemarkKind), words=vietnamese_text(), year=st.integers(2015, 2035),
        order=st.integers(0, 9), span=_optional(spans()),
    )  # fmt: skip


def indicators() -> SearchStrategy[model.Indicator]:
    """Indicators of a catalogue."""
    signs = _several(_several(vietnamese_text(), least=1, most=2), least=1, most=2)
    return st.builds(
        model.Indicator, id=codes().map(str), name=vietnamese_text(), aliases=_several(vietnamese_text()),
        direction=st.sampled_from(model.Direction), unit=st.sampled_from(("%", "hồ sơ")), scope=_words(), signs=signs,
    )  # fmt: skip


def waivers() -> SearchStrategy[model.Waivers]:
    """Waivers of findings."""
    waiver = st.builds(
        model.Waiver, code=st.sampled_from(("arithmetic.ratio", "task.no-lead")), subject=vietnamese_text(),
        reason=vietnamese_text(), until=days(), words=_words(),
    )  # fmt: skip
    return st.builds(model.Waivers, note=_words(), waivers=_several(waiver))


def agencies() -> SearchStrategy[model.Agency]:
    """Agencies, some with their first or last day."""
    others = st.integers(1, 999).map("other-{}".format)

    def within(pair: tuple[date, date]) -> SearchStrategy[model.Agency]:
        return st.builds(
            model.Agency, id=st.integers(1, 999).map("agency-{}".format), name=vietnamese_text(),
            level=st.sampled_from(model.Level), parent=st.just("") | others, aliases=_several(vietnamese_text(), most=2),
            codes=_several(others.map("register:{}".format), most=2), valid_from=_optional(st.just(pair[0])),
            valid_to=_optional(st.just(pair[1])), successors=_several(others, most=2), citation=_words(),
            confidence=_words(),
        )  # fmt: skip

    return _bounds().flatmap(within)


def special_days(first: date = _FIRST_DAY, last: date = _LAST_DAY) -> SearchStrategy[model.SpecialDay]:
    """Days that the weekly rule does not decide."""
    return st.builds(
        model.SpecialDay, on=days(first, last), kind=st.sampled_from(model.DayKind), name=vietnamese_text(), document=_words(),
        confidence=_words(),
    )  # fmt: skip


def calendars(*, length: int = 400) -> SearchStrategy[model.Calendar]:
    """Calendars of at most `length` days with a few special ones."""

    def within(bounds: tuple[date, int]) -> SearchStrategy[model.Calendar]:
        first, last = bounds[0], bounds[0] + timedelta(days=bounds[1])
        return st.builds(
            model.Calendar, id=st.just("test"), first=st.just(first), last=st.just(last),
            days=st.lists(special_days(first, last), unique_by=lambda day: day.on, max_size=5).map(tuple),
            weekly_rest=st.sampled_from(((6, 7), (7,))), official_from=st.just(first), official_to=days(first, last),
        )  # fmt: skip

    return st.tuples(days(), st.integers(0, length - 1)).flatmap(within)


_CUTS = ((0, 1, 31), (1, 15, 14), (1, 1, 31))
_ONE_BY_ONE = frozenset(
    (
        model.ReportKind.FIRST_QUARTER,
        model.ReportKind.SECOND_QUARTER,
        model.ReportKind.THIRD_QUARTER,
        model.ReportKind.FOURTH_QUARTER,
    )
)


def regimes() -> SearchStrategy[model.Regime]:
    """Reporting regimes without a calendar, quarters together in some and one by one in others."""

    def rule(kind: model.ReportKind) -> SearchStrategy[model.RegimePeriod]:
        due: SearchStrategy[tuple[int, int]] = st.sampled_from(((0, 0), (20, 0), (0, 2)))
        return st.builds(
            lambda cut, due: model.RegimePeriod(
                kind=kind, from_months=cut[0], from_day=cut[1], to_day=cut[2], due_day=due[0], due_working_days=due[1]
            ),
            st.sampled_from(_CUTS),
            due,
        )

    apart = [kind for kind in model.ReportKind if kind is not model.ReportKind.QUARTER]
    together = [kind for kind in model.ReportKind if kind not in _ONE_BY_ONE]
    kinds = st.lists(st.sampled_from(apart), unique=True, max_size=4) | st.lists(
        st.sampled_from(together), unique=True, max_size=4
    )
    reports = kinds.flatmap(lambda some: st.tuples(*map(rule, some)))
    return st.builds(model.Regime, id=st.just("test"), title=_words(), reports=reports, citation=_words(), note=_words())
