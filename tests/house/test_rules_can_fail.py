"""Each rule of the house finds a breach planted for it, at its place, and leaves a clean tree alone."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from house import exact_rooms, imports, reference, shape, traces
from house.__main__ import RULES, main
from house.tree import Violation

Rule = Callable[[Path], Iterator[Violation]]
SLASH, DOT = "/", "."  # apart, so that the rule on traces does not find this file
SOMEBODY = f"{SLASH}home/clerk/cchc"
HEAD = '"""A concept."""\n\n__all__ = ["name"]\n'


def planted(root: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def places(rule: Rule, root: Path) -> list[tuple[str, int]]:
    return [(violation.path, violation.line) for violation in rule(root)]


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("model/code.py", "from cchc.presenting.words import name"),
        ("model/code.py", "import cchc.rules"),
        ("model/code.py", "from cchc import rules"),
        ("model/code.py", "from ..rules import name"),
        ("rules/assess.py", "from cchc.scoring.ledger import name"),
        ("scoring/ledger.py", "from cchc import Plan"),
        ("catalog/scorecards.py", "from cchc.presenting.words import name"),
        ("presenting/words.py", "from cchc.catalog.calendars import name"),
        ("serialization/data.py", "def f() -> None:\n    from cchc.catalog import name"),
        ("presenting/__init__.py", "from ..cli import main"),
    ],
)
def test_an_arrow_that_points_up_or_sideways_is_found(tmp_path: Path, room: str, line: str) -> None:
    root = planted(tmp_path, {f"src/cchc/{room}": HEAD + line + "\n"})
    assert places(imports.violations, root) == [(f"src/cchc/{room}", HEAD.count("\n") + 1 + line.count("\n"))]


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("model/code.py", "from cchc.model.text import plain"),
        ("model/__init__.py", "from .code import Code"),
        ("rules/assess.py", "from cchc.model import Plan"),
        ("rules/assess.py", "from cchc import model"),
        ("catalog/scorecards.py", "from cchc.scoring.scorecard import Scorecard"),
        ("cli.py", "from cchc import Plan, catalog\nfrom cchc.presenting.words import name"),
        ("scoring/ledger.py", "import decimal\nfrom attrs import frozen"),
    ],
)
def test_an_arrow_that_points_down_is_left_alone(tmp_path: Path, room: str, line: str) -> None:
    assert places(imports.violations, planted(tmp_path, {f"src/cchc/{room}": HEAD + line + "\n"})) == []


def test_a_room_on_no_floor_is_found(tmp_path: Path) -> None:
    root = planted(tmp_path, {"src/cchc/attic/old.py": HEAD})
    assert places(imports.violations, root) == [("src/cchc/attic/old.py", 1)]


@pytest.mark.parametrize(
    "line",
    [
        "HALF = 0.5",
        "HALF = float('0.5')",
        "def half() -> float: ...",
        "today = date.today()",
        "now = datetime.now()",
        "import time",
        "from time import monotonic",
        "import locale",
        "text = open('plan.json')",
        "import os.path",
        "text = path.read_text()",
        "import babel.numbers",
    ],
)
@pytest.mark.parametrize("room", ["model", "rules", "scoring"])
def test_what_an_exact_room_may_not_hold_is_found(tmp_path: Path, room: str, line: str) -> None:
    path = f"src/cchc/{room}/thing.py"
    assert places(exact_rooms.violations, planted(tmp_path, {path: HEAD + line + "\n"})) == [(path, 4)]


def test_other_rooms_and_the_vectorised_engine_may(tmp_path: Path) -> None:
    files = {f"src/cchc/{room}.py": HEAD + "HALF = 0.5\n" for room in ("scoring/columns", "presenting/charts", "cli")}
    assert places(exact_rooms.violations, planted(tmp_path, files)) == []


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("src/cchc/rules/utils.py", HEAD, 1),
        ("tests/rules/test_helpers.py", "", 1),
        ("src/cchc/rules/assess.py", '__all__ = ["name"]\n', 1),
        ("src/cchc/rules/assess.py", '"""A concept."""\n', 1),
        ("src/cchc/rules/assess.py", HEAD + "\n" * 498, 501),
    ],
)
def test_a_shape_that_says_nothing_is_found(tmp_path: Path, path: str, text: str, line: int) -> None:
    assert places(shape.violations, planted(tmp_path, {path: text})) == [(path, line)]


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        HEAD + "\n" * 497,
        '"""A concept, long because its table is one."""\n__all__ = ["name"]\n' + "\n" * 600,
        '"""A concept."""\n__all__: list[str] = []\n',
    ],
)
def test_a_shape_that_speaks_is_left_alone(tmp_path: Path, text: str) -> None:
    assert places(shape.violations, planted(tmp_path, {"src/cchc/rules/assess.py": text})) == []


UNDOCUMENTED = {
    "src/cchc/__init__.py": '"""Face."""\n__all__ = ["Plan", "Task", "__version__"]\n',
    "src/cchc/rules/assess.py": 'a = Finding(code="task.no-lead", subject="tasks/1")\nb = _finding("task.duplicate", "x")\n',
    "src/cchc/rules/figures.py": 'problem = "task.twice"\n',
    "src/cchc/model/code.py": 'raise InvalidInput(Problem(code="not-a-code"))\n',
    "src/cchc/presenting/messages/en.toml": '[problem]\nnot-a-number = "not a number"\n',
    "docs/reference/model.rst": ".. autoclass:: cchc.Plan\n",
    "docs/reference/findings.rst": "``task.duplicate``\n    Twice.\n",
    "docs/reference/errors.rst": "",
}


def test_what_the_reference_does_not_know_is_found(tmp_path: Path) -> None:
    assert places(reference.violations, planted(tmp_path, UNDOCUMENTED)) == [
        ("src/cchc/__init__.py", 2),
        ("src/cchc/model/code.py", 1),
        ("src/cchc/rules/assess.py", 1),
        ("src/cchc/rules/figures.py", 1),
        ("src/cchc/presenting/messages/en.toml", 1),
    ]


def test_what_the_reference_knows_is_left_alone(tmp_path: Path) -> None:
    written = UNDOCUMENTED | {
        "docs/reference/model.rst": ".. autoclass:: cchc.Plan\n\n.. autoclass:: cchc.Task\n   :members:\n",
        "docs/reference/findings.rst": "``task.duplicate``\n\n``task.no-lead``\n\n``task.twice``\n",
        "docs/reference/errors.rst": "``not-a-code``\n\n``not-a-number``\n",
    }
    assert places(reference.violations, planted(tmp_path, written)) == []


RULES_OF_A_SET = {
    "src/cchc/rules/checking/tasks.py": 'TASKS = RuleSet(name="tasks", rules=(Rule(code="task.no-lead", check=f), TWICE))\n',
    "src/cchc/rules/checking/twice.py": 'TWICE = Rule(code="task.duplicate", check=f)\n',
    "src/cchc/rules/checking/times.py": 'a = Finding(code="task.no-lead", subject="tasks/1")\nb = Finding(code="task.late")\n',
    "docs/reference/findings.rst": "",
    "docs/reference/errors.rst": "",
}


def test_a_rule_is_documented_by_the_page_that_is_made_of_its_set(tmp_path: Path) -> None:
    page = {"docs/reference/checks.rst": "Checks\n======\n\n.. checks:: tasks\n"}
    assert places(reference.violations, planted(tmp_path, RULES_OF_A_SET | page)) == [("src/cchc/rules/checking/times.py", 2)]


def test_a_rule_of_a_set_on_no_page_is_found(tmp_path: Path) -> None:
    page = {"docs/reference/checks.rst": "Checks\n======\n\n.. checks:: targets\n"}
    assert [place for place, _ in places(reference.violations, planted(tmp_path, RULES_OF_A_SET | page))] == [
        "src/cchc/rules/checking/tasks.py",
        "src/cchc/rules/checking/times.py",
        "src/cchc/rules/checking/times.py",
        "src/cchc/rules/checking/twice.py",
    ]


@pytest.mark.parametrize("path", ["src/cchc/cli.py", "docs/index.rst", "README.md", ".ci/run"])
@pytest.mark.parametrize("trace", [SOMEBODY, f"https://pypi{DOT}org/x"])
def test_a_trace_of_a_machine_is_found(tmp_path: Path, path: str, trace: str) -> None:
    assert places(traces.violations, planted(tmp_path, {path: f"first\nsee {trace}\n"})) == [(path, 2)]


def test_what_is_built_or_only_looks_like_a_path_is_left_alone(tmp_path: Path) -> None:
    files = {"docs/_build/index.py": SOMEBODY, ".nox/log.txt": SOMEBODY, "README.md": "184/KH-UBND, and/or, ../opt/x\n"}
    assert places(traces.violations, planted(tmp_path, files)) == []


def test_the_program_lists_breaches_and_says_so_by_its_exit_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = planted(tmp_path, {"src/cchc/model/code.py": HEAD + "HALF = 0.5\n"})
    assert main((), root) == 1
    assert capsys.readouterr().out.startswith("src/cchc/model/code.py:4: ")
    assert main(("imports",), root) == 0
    assert main(("windows",), root) == 2
    assert set(RULES) == {"imports", "exact_rooms", "shape", "reference", "traces"}
