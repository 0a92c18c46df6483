"""``connectorgen doctor``: what on this machine stands in the way."""

import os
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from connector_generator.built import (
    BuiltConnector,
    built_connectors,
    unreadable_manifests,
)
from connector_generator.cli.output import print_json

_PACKAGES = ("connector-runtime", "black", "ruff", "datamodel-code-generator", "pydantic", "httpx")


@click.command(name="doctor", short_help="Check the environment, stale builds, missing variables.")
@click.option("-o", "--output", default="generated", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(output: Path, as_json: bool) -> None:
    """Look at the machine and at every connector that is built.

    Exits 1 when something is bad, or a build is not what its inputs say.
    """
    findings = [*_machine(), *_connectors(output)]
    if as_json:
        print_json([{"state": state, "subject": subject} for state, subject in findings])
    else:
        for state, subject in findings:
            click.echo(f"{state:<6} {subject}")
    if any(state in {"bad", "stale"} for state, _ in findings):
        sys.exit(1)


def _machine() -> Iterator[tuple[str, str]]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield ("ok" if sys.version_info >= (3, 11) else "bad"), f"python {python}"
    for package in _PACKAGES:
        try:
            yield "ok", f"{package} {version(package)}"
        except PackageNotFoundError:
            yield "bad", f"{package} is not installed"


def _connectors(output: Path) -> Iterator[tuple[str, str]]:
    yield from (("bad", f"{path} cannot be read") for path in unreadable_manifests(output))
    connectors = list(built_connectors(output))
    if not connectors:
        yield "none", f"no connector is built in {output}; run: connectorgen build SPEC"
    for connector in connectors:
        yield _freshness(connector), f"{connector.name} in {connector.folder}"
        for name in connector.environment():
            if not os.environ.get(name):
                yield "unset", f"{name} ({connector.name})"


def _freshness(connector: BuiltConnector) -> str:
    from connector_generator.emit.freshness import is_stale

    return "stale" if is_stale(connector.folder, connector.manifest) else "ok"
