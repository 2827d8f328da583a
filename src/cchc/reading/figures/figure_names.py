"""Names of what a report's figures say (tên số liệu), made of its own words: what was done and what is counted.

``HĐND tỉnh đã ban hành 05 Nghị quyết`` counts ``ban hành Nghị quyết``. The share of a figure bears the figure's name; a part
bears its total's before its own; a percentage of something else than its figure's total says of what.
"""

import re

from cchc.reading.figures.clauses import Clause
from cchc.reading.figures.counted import counted
from cchc.reading.figures.figures import FigureKind
from cchc.reading.figures.statement_agencies import agency_in

__all__ = ["counted_in", "denominator", "led_by", "own_name", "speaks_of_last"]

_TIMES = re.compile(
    r"(?i)(?:^|(?<=[ ,]))(?:(?:trong|tính|lũy kế|qua|chung|từ đầu năm)(?: (?:từ đầu năm|chung|trong))* )?(?:đến |tới |"
    r"hết |tại |vào )*(?:thời điểm )?(?:hết |cuối )?"
    r"(?:ngày [0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}|(?:ngày )?[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?|(?:[0-9]+|sáu|chín|"
    r"ba) tháng (?:đầu|cuối) năm(?: [0-9]{4})?"
    r"|(?:quý|quí) (?:[IV]+|[1-4])(?:[/ ](?:năm )?[0-9]{4})?|(?:đầu |trong )?năm [0-9]{4}|tháng [0-9]{1,2}(?:/|"
    r" năm )[0-9]{4}|tháng [0-9]{1,2}"
    r"|kỳ báo cáo|kỳ|nay|năm qua)(?!\w)"
)
_LEADS = re.compile(
    r"(?i)^(?:[-+•,;:. ]+|(?:trong đó|cụ thể|theo đó|ngoài ra|bên cạnh đó|hiện tại|hiện nay|hiện|đến nay|như sau|và|"
    r"đồng thời|có|cho|là|đã|được|với|đối với|"
    r"gồm|bao gồm|do|thì|nhìn chung|việc|về|kết quả|kết quả thực hiện|riêng|số lượng|tổng cộng|qua đó)(?=[ :,]|$))+ ?"
)
_TAILS = re.compile(
    r"(?i)(?: ?[:,–-]+|(?:^| )(?:là|đạt|được|có|gồm|chiếm|bằng|còn|đã|tỷ lệ|đạt tỷ lệ|tương đương|tương ứng|ước|ở mức|tới|"
    r"đến|trên|và|lên|mới|khoảng))+$"
)
_MEASURES = re.compile(
    r"(?i)(?:[-–,:= ]|đạt|chiếm|bằng|tỷ lệ|tỉ lệ|tương ứng|tương đương|với|và|là|ước|khoảng|tức|trung bình|mức|có|được|"
    r"hoàn thành|(?<!\w)tăng|giảm|vượt|hiện|còn|số|trong)*"
)
_RIGHT_ENDS = re.compile(
    r"(?i)(?<!\w)(?:đạt|chiếm|tăng|giảm|so|trong đó|và|với|theo|để|nhằm|từ|cho|tính|trên|đảm bảo|bảo đảm|góp phần|vào|"
    r"dự kiến|là|gồm|do|"
    r"nhưng|còn lại|trở lên|trở xuống|trong|kể)(?!\w)"
)
_OF = re.compile(
    r"(?i)^(?:so với |so |trên |trong )?(?:tổng |số )*(?P<of>(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|tổng|mục tiêu|"
    r"cùng kỳ|kh)(?!\w).*)"
)
_NUMBER_OF = re.compile(r"(?i)(?:tổng số|số lượng|(?<!chữ ký )(?<!hồ sơ )(?<!\w)số)(?: lượng)? ")
_PIECES = re.compile(r", |: ")
_SIGNS = " ,;:–-./"
_COMPLETE, _LONGEST, _LONGEST_RIGHT = 2, 16, 7


def speaks_of_last(clause: Clause) -> bool:
    """Whether a percentage or a step only says more of the figure before it: ``(đạt 57,72%)``, ``chiếm 12%``, ``tăng 5%``."""
    return _MEASURES.fullmatch(_TIMES.sub("", clause.left)) is not None


def denominator(clause: Clause) -> str:
    """What a percentage is said to be of, where its clause names it: ``kế hoạch địa phương giao``."""
    match = _OF.match(clause.right)
    return match["of"].rstrip(" .,;") if match else ""


def led_by(left: str) -> str:
    """The words that lead to a number, without agency, time and verbs of measure."""
    if agency := agency_in(left):
        left = left[left.rfind(agency) + len(agency) :]
    words = _TAILS.sub("", _LEADS.sub("", _TIMES.sub("", left).strip())).strip(_SIGNS)
    pieces = _PIECES.split(words)
    kept = pieces.pop()
    while pieces and len(kept.split()) <= _COMPLETE:
        kept = f"{pieces.pop()}, {kept}"
    return " ".join(_LEADS.sub("", kept).split()[-_LONGEST:]).strip(_SIGNS)


def own_name(clause: Clause, lead: str) -> str:
    """The name of a figure: what leads to it, what is counted unless that says so, and what is said of the things."""
    figure = clause.figure
    thing = figure.unit if figure.kind in (FigureKind.COUNT, FigureKind.RATIO) else ""
    if thing.casefold() in lead.casefold():
        thing = ""
    return " ".join(words for words in (lead, thing, _qualifier(clause.right)) if words)


def counted_in(left: str) -> str:
    """What a label counts: ``Tổng số văn bản nhận trên phần mềm:`` counts ``văn bản``."""
    label = _NUMBER_OF.search(left)
    return left[label.end() : counted(left, label.end())] if label else ""


def _qualifier(right: str) -> str:
    stop = _RIGHT_ENDS.search(right)
    return " ".join(right[: stop.start() if stop else len(right)].split()[:_LONGEST_RIGHT]).strip(_SIGNS)
