"""Composite indices by name (các chỉ số): PAR INDEX, SIPAS, PAPI, PCI, DTI; naming four promises four times."""

import re

from cchc.reading.commitments.item_pieces import enclosed, masked

__all__ = ["named_indices"]

_INDEX = re.compile(
    r"(?i)[\s(]*(?:(?:và|các|bộ|cả|về|điểm|thứ hạng|vị trí|kết quả|xếp hạng|của|đối với|nâng|tăng|cải thiện|duy trì|"
    r"phấn đấu|giữ vững|nâng cao|đưa|năm [0-9]{4},?|[0-9]+|(?:đến |trong )?năm [0-9]{4})\s)*(?:chỉ số|bộ chỉ số|"
    r"par[ -]?index|index|par|papi|pci|sipas|dti|ddci|pgi|pii|gii|ict|egdi)(?!\w)"
)
_SHORT_NAME = re.compile(
    r"(?<!\w)(?:PAR[ -]?I(?:NDEX|ndex)|ICT[ -]?I(?:NDEX|ndex)|PAPI|PCI|SIPAS|DTI|DDCI|PGI|PII|ICT|PAR|CCHC)(?!\w)"
)
_MARK = re.compile(r"[,;]\s?(?:và\s)?|\svà\s|\s?[+/]\s?(?=[A-Z])")
_SUCH = re.compile(r"(?i)^[^:]{0,120}?(?:các|những|[0-9]+|bốn|ba|hai|năm)\s(?:bộ )?chỉ số[^:]{0,200}:\s?")


def named_indices(text: str) -> tuple[tuple[int, int], ...]:
    """Where the indices are named that a text speaks of, each one's words in their place; empty for fewer than two."""
    start = lead.end() if (lead := _SUCH.match(text)) else 0
    for opened, closed in enclosed(text):
        names = list(_SHORT_NAME.finditer(text, opened, closed))
        if len(names) > 1 and _MARK.search(text, opened, closed):
            return tuple(match.span() for match in names)
    blank = masked(text)
    parts: list[tuple[int, int]] = []
    for begin, end in _between(blank, start):
        if _INDEX.match(text, begin, end) or not parts:
            parts.append((begin, end))
        else:
            parts[-1] = (parts[-1][0], end)
    parts = [part for part in parts if _INDEX.match(text, *part)]
    return tuple(parts) if len(parts) > 1 else ()


def _between(blank: str, start: int) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    for match in _MARK.finditer(blank, start):
        stretches.append((start, match.start()))
        start = match.end()
    return [*stretches, (start, len(blank))]
