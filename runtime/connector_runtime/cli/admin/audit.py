"""``connectors admin audit``."""

import json
import os
from pathlib import Path
from typing import Any

import click

from connector_runtime.cli.opening import (
    database_option,
    json_option,
    opened,
    tenant_command,
    tenant_option,
)
from connector_runtime.cli.output import print_json, print_rows
from connector_runtime.client.errors import ConfigurationError

_COLUMNS = ("sequence", "at", "kind", "outcome", "agent_id", "what", "reason")


@click.group("audit")
def command() -> None:
    """What was asked, decided and done."""


@command.command("list")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 100_000))
@tenant_command
def list_(limit: int, database: str, tenant: str, as_json: bool) -> None:
    """List the last records, newest first."""
    with opened(database) as it:
        from connector_runtime.server.facts import record_json

        found = it.platform.audit.newest(it.tenant(tenant), limit)
    rows = [record_json(each) for each in found]
    if not as_json:
        rows = [{**row, "what": _what(row)} for row in rows]
    print_rows(rows, _COLUMNS, as_json=as_json)


@command.command("verify")
@click.option(
    "--head",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file that is kept elsewhere: what it says is compared, and what is whole is written.",
)
@database_option
@tenant_option
@json_option
def verify(head: Path | None, database: str, tenant: str, as_json: bool) -> int:
    """Compare each record with the chain; of all tenants, or of one. Exits 1 where one was changed.

    A trail that was cut off together with its head is found only with the --head of before.
    """
    kept = _kept(head)
    with opened(database) as it:
        tenants = [it.tenant(tenant)] if tenant else list(it.platform.membership.tenants())
        audit = it.platform.audit
        checked = [audit.verify(each, kept.get(each, "")) for each in tenants]
    whole = {each.tenant_id: each.head for each in checked if not each.findings}
    if head is not None and whole:
        _write(head, {**kept, **whole})
    if as_json:
        print_json(
            [
                {**each._asdict(), "findings": [found._asdict() for found in each.findings]}
                for each in checked
            ]
        )
    else:
        for each in checked:
            state = "changed" if each.findings else "whole"
            click.echo(f"{each.tenant_id}: {state}, {each.records} records")
            for found in each.findings:
                click.echo(f"  at {found.sequence}: {found.what}")
    return 1 if len(whole) < len(checked) else 0


def _what(row: dict[str, Any]) -> str:
    return f"{row['connector_id']}.{row['operation_name']}" if row["connector_id"] else ""


def _kept(file: Path | None) -> dict[str, str]:
    if file is None or not file.exists():
        return {}
    try:
        found: Any = json.loads(file.read_text())
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ConfigurationError(f"{file}: it is no file of heads by tenant; delete or repair it")
    return found  # pyright: ignore[reportUnknownVariableType]


def _write(file: Path, heads: dict[str, str]) -> None:
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    draft.write_text(json.dumps(heads, indent=2) + "\n")
    draft.replace(file)
