"""The letters under the marks (chữ không dấu): what is left of a Vietnamese syllable when its diacritics are lost.

Offices write the tone of an open syllable in two places (hòa and hoà, thủy and thuỷ); both are one word here.
"""

import re
import unicodedata

__all__ = ["bare", "is_marked", "is_syllable", "settled"]

_FOLD_D = str.maketrans("đĐ", "dD")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# an open syllable in oa, oe, uy carries its tone on the first of the two vowels in the spelling chosen here
_LATE_TONE = re.compile(rf"(?<!q)(o(?=[ae])|u(?=y))([aey])([{_TONES}])$")

_ONSETS = frozenset(re.findall(r"\w+", "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x")) | {""}
_RIMES = frozenset(
    re.findall(
        r"\w+",
        """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uac uach uai uan uang uanh uao uat uau uay uăc uăm uăn uăng uăp uăt
    uân uâng uât uây uc ue uen ueo uet uê uêch uên uênh uêt ui uit um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uych uyên uyêt
    uynh uyn uyt uyu uya ư ưa ưc ưi ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêt yêu
    """,
    )
)


def is_syllable(word: str) -> bool:
    """Whether a word in small letters is spelled as a Vietnamese syllable can be, its marks included.

    >>> is_syllable("nghiệm"), is_syllable("nghiém"), is_syllable("thưc")
    (True, False, False)
    """
    letters = unicodedata.normalize("NFD", word)
    tones = [letter for letter in letters if letter in _TONES]
    plain = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    if len(tones) > 1 or (plain.endswith(("c", "ch", "p", "t")) and tones not in (["\u0301"], ["\u0323"])):
        return False
    return any(plain[:i] in _ONSETS and plain[i:] in _RIMES for i in range(min(4, len(plain))))


def bare(text: str) -> str:
    """`text` without its marks: tones, hats, horns and the stroke of đ; its case stays.

    >>> bare("Nghị quyết, Đề án")
    'Nghi quyet, De an'
    """
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFD", text).translate(_FOLD_D)
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if not unicodedata.combining(letter)))


def settled(word: str) -> str:
    """A word in small letters, its tone where this module's spelling has it.

    >>> settled("Uỷ"), settled("hoá"), settled("quý")
    ('ủy', 'hóa', 'quý')
    """
    word = word.lower()
    if word.isascii() or word[-1:] not in "àáãảạèéẽẻẹỳýỹỷỵ":
        return word
    return unicodedata.normalize("NFC", _LATE_TONE.sub(r"\1\3\2", unicodedata.normalize("NFD", word)))


def is_marked(text: str) -> bool:
    """Whether a letter carries marks that only Vietnamese has (ă, đ, ĩ, ũ, ơ, ư, ạ to ỹ), which a poor reader never sees."""
    return any(letter in "ăđĩũơưĂĐĨŨƠƯ" or "\u1ea0" <= letter <= "\u1ef9" for letter in text)
