"""The words of a commitment (từ ngữ) as they are compared: abbreviations written out, one spelling, single words.

``TTHC`` is ``thủ tục hành chính``; what was "mức độ 4" is "toàn trình" since Nghị định 42/2022/NĐ-CP. Words that narrow
nothing, such as "được" and "theo quy định", are set apart, and so are the levels that a text speaks of (cấp tỉnh, cấp xã).
"""

import re
from functools import lru_cache

from cchc.model.text import plain

__all__ = ["LIGHT", "levels_in", "spoken", "without_basis", "without_levels", "without_own"]

_SHORT = {
    "tthc": "thủ tục hành chính", "dvctt": "dịch vụ công trực tuyến", "dvcqg": "dịch vụ công quốc gia", "dvc": "dịch vụ công",
    "cchc": "cải cách hành chính", "qppl": "quy phạm pháp luật", "vbqppl": "văn bản quy phạm pháp luật",
    "cbccvc": "cán bộ công chức viên chức", "cbcc": "cán bộ công chức", "ccvc": "công chức viên chức",
    "hcnn": "hành chính nhà nước", "pakn": "phản ánh kiến nghị", "csdl": "cơ sở dữ liệu", "httt": "hệ thống thông tin",
    "vtvl": "vị trí việc làm", "cntt": "công nghệ thông tin", "đvsncl": "đơn vị sự nghiệp công lập",
    "đvsn": "đơn vị sự nghiệp", "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "nsnn": "ngân sách nhà nước",
    "tỉ": "tỷ", "hàng": "hằng",
}  # fmt: skip
_OLD, _NEW = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ", "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
_TONES = dict(zip(_OLD.split(), _NEW.split(), strict=True))
_OPEN_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_TONES)})(?!\w)")
_AND, _ONLINE = "(?: và| hoặc| /)?", "(?: dịch vụ công)?(?: trực tuyến)?"
_ANY_DEGREE = "mọi mức độ"
# What offices write in several ways, and the one way it is compared in; what stands later sees what stands before.
_ONE_WAY = tuple(
    (re.compile(rf"(?<!\w)(?:{wide})(?!\w)"), narrow)
    for wide, narrow in (
        ("đảm bảo", "bảo đảm"),
        ("đúng thời hạn", "đúng hạn"),
        ("trước thời hạn", "trước hạn"),
        ("quá thời hạn", "quá hạn"),
        (f"trước(?: hạn)?{_AND} đúng hạn|đúng(?: hạn)?{_AND} trước hạn", "trước hạn đúng hạn"),
        (f"mức(?: độ)? 0?3{_AND} (?:mức(?: độ)? )?0?4", _ANY_DEGREE),
        ("mức(?: độ)? 0?4", "toàn trình"),
        ("mức(?: độ)? 0?3", "một phần"),
        (f"một phần{_AND}{_ONLINE} toàn trình|toàn trình{_AND}{_ONLINE} một phần", _ANY_DEGREE),
        ("hoàn toàn trực tuyến|trực tuyến hoàn toàn", "trực tuyến toàn trình"),
        ("phản ánh và kiến nghị", "phản ánh kiến nghị"),
        ("gửi và nhận", "gửi nhận"),
        ("hộp thư(?= điện tử| công vụ)", "thư"),
        ("cán bộ và công chức", "cán bộ công chức"),
        ("công chức và viên chức", "công chức viên chức"),
        # What narrows nothing.
        ("các|những", ""),
        ("theo (?:đúng )?quy định(?: của pháp luật| hiện hành| của nhà nước)*", ""),
        ("trên địa bàn (?:toàn )?tỉnh|(?:toàn|của) tỉnh", ""),
        (r"so với (?:cùng kỳ )?(?:năm|giai đoạn)(?: trước| \d{4})+", ""),
        ("không (?:vượt )?quá(?= [0-9])|không (?:dưới|thấp hơn|ít hơn|nhiều hơn|cao hơn)(?= [0-9])", ""),
        ("trong kỳ", ""),
        (r"trong (?:năm|quý) \d+|(?:hết|cuối) năm(?: \d{4})?", ""),
    )
)
_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|/")
_RECENT = 4096


