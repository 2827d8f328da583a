"""What each line before the first section is (thể thức phần đầu văn bản, Nghị định 30/2020/NĐ-CP), whatever is missing.

A line is told by its own words and by what has stood before it; where no word says that a front is there at all, every line is
body, for a text may have been cut anywhere.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from cchc.reading.frame.letterheads import agency_in_preamble, starts_body
from cchc.reading.mending.skeletons import bare

__all__ = ["PLACE_AND_DAY", "FrontRole", "front_roles", "read_kind", "unmarked", "without_motto"]


class FrontRole(Enum):
    """What a line before the first section is."""

    NATION = "nation"
    """Quốc hiệu và tiêu ngữ."""
    AGENCY = "agency"
    """Tên cơ quan, người ban hành."""
    SYMBOL = "symbol"
    """Số, ký hiệu."""
    PLACE_AND_DAY = "place_and_day"
    """Địa danh và thời gian ban hành."""
    KIND = "kind"
    """Tên loại văn bản."""
    SUBJECT = "subject"
    """Trích yếu nội dung."""
    ATTACHED = "attached"
    """Chỉ dẫn kèm theo văn bản của một phụ lục."""
    ADDRESSEE = "addressee"
    """Kính gửi."""
    GROUNDS = "grounds"
    """Căn cứ và lời dẫn."""
    ORNAMENT = "ornament"
    """Dòng trống, dòng kẻ, dấu chỉ mức độ."""
    BODY = "body"
    """Nội dung văn bản: no front any more."""


_NATION = re.compile(
    r"C[0O]NG H[0O]A X.? H.?I CHU NGHI?A VI.?T ?NAM|D[0O]C LAP ?\W? ?TU D[0O] ?\W? ?HANH PHUC|DANG C[0O]NG SAN VI.?T NAM",
    re.IGNORECASE,
)
_CAPITAL = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_BLANK = "[ .…_/]*"
PLACE_AND_DAY = re.compile(
    rf"(?<![\w.])(?P<place>[{_CAPITAL}][\w.]*(?:(?: ?[-–] ?| )[{_CAPITAL}][\w.]*){{0,5}})"
    rf" ?, ?ngày ?(?P<day>[0-9]{{1,2}})?{_BLANK}-?"
    rf"(?:tháng ?)?(?P<month>[0-9]{{1,2}})?{_BLANK}-?(?:năm ?)?(?P<year>[0-9]{{4}})?{_BLANK}"
)
"""The place and the day of issue, any of whose figures a draft leaves blank."""
_NUMBER = re.compile(r"Số ?[:.]? ?[0-9.…_ ]*[a-zđ]? ?[/-] ?[A-ZĐÐ]", re.IGNORECASE)
_RULE = re.compile(r"[\W_]*")
_MARK = re.compile(
    r"\(?(?:DỰ THẢO|BẢN SAO|HỎA TỐC|HOẢ TỐC|KHẨN|MẬT|BẢN CHÍNH)\)?(?: .{0,20})?|Dự thảo.{0,12}"
    r"|(?:Trang |Page )?[0-9]{1,3}(?:/[0-9]{1,3})?|https?://\S+"
    r"|(?:Ký bởi|Người ký|Ký số bởi|Thời gian ký|Ngày ký|Giờ ký|Cơ quan|Email|Digitally signed|Signature|Date"
    r"|Chức vụ)(?: ?:| by| not).*",
    re.IGNORECASE,
)
"""What stands beside a letterhead and says nothing of the document: its urgency, a page, a digital signature's stamp."""
_PLANS = ("Kế hoạch", "Chương trình hành động", "Chương trình", "Phương án", "Đề án")
_REPORTS = ("Báo cáo tổng kết", "Báo cáo sơ kết", "Báo cáo")
_ANNEXES = ("Phụ lục", "Danh mục", "Biểu", "Bảng")
_OTHERS = ("Quyết định", "Nghị quyết", "Chỉ thị", "Thông báo", "Hướng dẫn", "Tờ trình", "Công văn", "Kết luận")
_KINDS = {
    bare(name).casefold(): (name, kind)
    for names, kind in ((_PLANS, "plan"), (_REPORTS, "report"), (_ANNEXES, "annex"), (_OTHERS, ""))
    for name in names
}
_NAMES = "|".join(sorted((name for name, _ in _KINDS.values()), key=len, reverse=True))
_KIND = re.compile(rf"(?P<kind>{_NAMES})(?!\w)(?P<rest>.*)", re.IGNORECASE)
_KIND_IN_LETTERS = re.compile(rf"(?P<kind>{bare(_NAMES)})(?!\w)(?P<rest>.*)", re.IGNORECASE)
_NO_TITLE = re.compile(r" ?(?:số|này|trên|của|nêu|đã|được|theo|:)(?!\w)| ?[0-9]+[-/]", re.IGNORECASE)
_ATTACHED = re.compile(r"\W*(?:Ban hành )?kèm theo\b|\W*đính kèm\b|\((?:Của|Theo|Tại|Trích|Thực hiện) ", re.IGNORECASE)
_GROUNDS = re.compile(
    r"(?:Căn cứ|Thực hiện|Thi hành|Triển khai|Để |Nhằm |Xét |Theo |Trên cơ sở|Quán triệt|Tiếp tục|Trong |Phát huy|Năm [0-9]{4}"
    r"|Qua "
    r"|Cụ thể hóa|Thời gian qua|Sau |Được |Ngày |Tại |Với |Tiếp nhận|Phúc đáp)"
)
_CITED = re.compile(r"Căn cứ (?:.*;$|[^;]{0,120}[0-9]+(?:/20[0-9]{2})?[-/] ?[A-ZĐ]{2})")
_CITING = re.compile(r"Căn cứ|[^;]{0,60} số:? ?[0-9]|[^;]{0,60}[0-9]+(?:/20[0-9]{2})?[-/] ?[A-ZĐ]{2}")
_ENDING = re.compile(
    r"(?:như sau|sau đây|(?:nội dung|phần|vấn đề|nhiệm vụ)(?: \w+){0,4} sau|cụ thể|dưới đây) ?[:.;]*$", re.IGNORECASE
)
_SECTION = re.compile(
    rf"(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục) (?:thứ |THỨ )?(?:[IVX0-9]|[Nn]hất|NHẤT|[Mm]ột|MỘT|[A-D]\b)|Điều [0-9]"
    rf"|[IVX]{{1,5}}(?:[.):\-–]|/(?!v)| (?!NĂM)[{_CAPITAL}])|[A-E][.)] ?[{_CAPITAL}]"
    rf"|[0-9]{{1,2}}(?:\.[0-9]{{1,2}})*[.)](?: |$)|[a-e]\) "
    r"|(?:STT|TT|Stt|Số TT|Số thứ tự)(?!\w)|\|"
)
_HEADING = re.compile(
    r"(?:MỤC ĐÍCH|MỤC TIÊU|YÊU CẦU|QUAN ĐIỂM|NỘI DUNG|NHIỆM VỤ|KẾT QUẢ ĐẠT|TÌNH HÌNH CHUNG|ĐẶC ĐIỂM|CÔNG TÁC CHỈ ĐẠO"
    r"|ĐÁNH GIÁ CHUNG)(?!\w)"
)
_ADDRESSEE = re.compile(r"Kính gửi", re.IGNORECASE)
_ITEM = re.compile(r"[-–+•*] ?\w")
_AUTHORITY = re.compile(
    r"(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|CHÍNH PHỦ|ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|Ủy ban nhân dân)"
    r"(?: (?!về |ban hành )[\w.-]+){0,9}"
)
_UNIT = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)(?!\w)")
_IN_BRACKETS = re.compile(rf"\((?:{_UNIT.pattern}|{_AUTHORITY.pattern}) ?[^()0-9]{{0,60}}\)", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"(?:[,;–-]|(?<!\w)(?:và|của|về|năm|quý|tháng|giai đoạn|trên|các))$"
    r"|(?<!\w)(?P<unit>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|địa bàn|nhà nước)$",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:năm|quý|tháng|giai đoạn)[^,;]{0,20}[0-9]{4}|[0-9]{4} ?[-–] ?[0-9]{4}", re.IGNORECASE)
