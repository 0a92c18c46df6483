"""The command ``connectorgen``. Commands are imported when they are run: ``--help`` is instant."""

import sys
from importlib import import_module

import click

from connector_generator import __version__

_COMMANDS = {
    "init": "Create specs/, generated/, .env.example and a CI job.",
    "build": "Build connectors from OpenAPI descriptions.",
    "show": "List connectors, describe one, or explain an operation.",
    "diff": "Compare two descriptions: what breaks for callers.",
    "doctor": "Check the environment, stale builds, missing variables.",
    "mock": "Serve the vendor of a built connector on this machine.",
    "contract": "Test a connector against its mock, or the real API.",
    "contract-issues": "Open and close issues for nightly findings.",
}
"""What the help says of each, so that it need not import them all."""


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name.replace('-', '_')}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


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
