"""Whose document it is (cơ quan ban hành), from the letterhead in capitals or the sentence before the first section.

A careful official writes ``UBND tỉnh Hưng Yên`` and ``Sở Nội vụ tỉnh Hưng Yên``: the unit of government is named with the body.
"""

import re
from collections.abc import Sequence

from cchc.reading.frame.places import proper_name, province_in, with_unit

__all__ = ["agency_in_preamble", "agency_of_letterhead", "clause_of_agency", "starts_body"]

_BODY = (
    "ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|bcđ|sở|bộ(?! chỉ số| phận| thủ tục)|ban(?! hành)"
    "|phòng(?!,| chống)|văn phòng|thanh tra|cục|chi cục|tổng cục|vụ"
    "|trung tâm|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|huyện ủy|huyện uỷ|đảng ủy|đảng uỷ|thị ủy|quận ủy|đảng bộ|viện|trường|đại học"
    "|báo(?! cáo)|đài|công an|bệnh viện|bảo hiểm xã hội|kho bạc|chính phủ|thủ tướng chính phủ|hội(?! nghị)"
    "|liên minh|liên hiệp|kiểm toán|tòa án"
    "|viện kiểm sát|ngân hàng|học viện|tập đoàn|tổng công ty|công ty|mặt trận"
)
_STARTS = re.compile(rf"(?:{_BODY})(?!\w)", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"(?P<body>ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd)(?: (?P<unit>tỉnh|thành phố|tp\.?|huyện|quận"
    r"|thị xã|xã|phường|thị trấn|đặc khu)(?: (?P<name>.+))?)?",
    re.IGNORECASE,
)
_ABOVE = ("UBND ", "ỦY BAN NHÂN DÂN ", "UỶ BAN NHÂN DÂN ", "BỘ ")
_BELOW = re.compile(
    r"(?<=\w) (?=(?:SỞ|(?<!ỦY )(?<!UỶ )BAN|(?<!HẢI )(?<!VĂN )PHÒNG|VĂN PHÒNG|THANH TRA|CHI CỤC|TRUNG TÂM)(?!\w))"
)
_SHORT = {"ủy ban nhân dân": "UBND", "uỷ ban nhân dân": "UBND", "hội đồng nhân dân": "HĐND", "ubnd": "UBND", "hđnd": "HĐND"}
_PARTY = re.compile(r"(?P<body>(?:tỉnh|thành|huyện|thị|quận|đảng) (?:ủy|uỷ))(?: (?P<name>.+))?", re.IGNORECASE)
_CENTRAL = re.compile(
    r"(?:Bộ|Tổng cục|Chính phủ|Thủ tướng Chính phủ|Thanh tra Chính phủ|Văn phòng Chính phủ"
    r"|Bảo hiểm xã hội Việt Nam|Ngân hàng Nhà nước)(?!\w)"
)
_OF_PLACE = re.compile(
    r"((?:[Kk]hu kinh tế(?! tỉnh| thành phố)|tỉnh|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|thành phố|đặc khu) )([^,-]+)$"
)
_HEADS = (
    "bảo hiểm xã hội", "văn phòng", "thanh tra", "chi cục", "tổng cục", "trung tâm", "công ty", "học viện", "bệnh viện",
    "đại học", "công an", "kho bạc", "hội đồng", "chính phủ",
)  # fmt: skip
_UNITS = frozenset(("tỉnh", "thành", "huyện", "quận", "thị", "xã", "phường"))
_ABBREVIATIONS = frozenset(("UBND", "HĐND", "CCHC", "TTHC", "MTTQ", "BCĐ"))
_ACTOR = (
    r"(?:Chủ tịch )?(?:UBND|HĐND|[ỦU][ỷy] ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Sở|Bộ|Ban|Phòng|Văn phòng"
    r"|Thanh tra|Cục|Chi cục|Tổng cục|Trung tâm)(?!\w)"
)
_AGENCY = rf"(?P<agency>{_ACTOR}(?:,? (?!(?:về|của|để|đã|theo|tại|là|năm|{_ACTOR})(?!\w))[^ ,;.:()]+){{0,14}}?)"
_ACTS = (
    r"(?:ban hành|xây dựng|báo cáo|trân trọng báo cáo|xin báo cáo|kính báo cáo|tổng hợp|lập|đề ra|triển khai|tổ chức|cụ thể hóa"
    r"|đánh giá|thực hiện|xác định|điều chỉnh|yêu cầu)"
)
_ACTING = re.compile(rf"(?<![\w]){_AGENCY},? (?:đã |xin |tiếp tục |kịp thời )?{_ACTS}(?!\w)")


def starts_body(text: str) -> bool:
    """Whether a line begins with what a body is called: Sở, Ủy ban nhân dân, Phòng."""
    return _STARTS.match(text) is not None


