"""The packaged example, judged and scored: the library's main job on real figures."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from attrs import frozen

from cchc.catalog.judging import assess
from cchc.catalog.scorecards import scorecard
from cchc.example import plan_2024, plan_2025, progress_2024, published_766, report_2025, reports_2024
from cchc.model import Finding, Plan
from cchc.rules.assess import Assessment
from cchc.scoring.ledger import Ledger
from cchc.scoring.published import disagreements
from cchc.scoring.scorecard import values_of
from cchc.serialization import to_data

__all__ = ["Showcase", "showcase"]

_TASKS_ON, _TARGETS_ON = date(2024, 9, 30), date(2025, 10, 31)


@frozen(kw_only=True)
class Showcase:
    """The example's two plans with their assessments, and its ledger held against the printed points."""

    plans: tuple[tuple[Plan, Assessment], ...]
    ledger: Ledger
    printed: Mapping[str, Decimal]
    findings: tuple[Finding, ...]

    def to_data(self) -> Mapping[str, object]:
        """The example as plain data."""
        return {
            "assessments": [to_data(assessment) for _, assessment in self.plans],
            "ledger": self.ledger.to_data(),
            "findings": [to_data(finding) for finding in self.findings],
        }


def showcase() -> Showcase:
    """Judge the example's tasks as of 30 September 2024 and its targets as of 31 October 2025; score its published figures."""
    tasks, targets, table, card = plan_2024(), plan_2025(), published_766(), scorecard("qd-766")
    judged = assess(tasks, reports_2024(), progress=progress_2024(), as_of=_TASKS_ON)
    reached = assess(targets, [report_2025()], as_of=_TARGETS_ON)
    ledger = card.score(values_of(card, table.measurements), agency=table.agency, period=table.period)
    printed = {row.code: row.points for row in table.published}
    return Showcase(
        plans=((tasks, judged), (targets, reached)),
        ledger=ledger,
        printed=printed,
        findings=disagreements(ledger, printed),
    )
