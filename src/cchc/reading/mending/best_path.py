"""The likeliest sentence (câu có khả năng nhất): the choice that reads best as a whole.

A few of the best beginnings are kept at each word, so the work grows with the length of the text and with nothing else.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import exp
from operator import itemgetter

from cchc.reading.mending.lexicon import lexicon

__all__ = ["Choice", "best_path", "confidence"]

Choice = tuple[str, int]
"""A word that may have been printed, and what it costs to see what is seen in its place."""

_KEPT, _NEAR = 6, 600


@lru_cache(maxsize=1 << 16)
def _cost(before: str, last: str, word: str) -> int:
    return lexicon().cost(before, last, word)


def best_path(sentence: Sequence[Sequence[Choice]]) -> tuple[int, ...]:
    """For each word of a sentence, which of its choices reads best."""
    beginnings: dict[tuple[str, str], tuple[int, int]] = {("", ""): (0, -1)}
    trail: list[list[tuple[int, int]]] = []
    for choices in sentence:
        steps: list[tuple[int, int]] = []
        ends: dict[tuple[str, str], tuple[int, int]] = {}
        for (before, last), (cost, step) in beginnings.items():
            for number, (word, seen) in enumerate(choices):
                total = cost + seen + _cost(before, last, word)
                known = ends.get((last, word))
                if known is None or total < known[0]:
                    ends[last, word] = (total, len(steps))
                    steps.append((step, number))
        trail.append(steps)
        best = min(ends.values())[0]
        near = [end for end in ends.items() if end[1][0] < best + _NEAR]
        beginnings = dict(sorted(near, key=itemgetter(1))[:_KEPT])
    chosen: list[int] = []
    closed = [(cost + lexicon().closing_cost(last), step) for (_, last), (cost, step) in beginnings.items()]
    step = min(closed)[1]
    for steps in reversed(trail):
        step, number = steps[step]
        chosen.append(number)
    return tuple(reversed(chosen))


def confidence(choices: Sequence[Choice], chosen: int, around: tuple[str, str, str, str]) -> int:
    """How sure the chosen word is among its choices, in whole percent, given the two words before it and the two after."""
    before, last, following, after = around
    costs: list[int] = []
    for word, seen in choices:
        cost = seen + _cost(before, last, word)
        if following:
            cost += _cost(last, word, following)
        if after:
            cost += _cost(word, following, after)
        costs.append(cost)
    least = min(costs)
    weights = [exp((least - cost) / 100) for cost in costs]
    return min(99, int(100 * weights[chosen] / sum(weights)))
