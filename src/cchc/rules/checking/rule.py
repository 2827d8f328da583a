"""A rule of checking (quy tắc kiểm tra) and sets of them: immutable values made of pure functions, nothing registers itself.

A rule that fails becomes a finding, and the others go on; one that needs what the paper does not say is told as skipped.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from attrs import evolve, frozen

from cchc.model.errors import InvalidInput, Problem
from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.text import nearest
from cchc.rules.checking.paper import Paper

__all__ = ["Need", "Rule", "RuleSet"]


class Need(Enum):
    """What a rule cannot do without (điều kiện kiểm tra)."""

    PLAN = "plan"
    """Là kế hoạch."""
    REPORT = "report"
    """Là báo cáo."""
    PERIOD = "period"
    """Có kỳ kế hoạch, kỳ báo cáo."""
    DATE = "issued_on"
    """Có ngày ban hành."""
    PLAN_REPORTED_ON = "plan_reported_on"
    """Có kế hoạch để đối chiếu."""
    PREVIOUS = "previous"
    """Có báo cáo kỳ trước."""


_HAVE: dict[Need, Callable[[Paper], object]] = {
    Need.PLAN: lambda paper: paper.as_plan,
    Need.REPORT: lambda paper: paper.as_report,
    Need.PERIOD: lambda paper: paper.period,
    Need.DATE: lambda paper: paper.issued_on,
    Need.PLAN_REPORTED_ON: lambda paper: paper.plan,
    Need.PREVIOUS: lambda paper: paper.previous,
}
_SAID_BY_THE_PAPER = (Need.PERIOD, Need.DATE)
"""What a paper ought to say: where it does not, the rules that need it are told as skipped. The rest is another paper."""

_Check = Callable[[Paper], Iterable[Finding]]


@frozen(kw_only=True)
class Rule:
    """A rule: the `code` of its findings, the function that finds them, whose docstring says what they mean, and its ground.

    `basis` names the documents or the practice behind it; `needs` what the paper must have for it to run.
    """

    code: str
    check: _Check
    basis: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()

    @property
    def family(self) -> str:
        """What stands before the dot of the code: ``arithmetic``."""
        return self.code.partition(".")[0]

    def lacks(self, paper: Paper) -> tuple[Need, ...]:
        """What the rule needs and the paper does not have."""
        return tuple(need for need in self.needs if not _HAVE[need](paper))


@frozen(kw_only=True)
class RuleSet:
    """Rules under a `name`, each code once; a set is changed by making another."""

    name: str
    rules: tuple[Rule, ...]

    def __attrs_post_init__(self) -> None:
        codes = [rule.code for rule in self.rules]
        if repeated := sorted({code for code in codes if codes.count(code) > 1}):
            raise InvalidInput([Problem(code="duplicate-id", place="rules", found=code) for code in repeated])

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its rules, in order."""
        return tuple(rule.code for rule in self.rules)

    def only(self, *names: str) -> "RuleSet":
        """The rules with these codes, or of these families; raises `InvalidInput` for a name that no rule has."""
        return evolve(self, rules=tuple(rule for rule in self.rules if self._named(rule, names)))

    def without(self, *names: str) -> "RuleSet":
        """All but the rules with these codes, or of these families; raises `InvalidInput` for a name that no rule has."""
        return evolve(self, rules=tuple(rule for rule in self.rules if not self._named(rule, names)))

    def _named(self, rule: Rule, names: Iterable[str]) -> bool:
        known = sorted({*self.codes, *(rule.family for rule in self.rules)})
        if unknown := [name for name in names if name not in known]:
            accepted = tuple(known)
            raise InvalidInput([
                Problem(code="unknown-rule", found=name, accepted=accepted, near=nearest(name, known)) for name in unknown
            ])  # fmt: skip
        return rule.code in names or rule.family in names

    def check(self, paper: Paper) -> tuple[Finding, ...]:
        """Everything that the rules find, by place in the paper and then in the order of the rules."""
        found = [finding for rule in self.rules if not rule.lacks(paper) for finding in _found(rule, paper)]
        return (*sorted(found, key=_place), *self._skipped(paper))

    def _skipped(self, paper: Paper) -> Iterator[Finding]:
        """One finding for each thing that the paper ought to say and does not, with the rules that need it."""
        for need in _SAID_BY_THE_PAPER:
            if codes := tuple(rule.code for rule in self.rules if rule.lacks(paper) == (need,)):
                params = Parameters({"needs": need.value, "rules": codes})
                yield Finding(code="rule.skipped", severity=Severity.INFO, subject="rules", params=params)


def _found(rule: Rule, paper: Paper) -> tuple[Finding, ...]:
    try:
        return tuple(rule.check(paper))
    except Exception as error:  # noqa: BLE001 - one wrong rule must not hide what the others find
        params = Parameters({"error": type(error).__name__, "message": str(error)})
        return (Finding(code="rule.crashed", severity=Severity.ERROR, subject=f"rules/{rule.code}", params=params),)


def _place(finding: Finding) -> tuple[bool, int]:
    return finding.span is None, finding.span.start if finding.span else 0
