"""``connectors serve``: agents over HTTP."""

import ipaddress
import logging
import socket
from typing import TYPE_CHECKING

import click

from connector_runtime.cli.opening import (
    database_option,
    extra,
    imported_platform,
    shown_url,
)

if TYPE_CHECKING:
    from connector_runtime.platform.platform import Platform

_DEMO_DATABASE = "sqlite:///connectors-demo.db"


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535))
@click.option("--demo", is_flag=True, help="With a tenant, agents, keys and mocked vendors.")
@click.option(
    "--plain-http",
    is_flag=True,
    help="Listen beyond this machine: behind a proxy that adds TLS, since keys are readable here.",
)
@database_option
@click.pass_context
def command(
    context: click.Context, host: str, port: int, demo: bool, plain_http: bool, database: str
) -> int:
    """Serve agents over HTTP, under governance; a new database is made where there is none.

    With --demo the database is connectors-demo.db, unless another one is named. Ends with SIGTERM or
    SIGINT, when the requests that are being answered are.
    """
    _check_host(host, plain_http)
    if demo and context.get_parameter_source("database") == click.core.ParameterSource.DEFAULT:
        database = _DEMO_DATABASE
    platform_class = imported_platform()
    with extra("server"):
        from connector_runtime.server.serving import listening
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("connector_runtime").setLevel(logging.INFO)
    # The address before the database: where the port is taken, nothing is made.
    with listening(host, port) as sock:
        platform = platform_class.open(database_url=database)
        return _served(platform, sock, database, demo)


def _served(platform: "Platform", sock: socket.socket, database: str, demo: bool) -> int:
    with extra("server"):
        from connector_runtime.server.app import create_app
        from connector_runtime.server.serving import serve
    address = _address(sock)
    try:
        story = _demo(platform, address, database) if demo else ""
    except BaseException:
        platform.store.close()
        raise
    click.echo(f"Connectors on {address}, database {shown_url(database)}")
    if story:
        click.echo(story)
    if not demo and not platform.membership.tenants():
        click.echo("There is no tenant yet: connectors admin tenant add NAME")
    return 0 if serve(create_app(platform), sock) else 1


def _demo(platform: "Platform", address: str, database: str) -> str:
    from connector_runtime.cli.demo import prepared

    return prepared(platform, address, shown_url(database))


def _check_host(host: str, plain_http: bool) -> None:
    if plain_http:
        return
    try:
        loopback = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise click.UsageError(
            f"--host {host}: other machines would send their keys over plain HTTP; put a proxy with"
            " TLS before it and say --plain-http, or stay on 127.0.0.1"
        )


def _address(sock: socket.socket) -> str:
    host, port = sock.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
