"""Names and pieces of text as two readers may write them: capitals, spaces, punctuation and UBND make no difference."""

import re
import unicodedata
from collections.abc import Iterable

from cchc.model import Span

__all__ = ["Places", "key", "same_names", "same_words"]

_NO_WORD = re.compile(r"[\W_]+")
_SPELLED = (("ủy ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd"), ("quí", "quý"))
_OLD_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_OLD_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_OLD_TONES)})\b")


def key(text: str) -> str:
    """The words of a text, without what makes no difference."""
    words = " ".join(_NO_WORD.sub(" ", unicodedata.normalize("NFC", text).casefold()).split())
    words = _OLD_TONE.sub(lambda tone: _OLD_TONES[tone[0]], words)
    for long, short in _SPELLED:
        words = words.replace(long, short)
    return words


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same words."""
    return key(one) == key(other)


def same_names(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two lists hold the same names, in any order."""
    return sorted(map(key, some)) == sorted(map(key, others))


class Places:
    """Where pieces of words stand in a text, whatever lines and spaces lie between."""

    def __init__(self, text: str) -> None:
        self._at: list[int] = []
        letters = []
        for at, letter in enumerate(text):
            for one in unicodedata.normalize("NFC", letter).casefold():
                if one.isalnum() or one == "%":
                    letters.append(one)
                    self._at.append(at)
        self._letters = "".join(letters)

    def find(self, words: str) -> tuple[int, int] | None:
        """The first place of a piece of words, or None."""
        wanted = "".join(one for one in unicodedata.normalize("NFC", words).casefold() if one.isalnum() or one == "%")
        at = self._letters.find(wanted) if wanted else -1
        return None if at < 0 else (self._at[at], self._at[at + len(wanted) - 1] + 1)

    @staticmethod
    def shared(place: tuple[int, int] | None, span: Span | None) -> int:
        """How many characters a place and a span have in common."""
        if place is None or span is None:
            return 0
        return max(0, min(place[1], span.end) - max(place[0], span.start))
