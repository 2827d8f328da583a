"""Random plans in the vocabulary of the field, for the laws of reading: what is drawn can be written, and read in one way."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cchc.model import (
    Amount,
    Area,
    AtLeast,
    AtMost,
    Between,
    Citation,
    Complete,
    Duty,
    IncreaseBy,
    LessThan,
    MoreThan,
    Period,
    Plan,
    Qualitative,
    RankUp,
    RankWithin,
    ReduceBy,
    Requirement,
    Target,
    Task,
)
from cchc.reading.times import parse_schedule
from cchc.testing import days
from tests.reading.papers.plans import AREA_NAMES, AREAS, Style
from tests.reading.papers.wordings import Manner, word_due, word_target

__all__ = ["YEAR", "Drawn", "annexes", "drawn_plans", "styles", "without_annex"]

YEAR = 2024
_SHARES = (
    "hồ sơ TTHC được trả kết quả đúng hạn",
    "văn bản quy phạm pháp luật được rà soát kịp thời",
    "cơ quan, đơn vị hoàn thành tự chấm điểm",
    "công chức lãnh đạo, quản lý được bồi dưỡng",
    "hồ sơ công việc được xử lý trên môi trường mạng",
    "TTHC được công khai đầy đủ",
    "đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên",
    "phản ánh, kiến nghị được xử lý",
    "xã, phường có tổ công nghệ số cộng đồng",
)
_RATES = (
    "Mức độ hài lòng của người dân, tổ chức",
    "Mức độ hài lòng của người bệnh",
    "Tỷ lệ giải ngân vốn đầu tư công",
    "Tỷ lệ hồ sơ nộp trực tuyến",
    "Tỷ lệ giao dịch thanh toán trực tuyến",
)
_SMALL = ("Tỷ lệ hồ sơ trả kết quả quá hạn", "Tỷ lệ văn bản sai thể thức", "Tỷ lệ phản ánh chậm xử lý")
_CHANGED = (
    ("số lượng đơn vị sự nghiệp công lập", "đơn vị"),
    ("biên chế công chức", "biên chế"),
    ("thời gian giải quyết TTHC", ""),
    ("chi phí tuân thủ TTHC", ""),
    ("số lượng cuộc họp", "cuộc"),
)
_INDEXES = (
    "Chỉ số cải cách hành chính (PAR INDEX)",
    "Chỉ số hài lòng SIPAS",
    "Chỉ số PAPI",
    "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)",
)
_DONE = (
    "sắp xếp các phòng chuyên môn",
    "kết nối cơ sở dữ liệu dân cư",
    "rà soát danh mục vị trí việc làm",
    "số hóa sổ hộ tịch",
)
_QUALITIES = ("chất lượng phục vụ tại Bộ phận Một cửa", "kỷ luật, kỷ cương hành chính", "công tác kiểm tra văn bản")
_EXCLUSIONS = (
    "trừ văn bản mật",
    "không bao gồm hồ sơ thuộc phạm vi bí mật nhà nước",
    "trừ các trường hợp pháp luật có quy định khác",
)
_AGENCIES = (
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Văn phòng UBND tỉnh",
    "Sở Thông tin và Truyền thông",
    "Thanh tra tỉnh",
    "Sở Khoa học và Công nghệ",
    "Công an tỉnh",
    "Sở Y tế",
    "UBND cấp huyện",
    "Các sở, ban, ngành",
    "UBND các huyện, thị xã, thành phố",
)
_LEADS = _AGENCIES[:9]
_DELIVERABLES = (
    "Kế hoạch",
    "Quyết định",
    "Báo cáo",
    "Nghị quyết của HĐND tỉnh",
    "Báo cáo kết quả kiểm tra",
    "Hội nghị tập huấn",
    "Công văn hướng dẫn",
    "Tờ trình",
    "Phần mềm được đưa vào sử dụng",
    "Đề án",
)
_GROUPS = (
    "Nâng cao chất lượng văn bản quy phạm pháp luật",
    "Đơn giản hóa thủ tục hành chính",
    "Vận hành Bộ phận Một cửa",
    "Quản lý biên chế và vị trí việc làm",
    "Đào tạo, bồi dưỡng cán bộ, công chức",
)
_TITLES = (
    "Xây dựng kế hoạch kiểm tra công tác cải cách hành chính",
    "Tổ chức đối thoại với doanh nghiệp",
    "Rà soát quy trình nội bộ",
    "Tập huấn nghiệp vụ cho công chức đầu mối",
    "Khảo sát mức độ hài lòng của người dân",
    "Công khai danh mục thủ tục hành chính",
    "Cập nhật cơ sở dữ liệu công chức",
    "Đánh giá mức độ tự chủ của đơn vị sự nghiệp",
    "Nâng cấp Cổng thông tin điện tử",
    "Hướng dẫn sử dụng chữ ký số",
)
_TIMES = (
    "Quý I/2024",
    "Quý II, III",
    "Thường xuyên",
    "Trong năm 2024",
    "Trước ngày 15/6/2024",
    "Tháng 4/2024",
    "Hằng quý",
    "Khi có phát sinh",
    "Chậm nhất ngày 30/11/2024",
    "Quý I và Quý IV",
    "6 tháng cuối năm 2024",
    "Từ tháng 3 đến tháng 9/2024",
    "Theo kế hoạch của UBND tỉnh",
    "Đến hết năm 2024",
    "Hằng tháng",
)
_PROVINCES = ("Mường Khoa", "Cửu Long", "Hồng Giang", "Bình Sơn")
_SYMBOLS = (
    "76/NQ-CP",
    "61/2018/NĐ-CP",
    "1085/QĐ-TTg",
    "04/CT-TTg",
    "18/2023/TT-BNV",
    "215/KH-UBND",
    "12/2022/NQ-HĐND",
    "33/2021/QĐ-UBND",
)
_PROSE = (
    "Tăng cường kiểm tra, đôn đốc; kịp thời biểu dương tập thể, cá nhân làm tốt.",
    "Người đứng đầu chịu trách nhiệm về kết quả thực hiện tại cơ quan, đơn vị mình phụ trách.",
    "Đa dạng hóa hình thức tuyên truyền trên báo, đài và mạng xã hội.",
)

_numbers = st.integers(10, 100).map(Decimal) | st.integers(100, 999).map(lambda tenths: Decimal(tenths) / 10)
_few = st.integers(1, 9).map(Decimal) | st.sampled_from((Decimal("0.5"), Decimal("2.5"), Decimal("1.38")))


@frozen(kw_only=True)
class Drawn:
    """A plan with its targets' grouping into bullets and the style to write it in."""

    plan: Plan
    bullets: tuple[tuple[Target, ...], ...]
    style: Style


