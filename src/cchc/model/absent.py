"""The ways in which a value can be absent, none of which is zero.

Silence of an agency, a duty it does not have, a day that has not come and a ratio over nothing are four facts;
only a policy named in a scorecard may turn one of them into points.
"""

from enum import Enum

__all__ = ["Absent"]


class Absent(Enum):
    """Why there is no value (không có giá trị)."""

    UNREPORTED = "unreported"
    """Chưa báo cáo: nobody has reported it."""
    NOT_APPLICABLE = "not_applicable"
    """Không áp dụng: the agency has no such duty."""
    NOT_DUE = "not_due"
    """Chưa đến hạn: its day has not come."""
    UNDEFINED = "undefined"
    """Không phát sinh: a ratio over zero, because nothing happened to be measured."""
