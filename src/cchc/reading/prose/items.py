"""The items of a document's prose: every paragraph with what its section holds, the area it stands under, and its code.

Headings say what their sections hold; a short line that only names results or shortcomings says it for what comes after it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile

from attrs import evolve, frozen

from cchc.model import Area
from cchc.reading.passage import Passage
from cchc.reading.prose.areas import find_area, find_areas
from cchc.reading.prose.markers import BULLETS, Style
from cchc.reading.prose.structure import Section
from cchc.reading.prose.zones import Zone

__all__ = ["Item", "joined_list", "read_items"]

_LONGEST_HEADING = 200
_LONGEST_LABEL = 70
_SENTENCE_ENDS = (".", ";", ",")
_OUTERMOST = frozenset((Style.PART, Style.CAPITAL, Style.ROMAN))
_LISTED = BULLETS | {Style.LETTER, Style.BRACKETED}
_FINISHING = BULLETS | {Style.NONE, Style.LETTER, Style.BRACKETED}
_COMMITS = re.compile(
    r"\b(?:đạt|giảm|tăng|tối thiểu|ít nhất|tỷ lệ|tỉ lệ|mức độ|phấn đấu|trong đó|số lượng|cắt giảm|duy trì|bảo đảm|đảm bảo)\b|%",
    re.IGNORECASE,
)
_INDEX = re.compile(
    r"\b(?:PAR ?INDEX|PAPI|SIPAS|PCI|ICT ?INDEX|DTI|xếp hạng|chỉ số (?:CCHC|cải cách hành chính))\b", re.IGNORECASE
)
_HEADS = "các|thủ trưởng|giám đốc"
_AFTER_ALL = re.compile(
    rf"(?:trên đây là|trong quá trình (?:tổ chức |triển khai )*thực hiện|yêu cầu (?:{_HEADS})"
    rf"|căn cứ (?:vào )?kế hoạch này,? (?:{_HEADS}|chủ tịch|yêu cầu|đề nghị)"
    rf"|(?:ủy ban nhân dân|ubnd|sở|phòng|bộ|ban)\b[^.]{{0,60}}\byêu cầu (?:{_HEADS}))",
    re.IGNORECASE,
)

_NAME_THEIR_AREA = frozenset((Zone.TARGETS, Zone.OBJECTIVE, Zone.MIXED))
"""The zones whose paragraphs speak of one area each, and name it where no heading does."""

_ZoneOf = Callable[[str], Zone | None]


@frozen(kw_only=True)
class Item:
    """A paragraph: its `words`, what its section holds, and the headings it stands under.

    `marker` is what stands before it, and before the items of a list that finishes its sentence. `code` joins the codes below
    the outermost section: ``2.1.a``. `listed` is the list that a colon at its end announces. `closes` marks the last words of a
    document, which belong to no section. `style` is the look of its marker, `depth` how many paragraphs it lies below; `above`
    and `area_above` are zone and area of what it stands under, whatever its own words name.
    """

    words: Passage
    marker: Passage
    zone: Zone | None
    area: Area | None
    headings: tuple[str, ...]
    code: str
    is_heading: bool = False
    closes: bool = False
    listed: tuple[Passage, ...] = ()
    style: Style = Style.NONE
    depth: int = 0
    above: Zone | None = None
    area_above: Area | None = None


def read_items(sections: Iterable[Section], zone_of: _ZoneOf) -> tuple[Item, ...]:
    """The paragraphs of sections in order; `zone_of` says what a section holds by its heading."""
    given = tuple(sections)
    return tuple(_with_lists(_items(given, zone_of, _Under()), [one for section in given for one in section.walk()]))


@frozen(kw_only=True)
class _Under:
    """What a paragraph stands under."""

    zone: Zone | None = None
    area: Area | None = None
    headings: tuple[str, ...] = ()
    depth: int = 0


def _items(sections: Iterable[Section], zone_of: _ZoneOf, under: _Under) -> Iterator[Item]:
    for section in sections:
        text = section.words.text
        heading = _is_heading(section)
        here = before = under
        if heading and under.zone is not Zone.DUTIES:
            zone = zone_of(text)
            here = evolve(under, zone=zone or under.zone, area=find_area(text) or under.area)
            if not section.children:
                under = here if section.block.style is Style.NONE else under
        if heading:
            here = evolve(here, headings=(*under.headings, text))
        elif zone := _label(text, zone_of):
            here = evolve(under, zone=zone)
        item = _item(section, here, heading=heading)
        yield evolve(item, style=section.block.style, depth=under.depth, above=before.zone, area_above=before.area)
        if here.zone is Zone.TARGETS and _is_lead(section):
            continue
        yield from _items(section.children, zone_of, evolve(here, depth=under.depth + 1))


def _with_lists(items: Iterable[Item], sections: Sequence[Section]) -> Iterator[Item]:
    """The items, those that end with a colon with the list that they announce."""
    places = {section.words.span(): at for at, section in enumerate(sections)}
    lists = _announced(sections)
    for item in items:
        listed = lists.get(places.get(item.words.span(), -1), ())
        yield evolve(item, listed=listed) if listed else item


def _announced(sections: Sequence[Section]) -> dict[int, tuple[Passage, ...]]:
    """The list that each paragraph with a colon at its end announces, by the paragraph's place among all.

    It is what lies below the paragraph, else the items of one look that come right after it.
    """
    found = {}
    for at, section in enumerate(sections):
        if section.words.text.endswith(":"):
            items = section.children or _alike(sections[at + 1 :])
            found[at] = tuple(one.words for one in items)
    return found


def _alike(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The items at the start that have one look, if it is one of lists."""
    look = sections[0].block.style if sections else Style.NONE
    return tuple(takewhile(lambda one: one.block.style is look, sections)) if look in _LISTED else ()


