"""Time cells to schedules: laws for every text, a table for the clerk, and the real answers made by hand."""

import json
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import FrameType

import pytest
from attrs import evolve
from hypothesis import assume, example, given
from hypothesis import strategies as st

from cchc.model import (
    Compound,
    Conditional,
    Continuous,
    Deadline,
    Frequency,
    InvalidInput,
    Operator,
    Period,
    Recurring,
    Schedule,
    Window,
)
from cchc.reading.times import format_schedule, parse_schedule
from cchc.testing import days, periods, recurrences, windows

TABLE = Path(__file__).with_name("time_phrases.txt")
PLAN_YEAR = 2024


def simple(words: str) -> Schedule:
    subject, _, words = words.rpartition(" = ")
    return evolve(_simple(words.strip()), subject=subject.strip())


def _simple(words: str) -> Schedule:
    if words == "always":
        return Continuous()
    if words.startswith("?"):
        return Conditional(trigger=words[1:])
    if words.startswith("<="):
        return Deadline(due=date.fromisoformat(words[2:]))
    if ".." in words:
        start, _, end = words.partition("..")
        return Window(start=_date(start), end=_date(end))
    frequency, *days = words.split()
    return Recurring(
        frequency=Frequency(frequency),
        day=next((int(day) for day in days if day.isdigit()), 0),
        due=tuple(day for day in days if "-" in day),
        months=tuple(int(month[1:]) for month in days if month.startswith("m")),
    )


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def joined(words: str) -> Schedule:
    for sign, operator in ((" & ", Operator.AND), (" | ", Operator.OR)):
        if sign in words:
            return Compound(operator=operator, parts=tuple(map(simple, words.split(sign))))
    return simple(words)


def expected(words: str) -> Schedule:
    if " ; " not in words:
        return joined(words)
    parts = (part.split(" = ", 1) for part in words.split(" ; "))
    return Compound(
        operator=Operator.PER_SUBJECT, parts=tuple(evolve(joined(rest), subject=subject.strip()) for subject, rest in parts)
    )


ROWS = [
    tuple(line.split("=> ", 1)) for line in TABLE.read_text("utf-8").splitlines() if "=> " in line and not line.startswith("#")
]
PHRASES = [(phrase.strip(), expected(words.strip())) for phrase, words in ROWS]


@pytest.mark.parametrize(("phrase", "schedule"), PHRASES, ids=[phrase or "empty" for phrase, _ in PHRASES])
def test_a_phrase_of_an_office_is_read_as_it_is_meant(phrase: str, schedule: Schedule) -> None:
    assert parse_schedule(phrase, year=PLAN_YEAR) == schedule


def test_the_table_is_large_and_says_nothing_twice() -> None:
    phrases = [phrase for phrase, _ in PHRASES]
    assert len(set(phrases)) == len(phrases) >= 500


# Lines of a cell, which a table of one line each cannot show.
LINES = [
    ("Quý \nIII/2024", "2024-07-01..2024-09-30"),
    ("Tháng \n10, \n11/2024", "2024-10-01..2024-11-30"),
    ("Trước\nngày\n15/9/2024", "<=2024-09-14"),
    ("Quý\u00a0I/2024", "2024-01-01..2024-03-31"),
    ("Chậm nhất\u00a0ngày 15/9/2024\r\n", "<=2024-09-15"),
    ("Quý II\nQuý IV/2024", "2024-04-01..2024-06-30 & 2024-10-01..2024-12-31"),
    ("Thường xuyên\nHằng năm", "always & yearly"),
    ("- Cấp tỉnh: Quý I\n- Cấp xã: Quý II", "Cấp tỉnh = 2024-01-01..2024-03-31 ; Cấp xã = 2024-04-01..2024-06-30"),
    ("+ Quý I\n+ Quý III", "2024-01-01..2024-03-31 & 2024-07-01..2024-09-30"),
    ("• Thường xuyên\n• Khi có yêu cầu", "always & ?Khi có yêu cầu"),
    ("Khi có hướng dẫn\ncủa Bộ", "?Khi có hướng dẫn của Bộ"),
    ("Thường xuyên. Báo cáo trước ngày 15/12.", "always & Báo cáo = <=2024-12-14"),
    ("Theo Đề án “Năm 2024, trước ngày 15/3”", "?Theo Đề án “Năm 2024, trước ngày 15/3”"),
    ("“Quý I/2024”", "?Quý I/2024"),
    ("Theo Kế hoạch của TP. Hưng Yên; quý I", "?Theo Kế hoạch của TP. Hưng Yên & 2024-01-01..2024-03-31"),
    (": thường xuyên", "always"),
    ("Theo tài liệu (bản 2) a) và quý I", "?Theo tài liệu (bản 2) a) & 2024-01-01..2024-03-31"),
]