def _commitments(since: SearchStrategy[str]) -> SearchStrategy[tuple[str, Requirement]]:
    """An indicator with a requirement that fits it."""

    def pairs(names: tuple[str, ...], requirement: SearchStrategy[Requirement]) -> SearchStrategy[tuple[str, Requirement]]:
        return st.tuples(st.sampled_from(names), requirement)

    shares = tuple(f"Tỷ lệ {words}" for words in _SHARES)

    def changed(kind: Callable[..., Requirement]) -> SearchStrategy[tuple[str, Requirement]]:
        def of(thing: tuple[str, str]) -> SearchStrategy[tuple[str, Requirement]]:
            beside = (
                st.none() | st.integers(2, 90).map(lambda n: Amount(n, thing[1]))
                if thing[1] and kind is ReduceBy
                else st.none()
            )
            made = st.builds(lambda value, base, more: _change(kind, value, base, more), st.none() | _few, since, beside)
            return st.tuples(st.just(thing[0]), made)

        return st.sampled_from(_CHANGED).flatmap(of)

    places = st.tuples(st.integers(1, 9), st.integers(0, 5))
    return st.one_of(
        pairs(shares + _RATES, st.builds(AtLeast, _numbers, st.just("%"))),
        pairs(shares + _RATES, st.builds(MoreThan, _numbers.filter(lambda share: share < 100), st.just("%"))),
        pairs(_SMALL, st.builds(AtMost, _few, st.just("%"))),
        pairs(_SMALL, st.builds(LessThan, _few, st.just("%"))),
        pairs(_RATES, places.map(lambda p: Between(least=p[0] * 10, most=p[0] * 10 + 1 + p[1], unit="%"))),
        changed(ReduceBy),
        changed(IncreaseBy),
        pairs(_INDEXES, st.integers(3, 40).map(RankWithin)),
        pairs(_INDEXES, st.builds(lambda p, base: RankUp(least=p[0], most=p[0] + p[1], baseline=base), places, since)),
        pairs(_DONE, st.just(Complete())),
        pairs(_QUALITIES, st.just(Qualitative())),
    )


def _change(kind: Callable[..., Requirement], value: Decimal | None, base: str, more: Amount | None) -> Requirement:
    if value is None:
        return kind(value=None, baseline=base)
    return kind(value=value, unit="%", baseline=base, **({"equivalent": more} if more else {}))


