"""Documents that others have replaced (văn bản hết hiệu lực), as far as the catalogue is sure: each with its day and source."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from cchc.catalog.files import read_file
from cchc.model.replacement import Replacement

__all__ = ["replacements"]


@frozen(kw_only=True)
class _ReplacementsFile:
    replacements: tuple[Replacement, ...]


@cache
def replacements() -> Mapping[str, Replacement]:
    """The replaced documents by their symbol."""
    found = read_file("replacements.toml", "replacements/1", _ReplacementsFile).replacements
    return MappingProxyType({one.symbol: one for one in found})
