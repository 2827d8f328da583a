"""The outcome of an earlier check (lần kiểm tra trước), as ``cchc check --json`` prints it, to hold a later one against."""

import os
from pathlib import Path

from cchc.model import Finding, InvalidInput
from cchc.rules.checking.outcome import Checked
from cchc.serialization import from_data
from cchc.serialization.files import file_data

__all__ = ["load_baseline"]


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
