"""Files as offices keep them (văn bản, tệp): Word, Excel, PDF, Markdown and plain text become one `Document`.

What cannot be read is refused in one clear problem before it costs memory or time: see `admission`.
"""

import os
import re

from cchc.model.errors import InvalidInput
from cchc.reading.document import Document
from cchc.reading.formats.admission import admit

__all__ = ["document_of_text", "open_document"]

_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\*\*\S.*\*\*\s*$|\|.*\|\s*$)", re.MULTILINE)


def open_document(path: str | os.PathLike[str]) -> Document:
    """The document in a file: ``.txt``, ``.md``, ``.docx``, ``.xlsx`` or ``.pdf``.

    Raises `InvalidInput` with one problem that names the file where it cannot be used, and `MissingExtra` where a library of
    the extra ``read`` is needed and not there.
    """
    place, suffix = admit(path)
    try:
        match suffix:
            case ".docx":
                from cchc.reading.formats.word import read_word

                return read_word(place)
            case ".xlsx":
                from cchc.reading.formats.excel import read_excel

                return read_excel(place)
            case ".pdf":
                from cchc.reading.formats.pdf import read_pdf

                return read_pdf(place)
            case ".md":
                from cchc.reading.formats.markdown import read_markdown

                return read_markdown(place)
            case _:
                from cchc.reading.formats.plain import read_plain

                return read_plain(place)
    except InvalidInput as error:
        raise error.within(place.name) from None


def document_of_text(text: str) -> Document:
    """The document that a text is: Markdown where it has headings, bold lines or tables of that kind, else plain."""
    if _MARKDOWN.search(text):
        from cchc.reading.formats.markdown import markdown_document

        return markdown_document(text)
    from cchc.reading.formats.plain import plain_document

    return plain_document(text)
