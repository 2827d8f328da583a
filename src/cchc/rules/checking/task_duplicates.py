"""Rows of a plan that say the same thing twice (nhiệm vụ trùng lặp).

Annexes are full of rows that differ in one telling word: a quarter, a level, a field, an agency's name. Only what says nothing
of its own, such as "tổ chức" or "theo quy định", may differ between two rows that are the same; a little more where lead,
helpers, time and deliverable all agree.
"""

import re
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.plan import Plan
from cchc.model.task import Task
from cchc.model.text import plain
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.task_likeness import nearly_the_same, without_light_nouns
from cchc.rules.names import name_key

__all__ = ["check_duplicates"]

_SHORTENED = {
    "cchc": "cải cách hành chính", "tthc": "thủ tục hành chính", "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân",
    "qppl": "quy phạm pháp luật", "cntt": "công nghệ thông tin", "cbccvc": "cán bộ công chức viên chức",
    "cbcc": "cán bộ công chức",
    "dvctt": "dịch vụ công trực tuyến", "dvc": "dịch vụ công", "vbqppl": "văn bản quy phạm pháp luật", "uỷ": "ủy",
    "hàng": "hằng",
}  # fmt: skip
_SAME_STEP = re.compile(r"\b(?:tham mưu |trình |xây dựng |soạn thảo |dự thảo |và |, ?)*(?:xây dựng|ban hành|soạn thảo)\b")
_STAFF = re.compile(r"\bcán bộ công chức(?: viên chức)?(?: người lao động)?\b")
_EMPTY = re.compile(
    r"\b(?:theo (?:đúng )?quy định(?: của pháp luật| hiện hành)?|đúng quy định|theo kế hoạch|trên địa bàn|tổ chức|triển khai|mở"
    r"|thực hiện|tiến hành|tiếp tục|đẩy mạnh|tăng cường|nâng cao|chú trọng|kịp thời|hiệu quả|nghiêm túc|đầy đủ|bảo đảm|đảm bảo"
    r"|của tỉnh|toàn tỉnh|hội nghị|lớp|cuộc|công tác|việc|các|những|về|và|của|cho|đối với|trong|tại|có|được|để|nhằm)\b"
)
_CONTEXT = re.compile(r"\b(?:cải cách hành chính(?: nhà nước)?)\b")
_FEWEST_BESIDE = 3
_REVIEWED = re.compile(r"\brà soát(?: đánh giá| cập nhật)\b")
_WORD = re.compile(r"[^\W_]+")
_RECENT = 4096
_STANDS_ALONE = 10
"""So many words say what is meant wherever they stand; fewer say it only together with the name of their group."""


@frozen
class _Row:
    """A task with the words that say something, and what must be the same of a row that repeats it."""

    task: Task
    words: tuple[str, ...]
    same: Hashable


def check_duplicates(paper: Paper) -> Iterator[Finding]:
    """A task says what another has said, with the same lead and the same time.

    `first` is the row that said it before, `title` this one's title, `first_title` the other's. Abbreviations, and words that
    say nothing of their own ("tổ chức", "theo quy định"), make no difference; any other word does, and so do other
    deliverables. Where lead, coordinating agencies, time and deliverable are all the same, a verb added beside one of its kind
    ("nâng cấp, hoàn thiện") makes none either. A short title under another group is not accused.
    """
    plan = paper.as_plan
    for earlier, later in _repeated(plan) if plan else ():
        params = Parameters({"first": earlier.number, "title": later.title, "first_title": earlier.title})
        span = later.source.span if later.source else None
        yield Finding(
            code="task.duplicate", severity=Severity.WARNING, subject=f"tasks/{later.number}", params=params, span=span
        )


def _repeated(plan: Plan) -> Iterator[tuple[Task, Task]]:
    """Each row that repeats an earlier one, with the first of these."""
    year = str(plan.period.year) if plan.period else ""
    alike: dict[Hashable, list[_Row]] = {}
    for task in plan.tasks:
        row = _row(task, year)
        if row.words:
            alike.setdefault(row.same, []).append(row)
    told: set[int] = set()
    for rows in alike.values():
        for earlier, later in _near(rows):
            if later.task.number not in told and (_say_the_same(earlier, later) or _nearly_say_the_same(earlier, later, year)):
                told.add(later.task.number)
                yield earlier.task, later.task


def _near(rows: Sequence[_Row]) -> Iterator[tuple[_Row, _Row]]:
    """Every two rows of which one has the word that is rarest in the other's title: no others can say the same."""
    by_word: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for word in set(row.words):
            by_word.setdefault(word, []).append(at)
    pairs: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        rarest = min(row.words, key=lambda word: (len(by_word[word]), word))
        pairs.update((min(at, other), max(at, other)) for other in by_word[rarest] if other != at)
    yield from ((rows[one], rows[other]) for one, other in sorted(pairs))


def _row(task: Task, year: str) -> _Row:
    lead = frozenset(map(name_key, task.lead))
    return _Row(task, _telling_words(task.title, year), (lead, task.schedule))


def _say_the_same(earlier: _Row, later: _Row) -> bool:
    """Whether what else two rows of the same words say does not tell them apart."""
    one, other = earlier.task, later.task
    results, others = (_results(task) for task in (one, other))
    same_results = results <= others or others <= results
    same_group = _group(one) == _group(other)
    return earlier.words == later.words and same_results and (same_group or len(earlier.words) >= _STANDS_ALONE)


def _nearly_say_the_same(earlier: _Row, later: _Row, year: str) -> bool:
    """Whether all that is said of two rows is the same, and their titles differ in nothing that tells."""
    (one, whole), (other, others) = ((row.task, _all_but_the_title(row.task)) for row in (earlier, later))
    if not all(whole) or whole != others or _group(one) != _group(other):
        return False
    return {name_key(name) for name in one.coordinating} == {name_key(name) for name in other.coordinating} and nearly_the_same(
        _telling_text(one.title, year), _telling_text(other.title, year)
    )


def _all_but_the_title(task: Task) -> tuple[Hashable, ...]:
    """What a row says of who does it, when, and what comes of it; anything that it leaves open is empty."""
    results = frozenset(without_light_nouns(text) for text in _results(task))
    return frozenset(map(name_key, task.lead)), name_key(task.schedule_text), results


def _group(task: Task) -> Hashable:
    return name_key(task.group_title), task.area


def _results(task: Task) -> frozenset[str]:
    return frozenset(_telling_text(text, "") for text in task.deliverables)


def _telling_words(title: str, year: str) -> tuple[str, ...]:
    """The words of a title that say something, in the order of the alphabet: the order of speech tells little."""
    return tuple(sorted(_telling_text(title, year).split()))


@lru_cache(maxsize=_RECENT)
def _telling_text(text: str, year: str) -> str:
    """The words of a text that say something, abbreviations written out."""
    words = " ".join(_SHORTENED.get(word, word) for word in _WORD.findall(plain(text).casefold()))
    words = _REVIEWED.sub("rà soát", _STAFF.sub("cán_bộ", _SAME_STEP.sub("ban_hành", words)))
    telling = " ".join(_EMPTY.sub(" ", words.replace(f"năm {year}", " ") if year else words).split())
    beside = _CONTEXT.sub(" ", telling).split()  # a plan of reform need not say of each row that it is of reform
    return " ".join(beside) if len(beside) >= _FEWEST_BESIDE else telling