@lru_cache(maxsize=_RECENT)
def spoken(text: str) -> str:
    """A text as words with single spaces: small letters, no marks, abbreviations written out, one spelling of each thing."""
    words = (_SHORT.get(word, word) for word in _WORD.findall(plain(text).casefold()))
    said = _OPEN_TONE.sub(lambda match: _TONES[match[0]], " ".join(words))
    for wide, narrow in _ONE_WAY:
        said = " ".join(wide.sub(narrow, said).split())
    return said.replace("/ ", "").removesuffix(" /")


_LIGHT = (
    "tỷ lệ tổng số lượng mức được đạt có là của và hoặc với thì theo đúng quy định thực hiện triển khai bảo đảm phấn "
    "đấu tối thiểu đa ít nhất trên dưới từ trở lên xuống trong tất cả toàn bộ đến hết ngày tháng quý năm duy trì tiếp tục "
    "phải nâng tăng giảm để thuộc thẩm quyền cũng khoảng hơn gần hoàn thành sẽ tại ở cho về đối việc khi bằng do đã"
)
LIGHT = frozenset(_LIGHT.split())
"""Words that narrow nothing."""

_KINDS = {
    "tỉnh": "province", "thành phố": "province", "sở": "department", "huyện": "district", "quận": "district",
    "thị xã": "district", "xã": "commune", "phường": "commune", "cơ sở": "commune",
}  # fmt: skip
_KIND = rf"(?:{'|'.join(sorted(_KINDS, key=len, reverse=True))})(?! dữ liệu)(?!\w)"
_A_KIND = re.compile(rf"(?<!\w){_KIND}")
_LEVELS = re.compile(
    rf"(?<!cung )(?<!\w)cấp {_KIND}(?:(?: và| hoặc| đến)?(?: cấp)? {_KIND})*"
    r"|(?<!\w)sở(?: ban)? ngành(?!\w)|(?<!\w)xã phường(?: thị trấn| đặc khu)?(?!\w)"
)
_ALL_LEVELS = re.compile(r"(?<!\w)(?:cả )?(?:0?[23]|hai|ba) cấp(?: chính quyền| hành chính)?(?!\w)")
_EVERY = frozenset({"province", "district", "commune"})


def levels_in(said: str) -> tuple[str, ...]:
    """The levels that spoken words are limited to, in order of their names; none where all of them are meant."""
    found = {_KINDS[kind] for match in _LEVELS.finditer(said) for kind in _A_KIND.findall(match[0])}
    return () if found >= _EVERY else tuple(sorted(found))


def without_levels(said: str) -> str:
    """Spoken words without those that name levels."""
    return " ".join(_ALL_LEVELS.sub(" ", _LEVELS.sub(" ", said)).split())


_BASIS = re.compile(
    r"(?i),? theo (?:đúng )?(?:quy định (?:tại|của) |yêu cầu của )?(?P<basis>(?:bộ luật|luật|pháp lệnh|nghị định|thông tư) "
    r"(?:(?!(?<!\w)(?:được|đạt|phải|hoàn thành|có|là|trên|từ|tối thiểu)(?!\w))[^,;.()%])+)(?=[.;]?$)"
)


def without_basis(text: str) -> tuple[str, str]:
    """A text without the law that it names at its end as what it goes by, and that law: "đạt chuẩn theo Luật Giáo dục"."""
    said = plain(text)
    found = _BASIS.search(said)
    return (said[: found.start()], spoken(found["basis"])) if found else (text, "")


_COMMITTEE = "ủy ban nhân dân "
_OFFICES = ("sở", "ban", "văn phòng", "thanh tra", "phòng", "trung tâm", "chi cục")


def without_own(said: str, own: str) -> str:
    """Spoken words without those by which an agency names itself: "của Sở", "trên địa bàn huyện Phù Cừ"."""
    place = spoken(own).removeprefix(_COMMITTEE)
    kind = next((word for word in (*_KINDS, *_OFFICES) if place.startswith(f"{word} ")), "")
    if not kind:
        return said
    further = ""
    for word in reversed(place.removeprefix(kind).split()):
        further = f"(?: {word}{further})?"
    names = [f"(?:{_COMMITTEE})?{kind}{further}"]
    if kind in _OFFICES:
        names.append("cơ quan(?! hành chính| nhà nước)")
    by = "(?:của|trên địa bàn|tại|trong|toàn|thuộc|ở|do) (?:toàn )?"
    return " ".join(re.sub(rf"(?<!\w){by}(?:{'|'.join(names)})(?!\w)", " ", said).split())
