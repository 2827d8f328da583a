"""The words with which the cells of a task table begin (từ mở đầu ô): kinds of products, agencies, times, verbs of tasks.

The vocabulary of provinces, ministries, districts and communes alike. A word that is not here costs a reader a little
certainty and nothing else.
"""

from collections.abc import Sequence

__all__ = [
    "AGENCY_HEADS", "AGENCY_WORDS", "CONDITION_HEADS", "CONNECTIVES", "NESTING", "NESTING_PAIRS", "PRODUCT_HEADS", "SERVED",
    "TASK_VERBS", "TIME_HEADS", "TIME_WORDS", "TRANSITIVE", "UNFINISHED", "WHOLE_BODIES", "Phrases", "words_of",
]  # fmt: skip


class Phrases:
    """Phrases to be found at a word: the longest that starts there."""

    def __init__(self, listed: str) -> None:
        self._known: dict[str, list[tuple[str, ...]]] = {}
        for phrase in listed.split(","):
            words = tuple(phrase.split())
            self._known.setdefault(words[0], []).append(words)
        for phrases in self._known.values():
            phrases.sort(key=len, reverse=True)

    def at(self, words: Sequence[str], index: int, stop: int | None = None) -> int:
        """How many words long the phrase at `index` is; 0 where there is none. It may go on after `stop`, the end of a page."""
        for phrase in self._known.get(words[index], ()):
            length = len(phrase) if stop is None else min(len(phrase), stop - index)
            if tuple(words[index : index + length]) == phrase[:length]:
                return len(phrase)
        return 0


def words_of(listed: str) -> frozenset[str]:
    """The words of a list, which spaces part."""
    return frozenset(listed.split())


def _pairs_of(listed: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(pair.split()) for pair in listed.split(","))


PRODUCT_HEADS = Phrases(
    "kế hoạch,quyết định,báo cáo,công văn,tờ trình,nghị quyết,chỉ thị,văn bản,các văn bản,hội nghị,hội thảo,cuộc thi,"
    "phần mềm,thông báo,hướng dẫn,văn bản hướng dẫn,đề án,dự án,dự thảo,chương trình,quy chế,quy định,quy trình,hồ sơ,"
    "danh mục,sổ tay,tài liệu,tin bài,tin,bài,phóng sự,chuyên mục,chuyên trang,chuyên đề,tọa đàm,toạ đàm,lớp,các lớp,khóa,"
    "các khóa,đoàn kiểm tra,biên bản,kết luận,kết quả,kiến nghị,phương án,bộ chỉ số,bộ tiêu chí,chỉ số,hệ thống,"
    "cơ sở dữ liệu,csdl,dữ liệu,số liệu,cổng thông tin,cổng,trang thông tin,ứng dụng,nền tảng,mô hình,sáng kiến,giải pháp,"
    "hợp đồng,phiếu,bản,bảng,biểu,biểu mẫu,video,pano,áp phích,tờ rơi,tờ gấp,cẩm nang,ấn phẩm,sản phẩm,các sản phẩm,"
    "hoạt động,các hoạt động,cuộc họp,các cuộc họp,buổi,đối thoại,kinh phí,dự toán,thông tư,nghị định,luật,pháp lệnh,lệnh,"
    "công điện,thông tri,đề cương,các đề,đề tài,khung,vị trí việc làm,bản mô tả,ý kiến,các ý kiến,danh sách,giấy mời,"
    "giấy chứng nhận,chứng thư,các kế hoạch,các quyết định,các báo cáo,các nghị quyết,các dịch vụ,dịch vụ,các tthc,tthc,"
    "thủ tục hành chính,các thủ tục,các quy trình,các bộ hồ sơ,bộ hồ sơ,bộ nhận diện,bộ thủ tục,bộ phận một cửa,địa chỉ,"
    "tỷ lệ,tỉ lệ,mức độ,100%,kho,chữ ký số,công cụ,trụ sở,cơ chế,chính sách,chiến lược,lộ trình,nhiệm vụ,tập huấn,đào tạo,"
    "bồi dưỡng,khảo sát,các chương trình,các chuyên mục,các tin,các bài,các mô hình,các sáng kiến,các giải pháp,"
    "các hội nghị,các phần mềm,các ứng dụng,các hệ thống,quyết định hoặc,thông cáo,bản tin,clip,infographic,poster,"
    "đường dây nóng,email,trang fanpage,cuộc kiểm tra,các cuộc kiểm tra,các công văn,các thông báo,các đề án,các dự án,"
    "các hồ sơ,các cuộc thi,các hợp đồng,các tài liệu,các nhiệm vụ,kịch bản,thư,thư xin lỗi,lịch,giao ban,bảng điểm,"
    "bảng tổng hợp,bản cam kết,cam kết,quy hoạch,tổ công tác,hạ tầng,đường truyền,mạng,thiết bị,trang thiết bị,máy móc,"
    "công trình,điểm số,kết nối,các văn bản chỉ đạo"
)

