"""The words that names of agencies are made of (tên cơ quan): how one begins, what stands for many, what belongs within a name.

Provinces, ministries, districts and communes are meant, before and after the two levels of July 2025.
"""

import re

from cchc.reading.tables.letters import CAPITALS

__all__ = [
    "CLOSED",
    "FIELD",
    "HEADLESS",
    "ITEMS",
    "LEVEL",
    "LISTED",
    "MANY",
    "NAMED",
    "NOUN",
    "OFFICE",
    "ON_A_LINE",
    "PLACE",
    "UNFINISHED",
    "WHOLE",
]  # fmt: skip

_U = "(?:ủy|uỷ)"
_FRONT = rf"(?:ub|{_U} ban )?(?:mttq|mặt trận tổ quốc)(?: việt nam| vn)?"
_COUNCIL = rf"(?:hđnd|hội đồng nhân dân|ubnd|{_U} ban nhân dân|{_FRONT}|đảng {_U}|cấp {_U})"
_OFFICER = (
    r"(?:(?:phó )?chủ tịch|(?:phó )?(?:tổng )?giám đốc|chánh (?:văn phòng|thanh tra)|thủ trưởng"
    r"|(?:phó )?trưởng (?:phòng|ban|các|công an|thôn|bản|ấp|xóm|khu phố)"
    r"|người đứng đầu|(?:tập thể )?lãnh đạo|bí thư|thành viên|(?:chi )?cục trưởng|tổ trưởng|(?:thứ|bộ) trưởng"
    r"|hiệu trưởng|đại diện)"
)
_COMPLETE = (
    rf"{_COUNCIL}|thường trực|{_OFFICER}|(?:tỉnh|thành|huyện|quận|thị) {_U}|ban thường vụ|btv|văn phòng|vp|công an"
    rf"|bưu điện|phòng giao dịch|kho bạc|kbnn"
    r"|bảo hiểm xã hội|bhxh|ngân hàng nhà nước|(?:tỉnh|thành|huyện|quận|thị|xã) đoàn|đoàn (?:thanh niên|tncs|đbqh"
    r"|đại biểu quốc hội|khối)"
    r"|liên đoàn lao động|lđlđ|liên minh (?:hợp tác xã|htx)|hội (?:liên hiệp|lhpn|nông dân|cựu chiến binh|ccb"
    r"|chữ thập đỏ|luật gia|nhà báo)"
    r"|vnpt|viettel|mobifone|ban (?:quản lý|ql|chỉ đạo|tổ chức|tuyên giáo|dân tộc|nội chính|dân vận|tiếp công dân"
    r"|chỉ huy|biên tập)|bql|bcđ"
    r"|bộ (?:chỉ huy|tư lệnh|phận|đội)|bch|tòa án|toà án|viện kiểm sát|vksnd|tand|kiểm toán nhà nước"
    r"|cổng (?:thông tin|dịch vụ|ttđt)"
    r"|chi cục|tổng cục|trung tâm|tổ (?:công tác|công nghệ|giúp việc|thư ký|đề án|kiểm tra)|bộ phận|hội đồng"
    r"|cục (?:thuế|thống kê|hải quan)|thanh tra|báo và (?:đài|phát thanh)"
)
_ALONE = (
    r"(?:tỉnh|thành|huyện|quận|thị|xã) (?:đoàn|ủy|uỷ)|công an|bưu điện|kho bạc|kbnn|bhxh|bảo hiểm xã hội|ngân hàng nhà nước"
    r"|hội (?:lhpn|nông dân|cựu chiến binh|ccb|chữ thập đỏ|luật gia|nhà báo)|đoàn thanh niên|liên đoàn lao động|lđlđ"
    r"|ban dân tộc|vnpt|viettel|mobifone|tòa án|toà án|viện kiểm sát|vksnd|tand|cục (?:thuế|thống kê|hải quan)"
)
_WITH_CAPITAL = (
    r"sở|bộ|cục|vụ|ban|phòng|báo|đài|viện|trường|hội|đoàn|tổ|đội|quỹ|hiệp hội|liên (?:hiệp|minh|đoàn)"
    r"|(?:tổng )?công ty|tập đoàn|thuế"
    r"|hải quan|chi nhánh|khối|điện lực|trạm|bệnh viện|học viện|đại học|thi hành án|kiểm lâm|viễn thông|đảng"
    r"|công đoàn|ngân hàng|cơ quan"
    r"|đơn vị|công chức|viên chức|cán bộ|cảng vụ|thống kê|doanh nghiệp|hạt|nhà|cổng|thông tấn xã|quân sự|bảo hiểm|hợp tác xã"
)
_COMPOUND = (
    r"kế hoạch (?:và|&) đầu tư|thông tin (?:và|&) truyền thông|nông nghiệp (?:và|&) (?:phát triển nông thôn|ptnt"
    r"|môi trường|mt)"
    r"|tài nguyên (?:và|&) môi trường|lao động\s*[-,–]?\s*thương binh (?:và|&) xã hội|giáo dục (?:và|&) đào tạo"
    r"|khoa học (?:và|,|&) ?công nghệ|văn h(?:óa|oá)\s*,\s*(?:thể thao|thông tin|khoa học|gia đình"
    r"|xã hội)\s*(?:,\s*(?:thông tin|thể thao)\s*)?(?:(?:và|&|,) (?:du lịch|thể thao|thông tin))?"
    r"|văn h(?:óa|oá) (?:và|&) (?:thể thao|thông tin|xã hội|du lịch)|dân tộc (?:và|&) tôn giáo"
    r"|kinh tế\s*,\s*hạ tầng (?:và|&) đô thị"
    r"|kinh tế (?:và|&) hạ tầng|tài chính (?:và|&) kế hoạch|vh\s*,\s*tt ?(?:và|&) ?dl|vhtt (?:và|&) dl"
    r"|lđ\s*,\s*tb ?(?:và|&) ?xh|tư pháp (?:và|&) hộ tịch"
    r"|lđtb (?:và|&) xh|gd (?:và|&) đt|nn (?:và|&) (?:ptnt|mt)|tn (?:và|&) mt|kh (?:và|&) (?:đt|cn)|tt (?:và|&) tt"
    r"|quản lý (?:đô thị|dự án) (?:và|&) \w+ \w+"
)
_SIMPLE = (
    r"nội vụ|tài chính(?:\s*[-–]\s*kế hoạch)?|tư pháp|công thương|xây dựng|y tế|giao thông vận tải|gtvt|ngoại vụ"
    r"|du lịch|quy hoạch\s*[-–]\s*kiến trúc"
    r"|an toàn thực phẩm|kế hoạch\s*[-–]\s*đầu tư|văn h(?:óa|oá)\s*[-–]\s*(?:xã hội|thông tin)"
    r"|kinh tế(?:\s*[-–]\s*hạ tầng)?|quản lý đô thị"
    r"|kh ?& ?đt|khđt|tt ?& ?tt|tttt|nn ?& ?ptnt|nnptnt|nn ?& ?mt|nnmt|tn ?& ?mt|tnmt|lđ ?- ?tb ?& ?xh"
    r"|lđtb ?& ?xh|lđtbxh|gd ?& ?đt|gdđt|kh ?& ?cn|khcn"
    r"|vhtt ?& ?dl|vhttdl|vhtt|vh-?tt"
)
_PLACES = r"huyện|quận|thị xã|thành phố|tp\.?|tx\.?|xã|phường|thị trấn|đặc khu"
_NOUNS = (
    rf"{_PLACES}|cơ quan|đơn vị|tổ chức|cá nhân|địa phương|doanh nghiệp|nhà đầu tư|sở|ban|ngành|bộ|phòng|hội"
    rf"|đoàn thể|hội đoàn thể|trung tâm"
    r"|trường(?: học)?|cấp|bộ phận|cán bộ|công chức|viên chức|người lao động|người dân|nhân dân|hộ|chi cục|viện"
    r"|hiệp hội|thôn|khu phố|xóm|ấp|khóm"
    r"|tổ dân phố|chuyên gia|nhà khoa học|tổ|cục|vụ|khoa|công ty|bệnh viện|tập thể|khối|nhóm|cơ sở|hợp tác xã"
    r"|hội viên|nhà cung cấp|lực lượng"
)
_CAPITAL = rf"(?-i:[{CAPITALS}])"

