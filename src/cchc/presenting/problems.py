"""What is wrong with an input, in words: one line a problem, the place first, then what was found and what would do."""

from collections.abc import Iterable

from cchc.model import Problem
from cchc.presenting.words import Words

__all__ = ["problem_line", "problem_lines"]


def problem_line(problem: Problem, words: Words) -> str:
    """One problem as one line."""
    parts = [words(f"problem.{problem.code}")]
    if problem.found:
        parts.append(words("problem-part.found", found=problem.found))
    if problem.accepted:
        accepted = (words(f"accepted.{kind}") if words.known(f"accepted.{kind}") else kind for kind in problem.accepted)
        parts.append(words("problem-part.accepted", accepted=", ".join(accepted)))
    if problem.near:
        parts.append(words("problem-part.near", near=problem.near))
    line = "; ".join(parts) + ("" if problem.near else ".")
    return f"{problem.place}: {line}" if problem.place else line


def problem_lines(problems: Iterable[Problem], words: Words) -> tuple[str, ...]:
    """Every problem, one line each, in the order they were found."""
    return tuple(problem_line(problem, words) for problem in problems)
