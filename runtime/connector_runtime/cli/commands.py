"""The commands, each imported when it is run: ``--help`` is instant."""

from importlib import import_module

import click

_COMMANDS = ("login", "logout")


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"connector_runtime.cli.{cmd_name}").command
        return command


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def connectors() -> None:
    """Log in to the vendors of generated connectors, and out."""
