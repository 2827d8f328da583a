"""Whether a number and symbol fits the kind printed beside it (số, ký hiệu và tên loại): Thông tư số 56/2022/NĐ-CP does not.

Usage is wider than the decree: an annex is called by the decision that issues it (Đề án số 06/QĐ-TTg), the Party's regulations
(quy định) have the symbol QĐ. Only what no usage bears is a mismatch.
"""

import re

from cchc.model import Citation, Symbol

__all__ = ["kind_that_fits", "lacks_or_has_year", "never_issued"]

_ANY_KIND = frozenset({"", "Văn bản", "Văn bản hợp nhất", "Công thư", "Điện", "Thông tư liên bộ", "Hiến pháp"})
_ATTACHED = frozenset({"Đề án", "Chương trình", "Kế hoạch", "Quy chế", "Quy định", "Phương án", "Dự án", "Biên bản"})
"""What a decision or a resolution issues, and is often called by its symbol."""
_CARRIERS = frozenset({"QĐ", "NQ", "TTr", "TB", "CV"})
_OF_PARTY = frozenset({"Quy định", "Quy chế", "Quyết định"})
_LOOSE = (frozenset({"Thông tư", "Thông tư liên tịch"}), frozenset({"Nghị quyết", "Nghị quyết liên tịch"}))
_ACTS = frozenset({"Luật", "Bộ luật", "Nghị quyết", "Hiến pháp", "Lệnh"})
_ACTS_OF_COMMITTEE = frozenset({"Pháp lệnh", "Nghị quyết", "Lệnh"})
_NEED_A_TYPE = frozenset({"Nghị định", "Nghị quyết", "Thông tư", "Quyết định", "Chỉ thị", "Luật", "Bộ luật", "Pháp lệnh"})
_WITH_YEAR = frozenset({"NĐ", "TT", "TTLT"})
_NEVER_WITH_YEAR = frozenset({"KH", "BC", "TTr", "TB", "HD", "CTr", "ĐA", "CĐ"})
_NEVER: dict[str, frozenset[str]] = {
    "CP": frozenset({"TT", "CT", "KH", "HD"}),
    "TTg": frozenset({"NĐ", "TT", "NQ"}),
    "UBND": frozenset({"NĐ", "TT", "L", "PL"}),
    "HĐND": frozenset({"NĐ", "TT", "CT", "L", "PL"}),
}
"""Kinds that a body has no power to issue (Luật Ban hành văn bản quy phạm pháp luật)."""
_DECREE_30 = 2020
_DECREES_HAVE_YEARS = 1997
_NUMBER_FIRST = re.compile(r"(?:[Ss]ố|SỐ)?\W*[0-9]")


def kind_that_fits(citation: Citation) -> str:
    """The kind that a citation's symbol is of, where the one printed beside it cannot be right; else an empty text."""
    symbol, printed = Symbol.parse(citation.symbol), citation.printed_kind
    if printed in _ANY_KIND or not _names_it(citation):
        return ""
    if not symbol.type_code and symbol.year:
        acts = _ACTS_OF_COMMITTEE if symbol.issuer_code.startswith("UBTVQH") else _ACTS
        return "" if printed in acts else "Luật, Nghị quyết"
    kind = symbol.kind
    if printed == kind or any({printed, kind} == pair for pair in _LOOSE):
        return ""
    return "" if _is_usage(printed, symbol) else kind


def _names_it(citation: Citation) -> bool:
    """Whether the kind stands before this very number, and not before another of its list."""
    span = citation.source.span if citation.source else None
    return span is None or not span.text or _NUMBER_FIRST.match(span.text) is None


def _is_usage(printed: str, symbol: Symbol) -> bool:
    """Whether offices call such a symbol so, whatever the decree says."""
    if not symbol.type_code:
        return printed not in _NEED_A_TYPE
    if symbol.party:
        return (printed in _OF_PARTY and symbol.type_code == "QĐ") or {printed, symbol.type_code} <= {"Chương trình", "CT"}
    return (printed in _ATTACHED and symbol.type_code in _CARRIERS) or (printed, symbol.type_code) == ("Kết luận", "TB")


def never_issued(citation: Citation) -> bool:
    """Whether the body that a symbol names has no power to issue documents of its kind; a decree is the Government's alone."""
    symbol = Symbol.parse(citation.symbol)
    issuer = symbol.issuer_code.partition("-")[0]
    if symbol.party:
        return False
    if symbol.type_code == "NĐ":
        return issuer not in {"CP", "HĐBT", "HĐCP"}
    return symbol.type_code in _NEVER.get(issuer, ())


def lacks_or_has_year(citation: Citation) -> bool:
    """Whether a symbol lacks the year that its kind always has, or has one where no document of its kind has any."""
    symbol, day = Symbol.parse(citation.symbol), citation.issued_on
    if symbol.party:
        return False
    if symbol.type_code in _WITH_YEAR:
        return symbol.year == 0 and (day is None or day.year >= _DECREES_HAVE_YEARS)
    return symbol.type_code in _NEVER_WITH_YEAR and symbol.year >= _DECREE_30
