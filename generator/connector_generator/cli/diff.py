"""``connectorgen diff``: what a new description means for those who call the old one."""

import gc
import sys
from pathlib import Path

import click

_FORMATS = ("text", "markdown", "json", "github")


@click.command(name="diff", short_help="Compare two descriptions: what breaks for callers.")
@click.argument("old")
@click.argument("new", required=False)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@click.option(
    "--fail-on", type=click.Choice(["breaking", "any"]), default="breaking", show_default=True
)
@click.option("--name", help="Name of the connector, where the descriptions do not say it.")
@click.option("-o", "--output", default="generated", type=click.Path(path_type=Path))
def command(
    old: str, new: str | None, form: str, fail_on: str, name: str | None, output: Path
) -> None:
    """Compare OLD with NEW: a file, a URL, a folder, or a path at a git revision (rev:path).

    OLD may be the name of a connector in generated/; alone, it is compared with the description
    that it was built from, as that is now. Exit codes: 0 nothing at the level of --fail-on, 1
    findings, 2 bad input.
    """
    from connector_generator.drift import compare, read_new, read_old
    from connector_generator.drift.output import FORMATS

    gc.disable()  # Nearly all that is made here lives until the end.
    before, built = read_old(old, output, name)
    after = read_new(new, output, name, before, built)
    drift = compare(before, after)
    text = FORMATS[form](drift)
    if text:
        click.echo(text)
    some = drift.findings or drift.names
    if drift.counts()["breaking"] or (fail_on == "any" and some):
        sys.exit(1)
