"""What a column of a task table holds (cột của biểu nhiệm vụ), told from its heading, whatever an office calls it.

Headings are compared without diacritics, spaces and capitals: prints break them within a word and mistype their tones.
"""

import re
import unicodedata
from enum import Enum

__all__ = ["LONGEST_HEADING", "Role", "find_role", "folded"]


class Role(Enum):
    """What the cells of a column say of a task (nội dung của cột)."""

    NUMBER = "number"
    """Số thứ tự."""
    CODE = "code"
    """Mã nhiệm vụ."""
    AREA = "area"
    """Lĩnh vực."""
    GROUP = "group"
    """Nhóm nhiệm vụ, nhiệm vụ chung."""
    TITLE = "title"
    """Nhiệm vụ, hoạt động, nội dung công việc."""
    DELIVERABLES = "deliverables"
    """Kết quả, sản phẩm."""
    LEAD = "lead"
    """Cơ quan chủ trì."""
    COORDINATING = "coordinating"
    """Cơ quan phối hợp."""
    AGENCIES = "agencies"
    """Cơ quan chủ trì, phối hợp: both in one column."""
    SCHEDULE = "schedule"
    """Thời gian, thời hạn, tiến độ, lộ trình."""
    START = "start"
    """Bắt đầu."""
    FINISH = "finish"
    """Hoàn thành, kết thúc."""
    PERSON = "person"
    """Người phụ trách."""
    FUNDING = "funding"
    """Kinh phí."""
    NOTE = "note"
    """Ghi chú, căn cứ."""
    TARGET = "target"
    """Mục tiêu, chỉ tiêu, yêu cầu."""
    STATUS = "status"
    """Tình hình thực hiện."""
    POINTS = "points"
    """Điểm."""


_BODY = r"(?:coquan|donvi|bophan|cacphong|phongban|phong|noi(?!dung)|cap|tochuc|chuthe|diaphuong|songanh)"
_DOING = r"(?:thuchien|chiutrachnhiem|thammuu|trienkhai|phutrach|daumoi|soanthao|thuongtruc|xaydung|duocgiao|duocphancong)"
_SOMEBODY = r"(?:lanhdao|nguoi|canbo|congchuc|chuyenvien|canhan|dongchi|thanhvien)"
_BOTH_ENDS = re.compile(r"(?:batdau|khoidau).*(?:ketthuc|hoanthanh)")
_PARTED = re.compile(r"(?P<of>[^(:]+)(?:\((?P<bracket>[^()]+)\)|:(?P<rest>[^(:]+))", re.DOTALL)
_NUMBERED = re.compile(r"^\s*\(?[0-9]{1,2}[).:\s–-]*|[\s(]*[0-9]{1,2}\)?\s*$|[\s:]+$")
_LEADING = re.compile(rf"chutri|{_DOING}")

