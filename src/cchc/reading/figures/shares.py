"""Percentages with the part and the whole they are of (tỷ lệ): ``30/58 nhiệm vụ (đạt 57,72%)``, ``trong đó 80 hồ sơ (40%)``.

A percentage may be of a whole that the sentence never prints, or of another than the nearest. So every figure that can be its
whole is named, the likeliest first, and whether the paper itself says which.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from cchc.model import PrintedFigure, Share, Shares
from cchc.reading.figures.clauses import Clause, Layout
from cchc.reading.figures.comparisons import is_step
from cchc.reading.figures.figure_names import denominator, speaks_of_last
from cchc.reading.figures.figures import FigureKind
from cchc.reading.figures.printing import printed, printed_whole
from cchc.reading.passage import Passage

__all__ = ["read_shares"]

_PARTS = (FigureKind.COUNT, FigureKind.MONEY, FigureKind.RATIO)
_FAR = 12
_OUT_OF = re.compile(r"(?i)(?<!\w)(?:trong|trên)(?: tổng)? số$|(?<!\w)(?:trong|trên)$|(?<!\w)/(?: ?tổng(?: số)?)?$")
_OUT_OF_ALL = re.compile(r"(?i)(?<!\w)(?:trong|trên) (?:tổng )?số(?!\w)")
_PLANNED = re.compile(r"(?i)(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|được giao|giao|kh|dt)(?!\w)")
_EARLIER = re.compile(r"(?i)cùng kỳ|năm trước|kỳ trước|tháng trước|quý trước")
_GENERAL_BASE = re.compile(
    r"(?i)(?:(?:so với|kế hoạch|dự toán|chỉ tiêu|vốn|năm|đầu|cả|được|đã|giao|đề ra|nghị quyết|hđnd|tỉnh|phân bổ|[0-9]{4}|kh|dt)"
    r"[ ,.]*)*"
)
_ALL = re.compile(
    r"(?i)(?<!\w)(?:tổng|tiếp nhận|phải|được giao|cần|hiện có|phát sinh|rà soát|có|nhận|trình|yêu cầu|đăng ký|toàn)(?!\w)"
)
_DONE = re.compile(
    r"(?i)(?<!\w)(?:giải quyết|hoàn thành|đúng hạn|trước hạn|quá hạn|thực hiện|trả|nộp|trực tuyến|ký số|số hóa|giải ngân|xử lý|"
    r"công khai|đạt|tham gia|trả lời|thẩm định|phê duyệt|cập nhật|tích hợp|hài lòng|chuẩn|ban hành|tự chủ)(?!\w)"
)
_RATE = re.compile(r"(?i)(?:(?:đạt|với|chiếm|có|và|,) )*(?:tỷ|tỉ) lệ (?P<what>.+?)(?: (?:đạt|là|chiếm|bằng|ở mức))*:?")
_MEASURE = re.compile(r"(?i)(?:đạt|chiếm|bằng)(?: (?:tỷ|tỉ) lệ)?")
_LITTLE_WORDS = frozenset((
    "đạt", "là", "có", "đã", "được", "và", "của", "các", "trong", "theo", "với", "cho", "chiếm", "bằng", "số", "lệ", "tỷ", "tỉ",
))  # fmt: skip
_SHARED_OUT = re.compile(r"(?i)(?<!\w)chiếm(?: tỷ lệ| tỉ lệ)?$")


def read_shares(statement: Passage, layout: Layout, totals: Mapping[int, int]) -> Iterator[Share | Shares]:
    """The percentages of a statement that are of figures it prints; `totals` tells each part's total."""
    found = tuple(_Stated.all(layout))
    alone: list[_Stated] = []
    for one in found:
        wholes = _Wholes(layout=layout, totals=totals, stated=one)
        share = _share(statement, layout, one, wholes)
        if share:
            yield share
        if (share is None or not share.named) and not one.base and not layout.clauses[one.percent].figure.hedge:
            alone.append(one)
    yield from _shared_out(statement, layout, alone)


@frozen(kw_only=True)
class _Stated:
    """A percentage and the figure that it says more of, as numbers of the layout; `base` what it is said to be of."""

    percent: int
    part: int
    base: str

    @classmethod
    def all(cls, layout: Layout) -> "Iterator[_Stated]":
        parts: dict[int, int] = {}
        for i, clause in enumerate(layout.clauses):
            if clause.figure.kind is not FigureKind.PERCENT or clause.figure.unit != "%" or is_step(clause):
                continue
            part = _part(layout, i, parts)
            if part is not None:
                parts[i] = part
                yield cls(percent=i, part=part, base=denominator(clause))


