"""The words of a time cell: its tokens with their places, and what each known word or phrase does there.

The vocabulary is that of the column "thời gian thực hiện" of official plans, in the spellings offices use (hàng and hằng,
quí and quý). A word that is not here is no error: it stays text.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto

from attrs import frozen

from cchc.model.period_text import NUMBERS

__all__ = ["Sign", "Token", "known_start", "lookup", "number", "only_of", "tokenise", "unquoted"]


class Sign(Enum):
    """What a stretch of a time cell does (vai trò của từ)."""

    BEFORE = auto()
    """Trước: ends the day before."""
    BY = auto()
    """Chậm nhất: ends on its last day."""
    DONE = auto()
    """Hoàn thành: announces the time of the end; what has a start too is one stretch."""
    UNTIL = auto()
    """Đến: an open start."""
    END = auto()
    """Hết: the last day of."""
    FROM = auto()
    """Từ: an open end."""
    NOW = auto()
    """Từ nay: a start that is not dated."""
    AFTER = auto()
    """Sau: starts the day after."""
    IN = auto()
    """Trong: within."""
    HOUR = auto()
    """Giờ: an hour of the day that follows."""
    ONWARD = auto()
    """Trở đi: no end."""
    ALWAYS = auto()
    """Thường xuyên."""
    CONDITION = auto()
    """Khi, theo …: the head of a condition."""
    START = auto()
    """Từ followed by an event and not by a day."""
    ABOUT = auto()
    """Đối với: the head of a subject."""
    FILLER = auto()
    """Dự kiến, thời gian …: announces a time and says nothing about when."""
    VERB = auto()
    """Thực hiện, ban hành …: what is done, which a time cell may repeat."""
    ADVERB = auto()
    """Theo quy định, kịp thời …: after a time, adds nothing to it."""
    AND = auto()
    """Và."""
    OR = auto()
    """Hoặc."""
    COMMA = auto()
    """Dấu phẩy, dấu ngoặc: a weak join."""
    STOP = auto()
    """Dấu chấm phẩy, gạch đầu dòng: a strong join."""
    COLON = auto()
    """Dấu hai chấm."""
    DASH = auto()
    """Dấu gạch, before its neighbours have told what it is."""
    RANGE = auto()
    """Dấu gạch between two times."""
    MOMENT = auto()
    """Mốc thời gian: a day, a month, a quarter, a year …."""
    EVERY = auto()
    """Hằng tháng, 2 lần/năm …: a frequency."""
    UNIT = auto()
    """Tháng, quý, năm without a number."""
    WORD = auto()
    """Anything else."""


_PHRASES = {
    Sign.BEFORE: "trước, trước thời điểm",
    Sign.BY: "chậm nhất, muộn nhất, trễ nhất, không muộn hơn, không chậm hơn, không trễ hơn, không quá, không vượt quá, hạn, "
    "hạn cuối, hạn cuối cùng, hạn chót, hạn nộp, thời hạn cuối, thời hạn cuối cùng, trước hoặc trong, "
    "trước hoặc đúng, trước và trong, trước hoặc vào, trước khi kết thúc, trước khi hết",
    Sign.DONE: "hoàn thành, hoàn tất, xong, kết thúc, thời hạn, thời hạn hoàn thành, thời gian hoàn thành, "
    "hạn hoàn thành, thời hạn thực hiện",
    Sign.UNTIL: "đến, tới, cho đến, cho tới, tính đến, kéo dài đến",
    Sign.END: "hết",
    Sign.FROM: "từ, kể từ, tính từ, bắt đầu, bắt đầu từ, khởi động, khởi công, ngay từ, từ khi, kể từ khi",
    Sign.NOW: "từ nay, kể từ nay, từ bây giờ",
    Sign.AFTER: "sau, từ sau, kể từ sau, bắt đầu sau, bắt đầu từ sau",
    Sign.IN: "trong, trong suốt, vào, nội trong, ngay trong",
    Sign.ONWARD: "trở đi, trở về sau, các năm tiếp theo, những năm tiếp theo, các năm sau, những năm sau, đến nay, "
    "các năm tiếp sau, các năm kế tiếp, các quý tiếp theo, các tháng tiếp theo",
    Sign.ALWAYS: "thường xuyên, thường xuyên liên tục, liên tục, quanh năm, 24 / 24, 24 / 24 giờ, 24 / 24 h, liên tục 24 / 7, "
    "thường xuyên 24 / 7",
    Sign.CONDITION: "theo, khi, ngay khi, ngay sau khi, sau khi, trước khi, trong khi, đến khi, cho đến khi, nếu, "
    "trường hợp, tùy, tuỳ, căn cứ, bám sát, phù hợp, đột xuất, trong vòng, trong thời hạn, trong quá trình, ngay sau",
    Sign.ABOUT: "đối với, riêng, riêng đối với",
    Sign.FILLER: "là, dự kiến, định kỳ, định kì, theo định kỳ, thời gian, thời điểm, thời gian thực hiện, "
    "thời gian triển khai, ngay, "
    "khoảng, phấn đấu, cơ bản, các, của, ít nhất, tối thiểu, giai đoạn, thời kỳ, nhiệm kỳ, sáng, chiều, mốc, cả, toàn bộ, "
    "trọn, suốt",
    Sign.VERB: "thực hiện, triển khai, triển khai thực hiện, tổ chức, ban hành, trình, phê duyệt, công bố, xây dựng",
    Sign.ADVERB: "theo quy định, theo đúng quy định, đúng quy định, theo quy định của pháp luật, theo quy định hiện hành, "
    "kịp thời, đầy đủ, đúng thời hạn, đúng hạn",
    Sign.AND: "và, &, +, nhưng, song, đồng thời, cũng như",
    Sign.OR: "hoặc, hay, và / hoặc",
    Sign.WORD: "chi thường xuyên, không thường xuyên, theo dõi",
}
_KNOWN: dict[str, list[tuple[tuple[str, ...], Sign]]] = {}
for _sign, _phrases in _PHRASES.items():
    for _phrase in _phrases.split(", "):
        _words = tuple(_phrase.split())
        _KNOWN.setdefault(_words[0], []).append((_words, _sign))
for _entries in _KNOWN.values():
    _entries.sort(key=lambda entry: -len(entry[0]))

# "năm" is a year far more often than five, and "tháng Giêng" is of the lunar year
_NUMERALS = {name: value for name, value in NUMBERS.items() if name.isalpha() and name != "năm"}
_QUOTED = '“[^“”]*”|«[^«»]*»|"[^"]*"'  # a title in quotation marks is no time, whatever stands in it
# A quarter's numeral is often glued to its word: QI, QuýIII.
_TOKEN = re.compile(rf"{_QUOTED}|[0-9]+|(?:quý|quí|q)(?=(?:iv|i{{1,3}})\b)|[^\W\d_]+|\S", re.IGNORECASE)
_MOST_DIGITS = 4
_LOOK_AHEAD = 6


@frozen(kw_only=True)
class Token:
    """A word, a number or a mark, case-folded; `value` is its number or -1, `at_line_start` and `spaced` what precedes it."""

    text: str
    start: int
    end: int
    value: int = -1
    at_line_start: bool = False
    spaced: bool = False


def tokenise(text: str) -> list[Token]:
    """The tokens of `text` (in NFC), and empty ones after them, so that a reader may always look ahead."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        gap, word = text[end : match.start()], match.group().casefold()
        digits = word.isascii() and word.isdecimal() and len(word) <= _MOST_DIGITS
        tokens.append(
            Token(
                text=word,
                start=match.start(),
                end=match.end(),
                value=int(word) if digits else -1,
                at_line_start=not tokens or "\n" in gap,
                spaced=not tokens or bool(gap),
            )
        )
        end = match.end()
    return tokens + [Token(text="", start=len(text), end=len(text))] * _LOOK_AHEAD


