"""What a number counts (đơn vị tính): the shortest full noun phrase after it, ``dự thảo văn bản``, ``lượt người``.

A phrase ends before the word that says what was done, to whom or when. Names of things that hold such words themselves, as
``cơ quan, tổ chức hành chính`` does, are known whole.
"""

import re

__all__ = ["counted", "is_countable"]

_ENDS = frozenset((
    "được", "đã", "là", "đạt", "do", "của", "tại", "trong", "trên", "và", "với", "có", "cho", "để", "theo", "thuộc",
    "từ", "đến", "về", "bằng", "so", "không", "còn", "chiếm", "gồm", "giữa", "sau", "trước", "đối", "nhằm", "ở",
    "phải", "chưa", "đang", "mới", "bao", "tham", "trả", "nộp", "như", "vào", "thì", "mà", "này", "đó", "nêu", "trúng",
    "đúng", "quá", "chậm", "trễ", "sớm", "hoàn", "giải", "tiếp", "xử", "phát", "ban", "tổ", "rà", "thẩm", "kiểm",
    "sửa", "bãi", "thay", "đề", "gửi", "tuy", "vượt", "tăng", "giảm", "bị", "nay", "qua", "khi", "nếu", "hay", "hoặc",
    "cùng", "cũng", "đều", "vẫn", "sẽ", "cần", "nên", "rồi", "lên", "xuống", "tới", "hơn", "gần", "khoảng", "dưới",
    "ngày", "tháng", "năm", "quý", "hiện", "ước", "tương", "nhưng", "ngoài", "bên", "làm", "ra", "lại", "luôn", "chủ",
    "phối", "góp", "tuyển", "nhận", "sang", "đi", "xếp", "thu", "thực", "triển", "hướng", "phục", "nhờ", "tức", "đảm",
    "nằm", "lấy", "hỗ", "mỗi", "một", "hai", "hằng", "hàng",
))  # fmt: skip
"""Words that begin what is said of the things counted: verbs, prepositions, conjunctions, times."""

_CLASSIFIERS = frozenset((
    "loại", "cuốn", "quyển", "lượt", "nhóm", "thảo", "bộ", "bản", "chiếc", "số", "lớp", "đợt", "cuộc", "buổi", "bài",
))  # fmt: skip
"""Words after which a capital begins the thing itself: ``15 loại Tờ gấp``, ``28 dự thảo Nghị quyết``."""

