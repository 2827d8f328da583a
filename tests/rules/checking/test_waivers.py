"""Waivers: what they silence is kept, nothing else is touched, and none outlives its day."""

from collections import Counter
from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cchc import Finding, InvalidInput, Rule, RuleSet, Severity, Span, Waiver, Waivers, testing, waive
from cchc.rules.checking.bundles import DEFAULT

_DAY = date(2026, 6, 30)
_CODES = ("arithmetic.ratio", "arithmetic.sum", "task.no-lead")
_OF_WAIVERS = ("waiver.expired", "waiver.unused")


def _finding(code: str = "arithmetic.ratio", subject: str = "figures", text: str = "") -> Finding:
    span = Span(start=3, end=3 + len(text), text=text) if text else None
    return Finding(code=code, severity=Severity.ERROR, subject=subject, span=span)


def _waiver(code: str = "arithmetic.ratio", subject: str = "figures", until: date = _DAY, words: str = "") -> Waiver:
    return Waiver(code=code, subject=subject, reason="Đã đính chính", until=until, words=words)


_SUBJECTS = st.sampled_from(("figures", "tasks/1", "tasks/2"))
_FINDINGS = st.lists(st.builds(_finding, st.sampled_from(_CODES), _SUBJECTS, st.sampled_from(("", "30/58", "52 dự thảo"))))
_WAIVERS = st.lists(
    st.builds(
        _waiver,
        st.sampled_from(_CODES),
        _SUBJECTS,
        st.dates(_DAY - timedelta(2), _DAY + timedelta(2)),
        st.sampled_from(("", "dự thảo", "30/58")),
    ),
    max_size=4,
)


@pytest.mark.law
@given(_FINDINGS, _WAIVERS)
def test_no_finding_is_lost_or_made(findings: list[Finding], waivers: list[Waiver]) -> None:
    judged = waive(findings, waivers, as_of=_DAY)
    standing = [found for found in judged.findings if found.code not in _OF_WAIVERS]
    assert Counter(map(repr, (*standing, *(one.finding for one in judged.waived)))) == Counter(map(repr, findings))
    assert [found for found in findings if found in standing] == standing
    for one in judged.waived:
        assert one.waiver in waivers
        assert (one.waiver.code, one.waiver.subject) == (one.finding.code, one.finding.subject)
        assert one.waiver.until >= _DAY


@pytest.mark.law
@given(_FINDINGS, _WAIVERS)
def test_every_waiver_silences_something_or_is_told_once(findings: list[Finding], waivers: list[Waiver]) -> None:
    judged = waive(findings, waivers, as_of=_DAY)
    told = [int(found.subject.partition("/")[2]) for found in judged.findings if found.code in _OF_WAIVERS]
    assert len(told) == len(set(told))
    at_work = [waiver for number, waiver in enumerate(waivers, start=1) if number not in told]
    assert Counter(map(repr, at_work)).keys() == Counter(repr(one.waiver) for one in judged.waived).keys()


@pytest.mark.law
@given(_FINDINGS, _WAIVERS)
def test_a_later_day_only_brings_findings_back(findings: list[Finding], waivers: list[Waiver]) -> None:
    earlier = waive(findings, waivers, as_of=_DAY).waived
    later = waive(findings, waivers, as_of=_DAY + timedelta(1)).waived
    assert not Counter(repr(one.finding) for one in later) - Counter(repr(one.finding) for one in earlier)


