"""Findings held against those of an earlier run (kết quả kiểm tra lần trước): what is new, what was known, what is gone.

Findings are the same by their code, subject and parameters, never by their place: words added elsewhere in the paper bring
nothing back. Two that are equal count as two.
"""

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from cchc.model.finding import Finding, Parameters

__all__ = ["FindingChanges", "compare_findings"]


@frozen(kw_only=True)
class FindingChanges:
    """What became of findings: `new` now, `known` before and still there, `gone` since; each in its own run's order."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    gone: tuple[Finding, ...]


def compare_findings(before: Iterable[Finding], now: Iterable[Finding]) -> FindingChanges:
    r"""Hold the findings of a run against those of one before.

    >>> from cchc import check, compare_findings, read_text
    >>> before = check(read_text("BÁO CÁO Kết quả CCHC năm 2025\nI. KẾT QUẢ\n1. Xong 30/58 nhiệm vụ (đạt 57,72%)."))
    >>> now = check(read_text("BÁO CÁO Kết quả CCHC năm 2025\nI. KẾT QUẢ CHUNG\n1. Đã xong 30/58 nhiệm vụ (đạt 57,72%)."))
    >>> changes = compare_findings(before, now)
    >>> len(changes.new), len(changes.known), len(changes.gone)
    (0, 1, 0)
    """
    before, now = tuple(before), tuple(now)
    new, known = _parted(now, before)
    gone, _ = _parted(before, now)
    return FindingChanges(new=new, known=known, gone=gone)


def _parted(findings: Iterable[Finding], others: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that have no equal among `others` left to them, and those that have one."""
    left = Counter(map(_key, others))
    alone: list[Finding] = []
    paired: list[Finding] = []
    for finding in findings:
        key = _key(finding)
        (paired if left[key] else alone).append(finding)
        left[key] -= left[key] > 0
    return tuple(alone), tuple(paired)


def _key(finding: Finding) -> tuple[str, str, Parameters]:
    return finding.code, finding.subject, finding.params
