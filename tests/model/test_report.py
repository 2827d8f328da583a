from datetime import date

import pytest
from hypothesis import given

from cchc.model import InvalidInput, Period, Report
from cchc.testing import reports

HALF = Period.half(2022, 1)


@pytest.mark.law
@given(reports())
def test_a_report_counts_from_the_best_known_of_its_days(report: Report) -> None:
    assert report.period is not None
    days = [day for day in (report.received_on, report.issued_on, report.period.end) if day is not None]
    assert report.known_on == days[0]


def test_a_report_without_any_day_counts_from_none_that_will_come() -> None:
    assert Report(period=None, agency="Sở Nội vụ").known_on == date.max


def test_receipt_goes_before_date_and_date_before_the_period_s_end() -> None:
    issued, received = date(2022, 6, 17), date(2022, 6, 20)
    assert Report(period=HALF, agency="Sở Nội vụ").known_on == date(2022, 6, 30)
    assert Report(period=HALF, agency="Sở Nội vụ", issued_on=issued).known_on == issued
    assert Report(period=HALF, agency="Sở Nội vụ", issued_on=issued, received_on=received).known_on == received


def test_a_report_keeps_its_symbol_as_the_decree_writes_it() -> None:
    assert Report(period=HALF, agency="UBND tỉnh", symbol="Số 98 /BC- UBND").symbol == "98/BC-UBND"
    with pytest.raises(InvalidInput):
        Report(period=HALF, agency="UBND tỉnh", symbol="98/UBND")
