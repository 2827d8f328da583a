"""How the sections, items and rows of a paper are numbered (đánh số): I, II; 1, 2; a, b, c, d, đ; 2.1, 2.2.

Vietnamese lists run a b c d đ e g h i k l. The numbers are kept as printed, repeated and missing ones included.
"""

from enum import Enum

from attrs import frozen

from cchc.model.source import Span

__all__ = ["Numbered", "Numbering"]


class Numbering(Enum):
    """What is numbered."""

    SECTION = "section"
    """Phần, chương, mục đánh số La Mã, chữ cái in hoa; điều."""
    ITEM = "item"
    """Khoản, mục đánh số Ả Rập: nhiều danh sách có thể lồng nhau."""
    LETTER = "letter"
    """Điểm a, b, c, d, đ."""
    ROW = "row"
    """Dòng của bảng: số thứ tự, số hiệu."""
    ANNEX = "annex"
    """Phụ lục kèm theo."""


@frozen(kw_only=True)
class Numbered:
    """One numbered thing: its `code` as printed, and its place in its list.

    `series` tells the lists of a paper apart, `order` is what the code counts as (``đ`` is 5, ``IV`` is 4, ``2.10`` is 10; 0
    where an annex has no number). `heads` says that a list of the same look may lie below it, as below a bare
    heading or a colon; `worn` marks a code that a scan shows, where a look-alike may have been read.
    """

    code: str
    order: int
    series: int
    of: Numbering = Numbering.SECTION
    title: str = ""
    heads: bool = False
    worn: bool = False
    span: Span | None = None
