"""Statements (nội dung): what a plan or a report says in words, where it is neither a target, a task nor a duty."""

from enum import Enum

from attrs import frozen

from cchc.model.area import Area
from cchc.model.source import Source

__all__ = ["Statement", "StatementKind"]


class StatementKind(Enum):
    """What a statement of a plan or a report says."""

    ACHIEVED = "achieved"
    """Kết quả đạt được."""
    SHORTCOMING = "shortcoming"
    """Tồn tại, hạn chế."""
    PURPOSE = "purpose"
    """Mục đích, yêu cầu, mục tiêu chung."""
    DIRECTION = "direction"
    """Phương hướng, nhiệm vụ, giải pháp."""
    PROPOSAL = "proposal"
    """Kiến nghị, đề xuất."""


@frozen(kw_only=True)
class Statement:
    """What a plan or a report says in words (nội dung), with the area of reform it stands under."""

    text: str
    kind: StatementKind = StatementKind.ACHIEVED
    area: Area | None = None
    source: Source | None = None
