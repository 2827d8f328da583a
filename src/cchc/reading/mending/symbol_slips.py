"""Slips in what is never corrected (lỗi ở số, ký hiệu): a D for Đ in the symbol of a document, a d) after a d) in a list.

Such a reading is told as a proposal; the figure, the symbol, the letter of the point stays as printed.
"""

import re

__all__ = ["MarkerOrder", "proposed_symbol"]

_STROKE = re.compile(r"(?<![A-Za-zĐđ])(?:[QN][DPB](?=-|$)|CD(?=-|$)|H[DPB](?=ND\b))")
_MARKER = re.compile(r"([a-zđ])\)")


def proposed_symbol(text: str) -> str:
    """What a figure or a symbol more likely read; the same text where nothing is odd.

    >>> proposed_symbol("468/QD-TTg"), proposed_symbol("45/2020/NB-CP"), proposed_symbol("19-NQ/TW")
    ('468/QĐ-TTg', '45/2020/NĐ-CP', '19-NQ/TW')
    """
    return _STROKE.sub(lambda found: f"{found[0][0]}Đ", text)


class MarkerOrder:
    """The letters of a list as they come, to tell the second d), which is đ)."""

    def __init__(self) -> None:
        self._last = ""

    def proposed(self, text: str) -> str:
        """What a mark of a list more likely is; the same text where it is none or is in order."""
        found = _MARKER.fullmatch(text)
        if not found:
            return text
        doubled = found[1] == self._last == "d"
        self._last = "đ" if doubled else found[1]
        return "đ)" if doubled else text
