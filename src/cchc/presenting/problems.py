"""What is wrong with an input, in words: one line a problem, the place first, then what was found and what would do."""

import re
from collections.abc import Iterable

from cchc.model import Problem
from cchc.presenting.words import Words

__all__ = ["problem_line", "problem_lines"]

_COUNTED_PLACE = re.compile(r"\b(row|line|byte) ([0-9]+)(?:, (?:column ([0-9]+)|(\w+)))?")
"""Places that are counted rather than named: ``row 2, numerator``, ``line 1, column 2``, ``byte 0``."""


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
    return f"{_place(problem.place, words)}: {line}" if problem.place else line


def _place(place: str, words: Words) -> str:
    def counted(match: re.Match[str]) -> str:
        told = words(f"place.{match[1]}", number=match[2])
        return told + (words("place.column", column=match[3] or match[4]) if match[3] or match[4] else "")

    return _COUNTED_PLACE.sub(counted, place)


def problem_lines(problems: Iterable[Problem], words: Words) -> tuple[str, ...]:
    """Every problem, one line each, in the order they were found."""
    return tuple(problem_line(problem, words) for problem in problems)
