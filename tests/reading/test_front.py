"""Fronts and closings: laws for every text, tables for the clerk, and the real documents."""

import re
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cchc.model import Period
from cchc.reading.frame.closing import read_closing
from cchc.reading.frame.front import Front, FrontRole, read_front
from cchc.reading.frame.layout import lay_out
from cchc.reading.frame.letterheads import agency_in_preamble, agency_of_letterhead, clause_of_agency
from cchc.reading.frame.places import proper_name, province_in
from cchc.reading.frame.title_periods import read_title_period
from cchc.reading.passage import Passage

from .sheets import document_of

FRONTS = Path(__file__).with_name("front_cases.txt")
CLOSINGS = Path(__file__).with_name("closing_cases.txt")
ROLES = {
    "N": FrontRole.NATION, "A": FrontRole.AGENCY, "S": FrontRole.SYMBOL, "D": FrontRole.PLACE_AND_DAY, "K": FrontRole.KIND,
    "T": FrontRole.SUBJECT, "P": FrontRole.ATTACHED, "X": FrontRole.ADDRESSEE, "G": FrontRole.GROUNDS, "O": FrontRole.ORNAMENT,
    "B": FrontRole.BODY,
}  # fmt: skip
PIECES = (
    "", "KẾ HOẠCH", "BÁO CÁO", "PHỤ LỤC", "Cải cách hành chính năm 2024", "ỦY BAN NHÂN DÂN", "TỈNH SƠN LA", "SỞ NỘI VỤ",
    "Số: /KH-UBND",

    "Sơn La, ngày 3 tháng 2 năm 2024", "Căn cứ Nghị quyết số 76/NQ-CP;", "như sau:", "I. MỤC TIÊU", "(Kèm theo", ")",
    "Kính gửi:", "-----",
    "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An",
    "Cộng hòa xã hội chủ nghĩa Việt Nam", "2",
)  # fmt: skip


def passages(text: str) -> list[Passage]:
    return [Passage.of(line) for line in text.split("\n")]


def blocks(path: Path) -> list[list[str]]:
    return [block.splitlines() for block in path.read_text(encoding="utf-8").strip("\n").split("\n\n") if block[0] != "#"]


def told(front: Front) -> list[str]:
    day = front.issued_on.isoformat() if front.issued_on else "-"
    attached = front.attached_to.symbol if front.attached_to else ""
    return [front.kind, front.title, front.symbol, day, front.agency, str(front.period or ""), attached]


@pytest.mark.law
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=20))
def test_any_lines_are_read_and_each_has_a_role(lines: list[str]) -> None:
    read = [Passage.of(line) for line in lines]
    front = read_front(read)
    assert len(front.roles) == len(lines) == len(read_closing(read))
    assert set(front.roles[front.end :]) <= {FrontRole.BODY}
    assert FrontRole.BODY not in front.roles[: front.end]


@pytest.mark.law
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=12))
def test_what_follows_the_first_section_changes_nothing_of_the_front(lines: list[str]) -> None:
    head = passages("KẾ HOẠCH\nCải cách hành chính năm 2024\nCăn cứ Nghị quyết số 76/NQ-CP;\nI. MỤC TIÊU")
    alone, followed = read_front(head), read_front([*head, *(Passage.of(line) for line in lines)])
    assert told(alone) == told(followed)
    assert followed.roles[:4] == alone.roles


@pytest.mark.law
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_blank_lines_change_nothing_that_is_told(lines: list[str]) -> None:
    spaced = [piece for line in lines for piece in (line, "")]
    assert told(read_front([Passage.of(line) for line in spaced])) == told(read_front([Passage.of(line) for line in lines]))


@pytest.mark.parametrize("block", blocks(FRONTS), ids=lambda block: block[-1][3:60])
def test_table_of_fronts(block: list[str]) -> None:
    *lines, result = block
    front = read_front([Passage.of(line[3:]) for line in lines])
    assert front.roles == tuple(ROLES[line[0]] for line in lines)
    wanted = [part.strip() for part in result[2:].split("|")]
    assert told(front) == wanted + [""] * (7 - len(wanted))


@pytest.mark.parametrize("block", blocks(CLOSINGS), ids=lambda block: block[-1])
def test_table_of_closings(block: list[str]) -> None:
    assert read_closing([Passage.of(line[2:]) for line in block]) == tuple(line[0] == "+" for line in block)


