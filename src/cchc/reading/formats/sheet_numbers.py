"""Numbers of a sheet as people see them (số trong bảng tính): 98,5% where the file holds 0.985, 1 where it holds 1.0.

A cell's number format says whether it is a percentage and with how many decimals it is shown. The decimal comma is the one of
Vietnamese offices, so that 1,234 is never read as one thousand.
"""

import datetime as dt
import math
import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from xml.etree.ElementTree import Element

from attrs import frozen

__all__ = ["PLAIN_FORMAT", "Number", "NumberFormat", "read_number_formats", "shown"]

Number = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
"""What a cell may hold."""

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;])+')
"""What stands before a semicolon; behind it come other formats, for negative numbers, zero and text."""

_SHOWN = re.compile(r"[#0?,. ]*[#0?][#0?,. ]*%? *")
_DIGITS = 15  # what a sheet keeps of a number, and what it shows at most
_BUILT_IN: Mapping[str, str] = MappingProxyType(
    {"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
)


@frozen(kw_only=True)
class NumberFormat:
    """How numbers are shown: by how much multiplied, with how many decimals (``None``: all there are), and with which unit."""

    factor: int = 1
    decimals: int | None = None
    unit: str = ""


PLAIN_FORMAT = NumberFormat()
"""The format of a cell that names none."""


def read_number_formats(styles: Element | None) -> Mapping[str, NumberFormat]:
    """The number formats that change what a number looks like, by the number of the cell style that has them."""
    if styles is None:
        return {}
    patterns = dict(_BUILT_IN)
    for element in styles.iter(_SHEET + "numFmt"):
        patterns[element.get("numFmtId", "")] = element.get("formatCode", "")
    formats: dict[str, NumberFormat] = {}
    for cells in styles.iter(_SHEET + "cellXfs"):
        for i, element in enumerate(cells):
            found = _format(patterns.get(element.get("numFmtId", ""), ""))
            if found != PLAIN_FORMAT:
                formats[str(i)] = found
    return formats


def _format(pattern: str) -> NumberFormat:
    positive = "".join(_SECTION.findall(pattern)[:1])
    literal = "".join(quoted or escaped or "" for quoted, escaped in _QUOTED.findall(positive))
    digits = _QUOTED.sub("", positive)
    if not _SHOWN.fullmatch(digits):
        return PLAIN_FORMAT  # General, a date, a fraction, an exponent
    percent = digits.rstrip().endswith("%")
    decimals = digits.partition(".")[2]
    return NumberFormat(
        factor=100 if percent else 1,
        decimals=sum(decimals.count(place) for place in "0#?"),
        unit="%" if percent or "%" in literal else "",
    )


def shown(value: Number, form: NumberFormat = PLAIN_FORMAT) -> str:
    """A cell's value in words: numbers without an empty decimal, days as dd/mm/yyyy, TRUE and FALSE as sheets have them."""
    if isinstance(value, float):
        return _number(value, form)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return _number(value, form)
    if isinstance(value, str):
        return value
    if isinstance(value, dt.datetime):
        day = f"{value:%d/%m/%Y}"
        return day if value.time() == dt.time() else f"{day} {value:%H:%M}"
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    return f"{value:%H:%M}" if isinstance(value, dt.time) else str(value)


def _number(value: float, form: NumberFormat) -> str:
    digits = f"{value:.{_DIGITS}g}"
    if form is PLAIN_FORMAT or not math.isfinite(value):
        if "." in digits and "e" not in digits:
            return digits.replace(".", ",")
        if "e" not in digits:
            return digits
    exact = Decimal(digits) * form.factor
    if form.decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-form.decimals), ROUND_HALF_UP)
    return f"{exact.normalize():f}".replace(".", ",") + form.unit