def number(token: Token) -> int:
    """The small number a token writes in digits, Roman numerals or words; -1 when it is none."""
    if token.value >= 0:
        return token.value if len(token.text) <= 2 else -1
    return _NUMERALS.get(token.text, -1)


def lookup(tokens: Sequence[Token], at: int) -> tuple[Sign, int] | None:
    """The longest known phrase that starts at a token: what it does and the index after it."""
    for words, sign in _KNOWN.get(tokens[at].text, ()):
        if tuple(token.text for token in tokens[at : at + len(words)]) == words:
            return sign, at + len(words)
    return None


def unquoted(text: str) -> str:
    """The words between quotation marks, where a text is one quotation and nothing else."""
    return text[1:-1].strip() or text if re.fullmatch(_QUOTED, text) else text


def only_of(text: str, signs: frozenset[Sign]) -> bool:
    """Whether a text holds nothing but phrases of these signs."""
    tokens = tokenise(text)
    at = 0
    while tokens[at].text:
        found = lookup(tokens, at)
        if found is None or found[0] not in signs:
            return False
        at = found[1]
    return True


def known_start(token: Token) -> bool:
    """Whether a token could start a known phrase, so that a time may end before it."""
    return token.text in _KNOWN or token.text in ("hằng", "hàng", "mỗi", "trở")
