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


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("values.csv: row 2, numerator", "values.csv: dòng 2, cột numerator: "),
        ("plan.toml: line 1, column 9", "plan.toml: dòng 1, cột 9: "),
        ("plan.toml: byte 0", "plan.toml: byte thứ 0: "),
        ("tasks[3].schedule.due", "tasks[3].schedule.due: "),
    ],
)
def test_counted_places_are_told_in_the_language(place: str, told: str) -> None:
    assert problem_line(Problem(code="missing", place=place), words("vi")).startswith(told)
