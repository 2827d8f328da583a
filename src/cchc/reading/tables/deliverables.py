"""The deliverables that a cell names (kết quả, sản phẩm), one by one.

They part at semicolons and bullets, and at a comma, a line or "và" between two kinds of document: "Báo cáo, Quyết định" are
two, "Văn bản sửa đổi, bổ sung" is one.
"""

import re
from collections.abc import Iterator

from cchc.reading.tables.cell_lines import BULLETS, cell_items
from cchc.reading.tables.letters import CAPITALS

__all__ = ["split_deliverables"]

_KINDS = (
    r"kế hoạch|báo cáo|quyết định|nghị quyết|chỉ thị|công văn|công điện|văn bản|tờ trình|đề án|phương án|quy chế"
    r"|quy định|quy trình|thông báo"
    r"|biên bản|danh mục|danh sách|chương trình|thông tư|nghị định|đề cương|bộ tiêu chí|bộ chỉ số|hội nghị"
    r"|hội thảo|tọa đàm|toạ đàm|sổ tay"
    r"|giấy mời|phiếu|cuộc thi|lớp tập huấn|lớp bồi dưỡng|phần mềm|dự án|kết luận(?: thanh tra| kiểm tra)?"
    r"|thư xin lỗi|bảng tổng hợp|hợp đồng"
    r"|quy hoạch|tài liệu|thể lệ|hồ sơ|cơ sở dữ liệu|csdl|video|clip|chuyên trang|chuyên mục|chuyên đề|pano"
    r"|tờ rơi|tờ gấp|mô hình|tin bài"
)
_WRITTEN_LARGE = (
    r"Hướng dẫn|Tập huấn|Hệ thống|Kết luận|Tin,? bài|Phóng sự|Bài viết|Ứng dụng|Nền tảng|Đoàn kiểm tra"
    r"|Ấn phẩm|Áp phích|Băng rôn|Khẩu hiệu|Số liệu|Phụ lục|Giấy chứng nhận|Chứng chỉ"
    r"|Bản (?:tin|đồ|cam kết|tổng hợp|mô tả|đánh giá|tự đánh giá)|Bảng"
    r"|Bộ (?:tài liệu|câu hỏi|mẫu)|Dự toán|Quyết toán|(?:Khóa|Khoá) (?:đào tạo|bồi dưỡng|tập huấn)"
)
_WRITTEN_SMALL = r"hướng dẫn|kết luận|tập huấn|hồ sơ|tài liệu|quy định|chuyên đề"  # as often what is done as what comes of it
_KIND = re.compile(
    rf"(?:(?:các|những|bộ|[0-9]+|dự thảo|\(?dự thảo\)?)\s+)*(?:{_KINDS}|(?-i:{_WRITTEN_LARGE}))(?!\w)",
    re.IGNORECASE,
)
_SMALL = re.compile(rf"(?:{_WRITTEN_SMALL})(?!\w)")
_CAPITAL = re.compile(rf"(?:[Cc]ác |[Nn]hững |[0-9]+ )?[{CAPITALS}]")
_ENDS_IN_KIND = re.compile(rf"\s(?:{_KINDS})\s*$", re.IGNORECASE)
_CITED = re.compile(r"\s+(?:số\s+)?[0-9]+(?:/|\s|-)")  # "Quyết định số 1085/QĐ-TTg" is named in another, not made
_REACH = 30  # longer than any kind
_UNFINISHED = re.compile(
    r"(?:^|\s)(?:theo|của|về|trình|dự thảo|kèm theo|tại|các|và|hoặc|cho|được|bằng|trong|trên|vào|với|cùng|số|việc|hiện|làm"
    r"|gửi|nộp|hoàn thành|tham mưu|đề xuất|soạn thảo|tổ chức|hiệu quả|[,(/:–-])\s*$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"(?:^|(?<!được)(?<!đã)\s)(?:ban hành|phê duyệt|thực hiện|xây dựng|triển khai|công bố|thông qua"
    r"|sửa đổi|bổ sung|thay thế|theo dõi|đánh giá|kết quả|cải tiến|vận hành|nâng cấp|quản lý|áp dụng)\s*$",
    re.IGNORECASE,
)
_ACTED_ON = re.compile(
    r"(?:dự thảo )?(?:kế hoạch|quyết định|nghị quyết|chỉ thị|đề án|phương án|quy chế|quy định|quy trình|danh mục|chương trình"
    r"|thông tư|nghị định|đề cương|bộ tiêu chí|bộ chỉ số|dự án|kết luận|quy hoạch|cơ sở dữ liệu|csdl|mô hình|phần mềm"
    r"|hệ thống)",
    re.IGNORECASE,
)
"""What a plan or a decision puts into force, so that "Văn bản triển khai" over "Kế hoạch" is one, over "Báo cáo" two."""
_SEPARATOR = re.compile(
    rf"\s*(?P<comma>,)\s*(?:và\s+)?|\s+(?P<joined>và)\s+|\s*(?P<line>\n)\s*|(?<=[\w)])(?P<dot>\.)\s+"
    rf"|\s+(?P<bullet>[{re.escape(BULLETS)}])\s+"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_EDGES = " \t\n,;.…" + BULLETS


def split_deliverables(text: str) -> tuple[str, ...]:
    """The deliverables that the words of a cell name, in order, each with a capital first; line breaks in `text` count.

    Total: no word is lost but "và" between two.

    >>> split_deliverables("Phương án, báo cáo; Văn bản sửa đổi, bổ sung")
    ('Phương án', 'Báo cáo', 'Văn bản sửa đổi, bổ sung')
    """
    pieces = (piece for item in cell_items(text) for piece in _pieces(item.strip(_EDGES)))
    return tuple(name[:1].upper() + name[1:] for piece in pieces if (name := " ".join(piece.split()).strip(_EDGES)))


def _pieces(item: str) -> Iterator[str]:
    """The parts of an item without semicolons."""
    start = done = 0
    listing = False
    flat = item.replace("\n", " ")  # a narrow column breaks a kind's own words too
    for mark in _separators(item):
        here, there = mark.start(), mark.end()
        if _parts(flat, (start, done, here), mark, listing=listing):
            yield item[start:here]
            start, listing = there, True
        done = there
    yield item[start:]


def _separators(item: str) -> Iterator[re.Match[str]]:
    """The marks that may part an item, those in brackets left out."""
    brackets = _BRACKETS.finditer(item)
    bracket = next(brackets, None)
    for mark in _SEPARATOR.finditer(item):
        while bracket and bracket.end() <= mark.start():
            bracket = next(brackets, None)
        if bracket is None or mark.end() <= bracket.start():
            yield mark


def _parts(item: str, place: tuple[int, int, int], mark: re.Match[str], *, listing: bool) -> bool:
    """Whether a mark parts two deliverables; `place` is where the one before and its last chunk begin, and where they end."""
    start, _, here = place
    after = _KIND.match(item, mark.end())
    if not after:
        return mark["bullet"] is not None and mark["bullet"] in "+•"
    capital = _CAPITAL.match(item, mark.end()) is not None
    if mark["dot"] or mark["bullet"]:
        return capital
    before = _KIND.match(item, start)
    end = item[max(start, here - _REACH) : here]
    bare = before is not None and before.end() == here
    if mark["line"]:
        goes_on = _UNFINISHED.search(end) or (_ACTS.search(end) and _ACTED_ON.match(item, mark.end()))
        return capital and (bare or not goes_on)
    if before is None or (not capital and _SMALL.match(item, after.start())):
        return False
    if bare:
        return True
    return (listing or mark["comma"] is not None) and not _ENDS_IN_KIND.search(end) and not _CITED.match(item, after.end())
