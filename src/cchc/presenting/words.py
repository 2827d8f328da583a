"""Words for values: the message catalogues, and numbers, days and lists as each language writes them.

Every sentence the library ever shows stands in ``messages/vi.toml`` or ``messages/en.toml`` under the same key; rules and
scores hand over codes and values only. Numbers are rounded half up before they are printed, never by the printing.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

# A program's help is words only and must be quick, so the model and babel are loaded by the methods that need them.
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from decimal import Decimal
    from fractions import Fraction

    from cchc.model import Absent, Period
    from cchc.model.finding import Parameter

__all__ = ["LANGUAGES", "Words", "words"]

LANGUAGES = ("vi", "en")
_SHOWN_PLACES = 2
_LAST_PADDED_MONTH = 2


@frozen
class Words:
    """The words of one language: call it with a key and the texts that go into the message."""

    language: str
    messages: Mapping[str, str]

    def __call__(self, key: str, **values: str) -> str:
        """The message under `key`, with `values` put in; a missing key is a bug and raises `KeyError`."""
        return self.messages[key].format_map(values)

    def known(self, key: str) -> bool:
        """Whether there is a message under `key`."""
        return key in self.messages

    def number(self, value: Decimal | Fraction | int, places: int | None = None) -> str:
        """A number with the language's separators, rounded half up to `places` decimals where they are given."""
        from decimal import Decimal
        from fractions import Fraction

        from babel.numbers import format_decimal

        from cchc.model.rounding import half_up

        shown = value if places is None else half_up(value, places)
        if isinstance(shown, Fraction):
            shown = half_up(shown, _SHOWN_PLACES)
        decimals = len(f"{shown:f}".partition(".")[2]) if isinstance(shown, Decimal) else 0
        text: str = format_decimal(shown, format="#,##0." + "0" * decimals, locale=self.language)
        return text

    def percent(self, share: Fraction | Absent, places: int = _SHOWN_PLACES) -> str:
        """A share as a percentage; a dash where there is none."""
        from cchc.model import Absent

        return self("none") if isinstance(share, Absent) else f"{self.number(share * 100, places)}%"

    def day(self, value: date) -> str:
        """A day in figures, in Vietnamese as the decree on documents writes it: 05/02/2024, 31/3/2024."""
        if self.language == "vi":
            return f"{value.day:02d}/{value.month:0{2 if value.month <= _LAST_PADDED_MONTH else 1}d}/{value.year}"
        from babel.dates import format_date

        return format_date(value, format="d MMM y", locale=self.language)

    def day_of_year(self, value: str) -> str:
        """A day of any year, given as ``12-14``: 14/12."""
        month, day = value.split("-")
        return f"{day}/{month if int(month) <= _LAST_PADDED_MONTH else int(month)}"

    def period(self, value: Period) -> str:
        """A period by its name: Quý I/2024, 6 tháng đầu năm 2024."""
        part = f".{value.index}" if value.kind.value in ("quarter", "half") else ""
        key = f"period-name.{value.kind.value}{part}"
        return self(key, month=f"{value.index}", year=f"{value.year}", last=f"{value.last_year}")

    def subject(self, path: str) -> str:
        """What a finding speaks of: ``tasks/12`` is task number 12."""
        kind, _, name = path.partition("/")
        return self(f"subject.{kind}", name=name)

    def value(self, parameter: Parameter) -> str:
        """A finding's parameter, whatever its type."""
        from datetime import date
        from decimal import Decimal

        if isinstance(parameter, date):
            return self.day(parameter)
        if isinstance(parameter, tuple):
            texts = [self.value(element) for element in parameter]
            if len(texts) > 1 and not isinstance(parameter[0], str):
                return self("and", first=self.names(texts[:-1]), last=texts[-1])
            return self.names(texts)
        if isinstance(parameter, Decimal) or type(parameter) is int:
            return self.number(parameter)
        return str(parameter) or self("none")

    def names(self, values: Iterable[str]) -> str:
        """Names one after the other."""
        return "; ".join(values)


@cache
def words(language: str) -> Words:
    """The words of a language, ``vi`` or ``en``."""
    if language not in LANGUAGES:
        from cchc.model import InvalidInput, Problem

        raise InvalidInput(Problem(code="unknown-language", found=language, accepted=LANGUAGES))
    text = Path(__file__).with_name("messages").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Words(language, MappingProxyType(dict(_flat(tomllib.loads(text), ""))))


def _flat(table: Mapping[str, object], above: str) -> Iterable[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", str(value)
