"""Whether a target of a higher plan is an agency's business (thuộc trách nhiệm): its own, of an area it leads, no, or not said.

The plan says it by levels ("cấp xã"), by everybody ("100% cơ quan, đơn vị"), by names, or by who leads an area. A rank of the
whole province is nobody's own; what every office does, such as answering dossiers in time, is everybody's.
"""

import re
from enum import Enum

from attrs import frozen

from cchc.model.agency import Level
from cchc.model.plan import Plan
from cchc.model.target import RankUp, RankWithin, Target
from cchc.rules.checking.bodies_meant import begins_with_body, is_same_body, level_of
from cchc.rules.checking.identity import Identities
from cchc.rules.checking.wording import levels_in, spoken
from cchc.rules.names import name_key

__all__ = ["Business", "Charge", "levels_of"]


class Business(Enum):
    """Whether something is an agency's business."""

    OWN = "own"
    """Thuộc trách nhiệm của cơ quan."""
    LED = "led"
    """Thuộc lĩnh vực cơ quan chủ trì: it answers for the whole province's."""
    OTHERS = "others"
    """Không thuộc trách nhiệm của cơ quan."""
    UNKNOWN = "unknown"
    """Không nói rõ."""


_WHOLE_PROVINCE = frozenset({"par-index", "papi", "pci", "ddci", "dti", "ict-index", "service-index", "sipas"})
_EVERYBODYS = frozenset({
    "dossiers-on-time", "dossiers-on-time-or-early", "dossiers-early", "dossiers-overdue", "apologies", "online-dossiers",
    "online-dossiers-full", "online-dossiers-handled", "payments-online", "payment-transactions", "dossiers-digitised",
    "dossier-files-digitised", "results-digitised", "satisfied-with-procedures", "petitions-handled", "petitions-on-time",
    "work-files-online", "texts-exchanged-electronically", "texts-signed-digitally", "reports-online", "staff-online-work",
    "procedures-published", "plan-tasks-done", "assigned-tasks-on-time",
})  # fmt: skip
_EVERYBODY = re.compile(
    r"\b(?:100 ?%|tất cả|mọi|toàn bộ) (?:số )?(?:các )?(?:cơ quan, (?:tổ chức, )?đơn vị|cơ quan (?:hành chính )?nhà nước"
    r"|cơ quan hành chính)",
    re.IGNORECASE,
)
_OF_HEALTH_AND_SCHOOLS = "satisfied-with-public-services"
_HEALTH_AND_SCHOOLS = ("Sở Y tế", "Sở Giáo dục và Đào tạo")
_NAMED = re.compile(
    r"(?<!hướng dẫn )(?<!chỉ đạo )(?<!yêu cầu )\b(?:của|do|tại|thuộc) "
    r"(?=(?:Sở|Thanh tra|Công an|Văn phòng) [^\W\d_a-zà-ỹđ])(?!Văn phòng Chính phủ)"
)
_OWN_LEVELS = {
    Level.PROVINCE: frozenset({"province", "department"}),
    Level.DEPARTMENT: frozenset({"province", "department"}),
    Level.DISTRICT: frozenset({"district"}),
    Level.COMMUNE: frozenset({"commune"}),
}


def levels_of(agency: str) -> frozenset[str]:
    """The levels whose targets bind an agency; none where its name does not say what it is."""
    level = level_of(agency)
    return _OWN_LEVELS.get(level, frozenset()) if level else frozenset()


@frozen
class Charge:
    """What a higher plan asks of an agency."""

    parent: Plan
    agency: str
    identities: Identities

    @property
    def is_own_plan(self) -> bool:
        """Whether the higher plan is the agency's own, so that all of it is its business."""
        return name_key(self.parent.agency) == name_key(self.agency)

    def business(self, target: Target) -> Business:
        """Whether a target of the higher plan is the agency's own business."""
        if self.is_own_plan:
            return Business.OWN
        text = f"{target.indicator} {target.text} {target.scope}"
        if named := [text[match.end() :] for match in _NAMED.finditer(text)]:
            own = any(begins_with_body(rest, self.agency) for rest in named)
            return Business.OWN if own else Business.OTHERS
        indicator = self.identities.key(target, own=self.parent.agency).id
        if isinstance(target.requirement, RankWithin | RankUp) or indicator in _WHOLE_PROVINCE:
            return Business.OTHERS
        own_levels, levels = levels_of(self.agency), frozenset(levels_in(spoken(text)))
        if levels and own_levels:
            return Business.OWN if levels & own_levels else Business.OTHERS
        if own_levels and (indicator in _EVERYBODYS or _EVERYBODY.search(text)):
            return Business.OWN
        if indicator == _OF_HEALTH_AND_SCHOOLS:
            led = any(is_same_body(name, self.agency) for name in _HEALTH_AND_SCHOOLS)
            return Business.LED if led else Business.UNKNOWN
        return Business.LED if self._leads(target) else Business.UNKNOWN

    def _leads(self, target: Target) -> bool:
        """Whether the agency leads the area that a target stands under."""
        return target.area is not None and any(
            duty.area is target.area and is_same_body(duty.agency, self.agency) for duty in self.parent.duties
        )
