import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.passage import Passage
from cchc.reading.tables.row_codes import split_code


@pytest.mark.law
@given(
    st.sampled_from(("2.1", "12", "a", "đ", "II", "I.2", "A", "1.2.3", "C.1")),
    st.sampled_from((". ", ") ", ". - ", "/ ")),
    st.sampled_from(("Rà soát văn bản", "rà soát", "Đào tạo 2.000 lượt người")),
)
def test_a_code_comes_off_and_the_words_stay(code: str, mark: str, words: str) -> None:
    if mark == "/ " and "." not in code:
        return
    found, rest = split_code(Passage.of(code + mark + words))
    assert (found, rest.text) == (code, words)
    assert rest.span().text == words


@pytest.mark.parametrize(
    ("text", "code", "title"),
    [
        ("2.6 Thực hiện tự kiểm tra", "2.6", "Thực hiện tự kiểm tra"),
        ("2.6. thực hiện", "2.6", "thực hiện"),
        ("- Rà soát", "", "Rà soát"),
        ("- a) Rà soát", "a", "Rà soát"),
        ("(3) Rà soát", "3", "Rà soát"),
        ("1 - Rà soát", "1", "Rà soát"),
        ("1.5 triệu hồ sơ", "", "1.5 triệu hồ sơ"),
        ("30 ngày làm việc", "", "30 ngày làm việc"),
        ("2024.", "", "2024."),
        ("100% hồ sơ", "", "100% hồ sơ"),
        ("Rà soát", "", "Rà soát"),
        ("1.", "", "1."),
        ("", "", ""),
    ],
)
def test_what_is_a_code_and_what_is_none(text: str, code: str, title: str) -> None:
    found, rest = split_code(Passage.of(text))
    assert (found, rest.text) == (code, title)