FIELD = re.compile(rf"(?:{_COMPOUND}|{_SIMPLE})(?!\w)", re.IGNORECASE)
"""What a department is for, which may follow a head shared with others: "Sở Nội vụ, Tài chính"."""

NAMED = re.compile(
    rf"(?P<head>(?:{_COMPLETE})(?!\w)"
    rf"|(?:{_WITH_CAPITAL})(?=\s+(?:{_CAPITAL}|[0-9]|{_COMPOUND}|{_SIMPLE}|(?:tỉnh|thành phố|huyện|quận|xã|phường)(?!\w))))",
    re.IGNORECASE,
)
"""The beginning of a body with a name of its own: "Sở Nội vụ", "UBND cấp huyện", "Chánh Văn phòng"."""

OFFICE = re.compile(rf"{_OFFICER}(?!\w)", re.IGNORECASE)
"""The office that a person holds, named for the body: "Chánh Văn phòng", "Thủ trưởng"."""

MANY = re.compile(
    rf"(?:(?:tất cả|toàn bộ|toàn thể|đại diện|lãnh đạo|hệ thống)\s+)?(?:các|những|mọi|một số|toàn thể|tất cả)\s+"
    rf"(?P<of>(?:{_NOUNS}|tỉnh|thành viên|hãng|nhà)(?!\w))",
    re.IGNORECASE,
)
"""The beginning of a body that is many: "các cơ quan …"."""

