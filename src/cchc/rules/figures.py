"""The figures that reports give for an indicator, and how those of several agencies become one (số liệu tổng hợp).

Parts are summed and wholes are summed; percentages are never averaged. The latest figure holds: by the day it speaks of, then
by the longer period that ends there (a year before its last quarter), then by the day it became known.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, reduce
from types import MappingProxyType

from attrs import field, frozen

from cchc.model.absent import Absent
from cchc.model.measurement import Measurement
from cchc.model.period import Period
from cchc.model.quantity import Count, Money, Percent, Quantity, Ratio
from cchc.model.report import Report
from cchc.model.rounding import EXACTLY
from cchc.rules.names import name_key, unit_key
from cchc.rules.periods import stated_period

__all__ = ["Chosen", "Figure", "KnownFigures", "Value", "choose", "combined"]

Value = Quantity | Absent | bool | str
"""What a measurement may hold."""


@frozen(kw_only=True)
class Figure:
    """A measurement as a report brought it, with the agency and the period it is taken to speak of."""

    measurement: Measurement
    agency: str
    period: Period
    known_on: date

    @property
    def ends(self) -> date:
        """The last day of its period."""
        return _days(self.period)[1]

    @property
    def on(self) -> date:
        """The day the figure speaks of."""
        return self.measurement.as_of or self.ends

    @property
    def reaches(self) -> date:
        """The last day it can stand for: its own, or the end of its period where it closes in the last month of that.

        The figures of a year close before the year does (14/12), so that the report can be in by its end.
        """
        return max(self.on, self.ends) if self.on >= self.ends.replace(day=1) else self.on

    @property
    def recency(self) -> tuple[date, int, date]:
        """The later, the more recent."""
        return self.on, -_days(self.period)[0].toordinal(), self.known_on


@lru_cache(maxsize=1024)
def _days(period: Period) -> tuple[date, date]:
    """The bounds of a period, which thousands of figures share."""
    return period.start, period.end


@frozen(kw_only=True)
class KnownFigures:
    """Every figure known by the close of a day, found by the name of its indicator."""

    _by_name: Mapping[str, tuple[Figure, ...]] = field(alias="by_name", factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, reports: Iterable[Report], *, as_of: date) -> "KnownFigures":
        """The figures of the reports known by `as_of`, in an order that is not the reports'."""
        found: dict[str, list[Figure]] = {}
        for report in reports:
            if report.known_on <= as_of:
                for measurement in report.measurements:
                    figure = Figure(
                        measurement=measurement,
                        agency=measurement.agency or report.agency,
                        period=measurement.period or stated_period(report.period, "report.period"),
                        known_on=report.known_on,
                    )
                    found.setdefault(name_key(measurement.indicator), []).append(figure)
        by_name = {name: tuple(sorted(figures, key=_stable)) for name, figures in found.items()}
        return cls(by_name=MappingProxyType(by_name))

    @property
    def indicators(self) -> tuple[tuple[str, int], ...]:
        """Each indicator as a report writes it, and how many figures there are of it, in a stable order."""
        return tuple(
            (min(figure.measurement.indicator for figure in figures), len(figures))
            for _, figures in sorted(self._by_name.items())
        )

    def named(self, *names: str) -> tuple[Figure, ...]:
        """The figures of the indicators called so."""
        return tuple(figure for key in dict.fromkeys(map(name_key, names)) for figure in self._by_name.get(key, ()))


def _stable(figure: Figure) -> tuple[str, str, date, date, str, str]:
    agency, period = figure.agency, figure.period.code
    return name_key(agency), period, figure.on, figure.known_on, repr(figure.measurement), agency


def _meaning(value: Value) -> tuple[object, object]:
    """What makes two statements of one value the same: 98 % is 49 of 50, but a count of 1 is no rank 1."""
    return (Ratio, value.fraction) if isinstance(value, Percent | Ratio) else (type(value), value)


