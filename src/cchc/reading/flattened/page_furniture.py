"""What a printed table repeats on every page (đầu bảng lặp lại, số trang): headings, their fragments, numbers of pages.

The heading tells the order of the columns; its fragments at the top of a page, and the page's number, belong to no cell.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise

from attrs import frozen

from cchc.reading.flattened.cell_words import words_of
from cchc.reading.flattened.printed import Printed
from cchc.reading.tables.roles import Role, find_role

__all__ = ["Heading", "find_fragments", "find_headings", "find_index_rows", "find_page_numbers"]

_FIRST = frozenset(("tt", "stt", "số"))
_VOCABULARY = words_of(
    "tt stt số thứ tự nội dung nhiệm vụ hoạt động công việc tác tên các nhóm cụ thể chính giải pháp lĩnh vực cơ quan đơn "
    "vị chủ trì phối hợp thực hiện thời gian hạn tiến độ hoàn thành sản phẩm kết quả đầu ra dự kiến hình thức văn bản ghi "
    "chú kinh phí nguồn phân trách người tham mưu triển khai báo cáo đạt được yêu cầu cần phải của và về hoặc lãnh đạo phụ "
    "theo dõi chỉ tiêu mục mã chịu nhiệm trình ban hành kèm lộ mốc đầu mối bắt kết thúc phòng kỳ cấp bộ phận yếu tham gia cá "
    "nhân dự toán"
)
_OPENERS = words_of(
    "tt stt số nội nhiệm hoạt công tên lĩnh nhóm cơ đơn chủ phối thời tiến sản kết dự hình ghi kinh nguồn phân trách người "
    "mục bộ cá các lãnh lộ mã chỉ yêu căn"
)
_PUNCTUATION = "0123456789-–.,;:/()*"
_LONE = re.compile(r"[-–]?(?:trang)?([1-9]\d{0,2})[-–]?(?:/\d{1,3})?")
_LONGEST = 70
_FEWEST_ROLES = 3
_FEWEST_INDEXED = 4


@frozen
class Heading:
    """A table's heading: its words from `start` up to `end`, and what its columns hold, from the left."""

    start: int
    end: int
    roles: tuple[Role, ...]


def find_headings(printed: Printed) -> list[Heading]:
    """The headings that are there in full, from the column of numbers to the last."""
    found: list[Heading] = []
    done = 0
    for line in printed.lines[:-1]:
        if line < done or _bare(printed.folded[line]) not in _FIRST:
            continue
        end = _heading_end(printed, line)
        roles = _heading_roles(printed, line, end)
        if len(roles) >= _FEWEST_ROLES:
            found.append(Heading(line, end, roles))
            done = end
    return _alike(printed, found)


def _alike(printed: Printed, headings: Sequence[Heading]) -> list[Heading]:
    """The headings without the first words of a cell below them: those of one table are alike."""
    texts = [tuple(printed.folded[one.start : one.end]) for one in headings]
    usual = max(texts, key=lambda text: (texts.count(text), -len(text)), default=())
    return [
        Heading(one.start, one.start + len(usual), one.roles) if len(text) > len(usual) and text[: len(usual)] == usual else one
        for one, text in zip(headings, texts, strict=True)
    ]


def _bare(word: str) -> str:
    return word.strip(_PUNCTUATION)


def _known(word: str) -> bool:
    return all(part in _VOCABULARY for part in re.split(r"[/,-]", _bare(word)) if part)


def _heading_end(printed: Printed, start: int) -> int:
    """Where the whole lines from `start` on end that hold nothing but the words of headings."""
    end = start
    first = bisect_left(printed.lines, start)
    for line, after in pairwise(printed.lines[first : first + _LONGEST]):
        words = printed.folded[line:after]
        if not all(_known(word) for word in words) or not any(_bare(word) for word in words):
            break
        end = after
    return end


def _heading_roles(printed: Printed, start: int, end: int) -> tuple[Role, ...]:
    phrases: list[list[str]] = []
    for word in range(start, end):
        if word == start or _opens(printed, word):
            phrases.append([])
        phrases[-1].append(printed.words[word])
    roles = (find_role(" ".join(phrase)) for phrase in phrases)
    return tuple(dict.fromkeys(Role.SCHEDULE if role is Role.FINISH else role for role in roles if role is not None))


def _opens(printed: Printed, word: int) -> bool:
    """Whether a word, not the first, opens the heading of another column: "1- Nhiệm vụ", "Cơ quan chủ trì"."""
    before, here = printed.folded[word - 1], printed.words[word]
    if not _bare(before):
        return False
    if not _bare(here):
        return True
    return _bare(printed.folded[word]) in _OPENERS and _bare(here)[:1].isupper() and before[-1] not in "/,-–"


def find_index_rows(printed: Printed) -> list[tuple[int, int]]:
    """Rows that number the columns, (1), (2), (3) and so on, with nothing between."""
    found: list[tuple[int, int]] = []
    lines = frozenset(printed.lines)
    for line in printed.lines[:-1]:
        value = 1
        while line + value <= len(printed.words) and printed.words[line + value - 1].strip("().") == str(value):
            value += 1
        if value > _FEWEST_INDEXED and line + value - 1 in lines:
            found.append((line, line + value - 1))
    return found


def find_page_numbers(printed: Printed, counted: Collection[int]) -> list[tuple[int, int]]:
    """The numbers that stand alone on a line and are none of `counted`, where they count on or stand at a page's edge."""
    lone = [
        (line, int(number[1]))
        for line, after in pairwise(printed.lines)
        if after - line == 1 and line not in counted and (number := _LONE.fullmatch(printed.folded[line]))
    ]
    found: list[tuple[int, int]] = []
    for place, (word, value) in enumerate(lone):
        beside = {other for _, other in lone[max(0, place - 1) : place + 2]}
        if word in printed.pages or word + 1 in printed.pages or beside & {value - 1, value + 1}:
            found.append((word, word + 1))
    return found


def find_fragments(printed: Printed, heading: Sequence[str]) -> list[tuple[int, int]]:
    """The lines at the top of a page that are pieces of a heading, given by its words, in its order."""
    found: list[tuple[int, int]] = []
    reached: int | None = None
    for line, after in pairwise(printed.lines):
        if line in printed.pages or line in printed.margins:
            reached = reached or 0
        if reached is None:
            continue
        piece = list(printed.folded[line:after])
        length = len(piece)
        place = next((at for at in range(reached, len(heading)) if list(heading[at : at + length]) == piece), None)
        if place is not None:
            found.append((line, after))
        reached = None if place is None else place + length
    return found
