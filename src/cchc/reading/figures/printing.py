"""A figure as it is printed (số liệu in), for the claims that a statement makes: its value, its precision, its words."""

from decimal import Decimal

from cchc.model import PrintedFigure
from cchc.reading.figures.clauses import Clause
from cchc.reading.figures.figures import FigureKind
from cchc.reading.figures.measurements import SCALES
from cchc.reading.passage import Passage

__all__ = ["printed", "printed_whole"]


def printed(statement: Passage, clause: Clause) -> PrintedFigure:
    """A clause's figure; of a part over a whole the part."""
    return _printed(statement, clause, clause.figure.value)


def printed_whole(statement: Passage, clause: Clause) -> PrintedFigure | None:
    """The whole of a part over a whole, or None."""
    whole = clause.figure.whole
    return _printed(statement, clause, whole) if clause.figure.kind is FigureKind.RATIO and whole is not None else None


def _printed(statement: Passage, clause: Clause, value: Decimal) -> PrintedFigure:
    figure = clause.figure
    power, words = 0, figure.unit.split(" ")
    while words and (scale := SCALES.get(words[0].casefold())):
        power += scale
        words.pop(0)
    unit = " ".join(words)
    if power and not unit:
        unit = "đồng"
    exponent = value.as_tuple().exponent
    return PrintedFigure(
        value=value.scaleb(power),
        unit=unit,
        step=Decimal(1).scaleb(power + int(exponent)),
        hedge=figure.hedge,
        label=" ".join(part for part in (clause.left, figure.unit, clause.right) if part),
        span=statement.span(figure.start, figure.end),
    )
