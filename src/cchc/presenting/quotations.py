"""The paper's own words under a finding (trích dẫn): a line or two of them, with a second line that points to what is wrong."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cchc.model import Finding, Span
from cchc.presenting.places import stretch_around
from cchc.presenting.tables import width
from cchc.reading.passage import Passage
from cchc.reading.result import Reading

__all__ = ["quotation"]

_ELLIPSIS = "…"
_MARK = "~"
_MONEY = (0, 9, 6, 3)
"""Powers of ten of the units in which money is printed: đồng, tỷ, triệu, nghìn."""


def quotation(finding: Finding, reading: Reading, columns: int) -> tuple[str, ...]:
    """The words around a finding in one line of `columns`, and below them a line that marks what it speaks of.

    What is marked is the figure that the finding calls wrong where it can be told apart, else all the words it points to.
    """
    span, text = finding.span, reading.text
    if span is None:
        return ()
    stretch = stretch_around(span, reading)
    if stretch.text == span.text:  # the words are kept, the text they stand in is not
        text, span = span.text, Span(start=0, end=len(span.text), text=span.text)
        stretch = span
    around = Passage.of(text, stretch.start, stretch.end)
    first, last = _within(around, span)
    if first == last:
        return ()
    wrong = _wrong(finding, around.text[first:last])
    marked = (first + wrong[0], first + wrong[1]) if wrong else (first, last)
    start, end = _window(around.text, (first, last), marked, columns)
    before, after = _ELLIPSIS * (start > 0), _ELLIPSIS * (end < len(around.text))
    shown = f"{before}{around.text[start:end]}{after}"
    if marked[0] <= start and end <= marked[1]:
        return (shown,)
    blank = width(before + around.text[start : marked[0]])
    return shown, " " * blank + _MARK * width(around.text[marked[0] : min(marked[1], end)])


def _within(around: Passage, span: Span) -> tuple[int, int]:
    """Which characters of a passage stand within a span, the spaces at its ends left out."""
    inside = [at for at, place in enumerate(around.starts) if span.start <= place < span.end and around.text[at] != " "]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _window(text: str, whole: tuple[int, int], marked: tuple[int, int], columns: int) -> tuple[int, int]:
    """The stretch of `text` to show: whole words, all that the finding points to where it fits, else what is marked first."""
    room = columns - 2 * len(_ELLIPSIS)
    if len(text) <= columns:
        return 0, len(text)
    first, last = whole if whole[1] - whole[0] <= room else marked
    start = max(0, min(first - (room - (last - first)) // 2, first, len(text) - room))
    end = min(len(text), start + room)
    if start and (gap := text.find(" ", start, first)) >= 0:
        start = gap + 1
    if end < len(text) and (gap := text.rfind(" ", last if last <= end else start, end + 1)) > 0:
        end = gap
    return start, end


def _wrong(finding: Finding, words: str) -> tuple[int, int] | None:
    """Where among the words the figure stands that the finding calls wrong, if it is plain to see."""
    stated = finding.params.get("stated")
    if type(stated) is int:
        stated = Decimal(stated)
    if isinstance(stated, date):
        patterns = _printed_day(stated)
    elif isinstance(stated, Decimal):
        patterns = _printed(stated, str(finding.params.get("unit", "")))
    else:
        return None
    found = [match for printed in patterns for match in printed.finditer(words)]
    if not found:
        return None
    in_percent = [match for match in found if match.group().endswith("%")]
    return (in_percent or found)[-1].span()


def _printed_day(day: date) -> Iterator[re.Pattern[str]]:
    """A day in figures or with its words: 05/02/2024, ngày 05 tháng 02 năm 2024."""
    parts = rf"0?{day.day}", rf"0?{day.month}", str(day.year)
    yield re.compile(rf"(?<![0-9]){parts[0]}\s?[/.-]\s?{parts[1]}\s?[/.-]\s?{parts[2]}(?![0-9])")
    yield re.compile(rf"(?<![0-9]){parts[0]} tháng {parts[1]} năm {parts[2]}(?![0-9])")


def _printed(value: Decimal, unit: str) -> Iterator[re.Pattern[str]]:
    """The ways in which a figure may be printed, money in any of its units."""
    for power in _MONEY if unit == "đồng" else _MONEY[:1]:
        whole, _, decimals = f"{abs(value).scaleb(-power).normalize():f}".partition(".")
        grouped = f"{int(whole):,}".replace(",", "[. ]?")
        after = f"[.,]{decimals}0*" if decimals else "(?:[.,]0+)?"
        yield re.compile(rf"(?<![0-9])(?<![0-9][.,])0*{grouped}{after}(?![0-9]|[.,][0-9])(?:\s?%)?")
