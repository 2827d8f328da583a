"""A percentage and a count printed for one target, against the base that stands beside them (tỷ lệ, số lượng, tổng số).

"Giảm 2,5% (tương ứng 15 đơn vị) trên tổng số 500 đơn vị" cannot be: 15 of 500 is 3 %. A count is rounded to whole things, so
that whatever is less than one thing away agrees. A quota is set before its count: 2 % of 1.400 people is 28 and never 34.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from cchc.model.errors import InvalidInput
from cchc.model.finding import Finding, Parameter, Severity
from cchc.model.numeral import parse_number
from cchc.model.rounding import half_up
from cchc.model.target import IncreaseBy, ReduceBy, Target
from cchc.model.text import plain
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.target_findings import of_target

__all__ = ["check_bases"]

_NUMBER = r"[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?"
_PER_CENT = re.compile(rf"(?<![\w.,/])({_NUMBER}) ?%")
_THING = r"[^\W\d_]+(?: [^\W\d_]+){0,5}?"
_OVER = re.compile(
    rf"(?:\(|(?<!\w)(?:tương ứng(?: với)?|tương đương(?: với)?|đạt|là) )(?:tương ứng(?: với)? |tương đương(?: với)? |đạt |là )?"
    rf"(?P<part>{_NUMBER}) ?/ ?(?P<base>{_NUMBER})(?P<thing>(?: {_THING})?)(?=[ ,;.)]|$)"
)
_OF_TOTAL = re.compile(
    rf"(?:\(|(?<!\w)(?:tương ứng(?: với)?|tương đương(?: với)?) )(?:tương ứng(?: với)? |tương đương(?: với)? |là )?"
    rf"(?P<part>{_NUMBER}) (?P<thing>{_THING})\)?,? (?:(?:trên|trong)(?: tổng số| tổng)?|so với(?: tổng số)?) "
    rf"(?P<base>{_NUMBER}) (?P=thing)(?!\w)"
)
_FLOOR = re.compile(r"(?<!\w)(?:tối thiểu|ít nhất|trên|từ)(?!\w)", re.IGNORECASE)
_EQUALS = re.compile(r"(?<!\w)(?:tương ứng|tương đương)(?!\w)", re.IGNORECASE)
_NOT_A_QUOTA = re.compile(rf"{_FLOOR.pattern}|(?<!\w)(?:khoảng|gần|hơn|đã)(?!\w)", re.IGNORECASE)
_DAYS_AND_MONTHS = 31, 12
_FIVE = 5
_WELL_OFF = Fraction(1, 10)
"""A quota shared out among agencies is rounded for each of them, so that the sum may be a little away."""
_PLACES = 2


@frozen
class _Shown:
    """`part` of `base` things, said to be `stated` per cent; `step` is one in the last printed place."""

    stated: Fraction
    step: Fraction
    part: Fraction
    base: Fraction


def check_bases(paper: Paper) -> Iterator[Finding]:
    """A target prints a percentage, a count and the base of both, and they do not agree: 100% (20/22 xã).

    `inputs` are the count and the base, `stated` is the printed percentage and `computed` what they make. A count that is less
    than one thing away agrees, and so does one above a floor ("tối thiểu 50% (40/70 xã)") that is not called its equivalent.
    A round quota of change whose equivalent is well off it, though it would round to it, is a warning.
    """
    for target in paper.as_plan.targets if paper.as_plan else ():
        shown = _shown(target)
        if shown is None:
            continue
        severity = Severity.ERROR if not _agree(shown, target.text) else Severity.WARNING
        if severity is Severity.ERROR or _is_off_its_quota(shown, target):
            computed = half_up(shown.part / shown.base * 100, _PLACES)
            inputs = (_decimal(shown.part), _decimal(shown.base))
            params: dict[str, Parameter] = {"inputs": inputs, "stated": _decimal(shown.stated), "computed": computed}
            yield of_target("target.base-mismatch", severity, target, params)


def _shown(target: Target) -> _Shown | None:
    """The percentage, the count and the base of a target that prints one of each."""
    text = plain(target.text)
    shares, counts = _PER_CENT.findall(text), [*_OVER.finditer(text), *_OF_TOTAL.finditer(text)]
    if len(shares) != 1 or len(counts) != 1:
        return None
    (share,), (found,) = shares, counts
    try:
        stated, part, base = (Fraction(parse_number(number)) for number in (share, found["part"], found["base"]))
    except InvalidInput:
        return None
    if not base or part > base or (not found["thing"] and _may_be_a_day(part, base)):
        return None
    decimals = len(share.partition(",")[2])
    return _Shown(stated, Fraction(1, 10**decimals), part, base)


def _may_be_a_day(day: Fraction, month: Fraction) -> bool:
    most_days, most_months = _DAYS_AND_MONTHS
    return 1 <= day <= most_days and 1 <= month <= most_months


def _agree(shown: _Shown, text: str) -> bool:
    share = shown.part / shown.base * 100
    if abs(share - shown.stated) <= shown.step / 2 or abs(shown.part - shown.stated * shown.base / 100) < 1:
        return True
    return share > shown.stated and _FLOOR.search(text) is not None and _EQUALS.search(text) is None


def _is_off_its_quota(shown: _Shown, target: Target) -> bool:
    """Whether a change by a round percentage, which is set first, is called equivalent to another count than it makes."""
    text = plain(target.text)
    round_one = shown.stated % _FIVE == 0 or (shown.stated < _FIVE and shown.stated.denominator == 1)
    if not isinstance(target.requirement, ReduceBy | IncreaseBy) or not round_one or not _EQUALS.search(text):
        return False
    due = shown.stated * shown.base / 100
    away = abs(shown.part - due)
    return away >= 1 and away >= due * _WELL_OFF and not _NOT_A_QUOTA.search(text[: text.index("%")])


def _decimal(number: Fraction) -> Decimal:
    """A printed number, whose decimals end."""
    return Decimal(number.numerator) / Decimal(number.denominator)
