"""What a task in prose says by labels (nhãn): "Chủ trì: …", "thời gian hoàn thành: …", in the item, in lines or in brackets.

What a label introduces reaches to the next one. A label with a colon opens a line or stands after a stop, a comma or a bracket;
those without one are in `task_clauses`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, pairwise

from attrs import frozen

from cchc.reading.commitments.item_pieces import enclosed, inside, quoted
from cchc.reading.passage import Passage
from cchc.reading.prose.task_clauses import AND, OF_TIME, RESULT, UNITS, Mark, acting, at_time, linked, opens_body, times_alone
from cchc.reading.tables.letters import CAPITALS
from cchc.reading.tables.roles import Role

__all__ = ["Labelled", "read_labels"]

_HEADS = r"(?:chủ trì|đầu mối|phụ trách|chịu trách nhiệm(?: chính)?)"
_DOES = rf"(?:{_HEADS}|được giao|thực hiện|triển khai|tham mưu|soạn thảo|xây dựng)"
_LEADS = rf"(?:{UNITS} {_DOES}|{_HEADS})(?:{AND}{_DOES})*(?: chính)?"
_BARE = rf"thực hiện|tham mưu|triển khai|(?:phân công|trách nhiệm)(?: {_DOES})*|giao(?: cho)?|{UNITS}"
_WITH = r"phối hợp(?: (?:thực hiện|triển khai|tham gia|chính|với|cùng))?"
_TIMES = r"thời (?:gian|hạn|điểm)|tiến độ|lộ trình|kỳ hạn|hạn|mốc(?: thời gian)?|tg"
_LABELS = {
    Role.AGENCIES: rf"{_LEADS}(?:,|/| và| -|;)? ?(?:{UNITS} )?{_WITH}",
    Role.LEAD: rf"{_LEADS}|(?P<bare>{_BARE})",
    Role.COORDINATING: rf"(?:{UNITS} )?(?:cùng |tham gia )?{_WITH}|{UNITS} (?:tham gia|liên quan)",
    Role.SCHEDULE: (rf"(?:dự kiến )?(?:{_TIMES})(?:{AND}(?:{_TIMES}|{OF_TIME}))*|(?P<done>(?:dự kiến |phải )?hoàn thành)"),
    Role.DELIVERABLES: (
        rf"(?:dự kiến )?(?:các |yêu cầu )?{RESULT}(?:{AND}\(?{RESULT}\)?)*"
        r"(?: (?:dự kiến|đạt được|cần đạt|phải đạt|chủ yếu|chính|cụ thể|thực hiện|hoàn thành|công việc|nhiệm vụ))*"
        r"|hình thức văn bản"
    ),
    Role.NOTE: (
        r"(?:nguồn |dự toán )?kinh phí(?: thực hiện)?|ghi chú|căn cứ(?: thực hiện)?|hình thức(?: thực hiện)?|đối tượng|địa điểm"
        r"|thành phần|số lượng|phạm vi|giải pháp|mục tiêu|yêu cầu|chỉ tiêu|nội dung(?: công việc| thực hiện| cụ thể)?"
        rf"|{UNITS} được(?: [^\W\d_]+){{1,3}}"
    ),
    Role.PERSON: (
        r"(?:lãnh đạo|người|cán bộ|chuyên viên|đồng chí)(?: [^\W\d_]+){0,3}"
        r" (?:phụ trách|chỉ đạo|theo dõi|thực hiện|chủ trì|tham mưu)"
    ),
}
_LABEL = re.compile(
    rf"(?:^|[.;,:(\[+*•–—-]\s*|\s(?=[{CAPITALS}]))"
    rf"(?i:{'|'.join(f'(?P<{role.name}>{words})' for role, words in _LABELS.items())})\s*(?=:)"
)
_SENTENCE = re.compile(rf"(?<!\bTP)(?<!\bTX)(?<!\bTT)(?<!\bP)(?<!\bQ)\.\s+(?=[{CAPITALS}])")
_EDGES = " .;,:–-—+*•/"
_BEFORE_VALUE = " :;,–-—+*•"
_OPENING = re.compile(
    r"(?:tên )?(?:nhiệm vụ|công việc|hoạt động|nội dung)(?:(?: công việc| thực hiện| cụ thể)?\s*:| [0-9]{1,3}\s*[:.])\s*(?=\w)",
    re.IGNORECASE,
)
_WHO_LEADS = frozenset((Role.AGENCIES, Role.LEAD, Role.PERSON))
_WHO = _WHO_LEADS | {Role.COORDINATING}
_PERSON = re.compile(r"đ/c|đồng chí|ông|bà")
_SHARED_OUT = re.compile(r"(?:phân công|trách nhiệm)\b", re.IGNORECASE)
_NO_WORD = re.compile(r"[\W_]*(?:$|[.;,])")


@frozen
class Labelled:
    """What a paragraph says by labels: its words without them, and each label's value, blank ones too.

    `aside` says that it opens with a label for something that no task has a place for: "Kinh phí: …".
    """

    title: Passage
    parts: tuple[tuple[Role, Passage], ...] = ()
    aside: bool = False

    @property
    def opens(self) -> bool:
        """Whether it has no words of its own: it says more of what stands before it."""
        return bool(self.parts) and not self.title

    @property
    def kinds(self) -> frozenset[Role]:
        """What it says of a task: a lead who is named with others is one, and so is a person."""
        said = {Role.LEAD if role in _WHO_LEADS else role for role, _ in self.parts}
        return frozenset(said - {Role.NOTE})

    def extended(self, parts: Iterable[tuple[Role, Passage]]) -> "Labelled":
        """With what the lines below it say."""
        return Labelled(self.title, (*self.parts, *parts))


def read_labels(words: Passage) -> Labelled:
    """What a paragraph says by labels; a paragraph without any is all title.

    >>> said = read_labels(Passage.of("Rà soát TTHC (chủ trì: Sở Nội vụ; hoàn thành: quý II)."))
    >>> said.title.text, [(role.value, value.text) for role, value in said.parts]
    ('Rà soát TTHC', [('lead', 'Sở Nội vụ'), ('schedule', 'quý II')])
    """
    text = words.text
    found = _marks(text)
    marks = list(dropwhile(lambda mark: mark.role is Role.NOTE, found))
    if not marks:
        return Labelled(_without_opening(words.strip(_EDGES)), aside=bool(found) and found[0].start == 0)
    brackets = enclosed(text)
    parts = []
    for mark, following in pairwise([*marks, Mark(Role.NOTE, len(text), len(text), len(text))]):
        bracket = inside(mark.start, brackets)
        stop = min(mark.stop, following.start, bracket[1] - 1 if bracket else len(text))
        parts.append((mark.role, _value(mark, words, stop)))
    return Labelled(_title(words, marks[0], brackets), tuple(parts))


def _title(words: Passage, first: Mark, brackets: tuple[tuple[int, int], ...]) -> Passage:
    """The words before the first label, with those after its bracket where it stands in one."""
    bracket = inside(first.start, brackets)
    before = _without_opening(words[: bracket[0] if bracket else first.start].strip(_EDGES))
    return Passage.joined((before, words[bracket[1] :].strip(_EDGES))) if bracket else before


def _without_opening(words: Passage) -> Passage:
    """Without a label for the task itself: "Nhiệm vụ 1: …"."""
    opening = _OPENING.match(words.text)
    return words[opening.end() :] if opening else words


def _value(mark: Mark, words: Passage, stop: int) -> Passage:
    """What a label introduces: one sentence, or as many as name what comes of the work."""
    sentence = None if mark.role is Role.DELIVERABLES else _SENTENCE.search(words.text, mark.value, stop)
    value = words[mark.value : sentence.start() if sentence else stop]
    blank = len(value.text) - len(value.text.lstrip(_BEFORE_VALUE))
    value = words[mark.value + blank : mark.value + len(value.text.rstrip(_EDGES))]  # dots before a value are a blank in it
    while value.text.endswith(")") and value.text.count(")") > value.text.count("("):
        value = value[:-1].strip(_EDGES)
    return value


def _marks(text: str) -> Sequence[Mark]:
    """The labels of a text in order; an agency that acts behind a label is that label's value."""
    names = quoted(text)
    labels = list(_labels(text))
    values = {len(text) - len(text[label.value :].lstrip()) for label in labels}
    acts = (mark for mark in acting(text) if mark.start not in values)
    marks: list[Mark] = []
    for mark in sorted((*labels, *linked(text), *acts), key=lambda mark: (mark.start, -mark.value)):
        if (not marks or mark.start >= marks[-1].value) and not inside(mark.start, names):
            marks.append(mark)
    return sorted((*marks, *times_alone(text, marks)), key=lambda mark: mark.start)


def _labels(text: str) -> Iterator[Mark]:
    """The labels with a colon; one that may as well be a verb needs a value of its kind."""
    for match in _LABEL.finditer(text) if ":" in text else ():
        role = Role[str(match.lastgroup)]
        value = match.end() + 1
        if (role not in _WHO or _names_body(match)) and (match["done"] is None or _names_time(match)):
            yield Mark(role, match.start(role.name), value, len(text))


def _names_body(match: re.Match[str]) -> bool:
    """Whether an agency follows, or a name, or a blank; behind a label that may as well be a verb only the first.

    Who shares work out may name all of them below.
    """
    following = match.string[match.end() + 1 :].strip()
    if match["bare"] is not None:
        return not match[0].startswith(",") and (opens_body(following) if following else bool(_SHARED_OUT.match(match["bare"])))
    return not following[:1].islower() or opens_body(following) or _PERSON.match(following) is not None


def _names_time(match: re.Match[str]) -> bool:
    """Whether a time follows, or a blank."""
    return at_time(match.string, match.end() + 1) or bool(_NO_WORD.match(match.string, match.end() + 1))
