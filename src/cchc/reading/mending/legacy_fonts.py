"""Text typed for the fonts of before Unicode (phông chữ TCVN3, VNI): Western signs that the right font shows as Vietnamese.

Older papers, and what is copied from them, read "c¶i c¸ch hµnh chÝnh" or "caûi caùch haønh chính". The code tables are public
and every sign has one meaning, so conversion is no guess once it is sure which table a text was typed with.
"""

import re
from collections.abc import Mapping
from functools import cache

from attrs import field, frozen

from cchc.reading.mending.lexicon import lexicon
from cchc.reading.mending.skeletons import settled

__all__ = ["LegacyFont", "legacy_font"]

_TCVN3_SIGNS = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§"
_TCVN3_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ"

# in VNI a mark is a sign of its own after the letter: the letter, its signs, what they make
_VNI: tuple[tuple[str, str, str], ...] = (
    ("a", "øùûõïâàáåãäêèéúüë", "àáảãạâầấẩẫậăằắẳẵặ"),
    ("e", "øùûõïâàáåãä", "èéẻẽẹêềếểễệ"),
    ("o", "øùûõïâàáåãä", "òóỏõọôồốổỗộ"),
    ("ô", "øùûõï", "ờớởỡợ"),
    ("u", "øùûõï", "ùúủũụ"),
    ("ö", "øùûõï", "ừứửữự"),
    ("y", "øùûõ", "ỳýỷỹ"),
)
_VNI_ALONE = dict(zip("ñæóòîôö", "đỉĩịỵơư", strict=True))

_WORD = re.compile(r"[^\s\d.,;:!?()/\"“”\-–]+")
_OF_UNICODE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")
_SURE = 70  # of a hundred words with such signs, as many must be words of the field


@frozen(eq=False)
class LegacyFont:
    """A code table: signs, alone or in pairs, and the letters they show."""

    name: str
    letters: Mapping[str, str] = field(repr=False)
    signs: re.Pattern[str] = field(repr=False)

    @classmethod
    def of(cls, name: str, letters: Mapping[str, str]) -> "LegacyFont":
        """A font of its table; longer signs are read first."""
        signs = sorted(letters, key=len, reverse=True)
        return cls(name=name, letters=letters, signs=re.compile("|".join(map(re.escape, signs))))

    def shown(self, text: str) -> str:
        """Words as the font shows them.

        A word that is none of the field is tried with its signs in the other case, as a program may have changed that.
        """
        return _WORD.sub(lambda found: self._word(found[0]), text)

    def _word(self, word: str) -> str:
        text = self._signs(word)
        if settled(text) in lexicon().words or word.isascii():
            return text
        other = self._signs("".join(sign if sign.isascii() else sign.swapcase() for sign in word))
        return other if settled(other) in lexicon().words else text

    def _signs(self, word: str) -> str:
        """The letters of a word, in capitals where its plain ones are."""
        text = self.signs.sub(lambda found: self.letters[found[0]], word)
        plain = [letter for letter in word if letter.isascii() and letter.isalpha()]
        return text.upper() if len(plain) > 1 and all(map(str.isupper, plain)) else text


@cache
def _fonts() -> tuple[LegacyFont, ...]:
    vni = dict(_VNI_ALONE)
    for letter, signs, shown in _VNI:
        vni |= {letter + sign: meant for sign, meant in zip(signs, shown, strict=True)}
    vni |= {sign.upper(): meant.upper() for sign, meant in vni.items()}
    vni |= {letter[0].upper() + letter[1:]: meant.upper() for letter, meant in vni.items() if len(letter) == 2}
    return (
        LegacyFont.of("TCVN3", dict(zip(_TCVN3_SIGNS, _TCVN3_LETTERS, strict=True))),
        LegacyFont.of("VNI", vni),
    )


def legacy_font(text: str) -> LegacyFont | None:
    """The font that a text was typed for, or nothing where it is Unicode or where neither table makes words of it.

    A text of an old font has no Vietnamese letter of Unicode, or a stray one; a Unicode text is full of them, whatever the
    names in it look like.
    """
    known = lexicon().words
    words = [
        word for word in _WORD.findall(text) if not word.isascii() and max(word) <= "\u00ff" and settled(word) not in known
    ]
    if len(words) <= len(_OF_UNICODE.findall(text)):
        return None
    right = {font: sum(settled(font.shown(word)) in known for word in words) for font in _fonts()}
    best = max(_fonts(), key=lambda font: right[font])
    return best if right[best] and right[best] * 100 >= _SURE * len(words) else None
