"""A plan as a paper: letterhead, grounds, aims by area, prose, who does what by when, recipients and signature, the annex."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from attrs import frozen

from cchc.model import Area, Citation, Duty, Plan, Target, Task
from tests.reading.papers.paper import ABOVE, BREAK, LEFT, Block, Paper, Paragraph, Table

__all__ = ["AREAS", "AREA_NAMES", "LETTERS", "Style", "annex", "render_plan"]

LETTERS = "abcdđeghiklmnopqrstuvxy"
AREAS = tuple(Area)[:-1]
AREA_NAMES = {
    Area.STEERING: ("Công tác chỉ đạo, điều hành", "Chỉ đạo, điều hành cải cách hành chính"),
    Area.INSTITUTIONS: ("Cải cách thể chế", "Về cải cách thể chế"),
    Area.PROCEDURES: ("Cải cách thủ tục hành chính", "Về cải cách thủ tục hành chính (TTHC)"),
    Area.APPARATUS: ("Cải cách tổ chức bộ máy hành chính nhà nước", "Cải cách tổ chức bộ máy"),
    Area.CIVIL_SERVICE: ("Cải cách chế độ công vụ", "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức"),
    Area.FINANCE: ("Cải cách tài chính công", "Về cải cách tài chính công"),
    Area.DIGITAL: ("Xây dựng và phát triển Chính quyền điện tử, Chính quyền số", "Hiện đại hóa hành chính"),
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


@frozen(kw_only=True)
class Style:
    """The habits of an office: how sections, areas and items are marked, what the annex calls its columns and in which order.

    `columns` are pairs of a field of a task and its heading; `names` chooses between two names of each area.
    """

    sections: str = "I."
    areas: str = "1."
    items: str = "-"
    names: int = 0
    aims: str = "MỤC TIÊU"
    letterhead: str = "stacked"
    columns: tuple[tuple[str, str], ...] = (
        ("number", "STT"),
        ("group_title", "Nhiệm vụ"),
        ("title", "Hoạt động"),
        ("deliverables", "Sản phẩm"),
        ("lead", "Cơ quan chủ trì"),
        ("coordinating", "Cơ quan phối hợp"),
        ("schedule_text", "Thời gian thực hiện"),
    )
    lists: str = "; "
    merged: bool = True
    prose: tuple[str, ...] = ()
    """Sentences that are no commitments, for the section of tasks."""


def render_plan(plan: Plan, bullets: Sequence[tuple[Target, ...]], style: Style) -> Paper:
    """The plan as a paper. `bullets` are its targets, those together that stand in one item, each with its words in `text`."""
    aims = _aims(bullets, style) if bullets else []
    return Paper(
        (
            *_front(plan, style),
            *_section(0, "MỤC ĐÍCH, YÊU CẦU", style),
            Paragraph("Tạo chuyển biến mạnh mẽ về kỷ luật, kỷ cương hành chính; xác định rõ trách nhiệm của người đứng đầu."),
            *(_section(1, style.aims, style) if aims else ()),
            *aims,
            *_section(2, "NHIỆM VỤ, GIẢI PHÁP", style),
            *map(Paragraph, style.prose or ("Tổ chức thực hiện có hiệu quả các nhiệm vụ được giao.",)),
            *_section(3, "TỔ CHỨC THỰC HIỆN", style),
            *_duties(plan.duties),
            Paragraph(
                "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời phản ánh để được hướng dẫn./."
            ),
            *map(
                Paragraph,
                (
                    "Nơi nhận:",
                    "- Như trên;",
                    "- Các cơ quan có liên quan;",
                    "- Lưu: VT.",
                    "TM. ỦY BAN NHÂN DÂN",
                    "CHỦ TỊCH",
                    "Trần Đình Lâm",
                ),
            ),
            *(annex(plan.tasks, style) if plan.tasks else ()),
        )
    )


def _front(plan: Plan, style: Style) -> Iterator[Block]:
    national = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    place = plan.agency.rpartition("tỉnh ")[2]
    day = plan.issued_on or date(2024, 1, 2)
    dated = f"{place}, ngày {day.day:02} tháng {day.month:02} năm {day.year}"
    agency = ("ỦY BAN NHÂN DÂN", f"TỈNH {place.upper()}")
    symbol = f"Số: {plan.symbol}"
    if style.letterhead == "table":
        yield Table(((BREAK.join((*agency, symbol)), BREAK.join((*national, dated))),), heads=0)
    else:
        yield from map(Paragraph, (*agency, *national, symbol, dated))
    yield Paragraph("KẾ HOẠCH")
    yield Paragraph(plan.title)
    yield from map(_ground, plan.citations)
    yield Paragraph(f"{plan.agency} ban hành Kế hoạch với các nội dung sau:")


_ISSUERS = {"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "BNV": "Bộ Nội vụ", "UBND": "UBND tỉnh", "HĐND": "HĐND tỉnh"}


def _ground(citation: Citation) -> Paragraph:
    on = f" ngày {citation.issued_on.day:02}/{citation.issued_on.month}/{citation.issued_on.year}" if citation.issued_on else ""
    return Paragraph(
        f"Căn cứ {citation.kind} số {citation.symbol}{on} của {_ISSUERS[citation.issuer_code]} về cải cách hành chính;"
    )


def _section(at: int, name: str, style: Style) -> tuple[Paragraph]:
    mark = {"I.": f"{_ROMAN[at]}.", "1.": f"{at + 1}.", "A.": f"{'ABCD'[at]}.", "Phần": f"PHẦN {_ROMAN[at]}."}[style.sections]
    return (Paragraph(f"{mark} {name}", 1),)


def _aims(bullets: Sequence[tuple[Target, ...]], style: Style) -> list[Block]:
    blocks: list[Block] = []
    for at, (area, items) in enumerate(groupby(bullets, key=lambda targets: targets[0].area)):
        name = AREA_NAMES[area or Area.STEERING][style.names]
        mark = {"1.": f"{at + 1}.", "2.1.": f"2.{at + 1}.", "a)": f"{LETTERS[at]})"}[style.areas]
        blocks.append(Paragraph(f"{mark} {name}", 2))
        for number, targets in enumerate(items):
            mark = {"a)": f"{LETTERS[number]})", "1)": f"{number + 1})"}.get(style.items, style.items)
            words = "; ".join([targets[0].text, *(target.text[:1].lower() + target.text[1:] for target in targets[1:])])
            blocks.append(Paragraph(f"{mark} {words}."))
    return blocks


def _duties(duties: Sequence[Duty]) -> Iterator[Block]:
    for at, (agency, owed) in enumerate(groupby(duties, key=lambda duty: duty.agency), 1):
        yield Paragraph(f"{at}. {agency}", 2)
        for number, duty in enumerate(owed):
            yield Paragraph(f"{LETTERS[number]}) {duty.text}")


def annex(tasks: Sequence[Task], style: Style) -> Iterator[Block]:
    """The tasks as a table, the areas as rows of their own, groups merged or their cells left blank."""
    yield Paragraph("PHỤ LỤC")
    yield Paragraph("Danh mục nhiệm vụ cải cách hành chính")
    width = len(style.columns)
    rows: list[tuple[str, ...]] = [tuple(name for _, name in style.columns)]
    for at, (area, members) in enumerate(groupby(tasks, key=lambda task: task.area)):
        name = AREA_NAMES[area or Area.STEERING][style.names]
        rows.append((_ROMAN[at], name, *([LEFT] if style.merged else [""]) * (width - 2)))
        before: Task | None = None
        for task in members:
            rows.append(tuple(_cell(task, field, before, style) for field, _ in style.columns))
            before = task
    yield Table(tuple(rows))


def _cell(task: Task, field: str, before: Task | None, style: Style) -> str:
    if field == "group_title":
        if before is not None and before.group_title == task.group_title:
            return ABOVE if style.merged else ""
        return task.group_title
    value: object = getattr(task, field)
    return style.lists.join(value) if isinstance(value, tuple) else str(value)
