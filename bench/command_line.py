"""How long the command line takes to answer, over the bare interpreter, with click alone as the yardstick."""

import sys
from collections.abc import Iterator

from bench.processes import BARE, time_processes
from bench.result import Result

__all__ = ["results"]

_CLICK = """
import click
@click.group()
def program(): pass
for name in 'abcdef':
    @program.command(name)
    @click.argument('x')
    @click.option('--y', type=int)
    def command(x, y): pass
program()
"""


def _cchc(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-I", "-c", "from cchc.cli import main; main()", *arguments)


def results() -> Iterator[Result]:
    """Milliseconds of ``cchc --help`` and of a command that reads a period."""
    seconds = time_processes(
        {
            "bare": (sys.executable, *BARE),
            "click": (sys.executable, "-I", "-c", _CLICK, "--help"),
            "help": _cchc("--help"),
            "period": _cchc("period", "2024-Q1"),
        }
    )
    over = {name: (value - seconds["bare"]) * 1000 for name, value in seconds.items()}
    beside = f"over the bare interpreter; click alone {over['click']:.1f} ms"
    yield Result("cchc --help", over["help"], "ms", 60, beside)
    yield Result("cchc period 2024-Q1", over["period"], "ms", None, beside)
