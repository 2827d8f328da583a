"""Flattened papers: random task tables set in columns and pages, then read off as PDF readers do, cell after cell."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

from attrs import field, frozen

from cchc.reading.flattened.printed import print_width
from cchc.reading.tables.roles import Role

__all__ = ["ORDERS", "Sheet", "Style", "flattened", "random_style", "random_task"]


def _choices(listed: str) -> tuple[str, ...]:
    return tuple(listed.split("|"))


VERBS = _choices(
    "Xây dựng|Ban hành|Tổ chức|Triển khai|Rà soát, đánh giá|Tham mưu UBND tỉnh ban hành|Tiếp tục thực hiện|Đẩy "
    "mạnh|Kiểm tra việc thực hiện|Công khai|Cập nhật|Phối hợp triển khai|Hoàn thiện|Duy trì, vận hành|Tăng cường|Đôn "
    "đốc, theo dõi|Khảo sát|Số hóa|Sắp xếp, kiện toàn|Chấn chỉnh|Phấn đấu hoàn thành|Thẩm định|Bố trí kinh phí "
    "cho|Quán triệt|Xử lý dứt điểm"
)
OBJECTS = _choices(
    "Kế hoạch cải cách hành chính năm 2026|văn bản quy phạm pháp luật thuộc thẩm quyền của HĐND, UBND tỉnh|thủ tục "
    "hành chính nội bộ giữa các cơ quan hành chính nhà nước|danh mục vị trí việc làm|đề án tinh gọn tổ chức bộ "
    "máy|cơ sở dữ liệu đất đai|nền tảng số dùng chung của tỉnh|kỷ luật, kỷ cương hành chính|bộ phận Một cửa tại các "
    "xã, phường|chỉ số hài lòng của người dân|tài sản công là nhà, đất dôi dư sau sắp xếp|dịch vụ công trực tuyến "
    "toàn trình|công tác văn thư, lưu trữ điện tử|cơ chế tự chủ tài chính của đơn vị sự nghiệp công lập|trang thông "
    "tin của các sở, ngành|chế độ báo cáo định kỳ|quy chế làm việc của UBND cấp xã|phần mềm một cửa điện tử|phân "
    "cấp, ủy quyền trong quản lý nhà nước|năng lực của công chức làm công tác cải cách hành chính"
)
TAILS = _choices(
    "||| trên địa bàn tỉnh| theo hướng dẫn của Bộ Nội vụ| bảo đảm thống nhất, đồng bộ, kịp thời| gắn với thực hiện "
    "Đề án 06| theo Nghị quyết số 76/NQ-CP của Chính phủ|, nhất là trong lĩnh vực đất đai và đầu tư| (hoàn thành "
    "trước Quý III)| phù hợp với mô hình chính quyền địa phương 2 cấp|; kịp thời khen thưởng, phê bình tập thể, cá "
    "nhân| khi có yêu cầu của cơ quan có thẩm quyền| tại Trung tâm Phục vụ hành chính công| giai đoạn 2026 - 2030"
)
PRODUCTS = _choices(
    "Kế hoạch|Quyết định của UBND tỉnh|Báo cáo|Báo cáo kết quả|Công văn|Tờ trình|Nghị quyết của HĐND tỉnh|Văn bản "
    "chỉ đạo|Hội nghị|Văn bản hướng dẫn|Quyết định phê duyệt|Kế hoạch của các cơ quan, đơn vị|Các lớp tập huấn|Phần "
    "mềm được nâng cấp|Tin, bài, phóng sự|Bộ tiêu chí đánh giá|Danh mục TTHC được công bố|Thông báo kết luận|Đề án "
    "được phê duyệt|100% hồ sơ được số hóa|Hệ thống được kết nối, chia sẻ dữ liệu|Cuộc thi được tổ chức|Sổ tay hướng "
    "dẫn|Quyết định/Kế hoạch|Kết luận kiểm tra|Biên bản làm việc"
)
BODIES = _choices(
    "Sở Nội vụ|Sở Tư pháp|Văn phòng UBND tỉnh|Sở Tài chính|Sở Khoa học và Công nghệ|Sở Nông nghiệp và Môi "
    "trường|Thanh tra tỉnh|Công an tỉnh|Trung tâm Phục vụ hành chính công tỉnh|Các sở, ban, ngành|UBND các xã, "
    "phường|UBND cấp xã|Ban Quản lý Khu kinh tế|Sở Văn hóa, Thể thao và Du lịch|Báo và Phát thanh, truyền hình "
    "tỉnh|Trường Chính trị tỉnh|Bảo hiểm xã hội tỉnh|Các cơ quan, đơn vị, địa phương|Chi cục Văn thư - Lưu trữ|Thuế "
    "tỉnh|Bưu điện tỉnh|Ủy ban MTTQ Việt Nam tỉnh|Tỉnh đoàn|Văn phòng Đoàn ĐBQH và HĐND tỉnh|Phòng Nội vụ|Phòng Văn "
    "hóa - Xã hội|Văn phòng HĐND và UBND xã|Các cơ quan chuyên môn thuộc UBND tỉnh|UBND các huyện, thành phố|Vụ Tổ "
    "chức cán bộ|Cục Chuyển đổi số|Các đơn vị thuộc Bộ|Cơ quan được giao chủ trì soạn thảo|Tổ công tác Đề án 06"
)
EVERYBODY = _choices(
    "Các sở, ban, ngành; UBND cấp xã|Các sở, ban, ngành, UBND các xã, phường|Các cơ quan, đơn vị liên quan|Các sở, "
    "ngành; UBND cấp huyện, cấp xã"
)
TIMES = _choices(
    "Thường xuyên|Quý I/2026|Quý II/2026|Quý III năm 2026|Tháng 6/2026|Trong năm 2026|Năm 2026|Hằng quý|Hàng "
    "tháng|Trước ngày 15/12/2026|Trước 30/6/2026|Khi có yêu cầu|Theo kế hoạch|Sau khi có văn bản của Trung ương|Cả "
    "năm|Định kỳ hằng quý|Chậm nhất ngày 31/01/2026|Hoàn thành trong tháng 10/2026|Từ tháng 3 đến tháng 9/2026|Quý "
    "I, II/2026|6 tháng đầu năm|31/12/2026|Quý IV|Theo quy định|Giai đoạn 2026-2030|Trước ngày 20 hằng tháng|Tháng "
    "11|Theo lộ trình của Chính phủ|Hoàn thành trước ngày 01/7/2026"
)
GROUPS = _choices(
    "Nâng cao chất lượng xây dựng văn bản|Cải cách thủ tục hành chính gắn với chuyển đổi số|Kiện toàn tổ chức bộ máy"
)
AREAS = _choices("Công tác chỉ đạo, điều hành|Cải cách thể chế|Cải cách thủ tục hành chính|CẢI CÁCH TÀI CHÍNH CÔNG")
NUMERALS = ("I", "II", "III", "IV")
HEADINGS: Mapping[Role, Sequence[str]] = {
    Role.NUMBER: ("TT", "STT", "Số TT"),
    Role.GROUP: ("Nhóm nhiệm vụ",),
    Role.TITLE: ("Nội dung nhiệm vụ", "Nội dung công việc", "Hoạt động"),
    Role.DELIVERABLES: ("Sản phẩm", "Kết quả, sản phẩm", "Kết quả/Sản phẩm", "Dự kiến sản phẩm"),
    Role.LEAD: ("Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì"),
    Role.COORDINATING: ("Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp"),
    Role.SCHEDULE: ("Thời gian hoàn thành", "Thời gian thực hiện", "Thời gian", "Thời hạn hoàn thành"),
}
_D, _L, _C, _S = Role.DELIVERABLES, Role.LEAD, Role.COORDINATING, Role.SCHEDULE
ORDERS = (
    (_D, _L, _C, _S), (_L, _C, _S, _D), (_L, _C, _D, _S), (_D, _S, _L, _C), (_S, _L, _C, _D), (_S, _D, _L, _C),
    (_L, _S, _D), (_D, _L, _S), (_L, _C, _S),
)  # fmt: skip
WIDTHS = {
    Role.NUMBER: (2500, 2500), Role.GROUP: (9000, 14000), Role.TITLE: (11000, 24000), _D: (6000, 12000), _L: (5000, 9000),
    _C: (5000, 10000), _S: (3800, 7000),
}  # fmt: skip


def _serif(line: str) -> int:
    return print_width(line.replace(" ", "")) + 250 * line.count(" ")


def _typewriter(line: str) -> int:
    return len(line) * 500


@frozen(kw_only=True)
class Style:
    """How an office sets its table and how the page is marked."""

    columns: tuple[Role, ...]
    widths: Mapping[Role, int]
    centred: frozenset[Role] = frozenset()
    measure: Callable[[str], int] = _serif
    height: int = 30
    heading: Mapping[Role, str] = field(factory=dict)
    repeated: bool = False
    numbered: bool = False
    fed: bool = False
    gap: str = "\n"


@frozen(kw_only=True)
class Sheet:
    """A flattened text, and the rows that were printed: each number with the words of its cells."""

    text: str
    rows: tuple[tuple[str, Mapping[Role, str]], ...]
    areas: tuple[str, ...]
    columns: tuple[Role, ...]


def random_style(draw: Random) -> Style:
    """Columns, widths, heading, page marks: as different as offices are."""
    coded = draw.random() < 0.25
    columns = (*((Role.GROUP,) if coded else ()), Role.TITLE, *draw.choice(ORDERS))
    repeated = draw.random() < 0.4
    number = frozenset((Role.NUMBER,) if draw.random() < 0.5 else ())
    return Style(
        columns=columns,
        widths={role: draw.randint(*WIDTHS[role]) for role in (Role.NUMBER, *columns)},
        centred=draw.choice((frozenset(), frozenset(columns), frozenset(draw.sample(columns, 2)))) | number,
        measure=draw.choice((_serif, _serif, _typewriter)),
        height=draw.randint(22, 40),
        heading={role: draw.choice(HEADINGS[role]) for role in (Role.NUMBER, *columns)}
        if repeated or draw.random() < 0.5
        else {},
        repeated=repeated,
        numbered=draw.random() < 0.5,
        fed=draw.random() < 0.4,
        gap=draw.choice(("\n", "\n\n", " \n\n")),
    )


def random_task(draw: Random) -> dict[Role, str]:
    """The words of a row's cells, as another province would have them."""
    title = f"{draw.choice(VERBS)} {draw.choice(OBJECTS)}{draw.choice(TAILS)}"
    if draw.random() < 0.3:
        title += f"; {draw.choice(VERBS).lower()} {draw.choice(OBJECTS)}"
    products = draw.sample(PRODUCTS, draw.choice((1, 1, 1, 2, 2, 3)))
    listed = len(products) == 2 and draw.random() < 0.2
    bodies = draw.sample(BODIES, 2)
    return {
        Role.TITLE: title,
        Role.DELIVERABLES: ";\n".join(f"- {one}" for one in products) if listed else draw.choice(("; ", ", ")).join(products),
        Role.LEAD: draw.choice(BODIES) if draw.random() < 0.85 else "; ".join(bodies),
        Role.COORDINATING: draw.choice(
            ("", *EVERYBODY, *EVERYBODY, *bodies, ", ".join(bodies), "; ".join(bodies), " và ".join(bodies))
        ),
        Role.SCHEDULE: draw.choice(TIMES),
    }


