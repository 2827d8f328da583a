"""The period that a title or a preamble names (kỳ của văn bản): năm 2026, 6 tháng cuối năm 2025, quý III năm 2025, giai đoạn ….

A report of the first half with the tasks of the second is of the first half, one of "quý II và 6 tháng đầu năm" of the half; a
plan of a year within a stage is of that year.
"""

import re
from itertools import pairwise

from cchc.model.errors import InvalidInput
from cchc.model.period import Period, PeriodKind

__all__ = ["read_title_period"]

_YEAR = r"(?:19|20)[0-9]{2}"
_OF_YEAR = rf"(?: ?[/,-] ?| )(?:của )?(?:năm )?{_YEAR}(?![0-9/]|-[0-9])"
_DASH = "-\u2010-\u2015\u2212"
_PHRASES = re.compile(
    rf"(?:giai đoạn |thời kỳ |nhiệm kỳ |từ |các )?(?:năm )?(?P<first>{_YEAR}) ?(?:[{_DASH}]|đến|tới) ?(?:hết )?"
    rf"(?:năm )?(?P<last>{_YEAR})"
    rf"|(?<!\w)(?P<part>(?:quý|quí) ?(?:[1-4](?![0-9])|iv|i{{1,3}}|một|hai|ba|tư|bốn|nhất|nhì)(?!\w)"
    r"|(?:0?6|sáu) tháng (?:đầu|cuối)(?: năm)?|nửa (?:đầu|cuối) năm"
    r"|(?:0?6|sáu) tháng|(?:0?[39]|ba|chín) tháng(?: (?:đầu|cuối))?(?: năm)?"
    rf"|tháng ?(?:1[0-2]|0?[1-9])(?![0-9]))(?P<of>{_OF_YEAR})?"
    rf"|(?<!\w)năm (?P<year>{_YEAR})(?!\w)",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"phương hướng|nhiệm vụ trọng tâm|(?:,|;|và) (?:kế hoạch|nhiệm vụ|định hướng|triển khai)\b", re.IGNORECASE)
_NOT_ITS_OWN = re.compile(
    r"(?:(?:đến(?: hết)?|tầm nhìn|định hướng|tới|trước|so với|sau|kể từ)(?: cuối)?|ngày ?[0-9]{0,2}|[0-9] ?/) ?$", re.IGNORECASE
)
_AND = re.compile(r" ?(?:,|và|, và|và cả|và của) ?")
_BREADTH = {PeriodKind.YEAR: 1, PeriodKind.SPAN: 2}


def read_title_period(words: str, *, report: bool, year: int | None = None) -> Period | None:
    """The period that `words` are about, or None; a part of a year without its year takes the next one named, else `year`."""
    matches = [match for match in _PHRASES.finditer(words) if not _NOT_ITS_OWN.search(words, 0, match.start())]
    ahead = _AHEAD.search(words) if report else None
    own = [match for match in matches if ahead is None or match.start() < ahead.start()] or matches
    read = [(match, period) for match in own if (period := _period(match, matches, year))]
    # a part of a year says more than the year, and a year more than the stage it lies in
    period = min((period for _, period in read), key=lambda period: _BREADTH.get(period.kind, 0), default=None)
    for (before, one), (after, other) in pairwise(read):
        if _AND.fullmatch(words, before.end(), after.start()):
            wide = other if one in other else one
            period = wide if period in (one, other) and period in wide else period
    return period


def _period(match: re.Match[str], matches: list[re.Match[str]], year: int | None) -> Period | None:
    if match["part"]:
        phrase = match["part"] + (match["of"] or "")
        year = _next_year(match, matches) or year
    else:
        phrase = match["year"] or f"{match['first']}-{match['last']}"
    try:
        return Period.parse(phrase if match["part"] or match["first"] else f"năm {phrase}", year=year)
    except InvalidInput:
        return None


def _next_year(match: re.Match[str], matches: list[re.Match[str]]) -> int | None:
    """The first year named after a part of a year that names none."""
    after = (other for other in matches if other.start() > match.start())
    return next((int(year) for other in after for year in re.findall(_YEAR, other[0])), None)
