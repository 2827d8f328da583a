"""The subject of a cited document (trích yếu), where the text prints it after number and day: về việc …, phê duyệt ….

It ends where its clause does: at a semicolon or a full stop, before the next document, before a body that acts.
"""

import re

__all__ = ["read_subject"]

_WORDS = (
    "ban hành", "phê duyệt", "quy định", "qui định", "hướng dẫn", "sửa đổi", "bổ sung", "triển khai", "thực hiện", "công bố",
    "phân công", "giao", "thành lập", "kiện toàn", "tăng cường", "đẩy mạnh", "quán triệt", "kiểm tra", "tổ chức", "bãi bỏ",
    "thay thế", "chấn chỉnh", "một số", "nâng cao", "công nhận", "cải cách", "đề nghị", "yêu cầu", "hợp nhất", "điều chỉnh",
    "phát động", "xác định", "phát triển", "xây dựng", "[Vv]ề", "[Vv]/v",
)  # fmt: skip
_WORD = re.compile(rf"(?:{'|'.join(_WORDS)})(?![^\W_])")
_FIRST_WORDS = frozenset(word.split(" ")[0] for word in _WORDS) | {"về", "Về", "v/v", "V/v"}
_NOT_BETWEEN = frozenset(
    (
        "đã",
        "được",
        "là",
        "thì",
        "để",
        "nhằm",
        "có",
        "mà",
        "trên",
        "theo",
        "tại",
        "các",
        "những",
        "sẽ",
        "tiếp",
        "khi",
        "trong",
        "đến",
        "từ",
        "nêu",
        "này",
    )
)
"""Words after which a verb is the text's own and no subject of the document."""
_ENDS = (";", ".", ":", ")", "(")
_BY = (" của ", " do ", ", của ")
_MOST_WORDS = 24
_BODY = (
    r"(?:Sở|UBND|Ủy ban|Uỷ ban|Bộ|Ban|Phòng|Hội đồng|HĐND|Văn phòng|Chủ tịch|[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|xã|phường|Cục"
    r"|Chi cục|Trung tâm|Thanh tra)(?!\w)"
)
_ACTS = r"(?:đã|xây dựng|ban hành|báo cáo|tổ chức|triển khai|yêu cầu|đề nghị|thông báo)(?!\w)"
_DOCUMENT = (
    r"(?:các )?(?:Nghị quyết|Nghị định|Quyết định|Kế hoạch|Chỉ thị|Thông|Công|Kết luận|Luật|Bộ luật|Chương trình|Hướng dẫn"
    r"|Văn bản|Báo cáo|số)(?!\w)[^,;.]{0,40}? [0-9]"
)
_HARD = re.compile(
    r"[;….:”)\],](?:(?<=[^,.])|(?<=\.)(?![^ ./])"
    rf"|(?<=,) (?:{_DOCUMENT}|{_BODY}[^,;.]{{0,70}}? {_ACTS}|(?:trong đó|cụ thể|theo đó|nhằm|góp phần|tuy nhiên)(?!\w)))"
)
_AND = re.compile(rf" và (?:{_DOCUMENT}|các (?:văn bản|quy định|hướng dẫn|nội dung))")
_PAIRS = {")": "(", "]": "[", "”": "“"}
_LONGEST = 400
_EMPTY_WORDS = ("về việc ", "về ", "v/v ")


def read_subject(text: str, start: int) -> str:
    """The subject printed from `start`, after the issuer, up to where its clause ends; empty where none is.

    "về việc" and "về" are left out, a verb such as "ban hành" is kept: it is part of the subject.
    """
    begin = _begin(text, start)
    if begin < 0:
        return ""
    end = min(len(text), begin + _LONGEST)
    for stop in _HARD.finditer(text, begin, end):
        mark = _PAIRS.get(stop[0])
        if mark is None or text.count(mark, begin, stop.start()) <= text.count(stop[0], begin, stop.start()):
            end = stop.start()
            break
    for word in (" như sau", " đến các cơ quan"):
        found = text.find(word, begin, end)
        end = end if found < 0 else found
    if " và " in text[begin:end] and (joined := _AND.search(text, begin, end + 60)) and joined.start() < end:
        end = joined.start()
    subject = text[begin:end].strip(" ,.*_")
    opening = subject[:9].casefold()
    words = next((words for words in _EMPTY_WORDS if opening.startswith(words)), "")
    return subject[len(words) :]


def _begin(text: str, start: int) -> int:
    """Where the first word of a subject stands, right after a mention or after its issuer; -1 where none does."""
    issued = text.startswith(_BY, start)
    at = start
    if text.startswith(", ", at):
        at += 1
    for _ in range(_MOST_WORDS if issued else 1):
        if not text.startswith(" ", at):
            return -1
        at += 1
        after = text.find(" ", at)
        word = text[at : after if after >= 0 else len(text)]
        if word in _FIRST_WORDS and _WORD.match(text, at):
            return at
        if word in _NOT_BETWEEN or word.endswith(_ENDS):
            return -1
        at += len(word)
    return -1
