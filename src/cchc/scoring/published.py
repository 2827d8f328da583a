"""Printed points held against the ledger: each is proved or disproved at the precision it was printed with."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from cchc.model.absent import Absent
from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.rounding import half_up
from cchc.scoring.ledger import Ledger

__all__ = ["disagreements"]


def disagreements(ledger: Ledger, printed: Mapping[str, Decimal]) -> tuple[Finding, ...]:
    """A finding ``score.differs`` for each printed figure that the ledger does not bear out, in the order they were printed.

    `printed` is points by criterion code, the total under an empty code. A printed zero agrees with a criterion that earned
    nothing for want of anything to measure. Raises `InvalidInput` for a code that the scorecard does not have.
    """
    return tuple(_found(ledger, printed))


def _found(ledger: Ledger, printed: Mapping[str, Decimal]) -> Iterator[Finding]:
    for code, stated in printed.items():
        points = ledger.points(code) if code else ledger.total
        places = len(format(stated, "f").partition(".")[2])
        computed = half_up(Decimal(0) if isinstance(points, Absent) else points, places)
        if computed != stated:
            yield Finding(
                code="score.differs",
                severity=Severity.ERROR,
                subject=f"criteria/{code}" if code else "total",
                params=Parameters({"stated": stated, "computed": computed}),
            )
