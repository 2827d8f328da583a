"""What a paper says in passing, of itself and of its times (lời văn tự dẫn): annexes promised, blanks left, years, no days.

A remark is what the print says, never whether it is right.
"""

from enum import Enum

from attrs import frozen

from cchc.model.source import Span

__all__ = ["Remark", "RemarkKind"]


class RemarkKind(Enum):
    """What is said in passing."""

    OWN_YEAR = "own_year"
    """Năm mà văn bản tự gọi mình: Trên đây là Kế hoạch cải cách hành chính năm 2025."""
    OWN_BLANK = "own_blank"
    """Số hoặc ngày của chính văn bản để trống, trong khi phần kia đã ghi."""
    BLANK = "blank"
    """Chỗ để trống trong nội dung: đạt ...%."""
    NO_DAY = "no_day"
    """Ngày không có trong lịch: ngày 31/6/2025."""
    NO_DAY_CITED = "no_day_cited"
    """Ngày không có trong lịch, là ngày của văn bản được viện dẫn."""
    PAST = "past"
    """Viện dẫn văn bản để nói về việc đã qua: thay thế, sửa đổi, bãi bỏ, tổng kết."""
    LEVEL = "level"
    """Cấp của cơ quan ban hành văn bản được viện dẫn: UBND tỉnh, UBND xã."""
    ANNEX = "annex"
    """Phụ lục được hứa kèm theo."""


@frozen(kw_only=True)
class Remark:
    """A thing said in passing: its `words`, the `year` or the `order` (of an annex, 0 where it has no number) that it names."""

    kind: RemarkKind
    words: str
    year: int = 0
    order: int = 0
    span: Span | None = None
