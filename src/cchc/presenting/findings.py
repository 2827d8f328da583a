"""Findings in words (phát hiện): the sentence, where it stands, and the words of the paper with what is wrong marked.

A list of findings is ordered for the person who mends the paper: what is wrong first, each group from the top down.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from cchc.model import Finding, Severity
from cchc.presenting.places import place_text
from cchc.presenting.quotations import quotation
from cchc.presenting.words import Words
from cchc.reading.result import Reading
from cchc.rules.checking.bundles import DEFAULT
from cchc.rules.checking.outcome import Checked

__all__ = ["checked_text", "finding_lines", "finding_text", "grouped_findings"]

_GRAVEST_FIRST = tuple(Severity)
_COLUMNS = 100
_NAMED = ("explanation", "needs")
"""Parameters that hold a word of ours rather than the paper's, and so have words of their own."""
_MAY_BE_EMPTY = ("annex", "unit")
"""Parameters that leave no dash where they are empty: a number of no unit, an annex without a number."""
_BEFORE_A_SIGN = re.compile(r" (?=[,.;%])")  # where a figure has no unit, or one that stands close to it
_OF_THE_CHECK = ("rule.", "waiver.")


def finding_text(finding: Finding, words: Words) -> str:
    """A finding as a sentence, and another where it is known how it may have come about."""
    named = {name: str(finding.params.get(name, "")) for name in _NAMED}
    params = {name: words.value(value) for name, value in finding.params.items()}
    params |= {name: words(f"{name}.{word}") for name, word in named.items() if word}
    params |= {name: "" for name in _MAY_BE_EMPTY if finding.params.get(name) == ""}
    told = words(f"finding.{finding.code}", subject=words.subject(finding.subject), **params)
    told = _BEFORE_A_SIGN.sub("", " ".join(told.split()))
    return f"{told} {params['explanation']}" if named["explanation"] else told


def finding_lines(findings: Iterable[Finding], words: Words, *, most: int) -> Iterator[str]:
    """The gravest findings, a line each; how many more there are is told, and the data holds them all."""
    gravest = sorted(findings, key=lambda finding: _GRAVEST_FIRST.index(finding.severity))
    for finding in gravest[:most]:
        yield f"  {words(f'severity.{finding.severity.value}')}: {finding_text(finding, words)}"
    if more := len(gravest[most:]):
        yield f"  {words('overview.more-findings', more=words.number(more))}"


def checked_text(checked: Checked, reading: Reading, words: Words) -> str:
    """The outcome of a check: every finding with its place and the paper's own words, then what it comes to."""
    of_paper = [finding for finding in checked.findings if not finding.code.startswith(_OF_THE_CHECK)]
    parts = list(grouped_findings(of_paper, reading, words))
    if about := [finding for finding in checked.findings if finding.code.startswith(_OF_THE_CHECK)]:
        lines = finding_lines(about, words, most=len(about))
        parts.append("\n".join((words("check.about"), *(line for told in lines for line in _wrapped(told, "  ", "    ")))))
    parts.append("\n".join(_closing(checked, of_paper, words)))
    return "\n\n".join(parts)


def grouped_findings(findings: Sequence[Finding], reading: Reading, words: Words) -> Iterator[str]:
    """Findings under a heading for each severity, the gravest first, numbered throughout; parts to be set apart by a line."""
    number = 0
    for severity in _GRAVEST_FIRST:
        if group := [finding for finding in findings if finding.severity is severity]:
            yield words("check.group", severity=words(f"severity.{severity.value}"), number=words.number(len(group)))
            yield from ("\n".join(_shown(n, finding, reading, words)) for n, finding in enumerate(group, start=number + 1))
            number += len(group)


def _shown(number: int, finding: Finding, reading: Reading, words: Words) -> Iterator[str]:
    """One finding: the sentence, the place, the paper's own words, the code and what it rests on."""
    first = f"{number:>3}. "
    indent = " " * len(first)
    yield from _wrapped(finding_text(finding, words), first, indent)
    if finding.span:
        if place := place_text(finding.span, reading, words):
            yield from _wrapped(place, indent, indent)
        yield from (f"{indent}  {line}" for line in quotation(finding, reading, _COLUMNS - len(indent) - 2))
    yield from _wrapped(" · ".join(_grounds(finding, words)), indent, indent)


def _grounds(finding: Finding, words: Words) -> Iterator[str]:
    yield f"[{finding.code} {finding.subject}]"
    basis = next((rule.basis for rule in DEFAULT.rules if rule.code == finding.code), ())
    if told := basis or ((finding.citation.symbol,) if finding.citation else ()):
        yield words("check.basis", basis=words.names(told))


def _wrapped(text: str, first: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text.strip(), _COLUMNS, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _closing(checked: Checked, of_paper: Sequence[Finding], words: Words) -> Iterator[str]:
    """What a check came to: how much was held against itself, how much was found, how much was set apart."""
    if checked.claims:
        yield words("check.claims", claims=words.number(checked.claims), sound=words.number(checked.sound))
    counts = [
        words(f"check.{severity.value}", number=words.number(number))
        for severity in _GRAVEST_FIRST
        if (number := sum(finding.severity is severity for finding in of_paper))
    ]
    told = ", ".join(counts)
    yield words("check.found", told=told) if told else words("check.new-nothing" if checked.known else "check.nothing")
    for key, number in (("waived", len(checked.waived)), ("known", len(checked.known)), ("gone", len(checked.gone))):
        if number:
            yield words(f"check.{key}", number=words.number(number))
