"""Numbers that are no targets (số liệu không phải chỉ tiêu): results of the past, shares in a reason, thresholds, names.

``năm 2024 đạt 85%``, ``so với mức 80% của năm trước``, ``do còn 30% hồ sơ …``, ``tự bảo đảm 100% chi thường xuyên``: a target's
number binds the time to come, and these do not.
"""

import re
from datetime import date

__all__ = ["is_aside", "is_breakdown", "is_part", "is_past", "is_threshold"]

_TAIL = (
    r"(?:đạt |được |là |ở |có |mức |tỷ lệ |tỉ lệ |khoảng |gần |hơn |trên |dưới |chiếm |mới |chỉ |ước |bình quân |"
    r"tối thiểu |ít nhất |từ |còn )*$"
)
_DONE = re.compile(
    r"(?i)(?:(?<!\w)(?:đã|mới|chỉ|mới chỉ|chưa|đang)\s(?:đạt|được|giảm|tăng|có|là|chiếm|ở|hoàn thành|thực hiện|số hóa|"
    r"số hoá|cắt giảm|giải quyết|tới|đến)(?:\s\w+){0,2}\s?"
    r"|(?<!thực )(?<!phát )(?<!thể )(?<!xuất )(?<!\w)hiện (?:nay|tại|đang|mới|đã|chỉ|đạt|có|là|ở)(?:[^;.,]{0,60}\s|\s)?"
    r"|(?<!\w)(?:năm trước|năm ngoái|kỳ trước|năm qua|thời gian qua|giai đoạn trước|những năm qua|"
    r"cùng kỳ)(?:[^;.,0-9]{0,60}\s)(?=đạt|là|ở|có|chiếm|mới|chỉ|$)"
    r"|(?<!\w)kết quả (?:đạt được|năm trước|kỳ trước|hiện nay)[^;.]{0,80}\s"
    r"|(?<!\w)trước (?:đây|khi)[^;.,]{0,60}\s)" + _TAIL
)
_COMPARED = re.compile(
    r"(?i)(?<!\w)(?:so với|so|thay vì|thay cho|hơn so với)\s(?:(?:mức|tỷ lệ|tỉ lệ|kết quả|con số|chỉ tiêu|"
    r"số)\s)+(?:(?:là|đạt|chỉ|trên|gần|thấp|cao)\s)*$"
    r"|(?<!\w)(?:so với|thay vì)\s$"
)
_OF_PAST = re.compile(
    r"(?i)\s?(?:của |trong |ở |tại |hồi )?(?:năm (?:trước|ngoái|qua|(?P<year>[0-9]{4}))|cùng kỳ|giai đoạn trước|kỳ trước|"
    r"hiện nay|hiện tại|hiện có)(?!\w)"
)
_REASON = re.compile(r"(?i)(?:^|[,(:.]\s?)(?:do|vì|bởi|bởi vì|nguyên nhân|lý do|trong khi|trong bối cảnh|mặc dù|tuy)\s[^;.,]*$")
_BACKGROUND = re.compile(r"(?i)(?<!\w)(?:trong bối cảnh|mặc dù|trong khi|tuy nhiên|bởi vì|nguyên nhân)\s[^;.,]*$")
_REASON_STATE = re.compile(r"(?i)(?<!\w)(?:chiếm|chỉ|còn|mới|đang|hiện|vẫn|chưa|gần|khoảng|có|tồn)(?!\w)")
_IF = re.compile(r"(?i)(?:^|[,;:.(]\s?)(?:trường hợp|nếu)\s[^;.,]{0,60}?(?:không đạt|chưa đạt|dưới)\s(?:[\w ]{0,20}\s)?$")
_ANY = re.compile(
    r"(?i)(?:^|[;:.(]\s?)(?:(?:cơ quan|đơn vị|địa phương|xã|tổ chức|cá nhân|người),?\s)+nào (?:có|để|đạt)\s[^;.,]{0,80}$"
)
_YEAR = re.compile(r"(?i)(?<!so với )(?<!so )(?<!\w)năm (?P<year>20[0-9]{2})(?!\s?[-–])(?P<rest>[^;.]*)$")
_STATED = re.compile(r"(?i)(?<!\w)(?:đạt|là|ở|có|chiếm|mới|chỉ|:)|:\s")
_FIRST_HALF = re.compile(r"(?i)(?<!\w)(?:0?6|sáu) tháng đầu năm[^;.]*\s(?:đạt|là|có|được|mới)\s[^;.,]*$")
_JUNE = 6
_OPENS = re.compile(r"(?i)(?:^|[,;:.]\s|\(\s?)(?:trong )?$")
_DID = re.compile(r"(?i)(?<!\w)(?:hoàn thành|giải quyết|xếp|tăng|giảm|tiếp nhận|cung cấp)(?!\w)")
_PROMISED = re.compile(
    r"(?i)ph[ấầâẩậ]n đ[ấầâ]u|tối thiểu|ít nhất|trở lên|không dưới|không thấp|không quá|giảm|tăng|cao hơn|thấp hơn"
)
_ASIDE = re.compile(
    r"(?i)\(\s*(?:(?:kết quả|thực hiện|ước|số liệu|hiện|hiện nay|hiện tại|đã|mới|theo|kế hoạch|chỉ tiêu|quy định|"
    r"trung ương|chính phủ|bộ|tỉnh|"
    r"cùng kỳ|cả nước|bình quân|trung bình|tương ứng|tương đương|tức|bằng|khoảng|=|năm trước|so với|tăng|giảm|vượt|"
    r"trừ|ngoại trừ|không|gồm|bao gồm|"
    r"mục tiêu|nghị quyết|quyết định|nđ|qđ)(?!\w)|(?:của |trong )?năm (?P<year>[0-9]{4})\s?(?:đạt|là|:|có|thực hiện|mới|"
    r"tỉnh|–|-|[0-9]))"
)
_BREAKDOWN = re.compile(
    r"(?i)\(\s*(?:(?:tỷ lệ|tỉ lệ|mức độ|trình độ|số) [^()]* đạt|trong đó|riêng|ph[ấầâẩậ]n đ[ấầâ]u|đối với|tại|ở|cấp|"
    r"các|lĩnh vực|ubnd|sở|xã|huyện|tỉnh|phường|"
    r"toàn trình|một phần|mức độ|"
    r"khối|khu vực|đô thị|nông thôn|miền|thành thị|hồ sơ|tttc|tthc|dịch vụ|người dân|doanh nghiệp|tối thiểu|ít nhất|"
    r"năm [0-9]{4}\s?:?\s?)(?!\w)"
)
_PART = re.compile(r"(?i)\(\s*(?:trong đó|trong số đó|riêng|ph[ấầâậẩ]n đ[ấầâ]u)(?!\w)")
_OWN_COVER = re.compile(r"(?i)tự (?:bảo đảm|đảm bảo|chủ)[^,;.%]{0,80}$")
_COVERED = re.compile(r"(?i)[^,;.%]{0,12}(?:chi thường xuyên|chi đầu tư|kinh phí|chi hoạt động|chi phí)")
_COST = re.compile(
    r"(?i)(?<!\w)(?:kinh phí|dự toán|tổng mức đầu tư|số tiền|giá trị)\s(?:là |khoảng |dự kiến |thực hiện |hơn |trên |gần )*$"
)
_OWNED = re.compile(r"(?i)\s?vốn (?:nhà nước|nước ngoài|đầu tư nước ngoài|điều lệ)")


