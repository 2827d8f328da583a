"""Findings against those of an earlier run: each is new, known or gone, whatever its place."""

from collections import Counter
from collections.abc import Sequence

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cchc import Finding, Severity, Span, compare_findings, from_data, testing, to_data
from cchc.model import Parameters

_FEW = st.builds(
    Finding,
    code=st.sampled_from(("a.one", "a.two")),
    severity=st.sampled_from(Severity),
    subject=st.sampled_from(("figures", "tasks/1")),
    params=st.sampled_from((Parameters(), Parameters({"stated": 3}), Parameters({"stated": 4}))),
    span=st.none() | st.builds(Span, start=st.just(0), end=st.integers(0, 9)),
)
_LISTS = st.lists(_FEW, max_size=8) | st.lists(testing.findings(), max_size=4)


def _keys(findings: Sequence[Finding]) -> Counter[object]:
    return Counter((found.code, found.subject, found.params) for found in findings)


@pytest.mark.law
@given(_LISTS, _LISTS)
def test_every_finding_is_new_known_or_gone(before: list[Finding], now: list[Finding]) -> None:
    changes = compare_findings(before, now)
    assert Counter(map(repr, now)) == Counter(map(repr, (*changes.new, *changes.known)))
    assert _keys(changes.known) == _keys(before) & _keys(now)
    assert _keys(changes.new) == _keys(now) - _keys(before)
    assert _keys(changes.gone) == _keys(before) - _keys(now)


@pytest.mark.law
@given(_LISTS, st.integers(1, 10**6))
def test_words_added_before_them_bring_no_finding_back(findings: list[Finding], by: int) -> None:
    moved = [
        evolve(one, span=one.span and Span(start=one.span.start + by, end=one.span.end + by, text=one.span.text))
        for one in findings
    ]
    changes = compare_findings(findings, moved)
    assert (changes.new, changes.known, changes.gone) == ((), tuple(moved), ())


@pytest.mark.law
@given(st.lists(testing.findings(), max_size=4))
def test_findings_kept_as_data_are_the_same_findings(findings: list[Finding]) -> None:
    kept = [from_data(to_data(found), Finding) for found in findings]
    assert compare_findings(kept, findings).new == ()


def test_two_that_are_equal_count_as_two() -> None:
    one = Finding(code="a.one", severity=Severity.INFO, subject="figures")
    assert len(compare_findings([one], [one, one]).new) == 1
    assert len(compare_findings([one, one], [one]).gone) == 1


def test_their_order_stays() -> None:
    findings = [Finding(code=f"a.{name}", severity=Severity.INFO, subject="figures") for name in "dabc"]
    changes = compare_findings(findings[:3], findings[1:][::-1])
    assert [found.code for found in changes.known] == ["a.b", "a.a"]
    assert [found.code for found in changes.new] == ["a.c"]
    assert [found.code for found in changes.gone] == ["a.d"]
