"""The files of a check: waivers (miễn trừ), and the outcome of an earlier one (lần kiểm tra trước) as ``--json`` prints it."""

import os
from collections.abc import Iterator
from pathlib import Path

from cchc.model import Finding, InvalidInput, Problem, Waiver, Waivers
from cchc.rules.checking.bundles import DEFAULT
from cchc.rules.checking.outcome import Checked
from cchc.rules.checking.rule import RuleSet
from cchc.rules.checking.waivers import unknown_codes
from cchc.serialization import from_data
from cchc.serialization.files import file_data, load

__all__ = ["load_baseline", "load_waivers"]


def load_waivers(path: str | os.PathLike[str], *, rules: RuleSet = DEFAULT) -> tuple[Waiver, ...]:
    """The waivers that a file holds; `InvalidInput` with everything wrong in it, codes that no rule has included."""
    found: tuple[Waiver, ...] = ()
    problems: list[Problem] = []
    try:
        found = load(path, Waivers).waivers
    except InvalidInput as error:
        problems += error.problems
    unknown = unknown_codes(_codes(file_data(path)), rules)
    problems += InvalidInput(unknown).within(Path(path).name).problems
    if problems:
        raise InvalidInput(problems)
    return found


def _codes(data: object) -> Iterator[tuple[int, str]]:
    """The codes in the data of waivers, which may be wrong in other ways, with their place in the list."""
    waivers = data.get("waivers") if isinstance(data, dict) else None
    for at, waiver in enumerate(waivers if isinstance(waivers, list) else ()):
        code = waiver.get("code") if isinstance(waiver, dict) else None
        if isinstance(code, str) and code.strip():
            yield at, code


def load_baseline(path: str | os.PathLike[str]) -> tuple[Finding, ...]:
    """The findings that stood in an earlier check, known ones included, without their places, which count for nothing here.

    What was waived then is not among them: once its waiver is over it is new. Raises `InvalidInput` for another kind of file.
    """
    data = _without_spans(file_data(path))
    try:
        earlier = from_data(data, Checked)
    except InvalidInput as error:
        raise error.within(Path(path).name) from None
    return (*earlier.findings, *earlier.known)


def _without_spans(data: object) -> object:
    """The data without the places of findings: a place in a cell says more than a finding of its own may."""
    if isinstance(data, dict):
        return {key: _without_spans(value) for key, value in data.items() if key != "span" or not isinstance(value, dict)}
    return [_without_spans(element) for element in data] if isinstance(data, list) else data
