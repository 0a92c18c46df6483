"""``connectors admin``: who there is, what they may use, and what they did."""

import click

from connector_runtime.cli.lazy import LazyGroup

_COMMANDS = {
    "tenant": "Customers: add, list.",
    "agent": "AI agents: add, list, set-maturity, pause, resume, stop.",
    "principal": "Who holds keys: add, list.",
    "key": "Bearer keys: add, revoke.",
    "connection": "Connectors of a tenant: enable, disable, set, list.",
    "proposal": "What agents asked for: list, show, approve, reject.",
    "audit": "What was done: list, verify.",
}


@click.group("admin", cls=LazyGroup, commands=_COMMANDS, package=__name__)
def command() -> None:
    """Change and read a platform's database: no server is needed, and a running one notices."""
