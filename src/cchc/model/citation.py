"""Documents and how they are cited: number and symbol (số, ký hiệu) by Nghị định 30/2020/NĐ-CP.

Five shapes: ``184/KH-UBND`` (administrative), ``18/2015/QĐ-UBND`` (legal normative, with its year), ``64/2025/QH15`` and
``35/2023/UBTVQH15`` (National Assembly and its Standing Committee), ``18-NQ/TW`` (Party), ``4625/BNV-CCHC`` (công văn,
which has no kind: issuer and drafting unit). Parsing forgives spaces and capitals, never Đ for D: ĐA and DA are two kinds.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Self

from attrs import astuple, field, frozen

from cchc.model.errors import InvalidInput, Problem
from cchc.model.source import Source
from cchc.model.text import nearest, plain

__all__ = ["DOCUMENT_KINDS", "Citation", "Symbol", "printed_symbol"]

DOCUMENT_KINDS: Mapping[str, str] = MappingProxyType({
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo",
    "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án",
    "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời", "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển", "PB": "Phiếu báo", "SY": "Bản sao y",
    "TrS": "Bản trích sao", "SL": "Bản sao lục", "NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch", "PL": "Pháp lệnh", "L": "Lệnh", "KL": "Kết luận", "CV": "Công văn",
})  # fmt: skip
"""Kinds of document by their abbreviation: Phụ lục III of Nghị định 30/2020/NĐ-CP, the legal normative kinds, and Kết luận
and Công văn as the Party writes them. By the decree Công văn and Thư công have no abbreviation."""

_ISSUERS = ("TTg", "CP", "CTN", "UBND", "HĐND", "TW", "BNV", "VPCP", "BTP", "BTC")
_NEVER_DRAFTING = ("TTg", "CP", "CTN", "UBND")
"""Bodies that issue and draft nothing: ``458/QP-TTg`` is no công văn of an office QP but a decision misprinted."""


def _with_d(code: str) -> str:
    # Ð is the Icelandic letter that font conversions leave in place of Đ.
    return code.casefold().replace("đ", "d").replace("ð", "d")


_KIND_BY_CASEFOLD = {code.casefold(): code for code in DOCUMENT_KINDS}
_KIND_WITH_D = {_with_d(code): code for code in DOCUMENT_KINDS}
_ISSUER_WITH_D = {_with_d(code): code for code in _ISSUERS}

_LETTER = "A-ZĐĂÂÊÔƠƯa-zđăâêôơư"
_NUMBER = rf"(?P<number>[0-9]{{1,6}}[{_LETTER}]?)"
_YEAR = r"(?P<year>(?:19|2[0-9])[0-9]{2})"
_GROUP = rf"[{_LETTER}][{_LETTER}0-9]*(?:[&.][{_LETTER}0-9]+)*"
_ASSEMBLY = re.compile(rf"{_NUMBER}/{_YEAR}/(?P<issuer>(?:UBTV)?QH[0-9]{{1,2}})", re.IGNORECASE | re.ASCII)
_PARTY = re.compile(rf"{_NUMBER}-(?P<kind>{_GROUP})/(?P<issuer>{_GROUP}(?:-{_GROUP})*)")
_STATE = re.compile(rf"{_NUMBER}/(?:{_YEAR}/)?(?P<kind>{_GROUP})-(?P<issuer>{_GROUP}(?:-{_GROUP})*)")
_JOINT = re.compile(r"\s*([/&\-\u2010-\u2015\u2212])\s*")
_PREFIX = re.compile(r"^số ?:? ?", re.IGNORECASE)
_EXAMPLES = ("184/KH-UBND", "18/2015/QĐ-UBND", "35/2023/UBTVQH15", "18-NQ/TW", "4625/BNV-CCHC")


@frozen(kw_only=True)
class Symbol:
    """A document's number and symbol (số, ký hiệu), taken apart; `str` puts it together as the decree writes it.

    `year` is 0 and `type_code` empty where the shape has none; `party` marks the Party's form ``18-NQ/TW``.
    """

    number: str
    issuer_code: str
    type_code: str = ""
    year: int = 0
    party: bool = False

    def __attrs_post_init__(self) -> None:
        if astuple(self) != _taken_apart(str(self)):
            raise _not_a_symbol(str(self))

    @classmethod
    def parse(cls, text: str) -> "Symbol":
        """Read a symbol, spaces and capitals forgiven: ``184 /KH-UBND``, ``QĐ- UBND``; raise `InvalidInput` otherwise."""
        return _parsed(text)

    def __str__(self) -> str:
        if self.party:
            return f"{self.number}-{self.type_code}/{self.issuer_code}"
        year = f"{self.year}/" if self.year else ""
        return f"{self.number}/{year}{f'{self.type_code}-' if self.type_code else ''}{self.issuer_code}"

    @property
    def is_legal_normative(self) -> bool:
        """Whether the symbol is of a legal normative document (văn bản quy phạm pháp luật): those carry the year."""
        return self.year != 0

    @property
    def kind(self) -> str:
        """The kind's Vietnamese name; ``Công văn`` where the symbol has no kind, empty for acts of the National Assembly.

        ``64/2025/QH15`` may be a law or a resolution: the symbol alone does not say.
        """
        if self.type_code:
            return "Thông tri" if self.party and self.type_code == "TT" else DOCUMENT_KINDS[self.type_code]
        return "" if self.year else "Công văn"


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Symbol:
    number, issuer_code, type_code, year, party = _taken_apart(text)
    return Symbol(number=number, issuer_code=issuer_code, type_code=type_code, year=year, party=party)


def _taken_apart(text: str) -> tuple[str, str, str, int, bool]:
    """The fields of a `Symbol`, in their order."""
    words = _JOINT.sub(lambda mark: mark[1] if mark[1] in "/&" else "-", plain(text))
    words = _PREFIX.sub("", words.strip(" .,;:()"))
    if match := _ASSEMBLY.fullmatch(words):
        return match["number"].lower(), match["issuer"].upper(), "", int(match["year"]), False
    party = _PARTY.fullmatch(words)
    match = party or _STATE.fullmatch(words)
    if match is None:
        raise _not_a_symbol(text)
    year = 0 if party else int(match["year"] or 0)
    number, kind, issuer = match["number"].lower(), _kind(match["kind"], text), _issuer(match["issuer"], text)
    if kind:
        return number, issuer, kind, year, party is not None
    if party or year or issuer.partition("-")[0] in _NEVER_DRAFTING:
        raise _unknown_kind(text, nearest(match["kind"], DOCUMENT_KINDS))
    return number, f"{_issuer(match['kind'], text)}-{issuer}", "", 0, False


def _kind(code: str, text: str) -> str:
    """The abbreviation as the decree writes it, or an empty text where `code` is none and not one with D for Đ."""
    known = _KIND_BY_CASEFOLD.get(code.casefold(), "")
    if not known and (near := _KIND_WITH_D.get(_with_d(code))):
        raise _unknown_kind(text, near)
    return known


def _issuer(codes: str, text: str) -> str:
    """The issuer and its units with their usual capitals; raises `InvalidInput` where one has D for Đ."""
    found = []
    for code in codes.split("-"):
        known = _ISSUER_WITH_D.get(_with_d(code), "")
        if known and known.casefold() != code.casefold():
            raise InvalidInput(Problem(code="not-a-symbol", found=repr(text), accepted=_EXAMPLES, near=known))
        found.append(known or (code.upper() if code.islower() else code))
    return "-".join(found)


def _unknown_kind(text: str, near: str) -> InvalidInput:
    return InvalidInput(Problem(code="unknown-document-kind", found=repr(text), accepted=_EXAMPLES, near=near))


def _not_a_symbol(text: str) -> InvalidInput:
    return InvalidInput(Problem(code="not-a-symbol", found=repr(text), accepted=_EXAMPLES))


def printed_symbol(text: str) -> str:
    """A symbol as the decree writes it; an empty text stays empty."""
    return str(Symbol.parse(text)) if text else ""


def _cited_symbol(text: str) -> str:
    return str(Symbol.parse(text))


@frozen(kw_only=True)
class Citation:
    """A document as it is cited (căn cứ, viện dẫn văn bản); `symbol` is kept as the decree writes it.

    `printed_kind` is the name of the kind that stands beside it (Luật, Thông tư), which may disagree with the symbol and which
    alone tells a law of the National Assembly from a resolution.
    """

    symbol: str = field(converter=_cited_symbol)
    issued_on: date | None = None
    title: str = ""
    printed_kind: str = ""
    source: Source | None = None

    @property
    def number(self) -> str:
        """The number: ``184``."""
        return Symbol.parse(self.symbol).number

    @property
    def year(self) -> int | None:
        """The year within the symbol of a legal normative document, else None."""
        return Symbol.parse(self.symbol).year or None

    @property
    def type_code(self) -> str:
        """The abbreviation of the kind, empty for a công văn: ``KH``."""
        return Symbol.parse(self.symbol).type_code

    @property
    def issuer_code(self) -> str:
        """The issuer: ``UBND``, ``BNV-CCHC``."""
        return Symbol.parse(self.symbol).issuer_code

    @property
    def kind(self) -> str:
        """The kind's Vietnamese name."""
        return Symbol.parse(self.symbol).kind

    @classmethod
    def parse(cls, text: str) -> Self:
        """A citation of the document with this symbol, nothing more being known."""
        return cls(symbol=text)
