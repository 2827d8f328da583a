"""Times of several cases in interleaved rounds, so that their ratios come from one state of one machine."""

import gc
import time
from collections.abc import Callable, Mapping

__all__ = ["time_all"]


def time_all(cases: Mapping[str, Callable[[], object]], rounds: int = 15, budget: float = 0.3) -> dict[str, float]:
    """The best seconds of each case; each gets about `budget` seconds in all, spread over `rounds` rounds of every case."""
    loops = {}
    for name, run in cases.items():
        run()
        start = time.perf_counter()
        run()
        loops[name] = max(1, int(budget / rounds / max(time.perf_counter() - start, 1e-9)))
    best = dict.fromkeys(cases, float("inf"))
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for name, run in cases.items():
                times = range(loops[name])
                start = time.perf_counter()
                for _ in times:
                    run()
                best[name] = min(best[name], (time.perf_counter() - start) / loops[name])
                gc.collect()
    finally:
        gc.enable()
    return best
