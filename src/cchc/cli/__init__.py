"""The command line: a thin edge over the public names.

Words come from the message catalogues, Vietnamese unless ``--lang en``. Exit status: 0 nothing wrong, 1 findings of severity
error, 2 an input that cannot be used, told in plain lines on standard error. Everything heavy is imported by the command
that needs it.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import click

from cchc.cli.spoken import SpokenGroup, argument_name, chosen_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from cchc.model import Plan, Problem, Report
    from cchc.presenting.words import Words
    from cchc.reading.result import Reading
    from cchc.reading.values import ValuesTable
    from cchc.scoring.ledger import Ledger
    from cchc.scoring.scorecard import Scorecard

__all__ = ["main"]

_FINDINGS, _UNUSABLE = 1, 2
_Command = TypeVar("_Command", bound="Callable[..., object]")


# The language is wanted before anything else is read, so `_language` looks for it at once; here it is only made known.
_LANGUAGE = click.option("--lang", "language", expose_value=False)
_AS_JSON = click.option("--json", "as_json", is_flag=True)


def _option(*names: str, required: bool = False, multiple: bool = False) -> Callable[[_Command], _Command]:
    return click.option(*names, required=required, multiple=multiple)


@click.group(name="cchc", cls=SpokenGroup, invoke_without_command=True)
@_LANGUAGE
@click.version_option(package_name="cchc", message="%(version)s")
@click.pass_context
def _program(context: click.Context) -> None:
    """The program; its words stand in the message catalogue."""
    if context.invoked_subcommand is None:
        _say(context.get_help())


def _say(text: str) -> None:
    click.echo(text)


def _say_json(data: object) -> None:
    import json

    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _day(text: str | None) -> date:
    """The day of judgement: 2024-09-30 or 30/9/2024; today when it is not said, this being the only clock there is."""
    from datetime import date, datetime

    from cchc.model import InvalidInput, Problem

    if text is None:
        return date.today()  # noqa: DTZ011 the calendar day where the user sits
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(text, form).date()  # noqa: DTZ007 a day has no hour
    raise InvalidInput(Problem(code="not-a-date", place="--as-of", found=text, accepted=("2024-09-30", "30/9/2024")))


def _scorecard(name: str, on: date | None) -> Scorecard:
    """A scorecard of the catalogue, or one of the user's own when `name` is a file's."""
    from cchc.catalog.scorecards import scorecard
    from cchc.scoring.scorecard import Scorecard
    from cchc.serialization import load

    return load(name, Scorecard) if name.endswith((".toml", ".json")) else scorecard(name, valid_on=on)


@_program.command("read")
@click.argument("path")
@_option("--kind")
@_option("--year")
@_option("--output", "-o", "output")
@_AS_JSON
@_LANGUAGE
def _read_command(path: str, kind: str | None, year: str | None, output: str | None, *, as_json: bool) -> None:
    from cchc.catalog.papers import document_kind, read
    from cchc.model import Period, Severity
    from cchc.presenting.readings import reading_text
    from cchc.serialization import save, to_data

    reading = read(path, kind=document_kind(kind), year=Period.parse(year).year if year else None)
    if output and (paper := reading.plan or reading.report):
        save(paper, output)
    _say_json(to_data(reading)) if as_json else _say(reading_text(reading, chosen_words()))
    if any(finding.severity is Severity.ERROR for finding in reading.findings):
        raise SystemExit(_FINDINGS)


def _plan_beside(path: str) -> tuple[Plan, Reading]:
    """Another paper, which has to be a plan: a file of data may hold a report."""
    from cchc.catalog.papers import read
    from cchc.model import InvalidInput, Problem

    reading = read(path, kind="plan")
    if reading.plan is None:
        raise InvalidInput(Problem(code="not-a-plan", place=os.path.basename(path)))  # noqa: PTH119 not worth an import
    return reading.plan, reading


def _report_beside(path: str) -> Report:
    """Another paper, which has to be a report: a file of data may hold a plan."""
    from cchc.catalog.papers import read
    from cchc.model import InvalidInput, Problem

    report = read(path, kind="report").report
    if report is None:
        raise InvalidInput(Problem(code="not-a-report", place=os.path.basename(path)))  # noqa: PTH119 not worth an import
    return report


@_program.command("check")
@click.argument("path")
@_option("--kind")
@_option("--year")
@_option("--plan", "plan_path")
@_option("--previous", multiple=True)
@_option("--rules", "names", multiple=True)
@_option("--waivers", "waivers_path")
@_option("--baseline", "baseline_path")
@_option("--as-of", "as_of")
@_AS_JSON
@_LANGUAGE
def _check_command(
    path: str,
    kind: str | None,
    year: str | None,
    plan_path: str | None,
    previous: tuple[str, ...],
    names: tuple[str, ...],
    waivers_path: str | None,
    baseline_path: str | None,
    as_of: str | None,
    *,
    as_json: bool,
) -> None:
    from cchc.catalog.check_files import load_baseline, load_waivers
    from cchc.catalog.outcomes import conclude
    from cchc.catalog.papers import document_kind, read
    from cchc.model import Period, Severity
    from cchc.presenting.findings import checked_text
    from cchc.rules.checking.bundles import DEFAULT
    from cchc.serialization import to_data

    rules = DEFAULT.only(*",".join(names).split(",")) if names else DEFAULT
    reading = read(path, kind=document_kind(kind), year=Period.parse(year).year if year else None)
    checked = conclude(
        reading,
        document=os.path.basename(path),  # noqa: PTH119 not worth an import
        plan=_plan_beside(plan_path)[0] if plan_path else None,
        previous=[_report_beside(one) for one in previous],
        rules=rules,
        waivers=load_waivers(waivers_path) if waivers_path else (),
        as_of=_day(as_of),
        baseline=load_baseline(baseline_path) if baseline_path else (),
    )
    _say_json(to_data(checked)) if as_json else _say(checked_text(checked, reading, chosen_words()))
    if any(finding.severity is Severity.ERROR for finding in checked.findings):
        raise SystemExit(_FINDINGS)


@_program.command("cascade")
@click.argument("parent_path")
@click.argument("child_path")
@_option("--agency")
@_AS_JSON
@_LANGUAGE
def _cascade_command(parent_path: str, child_path: str, agency: str | None, *, as_json: bool) -> None:
    from cchc.catalog.cascading import check_cascade
    from cchc.model import Severity
    from cchc.presenting.cascades import cascade_text
    from cchc.serialization import to_data

    (parent, _), (child, reading) = _plan_beside(parent_path), _plan_beside(child_path)
    cascade = check_cascade(parent, child, agency=agency)
    if as_json:
        _say_json({"pairs": to_data(cascade.pairs), "cascade": to_data(cascade)})
    else:
        _say(cascade_text(cascade, parent, reading, chosen_words()))
    if any(finding.severity is Severity.ERROR for finding in cascade.findings):
        raise SystemExit(_FINDINGS)


@_program.command("period")
@click.argument("text")
@_option("--regime", "regime_id")
@_AS_JSON
@_LANGUAGE
def _period_command(text: str, regime_id: str | None, *, as_json: bool) -> None:
    from cchc.catalog.regimes import regime
    from cchc.model import Period
    from cchc.presenting.times import period_data, period_text

    period = Period.parse(text)
    known = regime(regime_id) if regime_id else None
    _say_json(period_data(period, known)) if as_json else _say(period_text(period, known, chosen_words()))


@_program.command("schedule", context_settings={"ignore_unknown_options": True})
@click.argument("text")
@_option("--year")
@_AS_JSON
@_LANGUAGE
def _schedule_command(text: str, year: str | None, *, as_json: bool) -> None:
    from cchc.model import InvalidInput, Period, Problem
    from cchc.presenting.times import schedule_text
    from cchc.reading.times import parse_schedule
    from cchc.serialization import to_data

    if not text.strip():
        raise InvalidInput(Problem(code="empty"))
    schedule = parse_schedule(text, year=Period.parse(year).year if year else None)
    _say_json(to_data(schedule)) if as_json else _say(schedule_text(schedule, chosen_words()))


@_program.command("scorecards")
@_AS_JSON
@_LANGUAGE
def _scorecards_command(*, as_json: bool) -> None:
    from cchc.catalog.scorecards import scorecard, scorecards
    from cchc.presenting.points import scorecards_text
    from cchc.serialization import to_data

    cards = [scorecard(name) for name in scorecards()]
    _say_json([to_data(card) for card in cards]) if as_json else _say(scorecards_text(cards, chosen_words()))


@_program.command("assess")
@click.argument("plan_path", metavar="PLAN")
@_option("--progress", multiple=True)
@_option("--report", "report_paths", multiple=True)
@_option("--as-of", "as_of")
@_option("--regime", "regime_id")
@_AS_JSON
@_LANGUAGE
def _assess_command(
    plan_path: str,
    progress: tuple[str, ...],
    report_paths: tuple[str, ...],
    as_of: str | None,
    regime_id: str | None,
    *,
    as_json: bool,
) -> None:
    from cchc.catalog.judging import assess
    from cchc.catalog.regimes import regime
    from cchc.model import Plan, Progress, Report, Severity
    from cchc.presenting.overview import overview
    from cchc.serialization import load, to_data

    plan = load(plan_path, Plan)
    assessment = assess(
        plan,
        [load(path, Report) for path in report_paths],
        progress=[event for path in progress for event in load(path, Progress).events],
        as_of=_day(as_of),
        regime=regime(regime_id) if regime_id else None,
    )
    _say_json(to_data(assessment)) if as_json else _say(overview(plan, assessment, chosen_words()))
    if any(finding.severity is Severity.ERROR for finding in assessment.findings):
        raise SystemExit(_FINDINGS)


def _score(path: str, name: str | None, agency: str | None, period_text: str | None) -> tuple[ValuesTable, Ledger]:
    from pathlib import Path

    from cchc.model import InvalidInput, Period
    from cchc.reading.values import read_values
    from cchc.scoring.scorecard import values_of

    period = Period.parse(period_text) if period_text else None
    card = _scorecard(name or "qd-766", period.end if period else None)
    table = read_values(path, agency=agency or "", period=period)
    try:
        return table, card.score(values_of(card, table.measurements), agency=agency, period=period)
    except InvalidInput as error:
        rows = {f"values[{m.indicator}]": m.source.place for m in table.measurements if m.source}
        raise error.moved(rows).within(Path(path).name) from None


@_program.command("score")
@click.argument("values")
@_option("--scorecard", "scorecard_name")
@_option("--agency")
@_option("--period", "period_text")
@_AS_JSON
@_LANGUAGE
def _score_command(
    values: str, scorecard_name: str | None, agency: str | None, period_text: str | None, *, as_json: bool
) -> None:
    from cchc.presenting.points import ledger_text
    from cchc.scoring.published import disagreements
    from cchc.serialization import to_data

    table, ledger = _score(values, scorecard_name, agency, period_text)
    printed = {row.code: row.points for row in table.published}
    found = disagreements(ledger, printed)
    if as_json:
        _say_json({**ledger.to_data(), "findings": [to_data(finding) for finding in found]})
    else:
        _say(ledger_text(ledger, chosen_words(), printed=printed, findings=found))
    if found:
        raise SystemExit(_FINDINGS)


@_program.command("explain")
@click.argument("values")
@click.argument("code", required=False)
@_option("--scorecard", "scorecard_name")
@_option("--agency")
@_option("--period", "period_text")
@_AS_JSON
@_LANGUAGE
def _explain_command(
    values: str,
    code: str | None,
    scorecard_name: str | None,
    agency: str | None,
    period_text: str | None,
    *,
    as_json: bool,
) -> None:
    from cchc.presenting.points import explanation_text

    _, ledger = _score(values, scorecard_name, agency, period_text)
    explanation = ledger.explain(code)
    _say_json(explanation.to_data()) if as_json else _say(explanation_text(explanation, chosen_words()))


@_program.command("example")
@_option("--folder")
@_AS_JSON
@_LANGUAGE
def _example_command(folder: str | None, *, as_json: bool) -> None:
    from pathlib import Path

    from cchc.example import write_files
    from cchc.example.showcase import showcase
    from cchc.presenting.overview import overview
    from cchc.presenting.points import ledger_text

    if folder is not None:
        _say("\n".join(map(str, write_files(Path(folder)))))
        return
    shown = showcase()
    if as_json:
        _say_json(shown.to_data())
        return
    words = chosen_words()
    parts = [overview(plan, assessment, words) for plan, assessment in shown.plans]
    parts.append(ledger_text(shown.ledger, words, printed=shown.printed, findings=shown.findings))
    _say("\n\n".join((words("example.invented"), *(f"{'─' * 100}\n\n{part}" for part in parts))))


def _usage_line(error: click.UsageError, words: Words) -> str:
    """A mistake on the command line in one line, with where to look."""
    match error:
        case click.MissingParameter(param=param):
            line = words("usage.missing", name=argument_name(param, words) if param else "")
        case click.NoSuchOption(option_name=name):
            line = words("usage.unknown-option", name=name)
        case click.BadOptionUsage(option_name=name):
            line = words("usage.wrong-option", name=name)
        case _:
            line = words("usage.too-many")
    return words("usage.help", line=line, command=error.ctx.command_path if error.ctx else "cchc")


def _tell_problems(problems: Sequence[Problem], words: Words) -> None:
    from cchc.presenting.problems import problem_lines

    for line in problem_lines(problems, words):
        click.echo(line, err=True)


def _language(arguments: Sequence[str]) -> str:
    """The language asked for anywhere on the command line, else Vietnamese."""
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            return value or "".join(arguments[at + 1 : at + 2])
    return "vi"


def _run(arguments: Sequence[str]) -> int:
    from cchc.presenting.words import words

    spoken = words("vi")
    try:
        spoken = words(_language(arguments))
        with _program.make_context("cchc", list(arguments), obj=spoken.language) as context:
            _program.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except ValueError as error:
        from cchc.model.errors import InvalidInput  # a ValueError, and too much to load for a run that goes well

        if not isinstance(error, InvalidInput):
            raise
        _tell_problems(error.problems, spoken)
        return _UNUSABLE
    except ImportError as error:
        from cchc.model.errors import MissingExtra

        if not isinstance(error, MissingExtra):
            raise
        click.echo(spoken("usage.missing-extra", extra=error.extra), err=True)
        return _UNUSABLE
    except click.UsageError as error:
        click.echo(_usage_line(error, spoken), err=True)
        return _UNUSABLE
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and leave it; the arguments are those of the process unless given."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a console's own encoding may not know Vietnamese
    sys.exit(_run(sys.argv[1:] if arguments is None else arguments))
