"""The layout of a document (bố cục): its front, its body, its closing, what belongs to the page, and its tables.

Letterheads and signatures often stand in tables without borders; those are lines like any others. An annex may follow the
closing, with a front of its own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from cchc.model import Span
from cchc.reading.document import Cell, Document, Line, Table
from cchc.reading.frame.closing import read_closing
from cchc.reading.frame.front import Front, FrontRole, read_front
from cchc.reading.mending.repair import Repair, needs_repair, repair
from cchc.reading.outline import Part, PartKind
from cchc.reading.passage import Passage
from cchc.reading.prose.blocks import is_furniture

__all__ = ["Layout", "lay_out"]

_OF_LAYOUT = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*-\s*Tự do|Nơi nhận|\b(?:TM|KT|TL|TUQ)\.\s|CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG",
)
_ENDS_LINE = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|<br\s*/?>", re.IGNORECASE)
_MOST_LAYOUT_CELLS = 12
_NOT_CITED = frozenset((FrontRole.SYMBOL, FrontRole.AGENCY, FrontRole.NATION))
_KINDS = {FrontRole.GROUNDS: PartKind.GROUNDS, FrontRole.ORNAMENT: PartKind.FURNITURE}

_Printed = tuple[Line, Passage]


@frozen(kw_only=True)
class Layout:
    """The `front` and the lines of the `body`; `parts` say where front, closing and furniture stand.

    `citable` are the words in which documents may be cited; `repairs` what was repaired, `doubtful` what was left as printed.
    """

    front: Front
    body: tuple[_Printed, ...]
    tables: tuple[Table, ...]
    citable: Passage
    parts: tuple[Part, ...]
    repairs: tuple[Repair, ...] = ()
    doubtful: tuple[Repair, ...] = ()


def lay_out(document: Document, *, year: int | None = None, apart: Sequence[tuple[int, int]] = ()) -> Layout:
    """The layout of a document; stretches of its text that are read otherwise are left `apart`."""
    tables = tuple(part for part in document.parts if isinstance(part, Table) and not _is_layout(document, part))
    lines, repairs, doubtful = _repaired(tuple(_printed(document, tables, apart)))
    of_page = is_furniture(lines)
    marks = (Span(start=start, end=end, text=document.text[start:end]) for start, end in document.marks)
    parts = [Part(kind=PartKind.FURNITURE, span=span) for span in (*marks, *_spans(lines, of_page))]
    aside = [words for line, words in lines if line.aside]
    lines = tuple(line for line, furniture in zip(lines, of_page, strict=True) if not furniture)
    closing = read_closing([words for _, words in lines])
    parts += (Part(kind=PartKind.CLOSING, span=span) for span in _spans(lines, closing))
    front, roles = _fronts(lines, closing, year)
    body, citable = [], []
    for line, closes, role in zip(lines, closing, roles, strict=True):
        if role is not FrontRole.BODY:
            parts += (Part(kind=_KINDS.get(role, PartKind.FRONT), span=span) for span in line[1].spans())
        elif not closes:
            body.append(line)
        if role not in _NOT_CITED and not closes:
            citable.append(line[1])
    return Layout(
        front=front,
        body=tuple(body),
        tables=tables,
        citable=Passage.joined((*citable, *aside)),
        parts=tuple(parts),
        repairs=repairs,
        doubtful=doubtful,
    )


def _fronts(lines: Sequence[_Printed], closing: Sequence[bool], year: int | None) -> tuple[Front, list[FrontRole]]:
    """The front of the document, and the role of every line, those of the annexes' fronts included."""
    starts = [0, *(at for at in range(1, len(lines)) if closing[at - 1] and not closing[at])]
    roles: list[FrontRole] = []
    fronts: list[Front] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        fronts.append(read_front([words for _, words in lines[start:end]], year=year))
        roles += fronts[-1].roles
    roles = [FrontRole.BODY if closes else role for role, closes in zip(roles, closing, strict=True)]
    return _main(fronts), roles


def _main(fronts: Sequence[Front]) -> Front:
    """The front of the document itself: a decision that issues a plan comes before it, and lends it what it does not say."""
    first = fronts[0]
    plans = [front for front in fronts if front.kind == "plan"]
    if first.kind not in ("", "plan") or not plans:
        return first
    plan = min(plans, key=lambda front: (front.carries, front.period is None))
    return evolve(
        plan,
        symbol=plan.symbol or first.symbol,
        issued_on=plan.issued_on or first.issued_on,
        agency=plan.agency or first.agency,
        period=plan.period or first.period,
    )


def _is_layout(document: Document, table: Table) -> bool:
    """Whether a table only arranges lines side by side: a letterhead, a closing, a box around a text."""
    if table.columns == 1 or len(table.cells) == 1:
        return True
    few = len(table.cells) <= _MOST_LAYOUT_CELLS and table.columns <= 3
    return few and any(_OF_LAYOUT.search(document.text, cell.start, cell.end) for cell in table.cells)


def _printed(document: Document, tables: Sequence[Table], apart: Sequence[tuple[int, int]]) -> Iterator[_Printed]:
    """Every line with words outside the tables that hold data and outside what is read apart."""
    of_data = frozenset(map(id, tables))
    elsewhere = bytearray(len(document.text) + 1)
    for start, end in apart:
        elsewhere[start:end] = b"\1" * (end - start)
    for part in document.parts:
        if isinstance(part, Line):
            lines: Iterable[Line] = (part,)
        elif id(part) in of_data:
            continue
        else:
            lines = (line for cell in part.cells for line in _lines_of(document, cell))
        for line in lines:
            words = document.passage(line)
            if words and not elsewhere[words.starts[0]]:
                yield line, words


def _lines_of(document: Document, cell: Cell) -> Iterator[Line]:
    ends = (match.end() for match in _ENDS_LINE.finditer(document.text, cell.start, cell.end))
    for start, end in pairwise([cell.start, *ends, cell.end]):
        yield Line(start=start, end=end, whole=True, bold=cell.bold)


def _spans(lines: Sequence[_Printed], which: Sequence[bool]) -> Iterator[Span]:
    for (_, words), wanted in zip(lines, which, strict=True):
        if wanted:
            yield from words.spans()


def _repaired(lines: tuple[_Printed, ...]) -> tuple[tuple[_Printed, ...], tuple[Repair, ...], tuple[Repair, ...]]:
    """The lines with damaged words repaired where the text as a whole is damaged; sentences go over the ends of lines."""
    whole = Passage.joined(words for _, words in lines)
    if not needs_repair(whole.text):
        return lines, (), ()
    repaired = repair(whole)
    starts = repaired.passage.starts
    found = []
    for line, words in lines:
        first, last = bisect_left(starts, words.starts[0]), bisect_left(starts, words.ends[-1])
        found.append((line, repaired.passage[first:last].strip()))
    return tuple(found), repaired.repairs, repaired.doubtful
