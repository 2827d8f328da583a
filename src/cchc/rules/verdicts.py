"""The verdict on a target (kết quả đánh giá chỉ tiêu) as a value that shows its working in exact numbers."""

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from attrs import frozen

from cchc.model.absent import Absent
from cchc.model.measurement import Measurement
from cchc.model.period import Period
from cchc.model.quantity import Quantity

__all__ = ["Pace", "TargetVerdict", "Verdict"]


class Verdict(Enum):
    """What can be said of a target on a day (mức độ hoàn thành chỉ tiêu)."""

    MET = "met"
    """Đạt."""
    MISSED = "missed"
    """Không đạt."""
    ON_TRACK = "on_track"
    """Đúng tiến độ: not yet its date, and the present value would do or keeps pace."""
    AT_RISK = "at_risk"
    """Có nguy cơ không đạt: not yet its date, and the present value would not do or falls behind."""
    NOT_DUE = "not_due"
    """Chưa đến hạn."""
    UNREPORTED = "unreported"
    """Chưa báo cáo: its date has come, or figures have, and none of them can be used."""
    NOT_APPLICABLE = "not_applicable"
    """Không áp dụng: the agency has no such duty."""
    UNDEFINED = "undefined"
    """Không phát sinh: a ratio over nothing, neither met nor missed."""
    NEEDS_JUDGEMENT = "needs_judgement"
    """Cần người có trách nhiệm đánh giá: no measure, or one that can be read in two ways."""


@frozen(kw_only=True)
class Pace:
    """How much an accumulating value should have reached by a day (tiến độ).

    `rule` names how it was reckoned: ``elapsed-days`` is the bound times the share of days elapsed, from the first day of the
    plan to the target's date, both included. `on` is the day the figure speaks of.
    """

    rule: str
    expected: Decimal | Fraction
    elapsed: int
    total: int
    on: date


@frozen(kw_only=True)
class TargetVerdict:
    """The verdict on the target with id `target` and what it rests on.

    `value` is what was reported, summed over `figures`; `measured` is the number held against `bound`, in the requirement's
    unit: the value itself, or how far it moved from `baseline`. `gap` is how far it stands on the good side of the bound,
    negative where it falls short, all unrounded. `near_miss`: it misses, and printed to two decimals it would seem to satisfy.
    """

    target: str
    verdict: Verdict
    due: date
    aspiration: bool = False
    value: Quantity | Absent | bool | str | None = None
    baseline: Quantity | None = None
    baseline_period: Period | None = None
    measured: Decimal | Fraction | None = None
    bound: Decimal | Fraction | None = None
    gap: Decimal | Fraction | None = None
    near_miss: bool = False
    pace: Pace | None = None
    figure_on: date | None = None
    figures: tuple[Measurement, ...] = ()
