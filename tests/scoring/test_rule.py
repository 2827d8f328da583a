"""Rules that take something else than a share, from a file of one's own to the points and their explanation."""

import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest

from cchc.model import Absent, Count, InvalidInput, Money, Percent, Rank, Ratio
from cchc.scoring import (
    Binary,
    Bonus,
    Confidence,
    Criterion,
    Deduction,
    Label,
    Labels,
    Policy,
    Rule,
    Scorecard,
    Step,
    Value,
)
from cchc.serialization import loads

OWN_FILE = """
schema = "scorecard/1"
id = "noi-bo"
title = "Bộ tiêu chí nội bộ"
maximum = 10

[[areas]]
code = "1"
name = "Chỉ đạo, điều hành"
maximum = 4
parts = [
  { code = "1.1", name = "Ban hành kế hoạch năm", maximum = 2, rule = { kind = "binary" } },
  { code = "1.2", name = "Nộp báo cáo quý", maximum = 1, rule = { kind = "labels", labels = [
    { text = "đúng hạn", points = "1" }, { text = "chậm", points = "0.5" }, { text = "không", points = 0 } ] } },
  { code = "1.3", name = "Sáng kiến", maximum = 1, rule = { kind = "bonus", per_event = "0.3" } },
]

[[areas]]
code = "2"
name = "Kỷ luật, kỷ cương"
maximum = 6
parts = [
  { code = "2.1", name = "Thư xin lỗi thiếu", maximum = 6, rule = { kind = "deduction", per_event = "0.5", floor = "2" } },
  { code = "2.2", name = "Vi phạm bị nhắc nhở", maximum = 0, rule = { kind = "deduction", per_event = "0.25", floor = "-1" } },
]
"""
CARD = loads(OWN_FILE, Scorecard, format="toml")


@pytest.mark.parametrize(
    ("code", "value", "points"),
    [
        ("1.1", True, "2"),
        ("1.1", False, "0"),
        ("1.2", "đúng hạn", "1"),
        ("1.2", "ĐÚNG  HẠN", "1"),
        ("1.2", unicodedata.normalize("NFD", "Chậm"), "0.5"),
        ("1.2", "không", "0"),
        ("1.3", 0, "0"),
        ("1.3", 3, "0.9"),
        ("1.3", 4, "1"),
        ("1.3", Count(2, "sáng kiến"), "0.6"),
        ("2.1", 0, "6"),
        ("2.1", Count(3), "4.5"),
        ("2.1", 8, "2"),
        ("2.1", 100, "2"),
        ("2.1", Decimal("0.5"), "5.75"),
        ("2.1", Fraction(1, 3), Fraction(35, 6)),
        ("2.2", 0, "0"),
        ("2.2", 3, "-0.75"),
        ("2.2", 9, "-1"),
    ],
)
def test_a_file_of_ones_own_is_scored(code: str, value: Value, points: str | Fraction) -> None:
    ledger = CARD.score({code: value})
    assert ledger.points(code) == Fraction(points)
    assert ledger.balance(code).holds


def test_the_account_balances_where_points_are_taken_from_others() -> None:
    ledger = CARD.score({"1.1": True, "1.2": "chậm", "1.3": 1, "2.1": 2, "2.2": 2})
    assert (ledger.total, ledger.index) == (Decimal("7.3"), Decimal("73.00"))
    taken = ledger.balance("2.2")
    assert (taken.maximum, taken.achieved, taken.lost) == (Decimal(0), Decimal("-0.5"), Decimal("0.5"))
    assert all(ledger.balance(code).holds for code in ledger.codes)
    assert ledger.balance().lost == Decimal("2.7")