def _targets(area: Area, *, together: bool = False) -> SearchStrategy[Target]:
    """A commitment; `together` leaves out what a reader may take for said of its neighbours too: days, years, hopes."""
    manners = st.builds(
        Manner,
        bound=st.integers(0, 11),
        share=st.booleans(),
        bracketed=st.booleans(),
        due=st.integers(0, 7),
        padded=st.booleans(),
    )
    some = st.sampled_from((date(2024, 12, 31), date(2024, 6, 30), date(2024, 9, 30), date(2024, 11, 14)))
    dues = st.none() if together else st.none() | some
    hopes = st.just(value=False) if together else st.booleans()
    years = st.just("") if together else st.sampled_from(("", "2021", "2023"))

    def build(found: tuple[str, Requirement], manner: Manner, due: date | None, aspires: bool, exclusion: str) -> Target:
        indicator, requirement = found
        measured = not isinstance(requirement, Complete | Qualitative)
        shared = isinstance(requirement, AtLeast | MoreThan)
        target = Target(
            id="-",
            indicator=indicator,
            requirement=requirement,
            area=area,
            due=None if isinstance(requirement, Qualitative) else due,
            aspiration=aspires and measured,
            exclusion=exclusion if shared else "",
        )
        shares = manner.share and indicator.removeprefix("Tỷ lệ ") in (
            *_SHARES,
            *(name.removeprefix("Tỷ lệ ") for name in _SMALL),
        )
        return evolve(target, text=word_target(target, evolve(manner, share=shares)))

    return st.builds(build, _commitments(years), manners, dues, hopes, st.just("") | st.sampled_from(_EXCLUSIONS))


def _bullets() -> SearchStrategy[tuple[tuple[Target, ...], ...]]:
    def of(area: Area) -> SearchStrategy[list[tuple[Target, ...]]]:
        alone = _targets(area).map(lambda target: (target,))
        two = st.tuples(_targets(area, together=True), _targets(area, together=True))
        return st.lists(alone | two, min_size=1, max_size=3)

    def numbered(groups: list[list[tuple[Target, ...]]]) -> tuple[tuple[Target, ...], ...]:
        bullets = [bullet for group in groups for bullet in group]
        count = iter(range(1, 1000))
        return tuple(tuple(evolve(target, id=str(next(count))) for target in bullet) for bullet in bullets)

    chosen = st.lists(st.sampled_from(AREAS), unique=True, max_size=3)
    return chosen.flatmap(lambda areas: st.tuples(*map(of, areas)).map(list)).map(numbered)


def tasks() -> SearchStrategy[tuple[Task, ...]]:
    """Rows of an annex, area by area, group by group, numbered on."""
    row = st.builds(
        Task,
        number=st.just(1),
        title=st.sampled_from(_TITLES),
        group_title=st.sampled_from(_GROUPS),
        deliverables=st.lists(st.sampled_from(_DELIVERABLES), unique=True, min_size=1, max_size=2).map(tuple),
        lead=st.lists(st.sampled_from(_LEADS), unique=True, min_size=1, max_size=2).map(tuple),
        coordinating=st.lists(st.sampled_from(_AGENCIES), unique=True, max_size=3).map(tuple),
        schedule_text=st.sampled_from(_TIMES),
    )

    def of(area: Area) -> SearchStrategy[list[Task]]:
        rows = st.lists(row, min_size=1, max_size=3)
        return rows.map(lambda found: [evolve(task, area=area) for task in sorted(found, key=lambda task: task.group_title)])

    def numbered(groups: list[list[Task]]) -> tuple[Task, ...]:
        found = [task for group in groups for task in group]
        return tuple(
            evolve(task, number=at, schedule=parse_schedule(task.schedule_text, year=YEAR)) for at, task in enumerate(found, 1)
        )

    chosen = st.lists(st.sampled_from(AREAS), unique=True, min_size=1, max_size=3)
    return chosen.flatmap(lambda areas: st.tuples(*map(of, areas)).map(list)).map(numbered)


_HEADINGS = {
    "number": ("STT", "TT", "Số TT"),
    "group_title": ("Nhiệm vụ", "Nhiệm vụ chung", "Nhóm nhiệm vụ"),
    "title": ("Hoạt động", "Nội dung công việc", "Hoạt động cụ thể", "Nhiệm vụ cụ thể"),
    "deliverables": ("Sản phẩm", "Kết quả/Sản phẩm", "Sản phẩm dự kiến hoàn thành", "Kết quả đầu ra"),
    "lead": ("Cơ quan chủ trì", "Chủ trì", "Cơ quan chủ trì thực hiện", "Đơn vị chủ trì"),
    "coordinating": ("Cơ quan phối hợp", "Phối hợp", "Đơn vị phối hợp"),
    "schedule_text": ("Thời gian thực hiện", "Thời gian hoàn thành", "Thời hạn", "Thời gian"),
}
_ORDERS = (
    ("number", "group_title", "title", "deliverables", "lead", "coordinating", "schedule_text"),
    ("number", "group_title", "title", "lead", "coordinating", "schedule_text", "deliverables"),
    ("number", "group_title", "title", "schedule_text", "deliverables", "lead", "coordinating"),
    ("number", "group_title", "title", "lead", "deliverables", "coordinating", "schedule_text"),
)


