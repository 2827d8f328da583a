"""Run every measurement, or those named on the command line, and print one table of ratios beside their goals.

Absolute times hold on no machine: each ratio comes from one interleaved run. A goal that is missed is marked, not an error.
Where the folder of the peers' scripts is at hand (``../shared/bench``), those of the same subject run afterwards and print
their own tables.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from bench.result import Result

__all__ = ["main"]

# Each measurement, with the peers' script on the same subject where it runs by itself.
SUBJECTS = {
    "plan_json": "a_serde.py",
    "exact_scoring": "b_scoring.py",
    "working_days": "",
    "reading": "f_text.py",
    "checking": "",
    "documents": "g_documents.py",
    "import_time": "e_import.py",
    "command_line": "h_cli.py",
}
PEERS = Path(os.environ.get("CCHC_SHARED") or Path(__file__).parents[2] / "shared") / "bench"
HEAD = ("work", "measured", "goal", "", "against")


def _amount(value: float, unit: str) -> str:
    return f"{value:.{2 if value < 10 else 1 if value < 100 else 0}f} {unit}"


def _row(result: Result) -> tuple[str, ...]:
    if result.goal is None:
        return result.work, _amount(result.measured, result.unit), "", "", result.against
    held = "held" if result.measured <= result.goal else "missed"
    return result.work, _amount(result.measured, result.unit), f"≤ {result.goal:g} {result.unit}", held, result.against


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if number == 0:
            yield "  ".join("-" * width for width in widths)


def main(names: Sequence[str]) -> int:
    """Measure and print; 2 for a subject that nobody knows."""
    if unknown := sorted(set(names) - set(SUBJECTS)):
        print(f"no such measurement: {', '.join(unknown)}; there are {', '.join(SUBJECTS)}", file=sys.stderr)
        return 2
    chosen = tuple(names) or tuple(SUBJECTS)
    rows: list[tuple[str, ...]] = [HEAD]
    for name in chosen:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        rows += map(_row, import_module(f"bench.{name}").results())
    print("\n".join(_table(rows)), flush=True)
    for name in chosen:
        if SUBJECTS[name] and (PEERS / SUBJECTS[name]).is_file():
            print(f"\nThe peers, {SUBJECTS[name]}:", flush=True)
            done = subprocess.run([sys.executable, SUBJECTS[name]], cwd=PEERS, check=False, capture_output=True, text=True)  # noqa: S603
            # Most need libraries that the project does not: then the last line says which one is not there.
            print(done.stdout if done.returncode == 0 else f"not run: {done.stderr.strip().rpartition(chr(10))[2]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
