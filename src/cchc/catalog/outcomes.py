"""What a check of a paper came to: its findings, less those that are waived, against those of an earlier check (kết luận)."""

from collections.abc import Iterable
from datetime import date

from cchc.catalog.checking import as_read, check
from cchc.model import Claim, Finding, Plan, Report, Waiver
from cchc.reading.result import Reading
from cchc.rules.checking.baseline import compare_findings
from cchc.rules.checking.bundles import DEFAULT
from cchc.rules.checking.outcome import Checked
from cchc.rules.checking.rule import RuleSet
from cchc.rules.checking.waivers import waive

__all__ = ["conclude"]


def conclude(
    paper: Reading | Plan | Report,
    *,
    document: str = "",
    plan: Plan | None = None,
    previous: Iterable[Report] = (),
    rules: RuleSet = DEFAULT,
    waivers: Iterable[Waiver] = (),
    as_of: date,
    baseline: Iterable[Finding] = (),
) -> Checked:
    """Check a paper as `check` does, set apart what `waivers` silence on the day `as_of` and what stood in the `baseline`."""
    read = as_read(paper)
    found = check(read, plan=plan, previous=previous, rules=rules)
    judged = waive(found, waivers, as_of=as_of, rules=rules)
    silenced = tuple(one.finding for one in judged.waived)
    changes = compare_findings(baseline, judged.findings)
    return Checked(
        document=document,
        findings=changes.new,
        waived=judged.waived,
        known=changes.known,
        gone=compare_findings(silenced, changes.gone).new,
        claims=len(read.claims),
        sound=sum(not any(_accuses(finding, claim) for finding in found) for claim in read.claims),
    )


def _accuses(finding: Finding, claim: Claim) -> bool:
    """Whether a finding of arithmetic lies within what a claim says."""
    if not finding.code.startswith("arithmetic.") or finding.span is None or claim.span is None:
        return False
    meet = finding.span.start < claim.span.end and claim.span.start < finding.span.end
    return meet and (finding.span.text in claim.span.text or claim.span.text in finding.span.text)
