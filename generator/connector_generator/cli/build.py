"""``connectorgen build``: descriptions become packages."""

import sys
from pathlib import Path
from typing import Any

import click

from connector_generator.cli.output import print_json


@click.command(name="build", short_help="Build connectors from OpenAPI descriptions.")
@click.argument("specs", nargs=-1, metavar="[SPEC]...")
@click.option(
    "-o", "--output", default="generated", type=click.Path(path_type=Path), show_default=True
)
@click.option("--name", help="Name of the connector; several SPECs become this one connector.")
@click.option("--overlay", "overlays", multiple=True, help="An overlay to apply; may be repeated.")
@click.option("--include", multiple=True, help="Only these: tag:…, path:… or op:… (globs).")
@click.option("--exclude", multiple=True, help="All but these: tag:…, path:… or op:… (globs).")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when the output would differ.")
@click.option("--watch", is_flag=True, help="Build again whenever an input changes.")
@click.option("--strict", is_flag=True, help="Exit 1 when there are warnings.")
@click.option("--formatter", type=click.Choice(["black", "ruff"]), default="black")
@click.option(
    "--templates",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Templates that replace ours, file by file.",
)
@click.option(
    "--package",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write a distributable project into this folder, instead of --output.",
)
@click.option("--force", is_flag=True, help="Overwrite files that were changed by hand.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def command(specs: tuple[str, ...], **options: Any) -> None:
    """Build a connector from each SPEC: a file, a URL, a folder, or the name of a shipped spec.

    Without SPEC everything in specs/ is built. Exit codes: 0 built, 1 a check found something,
    2 bad input.
    """
    from connector_generator.cli.building import Build, build_all, watch

    settings = Build(**options)
    if settings.package and settings.output != Path("generated"):
        raise click.UsageError("--package and --output exclude each other.")
    if settings.watch:
        watch(specs, settings)
        return
    outcomes = build_all(specs, settings)
    if settings.as_json:
        print_json([outcome.as_json() for outcome in outcomes])
    if any(outcome.found_something(settings.strict) for outcome in outcomes):
        sys.exit(1)
