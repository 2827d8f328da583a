"""Repair of damaged text: laws, then what a clerk would check, then the real documents."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cchc.reading.mending.repair import Repaired, needs_repair, repair
from cchc.reading.mending.skeletons import bare, settled
from cchc.reading.passage import Passage

# what the grammars after this one lean on: bounds, headings, kinds of documents, times, agencies
PHRASES = (
    "trên địa bàn tỉnh",
    "đạt trên 95%",
    "đạt tối thiểu 90%",
    "ít nhất 80% hồ sơ",
    "đạt từ 70% trở lên",
    "phấn đấu đạt 100%",
    "thời gian chờ không quá 15 phút",
    "giảm tối thiểu 5% so với năm 2021",
    "giảm 10% biên chế so với năm 2021",
    "tăng 2 bậc so với năm trước",
    "trong đó ít nhất 80% được giải quyết trước hạn",
    "trừ văn bản mật theo quy định",
    "cao hơn năm 2022",
    "nằm trong nhóm 20 tỉnh, thành phố dẫn đầu cả nước",
    "mức độ hài lòng của người dân, doanh nghiệp",
    "mục đích, yêu cầu",
    "mục tiêu cụ thể",
    "nhiệm vụ, giải pháp",
    "tổ chức thực hiện",
    "cải cách thể chế",
    "cải cách thủ tục hành chính",
    "cải cách tổ chức bộ máy hành chính nhà nước",
    "cải cách chế độ công vụ",
    "cải cách tài chính công",
    "xây dựng và phát triển chính quyền điện tử, chính quyền số",
    "nơi nhận",
    "nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
    "nghị định số 61/2018/NĐ-CP",
    "quyết định của Thủ tướng Chính phủ",
    "chỉ thị số 23/CT-TTg",
    "kế hoạch cải cách hành chính nhà nước năm 2024",
    "thông tư của Bộ Nội vụ",
    "công văn của Sở Tư pháp",
    "ngày 15 tháng 7 năm 2021",
    "quý I năm 2024",
    "trước ngày 30 tháng 6 năm 2025",
    "chậm nhất ngày 31/01/2024",
    "đến hết năm 2025",
    "thường xuyên trong năm",
    "hồ sơ công việc được xử lý trên môi trường mạng",
    "Ủy ban nhân dân các huyện, thị xã, thành phố",
    "Văn phòng Ủy ban nhân dân tỉnh chủ trì, phối hợp với Sở Nội vụ",
    "Sở Thông tin và Truyền thông",
    "Sở Nông nghiệp và Môi trường",
    "các sở, ban, ngành tỉnh",
    "Trung tâm Phục vụ hành chính công",
    "Đài Phát thanh và Truyền hình tỉnh",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
    "UBND tỉnh Quảng Ngãi",
    "thành phố Cần Thơ",
    "HĐND tỉnh",
)
phrases = st.sampled_from(PHRASES)
letters = st.text(alphabet=st.sampled_from("aeioudbgnhtcrlI16480$&¢éáàạếưđĐ.,;:()-/'’ \n\u0301"), max_size=60)


def read(text: str) -> Repaired:
    return repair(Passage.of(text))


def without_doubt(text: str) -> str:
    """The stroke that a symbol lost is told and not put back, so it is no part of what must come out."""
    return re.sub(r"\d\S*Đ\S*", lambda found: bare(found[0]), text)


@pytest.mark.law
@given(text=letters | st.text(max_size=60))
@example("’")
@example("a) a) đ)")
def test_any_text_is_read_and_every_word_keeps_its_place(text: str) -> None:
    passage = Passage.of(text)
    repaired = repair(passage)
    assert repaired.passage.span() == passage.span()
    assert len(repaired.passage.text.split()) == len(passage.text.split())
    for item in repaired.repairs + repaired.doubtful:
        assert item.span.text == text[item.span.start : item.span.end]
        assert item.text != unicodedata.normalize("NFC", item.span.text)
        assert 0 <= item.confidence <= 100
    assert isinstance(needs_repair(text), bool)


@pytest.mark.law
@given(text=letters.map(lambda text: text.replace("\u0301", "")))
def test_what_is_not_marked_as_repaired_is_as_printed(text: str) -> None:
    passage = Passage.of(text)
    repaired = repair(passage)
    kept = list(text)
    for item in reversed(repaired.repairs):
        kept[item.span.start : item.span.end] = item.text
    assert repaired.passage.text == unicodedata.normalize("NFC", " ".join("".join(kept).split()))


@pytest.mark.law
@given(
    words=st.lists(phrases.map(bare), min_size=1, max_size=4),
    figures=st.lists(
        st.sampled_from(["16", "7,5%", "184/KH-UBND", "468/QD-TTg", "07/12/2021", "30/58", "a)", "d)", "II."]), max_size=4
    ),
)
def test_figures_symbols_and_marks_of_lists_stay(words: list[str], figures: list[str]) -> None:
    text = " ".join(part for i in range(4) for part in (*words[i : i + 1], *figures[i : i + 1]))
    out = read(text).passage.text.split()
    for i, token in enumerate(text.split()):
        if token in figures:
            assert out[i] == token


@pytest.mark.law
@given(phrase=phrases)
def test_what_is_whole_is_left(phrase: str) -> None:
    repaired = read(phrase)
    assert (repaired.passage.text, repaired.repairs) == (phrase, ())
    assert not needs_repair(phrase)


@pytest.mark.law
@given(first=phrases, second=phrases)
def test_phrases_side_by_side_come_back(first: str, second: str) -> None:
    text = f"{first}; {second}"
    assert settled(read(bare(text)).passage.text) == settled(without_doubt(text))


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_that_lost_its_marks_comes_back(phrase: str) -> None:
    assert read(bare(phrase)).passage.text == without_doubt(phrase)


@pytest.mark.parametrize("phrase", [phrase for phrase in PHRASES if phrase.islower() and "ngày" not in phrase])
def test_a_heading_in_capitals_comes_back_in_capitals(phrase: str) -> None:
    assert read(bare(phrase).upper()).passage.text == phrase.upper()


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("K& hoach s6 184/KH-UBND", "Kế hoạch số 184/KH-UBND"),
        ("nhiém vu thuc hién c6 hiéu qua", "nhiệm vụ thực hiện có hiệu quả"),
        ("co quan hanh chinh nha nwéc", "cơ quan hành chính nhà nước"),
        ("to chirc bd may, can bd, cong chirc", "tổ chức bộ máy, cán bộ, công chức"),
        ("duoc thuyc hién, trryc tuyén", "được thực hiện, trực tuyến"),
        ("dat t01 thiéu 85%", "đạt tối thiểu 85%"),
        ("dat tir 60% tro 1en", "đạt từ 60% trở lên"),
        ("giam $6 luong don vi su nghiép", "giảm số lượng đơn vị sự nghiệp"),
        ("phap luat on dinh, kha thi", "pháp luật ổn định, khả thi"),
        ("6n dinh doi song nhan dan", "ổn định đời sống nhân dân"),
        ("1a nhiém vu trong tam", "là nhiệm vụ trọng tâm"),
        ("Iugng hd so va Iy do", "lượng hồ sơ và lý do"),
        ("So' Noi vu va S& Tai chinh", "Sở Nội vụ và Sở Tài chính"),
        ("P6i méi phuong phap, Pay manh phan cap", "Đổi mới phương pháp, Đẩy mạnh phân cấp"),
        ("cac s, ban, nganh va can b, cong chirc", "các sở, ban, ngành và cán bộ, công chức"),
        ("nang cao ¥ thirc trach nhiém", "nâng cao ý thức trách nhiệm"),
        ("100% vdn ban, trir vdn ban mat", "100% văn bản, trừ văn bản mật"),
    ],
)
def test_what_a_reader_of_scans_mistook_is_read(printed: str, meant: str) -> None:
    assert read(printed).passage.text == meant


@pytest.mark.parametrize(
    "text",
    [
        "PAR INDEX, SIPAS, PAPI, PCI, ICT INDEX",
        "khoản 1a điều 5",
        "khổ giấy A4",
        "điểm d khoản 2",
        "Báo cáo tại https://example.vn/thu-tuc-hanh-chinh.html và hop-thu@example.vn",
        "Quý II, III, IV/2024",
        "TTHC, CCHC, QPPL, BHXH của UBND xã",
        "Hoà Bình, uỷ quyền, thuỷ lợi",
        "đường Nguyễn Đình Chiểu, xã Ktur",
    ],
)
def test_what_is_no_damaged_word_stays(text: str) -> None:
    assert read(text).passage.text == text


def test_a_repair_tells_the_raw_word_its_place_and_how_sure_it_is() -> None:
    repaired = read("a) Can cu Ke hoach")
    assert [(item.span.start, item.span.text, item.text) for item in repaired.repairs] == [
        (3, "Can", "Căn"),
        (7, "cu", "cứ"),
        (10, "Ke", "Kế"),
        (13, "hoach", "hoạch"),
    ]
    assert all(item.confidence >= 90 for item in repaired.repairs)


def test_symbols_and_letters_of_lists_are_doubted_and_not_changed() -> None:
    text = "d) Quyet dinh so 468/QD-TTg d) Nghi dinh so 61/2018/NB-CP cua Chinh phu"
    repaired = read(text)
    assert repaired.passage.text == "d) Quyết định số 468/QD-TTg d) Nghị định số 61/2018/NB-CP của Chính phủ"
    assert [(item.span.text, item.text) for item in repaired.doubtful] == [
        ("468/QD-TTg", "468/QĐ-TTg"),
        ("d)", "đ)"),
        ("61/2018/NB-CP", "61/2018/NĐ-CP"),
    ]


def test_a_figure_that_may_be_a_word_stays_where_that_is_not_sure() -> None:
    repaired = read("tr6ng d6i")
    assert repaired.passage.text == "tr6ng đối"
    assert [(item.span.text, item.text) for item in repaired.doubtful] == [("tr6ng", "trọng")]


def test_a_text_without_a_stop_is_read_to_its_end() -> None:
    out = read("cai cach hanh chinh " * 300).passage.text
    assert out == " ".join(["cải cách hành chính"] * 300)


def test_words_typed_for_an_old_font_are_certain() -> None:
    repaired = read("Keá hoaïch caûi caùch haønh chính naêm 2008")
    assert repaired.passage.text == "Kế hoạch cải cách hành chính năm 2008"
    assert {item.confidence for item in repaired.repairs} == {100}
    assert [item.span.text for item in repaired.repairs][:2] == ["Keá", "hoaïch"]
    assert needs_repair("Keá hoaïch caûi caùch haønh chính naêm 2008")


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        ("Ke hoach cai cach hanh chinh nam 2024", True),
        ("Muc dich", True),
        ("thuc hién cong tac cai cach hanh chinh", True),
        ("Kế hoạch cải cách hành chính năm 2024", False),
        ("", False),
        ("12 34,5% 30/58 07/12/2021", False),
        ("The plan sets ten targets for the ministry, and the results are to be published on time.", False),
        ("Le plan de réforme de l'administration, les résultats et les délais sont publiés chaque année.", False),
        ("https://example.vn/ke-hoach-cai-cach-hanh-chinh-nam-2024", False),
        ("PAR INDEX SIPAS PAPI PCI", False),
        ("Sở", False),
    ],
)
def test_damage_is_told_from_what_is_whole_or_foreign(text: str, damaged: bool) -> None:
    assert needs_repair(text) is damaged


CLEAN = (
    "bao-cao-2022-6-thang-dau-nam.txt",
    "ke-hoach-2023-so-noi-vu.md",
    "ke-hoach-2025-6-thang-cuoi-nam.txt",
    "phu-luc-nhiem-vu-2024.txt",
)


@pytest.mark.parametrize("name", CLEAN)
def test_real_documents_are_whole_and_come_back_when_stripped(shared: Path, name: str) -> None:
    text = Passage.of((shared / "documents" / name).read_text(encoding="utf-8")).text
    assert not needs_repair(text)
    assert needs_repair(bare(text))
    pairs = zip(text.split(), read(bare(text)).passage.text.split(), strict=True)
    words = [
        (settled(a), settled(b)) for a, b in pairs if a.lower() != a.upper() and not any(map(str.isdigit, a)) and len(a) > 2
    ]
    right = sum(a == b for a, b in words)
    assert right * 100 >= 97 * len(words)


def test_the_scanned_plan_reads_as_a_plan(shared: Path) -> None:
    text = (shared / "documents" / "ke-hoach-2023-ocr.txt").read_text(encoding="utf-8")
    assert needs_repair(text)
    repaired = read(text)
    out = repaired.passage.text
    assert re.findall(r"\d+/\S+", out) == re.findall(r"\d+/\S+", text)
    assert re.findall(r"[\d,]+%", out) == re.findall(r"[\d,]+%", text)
    for words, least in (
        ("tối thiểu", 5),
        ("ít nhất 80%", 1),
        ("thủ tục hành chính", 8),
        ("Chủ trì, phối hợp", 5),
        ("Kế hoạch số", 6),
    ):
        assert out.count(words) >= least, words
