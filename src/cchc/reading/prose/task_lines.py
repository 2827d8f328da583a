"""The lines that say more of an item by labels (dòng nêu chủ trì, thời gian, sản phẩm): below it, or after it in the same list.

A label without a value may have a list of them below it.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field, frozen

from cchc.reading.passage import Passage
from cchc.reading.prose.items import Item
from cchc.reading.prose.markers import BULLETS, Style
from cchc.reading.prose.task_labels import Labelled
from cchc.reading.tables.roles import Role

__all__ = ["Lines", "gather_lines"]

_NOWHERE = -1
_EACH = 2
_LISTED = BULLETS | {Style.NONE, Style.LETTER, Style.BRACKETED}


@frozen
class Lines:
    """The positions of lines, and what they say."""

    at: tuple[int, ...] = ()
    parts: tuple[tuple[Role, Passage], ...] = ()


def gather_lines(items: Sequence[Item], said: Mapping[int, Labelled], headings: frozenset[int]) -> Mapping[int, Lines]:
    """The lines that say more of each item, by its position; `headings` are those of no item of a list.

    `said` is what the items say by labels, those left out that say nothing.
    """
    tree = _Tree(items, said, headings)
    found: dict[int, Lines] = {}
    for at, one in said.items():
        values = tuple(tree.values_below(at))
        owner = tree.owner(at) if one.opens else at
        if owner not in said or (one.opens and owner in headings) or not (one.opens or values):
            continue
        listed = tuple((one.parts[-1][0], said[value].title) for value in values)
        before = found.get(owner, Lines())
        own, parts = ((at,), one.parts) if one.opens else ((), ())
        found[owner] = Lines((*before.at, *own, *values), (*before.parts, *parts, *listed))
    return found


@define
class _Tree:
    """Items with what each lies below."""

    items: Sequence[Item]
    said: Mapping[int, Labelled]
    headings: frozenset[int]
    _parents: list[int] = field(factory=list)
    _children: dict[int, list[int]] = field(factory=dict)
    _owners: dict[int, int] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        above: list[int] = []
        for at, item in enumerate(self.items):
            while above and self.items[above[-1]].depth >= item.depth:
                above.pop()
            parent = above[-1] if above else _NOWHERE
            self._parents.append(parent)
            self._children.setdefault(parent, []).append(at)
            above.append(at)

    def owner(self, at: int) -> int:
        """The item that a line says more of; to be asked line after line."""
        if at - 1 in self._owners and self._parents[at - 1] == self._parents[at]:
            found = self._owners[at - 1]
        else:
            found = self._owner(at, self._parents[at])
        self._owners[at] = found
        return found

    def _owner(self, at: int, parent: int) -> int:
        """What a line lies below, or the item before it where each of the list has its lines."""
        if self._opens_anew(at - 1):
            return at - 1
        if parent in self._owners:
            return self._owners[parent]
        if self.items[at].style is Style.NONE and self._ends_list(parent):
            return self._parents[parent]
        siblings = self._children[parent]
        before = [one for one in siblings if one < at and self._names(one)]
        if not before or (not self._heads(parent) and self._runs(siblings) < _EACH):
            return parent
        return before[-1]

    def _opens_anew(self, at: int) -> bool:
        """Whether an item without a marker, after a line with a label, is the next task: "Nhiệm vụ 2. …"."""
        return at >= 0 and self.items[at].style is Style.NONE and self._names(at) and self._parents[at] in self._owners

    def _ends_list(self, at: int) -> bool:
        """Whether an item is the last of a list below another, of which none has lines: they stand after all of it."""
        above = self._parents[at] if at >= 0 else _NOWHERE
        siblings = [one for one in self._children[above] if self._names(one)]
        if self._heads(above) or at not in siblings or len(siblings) < _EACH or self.items[at].style not in BULLETS:
            return False
        below = [self._children.get(one, ()) for one in siblings if one != at]
        return not any(self.said[child].kinds for children in below for child in children if child in self.said)

    def _heads(self, at: int) -> bool:
        return at == _NOWHERE or at in self.headings

    def _names(self, at: int) -> bool:
        """Whether an item may be a task's name."""
        return at in self.said and not self.said[at].opens and not self.said[at].aside

    def _runs(self, siblings: Sequence[int]) -> int:
        """How many times lines with labels follow on something else."""
        opens = [self.said[one].opens for one in siblings if one in self.said and not self.said[one].aside]
        return sum(here and not before for before, here in zip([False, *opens], opens, strict=False))

    def values_below(self, at: int) -> Iterator[int]:
        """The items that list the values of an item's last label, which has none itself or has more below it."""
        one = self.said[at]
        blank = bool(one.parts) and not one.parts[-1][1] and self.items[at].words.text.endswith(":")
        if not (blank or one.opens):
            return
        for value in range(at + 1, len(self.items)):
            item = self.items[value]
            deeper = item.depth > self.items[at].depth and (blank or item.style is not Style.NONE)
            beside = blank and item.depth == self.items[at].depth and item.style is not self.items[at].style
            if value not in self.said or self.said[value].kinds or not (deeper or (beside and item.style in _LISTED)):
                return
            yield value
