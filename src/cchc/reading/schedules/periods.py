"""Months, quarters, halves and years as a time cell names them: quý I/2024, T4/2024, 6 tháng đầu năm, năm ngân sách 2025."""

from collections.abc import Sequence

from attrs import evolve

from cchc.model.schedule import Frequency
from cchc.reading.schedules.moments import (
    DASHES,
    EDGES,
    MONTH,
    QUARTER,
    SEPARATORS,
    Moment,
    Unit,
    closed,
    exact_day,
    following,
    in_quarter,
    in_year,
    month_number,
    skip,
    whole_months,
    with_year,
    year_of,
)
from cchc.reading.schedules.tokens import Token, number

__all__ = ["continue_list", "counts_list", "month_of_quarter", "read_period"]


def read_period(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    """The month, quarter, run of months or year that starts at a token, and the index after it."""
    for read in (_half, _month, _quarter, _months, _year):
        found = read(tokens, at)
        if found:
            return found
    return None


def _half(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    """Nửa đầu năm, nửa cuối năm, nửa năm đầu."""
    if tokens[at].text != "nửa":
        return None
    turned = tokens[at + 1].text == "năm"
    edge = tokens[at + 1 + turned].text
    of = skip(tokens, at + 2)
    if edge not in (*EDGES, "sau") or (not turned and tokens[of].text != "năm"):
        return None
    half = whole_months(Unit.MONTHS, 1, 6) if edge == "đầu" else whole_months(Unit.MONTHS, 7, 12)
    return with_year(tokens, at + 3, half) if turned else in_year(tokens, of, half)


def _month(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    """Tháng 4/2024, T4/2024, 4/2024, tháng cuối quý II."""
    here, month = tokens[at].text, tokens[at].value
    if len(here) <= 2 and 1 <= month <= 12 and tokens[at + 1].text == "/" and (year := year_of(tokens[at + 2])):
        number_of_document = tokens[at + 3].text == "/"
        return None if number_of_document else (evolve(whole_months(Unit.MONTH, month, month), year=year), at + 3)
    if here == "t" and (tokens[at + 1].value >= 0 or (tokens[at + 1].text == "." and tokens[at + 2].value >= 0)):
        at += tokens[at + 1].text == "."
    elif here not in MONTH:
        return None
    month, after = month_number(tokens, at + 1)
    if month > 0:
        return _unless_cut(tokens, with_year(tokens, after, whole_months(Unit.MONTH, month, month)))
    return month_of_quarter(tokens, at + 1)


def month_of_quarter(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    """What follows "tháng" in "tháng cuối quý II", "tháng đầu quý sau", "tháng thứ hai của quý", "tháng cuối năm"."""
    at += tokens[at].text == "thứ"
    nth = {"đầu": 1, "giữa": 2, "cuối": 3}.get(tokens[at].text, number(tokens[at]))
    of = skip(tokens, at + 1)
    if tokens[of].text == "năm" and nth in (1, 3):
        month = 1 if nth == 1 else 12
        return in_year(tokens, of, whole_months(Unit.MONTH, month, month))
    if tokens[of].text not in QUARTER or not 1 <= nth <= 3:
        return None
    nth += 3 * (following(tokens, of + 1) > of + 1)
    return in_quarter(tokens, of + 1, evolve(whole_months(Unit.MONTH, nth, nth), cycle=Frequency.QUARTERLY))


def _quarter(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    """Quý I/2024, Q.1, quý một, quý cuối năm."""
    if tokens[at].text not in QUARTER:
        return None
    after = at + 1 + (tokens[at + 1].text == "thứ" or (tokens[at + 1].text == "." and tokens[at].text == "q"))
    quarter, edge = number(tokens[after]), tokens[after].text
    if edge in EDGES:
        of = skip(tokens, after + 1)
        moment = whole_months(Unit.QUARTER, 1, 3) if edge == "đầu" else whole_months(Unit.QUARTER, 10, 12)
        return in_year(tokens, of, moment) if tokens[of].text == "năm" else None
    if not 1 <= quarter <= 4 or tokens[after + 1].text in ("lần", "%"):
        return None
    return _unless_cut(tokens, with_year(tokens, after + 1, whole_months(Unit.QUARTER, 3 * quarter - 2, 3 * quarter)))


def _unless_cut(tokens: Sequence[Token], found: tuple[Moment, int]) -> tuple[Moment, int] | None:
    """The month or quarter, unless a slash and a number go on: "T4/24" may be 24 April or April 2024."""
    return None if tokens[found[1]].text == "/" and tokens[found[1] + 1].value >= 0 else found


def _cut_short(tokens: Sequence[Token], at: int) -> bool:
    """Whether a year goes on with two digits, as "2021-25"."""
    return tokens[at].text in SEPARATORS and 0 <= tokens[at + 1].value < 100 and not tokens[at + 1].spaced


def _months(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    """6 tháng đầu năm 2024, 02 tháng cuối năm, 9 tháng năm 2025, 6T/2024."""
    count = number(tokens[at]) * (3 if tokens[at + 1].text in QUARTER[:2] else 1)
    if not 1 <= count <= 12 or tokens[at + 1].text not in ("tháng", "t", *QUARTER[:2]):
        return None
    edge = tokens[at + 2].text
    if edge in EDGES:
        moment = whole_months(Unit.MONTHS, 1, count) if edge == "đầu" else whole_months(Unit.MONTHS, 13 - count, 12)
        return in_year(tokens, skip(tokens, at + 3), moment)
    moment, after = with_year(tokens, at + 2, whole_months(Unit.MONTHS, 1, count))
    # nine months is no frequency, so it is the stretch that reports know by this name
    return (moment, after) if moment.says_year or (count == 9 and closed(tokens, after)) else None


def _year(tokens: Sequence[Token], at: int) -> tuple[Moment, int] | None:
    """Năm 2024, cả năm, năm ngân sách 2025, 2024, năm sau."""
    whole = tokens[at].text in ("cả", "trọn", "suốt", "nguyên") and tokens[at + 1].text == "năm"
    at += whole
    moment = whole_months(Unit.YEAR, 1, 12)
    if tokens[at].text == "năm" and tokens[at + 1].text in ("ngân", "tài", "kế"):
        kind = f"{tokens[at + 1].text} {tokens[at + 2].text}"
        if kind in ("ngân sách", "tài chính", "kế hoạch"):
            year = year_of(tokens[at + 3])
            return (evolve(moment, year=year), at + 4) if year else None
    dated, after = with_year(tokens, at, moment) if tokens[at].text != "," else (moment, at)
    if dated.says_year and tokens[at].text not in SEPARATORS | {"của", "trong"}:
        return None if _cut_short(tokens, after) else (dated, after)
    return (moment, at + 1) if whole and closed(tokens, at + 1) else None


def counts_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number here counts the months, quarters or years that are listed after it: "3 tháng 4, 5, 6"."""
    count, unit = number(tokens[at]), tokens[at + 1].text
    if count < 2 or unit not in (*MONTH, *QUARTER[:2], "năm"):
        return False
    if unit == "năm":
        return year_of(tokens[at + 2]) is not None
    here, listed, last, ranged = at + 2, 0, 0, False
    while (value := number(tokens[here])) > 0 and listed < count:
        listed += value - last if ranged else 1
        here, last = here + 1, value
        ranged = tokens[here].text in DASHES or tokens[here].text in ("đến", "tới")
        if not ranged and tokens[here].text not in (",", "và", "+", "&"):
            break
        here += 1
        here += tokens[here].text == unit
    return listed == count


def continue_list(tokens: Sequence[Token], at: int, before: Moment) -> tuple[Moment, int] | None:
    """The moment that a bare number means after another of its kind: "quý II, IV", "tháng 10, 11/2024"."""
    value = number(tokens[at])
    found: Moment | None = None
    if before.unit is Unit.QUARTER and 1 <= value <= 4:
        found = whole_months(Unit.QUARTER, 3 * value - 2, 3 * value)
    elif before.unit is Unit.MONTH and 1 <= value <= 12 and before.cycle is None:
        found = whole_months(Unit.MONTH, value, value)
    elif before.unit is Unit.DAY and before.first[0] == 0 and before.first[1] > 0 and 1 <= value <= 31:
        found = Moment(unit=Unit.DAY, first=(0, value), last=(0, value), cycle=before.cycle)
    elif before.unit is Unit.DAY and before.first[0] > 0 and not before.says_year:
        found = exact_day(before.first[1], value)
    if found is None:
        return None
    found, after = with_year(tokens, at + 1, found)
    return (found, after) if closed(tokens, after) else None
