"""Vietnamese text as the parsers of the model compare it: composed (NFC), with plain single spaces."""

import unicodedata
from collections.abc import Iterable

__all__ = ["nearest", "plain"]

_FOLD_D = str.maketrans("đĐ", "dD")


def plain(text: str) -> str:
    """`text` in NFC with every run of white space, no-break spaces included, made one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _folded(text: str) -> str:
    return unicodedata.normalize("NFD", text.casefold()).translate(_FOLD_D).encode("ascii", "ignore").decode()


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of `known` a writer of `word` most likely meant, or an empty text.

    Diacritics count for nothing here, because a lost one is the commonest slip; this serves hints, never parsing.
    """
    import difflib

    names = {_folded(name): name for name in known}
    close = difflib.get_close_matches(_folded(word), names, n=1)
    return names[close[0]] if close else ""