def _item(section: Section, under: _Under, *, heading: bool) -> Item:
    words, marker = section.words, section.block.marker
    lead = under.zone is Zone.TARGETS and _is_lead(section)
    if lead:
        words = _with_list(section)
        marker = Passage.joined((marker, *(child.block.marker for child in section.children)))
    return Item(
        words=words,
        marker=marker,
        zone=under.zone,
        area=under.area or (_own_area(words.text) if under.zone in _NAME_THEIR_AREA and not heading else None),
        headings=under.headings,
        code=_code(section),
        is_heading=heading and not lead,
        closes=section.block.style is Style.NONE and _AFTER_ALL.match(words.text) is not None,
    )


def _own_area(text: str) -> Area | None:
    """The area that a promise itself speaks of: an index measures what reform has come to, else the only one it names."""
    if _INDEX.search(text):
        return Area.IMPACT
    areas = find_areas(text)
    return areas[0] if len(areas) == 1 else None


def _code(section: Section) -> str:
    path = section.path
    return ".".join(path[1:] or path)


def _is_heading(section: Section) -> bool:
    """Whether a paragraph names what comes after it, by its looks and its length."""
    text, block = section.words.text, section.block
    if len(text) > _LONGEST_HEADING or text.endswith(_SENTENCE_ENDS):
        return False
    titled = block.bold or block.capital or block.level > 0 or block.style in _OUTERMOST
    label = block.style in (Style.NONE, Style.STAR) and len(text) <= _LONGEST_LABEL and text.endswith(":")
    return bool(section.children) or titled or label


def _label(text: str, zone_of: _ZoneOf) -> Zone | None:
    """What a paragraph itself says it tells before a colon: "Tồn tại, hạn chế: ..."."""
    before, colon, _ = text.partition(":")
    return zone_of(before) if colon and len(before) <= _LONGEST_LABEL else None


def _is_lead(section: Section) -> bool:
    """Whether the list below a paragraph finishes its sentence: "giảm tối thiểu:" over "2,5% số đơn vị"."""
    children = section.children
    return (
        bool(children)
        and section.words.text.endswith(":")
        and section.block.style not in _OUTERMOST
        and _COMMITS.search(section.words.text) is not None
        and all(child.block.style in _FINISHING and not child.children for child in children)
    )


def _with_list(section: Section) -> Passage:
    """A paragraph and the list that finishes its sentence, as one."""
    return joined_list(section.words, [child.words for child in section.children])


def joined_list(lead: Passage, items: Sequence[Passage]) -> Passage:
    """A sentence and the items that finish it, as one; each but the last with a sign after it that ends it.

    A semicolon that stands nowhere stands with the last character.
    """
    *firsts, last = items
    return Passage.joined((lead, *(_ended(words) for words in firsts), last))


def _ended(words: Passage) -> Passage:
    if words.text.endswith((";", ".", ",")):
        return words
    last = len(words.text) - 1
    return words.replaced([(last, last + 1, f"{words.text[last]};")])
