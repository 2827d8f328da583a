"""Totals and their parts (trong đó, gồm, cụ thể): which figures of a statement a report says make up which.

Nothing is added up here. A breakdown says what the print claims; whether the parts make the total is for the rules to check.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from cchc.reading.figures.clauses import Clause, Layout, Marker, lay_out
from cchc.reading.figures.comparisons import is_change, is_step
from cchc.reading.figures.figures import FigureKind
from cchc.reading.passage import Passage

__all__ = ["Breakdown", "breakdowns_of", "find_breakdowns"]


@frozen(kw_only=True)
class Breakdown:
    """A total and its parts, as numbers of the statement's measurements; `words` are those that join them, empty for a bracket.

    A list that a colon opens (``trong đó:``) claims to be complete; ``trong đó có`` names some parts only.
    """

    total: int
    parts: tuple[int, ...]
    words: str = ""


def find_breakdowns(statement: Passage) -> tuple[Breakdown, ...]:
    """The totals of a statement with their parts; numbers count its measurements from 0."""
    return breakdowns_of(lay_out(statement.text))


def breakdowns_of(layout: Layout) -> tuple[Breakdown, ...]:
    """The breakdowns of a statement already laid out, by their totals' places."""
    taken: dict[int, tuple[int, str]] = {}
    for claim in _claims(layout):
        for part in claim.parts:
            total = _total(layout.clauses, claim, part)
            if total is not None and part not in taken:
                taken[part] = (total, claim.words)
    joined: dict[tuple[int, str], list[int]] = {}
    for part, key in sorted(taken.items()):
        joined.setdefault(key, []).append(part)
    return tuple(Breakdown(total=total, parts=tuple(parts), words=words) for (total, words), parts in sorted(joined.items()))


_NEAREST, _MOST_PARTS = 8, 400
_SUMMED = (FigureKind.COUNT, FigureKind.MONEY, FigureKind.RATIO)
_EXHAUSTIVE = re.compile(r"(?:bao )?gồm|cụ thể|chia")
_PEOPLE = ("người", "cán bộ", "công chức", "viên chức", "học viên", "đại biểu", "đồng chí", "lãnh đạo", "biên chế", "lượt")
_KINDS_OF_BODIES = (
    "sở", "ban", "ngành", "huyện", "quận", "xã", "phường", "thị", "thành phố", "đặc khu", "phòng", "cơ quan", "đơn vị",
    "trường",
)  # fmt: skip
_WIDER = ((("đơn vị", "cơ quan", "địa phương"), _KINDS_OF_BODIES), (_PEOPLE, _PEOPLE))
"""Names of things with those that may be parts of them under another name."""
_OTHER_SUBJECT = re.compile(r"[,;.] ?[^\W\d_][^,;.]* $")
_WAY = re.compile(r"(?i)(?<!\w)(?:từ|xuống(?: còn)?|(?<!trở )lên)$")
_LABEL = re.compile(r"[^,;:]{2,60}:")


_CLOSE = 2  # characters: a comma and a space


@frozen(kw_only=True)
class _Claim:
    """What a marker or a bracket joins: figures that may be totals, the likeliest first, and figures that may be parts.

    `next_to` is the figure that the words follow at once, or -1.
    """

    totals: Sequence[int]
    parts: Sequence[int]
    words: str = ""
    next_to: int = -1


def _claims(layout: Layout) -> Iterator[_Claim]:
    """What the markers and the brackets of a statement join, the last first."""
    clauses, starts = layout.clauses, [clause.figure.start for clause in layout.clauses]
    for at in reversed(range(len(layout.markers))):
        marker = layout.markers[at]
        if _speaks_of_another(layout, marker):
            continue
        last = marker.before - 1
        next_to = last if last >= 0 and marker.start - clauses[last].figure.end <= _CLOSE else -1
        parts = _region(layout, at, bisect_left(starts, marker.end))
        yield _Claim(totals=_totals(clauses, marker), parts=parts, words=marker.words, next_to=next_to)
    marked = {marker.group for marker in layout.markers}
    groups: dict[int, list[int]] = {}
    for i, clause in enumerate(clauses):
        if clause.owner >= 0 and clause.group not in marked and _is_summed(clause) and not is_step(clause):
            groups.setdefault(clause.group, []).append(i)
    for parts in groups.values():
        yield _Claim(totals=(clauses[parts[0]].owner,), parts=parts)


def _speaks_of_another(layout: Layout, marker: Marker) -> bool:
    """Whether a "gồm" has a subject of its own since the last figure: ``nhóm A gồm 5 huyện, nhóm B gồm 8 huyện``."""
    if "gồm" not in marker.words[: len("bao gồm")] or marker.before == 0:
        return False
    between = layout.text[layout.clauses[marker.before - 1].figure.end : marker.start]
    return _OTHER_SUBJECT.search(between) is not None


def _is_summed(clause: Clause) -> bool:
    figure = clause.figure
    if figure.kind is FigureKind.COUNT and (figure.unit.startswith("lần") or figure.value % 1):
        return False  # gấp 2,1 lần, bình quân 3,6 lượt: neither a total nor a part
    return figure.kind in _SUMMED and not is_change(clause) and _WAY.search(clause.left) is None


