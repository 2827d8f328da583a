"""Ranks (thứ hạng): to be among the first so many, or to climb so many places.

``nằm trong nhóm 10 địa phương dẫn đầu``, ``top 20``, ``xếp thứ 15/63 trở lên``, ``tăng từ 2 đến 5 bậc``. Places of a rank are
no figures: nothing is counted by them.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

__all__ = ["Rank", "find_ranks"]


@frozen(kw_only=True)
class Rank:
    """A rank to reach, words `start` up to `end`: `least` to `most` places up where `up`, else within the first `most`."""

    start: int
    end: int
    least: int
    most: int
    up: bool = False


def _places(name: str) -> str:
    """A place, or two: the pattern of ``10``, ``20/63``, ``từ 2 đến 5``."""
    place = r"(?!(?:1/[2-5]|2/3)(?![0-9]))[1-9][0-9]{0,2}|0[1-9]"
    of = r"(?:\s?/\s?[0-9]{1,3})?(?![0-9%/]|\s%|[.,][0-9])"
    to = r"(?:\s?[-–]\s?|\s(?:đến|tới)\s(?:thứ |vị trí (?:thứ )?|hạng |nhóm )?)"
    return rf"(?P<{name}>{place}){of}(?:{to}(?P<{name}_to>{place}){of})?"


_PEER = "tỉnh|thành phố|thành|địa phương|đơn vị|bộ|ngành|cơ quan|sở|huyện|xã|phường|quận|thị xã|đặc khu|trực thuộc trung ương"
_PEERS = rf"(?:\s(?:{_PEER})\b(?:,?\s?(?:và\s|/)?(?:{_PEER}))*)"
_BEST = (
    r"(?:(?:có |đạt )?[^,;.()0-9]{0,60}?(?:dẫn đầu|đứng đầu|hàng đầu|đầu tiên|xếp đầu|xếp hạng đầu|đầu bảng|tốt nhất|cao nhất|"
    r"cao|tốt|đầu cả nước|đầu toàn quốc|đầu))"
)
_BEING = r"(?:nằm|xếp|đứng|thuộc|duy trì|giữ vững|giữ|lọt|vào|ở|đạt|có tên|lên|được xếp)"
_STANDING = r"xếp hạng|thứ hạng|thứ bậc|vị trí|vị thứ"
_GROUP = (
    rf"(?:{_BEING}\s)*(?:trong\s|vào\s|ở\s|thuộc\s)*(?:nhóm|top|tốp|tóp) (?:đầu )?{_places('group')}{_PEERS}?(?:,? ?{_BEST})?"
)
_AMONG = (
    rf"(?:nằm|thuộc|đứng|xếp|lọt|vào|ở|trong|là|và) (?:trong |vào |một trong |số |những )*"
    rf"{_places('among')}{_PEERS},? ?{_BEST}(?!\w)"
)
_PLACE = (
    rf"(?:(?:xếp|đứng|giữ|đạt|duy trì|ở|nằm|lên|vào|trong|từ) (?:(?:thứ|hạng) )?|(?:{_STANDING}) )"
    rf"(?:(?:{_STANDING}|hạng|thứ|từ|ở|tối thiểu|số|trong|vào|đạt) )*"
    rf"(?:(?<=thứ )|(?<=hạng )|(?<=vị trí )|(?<=bậc )|(?<=hạng tối thiểu )|(?<=trí tối thiểu )|"
    rf"(?<=thứ tối thiểu )|(?<=trí từ )|(?<=hạng từ )|(?<=thứ từ )){_places('place')}(?: trở lên)?"
)
_LABELLED = rf"(?<=: )(?:(?:thứ|hạng|vị trí) )+{_places('labelled')}(?: trở lên)?"
_WITHIN = re.compile(rf"(?i)(?<!\w)(?:{_GROUP}(?=[ ,;.)]|$)|{_AMONG}|{_PLACE}|{_LABELLED})")
_LEAST = r"(?:từ |ít nhất là |ít nhất |tối thiểu |trên |hơn |khoảng |là |bình quân |không dưới )*"
_CLIMB = (
    rf"(?:tăng|nâng|cải thiện|vươn lên|lên|thăng|tiến|vượt)(?: (?:thêm|hạng|bậc|thứ hạng|thứ bậc|vị trí|lên|được))* {_LEAST}"
    rf"{_places('climb')} (?:thứ )?(?:bậc|hạng|vị trí)"
)
_STEPS = rf"(?:ít nhất|tối thiểu|thêm|từ) {_places('steps')} (?:thứ )?(?:bậc|hạng)"
_UP = re.compile(rf"(?i)(?<!\w)(?:{_CLIMB}|{_STEPS})(?: trở lên)?(?!\w)")
_FROM = re.compile(r"(?i)(?<!\w)từ (?:vị trí |hạng |thứ |nhóm )*$")
_TO = re.compile(r"(?i)[^;.0-9]{0,60}?(?<!\w)(?:lên|vào|đến)(?!\w)")
_ROOM = 20
_PEERS_BEFORE = "".join(rf"(?<!{word} )" for word in ("nhóm", "tỉnh", "phố", "phương", "tốp", "top", "vị", "người"))
_FIRST = re.compile(
    r"(?i)(?<!\w)(?:(?:xếp|đứng|vị trí|giữ)\s)+(?:thứ |vị trí )?(?:thứ nhất|số 1|nhất)(?!\w)"
    rf"|{_PEERS_BEFORE}(?<!\w)(?:đứng đầu|dẫn đầu) (?:cả nước|toàn quốc|toàn tỉnh|khu vực|vùng)"
)


def find_ranks(text: str) -> tuple[Rank, ...]:
    """The ranks that a text asks for, in order, none over another."""
    kept: list[Rank] = []
    for rank in sorted(_ranks(text), key=lambda rank: (rank.start, -rank.end)):
        if not kept or rank.start >= kept[-1].end:
            kept.append(rank)
    starts = {rank for rank, following in pairwise(kept) if _is_start(text, rank, following)}
    return tuple(rank for rank in kept if rank not in starts)


def _is_start(text: str, rank: Rank, following: Rank) -> bool:
    """Whether a rank is where a way to the following one begins: từ vị trí thứ 35 lên vị trí thứ 30."""
    led = _FROM.search(text, max(0, rank.start - _ROOM), rank.start) or text[rank.start :].casefold().startswith("từ ")
    return bool(led) and _TO.match(text, rank.end, following.start + _ROOM) is not None


def _ranks(text: str) -> Iterator[Rank]:
    for match in _UP.finditer(text):
        yield _rank(match, up=True)
    for match in _WITHIN.finditer(text):
        yield _rank(match, up=False)
    for match in _FIRST.finditer(text):
        yield Rank(start=match.start(), end=match.end(), least=1, most=1)


def _rank(match: re.Match[str], *, up: bool) -> Rank:
    places = [int(number) for number in match.groupdict().values() if number]
    return Rank(start=match.start(), end=match.end(), least=min(places), most=max(places), up=up)