@pytest.mark.parametrize(("cell", "words"), LINES)
def test_line_breaks_and_bullets_of_a_cell(cell: str, words: str) -> None:
    assert parse_schedule(cell, year=PLAN_YEAR) == expected(words)


# Without the plan's year: one year in the cell serves all of it, two years serve only their own lists, none is invented.
WITHOUT_YEAR = [
    ("Quý I", "?Quý I"),
    ("Trong năm", "?Trong năm"),
    ("Cuối năm", "?Cuối năm"),
    ("Trước 31/3", "?Trước 31/3"),
    ("Quý I năm sau", "?Quý I năm sau"),
    ("Quý IV/2023 và quý I năm sau", "2023-10-01..2024-03-31"),
    ("Hằng năm, trước ngày 15/01 năm sau", "yearly 01-14"),
    ("Thường xuyên; quý I", "always & ?quý I"),
    ("Trước ngày 15/12 hằng năm", "yearly 12-14"),
    ("Quý I; trước ngày 15/3/2023", "2023-01-01..2023-03-31 & <=2023-03-14"),
    ("Quý I; ngày 15/3/2023; ngày 15/4/2024", "?Quý I & <=2023-03-15 & <=2024-04-15"),
    ("trước 01/01/0001", "?trước 01/01/0001"),
    ("29/2; ngày 15/3/2024", "?29/2 & <=2024-03-15"),
    ("Quý I/2024 và quý III", "2024-01-01..2024-03-31 & 2024-07-01..2024-09-30"),
    ("Quý IV/2023, quý I", "2023-10-01..2024-03-31"),
    ("Quý II, III/2024", "2024-04-01..2024-09-30"),
]


@pytest.mark.parametrize(("phrase", "words"), WITHOUT_YEAR)
def test_no_year_is_invented(phrase: str, words: str) -> None:
    assert parse_schedule(phrase) == expected(words)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [("Ngày 29/2", "?Ngày 29/2"), ("Tháng 02", "2023-02-01..2023-02-28"), ("Cuối tháng 02", "<=2023-02-28")],
)
def test_february_of_a_common_year(phrase: str, words: str) -> None:
    assert parse_schedule(phrase, year=2023) == expected(words)


