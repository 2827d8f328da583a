"""The kind of a document (tên loại): a plan, the annex of a plan alone, or a report, by its front, else by its sections."""

import re
from collections.abc import Sequence

from cchc.reading.frame.front import Front
from cchc.reading.prose.structure import Section
from cchc.reading.prose.zones import Zone, plan_zone, report_zone
from cchc.reading.result import DocumentKind

__all__ = ["kind_of"]

_MOST_BESIDE_AN_ANNEX = 8  # paragraphs of introduction and notes around a table that stands alone
_REPORTS = re.compile(r"\bbáo cáo (?:kết quả|tình hình|tổng kết|sơ kết|công tác)|\btrân trọng báo cáo", re.IGNORECASE)
_KINDS: dict[str, DocumentKind] = {"plan": "plan", "annex": "annex", "report": "report"}


def kind_of(front: Front, sections: Sequence[Section], *, has_tasks: bool) -> DocumentKind:
    """The kind that the front states, else the one that the sections look like."""
    if stated := _KINDS.get(front.kind):
        return stated
    paragraphs = [section for top in sections for section in top.walk()]
    if has_tasks and len(paragraphs) <= _MOST_BESIDE_AN_ANNEX:
        return "annex"
    headings = [section.words.text for section in paragraphs if section.children]
    of_plan = any(plan_zone(heading) in (Zone.TARGETS, Zone.DUTIES, Zone.MIXED) for heading in headings)
    of_report = any(report_zone(heading) is Zone.SHORTCOMING for heading in headings)
    says_so = any(_REPORTS.search(section.words.text) for section in paragraphs)
    return "report" if not of_plan and not has_tasks and (of_report or says_so) else "plan"
