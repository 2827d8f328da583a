"""The clauses of a statement (câu, vế, phần trong ngoặc) and where in them its figures stand.

A figure is understood by its own clause: the words from the last stop or the last figure up to it, and those after it up to the
next. Brackets are clauses apart, and belong to the figure before them.
"""

import re
from collections.abc import Iterator

from attrs import define, evolve, frozen

from cchc.reading.figures.figures import Figure, find_figures

__all__ = ["Clause", "Layout", "Marker", "lay_out"]


@frozen(kw_only=True)
class Clause:
    """A figure with the words around it.

    `group` is where the bracket around it opens, -1 outside of all; `owner` the number of the figure that this bracket
    follows, or -1. `sentence` and `item` are where those begin that a full stop and a semicolon end. `left` are the words
    since the last figure or item, `right` those up to the next stop.
    """

    figure: Figure
    group: int
    owner: int
    sentence: int
    item: int
    start: int
    left: str
    right: str


@frozen(kw_only=True)
class Marker:
    """Words that open the parts of a total: ``trong đó:``, ``gồm``, ``cụ thể``; `before` figures stand before them."""

    words: str
    start: int
    end: int
    group: int
    sentence: int
    before: int
    owner: int

    @property
    def lists(self) -> bool:
        """Whether a colon announces a list."""
        return self.words.endswith(":")


@frozen(kw_only=True)
class Layout:
    """A statement's `text`, its figures in their clauses, and the words that open parts."""

    text: str
    clauses: tuple[Clause, ...]
    markers: tuple[Marker, ...]


@define
class _Frame:
    """An open bracket, or the text outside of all, as far as it has been walked."""

    start: int
    owner: int
    sentence: int
    item: int
    after: int
    last: int = -1
    said: int = -1


_EVENT = re.compile(
    r"(?P<open>[(\[])|(?P<close>[)\]])|(?P<item>;)|(?P<comma>,(?= ))|(?P<colon>:(?= ))"
    r"|(?P<stop>(?<!TP)(?<!TX)(?<!TT)(?<!v\.v)(?<![ .][A-ZĐ])[.!?…](?: ?$| (?=[+•“\"A-ZĐÀ-ỸƠƯ0-9-]))|(?: \+|"
    r"•) (?=[A-ZĐÀ-ỸƠƯ]))"
    r"|(?<!\w)(?P<marker>(?i:trong đó|trong số (?:đó|này)|bao gồm(?! cả)|gồm|cụ thể|chia ra|chia theo \w+(?: \w+)?)"
    r"(?:,? (?:có|là|như sau|gồm|bao gồm)(?!\w))*(?: ?:)?)(?!\w)"
)
_BEYOND = re.compile(r"\([^()]{1,60}\) (so (?:với )?[^,;:.()]*|cùng kỳ[^,;:.()]*)")
_SIGNS = frozenset(("", *",;:.!?…()[]"))
_DEEPEST = 4


def lay_out(text: str) -> Layout:
    """The clauses of a text (in NFC, single spaces)."""
    figures = tuple(find_figures(text))
    clauses: list[Clause] = []
    markers: list[Marker] = []
    frames = [_Frame(-1, -1, 0, 0, 0)]
    rights: list[int] = []
    for at, event in _events(text, figures):
        if len(rights) < len(clauses):
            rights.append(at)
        frame = frames[-1]
        if isinstance(event, Figure):
            frame.last = len(clauses)
            clauses.append(_clause(text, event, frame))
            frame.after = frame.said = event.end
        elif event.lastgroup == "marker":
            markers.append(_marker(event, frame, len(clauses)))
            frame.after = event.end()
        else:
            _step(frames, event)
    rights += [len(text)] * (len(clauses) - len(rights))
    return Layout(
        text=text,
        clauses=tuple(_ended(text, clause, end) for clause, end in zip(clauses, rights, strict=True)),
        markers=tuple(markers),
    )


def _events(text: str, figures: tuple[Figure, ...]) -> Iterator[tuple[int, "Figure | re.Match[str]"]]:
    """Figures and the signs between them, in order; a sign within a figure is the figure's own."""
    signs = _EVENT.finditer(text)
    sign = next(signs, None)
    for figure in figures:
        start = figure.start - len(figure.hedge) - bool(figure.hedge)
        while sign and sign.start() < figure.start:
            yield sign.start(), sign
            sign = next(signs, None)
        yield start, figure
        while sign and sign.start() < figure.end:
            sign = next(signs, None)
    while sign:
        yield sign.start(), sign
        sign = next(signs, None)


def _step(frames: list[_Frame], event: re.Match[str]) -> None:
    """Walk over a sign: brackets open and close, sentences and items begin."""
    frame, kind, end = frames[-1], event.lastgroup, event.end()
    if kind == "open" and len(frames) < _DEEPEST:
        frames.append(_Frame(event.start(), frame.last, end, end, end))
    elif kind == "close" and len(frames) > 1:
        frames.pop()
    elif kind in ("stop", "item"):
        frame.item = frame.after = end
        frame.last = -1
        if kind == "stop":
            frame.sentence = end


def _clause(text: str, figure: Figure, frame: _Frame) -> Clause:
    end = figure.start - len(figure.hedge) - bool(figure.hedge)
    start = _own_start(text, frame, end)
    return Clause(
        figure=figure,
        group=frame.start,
        owner=frame.owner,
        sentence=frame.sentence,
        item=frame.item,
        start=start,
        left=_without_brackets(text[start:end]),
        right="",
    )


def _own_start(text: str, frame: _Frame, end: int) -> int:
    """Where the words of a figure begin: not with those that still speak of the figure before."""
    if frame.after == frame.said and frame.after < end:
        between = _BRACKETS.sub(lambda bracket: "_" * len(bracket[0]), f"{text[frame.after : end]} ")
        comma, also = between.find(", "), between.rfind(" và ")
        if comma >= 0 or also >= 0:
            return frame.after + (comma + 2 if comma >= 0 else also + 4)
    return frame.after


def _ended(text: str, clause: Clause, end: int) -> Clause:
    right = text[clause.figure.end : max(end, clause.figure.end)]
    if text[end : end + 1] not in _SIGNS and " và " in f"{right} ":
        right = f"{right} "[: f"{right} ".rfind(" và ")]
    elif beyond := _BEYOND.match(text, end):
        right = f"{right} {beyond[1]}"
    return evolve(clause, right=right.strip())


def _marker(event: re.Match[str], frame: _Frame, before: int) -> Marker:
    return Marker(
        words=event[0].casefold(),
        start=event.start(),
        end=event.end(),
        group=frame.start,
        sentence=frame.sentence,
        before=before,
        owner=frame.owner,
    )


_BRACKETS = re.compile(r" ?[(\[][^()\[\]]*[)\]]")


def _without_brackets(text: str) -> str:
    while "(" in text or "[" in text:
        shorter = _BRACKETS.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text.strip()
