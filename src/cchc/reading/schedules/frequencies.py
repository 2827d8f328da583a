"""Frequencies (tần suất, định kỳ): hằng tháng, mỗi quý, 6 tháng/lần, 02 lần/năm, một năm hai lần."""

from collections.abc import Sequence

from cchc.model.schedule import Frequency
from cchc.reading.schedules.moments import EDGES, QUARTER, closed
from cchc.reading.schedules.tokens import Token, number

__all__ = ["UNITS", "another", "read_frequency"]

_DAY, _WEEK = -1, -7
UNITS = {"ngày": _DAY, "tuần": _WEEK, "tháng": 1, "quý": 3, "quí": 3, "năm": 12}
"""The length of a unit of time: months, or days below zero."""

_EVERY = ("hằng", "hàng", "mỗi", "từng")
_ISSUES = ("kỳ", "số", "đợt", "phiên")
_FIXED = {
    ("thường", "niên"): Frequency.YEARLY, ("bán", "niên"): Frequency.HALF_YEARLY,
    ("các", "tháng", "trong", "năm"): Frequency.MONTHLY, ("các", "quý", "trong", "năm"): Frequency.QUARTERLY,
    ("các", "tháng"): Frequency.MONTHLY, ("các", "quý"): Frequency.QUARTERLY, ("các", "năm"): Frequency.YEARLY,
    ("các", "ngày", "trong", "tuần"): Frequency.DAILY,
}  # fmt: skip
_QUARTERS = 4
_BY_MONTHS = {1: Frequency.MONTHLY, 3: Frequency.QUARTERLY, 6: Frequency.HALF_YEARLY, 12: Frequency.YEARLY}
_BY_DAYS = {_DAY: Frequency.DAILY, _WEEK: Frequency.WEEKLY}


def _once_in(length: int, times: int = 1) -> Frequency | None:
    """The frequency of so many times in a stretch of months or days; None for one that has no name, as twice a month."""
    if length < 0:
        return _BY_DAYS.get(length) if times == 1 else None
    return _BY_MONTHS.get(length // times) if length % times == 0 else None


def read_frequency(tokens: Sequence[Token], at: int) -> tuple[Frequency | None, int] | None:
    """The frequency that starts at a token and the index after it; a frequency without a name is None.

    None alone where no frequency starts.
    """
    for words, frequency in _FIXED.items():
        end = at + len(words)
        same = tokens[at].text == words[0] and tuple(token.text for token in tokens[at:end]) == words
        if same and closed(tokens, end) and tokens[end].text != "sau":
            return frequency, end
    return _times_in(tokens, at) or _every(tokens, at)


def _length(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The length of "6 tháng" or "quý" and the index after it; 0 when there is none."""
    count = number(tokens[at])
    unit = at + (count > 0)
    length = UNITS.get(tokens[unit].text, 0)
    return (max(count, 1) * length, unit + 1) if length else (0, at)


def another(tokens: Sequence[Token], at: int) -> bool:
    """Whether a slash and another length of time stand here: "quý/6 tháng/năm"."""
    return tokens[at].text == "/" and _length(tokens, at + 1)[0] > 0


def _of_the_year(tokens: Sequence[Token], at: int) -> int:
    """The index after "/năm", "trong năm", which say nothing beside four quarters; a year that is named stays."""
    year = at + (tokens[at].text in ("/", "trong", "của", "mỗi", "một"))
    return year + 1 if tokens[year].text == "năm" and closed(tokens, year + 1) else at


def _times(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """How many times "02 lần", "/lần", "01 kỳ/" says, and the index after it; 0 when it says nothing."""
    slash = tokens[at].text == "/"
    count = number(tokens[at + slash])
    word = at + slash + (count > 0)
    if tokens[word].text == "lần":
        said = slash or count > 0
    else:
        said = tokens[word].text in _ISSUES and count > 0 and (slash or tokens[word + 1].text == "/")
    if not said:
        return 0, at
    return max(count, 1), word + 1


def _times_in(tokens: Sequence[Token], at: int) -> tuple[Frequency | None, int] | None:
    """02 lần/năm, hai lần một năm, 01 lần trong mỗi quý."""
    times, after = (0, at) if tokens[at].text == "/" else _times(tokens, at)
    if not times:
        return None
    linked = after
    while tokens[linked].text in ("/", "trong", "vào", *_EVERY):
        linked += 1
    length, end = _length(tokens, linked)
    if not length:
        return None
    return _once_in(length, times), end


def _every(tokens: Sequence[Token], at: int) -> tuple[Frequency | None, int] | None:
    """Hằng tháng, mỗi năm 02 lần, 6 tháng/lần, theo quý, 01 năm."""
    said = tokens[at].text in _EVERY
    # "theo năm" tells how a thing is counted (ngân sách, thuê dịch vụ), not when it is done
    by = 1 + (tokens[at + 1].text == "từng") if tokens[at].text == "theo" else 0
    by *= tokens[at + by].text in ("tháng", "quý", "quí", "tuần", "ngày")
    length, after = _length(tokens, at + (said or by))
    if not length:
        return None
    times, end = _times(tokens, after)
    if not times and tokens[after].text == "(":
        times, end = _times(tokens, after + 1)
        times, end = (times, end + 1) if tokens[end].text == ")" else (0, at)
    if times:
        return _once_in(length, times), end
    if number(tokens[at]) == _QUARTERS and tokens[at + 1].text in QUARTER and tokens[after].text not in EDGES:
        return Frequency.QUARTERLY, _of_the_year(tokens, after)
    counted = number(tokens[at]) > 0 and length > 0
    ends = closed(tokens, after) or another(tokens, after)
    frequency = _once_in(length)
    if said and frequency:
        return frequency, after
    return (frequency, after) if frequency and ends and (by or counted) else None
