"""Help and usage errors in Russian, which typer itself does not speak."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

_HELP_WORDS = {
    "ARGUMENTS_PANEL_TITLE": "Что указать",
    "OPTIONS_PANEL_TITLE": "Параметры",
    "COMMANDS_PANEL_TITLE": "Команды",
    "REQUIRED_LONG_STRING": "[обязательно]",
    "DEFAULT_STRING": "[по умолчанию: {}]",
}
"""Typer's words in the frames of its help, by their names in `typer.rich_utils`."""

_USAGE_ERRORS = (
    (r"No such option: (\S+)(?: Did you mean .*)?", "нет параметра {0}"),
    (r"No such option: (\S+) \(Possible options: (.*)\)", "нет параметра {0}; похожие: {1}"),
    (r"Option '(\S+)' requires an argument\.", "параметру {0} нужно значение"),
    (r"Option '(\S+)' requires \d+ arguments\.", "параметру {0} нужно больше значений"),
    (r"Option '(\S+)' does not take a value\.", "параметр {0} пишется без значения"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", "лишнее в команде: {0}"),
    (r"Missing argument '(.*?)(?:\.\.\.)?'\.", "не указано: {0}"),
    (r"Missing option '(\S+)(?:' / '.*)?'\.", "не указан обязательный параметр {0}"),
    (r"Missing command\.", "не названа команда"),
    (r"No such command '(.*?)'\.(?: Did you mean '?(.*?)'?\?)?", "нет команды «{0}»"),
    (r"Invalid value(?: for .*?)?: (.*)", "{0}"),
)
"""What typer says of a wrong command line, and the same in Russian."""


def usage_error(message: str) -> str:
    """The Russian sentence for typer's English one; an unknown one as it is."""
    for pattern, russian in _USAGE_ERRORS:
        if found := re.fullmatch(pattern, message, re.S):
            return russian.format(*found.groups())
    return message


class _Russian:
    """Mixed into typer's commands: the same help with Russian words."""

    def get_usage(self, ctx: Any) -> str:
        return re.sub(r"^Usage: ", "Вызов: ", super().get_usage(ctx))  # type: ignore[misc]

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option:
            option.help = "Показать эту справку."
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from typer import rich_utils

        for name, word in _HELP_WORDS.items():
            setattr(rich_utils, name, word)
        for param in self.get_params(ctx):  # type: ignore[attr-defined]
            if param.param_type_name == "argument" or not param.metavar:
                param.display_type_rich = lambda ctx: None  # «<list[str]>» tells nobody anything
        super().format_help(ctx, formatter)  # type: ignore[misc]


class Command(_Russian, TyperCommand):
    """A command whose help is in Russian."""


class Group(_Russian, TyperGroup):
    """The program whose help is in Russian; commands in the order in which they are registered."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)
