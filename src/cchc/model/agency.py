"""Agencies in time: who existed on a day, on which level, and who took over.

Districts ended on 30/6/2025 (Nghị quyết 202/2025/QH15); departments and communes were merged in the same year, so an
agency carries its days of validity and its successors, and a name is looked up as of a day.
"""

from datetime import date
from enum import Enum

from attrs import frozen

from cchc.model.errors import InvalidInput, Problem

__all__ = ["Agency", "Level"]


class Level(Enum):
    """The level of government (cấp chính quyền)."""

    CENTRAL = "central"
    """Trung ương."""
    PROVINCE = "province"
    """Tỉnh, thành phố trực thuộc trung ương."""
    DEPARTMENT = "department"
    """Sở, ban, ngành tỉnh."""
    DISTRICT = "district"
    """Huyện, quận, thị xã, thành phố thuộc tỉnh, until 30/6/2025."""
    COMMUNE = "commune"
    """Xã, phường, thị trấn, đặc khu."""


@frozen(kw_only=True)
class Agency:
    """An agency or a unit of government (cơ quan, đơn vị, địa phương).

    `id` is stable; `parent` and `successors` are ids; `valid_from` and `valid_to` are its first and last day, None when
    not bounded; `codes` holds other registers' codes for it as ``register:code``; `confidence` says how sure the facts are.
    """

    id: str
    name: str
    level: Level
    parent: str = ""
    aliases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()
    citation: str = ""
    confidence: str = ""

    def __attrs_post_init__(self) -> None:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise InvalidInput(Problem(code="ends-before-start", found=f"{self.valid_from}..{self.valid_to}"))

    def exists_on(self, day: date) -> bool:
        """Whether the agency exists on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def is_called(self, name: str) -> bool:
        """Whether `name` is its name or one of its aliases, capitals aside."""
        wanted = name.casefold()
        return any(wanted == known.casefold() for known in (self.name, *self.aliases))
