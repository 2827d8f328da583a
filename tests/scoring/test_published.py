from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc import Absent, InvalidInput, Ratio, Severity, scorecard
from cchc.model.rounding import half_up
from cchc.reading.values import read_values
from cchc.scoring.published import disagreements
from cchc.scoring.scorecard import values_of


@pytest.mark.law
@given(part=st.integers(0, 1000), whole=st.integers(1, 1000), places=st.integers(0, 4))
def test_the_computed_figure_itself_is_always_borne_out(part: int, whole: int, places: int) -> None:
    ledger = scorecard("qd-766").score({"1.1": Ratio(part, whole)})
    points = ledger.points("1.1")
    assert not isinstance(points, Absent)
    right = half_up(points, places)
    assert disagreements(ledger, {"1.1": right}) == ()
    (finding,) = disagreements(ledger, {"1.1": right + Decimal(1).scaleb(-places)})
    assert (finding.code, finding.severity, finding.subject) == ("score.differs", Severity.ERROR, "criteria/1.1")
    assert dict(finding.params) == {"stated": right + Decimal(1).scaleb(-places), "computed": right}


def test_a_printed_zero_agrees_with_nothing_to_measure() -> None:
    ledger = scorecard("qd-766").score({"1.1": Ratio(0, 0)})
    assert disagreements(ledger, {"1.1": Decimal(0)}) == ()
    assert [found.subject for found in disagreements(ledger, {"1.1": Decimal(6), "": Decimal(1)})] == ["criteria/1.1", "total"]


def test_an_unknown_code_is_refused() -> None:
    ledger = scorecard("qd-766").score({})
    with pytest.raises(InvalidInput) as caught:
        disagreements(ledger, {"9.9": Decimal(0)})
    assert caught.value.problems[0].code == "unknown-criterion"


def test_the_published_result_of_a_real_unit_is_borne_out_to_the_last_digit(shared: Path) -> None:
    card = scorecard("qd-766")
    table = read_values(shared / "facts" / "qd766_published_2026q3.csv")
    ledger = card.score(values_of(card, table.measurements))
    assert len(table.published) == 18
    assert disagreements(ledger, {row.code: row.points for row in table.published}) == ()
    assert ledger.total == Decimal("61.39")