def _part(layout: Layout, at: int, parts: Mapping[int, int]) -> int | None:
    """The figure whose share a percentage is: the one it follows, the one before its bracket, or one in a bracket after it."""
    clauses = layout.clauses
    clause = clauses[at]
    after = at + 1
    if _in_bracket(clauses, at) and not (denominator(clause) and clauses[after].figure.kind is not FigureKind.RATIO):
        return after
    before = _before(clauses, at)
    if before is None:
        return None
    if before in parts and speaks_of_last(clause):
        return parts[before]
    if before > 0 and _OUT_OF.search(clauses[before].left) and clauses[before - 1].group == clauses[before].group:
        before -= 1
    if not _is_part(clauses[before]) or is_step(clauses[before]):
        return None
    return (
        before if speaks_of_last(clause) or _same_rate(clause, clauses[before]) or _goes_on(clause, clauses[before]) else None
    )


def _in_bracket(clauses: Sequence[Clause], at: int) -> bool:
    """Whether a bracket that holds a bare figure follows the figure."""
    after = at + 1
    return after < len(clauses) and clauses[after].owner == at and _is_part(clauses[after]) and not clauses[after].left


def _before(clauses: Sequence[Clause], at: int) -> int | None:
    """The figure before within the same item and bracket, else the one that the bracket follows."""
    clause = clauses[at]
    for i in range(at - 1, max(-1, at - _FAR), -1):
        if clauses[i].group == clause.group:
            return i if clauses[i].figure.start >= clause.item else None
        if clause.group >= 0 and clauses[i].figure.start < clause.group:
            break
    return clause.owner if clause.owner >= 0 else None


def _is_part(clause: Clause) -> bool:
    return clause.figure.kind in _PARTS


def _same_rate(percent: Clause, part: Clause) -> bool:
    """Whether ``tỷ lệ hoàn thành đạt`` speaks of what was just counted over its whole: every word of it has been said there."""
    rate = _RATE.fullmatch(percent.left)
    if rate is None or part.figure.kind is not FigureKind.RATIO:
        return False
    said = f"{part.left} {part.figure.unit} {part.right}".casefold().split()
    return set(rate["what"].casefold().split()) - _LITTLE_WORDS <= set(said)


def _whole_first(statement: Passage, clause: Clause) -> tuple[PrintedFigure, ...]:
    """What a percentage may be of: of a part over its whole the whole, then the part itself."""
    whole = printed_whole(statement, clause)
    return (*((whole,) if whole else ()), printed(statement, clause))


def _is_one_of_two(layout: Layout, at: int) -> bool:
    """Whether a percentage is one of two said in one breath, each of a figure of its own: ``tương ứng 86% và 65%``."""
    pairs = ((at - 1, at), (at, at + 1))
    return any(one >= 0 and other < len(layout.clauses) and _in_one_breath(layout, one, other) for one, other in pairs)


def _in_one_breath(layout: Layout, one: int, other: int) -> bool:
    first, second = layout.clauses[one].figure, layout.clauses[other].figure
    alike = first.kind is second.kind is FigureKind.PERCENT
    return alike and layout.text[first.end : second.start].strip() in ("và", ",")


def _goes_on(percent: Clause, part: Clause) -> bool:
    """Whether only a measure follows the rest of a ratio's own name: ``15/20 hồ sơ phát sinh phí, lệ phí, đạt 75%``."""
    last = percent.left.rpartition(", ")[2]
    return part.figure.kind is FigureKind.RATIO and _MEASURE.fullmatch(last) is not None


def _share(statement: Passage, layout: Layout, stated: _Stated, wholes: "_Wholes") -> Share | None:
    clauses = layout.clauses
    part, percent = clauses[stated.part], clauses[stated.percent]
    own = printed_whole(statement, part)
    if own is not None and not _is_of_something_else(stated.base):
        found: tuple[PrintedFigure, ...] = (own,)
        named = True
    else:
        numbers, named = wholes.found()
        named = named and not _is_one_of_two(layout, stated.percent)
        found = tuple(figure for i in numbers for figure in _whole_first(statement, clauses[i]))
    if not found:
        return None
    start = min(part.figure.start, percent.figure.start)
    end = max(part.figure.end, percent.figure.end)
    return Share(
        part=printed(statement, part),
        wholes=found,
        stated=printed(statement, percent),
        named=named,
        span=statement.span(start, end),
    )


def _is_of_something_else(base: str) -> bool:
    """Whether a percentage beside a part over its whole is of another whole: last year's, or of a plan named apart."""
    return _EARLIER.search(base) is not None or (_PLANNED.match(base) is not None and not _GENERAL_BASE.fullmatch(base))


