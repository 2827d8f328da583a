"""Marks of repetition in a table (nt, như trên, dấu nháy): the cell says what the one above it says."""

import re

__all__ = ["repeats"]

_DITTO = re.compile(r"[\"”“″'’]+|[-–]?\s*(?:nt|như trên)\s*[-–]?", re.IGNORECASE)


def repeats(text: str) -> bool:
    """Whether a cell's text only repeats the cell above.

    >>> repeats("-nt-"), repeats("Sở Nội vụ")
    (True, False)
    """
    return _DITTO.fullmatch(text) is not None
