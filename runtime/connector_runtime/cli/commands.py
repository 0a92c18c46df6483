"""The commands, each imported when it is run: ``--help`` is instant."""

import click

from connector_runtime.cli.lazy import LazyGroup

_COMMANDS = {
    "login": "Log in to the vendor of a connector.",
    "logout": "Revoke the tokens of a login, and delete them.",
    "serve": "Serve agents over HTTP, under governance.",
    "admin": "Tenants, agents, keys, connections, proposals, audit.",
    "run": "Run the workflow of a file.",
    "doctor": "Check database, keys, connectors and credentials.",
}
_HELP = {"help_option_names": ["-h", "--help"]}


@click.group(
    cls=LazyGroup,
    context_settings=_HELP,
    commands=_COMMANDS,
    package="connector_runtime.cli",
)
def connectors() -> None:
    """Log in to the vendors of generated connectors, and run agents under governance."""