@frozen(kw_only=True)
class _Wholes:
    """The figures that a percentage may be of."""

    layout: Layout
    totals: Mapping[int, int]
    stated: _Stated

    @property
    def _part(self) -> Clause:
        return self.layout.clauses[self.stated.part]

    def found(self) -> tuple[tuple[int, ...], bool]:
        """Their numbers, the likeliest first, and whether the paper says that it is the first."""
        base = self.stated.base
        if _EARLIER.search(base):
            return (), False
        if base and _in_bracket(self.layout.clauses, self.stated.percent):
            return (self.stated.percent + 1,), True
        rest = tuple(self._fitting())
        if base and _PLANNED.match(base):
            planned = [i for i in rest if _PLANNED.search(self.layout.clauses[i].left)]
            return tuple(planned), len(planned) == 1 and _GENERAL_BASE.fullmatch(base) is not None and self._only_percent()
        for named in (self._out_of(), self._total()):
            if named is not None:
                return (named, *(i for i in rest if i != named)), True
        return rest, self._is_plain(rest)

    def _only_percent(self) -> bool:
        """Whether no other percentage says more of the same figure, each of its own whole."""
        others = (one for one in _Stated.all(self.layout) if one.part == self.stated.part)
        return sum(1 for _ in others) == 1

    def _out_of(self) -> int | None:
        """The whole that ``980 trên tổng số 1.000 hồ sơ`` or ``trong tổng số 1.000 hồ sơ có 980`` names."""
        clauses, at = self.layout.clauses, self.stated.part
        for said in (at, self.stated.percent):
            after = said + 1
            if after < len(clauses) and clauses[after].group == clauses[said].group and _OUT_OF.search(clauses[after].left):
                return after
        for i in range(at - 1, max(-1, at - _FAR), -1):
            if clauses[i].figure.start < self._part.sentence:
                break
            if _OUT_OF_ALL.search(clauses[i].left) and self._may_be_whole(i):
                return i
        return None

    def _total(self) -> int | None:
        total = self.totals.get(self.stated.part)
        return total if total is not None and self._may_be_whole(total) else None

    def _fitting(self) -> Iterator[int]:
        """Figures said before, of the same things and not fewer, the nearest first."""
        for i in range(self.stated.part - 1, max(-1, self.stated.part - _FAR), -1):
            if self._may_be_whole(i):
                yield i

    def _may_be_whole(self, at: int) -> bool:
        one, part = self.layout.clauses[at], self._part
        kinds = {one.figure.kind, part.figure.kind}
        if not _is_part(one) or is_step(one) or (FigureKind.MONEY in kinds and len(kinds) > 1):
            return False
        units = (one.figure.unit.casefold(), part.figure.unit.casefold())
        same = FigureKind.MONEY in kinds or not all(units) or units[0].split()[0] == units[1].split()[0]
        return same and (FigureKind.MONEY in kinds or (one.figure.whole or one.figure.value) >= part.figure.value)

    def _is_plain(self, found: Sequence[int]) -> bool:
        """Whether one total was said in the sentence before, and of it so many were done."""
        clauses = self.layout.clauses
        own = (i for i in found if clauses[i].figure.start >= self._part.sentence)
        totals = [i for i in own if _ALL.search(clauses[i].left.rpartition(":")[2])]
        units = {clauses[i].figure.unit.casefold() for i in (*totals, self.stated.part)}
        return len(totals) == 1 and totals[0] == found[-1] and len(units) == 1 and _DONE.search(self._part.left) is not None


def _shared_out(statement: Passage, layout: Layout, alone: Sequence[_Stated]) -> Iterator[Shares]:
    """Parts of one thing, each with its share, whose whole is not printed."""
    clauses = layout.clauses
    groups: dict[tuple[int, str], list[_Stated]] = {}
    for one in alone:
        part = clauses[one.part]
        if part.figure.kind is FigureKind.COUNT and not part.figure.hedge:
            unit = part.figure.unit.casefold().partition(" ")[0]
            groups.setdefault((part.sentence, unit), []).append(one)
    for some in groups.values():
        percents = [clauses[one.percent] for one in some]
        if len(some) > 1:
            yield Shares(
                parts=tuple(printed(statement, clauses[one.part]) for one in some),
                stated=tuple(printed(statement, clauses[one.percent]) for one in some),
                shared_out=all(_SHARED_OUT.search(clause.left) for clause in percents),
                span=statement.span(clauses[some[0].part].figure.start, percents[-1].figure.end),
            )
