"""Points in words: a ledger as a table, an explanation as the sentence behind each figure."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from cchc.model import Absent, Citation, Finding, Ratio
from cchc.model.rounding import exact
from cchc.presenting.tables import cut, table
from cchc.presenting.words import Words
from cchc.scoring.criterion import Confidence
from cchc.scoring.explain import Explanation
from cchc.scoring.ledger import Ledger
from cchc.scoring.scorecard import Scorecard

__all__ = ["explanation_text", "heaviest_losses", "ledger_text", "scorecards_text"]

_NAME_COLUMNS = 52
_PLACES, _CUT_PLACES = 2, 4
_LOSSES = 5


def ledger_text(ledger: Ledger, words: Words, *, printed: Mapping[str, Decimal], findings: Sequence[Finding]) -> str:
    """A ledger as a table of every node, with the printed figure and whether it is borne out where there is one."""
    wrong = {finding.subject for finding in findings}
    rows = [[words(f"points.{key}") for key in ("code", "name", "achieved", "maximum", "measured")]]
    for node in _nodes(ledger.explain()):
        depth = node.code.count(".")
        rows.append([
            node.code,
            "  " * depth + cut(node.name, _NAME_COLUMNS - 2 * depth),
            _achieved(node, words),
            words.number(node.maximum),
            _measured(node, words),
        ])  # fmt: skip
    rows.append(["", words("points.total"), words.number(ledger.total, _PLACES), words.number(ledger.maximum()), ""])
    align = "llrrr"
    if printed:
        rows[0].append(words("points.printed"))
        for row in rows[1:]:
            row.append(_printed(row[0], printed, wrong, words))
        align += "r"
    lines = [*_heading(ledger, words), "", table(rows, align)]
    if losses := heaviest_losses(ledger, words):
        lines += ["", words("points.losses", losses=losses)]
    if printed:
        agree = len(printed) - len(wrong)
        lines += ["", words("points.agree", agree=words.number(agree), all=words.number(len(printed)))]
    lines += [
        words(
            "finding.score.differs",
            subject=words.subject(finding.subject),
            stated=words.value(finding.params["stated"]),
            computed=words.value(finding.params["computed"]),
        )
        for finding in findings
    ]
    return "\n".join(lines)


def _heading(ledger: Ledger, words: Words) -> Iterator[str]:
    yield ledger.title
    period = words.period(ledger.period) if ledger.period else ""
    if about := " · ".join(part for part in (ledger.agency, period) if part):
        yield about


def _nodes(explanation: Explanation) -> Iterator[Explanation]:
    for part in explanation.parts:
        yield part
        yield from _nodes(part)


def _achieved(node: Explanation, words: Words) -> str:
    return words("points.watched") if node.is_watched_only else _points(node.points, words)


def _points(points: Decimal | Fraction | Absent, words: Words) -> str:
    return words("none") if isinstance(points, Absent) else words.number(points, _PLACES)


def _measured(node: Explanation, words: Words) -> str:
    if node.absence is not None:
        return "" if node.is_watched_only else words(f"absent.{node.absence.value}")
    if node.share is not None:
        return words.percent(Fraction(node.share))
    if node.events is not None:
        return words.number(node.events)
    return node.label


def _printed(code: str, printed: Mapping[str, Decimal], wrong: set[str], words: Words) -> str:
    if code not in printed:
        return ""
    mark = "points.wrong" if (f"criteria/{code}" if code else "total") in wrong else "points.right"
    return f"{words.number(printed[code])} {words(mark)}"


def heaviest_losses(ledger: Ledger, words: Words) -> str:
    """The leaves that lost most points, the heaviest first."""
    lost = sorted(
        ((Fraction(ledger.balance(leaf.code).lost), leaf) for leaf in ledger.explain().leaves()), key=lambda pair: -pair[0]
    )
    return "\n".join(
        words("points.loss", code=leaf.code, name=cut(leaf.name, _NAME_COLUMNS), lost=words.number(points, _PLACES))
        for points, leaf in lost[:_LOSSES]
        if points
    )


def explanation_text(explanation: Explanation, words: Words, *, indent: int = 0) -> str:
    """An explanation in words: every leaf with its figures, its rule, its rounding and its next step."""
    return "\n".join(_explained(explanation, words, indent))


def _explained(node: Explanation, words: Words, indent: int) -> Iterator[str]:
    before = "  " * indent
    title = f"{node.code} {node.name}".strip()
    yield before + words("explain.title", title=title, points=_points(node.points, words), maximum=words.number(node.maximum))
    for line in _reasons(node, words):
        yield f"{before}    {line}"
    for part in node.parts:
        yield from _explained(part, words, indent + 1)


def _reasons(node: Explanation, words: Words) -> Iterator[str]:
    if node.parts:
        scored = [_points(part.points, words) for part in node.parts if not part.is_watched_only]
        if len(scored) > 1:
            yield words("explain.sum", parts=" + ".join(scored), points=_points(node.points, words))
    elif node.is_watched_only:
        yield words("explain.watched")
    elif node.absence is not None:
        yield words(f"absent-reason.{node.absence.value}")
        if node.policy is not None:
            yield words(f"policy.{node.policy.value}")
    else:
        yield from _earned(node, words)
        yield from _next_step(node, words)
    yield from _doubts(node, words)


def _earned(node: Explanation, words: Words) -> Iterator[str]:
    if isinstance(node.value, Ratio) and node.share is not None:
        part, whole = words.number(node.value.numerator), words.number(node.value.denominator)
        yield words("explain.ratio", part=part, whole=whole, share=words.percent(Fraction(node.share)))
    elif node.share is not None:
        yield words("explain.share", share=words.percent(Fraction(node.share)))
    elif node.events is not None:
        yield words("explain.events", events=words.number(node.events))
    else:
        yield words("explain.label", label=node.label or words(f"explain.{node.value}"))
    if not isinstance(node.unrounded, Absent) and node.unrounded != node.points:
        yield words("explain.rounded", exact=_exactly(node.unrounded, words), points=_points(node.points, words))


def _next_step(node: Explanation, words: Words) -> Iterator[str]:
    if node.step is not None and node.gap is not None:
        points = words.number(Fraction(node.step.points), _PLACES)
        if node.more is not None:
            unit = node.numerator or words("explain.unit")
            yield words(
                "explain.more" if node.more > 0 else "explain.fewer",
                more=words.number(abs(node.more)),
                unit=unit,
                points=points,
            )
        else:
            yield words("explain.gap", gap=words.number(Fraction(node.gap) * 100, _PLACES), points=points)
    elif node.better is not None and node.better_points is not None:
        better = node.better if isinstance(node.better, str) else words(f"explain.{node.better}")
        yield words("explain.better", better=better, points=words.number(Fraction(node.better_points), _PLACES))


def _doubts(node: Explanation, words: Words) -> Iterator[str]:
    """How sure the scorecard is of what it did here, said only where it is not."""
    if node.confidence is not Confidence.EXACT:
        yield words("explain.confidence", confidence=words(f"confidence.{node.confidence.value}"))
    if node.policy is not None and node.policy_confidence not in (None, Confidence.EXACT):
        yield words("explain.policy-confidence", confidence=words(f"confidence.{node.policy_confidence.value}"))
    yield from (words("explain.conflict", note=conflict.note) for conflict in node.conflicts)


def _exactly(points: Decimal | Fraction, words: Words) -> str:
    """Unrounded points, cut after four decimals where more follow."""
    shown = Fraction(int(points * 10**_CUT_PLACES), 10**_CUT_PLACES)
    return words.number(exact(shown)) if shown == points else words.number(shown, _CUT_PLACES) + "…"


def scorecards_text(cards: Sequence[Scorecard], words: Words) -> str:
    """The scorecards there are, a line each."""
    rows = [[words(f"scorecards.{key}") for key in ("id", "title", "maximum", "citation", "confidence")]]
    for card in cards:
        cited = "; ".join(_cited(citation, words) for citation in card.citations)
        confidence = words(f"confidence.{card.confidence.value}")
        rows.append([card.id, cut(card.title, 70), words.number(card.maximum), cited, confidence])
    return table(rows, "llrll", indent=0)


def _cited(citation: Citation, words: Words) -> str:
    return citation.symbol + (f" ({words.day(citation.issued_on)})" if citation.issued_on else "")
