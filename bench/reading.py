"""Vietnamese text read: 150 KB normalised and scanned beside one bare pass, and whole plans of three sizes.

One pass of one alternation for documents, days and percentages over the text as it stands is the limit. Ours composes the
letters, keeps the place of each, and tells figures, days and documents from what only looks like them.
"""

import re
from collections.abc import Iterator

from bench.result import Result
from bench.timing import time_all
from cchc.reading.citing.citations import find_citations
from cchc.reading.figures.figures import find_figures
from cchc.reading.passage import Passage
from cchc.reading.read import read_text

__all__ = ["results"]

_BYTES = 150_000
_SENTENCES = (
    "Căn cứ Nghị quyết số {n}/NQ-CP ngày {d}/{m}/2021 của Chính phủ về Chương trình tổng thể cải cách hành chính nhà nước;",
    "Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn đạt tối thiểu {p}%, trong đó cấp xã đạt {q},5%.",
    "Sở Nội vụ chủ trì, phối hợp với Văn phòng Ủy ban nhân dân tỉnh hoàn thành trước ngày {d}/{m}/2026.",
    "Kế hoạch số {n}/KH-UBND ngày {d}/{m}/2025 của Ủy ban nhân dân tỉnh về kiểm soát thủ tục hành chính năm 2026.",
    "Tiếp tục rà soát, đơn giản hóa thủ tục hành chính, cắt giảm ít nhất {p}% thời gian giải quyết.",
)  # fmt: skip
_DOCUMENT = r"(?:Nghị quyết|Quyết định|Kế hoạch|Nghị định|Thông tư|Chỉ thị|Công văn) số \d+/[A-ZĐ]+(?:-[A-ZĐ]+)*"
_DAY = r"ngày \d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4}"
_BARE = re.compile(rf"({_DOCUMENT})|({_DAY})|(\d+(?:,\d+)?\s?%)")
_TOP = "KẾ HOẠCH\nCải cách hành chính năm 2026\nI. MỤC TIÊU\n1. Cải cách thủ tục hành chính\n"


def _sentences() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield _SENTENCES[number % 5].format(
            n=number % 997, d=number % 28 + 1, m=number % 12 + 1, p=50 + number % 50, q=number % 99
        )


def _text(size: int) -> str:
    lines: list[str] = []
    for line in _sentences():
        lines.append(line)
        size -= len(line.encode()) + 1
        if size <= 0:
            return "\n".join(lines)
    raise AssertionError("sentences never end")


def _scan(text: str) -> int:
    """Composed, placed, and every document and figure found."""
    passage = Passage.of(text)
    return len(find_citations(passage)) + sum(1 for _ in find_figures(passage.text))


def _plan(items: int) -> str:
    return _TOP + "\n".join(f"- {line}" for line, _ in zip(_sentences(), range(items), strict=False))


def results() -> Iterator[Result]:
    """Ratios to one bare pass; then whole plans, by item, as they grow."""
    text = _text(_BYTES)
    seconds = time_all(
        {
            "bare": lambda: sum(1 for _ in _BARE.finditer(text)),
            "placed": lambda: Passage.of(text),
            "scan": lambda: _scan(text),
        },
        rounds=7,
    )
    beside = f"one bare pass {seconds['bare'] * 1e3:.1f} ms"
    yield Result("150 KB composed, places kept", seconds["placed"] / seconds["bare"], "×", 1.5, beside)
    yield Result("150 KB composed and scanned, places kept", seconds["scan"] / seconds["bare"], "×", 1.5, beside)
    plans = {items: _plan(items) for items in (10, 100, 1000)}
    read = time_all({str(items): lambda plan=plan: read_text(plan) for items, plan in plans.items()}, rounds=3)  # type: ignore[misc]
    each = {items: read[str(items)] / items * 1e3 for items in plans}
    grown = ", ".join(f"{items:,} items {milliseconds:.2f} ms each" for items, milliseconds in each.items())
    yield Result("a plan read, one item", each[100], "ms", None, grown)
    yield Result("ten times the items, each", each[1000] / each[100], "×", 1.2, "linear is 1")