def is_past(before: str, after: str, since: date | None) -> bool:
    """Whether a number between `before` and `after`, the words of its clause, tells what was.

    `since` is the first day of the plan.
    """
    if _COMPARED.search(before) or (_DONE.search(before) and not _PROMISED.search(before[-20:])):
        return True
    if (earlier := _OF_PAST.match(after)) and not _PROMISED.search(before[-20:]):
        return not earlier["year"] or (since is not None and int(earlier["year"]) < since.year)
    if _BACKGROUND.search(before):
        return True
    if _REASON.search(before) and _REASON_STATE.search(before[-60:]):
        return True
    if _IF.search(before) or _ANY.search(before):
        return True
    stated = _YEAR.search(before)
    if since is None or stated is None or int(stated["year"]) >= since.year:
        half = since is not None and since.month > _JUNE and _FIRST_HALF.search(before)
        return bool(half) and not _PROMISED.search(before)
    rest = stated["rest"]
    did = _STATED.search(rest) or (_OPENS.search(before[: stated.start()]) and _DID.search(rest))
    return bool(did) and not _PROMISED.search(before)


def is_threshold(before: str, after: str, *, lone: bool) -> bool:
    """Whether a number is part of a name (doanh nghiệp 100% vốn nhà nước) or, unless `lone`, of a legal class or a cost."""
    if _OWNED.match(after):
        return True
    if not lone and _COST.search(before):
        return True
    return not lone and _OWN_COVER.search(before) is not None and _COVERED.match(after) is not None


def is_aside(bracket: str, since: date | None = None) -> bool:
    """Whether a bracket tells a past figure, an equivalent, a source: nothing that is promised.

    Of a year from `since` on, the first day of the plan, it tells no past figure.
    """
    aside = _ASIDE.match(bracket)
    return aside is not None and not (since and aside["year"] and int(aside["year"]) >= since.year)


def is_breakdown(bracket: str) -> bool:
    """Whether a bracket breaks a target down, or adds a higher one: (cấp tỉnh 90%, cấp xã 60%), (phấn đấu 95%)."""
    return _BREAKDOWN.match(bracket) is not None


def is_part(bracket: str) -> bool:
    """Whether a bracket promises something of a part: (trong đó ít nhất 10 đơn vị cấp xã)."""
    return _PART.match(bracket) is not None