LISTED = re.compile(
    rf"các\s+(?P<head>sở|phòng|bộ|ban|cục|chi cục)\s*(?:(?P<colon>:)\s*(?={_CAPITAL})|(?={_COMPOUND}|{_SIMPLE}))",
    re.IGNORECASE,
)
"""A head that several names share: "các sở: Nội vụ, Tài chính"."""

NOUN = re.compile(rf"(?P<of>{_NOUNS})(?:\s*/?\s*(?:{_NOUNS}))*(?!\w)", re.IGNORECASE)
"""Nouns for bodies of a kind; a chunk that is nothing else goes on a list, as in "các sở, ban, ngành"."""

PLACE = re.compile(rf"(?P<of>{_PLACES})(?!\w)(?:\s*/\s*(?:{_PLACES})(?!\w))*", re.IGNORECASE)
"""Nouns for units of the territory."""

LEVEL = re.compile(r"cấp\s+(?:tỉnh|huyện|xã|thành phố|cơ sở|trung ương|quận|phường|phòng|sở|bộ|tw)(?!\w)", re.IGNORECASE)
"""A level of government: "cấp xã"."""

HEADLESS = re.compile(rf"(?:(?:thường trực|tt|chủ tịch) )?{_COUNCIL}(?!\w)", re.IGNORECASE)
"""A body that does not say of what unit: "HĐND" in "HĐND, UBND cấp huyện"."""

UNFINISHED = re.compile(
    rf"(?!(?:{_ALONE})$)(?:{_COMPLETE}|{_WITH_CAPITAL}|{_NOUNS})"
    rf"|(?:.*\s)?(?:và|của|thuộc|các|hoặc|với|tại|cho|cấp|là|do|được|bởi|theo|khi|sau|trước|giao|trong|văn phòng"
    rf"|{_OFFICER}|ban quản lý|[-–—/,]|&)",
    re.IGNORECASE,
)
"""Words that ask for more, so that a line break after them parts nothing."""

CLOSED = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|huyện|xã(?! hội)|phường|thuộc|trực thuộc|liên quan|trên địa bàn|cấp|của|tại|được"
    r"|trung ương|tw|khác|chính phủ)(?!\w)",
    re.IGNORECASE,
)
"""Words that say which bodies are meant, and so end a list of kinds."""

ON_A_LINE = re.compile(
    rf"Các |(?={_CAPITAL})(?i:(?:{_NOUNS})\s*,|(?:tổ dân phố|người dân|nhân dân|doanh nghiệp|cá nhân|hộ kinh doanh)(?!\w))"
)
"""Bodies of a kind that begin a line with a capital, and so are others than those of the line before: "Sở, ngành liên quan"."""

_COUNCILS = rf"(?:hđnd|hội đồng nhân dân|ubnd|{_U} ban nhân dân)(?!\w)"
_AND = r"\s*(?:,|và|-|–|&)\s*"
WHOLE = re.compile(
    rf"\([^()]*\)|(?:{_COMPOUND})(?!\w)|(?:văn phòng|vp) (?:đoàn (?:đbqh|đại biểu quốc hội)|đảng {_U}"
    rf"|{_COUNCILS})(?:{_AND}{_COUNCILS})+"
    rf"|đoàn (?:đbqh|đại biểu quốc hội){_AND}(?:hđnd|hội đồng nhân dân)(?!\w)"
    rf"|báo và (?:đài )?(?:phát thanh|pt|ptth|pt-th|pt&th)(?!\w)(?:{_AND}truyền hình)?|(?:phát thanh"
    rf"|pt){_AND}(?:truyền hình|th)(?!\w)"
    r"|tiếp nhận (?:hồ sơ )?(?:và|&) (?:hoàn )?trả kết quả|các cấp,? các ngành|các ngành,? các cấp|các sở,? các ngành",
    re.IGNORECASE,
)
"""Names and phrases whose commas and joining words are their own."""

ITEMS = frozenset(noun for noun in _NOUNS.replace("(?: học)?", "").replace(".?", "").split("|") if " " in noun) | {
    "sở", "ban", "ngành", "phòng", "cấp", "huyện", "quận", "xã", "phường",
}  # fmt: skip
"""The nouns with which the first item of a list may end: "thủ trưởng các cơ quan", no "xã hội"."""
