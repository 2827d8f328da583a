"""Print how well papers are read: the invented ones of the tests, then the real documents where their folder is at hand.

``python -m accuracy`` prints precision and recall by field, ``--misses`` every miss too. It measures and never fails.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from accuracy.given import DOCUMENTS, answers
from accuracy.invented import invented_papers
from accuracy.judging import judge
from accuracy.tally import Tally, table
from cchc.reading.read import read

__all__ = ["main"]

SHARED = Path(os.environ.get("CCHC_SHARED") or Path(__file__).parents[2] / "shared")


def _invented() -> Iterator[tuple[str, Tally]]:
    by_kind = {"plan": Tally(), "annex": Tally(), "report": Tally()}
    for paper in invented_papers():
        by_kind[paper.expected.kind].add(judge(paper.name, paper.read(), paper.expected))
    yield from ((f"invented papers: {kind}s", tally) for kind, tally in by_kind.items())


def _given(documents: Path) -> Iterator[tuple[str, Tally]]:
    for title, name, expected in answers(SHARED):
        yield title, judge(name, read(documents / name, year=expected.year), expected)


def _unread(documents: Path) -> Iterator[str]:
    for name in DOCUMENTS:
        reading = read(documents / name)
        all_of_it = sum(not letter.isspace() for letter in reading.text)
        left = sum(not letter.isspace() for span in reading.unread for letter in reading.text[span.start : span.end])
        yield f"  {name:40}{len(reading.unread):>5} pieces{left:>7} of {all_of_it} characters"


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 2 for an argument that nobody knows."""
    if unknown := set(arguments) - {"--misses"}:
        print(f"no such argument: {', '.join(sorted(unknown))}; there is --misses", file=sys.stderr)
        return 2
    tallies = list(_invented())
    there = (SHARED / "gold").is_dir()
    if there:
        tallies += _given(SHARED / "documents")
    print("\n".join(table(tallies)))
    if there:
        print("unread in the five documents")
        print("\n".join(_unread(SHARED / "documents")))
    else:
        print("The folder of real documents is not there (../shared, or the one that CCHC_SHARED names): only invented papers.")
    if "--misses" in arguments:
        print("\nmisses")
        print("\n".join(str(miss) for _, tally in tallies for miss in tally.misses))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
