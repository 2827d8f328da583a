"""Documents and how they are cited: number and symbol (số, ký hiệu) by Nghị định 30/2020/NĐ-CP.

Five shapes: ``184/KH-UBND`` (administrative), ``18/2015/QĐ-UBND`` (legal normative, with its year), ``64/2025/QH15`` and
``35/2023/UBTVQH15`` (National Assembly and its Standing Committee), ``18-NQ/TW`` (Party), ``4625/BNV-CCHC`` (công văn,
which has no kind: issuer and drafting unit). Parsing forgives spaces and capitals, never Đ for D: ĐA and DA are two kinds.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Self

from attrs import field, frozen

from cchc.model.errors import InvalidInput, Problem
from cchc.model.source import Source
from cchc.model.text import nearest, plain

__all__ = ["DOCUMENT_KINDS", "Citation", "Symbol"]

DOCUMENT_KINDS: dict[str, str] = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo",
    "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án",
    "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời", "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển", "PB": "Phiếu báo", "SY": "Bản sao y",
    "TrS": "Bản trích sao", "SL": "Bản sao lục", "NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch", "PL": "Pháp lệnh", "L": "Lệnh", "KL": "Kết luận",
}  # fmt: skip
"""Kinds of document by their abbreviation: Phụ lục III of Nghị định 30/2020/NĐ-CP, the legal normative kinds, and the
Party's Kết luận. Công văn and Thư công have no abbreviation."""

_KIND_BY_FOLDED = {code.casefold(): code for code in DOCUMENT_KINDS}
_ISSUERS = {issuer.casefold(): issuer for issuer in ("TTg", "CP", "CTN", "UBND", "HĐND", "TW", "BNV", "VPCP", "BTP", "BTC")}
_NUMBER = r"(?P<number>\d+[a-zđ]?)"
_GROUP = r"[A-ZĐÂÊÔƠƯ][\wÂÊÔƠƯâêôơưĐđ&.]*"
_STATE = re.compile(
    rf"{_NUMBER}/(?:(?P<year>\d{{4}})/)?(?P<first>{_GROUP})(?:-(?P<rest>{_GROUP}(?:[-/]{_GROUP})*))?", re.IGNORECASE
)
_ASSEMBLY = re.compile(rf"{_NUMBER}/(?P<year>\d{{4}})/(?P<issuer>(?:UBTV)?QH\d+)", re.IGNORECASE)
_PARTY = re.compile(rf"{_NUMBER}-(?P<type>{_GROUP})/(?P<issuer>{_GROUP}(?:-{_GROUP})*)", re.IGNORECASE)
_EXAMPLES = ("184/KH-UBND", "18/2015/QĐ-UBND", "35/2023/UBTVQH15", "18-NQ/TW", "4625/BNV-CCHC")
_FIRST_YEAR = 1945


def _kind(code: str, text: str) -> str:
    """The abbreviation as the decree writes it, or an empty text where `code` is none and resembles none."""
    known = _KIND_BY_FOLDED.get(code.casefold(), "")
    if not known:
        near = nearest(code, DOCUMENT_KINDS)
        if (
            near
            and len(near) == len(code)
            and all(a in "DĐdđ" or a == b for a, b in zip(near.upper(), code.upper(), strict=True))
        ):
            raise InvalidInput(Problem(code="unknown-document-kind", found=repr(text), accepted=_EXAMPLES, near=near))
    return known


def _issuer(code: str) -> str:
    head, *units = code.split("-")
    return "-".join([_ISSUERS.get(head.casefold(), head), *units])


@frozen(kw_only=True)
class Symbol:
    """A document's number and symbol, taken apart; `str` puts it together as the decree writes it.

    `year` is 0 and `type_code` empty where the shape has none; `party` marks the Party's form ``18-NQ/TW``.
    """

    number: str
    issuer_code: str
    type_code: str = ""
    year: int = 0
    party: bool = False

    @classmethod
    def parse(cls, text: str) -> "Symbol":
        """Read a symbol, spaces and capitals forgiven: ``184 /KH-UBND``, ``QĐ- UBND``; raise `InvalidInput` otherwise."""
        return _parse_symbol(text)

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
            return DOCUMENT_KINDS[self.type_code]
        return "" if self.year else "Công văn"


@lru_cache(maxsize=4096)
def _parse_symbol(text: str) -> Symbol:
    words = re.sub(r"\s*([/\-\u2010-\u2013])\s*", lambda m: "/" if m[1] == "/" else "-", plain(text))
    words = re.sub(r"^số:?\s+", "", words, flags=re.IGNORECASE)
    if match := _ASSEMBLY.fullmatch(words):
        return Symbol(number=match["number"], year=_year(match["year"], text), issuer_code=match["issuer"].upper())
    if match := _PARTY.fullmatch(words):
        if code := _kind(match["type"], text):
            return Symbol(number=match["number"], type_code=code, issuer_code=_issuer(match["issuer"]), party=True)
    elif (match := _STATE.fullmatch(words)) and match["rest"]:
        code, year = _kind(match["first"], text), _year(match["year"], text)
        if code:
            return Symbol(number=match["number"], year=year, type_code=code, issuer_code=_issuer(match["rest"]))
        if not year:
            return Symbol(number=match["number"], issuer_code=_issuer(f"{match['first']}-{match['rest']}"))
    raise InvalidInput(Problem(code="not-a-symbol", found=repr(text), accepted=_EXAMPLES))


def _year(digits: str | None, text: str) -> int:
    year = int(digits or 0)
    if 0 < year < _FIRST_YEAR:
        raise InvalidInput(Problem(code="not-a-symbol", found=repr(text), accepted=_EXAMPLES))
    return year


def _canonical(text: str) -> str:
    return str(Symbol.parse(text))


@frozen(kw_only=True)
class Citation:
    """A document as it is cited (căn cứ, viện dẫn văn bản); `symbol` is kept as the decree writes it."""

    symbol: str = field(converter=_canonical)
    issued_on: date | None = None
    title: str = ""
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
