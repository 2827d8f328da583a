"""Where a commitment stands in its paper (vị trí trong văn bản): the headings above it, and the item that it is part of.

"98% hồ sơ đúng hạn" under "Đối với cấp tỉnh" is another target than the same words under "Đối với cấp xã".
"""

from attrs import frozen

__all__ = ["Setting"]


@frozen(kw_only=True)
class Setting:
    """The `headings` above a commitment, the highest first, and where its `item` begins; -1 where that is not known."""

    headings: tuple[str, ...] = ()
    item: int = -1
