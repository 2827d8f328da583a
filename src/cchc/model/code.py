"""Codes of sections, criteria and rows (mã, số thứ tự) as tuples of segments.

``2.1`` is not a prefix of ``2.10``; list letters run a b c d đ e ê g …, as in Vietnamese documents; capitals made of
I, V and X are Roman numerals.
"""

import re
from collections.abc import Iterable
from typing import Self

from attrs import field, frozen

from cchc.model.errors import InvalidInput, Problem
from cchc.model.text import plain

__all__ = ["Code"]

_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"
_ROMAN = re.compile(r"(?=.)X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_SEGMENT = re.compile(rf"[0-9]{{1,9}}|[{_LETTERS}]{{1,9}}|[{_LETTERS.upper()}]{{1,9}}")


def _roman(segment: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in segment]
    return sum(-v if v < nxt else v for v, nxt in zip(values, [*values[1:], 0], strict=True))


def _rank(segment: str) -> tuple[int, tuple[int, ...]]:
    if segment.isdigit():
        return 0, (int(segment),)
    if _ROMAN.fullmatch(segment):
        return 1, (_roman(segment),)
    return (2 if segment.isupper() else 3), tuple(map(_LETTERS.index, segment.lower()))


def _place(segments: tuple[str, ...]) -> tuple[list[tuple[int, tuple[int, ...]]], tuple[str, ...]]:
    """Where a code stands among others; ``1`` and ``01`` stand together, yet apart enough for a total order."""
    return [_rank(segment) for segment in segments], segments


def _segments(given: Iterable[str]) -> tuple[str, ...]:
    segments = (given,) if isinstance(given, str) else tuple(given)
    if not segments or not all(_SEGMENT.fullmatch(segment) for segment in segments):
        raise InvalidInput(Problem(code="not-a-code", found=repr(".".join(segments)), accepted=("1.2", "II.3.a", "2.10")))
    return segments


@frozen(order=True)
class Code:
    """A code of segments: ``Code.parse("2.10").segments == ("2", "10")``.

    Codes compare segment by segment, numbers before Roman numerals before letters; a code stands before what it contains.
    """

    segments: tuple[str, ...] = field(converter=_segments, order=_place)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a code as printed, with or without its closing dot or bracket: ``2.10.``, ``đ)``, ``II``."""
        return cls(plain(text).rstrip(".)").split("."))

    def __str__(self) -> str:
        return ".".join(self.segments)

    def contains(self, other: "Code") -> bool:
        """Whether `other` lies below this code; no code contains itself."""
        n = len(self.segments)
        return len(other.segments) > n and other.segments[:n] == self.segments

    @property
    def parent(self) -> "Code | None":
        """The code one level up, or None at the top."""
        return Code(self.segments[:-1]) if len(self.segments) > 1 else None
