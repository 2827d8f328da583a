"""Numbers that commit (số liệu cam kết): which of an item's measures and ranks a target is made of.

A percentage commits unless it tells what was, or is part of a name. A count commits where a bound says so, or where nothing
else in its part of the item does: ``82 nhóm thủ tục`` beside ``100%`` tells only of what.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter

from attrs import frozen

from cchc.reading.commitments.bounds import Measure, Sense, find_measures
from cchc.reading.commitments.item_pieces import Piece, beginning_in, enclosed, inside, pieces, quoted
from cchc.reading.commitments.mentions import is_aside, is_breakdown, is_part, is_past, is_threshold
from cchc.reading.commitments.ranks import Rank, find_ranks
from cchc.reading.figures.figures import FigureKind

__all__ = ["Anchor", "Told", "find_anchors"]

_BEHIND = 60
_CONTEXT = 160
_FAR = 300
_NEAR = 30
_MOVED = re.compile(
    r"(?i)(?<!\w)(?:giảm|cắt giảm|tinh giản|rút ngắn|tăng|nâng|tăng thêm|thêm|đạt|giảm bớt|bớt|lên|còn)(?: được| khoảng|"
    r" bình quân)?\s?$"
)
_DOING = re.compile(
    r"(?i)(?:^|(?<!\w)(?:tổ chức|mở|xây dựng|ban hành|hoàn thành|triển khai|cung cấp|thực hiện|thành lập|đăng|"
    r"đăng tải|kiểm tra|rà soát|"
    r"sắp xếp|giảm|cắt giảm|có|đưa|thêm|công bố|duy trì|đơn giản hóa|đơn giản hoá|chuyển đổi|bãi bỏ|bồi dưỡng|đào tạo|"
    r"tuyển dụng|"
    r"xử lý|đánh giá|"
    r"cổ phần hóa|cổ phần hoá|chuyển|giải thể|sáp nhập|hợp nhất|thí điểm|đầu tư|nâng cấp|hỗ trợ|cấp|lắp đặt|trang bị|"
    r"khảo sát|giải quyết|tích hợp|kết nối|đối với|được|đạt|đủ|cho|là|nhân rộng|áp dụng|lựa chọn|phê duyệt|tiếp nhận|thẩm định|"
    r"ph[ấầâ]n đ[ấầâ]u|số hóa|số hoá|"
    r"công khai|thuê|mỗi \w+|bình quân|tham mưu|phát động|đề xuất|còn|lên|xuống|tại|ở|trong|vận hành)(?: mới| thành công|"
    r" bổ sung| (?:có )?hiệu quả)?)\s?$"
)
_FRACTION = re.compile(r"(?<![0-9])(?:1/[2-5]|2/3|3/4)(?![0-9/])")
_NONE = re.compile(r"(?i)(?<!\w)không (?:còn|có|phát sinh)(?!\w)[^;.,]*$")
_GOES_ON = re.compile(r"(?i)(?:,| và|,? đồng thời) (?:được |đạt )*(?:xếp |đứng |nằm |tăng |giảm |hạng )?")
_WENT_ON = re.compile(
    r"(?i)[^;.()0-9]{0,80},? (?:và )?(?:tăng|giảm|vượt|cao hơn|thấp hơn)(?: (?:thêm|được|gần|hơn|khoảng))?\s?"
)
_COMING = re.compile(r"(?i)ph[ấầâ]n đ[ấầâ]u|mục tiêu|chỉ tiêu|tối thiểu|ít nhất|sang năm|đến năm")
_OWN = re.compile(
    r"(?i),\s(?:và\s)?[^,;:.()0-9]{6,80}\s(?:đạt|có|lên|còn)\s(?:(?:ít nhất|tối thiểu|từ|trên|hơn|không quá|tối đa|dưới|"
    r"khoảng|mức|được)\s)*$"
)
_STRICT = (Sense.AT_LEAST, Sense.AT_MOST)
_THINGS = r"cơ quan|đơn vị|địa phương|sở|ban|ngành|huyện|xã|phường|thị xã|thị trấn|thành phố|cán bộ|công chức|viên chức"
_LIST_OF_THINGS = re.compile(rf"(?i)(?<!\w)(?:{_THINGS})(?:(?:,| và|, và) (?:các )?(?:{_THINGS})(?!\w))+")
_NESTING = re.compile(
    r"(?i)\s(?:(?!được |đạt |và |trong đó |thời gian |chi phí )[^;:.,()0-9]){2,100}?(?<!được )(?:hoàn thành|đạt|có|"
    r"bảo đảm|đảm bảo|thực hiện|giải quyết|"
    r"cung cấp|tiếp nhận|xử lý|triển khai|công khai|bố trí|duy trì|đáp ứng|số hóa|cập nhật)\s"
    r"(?:(?!và |đối với |tại |ở |trong đó |ph[ấầâ]n đ[ấầâ]u )[^;:.,()0-9]){0,80}"
)
_WITH = re.compile(r"(?i)(?<!\w)(?:với|gồm|trong tổng|trên tổng|của)\s(?:hơn |trên |khoảng |gần )*$")
_MAKING = re.compile(
    r"(?i)(?:(?:tiếp tục|phấn đấu|thực hiện|chủ động|trong năm|năm [0-9]{4},?|mỗi năm|hằng năm|hàng năm)\s)*"
    r"(?:tổ chức|mở|xây dựng|ban hành|thành lập|đăng tải|đăng|tiến hành|triển khai)\s"
)
_HEADED = re.compile(r"(?i)(?<!\w)(?:tối thiểu|ít nhất|tối đa|không (?:vượt )?quá)\s?:")
_ADDED = re.compile(r",\s$|\svà\s(?:[^\W\d_]+\s){0,2}$")
_HEAD = re.compile(r"(?i)(?:^|[,;:.]\s)(?:(?:và|có|ph[ấầâ]n đ[ấầâ]u|bảo đảm|đảm bảo)\s)*$")
_WHOLE = re.compile(r"^\s?/\s?[0-9]+")
_MENDED = re.compile(
    r"(?i)(?<!\w)(?:cải thiện|khắc phục|nâng cao|nâng)\s(?:các|những)\s[^;.,]*(?:đạt|có|ở|điểm)\s[^;.,]{0,20}$"
)
_LASTS = re.compile(r"(?i)(?<!\w)(?:thời (?:gian|hạn)|kéo dài|lưu trữ|bảo quản)(?!\w)")
_SHARE = re.compile(r"(?i)[\s,:(]*(?:và\s)?(?:tỷ lệ|tỉ lệ)(?!\w)")
_MARK = re.compile(r"[,;:(]|\svà\s")
_FIRST_OF = re.compile(r"(?i)(?<!\w)(?:nhóm|top|tốp)\s$")
_APART = re.compile(r"(?i),|\scho\s")
_AGAIN = re.compile(r"(?i)(?<!\w)(?:tương ứng|tương đương|tức)(?: (?:là|với|giảm|tăng|khoảng|gần|hơn))*\s$")
_LISTED = re.compile(r"(?:\s?/\s?[0-9]+)?[^;.:0-9]{0,60}(?:,| và)\s")
_NEW = re.compile(
    r"(?i)(?:[,:(]|\svà|\s–)\s?(?:và\s)?(?=(?:mỗi|tổ chức|có|xây dựng|ban hành|thực hiện|giảm|tăng|cắt giảm|rút ngắn|"
    r"ph[ấầâ]n đ[ấầâ]u|trong đó|riêng|đồng thời|hoàn thành|"
    r"thời gian|số|bình quân|kiểm tra|triển khai|mở|chỉ số|điểm|tỷ lệ|mức độ|mức|chất lượng|xếp|đạt|tinh giản|nâng|"
    r"duy trì|cung cấp|đăng|"
    r"công bố)(?!\w))"
)
_NOT_THINGS = re.compile(
    r"(?i)cấp|năm|tháng|quý|bước|khâu|nội dung|giai đoạn|lĩnh vực|chỗ|tại chỗ|rõ|không|nhất|tại|trong|kỳ|cửa|h|bên|"
    r"chiều|mặt|nhà|ngày/|"
    r"sạch"
)


@frozen(kw_only=True)
class Anchor:
    """A number that commits, words `start` up to `end`: a measure, or a rank; `bracket` where it stands in one."""

    start: int
    end: int
    sign: Measure | Rank
    bracket: tuple[int, int] | None = None


Told = int
"""Where a number stands that tells what was."""


def find_anchors(text: str, *, since: date | None) -> tuple[tuple[Anchor, ...], tuple[Told, ...]]:
    """The numbers of an item that commit, in order, and where those stand that tell what was.

    `since` is the first day of the plan, before which all is past.
    """
    brackets, titles = enclosed(text), quoted(text)
    ranks = [rank for rank in find_ranks(text) if not inside(rank.start, titles)]
    measures = [measure for measure in _apart(find_measures(text), ranks) if not inside(measure.at, titles)]
    found: list[Anchor] = []
    told: list[Told] = []
    for piece in pieces(text):
        reader = _Reader(text, piece, brackets, since, told)
        found += reader.read(beginning_in(ranks, piece.start, piece.end), beginning_in(measures, piece.start, piece.end))
    return tuple(found), tuple(told)


def _measures(measure: Measure) -> bool:
    """Whether a number measures (điểm, phút, lần) rather than counts things."""
    return measure.kind in (FigureKind.POINTS, FigureKind.DURATION) or measure.unit in ("bậc", "lần")


def _apart(measures: Sequence[Measure], ranks: Sequence[Rank]) -> Iterator[Measure]:
    """The measures that are no part of a rank."""
    spans = tuple((rank.start, rank.end) for rank in ranks)
    return (measure for measure in measures if not inside(measure.at, spans))


@frozen
class _Reader:
    """Tells the numbers of one piece apart."""

    text: str
    piece: Piece
    brackets: tuple[tuple[int, int], ...]
    since: date | None
    told: list[Told]

    def read(self, ranks: Sequence[Rank], measures: Sequence[Measure]) -> list[Anchor]:
        signs: list[Rank | Measure] = sorted([*ranks, *measures], key=attrgetter("start"))
        strong: list[Rank | Measure] = []
        counts: list[Measure] = []
        last: Rank | Measure | None = None
        promised = list(self._promised(signs))
        for sign in promised:
            if last is not None and _AGAIN.search(self.text, last.end, sign.start):  # the same amount in another unit
                continue
            last = sign
            if isinstance(sign, Rank) or sign.kind in (FigureKind.PERCENT, FigureKind.MONEY):
                strong.append(sign)
            elif not (sign.kind is FigureKind.RATIO and self._is_fraction(sign)):
                counts.append(sign)
        strong = [sign for sign in self._unnested(promised) if sign in strong]
        outer = [sign for sign in (*strong, *counts) if not self._bracket(sign) and (sign in strong or self._reaches(sign))]
        kept = [sign for sign in strong if self._stands(sign, alone=not outer)]
        kept += self._counts(counts, [sign.start for sign in kept])
        anchors = [Anchor(start=sign.start, end=sign.end, sign=sign, bracket=self._bracket(sign)) for sign in kept]
        return sorted(anchors, key=attrgetter("start"))

    def _promised(self, signs: Sequence[Rank | Measure]) -> Iterator[Rank | Measure]:
        """The numbers that tell neither what was nor a threshold; what goes on with a told one is told too."""
        told: Rank | Measure | None = None
        for sign in signs:
            at, after = (sign.start, sign.end) if isinstance(sign, Rank) else (sign.at, sign.after)
            bracket = self._bracket(sign)
            floor = max(self.piece.start, at - _CONTEXT, bracket[0] if bracket else 0)
            before, behind = self.text[floor:at], self.text[after : after + _BEHIND]
            if isinstance(sign, Rank):
                before += "đạt "  # the verb of a rank is a part of it
            if (told is not None and self._goes_on(told, sign)) or is_past(before, behind, self.since):
                told = sign
                self.told.append(at)
            elif isinstance(sign, Rank) or not self._is_name(sign, before, behind, lone=len(signs) == 1):
                told = None
                yield sign

    def _heads(self, sign: Measure) -> bool:
        """Whether a number can count those of whom a share is asked: a share itself, or things that open a clause."""
        return sign.unit == "%" or (self._is_thing(sign) and bool(_HEAD.search(self.text, self.piece.start, sign.start)))

    def _goes_on(self, told: Rank | Measure, sign: Rank | Measure) -> bool:
        """Whether a number goes on with one that tells what was: đã đạt 98%, tăng 2% so với năm trước."""
        if _GOES_ON.fullmatch(self.text, told.end, sign.start):
            return True
        went_on = _WENT_ON.fullmatch(self.text, told.end, sign.start)
        return went_on is not None and _COMING.search(went_on.group()) is None

    def _unnested(self, signs: Sequence[Rank | Measure]) -> list[Rank | Measure]:
        """Without the percentages by which others are told: 90% cơ quan hoàn thành trên 95% nhiệm vụ."""
        kept: list[Rank | Measure] = []
        for sign in signs:
            last = kept[-1] if kept else None
            if not isinstance(last, Measure) or not self._heads(last) or isinstance(sign, Rank) or sign.unit != "%":
                kept.append(sign)
                continue
            gap = _LIST_OF_THINGS.sub("đơn vị", _WHOLE.sub("", self.text[last.after : sign.at]))
            if not _NESTING.fullmatch(gap):
                kept.append(sign)
        return kept

    def _is_fraction(self, measure: Measure) -> bool:
        """Whether a ratio is a part of something, not a number of things: 1/3 số thủ tục."""
        return not measure.unit or _FRACTION.match(self.text, measure.at) is not None

    def _is_name(self, measure: Measure, before: str, after: str, *, lone: bool) -> bool:
        """Whether a number belongs to a name or a class, or to what there shall be none of."""
        if measure.unit.startswith("tuổi") or (measure.unit == "%" and _FIRST_OF.search(before)):
            return True
        if measure.sense is Sense.LESS_THAN and _MENDED.search(before):
            return True
        return (measure.sense is None and _NONE.search(before) is not None) or is_threshold(before, after, lone=lone)

    def _counts(self, counts: Sequence[Measure], others: Sequence[int]) -> Iterator[Measure]:
        """The counts that commit: with a bound of their own, in a row with one that has, or where nothing else commits."""
        last: Measure | None = None
        bound = [count for count in counts if self._commits(count, others)]
        firm = sorted([*others, *(count.start for count in bound)])
        for count in counts:
            listed = last is not None and _LISTED.fullmatch(self.text, last.after, count.start) is not None
            if count in bound or (self._is_thing(count) and (listed or self._is_done(count, firm))):
                last = count
                yield count
        if last is None and not others:
            yield from (count for count in counts[:1] if self._is_score(count))

    def _is_score(self, count: Measure) -> bool:
        """Whether points in a bracket tell what a class means: đạt loại Tốt (từ 80 điểm)."""
        bracket = self._bracket(count)
        return count.kind is FigureKind.POINTS and bracket is not None and not is_aside(self.text[slice(*bracket)])

    def _bracket(self, sign: Rank | Measure) -> tuple[int, int] | None:
        return inside(sign.start, self.brackets)

    def _stands(self, sign: Rank | Measure, *, alone: bool) -> bool:
        """Whether a percentage commits: in a bracket where it breaks another down, or where nothing outside does."""
        bracket = self._bracket(sign)
        if bracket is None:
            return True
        words = self.text[slice(*bracket)]
        return not is_aside(words, self.since) and (alone or is_breakdown(words))

    def _commits(self, count: Measure, others: Sequence[int]) -> bool:
        """Whether a count has a bound of its own and does not merely tell how another number is meant."""
        if bracket := self._bracket(count):
            return count.sense is not None and is_part(self.text[slice(*bracket)])
        floor = max(self.piece.start, count.start - _FAR)
        if count.unit == "năm" and not _LASTS.search(self.text, floor, count.start):
            return False
        moved = self._moves(count)
        if count.sense is None and count.path != "thêm" and not moved and not (count.led and _measures(count)):
            return False
        openings = [match.start() for match in _NEW.finditer(self.text, floor, count.start)]
        opening = openings[-1] if openings else self.piece.start
        if bisect_left(others, opening) == bisect_left(others, count.start):
            return not self._tells_of_what(count, opening, others)
        if count.sense in _STRICT and count.unit != "lần" and _ADDED.search(self.text, floor, count.start):
            return True
        own = _OWN.search(self.text, floor, count.at)
        if own is None or bisect_left(others, own.start()) != bisect_left(others, count.start):
            return False
        listed = _LIST_OF_THINGS.finditer(self.text, max(floor, own.start() - _NEAR), own.end())
        return not any(things.start() < own.start() < things.end() for things in listed)

    def _reaches(self, sign: Rank | Measure) -> bool:
        """Whether a number of things, or of all there are, is to be reached."""
        return (isinstance(sign, Measure) and sign.kind is FigureKind.RATIO) or self._moves(sign)

    def _moves(self, sign: Rank | Measure) -> bool:
        """Whether a verb of change or of reaching stands right before a number."""
        at = sign.start if isinstance(sign, Rank) else sign.at
        return _MOVED.search(self.text, max(self.piece.start, at - _FAR), at) is not None

    def _tells_of_what(self, count: Measure, opening: int, others: Sequence[int]) -> bool:
        """Whether a count only tells of what a share is that follows: tỷ lệ hồ sơ phải bổ sung quá 02 lần dưới 10%."""
        following = bisect_left(others, count.start)
        if following == len(others) or not _SHARE.match(self.text, opening):
            return False
        return _MARK.search(self.text, count.after, others[following]) is None

    def _is_thing(self, count: Measure) -> bool:
        return self._bracket(count) is None and bool(count.unit) and not _NOT_THINGS.fullmatch(count.unit)

    def _is_done(self, count: Measure, others: Sequence[int]) -> bool:
        """Whether things are counted that are to be done: where nothing else commits, or before it and apart from it."""
        before = self.text[max(self.piece.start, count.start - _NEAR) : count.start]
        if _HEADED.search(self.text, self.piece.start, count.start):
            return True
        if not others:
            if count.kind is FigureKind.POINTS:
                return True
            return _DOING.search(before) is not None or (count.led and _WITH.search(before) is None)
        if count.start > others[0] or not _APART.search(self.text, count.after, others[0]):
            return False
        return _MAKING.fullmatch(self.text, self.piece.start, count.start) is not None
