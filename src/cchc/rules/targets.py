"""Whether a plan's targets are met (đánh giá mức độ hoàn thành chỉ tiêu), from the figures known on a day.

A target is met or missed at its date by a figure that reaches that date; before it, it is on track or at risk. Once the date
has come, an earlier figure decides only what cannot be undone; else the target is unreported until a later figure is in,
whether its value accumulates or may still rise and fall. Figures that cannot be used leave it unreported too. Each time a
finding says why. Words without a measure are left to a person.
"""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from cchc.model.absent import Absent
from cchc.model.errors import InvalidInput
from cchc.model.finding import Finding, Parameter, Parameters, Severity
from cchc.model.period import Period
from cchc.model.quantity import Quantity, Ratio
from cchc.model.rounding import exact
from cchc.model.target import Complete, IncreaseBy, RankUp, ReduceBy, Target
from cchc.model.text import plain
from cchc.rules.bounds import Bounds, bounds_of, number_in, unit_of
from cchc.rules.changes import Change, Unmoved, check_equivalent, moved
from cchc.rules.figures import Chosen, KnownFigures, choose
from cchc.rules.pace import pace_of, verdict_before_due
from cchc.rules.verdicts import TargetVerdict, Verdict

__all__ = ["judge_target"]

_ABSENT = {
    Absent.UNREPORTED: Verdict.UNREPORTED,
    Absent.NOT_APPLICABLE: Verdict.NOT_APPLICABLE,
    Absent.NOT_DUE: Verdict.NOT_DUE,
    Absent.UNDEFINED: Verdict.UNDEFINED,
}
_Judged = tuple[TargetVerdict, tuple[Finding, ...]]


@frozen(kw_only=True)
class _Matter:
    """A target with what is known of it on the day of judgement."""

    target: Target
    names: tuple[str, ...]
    figures: KnownFigures
    as_of: date
    plan_period: Period
    agency: str

    @property
    def due(self) -> date:
        return self.target.due or self.plan_period.end

    def current(self) -> Chosen | None:
        """The figures that speak of the plan's own period."""
        first, last = self.plan_period.start, self.plan_period.end
        found = [f for f in self.figures.named(*self.names) if first <= f.on <= last or first <= f.ends <= last]
        return choose(found, self.agency) if found else None

    def of(self, period: Period) -> Chosen | None:
        """The figures of a named period."""
        found = [figure for figure in self.figures.named(*self.names) if figure.period == period]
        return choose(found, self.agency) if found else None

    def finding(self, code: str, severity: Severity = Severity.WARNING, **params: Parameter) -> Finding:
        return Finding(code=code, severity=severity, subject=f"targets/{self.target.id}", params=Parameters(params))


def _too_early(matter: _Matter, seen: TargetVerdict, reach: date) -> _Judged | None:
    """The verdict where the date has come and the figures stop short of it; None where they reach it or there is time."""
    # No report on a plan speaks of days after the plan's last.
    if matter.as_of < matter.due or reach >= min(matter.due, matter.plan_period.end):
        return None
    found = matter.finding("target.early-figure", figure_on=reach, due=matter.due)
    return evolve(seen, verdict=Verdict.UNREPORTED), (found,)


def _weighed(matter: _Matter, seen: TargetVerdict, number: Fraction, bounds: Bounds, reach: date) -> _Judged:
    """The verdict on a number; `reach` is the last day that its figures can stand for."""
    target, as_of, due = matter.target, matter.as_of, matter.due
    on = min(seen.figure_on or as_of, as_of)
    pace = pace_of(target, bounds, start=matter.plan_period.start, due=due, on=on)
    verdict = verdict_before_due(number, bounds, pace)
    bound, gap = bounds.margin(number)
    weighed = evolve(
        seen,
        verdict=verdict,
        measured=exact(number),
        bound=exact(bound),
        gap=exact(gap),
        near_miss=bounds.look_met(number),
        pace=pace,
    )
    near: tuple[Finding, ...] = ()
    if weighed.near_miss and isinstance(weighed.bound, Decimal):
        near = (matter.finding("target.near-miss", bound=weighed.bound, unit=unit_of(target.requirement)),)
    if as_of < due:
        return weighed, near
    weighed = evolve(weighed, pace=None)
    if verdict in (Verdict.MET, Verdict.MISSED):
        return weighed, near
    if early := _too_early(matter, weighed, reach):
        return early[0], (*near, *early[1])
    return evolve(weighed, verdict=Verdict.MET if bounds.allow(number) else Verdict.MISSED), near


_AGAINST = re.compile(r"^so với\s+", re.IGNORECASE)


def _baseline_period(requirement: Change, plan_period: Period) -> Period | None:
    """The period a change is counted from: the one the text names ("so với năm 2023"), else the year before the plan."""
    named = _AGAINST.sub("", plain(requirement.baseline), count=1)
    try:
        return Period.parse(named) if named else Period.of_year(plan_period.start.year - 1)
    except InvalidInput:
        return None