_YEAR = re.compile(r"năm [0-9]{4}", re.IGNORECASE)
_MARKUP = " *_#>`~"
_LONG, _SHORT, _MOST_LINES = 160, 100, 200
_MOST_OF_LETTERHEAD = 12


def unmarked(text: str) -> str:
    """A line without the marks of markdown around and within it."""
    return text.replace("**", "").strip(_MARKUP)


def without_motto(text: str) -> str:
    """What an extraction of two columns left beside the motto of the state or of the Party; the line itself where none is."""
    letters = bare(text)
    motto = _NATION.search(letters) if len(letters) == len(text) else None
    return f"{text[: motto.start()]} {text[motto.end() :]}".strip(" -–—_*.") if motto else text


def read_kind(text: str) -> tuple[str, str, str] | None:
    """The kind that a title line starts with: its name, its class ("plan", "report", "annex" or empty), the line's rest."""
    if len(text) > 2 * _LONG:
        return None
    worn = text.isupper() and not _UNIT.match(text)
    match = _KIND.match(text) or (_KIND_IN_LETTERS.match(bare(text)) if worn else None)
    if match is None:
        return None
    name, kind = _KINDS[bare(match["kind"]).casefold()]
    rest = text[match.end("kind") :].strip(" :*_")
    if not rest or text.isupper() or kind == "annex":
        return name, kind, rest
    running = (
        _NO_TITLE.match(match["rest"]) or _ENDING.search(text) or text.endswith((";", ".", ",", ":")) or match["kind"].islower()
    )
    return None if running else (name, kind, rest)


