"""What is doubtful about a reading, as findings; the year a text names where no title does."""

import pytest

from cchc import Conditional, Continuous, Period, Severity, Source, Span, Task
from cchc.reading.citing.citations import Mention
from cchc.reading.doubts import (
    doubtful_repairs,
    doubtful_rows,
    doubtful_symbols,
    guessed_period,
    missing_period,
    missing_years,
    pictured_pages,
    unplaced,
)
from cchc.reading.mending.repair import Repair
from cchc.reading.prose.years import stated_period

SPAN = Span(start=2, end=9, text="QD  766")


def test_a_period_may_be_missing_or_guessed() -> None:
    assert (missing_period("plan").code, missing_period("plan").subject) == ("reading.no-period", "plan")
    guessed = guessed_period("annex", Period.of_year(2024))
    assert (guessed.code, guessed.severity, dict(guessed.params)) == (
        "reading.guessed-period",
        Severity.INFO,
        {"period": "2024"},
    )


def test_pages_that_are_pictures_are_told() -> None:
    (finding,) = pictured_pages((2, 5))
    assert (finding.code, finding.severity, dict(finding.params)) == ("reading.picture-page", Severity.ERROR, {"pages": (2, 5)})
    assert list(pictured_pages(())) == []


def test_rows_may_be_cut_wrongly() -> None:
    assert [(finding.code, finding.subject) for finding in doubtful_rows([3, 7])] == [
        ("reading.doubtful-row", "tasks/3"), ("reading.doubtful-row", "tasks/7"),
    ]  # fmt: skip


def test_what_is_unread_is_counted_without_its_spaces() -> None:
    (finding,) = unplaced((SPAN, Span(start=20, end=23, text="a b")))
    assert (dict(finding.params), finding.span) == ({"places": 2, "characters": 7}, SPAN)
    assert list(unplaced(())) == []


def test_a_time_that_a_year_would_date_lacks_it() -> None:
    source = Source(span=SPAN)
    tasks = (
        Task(number=1, title="a", schedule=Conditional(trigger="Quý I"), schedule_text="Quý I", source=source),
        Task(number=2, title="b", schedule=Conditional(trigger="Quý II"), schedule_text="Quý II"),
        Task(number=3, title="c", schedule=Conditional(trigger="Khi có yêu cầu"), schedule_text="Khi có yêu cầu"),
        Task(number=4, title="d", schedule=Continuous(), schedule_text="Thường xuyên"),
        Task(number=5, title="e"),
    )
    assert [(finding.subject, finding.params["text"], finding.span) for finding in missing_years(tasks)] == [
        ("tasks/1", "Quý I", SPAN), ("tasks/2", "Quý II", None),
    ]  # fmt: skip


def test_a_mention_without_a_citation_is_doubtful() -> None:
    (finding,) = doubtful_symbols([Mention(span=SPAN, near="766/QĐ-TTg")])
    assert (finding.code, dict(finding.params)) == ("reading.doubtful-symbol", {"printed": "QD 766", "near": "766/QĐ-TTg"})


def test_repairs_are_counted_and_what_was_left_is_told() -> None:
    sure, unsure = (Repair(span=SPAN, text="số", confidence=confidence) for confidence in (99, 60))
    found = list(doubtful_repairs((sure, unsure), [unsure]))
    assert [(finding.code, dict(finding.params)) for finding in found] == [
        ("reading.repaired", {"words": 2, "unsure": 1}),
        ("reading.doubtful-word", {"printed": "QD  766", "near": "số", "confidence": 60}),
    ]
    assert list(doubtful_repairs((), [])) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("NHIỆM VỤ CCHC NĂM 2024\nQuý I/2025, Quý II/2025", 2024),
        ("x" * 1600 + " Quý I/2025; Tháng 3/2025; năm 2024", 2025),
        ("Quý IV/2026", 2026),
        ("ngày 05/01/2026", None),
        ("Quyết định số 12/2024/QĐ-UBND", None),
        ("", None),
    ],
)
def test_the_year_that_a_text_names(text: str, year: int | None) -> None:
    assert stated_period(text) == (Period.of_year(year) if year else None)
