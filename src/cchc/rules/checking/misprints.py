"""One figure printed twice, once with a slip (số liệu gõ nhầm): 52.178 hồ sơ tiếp nhận here, 52.718 there.

Nothing is summed here. That two large figures of the same things, of which the same is said, are one typing slip apart is
hardly ever chance.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from attrs import frozen

from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.measurement import Measurement
from cchc.model.quantity import Count
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.slips import explanation
from cchc.rules.names import name_key

__all__ = ["check_misprints"]

_SMALLEST = 1_000
_LONG = 10_000
"""Below it a single digit tells too few figures apart."""
_ELSEWHERE = 150
"""Characters between two figures of one list, which differ because they are two."""
_SAID = re.compile(
    r"(?<!\w)(?:tiếp nhận|giải quyết|xử lý|đúng hạn|trước hạn|sớm hạn|quá hạn|trễ hạn|trực tuyến|trực tiếp|bưu chính|số hóa|"
    r"ký số|thanh toán|toàn trình|một phần|điện tử|gửi|nhận|đi|đến|cấp tỉnh|cấp huyện|cấp xã|chuyển|tồn|hoàn thành|tham gia|"
    r"tập huấn|kiểm tra|rà soát|công bố|công khai|ban hành|tuyên truyền|năm [0-9]{4}|tháng [0-9]+|quý [ivx0-9]+|cùng kỳ)(?!\w)"
)


@frozen
class _Figure:
    """A count with what tells it from others: whose, when, of what, and what is said of it."""

    value: int
    matter: tuple[object, ...]
    start: int
    measurement: Measurement


def check_misprints(paper: Paper) -> Iterator[Finding]:
    """Two figures of the same things, of which the same is said, differ by one slip of typing.

    `indicator` is what the later one is called, `stated` the later one, `inputs` and `computed` the earlier, `unit` what they
    count, `explanation` the slip: two digits that changed places, or in figures from ten thousand on one wrong digit. Figures
    that stand close together are two of one list and not accused.
    """
    figures = tuple(_figures(paper))
    for first, again in combinations(sorted(figures, key=lambda figure: figure.start), 2):
        if first.matter == again.matter and again.start - first.start > _ELSEWHERE:
            one, other = Decimal(first.value), Decimal(again.value)
            slip = explanation(other, one, Fraction(one)) if one != other else ""
            if slip == "transposed" or (slip == "digit" and min(first.value, again.value) >= _LONG):
                yield _finding(first, again, slip)


def _figures(paper: Paper) -> Iterator[_Figure]:
    report = paper.as_report
    for one in report.measurements if report else ():
        value, span = one.value, one.source.span if one.source else None
        if isinstance(value, Count) and value.value >= _SMALLEST and not one.qualifier and span is not None:
            said = frozenset(_SAID.findall(name_key(one.indicator)))
            if said:
                matter = (name_key(value.unit), name_key(one.agency), one.period, said)
                yield _Figure(value.value, matter, span.start, one)


def _finding(first: _Figure, again: _Figure, slip: str) -> Finding:
    unit = again.measurement.value.unit if isinstance(again.measurement.value, Count) else ""
    params = Parameters({
        "indicator": again.measurement.indicator, "inputs": (first.value,), "stated": again.value, "computed": first.value,
        "unit": unit, "certainty": "likely", "explanation": slip,
    })  # fmt: skip
    span = again.measurement.source.span if again.measurement.source else None
    return Finding(code="arithmetic.misprint", severity=Severity.WARNING, subject="figures", params=params, span=span)