def front_roles(lines: Sequence[str]) -> tuple[FrontRole, ...]:
    """The role of each line, the first of a section and all after it being body."""
    texts = [unmarked(line) for line in lines[:_MOST_LINES]]
    roles = list(_roles(texts))
    known = set(roles)
    evident = known & {FrontRole.NATION, FrontRole.SYMBOL, FrontRole.PLACE_AND_DAY, FrontRole.KIND, FrontRole.ATTACHED}
    preamble = [text for text, role in zip(texts, roles, strict=False) if role is FrontRole.GROUNDS]
    if not evident and not any(_CITED.match(text) or _ENDING.search(text) for text in preamble):
        roles = []
    elif preamble and len(roles) == len(texts) and not _ENDING.search(preamble[-1]):
        roles = roles[: _end_of_grounds(texts, roles)]
    return (*roles, *[FrontRole.BODY] * (len(lines) - len(roles)))


def _end_of_grounds(texts: Sequence[str], roles: Sequence[FrontRole]) -> int:
    """Where the grounds end in a text without sections: after the paragraph of the last line that cites."""
    last = max((at for at, role in enumerate(roles) if role is FrontRole.GROUNDS and _GROUNDS.match(texts[at])), default=0)
    return next((at + 1 for at in range(last, len(texts)) if texts[at].endswith((".", ";", ":"))), len(texts))


def _roles(texts: Sequence[str]) -> Iterator[FrontRole]:
    """Roles down to the first section, or to the end of the preamble."""
    subject: list[str] = []
    first = [at for at, text in enumerate(texts) if text][:_MOST_OF_LETTERHEAD]
    letterhead = max((at for at in first if _is_of_letterhead(texts[at])), default=-1)
    role, titled, ruled, bracket = FrontRole.ORNAMENT, False, False, 0
    for at, text in enumerate(texts):
        if not bracket and _opens_section(text, role, subject):
            return
        if bracket or role is FrontRole.GROUNDS:
            pass
        elif _RULE.fullmatch(text) or _MARK.fullmatch(text):
            ruled = ruled or (bool(subject) and len(text) > 1)
            yield FrontRole.ORNAMENT
            continue
        elif found := _by_its_words(text, role, titled=titled, subject=" ".join(subject)):
            role, titled = found, titled or found is FrontRole.KIND
        elif not titled:
            role = _before_title(text, role, begun=bool(subject), headed=at < letterhead)
        else:
            role = FrontRole.SUBJECT if not ruled and _goes_on(" ".join(subject), text) else FrontRole.GROUNDS
        if role is FrontRole.SUBJECT:
            subject.append(text)
        elif role is FrontRole.KIND and (kind := read_kind(text)) and kind[2]:
            subject.append(kind[2])
        elif role is FrontRole.ATTACHED:
            bracket = max(0, bracket + text.count("(") - text.count(")"))
        yield role
        if role is FrontRole.GROUNDS and _ENDING.search(text):
            return


