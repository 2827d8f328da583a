"""Text as it may enter: composed (NFC), made of characters that files can hold, in data that is not nested without end.

The same words typed on two machines differ in bytes when one writes ``ế`` as three characters; here they become one.
"""

import re
import unicodedata
from typing import cast

from cchc.model.errors import InvalidInput, Problem
from cchc.serialization.decoding import Repeating
from cchc.serialization.leaves import shown

__all__ = ["composed"]

_DEEPEST = 100
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def composed(data: object) -> tuple[object, tuple[Problem, ...]]:
    """`data` with every text in NFC, and what is wrong with it: keys that stand twice or are no text, half characters.

    Raises `InvalidInput` where it is nested beyond reason.
    """
    walk = _Walk()
    return walk.through(data, "", 0), tuple(walk.problems)


class _Walk:
    """One pass over data, gathering what is wrong on the way."""

    __slots__ = ("problems",)

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def through(self, data: object, place: str, depth: int) -> object:
        if type(data) is str:
            return self._text(data, place)
        if type(data) not in (dict, list, Repeating):
            return data
        if depth == _DEEPEST:
            raise InvalidInput(Problem(code="too-deep", place=place, accepted=(str(_DEEPEST),)))
        if isinstance(data, dict):
            return self._object(data, place, depth + 1)
        elements = cast("list[object]", data)
        return [self.through(element, f"{place}[{index}]", depth + 1) for index, element in enumerate(elements)]

    def _text(self, text: str, place: str) -> str:
        if text.isascii():
            return text
        if _LONE_SURROGATE.search(text):
            self.problems.append(Problem(code="not-unicode", place=place, found=shown(text)))
        return unicodedata.normalize("NFC", text)

    def _object(self, data: dict[object, object], place: str, depth: int) -> dict[str, object]:
        result: dict[str, object] = {}
        repeated = data.repeated if isinstance(data, Repeating) else ()
        for key, value in data.items():
            if type(key) is not str:
                self.problems.append(Problem(code="wrong-type", place=place, found=shown(key), accepted=("text",)))
                continue
            name = self._text(key, place)
            where = f"{place}.{name}".removeprefix(".")
            if key in repeated or name in result:
                self.problems.append(Problem(code="duplicate-key", place=where, found=shown(key)))
            result[name] = self.through(value, where, depth)
        return result
