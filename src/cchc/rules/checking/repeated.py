"""The same quantity printed twice in one report (số liệu nêu nhiều lần): in the summary and in its section, it is one figure.

Only names that leave no doubt are compared: a share or an index that the catalogue knows, or a total with its full name, of
one agency, one period and one day, narrowed by nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.measurement import Measurement
from cchc.model.quantity import Count, Money, Percent, Points, Ratio
from cchc.model.report import Report
from cchc.model.source import Span
from cchc.model.statement import StatementKind
from cchc.rules.checking.identity import Identities
from cchc.rules.checking.misprints import check_misprints
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.rule import Need, Rule
from cchc.rules.checking.slips import explanation
from cchc.rules.checking.wording import LIGHT, levels_in, spoken
from cchc.rules.names import name_key

__all__ = ["REPEATED"]

_FEWEST_WORDS = 3
_A_PAIR = 2
"""Three values of one name are a list, whatever its items are."""
_TOTAL = re.compile(r"(?:toàn tỉnh |đã |về |kết quả )*tổng(?! kết| hợp| cục| công ty)(?!\w)")
_ANOTHER_MATTER = re.compile(
    r"(?<!\w)(?:so với|cùng kỳ|tăng|giảm|kế hoạch|mục tiêu|chỉ tiêu|phấn đấu|trong đó|riêng|lĩnh vực|đối với|khối|nhóm|quý"
    r"|tháng|ước|dự kiến|bình quân|trung bình|cao nhất|thấp nhất|một số|còn lại|từ ngày|đến ngày|năm trước|sở|huyện|quận"
    r"|xã(?! hội)|phường|thị xã|chi cục|phòng|ban quản lý|trung tâm|đơn vị|ngành)(?!\w)"
)
"""Words of a sentence that make of a figure another one: part of the whole, another time, another body."""

_SENTENCE_END = re.compile(r"[.;](?=\s)")
_NUMBER = re.compile(r"[0-9][0-9.]*(?:,[0-9]+)?")


@frozen
class _Figure:
    """A figure with what makes it the same as another: `matter`, and the values that its print stands for."""

    measurement: Measurement
    matter: tuple[object, ...]
    value: Decimal
    step: Fraction
    sentence: int
    name: str


def _check(paper: Paper) -> Iterator[Finding]:
    """The same quantity stands twice in a report with different values.

    `indicator` is its name, `stated` the value at the later place, `inputs` and `computed` the one at the earlier place, `unit`
    their unit, `explanation` the likely slip. In the same words it is an error, in others a warning. Not accused are a figure
    with fewer decimals that rounds the other, one with "gần" or "hơn", one that is narrowed to a field, a level, a part or a
    time, and one that is told as a misprint.
    """
    told = {finding.span for finding in check_misprints(paper)}
    for first, again in _twice(tuple(_figures(paper))):
        span = again.measurement.source.span if again.measurement.source else None
        if span not in told:
            params = Parameters({
                "indicator": again.measurement.indicator, "inputs": (first.value,), "stated": again.value,
                "computed": first.value, "unit": _unit(again.measurement),
                "explanation": explanation(again.value, first.value, Fraction(first.value)),
            })  # fmt: skip
            severity = Severity.ERROR if first.name == again.name else Severity.WARNING
            yield Finding(code="arithmetic.repeated", severity=severity, subject="figures", params=params, span=span)


def _twice(figures: tuple[_Figure, ...]) -> Iterator[tuple[_Figure, _Figure]]:
    """Every two figures of the same quantity, in two sentences, with two values."""
    alike: dict[tuple[object, ...], list[_Figure]] = {}
    for figure in figures:
        alike.setdefault(figure.matter, []).append(figure)
    for some in alike.values():
        if len({figure.value for figure in some}) == _A_PAIR:
            first = some[0]
            yield from ((first, again) for again in some if first.sentence != again.sentence and _differ(first, again))


def _figures(paper: Paper) -> Iterator[_Figure]:
    report = paper.as_report
    identities = Identities.of(paper.known.indicators)
    achieved = _achieved(report) if report else ()
    for at, one in enumerate(report.measurements if report else ()):
        place = _stretch(one, achieved)
        if place is None or one.qualifier or str(at) not in paper.settings:
            continue
        sentence, before = place
        said = " ".join((*paper.settings[str(at)].headings[1:], before))
        name = spoken(one.indicator)
        printed = _printed(one)
        if printed is None or _ANOTHER_MATTER.search(f"{spoken(said)} {name}") or levels_in(f"{spoken(said)} {name}"):
            continue
        if what := _what(name, one, identities, paper.subject.agency):
            matter = (what, type(one.value), _unit(one), name_key(one.agency), one.period, one.as_of)
            yield _Figure(one, matter, *printed, sentence, name)


def _what(name: str, one: Measurement, identities: Identities, own: str) -> tuple[str, ...]:
    """What tells the quantity from every other, or nothing where the name is not enough."""
    key = identities.key_of(one.indicator, own=own)
    if key.id and not key.words and not key.levels and not isinstance(one.value, Count | Money):
        return (key.id,)
    words = sorted({word for word in name.split() if word not in LIGHT})
    return tuple(words) if _TOTAL.match(name) and len(words) >= _FEWEST_WORDS and isinstance(one.value, Count | Money) else ()


def _achieved(report: Report) -> tuple[Span, ...]:
    """Where a report tells what was achieved, in order."""
    told = (said.source.span for said in report.statements if said.kind is StatementKind.ACHIEVED and said.source)
    return tuple(sorted((span for span in told if span is not None), key=lambda span: span.start))


def _stretch(one: Measurement, achieved: Sequence[Span]) -> tuple[int, str] | None:
    """Where the sentence of a figure begins, and its words before the figure; None outside what the report has achieved."""
    at = one.source.span.start if one.source and one.source.span else -1
    last = bisect_right(achieved, at, key=lambda span: span.start) - 1
    if last < 0 or at >= achieved[last].end:
        return None
    span = achieved[last]
    before = span.text[: at - span.start]
    start = max((match.end() for match in _SENTENCE_END.finditer(before)), default=0)
    return span.start + start, before[start:]


def _unit(one: Measurement) -> str:
    match one.value:
        case Percent() | Ratio():
            return "%"
        case Count(unit=unit):
            return name_key(unit)
        case Points():
            return "điểm"
        case _:
            return "đồng"


def _printed(one: Measurement) -> tuple[Decimal, Fraction] | None:
    """The value, and one in its last printed place in the same measure; None where it is no such figure."""
    if not isinstance(one.value, Percent | Count | Money | Points):
        return None
    value = Decimal(one.value.value)
    text = one.source.span.text if one.source and one.source.span else ""
    found = _NUMBER.search(text)
    number = Fraction(found[0].replace(".", "").replace(",", ".")) if found else Fraction(0)
    if not found or not number:
        return None
    decimals = len(found[0].partition(",")[2])
    return value, Fraction(value) / number / 10**decimals


def _differ(first: _Figure, again: _Figure) -> bool:
    """Whether no number is printed as both: where one has fewer decimals it may round the other."""
    apart = abs(Fraction(first.value) - Fraction(again.value))
    return apart > (0 if first.step == again.step else (first.step + again.step) / 2)


REPEATED = Rule(code="arithmetic.repeated", check=_check, basis=("Luật Thống kê 89/2015/QH13, Điều 5",), needs=(Need.REPORT,))
"""One quantity has one value in a report."""
