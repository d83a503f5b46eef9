"""The program as typer builds it, in the language in use."""

from __future__ import annotations

from typing import Any

import typer
from typer import TyperException, rich_utils
from typer.core import TyperArgument, TyperCommand, TyperGroup

from linli._language import Text
from linli.cli import messages
from linli.cli._cards import cards
from linli.cli._comparing import compare
from linli.cli._looking import check, info, levers
from linli.cli._options import Lang, Version
from linli.cli._plotting import plot
from linli.cli._running import run
from linli.errors import InputError

_BY_ENGLISH = {text.en: text for text in vars(messages).values() if isinstance(text, Text)}
_TEXT_OF_HELP = rich_utils._make_rich_text
_SETTINGS = {"help_option_names": ["-h", "--help"]}
_COMMANDS = (
    (run, messages.RUN, messages.RUN_EPILOG),
    (check, messages.CHECK, messages.CHECK_EPILOG),
    (info, messages.INFO, messages.INFO_EPILOG),
    (levers, messages.LEVERS, messages.LEVERS_EPILOG),
    (cards, messages.CARDS, messages.CARDS_EPILOG),
    (compare, messages.COMPARE, messages.COMPARE_EPILOG),
    (plot, messages.PLOT, messages.PLOT_EPILOG),
)


class _Command(TyperCommand):
    """A command that speaks both languages and complains in the words of `messages`."""

    def get_usage(self, ctx: Any) -> str:
        return _usage(super().get_usage(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        arguments = [one for one in self.params if isinstance(one, TyperArgument)]
        return [str(messages.OPTIONS_METAVAR), *(_shown(argument) for argument in arguments)]

    def get_help_option(self, ctx: Any) -> Any:
        return _help(super().get_help_option(ctx))

    def invoke(self, ctx: Any) -> Any:
        if ctx.args:
            raise InputError(ctx.args[0], messages.TOO_MUCH)
        return super().invoke(ctx)


class _Group(TyperGroup):
    """The program itself, which does."""

    def get_usage(self, ctx: Any) -> str:
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        return _help(super().get_help_option(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.commands:
            raise InputError(args[0], messages.NO_COMMAND.format(", ".join(self.commands)))
        return super().resolve_command(ctx, args)


def command_line() -> Any:
    """Build the program in the language in use."""
    app = typer.Typer(
        cls=_Group,
        help=messages.PROGRAM.en,
        epilog=messages.PROGRAM_EPILOG.en,
        no_args_is_help=True,
        add_completion=False,
        context_settings=_SETTINGS,
        rich_markup_mode="rich",
    )
    app.callback()(_program)
    for function, help_text, epilog in _COMMANDS:
        settings = _SETTINGS | {"allow_extra_args": True}
        app.command(cls=_Command, help=help_text.en, epilog=epilog.en, context_settings=settings)(function)
    group = typer.main.get_command(app)
    _translate_panels()
    for command in (group, *getattr(group, "commands", {}).values()):
        _translate(command)
    return group


def complaint_of(error: TyperException) -> str:
    """Put into words what is wrong with a command line, or nothing where help has been shown instead."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return ""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "linli"
    return str(messages.HINT.format(_what_is_wrong(error), command))


def _what_is_wrong(error: Any) -> InputError | str:
    match type(error).__name__:
        case "MissingParameter":
            return InputError(_place(error.param), messages.IS_MISSING)
        case "BadParameter":
            return InputError(_place(error.param), _expected(error.param))
        case "NoSuchOption":
            alike = ", ".join(error.possibilities or [])
            return InputError(error.option_name, messages.NO_OPTION_BUT.format(alike) if alike else messages.NO_OPTION)
        case "BadOptionUsage":
            flag = "not take a value" in error.message
            return InputError(error.option_name, messages.TAKES_NO_VALUE if flag else messages.NEEDS_VALUE)
        case "UsageError" if isinstance(error.ctx and error.ctx.command, _Group):
            return str(messages.MISSING_COMMAND)
    return str(error.format_message())


def _place(parameter: Any) -> str:
    options = [name for name in parameter.opts if name.startswith("-")]
    return str(options[0] if options else parameter.metavar)


def _expected(parameter: Any) -> Text:
    if parameter.metavar == "N":
        return messages.WHOLE_NUMBER
    if parameter.metavar == "X":
        return messages.NUMBER
    return messages.ONE_OF.format(", ".join(parameter.type_descriptor.choices))


def _program(version: Version = False, lang: Lang = None) -> None:
    """Do nothing: the options act when they are read."""


def _translate(command: Any) -> None:
    command.help, command.epilog = _in_language(command.help), _in_language(command.epilog)
    command.options_metavar = str(messages.OPTIONS_METAVAR)
    if isinstance(command, _Group):
        command.subcommand_metavar = str(messages.COMMAND_METAVAR)
    for parameter in command.params:
        parameter.help = _in_language(parameter.help)
        if isinstance(parameter, TyperArgument):
            _hide_type(parameter)


def _hide_type(argument: Any) -> None:
    """Show no type beside the name of an argument, such as <list[Path]>."""
    argument.display_type = lambda ctx: ""


def _shown(argument: Any) -> str:
    return f"{argument.metavar}..." if argument.nargs != 1 else str(argument.metavar)


def _in_language(english: str) -> str:
    return str(_BY_ENGLISH[english])


def _translate_panels() -> None:
    vars(rich_utils)["_make_rich_text"] = _folding_text
    rich_utils.ARGUMENTS_PANEL_TITLE = str(messages.ARGUMENTS_PANEL)
    rich_utils.OPTIONS_PANEL_TITLE = str(messages.OPTIONS_PANEL)
    rich_utils.COMMANDS_PANEL_TITLE = str(messages.COMMANDS_PANEL)
    rich_utils.REQUIRED_LONG_STRING = str(messages.REQUIRED_MARK)
    rich_utils.DEFAULT_STRING = str(messages.DEFAULT_MARK)


def _folding_text(**settings: Any) -> Any:
    """Make texts of help fold: Chinese has no spaces to break lines at, and would be cut off."""
    text: Any = _TEXT_OF_HELP(**settings)
    text.overflow = "fold"
    return text


def _usage(english: str) -> str:
    return english.replace(messages.USAGE.en, str(messages.USAGE), 1)


def _help(option: Any) -> Any:
    option.help, option.metavar = str(messages.HELP_OPTION), ""
    return option
