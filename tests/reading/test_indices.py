"""Indices named in one sentence."""

import pytest

from cchc.reading.commitments.indices import named_indices

CASES = [
    ("Chỉ số PAR INDEX, SIPAS, PAPI và PCI", ["Chỉ số PAR INDEX", "SIPAS", "PAPI", "PCI"]),
    ("các chỉ số (PAR INDEX, SIPAS) của tỉnh", ["PAR INDEX", "SIPAS"]),
    ("các chỉ số sau: Chỉ số A của người dân, tổ chức; Chỉ số B", ["Chỉ số A của người dân, tổ chức", "Chỉ số B"]),
    ("Chỉ số CCHC (PAR INDEX) của tỉnh", []),
    ("Chỉ số hiệu quả quản trị và hành chính công (PAPI)", []),
    ("Tỷ lệ hồ sơ, văn bản", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_the_indices_of(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in named_indices(text)] == wanted
