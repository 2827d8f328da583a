"""What is wrong with an input, as values.

A `Problem` says where, what was found and what is accepted; `InvalidInput` carries every problem of one input at once.
The words a clerk reads are made from the problem's code at the edge; `str()` gives a developer plain English.
"""

from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

__all__ = ["CchcError", "InvalidInput", "MissingExtra", "Problem"]


@frozen(kw_only=True)
class Problem:
    """One thing wrong with an input.

    `code` is a stable lower-case word such as ``unknown-key``; `place` is a path such as ``tasks[3].schedule.due``
    (empty for a lone value); `accepted` names the kinds or the literal values that would do; `near` is the nearest right name.
    """

    code: str
    found: str = ""
    place: str = ""
    accepted: tuple[str, ...] = ()
    near: str = ""

    def __str__(self) -> str:
        parts = [self.code.replace("-", " ")]
        if self.found:
            parts.append(f"found {self.found}")
        if self.accepted:
            parts.append(f"accepted: {', '.join(self.accepted)}")
        if self.near:
            parts.append(f"did you mean {self.near}?")
        return (f"{self.place}: " if self.place else "") + "; ".join(parts)


class CchcError(Exception):
    """The base of every error this library raises on purpose."""


class InvalidInput(CchcError, ValueError):
    """An input that cannot be used; `problems` holds everything that is wrong with it, in order of place."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def within(self, place: str) -> "InvalidInput":
        """The same problems of something that stands within `place`, such as a file."""
        return InvalidInput(evolve(p, place=f"{place}: {p.place}" if p.place else place) for p in self.problems)

    def moved(self, places: Mapping[str, str]) -> "InvalidInput":
        """The same problems, those at a place that `places` names standing at the place it gives."""
        return InvalidInput(evolve(p, place=places.get(p.place, p.place)) for p in self.problems)

    def __reduce__(self) -> tuple[type["InvalidInput"], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class MissingExtra(CchcError, ImportError):
    """A library that one of the extras brings is not installed; `extra` names that extra."""

    def __init__(self, extra: str) -> None:
        self.extra = extra
        super().__init__(extra)

    def __str__(self) -> str:
        return f"this needs more libraries: pip install 'cchc[{self.extra}]'"