def _opens_section(text: str, before: FrontRole, subject: Sequence[str]) -> bool:
    """Whether a line is the heading of a section; one of no number that names a period may be what the title is about."""
    if _SECTION.match(text):
        return True
    titling = before in (FrontRole.KIND, FrontRole.SUBJECT) and not _DATED.search(" ".join(subject))
    return _HEADING.match(text) is not None and not (titling and _DATED.search(text))


def _by_its_words(text: str, before: FrontRole, *, titled: bool, subject: str) -> FrontRole | None:
    """The role that a line's own words give it, wherever it stands; only a subject that asks for more takes its issuer."""
    begun = subject != ""
    if without_motto(text) != text:
        return FrontRole.NATION
    if _NUMBER.match(text) and not begun:
        return FrontRole.SYMBOL
    if (day := PLACE_AND_DAY.search(text)) and day.start() < _SHORT and not begun:
        return FrontRole.PLACE_AND_DAY
    if _ATTACHED.match(text):
        return FrontRole.ATTACHED
    if _ADDRESSEE.match(text) or (before is FrontRole.ADDRESSEE and _ITEM.match(text)):
        return FrontRole.ADDRESSEE
    if titled and begun and _is_authority(text) and not ((ends := _UNFINISHED.search(subject)) and not ends["unit"]):
        return FrontRole.AGENCY
    if (kind := read_kind(text)) and (not titled or not kind[2]):
        return FrontRole.KIND
    return None


def _is_authority(text: str) -> bool:
    """Whether a line below the title names who issues: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH, UBND thành phố Huế, (Xã An Hòa)."""
    if _IN_BRACKETS.fullmatch(text):
        return True
    if len(text) > _SHORT or text.endswith((".", ";", ":", ",")) or _DATED.search(text):
        return False
    return _AUTHORITY.fullmatch(text) is not None


def _is_of_letterhead(text: str) -> bool:
    return without_motto(text) != text or _NUMBER.match(text) is not None


def _before_title(text: str, before: FrontRole, *, begun: bool, headed: bool) -> FrontRole:
    """The role of a line above the title that says no more than its look; `headed` says that the letterhead goes on below."""
    if _GROUNDS.match(text) and not text.isupper():
        return FrontRole.GROUNDS
    capital = text.isupper() and not begun
    below = before is FrontRole.AGENCY and not re.search("[0-9]", text)
    if capital and (headed or below or starts_body(text) or _UNIT.match(text)):
        return FrontRole.AGENCY
    if starts_body(text) and len(text) < _SHORT and not text.endswith((".", ";", ":", ",")) and not agency_in_preamble(text):
        return FrontRole.AGENCY
    if len(text) <= _LONG and not text.endswith((".", ";", ":")) and not agency_in_preamble(text):
        return FrontRole.SUBJECT
    return FrontRole.GROUNDS


def _goes_on(subject: str, text: str) -> bool:
    """Whether a line continues the subject that stands so far, rather than opening the preamble."""
    if _ENDING.search(text) or text.endswith(":"):
        return False
    if _YEAR.fullmatch(text):
        return True
    if not subject:
        return not text.startswith("Căn cứ") and not text.endswith((";", ".")) and len(text) <= 2 * _LONG
    unfinished = _UNFINISHED.search(subject)
    if text.isupper() or unfinished:
        preamble = _GROUNDS.match(text) and (_CITING.match(text) or (unfinished and unfinished["unit"]))
        return len(text) <= _LONG and not preamble
    if len(text) > _LONG or agency_in_preamble(text):
        return False
    if text[:1].islower() or text[:1].isdigit() or text[:1] in '(“"':
        return not text.endswith((".", ";"))
    if subject.isupper() or _DATED.search(subject):
        return False
    return len(text) <= _SHORT and not text.endswith((".", ";")) and not _GROUNDS.match(text)
