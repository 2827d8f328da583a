import pickle

import pytest

from cchc.model import CchcError, InvalidInput, Problem
from cchc.model.errors import MissingExtra

WRONG_KEY = Problem(code="unknown-key", place="tasks[3]", found="titel", accepted=("title", "lead"), near="title")
NOT_EXACT = Problem(code="not-exact", found="0.1")


def test_a_problem_says_place_found_accepted_and_near_in_that_order() -> None:
    words = str(WRONG_KEY)
    at = [words.index(part) for part in ("tasks[3]", "unknown key", "titel", "title, lead", "title?")]
    assert at == sorted(at)


def test_a_problem_leaves_out_what_it_does_not_know() -> None:
    assert str(Problem(code="no-bound")) == "no bound"


def test_invalid_input_holds_one_problem_or_many_and_says_each_on_its_line() -> None:
    assert InvalidInput(NOT_EXACT).problems == (NOT_EXACT,)
    many = InvalidInput(problem for problem in (WRONG_KEY, NOT_EXACT))
    assert many.problems == (WRONG_KEY, NOT_EXACT)
    assert len(str(many).splitlines()) == 2


@pytest.mark.parametrize("error", [InvalidInput((WRONG_KEY, NOT_EXACT)), MissingExtra("testing")])
def test_errors_travel_between_processes(error: CchcError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_errors_can_be_caught_as_what_python_calls_them() -> None:
    assert issubclass(InvalidInput, ValueError)
    assert issubclass(MissingExtra, ImportError)


def test_a_missing_extra_is_named() -> None:
    assert "cchc[testing]" in str(MissingExtra("testing"))
