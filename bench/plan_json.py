"""A plan of 130 tasks and 60 targets: JSON to values and back, set beside json alone and beside the quickest libraries.

The peers read the same document into twins of the same classes, made from the same descriptions; they check types and unknown
keys, not what fields say of one another, nor composed text, nor keys that stand twice. Run it as ``python -m bench plan_json``
or ``python bench/plan_json.py``. The figures of the plan are drawn, its words are made up.
"""

import json
import random
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Literal, Union, get_args

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

import cattrs.preconf.json
from cattrs.strategies import configure_tagged_union

from bench.result import Result
from bench.timing import time_all
from cchc.model import (
    Amount,
    Area,
    AtLeast,
    Citation,
    Complete,
    Compound,
    Conditional,
    Continuous,
    Deadline,
    Frequency,
    MoreThan,
    Period,
    Plan,
    RankWithin,
    Recurring,
    ReduceBy,
    Requirement,
    Schedule,
    Source,
    Span,
    Symbol,
    Target,
    Task,
    Window,
)
from cchc.serialization import dumps, loads, to_data
from cchc.serialization.decoding import json_decoder
from cchc.serialization.files import file_content, json_writer
from cchc.serialization.shapes import Choice, describe, entries, is_tagged, kind_of

__all__ = ["plan", "results"]

_AGENCIES = (
    "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Thông tin và Truyền thông", "Văn phòng UBND tỉnh", "Các sở, ban, ngành",
    "UBND cấp huyện", "UBND cấp xã", "Sở Kế hoạch và Đầu tư", "Đài Phát thanh và Truyền hình tỉnh",
)  # fmt: skip
_VERBS = ("Ban hành", "Rà soát", "Tham mưu", "Kiểm tra", "Tổ chức", "Xây dựng", "Đánh giá", "Công bố")
_THINGS = (
    "kế hoạch kiểm soát thủ tục hành chính của tỉnh", "danh mục dịch vụ công trực tuyến toàn trình trên Cổng Dịch vụ công",
    "đề án vị trí việc làm của các đơn vị sự nghiệp công lập", "phương án phân bổ kinh phí cho đơn vị tự chủ",
    "quy chế làm việc của bộ phận một cửa cấp huyện, cấp xã",
)  # fmt: skip
_PRODUCTS = ("Kế hoạch", "Báo cáo", "Quyết định", "Công văn")
_SYMBOL = "184/KH-UBND"
_JSON_GOAL, _MSGSPEC_GOAL, _PYDANTIC_GOAL = 1.7, 3.0, 1.0


def _schedule(draw: random.Random) -> tuple[Schedule, str]:
    quarter = Period.quarter(2024, draw.randint(1, 4))
    return draw.choice(
        (
            (Window(start=quarter.start, end=quarter.end), f"Quý {quarter.index}/2024"),
            (Window(start=quarter.start, end=quarter.end), f"Trong quý {quarter.index} năm 2024"),
            (Continuous(), "Thường xuyên"),
            (Deadline(due=date(2024, draw.randint(1, 12), draw.randint(1, 28))), "Trước ngày ghi trong văn bản"),
            (Recurring(frequency=Frequency.QUARTERLY), "Hằng quý"),
            (Conditional(trigger="Khi phát sinh hồ sơ"), "Khi phát sinh hồ sơ"),
        )
    )


def _task(number: int, draw: random.Random) -> Task:
    schedule, words = _schedule(draw)
    return Task(
        number=number,
        title=f"{draw.choice(_VERBS)} {draw.choice(_THINGS)} và báo cáo kết quả thực hiện với cấp có thẩm quyền",
        area=list(Area)[number % 7],
        code=f"{number // 20 + 1}.{number % 20 + 1}",
        group_code=f"{number // 20 + 1}.{number % 5}",
        group_title=f"{draw.choice(_VERBS)} {draw.choice(_THINGS)}",
        deliverables=tuple(draw.sample(_PRODUCTS, draw.randint(1, 2))),
        lead=(draw.choice(_AGENCIES),),
        coordinating=tuple(draw.sample(_AGENCIES, draw.randint(1, 3))),
        schedule=schedule,
        schedule_text=words,
        source=Source(document=_SYMBOL, place=f"row {number}"),
    )


