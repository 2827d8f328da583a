"""The year that a document speaks of where no title says it: an annex alone names it in its heading or in its times."""

import re
from collections import Counter

from cchc.model import Period

__all__ = ["stated_period"]

_YEAR = re.compile(r"(?<![0-9/])(?:(?i:năm)\s+|(?:(?i:quý|tháng)\s*)?(?:[IV]{1,3}|[0-9]{1,2})\s*/\s*)(20[0-9]{2})(?![0-9/])")
_HEAD = 1500


def stated_period(text: str) -> Period | None:
    """The year named at the head of a text, else the one named most often; None where none is."""
    first = _YEAR.search(text, 0, _HEAD)
    named = Counter(match[1] for match in _YEAR.finditer(text))
    if not named:
        return None
    return Period.of_year(int(first[1] if first else named.most_common(1)[0][0]))
