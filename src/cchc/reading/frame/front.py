"""What stands before the first section of a plan or a report (phần đầu văn bản): whose it is, of which day, for which period.

What no word says stays empty: a draft leaves its number and day blank, and a text may have been cut anywhere.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from attrs import frozen

from cchc.model.citation import Citation
from cchc.model.period import Period
from cchc.reading.citing.citations import find_citations
from cchc.reading.citing.printed_symbols import find_symbols
from cchc.reading.frame.front_lines import PLACE_AND_DAY, FrontRole, front_roles, read_kind, unmarked, without_motto
from cchc.reading.frame.letterheads import agency_in_preamble, agency_of_letterhead, clause_of_agency
from cchc.reading.frame.places import province_in
from cchc.reading.frame.title_periods import read_title_period
from cchc.reading.passage import Passage

__all__ = ["Front", "FrontRole", "read_front"]


@frozen(kw_only=True)
class Front:
    """The front of a document; `kind` is "plan", "annex", "report" or empty, `roles` has one role for each line.

    `carries` says that it is of a decision or a letter that issues such a document and is none itself.
    `symbol` and `issued_on` are empty where a draft leaves them blank; `attached_to` is the document that an annex belongs to.
    """

    kind: str = ""
    title: str = ""
    symbol: str = ""
    issued_on: date | None = None
    agency: str = ""
    period: Period | None = None
    attached_to: Citation | None = None
    roles: tuple[FrontRole, ...] = ()
    carries: bool = False

    @property
    def end(self) -> int:
        """The number of lines before the body."""
        return next((at for at, role in enumerate(self.roles) if role is FrontRole.BODY), len(self.roles))


_NUMBERED = (FrontRole.SYMBOL, FrontRole.PLACE_AND_DAY, FrontRole.NATION, FrontRole.AGENCY)
_BESIDE = re.compile(r"(?<!\w)(?i:số) ?[:.]? ?[0-9.…_ ]*[a-zđ]? ?[/-] ?[A-ZĐÐ]|(?:[^\W\d_a-zđ][a-zà-ỹ]+[ -]*)+, ?ngày(?!\w)")
_ABOUT = re.compile(r"V/v:? ", re.IGNORECASE)
_PLAN_SENTENCE = re.compile(
    r"(?:ban hành|xây dựng|đề ra|lập) (?P<title>(?:Kế hoạch|Chương trình|kế hoạch) .{5,300}?)"
    r"(?: với (?:các |những )?nội dung| như sau| gồm|, cụ thể|:|$)"
)
_REPORT_SENTENCE = re.compile(
    r"(?P<title>[Bb]áo cáo (?:kết quả|tình hình|công tác|sơ kết|tổng kết|việc|định kỳ|cải cách).{5,300}?)"
    r"(?: như sau|, cụ thể|:|$)"
)


def read_front(lines: Sequence[Passage], *, year: int | None = None) -> Front:
    """The front that a document's first lines or paragraphs hold; `year` completes a period that writes none.

    Takes any lines and never fails: those of a text without a front are all body.
    """
    texts = [unmarked(line.text) for line in lines]
    roles = front_roles(texts)
    having = {role: [text for text, its in zip(texts, roles, strict=True) if text and its is role] for role in FrontRole}
    preamble = " ".join(having[FrontRole.GROUNDS])
    sentence = clause_of_agency(preamble)
    kind, title = _kind_and_title(texts, roles, sentence)
    province = _province(title, having, preamble)
    issuer = agency_of_letterhead(_letterhead(texts, roles), province, f"{title} {preamble}")
    attached = [line for line, role in zip(lines, roles, strict=True) if role is FrontRole.ATTACHED]
    citations = find_citations(Passage.joined(attached))
    about = (read_title_period(words, report=kind == "report", year=year) for words in (title, sentence))
    return Front(
        kind=kind,
        title=title,
        symbol=_symbol(_dated(having)),
        issued_on=_issued_on(having),
        agency=issuer or agency_in_preamble(preamble, province),
        period=next((period for period in about if period), Period.of_year(year) if year else None),
        attached_to=citations[0] if citations else None,
        roles=roles,
        carries=_carries(texts, roles),
    )


def _carries(texts: Sequence[str], roles: Sequence[FrontRole]) -> bool:
    """Whether the first kind that is printed is one of no class: a decision, a letter."""
    kinds = (kind for text, role in zip(texts, roles, strict=True) if role is FrontRole.KIND and (kind := read_kind(text)))
    return next((not kind[1] for kind in kinds), False)


def _kind_and_title(texts: Sequence[str], roles: Sequence[FrontRole], sentence: str) -> tuple[str, str]:
    """The class of the document and its title, the name of its kind first, as printed lines or else as the preamble says."""
    kind = ""
    names: list[str] = []
    subject: list[str] = []
    for text, role in zip(texts, roles, strict=True):
        if role is FrontRole.KIND and (found := read_kind(text)):
            kind = kind or found[1]
            printed = text[: len(text) - len(found[2])].strip(" :*_")
            names.append(printed if found[1] == "annex" else found[0].upper() if text.isupper() else found[0])
            subject += [found[2]] if found[2] else []
        elif role is FrontRole.SUBJECT:
            subject.append(text)
    said = _said(sentence)
    words = " ".join(text for text in subject if text)
    if about := _ABOUT.match(words):
        words = words[about.end() :]
        if not names:
            return (said[0] if said else _kind_named(words)), words[:1].upper() + words[1:]
    if said and not words and kind in ("", said[0]):
        return said[0], said[1][:1].upper() + said[1][1:]
    if said and not names:
        name = " ".join(said[1].split(" ")[:2]).capitalize()
        return said[0], f"{name} {words}"
    kind = kind or _kind_named(words)
    name = " ".join(names)
    if name.isupper() and not words.isupper() and kind != "annex":
        name = name.capitalize()
    return kind, " ".join(part for part in (name, words) if part)


def _kind_named(subject: str) -> str:
    """The class of a document that carries another: a decision that issues a plan."""
    return "plan" if re.search("kế hoạch", subject, re.IGNORECASE) else ""


def _said(sentence: str) -> tuple[str, str] | None:
    """The class and the title of the document that a preamble's sentence announces."""
    if plan := _PLAN_SENTENCE.search(sentence):
        return "plan", plan["title"]
    report = _REPORT_SENTENCE.search(sentence)
    return ("report", report["title"]) if report else None


