import pytest

from cchc import Problem
from cchc.presenting.problems import problem_line, problem_lines
from cchc.presenting.words import LANGUAGES, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_problem_shows_place_found_accepted_and_the_nearest_name(language: str) -> None:
    problem = Problem(code="unknown-key", place="tasks[3]", found="titel", accepted=("title", "date"), near="title")
    line = problem_line(problem, words(language))
    assert line.startswith("tasks[3]: ")
    assert "\n" not in line
    assert [part for part in ("titel", "title", words(language)("accepted.date")) if part not in line] == []


def test_a_bare_problem_is_one_sentence() -> None:
    vietnamese = words("vi")
    lines = problem_lines([Problem(code="empty-file"), Problem(code="missing")], vietnamese)
    assert lines == (f"{vietnamese('problem.empty-file')}.", f"{vietnamese('problem.missing')}.")
