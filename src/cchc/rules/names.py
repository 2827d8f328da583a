"""Names of agencies, indicators and units compared as their writers meant them: composed, plain spaces, capitals aside.

A name that is spelt otherwise is another name; likeness is for hints, never for matching.
"""

from functools import lru_cache

from cchc.model.text import plain

__all__ = ["name_key", "unit_key"]


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """What two names have in common when they are the same."""
    return plain(name).casefold()


_PER_CENT = ("%", "phần trăm")


def unit_key(unit: str) -> str:
    """What two names of one unit have in common: ``phần trăm`` is ``%``."""
    key = name_key(unit)
    return "%" if key in _PER_CENT else key
