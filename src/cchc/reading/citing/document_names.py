"""How a cited document is named before its number: Nghị quyết số, Luật Đất đai số, các Kế hoạch của UBND tỉnh: số."""

import re

from attrs import frozen

from cchc.reading.citing.document_kinds import kind_before

__all__ = ["Name", "is_form", "kind_of_list", "name_before", "space_before"]

_NUMBER_WORD = re.compile(r"(?<![^\W_])(?:[Ss][ốôóồoỐÔ]|SỐ|s6) ?[:.]? ?$")
_FORMS = ("mẫu", "biểu", "phụ lục", "mau", "bieu", "phu luc", "phiếu", "bảng")
_BY = re.compile(r" (?:của|do) [^;:.,()0-9]{2,60}$")
_LIST = re.compile(r"(?<!\w)[Cc]ác (?P<kind>[^;:.0-9]{2,100}?)(?: (?:của|do|về) [^;:.0-9]{2,100})? ?: ?$")
_LAW = re.compile(r"(?P<kind>Bộ luật|Luật|Pháp lệnh) [^;:.()0-9]{3,160}$")
_WINDOW = 160
_BY_WINDOW = 64
_LONGEST_FORM = 10


@frozen
class Name:
    """What stands before a number: where it starts, the kind, whether "số" stands there, and a law's own name."""

    start: int
    kind: str
    numbered: bool
    title: str = ""


def name_before(text: str, end: int, *, law: bool) -> Name:
    """The name that ends before the number at `end`; with `law` also one that is a law's own: Luật Đất đai số 31/2024/QH15."""
    start, numbered = end, True
    if text.endswith(" số ", 0, end):
        start -= 3
    elif word := _NUMBER_WORD.search(text, max(0, end - 6), end):
        start = word.start()
    else:
        numbered = False
    before = space_before(text, start)
    kind, at = kind_before(text, before)
    if not kind and (by := _BY.search(text, max(0, before - _BY_WINDOW), before)):
        kind, at = kind_before(text, by.start())
    if kind:
        return Name(at, kind, numbered)
    if law and (own := _LAW.search(text, max(0, before - _WINDOW), before)):
        return Name(own.start(), own["kind"], numbered, own[0])
    return Name(start, "", numbered)


def kind_of_list(text: str, end: int) -> str:
    """The kind that opens a list before a colon: các Kế hoạch của UBND tỉnh: số …."""
    listed = _LIST.search(text, max(0, end - _WINDOW), end)
    if listed is None:
        return ""
    kind, start = kind_before(listed["kind"], len(listed["kind"]))
    return kind if start == 0 else ""


def is_form(text: str, end: int) -> bool:
    """Whether a form (mẫu, biểu) is what the number before `end` counts: Mẫu số 01/BC-TTHC cites nothing."""
    return text[max(0, end - _LONGEST_FORM) : end].casefold().rstrip(" (").endswith(_FORMS)


def space_before(text: str, start: int) -> int:
    """`start`, or the place of the one space before it."""
    return start - (text[start - 1 : start] == " ")
