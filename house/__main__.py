"""List every breach of the rules of the house, or of the rules named on the command line; exit 1 when there is one."""

import sys
from collections.abc import Sequence
from pathlib import Path

from house import exact_rooms, imports, reference, shape, traces

RULES = {
    "imports": imports.violations,
    "exact_rooms": exact_rooms.violations,
    "shape": shape.violations,
    "reference": reference.violations,
    "traces": traces.violations,
}


def main(names: Sequence[str], root: Path) -> int:
    """Print the violations below `root`; 0 when there is none, 1 when there are, 2 for a rule nobody knows."""
    if unknown := sorted(set(names) - set(RULES)):
        print(f"no such rule: {', '.join(unknown)}; the rules are {', '.join(RULES)}", file=sys.stderr)
        return 2
    found = [violation for name in names or RULES for violation in RULES[name](root)]
    for violation in found:
        print(violation)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).parents[1]))