def _totals(clauses: Sequence[Clause], marker: Marker) -> list[int]:
    """Figures before a marker that may be its total: those of its sentence, else of the one before; the likeliest first."""
    last = marker.owner if marker.group >= 0 else marker.before - 1
    if last < 0:
        return []
    group = clauses[last].group if marker.group >= 0 else marker.group
    own = [i for i in range(last, max(-1, last - _NEAREST), -1) if clauses[i].group == group]
    if not own:
        return []
    sentence = clauses[own[0]].sentence
    near = [
        i for i in range(last, max(-1, last - _NEAREST), -1) if clauses[i].figure.start >= sentence and _is_summed(clauses[i])
    ]
    return sorted(near, key=lambda i: (clauses[i].group != group, -i))


def _region(layout: Layout, at: int, first: int) -> list[int]:
    """The figures that a marker opens: to the end of its item, or of its list where a colon or a bracket makes one."""
    marker = layout.markers[at]
    parts = list(_following(layout, at, first))
    head = [i for i in parts if layout.clauses[i].item <= marker.start]
    if marker.group >= 0:
        return parts
    if marker.lists and _goes_on(layout.clauses, head, parts):
        return parts + _more_sentences(layout, parts)
    return head


def _following(layout: Layout, at: int, first: int) -> Iterator[int]:
    """The figures after a marker that may be its parts: those of its sentence or bracket that no later marker claims."""
    marker = layout.markers[at]
    later = at + 1
    for i in range(first, min(first + _MOST_PARTS, len(layout.clauses))):
        clause = layout.clauses[i]
        if clause.group > marker.group:
            continue
        while later < len(layout.markers) and layout.markers[later].start < clause.figure.start:
            later += 1
        inner = layout.markers[later - 1]
        claimed = later - 1 > at and inner.group == marker.group and inner.start >= clause.item
        if clause.group < marker.group or clause.sentence != marker.sentence or (claimed and inner.lists):
            return
        if not claimed and _is_summed(clause):
            yield i
        if not marker.lists and marker.group < 0 and clause.item > marker.start:
            return


def _goes_on(clauses: Sequence[Clause], head: Sequence[int], parts: Sequence[int]) -> bool:
    """Whether a list goes on behind its first semicolon: it does where the first item is one part, or one label's parts."""
    alike = Counter((clauses[i].figure.kind, clauses[i].figure.unit) for i in head)
    if len(parts) == len(head) or max(alike.values(), default=0) < 2:
        return True
    after = parts[len(head)]
    labels = [bool(_LABEL.search(clauses[i].left)) for i in (head[0], head[1], after)]
    return labels == [True, False, True]


def _more_sentences(layout: Layout, parts: Sequence[int]) -> list[int]:
    """Parts that are sentences of their own: ``Trong đó: Chi đầu tư: 5 tỷ đồng. Chi thường xuyên: 2 tỷ đồng.``."""
    clauses, more = layout.clauses, []
    if len(parts) != 1 or not _LABEL.search(clauses[parts[0]].left):
        return []
    unit, sentence = clauses[parts[0]].figure.unit, clauses[parts[0]].sentence
    for i in range(parts[0] + 1, min(parts[0] + _MOST_PARTS, len(clauses))):
        clause = clauses[i]
        if clause.group >= 0 or clause.sentence == sentence:
            continue
        if clause.start != clause.sentence or clause.figure.unit != unit or not _LABEL.fullmatch(clause.left):
            break
        more.append(i)
        sentence = clause.sentence
    return more


def _total(clauses: Sequence[Clause], claim: _Claim, part: int) -> int | None:
    """The total that a part belongs to: one that stands before the joining words at once, else the one most like it."""
    fitting = [i for i in claim.totals if i < part and _fits(clauses[i], clauses[part])]
    if claim.next_to in fitting:
        return claim.next_to
    if fitting:
        return min(fitting, key=lambda i: _distance(clauses[i], clauses[part]))
    counted = [i for i in claim.totals if i < part and clauses[i].figure.kind is clauses[part].figure.kind is FigureKind.COUNT]
    return counted[0] if counted and _EXHAUSTIVE.match(claim.words) else None


def _fits(total: Clause, part: Clause) -> bool:
    kinds = (total.figure.kind, part.figure.kind)
    if kinds != (FigureKind.RATIO, FigureKind.COUNT) and kinds[0] is not kinds[1]:
        return False
    one, other = total.figure.unit.casefold(), part.figure.unit.casefold()
    if any(one.startswith(wide) and other.startswith(narrow) for wide, narrow in _WIDER):
        return True
    same = kinds[0] is FigureKind.MONEY or not one or not other or one.split()[0] == other.split()[0]
    return same or f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _distance(total: Clause, part: Clause) -> tuple[bool, bool]:
    said = part.right.casefold()
    same_words = bool(said) and total.right.casefold() == said
    return (not same_words, total.figure.unit.casefold() != part.figure.unit.casefold())