@pytest.mark.parametrize(
    ("waiver", "finding", "codes"),
    [
        (_waiver(), _finding(), []),
        (_waiver(), _finding(text="30/58 (đạt 57,72%)"), []),
        (_waiver(words="57,72%"), _finding(text="30/58 (đạt 57,72%)"), []),
        (_waiver(words="ĐẠT  57,72%"), _finding(text="30/58 (đạt\n57,72%)"), []),
        (_waiver(words="51,72%"), _finding(text="30/58 (đạt 57,72%)"), ["arithmetic.ratio", "waiver.unused"]),
        (_waiver(words="57,72%"), _finding(), ["arithmetic.ratio", "waiver.unused"]),
        (_waiver(until=_DAY - timedelta(1)), _finding(), ["arithmetic.ratio", "waiver.expired"]),
        (_waiver("arithmetic.sum"), _finding(), ["arithmetic.ratio", "waiver.unused"]),
        (_waiver("arithmetic.sum", until=_DAY - timedelta(1)), _finding(), ["arithmetic.ratio", "waiver.unused"]),
        (_waiver(subject="tasks/1"), _finding(subject="tasks/12"), ["arithmetic.ratio", "waiver.unused"]),
        (_waiver("schedule.no-year", "tasks/3"), _finding("schedule.no-year", "tasks/3"), []),
    ],
)
def test_a_waiver_and_a_finding(waiver: Waiver, finding: Finding, codes: list[str]) -> None:
    assert [found.code for found in waive([finding], [waiver], as_of=_DAY).findings] == codes


def test_what_is_told_of_a_waiver() -> None:
    waivers = [_waiver("task.no-lead", "tasks/1"), _waiver(until=_DAY - timedelta(1))]
    unused, expired = waive([_finding()], waivers, as_of=_DAY).findings[1:]
    assert [(found.code, found.severity, found.subject) for found in (unused, expired)] == [
        ("waiver.unused", Severity.INFO, "waivers/1"),
        ("waiver.expired", Severity.WARNING, "waivers/2"),
    ]
    assert dict(expired.params) == {
        "code": "arithmetic.ratio", "waived": "figures", "reason": "Đã đính chính", "until": _DAY - timedelta(1),
    }  # fmt: skip


def test_a_waiver_that_was_renewed_is_not_told_as_expired() -> None:
    judged = waive([_finding()], [_waiver(until=_DAY - timedelta(1)), _waiver()], as_of=_DAY)
    assert [found.code for found in judged.findings] == ["waiver.unused"]
    assert [one.waiver.until for one in judged.waived] == [_DAY]


def test_a_waiver_of_a_rule_that_was_not_asked_is_left_alone() -> None:
    assert waive((), [_waiver()], as_of=_DAY, rules=DEFAULT.only("task")).findings == ()
    assert [found.code for found in waive((), [_waiver()], as_of=_DAY, rules=DEFAULT.only("arithmetic")).findings] == [
        "waiver.unused"
    ]


def test_a_waiver_of_no_rule_s_finding_is_idle_only_where_everything_was_asked() -> None:
    waivers = [_waiver("schedule.no-year", "tasks/1")]
    assert [found.code for found in waive((), waivers, as_of=_DAY).findings] == ["waiver.unused"]
    assert waive((), waivers, as_of=_DAY, rules=DEFAULT.only("arithmetic")).findings == ()


def test_the_codes_of_rules_of_ones_own_are_known() -> None:
    own = RuleSet(name="own", rules=(Rule(code="own.rule", check=lambda _: ()),))
    assert waive([_finding("own.rule")], [_waiver("own.rule")], as_of=_DAY, rules=own).findings == ()
    with pytest.raises(InvalidInput):
        waive((), [_waiver("own.rule")], as_of=_DAY)


def test_codes_that_no_rule_has_are_refused_together() -> None:
    waivers = [_waiver("arithmetic.ration"), _waiver(), _waiver("nothing.at-all")]
    with pytest.raises(InvalidInput) as caught:
        waive((), waivers, as_of=_DAY)
    assert [(problem.code, problem.place, problem.near) for problem in caught.value.problems] == [
        ("unknown-rule", "waivers[0].code", "arithmetic.ratio"),
        ("unknown-rule", "waivers[2].code", ""),
    ]


@pytest.mark.law
@given(testing.waivers())
def test_a_waiver_has_a_code_a_subject_and_a_reason(waivers: Waivers) -> None:
    for waiver in waivers.waivers:
        with pytest.raises(InvalidInput) as caught:
            evolve(waiver, code="", subject=" ", reason="\u00a0")
        assert [(problem.code, problem.place) for problem in caught.value.problems] == [
            ("empty", "code"), ("empty", "subject"), ("empty", "reason"),
        ]  # fmt: skip
