"""Sets of rules: values that nothing changes, whose rules stand or fall each for itself."""

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cchc import BUNDLES, Finding, InvalidInput, Period, Plan, Rule, RuleSet, Severity, Span, check, read_text
from cchc.rules.checking.bundles import DEFAULT
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.rule import Need

_REPORT = """BÁO CÁO
Kết quả công tác cải cách hành chính quý I năm 2026
I. KẾT QUẢ ĐẠT ĐƯỢC
1. Đã hoàn thành 26/40 nhiệm vụ (đạt 56%).
2. Giải quyết đúng hạn 1.198/1.210 hồ sơ, đạt 99,01%.
3. Đã số hóa 45/90 kết quả (đạt 55%).
"""
_PAPER = Paper(subject=Plan(title="Kế hoạch", period=Period.of_year(2026), issued_on=date(2026, 1, 5)))
_UNDATED = evolve(_PAPER, subject=Plan(title="Kế hoạch", period=None))


def _one(code: str, at: int | None = None) -> Finding:
    span = None if at is None else Span(start=at, end=at + 1)
    return Finding(code=code, severity=Severity.WARNING, subject="figures", span=span)


def _rule(code: str, *places: int | None, needs: tuple[Need, ...] = ()) -> Rule:
    return Rule(code=code, check=lambda _: [_one(code, at) for at in places], needs=needs)


def _crashing(code: str) -> Rule:
    def crash(_: Paper) -> Iterator[Finding]:
        yield _one(code)
        raise LookupError("no such thing")

    return Rule(code=code, check=crash)


def _rules() -> SearchStrategy[tuple[Rule, ...]]:
    code = st.sampled_from([f"{family}.{name}" for family in ("a", "b", "c") for name in ("one", "two", "three")])
    places = st.lists(st.none() | st.integers(0, 9), max_size=3)
    rule = st.builds(lambda code, places: _rule(code, *places), code, places)
    return st.lists(rule, unique_by=lambda rule: rule.code, max_size=6).map(tuple)


@pytest.mark.law
@given(_rules(), st.randoms(use_true_random=False))
def test_what_is_found_does_not_depend_on_the_order_of_rules(rules: tuple[Rule, ...], random: Random) -> None:
    shuffled = list(rules)
    random.shuffle(shuffled)
    first = RuleSet(name="x", rules=rules).check(_PAPER)
    other = RuleSet(name="x", rules=tuple(shuffled)).check(_PAPER)
    assert sorted(map(repr, first)) == sorted(map(repr, other))
    places = [found.span.start if found.span else 10 for found in first]
    assert places == sorted(places)


@pytest.mark.law
@given(_rules(), st.data())
def test_only_and_without_part_a_set(rules: tuple[Rule, ...], data: st.DataObject) -> None:
    whole = RuleSet(name="x", rules=rules)
    known = sorted({*whole.codes, *(rule.family for rule in rules)})
    names = data.draw(st.lists(st.sampled_from(known), max_size=3)) if known else []
    kept, left = whole.only(*names), whole.without(*names)
    assert set(kept.codes) | set(left.codes) == set(whole.codes)
    assert not set(kept.codes) & set(left.codes)
    assert [code for code in whole.codes if code in kept.codes] == list(kept.codes)
    assert whole.rules == rules


@pytest.mark.law
@given(_rules(), st.integers(0, 6))
def test_a_rule_that_crashes_takes_no_finding_of_the_others_with_it(rules: tuple[Rule, ...], at: int) -> None:
    whole = RuleSet(name="x", rules=rules).check(_PAPER)
    broken = RuleSet(name="x", rules=(*rules[:at], _crashing("d.one"), *rules[at:])).check(_PAPER)
    crashed = [found for found in broken if found.code == "rule.crashed"]
    assert [(found.severity, found.subject, found.params["error"]) for found in crashed] == [
        (Severity.ERROR, "rules/d.one", "LookupError")
    ]
    assert sorted(map(repr, whole)) == sorted(repr(found) for found in broken if found not in crashed)


def test_the_default_set_is_the_same_after_any_use() -> None:
    before = (DEFAULT.name, DEFAULT.rules, dict(BUNDLES))
    found = check(read_text(_REPORT))
    DEFAULT.only("arithmetic").without("arithmetic.ratio")
    check(read_text(_REPORT), rules=DEFAULT.without("arithmetic"))
    with pytest.raises(FrozenInstanceError):
        DEFAULT.rules = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        BUNDLES["mine"] = DEFAULT  # type: ignore[index]
    assert (DEFAULT.name, DEFAULT.rules, dict(BUNDLES)) == before
    assert check(read_text(_REPORT)) == found
    assert {one.code for one in found} >= {"arithmetic.ratio"}


def test_the_default_set_is_all_families_together_and_says_what_each_code_means() -> None:
    families = [rules for name, rules in BUNDLES.items() if name != "default"]
    assert BUNDLES["default"] is DEFAULT
    assert DEFAULT.rules == tuple(rule for family in families for rule in family.rules)
    assert [rule.code for rule in DEFAULT.rules if not rule.check.__doc__] == []


@pytest.mark.parametrize(
    ("need", "lacking", "told"),
    [
        (Need.PERIOD, _UNDATED, ("period", ("a.one",))),
        (Need.DATE, _UNDATED, ("issued_on", ("a.one",))),
        (Need.PERIOD, _PAPER, None),
        (Need.PLAN, _PAPER, None),
        (Need.REPORT, _PAPER, None),
        (Need.PLAN_REPORTED_ON, _PAPER, None),
        (Need.PREVIOUS, _PAPER, None),
    ],
)
def test_a_rule_whose_need_the_paper_ought_to_meet_is_told(
    need: Need, lacking: Paper, told: tuple[str, tuple[str, ...]] | None
) -> None:
    found = RuleSet(name="x", rules=(_rule("a.one", needs=(need,)), _rule("b.one", None))).check(lacking)
    skipped = [one for one in found if one.code == "rule.skipped"]
    assert [(one.params["needs"], one.params["rules"]) for one in skipped] == ([told] if told else [])
    assert [one.severity for one in skipped] == [Severity.INFO] * len(skipped)
    assert [one.code for one in found if one not in skipped] == ["b.one"]


def test_a_rule_runs_where_its_needs_are_met_and_only_there() -> None:
    rules = RuleSet(name="x", rules=(_rule("a.one", None, needs=(Need.PLAN, Need.PERIOD, Need.DATE)),))
    assert [found.code for found in rules.check(_PAPER)] == ["a.one"]
    assert rules.check(_UNDATED) == ()


@pytest.mark.parametrize("names", [("a.won",), ("a.one", "a.won"), ("a.won", "ab")])
def test_a_name_that_no_rule_has_is_refused_with_the_nearest(names: tuple[str, ...]) -> None:
    rules = RuleSet(name="x", rules=(_rule("a.one"), _rule("b.two")))
    for choose in (rules.only, rules.without):
        with pytest.raises(InvalidInput) as caught:
            choose(*names)
        problems = caught.value.problems
        assert [problem.found for problem in problems] == [name for name in names if name != "a.one"]
        assert {problem.code for problem in problems} == {"unknown-rule"}
        assert problems[0].near == "a.one"
        assert problems[0].accepted == ("a", "a.one", "b", "b.two")


def test_a_code_stands_once_in_a_set() -> None:
    with pytest.raises(InvalidInput) as caught:
        RuleSet(name="x", rules=(_rule("a.one"), _rule("a.one", 3)))
    assert [(problem.code, problem.found) for problem in caught.value.problems] == [("duplicate-id", "a.one")]
