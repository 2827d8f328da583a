"""Waivers applied (miễn trừ): what is waived as of a day is set apart and never lost, and no waiver outlives its reason.

A waiver whose day is over brings its finding back and says so; one that has nothing to silence is told, to be struck out.
"""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from cchc.model.errors import InvalidInput, Problem
from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.text import nearest, plain
from cchc.model.waiver import Waiver
from cchc.rules.checking.bundles import DEFAULT
from cchc.rules.checking.rule import RuleSet

__all__ = ["Waived", "WaivedFinding", "unknown_codes", "waive"]

_OF_NO_RULE = ("reading.doubtful-symbol", "rule.crashed", "rule.skipped", "schedule.no-year")
"""What a check may say besides the findings of its rules."""


@frozen
class WaivedFinding:
    """A finding, and the waiver that silences it."""

    finding: Finding
    waiver: Waiver


@frozen(kw_only=True)
class Waived:
    """Findings by what waivers make of them: `findings` stand, what became of the waivers among them; `waived` are silenced."""

    findings: tuple[Finding, ...]
    waived: tuple[WaivedFinding, ...] = ()


def waive(findings: Iterable[Finding], waivers: Iterable[Waiver], *, as_of: date, rules: RuleSet = DEFAULT) -> Waived:
    r"""Set apart the findings of a check by `rules` that `waivers` silence on the day `as_of`.

    A waiver holds up to and including its last day. Afterwards its findings stand again, with a ``waiver.expired``; a waiver
    without a finding gives ``waiver.unused``, unless its rule is not among `rules`. Raises `InvalidInput` with every code that
    no rule has.

    >>> from datetime import date
    >>> from cchc import Waiver, check, read_text, waive
    >>> found = check(read_text("BÁO CÁO Kết quả CCHC năm 2025\nI. KẾT QUẢ\n1. Hoàn thành 30/58 nhiệm vụ (đạt 57,72%)."))
    >>> waiver = Waiver(code="arithmetic.ratio", subject="figures", reason="Đã đính chính", until=date(2025, 12, 31))
    >>> [finding.code for finding in waive(found, [waiver], as_of=date(2025, 12, 31)).findings]
    []
    >>> [finding.code for finding in waive(found, [waiver], as_of=date(2026, 1, 1)).findings]
    ['arithmetic.ratio', 'waiver.expired']
    """
    numbered = tuple(enumerate(waivers, start=1))
    if problems := unknown_codes(((number - 1, waiver.code) for number, waiver in numbered), rules):
        raise InvalidInput(problems)
    in_force = [(number, waiver) for number, waiver in numbered if as_of <= waiver.until]
    standing: list[Finding] = []
    waived: list[WaivedFinding] = []
    used: set[int] = set()
    for finding in findings:
        number, waiver = next((one for one in in_force if _names(one[1], finding)), (0, None))
        if waiver:
            waived.append(WaivedFinding(finding, waiver))
            used.add(number)
        else:
            standing.append(finding)
    idle = [one for one in numbered if one[0] not in used]
    told = (found for number, waiver in idle if (found := _told(number, waiver, standing, as_of, rules)))
    return Waived(findings=(*standing, *told), waived=tuple(waived))


def unknown_codes(codes: Iterable[tuple[int, str]], rules: RuleSet = DEFAULT) -> tuple[Problem, ...]:
    """What is wrong with the codes of waivers, each with its place in their list: no check by `rules` or by all gives them."""
    known = sorted({*DEFAULT.codes, *rules.codes, *_OF_NO_RULE})
    return tuple(
        Problem(code="unknown-rule", place=f"waivers[{at}].code", found=code, near=nearest(code, known))
        for at, code in codes
        if code not in known
    )


def _names(waiver: Waiver, finding: Finding) -> bool:
    """Whether a finding is one that the waiver names."""
    if (waiver.code, waiver.subject) != (finding.code, finding.subject):
        return False
    words = plain(waiver.words).casefold()
    return not words or (finding.span is not None and words in plain(finding.span.text).casefold())


def _told(number: int, waiver: Waiver, standing: Iterable[Finding], as_of: date, rules: RuleSet) -> Finding | None:
    """What is to be said of a waiver that silences nothing."""
    params = Parameters({"code": waiver.code, "waived": waiver.subject, "reason": plain(waiver.reason), "until": waiver.until})
    subject = f"waivers/{number}"
    if waiver.until < as_of and any(_names(waiver, finding) for finding in standing):
        return Finding(code="waiver.expired", severity=Severity.WARNING, subject=subject, params=params)
    all_asked = set(DEFAULT.codes) <= set(rules.codes)
    if waiver.code not in rules.codes and not (waiver.code in _OF_NO_RULE and all_asked):
        return None
    return Finding(code="waiver.unused", severity=Severity.INFO, subject=subject, params=params)