def _newest(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The most recent figures of one agency: one, or several that differ and of which nothing says which is right.

    Of a ratio and its percentage the ratio is kept, since it can be summed.
    """
    last = max(figure.recency for figure in figures)
    recent = [figure for figure in figures if figure.recency == last]
    recent.sort(key=lambda figure: isinstance(figure.measurement.value, Ratio))
    return tuple({_meaning(figure.measurement.value): figure for figure in recent}.values())


_STRONGER = (Absent.UNREPORTED, Absent.NOT_DUE, Absent.UNDEFINED, Absent.NOT_APPLICABLE)


def combined(values: Iterable[Value]) -> Value | None:
    """One value of several agencies' values, or None where they cannot be combined.

    Ratios over the same whole, counts of the same thing and money are summed; yes-or-no holds when it holds for all; absent
    values add nothing to what is there, and of nothing but absences the one that leaves most open holds.
    """
    given = tuple(values)
    there = tuple(value for value in given if not isinstance(value, Absent))
    if not there:
        return min((value for value in given if isinstance(value, Absent)), key=_STRONGER.index, default=Absent.UNREPORTED)
    if len(there) == 1:
        return there[0]
    return _summed(there)


def _summed(values: tuple[Value, ...]) -> Value | None:
    if all(isinstance(value, bool) for value in values):
        return all(values)
    ratios = [value for value in values if isinstance(value, Ratio)]
    counts = [value for value in values if isinstance(value, Count)]
    amounts = [value for value in values if isinstance(value, Money)]
    if len(ratios) == len(values) and len({ratio.of for ratio in ratios}) == 1:
        return Ratio.combined(ratios)
    if len(counts) == len(values) and len({unit_key(count.unit) for count in counts}) == 1:
        return Count(sum(count.value for count in counts), counts[0].unit)
    if len(amounts) == len(values):
        return Money(reduce(EXACTLY.add, (amount.value for amount in amounts)))
    return None


def _latest(figures: Iterable[Figure]) -> dict[str, tuple[Figure, ...]]:
    """The newest figures of each agency, for the period that the newest of them all speaks of.

    Agencies without a figure for that period or that day have an empty tuple: their older figures are not mixed in.
    """
    by_agency: dict[str, list[Figure]] = {}
    for figure in figures:
        by_agency.setdefault(name_key(figure.agency), []).append(figure)
    top = max((figure for each in by_agency.values() for figure in each), key=lambda figure: figure.recency)
    same = {key: [f for f in each if f.period == top.period or f.on == top.on] for key, each in by_agency.items()}
    return {key: _newest(each) if each else () for key, each in same.items()}


@frozen(kw_only=True)
class Chosen:
    """The value that the figures of one indicator make, and the figures it is made of.

    `value` is None where they make none, and `problem` is then the code of a finding. `silent` names the agencies that have
    reported before and have nothing to add to this value.
    """

    value: Value | None
    figures: tuple[Figure, ...]
    silent: tuple[str, ...] = ()
    problem: str = ""


def _one_agency(figures: Sequence[Figure]) -> Chosen:
    recent = _newest(figures)
    if len(recent) > 1:
        return Chosen(value=None, figures=recent, problem="target.conflicting-figures")
    return Chosen(value=recent[0].measurement.value, figures=recent)


def _all_agencies(figures: Sequence[Figure]) -> Chosen:
    by_agency = _latest(figures)
    used = tuple(figure for recent in by_agency.values() for figure in recent)
    if any(len(recent) > 1 for recent in by_agency.values()):
        return Chosen(value=None, figures=used, problem="target.conflicting-figures")
    value = combined(figure.measurement.value for figure in used)
    names = {name_key(figure.agency): figure.agency for figure in reversed(figures)}
    silent = tuple(
        names[key]
        for key, recent in by_agency.items()
        if not recent or (value is not Absent.UNREPORTED and recent[0].measurement.value is Absent.UNREPORTED)
    )
    return Chosen(value=value, figures=used, silent=silent, problem="" if value is not None else "target.not-combinable")


def choose(figures: Iterable[Figure], agency: str = "") -> Chosen:
    """The value of at least one figure: the plan's own agency's, since it has counted the whole, else that of all the parts.

    An own figure that says "not reported" says nothing of the parts.
    """
    own: list[Figure] = []
    parts: list[Figure] = []
    for figure in figures:
        (own if agency and name_key(figure.agency) == name_key(agency) else parts).append(figure)
    if own:
        chosen = _one_agency(own)
        if chosen.value is not Absent.UNREPORTED or not parts:
            return chosen
    return _all_agencies(parts)
