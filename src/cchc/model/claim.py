"""What a paper claims about its own figures (quan hệ giữa các số liệu): a part of a whole, a total and its parts, a change.

A claim is what the print says, never whether it is true. It keeps each figure as it is printed, with its place, so that a rule
can compute at the printed precision and point to what is wrong.
"""

from decimal import Decimal

from attrs import field, frozen

from cchc.model.numeral import exact_number
from cchc.model.source import Span

__all__ = ["Breakdown", "Change", "Claim", "PrintedFigure", "Restatement", "Share", "Shares"]


@frozen(kw_only=True)
class PrintedFigure:
    """A figure as it stands on paper (số liệu in).

    `value` is in the unit's own measure, money in đồng; `step` is one in the last printed place, 0.01 for ``57,72%``;
    `hedge` keeps words such as "gần", "hơn", "khoảng"; `label` says what the figure is of.
    """

    value: Decimal = field(converter=exact_number)
    unit: str = ""
    step: Decimal = field(default=Decimal(1), converter=exact_number)
    hedge: str = ""
    label: str = ""
    span: Span | None = None


@frozen(kw_only=True)
class Share:
    """`part` is stated to be `stated` per cent of a whole (tỷ lệ phần trăm).

    `wholes` are the figures that the percentage may be of, the likeliest first. `named` says that the paper itself names the
    first of them (a/b, trong đó, trên tổng số); otherwise only its order in the sentence speaks for it.
    """

    part: PrintedFigure
    wholes: tuple[PrintedFigure, ...]
    stated: PrintedFigure
    named: bool = True
    span: Span | None = None


@frozen(kw_only=True)
class Breakdown:
    """`total` is said to be made up of `parts` (trong đó, gồm).

    `complete` says that the print claims to name every part (``gồm:``, a bracket after the total) and not only some. `others`
    are figures said before of the same things, which may be the total instead.
    """

    total: PrintedFigure
    parts: tuple[PrintedFigure, ...]
    complete: bool = False
    others: tuple[PrintedFigure, ...] = ()
    span: Span | None = None


@frozen(kw_only=True)
class Shares:
    """Things of one kind, each with its percentage (cơ cấu), of a whole that is not printed.

    `shared_out` where the paper says that they are shares of one whole (chiếm); else they may be rates, each of its own.
    """

    parts: tuple[PrintedFigure, ...]
    stated: tuple[PrintedFigure, ...]
    shared_out: bool = False
    span: Span | None = None


@frozen(kw_only=True)
class Change:
    """From `before` to `after` by `change` (tăng, giảm), upwards or not."""

    before: PrintedFigure
    after: PrintedFigure
    change: PrintedFigure
    upwards: bool
    span: Span | None = None


@frozen(kw_only=True)
class Restatement:
    """One amount said twice, in two units (tương đương): ``3.216 triệu đồng (tương đương 3,216 tỷ đồng)``."""

    first: PrintedFigure
    again: PrintedFigure
    span: Span | None = None


Claim = Share | Breakdown | Shares | Change | Restatement
"""Any of the five."""
