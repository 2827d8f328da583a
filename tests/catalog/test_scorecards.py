import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from cchc.catalog.scorecards import chosen, scorecard, scorecards
from cchc.model import Absent, InvalidInput, Percent, PeriodKind, Ratio
from cchc.scoring import Confidence, EachPart, MonitorOnly, Policy, Proportional, Scorecard, Value
from cchc.serialization import from_data, to_data


def test_the_scorecards_there_are() -> None:
    assert "qd-766" in scorecards()
    for name in scorecards():
        assert scorecard(name).id == name


def test_the_frame_of_qd_766() -> None:
    card = scorecard("qd-766")
    assert [str(area.maximum) for area in card.areas] == ["18", "20", "22", "22", "18"]
    assert [(citation.symbol, citation.issued_on) for citation in card.citations] == [("766/QĐ-TTg", date(2022, 6, 23))]
    assert card.rounding == EachPart(2)
    assert card.period_kinds == (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR)
    assert len(card.leaves) == 23
    assert scorecard("qd-766") is card


def test_scorecards_go_out_as_data_and_come_back() -> None:
    for name in scorecards():
        card = scorecard(name)
        assert from_data(to_data(card), Scorecard) == card


def test_what_is_not_sure_says_so() -> None:
    card = scorecard("qd-766")
    unsure = {leaf.code for leaf in card.leaves if leaf.confidence is not Confidence.EXACT}
    assert unsure == {"3.2.3", "4.2", "4.3", "4.5"}
    unseen = {leaf.code for leaf in card.leaves if leaf.zero_denominator_confidence is not Confidence.EXACT}
    assert unseen == {"3.1.1", "3.1.2", "3.1.3", "3.2.2", "3.2.3"}
    assert all(card.criterion(code).note for code in unseen | unsure - {"4.2"})
    assert card.confidence is Confidence.PARTIAL
    assert card.bands_confidence is Confidence.UNVERIFIED
    assert {conflict.code for conflict in card.conflicts} == {"", "3.1", "3.2.3", "4.2", "5"}


def test_the_thresholds_of_qd_766() -> None:
    rules = {leaf.code: leaf.rule for leaf in scorecard("qd-766").leaves}
    full_at = {code: str(rule.full_at) for code, rule in rules.items() if isinstance(rule, Proportional) and rule.full_at != 1}
    assert full_at == {"3.1.1": "0.8", "3.1.3": "0.5", "3.2.2": "0.8", "3.2.3": "0.8", "4.4": "0.8", "5.3": "0.9"}
    assert {code for code, rule in rules.items() if isinstance(rule, MonitorOnly)} == {"2.2", "5.4"}