@pytest.mark.parametrize(
    ("code", "value", "problem", "near"),
    [
        ("1.1", 1, "wrong-type", ""),
        ("1.1", "có", "wrong-type", ""),
        ("1.1", Percent(100), "wrong-type", ""),
        ("1.1", Ratio(1, 1), "wrong-type", ""),
        ("1.2", "dung han", "unknown-label", "đúng hạn"),
        ("1.2", "sớm", "unknown-label", ""),
        ("1.2", True, "wrong-type", ""),
        ("1.2", Ratio(1, 2), "wrong-type", ""),
        ("1.3", True, "wrong-type", ""),
        ("1.3", Ratio(1, 2), "wrong-type", ""),
        ("1.3", Money(5), "wrong-type", ""),
        ("1.3", Rank(1), "wrong-type", ""),
        ("1.3", "2", "wrong-type", ""),
        ("2.1", -1, "negative", ""),
        ("2.1", Fraction(-1, 2), "negative", ""),
        ("2.1", Decimal("NaN"), "not-exact", ""),
        ("2.1", Decimal("Infinity"), "not-exact", ""),
        ("2.1", 0.5, "not-exact", ""),
    ],
)
def test_what_a_rule_does_not_take_is_refused(code: str, value: Value, problem: str, near: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        CARD.score({code: value})
    assert [(p.code, p.place, p.near) for p in caught.value.problems] == [(problem, f"values[{code}]", near)]


def test_all_that_is_wrong_comes_back_in_the_order_of_the_decision() -> None:
    with pytest.raises(InvalidInput) as caught:
        CARD.score({"2.1": -1, "1.2": "muộn", "1.1": Percent(100), "9": 1})
    assert [(p.code, p.place) for p in caught.value.problems] == [
        ("unknown-criterion", "values"),
        ("wrong-type", "values[1.1]"),
        ("unknown-label", "values[1.2]"),
        ("negative", "values[2.1]"),
    ]
    assert caught.value.problems[2].accepted == ("đúng hạn", "chậm", "không")


@pytest.mark.parametrize(
    ("code", "value", "data"),
    [
        ("1.1", True, {"value": True}),
        ("1.1", False, {"value": False, "better": {"value": True, "points": "2"}}),
        ("1.2", "ĐÚNG HẠN", {"value": "ĐÚNG HẠN", "label": "đúng hạn"}),
        ("1.2", "không", {"value": "không", "label": "không", "better": {"value": "chậm", "points": "0.5"}}),
        ("1.3", 5, {"value": 5, "events": "5", "piece": "[10/3, ∞)"}),
        (
            "1.3",
            Count(2, "sáng kiến"),
            {
                "value": {"kind": "count", "value": 2, "unit": "sáng kiến"}, "events": "2", "piece": "[0, 10/3)",
                "step": {"at": "10/3", "points": "1", "included": True, "upward": True}, "gap": "4/3", "more": 2,
            },
        ),
        (
            "2.1",
            3,
            {
                "value": 3, "events": "3", "piece": "[0, 8)",
                "step": {"at": "0", "points": "6", "included": True, "upward": False}, "gap": "-3", "more": -3,
            },
        ),
        (
            "2.1",
            Decimal("0.5"),
            {
                "value": "0.5", "events": "0.5", "piece": "[0, 8)",
                "step": {"at": "0", "points": "6", "included": True, "upward": False}, "gap": "-0.5",
            },
        ),
    ],
)  # fmt: skip
def test_what_was_read_and_what_earns_more(code: str, value: Value, data: dict[str, object]) -> None:
    explained = CARD.score({code: value}).explain(code).to_data()
    about_the_node = {"schema", "code", "name", "maximum", "points", "unrounded", "confidence"}
    assert {name: explained[name] for name in explained if name not in about_the_node} == data


@pytest.mark.parametrize("absence", Absent)
def test_every_rule_knows_the_four_kinds_of_nothing(absence: Absent) -> None:
    ledger = CARD.score(dict.fromkeys([leaf.code for leaf in CARD.leaves], absence))
    for leaf in CARD.leaves:
        assert ledger.points(leaf.code) is absence
        assert ledger.explain(leaf.code).policy == leaf.policy(absence)


def test_labels_that_earn_the_same_are_no_step() -> None:
    rule = Labels((Label("tốt", 2), Label("kém", 0), Label("yếu", 0), Label("khá", 1)))
    card = Scorecard(id="x", title="", maximum=2, areas=(Criterion(code="1", name="", maximum=2, rule=rule),))
    assert [label.text for label in rule.rising] == ["kém", "yếu", "khá", "tốt"]
    for text, better in (("kém", "khá"), ("yếu", "khá"), ("khá", "tốt"), ("tốt", None)):
        assert card.score({"1": text}).explain("1").better == better


@pytest.mark.parametrize(
    ("rule", "maximum", "code"),
    [
        (Labels((Label("có", 1),)), 2, "rule-misses-maximum"),
        (Deduction(0), 2, "not-a-deduction"),
        (Deduction(1, floor=2), 2, "not-a-deduction"),
        (Deduction(1), 0, "not-a-deduction"),
        (Bonus(0), 2, "not-a-bonus"),
        (Bonus(1), 0, "not-a-bonus"),
    ],
)
def test_a_rule_that_cannot_reach_its_maximum_is_refused(rule: Rule, maximum: int, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        Scorecard(id="x", title="", maximum=maximum, areas=(Criterion(code="1", name="", maximum=maximum, rule=rule),))
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    ("labels", "codes"),
    [
        ((), ["too-few-parts"]),
        ((Label("Đạt", 1), Label(unicodedata.normalize("NFD", "đạt"), 0)), ["duplicate-id"]),
    ],
)
def test_labels_that_cannot_be_told_apart_are_refused(labels: tuple[Label, ...], codes: list[str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        Labels(labels)
    assert [problem.code for problem in caught.value.problems] == codes


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ('"binary"', '"binry"', "areas[0].parts[0].rule.kind"),
        ('text = "chậm"', 'text = "Không"', "areas[0].parts[1].rule.labels"),
        ('per_event = "0.3"', "per_event = 0.3", "areas[0].parts[2].rule.per_event"),
        ('floor = "2"', 'floor = "6"', "areas[1].parts[0].rule"),
    ],
)
def test_a_slip_in_the_file_is_placed(before: str, after: str, place: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        loads(OWN_FILE.replace(before, after), Scorecard, format="toml")
    assert [problem.place for problem in caught.value.problems] == [place]


def test_a_policy_turns_silence_into_points_where_the_file_says_so() -> None:
    silent = Criterion(code="1", name="", maximum=2, rule=Binary(), unreported=Policy.ZERO, confidence=Confidence.PARTIAL)
    ledger = Scorecard(id="x", title="", maximum=2, areas=(silent,)).score({})
    assert (ledger.points("1"), ledger.explain("1").confidence) == (Decimal(0), Confidence.PARTIAL)


def test_the_step_of_events_is_where_the_bonus_is_whole() -> None:
    assert CARD.score({"1.3": 0}).explain("1.3").step == Step(Fraction(10, 3), Decimal(1))
