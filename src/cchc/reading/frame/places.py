"""Names of provinces and cities (tên tỉnh, thành phố), the 63 until 30/6/2025 and the 34 since, to spell a letterhead.

No list of who exists when: that is the catalogue's, which reading does not ask.
"""

import re

from cchc.reading.mending.skeletons import bare

__all__ = ["proper_name", "province_in", "with_unit"]

_CITIES = ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế", "Hồ Chí Minh")
_PROVINCES = (
    "An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương", "Bình Định",
    "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai",
    "Hà Giang", "Hà Nam", "Hà Tĩnh", "Hải Dương", "Hậu Giang", "Hòa Bình", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum",
    "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An", "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ",
    "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh",
    "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế", "Tiền Giang", "Trà Vinh", "Tuyên Quang", "Vĩnh Long",
    "Vĩnh Phúc", "Yên Bái",
)  # fmt: skip
_SPELLINGS = {
    **{name.casefold(): name for name in (*_CITIES, *_PROVINCES)},
    "thừa thiên - huế": "Thừa Thiên Huế", "bà rịa-vũng tàu": "Bà Rịa - Vũng Tàu", "bà rịa vũng tàu": "Bà Rịa - Vũng Tàu",
    "hoà bình": "Hòa Bình", "khánh hoà": "Khánh Hòa", "thanh hoá": "Thanh Hóa", "đăk lăk": "Đắk Lắk", "đắc lắc": "Đắk Lắk",
    "đăk nông": "Đắk Nông", "đắk nông": "Đắk Nông",
}  # fmt: skip
_NAMES = "|".join(re.escape(name) for name in sorted(_SPELLINGS, key=len, reverse=True))
_UNIT = r"(?P<unit>tỉnh|thành phố|tp\.?) ?"
_NAMED = re.compile(rf"(?<!\w){_UNIT}(?P<name>{_NAMES})(?!\w)", re.IGNORECASE)
_BARE = re.compile(rf"(?<!\w)(?P<name>{_NAMES})(?!\w)", re.IGNORECASE)
_BY_LETTERS = {bare(name): known for name, known in _SPELLINGS.items()}


def province_in(text: str) -> str:
    """The province or city that a text names, with its unit: ``tỉnh Hưng Yên``; empty where it names none.

    A name with "tỉnh" or "thành phố" before it goes before one without.
    """
    if match := _NAMED.search(text):
        return with_unit(_SPELLINGS[match["name"].casefold()], city=not match["unit"].casefold().startswith("tỉnh"))
    if match := _BARE.search(text):
        name = _SPELLINGS[match["name"].casefold()]
        return with_unit(name, city=name in _CITIES)
    return ""


def with_unit(name: str, *, city: bool) -> str:
    """The name of a province with its unit before it, as in running text."""
    if name == "Hồ Chí Minh":
        return "Thành phố Hồ Chí Minh"
    return f"thành phố {name}" if city else f"tỉnh {name}"


def proper_name(name: str) -> str:
    """A place's name from one in capitals: ``HƯNG YÊN`` is ``Hưng Yên``; one with small letters stays as it is."""
    known = _SPELLINGS.get(name.casefold()) or (_BY_LETTERS.get(name.casefold()) if name.isascii() else None)
    if known:
        return known
    return " ".join(word.capitalize() for word in name.split(" ")) if name.isupper() else name
