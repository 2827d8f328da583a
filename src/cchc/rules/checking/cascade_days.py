"""Whether an agency's plan follows the right plan, and in time (đúng kế hoạch cấp trên, đúng hạn ban hành).

A higher plan tells those below when to issue theirs, in "Tổ chức thực hiện" or in a row of its annex.
"""

import re
from collections.abc import Iterator
from datetime import date

from cchc.model.citation import Citation
from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.period import Period
from cchc.model.plan import Plan
from cchc.model.text import plain
from cchc.rules.checking.bodies_meant import Meaning, whom_it_means
from cchc.rules.checking.cascade_tasks import last_day

__all__ = ["issued_late", "wrong_parent"]

_MAKES = r"(?:xây dựng|ban hành|cụ thể hóa|cụ thể hoá|lập)"
_REFORM = r"(?:cchc|cải cách hành chính)"
_ITS_OWN = r"của (?:cơ quan|đơn vị|địa phương|ngành|sở|phường|xã|huyện|mình|bản thân|từng)"
_OWN_PLAN = re.compile(
    rf"{_MAKES}[^.;]{{0,80}}\bkế hoạch (?:thực hiện |triển khai |công tác )*(?:{_REFORM}|(?:này )?{_ITS_OWN})"
    rf"|cụ thể h(?:óa|oá)[^.;]{{0,40}}kế hoạch|kế hoạch này[^.;]{{0,40}}\bxây dựng[^.;]{{0,20}}\bkế hoạch\b"
)
_ANOTHERS = re.compile(
    r"kế hoạch (?:cchc|cải cách hành chính)(?: nhà nước)? (?:của )?(?:tỉnh|thành phố)\b|năm (?:sau|tiếp theo|tới)\b"
)
_YEAR = re.compile(r"\bnăm (\d{4})\b")
_PLACE = re.compile(r"\b(?:tỉnh|thành phố|huyện|quận|thị xã)\b")
_REFORM_PLAN = re.compile(rf"\b{_REFORM}\b")


def issued_late(parent: Plan, child: Plan, agency: str) -> Iterator[Finding]:
    """The agency's plan bears a later day than the one by which the higher plan has it issued.

    `due` is that day, `issued_on` the day of the agency's plan. Where the higher plan names several days, the last one counts.
    """
    due = max(_days_for(parent, child, agency), default=None)
    if due is not None and child.issued_on is not None and child.issued_on > due:
        params = Parameters({"due": due, "issued_on": child.issued_on, "days": (child.issued_on - due).days})
        yield Finding(code="cascade.issued-late", severity=Severity.ERROR, subject="plan", params=params)


def _days_for(parent: Plan, child: Plan, agency: str) -> Iterator[date]:
    """The days by which an agency has to issue its plan."""
    last = child.period.end if child.period else date.max
    told = [(duty.agency or duty.text, duty.text, duty.due) for duty in parent.duties]
    told += [(name, task.title, last_day(task.schedule)) for task in parent.tasks for name in task.lead]
    for name, text, due in told:
        if due is not None and due <= last and _asks_for_its_plan(text, child):
            means = whom_it_means(name, agency)
            if means is Meaning.ONE_OF_ALL or (means is Meaning.ITSELF and re.search(_ITS_OWN, plain(text).casefold())):
                yield due


def _asks_for_its_plan(text: str, child: Plan) -> bool:
    """Whether a text asks for the plan that an agency makes after this one, and not for the province's or next year's."""
    words = plain(text).casefold()
    if not _OWN_PLAN.search(words) or _ANOTHERS.search(words):
        return False
    match = re.search(rf"{_REFORM}(?: nhà nước)? (?:của \S+ )?năm (\d{{4}})", words)
    return match is None or child.period is None or child.period.year == int(match[1])


def wrong_parent(parent: Plan, child: Plan) -> Iterator[Finding]:
    """The agency's plan does not follow this higher plan: they are for other times, or it names another plan of that year.

    `parent` is what the higher plan is, `child` what the agency's plan is for or cites instead.
    """
    mine, theirs = parent.period, child.period
    if mine and theirs and not mine.overlaps(theirs):
        yield _wrong(Severity.ERROR, mine.code, theirs.code)
        return
    cited = [citation for citation in child.citations if citation.symbol]
    if not parent.symbol or mine is None or any(citation.symbol == parent.symbol for citation in cited):
        return
    rival = next((citation.symbol for citation in cited if _is_rival(citation, parent, mine)), "")
    if rival:
        yield _wrong(Severity.WARNING, parent.symbol, rival)


def _is_rival(citation: Citation, parent: Plan, period: Period) -> bool:
    """Whether a document cited is a reform plan for the year of the higher plan, of the same kind, level and issuer's code."""
    title = plain(citation.title).casefold()
    place = _PLACE.search(plain(parent.agency).casefold())
    return (
        citation.symbol.partition("/")[2] == parent.symbol.partition("/")[2]
        and _YEAR.findall(title) == [str(period.year)]
        and _REFORM_PLAN.search(title) is not None
        and place is not None
        and re.search(rf"\b{place[0]}\b", title) is not None
    )


def _wrong(severity: Severity, parent: str, child: str) -> Finding:
    params = Parameters({"parent": parent, "child": child})
    return Finding(code="cascade.wrong-parent", severity=severity, subject="plan", params=params)