def _target(number: int, draw: random.Random) -> Target:
    least = 80 + number % 20
    requirement: tuple[Requirement, ...] = (
        AtLeast(Decimal(least), "%"),
        MoreThan(Decimal(95), "%"),
        ReduceBy(value=Decimal("2.5"), unit="%", baseline="2021", equivalent=Amount(Decimal(15), "đơn vị")),
        RankWithin(10),
        Complete(),
        AtLeast(Decimal(100), "%"),
    )
    words = f"tối thiểu {least}%"
    return Target(
        id=f"{number // 10 + 1}.{number % 10 + 1}",
        indicator=f"Tỷ lệ hồ sơ đúng hạn, nhóm {number}",
        requirement=requirement[number % 6],
        text=f"Tỷ lệ hồ sơ về {draw.choice(_THINGS)} được giải quyết đúng hạn đạt {words}",
        area=list(Area)[number % 7],
        scope="cấp tỉnh",
        due=date(2024, 12, 31) if number % 3 else None,
        source=Source(document=_SYMBOL, span=Span(start=100 * number, end=100 * number + len(words), text=words)),
    )


def plan(seed: int = 7) -> Plan:
    """A plan of the size of a province's."""
    draw = random.Random(seed)  # noqa: S311  words to time, not secrets
    return Plan(
        title="Kế hoạch cải cách hành chính nhà nước tỉnh Hưng Yên năm 2024",
        period=Period.of_year(2024),
        agency="UBND tỉnh Hưng Yên",
        symbol=_SYMBOL,
        issued_on=date(2023, 12, 29),
        targets=tuple(_target(number, draw) for number in range(60)),
        tasks=tuple(_task(number, draw) for number in range(1, 131)),
        citations=(Citation(symbol="76/NQ-CP", issued_on=date(2021, 7, 15)),),
    )


class _Twins:
    """The classes of the model again, as another library has them."""

    def __init__(self, make: Callable[[type, dict[str, tuple[Any, Any]]], type]) -> None:
        self.make = make
        self.made: dict[type, type] = {}

    def of(self, annotation: Any) -> Any:
        """The other library's annotation for one of the model's."""
        shape = describe(annotation)
        if annotation in (Period, Symbol):
            return str
        if isinstance(shape, Choice):
            members = [
                None if m is NoneType else self.of_class(m) if m in shape.tagged else self.of(m) for m in _members(annotation)
            ]
            return Union[tuple(members)]  # noqa: UP007  made of values
        if get_args(annotation):
            return tuple[self.of(get_args(annotation)[0]), ...]  # type: ignore[misc]
        return self.of_class(annotation) if hasattr(annotation, "__attrs_attrs__") else annotation

    def of_class(self, cls: type) -> type:
        """The other library's class for one of the model's; fields and defaults are the same."""
        if cls not in self.made:
            fields = {
                entry.key: (
                    str if entry.annotation is int and entry.shape != describe(int) else self.of(entry.annotation),
                    ... if entry.required else entry.default if entry.factory is None else None,
                )
                for entry in entries(cls)
            }
            self.made[cls] = self.make(cls, fields)
        return self.made[cls]


def _members(annotation: Any) -> tuple[Any, ...]:
    # A compound schedule holds schedules: left out, so that no library meets a class within itself.
    return tuple(member for member in get_args(annotation) if member is not Compound) or (annotation,)


def _msgspec_case(text: bytes) -> Callable[[], object]:
    import msgspec

    def make(cls: type, fields: dict[str, tuple[Any, Any]]) -> type:
        given = [(key, kind) if default is ... else (key, kind, default) for key, (kind, default) in fields.items()]
        return msgspec.defstruct(
            cls.__name__,
            given,
            frozen=True,
            kw_only=True,
            omit_defaults=True,
            forbid_unknown_fields=True,
            tag_field="kind" if is_tagged(cls) else None,
            tag=kind_of(cls) if is_tagged(cls) else None,
        )

    plans: type[object] = _Twins(make).of_class(Plan)
    decoder, encoder = msgspec.json.Decoder(plans), msgspec.json.Encoder()
    return lambda: encoder.encode(decoder.decode(text))


