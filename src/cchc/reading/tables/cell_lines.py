"""The words of a cell with the line breaks that the print has in it: a break may part two bodies, or only a long line.

A list in a cell shows its items by semicolons, bullets and numbers (dấu chấm phẩy, gạch đầu dòng, số thứ tự).
"""

import re
import unicodedata

from cchc.reading.passage import Passage

__all__ = ["BULLETS", "cell_items", "lines_of", "mended"]

BULLETS = "-–—+*•·▪●○◦➢✓\uf0b7\uf02d"
"""What stands before the items of a list; two are private letters of symbol fonts."""

_ITEM = re.compile(rf"(?:^|(?<=[;:.,\n]))\s*(?:[{re.escape(BULLETS)}]+\s*(?=\S)|(?:[0-9]{{1,2}}|[a-zđ])[.)]\s+)")
_BREAK = re.compile(r"[\n\r\v\u2028\u2029]|<br")
_SPACES = re.compile(r"\s+")


def lines_of(words: Passage) -> str:
    """The words, with a line break in place of the space wherever the source has one between them."""
    text, source = words.text, words.source
    pieces: list[str] = []
    done = 0
    for match in re.finditer(" ", text):
        at = match.start()
        gap = source[words.ends[at - 1] : words.starts[at + 1]] if 0 < at < len(text) - 1 else ""
        if _BREAK.search(gap):
            pieces.append(text[done:at])
            done = at + 1
    return "\n".join([*pieces, text[done:]])


def mended(words: Passage) -> Passage:
    """The words with a symbol whole again that a narrow column breaks at its hyphen: "18/2015/QĐ-" and "UBND"."""
    text = words.text
    hyphens = (match.start() for match in re.finditer(r"(?<=\w)- (?=\w)", text))
    breaks = [at + 1 for at in hyphens if _BREAK.search(words.source[words.ends[at] : words.starts[at + 2]])]
    return words.replaced((at, at + 1, "") for at in breaks) if breaks else words


def cell_items(text: str) -> list[str]:
    """The items of a cell's list, composed, their bullets and numbers left out; all of a cell that holds no list."""
    lines = _SPACES.sub(lambda run: "\n" if "\n" in run[0] else " ", unicodedata.normalize("NFC", text))
    return _ITEM.sub(";", lines).split(";")
