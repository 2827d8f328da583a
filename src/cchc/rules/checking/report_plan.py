"""Whether a report reports on the plan that lies beside it (báo cáo đúng kế hoạch): the year and the plan that it names."""

from collections.abc import Iterator

from cchc.model.citation import Citation, Symbol
from cchc.model.finding import Finding, Parameters, Severity
from cchc.model.plan import Plan
from cchc.rules.checking.paper import Paper
from cchc.rules.checking.wording import spoken

__all__ = ["check_plan_named"]

_OF_REFORM = ("cải cách hành chính", "công tác cải cách hành chính", "thực hiện cải cách hành chính")


def check_plan_named(paper: Paper) -> Iterator[Finding]:
    """The report is of another year than the plan, or names another plan on reform of the same body and year.

    `stated` is the report's period or the symbol that it names, `expected` the plan's. Plans on checking, on telling people
    and on other matters are not taken for the plan on reform, and a report that names the plan once is not accused.
    """
    report, plan = paper.as_report, paper.plan
    if report is None or plan is None:
        return
    if report.period and plan.period and not report.period.overlaps(plan.period):
        params = Parameters({"stated": report.period.code, "expected": plan.period.code})
        yield Finding(code="report.wrong-plan", severity=Severity.ERROR, subject="report", params=params)
    elif plan.symbol and plan.symbol not in {cited.symbol for cited in report.citations}:
        for cited in report.citations:
            if _stands_for(cited, plan):
                params = Parameters({"stated": cited.symbol, "expected": plan.symbol})
                span = cited.source.span if cited.source else None
                yield Finding(
                    code="report.wrong-plan", severity=Severity.WARNING, subject="citations", params=params, span=span
                )


def _stands_for(cited: Citation, plan: Plan) -> bool:
    """Whether a cited document is called as the plan should be: the same kind and body, on reform, of the plan's year."""
    symbol = Symbol.parse(plan.symbol)
    if (cited.type_code, cited.issuer_code) != (symbol.type_code, symbol.issuer_code) or plan.period is None:
        return False
    title = spoken(cited.title)
    first, last = plan.period.start.year, plan.period.end.year
    return title.startswith(_OF_REFORM) and first == last and title.endswith(f"năm {first}")