AGENCY_HEADS = Phrases(
    "sở,các sở,ubnd,ủy ban,uỷ ban,hđnd,hội đồng,hội đồng nhân dân,văn phòng,vp,công an,bộ chỉ huy,bộ đội,bộ tư lệnh,"
    "thanh tra,trung tâm,các trung tâm,báo,đài,trường,các trường,cục,các cục,chi cục,kho bạc,bảo hiểm xã hội,bhxh,"
    "ngân hàng,liên đoàn,hội,các hội,tỉnh đoàn,thành đoàn,huyện đoàn,mặt trận,mttq,ubmttq,ubmttqvn,phòng,các phòng,cơ quan,"
    "các cơ quan,đơn vị,các đơn vị,các ngành,các huyện,huyện,các xã,xã,các phường,phường,thị xã,thành phố,các thành phố,"
    "các thị xã,các địa phương,địa phương,các ban,ban,ban quản lý,ban chỉ đạo,ban tổ chức,ban tuyên giáo,ban dân vận,"
    "ban dân tộc,ban nội chính,doanh nghiệp,các doanh nghiệp,các tổ chức,tổ chức cá nhân,cá nhân,các cá nhân,chánh văn phòng,"
    "chủ tịch,phó chủ tịch,giám đốc,thủ trưởng,người đứng đầu,lãnh đạo,tổ công tác,tổ giúp việc,tổ đề án,viện,tòa án,"
    "toà án,viễn thông,bưu điện,vnpt,viettel,mobifone,tổng công ty,công ty,tập đoàn,hiệp hội,điện lực,học viện,liên minh,"
    "quỹ,tất cả,toàn bộ các,thuế,cục thuế,hải quan,chi cục thuế,bộ,các bộ,vụ,tổng cục,đảng ủy,đảng uỷ,tỉnh ủy,tỉnh uỷ,"
    "thành ủy,thành uỷ,huyện ủy,thường trực,đoàn thanh niên,công đoàn,cổng thông tin điện tử,sở ngành,các sở ngành,"
    "sở ban ngành,cấp ủy,bộ phận một cửa,trạm,bệnh viện,các bệnh viện,đội,khối,các khối,nhóm,vnpost,công chức,bộ phận,"
    "các bộ phận,các chi cục,ngành,người dân,nhà thầu,đảng uỷ các,ubnd các,đoàn kiểm tra,hội cựu chiến binh,nhà văn hóa,"
    "phân viện,kiểm toán,viện kiểm sát,báo và,cơ sở,các cơ sở,ubnd-,ttpvhcc,trung tâm,sngv,snv,stp,stc,stttt,skhcn,"
    "các hội đồng,các cục,các vụ,các thôn,thành viên,các thành viên,văn phòng,đảng bộ,tổ chuyên gia,tổ,ktnn,các tỉnh,các cấp"
)

# After these a body's name goes on: "thuộc UBND tỉnh", "Chánh Văn phòng", "Sở Nội vụ và Sở Tư pháp".
NESTING = words_of(
    "thuộc của và với chánh cùng hoặc hay - – / & + tại do giữa từ bởi cho các như gồm là theo từng mọi những trừ kể qua ở "
    "đối trên về bằng"
)
NESTING_PAIRS = _pairs_of(
    "chủ tịch,giám đốc,thủ trưởng,thường trực,lãnh đạo,cơ quan,đơn vị,văn phòng,đứng đầu,ủy viên,trực thuộc,bộ trưởng,"
    "tất cả,trưởng ban,phó ban,chi đoàn,phối hợp"
)

