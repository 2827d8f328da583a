"""Help in the language that was asked for: commands whose words stand in the message catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cchc.presenting.words import Words

__all__ = ["SpokenCommand", "SpokenGroup", "argument_name", "chosen_words"]


def chosen_words(context: click.Context | None = None) -> Words:
    """The words of the language chosen on the command line."""
    from cchc.presenting.words import words

    return words(str((context or click.get_current_context()).obj))


def argument_name(param: click.Parameter, words: Words) -> str:
    """An argument as help and errors write it, in brackets where it may be left out."""
    name = words(f"argument.{param.name}")
    return name if param.required else f"[{name}]"


class SpokenCommand(click.Command):
    """A command whose help stands in the message catalogue, under ``command.<name>`` and ``option.<name>``."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line of help, its arguments by their names in the catalogue."""
        words = chosen_words(ctx)
        arguments = [argument_name(param, words) for param in self.params if isinstance(param, click.Argument)]
        pieces = [
            words("argument.options"),
            *arguments,
            *([words("argument.command")] if isinstance(self, click.Group) else ()),
        ]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=words("help.usage") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(chosen_words(ctx)(f"command.{self.name}"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """A line for each option."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [(", ".join(reversed(option.opts)), chosen_words(ctx)(f"option.{option.opts[0][2:]}")) for option in options]
        with formatter.section(chosen_words(ctx)("help.options")):
            formatter.write_dl(records)

    def get_short_help_str(self, limit: int = 100) -> str:
        """The first sentence of what the command does."""
        from cchc.presenting.tables import cut

        return cut(chosen_words()(f"command.{self.name}").partition(".")[0], limit)


class SpokenGroup(SpokenCommand, click.Group):
    """The program itself."""

    command_class: type[click.Command] | None = SpokenCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then a line for each command."""
        super().format_options(ctx, formatter)
        with formatter.section(chosen_words(ctx)("help.commands")):
            formatter.write_dl([(name, self.commands[name].get_short_help_str()) for name in self.list_commands(ctx)])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of that name; `InvalidInput` with the nearest where there is none."""
        from cchc.model.errors import InvalidInput, Problem
        from cchc.model.text import nearest

        if args[0] not in self.commands:
            known = tuple(self.list_commands(ctx))
            raise InvalidInput(Problem(code="unknown-command", found=args[0], accepted=known, near=nearest(args[0], known)))
        return super().resolve_command(ctx, args)
