import re
import string
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc
from cchc import Absent, Area, InvalidInput, Period, Severity
from cchc.model.numeral import parse_number
from cchc.model.schedule import Frequency, Operator
from cchc.presenting.words import LANGUAGES, words
from cchc.rules.reporting import ReportState
from cchc.rules.states import TaskState
from cchc.rules.verdicts import Verdict
from cchc.scoring.criterion import Confidence, Policy

SOURCES = sorted(Path(cchc.__file__).parent.rglob("*.py"))


def placeholders(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


def codes(pattern: str) -> Iterator[str]:
    for path in SOURCES:
        yield from re.findall(pattern, path.read_text(encoding="utf-8"))


def test_every_message_stands_in_both_languages_with_the_same_places() -> None:
    vietnamese, english = words("vi").messages, words("en").messages
    assert vietnamese.keys() == english.keys()
    assert {key for key in vietnamese if placeholders(vietnamese[key]) != placeholders(english[key])} == set()


@pytest.mark.parametrize(
    ("prefix", "members"),
    [
        ("area", Area),
        ("state", TaskState),
        ("state-short", TaskState),
        ("verdict", Verdict),
        ("report-state", ReportState),
        ("absent", Absent),
        ("absent-reason", Absent),
        ("severity", Severity),
        ("policy", Policy),
        ("confidence", Confidence),
        ("frequency", Frequency),
        ("schedule", Operator),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_that_is_shown_has_a_word(language: str, prefix: str, members: type[Enum]) -> None:
    assert [member for member in members if not words(language).known(f"{prefix}.{member.value}")] == []


def test_every_problem_has_words() -> None:
    used = set(codes(r'Problem\(\s*(?:code=)?"([a-z0-9-]+)"')) | set(codes(r'code="([a-z0-9-]+)"'))
    assert used
    assert {code for code in used if not words("vi").known(f"problem.{code}")} == set()


def test_every_finding_has_words() -> None:
    used = set(codes(r'"((?:agency|arithmetic|citation|progress|rule|score|structure|target|task|waiver)\.[a-z-]+)"'))
    assert used
    assert {code for code in used if not words("vi").known(f"finding.{code}")} == set()


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        words("fr")
    assert caught.value.problems[0].code == "unknown-language"


@pytest.mark.law
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_vietnamese_numbers_read_back_as_they_were(value: Decimal) -> None:
    assert parse_number(words("vi").number(value)) == value


@pytest.mark.law
@given(st.fractions(min_value=0, max_value=10**9), st.integers(0, 4))
def test_a_shown_number_is_the_exact_one_rounded_half_up(value: Fraction, places: int) -> None:
    shown = parse_number(words("vi").number(value, places))
    assert abs(Fraction(shown) - value) <= Fraction(1, 2 * 10**places)
    assert Fraction(shown) - value > -Fraction(1, 2 * 10**places)


@pytest.mark.parametrize(
    ("language", "value", "places", "shown"),
    [
        ("vi", Decimal("2.665"), 2, "2,67"),
        ("vi", Fraction(5, 8), 2, "0,63"),
        ("vi", Fraction(1, 3), None, "0,33"),
        ("vi", 1857, None, "1.857"),
        ("vi", Decimal("4367.7"), None, "4.367,7"),
        ("en", Decimal("4367.7"), None, "4,367.7"),
        ("en", Decimal("2.665"), 2, "2.67"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(
    language: str, value: Decimal | Fraction | int, places: int | None, shown: str
) -> None:
    assert words(language).number(value, places) == shown


def test_shares_days_and_parameters() -> None:
    vietnamese = words("vi")
    assert vietnamese.percent(Fraction(30, 58)) == "51,72%"
    assert vietnamese.percent(Absent.UNDEFINED) == vietnamese("none")
    assert vietnamese.day(date(2024, 2, 5)) == "05/02/2024"
    assert vietnamese.value(date(2024, 3, 31)) == "31/3/2024"
    assert "2024" in words("en").day(date(2024, 3, 31))
    assert vietnamese.value(("a", "")) == f"a; {vietnamese('none')}"
    assert vietnamese.value(Decimal("8.5")) == "8,5"
    assert vietnamese.value(1857) == "1.857"
    assert vietnamese.value(cchc.Percent("98.5")) == "98,5%"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("2024-M03", "Tháng 3/2024"),
        ("2024-Q1", "Quý I/2024"),
        ("2025-H2", "6 tháng cuối năm 2025"),
        ("2024-9M", "9 tháng năm 2024"),
        ("2024", "Năm 2024"),
        ("2021/2025", "Giai đoạn 2021-2025"),
    ],
)
def test_periods_are_called_as_offices_call_them_and_the_name_reads_back(code: str, name: str) -> None:
    period = Period.parse(code)
    assert words("vi").period(period) == name
    assert Period.parse(name) == period
    assert words("en").period(period)


def test_subjects_have_names() -> None:
    assert "12" in words("vi").subject("tasks/12")
    assert words("vi").subject("total") == words("vi")("subject.total")