@pytest.mark.parametrize(
    ("words", "report", "code"),
    [
        ("Kế hoạch Cải cách hành chính năm 2023", False, "2023"),
        ("Cải cách hành chính tỉnh 6 tháng cuối năm 2025", False, "2025-H2"),
        ("Cải cách hành chính 2021 - 2030", False, "2021/2030"),
        ("Chương trình giai đoạn 2026-2030, định hướng đến năm 2035", False, "2026/2030"),
        ("Thực hiện Chương trình tổng thể giai đoạn 2021-2030 năm 2024", False, "2024"),
        ("Kế hoạch từ năm 2022 đến hết năm 2025", False, "2022/2025"),
        ("công tác 6 tháng đầu năm, phương hướng 6 tháng cuối năm 2022", True, "2022-H1"),
        ("công tác 9 tháng đầu năm và nhiệm vụ 3 tháng cuối năm 2024", True, "2024-9M"),
        ("công tác quý I, phương hướng quý II/2024", True, "2024-Q1"),
        ("công tác quý 3 năm 2025", True, "2025-Q3"),
        ("CÔNG TÁC THÁNG 9 NĂM 2025", True, "2025-M09"),
        ("công tác tháng 10 và nhiệm vụ tháng 11 năm 2025", True, "2025-M10"),
        ("công tác quý II và 6 tháng đầu năm 2025", True, "2025-H1"),
        ("công tác quý IV và năm 2023", True, "2023"),
        ("công tác năm 2024, phương hướng, nhiệm vụ năm 2025", True, "2024"),
        ("phương hướng, nhiệm vụ năm 2025", True, "2025"),
        ("công tác 6 tháng đầu năm", True, "2020-H1"),
        ("ban hành ngày 15 tháng 7 năm 2021", False, ""),
        ("giai đoạn 2025-2021", False, ""),
        ("báo cáo 9 tháng cuối năm 2024", True, ""),
        ("công tác cải cách hành chính", True, ""),
    ],
)
def test_periods_of_titles(words: str, report: bool, code: str) -> None:
    period = read_title_period(words, report=report, year=2020)
    assert str(period or "") == code


@pytest.mark.parametrize(
    ("lines", "province", "agency"),
    [
        ([], "", ""),
        (["ỦY BAN NHÂN DÂN", "TỈNH HƯNG YÊN"], "", "UBND tỉnh Hưng Yên"),
        (["UỶ BAN NHÂN DÂN"], "tỉnh Sơn La", "UBND tỉnh Sơn La"),
        (["HỘI ĐỒNG NHÂN DÂN TỈNH"], "tỉnh Sơn La", "HĐND tỉnh Sơn La"),
        (["UBND TỈNH"], "", "UBND tỉnh"),
        (["UBND TP. HẢI PHÒNG", "VĂN PHÒNG"], "", "Văn phòng UBND thành phố Hải Phòng"),
        (["UBND TỈNH ĐẮC LẮC"], "", "UBND tỉnh Đắk Lắk"),
        (["UBND TỈNH HUNG YEN"], "", "UBND tỉnh Hưng Yên"),
        (["UBND ĐẶC KHU PHÚ QUỐC"], "", "UBND đặc khu Phú Quốc"),
        (["UBND THÀNH PHỐ", "HỒ CHÍ MINH", "SỞ DU LỊCH"], "", "Sở Du lịch Thành phố Hồ Chí Minh"),
        (["SỞ NỘI VỤ TỈNH"], "tỉnh Lào Cai", "Sở Nội vụ tỉnh Lào Cai"),
        (["SỞ NỘI VỤ TỈNH LÀO CAI"], "tỉnh Yên Bái", "Sở Nội vụ tỉnh Lào Cai"),
        (["SỞ NỘI VỤ"], "", "Sở Nội vụ"),
        (["THÀNH UỶ HÀ NỘI"], "", "Thành uỷ Hà Nội"),
        (["THANH TRA CHÍNH PHỦ"], "thành phố Hà Nội", "Thanh tra Chính phủ"),
        (["BẢO HIỂM XÃ HỘI VIỆT NAM", "BẢO HIỂM XÃ HỘI TỈNH LONG AN"], "", "Bảo hiểm xã hội tỉnh Long An"),
        (["BAN QUẢN LÝ KHU KINH TẾ TỈNH QUẢNG TRỊ"], "", "Ban Quản lý Khu kinh tế tỉnh Quảng Trị"),
        (["SỞ CÔNG THƯƠNG"], "tỉnh Vĩnh Long", "Sở Công Thương tỉnh Vĩnh Long"),
        (["TỔNG CỤC THUẾ", "CỤC THUẾ TỈNH ĐỒNG NAI"], "", "Cục Thuế tỉnh Đồng Nai"),
        (["UBND TỈNH BẮC NINH", "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP"], "", "Ban Quản lý các Khu công nghiệp tỉnh Bắc Ninh"),
        (["BAN DÂN TỘC", "VÀ TÔN GIÁO"], "tỉnh Gia Lai", "Ban Dân tộc và Tôn giáo tỉnh Gia Lai"),
    ],
)
def test_agencies_of_letterheads(lines: list[str], province: str, agency: str) -> None:
    assert agency_of_letterhead(lines, province) == agency


