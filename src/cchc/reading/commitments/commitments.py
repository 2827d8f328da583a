"""An item cut into commitments (cam kết): one clause for each number that commits, and for each part that has none.

A clause may lean on one before it, which says the rest: ``cấp tỉnh đạt 90%; cấp xã đạt 60%``, ``… đạt 80%, phấn đấu 90%``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from attrs import evolve, frozen

from cchc.reading.commitments.anchors import Anchor, Told, find_anchors
from cchc.reading.commitments.changes import COMPARED
from cchc.reading.commitments.item_pieces import Piece, beginning_in, masked, pieces
from cchc.reading.commitments.pledges import names_a_deed, pledged_parts, pledges_by_itself, pledges_of_a_body
from cchc.reading.commitments.ranks import Rank
from cchc.reading.commitments.scopes import due_words

__all__ = ["JOINTS", "Commitment", "commitments", "label", "lacks_predicate"]


@frozen(kw_only=True)
class Commitment:
    """A clause, characters `start` up to `end` of an item, and the number in it, if there is one.

    `kin` is the place in the row of the clause that it leans on, -1 for none; `piece` counts the parts between hard stops and
    `sentence` the sentences; `frame` is where the words begin that introduce all of its sentence, up to `framed`.
    """

    start: int
    end: int
    anchor: Anchor | None = None
    kin: int = -1
    piece: int = 0
    sentence: int = 0
    frame: int = 0
    framed: int = 0


_MARK = re.compile(
    r"[,;:]\s?(?:và\s|còn\s)?|\s[–-]\s|\s(?:và|còn)\s|(?<!trong đó)\s(?=(?:trong đó|ph[ấầâậẩ]n đ[ấầâẩ]u|riêng)(?!\w))"
)
JOINTS = re.compile(
    r"(?i)(?:[ ,:;–()-]|(?<!\w)(?:trong đó|trong số đó|riêng|đồng thời|và|còn|có|đạt|phải|ph[ấầâậẩ]n đ[ấầâẩ]u|khoảng|"
    r"là|với|từ đó|hoặc|thực hiện|đến|"
    r"cố gắng|hướng tới|tương ứng|lần lượt|tỷ lệ|ở mức|mức)(?!\w))*"
)
_OPENS = re.compile(
    r"(?i)(?:trong đó|riêng|ph[ấầâậẩ]n đ[ấầâẩ]u|tỷ lệ|tỉ lệ|mức độ|mức|chỉ số|số|đồng thời|còn lại|thời gian|giảm|"
    r"tăng|cắt giảm|rút ngắn|tinh giản|nâng|xếp|nằm|đứng|"
    r"đến (?:hết |cuối )?năm|năm [0-9]{4}|hoàn thành|đạt|thuộc nhóm|điểm|tổ chức|có|không|bảo đảm|đảm bảo|hằng năm|"
    r"hàng năm|mỗi)(?!\w)"
)
_WITHIN = re.compile(r"(?i)(?:trong đó|trong số đó|riêng)(?!\w)")
_PLACES = re.compile(
    r"(?i)(?:cấp|tại|ở|lĩnh vực|đối với|các|UBND|sở|xã|huyện|tỉnh|thành phố|khối|khu vực|đô thị|nông thôn|PAR|SIPAS|"
    r"PAPI|PCI|DTI|ICT|DDCI|hồ sơ|TTHC|dịch vụ|DVC|"
    r"văn bản|cán bộ|công chức|viên chức|người|doanh nghiệp|biên chế|chi phí|đơn vị)(?!\w)"
)
_LABEL = re.compile(
    r"(?i)(?:tại|ở|của|với|đối với|thuộc|trong|cho|các|từng|khối|trên|do|là|gồm)?\s?(?:các\s)?(?:cấp|sở|xã|huyện|tỉnh|"
    r"phường|thị trấn|thành phố|UBND|"
    r"lĩnh vực|ngành|địa phương|khu vực|đô thị|thành thị|nông thôn|miền|mức độ|năm 20[0-9]{2}|đến (?:hết |cuối )?năm|"
    r"(?:đến )?hết năm|quý [IVX]+|toàn trình|một phần|"
    r"trung ương|phòng|ban|bộ|đơn vị|cơ quan|trường|nội bộ|liên thông|cổng)(?!\w)"
)
_BODY = re.compile(
    r"(?i)(?:tại|ở|của|đối với|thuộc|cho|các|từng|khối)?\s?(?:các\s)?(?:cấp|sở|xã|huyện|quận|tỉnh|phường|thị trấn|thị xã|"
    r"thành phố|đặc khu|UBND|Ủy ban nhân dân|lĩnh vực|ngành|địa phương|khu vực|đô thị|thành thị|nông thôn|miền|trung ương|"
    r"phòng|ban|bộ|cục|chi cục|vụ|đơn vị|cơ quan|trường|bệnh viện|toàn trình|một phần)(?!\w)"
)
_PREDICATE = re.compile(
    r"(?i)(?<!\w)(?:được|đạt|(?<!đang )(?<!còn )có(?! (?:hiệu lực|liên quan|yêu cầu|phát sinh)(?!\w))|phải(?! (?:nộp|"
    r"cung cấp|đi lại|bổ sung|xuất trình)(?!\w))|"
    r"thực hiện|sử dụng|hài lòng|bảo đảm|đảm bảo|hoàn thành|tham gia|cung cấp|"
    r"triển khai|áp dụng|đáp ứng|là|kết nối|(?<!gian )(?<!hạn )giải quyết|tiếp nhận|"
    r"công khai|cập nhật|ứng dụng|xây dựng|ban hành|bố trí|(?<!phải )nộp|thanh toán|vận hành|đủ|trao đổi|xử lý|khai thác|ký số|"
    r"đăng ký|tổ chức|trả|chấp hành|đồng bộ)(?!\w)"
)
_TOWARDS = re.compile(
    r"(?i)(?<!\w)(?:đối với|cho|tại|ở|trên|của|với|trong|bằng)\s(?:các\s|hơn\s|trên\s|ít nhất\s|tối thiểu\s)?$"
)
_TOWARDS_ROOM = 24
_MOVING = re.compile(r"(?i)(?<!\w)(?:cắt giảm|giảm|rút ngắn|tinh giản)(?!\w)")
_MOVING_ROOM = 100
_AT = re.compile(r"(?i)(?:tại|ở|đối với)(?!\w)")
_YEAR = re.compile(r"(?i)(?:trong )?năm (?P<year>20[0-9]{2})(?!\w)")
_SHORT = 9
_SAID = 400
_NEAR = 40
_MARKS = 16


def label(words: str) -> str:
    """The place, body or part that words only name, as they do in a list: cấp xã, Sở Tư pháp; empty where they say more."""
    words = _rest(words)
    return words if _BODY.match(words) and len(words.split()) <= _SHORT and lacks_predicate(words) else ""


def lacks_predicate(words: str) -> bool:
    """Whether words name a thing and say nothing of it."""
    return _PREDICATE.search(words) is None


def commitments(text: str, *, since: date | None) -> tuple[Commitment, ...]:
    """The commitments of an item in order; nothing where all its numbers tell what was."""
    blank = masked(text)
    anchors, told = find_anchors(text, since=since)
    row: list[Commitment] = []
    sentence = 0
    for number, piece in enumerate(_grown(text, pieces(text), anchors)):
        clauses: Iterable[Commitment] = ()
        if own := beginning_in(anchors, piece.start, piece.end):
            clauses = _clauses(text, blank, piece, own)
        elif not _tells(text, piece, told, since):
            clauses = _plain(text, piece)
        row += [evolve(clause, piece=number, sentence=sentence) for clause in clauses]
        sentence += piece.sentence
    return tuple(_related(text, _framed(blank, row)))


def _grown(text: str, found: Sequence[Piece], anchors: Sequence[Anchor]) -> list[Piece]:
    """Pieces that commit; one that goes on with its neighbour becomes one with it."""
    grown: list[Piece] = []
    unfinished = bare = says = False
    for piece in found:
        own = beginning_in(anchors, piece.start, piece.end)
        pledges = pledges_by_itself(text, piece.start) or ((says or not grown) and pledges_of_a_body(text, piece.start))
        if not grown or (not unfinished and (pledges or (own and not bare))):
            grown.append(piece)
            bare = True
        else:
            grown[-1] = Piece(start=grown[-1].start, end=piece.end, sentence=piece.sentence)
        says = not lacks_predicate(text[piece.start : min(piece.end, piece.start + _SAID)])
        bare = bare and not own and not pledges and not (piece.sentence and says)
        unfinished = not piece.sentence and (_is_open(text, own[-1], piece) if own else unfinished and not says)
    return grown


def _tells(text: str, piece: Piece, told: Sequence[Told], since: date | None) -> bool:
    """Whether a piece tells only what was."""
    opening = _YEAR.match(text, piece.start)
    past = opening is not None and since is not None and int(opening["year"]) < since.year
    return bisect_left(told, piece.start) < bisect_left(told, piece.end) and (past or not names_a_deed(text, piece.start))


def _is_open(text: str, anchor: Anchor, piece: Piece) -> bool:
    """Whether a piece ends within the name of what its last number is of: 100% văn bản về A; B; C được …."""
    about = " về " in text[anchor.end : piece.end]
    return about and lacks_predicate(text[max(piece.start, anchor.start - _NEAR) : piece.end])


def _clauses(text: str, blank: str, piece: Piece, anchors: Sequence[Anchor]) -> list[Commitment]:
    """One clause for each number of a piece; those in a bracket are cut within it."""
    groups: dict[tuple[int, int] | None, list[Anchor]] = {}
    for anchor in anchors:
        groups.setdefault(anchor.bracket if len(anchors) > 1 else None, []).append(anchor)
    spans: list[Commitment] = []
    for bracket, members in groups.items():
        if bracket is None:
            spans += _split(blank, piece.start, piece.end, members)
        else:
            spans += _split(text, bracket[0] + 1, bracket[1] - 1, members)
    return sorted(spans, key=lambda clause: clause.anchor.start if clause.anchor else 0)


def _split(blank: str, start: int, end: int, anchors: Sequence[Anchor]) -> Iterator[Commitment]:
    for anchor, following in pairwise(anchors):
        stop, begin = _cut(blank, anchor.end, following.start)
        yield Commitment(start=start, end=stop, anchor=anchor)
        start = begin
    yield Commitment(start=start, end=end, anchor=anchors[-1])


def _cut(blank: str, after: int, before: int) -> tuple[int, int]:
    """Where the clause of the number that ends at `after` stops, and where that of the one at `before` begins."""
    marks = [(match.start(), match.end()) for match in _MARK.finditer(blank, after, before)]
    near = marks[-_MARKS:]
    opening = [mark for mark in near if _OPENS.match(blank, mark[1], before)]
    for mark in near:
        if JOINTS.fullmatch(blank, mark[1], before) or _is_time(blank[mark[1] : before]):
            return mark
    for mark in reversed([mark for mark in opening if _WITHIN.match(blank, mark[1], before)] or opening):
        return mark
    placed = [mark for mark in near if _PLACES.match(blank, mark[1], before)]
    for found in (placed, marks):
        if found:
            return found[0] if marks[0][0] <= after + 1 else found[-1]
    towards = _MOVING.search(blank, max(after, before - _MOVING_ROOM), before)
    towards = towards or _TOWARDS.search(blank, max(after, before - _TOWARDS_ROOM), before)
    return (towards.start(), towards.start()) if towards else (before, before)


def _is_time(words: str) -> bool:
    found = due_words(words)
    return found is not None and not (JOINTS.sub("", words[: found[0]]) + JOINTS.sub("", words[found[1] :])).strip()


def _plain(text: str, piece: Piece) -> Iterator[Commitment]:
    for start, end in pledged_parts(text[piece.start : piece.end]):
        yield Commitment(start=piece.start + start, end=piece.start + end)


def _framed(blank: str, row: Sequence[Commitment]) -> Iterator[Commitment]:
    """Each clause with the words that open its sentence: up to a colon before several numbers, else up to the first number."""
    firsts: dict[int, Commitment] = {}
    members: dict[int, int] = {}
    for clause in row:
        firsts.setdefault(clause.sentence, clause)
        members[clause.sentence] = members.get(clause.sentence, 0) + 1
    for clause in row:
        first = firsts[clause.sentence]
        stop = first.anchor.start if first.anchor else first.start
        colon = blank.find(":", first.start, max(first.start, stop + 1))
        if colon < 0 and first.anchor is not None:
            colon = blank.find(":", first.start, first.anchor.end)
        if colon > 0 and members[clause.sentence] > 1:
            start = colon + 1 + (blank[colon + 1 : colon + 2] == " ") if clause is first else clause.start
            yield evolve(clause, start=start, frame=first.start, framed=colon)
        else:
            yield evolve(clause, frame=first.start, framed=first.start)


def _related(text: str, row: Iterator[Commitment]) -> Iterator[Commitment]:
    """Each clause with the one it leans on: the last full one of its sentence, where it names only a place or a time."""
    leader: tuple[int, Anchor] | None = None
    previous: Commitment | None = None
    for i, clause in enumerate(row):
        if previous is not None and clause.anchor is None and clause.piece == previous.piece and previous.anchor is None:
            yield evolve(clause, kin=i - 1)
            previous = clause
            continue
        follows = previous is not None and (previous.sentence == clause.sentence)
        if follows and clause.anchor is not None and leader is not None and _leans(text, clause, clause.anchor, leader[1]):
            yield evolve(clause, kin=leader[0])
        else:
            leader = (i, clause.anchor) if clause.anchor is not None else None
            yield clause
        previous = clause


def _leans(text: str, clause: Commitment, anchor: Anchor, leader: Anchor) -> bool:
    before = _rest(masked(text[clause.start : anchor.start]))
    before = "" if before and _is_time(text[clause.start : anchor.start]) else before
    after = _rest(masked(text[anchor.end : clause.end]))
    if after and isinstance(leader.sign, Rank) and not isinstance(anchor.sign, Rank):
        return False
    if not before:
        if isinstance(anchor.sign, Rank):
            after = COMPARED.sub("", after).strip()
        if not after or _AT.match(after):
            return True
        return _LABEL.match(after) is not None and lacks_predicate(after) and len(after.split()) <= _SHORT
    return (
        _LABEL.match(before) is not None
        and lacks_predicate(before)
        and len(before.split()) <= _SHORT
        and not _PREDICATE.search(after)
        and len(after.split()) <= _SHORT
    )


def _rest(words: str) -> str:
    opened = JOINTS.match(words)
    words = words[opened.end() if opened else 0 :]
    return re.sub(r"(?i)[ .,;:()·–-]+$|\s(?:đạt|là|có|ở mức|tỷ lệ)$", "", words.strip()).strip(" .,;:()·–-")