_NAMES = """
    cán bộ, đoàn viên, thanh niên; ban quản lý dự án;
    cơ quan, tổ chức hành chính; cơ quan, tổ chức; cơ quan, đơn vị, địa phương; cơ quan, đơn vị; sở, ban, ngành;
    sở, ngành; sở, ban, ngành, địa phương; sở, ban, ngành tỉnh; bộ, ngành, địa phương; bộ, ngành;
    bộ, cơ quan ngang bộ; tỉnh, thành phố; tỉnh/thành phố; tỉnh, thành; huyện, thị xã, thành phố; huyện, thành phố;
    huyện, thị xã; xã, phường, thị trấn; xã, phường; xã, phường, đặc khu; xã/phường; tin, bài; tin bài;
    tin, bài, ảnh; tin, bài viết; tin, ảnh; phản ánh, kiến nghị; lượt phản ánh, kiến nghị; ý kiến, kiến nghị;
    đơn thư khiếu nại, tố cáo; khiếu nại, tố cáo; tổ chức, cá nhân; cá nhân, tổ chức; người dân, doanh nghiệp;
    tổ chức, doanh nghiệp; lượt tổ chức, cá nhân; cán bộ, công chức, viên chức; cán bộ, công chức;
    công chức, viên chức; lượt cán bộ, công chức, viên chức; lượt cán bộ, công chức; lượt công chức, viên chức;
    cán bộ, công chức, viên chức, người lao động; phòng, ban; phòng, đơn vị; phòng, ban chuyên môn;
    nhiệm vụ, giải pháp; chỉ tiêu, nhiệm vụ; mục tiêu, nhiệm vụ; sáng kiến, giải pháp; thôn, tổ dân phố; thôn, xóm;
    lớp tập huấn, bồi dưỡng; lớp đào tạo, bồi dưỡng; lớp bồi dưỡng, tập huấn; hội nghị, hội thảo; đơn vị trực thuộc;
    hội nghị tập huấn; hội nghị, lớp tập huấn; cơ quan trực thuộc; đơn vị sự nghiệp công lập; đơn vị sự nghiệp;
    đơn vị hành chính; đơn vị hành chính cấp xã; đơn vị hành chính cấp huyện; cơ quan hành chính;
    cơ quan hành chính nhà nước; cơ quan chuyên môn; dịch vụ công trực tuyến mức độ 3;
    dịch vụ công trực tuyến mức độ 4; dịch vụ công trực tuyến mức độ 3, 4; dịch vụ công trực tuyến mức độ 3 và 4;
    dịch vụ công mức độ 3; dịch vụ công mức độ 4; dịch vụ công trực tuyến toàn trình;
    dịch vụ công trực tuyến một phần; dịch vụ công toàn trình; dịch vụ công một phần; dịch vụ công trực tuyến;
    dịch vụ công; dvc trực tuyến toàn trình; dvc trực tuyến một phần; dvc trực tuyến; dvctt toàn trình;
    dvctt một phần; dvctt mức độ 3; dvctt mức độ 4; dvctt; dvc; thủ tục hành chính; thủ tục hành chính nội bộ;
    tthc nội bộ; tthc; thủ tục; hồ sơ tthc; hồ sơ; hồ sơ thủ tục hành chính; lượt hồ sơ; văn bản quy phạm pháp luật;
    văn bản qppl; văn bản; văn bản điện tử; văn bản chỉ đạo; văn bản đi; văn bản đến;
    dự thảo văn bản quy phạm pháp luật; dự thảo văn bản qppl; dự thảo văn bản; dự thảo nghị quyết;
    dự thảo quyết định; nhiệm vụ; chỉ tiêu; mục tiêu; tiêu chí; tiêu chí thành phần; người; lượt người;
    lượt truy cập; lượt xem; người dân; người lao động; học viên; đại biểu; lượt; lượt dự án; dự án; dự án đầu tư;
    dự án đầu tư mới; doanh nghiệp; doanh nghiệp thành lập mới; nghị quyết; quyết định; chỉ thị; kế hoạch; công văn;
    báo cáo; thông báo; tờ trình; đề án; chương trình; vị trí; vị trí việc làm; biên chế; chữ ký số; chứng thư số;
    hộp thư công vụ; phiếu; phiếu khảo sát; cuộc; đơn vị; cơ quan; phòng; ban; chi cục; sở; bộ; ngành; huyện; xã;
    tỉnh; phường; thôn; thành phố; lớp; lớp tập huấn; hội nghị; buổi; đợt; đoàn; đoàn kiểm tra; cuộc kiểm tra;
    cuộc thanh tra; cuộc họp; tổ chức; cá nhân; trường hợp; công dân; hộ; hộ gia đình; phản ánh; kiến nghị;
    lượt phản ánh; ý kiến; vụ việc; vụ; đơn; đơn thư; lĩnh vực; nội dung; giải pháp; sáng kiến; mô hình; thiết bị;
    máy tính; máy vi tính; camera; máy chủ; hệ thống; phần mềm; cơ sở dữ liệu; nền tảng; giao dịch; tài khoản; lần;
    chuyên mục; chuyên trang; bài; bài viết; tin; phóng sự; tờ rơi; tờ gấp; pano; băng rôn; cán bộ; công chức;
    viên chức; thành viên; tổ; tổ công nghệ số cộng đồng; trung tâm; trường; trạm y tế; bậc; khóa; điểm cầu;
    điểm bưu điện; điểm bưu điện văn hóa xã; điểm trường; điểm tiếp nhận; điểm giao dịch; điểm phục vụ; đồng chí;
    giấy phép; thư xin lỗi; lượt khách; giấy chứng nhận; giấy chứng nhận đăng ký doanh nghiệp; ha; km; m2;
    lượt hỗ trợ; cuộc đối thoại; hội nghị đối thoại; biên chế công chức; biên chế viên chức; lượt công dân;
    thị xã, thành phố; quận, huyện; quận, huyện, thị xã; quận, huyện, thành phố; phường, xã; phường, thị trấn;
    xã, thị trấn; đặc khu; cơ quan, ban, ngành; sở, ban, ngành, đơn vị; đơn vị, địa phương; trung tâm dữ liệu;
    nền tảng số; nền tảng số dùng chung; cơ sở dữ liệu chuyên ngành; cơ sở dữ liệu dùng chung; bộ phận một cửa;
    trung tâm phục vụ hành chính công; điểm hỗ trợ; kết quả; tài liệu; trang; triệu lượt; câu hỏi; lượt tiếp cận;
    thuê bao; thuê bao băng rộng; thuê bao băng rộng cố định; thuê bao di động; bộ dữ liệu; bộ dữ liệu mở; bộ chỉ số;
    bộ tiêu chí; bộ quy trình; đề tài; đề tài, sáng kiến; đề tài khoa học; hội thi; cuộc thi; chiến dịch; câu lạc bộ;
    hộ kinh doanh; hợp tác xã; tổ hợp tác; tổ hỗ trợ; máy quét; ki-ốt; màn hình; bản tin; chuyên đề; video; video clip; clip;
    ấn phẩm; sổ tay; áp phích; khẩu hiệu; tập thể; tập thể, cá nhân; công trình; quy trình; quy trình nội bộ; quy chế;
    lớp bồi dưỡng; lớp đào tạo; khóa bồi dưỡng; khóa đào tạo; khóa tập huấn; buổi tọa đàm; buổi đối thoại; buổi tập huấn;
    buổi làm việc; buổi tuyên truyền; đợt kiểm tra; đợt tập huấn; đợt khảo sát; đợt thanh tra; đợt tuyên truyền;
    cuộc khảo sát; hội nghị tuyên truyền; hội thảo; tọa đàm; diễn đàn; ngày hội; phiên họp; lượt kiểm tra; lượt đơn vị;
    lượt cơ quan, đơn vị; đơn vị cấp xã; đơn vị cấp huyện; phòng chuyên môn; tổ chức, đơn vị; phòng, ban, đơn vị;
    cơ quan, tổ chức, đơn vị; điểm truy cập; dịch vụ; tiện ích; sản phẩm; hộ dân; tình nguyện viên; cách làm; cách làm hay;
    cấp phó; cơ sở; cơ sở y tế; cơ sở giáo dục
"""
"""Names of what offices count; between semicolons, since many hold commas."""


