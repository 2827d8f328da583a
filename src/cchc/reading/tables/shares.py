"""Who leads and who takes part (chủ trì, phối hợp) where one cell says both, in a column for both or in a sentence."""

import re

__all__ = ["lead_and_coordinating"]

_WHO = r"(?:(?:các )?(?:cơ quan|đơn vị|bộ phận)(?:, (?:cơ quan|đơn vị))? )?"
_MARK = re.compile(
    rf"(?:^|(?<=[\s;,.(+–-])){_WHO}(?:"
    r"(?P<coordinating>phối hợp(?: thực hiện)?(?:\s*:|\s+(?:với|cùng)(?: với)?\b))"
    r"|(?P<lead>(?:chủ trì|thực hiện|tham mưu|đầu mối)(?: thực hiện)?\s*:))",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"(.+?)\s*\(?\bchủ trì\b\)?\s*[,;.\n]?\s*(?:và )?(.+?)\s*\(?\bphối hợp(?: thực hiện)?\b\)?\W*", re.IGNORECASE | re.DOTALL
)
_LEADS = re.compile(
    r"[\s,;(]{0,4}\b(?:là cơ quan )?(?:chủ trì|tham mưu|đầu mối)(?: thực hiện)?\)?[\s,;.]*(?:và)?\s*$", re.IGNORECASE
)


def lead_and_coordinating(text: str) -> tuple[str, str]:
    """The words of a cell on who leads, and those on who takes part; all of them lead where nothing is said.

    >>> lead_and_coordinating("Chủ trì: Sở Nội vụ; phối hợp: các sở, ban, ngành")
    ('Sở Nội vụ;', 'các sở, ban, ngành')
    """
    marks = list(_MARK.finditer(text))
    if not any(mark["coordinating"] for mark in marks):
        once = all(text.casefold().count(words) == 1 for words in ("chủ trì", "phối hợp"))
        match = _AFTERWARDS.fullmatch(text) if once else None
        return (match[1], match[2]) if match else (text, "")
    shares: dict[bool, list[str]] = {True: [text[: marks[0].start()]], False: []}
    for mark, following in zip(marks, [*(mark.start() for mark in marks[1:]), len(text)], strict=True):
        shares[mark["lead"] is not None].append(text[mark.end() : following])
    lead, coordinating = (
        "\n".join(piece for part in shares[leads] if (piece := part.strip(" -+–\n"))) for leads in (True, False)
    )
    return _LEADS.sub("", lead), coordinating