# In the order that settles which of two readings from the same place stands.
_WORDS = {
    Role.NUMBER: r"^(?:stt|tt|sott|so|sothutu|thutu)$",
    Role.CODE: r"^(?:ma|maso|kyhieu)(?:nhiemvu|hoatdong|congviec|nv|so)?$",
    Role.POINTS: r"^diem$|(?:thang|tong)?diem(?:toida|chuan|tu|tham|dat|danh|so|cham|bi|tru|cong)",
    Role.STATUS: r"tinhtrang|trangthai|tinhhinh|(?:da|chua|mucdo|tyle)hoanthanh|%hoanthanh|(?:tu)?danhgia",
    Role.FUNDING: r"(?:du(?:toan|kien))?(?:kinhphi|nguonvon|ngansach)|dutoan|nguonluc|tongmucdautu",
    Role.NOTE: r"ghichu|cancu|cosophaply|giaitrinh",
    Role.PERSON: (
        rf"{_SOMEBODY}.*(?:phutrach|chidao|theodoi|thuchien|chiutrachnhiem|thammuu)|^{_SOMEBODY}$"
        r"|^(?:chidao|phutrach)(?:chung)?$"
    ),
    Role.COORDINATING: rf"phoihop|lienquan|(?:{_BODY}.{{0,12}})?(?:^|(?<=\w))(?:cung(?:thuchien|trienkhai|thamgia)|thamgia)$",
    Role.LEAD: (
        rf"chutri|{_BODY}.*?{_DOING}|^(?:phancong|trachnhiem|chiutrachnhiem|daumoi|thuchien)(?:{_BODY}|{_DOING})?$"
        r"|^(?:cac)?(?:coquan|donvi)+$|^ai(?:lam|thuchien)$"
    ),
    Role.START: r"(?:ngay|thoi(?:gian|diem|han)(?:thuchien)?)?(?:batdau|khoidau)|^tu(?:ngay|thang)?$",
    Role.FINISH: (
        r"(?:dukien)?(?:ngay|thang|moc|thoi(?:gian|diem|han)(?:thuchien)?|han|tiendo)?(?:phai)?(?:hoanthanh|ketthuc)|^den(?:ngay|thang)?$"
    ),
    Role.SCHEDULE: (
        r"(?:dukien)?(?:thoi(?:gian|han|diem|ky)|tiendo|lotrinh|kyhan|hantrinh|hancuoi|^han$|moc|^khinao$)"
        r"|^(?:quy|thang)(?:[0-9]{1,2}|i{1,3}|iv)?(?:nam)?$|^(?:sau)?thang(?:dau|cuoi)nam$"
    ),
    Role.DELIVERABLES: r"(?:dukien)?(?:cac)?(?:ketqua|sanpham|daura|hinhthuc(?:vanban|banhanh|thehien)|vanbanbanhanh)",
    Role.AREA: r"^(?:cac)?linhvuc|^noidung(?:cchc|caicach)",
    Role.GROUP: r"nhom(?:nhiemvu|giaiphap|congviec|noidung|van)|(?:nhiemvu|noidung)(?:chung|lon)|^tieuchi",
    Role.TITLE: (
        r"nhiemvu|hoatdong|congviec|congtac|noidung(?!(?:cac)?(?:muctieu|chitieu))|giaiphap|bienphap|phanviec|dauviec|^viec$"
        r"|viec(?:can|phai)lam|dean|duan|chuongtrinh|tenvanban|trichyeu|danhmuc|tthc|thutuchanhchinh"
    ),
    Role.TARGET: r"muctieu|chitieu|yeucau(?!sanpham|ketqua)|donvitinh|^dvt|chiso|soluong",
}
_ROLES = tuple((role, re.compile(words)) for role, words in _WORDS.items())
# What looks like the head of a task table and is another's: how long a procedure takes, in what a figure is counted.
_OTHERS = re.compile(r"giaiquyet(?:hoso|tthc|thutuc)?$|thoihangiaiquyet|donvitinh|^dvt|dieukhoan")
LONGEST_HEADING = 120
"""No heading of a column says more, in characters."""

_FOLD_D = str.maketrans("đĐ", "dd")


def folded(text: str) -> str:
    """`text` in small letters without diacritics, spaces and punctuation; ``%`` stays.

    >>> folded("Cơ quan chủ trì")
    'coquanchutri'
    """
    letters = unicodedata.normalize("NFD", text.casefold()).translate(_FOLD_D)
    return "".join(letter for letter in letters if (letter.isascii() and letter.isalnum()) or letter == "%")


def _part_named(heading: str) -> Role | None:
    """What a heading says in brackets or after a colon, as a second row would: "Trách nhiệm thực hiện (Phối hợp)"."""
    heading = _NUMBERED.sub("", unicodedata.normalize("NFC", heading))
    parts = _PARTED.fullmatch(heading.strip()) if len(heading) <= LONGEST_HEADING else None
    if parts is None or "chutri" in folded(parts["of"]) or find_role(parts["of"]) not in {Role.LEAD, Role.SCHEDULE}:
        return None
    role = find_role(parts["bracket"] or parts["rest"])
    return role if role in {Role.LEAD, Role.COORDINATING, Role.START, Role.FINISH} else None


def find_role(heading: str, above: str = "") -> Role | None:
    """What a column holds whose heading is `heading`, with a wider heading `above` it; None where nobody knows.

    >>> find_role("3- Kết quả/ Sản phẩm")
    <Role.DELIVERABLES: 'deliverables'>
    >>> find_role("Bắt đầu", above="Thời gian thực hiện")
    <Role.START: 'start'>
    """
    words = folded(heading).strip("0123456789") if len(heading) <= LONGEST_HEADING else ""
    if part := _part_named(heading):
        return part
    if _OTHERS.search(words):
        return Role.TARGET
    found = [(match.start(), order) for order, (_, pattern) in enumerate(_ROLES) if (match := pattern.search(words))]
    if not found:
        return find_role(above) if above else None
    role = _ROLES[min(found)[1]][0]
    if role in {Role.LEAD, Role.COORDINATING, Role.PERSON} and "phoihop" in words:
        before, _, after = words.partition("phoihop")
        return Role.AGENCIES if _LEADING.search(before) or "chutri" in after else Role.COORDINATING
    if role is Role.START and _BOTH_ENDS.search(words):
        return Role.SCHEDULE
    return role
