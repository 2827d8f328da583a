"""Findings (phát hiện): what a rule has to say, as a value that prose is made from at the edge.

A finding never holds prose: a stable code, a severity, the path of its subject, typed parameters, a citation, a span.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Never

from attrs import field, frozen

from cchc.model.citation import Citation
from cchc.model.quantity import Quantity
from cchc.model.source import Span

__all__ = ["Finding", "Parameter", "Parameters", "Severity"]

Parameter = str | int | bool | date | Decimal | Quantity | tuple[str, ...] | tuple[int, ...] | tuple[Decimal, ...]
"""What a parameter of a finding may be."""


class Severity(Enum):
    """How serious a finding is (mức độ)."""

    ERROR = "error"
    """Sai: it must be mended."""
    WARNING = "warning"
    """Cảnh báo: somebody should look."""
    INFO = "info"
    """Lưu ý."""


class Parameters(Mapping[str, Parameter]):
    """The typed parameters of a finding, by name; immutable."""

    __slots__ = ("_items",)
    _items: dict[str, Parameter]

    def __init__(self, items: Mapping[str, Parameter] | None = None) -> None:
        object.__setattr__(self, "_items", dict(items or {}))

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"the parameters of a finding do not change: {name}")

    def __reduce__(self) -> "tuple[type[Parameters], tuple[dict[str, Parameter]]]":
        return type(self), (dict(self),)

    def __getitem__(self, name: str) -> Parameter:
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"Parameters({self._items!r})"


@frozen(kw_only=True)
class Finding:
    """A finding: `code` such as ``arithmetic.ratio``, its `subject` such as ``tasks/12`` and what it is based on."""

    code: str
    severity: Severity
    subject: str
    params: Parameters = field(factory=Parameters, converter=Parameters)
    citation: Citation | None = None
    span: Span | None = None
