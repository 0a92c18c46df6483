"""``connectors admin key``."""

from datetime import timedelta

import click

from connector_runtime.cli.opening import opened, tenant_command
from connector_runtime.cli.output import print_json


@click.group("key")
def command() -> None:
    """Bearer keys: each belongs to one principal of one tenant."""


@command.command("add")
@click.argument("principal")
@click.option("--days", type=click.IntRange(1, 36500), help="By default it does not expire.")
@tenant_command
def add(principal: str, days: int | None, database: str, tenant: str, as_json: bool) -> None:
    """Make a key, and print it: this once."""
    lifetime = None if days is None else timedelta(days=days)
    with opened(database) as it:
        key = it.platform.authentication.issue(it.tenant(tenant), principal, lifetime)
    if as_json:
        print_json({"key": key, "key_id": _id_of(key), "principal": principal})
        return
    click.echo(key)
    click.echo(
        f"It is shown this once. To end it: connectors admin key revoke {_id_of(key)}", err=True
    )


@command.command("revoke")
@click.argument("key_id")
@tenant_command
def revoke(key_id: str, database: str, tenant: str, as_json: bool) -> None:
    """End a key by its id, the middle part of ck_<id>_<secret>.

    A running server notices within five seconds.
    """
    key_id = _id_of(key_id)
    with opened(database) as it:
        it.platform.authentication.revoke(it.tenant(tenant), key_id)
    if as_json:
        print_json({"key_id": key_id, "revoked": True})
    else:
        click.echo(f"Revoked {key_id}")


def _id_of(key: str) -> str:
    return key.split("_")[1] if key.startswith("ck_") else key
