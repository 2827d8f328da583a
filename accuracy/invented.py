"""The invented papers of the tests with their answers, read from the folder beside the renderers."""

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from accuracy.expected import Expected, load_expected
from cchc.reading.read import read_text
from cchc.reading.result import Reading
from tests.reading.papers.paper import Layout, Paper, as_markdown, as_text, parse_paper

__all__ = ["InventedPaper", "invented_papers"]

_FOLDER = Path(__file__).parents[1] / "tests" / "reading" / "papers" / "invented"
# As a PDF gives them: broken lines and page numbers.
_PRINTED = Layout(width=84, lines=38)


@frozen(kw_only=True)
class InventedPaper:
    """An invented paper: its name, what stands in it, what a right reading gives."""

    name: str
    paper: Paper
    expected: Expected

    def read(self) -> Reading:
        """The paper read: text out of a PDF, or in Markdown where it has a table, which text out of a PDF has no cells of."""
        tables = [table for table in self.paper.tables if table.heads]
        text = as_markdown(self.paper) if tables else as_text(self.paper, _PRINTED)
        return read_text(text, year=self.expected.year)


def invented_papers() -> Iterator[InventedPaper]:
    """All of them, by name."""
    for answers in sorted(_FOLDER.glob("*.toml")):
        paper = parse_paper(answers.with_suffix(".txt").read_text(encoding="utf-8"))
        yield InventedPaper(name=answers.stem, paper=paper, expected=load_expected(answers))
