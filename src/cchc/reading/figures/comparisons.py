"""Figures set beside an earlier time or a plan (so sánh): tăng 10 dự án so với cùng kỳ năm 2021, giảm 2,5% so với dự toán."""

import re
from enum import Enum

from attrs import frozen

from cchc.reading.figures.clauses import Clause, Layout, lay_out
from cchc.reading.passage import Passage

__all__ = ["Comparison", "Step", "comparisons_of", "find_comparisons", "is_change", "is_step", "step_of"]


class Step(Enum):
    """Which way a figure went."""

    UP = "up"
    """Tăng, cao hơn."""
    DOWN = "down"
    """Giảm, thấp hơn."""


@frozen(kw_only=True)
class Comparison:
    """`change`, a measurement's number, says how far `of`, another's (-1 where none is printed), went from `baseline`.

    `baseline` are the printed words: ``cùng kỳ năm 2021``, ``năm trước``, ``kế hoạch``.
    """

    change: int
    step: Step
    baseline: str
    of: int = -1


_VERB = re.compile(
    r"(?i)(?<!\w)(?:(?P<up>tăng|vượt|cao hơn|nhiều hơn|lớn hơn)|(?P<down>giảm|hụt|thấp hơn|ít hơn|nhỏ hơn))(?: (?:thêm|"
    r"được|tới|là))?:?$"
)
_BASELINE = re.compile(
    r"(?i)(?:^|(?<= ))(?:so (?:với|cùng)(?: (?:cùng )?kỳ)?|cùng kỳ)(?!\w)(?: (?!tăng|giảm|vượt|đạt|cao|thấp)[\w/&.-]+){0,10}"
)
_NEAREST = 8
_SO = re.compile(r"(?i)^so (?:với )?")


def find_comparisons(statement: Passage) -> tuple[Comparison, ...]:
    """The comparisons of a statement; numbers count its measurements from 0."""
    return comparisons_of(lay_out(statement.text))


def comparisons_of(layout: Layout) -> tuple[Comparison, ...]:
    """The comparisons of a statement already laid out."""
    return tuple(
        Comparison(change=i, step=step_of(clause), baseline=_baseline(clause), of=_compared(layout.clauses, i))
        for i, clause in enumerate(layout.clauses)
        if is_change(clause)
    )


def is_change(clause: Clause) -> bool:
    """Whether a figure is a step from a baseline that its clause names, and no amount of its own."""
    return is_step(clause) and bool(_baseline(clause))


def is_step(clause: Clause) -> bool:
    """Whether words of going up or down lead to the figure."""
    return _VERB.search(clause.left) is not None


def step_of(clause: Clause) -> Step:
    """Which way the words before a figure say that it went."""
    verb = _VERB.search(clause.left)
    return Step.UP if verb and verb["up"] else Step.DOWN


def _baseline(clause: Clause) -> str:
    for words in (clause.right, clause.left):
        if found := _BASELINE.search(words):
            return _SO.sub("", found.group())
    return ""


def _compared(clauses: tuple[Clause, ...], at: int) -> int:
    """The figure before that went so far: the bracket's owner, or the nearest of the sentence that is no step itself."""
    clause = clauses[at]
    if clause.owner >= 0:
        return clause.owner
    for i in range(at - 1, max(-1, at - 1 - _NEAREST), -1):
        if clauses[i].figure.start >= clause.sentence and clauses[i].group == clause.group and not is_step(clauses[i]):
            return i
    return -1
