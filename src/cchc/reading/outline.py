"""What every stretch of a document was understood to be, so that nothing read is lost (decision 9 of the design).

The parts of an outline and the unread spans together hold every character of the source that is no white space.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import pairwise

from attrs import frozen

from cchc.model.source import Span
from cchc.reading.document import Document, Table

__all__ = ["CellSpan", "Part", "PartKind", "left_over"]


class PartKind(Enum):
    """What a part of a document is (thành phần văn bản)."""

    FRONT = "front"
    """Phần đầu: quốc hiệu, tên cơ quan, số, ký hiệu, ngày tháng, tên loại và trích yếu."""
    GROUNDS = "grounds"
    """Căn cứ và lời dẫn."""
    HEADING = "heading"
    """Tiêu đề của phần, mục."""
    TARGET = "target"
    """Chỉ tiêu."""
    STATEMENT = "statement"
    """Nội dung trình bày bằng lời."""
    DUTY = "duty"
    """Trách nhiệm thực hiện."""
    TABLE_HEADING = "table_heading"
    """Đầu bảng, dòng lĩnh vực, dòng nhóm nhiệm vụ."""
    TASK = "task"
    """Nhiệm vụ, trong bảng hay trong đoạn văn có nêu cơ quan chủ trì, thời gian, sản phẩm."""
    CLOSING = "closing"
    """Nơi nhận, chức vụ và họ tên người ký."""
    FURNITURE = "furniture"
    """Số trang, đầu trang lặp lại, đường dẫn ở chân trang."""


@frozen(kw_only=True)
class Part:
    """A stretch of a document and what it is; `place` names the cell where it is one."""

    kind: PartKind
    span: Span
    place: str = ""


@frozen(kw_only=True)
class CellSpan(Span):
    """A stretch of text in a cell, with the cell's place: ``Sheet1!B4``."""

    place: str = ""


_WORDS = re.compile(r"\S(?:.*\S)?", re.DOTALL)


def left_over(document: Document, parts: Iterable[Part]) -> tuple[Span, ...]:
    """The stretches of a document that lie in no part, a cell's for itself, without the white space around them."""
    covered = bytearray(len(document.text))
    for part in parts:
        covered[part.span.start : part.span.end] = b"\1" * (part.span.end - part.span.start)
    cells = {cell.start: (cell.end, cell.place) for table in document.parts if isinstance(table, Table) for cell in table.cells}
    edges = sorted({0, len(covered), *cells, *(end for end, _ in cells.values())})
    found: list[Span] = []
    for start, end in pairwise(edges):
        place = cells[start][1] if start in cells else ""
        for first, last in _gaps(covered, start, end):
            if words := _WORDS.search(document.text, first, last):
                found.append(_stretch(words, place))
    return tuple(found)


def _stretch(words: re.Match[str], place: str) -> Span:
    if place:
        return CellSpan(start=words.start(), end=words.end(), text=words.group(), place=place)
    return Span(start=words.start(), end=words.end(), text=words.group())


def _gaps(covered: bytearray, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches from `start` up to `end` that are not covered."""
    while (first := covered.find(0, start, end)) >= 0:
        last = covered.find(1, first, end)
        start = last if last >= 0 else end
        yield first, start