@pytest.mark.parametrize(
    ("text", "agency", "clause"),
    [
        (
            "Căn cứ Kế hoạch của UBND tỉnh ban hành; Sở Y tế xây dựng Kế hoạch",
            "Sở Y tế tỉnh Sơn La",
            "Sở Y tế xây dựng Kế hoạch",
        ),
        (
            "Theo đề nghị, Sở Văn hóa, Thể thao và Du lịch báo cáo",
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La",
            "Sở Văn hóa, Thể thao và Du lịch báo cáo",
        ),
        ("Chủ tịch UBND huyện Cam Lâm yêu cầu", "UBND huyện Cam Lâm", "Chủ tịch UBND huyện Cam Lâm yêu cầu"),
        ("Thực hiện Kế hoạch của Sở Y tế báo cáo", "Sở Y tế tỉnh Sơn La", "Sở Y tế báo cáo"),
        ("Căn cứ tình hình. Nay ban hành", "", "Nay ban hành"),
        ("Nay ban hành", "", "Nay ban hành"),
    ],
)
def test_agencies_in_preambles(text: str, agency: str, clause: str) -> None:
    assert (agency_in_preamble(text, "tỉnh Sơn La"), clause_of_agency(text)) == (agency, clause)


def test_names_of_places() -> None:
    assert province_in("UBND tỉnh Hoà Bình và thành phố Huế") == "tỉnh Hòa Bình"
    assert province_in("Báo Hưng Yên") == "tỉnh Hưng Yên"
    assert province_in("Đài Hải Phòng") == "thành phố Hải Phòng"
    assert province_in("Sở Nội vụ") == ""
    assert proper_name("HUNG YEN") == "Hưng Yên"
    assert proper_name("TÂN LẬP") == "Tân Lập"
    assert proper_name("Ea Kao") == "Ea Kao"


def test_a_hint_of_the_year_serves_where_no_word_does() -> None:
    front = read_front(passages("KẾ HOẠCH\nCải cách hành chính 6 tháng cuối năm\nI. MỤC TIÊU"), year=2025)
    assert front.period == Period.half(2025, 2)
    assert read_front(passages("I. MỤC TIÊU"), year=2025).period == Period.of_year(2025)
    assert read_front([]) == Front()


@pytest.mark.parametrize(
    ("line", "later"),
    [
        ("ỦY BAN NHÂN DÂN " * 5000, False),
        ("Căn cứ " * 50_000, True),
        ("(Kèm theo " * 50_000, True),
        ("- Lưu " * 50_000, False),
        ("A" * 300_000, False),
    ],
)
def test_a_monstrous_line_is_read_in_proportion(line: str, later: bool) -> None:
    lines = passages(f"KẾ HOẠCH\nNăm 2024\n{line}" if later else line)
    assert len(read_front(lines).roles) == len(read_closing(lines)) == len(lines)


@pytest.mark.parametrize(
    ("name", "told_of_it", "closing"),
    [
        ("ke-hoach-2023-so-noi-vu.md", ("plan", "Sở Nội vụ tỉnh Hưng Yên", "2023"), 10),
        ("ke-hoach-2025-6-thang-cuoi-nam.txt", ("plan", "UBND tỉnh Hưng Yên", "2025-H2"), 15),
        ("bao-cao-2022-6-thang-dau-nam.txt", ("report", "Sở Nội vụ tỉnh Hưng Yên", "2022-H1"), 9),
        ("phu-luc-nhiem-vu-2024.txt", ("", "", ""), 0),
    ],
)
def test_real_documents(shared: Path, name: str, told_of_it: tuple[str, str, str], closing: int) -> None:
    lines = [line for line in passages((shared / "documents" / name).read_text(encoding="utf-8")) if line]
    front = read_front(lines)
    assert (front.kind, front.agency, str(front.period or "")) == told_of_it
    assert (front.symbol, front.issued_on) == ("", None)
    assert sum(read_closing(lines)) == closing


def test_a_decision_carries_the_plan_that_it_issues() -> None:
    decision = read_front(passages("QUYẾT ĐỊNH\nBan hành Kế hoạch cải cách hành chính năm 2022\nĐiều 1. Ban hành"))
    plan = read_front(passages("KẾ HOẠCH\nCải cách hành chính năm 2022\n(Kèm theo Quyết định số 3/QĐ-UBND)\nI. MỤC TIÊU"))
    assert [(front.kind, front.carries) for front in (decision, plan)] == [("plan", True), ("plan", False)]
    assert not read_front(passages("I. MỤC TIÊU")).carries


@pytest.mark.parametrize("end", ["\n", "<br>", "<br />"])
def test_a_letterhead_in_a_table_of_one_row_is_read_line_by_line(end: str) -> None:
    left = end.join(("ỦY BAN NHÂN DÂN", "XÃ TÂN HƯNG", "Số: 40/KH-UBND"))
    right = end.join(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Tân Hưng, ngày 7 tháng 8 năm 2025"))
    document = document_of(([[left, right]], (), ()), "KẾ HOẠCH", "Cải cách hành chính năm 2025", "I. MỤC TIÊU")
    marks = tuple(found.span() for found in re.finditer("<br ?/?>", document.text))
    front = lay_out(evolve(document, marks=marks)).front
    assert told(front)[2:6] == ["40/KH-UBND", "2025-08-07", "UBND xã Tân Hưng", "2025"]
