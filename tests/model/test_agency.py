"""Agencies exist from a first to a last day, and are called by their names."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.model.agency import Agency, Level
from cchc.model.errors import InvalidInput

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
FINANCE = Agency(
    id="vn.33.so-tai-chinh", name="Sở Tài chính", level=Level.DEPARTMENT, aliases=("STC",), valid_from=date(2025, 7, 1)
)


@pytest.mark.law
@given(st.none() | DAYS, st.none() | DAYS, DAYS)
def test_existence_is_one_stretch_of_days(start: date | None, end: date | None, day: date) -> None:
    if start and end and end < start:
        start, end = end, start
    one = Agency(id="x", name="X", level=Level.COMMUNE, valid_from=start, valid_to=end)
    assert one.exists_on(day) == ((start or date.min) <= day <= (end or date.max))
    if start:
        assert one.exists_on(start)
        assert not one.exists_on(start - timedelta(days=1))
    if end:
        assert one.exists_on(end)
        assert not one.exists_on(end + timedelta(days=1))


@pytest.mark.parametrize(
    "name", ["Sở Tài chính", "sở tài chính", " SỞ  TÀI CHÍNH ", "stc", unicodedata.normalize("NFD", "Sở Tài chính")]
)
def test_it_is_called_by_its_names(name: str) -> None:
    assert FINANCE.is_called(name)


@pytest.mark.parametrize("name", ["", "Sở Tài", "So Tai chinh", "vn.33.so-tai-chinh"])
def test_it_is_called_nothing_else(name: str) -> None:
    assert not FINANCE.is_called(name)


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"id": ""}, [("empty", "id")]),
        ({"name": " "}, [("empty", "name")]),
        ({"valid_to": date(2025, 6, 30)}, [("ends-before-start", "valid_to")]),
        ({"codes": ("gso:33", "33")}, [("not-a-register-code", "codes")]),
        ({"codes": ("gso:",)}, [("not-a-register-code", "codes")]),
        ({"codes": (":33",)}, [("not-a-register-code", "codes")]),
        ({"parent": "x"}, [("refers-to-itself", "parent")]),
        ({"successors": ("y", "x")}, [("refers-to-itself", "successors")]),
        ({"name": "", "successors": ("x",)}, [("empty", "name"), ("refers-to-itself", "successors")]),
    ],
)
def test_what_an_agency_cannot_be(changes: dict[str, object], problems: list[tuple[str, str]]) -> None:
    base: dict[str, object] = {"id": "x", "name": "X", "level": Level.COMMUNE, "valid_from": date(2025, 7, 1)}
    with pytest.raises(InvalidInput) as caught:
        Agency(**{**base, **changes})  # type: ignore[arg-type]
    assert [(problem.code, problem.place) for problem in caught.value.problems] == problems


def test_an_agency_of_one_day_is_one() -> None:
    one = Agency(id="x", name="X", level=Level.COMMUNE, valid_from=date(2025, 7, 1), valid_to=date(2025, 7, 1))
    assert one.exists_on(date(2025, 7, 1))