@pytest.mark.parametrize(
    ("policy", "codes"),
    [
        (Policy.NO_SCORE, ["1.1", "1.2", "1.3", "1.4", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7"]),
        (Policy.ZERO, ["2.1", "3.1.1", "3.1.2", "3.1.3", "3.2.1", "3.2.2", "3.2.3", "5.3"]),
        (Policy.FULL, ["5.1", "5.2"]),
    ],
)
def test_nothing_over_nothing(policy: Policy, codes: list[str]) -> None:
    card = scorecard("qd-766")
    ledger = card.score(dict.fromkeys(codes, Ratio(0, 0)))
    for code in codes:
        maximum = card.criterion(code).maximum
        earned = {Policy.NO_SCORE: Absent.UNDEFINED, Policy.ZERO: Decimal(0), Policy.FULL: maximum}[policy]
        assert ledger.points(code) == earned
        assert ledger.maximum(code) == maximum
        assert ledger.explain(code).policy is policy


_UNIT: dict[str, tuple[Value, str | None]] = {
    "1.1": (Ratio(40, 45), "5.33"),
    "1.2": (Ratio(0, 0), None),
    "1.3": (Percent("62.5"), "1.25"),
    "1.4": (Ratio(5, 48), "0.63"),  # 0,625 exactly: up
    "2.1": (Ratio(950, 1000), "19"),
    "3.1.1": (Ratio(90, 100), "2"),  # 2,25 capped
    "3.1.2": (Ratio(1, 3), "1.33"),
    "3.1.3": (Ratio(200, 1000), "2.4"),
    "3.2.1": (Ratio(0, 0), "0"),
    "3.2.2": (Ratio(1, 7), "0.36"),  # 0,357 from the quotient; 14,29 % would give the same, 14 % would not
    "3.2.3": (Ratio(7, 7), "2"),  # 2,5 capped
    "4.1": (Ratio(2, 3), "4"),
    "4.2": (Absent.UNREPORTED, None),
    "4.3": (Percent(100), "2"),
    "4.4": (Ratio(4, 10), "1"),
    "4.5": (Ratio(0, 9), "0"),
    "4.6": (Absent.NOT_APPLICABLE, None),
    "4.7": (Ratio(1, 6), "0.33"),
    "5.1": (Ratio(0, 0), "6"),
    "5.2": (Ratio(3, 8), "2.25"),
    "5.3": (Ratio(895, 1000), "5.97"),
}
"""An invented unit, its points worked out by hand."""


def test_an_invented_unit_by_hand() -> None:
    ledger = scorecard("qd-766").score({code: value for code, (value, _) in _UNIT.items()})
    for code, (_, points) in _UNIT.items():
        assert ledger.points(code) == (Decimal(points) if points else ledger.explain(code).absence)
    groups = {"1": "7.21", "2": "19", "3.1": "5.73", "3.2": "2.36", "3": "8.09", "4": "7.33", "5": "14.22"}
    assert {code: ledger.points(code) for code in groups} == {code: Decimal(points) for code, points in groups.items()}
    balance = ledger.balance()
    columns = (balance.achieved, balance.lost, balance.unreported, balance.not_due, balance.not_applicable)
    assert columns == tuple(map(Decimal, ("55.85", "34.15", "8", "0", "2")))
    assert ledger.index == Decimal("56.99")


def test_a_view_without_group_5_and_4_7_is_out_of_80() -> None:
    card = scorecard("qd-766")
    left_out = [leaf.code for leaf in card.leaves if leaf.code == "4.7" or leaf.code.startswith("5.")]
    full: dict[str, Value] = {leaf.code: Percent(100) for leaf in card.leaves}
    ledger = card.score(full | dict.fromkeys(left_out, Absent.NOT_APPLICABLE))
    assert (ledger.total, ledger.balance().not_applicable, ledger.index) == (Decimal(80), Decimal(20), Decimal(100))


def _published(path: Path) -> tuple[dict[str, Value], dict[str, Decimal]]:
    values: dict[str, Value] = {}
    points: dict[str, Decimal] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["denominator"]:
                values[row["code"]] = Ratio(row["numerator"], row["denominator"])
            elif row["percent"]:
                values[row["code"]] = Percent(row["percent"])
            if row["published_points"]:
                points[row["code"]] = Decimal(row["published_points"])
    return values, points


def test_every_published_point_of_a_real_quarter_to_the_last_digit(shared: Path) -> None:
    values, points = _published(shared / "facts" / "qd766_published_2026q3.csv")
    ledger = scorecard("qd-766").score(values)
    assert len(points) == 18
    assert {code: ledger.points(code) if code else ledger.total for code in points} == points
    assert ledger.total == Decimal("61.39")
    root = ledger.explain()
    assert sum(leaf.points for leaf in root.leaves() if isinstance(leaf.points, Decimal)) == Decimal("61.39")
    assert all(leaf.piece and leaf.share is not None for leaf in root.leaves() if leaf.code in values)


def test_names_and_maxima_are_those_of_the_facts(shared: Path) -> None:
    facts = json.loads((shared / "facts" / "scorecard_qd766.json").read_text(encoding="utf-8"))
    known: dict[str, tuple[str, Decimal]] = {}

    def gather(nodes: list[dict[str, object]]) -> None:
        for node in nodes:
            known[str(node["code"])] = (str(node["name_vi"]), Decimal(str(node["max_points"])))
            for parts in (node.get("criteria"), node.get("subcriteria")):
                gather(parts if isinstance(parts, list) else [])

    gather(facts["areas"])
    assert {node.code: (node.name, node.maximum) for area in scorecard("qd-766").areas for node in area.walk()} == known


def _version(first: int, known: int, last: int | None = None) -> Scorecard:
    return evolve(
        scorecard("qd-766"),
        valid_from=date(first, 1, 1),
        valid_to=date(last, 12, 31) if last else None,
        known_since=date(known, 1, 1),
    )


_FIRST, _CORRECTED, _SECOND = _version(2022, 2022), _version(2022, 2025), _version(2024, 2023)


@pytest.mark.parametrize(
    ("valid_on", "known_on", "expected"),
    [
        (None, None, _SECOND),
        (date(2023, 5, 1), None, _CORRECTED),
        (date(2023, 5, 1), date(2024, 5, 1), _FIRST),
        (date(2023, 5, 1), date(2025, 5, 1), _CORRECTED),
        (date(2024, 5, 1), None, _SECOND),
        (date(2024, 5, 1), date(2022, 6, 1), _FIRST),
        (None, date(2022, 6, 1), _FIRST),
    ],
)
def test_what_applied_on_one_day_as_known_on_another(valid_on: date | None, known_on: date | None, expected: Scorecard) -> None:
    assert chosen([_SECOND, _FIRST, _CORRECTED], valid_on=valid_on, known_on=known_on) is expected


def test_a_version_may_end_or_have_no_bounds() -> None:
    ended, timeless = _version(2022, 2022, last=2023), evolve(_FIRST, valid_from=None, known_since=None)
    assert chosen([ended], valid_on=date(2023, 12, 31)) is ended
    assert chosen([timeless], valid_on=date(1999, 1, 1), known_on=date(1999, 1, 1)) is timeless
    with pytest.raises(InvalidInput) as caught:
        chosen([ended], valid_on=date(2024, 1, 1))
    assert [(p.code, p.accepted) for p in caught.value.problems] == [
        ("no-version", ("2022-01-01..2023-12-31 known 2022-01-01",))
    ]


def test_a_day_before_the_decision_has_no_version() -> None:
    with pytest.raises(InvalidInput) as caught:
        scorecard("qd-766", valid_on=date(2022, 6, 22))
    assert [p.code for p in caught.value.problems] == ["no-version"]
    assert scorecard("qd-766", valid_on=date(2022, 6, 23), known_on=date(2022, 6, 23)).id == "qd-766"


def test_an_unknown_scorecard_is_named_with_the_nearest() -> None:
    with pytest.raises(InvalidInput) as caught:
        scorecard("qd766")
    assert [(p.code, p.near) for p in caught.value.problems] == [("unknown-scorecard", "qd-766")]
