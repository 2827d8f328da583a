"""The usual indicators of the field (danh mục chỉ tiêu), each with its names, how it is measured and the document behind it."""

from functools import cache

from attrs import frozen

from cchc.catalog.files import read_file
from cchc.model.errors import InvalidInput, Problem
from cchc.model.indicator import Indicator
from cchc.model.text import nearest

__all__ = ["indicator", "indicators"]


@frozen(kw_only=True)
class _IndicatorsFile:
    indicators: tuple[Indicator, ...]


@cache
def indicators() -> tuple[Indicator, ...]:
    """Every indicator of the catalogue, in the order of the areas of reform."""
    return read_file("indicators.toml", "indicators/1", _IndicatorsFile).indicators


def indicator(name: str, /) -> Indicator:
    """The indicator with the id `name`: ``indicator("dossiers-on-time")``; `InvalidInput` where there is none."""
    known = {one.id: one for one in indicators()}
    if name not in known:
        raise InvalidInput(Problem(code="unknown-indicator", found=name, accepted=tuple(known), near=nearest(name, known)))
    return known[name]
