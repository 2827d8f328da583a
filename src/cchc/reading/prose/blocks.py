"""Paragraphs put together from printed lines, with their markers taken off: the stream that every grammar of prose reads.

A text taken from a PDF breaks a paragraph at the width of its page, puts blank lines where there were none, and prints page
numbers and running heads in between. Formats that know paragraphs have none of this.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import frozen

from cchc.reading.document import Line
from cchc.reading.passage import Passage
from cchc.reading.prose.markers import BULLETS, Marker, Style, as_letter, follows, read_marker

__all__ = ["Block", "is_furniture", "paragraphs"]

_TERMINAL = (".", ";", ":", "!", "?", "…", "./.", ".”", '."')
_PAGE_NUMBER = re.compile(r"(?:(?:trang|page)\s?)?[-–]?\s?[0-9]{1,3}\s?[-–]?(?:\s?/\s?[0-9]{1,3})?", re.IGNORECASE)
_LINK = re.compile(r"https?://\S+|www\.\S+")
_TIMES_RUNNING = 3  # a line repeated on fewer pages may be meant
_LONGEST_RUNNING = 120
_NARROWEST, _WIDEST = 40, 170  # a page of prose is neither narrower nor wider, in characters
_NEARLY = 10  # a proportional font fits a tenth more or less in a line
_SYMBOL_GOES_ON = re.compile(r"[-\u2010-\u2015\u2212] ?(?:[A-ZĐ]{2,}[/ ,.;]|(?:19|20)[0-9]{2}\b)")
_OPENS = re.compile(r"(?:Giao|Đề nghị|Yêu cầu|Trên đây là|Căn cứ|Trong quá trình)\s")
_UNFINISHED = re.compile(
    r"(?:[,\-–(/&]|\b(?:và|của|các|số|về|theo|cho|với|tại|năm|tháng|ngày|là|hoặc|do|từ|đến|va|cua|cac|so|s6|ve|voi|tai|nam|ngay))$"
)
_GOES_ON = re.compile(r"[0-9(]|[A-ZĐ]{2,}\b")  # a figure or an abbreviation seldom opens a paragraph after half a sentence
_RANGE_BEGUN = re.compile(r"\btừ [0-9]+(?:[.,][0-9]+)?\s?%?$")
_RANGE_ENDS = re.compile(r"[-–] ?[0-9]")
_STRETCH = 20


@frozen(kw_only=True)
class Block:
    """A paragraph: its `words` without the `marker` that opens it, whose style and code stand apart.

    `level` is the depth of a heading that the format marks, `bold` and `capital` its look.
    """

    words: Passage
    marker: Passage
    style: Style = Style.NONE
    code: str = ""
    level: int = 0
    bold: bool = False

    @property
    def whole(self) -> Passage:
        """The words with their marker."""
        return Passage.joined((self.marker, self.words))

    @property
    def capital(self) -> bool:
        """Whether it is printed in capitals."""
        return self.words.text.isupper()


def is_furniture(lines: Sequence[tuple[Line, Passage]]) -> tuple[bool, ...]:
    """Of each line, whether it belongs to the page and not to the text: a page number, a running head, a link alone."""
    numbers = [not line.whole and _PAGE_NUMBER.fullmatch(words.text) is not None for line, words in lines]
    running = _running(lines, numbers)
    return tuple(
        line.aside or number or (not line.whole and (words.text in running or _LINK.fullmatch(words.text) is not None))
        for (line, words), number in zip(lines, numbers, strict=True)
    )


def _running(lines: Sequence[tuple[Line, Passage]], numbers: Sequence[bool]) -> frozenset[str]:
    """The heads and feet of pages: short lines that come again on every other page at least, or beside the numbers of pages."""
    pages = {line.page for line, _ in lines}
    if len(pages) < _TIMES_RUNNING:
        beside = [False, *numbers, False]
        edges = (words.text for at, (_, words) in enumerate(lines) if not numbers[at] and (beside[at] or beside[at + 2]))
        seen = Counter(text for text in edges if not text[0].islower() and read_marker(text) is None)
        fewest = 2  # beside the numbers of two pages no line of the text repeats itself
    else:
        seen = Counter(words.text for line, words in lines if not line.whole)
        fewest = max(_TIMES_RUNNING, len(pages) // 2)
    return frozenset(text for text, times in seen.items() if times >= fewest and len(text) <= _LONGEST_RUNNING)


def paragraphs(lines: Sequence[tuple[Line, Passage]]) -> tuple[Block, ...]:
    """The paragraphs of lines without furniture, in order."""
    widths = _widths(lines)
    gathered: list[list[tuple[Line, Passage]]] = []
    markers: list[Marker | None] = []
    codes: dict[Style, str] = {}
    last = Style.NONE
    for at, (line, words) in enumerate(lines):
        marker = read_marker(words.text)
        if marker and last is Style.LETTER and ")" in words.text[: marker.length]:
            marker = as_letter(marker, codes[Style.LETTER])
        if not gathered or _opens(gathered[-1], line, words.text, marker, codes, widths[at - 1]):
            gathered.append([])
            markers.append(marker)
            if marker:
                codes[marker.style] = marker.code
                last = marker.style
        gathered[-1].append((line, words))
    return tuple(map(_block, gathered, markers))


def _widths(lines: Sequence[tuple[Line, Passage]]) -> Sequence[int]:
    """How many characters a full line holds about here; 0 where lines are whole paragraphs."""
    lengths = [0 if line.whole else len(words.text) for line, words in lines]
    printed = sorted(length for length in lengths if length)
    usual = printed[len(printed) * 19 // 20] if printed else 0
    if not _NARROWEST <= usual <= _WIDEST:
        return [0] * len(lines)
    found: list[int] = []
    for at in range(0, len(lengths), _STRETCH):
        about = sorted(lengths[max(0, at - _STRETCH // 2) : at + _STRETCH * 3 // 2])
        found += [max(about[len(about) * 9 // 10], usual * 4 // 5)] * len(lengths[at : at + _STRETCH])
    return found


def _opens(
    gathered: Sequence[tuple[Line, Passage]],
    line: Line,
    text: str,
    marker: Marker | None,
    codes: Mapping[Style, str],
    width: int,
) -> bool:
    """Whether a paragraph opens with a line's `text`, or it goes on with the one that is being gathered."""
    before, said = gathered[-1][0], gathered[-1][1].text
    if before.whole:
        return True
    if marker:
        return _marker_opens(said, text, marker, codes, width)
    if text[0].islower() or text[0] in ")]%,;.":
        return False
    if line.bold != before.bold:
        return True
    full = _is_full(said, text, width)
    if said.endswith(_TERMINAL):
        return said.endswith("./.") or said[-1] not in ".;:" or not full or _OPENS.match(text) is not None
    prose = read_marker(gathered[0][1].text) is None and not said.isupper()
    runs_on = len(said) * 2 >= width > 0 and (prose or _GOES_ON.match(text) is not None)
    return not (full or runs_on or _UNFINISHED.search(said) is not None)