# What the printer writes; a day below 10 and the months 1 and 2 take two digits.
PRINTED = [
    ("always", "Thường xuyên"),
    ("2024-01-01..2024-03-31", "Quý I/2024"),
    ("2024-02-01..2024-02-29", "Tháng 02/2024"),
    ("2024-04-01..2024-04-30", "Tháng 4/2024"),
    ("2024-01-01..2024-06-30", "6 tháng đầu năm 2024"),
    ("2024-07-01..2024-12-31", "6 tháng cuối năm 2024"),
    ("2024-01-01..2024-09-30", "9 tháng đầu năm 2024"),
    ("2024-01-01..2024-12-31", "Năm 2024"),
    ("2021-01-01..2025-12-31", "Giai đoạn 2021 - 2025"),
    ("2024-04-01..2024-09-30", "Từ tháng 4/2024 đến tháng 9/2024"),
    ("2024-03-01..2024-03-15", "Từ ngày 01/3/2024 đến ngày 15/3/2024"),
    ("1850-01-01..1850-03-31", "Từ ngày 01/01/1850 đến ngày 31/3/1850"),
    ("..2025-12-31", "Đến hết năm 2025"),
    ("..2025-06-30", "Đến hết tháng 6/2025"),
    ("..2025-06-15", "Đến hết ngày 15/6/2025"),
    ("2026-01-01..", "Từ năm 2026"),
    ("2026-07-01..", "Từ tháng 7/2026"),
    ("2026-07-15..", "Từ ngày 15/7/2026"),
    ("<=2024-02-05", "Chậm nhất ngày 05/02/2024"),
    ("monthly 14", "Hằng tháng, chậm nhất ngày 14"),
    ("yearly 06-14 12-14", "Hằng năm, chậm nhất ngày 14/6, ngày 14/12"),
    ("yearly m3 m11", "Hằng năm, trong tháng 3, tháng 11"),
    ("half-yearly", "6 tháng một lần"),
    ("always | ?khi có yêu cầu", "Thường xuyên; hoặc khi có yêu cầu"),
    ("A = always ; B = monthly & yearly", "A: thường xuyên; B: hằng tháng; B: hằng năm"),
    ("always & ?quý II/2024", "Thường xuyên; “quý II/2024”"),
    ("?“A” «B»: Quý I/2024", '"“A” «B»: Quý I/2024"'),
]


@pytest.mark.parametrize(("words", "printed"), PRINTED)
def test_a_schedule_is_printed_as_an_official_writes_it(words: str, printed: str) -> None:
    schedule = expected(words)
    assert format_schedule(schedule) == printed
    assert parse_schedule(printed) == schedule


def test_the_subject_of_a_lone_schedule_is_printed_and_then_dropped() -> None:
    assert format_schedule(Deadline(due=date(2024, 3, 31), subject="Cấp xã")) == "Cấp xã: chậm nhất ngày 31/3/2024"
    assert parse_schedule("Cấp xã: chậm nhất ngày 31/3/2024") == Deadline(due=date(2024, 3, 31))


