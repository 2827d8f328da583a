"""Whether two commitments speak of one indicator, and of one part of it (cùng một chỉ tiêu), so that they can be compared.

An indicator of the catalogue is known by its signs; what is known by none is compared by all its words. The words that an
indicator does not explain narrow it: a field, a place, "đủ điều kiện". Commitments that are narrowed otherwise are not
compared, nor are those of other levels, since to call two things one is worse than to miss that they are.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import evolve, field, frozen

from cchc.model.indicator import Indicator
from cchc.model.target import RankUp, RankWithin, Target
from cchc.rules.bounds import unit_of
from cchc.rules.checking.wording import LIGHT, levels_in, spoken, without_basis, without_levels, without_own

__all__ = ["Identities", "IndicatorKey"]

_FEWEST_WORDS = 4
"""A thing that the catalogue does not know needs as many words to be told from others."""
_OF_SECRECY = "trừ không bao gồm nội dung văn bản hồ sơ công việc phạm vi bí mật nhà nước tài liệu thông tin báo cáo"
_SECRET = frozenset(_OF_SECRECY.split())
_PARTLY = ("trong đó", "trong số", "riêng")
_SHARE = re.compile(r"[0-9][0-9.,]* ?%")


@frozen(kw_only=True)
class IndicatorKey:
    """What a commitment speaks of: the catalogue's indicator, the words that narrow it, the levels it is limited to.

    `id` is empty for an indicator that the catalogue does not know; `words` are then all that say something. `basis` is the
    law that it is said to go by; one that names none may go by the same.
    """

    id: str = ""
    words: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    basis: str = field(default="", eq=False, repr=False)

    @property
    def is_specific(self) -> bool:
        """Whether it says enough to be told from other things."""
        return bool(self.id) or len(self.words) >= _FEWEST_WORDS

    def fits(self, other: "IndicatorKey") -> bool:
        """Whether both speak of the same part of the same indicator."""
        return self.is_specific and self == other and len({self.basis, other.basis} - {""}) <= 1

    def same_indicator(self, other: "IndicatorKey") -> bool:
        """Whether both speak of one indicator, be it of other parts of it."""
        return self.id == other.id if self.id or other.id else self.is_specific and self.words == other.words


@frozen
class _Known:
    """An indicator with its words as they are compared."""

    id: str
    signs: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...]
    words: frozenset[str]
    levels: tuple[str, ...]

    @classmethod
    def of(cls, one: Indicator) -> "_Known":
        signs = tuple(tuple(f" {spoken(phrase)} " for phrase in group) for group in one.signs)
        own = f"{one.name} {one.words} {' '.join(phrase for group in one.signs for phrase in group)}"
        unless = tuple(f" {spoken(phrase)} " for phrase in one.unless)
        return cls(one.id, signs, unless, frozenset(spoken(own).split()), levels_in(spoken(one.scope)))

    def weight(self, padded: str) -> int:
        """How much of spoken words, with a space at either end, its signs take up; 0 where it is not meant."""
        if any(phrase in padded for phrase in self.unless):
            return 0
        found = [max((len(phrase) for phrase in group if phrase in padded), default=0) for group in self.signs]
        return sum(found) if all(found) else 0

    def has_its_signs(self, padded: str) -> bool:
        """Whether a phrase of every group stands there, whatever else does."""
        return all(any(phrase in padded for phrase in group) for group in self.signs)


@frozen
class Identities:
    """The indicators of a catalogue, ready to tell what commitments speak of; `of` makes them.

    >>> from cchc.catalog.indicators import indicators
    >>> Identities.of(indicators()).key_of("Tỷ lệ hồ sơ TTHC được xử lý hoàn toàn trực tuyến")
    IndicatorKey(id='online-dossiers-full', words=(), levels=())
    """

    _known: tuple[_Known, ...]

    @classmethod
    def of(cls, indicators: Iterable[Indicator]) -> "Identities":
        """The identities by the given indicators."""
        return _identities(tuple(indicators))

    def key_of(self, name: str, *, own: str = "", beside: str = "") -> IndicatorKey:
        """What a name speaks of; `own` is the agency whose paper it stands in, `beside` what is said beside the name.

        Figures count only in the name itself: beside it they are bounds and days.
        """
        said, more = (without_own(spoken(_SHARE.sub(" ", text)), own) for text in (name, beside))
        best = self._best(f" {said} ") or self._best(f" {said} {more} ")
        words = {*without_levels(said).split(), *(word for word in without_levels(more).split() if not word[0].isdigit())}
        left = words - LIGHT - (best.words if best else frozenset())
        if spoken(beside).startswith(_PARTLY):
            left |= {_PARTLY[0]}
        levels = (level for level in levels_in(f"{said} {more}") if best is None or level not in best.levels)
        return IndicatorKey(id=best.id if best else "", words=tuple(sorted(left)), levels=tuple(levels))

    def all_in(self, text: str) -> frozenset[str]:
        """Every indicator that a passage may speak of, were it among other things."""
        padded = f" {spoken(text)} "
        return frozenset(one.id for one in self._known if one.has_its_signs(padded))

    def key(self, target: Target, *, own: str = "") -> IndicatorKey:
        """What a target speaks of; `own` is the agency that has set it."""
        if isinstance(target.requirement, RankWithin | RankUp):
            return self.key_of(target.indicator, own=own)
        (text, basis), (name, _) = without_basis(target.text), without_basis(target.indicator)
        text = text.replace(target.exclusion, " ") if target.exclusion else text
        if unit := unit_of(target.requirement):
            text = re.sub(rf"(?<=[0-9])\s*{re.escape(unit)}(?!\w)", " ", text)
        left_out = " ".join(word for word in spoken(target.exclusion).split() if word not in _SECRET)
        return evolve(self.key_of(name, own=own, beside=f"{text} {target.scope} {left_out}"), basis=basis)

    def comparable(self, one: Target, other: Target, *, own: str = "") -> bool:
        """Whether two targets speak of the same part of the same indicator, so that their bounds can be compared."""
        return self.key(one, own=own).fits(self.key(other, own=own))

    def _best(self, padded: str) -> _Known | None:
        """The indicator whose signs take up most of the words; none where two do alike."""
        weights = [(one.weight(padded), one) for one in self._known]
        most = max((weight for weight, _ in weights), default=0)
        heaviest = [one for weight, one in weights if weight == most]
        return heaviest[0] if most and len(heaviest) == 1 else None


@lru_cache(maxsize=4)
def _identities(indicators: tuple[Indicator, ...]) -> Identities:
    return Identities(tuple(_Known.of(one) for one in indicators))
