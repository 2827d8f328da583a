import ast
import subprocess
import sys
from pathlib import Path

import pytest

import cchc


def imported_for_type_checkers() -> dict[str, str]:
    tree = ast.parse(Path(cchc.__file__).read_text(encoding="utf-8"))
    return {
        alias.name: node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
    }


def test_what_is_promised_is_what_type_checkers_see() -> None:
    assert sorted(imported_for_type_checkers().keys() - {"import_module"}) == sorted(cchc.__all__)


@pytest.mark.parametrize("name", cchc.__all__)
def test_every_name_is_there_and_comes_from_where_it_says(name: str) -> None:
    module = imported_for_type_checkers()[name]
    __import__(module)
    assert getattr(cchc, name) is getattr(sys.modules[module], name)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        _ = cchc.nothing


def test_dir_lists_the_names() -> None:
    assert set(cchc.__all__) <= set(dir(cchc))


def test_importing_loads_nothing_heavy() -> None:
    program = (
        "import sys, cchc; print(*(m for m in ('attrs', 'attr', 'cattrs', 'babel', 'dateutil', 'click') if m in sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 our own
    assert found.stdout.split() == []
