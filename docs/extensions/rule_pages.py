"""The directive ``checks``: a section for every rule of a set, made of the rule itself.

What a code means is its function's docstring; what it needs and rests on are fields of the rule; its two examples are
papers in ``docs/examples/checks``, checked when the page is built. A bad paper that is not accused, or a good one that is, is
a warning, and a warning fails the build.
"""

import inspect
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from cchc import BUNDLES, Finding, Rule, check, read
from cchc.presenting.findings import finding_text
from cchc.presenting.words import words

__all__ = ["RulePages", "setup"]

_EXAMPLES = Path(__file__).parents[1] / "examples" / "checks"
_NEEDS = {
    "plan": "a plan",
    "report": "a report",
    "period": "the period of the paper",
    "issued_on": "the day of the paper",
    "plan_reported_on": "the plan that is reported on",
    "previous": "an earlier report of the year",
}
_BESIDE = {"plan": "The plan beside it:", "previous": "The earlier report beside it:"}


def _paper(folder: Path, name: str) -> Path | None:
    return next(iter(sorted(folder.glob(f"{name}.*"))), None)


def _found(folder: Path, path: Path) -> tuple[Finding, ...]:
    """What a check of an example finds, with the papers that lie beside it."""
    plan, previous = _paper(folder, "plan"), _paper(folder, "previous")
    earlier = read(previous).report if previous else None
    return check(read(path), plan=read(plan).plan if plan else None, previous=[earlier] if earlier else ())


def _said(finding: Finding) -> str:
    """A finding as the page shows it: its code, its severity and its words in English."""
    quoted = f": {' '.join(finding.span.text.split())}" if finding.span else ""
    return f"{finding.code} ({finding.severity.value}){quoted}\n    {finding_text(finding, words('en'))}"


class RulePages(SphinxDirective):
    """``.. checks:: arithmetic`` for the rules of the set with that name."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """A section for each rule, in the order of the set."""
        text = "\n".join(line for rule in BUNDLES[self.arguments[0]].rules for line in self._section(rule))
        return self.parse_text_to_nodes(text, allow_section_headings=True)

    def _section(self, rule: Rule) -> Iterator[str]:
        yield from (f".. _{rule.code}:", "", rule.code, "~" * len(rule.code), "")
        yield from (inspect.getdoc(rule.check) or "", "")
        if rule.needs:
            yield from (f"Needs {', '.join(_NEEDS[need.value] for need in rule.needs)}.", "")
        if rule.basis:
            yield from (f"Rests on: {'; '.join(rule.basis)}.", "")
        folder = _EXAMPLES / rule.code
        for name, remark in _BESIDE.items():
            if beside := _paper(folder, name):
                yield from (remark, "", *_block(beside.read_text(encoding="utf-8")), "")
        for name, remark in (("bad", "Accused:"), ("good", "Not accused:")):
            yield from self._example(rule, folder, name, remark)

    def _example(self, rule: Rule, folder: Path, name: str, remark: str) -> Iterator[str]:
        path = _paper(folder, name)
        if path is None:
            raise self.error(f"{rule.code} has no example {name} in {folder}")
        self.env.note_dependency(str(path))
        found = _found(folder, path)
        if (rule.code in {finding.code for finding in found}) is not (name == "bad"):
            raise self.error(f"the {name} example of {rule.code} gives {[finding.code for finding in found]}")
        yield from (remark, "", *_block(path.read_text(encoding="utf-8")), "")
        if found:
            yield from ("gives", "", *_block("\n".join(map(_said, found))), "")


def _block(text: str) -> Iterator[str]:
    yield from (".. code-block:: text", "", indent(text.rstrip(), "   "))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the directive known."""
    app.add_directive("checks", RulePages)
    return {"parallel_read_safe": True}
