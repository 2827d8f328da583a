"""Commitments without a number (cam kết không có số): to complete, to raise or lower, to hold for all, or left to a person."""

import re
from collections.abc import Iterator

from cchc.model import AtLeast, Complete, IncreaseBy, Qualitative, ReduceBy, Requirement
from cchc.reading.commitments.changes import baseline

__all__ = ["continued", "names_a_deed", "pledge", "pledged_parts", "pledges_by_itself", "pledges_of_a_body"]

_SOFTLY = (
    r"(?:(?>tham mưu|tổ chức|triển khai|tiếp tục|thực hiện|phấn đấu|chủ động|kịp thời|từng bước|đẩy mạnh|tập trung|"
    r"quyết liệt|cơ bản|(?:định kỳ )?h[ằà]ng (?:năm|quý|tháng),?|"
    r"sớm|tuyệt đối|kiên quyết|100%|và|xây dựng kế hoạch|bảo đảm|đảm bảo|nghiêm túc|đồng bộ|ph[ầấâ]n đ[ấầâ]u|năm [0-9]{4},?|"
    r"(?:đến|trước|trong)[^,;.]{0,30}?,|(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|cấp có thẩm quyền|lãnh đạo|"
    r"Giám đốc|Chủ tịch)(?: (?:tỉnh|thành phố|huyện|xã|phường|UBND|Sở|sở)){0,3}|(?:(?:đến|trước|trong|vào) )?(?:hết |"
    r"cuối )?năm [0-9]{4},?|"
    r"(?:chậm nhất |muộn nhất )?(?:là |đến |trước |trong |vào |từ |kể từ )?(?:hết |cuối )?(?:ngày |tháng |quý )?"
    r"(?:[0-9]{1,2}/[0-9/]{1,7}|(?<=quý )[IVX]+|(?<=tháng )[0-9]{1,2})(?:/[0-9]{4}| năm [0-9]{4})?,?)\s)*"
)
_COMPLETE = re.compile(
    rf"(?i){_SOFTLY}(?:hoàn thành|hoàn tất|xong (?:trước|trong)|hoàn thiện(?= việc)|ban hành|phê duyệt|thành lập|"
    rf"công bố(?!,? công khai| kịp thời| đầy đủ)|"
    rf"đưa (?:[^;.]{{2,160}} )?vào (?:vận hành|sử dụng|hoạt động|khai thác)|"
    r"trình (?:cấp|UBND|HĐND|Hội đồng|Ủy ban|Thủ tướng|Chính phủ)|khai trương|kiện toàn|nghiệm thu|kết thúc|thông qua|"
    r"xây dựng(?:,? (?:và )?(?:hoàn thành|ban hành|trình|triển khai))?(?: xong)? (?:các |một số )?(?:kế hoạch|đề án|"
    r"quy chế|quy định|chương trình|phương án|nghị quyết|cơ sở dữ liệu|"
    r"kho|hệ thống|trung tâm|cổng|trang|phần mềm|bộ chỉ số|bộ tiêu chí|danh mục|quy trình|nền tảng|kiến trúc|mô hình|bản đồ)|"
    r"tổ chức (?:cuộc thi|hội nghị|hội thảo|lễ|sơ kết|tổng kết|đối thoại)|sửa đổi|bãi bỏ)(?!\w)"
)
_DONE = re.compile(
    r"(?i)(?<!\w)(?:xong|được (?:hoàn thành|ban hành|phê duyệt|thành lập|công bố|đưa vào)|(?:và |, |"
    r", và )đưa vào (?:sử dụng|vận hành|khai thác|hoạt động)|hoàn thành (?:trước|trong|đúng|việc|xong|100|dứt điểm|"
    r"xây dựng|sắp xếp|rà soát|kết nối|số h[óo][áa]|cập nhật|kế hoạch|đề án|phương án))(?!\w)"
)
_DOWN = re.compile(
    rf"(?i){_SOFTLY}(?:(?:sắp xếp|cơ cấu lại|tinh gọn|kiện toàn|rà soát|đơn giản hóa|đơn giản hoá|hợp nhất|sáp nhập|"
    rf"giải thể)(?: lại)?(?:,| và|, và)? )*(?:cắt giảm|giảm thiểu|giảm|tinh giản|rút ngắn)(?!\w)(?! (?:nghèo|nhẹ|tải))"
)
_RISE = re.compile(
    rf"(?i){_SOFTLY}(?:(?:gia tăng|tăng)(?!\w)(?! (?:cường|trưởng|tốc|hiệu))|(?:nâng cao|nâng|"
    rf"cải thiện)(?: và (?:duy trì|nâng cao|cải thiện)| mạnh mẽ)?(?: các)? "
    r"(?:tỷ lệ|tỉ lệ|thứ hạng|thứ bậc|xếp hạng|vị trí|điểm số|số điểm|điểm|số lượng|mức độ|chỉ số)(?!\w))"
)
_NOT = re.compile(rf"(?i){_SOFTLY}không(?!\w)")
_RISEN = re.compile(
    r"(?i)(?<!\w)(?:(?:năm sau )?(?:cao|nhiều|tốt) hơn (?:so với )?(?:kết quả )?(?:năm|kỳ|giai đoạn|cùng kỳ)|"
    r"tăng (?:so với|bậc|hạng|điểm|cao hơn|thứ hạng|thứ bậc|qua các năm|dần|lên)|"
    r"tăng cao hơn|(?:tăng )?gấp (?:đôi|ba)|tăng (?:thêm )?(?:hằng|hàng) năm|được (?:cải thiện|nâng lên|tăng lên))(?!\w)"
)
_FALLEN = re.compile(
    r"(?i)(?<!\w)(?:giảm (?:so với|dần|xuống|qua các năm|hằng năm|hàng năm|mạnh)|(?:thấp|ít) hơn (?:so với )?(?:năm|"
    r"kỳ|giai đoạn|cùng kỳ))(?!\w)"
)
_ALL = re.compile(
    r"(?i)(?:(?:trong đó|phấn đấu|bảo đảm|đảm bảo|và|năm [0-9]{4},?|đến (?:hết |"
    r"cuối )?năm [0-9]{4},?)\s)*(?:toàn bộ|tất cả|mọi|toàn thể)(?!\w)"
    r"|(?:[^,;.]{0,60}\s)?(?:cho|tại|đối với|của|ở) (?:toàn bộ|tất cả|toàn thể)(?!\w)"
)
_HOLDS = re.compile(
    r"(?i)(?<!\w)(?:được|phải|đều|có|đạt|thực hiện|sử dụng|bảo đảm|đảm bảo|đáp ứng|cung cấp|hoàn thành|cho|tại|đối với)(?!\w)"
)
_VERB = re.compile(
    rf"(?i){_SOFTLY}(?:quản lý|thực hiện|hoàn thành|giảm|tăng|nâng|bảo đảm|đảm bảo|xây dựng|ban hành|phê duyệt|"
    rf"thành lập|đẩy mạnh|đẩy nhanh|kịp thời|tiếp tục|triển khai|tổ chức|"
    r"không (?:để|có|còn|phát sinh|làm|gây|yêu cầu|thực hiện|tiếp nhận|ban hành|tăng|giải quyết)|duy trì|cải thiện|"
    r"cải cách|sắp xếp|tinh giản|cắt giảm|rút ngắn|"
    r"khắc phục|chấm dứt|công khai|công bố|rà soát|đơn giản|chuẩn hóa|chuẩn hoá|"
    r"kiện toàn|bố trí|phấn đấu|đưa|phát triển|mở rộng|ứng dụng|kết nối|tích hợp|tuyên truyền|tham mưu|hình thành|tạo|"
    r"phát huy|đổi mới|hạn chế|siết chặt|thúc đẩy|toàn bộ|tất cả|mọi|"
    r"phát hiện|chấn chỉnh|ngăn chặn|niêm yết|cập nhật|lắng nghe|tham gia|ký kết|mở|"
    r"gửi|báo cáo|tổng hợp|nộp|trình|lập|bàn giao|"
    r"vận hành|khai thác|trả kết quả|cấp|lưu trữ|thẩm định|nhân rộng|biểu dương|khen thưởng|đề xuất|kiến nghị|tháo gỡ|"
    r"theo dõi|giám sát|loại bỏ|xóa bỏ|đề cao|nêu cao|"
    r"cơ cấu|tinh gọn|củng cố|tăng cường|quán triệt|thường xuyên|lấy|chuyển|chuyển đổi|số hóa|số hoá|giữ|giữ vững|"
    r"phối hợp|ưu tiên|chấp hành|nắm|hướng dẫn|đôn đốc|kiểm tra|thanh tra|chuẩn bị|đầu tư|hỗ trợ|đánh giá|khảo sát|"
    r"hiện đại|xử lý|giải quyết|đào tạo|bồi dưỡng|cung cấp|thu hút|khuyến khích|tối thiểu hóa|nghiên cứu|áp dụng|"
    r"hoàn thiện|tập trung|chú trọng|từng bước|quyết liệt|gắn|phân cấp|phân định)(?!\w)"
)
_MEASURED = re.compile(
    r"(?i)(?:trong đó,? |riêng )?(?:các )?(?:chỉ số|tỷ lệ|tỉ lệ|mức độ|vị trí|thứ hạng|xếp hạng|kết quả|điểm|số lượng|"
    r"par|papi|pci|sipas|dti|100%)(?!\w)"
)
_BODY_DOES = re.compile(
    r"(?i)(?:các |mỗi |từng )?(?:cơ quan|đơn vị|sở|phòng|ban|UBND|Ủy ban nhân dân|Văn phòng|xã|phường|huyện|cán bộ|công chức|"
    r"người đứng đầu|thủ trưởng)(?!\w)[^;:.0-9%]{0,80}?(?<!\w)(?:hoàn thành|phải|thực hiện|ban hành|xây dựng|không để|không có|"
    r"chấp hành|bố trí|tổ chức|duy trì)(?!\w)"
)
_STANDS = re.compile(
    r"(?i)(?<!\w)(?:thuộc|nằm|đạt|tăng|giảm|cao hơn|thấp hơn|được|xếp|duy trì|ổn định|nâng lên|cải thiện)(?!\w)"
)
_DEED = "đồng bộ|kết nối|chia sẻ|tích hợp|sử dụng|khai thác|vận hành|công khai|quản lý|duy trì"
_FINISHES = re.compile(rf"(?i){_SOFTLY}(?:hoàn thành|hoàn tất)(?!\w)")
_DEEDS = re.compile(rf"(?i),(?: và)? (?P<deed>(?:{_DEED})(?:(?:, | và )(?:{_DEED}))*)(?!\w)")
_HOW = re.compile(r"(?i)(?<!\w)(?:hiệu quả|thông suốt|bảo đảm|đảm bảo|tốt|kịp thời|thường xuyên|ổn định)(?!\w)")
_FULL = 6
_LONG = 200
_OBJECTS = re.compile(r"(?i)(?:,\s(?:và )?|\svà )(?=(?:số lượng|biên chế|số (?:người|đơn vị|tổ chức|đầu mối)|đầu mối)(?!\w))")


