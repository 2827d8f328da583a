"""Each code's two examples in the documentation: the bad paper gives the code and no other rule's, the good one nothing."""

from pathlib import Path

import pytest

from cchc import Finding, Plan, Report, check, read
from cchc.rules.checking.bundles import DEFAULT

_EXAMPLES = Path(__file__).parents[3] / "docs" / "examples" / "checks"


def _paper(code: str, name: str) -> Path:
    found = sorted((_EXAMPLES / code).glob(f"{name}.*"))
    assert len(found) == 1, f"{code} needs one example {name}"
    return found[0]


def _beside(code: str) -> tuple[Plan | None, tuple[Report, ...]]:
    """The plan and the earlier report that lie beside the examples of a code."""
    plans = [read(path).plan for path in (_EXAMPLES / code).glob("plan.*")]
    reports = [read(path).report for path in (_EXAMPLES / code).glob("previous.*")]
    return next(iter(plans), None), tuple(report for report in reports if report)


def _found(code: str, name: str) -> tuple[Finding, ...]:
    plan, previous = _beside(code)
    return check(read(_paper(code, name)), plan=plan, previous=previous)


@pytest.mark.parametrize("code", DEFAULT.codes)
def test_the_bad_paper_is_accused_of_that_and_nothing_else(code: str) -> None:
    assert {finding.code for finding in _found(code, "bad")} == {code}


@pytest.mark.parametrize("code", DEFAULT.codes)
def test_the_good_paper_is_accused_of_nothing(code: str) -> None:
    assert _found(code, "good") == ()


def test_no_example_is_left_of_a_rule_that_is_gone() -> None:
    assert sorted(path.name for path in _EXAMPLES.iterdir()) == sorted(DEFAULT.codes)
