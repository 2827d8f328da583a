"""What the headings of a plan or a report say their sections hold: purposes, targets, tasks, duties, results, shortcomings.

Headings differ from office to office, the words that matter do not: mục tiêu, chỉ tiêu; nhiệm vụ, giải pháp; tổ chức thực
hiện; kết quả; tồn tại, hạn chế; phương hướng; kiến nghị.
"""

import re
from enum import Enum, auto

__all__ = ["Zone", "plan_zone", "report_zone"]


class Zone(Enum):
    """What a section holds; a mixed one has targets among its tasks."""

    PURPOSE = auto()
    OBJECTIVE = auto()
    TARGETS = auto()
    MIXED = auto()
    TASKS = auto()
    DUTIES = auto()
    ACHIEVED = auto()
    SHORTCOMING = auto()
    DIRECTION = auto()
    PROPOSAL = auto()


_SOME = r"(?:(?:một số|các|những|về|công tác|việc|phần)\s)*"
_LOOKS_BACK = r"(?:kết quả|đánh giá|tình hình|thực trạng|tổng kết|sơ kết|khái quát|bối cảnh)\b(?!.*\b(?:mục tiêu|chỉ tiêu)$)"
_PLAN = (
    (Zone.PURPOSE, re.compile(rf"{_SOME}{_LOOKS_BACK}|{_SOME}(?:tồn tại|hạn chế|căn cứ|sự cần thiết)\b")),
    (
        Zone.DUTIES,
        re.compile(
            rf"{_SOME}(?:tổ chức (?:thực hiện|triển khai)|phân công|trách nhiệm (?:thực hiện|của|các|tổ chức|thi hành)|"
            r"trách nhiệm$|triển khai thực hiện$)|.*\btổ chức thực hiện$|nhiệm vụ của các (?:cơ quan|đơn vị|sở|phòng)"
        ),
    ),
    (
        Zone.OBJECTIVE,
        re.compile(rf"{_SOME}(?:mục tiêu|chỉ tiêu) (?:chung|tổng quát)|{_SOME}mục tiêu,? (?:chung|tổng quát)|mục tiêu lâu dài"),
    ),
    (Zone.MIXED, re.compile(r"(?!mục đích).*\b(?:mục tiêu|chỉ tiêu)\b.*\b(?:nhiệm vụ|giải pháp|nội dung)\b")),
    (Zone.TARGETS, re.compile(r"(?!mục đích).*\b(?:mục tiêu|chỉ tiêu)\b(?! (?:quốc gia|năm trước))")),
    (Zone.PURPOSE, re.compile(rf"{_SOME}(?:mục đích|yêu cầu|quan điểm|phạm vi|đối tượng|nguyên tắc)")),
    (
        Zone.TASKS,
        re.compile(rf"{_SOME}(?:nhiệm vụ|giải pháp|nội dung|kinh phí|biện pháp|hoạt động)\b|.*\b(?:nhiệm vụ|giải pháp)\b"),
    ),
)
_REPORT = (
    (
        Zone.SHORTCOMING,
        re.compile(
            rf"{_SOME}(?:điểm |mặt )?(?:tồn tại|hạn chế|khó khăn|vướng mắc|nguyên nhân|bất cập|khuyết điểm|nhược điểm)\b"
        ),
    ),
    (Zone.ACHIEVED, re.compile(rf"{_SOME}(?:mặt |điểm )?(?:kết quả|ưu điểm|thuận lợi|làm được|đạt được|tình hình|đánh giá)\b")),
    (Zone.SHORTCOMING, re.compile(r".*\b(?:tồn tại, hạn chế|hạn chế, tồn tại|khó khăn, vướng mắc)\b")),
    (
        Zone.DIRECTION,
        re.compile(
            rf"{_SOME}(?:phương hướng|định hướng|nhiệm vụ|giải pháp|kế hoạch|chương trình công tác|mục tiêu)\b"
            r"|.*\b(?:thời gian tới|trọng tâm (?:quý|tháng|6 tháng|năm|thời gian))\b"
        ),
    ),
    (Zone.PROPOSAL, re.compile(rf"{_SOME}(?:kiến nghị|đề xuất|đề nghị)\b")),
)


def plan_zone(heading: str) -> Zone | None:
    """What a section of a plan holds by its heading; None where the heading does not say."""
    return _zone(heading, _PLAN)


def report_zone(heading: str) -> Zone | None:
    """What a section of a report holds by its heading; None where the heading does not say."""
    return _zone(heading, _REPORT)


def _zone(heading: str, known: tuple[tuple[Zone, re.Pattern[str]], ...]) -> Zone | None:
    words = heading.casefold().strip(" .:;-–*()")
    return next((zone for zone, pattern in known if pattern.match(words)), None)
