"""``connectorgen doctor``: what on this machine stands in the way."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from connector_generator.built import BuiltConnector, built_connectors
from connector_generator.cli.output import print_json


@click.command(name="doctor", short_help="Check the environment, stale builds, missing variables.")
@click.option("-o", "--output", default="generated", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(output: Path, as_json: bool) -> None:
    """Look at the machine and at every connector that is built. Exits 1 when a build is stale."""
    findings = [*_environment(), *_connectors(output)]
    if as_json:
        print_json([{"state": state, "subject": subject} for state, subject in findings])
    else:
        for state, subject in findings:
            click.echo(f"{state:<6} {subject}")
    if any(state == "stale" for state, _ in findings):
        sys.exit(1)


def _environment() -> Iterator[tuple[str, str]]:
    from importlib.metadata import version

    python = ".".join(map(str, sys.version_info[:3]))
    yield ("ok" if sys.version_info >= (3, 11) else "bad"), f"python {python}"
    for package in ("black", "ruff", "datamodel-code-generator", "pydantic", "httpx"):
        yield "ok", f"{package} {version(package)}"


def _connectors(output: Path) -> Iterator[tuple[str, str]]:
    for connector in built_connectors(output):
        yield _freshness(connector), f"{connector.name} in {connector.folder}"
        for name in connector.environment():
            if name not in os.environ:
                yield "unset", f"{name} ({connector.name})"


def _freshness(connector: BuiltConnector) -> str:
    from connector_generator.emit.freshness import is_stale

    return "stale" if is_stale(connector.folder, connector.manifest) else "ok"
