"""``connectors admin connection``: secrets come from a prompt, a pipe or a variable, never from the
command line, which every process of the machine can read."""

import json
import sys
from collections.abc import Mapping
from typing import Any

import click

from connector_runtime.cli.opening import Opened, of_environment, opened, tenant_command
from connector_runtime.cli.output import print_rows

_COLUMNS = ("connector", "active", "credentials", "settings")
_SECRETS: Mapping[str, tuple[str, ...]] = {
    "none": (),
    "api_key": ("key",),
    "bearer": ("token",),
    "basic": ("password",),
    "oauth2": ("client_secret", "refresh_token", "access_token"),
}
_NEEDED = {"client_secret", "key", "password", "token"}
_PLAIN = ("client_authentication", "client_id", "scheme", "scopes", "token_url", "username")


@click.group("connection")
def command() -> None:
    """Which connectors a tenant's agents may use, and with whose credentials."""


@command.command("enable")
@click.argument("connector")
@tenant_command
def enable(connector: str, database: str, tenant: str, as_json: bool) -> None:
    """Let the tenant's agents use CONNECTOR; what was set before is still there."""
    with opened(database) as it:
        tenant_id = it.tenant(tenant)
        it.platform.connections.enable(tenant_id, connector)
        _show(it, tenant_id, connector, as_json)


@command.command("disable")
@click.argument("connector")
@tenant_command
def disable(connector: str, database: str, tenant: str, as_json: bool) -> None:
    """Let no agent of the tenant use CONNECTOR any more; credentials are kept."""
    with opened(database) as it:
        tenant_id = it.tenant(tenant)
        it.platform.connections.disable(tenant_id, connector)
        _show(it, tenant_id, connector, as_json)


@command.command("list")
@tenant_command
def list_(database: str, tenant: str, as_json: bool) -> None:
    """List the connectors that the tenant has enabled, or had."""
    with opened(database) as it:
        print_rows(_rows(it, it.tenant(tenant)), _COLUMNS, as_json=as_json)


@command.command("set")
@click.argument("connector")
@click.option("--type", "kind", type=click.Choice(list(_SECRETS)), help="Of the credentials.")
@click.option(
    "--field", "fields", multiple=True, metavar="NAME=VALUE", help=f"{', '.join(_PLAIN)}."
)
@click.option("--secret-env", "variables", multiple=True, metavar="NAME=VARIABLE")
@click.option("--stdin", is_flag=True, help="Read the secret, or a JSON object of fields.")
@click.option("--mock", is_flag=True, help="Talk to a vendor in this process: for demonstrations.")
@click.option("--base-url", metavar="URL")
@click.option("--setting", "settings", multiple=True, metavar="NAME=VALUE")
@tenant_command
def set_(
    connector: str,
    kind: str | None,
    fields: tuple[str, ...],
    variables: tuple[str, ...],
    stdin: bool,
    mock: bool,
    base_url: str | None,
    settings: tuple[str, ...],
    database: str,
    tenant: str,
    as_json: bool,
) -> None:
    """Give or replace credentials or settings of CONNECTOR, and enable it.

    Secrets are asked for; with --secret-env token=SLACK_TOKEN they come from a variable, with
    --stdin from a pipe. Settings replace all that were set before.
    """
    given = _settings(mock, base_url, settings)
    if kind is None and (fields or variables or stdin):
        raise click.UsageError("credentials need their --type")
    if kind is None and not given:
        raise click.UsageError("nothing to set: give --type, --mock, --base-url or --setting")
    with opened(database) as it:
        tenant_id = it.tenant(tenant)
        connections = it.platform.connections
        if given:
            connections.set_settings(tenant_id, connector, given)
        if kind is not None:
            values = _credentials(kind, fields, variables, stdin)
            connections.set_credentials(tenant_id, connector, kind, values)
        _show(it, tenant_id, connector, as_json)


def _settings(mock: bool, base_url: str | None, settings: tuple[str, ...]) -> dict[str, Any]:
    given: dict[str, Any] = dict(_pair(each, "--setting") for each in settings)
    if mock:
        given["mock"] = True
    if base_url:
        given["base_url"] = base_url
    return given


def _credentials(
    kind: str, fields: tuple[str, ...], variables: tuple[str, ...], stdin: bool
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in (_pair(each, "--field") for each in fields):
        if name not in _PLAIN:
            raise click.UsageError(
                f"--field {name}: not on the command line; it is asked for, or comes from"
                f" --secret-env {name}=VARIABLE or --stdin"
            )
        values[name] = value.split() if name == "scopes" else value
    for name, variable in (_pair(each, "--secret-env") for each in variables):
        values[name] = of_environment(variable)
    if stdin:
        values |= _piped(kind)
    for name in _SECRETS[kind]:
        if name in _NEEDED and name not in values and not ("keys" in values and name == "key"):
            values[name] = click.prompt(name, hide_input=True, err=True)
    return values


def _piped(kind: str) -> dict[str, Any]:
    text = sys.stdin.read().strip()
    if not text:
        raise click.UsageError("--stdin: nothing came")
    if not text.startswith("{"):
        if not _SECRETS[kind]:
            raise click.UsageError(f"--stdin: {kind} has no secret")
        return {_SECRETS[kind][0]: text}
    try:
        found: dict[str, Any] = json.loads(text)
    except json.JSONDecodeError as problem:
        # Without the text around it: that is the secret.
        raise click.UsageError(
            f"--stdin: line {problem.lineno}, column {problem.colno}: no JSON"
        ) from None
    return found


def _pair(text: str, option: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise click.UsageError(f"{option}: it looks like NAME=VALUE")
    return name, value


def _show(it: Opened, tenant_id: str, connector: str, as_json: bool) -> None:
    rows = [row for row in _rows(it, tenant_id) if row["connector"] == connector]
    print_rows(rows, _COLUMNS, as_json=as_json)


def _rows(it: Opened, tenant_id: str) -> list[dict[str, Any]]:
    return [
        {
            "connector": each.connector_id,
            "active": "yes" if each.is_active else "no",
            "credentials": each.credential_type,
            "settings": ", ".join(f"{name}={value}" for name, value in each.settings.items()),
        }
        for each in it.platform.connections.list(tenant_id)
    ]
