"""The words by which headings, table rows and duties name an area of reform (lĩnh vực cải cách hành chính).

Programmes have renamed the areas over the years (hiện đại hóa hành chính became chính quyền điện tử, chính quyền số), and every
office shortens them its own way.
"""

import re

from cchc.model.area import Area
from cchc.model.text import plain

__all__ = ["find_area", "find_areas"]

_CCHC = r"(?:cchc|cải cách hành chính|công tác cải cách)"
_WORDS = {
    Area.IMPACT: rf"tác động (?:của )?(?:công tác )?{_CCHC}|tác động đến người dân",
    Area.INSTITUTIONS: (
        r"thể chế(?! h(?:óa|oá))|(?:xây dựng|ban hành|công tác)(?: và)?(?: hệ thống)?(?: các)?(?: văn bản)?"
        r" (?:vbqppl|qppl|quy phạm pháp luật)"
        r"|(?:xây dựng|hoàn thiện)(?: và| hệ thống|,? thi hành)* pháp luật"
    ),
    Area.PROCEDURES: r"thủ tục h(?:ành )?chính|tthc|cctthc|cải cách (?:các )?thủ tục|(?:cơ chế )?một cửa(?: liên thông)?",
    Area.APPARATUS: r"(?:tổ chức )?bộ máy|tổ chức hành chính nhà nước",
    Area.CIVIL_SERVICE: (
        r"công vụ|đội ngũ|cải cách công chức|chất lượng (?:cán bộ|công chức|viên chức|cbccvc|cb,? ?cc)"
        r"|quản lý cán bộ,? công chức"
    ),
    Area.FINANCE: r"tài chính công|cải cách tài chính|(?:cơ chế|chính sách) tài chính|tài chính,? ngân sách|quản lý tài chính",
    Area.DIGITAL: (
        r"(?:chính quyền|chính phủ)(?: điện tử| số)|hiện đại h(?:óa|oá)|chuyển đổi số|công nghệ thông tin|cntt|cqđt|cpđt|cđs"
    ),
    Area.STEERING: (
        r"(?:lãnh đạo,? |công tác )?chỉ đạo,?(?: và)? điều hành|(?:công tác )?lãnh đạo,?(?: và)? chỉ đạo|công tác chỉ đạo"
        r"|tuyên truyền|(?:kiểm tra|giám sát|theo dõi|đánh giá|xếp hạng|kế hoạch|truyền thông)"
        rf"(?: và| về| kết quả)?(?: công tác)?(?: việc)?(?: thực hiện)? {_CCHC}"
        r"|công tác (?:tự )?kiểm tra(?=\s*(?:$|[;.]))"
    ),
}
_AREA = re.compile("|".join(rf"(?P<{area.name}>\b(?:{words})\b)" for area, words in _WORDS.items()), re.IGNORECASE)


def find_area(text: str) -> Area | None:
    """The area that a heading names, the first where it names several; None where it names none.

    >>> find_area("IV. Xây dựng và nâng cao chất lượng đội ngũ CBCCVC")
    <Area.CIVIL_SERVICE: 'civil_service'>
    """
    return next(iter(find_areas(text)), None)


def find_areas(text: str) -> tuple[Area, ...]:
    """Every area that a phrase names, each once, in the order of their first mention."""
    return tuple(dict.fromkeys(Area[match.lastgroup] for match in _AREA.finditer(plain(text)) if match.lastgroup))
