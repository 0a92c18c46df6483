"""``connectors doctor``: what stands in the way of running agents here."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, NamedTuple

import click

from connector_runtime.cli.opening import (
    Opened,
    check_exists,
    database_option,
    json_option,
    opened,
    shown_url,
)
from connector_runtime.cli.output import print_json
from connector_runtime.client.errors import ConfigurationError, ConnectorError
from connector_runtime.errors import PlatformError

if TYPE_CHECKING:
    from connector_runtime.connectors.connections import ConnectionFacts

_PACKAGES = {
    "cli": ("click",),
    "platform": ("sqlalchemy", "alembic", "cryptography", "limits", "dbos", "psycopg"),
    "server": ("fastapi", "uvicorn"),
}
_SKEW = timedelta(minutes=5)


class Finding(NamedTuple):
    """One thing that was looked at; ``bad`` makes the command exit 1."""

    state: str
    subject: str
    what: str


@click.command("doctor")
@database_option
@json_option
def command(database: str, as_json: bool) -> int:
    """Look at packages, database, keys, clock, connectors and credentials.

    Exits 1 where something is bad.
    """
    findings = [*_packages(), *_platform(database)]
    if as_json:
        print_json([each._asdict() for each in findings])
    else:
        for each in findings:
            click.echo(f"{each.state:<5} {each.subject}: {each.what}")
    return 1 if any(each.state == "bad" for each in findings) else 0


def _packages() -> Iterator[Finding]:
    for name, packages in _PACKAGES.items():
        missing: list[str] = []
        for package in packages:
            try:
                version(package)
            except PackageNotFoundError:
                missing.append(package)
        install = f"without {', '.join(missing)}; pip install 'connector-runtime[{name}]'"
        yield Finding(
            "bad" if missing else "ok", f"extra {name}", install if missing else "complete"
        )


def _platform(database: str) -> Iterator[Finding]:
    try:
        # Never made here: looking changes nothing.
        check_exists(database)
        with opened(database) as it:
            yield Finding("ok", "database", shown_url(database))
            yield Finding("ok", "master key", "it is the one of this database")
            yield from _clock(it)
            yield from _connectors(it)
            yield from _tenants(it)
    except (PlatformError, ConfigurationError) as error:
        yield Finding("bad", "database", str(error))


def _clock(it: Opened) -> Iterator[Finding]:
    now = datetime.now(UTC)
    newest = [
        record.at
        for tenant_id in it.platform.membership.tenants()
        for record in it.platform.audit.newest(tenant_id, 1)
    ]
    last = max(newest, default=None)
    if last is not None and last > now + _SKEW:
        told = f"{now:%Y-%m-%d %H:%M} UTC is before the last audit record, {last:%Y-%m-%d %H:%M}"
        yield Finding("bad", "clock", told)
    else:
        yield Finding("ok", "clock", f"{now:%Y-%m-%d %H:%M} UTC")


def _connectors(it: Opened) -> Iterator[Finding]:
    catalogue = it.platform.catalogue
    for each in catalogue.connectors():
        # Reading all of it is what finds out.
        catalogue.operations(each.connector_id)
    found = catalogue.connectors()
    whole = [each for each in found if not each.reason]
    yield Finding("ok" if whole else "none", "connectors", f"{len(whole)} can be used")
    for each in found:
        if each.reason:
            yield Finding("bad", f"connector {each.connector_id}", f"{each.place}: {each.reason}")


def _tenants(it: Opened) -> Iterator[Finding]:
    tenants = it.platform.membership.tenants()
    yield Finding("ok" if tenants else "none", "tenants", str(len(tenants)))
    for tenant_id in tenants:
        for each in it.platform.connections.list(tenant_id):
            if each.is_active:
                yield _connection(it, tenant_id, each)


def _connection(it: Opened, tenant_id: str, connection: "ConnectionFacts") -> Finding:
    subject = f"{connection.connector_id} of {tenant_id}"
    registry = it.platform.registry
    try:
        it.run(registry.get_service_instance(connection.connector_id, tenant_id))
    except (PlatformError, ConnectorError) as error:
        return Finding("bad", subject, str(error))
    return Finding("ok", subject, "mock" if connection.settings.get("mock") else "can be called")
