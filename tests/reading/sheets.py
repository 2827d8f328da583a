"""Documents with tables, laid out by hand for tests: each cell's words stand in one text, row by row."""

from collections.abc import Sequence

from cchc.reading.document import Cell, Document, Line, Table

__all__ = ["across", "document_of", "down", "laid_out"]

Entry = str | tuple[str, int, int] | None


def across(text: str, columns: int) -> tuple[str, int, int]:
    """A cell that reaches over several columns; None stands in the places that it covers."""
    return text, 1, columns


def down(text: str, rows: int) -> tuple[str, int, int]:
    """A cell that reaches over several rows; None stands in the places that it covers."""
    return text, rows, 1


def laid_out(*rows: Sequence[Entry], breaks: tuple[int, ...] = (), bold: tuple[int, ...] = ()) -> Document:
    """A document of one table; `breaks` open a page, `bold` rows are bold."""
    return document_of((rows, breaks, bold))


def document_of(*parts: str | tuple[Sequence[Sequence[Entry]], tuple[int, ...], tuple[int, ...]]) -> Document:
    """A document of lines and tables."""
    text = ""
    found: list[Line | Table] = []
    for part in parts:
        if isinstance(part, str):
            found.append(Line(start=len(text), end=len(text) + len(part)))
            text += part + "\n"
            continue
        rows, breaks, bold = part
        cells: list[Cell] = []
        for i, row in enumerate(rows):
            for j, entry in enumerate(row):
                if entry is None:
                    continue
                words, reach, width = (entry, 1, 1) if isinstance(entry, str) else entry
                cells.append(
                    Cell(
                        start=len(text),
                        end=len(text) + len(words),
                        row=i,
                        column=j,
                        rows=reach,
                        columns=width,
                        place=f"table1!{chr(65 + j)}{i + 1}",
                        bold=i in bold,
                    )
                )
                text += words + "\t"
            text += "\n"
        found.append(Table(cells=tuple(cells), rows=len(rows), columns=max(map(len, rows)), breaks=breaks))
    return Document(name="plan.docx", text=text, parts=tuple(found))