# These end a body's name, though they open longer ones: "Thanh tra", and "Thanh tra Sở Y tế".
WHOLE_BODIES = _pairs_of(
    "thanh tra,tỉnh đoàn,thành đoàn,huyện đoàn,công đoàn,công an,tòa án,toà án,vnpt,viettel,mobifone,hải quan,thuế,kho bạc,"
    "bhxh,mttq,đoàn thanh niên,cổng thông tin điện tử,bộ phận một cửa,các địa phương,địa phương,các huyện,các xã,các phường,"
    "người dân,doanh nghiệp,các doanh nghiệp,cá nhân,tổ chức cá nhân,các đơn vị,viễn thông,bưu điện,sở ban ngành,"
    "các sở ban ngành,thành viên,các thành viên,nhà thầu,tỉnh ủy,tỉnh uỷ,thành ủy,thành uỷ,huyện ủy"
)
# What a "Văn phòng" is the office of.
SERVED = words_of("ubnd hđnd đoàn tỉnh thành huyện ủy uỷ hội chính điều đăng bộ sở công đảng")

TIME_HEADS = Phrases(
    "thường xuyên,quý,quí,các quý,tháng,các tháng,trong năm,trong tháng,trong quý,trong các,năm,cả năm,các năm,hằng năm,"
    "hàng năm,hằng tháng,hàng tháng,hằng quý,hàng quý,hằng tuần,hàng tuần,hằng ngày,hàng ngày,định kỳ,định kì,chậm nhất,"
    "muộn nhất,trễ nhất,hoàn thành trong,hoàn thành trước,hoàn thành,trước ngày,trước tháng,trước quý,trước,giai đoạn,"
    "từ ngày,từ tháng,từ quý,từ năm,từ nay,đến hết,đến ngày,đến tháng,đến năm,đến quý,đến 31,liên tục,đầu năm,cuối năm,"
    "đầu quý,cuối quý,giữa năm,6 tháng,06 tháng,9 tháng,09 tháng,03 tháng,3 tháng,đột xuất,hết quý,hết năm,hết tháng,"
    "trong 6,nửa đầu,nửa cuối,nửa đầu năm,ngày,xong trước,kịp thời,mỗi năm,mỗi quý,mỗi tháng,1 lần,01 lần,02 lần,2 lần,"
    "cuối tháng,đầu tháng,trong giai đoạn,quanh năm,dự kiến,thời gian,ngay trong,tháng cuối,trong suốt năm,suốt năm,"
    "toàn thời gian,suốt,24/7,đã hoàn thành"
)
CONDITION_HEADS = Phrases(
    "khi,ngay khi,ngay sau,ngay sau khi,sau khi,sau,trước khi,theo,theo kế hoạch,theo quy định,theo lộ trình,theo tiến độ,"
    "theo yêu cầu,trong quá trình,tùy,tuỳ,căn cứ,bám sát,nếu,trong thời gian,trong thời hạn,trong vòng,phù hợp,"
    "đồng thời với,tùy theo,theo chỉ đạo,đảm bảo,bảo đảm,từ khi,đến khi,theo hướng dẫn"
)
TIME_WORDS = words_of(
    "thường xuyên quý quí tháng năm ngày tuần hằng hàng định kỳ kì trước sau trong từ đến hết chậm muộn nhất là hoàn thành "
    "cả đầu cuối giai đoạn liên tục đột xuất i ii iii iv và hoặc theo khi ngay quy kế hoạch tiến độ lộ trình - – lần mỗi "
    "các nửa giữa xong thời gian hạn dự kiến kịp suốt nay một hai trở đi quá trình vụ nhiệm yêu cầu có"
)