def flattened(seed: int, style: Style | None = None) -> Sheet:
    """A table of some rows, printed and read off again."""
    draw = Random(seed)  # noqa: S311 (papers, no secrets)
    style = style or random_style(draw)
    printer = _Printer(style)
    printer.head()
    count = draw.randint(14, 34)
    starts = {0, *draw.sample(range(1, count), len(NUMERALS) - 1)} if draw.random() < 0.7 else set()
    restart = draw.random() < 0.25
    rows: list[tuple[str, Mapping[Role, str]]] = []
    areas: list[str] = []
    number = groups = 0
    for index in range(count):
        if index in starts:
            areas.append(f"{NUMERALS[len(areas)]}{draw.choice(('', '.'))} {AREAS[len(areas)]}")
            printer.area(areas[-1])
            number = 0 if restart else number
        number += 1
        task = random_task(draw)
        if Role.GROUP in style.columns:
            task[Role.TITLE] = f"2.{index + 1}. {task[Role.TITLE]}"
            if opens := index == 0 or draw.random() < 0.5:
                groups += 1
            task[Role.GROUP] = f"1.{groups}. {draw.choice(GROUPS)}{draw.choice(TAILS)}" if opens else ""
        kept = draw.random() < 0.6
        printer.row(str(number), {role: task[role] for role in style.columns}, kept=kept)
        cells = {role: " ".join(task[role].split()) for role in style.columns if task[role]}
        rows.append((str(number), cells))
    return Sheet(text=printer.text(), rows=tuple(rows), areas=tuple(areas), columns=style.columns)


