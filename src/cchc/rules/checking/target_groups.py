"""The targets of a plan that promise the same thing (chỉ tiêu trùng nội dung): one indicator, one part of it, one day.

Where a target stands belongs to what it says: under "Đối với cấp xã" it is of the communes. Targets of one item are never taken
for a contradiction, since "tối thiểu 60%, phấn đấu 70%" is one promise.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from attrs import frozen

from cchc.model.plan import Plan
from cchc.model.setting import Setting
from cchc.model.target import Target
from cchc.rules.checking.identity import Identities, IndicatorKey
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.wording import spoken, without_basis

__all__ = ["Promise", "named_alike", "promised_beside", "promises"]

_LIMITING = re.compile(
    r"(?<!\w)(?:đối với|lĩnh vực|khối|riêng|nhóm|quý|tháng|năm|giai đoạn|đợt|sở|huyện|quận|phường|thị xã|thị trấn|địa phương"
    r"|(?<!cung )(?<!nâng )cấp|xã(?! hội)|thành phố|phấn đấu|tối thiểu|trong đó|chỉ tiêu cơ bản|phương án)(?!\w)"
)
_TIME = re.compile(
    r"(?<!\w)(?:(?:năm|quý|tháng|giai đoạn|đợt|kỳ|lần) (?:thứ )?[0-9ivx]+|(?:hằng|mỗi) (?:năm|quý|tháng)|/ ?năm)(?!\w)"
)


@frozen(kw_only=True)
class Promise:
    """A target with what it speaks of: its key, the headings that limit it, the times it names, its day."""

    target: Target
    key: IndicatorKey
    limits: tuple[str, ...]
    times: frozenset[str]
    due: date | None
    item: int

    def speaks_of_the_same(self, other: "Promise") -> bool:
        """Whether both promise the same part of the same indicator by the same day, in two places of the plan."""
        return self.due == other.due and self.speaks_of_the_same_part(other)

    def speaks_of_the_same_part(self, other: "Promise") -> bool:
        """Whether both promise the same part of the same indicator, were it by other days, in two places of the plan."""
        apart = self.item != other.item or self.item < 0
        mine, yours = ((one.limits, one.times) for one in (self, other))
        return apart and self.key.fits(other.key) and mine == yours


def promises(paper: Paper) -> tuple[Promise, ...]:
    """The targets of a plan as promises; those of a table whose headings are not known are left out."""
    plan = paper.as_plan
    if plan is None:
        return ()
    identities = Identities.of(paper.known.indicators)
    return tuple(
        _promise(target, setting, plan, identities)
        for target in plan.targets
        if (setting := _setting(target, paper)) is not None
    )


def promised_beside(paper: Paper) -> Iterator[tuple[Promise, tuple[Promise, ...]]]:
    """What the plan promises beside its targets, with the targets of the same part of the same indicator."""
    plan = paper.as_plan
    if plan is None or not paper.also_promised:
        return
    identities, targets = Identities.of(paper.known.indicators), promises(paper)
    for said in paper.also_promised:
        other = _promise(said, paper.settings.get(said.id, Setting()), plan, identities)
        yield other, tuple(one for one in targets if one.speaks_of_the_same_part(other))


def named_alike(paper: Paper) -> Iterator[tuple[Promise, Promise]]:
    """Every two promises of the same thing; those of one indicator and one day are looked at together."""
    alike: dict[tuple[IndicatorKey, date | None], list[Promise]] = {}
    for one in promises(paper):
        alike.setdefault((one.key, one.due), []).append(one)
    for some in alike.values():
        yield from ((one, other) for one, other in combinations(some, 2) if one.speaks_of_the_same(other))


def _setting(target: Target, paper: Paper) -> Setting | None:
    stands_nowhere = target.source is None or (target.source.span is None and not target.source.place)
    return paper.settings.get(target.id, Setting() if stands_nowhere else None)


def _promise(target: Target, setting: Setting, plan: Plan, identities: Identities) -> Promise:
    end = plan.period.end if plan.period else None
    said = spoken(without_basis(target.text)[0])
    return Promise(
        target=target,
        key=identities.key(target, own=plan.agency),
        limits=tuple(limit for heading in setting.headings if (limit := _limit(heading, plan))),
        times=frozenset(_TIME.findall(said)) - _own_times(plan),
        due=target.due or end,
        item=setting.item,
    )


def _limit(heading: str, plan: Plan) -> str:
    """A heading as it limits what stands under it, or nothing: "Cải cách thể chế" limits nothing."""
    said = spoken(heading)
    for time in _own_times(plan):
        said = said.replace(time, "")
    return " ".join(said.split()) if _LIMITING.search(said) else ""


def _own_times(plan: Plan) -> frozenset[str]:
    if plan.period is None:
        return frozenset()
    return frozenset({f"năm {plan.period.start.year}"} if plan.period.start.year == plan.period.end.year else set())
