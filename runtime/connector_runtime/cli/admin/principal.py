"""``connectors admin principal``."""

import click

from connector_runtime.cli.opening import opened, tenant_command
from connector_runtime.cli.output import print_rows

_COLUMNS = ("id", "name", "kind")


@click.group("principal")
def command() -> None:
    """Who holds keys: services that run agents, and people, who may approve proposals."""


@command.command("add")
@click.argument("name")
@click.option("--id", "principal_id", default="", help="By default a new UUID.")
@click.option("--kind", required=True, type=click.Choice(["human", "service"]))
@click.option("--agent", "agents", multiple=True, help="It may act as this agent; repeatable.")
@tenant_command
def add(
    name: str,
    principal_id: str,
    kind: str,
    agents: tuple[str, ...],
    database: str,
    tenant: str,
    as_json: bool,
) -> None:
    """Add a principal."""
    with opened(database) as it:
        made = it.platform.membership.add_principal(
            it.tenant(tenant), name, id=principal_id, kind=kind, agents=agents
        )
    row = {"id": made, "name": name, "kind": kind, "agents": list(agents)}
    print_rows([row], (*_COLUMNS, "agents"), as_json=as_json)


@command.command("list")
@tenant_command
def list_(database: str, tenant: str, as_json: bool) -> None:
    """List the principals of a tenant."""
    with opened(database) as it:
        found = it.platform.membership.principals(it.tenant(tenant))
    rows = [{name: getattr(each, name) for name in _COLUMNS} for each in found]
    print_rows(rows, _COLUMNS, as_json=as_json)
