"""One figure printed twice, once with a slip (số liệu gõ nhầm): 52.178 hồ sơ tiếp nhận here, 52.718 there.

Nothing is summed here. That two large figures of the same things, of which the same is said, are one typing slip apart is
hardly ever chance.
"""

import re
from collections.abc import Iterator
from itertools import product

from attrs import frozen

from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.measurement import Measurement
from cchc.model.quantity import Count
from cchc.rules.checking.paper import Paper
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
    before: dict[tuple[object, ...], dict[int, _Figure]] = {}
    for again in sorted(_figures(paper), key=lambda figure: figure.start):
        known = before.setdefault(again.matter, {})
        slips = ((known[value], slip) for value, slip in _slips_of(again.value).items() if value in known)
        for first, slip in sorted(slips, key=lambda found: found[0].start)[:1]:
            if again.start - first.start > _ELSEWHERE:
                yield _finding(first, again, slip)
        known.setdefault(again.value, again)


def _slips_of(value: int) -> dict[int, str]:
    """The numbers one slip of typing away, with the slip."""
    digits = str(value)
    found: dict[int, str] = {}
    if value >= _LONG:
        for at, was in product(range(len(digits)), "0123456789"):
            found[int(digits[:at] + was + digits[at + 1 :])] = "digit"
    for at in range(len(digits) - 1):
        found[int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])] = "transposed"
    return {other: slip for other, slip in found.items() if other != value and len(str(other)) == len(digits)}


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