class _Printer:
    def __init__(self, style: Style) -> None:
        self.style = style
        self.lines: list[str] = []
        self.used = 0
        self.page = 1
        self.margin = ""

    def text(self) -> str:
        return "".join(line if line.endswith("\f") else line + self.style.gap for line in self.lines)

    def head(self) -> None:
        wrapped = {role: self.wrap(role, words) for role, words in self.style.heading.items()}
        self.emit(wrapped, wrapped)

    def area(self, words: str) -> None:
        if self.used + 2 > self.style.height:
            self.turn()
        self.put(words)
        self.used += 1

    def row(self, number: str, cells: Mapping[Role, str], *, kept: bool) -> None:
        rest = {Role.NUMBER: [number], **{role: self.wrap(role, words) for role, words in cells.items()}}
        tallest = max(map(len, rest.values()))
        if tallest > self.style.height - self.used and (kept or self.style.height - self.used < 2):
            self.turn()
        whole = tallest <= self.style.height - self.used
        while any(rest.values()):
            room = self.style.height - self.used
            if room == 0:
                self.turn()
                continue
            self.emit({role: lines[:room] for role, lines in rest.items()}, self.style.centred if whole else ())
            rest = {role: lines[room:] for role, lines in rest.items()}

    def turn(self) -> None:
        self.page += 1
        self.used = 0
        if self.style.numbered:
            self.put(str(self.page))
        if self.style.fed:
            self.lines.append("\f")
        if self.style.repeated:
            self.head()
        elif not (self.style.numbered or self.style.fed):
            self.margin = " "

    def wrap(self, role: Role, words: str) -> list[str]:
        lines: list[str] = []
        for paragraph in words.split("\n"):
            line = ""
            for word in paragraph.split():
                longer = f"{line} {word}".strip()
                if line and self.style.measure(longer) > self.style.widths[role]:
                    lines.append(line)
                    line = word
                else:
                    line = longer
            lines += [line] if line else []
        return lines

    def emit(
        self, cells: Mapping[Role, Sequence[str]], centred: "Sequence[Role] | frozenset[Role] | Mapping[Role, object]"
    ) -> None:
        """Cell after cell; what stands on one baseline as the line before goes on that line."""
        tallest = max(map(len, cells.values()), default=0)
        baseline = -1
        for role, lines in cells.items():
            top = tallest - len(lines) if role in centred else 0
            for place, line in enumerate(lines):
                if baseline == top + 2 * place:
                    self.lines[-1] += f" {line}"
                else:
                    self.put(line)
                baseline = top + 2 * place
        self.used += tallest

    def put(self, line: str) -> None:
        self.lines.append(self.margin + line)
        self.margin = ""
