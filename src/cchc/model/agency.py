"""Agencies in time: who existed on a day, on which level, and who took over.

Districts ended on 30/6/2025 (Nghị quyết 203/2025/QH15); provinces, departments and communes were merged in the same year,
so an agency carries its days of validity and its successors, and a name is looked up as of a day.
"""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from attrs import frozen

from cchc.model.errors import InvalidInput, Problem
from cchc.model.text import plain

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
        if problems := tuple(self._problems()):
            raise InvalidInput(problems)

    def _problems(self) -> Iterator[Problem]:
        for place, text in (("id", self.id), ("name", self.name)):
            if not text.strip():
                yield Problem(code="empty", place=place)
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            yield Problem(code="ends-before-start", found=f"{self.valid_from}..{self.valid_to}", place="valid_to")
        if wrong := [code for code in self.codes if not all(code.partition(":")[::2])]:
            yield Problem(code="not-a-register-code", found=", ".join(wrong), accepted=("gso:33",), place="codes")
        for place, others in (("parent", (self.parent,)), ("successors", self.successors)):
            if self.id and self.id in others:
                yield Problem(code="refers-to-itself", found=self.id, place=place)

    def exists_on(self, day: date) -> bool:
        """Whether the agency exists on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def is_called(self, name: str) -> bool:
        """Whether `name` is its name or one of its aliases, capitals and runs of spaces aside."""
        wanted = plain(name).casefold()
        return any(wanted == plain(known).casefold() for known in (self.name, *self.aliases))
