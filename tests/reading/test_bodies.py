import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cchc.reading.tables.bodies import split_bodies

_CASES = [
    line.split(" | ")
    for line in Path(__file__).with_name("body_cases.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
_DROPPED = {"và", "hoặc", "cùng", "với", "các"}
_NAMES = st.sampled_from(
    (
        "Sở Nội vụ", "Sở Kế hoạch và Đầu tư", "Văn phòng UBND tỉnh", "các sở, ban, ngành", "UBND cấp huyện",
        "UBND các xã, phường",
        "Công an tỉnh", "Báo Sông Lam", "Thủ trưởng các cơ quan, đơn vị", "các cơ quan, đơn vị có liên quan", "Phòng Y tế",
        "Ban Quản lý Khu kinh tế", "HĐND", "Tỉnh đoàn", "Sở Văn hóa, Thể thao và Du lịch", "Kho bạc Nhà nước", "cấp xã",
    )
)  # fmt: skip
_CELLS = st.lists(st.tuples(_NAMES, st.sampled_from((", ", "; ", " và ", "\n", ";\n- "))), max_size=6).map(
    lambda pairs: "".join(name + mark for name, mark in pairs)
)


def words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in _DROPPED]


def is_within(few: list[str], many: list[str]) -> bool:
    rest = iter(many)
    return all(word in rest for word in few)


@pytest.mark.law
@given(_CELLS)
def test_no_word_is_lost(cell: str) -> None:
    assert is_within(words(cell), words(" ".join(split_bodies(cell))))


@pytest.mark.law
@given(st.text(alphabet="Sở UBND cấp huyện, xã; các và-.\n(): Nội vụ/tỉnh", max_size=60))
@example("((((")
@example(":;,.")
def test_any_text_gives_trimmed_names_with_words(text: str) -> None:
    for name in split_bodies(text):
        assert name == " ".join(name.split())
        assert name.strip(" ,;.-")


@pytest.mark.law
@given(st.lists(_NAMES.filter(lambda name: name not in {"HĐND", "cấp xã"}), min_size=1, max_size=6))
def test_semicolons_part_and_parts_stay_as_they_are(names: list[str]) -> None:
    bodies = split_bodies("; ".join(names))
    assert [body.casefold() for body in bodies] == [name.casefold() for name in names]
    assert all(split_bodies(body) == (body,) for body in bodies)


@pytest.mark.parametrize(("cell", "bodies"), _CASES, ids=[cell for cell, _ in _CASES])
def test_cells_of_many_provinces(cell: str, bodies: str) -> None:
    assert split_bodies(cell.replace("\\n", "\n")) == tuple(bodies.split(" / "))


@pytest.mark.parametrize("cell", ["", " ", ";", " - \n- ; . "])
def test_a_cell_without_words_names_nobody(cell: str) -> None:
    assert split_bodies(cell) == ()


def test_bodies_are_found_in_decomposed_text() -> None:
    assert split_bodies("Sở Nội vụ, Sở Y tế") == ("Sở Nội vụ", "Sở Y tế")


@pytest.mark.parametrize(
    "cell", ["UBND xã, " * 20_000, "các sở và " * 20_000, "(" * 50_000, "Sở Nội vụ / " * 20_000, " \n" * 50_000]
)
def test_a_long_cell_takes_no_long_time(cell: str) -> None:
    assert len(split_bodies(cell)) <= 20_000


@pytest.mark.parametrize("column", ["lead", "coordinating"])
def test_the_annotated_rows(shared: Path, column: str) -> None:
    rows = json.loads((shared / "gold" / "tasks_2024_rows_1_60.json").read_text(encoding="utf-8"))
    wrong = [row["no"] for row in rows if list(split_bodies(row["cells"][column])) != row[f"{column}_norm"]]
    assert wrong == []
