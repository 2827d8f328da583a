"""What a document says of itself in passing (lời văn tự dẫn): the year it calls itself by, the places it leaves blank.

Only wordings that can mean nothing but the document itself count: its preamble, its last sentence, the headings of its targets
and tasks, the plan that it tells others to make.
"""

import re
from collections.abc import Iterable, Iterator

from cchc.model import Remark, RemarkKind, Span
from cchc.reading.frame.front import Front
from cchc.reading.frame.front_lines import PLACE_AND_DAY
from cchc.reading.passage import Passage
from cchc.reading.prose.markers import Style
from cchc.reading.prose.structure import Section

__all__ = ["read_blanks", "read_own_blank", "read_own_years"]

_REFORM = r"(?:cải cách hành chính|cải cách hành chánh|CCHC)"
_OF_ANOTHER = r"giai đoạn|tháng [0-9]|số [0-9]|chỉ số|xếp hạng|ngày [0-9]|đến |từ năm|so với"
_TILL_YEAR = (
    rf"(?:(?!{_OF_ANOTHER})[^;.:/0-9]|(?<=quý )[0-9]|[0-9]{{1,2}} tháng ){{0,90}}?"
    r"(?:năm |/)(?P<year>20[0-9]{2})(?! ?[-–] ?20)"
)
_AS_FOLLOWS = r"(?: như sau|,? (?:với|gồm) (?:các |những |một số )?nội dung)"
_SELVES = (
    re.compile(rf"(?:Kế hoạch|kế hoạch|Báo cáo|báo cáo)[^;.:0-9]{{0,60}}?{_REFORM}{_TILL_YEAR} này(?!\w)"),
    re.compile(rf"Trên đây là (?:[Kk]ế hoạch|[Bb]áo cáo|kết quả|tình hình){_TILL_YEAR}"),
    re.compile(
        rf"(?<!đã )(?:ban hành|xây dựng) (?:Kế hoạch|kế hoạch) (?:(?:thực hiện|triển khai|công tác|nhiệm vụ|hành động) )*"
        rf"(?:{_REFORM}|(?=năm |6 tháng )){_TILL_YEAR}[^;.]{{0,80}}?{_AS_FOLLOWS}"
    ),
    re.compile(rf"báo cáo (?:kết quả|tình hình|công tác)[^;.:0-9]{{0,60}}?{_REFORM}{_TILL_YEAR}[^;.]{{0,80}}?{_AS_FOLLOWS}"),
    re.compile(
        rf"(?:[Cc]ăn cứ (?:vào )?(?:Kế hoạch này|nội dung Kế hoạch)|cụ thể h[oó]a)[^;.]{{0,160}}?(?:xây dựng|ban hành|thành)"
        rf"(?: và [^;.0-9]{{2,30}}?)? (?:Kế hoạch|kế hoạch) {_REFORM}{_TILL_YEAR}"
    ),
)
_OF_HEADING = re.compile(
    rf"(?:(?:các |một số )?(?:mục tiêu|chỉ tiêu|nhiệm vụ|nội dung|phương hướng)\b)(?!.*(?:kết quả|đánh giá|tổng kết|sơ kết))"
    rf"{_TILL_YEAR}$",
    re.IGNORECASE,
)
_HEADINGS = frozenset((Style.PART, Style.CAPITAL, Style.ROMAN))
_DOTS = r"(?:\.{2,}|…|_{2,})(?:[.…_]| (?=[.…_]))*"
_BEFORE_FIGURE = r"(?:có|đạt|là|gồm|với|được|tổng số|trong đó|tiếp nhận|giải quyết|ban hành|giảm|tăng|cho|khoảng|trên)"
_UNITS = (
    r"(?:hồ sơ|thủ tục|TTHC|văn bản|nhiệm vụ|cơ quan|đơn vị|tỷ|triệu|lượt|người|phiếu|điểm|cuộc|lớp|công chức"
    r"|viên chức|dịch vụ)"
)
_BLANK = re.compile(
    rf"(?<![\w,;:.…] )(?:{_DOTS}) ?%|(?<= )(?:{_DOTS}) ?%|(?:{_DOTS}) ?/ ?(?:{_DOTS})|(?<!\w)[xX]{{2,3}} ?%"
    rf"|(?<=\w )(?<!, )(?:{_DOTS}) ?/ ?(?:[A-Z]{{1,4}}|ĐA|QĐ|NĐ|CTr|TTr)-[A-ZĐ]{{2,}}"
    rf"|(?<![^\W_]){_BEFORE_FIGURE} {_DOTS} ?{_UNITS}(?!\w)"
    rf"|ngày ?{_DOTS} ?(?:tháng|/)|tháng ?{_DOTS} ?năm|năm 20 ?{_DOTS}|[Ss]ố ?:? /(?:KH|QĐ|BC|NQ|CT|TB|TTr)-[A-ZĐ]+"
)
_OF_FORM = re.compile(r"mẫu|kèm theo|ví dụ|ghi rõ|dự thảo", re.IGNORECASE)
_AROUND = 120
_LETTERHEAD = 1500
_NO_NUMBER = re.compile(rf"(?<!\w)(?:Số|SỐ) ?[:.]?\s*(?:{_DOTS})?\s*/\s*(?:[A-Z]{{1,4}}|ĐA|QĐ|CTr|TTr)\s*-\s*[A-ZĐ]{{2,}}")


def read_own_years(words: Passage, sections: Iterable[Section]) -> Iterator[Remark]:
    """Every year by which a document calls itself, in its sentences and then in its headings."""
    for pattern in _SELVES:
        for match in pattern.finditer(words.text):
            yield _own_year(words, match)
    for section in sections:
        for one in section.walk():
            if one.block.style in _HEADINGS and (heading := _OF_HEADING.match(one.words.text)):
                yield _own_year(one.words, heading)


def _own_year(words: Passage, match: re.Match[str]) -> Remark:
    return Remark(
        kind=RemarkKind.OWN_YEAR, words=match[0], year=int(match["year"]), span=words.span(match.start(), match.end())
    )


def read_blanks(words: Passage, *, until: int) -> Iterator[Remark]:
    """The places left blank before the place `until` of the source, where annexes and their forms begin."""
    for match in _BLANK.finditer(words.text):
        if words.starts[match.start()] >= until:
            return
        if not _OF_FORM.search(words.text, max(0, match.start() - _AROUND), match.end()):
            yield Remark(kind=RemarkKind.BLANK, words=match[0].strip(), span=words.span(match.start(), match.end()))


def read_own_blank(text: str, front: Front) -> Iterator[Remark]:
    """The number or the day that a letterhead leaves blank where the other is there; a draft has neither."""
    if front.issued_on and not front.symbol:
        found = _NO_NUMBER.search(text, 0, _LETTERHEAD)
    elif front.symbol and not front.issued_on:
        found = PLACE_AND_DAY.search(text, 0, _LETTERHEAD)
    else:
        return
    if found:
        start, end = found.span()
        span = Span(start=start, end=end, text=text[start:end])
        yield Remark(kind=RemarkKind.OWN_BLANK, words=" ".join(found[0].split()), span=span)