def pledge(text: str) -> Requirement:
    """What a commitment without a number asks for.

    All of something that is to hold is all of 100 %; a change without an amount keeps no value.
    """
    if _ALL.match(text) and _HOLDS.search(text):
        return AtLeast(100, "%")
    if _DOWN.match(text):
        return ReduceBy(baseline=baseline(text))
    if _RISE.match(text):
        return IncreaseBy(baseline=baseline(text))
    if _COMPLETE.match(text) or _DONE.search(text):
        return Complete()
    if _NOT.match(text):
        return Qualitative()
    if _RISEN.search(text):
        return IncreaseBy(baseline=baseline(text))
    if _FALLEN.search(text):
        return ReduceBy(baseline=baseline(text))
    return Qualitative()


def names_a_deed(text: str, start: int = 0) -> bool:
    """Whether words begin with what is to be done."""
    return _VERB.match(text, start) is not None


def pledges_by_itself(text: str, start: int = 0) -> bool:
    """Whether a part of an item begins as a commitment of its own does: with what is to be done, or what is to stand how."""
    if names_a_deed(text, start):
        return True
    return _MEASURED.match(text, start) is not None and _STANDS.search(text, start, start + _LONG) is not None


def pledges_of_a_body(text: str, start: int) -> bool:
    """Whether a part of an item says what a body is to do: các cơ quan hoàn thành …."""
    return _BODY_DOES.match(text, start) is not None


def pledged_parts(text: str) -> Iterator[tuple[int, int]]:
    """A commitment without a number by its parts, where one verb promises several things.

    Giảm biên chế công chức, số lượng người làm việc …; hoàn thành việc cập nhật …, kết nối với …, khai thác ….
    """
    start = 0
    if _DOWN.match(text):
        for match in _OBJECTS.finditer(text):
            yield start, match.start()
            start = match.end()
    elif _FINISHES.match(text):
        for match in _DEEDS.finditer(text):
            if text.count(" ", start, match.start()) >= _FULL:
                yield start, match.start()
                start = match.start("deed")
    yield start, len(text)


def continued(requirement: Requirement, text: str) -> Requirement:
    """What a later part asks for, given what the first does: how well something is done is not completed."""
    return Qualitative() if isinstance(requirement, Complete) and _HOW.search(text) else requirement
