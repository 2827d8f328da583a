"""What importing costs over the bare interpreter: the public face, and every noun of the model."""

import sys
from collections.abc import Iterator

from bench.processes import BARE, time_processes
from bench.result import Result

__all__ = ["results"]

_FACE, _MODEL, _ATTRS = "import cchc", "import cchc.model", "import attrs"


def results() -> Iterator[Result]:
    """Milliseconds over the bare interpreter, with attrs alone as the yardstick."""
    statements = (_FACE, _MODEL, _ATTRS)
    commands = {statement: (sys.executable, "-I", "-c", statement) for statement in statements}
    seconds = time_processes({"bare": (sys.executable, *BARE), **commands})
    over = {statement: max(0.0, seconds[statement] - seconds["bare"]) * 1000 for statement in statements}
    beside = f"over the bare interpreter; {_ATTRS} {over[_ATTRS]:.1f} ms"
    yield Result(_FACE, over[_FACE], "ms", 30, beside)
    yield Result("the whole model", over[_MODEL], "ms", 110, beside)
