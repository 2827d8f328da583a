"""Targets (chỉ tiêu): what a plan promises to reach, and the requirement in it that can be tested.

``Trên 98%`` is more than; ``tối thiểu``, ``ít nhất``, ``từ … trở lên`` and a bare ``100%`` are at least. A commitment
without a number is kept: it is to be completed, or left to a person's judgement.
"""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from cchc.model.area import Area
from cchc.model.errors import InvalidInput, Problem
from cchc.model.numeral import exact_number
from cchc.model.source import Source

__all__ = [
    "Amount", "AtLeast", "AtMost", "Between", "Complete", "Exactly", "IncreaseBy", "LessThan", "MoreThan", "Qualitative",
    "RankUp", "RankWithin", "ReduceBy", "Requirement", "Target",
]  # fmt: skip


def _change(value: Decimal | int | str | None) -> Decimal | None:
    if value is None:
        return None
    number = exact_number(value)
    if number < 0:
        raise InvalidInput(Problem(code="negative", found=str(number), accepted=("2.5",)))
    return number


def _places(value: int | str) -> int:
    number = exact_number(value)
    if number < 1 or number != int(number):
        raise InvalidInput(Problem(code="not-a-rank", found=str(value), accepted=("1", "10")))
    return int(number)


@frozen
class Amount:
    """A number with its unit (số lượng): ``Amount("15", "đơn vị")``."""

    value: Decimal = field(converter=exact_number)
    unit: str = ""


@frozen
class MoreThan:
    """More than the value, which itself is not enough (trên)."""

    value: Decimal = field(converter=exact_number)
    unit: str = ""


@frozen
class AtLeast:
    """The value or more (tối thiểu, ít nhất, từ … trở lên)."""

    value: Decimal = field(converter=exact_number)
    unit: str = ""


@frozen
class AtMost:
    """The value or less (tối đa, không quá)."""

    value: Decimal = field(converter=exact_number)
    unit: str = ""


@frozen
class LessThan:
    """Less than the value, which itself is too much (dưới)."""

    value: Decimal = field(converter=exact_number)
    unit: str = ""


@frozen
class Exactly:
    """The value, no more and no less (đúng, bằng)."""

    value: Decimal = field(converter=exact_number)
    unit: str = ""


@frozen(kw_only=True)
class Between:
    """From `least` to `most`, both included (từ … đến …)."""

    least: Decimal = field(converter=exact_number)
    most: Decimal = field(converter=exact_number)
    unit: str = ""

    def __attrs_post_init__(self) -> None:
        if self.most < self.least:
            raise InvalidInput(Problem(code="ends-before-start", found=f"{self.least}..{self.most}"))


@frozen(kw_only=True)
class ReduceBy:
    """Less than at the baseline by `value` at least (giảm); None where the text gives no number.

    `equivalent` is the same change in another unit, printed beside it: 2,5 % (15 đơn vị).
    """

    value: Decimal | None = field(default=None, converter=_change, metadata={"always": True})
    unit: str = ""
    baseline: str = ""
    equivalent: Amount | None = None


@frozen(kw_only=True)
class IncreaseBy:
    """More than at the baseline by `value` at least (tăng); None where the text gives no number."""

    value: Decimal | None = field(default=None, converter=_change, metadata={"always": True})
    unit: str = ""
    baseline: str = ""
    equivalent: Amount | None = None


@frozen
class RankWithin:
    """Among the first `value` (nằm trong nhóm …)."""

    value: int = field(converter=_places, metadata={"text": True})


@frozen(kw_only=True)
class RankUp:
    """Up by `least` to `most` places against the baseline's rank (tăng từ … đến … bậc)."""

    least: int = field(converter=_places, metadata={"text": True})
    most: int = field(converter=_places, metadata={"text": True})
    baseline: str = ""

    def __attrs_post_init__(self) -> None:
        if self.most < self.least:
            raise InvalidInput(Problem(code="ends-before-start", found=f"{self.least}..{self.most}"))


@frozen
class Complete:
    """To be completed (hoàn thành): done or not."""


@frozen
class Qualitative:
    """Without a measure (định tính): left to a person."""


Requirement = (
    MoreThan | AtLeast | AtMost | LessThan | Exactly | Between | ReduceBy | IncreaseBy | RankWithin | RankUp | Complete
    | Qualitative
)  # fmt: skip
"""Any of the twelve."""


@frozen(kw_only=True)
class Target:
    """A target (chỉ tiêu) of a plan.

    `indicator` names what is measured; `scope` the part it speaks of (a field, a level, a subset); `exclusion` what is left
    out; `aspiration` marks "phấn đấu"; `accumulates` says that the value grows over the period, so that it is judged by pace
    before its date; `due` is None where it is the plan's own end.
    """

    id: str
    indicator: str
    requirement: Requirement
    text: str = ""
    area: Area | None = None
    scope: str = ""
    exclusion: str = ""
    aspiration: bool = False
    accumulates: bool = False
    due: date | None = None
    source: Source | None = None
