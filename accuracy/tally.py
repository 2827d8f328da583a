"""Precision and recall by field, and every miss with its place, so that a number can be walked back to the words."""

from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

__all__ = ["Miss", "Tally", "table"]


@frozen
class Miss:
    """Something read wrongly, not read, or read where nothing is: the paper, the field, the place, both answers."""

    paper: str
    field: str
    place: str
    expected: str
    found: str

    def __str__(self) -> str:
        return (
            f"{self.paper} · {self.field} · {self.place}\n    expected {self.expected or '—'}\n    found    {self.found or '—'}"
        )


@define
class _Counts:
    right: int = 0
    expected: int = 0
    found: int = 0


@define
class Tally:
    """Counts by field over as many papers as are added."""

    paper: str = ""
    counts: dict[str, _Counts] = field(factory=dict)
    misses: list[Miss] = field(factory=list)

    def judge(self, name: str, place: str, expected: object, found: object, *, right: bool) -> None:
        """Count an answer; an empty side is one that is not there: then nothing was expected, or nothing found."""
        counts = self.counts.setdefault(name, _Counts())
        counts.expected += bool(expected)
        counts.found += bool(found)
        if right:
            counts.right += bool(expected) and bool(found)
        else:
            self.misses.append(Miss(self.paper, name, place, _shown(expected), _shown(found)))

    def add(self, other: "Tally") -> None:
        """Count another paper in."""
        for name, more in other.counts.items():
            mine = self.counts.setdefault(name, _Counts())
            mine.right += more.right
            mine.expected += more.expected
            mine.found += more.found
        self.misses += other.misses

    def recall(self, name: str) -> int:
        """How many of a hundred expected were found rightly, rounded down; 100 where none was expected."""
        counts = self.counts.get(name, _Counts())
        return 100 * counts.right // counts.expected if counts.expected else 100

    def precision(self, name: str) -> int:
        """How many of a hundred found are right, rounded down; 100 where none was found."""
        counts = self.counts.get(name, _Counts())
        return 100 * counts.right // counts.found if counts.found else 100


def _shown(value: object) -> str:
    text = "; ".join(map(str, value)) if isinstance(value, tuple | list) else "" if value is None else str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


_LONGEST_SHOWN = 300


def table(tallies: Iterable[tuple[str, Tally]]) -> Iterator[str]:
    """Lines of a table: for each group of papers its fields with precision, recall and the counts behind them."""
    yield f"{'':24}{'precision':>10}{'recall':>8}{'right':>8}{'expected':>10}{'found':>7}"
    for title, tally in tallies:
        yield title
        for name, counts in tally.counts.items():
            precision, recall = (_percent(counts.right, whole) for whole in (counts.found, counts.expected))
            yield f"  {name:22}{precision:>10}{recall:>8}{counts.right:>8}{counts.expected:>10}{counts.found:>7}"


def _percent(part: int, whole: int) -> str:
    if not whole:
        return "–"
    tenths = 1000 * part // whole
    return f"{tenths // 10},{tenths % 10}%"
