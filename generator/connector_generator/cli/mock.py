"""``connectorgen mock``: a vendor on this machine, for programs of any language."""

import importlib
import os
import sys
import tempfile
from pathlib import Path

import click

from connector_runtime.client import Connector


@click.command("mock")
@click.argument("name", required=False, default="")
@click.option("--spec", default="", help="A description to serve without a build of its own.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=0, show_default=True, type=click.IntRange(0, 65535))
@click.option("--seed", default=0, show_default=True, help="Of the values it makes.")
@click.option("--lenient", is_flag=True, help="Answer requests that are not as described, too.")
def command(name: str, spec: str, host: str, port: int, seed: int, lenient: bool) -> None:
    """Serve the vendor of a built connector on this machine.

    NAME is that of the connector; it is served until it is interrupted.
    """
    if bool(name) == bool(spec):
        raise click.UsageError("Give the NAME of a built connector, or --spec FILE.")
    with tempfile.TemporaryDirectory() as folder:
        connector = _described(spec, Path(folder)) if spec else _built(name)
        _serve(connector, host, port, seed, lenient)


def _serve(connector: Connector, host: str, port: int, seed: int, lenient: bool) -> None:
    from connector_runtime.client.mocking.server import MockServer
    from connector_runtime.client.mocking.vendor import Vendor

    try:
        server = MockServer(Vendor(connector, seed, checks=not lenient), host, port)
    except OSError as problem:
        raise click.UsageError(f"{host}:{port} cannot be listened at: {problem.strerror}") from None
    click.echo(f"{connector.name}: {len(connector.operations)} operations at {server.url}")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("stopped")
    finally:
        server.server_close()


def _built(name: str) -> Connector:
    sys.path.insert(0, os.getcwd())
    try:
        return _connector(f"generated.{name}")
    except ModuleNotFoundError:
        raise click.UsageError(
            f"there is no package generated/{name}: build it, or serve a description with --spec"
        ) from None


def _described(spec: str, folder: Path) -> Connector:
    from connector_generator.pipeline import build
    from connector_generator.request import BuildRequest

    report = build(BuildRequest(specs=(spec,), output=folder, formatter="ruff"))
    sys.path.insert(0, str(folder))
    return _connector(report.name)


def _connector(package: str) -> Connector:
    connector: Connector = importlib.import_module(package).CONNECTOR
    return connector