# A period may be written in the same ways to `Period.parse`, which knows no lists and no ranges of months.
NAMES = [
    "Quý II/2025", "Quí II/2025", "quý 2-2025", "QII/2025", "Q.2/2025", "Quý thứ hai năm 2025", "quý tư năm 2025",
    "quý cuối năm 2025", "06/2025", "6/2025", "T6/2025",
    "T.6/2025", "tháng sáu năm 2025", "tháng VI/2025", "tháng mười một năm 2025",
    "tháng năm năm 2025", "6T/2025", "6 tháng năm 2025", "06 tháng đầu năm 2025",
    "6T đầu năm 2025", "nửa đầu năm 2025", "nửa sau năm 2025",
    "6 tháng cuối năm 2025", "9T/2025", "9 tháng đầu năm 2025", "03 tháng đầu năm 2025", "12 tháng năm 2025", "năm 2025",
    "cả năm 2025", "giai đoạn 2021-2025", "nhiệm kỳ 2021-2026", "thời kỳ 2021 đến hết năm 2030", "2021 - 2025",
    "Quý II", "9 tháng", "Tháng 6",
    "cả năm",
]  # fmt: skip
TWO_READINGS = [
    "tháng năm 2025", "I/2025", "tháng Giêng năm 2025", "tháng chạp năm 2025", "Q1/25", "T4/25", "Tháng 4/25", "2021-25",
    "giai đoạn 2021-25",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_period_is_named_alike_in_a_time_cell_and_alone(name: str) -> None:
    period = Period.parse(name, year=PLAN_YEAR)
    assert parse_schedule(name, year=PLAN_YEAR) == Window(start=period.start, end=period.end)


@pytest.mark.parametrize("name", TWO_READINGS)
def test_what_may_name_two_periods_names_none(name: str) -> None:
    with pytest.raises(InvalidInput):
        Period.parse(name, year=PLAN_YEAR)
    assert parse_schedule(name, year=PLAN_YEAR) == Conditional(trigger=name)


# ---------------------------------------------------------------------------------------------------------------- laws

_WORDS = sorted({word for phrase, _ in PHRASES for word in phrase.split()})
_JOINS = (
    "; ",
    ", ",
    " và ",
    " hoặc ",
    " ",
    "\n- ",
    "\n",
    ". ",
    " - ",
    ": ",
    " (",
    ") ",
    "; hoặc ",
    "/",
    "-",
    " đến ",
    "“",
    '"',
)
_cells = st.lists(
    st.tuples(st.sampled_from([phrase for phrase, _ in PHRASES]) | st.sampled_from(_WORDS), st.sampled_from(_JOINS)),
    min_size=1,
    max_size=6,
).map(lambda pairs: "".join(phrase + join for phrase, join in pairs))
_letters = st.text('aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạế ộ0123456789/.,;:-–()+“”"\n', max_size=60)
_years = st.none() | st.sampled_from([2023, 2024, 2025])


def bounds(schedule: Schedule) -> Iterator[tuple[date | None, date | None]]:
    match schedule:
        case Compound():
            for part in schedule.parts:
                yield from bounds(part)
        case Window():
            yield schedule.start, schedule.end
        case Deadline():
            yield None, schedule.due


@pytest.mark.law
@given(_cells | _letters | st.text(), _years)
@example("9" * 5000, 2024)
@example("31/12/9999", None)
@example("trước 01/01/0001", None)
@example("sau ngày 31/12/9998; thường xuyên", None)
def test_any_text_is_read_and_bounds_are_in_order(text: str, year: int | None) -> None:
    for start, end in bounds(parse_schedule(text, year=year)):
        assert start is None or end is None or start <= end


@pytest.mark.law
@given(_cells | _letters | st.text(), _years)
def test_reading_what_was_printed_gives_the_schedule_back(text: str, year: int | None) -> None:
    schedule = parse_schedule(text, year=year)
    assert parse_schedule(format_schedule(schedule)) == schedule


@pytest.mark.law
@given(windows() | recurrences() | days().map(lambda day: Deadline(due=day)) | st.just(Continuous()))
def test_a_simple_schedule_of_any_kind_is_read_back(schedule: Schedule) -> None:
    assume(not isinstance(schedule, Recurring) or len(set(schedule.due)) == len(schedule.due))  # a day is said once
    assert parse_schedule(format_schedule(schedule)) == evolve(schedule, subject="")


@pytest.mark.law
@given(_cells | _letters, _years)
def test_composed_and_decomposed_text_read_the_same(text: str, year: int | None) -> None:
    assert parse_schedule(unicodedata.normalize("NFD", text), year=year) == parse_schedule(text, year=year)


@pytest.mark.law
@given(_cells, _years)
def test_case_of_letters_says_nothing_of_time(text: str, year: int | None) -> None:
    assert list(bounds(parse_schedule(text.upper(), year=year))) == list(bounds(parse_schedule(text.lower(), year=year)))


_WITHOUT = [
    "Quý I", "quý 3", "Tháng 4", "T12", "6 tháng đầu năm", "Ngày 15/9", "ngày 5 tháng 3", "Cuối năm", "9 tháng đầu năm",
    "Tuần đầu tháng 3", "Tháng 10, 11", "Quý II, IV", "Từ tháng 3 đến tháng 6", "Ngày 10, 20/3", "Quý I và quý III",
]  # fmt: skip
_BEFORE = ["", "Trước ", "Chậm nhất ", "Hoàn thành trong ", "Đến hết ", "Không muộn hơn ", "Dự kiến "]


@pytest.mark.law
@given(st.sampled_from(_BEFORE), st.sampled_from(_WITHOUT), st.integers(1990, 2050), st.sampled_from(["/", " năm ", ", năm "]))
def test_the_plans_year_counts_as_if_it_were_written(before: str, phrase: str, year: int, join: str) -> None:
    assume(phrase.endswith("năm") <= (join == " năm "))
    written = before + phrase + (f" {year}" if phrase.endswith("năm") else f"{join}{year}")
    assert parse_schedule(before + phrase, year=year) == parse_schedule(written) == parse_schedule(written, year=1)


@pytest.mark.law
@given(periods())
def test_a_period_by_name_is_its_window_and_bounds_what_leans_on_it(period: Period) -> None:
    name = format_schedule(Window(start=period.start, end=period.end))
    assert parse_schedule(name) == Window(start=period.start, end=period.end)
    assert parse_schedule(f"chậm nhất {name}") == Deadline(due=period.end)
    assert parse_schedule(f"trước {name}") == Deadline(due=date.fromordinal(period.start.toordinal() - 1))
    assert parse_schedule(f"sau {name}") == Window(start=date.fromordinal(period.end.toordinal() + 1))


_RUNS = [
    "quý I, ", "theo quý I, ", "trước ", "hoàn thành ", "x trước ngày 15/3 ", "( ", "a: ", "- ", "15/3; ", "“ ", '" ', "1", "/",
    "hằng tháng, ", "thường xuyên ", "khi có yêu cầu, ", ", ", "x hoàn thành : ", "x (quý I) ", "từ 1/3 đến ", "quý I (",
    "ngày 15, ", "quý I: ", "29/2, ", "thường xuyên, theo quy định ", "x và quý I của ", "tháng 3 hằng năm ",
    "quý I (x), ", "thường xuyên (báo cáo quý) ", "x quý I, y quý II, ", "3 tháng 4, 5, ", "hằng tháng (x trước ngày 15) ",
    "từ 1/3, xong 4/3, ",
]  # fmt: skip


@pytest.mark.parametrize("run", _RUNS)
def test_steps_grow_as_the_text(run: str) -> None:
    def steps(length: int) -> int:
        count = 0

        def step(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        text = (run * (length // len(run) + 1))[:length]
        before = sys.getprofile()
        sys.setprofile(step)
        try:
            parse_schedule(text, year=2023)
        finally:
            sys.setprofile(before)
        return count

    assert steps(5_000) < 11 * steps(500) + 1_000  # ten times the text: a hundred times the steps would be a square


# --------------------------------------------------------------------------------------------------------- real tables


def to_schedule(data: dict[str, object]) -> Schedule:
    """A hand-made answer: its keys are older (`op`, `freq`) and it keeps notes of the reader."""
    subject = str(data.get("subject", ""))
    kind = data["kind"]
    parts = data.get("parts")
    if isinstance(parts, list):
        operator = Operator(str(data["op"]).replace("_", "-"))
        return Compound(operator=operator, parts=tuple(map(to_schedule, parts)), subject=subject)
    if kind == "continuous":
        return Continuous(subject=subject)
    if kind == "window":
        return Window(start=_date(str(data["start"])), end=_date(str(data["end"])), subject=subject)
    if kind == "deadline":
        return Deadline(due=date.fromisoformat(str(data["due"])), subject=subject)
    if kind == "recurring":
        return Recurring(frequency=Frequency(str(data["freq"])), subject=subject)
    return Conditional(trigger=str(data["trigger"]), subject=subject)


def test_the_rows_annotated_by_hand(shared: Path) -> None:
    rows = json.loads((shared / "gold" / "tasks_2024_rows_1_60.json").read_text("utf-8"))
    assert len(rows) == 60
    wrong = [row["time_text"] for row in rows if parse_schedule(row["time_text"], year=2024) != to_schedule(row["schedule"])]
    assert wrong == []
