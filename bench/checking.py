"""Papers checked: the real ones where they are, and reports and plans of three sizes, which should cost alike by the item."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import count, islice

from bench.result import Result
from bench.timing import time_all
from cchc import AtLeast, Period, Plan, Target, Task, check, parse_schedule, read_text
from cchc.model.rounding import half_up

__all__ = ["results"]

_TOP = "BÁO CÁO\nKết quả công tác cải cách hành chính năm 2024\n\nI. KẾT QUẢ THỰC HIỆN\n"
_SENTENCES = (
    "Đơn vị số {n} đã hoàn thành {part}/{whole} nhiệm vụ trong kế hoạch (đạt {share}%).",
    "Đơn vị số {n} ban hành {whole} văn bản, trong đó: cấp tỉnh {part} văn bản; cấp xã {rest} văn bản.",
    "Thực hiện Kế hoạch số {n}/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân tỉnh về kiểm soát thủ tục hành chính.",
)


def _sentences() -> Iterator[str]:
    for n in count(1):
        part, rest = 20 + n * 7 % 900, 3 + n * 11 % 400
        share = str(half_up(Fraction(100 * part, part + rest), 2)).replace(".", ",")
        yield _SENTENCES[n % 3].format(n=n, part=part, rest=rest, whole=part + rest, share=share)


def _report(items: int) -> str:
    return _TOP + "\n".join(f"- {line}" for line in islice(_sentences(), items))


def _plan(items: int) -> Plan:
    schedule = parse_schedule("Quý II/2024")
    tasks = (
        Task(number=n, title=f"Rà soát thủ tục hành chính lĩnh vực {n}", deliverables=(f"Báo cáo {n}",), lead=(f"Sở {n % 20}",),
             schedule=schedule, schedule_text="Quý II/2024")
        for n in range(1, items + 1)
    )  # fmt: skip
    targets = (
        Target(
            id=f"1.{n}", indicator=f"Tỷ lệ hồ sơ lĩnh vực {n} được giải quyết đúng hạn", requirement=AtLeast(50 + n % 50, "%")
        )
        for n in range(1, items + 1)
    )
    return Plan(title="Kế hoạch", period=Period.of_year(2024), agency="UBND tỉnh", tasks=tuple(tasks), targets=tuple(targets))


def results() -> Iterator[Result]:
    """Milliseconds an item, and how they grow with the paper."""
    sizes = (10, 100, 1000)
    for name, papers in (
        ("a report", {size: read_text(_report(size)) for size in sizes}),
        ("a plan", {size: _plan(size) for size in sizes}),
    ):
        took = time_all({str(size): lambda paper=paper: check(paper) for size, paper in papers.items()}, rounds=3)  # type: ignore[misc]
        each = {size: took[str(size)] / size * 1e3 for size in sizes}
        grown = ", ".join(f"{size:,} items {milliseconds:.2f} ms each" for size, milliseconds in each.items())
        yield Result(f"{name} checked, one item", each[100], "ms", None, grown)
        yield Result(f"{name}: ten times the items, each", each[1000] / each[100], "×", 1.2, "linear is 1")
