"""The paragraphs of a document as the sections they make (phần, mục, điểm): each with what lies below it.

The look of its marker tells how deep a paragraph lies: a look that is new opens a list within the last, one that was seen
before goes on with its own. Numbers may repeat or be missing, as they do on real paper.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from cchc.reading.passage import Passage
from cchc.reading.prose.blocks import Block
from cchc.reading.prose.markers import Style

__all__ = ["Section", "arrange"]

_LONGEST_HEADING = 160
_ENDS = (".", ";", ",")


@frozen
class Section:
    """A paragraph and the paragraphs below it; `path` holds the codes down to its own, bullets by their number."""

    block: Block
    path: tuple[str, ...]
    children: tuple["Section", ...] = ()

    @property
    def words(self) -> Passage:
        """The words of the paragraph itself."""
        return self.block.words

    def walk(self) -> Iterator["Section"]:
        """The section and everything below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def arrange(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The sections that paragraphs make, in order; every paragraph is in one."""
    return _below(list(zip(blocks, _depths(blocks), strict=True)), ())


def _depths(blocks: Sequence[Block]) -> Iterator[int]:
    """How deep each paragraph lies: what has no marker lies below the last that has one."""
    open_looks: list[tuple[Style, int]] = []
    for block in blocks:
        if block.style is Style.NONE and not _is_title(block):
            yield len(open_looks)
            continue
        look = _look(block)
        if look in open_looks:
            del open_looks[open_looks.index(look) :]
        elif look[0] in _OUTERMOST:
            del open_looks[next((i for i, (style, _) in enumerate(open_looks) if _outer(look[0], style)), len(open_looks)) :]
        yield len(open_looks)
        open_looks.append(look)


_OUTERMOST = (Style.PART, Style.CAPITAL, Style.ROMAN, Style.ARTICLE)
"""The looks that never lie within one that comes after them here, nor within any other."""


def _outer(look: Style, other: Style) -> bool:
    """Whether `look` can only lie above `other`."""
    return other not in _OUTERMOST or _OUTERMOST.index(look) < _OUTERMOST.index(other)


def _look(block: Block) -> tuple[Style, int]:
    """What tells lists apart: the style of the marker, or the depth of a heading without one."""
    return block.style, (block.level or 1) if block.style is Style.NONE else 0


def _is_title(block: Block) -> bool:
    """Whether a paragraph without a marker is a heading by its looks."""
    short = len(block.words.text) <= _LONGEST_HEADING and not block.words.text.endswith(_ENDS)
    return short and (block.level > 0 or block.bold or block.capital)


def _below(blocks: Sequence[tuple[Block, int]], path: tuple[str, ...]) -> tuple[Section, ...]:
    sections: list[Section] = []
    bullets = at = 0
    while at < len(blocks):
        block, depth = blocks[at]
        end = at + 1
        while end < len(blocks) and blocks[end][1] > depth:
            end += 1
        bullets += not block.code
        here = _placed(path, block.code or str(bullets))
        sections.append(Section(block, here, _below(blocks[at + 1 : end], here)))
        at = end
    return tuple(sections)


def _placed(path: tuple[str, ...], code: str) -> tuple[str, ...]:
    """The path of a code below `path`; ``2.1`` says itself that it lies below ``2``."""
    return (*path[:-1], code) if path and code.startswith(f"{path[-1]}.") else (*path, code)
