"""A paper as the checks see it (văn bản được kiểm tra): what it holds, what stands beside it, what is known of the world."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from attrs import field, frozen

from cchc.model.agency import Agency
from cchc.model.citation import Citation
from cchc.model.claim import Claim
from cchc.model.indicator import Indicator
from cchc.model.numbering import Numbered
from cchc.model.period import Period
from cchc.model.plan import Plan
from cchc.model.remark import Remark
from cchc.model.replacement import Replacement
from cchc.model.report import Report
from cchc.model.setting import Setting
from cchc.model.target import Target

__all__ = ["Known", "Paper"]


@frozen(kw_only=True)
class Known:
    """What is known beside the paper: agencies by each name the paper uses, every one that has ever been called so.

    `indicators` are those of the catalogue, by which commitments in other words are known to be one, `replaced`
    the documents that another has replaced, by their symbol.
    """

    agencies: Mapping[str, tuple[Agency, ...]] = field(factory=lambda: MappingProxyType({}))
    indicators: tuple[Indicator, ...] = ()
    replaced: Mapping[str, Replacement] = field(factory=lambda: MappingProxyType({}))


@frozen(kw_only=True)
class Paper:
    """A plan or a report, with the claims and the numbering that its text holds.

    `also_promised` are the shares that a plan promises in its tasks and directions, each with the path of its place as its id.
    `plan` of a report is the plan it reports on, `previous` the earlier reports of the same year; `settings` tell where each
    target of a plan stands, by its id, or each figure of a report, by its place among them.
    """

    subject: Plan | Report
    claims: tuple[Claim, ...] = ()
    numbering: tuple[Numbered, ...] = ()
    remarks: tuple[Remark, ...] = ()
    also_promised: tuple[Target, ...] = ()
    plan: Plan | None = None
    previous: tuple[Report, ...] = ()
    settings: Mapping[str, Setting] = field(factory=lambda: MappingProxyType({}))
    known: Known = field(factory=Known)

    @property
    def as_plan(self) -> Plan | None:
        """The plan that is checked, if it is one."""
        return self.subject if isinstance(self.subject, Plan) else None

    @property
    def as_report(self) -> Report | None:
        """The report that is checked, if it is one."""
        return self.subject if isinstance(self.subject, Report) else None

    @property
    def period(self) -> Period | None:
        """The period that the paper is for."""
        return self.subject.period

    @property
    def issued_on(self) -> date | None:
        """The day of the paper."""
        return self.subject.issued_on

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The documents cited, in order."""
        return self.subject.citations
