"""Totals whose parts no "trong đó" announces (tổng số và các phần): ``Giải quyết 4.098 hồ sơ: trước hạn 2.860; quá hạn 15``.

A colon after the total, a ``tổng cộng`` after the parts, ``trong 98 TTHC …`` before them, and ``còn`` for what is left.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from cchc.reading.figures.clauses import Clause, Layout
from cchc.reading.figures.comparisons import is_step
from cchc.reading.figures.figures import FigureKind

__all__ = ["ToldTotal", "told_totals"]

_AMONG = re.compile(r"(?i)(?:^|[ ,.;:])trong(?: tổng)?(?: số)?$")
_ALL_TOLD = re.compile(r"(?i)(?<!\w)(?:tổng cộng|tổng số|tổng)$")
_ALTOGETHER = re.compile(r"(?i)(?<!\w)(?:tổng cộng|cộng)(?: là| có)?:?$")
_OF_ALL = re.compile(r"(?i)(?<!\w)(?:trên|trong) tổng số$")
_DIVIDED = re.compile(r"(?i)(?<!\w)(?:chia|phân|tính) theo(?!\w)")
_LEFT = re.compile(r"(?i)(?:^|[ ,;])(?<!xuống )còn(?: lại| thiếu| phải)?(?: là| có)?:?$")
_ALL = re.compile(r"(?i)(?<!\w)(?:tổng|tiếp nhận|phải|được giao|giao|hiện có|phát sinh|rà soát|nhận|yêu cầu|đăng ký|có)(?!\w)")
_DONE = re.compile(r"(?i)(?<!\w)(?:đã|hiện có|có mặt|hoàn thành|giải quyết|xử lý|thực hiện|trả lời)(?!\w)")
_OTHER_TIME = re.compile(r"(?i)cùng kỳ|(?<!\w)so với|(?<!\w)năm (?:[0-9]{4}|trước)|kỳ trước|kế hoạch|dự toán|chỉ tiêu")


@frozen(kw_only=True)
class ToldTotal:
    """A total and its parts, as numbers of the layout; `whole` where the total is the whole of a part over a whole."""

    total: int
    parts: tuple[int, ...]
    complete: bool = True
    whole: bool = False


def told_totals(layout: Layout, taken: Collection[int]) -> Iterator[ToldTotal]:
    """The totals of a statement that no word for parts announces; `taken` are the parts that one does."""
    for i, clause in enumerate(layout.clauses):
        if clause.figure.kind is FigureKind.COUNT and not is_step(clause):
            found = _after_colon(layout, i) or _among(layout, i) or _listed(layout, i) or _altogether(layout, i)
            found = found or _remainder(layout, i)
            if found and not any(part in taken for part in found.parts):
                yield found


def _after_colon(layout: Layout, at: int) -> ToldTotal | None:
    """``4.098 hồ sơ: trước hạn 2.860 hồ sơ; đúng hạn 1.238 hồ sơ``."""
    clauses, parts = layout.clauses, _following(layout.clauses, at)
    if len(parts) < 2 or not _announces(layout.text[clauses[at].figure.end : clauses[parts[0]].figure.start]):
        return None
    first = tuple(i for i in parts if clauses[i].item == clauses[parts[0]].item)
    parts = first if len(first) > 1 else parts  # what comes after a semicolon then is another matter
    return ToldTotal(total=at, parts=parts) if all(clauses[i].left.strip(" :") for i in parts) else None


def _announces(between: str) -> bool:
    """Whether a colon announces the parts, and is none of a label of its own: ``13 nhiệm vụ; Sở Tư pháp: 09 nhiệm vụ``."""
    before, colon, label = between.partition(":")
    return bool(colon) and ";" not in before and label.strip() != ""


def _among(layout: Layout, at: int) -> ToldTotal | None:
    """``Trong 98 TTHC cấp tỉnh: mức độ 4 là 52 TTHC, mức độ 3 là 46 TTHC``; without a colon only some are named."""
    clause = layout.clauses[at]
    parts = _following(layout.clauses, at)
    if not parts or not _AMONG.search(clause.left):
        return None
    colon = ":" in layout.text[clause.figure.end : layout.clauses[parts[0]].figure.start]
    return ToldTotal(total=at, parts=parts, complete=colon and len(parts) > 1)


def _listed(layout: Layout, at: int) -> ToldTotal | None:
    """``tổng số 486 nhiệm vụ; hoàn thành 441; đang thực hiện 45``: items that lean on the total's own name."""
    clause = layout.clauses[at]
    parts = _following(layout.clauses, at)
    apart = len({layout.clauses[i].item for i in (at, *parts)}) == len(parts) + 1
    if len(parts) < 2 or not apart or not _ALL_TOLD.search(clause.left) or any(layout.clauses[i].figure.unit for i in parts):
        return None
    return ToldTotal(total=at, parts=parts)


def _altogether(layout: Layout, at: int) -> ToldTotal | None:
    """``236 lượt công chức và 118 lượt thành viên, tổng cộng 354 lượt người``."""
    clauses = layout.clauses
    before = [i for i in range(at) if _beside(clauses[i], clauses[at])]
    divided = _OF_ALL.search(clauses[at].left) and _DIVIDED.search(layout.text, clauses[at].sentence, clauses[at].figure.start)
    if not divided and not _ALTOGETHER.search(clauses[at].left):
        return None
    parts = tuple(i for i in before if _fits(clauses[at], clauses[i]))
    return ToldTotal(total=at, parts=parts) if len(parts) > 1 else None


def _remainder(layout: Layout, at: int) -> ToldTotal | None:
    """``tiếp nhận 329, đã xử lý 321, còn 08 đang xử lý``; also ``đã xử lý 321/329, còn 08``."""
    clauses = layout.clauses
    if not _LEFT.search(clauses[at].left):
        return None
    before = [i for i in range(at) if _beside(clauses[i], clauses[at]) and clauses[i].figure.kind is not FigureKind.PERCENT]
    if before and clauses[before[-1]].figure.kind is FigureKind.RATIO and _fits(clauses[before[-1]], clauses[at]):
        return ToldTotal(total=before[-1], parts=(before[-1], at), whole=True)
    if len(before) != 2 or not all(_fits(clauses[i], clauses[at]) for i in before):
        return None
    first, second = (clauses[i] for i in before)
    said = _ALL.search(first.left) and _DONE.search(second.left) and not _OTHER_TIME.search(f"{first.left} {second.left}")
    return ToldTotal(total=before[0], parts=(before[1], at)) if said else None


def _following(clauses: Sequence[Clause], at: int) -> tuple[int, ...]:
    """The figures after a total, in its sentence and bracket, that may be its parts."""
    after = (i for i in range(at + 1, len(clauses)) if _beside(clauses[i], clauses[at]) and not is_step(clauses[i]))
    return tuple(i for i in after if _fits(clauses[at], clauses[i]) and not _OTHER_TIME.search(clauses[i].left))


def _beside(one: Clause, other: Clause) -> bool:
    return one.group == other.group and one.sentence == other.sentence


def _fits(total: Clause, part: Clause) -> bool:
    """Whether two figures count the same things, as far as they say what."""
    if {total.figure.kind, part.figure.kind} - {FigureKind.COUNT, FigureKind.RATIO}:
        return False
    units = (total.figure.unit.casefold(), part.figure.unit.casefold())
    return not all(units) or units[0].split()[0] == units[1].split()[0]
