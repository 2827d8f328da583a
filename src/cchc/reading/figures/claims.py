"""What a statement claims about its own figures (quan hệ giữa các số liệu), as values that a rule can compute.

Nothing is computed here: whether a claim is true is for the rules to say.
"""

from cchc.model import Breakdown, Claim, PrintedFigure
from cchc.reading.figures.breakdowns import breakdowns_of
from cchc.reading.figures.clauses import Clause, lay_out
from cchc.reading.passage import Passage

__all__ = ["read_claims"]


def read_claims(statement: Passage) -> tuple[Claim, ...]:
    """The claims of a statement, in order."""
    layout = lay_out(statement.text)
    return tuple(
        Breakdown(
            total=_printed(statement, layout.clauses[one.total]),
            parts=tuple(_printed(statement, layout.clauses[part]) for part in one.parts),
        )
        for one in breakdowns_of(layout)
    )


def _printed(statement: Passage, clause: Clause) -> PrintedFigure:
    figure = clause.figure
    return PrintedFigure(
        value=figure.value, unit=figure.unit, hedge=figure.hedge, span=statement.span(figure.start, figure.end)
    )