def _marker_opens(said: str, text: str, marker: Marker, codes: Mapping[Style, str], width: int) -> bool:
    """Whether a marker opens a paragraph, or a line that goes on happens to start like one: "19-" over "- NQ/TW"."""
    if marker.style in BULLETS and _RANGE_BEGUN.search(said) and _RANGE_ENDS.match(text):
        return False
    goes_on = not said.endswith(_TERMINAL) and (_is_full(said, text, width) or _UNFINISHED.search(said) is not None)
    if not goes_on:
        return True
    if marker.style in BULLETS:
        return _SYMBOL_GOES_ON.match(text) is None and not said.endswith(",")
    return follows(marker.code, codes.get(marker.style, ""), marker.style)


def _is_full(said: str, text: str, width: int) -> bool:
    """Whether the first word of `text` had no room in the line before it."""
    return width > 0 and (len(said) + 1 + len(text.partition(" ")[0])) * _NEARLY >= width * (_NEARLY - 1)


def _block(lines: Sequence[tuple[Line, Passage]], marker: Marker | None) -> Block:
    words = Passage.joined(words for _, words in lines)
    level, bold = lines[0][0].level, all(line.bold for line, _ in lines)
    if marker is None:
        return Block(words=words, marker=words[:0], level=level, bold=bold)
    return Block(
        words=words[marker.length :].strip(),
        marker=words[: marker.length].strip(),
        style=marker.style,
        code=marker.code,
        level=level,
        bold=bold,
    )