AGENCY_WORDS = words_of(
    "sở ban ngành ubnd hđnd huyện xã phường tỉnh thành phố thị trấn cấp phòng văn nội vụ tài chính tư pháp thông tin "
    "truyền thông công thương nghiệp nông khoa học nghệ giáo dục đào tạo y tế xây dựng giao vận tải nguyên môi trường kế "
    "hoạch đầu lao động thương binh hội văn hóa thể thao du lịch dân tộc tôn giáo ngoại vụ thanh tra công an đài báo phát "
    "truyền hình ủy uỷ đảng đoàn thể các cơ quan đơn vị tổ chức cá nhân liên có trung ương địa phương và thuộc của trực "
    "bộ cục chi kho bạc nhà nước bảo hiểm chủ tịch phó giám đốc trưởng trung tâm phục hành chánh quản lý khu kinh ngân "
    "hàng doanh mặt trận tổ quốc nam việt hđnd ban chuyên môn sự lập chuyển đổi số cổng điện tử trường viện"
)

# Nothing ends with these: what follows them belongs to them.
CONNECTIVES = words_of(
    "của và các về theo tại cho trong với những để do bởi bằng từ đến là được bị khi sau trước trên dưới thuộc nhằm hoặc "
    "hay phải cần đã đang sẽ mỗi từng gắn giữa như có - – & + chưa ( nếu vào gồm đối công-"
)
# What they rule is a part of the same sentence: "ban hành Kế hoạch", "trình UBND tỉnh".
TRANSITIVE = Phrases(
    "ban hành,xây dựng,thực hiện,triển khai,trình,tham mưu,phê duyệt,dự thảo,công bố,tổ chức,hoàn thiện,sửa đổi,bổ sung,"
    "thay thế,thẩm định,góp ý,rà soát,kiểm tra,đánh giá,theo dõi,đôn đốc,phối hợp,đề xuất,báo cáo,gửi,giao,cập nhật,"
    "nâng cấp,duy trì,vận hành,lập,ký,tiếp tục,đẩy mạnh,tăng cường,áp dụng,sử dụng,khai thác,quản lý,cung cấp,nâng cao,"
    "tiếp nhận,giải quyết,xử lý,hướng dẫn,tuyên truyền,phát động,mở,viết,đăng,thông qua,quyết định,ban hành các,chủ trì,"
    "kiện toàn,thành lập,ban hành mới,dự thảo,soạn thảo,tổng hợp,hỗ trợ,cải thiện,tích hợp,kết nối,chuẩn hóa,nghiên cứu,"
    "phát triển"
)
TASK_VERBS = Phrases(
    "xây dựng,ban hành,tổ chức,triển khai,thực hiện,rà soát,kiểm tra,đánh giá,tham mưu,tiếp tục,đẩy mạnh,tăng cường,"
    "nâng cao,hoàn thiện,công bố,công khai,cập nhật,hướng dẫn,theo dõi,tuyên truyền,phối hợp,thẩm định,sửa đổi,duy trì,"
    "vận hành,cung cấp,quản lý,xử lý,tiếp nhận,sắp xếp,bố trí,kiện toàn,đào tạo,chỉ đạo,chủ động,đề xuất,phát triển,"
    "ứng dụng,lập,trình,báo cáo,khảo sát,điều tra,quán triệt,phổ biến,đổi mới,cải thiện,đơn giản hóa,chuẩn hóa,số hóa,"
    "tích hợp,kết nối,thanh tra,giám sát,tập huấn,bồi dưỡng,tuyển dụng,phân cấp,hỗ trợ,khắc phục,phát động,nghiên cứu,"
    "tạo lập,đầu tư,mua sắm,thuê,bảo đảm,đảm bảo,giải quyết,thẩm tra,xác định,chấm điểm,tổng hợp,tổng kết,sơ kết,phê duyệt,"
    "đôn đốc,nâng cấp,áp dụng,thí điểm,mở,quy định,thống kê,phân công,ký kết,lồng ghép,khai thác,niêm yết,phân loại,"
    "xem xét,cơ cấu,thể chế hóa,kiểm soát"
)
# A cell that ends so goes on over the page: "Thường | xuyên", "UBND | huyện".
UNFINISHED = words_of(
    "thường năm quý quí tháng hằng hàng ngày trước chậm muộn ubnd cấp thuộc sở ban trung nội liên kế quyết báo thủ văn hành "
    "đơn phát phê kiểm chính cơ ủy uỷ thông tài địa"
)
