"""``connectors admin tenant``."""

import click

from connector_runtime.cli.opening import database_option, json_option, opened
from connector_runtime.cli.output import print_rows

_COLUMNS = ("id", "name", "plan", "operations_per_day")


@click.group("tenant")
def command() -> None:
    """Customers: nothing of one is seen by another."""


@command.command("add")
@click.argument("name")
@click.option("--id", "tenant_id", default="", help="By default a new UUID.")
@click.option("--plan", default="free", show_default=True, help="free, solo, team or enterprise.")
@click.option("--operations-per-day", type=int, help="Instead of the plan's number.")
@database_option
@json_option
def add(
    name: str,
    tenant_id: str,
    plan: str,
    operations_per_day: int | None,
    database: str,
    as_json: bool,
) -> None:
    """Add a tenant; a new database is made where there is none."""
    with opened(database, new=True) as it:
        made = it.platform.membership.add_tenant(
            name, id=tenant_id, plan=plan, operations_per_day=operations_per_day
        )
        row = {"id": made, "name": name, "plan": plan, "operations_per_day": operations_per_day}
    print_rows([row], _COLUMNS, as_json=as_json)


@command.command("list")
@database_option
@json_option
def list_(database: str, as_json: bool) -> None:
    """List all tenants."""
    with opened(database) as it:
        membership = it.platform.membership
        found = [membership.tenant(each) for each in membership.tenants()]
    rows = [{name: getattr(each, name) for name in _COLUMNS} for each in found]
    print_rows(rows, _COLUMNS, as_json=as_json)
