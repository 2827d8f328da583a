"""Bounds that cannot be (mức chỉ tiêu không thể có), targets that nothing could measure, and days outside the plan."""

import re
from collections.abc import Iterator
from datetime import date

from cchc.model.finding import Finding, Parameter, Severity
from cchc.model.target import AtLeast, Between, Complete, Exactly, MoreThan, Qualitative, ReduceBy, Target
from cchc.model.text import plain
from cchc.rules.bounds import bounds_of, unit_of
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.target_findings import bound_of, of_target
from cchc.rules.checking.wording import LIGHT, spoken
from cchc.rules.names import unit_key

__all__ = ["check_bounds", "check_days", "check_measures"]

_WHOLE = 100
_THINGS = (
    r"hồ sơ|TTHC|thủ tục|văn bản|cán bộ|công chức|viên chức|cơ quan|đơn vị|xã|phường|huyện|sở|người|tổ chức"
    r"|doanh nghiệp|báo cáo|nhiệm vụ|dịch vụ|phản ánh|hệ thống|cuộc họp|kết quả|DVC|trường|bệnh viện"
)
_SHARE_OF_THINGS = re.compile(rf"(?i)[0-9] ?% (?:tổng )?(?:số )?(?:các )?(?:{_THINGS})(?!\w)")
_VAGUE = re.compile(
    r"(?i)(?<!\w)(?:(?:hầu hết|phần lớn|đa số) (?:các |số )?(?:" + _THINGS + r")|cơ bản (?:hoàn thành|được|khắc phục))(?!\w)"
)
_DAY = r"(?: ngày)? (?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})(?![0-9])"
_LIMIT = re.compile(r"(?i)(?<!\w)(?:đến|trước|chậm nhất|muộn nhất|trong)(?: là)? (?:hết |cuối )?(?:ngày|tháng|quý|năm|[0-9])")
_PAST = re.compile(r"(?i)^(?:trong|tính|qua|kết quả) .*(?<!\w)(?:đã|giải quyết|tiếp nhận|thực hiện được)(?!\w)")
_DUE = re.compile(
    r"(?i)(?:^(?:phấn đấu )?(?:đến hết|đến|trước|chậm nhất|muộn nhất)(?: là| đến)?|(?:hoàn thành|xong) (?:trước|chậm nhất))"
    + _DAY
)
_MORE_THAN_ALL = re.compile(rf"(?i)^(?:đạt )?(?:trên|hơn|vượt) 100 ?% (?:số )?(?:các )?(?:{_THINGS})(?!\w)")


def check_bounds(paper: Paper) -> Iterator[Finding]:
    """A share of things is to be more than all of them: "trên 100% hồ sơ", "đạt 120% hồ sơ"; or to fall by more than all.

    `indicator` is the target's name and `stated` the printed percentage. What is measured against an estimate or a plan, such
    as revenue, may pass 100 % and is not accused.
    """
    for target in paper.as_plan.targets if paper.as_plan else ():
        if _is_share(target) and _asks_too_much(target):
            params: dict[str, Parameter] = {"indicator": target.indicator, "stated": bound_of(target.requirement)}
            yield of_target("target.impossible-bound", Severity.ERROR, target, params)


def _is_share(target: Target) -> bool:
    requirement = target.requirement
    if isinstance(requirement, ReduceBy):
        return unit_key(requirement.unit) == "%"
    shares = isinstance(requirement, AtLeast | MoreThan | Exactly | Between) and unit_key(unit_of(requirement)) == "%"
    return shares and _SHARE_OF_THINGS.search(plain(target.text)) is not None


def _asks_too_much(target: Target) -> bool:
    least = bound_of(target.requirement)
    return least > _WHOLE or (least == _WHOLE and _MORE_THAN_ALL.search(plain(target.text)) is not None)


def check_measures(paper: Paper) -> Iterator[Finding]:
    """A target that no report could answer: a figure of nothing ("Đạt 100%."), or a share without a figure ("hầu hết hồ sơ").

    `text` is the target as printed. What is qualitative by nature, and what is to be done or not, is not accused, nor is a
    figure whose thing stands in the heading or in the item before it.
    """
    plan = paper.as_plan
    for target in plan.targets if plan else ():
        if _is_vague(target):
            yield of_target("target.unmeasurable", Severity.INFO, target, {"text": plain(target.text)})
        elif _measures_nothing(target, paper):
            yield of_target("target.unmeasurable", Severity.WARNING, target, {"text": plain(target.text)})


def _is_vague(target: Target) -> bool:
    text = plain(target.text)
    return isinstance(target.requirement, Complete | Qualitative) and "%" not in text and _VAGUE.search(text) is not None


def _measures_nothing(target: Target, paper: Paper) -> bool:
    """Whether neither the target nor anything that it stands under or beside names a thing."""
    if bounds_of(target.requirement) is None or target.id not in paper.settings or isinstance(target.requirement, Complete):
        return False
    setting = paper.settings[target.id]
    plan = paper.as_plan
    beside = [
        other for other in (plan.targets if plan else ())
        if other is not target and other.id in paper.settings and paper.settings[other.id].item == setting.item
    ]  # fmt: skip
    unit = unit_of(target.requirement)
    said = spoken(f"{target.text} {target.indicator} {target.scope} {'' if unit_key(unit) == '%' else unit}")
    names = [word for word in said.split() if not word[0].isdigit() and word not in LIGHT]
    return not beside and not names and not setting.headings[2:]


def check_days(paper: Paper) -> Iterator[Finding]:
    """A target is to be reached by a day before the plan's period begins.

    `due` is the day and `first` the period's first day. Later days are not accused, since a plan of a year may look further,
    nor is a day without words that make it a limit.
    """
    plan = paper.as_plan
    for target in plan.targets if plan else ():
        due = _due(target)
        if plan and plan.period and due and due < plan.period.start and _limits(target):
            params: dict[str, Parameter] = {"indicator": target.indicator, "due": due, "first": plan.period.start}
            yield of_target("target.outside-period", Severity.WARNING, target, params)


def _limits(target: Target) -> bool:
    """Whether the words make a day the last one, and do not tell of what has been."""
    said = plain(target.text)
    return _LIMIT.search(said) is not None and not _PAST.match(said)


def _due(target: Target) -> date | None:
    """The day that the words of a target give it, which a reading leaves out where the plan's period has not begun."""
    found = _DUE.search(plain(target.text))
    try:
        return target.due or (date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None)
    except ValueError:
        return None