def _changed(matter: _Matter, requirement: Change, seen: TargetVerdict, now: Quantity, bounds: Bounds, reach: date) -> _Judged:
    period = _baseline_period(requirement, matter.plan_period)
    chosen = matter.of(period) if period is not None else None
    seen = evolve(seen, baseline_period=period)
    unusable = evolve(seen, verdict=Verdict.UNREPORTED)
    before = None if chosen is None else chosen.value
    if before is None or isinstance(before, Absent | bool | str):
        return unusable, (matter.finding("target.no-baseline", baseline=period.code if period else requirement.baseline),)
    seen = evolve(seen, baseline=before)
    match moved(requirement, now, before):
        case Unmoved.AMBIGUOUS:
            return evolve(seen, verdict=Verdict.NEEDS_JUDGEMENT), (
                matter.finding("target.ambiguous-change", value=now, baseline=before, unit=unit_of(requirement)),
            )
        case Unmoved.NOTHING_BEFORE:
            return evolve(seen, verdict=Verdict.UNDEFINED), ()
        case Unmoved.UNIT:
            found = matter.finding(
                "target.unit-mismatch", Severity.ERROR, value=now, baseline=before, unit=unit_of(requirement)
            )
            return evolve(unusable, baseline=before), (found,)
        case change:
            weighed, findings = _weighed(matter, seen, change, bounds, reach)
            return weighed, (*check_equivalent(requirement, now, before, subject=f"targets/{matter.target.id}"), *findings)


def _completed(matter: _Matter, seen: TargetVerdict, reach: date, *, done: bool) -> _Judged:
    if done:
        return evolve(seen, verdict=Verdict.MET), ()
    if early := _too_early(matter, seen, reach):
        return early
    return evolve(seen, verdict=Verdict.MISSED if matter.as_of >= matter.due else Verdict.NOT_DUE), ()


def _valued(matter: _Matter, seen: TargetVerdict, chosen: Chosen, bounds: Bounds) -> _Judged:
    """The verdict on what was reported, whatever it is."""
    value, requirement = chosen.value, matter.target.requirement
    if value is None:
        agencies = tuple(figure.agency for figure in chosen.figures)
        return evolve(seen, verdict=Verdict.UNREPORTED), (matter.finding(chosen.problem, agencies=agencies),)
    if isinstance(value, Ratio) and isinstance(value.fraction, Absent):
        return evolve(seen, verdict=_ABSENT[value.fraction]), ()
    if isinstance(value, Absent):
        return evolve(seen, verdict=_ABSENT[value]), ()
    reach = min(figure.reaches for figure in chosen.figures)
    if isinstance(value, bool) and isinstance(requirement, Complete):
        return _completed(matter, seen, reach, done=value)
    if isinstance(requirement, ReduceBy | IncreaseBy | RankUp) and not isinstance(value, bool | str):
        return _changed(matter, requirement, seen, value, bounds, reach)
    number = None if isinstance(value, bool | str) else number_in(value, unit_of(requirement))
    if number is None:
        found = matter.finding("target.unit-mismatch", Severity.ERROR, value=value, unit=unit_of(requirement))
        return evolve(seen, verdict=Verdict.UNREPORTED), (found,)
    return _weighed(matter, seen, number, bounds, reach)


def _judged(matter: _Matter) -> _Judged:
    target, chosen = matter.target, matter.current()
    bounds = bounds_of(target.requirement)
    nothing = TargetVerdict(target=target.id, verdict=Verdict.NOT_DUE, due=matter.due, aspiration=target.aspiration)
    if chosen is None:
        if bounds is None:
            return evolve(nothing, verdict=Verdict.NEEDS_JUDGEMENT), ()
        return (nothing if matter.as_of < matter.due else evolve(nothing, verdict=Verdict.UNREPORTED)), ()
    seen = evolve(
        nothing,
        value=chosen.value,
        figures=tuple(figure.measurement for figure in chosen.figures),
        figure_on=max(figure.on for figure in chosen.figures),
    )
    if bounds is None:
        return evolve(seen, verdict=Verdict.NEEDS_JUDGEMENT), ()
    verdict, findings = _valued(matter, seen, chosen, bounds)
    silent = (matter.finding("target.agencies-missing", agencies=chosen.silent),) if chosen.silent else ()
    return verdict, (*silent, *findings)


def judge_target(
    target: Target,
    figures: KnownFigures,
    *,
    as_of: date,
    plan_period: Period,
    agency: str = "",
    names: tuple[str, ...] = (),
) -> tuple[TargetVerdict, tuple[Finding, ...]]:
    """The verdict on a target at the close of `as_of`, and what there is to say about its figures.

    `agency` is the plan's own; `names` are the indicators that measure the target, its indicator and its id unless given.
    """
    return _judged(
        _Matter(
            target=target,
            names=names or (target.id, target.indicator),
            figures=figures,
            as_of=as_of,
            plan_period=plan_period,
            agency=agency,
        )
    )
