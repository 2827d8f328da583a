"""By what a total is divided (tiêu chí phân tổ): by level, by result, by channel, by kind of change.

Two parts told apart by different things overlap: of 1.000 dossiers 800 may be online and 990 on time. Parts told apart by one
thing do not, and where they are all the values it has they make the total.
"""

import re
from collections.abc import Sequence

__all__ = ["divided_by", "may_overlap", "same_things"]

_DIMENSIONS = {
    "level": r"trung ương|cấp tỉnh|cấp huyện|cấp xã|địa phương|cấp sở|khối (?:tỉnh|huyện|xã|sở)|của tỉnh|bộ, ngành",
    "time": r"(?:trước|đúng|quá|trễ|chậm|trong|sớm) hạn",
    "channel": r"trực tuyến|trực tiếp|bưu chính|qua mạng|môi trường mạng|bản giấy|điện tử",
    "service": r"toàn trình|một phần|mức độ [34]",
    "paid": r"thanh toán",
    "signed": r"chữ ký số|ký số|số hóa",
    "result": r"hoàn thành|đang (?:thực hiện|triển khai|giải quyết|xử lý)|chưa (?:thực hiện|triển khai|hoàn thành|giải quyết)"
    r"|(?:đã|chưa) (?:xử lý|trả lời)",
    "passed": r"trúng tuyển|đạt yêu cầu|không đạt",
    "change": r"ban hành mới|mới ban hành|công bố mới|sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ",
    "sex": r"(?<!\w)(?:nam|nữ)(?!\w)",
    "intake": r"tiếp nhận mới|(?:từ )?kỳ trước chuyển|tồn (?:kỳ trước|đầu kỳ)|mới tiếp nhận",
    "rating": r"xuất sắc|hoàn thành tốt|không hoàn thành",
    "source": r"ngân sách (?:trung ương|địa phương|tỉnh)|vốn (?:trong|ngoài) nước|chi (?:đầu tư|thường xuyên)",
}
_KINDS = (
    (
        ("người", "lượt", "cán", "công", "viên", "học", "đại", "đồng", "lãnh", "biên"),
        ("người", "lượt", "cán", "công", "viên", "học", "đại", "đồng", "lãnh", "biên", "nữ", "nam", "giáo", "bác"),
    ),
    (
        ("văn", "dự"),
        ("nghị", "quyết", "chỉ", "kế", "công", "báo", "tờ", "thông", "hướng", "đề", "quy", "giấy", "chương", "văn", "dự"),
    ),
    (
        ("đơn", "cơ", "địa", "tổ"),
        ("sở", "ban", "ngành", "huyện", "quận", "xã", "phường", "thị", "thành", "đặc", "phòng", "cơ", "đơn", "trường", "trung"),
    ),
)  # fmt: skip
"""First words of names of things, with those of the things that may be parts of them under another name."""
_FOUND = {
    name: re.compile(rf"(?i)(?<!\w)(?:{words})(?!\w)" if "(?<!" not in words else f"(?i){words}")
    for name, words in _DIMENSIONS.items()
}
_REST = re.compile(r"(?i)(?<!\w)(?:còn lại|khác|còn)(?!\w)")


def _dimensions(label: str) -> frozenset[str]:
    return frozenset(name for name, words in _FOUND.items() if words.search(label))


def divided_by(labels: Sequence[str]) -> str:
    """The one thing that tells all parts apart; ``rest`` where a part is said to be the rest, empty where nothing does."""
    if any(_REST.search(label) for label in labels):
        return "rest"
    known = [_dimensions(label) for label in labels]
    common = frozenset.intersection(*known) if known else frozenset()
    return min(common, default="")


def may_overlap(labels: Sequence[str]) -> bool:
    """Whether parts are told apart by different things, so that one may hold what another holds."""
    known = [found for label in labels if (found := _dimensions(label))]
    return len(known) > 1 and not frozenset.intersection(*known)


def same_things(total: str, part: str) -> bool:
    """Whether a unit may count parts of what another counts: the same things, or kinds of them; silence is no difference."""
    one, other = total.casefold().split(), part.casefold().split()
    if not one or not other or one[0] == other[0]:
        return True
    return any(one[0] in wide and other[0] in narrow for wide, narrow in _KINDS)
