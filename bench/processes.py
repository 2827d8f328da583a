"""Times of fresh processes in interleaved rounds: what somebody waits for after pressing Enter."""

import subprocess
import time
from collections.abc import Mapping, Sequence

__all__ = ["BARE", "time_processes"]

BARE = ("-I", "-c", "pass")
"""The arguments of an interpreter that does nothing: what is taken off every other time."""


def time_processes(commands: Mapping[str, Sequence[str]], rounds: int = 21) -> dict[str, float]:
    """The best seconds of each command, each run in a process of its own, once a round."""
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 the commands stand in this folder
            best[name] = min(best[name], time.perf_counter() - start)
    return best
