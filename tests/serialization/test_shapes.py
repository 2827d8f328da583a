"""Any attrs class made of supported shapes has a data form, and one that is not is refused before any data is looked at."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from attrs import Factory, evolve, field, frozen, validators
from jsonschema import Draft202012Validator

from cchc.model import (
    Absent,
    Area,
    AtLeast,
    Code,
    Deadline,
    Frequency,
    InvalidInput,
    Parameters,
    Percent,
    Period,
    Plan,
    RankWithin,
    Ratio,
    Recurring,
    Schedule,
    Task,
)
from cchc.serialization import dumps, from_data, json_schema, loads, save, to_data
from cchc.serialization.leaves import Data
from cchc.serialization.readers import reader
from cchc.serialization.texts import json_text
from cchc.serialization.twins import twin_of

_YEAR = Period.of_year(2024)
_YEARLY: dict[str, Data] = {"kind": "recurring", "frequency": "yearly"}


class Step(Enum):
    FIRST = 1
    SECOND = 2


@frozen(kw_only=True)
class Tiers:
    edges: tuple[Decimal, ...]


@frozen(kw_only=True)
class SumOfParts:
    note: str = ""


@frozen(kw_only=True)
class Node:
    code: Code
    weight: Fraction = Fraction(1, 3)
    rule: Tiers | SumOfParts = SumOfParts()
    places: int | Decimal = 2
    share: Percent | None = None
    measured: Ratio | Absent | None = None
    flags: tuple[bool, ...] = ()
    grid: tuple[tuple[int, ...], ...] = ()
    areas: tuple[Area | None, ...] = ()
    tops: tuple[str, ...] = field(default=(), metadata={"lone": True})
    rules: tuple[Tiers | SumOfParts, ...] = ()
    starts: Period = _YEAR
    ends: Period | None = field()
    absences: tuple[Absent, ...] = ()
    parts: "tuple[Node, ...]" = ()


LEAF = Node(code=Code.parse("1.a"), ends=None)
NODES = [
    LEAF,
    evolve(LEAF, weight=Fraction(2), rule=Tiers(edges=(Decimal("0.5"), Decimal(1))), places=Decimal("2.5")),
    evolve(LEAF, share=Percent("98"), measured=Ratio(1, 2), flags=(True, False), grid=((1, 2), (), (3,))),
    evolve(LEAF, measured=Absent.UNDEFINED, areas=(Area.DIGITAL,), tops=("x",), absences=(Absent.NOT_DUE, Absent.UNDEFINED)),
    evolve(LEAF, tops=("x", "y"), rules=(SumOfParts(note="x"), Tiers(edges=())), ends=Period.quarter(2024, 1)),
    evolve(LEAF, parts=(LEAF, evolve(LEAF, parts=(LEAF,)))),
]
DATA: list[dict[str, Data]] = [
    {},
    {"weight": "2/1", "rule": {"kind": "tiers", "edges": ["0.5", "1"]}, "places": "2.5"},
    {
        "share": {"kind": "percent", "value": "98"},
        "measured": {"kind": "ratio", "numerator": 1, "denominator": 2},
        "flags": [True, False],
        "grid": [[1, 2], [], [3]],
    },
    {
        "measured": {"absent": "undefined"},
        "areas": ["digital"],
        "tops": "x",
        "absences": [{"absent": "not_due"}, {"absent": "undefined"}],
    },
    {"tops": ["x", "y"], "rules": [{"kind": "sum_of_parts", "note": "x"}, {"kind": "tiers", "edges": []}], "ends": "2024-Q1"},
    {"parts": [{"code": "1.a", "ends": None}, {"code": "1.a", "ends": None, "parts": [{"code": "1.a", "ends": None}]}]},
]


@pytest.mark.parametrize(("node", "data"), [*zip(NODES, DATA, strict=True)])
def test_a_class_of_ones_own(node: Node, data: dict[str, Data]) -> None:
    full = {"code": "1.a", "ends": None, **data}
    assert to_data(node) == full
    assert from_data(full, Node) == reader(Node)(full).value == node
    assert (
        loads(json_text(node, "node/1"), Node)
        == loads(dumps(node), Node)
        == loads(dumps(node, format="toml"), Node, format="toml")
        == node
    )
    Draft202012Validator(json_schema(Node)).validate(full)


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        ({"weight": "1/0"}, "not-exact", "weight"),
        ({"weight": 0.5}, "not-exact", "weight"),
        ({"flags": [True, 1]}, "wrong-type", "flags[1]"),
        ({"grid": [[1], 2]}, "wrong-type", "grid[1]"),
        ({"tops": [["x"]]}, "wrong-type", "tops[0]"),
        ({"parts": [{"code": "1", "parts": [{"code": "1..2"}]}]}, "not-a-code", "parts[0].parts[0].code"),
        ({"places": 2.5}, "not-exact", "places"),
        ({"rule": {"note": "x"}}, "missing-key", "rule.kind"),
    ],
)
def test_its_problems_have_places(change: dict[str, Data], code: str, place: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        from_data({"code": "1", **change}, Node)
    assert [(problem.code, problem.place) for problem in caught.value.problems] == [(code, place)]


def _not_blank(text: str) -> str:
    if not text:
        raise ValueError("blank")
    return text.upper()


@frozen(kw_only=True)
class Guarded:
    name: str = field(validator=validators.max_len(3))
    _note: str = "x"
    other: str = field(default="y", converter=_not_blank)
    made: tuple[str, ...] = field(factory=lambda: ("made",))
    seen: int = field(default=7, metadata={"data": False})


@frozen(kw_only=True)
class Converted:
    name: str = field(default="y", converter=_not_blank)
    made: str = field(default=Factory(lambda: "made"), converter=_not_blank)
    schema: str = ""


def test_what_a_class_does_itself_is_done() -> None:
    assert twin_of(Guarded) is None
    assert from_data({"name": "abc", "note": "z"}, Guarded) == Guarded(name="abc", note="z")
    assert to_data(Guarded(name="abc", note="z", made=("a", "b"), seen=8)) == {
        "name": "abc",
        "note": "z",
        "other": "Y",
        "made": ["a", "b"],
    }
    assert twin_of(Converted) is not None
    assert from_data({}, Converted) == Converted() == Converted(name="Y", made="MADE")
    assert from_data({"name": "a", "made": "b", "schema": "own"}, Converted) == Converted(name="a", made="b", schema="own")


def test_a_class_with_a_schema_of_its_own_is_no_file() -> None:
    assert "const" not in str(json_schema(Converted))
    for value in (Converted(), _YEAR, 3, ("a",)):
        with pytest.raises(TypeError):
            dumps(value)


def test_a_class_that_names_its_kind_is_a_file_too() -> None:
    deadline = Deadline(due=date(2024, 1, 31))
    text = '{"schema":"deadline/1","kind":"deadline","due":"2024-01-31"}'
    assert dumps(deadline) == text
    assert loads(text, Deadline) == deadline
    Draft202012Validator(json_schema(Deadline)).validate(json.loads(text))


class Word(str):
    __slots__ = ()


def test_text_of_another_class_is_not_text() -> None:
    with pytest.raises(InvalidInput) as caught:
        from_data({"note": Word("x")}, SumOfParts)
    assert [(problem.code, problem.place) for problem in caught.value.problems] == [("wrong-type", "note")]


@pytest.mark.parametrize(("data", "place"), [({"name": "abcd"}, ""), ({"name": "a", "other": ""}, "other")])
def test_what_a_class_refuses_is_a_problem_of_the_data(data: object, place: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        from_data(data, Guarded)
    assert [(problem.code, problem.place) for problem in caught.value.problems] == [("not-valid", place)]


class Base:
    __slots__ = ()


@frozen
class Derived(Base):
    name: str


@frozen(init=False)
class SelfMade:
    name: str

    def __init__(self, name: str) -> None:
        object.__setattr__(self, "name", name + "!")


@pytest.mark.parametrize("kind", [Derived, SelfMade])
def test_classes_that_build_themselves(kind: type) -> None:
    assert twin_of(kind) is None
    assert from_data({"name": "x"}, kind) == kind("x")


def test_a_value_that_was_read_is_like_one_that_was_made() -> None:
    made = Task(number=1, title="x")
    read = from_data({"number": 1, "title": "x"}, Task)
    assert (type(read), repr(read), hash(read)) == (Task, repr(made), hash(made))
    with pytest.raises(AttributeError):
        read.title = "y"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del read.title


@frozen(kw_only=True)
class Result:
    """Something that is handed out and never read back."""

    pairs: tuple[tuple[str, int], ...] = ()
    table: Mapping[Period, tuple[Decimal, ...]] = field(factory=dict)
    number: Decimal | Fraction | None = None
    label: str | Area = ""


def test_results_are_written_but_not_read() -> None:
    result = Result(
        pairs=(("a", 1),), table={Period.of_year(2024): (Decimal("1.50"),)}, number=Fraction(1, 3), label=Area.DIGITAL
    )
    data = {"pairs": [["a", 1]], "table": {"2024": ["1.50"]}, "number": "1/3", "label": "digital"}
    assert to_data(result) == data
    assert json_text(result, "x/1").startswith('{"schema":"x/1","pairs":[["a",1]],"table":{"2024":["1.50"]}')


@frozen(kw_only=True)
class Account:
    """A result that knows its own form, in which values of the model may stand."""

    total: Decimal
    found: object = None

    def to_data(self) -> Mapping[str, object]:
        return {"schema": "account/1", "total": self.total, "share": Ratio(1, 2, of="hồ sơ"), "none": Absent.NOT_DUE}


@frozen
class Book:
    accounts: tuple[Account, ...]
    last: Account | None = None


@frozen
class Kept:
    what: Account | Task | None


def test_a_result_is_written_by_its_own_form_wherever_it_stands() -> None:
    account = Account(total=Decimal("1.50"))
    data = {
        "schema": "account/1", "total": "1.50",
        "share": {"kind": "ratio", "numerator": 1, "denominator": 2, "of": "hồ sơ"}, "none": {"absent": "not_due"},
    }  # fmt: skip
    assert to_data(account) == data
    assert to_data(Book((account,), account)) == {"accounts": [data], "last": data}
    assert to_data(Kept(account)) == {"what": data}


def test_a_result_whose_form_is_no_plain_data_is_not_written() -> None:
    @frozen
    class Broken:
        def to_data(self) -> Mapping[str, object]:
            return {"share": 0.5}

    with pytest.raises(InvalidInput) as caught:
        to_data(Broken())
    assert [problem.code for problem in caught.value.problems] == ["no-data-form"]


@pytest.mark.parametrize("value", [Account(total=Decimal(1)), Book(()), Result()])
def test_what_could_not_be_read_back_is_no_file(value: object, tmp_path: Path) -> None:
    place = tmp_path / "result.json"
    for save_it in (partial(dumps, value), partial(dumps, value, format="toml"), partial(save, value, place)):
        with pytest.raises(TypeError, match=type(value).__name__):
            save_it()
    assert not place.exists()


@pytest.mark.parametrize("kind", [Account, Book, Kept, Result])
def test_the_name_of_what_cannot_be_read_is_told(kind: type) -> None:
    readings: list[Callable[[], object]] = [
        lambda: from_data({}, kind),
        lambda: json_schema(kind),
        lambda: loads("{}", kind),
    ]
    for reading in readings:
        with pytest.raises(TypeError, match=rf"^{kind.__name__} .*") as caught:
            reading()
        assert "Opaque" not in str(caught.value)
        assert "function" not in str(caught.value)


@frozen
class Ambiguous:
    label: str | Area


@frozen
class Paired:
    pair: tuple[str, int]


@pytest.mark.parametrize(
    "kind",
    [
        Result,
        Account,
        Kept,
        Account | Task,
        tuple[Account, ...],
        Ambiguous,
        Paired,
        str | float,
        Paired | Task,
        tuple[object, ...],
        object,
        float,
        list[str],
        Mapping[str, int],
    ],
)
def test_what_cannot_be_read_is_the_callers_mistake(kind: object) -> None:
    with pytest.raises(TypeError):
        from_data({}, cast("type[object]", kind))
    with pytest.raises(TypeError):
        json_schema(cast("type", kind))


def test_a_choice_whose_values_are_no_text_has_no_data_form() -> None:
    with pytest.raises(TypeError):
        from_data(1, Step)


@pytest.mark.parametrize("value", [object(), 1.5, {1.5: "x"}, (object(),), b"x"])
def test_what_has_no_data_form_is_not_written(value: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        to_data(value)
    assert [problem.code for problem in caught.value.problems] == ["no-data-form"]


class One:
    @frozen
    class Part:
        x: str


class Other:
    @frozen
    class Part:
        y: str


@frozen
class Two:
    first: One.Part
    second: Other.Part


@frozen
class Day:
    on: date


def test_two_classes_of_one_name_stay_apart_in_a_schema() -> None:
    schema = Draft202012Validator(json_schema(Two))
    good = {"first": {"x": "a"}, "second": {"y": "b"}}
    schema.validate(good)
    assert from_data(good, Two) == Two(One.Part("a"), Other.Part("b"))
    assert not schema.is_valid({"first": {"y": "a"}, "second": {"x": "b"}})


def test_nothing_within_a_list_cannot_be_written_as_toml() -> None:
    node = evolve(LEAF, areas=(None,))
    assert loads(dumps(node), Node) == node
    with pytest.raises(InvalidInput) as caught:
        dumps(node, format="toml")
    assert [problem.code for problem in caught.value.problems] == ["no-data-form"]


@frozen
class Label:
    value: tuple[int, ...] | str | SumOfParts


@pytest.mark.parametrize("value", [(1, 2), "x", SumOfParts(note="y")])
def test_a_choice_is_told_by_the_form_of_its_data(value: tuple[int, ...] | str | SumOfParts) -> None:
    label = Label(value)
    assert from_data(to_data(label), Label) == reader(Label)(to_data(label)).value == label
    Draft202012Validator(json_schema(Label)).validate(to_data(label))


@pytest.mark.parametrize(
    ("kind", "data", "value"),
    [
        (RankWithin, {"kind": "rank_within", "value": 10}, RankWithin(10)),
        (Parameters, {"a": {"text": ["1", "2"]}, "b": {"text": "x"}}, Parameters({"a": ("1", "2"), "b": "x"})),
        (Parameters, {"a": ["1", "2.50"], "b": []}, Parameters({"a": (Decimal(1), Decimal("2.5")), "b": ()})),
        (Parameters, {"a": "2024-02-30", "b": "2024-02-29"}, Parameters({"a": "2024-02-30", "b": date(2024, 2, 29)})),
        (AtLeast, {"kind": "at_least", "value": 98}, AtLeast(Decimal(98))),
        (Recurring, {**_YEARLY, "due": ["12-14"]}, Recurring(frequency=Frequency.YEARLY, due=("12-14",))),
        (Deadline, {"kind": "deadline", "due": date(2024, 1, 31)}, Deadline(due=date(2024, 1, 31))),
    ],
)  # fmt: skip
def test_other_ways_to_say_the_same_are_read_too(kind: type, data: object, value: object) -> None:
    assert from_data(data, kind) == value


def test_a_schema_is_one() -> None:
    for kind in (Plan, Schedule, Node, Period, tuple[Task, ...]):
        Draft202012Validator.check_schema(json_schema(cast("type", kind)))
    assert json_schema(Plan)["properties"]["schema"] == {"const": "plan/1"}  # type: ignore[index, call-overload]


def test_a_schema_knows_every_day_there_is() -> None:
    days = Draft202012Validator({"$ref": "#/$defs/x", "$defs": {"x": json_schema(Day)["properties"]["on"]}})  # type: ignore[index, call-overload]
    for year in ("0000", "0001", "0004", "0100", "0400", "1900", "2000", "2023", "2024", "2100", "9999"):
        for month in range(14):
            for day in range(33):
                data = f"{year}-{month:02d}-{day:02d}"
                try:
                    from_data({"on": data}, Day)
                except InvalidInput:
                    assert not days.is_valid(data)
                else:
                    assert days.is_valid(data)
