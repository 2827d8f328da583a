"""The areas of administrative reform by which plans, reports and indexes are arranged.

Six are the contents of the overall programme (Nghị quyết 76/NQ-CP); steering comes first in every index, impact last.
"""

from enum import Enum

__all__ = ["Area"]


class Area(Enum):
    """An area of reform (lĩnh vực cải cách)."""

    STEERING = "steering"
    """Chỉ đạo, điều hành."""
    INSTITUTIONS = "institutions"
    """Cải cách thể chế."""
    PROCEDURES = "procedures"
    """Cải cách thủ tục hành chính."""
    APPARATUS = "apparatus"
    """Cải cách tổ chức bộ máy hành chính nhà nước."""
    CIVIL_SERVICE = "civil_service"
    """Cải cách chế độ công vụ."""
    FINANCE = "finance"
    """Cải cách tài chính công."""
    DIGITAL = "digital"
    """Xây dựng và phát triển Chính quyền điện tử, Chính quyền số."""
    IMPACT = "impact"
    """Tác động của cải cách hành chính."""
