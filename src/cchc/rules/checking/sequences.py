"""What is wrong with the numbers of a list (đánh số trùng, nhảy số, sai thứ tự), and how sure one may be of it.

A list may hold others of the same look, begin again, or go on after one within it: a number that such a reading explains is no
slip. Where hardly any number follows the one before, what was taken for a list is none, and nothing is said.
"""

from collections.abc import Sequence
from enum import Enum

from attrs import define, field, frozen

__all__ = ["Slip", "SlipKind", "find_slips"]

_MANY = 6  # one slip among so many numbers, and one more, may be the writer's; more are the reader's
_MOST_SKIPPED, _MOST_SKIPPED_AT_THE_END = 9, 2
_AFTER_FIRST = 2


class SlipKind(Enum):
    """What a number does that it should not."""

    REPEATED = "repeated"
    SKIPPING = "skipping"
    MISPLACED = "misplaced"


@frozen(kw_only=True)
class Slip:
    """The number at place `at` of a list is wrong; `expected` should stand there.

    `sure` says that the numbers after it bear it out; `again` that the same number is repeated and the list goes on from it.
    """

    at: int
    kind: SlipKind
    expected: int
    sure: bool = True
    again: bool = False


def find_slips(orders: Sequence[int], *, lasts: int = _MOST_SKIPPED) -> tuple[Slip, ...]:
    """The slips of a list whose items count as `orders`; no more than `lasts` numbers are skipped at once by a writer.

    >>> [(slip.kind.value, slip.at, slip.expected) for slip in find_slips((1, 2, 2, 3, 4, 7, 8))]
    [('repeated', 2, 3), ('skipping', 5, 5)]
    """
    walk = _Walk(orders=tuple(orders), most=lasts)
    walk.go()
    if len(walk.slips) + walk.strange > 1 + len(orders) // _MANY:
        return ()
    return tuple(slip for _, slip in walk.slips)


@define(kw_only=True)
class _Walk:
    """Goes through a list, with the last number of each list that is open; a slip is kept with how many were open."""

    orders: tuple[int, ...]
    most: int
    slips: list[tuple[int, Slip]] = field(factory=list)
    strange: int = 0
    _open: list[int] = field(factory=list)
    _at: int = 0

    def go(self) -> None:
        """Take every number in turn."""
        while self._at < len(self.orders):
            self._take(self.orders[self._at], self._next(1))
            self._at += 1

    def _next(self, steps: int) -> int:
        at = self._at + steps
        return self.orders[at] if at < len(self.orders) else 0

    def _take(self, number: int, then: int) -> None:
        expected = self._open[-1] + 1 if self._open else number
        if number == expected:
            self._open[-1:] = [number]
        elif then == expected + 1:
            kind = SlipKind.REPEATED if self.orders.count(number) > 1 else SlipKind.MISPLACED
            self._slip(kind, expected)
            self._open[-1] = expected
        elif self._goes_on_outside(number):
            pass
        elif number == 1:
            if expected == number + 1:
                self._slip(SlipKind.REPEATED, expected, sure=then == expected, again=then == expected)
            self._open.append(number)
        elif number == expected - 1:
            self._slip(SlipKind.REPEATED, expected, sure=then == expected, again=then == expected)
        else:
            self._strays(number, then, expected)

    def _goes_on_outside(self, number: int) -> bool:
        """Whether a number goes on with a list around the innermost: a 1 repeated then was the first of the one within."""
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth - 1] + 1 == number:
                self._open[depth - 1 :] = [number]
                self.slips = [(at, slip) for at, slip in self.slips if at < depth or slip.expected != _AFTER_FIRST]
                return True
        return False

    def _strays(self, number: int, then: int, expected: int) -> None:
        """A number that is neither the next of any open list, nor a first, nor the last again."""
        ended = then in (0, 1)
        if then == expected:
            if number == expected + 1 and self._next(2) in (0, 1, expected + 2):
                self._slip(SlipKind.MISPLACED, expected)
                self._open[-1] = number
                self._at += 1
            elif number < expected:
                self._slip(SlipKind.REPEATED, expected, sure=False)
        elif number > expected and self._skips(number - expected, ended=ended, goes_on=then == number + 1):
            self._slip(SlipKind.SKIPPING, expected, sure=not ended)
            self._open[-1] = number
        elif number < expected and ended and number in self.orders[: self._at]:
            self._slip(SlipKind.REPEATED, expected, sure=False)
            self._open[-1] = expected
        else:
            self.strange += 1
            self._open[-1] = number

    def _skips(self, missing: int, *, ended: bool, goes_on: bool) -> bool:
        return missing <= (min(_MOST_SKIPPED_AT_THE_END, self.most) if ended else self.most if goes_on else 0)

    def _slip(self, kind: SlipKind, expected: int, *, sure: bool = True, again: bool = False) -> None:
        slip = Slip(at=self._at, kind=kind, expected=expected, sure=sure, again=again)
        self.slips.append((len(self._open), slip))
