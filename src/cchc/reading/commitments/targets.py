"""Targets (chỉ tiêu) in the words of a plan: what one bullet or paragraph promises, each commitment by itself.

``Trên 98%`` is more than; ``tối thiểu``, ``từ … trở lên`` and a bare ``100%`` are at least; ``giảm 5%`` is a change, ``giảm còn
5%`` a level. An item without a number is kept: it is to be completed, or left to a person's judgement.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from attrs import evolve, frozen

from cchc.model import Area, IncreaseBy, Period, RankUp, RankWithin, ReduceBy, Requirement, Source, Target
from cchc.reading.commitments.anchors import Anchor
from cchc.reading.commitments.bounds import Measure, Sense, level, sense_at_end
from cchc.reading.commitments.changes import COMPARED, Direction, baseline, changed, direction, equivalent
from cchc.reading.commitments.commitments import JOINTS, Commitment, commitments, label, lacks_predicate
from cchc.reading.commitments.indicators import ASPIRED, LEADING, bare_words, named
from cchc.reading.commitments.indices import named_indices
from cchc.reading.commitments.pledges import continued, pledge
from cchc.reading.commitments.ranks import Rank
from cchc.reading.commitments.scopes import due_day, due_words, exclusion, placed, scope
from cchc.reading.passage import Passage

__all__ = ["read_targets"]

_MARKER = re.compile(r"(?:\(?(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-zđ]|[ivx]{1,4})[.)/](?=\s)|[-–+•*○])\s*")
_GATHERS = re.compile(r"(?i)giải ngân|thu ngân sách|tổng thu|thu nội địa|huy động vốn")
_LISTED = re.compile(r"(?i)(?:sau(?: đây)?|gồm|cụ thể|là)[^:]{0,120}:|:\s*(?=chỉ số|par|papi)")
_STANDING = re.compile(r"(?i)ph[ấầâậẩ]n đ[ấầâẩ]u[^,;:]{0,20}\s?(?:đến|trong|năm|hết|tới|:)")
_AT = re.compile(r"(?i)^(?:tại|ở|của|đối với|thuộc|cho)\s")
_ONWARDS = re.compile(
    r"(?i)(?<!\w)(?:từ|kể từ|sau) (?:ngày|tháng|quý|năm) [0-9IVX][^;,]{0,40}$|"
    r"(?<!\w)cả năm(?! [0-9])[^;]{0,40}$|(?<!\w)năm 20[0-9]{2}\s?[-–]\s?20[0-9]{2}[^;]{0,60}$"
)
_YEARLY = re.compile(r"(?i)/\s?năm(?!\w)|(?<!\w)(?:mỗi|hằng|hàng) năm(?!\w)")
_WHEN = re.compile(r"(?i)(?<!\w)(?:vào|trong) năm 20[0-9]{2}")
_ABOVE = frozenset((Sense.LESS_THAN, Sense.AT_MOST))
_ALL = 100
_NAMING = 3
_OPENING = 40
_ROOM = 2000
_RECENT = 64


def read_targets(
    item: Passage, *, code: str, area: Area | None = None, period: Period | None = None, document: str = ""
) -> tuple[Target, ...]:
    """The commitments of one item of a plan's targets, in order, each with its place.

    They are numbered `code`, or ``code.1``, ``code.2`` where there are several. Nothing comes of an item that only tells what
    was: years before the first of `period` are past.
    """
    marker = _MARKER.match(item.text)
    item = item[marker.end() if marker else 0 :].strip()
    clauses = commitments(item.text, since=period.start if period else None)
    drafts = tuple(_Reader(item.text, period, clauses).drafts())
    targets: list[Target] = []
    for number, draft in enumerate(drafts, start=1):
        stretch = item[draft.start : draft.end].strip()
        targets.append(
            Target(
                id=code if len(drafts) == 1 else f"{code}.{number}",
                indicator=draft.indicator,
                requirement=draft.requirement,
                text=stretch.text,
                area=area,
                scope=draft.scope,
                exclusion=draft.exclusion,
                aspiration=draft.aspiration,
                accumulates=draft.accumulates,
                due=draft.due,
                source=Source(document=document, span=stretch.span()),
            )
        )
    return tuple(targets)


@frozen(kw_only=True)
class _Draft:
    """A target being read, characters `start` up to `end` of its item.

    `early` says that its time stands before its number, and so may hold for the next one; `timed` that its sentence opens with
    a time, which then holds for all of it; `way` is the change that its number is an
    amount of; `names` are the indices it promises the same of.
    """

    clause: Commitment
    start: int
    end: int
    requirement: Requirement
    indicator: str
    scope: str
    exclusion: str
    aspiration: bool
    accumulates: bool
    due: date | None
    early: bool
    timed: bool
    way: Direction
    names: tuple[str, ...]


@frozen(kw_only=True)
class _Setting:
    """A clause among others: the draft it leans on, the first of its piece and of its sentence, and the one before it.

    `end` and `last` are the last clauses of its piece and of its sentence. `said` is the later clause that says
    what is to happen with its things too: 90% hồ sơ A, 60% hồ sơ B được xử lý ….
    """

    clause: Commitment
    kin: _Draft | None
    piece: _Draft | None
    sentence: _Draft | None
    previous: _Draft | None
    end: Commitment
    last: Commitment
    said: str


@frozen
class _Reader:
    """Reads the commitments of one item one after the other."""

    text: str
    period: Period | None
    clauses: Sequence[Commitment]

    def drafts(self) -> Iterator[_Draft]:
        """One draft for each commitment; several for one clause that names several indices."""
        row: list[_Draft] = []
        sentences: dict[int, _Draft] = {}
        pieces: dict[int, _Draft] = {}
        ends = {clause.piece: clause for clause in self.clauses}
        lasts = {clause.sentence: clause for clause in self.clauses}
        for clause, said in zip(self.clauses, self._said(), strict=True):
            setting = _Setting(
                clause=clause,
                kin=row[clause.kin] if clause.kin >= 0 else None,
                piece=pieces.get(clause.piece),
                sentence=sentences.get(clause.sentence),
                previous=row[-1] if row else None,
                end=ends[clause.piece],
                last=lasts[clause.sentence],
                said=said,
            )
            draft = _Clause(self.text, self.period, setting).draft()
            sentences.setdefault(clause.sentence, draft)
            pieces.setdefault(clause.piece, draft)
            row.append(draft)
            yield from (evolve(draft, indicator=name) for name in draft.names or (draft.indicator,))

    def _said(self) -> list[str]:
        """For each clause the words of the later one that says what is to happen with its things too; empty for none."""
        row = [""] * len(self.clauses)
        for i in range(len(self.clauses) - 2, -1, -1):
            clause, following = self.clauses[i], self.clauses[i + 1]
            words = self.text[clause.start : min(clause.end, clause.start + _ROOM)]
            if clause.sentence != following.sentence or not lacks_predicate(words) or not (clause.anchor and following.anchor):
                continue
            if _side(clause.anchor) is None or _side(clause.anchor) != _side(following.anchor):
                continue
            words = self.text[following.start : min(following.end, following.start + _ROOM)]
            opens = _told(self.text[following.start : following.anchor.start])
            if not lacks_predicate(words) or ((due_words(words) or _WHEN.search(words)) and not row[i + 1]):
                row[i] = "" if opens else words
            else:
                row[i] = row[i + 1]
        return row


@frozen
class _Clause:
    """Reads one clause in its setting."""

    text: str
    period: Period | None
    setting: _Setting

    def draft(self) -> _Draft:
        clause, kin = self.setting.clause, self.setting.kin
        shared = kin or self.setting.piece
        way, before = self._way(), self.setting.previous
        due = self._due(shared, way)
        return _Draft(
            clause=clause,
            start=clause.start,
            end=self._end(way),
            requirement=self._requirement(way),
            indicator=self._indicator(way),
            scope=self._scope(),
            exclusion=self._exclusion(way),
            aspiration=self._aspires() or any(other is not None and other.aspiration for other in (kin, self.setting.piece)),
            accumulates=any(_GATHERS.search(words) for words in (self.words, self.frame))
            or (kin is not None and kin.accumulates),
            due=due,
            early=due_day(self.before, self.period) is not None or (self._follows() and before is not None and before.early),
            timed=self.setting.sentence.timed if self.setting.sentence else self._opens_with_time(),
            way=way,
            names=self._names(),
        )

    @property
    def words(self) -> str:
        """All words of the clause."""
        return self.text[self.setting.clause.start : self.setting.clause.end]

    @property
    def frame(self) -> str:
        """The words that open its sentence, up to a colon; as far as they may say something of the clause."""
        clause = self.setting.clause
        return self.text[max(clause.frame, clause.framed - _ROOM) : clause.framed]

    @property
    def before(self) -> str:
        """The words before its number; all of them where it has none."""
        clause = self.setting.clause
        return self.text[clause.start : clause.anchor.start] if clause.anchor else self.words

    @property
    def after(self) -> str:
        """The words after its number."""
        clause = self.setting.clause
        return self.text[clause.anchor.end : clause.end] if clause.anchor else ""

    def _way(self) -> Direction:
        """Whether the number is an amount of change; in a list of changes the verb stands once."""
        anchor, previous = self.setting.clause.anchor, self.setting.previous
        if anchor is None or isinstance(anchor.sign, Rank):
            return 0
        sign, bare = anchor.sign, not _told(self.before)
        led = self.text[self.setting.clause.start : sign.at]
        if way := direction(f"{self.frame} {led}" if self.frame and bare else led, sign, self.after):
            return way
        follows = previous is not None and previous.clause.sentence == self.setting.clause.sentence
        if previous is not None and previous.clause.anchor is not None and not self._follows():
            said = self.text[previous.clause.anchor.end : previous.clause.end]
            follows = follows and ", " not in said[:_ROOM]
        if sign.sense in _ABOVE or (sign.unit == "%" and sign.value == _ALL):
            return 0
        if previous is None or not follows or not bare:
            return 0
        lists = lacks_predicate(self.after) or COMPARED.search(self.after) is not None
        return previous.way if lacks_predicate(led) and lists else 0

    def _end(self, way: Direction) -> int:
        """Where the target ends; the baseline that closes a list of changes belongs to all of them, so to none."""
        clause, last = self.setting.clause, self.setting.last
        if way and clause.framed > clause.frame and clause is last and self.setting.sentence and clause.anchor:
            shared = COMPARED.search(self.text, clause.anchor.end, clause.end)
            return shared.start() if shared else clause.end
        return clause.end

    def _requirement(self, way: Direction) -> Requirement:
        clause, kin = self.setting.clause, self.setting.kin
        if clause.anchor is None:
            return continued(kin.requirement, self.words) if kin else pledge(self.words)
        sign = clause.anchor.sign
        if isinstance(sign, Rank):
            return RankUp(least=sign.least, most=sign.most, baseline=self._baseline()) if sign.up else RankWithin(sign.most)
        if way:
            return self._change(sign, way)
        return level(sign if sign.sense or not self.frame else evolve(sign, sense=sense_at_end(self.frame.rstrip(" :"))))

    def _change(self, sign: Measure, way: Direction) -> ReduceBy | IncreaseBy:
        change = ReduceBy if way < 0 else IncreaseBy
        also = equivalent(self.text[sign.after : self.setting.clause.end])
        return change(value=sign.value, unit=sign.unit, baseline=self._baseline(), equivalent=also)

    def _baseline(self) -> str:
        """With what a change is compared: in its clause, else where the sentence opens or closes."""
        last, end, head = self.setting.last, self.setting.end, self.setting.sentence
        opening = self.text[head.start : head.clause.anchor.start] if head and head.clause.anchor else ""
        elsewhere = last.piece != self.setting.clause.piece
        apart = elsewhere and (_YEARLY.search(self.words) or due_words(self.text[last.start : last.end])) is not None
        ending = self.text[end.anchor.end : end.end] if end.anchor else ""
        closing = self.text[last.anchor.end : last.end] if last.anchor and not apart else ""
        return next(filter(None, map(baseline, (self.words, self.frame, opening[:_ROOM], ending[:_ROOM], closing[:_ROOM]))), "")

    def _aspires(self) -> bool:
        """Whether the clause, what opens its sentence, or a frame before it says phấn đấu."""
        clause = self.setting.clause
        if _STANDING.match(self.text, clause.frame) or ASPIRED.search(self.frame):
            return True
        end = max(clause.start, clause.anchor.end) if clause.anchor else min(clause.end, clause.start + _OPENING)
        return ASPIRED.search(self.text, clause.start, end) is not None

    def _exclusion(self, way: Direction) -> str:
        kin = self.setting.kin
        found = map(exclusion, (self.words, self.frame, self._said(way)))
        return next(filter(None, found), kin.exclusion if kin else "")

    def _due(self, shared: _Draft | None, way: Direction) -> date | None:
        head = self.setting.sentence
        if due := due_day(self.words, self.period):
            return due
        if _ONWARDS.search(self.before if self.setting.clause.anchor else self.before[:_OPENING]):
            return None
        if due := due_day(self.frame, self.period) or due_day(self._said(way), self.period):
            return due
        previous = self.setting.previous
        if previous and self._follows() and previous.early:
            return previous.due
        if shared and (self.setting.kin or shared.early):
            return shared.due
        return head.due if head and head.timed else None

    def _said(self, way: Direction) -> str:
        """What a later clause says for this one too; of a change only where no semicolon parts them."""
        return "" if way and self.setting.last.piece != self.setting.clause.piece else self.setting.said

    def _follows(self) -> bool:
        """Whether the clause stands after another between the same hard stops."""
        previous = self.setting.previous
        return previous is not None and previous.clause.piece == self.setting.clause.piece

    def _opens_with_time(self) -> bool:
        clause = self.setting.clause
        opening = self.text[clause.frame : min(clause.end, clause.frame + _ROOM)]
        words = due_words(opening)
        return words is not None and not ASPIRED.sub("", opening[: words[0]]).strip(" ,:")

    def _names(self) -> tuple[str, ...]:
        """The names of several indices that the clause speaks of."""
        clause, kin = self.setting.clause, self.setting.kin
        if clause.anchor is None:
            return ()
        words = f"{self.frame}: {self.words}" if self.frame else self.words
        found = named_indices(words if _LISTED.search(words) else words[: len(words) - len(self.words) + len(self.before)])
        if not found and kin is not None and not _told(self.before):
            return kin.names
        return tuple(bare_words(words[slice(*name)]) for name in found)

    def _indicator(self, way: Direction) -> str:
        clause, kin = self.setting.clause, self.setting.kin
        if clause.anchor is None:
            return named(self.before, "", share=False)
        if kin is not None:
            return kin.indicator
        sign = clause.anchor.sign
        if isinstance(sign, Rank):
            return named(self.before or self.frame, "" if _told(self.before) else self.after, share=False)
        if way:
            return named(changed(self.before, bare_words(self.after)), "", share=False)
        if label(self.before[-_ROOM:]):
            return named("" if bare_words(self.after) else self.frame, self.after, share=sign.unit == "%", thing=sign.unit)
        subject = self.before if _told(self.before) or len(bare_words(self.frame).split()) < _NAMING else self.frame
        return named(subject, self.after, share=sign.unit == "%", thing=sign.unit)

    def _scope(self) -> str:
        front, back = (LEADING.sub("", bare_words(words[:_ROOM])) for words in (self.before, self.after))
        clause = self.setting.clause
        listed = self.setting.kin is not None or clause.framed > clause.frame
        if listed and (name := label(front)):
            return _AT.sub("", name)
        if found := placed(self.after) or scope(back) or scope(front):
            return found
        return _AT.sub("", label(self.frame)) if self.setting.sentence is None else ""


def _side(anchor: Anchor) -> bool | None:
    """Whether a number bounds its thing from above; None for a rank, which says by itself what is to happen."""
    return None if isinstance(anchor.sign, Rank) else anchor.sign.sense in _ABOVE


@lru_cache(maxsize=_RECENT)
def _told(words: str) -> str:
    """What is left of the words before a number without those that only join or bind."""
    return bare_words(JOINTS.sub("", words[:_ROOM])).strip(" ,;:")