def styles() -> SearchStrategy[Style]:
    """Habits of offices."""

    def columns(order: tuple[str, ...]) -> SearchStrategy[tuple[tuple[str, str], ...]]:
        return st.tuples(*(st.tuples(st.just(name), st.sampled_from(_HEADINGS[name])) for name in order))

    made = st.builds(
        Style,
        sections=st.sampled_from(("I.", "A.", "Phần")),
        areas=st.sampled_from(("1.", "2.1.", "a)")),
        items=st.sampled_from(("-", "a)", "+", "1)", "•")),
        names=st.integers(0, 1),
        aims=st.sampled_from(("MỤC TIÊU", "MỤC TIÊU, CHỈ TIÊU", "CÁC CHỈ TIÊU CHỦ YẾU")),
        letterhead=st.sampled_from(("stacked", "table")),
        columns=st.sampled_from(_ORDERS).flatmap(columns),
        lists=st.sampled_from(("; ", "<br>")),
        merged=st.booleans(),
        prose=st.just(_PROSE),
    )
    # Letters within letters would be one list on paper.
    return made.filter(lambda style: (style.areas, style.items) != ("a)", "a)"))


def _duties() -> SearchStrategy[tuple[Duty, ...]]:
    def led(area: Area) -> tuple[str, date | None, Area | None]:
        return f"Chủ trì, theo dõi, tổng hợp việc thực hiện nhiệm vụ {AREA_NAMES[area][0].lower()}.", None, area

    def owed(day: date, manner: int) -> tuple[str, date | None, Area | None]:
        before, after = word_due(day, manner)
        words = f"Ban hành kế hoạch của cơ quan, đơn vị {after or before.lower()}."
        return words, day, None

    owing = st.builds(owed, days(date(2024, 1, 5), date(2024, 12, 20)), st.integers(0, 1))
    texts = st.sampled_from(AREAS[1:6]).map(led) | owing
    of_agency = st.lists(texts, min_size=1, max_size=2, unique_by=lambda found: found[0])
    agencies = st.lists(st.sampled_from(_LEADS), unique=True, max_size=3)

    def build(names: list[str], groups: list[list[tuple[str, date | None, Area | None]]]) -> tuple[Duty, ...]:
        return tuple(
            Duty(agency=name, text=text, due=due, area=area)
            for name, found in zip(names, groups, strict=True)
            for text, due, area in found
        )

    return agencies.flatmap(lambda names: st.builds(build, st.just(names), st.tuples(*[of_agency] * len(names)).map(list)))


def _citations() -> SearchStrategy[tuple[Citation, ...]]:
    one = st.builds(Citation, symbol=st.sampled_from(_SYMBOLS), issued_on=days(date(2021, 1, 1), date(2023, 12, 31)))
    return st.lists(one, unique_by=lambda citation: citation.symbol, max_size=4).map(tuple)


def drawn_plans(styles: SearchStrategy[Style] = styles()) -> SearchStrategy[Drawn]:  # noqa: B008 a strategy is a value
    """Whole plans of 2024 with their style."""

    def build(
        province: str,
        bullets: tuple[tuple[Target, ...], ...],
        rows: tuple[Task, ...],
        duties: tuple[Duty, ...],
        citations: tuple[Citation, ...],
        style: Style,
        issued_on: date,
    ) -> Drawn:
        plan = Plan(
            title=f"Cải cách hành chính nhà nước tỉnh {province} năm {YEAR}",
            period=Period.of_year(YEAR),
            agency=f"Ủy ban nhân dân tỉnh {province}",
            symbol=f"{issued_on.day}/KH-UBND",
            issued_on=issued_on,
            targets=tuple(target for bullet in bullets for target in bullet),
            tasks=rows,
            duties=duties,
            citations=citations,
        )
        return Drawn(plan=plan, bullets=bullets, style=style)

    return st.builds(
        build,
        st.sampled_from(_PROVINCES),
        _bullets(),
        st.just(()) | tasks(),
        _duties(),
        _citations(),
        styles,
        days(date(2023, 12, 15), date(2024, 2, 28)),
    )


def without_annex(plans: SearchStrategy[Drawn]) -> SearchStrategy[Drawn]:
    """The same plans with no tasks: a table has no cells left once it is text out of a PDF."""
    return plans.map(lambda drawn: evolve(drawn, plan=evolve(drawn.plan, tasks=())))


def annexes() -> SearchStrategy[tuple[tuple[Task, ...], Style]]:
    """Tasks alone with the style of their table."""
    return st.tuples(tasks(), styles())