def _pydantic_case(text: bytes) -> Callable[[], object]:
    import pydantic

    def make(cls: type, fields: dict[str, tuple[Any, Any]]) -> type:
        given: dict[str, Any] = {"kind": (Literal[kind_of(cls)], kind_of(cls))} if is_tagged(cls) else {}
        for entry in entries(cls):
            kind, default = fields[entry.key]
            chosen = isinstance(entry.shape, Choice) and len(entry.shape.tagged) > 1
            given[entry.key] = (Annotated[kind, pydantic.Field(discriminator="kind")] if chosen else kind, default)
        config = pydantic.ConfigDict(frozen=True, extra="forbid")
        return pydantic.create_model(cls.__name__, __config__=config, **given)  # type: ignore[no-any-return]

    model: Any = _Twins(make).of_class(Plan)
    return lambda: model.model_validate_json(text).model_dump_json(exclude_defaults=True)


def _cattrs_case(value: Plan) -> Callable[[], object]:
    converter = cattrs.preconf.json.make_converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(text))
    converter.register_unstructure_hook(Period, str)
    converter.register_structure_hook(Period, lambda text, _: Period.parse(text))
    configure_tagged_union(Schedule, converter, tag_name="kind")
    configure_tagged_union(Requirement, converter, tag_name="kind")
    text = converter.dumps(value, ensure_ascii=False)
    return lambda: converter.dumps(converter.loads(text, Plan), ensure_ascii=False)


def _ours(text: str) -> Callable[[], object]:
    return lambda: dumps(loads(text, Plan))


def _ours_in_bytes(content: bytes) -> Callable[[], object]:
    return lambda: file_content(loads(content, Plan))


def _without_orjson(run: Callable[[], object]) -> Callable[[], object]:
    """`run` as it is where orjson is not installed; looking that up again costs nothing that would show."""

    def plainly() -> object:
        kept = sys.modules.get("orjson")
        sys.modules["orjson"] = None  # type: ignore[assignment]
        json_decoder.cache_clear()
        json_writer.cache_clear()
        try:
            return run()
        finally:
            json_decoder.cache_clear()
            json_writer.cache_clear()
            if kept is None:
                del sys.modules["orjson"]
            else:
                sys.modules["orjson"] = kept

    return plainly


def results() -> Iterator[Result]:
    """Round trips as ratios: without extra libraries against json alone, with orjson against msgspec and pydantic."""
    value = plan()
    text = dumps(value)
    fields = json.dumps(to_data(value), ensure_ascii=False, separators=(",", ":")).encode()
    if loads(text) != value:
        raise ValueError("the plan does not come back as it was")
    cases: dict[str, Callable[[], object]] = {
        "json": lambda: json.dumps(json.loads(text), ensure_ascii=False),
        "cchc": _without_orjson(_ours(text)),
        "cattrs": _cattrs_case(value),
    }
    try:
        import orjson

        cases["orjson"] = lambda: orjson.dumps(orjson.loads(fields))
        cases["cchc with orjson"] = _ours_in_bytes(text.encode())
        cases["msgspec"] = _msgspec_case(fields)
        cases["pydantic"] = _pydantic_case(fields)
    except ImportError as error:
        print(f"not measured: {error}", file=sys.stderr)
    best = time_all(cases, rounds=15, budget=1.0)
    work = f"a plan of 130 tasks and 60 targets ({len(fields) // 1000} kB), round trip"
    against = f"json alone, {best['json'] * 1000:.2f} ms"
    yield Result(work, best["cchc"] / best["json"], "×", _JSON_GOAL, against)
    yield Result(f"{work}, cattrs as it comes", best["cattrs"] / best["json"], "×", None, against)
    for peer, goal in (("msgspec", _MSGSPEC_GOAL), ("pydantic", _PYDANTIC_GOAL), ("orjson", None)):
        if peer in best:
            peer_time = f"{peer}, {best[peer] * 1000:.2f} ms"
            yield Result(f"{work}, with orjson", best["cchc with orjson"] / best[peer], "×", goal, peer_time)


if __name__ == "__main__":
    for result in results():
        print(f"{result.work:75} {result.measured:6.2f} {result.unit} (goal {result.goal}; {result.against})")
