"""Groups that import a command when it is run: ``--help`` is instant."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """A group of modules with a ``command`` each; ``commands`` are their names with the help of
    each, ``package`` is where they are."""

    def __init__(
        self, *arguments: Any, commands: Mapping[str, str], package: str, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self._commands = commands
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in their order."""
        return list(self._commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, imported."""
        if cmd_name not in self._commands:
            return None
        command: click.Command = import_module(f"{self._package}.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The names with their help, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._commands.items()))
