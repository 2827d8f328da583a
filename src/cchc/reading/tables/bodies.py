"""The agencies that a cell names (cơ quan chủ trì, phối hợp), one by one.

They part at semicolons, bullets and lines, at a comma or "và" between two bodies; "các sở, ban, ngành" is one. A head that
several share is given to each: "UBND cấp huyện, cấp xã" are two bodies.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, frozen

from cchc.reading.tables.body_words import (
    CLOSED,
    FIELD,
    HEADLESS,
    ITEMS,
    LEVEL,
    LISTED,
    MANY,
    NAMED,
    NOUN,
    OFFICE,
    ON_A_LINE,
    PLACE,
    UNFINISHED,
    WHOLE,
)
from cchc.reading.tables.cell_lines import BULLETS, cell_items
from cchc.reading.tables.letters import CAPITALS

__all__ = ["split_bodies"]

_SEPARATOR = re.compile(
    rf"\s*(?P<comma>,)\s*(?:(?:và|hoặc|cùng)\s+)?|\s+(?P<joined>và|hoặc|cùng với|cùng)\s+|\s*(?P<line>\n)\s*(?=[{CAPITALS}])"
    rf"|(?<=\w)(?P<dot>\.)\s+(?=[^\W\d_])|\s*(?P<slash>/)\s*|\s+(?P<dash>[{re.escape(BULLETS)}])\s+"
)
_LABEL = re.compile(r"[^:]{1,80}:\s*")
_EDGES = " \t\n,;.:…" + BULLETS
_MINISTERIAL = re.compile(r"(sở),? (ban),? (ngành)(?!\w)", re.IGNORECASE)
_SHARING = frozenset({"sở", "phòng", "ban", "bộ", "cục", "chi cục", "vụ"})
_REACH = 100  # a head stands within so many characters of its body's beginning
_DISTRICTS = frozenset({"huyện", "quận", "thị xã", "thành phố", "tp", "tp.", "tx", "tx."})


@frozen(kw_only=True)
class _Body:
    """A body as it grows: `given` and characters `start` up to `end` of its segment.

    `head` is what it may share with the next, `given` what it was given of the one before; `last` is where its last chunk
    begins; `named` says that it has a name of its own, `listing` that a list of names follows its head.
    """

    start: int
    end: int
    last: int
    given: str = ""
    head: str = ""
    named: bool = False
    listing: bool = False
    first: str = ""

    def words(self, segment: str) -> str:
        return self.given + segment[self.start : self.end]


@lru_cache(maxsize=4096)
def split_bodies(text: str) -> tuple[str, ...]:
    """The bodies that the words of a cell name, in order, each with a capital first; line breaks in `text` count.

    Total: no word is lost but "và", "các" before a list of names, and a label such as "Theo dõi:".

    >>> split_bodies("Các sở, ban, ngành; HĐND, UBND cấp huyện")
    ('Các sở, ban, ngành', 'HĐND cấp huyện', 'UBND cấp huyện')
    """
    names: list[str] = []
    for piece in cell_items(text):
        segment = _unlabelled(piece.strip(_EDGES))
        found = [(body.words(segment), bool(body.given)) for body in _bodies(segment)]
        names += _with_tails([(_with_level(found[0][0], names), False), *found[1:]] if found else [])
    return tuple(name for text in names if (name := _polished(text)))


def _polished(text: str) -> str:
    name = _MINISTERIAL.sub(r"\1, \2, \3", " ".join(text.split()).strip(_EDGES))
    return name[:1].upper() + name[1:]


def _unlabelled(segment: str) -> str:
    """Without the label before a body: "Theo dõi: các sở …"; a list of names keeps what they are names of."""
    label = _LABEL.match(segment)
    if label and not NAMED.match(segment) and not LISTED.match(segment) and _opens(segment[label.end() :]):
        return segment[label.end() :]
    return segment


def _opens(words: str) -> bool:
    """Whether the words begin a body."""
    return any(pattern.match(words) for pattern in (MANY, NAMED, NOUN, LEVEL))


def _bodies(segment: str) -> Iterator[_Body]:
    """The bodies of a segment without semicolons."""
    flat = segment.replace("\n", " ")
    chunks = _chunks(segment, flat)
    start, end, _ = next(chunks)
    body = _first(flat, start, end)
    for start, end, mark in chunks:
        following = _next(body, mark, flat, start, end)
        if following is None:
            body = evolve(body, end=end, last=start)
        else:
            yield body
            body = following
    yield body


def _chunks(segment: str, flat: str) -> Iterator[tuple[int, int, str]]:
    """What stands between separators, each with the kind of the one before it; those within a name or brackets part nothing."""
    wholes = WHOLE.finditer(flat)
    whole = next(wholes, None)
    mark = ""
    start = 0
    for match in _SEPARATOR.finditer(segment):
        while whole and whole.end() <= match.start():
            whole = next(wholes, None)
        if whole and whole.start() < match.end():
            continue
        yield start, match.start(), mark
        mark, start = match.lastgroup or "", match.end()
    yield start, len(segment), mark


def _first(flat: str, start: int, end: int, given: str = "") -> _Body:
    """The body that a chunk begins."""
    chunk = flat[start:end]
    if listed := LISTED.match(flat, start):
        head = listed["head"].capitalize()
        return _Body(
            start=listed.end(),
            end=end,
            last=start,
            given=f"{head} ",
            head=head,
            named=True,
            listing=bool(listed["colon"]),
        )
    if many := MANY.match(flat, start):
        return _Body(start=start, end=end, last=start, given=given, first=many["of"].casefold())
    if named := (NAMED.match(given + chunk) if given else _named(flat, start, end)):
        return _Body(start=start, end=end, last=start, given=given, head=named["head"], named=True)
    noun = NOUN.match(chunk)
    return _Body(start=start, end=end, last=start, given=given, first=noun["of"].casefold() if noun else "")


def _named(flat: str, start: int, end: int) -> re.Match[str] | None:
    """The name that a chunk begins; one in capitals may go on over a line, a noun in small letters ends there."""
    return NAMED.match(flat, start) if flat[start : start + 1].isupper() else NAMED.match(flat[start:end])


def _next(body: _Body, mark: str, flat: str, start: int, end: int) -> _Body | None:
    """The body that a chunk begins after another, or None where it goes on with that one."""
    chunk, before = flat[start:end], flat[body.last : body.end]
    if mark not in {"comma", "joined"}:
        listed = body.last > body.start and NOUN.fullmatch(before) is not None
        complete = listed or (OFFICE.fullmatch(before) and OFFICE.match(flat, start)) or not UNFINISHED.fullmatch(before)
        apart = complete and (MANY.match(flat, start) or _named(flat, start, end) or ON_A_LINE.match(flat, start))
        return _first(flat, start, end) if apart else None
    if body.named and (stem := _stem(body.given + flat[body.start : min(body.end, body.start + _REACH)], chunk)):
        return evolve(_first(flat, start, end, stem), head=body.head, named=True)
    noun = NOUN.match(chunk)
    listed = noun is not None and chunk[0].islower() and bool(body.first) and bool(_noun_at_end(before))
    named = NAMED.match(chunk) if body.first and NOUN.fullmatch(chunk) else _named(flat, start, end)
    if not listed and (MANY.match(flat, start) or LISTED.match(flat, start) or named):
        return _first(flat, start, end)
    if body.head.casefold() in _SHARING and chunk[:1].isupper() and _is_shared(body, before, chunk, mark):
        return _Body(start=start, end=end, last=start, given=f"{body.head} ", head=body.head, named=True, listing=body.listing)
    if noun and not _goes_on(body, before, noun, joined=mark == "joined"):
        return _first(flat, start, end)
    return None


def _is_shared(body: _Body, before: str, chunk: str, mark: str) -> bool:
    """Whether a chunk is a department after the head of the one before: "Sở Nội vụ, Tài chính", no "Sở Y tế và Dân số"."""
    known = FIELD.match(chunk) is not None
    if mark == "joined" and not body.listing:
        return known and FIELD.fullmatch(before.removeprefix(body.head).strip()) is not None
    return known or body.listing


def _goes_on(body: _Body, before: str, noun: re.Match[str], *, joined: bool) -> bool:
    """Whether a noun for many bodies goes on with a list: "các sở, ban, ngành", "UBND các huyện, thị xã"."""
    item = _noun_at_end(before)
    if body.named:
        return bool(item) and (PLACE.fullmatch(item) is None or PLACE.match(noun[0]) is not None)
    if item:
        said_more = noun.end() < len(noun.string)
        return not (joined and said_more and body.first in {"sở", "ban", "ngành", "bộ"})
    return not joined and body.first not in {"", noun["of"].casefold()} and not CLOSED.search(before)


def _noun_at_end(chunk: str) -> str:
    """The bare noun that a chunk ends with: "cơ quan" in "thủ trưởng các cơ quan"; capitals are of a name."""
    if MANY.fullmatch(chunk) or NOUN.fullmatch(chunk):
        chunk = chunk.casefold()
    words = chunk.split()[-2:]
    if words == ["các", "tỉnh"]:
        return "tỉnh"
    return next((noun for noun in (" ".join(words), *words[-1:]) if noun in ITEMS), "")


def _stem(words: str, chunk: str) -> str:
    """What a body shares with a chunk that only names another level: "UBND " in "UBND cấp huyện, cấp xã"."""
    if LEVEL.match(chunk) and (level := LEVEL.search(words)):
        return words[: level.start()]
    head = HEADLESS.match(words)
    place = PLACE.fullmatch(chunk)
    if place and (level := LEVEL.search(words)) and level.end() == len(words):
        return words[: level.start()] + "cấp "
    if head is None:
        return ""
    many = MANY.match(chunk)
    other = place and (here := PLACE.fullmatch(words, head.end() + 1)) and _is_district(here["of"]) != _is_district(place["of"])
    return f"{head[0]} " if other or LEVEL.match(chunk) or (many and PLACE.fullmatch(many["of"])) else ""


def _is_district(place: str) -> bool:
    return place.casefold() in _DISTRICTS


def _with_level(text: str, names: list[str]) -> str:
    """A lone level after a semicolon with the head before it: "UBND cấp huyện; cấp xã"."""
    return _stem(names[-1], text) + text if names and LEVEL.match(text) else text


def _with_tails(found: list[tuple[str, bool]]) -> list[str]:
    """Bodies that name no unit with the unit that follows: "HĐND, UBND xã"; beside each, whether it was given a head."""
    names: list[str] = []
    tails: list[str] = []
    goes_on = False
    for text, given in reversed(found):
        head = HEADLESS.match(text)
        if head and head.end() == len(text):
            names += reversed([text + tail for tail in tails] or [text])
            continue
        if not goes_on:
            tails = []
        if head:
            tails = [text[head.end() :], *tails]
        goes_on = given and bool(head)
        names.append(text)
    return names[::-1]
