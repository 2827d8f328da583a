"""From the figures of a report's statement to measurements (số liệu báo cáo), each with its value, name, day, agency and place.

What is stated and what can be computed stay apart: ``30/58 nhiệm vụ (đạt 57,72%)`` is a ratio and a percentage of one name.
"""

from decimal import Decimal

from cchc.model import Count, Measurement, Money, Percent, Period, Points, Quantity, Rank, Ratio, Source
from cchc.reading.figures.clauses import lay_out
from cchc.reading.figures.figure_words import words_of_figures
from cchc.reading.figures.figures import Figure, FigureKind
from cchc.reading.passage import Passage

__all__ = ["SCALES", "read_measurements"]

SCALES = {"nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tr": 6, "tỷ": 9, "tỉ": 9}
_CURRENCY = frozenset(("đồng", "đ", "vnđ", "vnd"))
_TRAILING = (" trở lên", " trở xuống")


def read_measurements(
    statement: Passage, *, agency: str = "", period: Period | None = None, document: str = "", context: str = ""
) -> tuple[Measurement, ...]:
    """The figures of a statement of a report, one measurement each, in order.

    `agency` and `period` are the report's, taken where the statement names no other; `context` is the heading it stands
    under and names what has no name of its own. A figure that no quantity holds, as half a day or an amount in dollars,
    keeps its words.
    """
    layout = lay_out(statement.text)
    return tuple(
        Measurement(
            indicator=words.name or context,
            value=_value(statement.text, clause.figure, words.unit),
            agency=words.agency or agency,
            period=words.period or period,
            as_of=words.as_of,
            qualifier=_qualifier(statement.text, clause.figure),
            source=Source(document=document, span=statement.span(clause.figure.start, clause.figure.end)),
        )
        for clause, words in zip(layout.clauses, words_of_figures(layout, period), strict=True)
    )


def _value(text: str, figure: Figure, unit: str) -> Quantity | str:
    """The quantity a figure states, or its words where no quantity can hold it."""
    value, whole = figure.value, figure.whole
    match figure.kind:
        case FigureKind.PERCENT:
            return Percent(value)
        case FigureKind.POINTS:
            return Points(value)
        case FigureKind.RATIO if whole is not None:
            return Ratio(value, whole, of=unit)
        case FigureKind.RANK if value >= 1 and _is_whole(value) and (whole is None or (_is_whole(whole) and whole >= value)):
            return Rank(int(value), int(whole or 0))
        case FigureKind.MONEY:
            scaled, currency = _scaled(value, unit)
            if not currency or currency.casefold() in _CURRENCY:
                return Money(scaled)
        case FigureKind.COUNT | FigureKind.DURATION:
            scaled, thing = _scaled(value, unit)
            if _is_whole(scaled):
                return Count(int(scaled), thing)
    return text[figure.start : figure.end]


def _scaled(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A number times the thousands and millions that its unit begins with, and what is left of the unit."""
    power, words = 0, unit.split(" ")
    while words and (scale := SCALES.get(words[0].casefold())):
        power += scale
        words.pop(0)
    return value.scaleb(power), " ".join(words)


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _qualifier(text: str, figure: Figure) -> str:
    for words in _TRAILING:
        if text.startswith(words, figure.end):
            return words.strip()
    return figure.hedge
