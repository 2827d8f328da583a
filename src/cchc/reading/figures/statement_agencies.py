"""Whose a figure is (số liệu của cơ quan nào): the label or the subject of its clause, ``UBND huyện Tiên Lữ: 13 người``.

Only a name that opens a label or does something counts; an agency that something is sent to, or stands beside, does not.
"""

import re

__all__ = ["agency_before", "agency_in", "is_label"]

_HEADS = (
    r"(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|UBMTTQ|Ủy ban|Uỷ ban|Sở|Bộ(?! (?:phận|chỉ|tiêu|TTHC|"
    r"thủ|luật|máy|câu))|"
    r"Ban(?! hành)|Cục|Chi cục|Tổng cục|Văn phòng|Thanh tra(?! (?:đột|chuyên|kiểm|việc|công))|Công an|Bộ Chỉ huy|Liên minh|"
    r"Hội(?! nghị| thảo| đồng)|Liên hiệp|Kho bạc|Bảo hiểm xã hội|BHXH|Đài|Báo(?! cáo)|Trung tâm|Trường|Bệnh viện|Viện|"
    r"Học viện|Quỹ|Tòa án|Viện kiểm sát|Cơ quan"
    r"|Huyện|Thị xã|Thành phố|TP\.?|Quận|Xã(?! hội)|Phường|Thị trấn|Đặc khu|Tỉnh|Thuế|Hải quan|Phòng(?! chống| ngừa)|VP|"
    r"BQL|Tổng công ty|Chủ tịch UBND)"
)
_DOES = (
    r"(?:đã|được|có|là|đạt|đang|còn|tiếp|ban hành|tổ chức|thực hiện|giải quyết|hoàn thành|chủ trì|tham mưu|tham gia|"
    r"tiến hành|công bố|rà soát|"
    r"phê duyệt|thẩm định|triển khai|cấp|trình|mở|cử|phối hợp|hỗ trợ|chỉ đạo|bố trí|lựa chọn|ký|tuyển|xếp|đứng|nhận|xử|"
    r"cung cấp|đăng|phát(?! triển nông)|kiểm tra|"
    r"thanh tra|xây dựng|giảm|tăng|bổ nhiệm|quyết định|thành lập|giao(?! thông| dịch)|số hóa|cắt giảm|đề xuất|chiếm|thu|"
    r"chi|giải ngân|với|không|chưa|duy trì|mỗi|tại|cho|để|về|kiểm soát|tập huấn|đào tạo|tuyên truyền|vận hành|lập|gửi|trả|"
    r"áp dụng|sử dụng|sắp xếp|hướng dẫn|đánh giá|khảo sát|hoàn tất|đồng bộ|đạt)"
)
_WORD = rf"(?: (?:- )?(?!{_DOES}(?!\w))[\w&.-]*\w|, (?=[A-ZĐÀ-Ỹ])(?!{_HEADS}(?!\w))[\w&.-]*\w)"
_AGENCY = re.compile(rf"(?<![\w&])(?<!các )(?<!của )(?<!tại )(?P<name>{_HEADS}{_WORD}{{1,12}})(?: ?:| {_DOES}(?!\w))")
_LABEL = re.compile(
    rf"(?:^|[,;] ?|[-+] |đó:? ?|(?:Tại|tại|Riêng|Đối với) )(?P<name>{_HEADS}{_WORD}{{1,12}})(?: ?\([^)]*\))?(?: ?:| là| có)?$"
)
_NAME_LENGTH = 100


def agency_in(left: str) -> str:
    """The agency whose figure ends `left`, the clause's words before it; empty where they name none."""
    label = _LABEL.search(left)
    if label:
        return label["name"].strip()
    found = ""
    for match in _AGENCY.finditer(left):
        found = match["name"].strip()
    return found


def is_label(left: str) -> bool:
    """Whether the agency is a label, which holds for one item of a list, and no subject of the sentence."""
    return _LABEL.search(left) is not None


def agency_before(text: str, end: int) -> str:
    """The agency that a bracket opening at `end` speaks of: ``Sở Y tế (8 hồ sơ)``."""
    label = _LABEL.search(text[max(0, end - _NAME_LENGTH) : end].rstrip())
    return label["name"].strip() if label else ""
