"""Figures in running text (số liệu): percentages, parts of a whole, money, counts, ranks, points, lengths of time.

Not every number is one. Days, periods, symbols of documents, levels of service, articles and names that hold a number are told
apart by the words before and after: see `numbered_names`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum, auto

from attrs import evolve, frozen

from cchc.reading.figures.counted import counted, is_countable
from cchc.reading.figures.numbered_names import Place, continues, is_name, is_period, is_rank, opens_item
from cchc.reading.figures.printed_numbers import read_amount, read_number, read_percentage, read_things

__all__ = ["Figure", "FigureKind", "find_figures"]


class FigureKind(Enum):
    """What a figure is (loại số liệu)."""

    PERCENT = auto()
    """Tỷ lệ phần trăm; with the unit ``điểm %`` a change of one."""
    RATIO = auto()
    """Phần trên tổng số."""
    MONEY = auto()
    """Số tiền."""
    COUNT = auto()
    """Số lượng."""
    RANK = auto()
    """Thứ hạng."""
    POINTS = auto()
    """Điểm; `whole` is the highest that can be had, where it is printed."""
    DURATION = auto()
    """Khoảng thời gian."""


@frozen(kw_only=True)
class Figure:
    """A figure at characters `start` up to `end`: ``8.500 tỷ đồng``, ``30/58 nhiệm vụ``, ``57,72%``.

    `value` is the number as printed, the part where `whole` holds the whole; `unit` is ``%``, ``tỷ đồng`` or what is counted;
    `hedge` the words before it (gần, hơn, trên, khoảng), which stand before `start`.
    """

    kind: FigureKind
    start: int
    end: int
    value: Decimal
    whole: Decimal | None = None
    unit: str = ""
    hedge: str = ""


_NUMBER = re.compile(
    # The character before is looked at behind the first digit, so that the search may leap from digit to digit.
    r"[0-9](?<![\w.,\\@#_=?&][0-9])(?<![^a-zà-ỹ]/[0-9])(?<![^\W\d_]-[0-9])[0-9]*(?:[.,][0-9]+)*"
    r"(?:(?P<more>(?: ?/ ?[0-9]+(?:[.,][0-9]+)*)+)|(?P<other> tháng [0-9]{1,2}(?: năm [0-9]{4})?(?!\w)|"
    r"(?: [0-9]{3})+(?![\w.,/])))?"
    r"(?P<tail>[^\W\d_][\w&]*|(?: ?/ ?|-)[A-ZĐ][\w&]*(?:[-/][\w&]+)*)?"
)
_PERCENT = re.compile(r" ?%| ?phần trăm(?!\w)| điểm (?:%|phần trăm)")
_AMOUNT = r"(?:(?:nghìn|ngàn) )?(?:tỷ|tỉ|triệu|nghìn|ngàn)"
_CURRENCY = r"(?:đồng(?! chí| bào| bộ| thời)|vnđ|vnd|usd|đô la(?: mỹ)?)(?!\w)"
_MONEY_ENDS = (
    r"(?= ?(?:[.,;:()\]”\"/%–-]|$|(?:và|so|đạt|để|cho|từ|năm|trong|tăng|giảm|chiếm|bằng|của|với|tại|theo|là|trên|thuộc|được"
    r"|vốn)(?!\w)))"
)
_MONEY = re.compile(rf"(?i) ?(?:{_AMOUNT}(?!\w)(?: ?{_CURRENCY}|{_MONEY_ENDS})|{_CURRENCY})")
_BILLIONS = re.compile(r"(?i) ?(?:tỷ|tỉ)(?: đồng)? ([0-9]{1,3}) triệu(?: đồng)?(?!\w)")
_TAIL = re.compile(r"(?i)(?:tr|triệu|tỷ|tỉ|nghìn|ngàn)?(?:đ|đồng|vnđ)?")
_DURATION = re.compile(
    r"(?i) (?:ngày(?: làm việc)?|giờ(?: làm việc)?|phút|giây|tuần|tháng|quý|năm)(?!\w| (?:hội|công|lễ|tuổi|[0-9]))"
)
_POINTS = re.compile(
    r"(?i) điểm(?!\w| (?:cầu|bưu|trường|tiếp|giao|phục|truy|hỗ|nghẽn|đen|du|thi|sáng|bán|dân|khai|kết|mới|tuyên|cung|phát))"
)
_SCALE = re.compile(r"(?i)(?:triệu|nghìn|ngàn|vạn) ")
_NUMBER_OF = re.compile(r"(?i)(?:tổng )?số (?=[^\W\d_])(?!liệu|hóa|hoá|hiệu)")
_IN_WORDS = re.compile(r" \([^\W\d_][^()\d]{0,30}\)(?= )")
_HEDGES = frozenset(("gần", "bằng", "hơn", "trên", "dưới", "khoảng", "xỉ", "chừng", "ngót", "ước", "đạt", "tính"))
_HEDGE = re.compile(
    r"(?i)(?:^|(?<=[ (“\"]))(?:(?:ước đạt|ước tính|ước|khoảng|xấp xỉ|chừng) )?"
    r"(?:gần(?: bằng)?|(?<!cao )(?<!thấp )(?<!nhiều )(?<!ít )(?<!sớm )(?<!lớn )(?<!nhỏ )(?<!tốt )(?<!nhanh )(?<!chậm )hơn|"
    r"(?<![0-9] )trên|dưới|khoảng|xấp xỉ|chừng|ngót|ước đạt|ước tính|ước) $"
)
_AMONG = re.compile(r" (?:trong|trên)(?: tổng)?(?: số)? ([0-9]{1,4}) (?=[^\W\d_])")
_OVER = re.compile(r" ?/ ?(?:tổng số |tổng )?([0-9]+(?:[.,][0-9]+)*)(?!\w|/) ?")
_RANGE = re.compile(r" ?[-–] ?(?=[0-9])| đến (?=[0-9])")
_SCORES = re.compile(r"(?<!\w)(?:điểm|chỉ số|pci|sipas|papi|dti|par index)(?!\w)[^;.]*$")
_FULL_MARKS = frozenset(("5", "10", "100"))
_ADDRESS = re.compile(r"://|www\.|@|\.(?:vn|gov|com|net|org)(?!\w)")
_OF_YEARS = ("m ", "- ", "– ", "-")
_PERCENT_BEGINS, _MONEY_BEGINS = frozenset("%pđ"), frozenset("ntđvuNTĐVU")
_BACK = 60
_HEDGE_ROOM = 24


def find_figures(text: str) -> Iterator[Figure]:
    """The figures of a text (in NFC, single spaces), in order.

    >>> [(str(f.value), f.unit, f.hedge) for f in find_figures("Năm 2022, đã cấp gần 1.500 chữ ký số.")]
    [('1500', 'chữ ký số', 'gần')]
    """
    named, bound, done = -1, None, 0
    for match in _NUMBER.finditer(text):
        if match.start() < done:
            continue
        figure = _figure(text, match, named)
        if figure is None:
            named, bound = match.end(), None
            continue
        done = figure.end
        if bound is not None:
            yield evolve(bound, kind=figure.kind, unit=figure.unit)
            bound = None
        if not figure.unit and figure.kind is FigureKind.COUNT and _RANGE.match(text, figure.end):
            bound = figure
        else:
            yield figure


def _figure(text: str, match: re.Match[str], named: int) -> Figure | None:
    """The figure that a number begins, or None for a number that is part of a name or of a date."""
    more, other, tail = match.groups()
    if other or (tail and (more or not _TAIL.fullmatch(tail))) or (more and more.count("/") > 1):
        return None
    start = match.start()
    if more:
        part, whole = text[start : match.end()].split("/")
        return _placed(text, match, named, part.rstrip(), whole.lstrip())
    end = match.start("tail") if tail else match.end()
    part = text[start:end]
    if tail:
        return _measured(text, start, part, FigureKind.MONEY, match.end())
    follows = text[end : end + 2].lstrip()[:1]
    if follows in _PERCENT_BEGINS and (percent := _PERCENT.match(text, end)):
        return _measured(text, start, part, FigureKind.PERCENT, percent.end())
    if follows in _MONEY_BEGINS:
        if billions := _BILLIONS.match(text, end):
            return _made_up(text, start, part, billions)
        if money := _MONEY.match(text, end):
            return _measured(text, start, part, FigureKind.MONEY, money.end())
    if len(part) == 4 and part[:2] in ("19", "20") and text.startswith(_OF_YEARS, max(0, start - 2)):
        return None
    return _placed(text, match, named, part)


def _placed(text: str, match: re.Match[str], named: int, part: str, whole: str = "") -> Figure | None:
    """A number whose meaning its neighbours tell."""
    start, end = match.span()
    before = text[max(0, start - _BACK) : start].casefold().rstrip()
    place = Place(text=text, start=start, end=end, digits=f"{part}/{whole}" if whole else part, before=before)
    if opens_item(place) or _ADDRESS.search(before.rpartition(" ")[2]):
        return None
    if is_rank(place):
        return _rank(place, part, whole)
    return _counted(place, named, part, whole)


def _measured(text: str, start: int, part: str, kind: FigureKind, after: int) -> Figure | None:
    value = read_percentage(part) if kind is FigureKind.PERCENT else read_amount(part)
    if value is None:
        return None
    unit = text[start + len(part) : after].strip()
    if kind is FigureKind.PERCENT:
        unit = "điểm %" if unit.startswith("điểm") else "%"
    return Figure(kind=kind, start=start, end=after, value=value, unit=unit, hedge=_hedge(text, start))


def _made_up(text: str, start: int, part: str, billions: re.Match[str]) -> Figure | None:
    """``32 tỷ 500 triệu đồng``: one amount in two units."""
    value = read_number(part)
    if value is None:
        return None
    value += Decimal(billions[1]) / 1000
    hedge = _hedge(text, start)
    return Figure(kind=FigureKind.MONEY, start=start, end=billions.end(), value=value, unit="tỷ đồng", hedge=hedge)


def _hedge(text: str, start: int) -> str:
    before = text[max(0, start - _HEDGE_ROOM) : start]
    if before[:-1].rpartition(" ")[2].casefold() not in _HEDGES:
        return ""
    hedge = _HEDGE.search(before)
    return hedge.group().strip().casefold() if hedge else ""


def _rank(place: Place, part: str, whole: str) -> Figure | None:
    text = place.text
    value, of = read_number(part), read_number(whole) if whole else None
    if value is None or (whole and of is None):
        return None
    if of is None and (among := _AMONG.match(text, place.end)):
        of = read_number(among[1])
    return Figure(
        kind=FigureKind.RANK, start=place.start, end=place.end, value=value, whole=of, hedge=_hedge(text, place.start)
    )


def _counted(place: Place, named: int, part: str, whole: str) -> Figure | None:
    """Points, a length of time, a part of a whole or a number of things."""
    text, end = place.text, place.end
    if in_words := _IN_WORDS.match(text, end):
        end = in_words.end()
    if points := _POINTS.match(text, end):
        return _made(place, FigureKind.POINTS, (end, points.end()), part, whole)
    if duration := _DURATION.match(text, end):
        if whole or is_period(place) or is_name(place, duration.group().strip()):
            return None
        return _made(place, FigureKind.DURATION, (end, duration.end()), part, whole)
    at = after = end + 1
    if text[end:at] == " ":
        if number_of := _NUMBER_OF.match(text, at):
            at = number_of.end()
        scale = _SCALE.match(text, at)
        after = counted(text, scale.end() if scale else at)
    known = is_countable(text, at)
    if is_name(place, text[at:after]) or (named >= 0 and not known and continues(text, named, place)):
        return None
    if after > at:
        if not whole and (over := _OVER.match(text, after)):
            again = counted(text, over.end()) if text[over.end() - 1] == " " else over.end()
            return _made(place, FigureKind.RATIO, (at, after), part, over[1], max(again, over.end(1)))
        return _made(place, FigureKind.RATIO if whole else FigureKind.COUNT, (at, after), part, whole)
    if ("," in part or whole in _FULL_MARKS) and _SCORES.search(place.before):
        return _made(place, FigureKind.POINTS, (end, end), part, whole)
    return _made(place, FigureKind.RATIO if whole else FigureKind.COUNT, (end, end), part, whole)


def _made(place: Place, kind: FigureKind, unit: tuple[int, int], part: str, whole: str, after: int = 0) -> Figure | None:
    read = read_things if kind in (FigureKind.COUNT, FigureKind.RATIO) else read_amount
    value, of = read(part), read(whole) if whole else None
    if value is None or (whole and of is None):
        return None
    text, (at, end) = place.text, unit
    hedge = _hedge(text, place.start)
    return Figure(kind=kind, start=place.start, end=after or end, value=value, whole=of, unit=text[at:end].strip(), hedge=hedge)
