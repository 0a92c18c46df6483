"""``connectors admin agent``."""

from typing import Any

import click

from connector_runtime.cli.opening import Opened, opened, tenant_command
from connector_runtime.cli.output import print_rows

_COLUMNS = ("id", "name", "maturity", "state")
_MATURITIES = click.Choice(["student", "intern", "supervised", "autonomous"])


@click.group("agent")
def command() -> None:
    """AI agents: how far each one may go, and whether it may go at all."""


@command.command("add")
@click.argument("name")
@click.option("--id", "agent_id", default="", help="By default a new UUID.")
@click.option("--maturity", default="student", show_default=True, type=_MATURITIES)
@tenant_command
def add(name: str, agent_id: str, maturity: str, database: str, tenant: str, as_json: bool) -> None:
    """Add an agent."""
    with opened(database) as it:
        tenant_id = it.tenant(tenant)
        made = it.platform.membership.add_agent(tenant_id, name, id=agent_id, maturity=maturity)
        print_rows([_row(it, tenant_id, made)], _COLUMNS, as_json=as_json)


@command.command("list")
@tenant_command
def list_(database: str, tenant: str, as_json: bool) -> None:
    """List the agents of a tenant."""
    with opened(database) as it:
        print_rows(_rows(it, it.tenant(tenant)), _COLUMNS, as_json=as_json)


@command.command("set-maturity")
@click.argument("agent")
@click.argument("maturity", type=_MATURITIES)
@tenant_command
def set_maturity(agent: str, maturity: str, database: str, tenant: str, as_json: bool) -> None:
    """Promote or demote an agent; it holds from the next call on."""
    with opened(database) as it:
        tenant_id = it.tenant(tenant)
        it.platform.membership.set_maturity(tenant_id, agent, maturity)
        print_rows([_row(it, tenant_id, agent)], _COLUMNS, as_json=as_json)


@command.command("pause")
@click.argument("agent")
@tenant_command
def pause(agent: str, database: str, tenant: str, as_json: bool) -> None:
    """Let an agent do nothing until it is resumed."""
    _set_state(agent, "paused", database, tenant, as_json)


@command.command("resume")
@click.argument("agent")
@tenant_command
def resume(agent: str, database: str, tenant: str, as_json: bool) -> None:
    """Let an agent go on."""
    _set_state(agent, "active", database, tenant, as_json)


@command.command("stop")
@click.argument("agent")
@tenant_command
def stop(agent: str, database: str, tenant: str, as_json: bool) -> None:
    """Let an agent do nothing any more."""
    _set_state(agent, "stopped", database, tenant, as_json)


def _set_state(agent: str, state: str, database: str, tenant: str, as_json: bool) -> None:
    with opened(database) as it:
        tenant_id = it.tenant(tenant)
        it.platform.membership.set_state(tenant_id, agent, state)
        print_rows([_row(it, tenant_id, agent)], _COLUMNS, as_json=as_json)


def _row(it: Opened, tenant_id: str, agent_id: str) -> dict[str, Any]:
    return next(row for row in _rows(it, tenant_id) if row["id"] == agent_id)


def _rows(it: Opened, tenant_id: str) -> list[dict[str, Any]]:
    return [
        {"id": each.id, "name": each.name, "maturity": each.status, "state": each.state}
        for each in it.platform.membership.agents(tenant_id)
    ]
