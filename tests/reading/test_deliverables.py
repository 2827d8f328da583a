import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.tables.deliverables import split_deliverables

_NAMES = st.sampled_from(
    (
        "Kế hoạch", "Báo cáo kết quả", "Quyết định của UBND tỉnh", "văn bản hướng dẫn, đôn đốc", "Tin, bài", "hội nghị",
        "100% hồ sơ được số hóa", "Kế hoạch (Quyết định, Công văn)", "Hệ thống được nâng cấp, hoàn thiện", "các báo cáo",
    )
)  # fmt: skip
_MARKS = st.sampled_from((", ", "; ", " và ", "\n", ";\n- ", ". ", " + "))


def words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if word != "và"]


@pytest.mark.law
@given(st.lists(st.tuples(_NAMES, _MARKS), max_size=6))
def test_no_word_is_lost(pairs: list[tuple[str, str]]) -> None:
    cell = "".join(name + mark for name, mark in pairs)
    assert words(" ".join(split_deliverables(cell))) == words(cell)


@pytest.mark.law
@given(st.text(alphabet="Kế hoạch, báo cáo; Quyết định và-.\n():+", max_size=60))
def test_any_text_gives_trimmed_names(text: str) -> None:
    for name in split_deliverables(text):
        assert name == " ".join(name.split())
        assert name.strip(" ,;.-+")


@pytest.mark.law
@given(st.lists(_NAMES, min_size=1, max_size=6))
def test_semicolons_always_part(names: list[str]) -> None:
    assert [name.casefold() for name in split_deliverables("; ".join(names))] == [name.casefold() for name in names]


@pytest.mark.parametrize(
    ("cell", "deliverables"),
    [
        ("", ()),
        ("Kế hoạch, báo cáo", ("Kế hoạch", "Báo cáo")),
        ("Báo cáo, Quyết định", ("Báo cáo", "Quyết định")),
        ("Kế hoạch và Báo cáo", ("Kế hoạch", "Báo cáo")),
        ("Kế hoạch, văn bản hướng dẫn và báo cáo", ("Kế hoạch", "Văn bản hướng dẫn", "Báo cáo")),
        ("Kế hoạch kiểm tra, báo cáo kết quả kiểm tra", ("Kế hoạch kiểm tra", "Báo cáo kết quả kiểm tra")),
        ("Nghị quyết của HĐND tỉnh, Quyết định của UBND tỉnh", ("Nghị quyết của HĐND tỉnh", "Quyết định của UBND tỉnh")),
        ("Tờ trình, dự thảo Quyết định, Báo cáo tiếp thu", ("Tờ trình", "Dự thảo Quyết định", "Báo cáo tiếp thu")),
        ("Quyết định ban hành kế hoạch, quy chế", ("Quyết định ban hành kế hoạch, quy chế",)),
        ("Báo cáo thực hiện Chương trình, Kế hoạch năm", ("Báo cáo thực hiện Chương trình, Kế hoạch năm",)),
        ("Kế hoạch theo Nghị quyết số 76/NQ-CP, Quyết định số 1085/QĐ-TTg",) * 2,
        ("Văn bản chỉ đạo, hướng dẫn", ("Văn bản chỉ đạo, hướng dẫn",)),
        ("Hồ sơ, tài liệu", ("Hồ sơ, tài liệu",)),
        ("Công tác vận hành, báo cáo đúng hạn", ("Công tác vận hành, báo cáo đúng hạn",)),
        ("Kế hoạch\nBáo cáo", ("Kế hoạch", "Báo cáo")),
        ("Báo cáo của Sở Nội vụ\nKế hoạch của UBND tỉnh", ("Báo cáo của Sở Nội vụ", "Kế hoạch của UBND tỉnh")),
        ("Quyết định ban hành\nKế hoạch kiểm tra", ("Quyết định ban hành Kế hoạch kiểm tra",)),
        ("Công văn hướng dẫn\nTờ trình", ("Công văn hướng dẫn", "Tờ trình")),
        ("Văn bản triển khai\nBáo cáo kết quả", ("Văn bản triển khai", "Báo cáo kết quả")),
        ("Danh mục được công bố\nQuy trình nội bộ", ("Danh mục được công bố", "Quy trình nội bộ")),
        ("Chỉ số SIPAS năm 2025\nBáo cáo công bố", ("Chỉ số SIPAS năm 2025", "Báo cáo công bố")),
        ("Video clip\nÁp phích\nBảng tin", ("Video clip", "Áp phích", "Bảng tin")),
        ("Phần mềm được nâng cấp\nBiên bản", ("Phần mềm được nâng cấp", "Biên bản")),
        ("Kế hoạch nâng cấp\nHệ thống của tỉnh", ("Kế hoạch nâng cấp Hệ thống của tỉnh",)),
        ("Tờ trình, dự\nthảo Quyết định công bố", ("Tờ trình", "Dự thảo Quyết định công bố")),
        ("Nghị quyết của\nHội đồng nhân dân", ("Nghị quyết của Hội đồng nhân dân",)),
        ("Hồ sơ được tích hợp với\nHệ thống của tỉnh", ("Hồ sơ được tích hợp với Hệ thống của tỉnh",)),
        ("- Kế hoạch;\n- Báo cáo.", ("Kế hoạch", "Báo cáo")),
        ("1. Kế hoạch\n2. Báo cáo", ("Kế hoạch", "Báo cáo")),
        ("Kế hoạch. Báo cáo định kỳ.", ("Kế hoạch", "Báo cáo định kỳ")),
        ("Kế hoạch + số liệu", ("Kế hoạch", "Số liệu")),
        ("Văn bản (kế hoạch, báo cáo), Quyết định", ("Văn bản (kế hoạch, báo cáo)", "Quyết định")),
        ("Kế hoạch năm (nếu có), báo cáo (quý, năm), tài liệu", ("Kế hoạch năm (nếu có)", "Báo cáo (quý, năm), tài liệu")),
        ("Công khai tại trụ sở, cụ thể: - Niêm yết. - Đăng tải.", ("Công khai tại trụ sở, cụ thể:", "Niêm yết", "Đăng tải")),
    ],
)  # fmt: skip
def test_cells_of_many_provinces(cell: str, deliverables: tuple[str, ...] | str) -> None:
    assert split_deliverables(cell) == ((deliverables,) if isinstance(deliverables, str) else deliverables)


@pytest.mark.parametrize("cell", ["Kế hoạch, " * 20_000, "báo cáo và " * 20_000, "(" * 50_000, " \n" * 50_000])
def test_a_long_cell_takes_no_long_time(cell: str) -> None:
    assert len(split_deliverables(cell)) <= 20_000


def test_the_annotated_rows(shared: Path) -> None:
    rows = json.loads((shared / "gold" / "tasks_2024_rows_1_60.json").read_text(encoding="utf-8"))
    assert [row["no"] for row in rows if list(split_deliverables(row["cells"]["products"])) != row["products_norm"]] == []
