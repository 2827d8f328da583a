from decimal import Decimal

import pytest

from cchc import Absent, Count, Percent, Ratio, Scorecard, scorecard
from cchc.example import published_766
from cchc.presenting.points import explanation_text, heaviest_losses, ledger_text, scorecards_text
from cchc.presenting.words import words
from cchc.scoring import Binary, Confidence, Criterion, Deduction, Label, Labels, Proportional
from cchc.scoring.published import disagreements
from cchc.scoring.scorecard import values_of

VI = words("vi")


@pytest.fixture(scope="module")
def card() -> Scorecard:
    return scorecard("qd-766")


def row_of(text: str, code: str) -> list[str]:
    return next(line.split() for line in text.splitlines() if line.split()[:1] == [code])


def test_every_node_has_a_row_with_its_points(card: Scorecard) -> None:
    ledger = card.score(values_of(card, published_766().measurements), agency="Tỉnh A")
    text = ledger_text(ledger, VI, printed={}, findings=())
    for code in ledger.codes:
        points = ledger.points(code)
        shown = VI("points.watched").split()[-1] if isinstance(points, Absent) else VI.number(points, 2)
        assert shown in row_of(text, code)
    assert "61,39" in text
    assert "Tỉnh A" in text


def test_printed_figures_are_marked_as_borne_out_or_not(card: Scorecard) -> None:
    ledger = card.score({"1.3": Ratio(87, 89), "1.4": Ratio(1, 2), "4.3": Percent("100")})
    printed = {"1.3": Decimal("1.96"), "1.4": Decimal("3.1"), "": Decimal("6.96")}
    found = disagreements(ledger, printed)
    assert [(finding.subject, finding.params["computed"]) for finding in found] == [("criteria/1.4", Decimal("3.0"))]
    text = ledger_text(ledger, VI, printed=printed, findings=found)
    assert row_of(text, "1.3")[-2:] == ["1,96", VI("points.right")]
    assert row_of(text, "1.4")[-2:] == ["3,1", VI("points.wrong")]
    assert VI("points.agree", agree="2", all="3") in text


def test_losses_come_heaviest_first_and_not_at_all_where_nothing_is_lost(card: Scorecard) -> None:
    ledger = card.score({"2.1": Ratio(1, 2), "1.1": Ratio(1, 2), "1.3": Ratio(1, 1)})
    told = heaviest_losses(ledger, VI)
    assert told.index("2.1 ") < told.index("1.1 ")
    assert "1.3 " not in told
    full = card.score({"1.3": Ratio(1, 1)})
    assert heaviest_losses(full, VI) == ""
    assert VI("points.code") in ledger_text(full, VI, printed={}, findings=())


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("1.3", Ratio(87, 89), ["87/89", "97,75%", "1,9550…", "1,96"]),
        ("3.1.1", Ratio(52, 89), ["52/89", "1,4606…", "20"]),
        ("4.3", Percent("90"), ["90,00%", "1,8", "10,00"]),
        ("1.1", Ratio(0, 0), [VI("absent-reason.undefined"), VI("policy.no_score")]),
        ("5.1", Ratio(0, 0), [VI("policy.full"), "6"]),
        ("1.1", Absent.UNREPORTED, [VI("absent-reason.unreported")]),
        ("1.1", Absent.NOT_APPLICABLE, [VI("absent-reason.not_applicable")]),
        ("2.2", 4, [VI("explain.watched")]),
    ],
)
def test_a_leaf_is_explained_by_its_figures(card: Scorecard, code: str, value: object, shown: list[str]) -> None:
    assert isinstance(value, Ratio | Percent | Absent | int)
    text = explanation_text(card.score({code: value}).explain(code), VI)
    assert [part for part in shown if part not in text] == []


def test_a_group_is_explained_by_the_sum_of_its_parts(card: Scorecard) -> None:
    ledger = card.score(values_of(card, published_766().measurements))
    text = explanation_text(ledger.explain("3.2"), VI)
    assert "5,22 + 0,92 + 0,53 = 6,67" in text
    assert "6,67" in text.splitlines()[0]


def test_scorecards_are_listed_with_their_basis(card: Scorecard) -> None:
    text = scorecards_text([card], VI)
    assert [part for part in ("qd-766", "766/QĐ-TTg", "23/6/2022", "100") if part not in text] == []


def own_card() -> Scorecard:
    areas = (
        Criterion(
            code="1",
            name="Lĩnh vực",
            maximum=4,
            parts=(
                Criterion(
                    code="1.1", name="Ban hành kế hoạch", maximum=1, rule=Labels((Label("đúng hạn", 1), Label("chậm", "0.5")))
                ),
                Criterion(code="1.2", name="Có phân công", maximum=1, rule=Binary()),
                Criterion(code="1.3", name="Vi phạm", maximum=2, rule=Deduction("0.5"), numerator="vi phạm"),
            ),
        ),
        Criterion(code="2", name="Kiểm tra", maximum=2, rule=Proportional(1), zero_denominator_confidence=Confidence.PARTIAL),
    )
    return Scorecard(id="rieng", title="Bộ chỉ số riêng", maximum=6, areas=areas)


def test_labels_answers_and_events_are_explained_with_what_earns_more() -> None:
    ledger = own_card().score({"1.1": "chậm", "1.2": False, "1.3": Count(3, "vi phạm"), "2": Ratio(0, 0)})
    label, answer, events = (explanation_text(ledger.explain(code), VI) for code in ("1.1", "1.2", "1.3"))
    assert [part for part in ("chậm", "đúng hạn", "0,50", "1,00") if part not in label] == []
    assert [part for part in (VI("explain.False"), VI("explain.True"), "1,00") if part not in answer] == []
    assert VI("explain.events", events="3") in events
    assert VI("explain.fewer", more="3", unit="vi phạm", points="2,00") in events
    partial = VI("explain.policy-confidence", confidence=VI("confidence.partial"))
    assert partial in explanation_text(ledger.explain("2"), VI)
    text = ledger_text(ledger, VI, printed={}, findings=())
    assert row_of(text, "1.1")[-1] == "chậm"
    assert row_of(text, "1.3")[-1] == "3"
    assert VI("explain.sum", parts="0,50 + 0,00 + 0,50", points="1,00") in explanation_text(ledger.explain("1"), VI)


def test_what_is_full_has_no_next_step_and_a_lone_part_no_sum(card: Scorecard) -> None:
    ledger = card.score({"2.1": Ratio(7, 7)})
    assert explanation_text(ledger.explain("2.1"), VI).splitlines()[1:] == [
        f"    {VI('explain.ratio', part='7', whole='7', share='100,00%')}",
        *(f"    {VI('explain.conflict', note=conflict.note)}" for conflict in ledger.explain("2.1").conflicts),
    ]
    assert " = 20,00" not in explanation_text(ledger.explain("2"), VI)
