"""A report beside the earlier ones of its year (số liệu lũy kế): what is counted from the first of January never shrinks.

Only what adds up is compared, under the very same name: dossiers received, texts issued. What may rise and fall, such as
what is still open or how many procedures there are, is not. A figure of a period that had ended before is the same in every
report.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.measurement import Measurement
from cchc.model.period import Period
from cchc.model.quantity import Count, Money, Percent, Points, Quantity, Rank
from cchc.model.report import Report
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.wording import LIGHT, spoken
from cchc.rules.names import name_key, unit_key

__all__ = ["check_previous"]

_FEWEST_WORDS = 3
_FLOWS = re.compile(
    r"(?<!\w)(?:lũy kế|tiếp nhận|ban hành|giải quyết|thẩm định|rà soát|kiểm tra|tổ chức|cấp|thu hút|tuyển dụng|công bố"
    r"|tinh giản|giải ngân|thu ngân sách|chi ngân sách)(?!\w)"
)
_STOCKS = re.compile(
    r"(?<!\w)(?:còn|tồn|đang|hiện|chưa|không|quá hạn|trung bình|bình quân|kế hoạch|dự kiến|so với|cùng kỳ|tăng|giảm|tháng|quý"
    r"|thuộc|trong đó|cơ chế|danh mục|năm|tuần|đợt|dự toán|thẩm quyền|chuyển)(?!\w)"
)
_Figures = Mapping[tuple[str, ...], Measurement]


def check_previous(paper: Paper) -> Iterator[Finding]:
    """A figure of the report contradicts an earlier report of the same agency and year.

    `indicator` is its name, `stated` its value here, `before` the value in the earlier report and `period` that report's. A
    count since the first of January that has become smaller is a warning; where it is called "lũy kế", or where both speak of
    one period that had ended, an error. Names that differ, figures with "gần" or "khoảng", and names that a report uses twice
    are not compared.
    """
    report = paper.as_report
    for earlier in paper.previous:
        if report and _follows(report, earlier):
            before, now = _by_name(earlier), _by_name(report)
            for name, figure in now.items():
                if name in before:
                    yield from _compared(figure, before[name], report, earlier)


def _follows(report: Report, earlier: Report) -> bool:
    """Whether both reports of one agency count from one day, and the earlier ends first."""
    mine, theirs = report.period, earlier.period
    same = name_key(report.agency) == name_key(earlier.agency)
    return bool(mine and theirs and same and mine.start == theirs.start and theirs.end < mine.end)


def _by_name(report: Report) -> _Figures:
    """The figures that a report gives once under a name that says enough, by name, agency and unit."""
    found: dict[tuple[str, ...], list[Measurement]] = {}
    for one in report.measurements:
        said = spoken(one.indicator)
        words = {word for word in said.split() if word not in LIGHT}
        if len(words) >= _FEWEST_WORDS and not one.qualifier and isinstance(one.value, Count | Money | Percent | Points | Rank):
            found.setdefault((said, name_key(one.agency), _unit(one)), []).append(one)
    return {name: figures[0] for name, figures in found.items() if len(figures) == 1}


def _unit(one: Measurement) -> str:
    return unit_key(one.value.unit) if isinstance(one.value, Count) else type(one.value).__name__


def _compared(figure: Measurement, before: Measurement, report: Report, earlier: Report) -> Iterator[Finding]:
    now, then = _number(figure), _number(before)
    if figure.period == before.period and figure.period and _had_ended(figure.period, earlier):
        if now != then:
            yield _finding(figure, before, earlier, Severity.ERROR)
    elif figure.period == report.period and before.period == earlier.period and now < then:
        said = spoken(figure.indicator)
        if isinstance(figure.value, Count | Money) and _FLOWS.search(said) and not _STOCKS.search(said):
            yield _finding(figure, before, earlier, Severity.ERROR if "lũy kế" in said else Severity.WARNING)


def _had_ended(period: Period, earlier: Report) -> bool:
    return earlier.period is not None and period.end < earlier.period.start


def _number(one: Measurement) -> Fraction:
    return Fraction(one.value.value) if isinstance(one.value, Count | Money | Percent | Points | Rank) else Fraction(0)


def _shown(one: Measurement) -> Quantity | str:
    return one.value if isinstance(one.value, Count | Money | Percent | Points | Rank) else ""


def _finding(figure: Measurement, before: Measurement, earlier: Report, severity: Severity) -> Finding:
    params = Parameters({
        "indicator": figure.indicator, "stated": _shown(figure), "before": _shown(before),
        "period": earlier.period.code if earlier.period else "",
    })  # fmt: skip
    span = figure.source.span if figure.source else None
    return Finding(code="report.contradicts-previous", severity=severity, subject="figures", params=params, span=span)