def _by_head() -> dict[str, tuple[str, ...]]:
    heads: dict[str, list[str]] = {}
    for name in sorted((name.strip() for name in _NAMES.replace("\n", " ").split(";")), key=len, reverse=True):
        heads.setdefault(re.split(r"[ ,/]", name, maxsplit=1)[0], []).append(name)
    return {head: tuple(names) for head, names in heads.items()}


_BY_HEAD = _by_head()
_HEAD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r" ([^\W\d_][\w&]*(?:-[^\W\d_]+)*|[^\W\d_])(?![\w])")
_LONGEST, _LONGEST_NAME = 6, 60
_OPEN = frozenset(("phòng", "ban", "trung tâm", "trường", "tổ", "đoàn", "hệ thống", "phần mềm", "nền tảng", "mô hình"))
"""Names that the next words make more exact: ``12 phòng công chứng``."""
_QUALIFIERS = re.compile(
    r" (?:trực thuộc|đất đai|hộ tịch|chứng thực|hợp lệ|đơn lẻ|công lập|hành chính|nội bộ|tập huấn|chuyên đề|chuyên dùng|công vụ"
    r"|thành phần|trực tuyến|cá nhân|tổ chức|cấp (?:tỉnh|huyện|xã|sở|trung ương|phòng)|(?!UBND|HĐND)[A-ZĐ]{2,6})(?!\w)"
)


def is_countable(text: str, at: int) -> bool:
    """Whether the word at `at` heads the name of something that offices count."""
    head = _HEAD.match(text, at)
    return head is not None and head.group().casefold() in _BY_HEAD and _known(text, at) > at


def counted(text: str, at: int) -> int:
    """Where the phrase that begins at `at` ends; `at` itself where no thing stands there."""
    end = _known(text, at)
    if end > at:
        if text[at:end].casefold() in _OPEN and text[end : end + 1] == " ":
            return max(end, _free(text, end + 1, end))
        while more := _QUALIFIERS.match(text, end):
            end = more.end()
        return end
    return _free(text, at, at)


def _known(text: str, at: int) -> int:
    """The end of the longest known name of a thing at `at`."""
    head = _HEAD.match(text, at)
    names = _BY_HEAD.get(head.group().casefold(), ()) if head else ()
    if not names:
        return at
    words = text[at : at + _LONGEST_NAME].casefold()
    end = at + next(
        (len(name) for name in names if words.startswith(name) and not words[len(name) : len(name) + 1].isalnum()), 0
    )
    if head and end > at and head.group().casefold() in _CLASSIFIERS and text[head.end() : head.end() + 1] == " ":
        return max(end, _known(text, head.end() + 1))
    return end


def _free(text: str, at: int, end: int) -> int:
    """The end of the unknown words from `at` on, up to one that begins something else, a name, a sign, or six; else `end`."""
    before = ""
    space, last = at - 1, end
    for _ in range(_LONGEST):
        word = _WORD.match(text, space)
        if word is None or word[1].casefold() in _ENDS:
            break
        if before and word[1][0].isupper() and not word[1].isupper() and before not in _CLASSIFIERS:
            break
        before, space, last = word[1].casefold(), word.end(), end
        end = space
    return last if before == "trực" else end  # of "trực thuộc", which says to whom
