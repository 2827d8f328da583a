"""Measurements (số liệu): the one coin that passes between the halves of the library.

A report brings one, a rule computes one, a table of dossiers is aggregated into one; scoring takes nothing else, so every
point of a rank can be walked back to the sentence or the rows it came from.
"""

from datetime import date

from attrs import frozen

from cchc.model.absent import Absent
from cchc.model.period import Period
from cchc.model.quantity import Quantity
from cchc.model.source import Source

__all__ = ["Measurement"]


@frozen(kw_only=True)
class Measurement:
    """A value of an indicator at an agency in a period.

    `indicator` is a target's indicator or a criterion's code; a value may be a quantity, yes or no, a label, or absent;
    `as_of` is the day the figure speaks of (the period's end when None); `qualifier` keeps words such as "gần", "hơn".
    """

    indicator: str
    value: Quantity | Absent | bool | str
    agency: str = ""
    period: Period | None = None
    as_of: date | None = None
    qualifier: str = ""
    source: Source | None = None
