"""``connectorgen init``: a project skeleton."""

from pathlib import Path

import click


@click.command(name="init", short_help="Create specs/, generated/, .env.example and a CI job.")
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Create the skeleton of a project that keeps connectors in FOLDER (default: here).

    Nothing that exists is overwritten.
    """
    from connector_generator.project import create_skeleton

    created, kept = create_skeleton(folder)
    for path in created:
        click.echo(f"created  {path}")
    for path in kept:
        click.echo(f"kept     {path}")
    click.echo("next: put a description into specs/ and run: connectorgen build")
