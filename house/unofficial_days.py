"""Print the calendar days of the years that no document in the catalogue reaches, as the `holidays` library computes them.

The library computes what the Labour Code gives and carries the swaps it knows of; nobody has announced these days, so the
catalogue ships them marked unofficial and needs no library to read them. To renew the file::

    python -m house.unofficial_days > src/cchc/catalog/data/calendar-vn-unofficial.toml
"""

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version

from holidays import country_holidays

__all__ = ["YEARS", "toml"]

YEARS = (*range(2010, 2021), *range(2028, 2041))

# The library's names carry the day of Tết and the reason; the record's names are those of the Labour Code.
_NAMES = {
    "Tết Dương lịch": "Tết Dương lịch",
    "Tết": "Tết Nguyên đán",
    "Giỗ Tổ": "Giỗ Tổ Hùng Vương",
    "Chiến thắng": "Ngày Chiến thắng 30/4",
    "Lao động": "Quốc tế Lao động 1/5",
    "Quốc khánh": "Quốc khánh",
    "Văn hóa": "Ngày Văn hóa Việt Nam",
}
_SWAP = re.compile(r"thay cho ngày (\d\d)/(\d\d)/(\d{4})")
_HEADER = """\
# Days of the years that no document here reaches, computed once with the holidays library {version}: unofficial.
# Written by house/unofficial_days.py; change nothing by hand.
schema = "calendar-days/1"
"""


def _name(printed: str) -> str:
    return next(name for word, name in _NAMES.items() if word in printed)


def _blocks() -> Iterator[str]:
    groups: dict[tuple[str, str], list[date]] = defaultdict(list)
    swaps = []
    for day, printed in sorted(country_holidays("VN", years=YEARS, language="vi").items()):
        if swap := _SWAP.search(printed):
            swaps.append((day, date(int(swap[3]), int(swap[2]), int(swap[1]))))
        else:
            groups["compensatory" if "nghỉ bù" in printed else "holiday", _name(printed)].append(day)
    for (kind, name), days in sorted(groups.items(), key=lambda group: (group[0][0] != "holiday", group[1])):
        lines = textwrap.fill(
            ", ".join(map(str, days)), 100, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
        )
        yield f'[[days]]\nname = "{name}"\nkind = "{kind}"\nconfidence = "unofficial"\non = [\n{lines},\n]\n'
    for off, worked in swaps:
        yield f'[[swaps]]\noff = {off}\nworked = {worked}\nconfidence = "unofficial"\n'


def toml() -> str:
    """The file as it should stand."""
    return "\n".join([_HEADER.format(version=version("holidays")), *_blocks()])


if __name__ == "__main__":
    print(toml(), end="")