def _letterhead(texts: Sequence[str], roles: Sequence[FrontRole]) -> list[str]:
    """The lines of the letterhead's left column, the motto cut off those that an extraction merged with it."""
    title = roles.index(FrontRole.KIND) if FrontRole.KIND in roles else 0
    above = [
        _BESIDE.split(without_motto(text))[0].strip(" -–—_*.()")
        for text, role in zip(texts[:title] or texts, roles, strict=False)
        if role in (FrontRole.NATION, FrontRole.AGENCY)
    ]
    below = [text for text, role in zip(texts, roles, strict=True) if role is FrontRole.AGENCY]
    return [text for text in above if text != ""] or below


def _province(title: str, having: Mapping[FrontRole, list[str]], preamble: str) -> str:
    places = (day["place"] for text in _dated(having) if (day := PLACE_AND_DAY.search(text)))
    head = " ".join(having[FrontRole.AGENCY] + having[FrontRole.NATION])
    found = (province_in(words) for words in (head, title, *places, preamble))
    return next((province for province in found if province), "")


def _dated(having: Mapping[FrontRole, list[str]]) -> list[str]:
    """The lines where the number and the day stand, those first that hold nothing else."""
    return [text for role in _NUMBERED for text in having[role] if role in _NUMBERED[:2] or _BESIDE.search(text)]


def _issued_on(having: Mapping[FrontRole, list[str]]) -> date | None:
    for text in _dated(having):
        day = PLACE_AND_DAY.search(text)
        if day and day["day"] and day["month"] and day["year"]:
            try:
                return date(int(day["year"]), int(day["month"]), int(day["day"]))
            except ValueError:
                return None
    return None


def _symbol(texts: Sequence[str]) -> str:
    found = (printed.symbol for text in texts for printed in find_symbols(text))
    return next((str(symbol) for symbol in found if symbol), "")