def agency_of_letterhead(lines: Sequence[str], province: str = "", words: str = "") -> str:
    """The issuing body of a letterhead's lines, the body above it first; empty for no lines.

    `province` ("tỉnh Hưng Yên") completes a body that the letterhead leaves without one; running `words` tell how a name in
    capitals is written.
    """
    bodies: list[str] = []
    parts = (part for line in lines for part in (_BELOW.split(line) if line.startswith(_ABOVE) else [line]))
    for line in parts:
        if bodies and not starts_body(line):
            bodies[-1] = f"{bodies[-1]} {line}"
        else:
            bodies.append(line)
    if not bodies:
        return ""
    names = [_as_written(_official(body), words) for body in bodies[-2:]]
    above = names[0] if len(names) > 1 else ""
    return _completed(names[-1], above, province)


def agency_in_preamble(text: str, province: str = "") -> str:
    """The body that a preamble's sentence makes act: "Sở Nội vụ xây dựng Kế hoạch …"; the last one, empty where none acts."""
    acting = _acting(text)
    return _completed(_official(acting["agency"].removeprefix("Chủ tịch ")), "", province) if acting else ""


def clause_of_agency(text: str) -> str:
    """What a preamble says from the body that acts on; where none does, its last sentence."""
    acting = _acting(text)
    return text[acting.start() if acting else max((text.rfind(mark) + 2 for mark in ("; ", ". ") if mark in text), default=0) :]


def _acting(text: str) -> re.Match[str] | None:
    acting = list(_ACTING.finditer(text))
    own = [match for match in acting if not text.endswith(("của ", "do "), 0, match.start())] or acting
    return own[-1] if own else None


def _official(body: str) -> str:
    """A body's name with the capitals of running text: ``SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG`` is ``Sở Nông nghiệp và Môi trường``."""
    body = body.strip(" .,;:*-–—_")
    if committee := _COMMITTEE.fullmatch(body):
        short = _SHORT[committee["body"].casefold()]
        return f"{short} {_unit(committee['unit'], committee['name'] or '')}" if committee["unit"] else short
    if party := _PARTY.fullmatch(body):
        kind, _, name = (party["name"] or "").partition(" ")
        of = _unit(kind, name) if kind.casefold() in _UNITS and name else proper_name(party["name"] or "")
        return f"{party['body'].capitalize()} {of}".strip()
    if not body.isupper():
        return body
    place = province_in(body)
    name = place.partition(" ")[2].removeprefix("phố ")
    words: list[str] = []
    head = next((name.count(" ") + 1 for name in _HEADS if body.casefold().startswith(name)), 1)
    for word in body.split(" "):
        opens = len(words) == head and word.casefold() not in _UNITS
        opens = opens or not words or words[-1] in ("và", "-", "–") or words[-1].endswith(",") or word == "KHU"
        words.append(word if word in _ABBREVIATIONS else word.capitalize() if opens else word.lower())
    official = _OF_PLACE.sub(lambda of: of[1] + proper_name(of[2].upper()), " ".join(words))
    official = official.replace("việt nam", "Việt Nam").replace("Công thương", "Công Thương")
    return re.sub(re.escape(name), name, official, flags=re.IGNORECASE) if name else official


def _as_written(name: str, words: str) -> str:
    written = re.search(rf"{re.escape(name)}(?!\w)", words, re.IGNORECASE)
    return written[0] if written and not written[0].isupper() else name


def _unit(unit: str, name: str) -> str:
    kind = unit.casefold()
    kind = "thành phố" if kind.startswith("tp") else kind
    name = proper_name(name)
    if name in ("Hồ Chí Minh",):
        return with_unit(name, city=True)
    return f"{kind} {name}".strip()


def _completed(name: str, above: str, province: str) -> str:
    """A body's name with the unit of government it belongs to."""
    unit = above.partition(" ")[2] if above.startswith(("UBND ", "HĐND ")) else ""
    if name in ("UBND tỉnh", "UBND thành phố", "HĐND tỉnh", "HĐND thành phố", "UBND", "HĐND"):
        short = name.partition(" ")[0]
        return f"{short} {unit or province}" if unit or province else name
    if name.startswith(("UBND", "HĐND", "Tỉnh ủy", "Thành ủy")):
        return name
    if name == "Văn phòng" and unit:
        return f"Văn phòng UBND {unit}"
    if above and not unit:
        return name if _OF_PLACE.search(name) else f"{name}, {above}"
    if _CENTRAL.match(name):
        return name
    place = unit or province
    bare = name.removesuffix(" tỉnh").removesuffix(" thành phố")
    if not place or place.casefold() in name.casefold() or province_in(name):
        return name
    return f"{bare} {place}"
