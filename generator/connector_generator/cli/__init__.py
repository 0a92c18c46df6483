"""The command ``connectorgen``. Commands are imported when they are run: ``--help`` is instant."""

import sys
from importlib import import_module

import click

from connector_generator import __version__

_COMMANDS = ("init", "build", "show", "diff", "doctor", "mock", "contract", "contract-issues")


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name.replace('-', '_')}").command
        return command


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="connectorgen")
def connectorgen() -> None:
    """Turn OpenAPI descriptions into typed, resilient Python connectors."""


def main() -> None:
    """Run the command. Exit codes: 0 done, 1 a check found something, 2 usage or bad input."""
    from connector_generator.cli.failure import show_failures

    with show_failures():
        connectorgen(prog_name="connectorgen")
    sys.exit(0)
